"""Running the server until it is told to stop."""

from pathlib import Path

import uvicorn

from dragoman.showing.web.app import application
from dragoman.showing.web.settings import Settings

QUIET = 5  # seconds that an idle connection is kept
LONGEST_HEAD = 32 * 1024  # bytes of a request's head


def run(settings: Settings, *, certificate: Path | None = None, key: Path | None = None) -> None:
    """Serve until interrupted."""
    uvicorn.run(
        application(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=QUIET,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        limit_concurrency=200,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
