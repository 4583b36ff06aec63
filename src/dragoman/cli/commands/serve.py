"""`dragoman serve`: the record in a browser."""

import os
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_DOSSIER, Dossier
from dragoman.cli.saying import remark, who
from dragoman.records.errors import UsageError

PASSWORD = "DRAGOMAN_PASSWORD"
TOKEN = "DRAGOMAN_TOKEN"


def serve(
    dossier: Dossier = DEFAULT_DOSSIER,
    *,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="The port to listen on.")] = 8321,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="HOST", help="A host name that visitors use, besides addresses.", show_default="none"
        ),
    ] = None,
    password: Annotated[
        bool, typer.Option("--password", help=f"Ask for a password once, or take it from {PASSWORD}; visitors log in.")
    ] = False,
    token: Annotated[bool, typer.Option("--token", help=f"Programs may come in with the token in {TOKEN}.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Take no corrections: to show the record.")] = False,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Whose name corrections carry until a visitor gives another.",
            show_default="your user name",
        ),
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Serve HTTPS with this certificate.", show_default="HTTP")
    ] = None,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The certificate's key.", show_default="in the certificate")
    ] = None,
    behind_https: Annotated[
        bool, typer.Option("--behind-https", help="A proxy in front speaks HTTPS: send cookies over nothing else.")
    ] = False,
) -> None:
    """Open the record in a browser, until stopped with Ctrl-C.

    Only this machine can reach it, unless --host says otherwise: that needs --password or --token. No page loads
    anything from elsewhere.
    """
    from dragoman.cli.opening import to_read  # noqa: PLC0415  loads the record's side of the house
    from dragoman.showing.web.guarding.passwords import hashed  # noqa: PLC0415
    from dragoman.showing.web.running import run  # noqa: PLC0415
    from dragoman.showing.web.settings import Settings, is_loopback  # noqa: PLC0415

    if not is_loopback(host) and not (password or token):
        raise UsageError(f"others could reach {host}: add --password or --token, or leave --host out")
    with to_read(dossier) as opened:
        count = opened.counts().report_count
    settings = Settings(
        path=dossier,
        host=host,
        port=port,
        names=tuple(name or ()),
        by=by or ("reader" if read_only else who(None)),
        read_only=read_only,
        password_hash=hashed(_secret(PASSWORD, ask=True)) if password else None,
        token_hash=hashed(_secret(TOKEN, ask=False)) if token else None,
        https=certificate is not None or behind_https,
    )
    scheme = "https" if certificate else "http"
    shown = f"[{host}]" if ":" in host else host
    remark(f"{count:,} reports at {scheme}://{shown}:{port}/ (Ctrl-C stops it)")
    if not is_loopback(host) and not settings.https:
        remark("passwords and texts cross the network in the clear: --certificate serves HTTPS")
    run(settings, certificate=certificate, key=key)


SHORTEST = 12


def _secret(variable: str, *, ask: bool) -> str:
    """A password or token: out of the environment, never an argument that other users of the machine could read."""
    given = os.environ.get(variable, "")
    if not given and ask:
        given = str(typer.prompt("Password for visitors", hide_input=True, confirmation_prompt=True, err=True))
    if len(given) < SHORTEST:
        raise UsageError(f"give at least {SHORTEST} characters in {variable}")
    return given
