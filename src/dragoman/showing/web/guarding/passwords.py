"""Passwords and tokens: hashed with argon2, tried a few times a minute."""

import threading
import time
from collections import defaultdict, deque

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

TRIES = 5  # failures that an address has in a minute
ALL_TRIES = 60  # failures that all addresses have together
MINUTE = 60.0
LONGEST = 1024  # characters; more is no password


def hashed(secret: str) -> str:
    """The argon2id hash of a password or token."""
    return PasswordHasher().hash(secret)


def matches(secret: str, kept: str | None) -> bool:
    """Whether `secret` is what `kept` is the hash of."""
    if kept is None or len(secret) > LONGEST:
        return False
    try:
        return PasswordHasher().verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False


class Attempts:
    """Counts failures, by address and in all, over the last minute."""

    def __init__(self) -> None:
        self._failed: dict[str, deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    def wait(self, address: str) -> int:
        """Seconds until `address` may try again; 0 for now."""
        with self._lock:
            now = time.monotonic()
            self._forget(now)
            mine = self._failed.get(address, deque())
            total = sum(map(len, self._failed.values()))
            if len(mine) < TRIES and total < ALL_TRIES:
                return 0
            oldest = mine[0] if len(mine) >= TRIES else min(times[0] for times in self._failed.values())
            return max(1, int(MINUTE - (now - oldest)) + 1)

    def fail(self, address: str) -> None:
        """Note a failure."""
        with self._lock:
            self._failed[address].append(time.monotonic())

    def _forget(self, now: float) -> None:
        for address in list(self._failed):
            times = self._failed[address]
            while times and now - times[0] > MINUTE:
                times.popleft()
            if not times:
                del self._failed[address]
