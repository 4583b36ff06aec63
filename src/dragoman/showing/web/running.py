"""Running the server until it is told to stop."""

import contextlib
import logging
import os
import sys
import threading
from pathlib import Path
from types import FrameType

import uvicorn

from dragoman.showing.web.app import application
from dragoman.showing.web.settings import Settings

QUIET = 5  # seconds that an idle connection is kept
LAST = 1  # second that answers which are being made have left when the server is told to stop
LONGEST_HEAD = 32 * 1024  # bytes of a request's head
NOT_STARTED = 3


class Server(uvicorn.Server):
    """A server that says nothing of the answers that it cuts off when it is told to stop."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: what is not answered by then is nobody's fault."""
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL + 1)
        super().handle_exit(sig, frame)


def run(settings: Settings, *, certificate: Path | None = None, key: Path | None = None) -> None:
    """Serve until interrupted; ends the process where pages that nobody waits for any more are still being made."""
    server = Server(
        uvicorn.Config(
            application(settings),
            host=settings.host,
            port=settings.port,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=QUIET,
            timeout_graceful_shutdown=LAST,
            h11_max_incomplete_event_size=LONGEST_HEAD,
            limit_concurrency=200,
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
    )
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    if not server.started:
        sys.exit(NOT_STARTED)
    _leave_at_once()


def _leave_at_once() -> None:
    """Leave without waiting for threads, as Python would: a page of a large pile takes a minute.

    The dossier holds what was committed, as after a crash; what was not is taken back when it is opened next.
    """
    if any(not one.daemon for one in threading.enumerate() if one is not threading.current_thread()):
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
