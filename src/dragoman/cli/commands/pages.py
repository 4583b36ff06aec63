"""Putting a page out in the form asked for: on standard output, or into a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.options import PageFormat
from dragoman.cli.saying import out, remark
from dragoman.records.errors import UsageError

if TYPE_CHECKING:
    from dragoman.showing.page.model import Page

BY_ENDING = {
    ".md": PageFormat.MD,
    ".markdown": PageFormat.MD,
    ".html": PageFormat.HTML,
    ".htm": PageFormat.HTML,
    ".pdf": PageFormat.PDF,
    ".docx": PageFormat.DOCX,
    ".json": PageFormat.JSON,
    ".txt": PageFormat.TERMINAL,
}
BINARY = (PageFormat.PDF, PageFormat.DOCX)


def put_page(page: "Page", form: PageFormat | None, output: Path | None) -> None:
    """Put `page` out. Without a form the ending of `output` tells it; without that too it is for the terminal."""
    form = form or (BY_ENDING.get(output.suffix.lower()) if output else PageFormat.TERMINAL)
    if form is None:
        raise UsageError(
            f"{output}: what form is meant? Give --format, or a name that ends in one of {', '.join(BY_ENDING)}"
        )
    if output is None:
        _print(page, form)
        return
    made = _made(page, form)
    try:
        output.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}") from error
    remark(f"written: {output}")


def _print(page: "Page", form: PageFormat) -> None:
    if form is PageFormat.TERMINAL:
        from dragoman.showing.page.terminal import show  # noqa: PLC0415  each form loads what it needs alone
        from dragoman.showing.screen import console  # noqa: PLC0415

        show(page, console())
        return
    if form in BINARY and sys.stdout.isatty():
        raise UsageError(
            f"a {form.value} is no text for a terminal; give a file's name with --output FILE.{form.value}"
        )
    made = _made(page, form)
    if isinstance(made, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
    else:
        out(made)


def _made(page: "Page", form: PageFormat) -> bytes | str:
    match form:
        case PageFormat.MD:
            from dragoman.showing.page.markdown import markdown  # noqa: PLC0415

            return markdown(page)
        case PageFormat.HTML:
            from dragoman.showing.page.html import html  # noqa: PLC0415

            return html(page)
        case PageFormat.PDF:
            from dragoman.showing.page.pdf import pdf  # noqa: PLC0415

            return pdf(page)
        case PageFormat.DOCX:
            from dragoman.showing.page.word import word  # noqa: PLC0415

            return word(page)
        case PageFormat.JSON:
            from dragoman.showing.tables import json_text  # noqa: PLC0415

            return json_text(page)
        case PageFormat.TERMINAL:
            return _as_text(page)


def _as_text(page: "Page") -> str:
    """What a terminal would show, as text."""
    import io  # noqa: PLC0415

    from dragoman.showing.page.terminal import show  # noqa: PLC0415
    from dragoman.showing.screen import console  # noqa: PLC0415

    text = io.StringIO()
    show(page, console(file=text))
    return text.getvalue()
