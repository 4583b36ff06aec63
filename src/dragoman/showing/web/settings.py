"""How the record is served: from which dossier, to whom, and what visitors may do."""

from ipaddress import ip_address
from pathlib import Path

from dragoman.records.base import Frozen

LOOPBACK = "127.0.0.1"
PORT = 8321
PATIENCE = 1.0  # seconds


class Settings(Frozen, frozen=True, kw_only=True):
    """What `serve` was asked for. Passwords and tokens are kept as argon2 hashes alone."""

    path: Path
    host: str = LOOPBACK
    port: int = PORT
    names: tuple[str, ...] = ()  # host names, besides addresses and localhost, that visitors may use
    by: str = "reader"  # whose name corrections carry until a visitor gives another
    read_only: bool = False
    password_hash: str | None = None
    token_hash: str | None = None
    patience: float = PATIENCE  # after which a page that tells of the whole pile says that it is being made
    https: bool = False  # visitors come over HTTPS: cookies are sent over nothing else

    @property
    def is_guarded(self) -> bool:
        """Whether visitors must show a password or token."""
        return self.password_hash is not None or self.token_hash is not None


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on `host`."""
    if host.lower() == "localhost":
        return True
    bare = host.strip("[]")
    return _is_address(bare) and ip_address(bare).is_loopback


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_known_host(header: str, names: tuple[str, ...]) -> bool:
    """Whether a Host header names this server.

    An address is always well: a page of another site that makes its own name point here (DNS rebinding) is sent with
    that name, never with an address.
    """
    host = header.rsplit(":", 1)[0] if header.rpartition(":")[2].isdigit() else header
    bare = host.strip("[]").lower().rstrip(".")
    return bare == "localhost" or _is_address(bare) or bare in {name.lower() for name in names}
