"""A page as PDF, set by Typst, which comes as a wheel with its fonts: the same page gives the same bytes."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.drawing import PRINT, drawn
from dragoman.showing.page.frame import REFERENCES, cited_as, left_out, published
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, Page, Picture, Section
from dragoman.showing.plain import one_line, quoted

DOTS_PER_INCH = 220


def pdf(page: Page) -> bytes:
    """The whole document."""
    made: bytes = typst.compile(_template(), format="pdf", sys_inputs={"page": json.dumps(_page(page))})
    return made


def png(picture: Picture) -> bytes:
    """A picture in dots, for documents that hold no SVG."""
    source = (
        f"#set page(width: {PRINT.width}pt, height: auto, margin: 0pt, fill: white)\n"
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)\n'
    )
    svg = drawn(picture, PRINT)
    made: bytes = typst.compile(source.encode(), format="png", ppi=DOTS_PER_INCH, sys_inputs={"svg": svg})
    return made


@cache
def _template() -> bytes:
    return (files("dragoman.showing.page") / "page.typ").read_bytes()


def _page(page: Page) -> dict[str, Any]:
    """The page as the template asks for it: words on one line, citations with the places they lead to."""
    return {
        "heading": one_line(page.heading),
        "tally": list(map(one_line, page.tally)),
        "notes": list(map(one_line, page.notes)),
        "sections": list(map(_section, page.sections)),
        "references": REFERENCES,
        "reports": list(map(_report, page.reports)),
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": one_line(section.title),
        "picture": _picture(section.picture) if section.picture else None,
        "lines": list(map(_line, _labelled(section.lines))),
        "grid": _grid(section.grid) if section.grid else None,
        "more": one_line(left_out(section.more)) if section.more else None,
        "note": one_line(section.note) if section.note else None,
    }


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """A label is not repeated line after line."""
    before: tuple[str, int] | None = None
    shown = []
    for line in lines:
        again = (line.label, line.depth) == before
        before = (line.label, line.depth)
        shown.append(line.but(label="") if again else line)
    return shown


def _picture(picture: Picture) -> dict[str, str]:
    return {"title": one_line(picture.title), "told": one_line(picture.told), "svg": drawn(picture, PRINT)}


def _line(line: Line) -> dict[str, Any]:
    grid = _grid(line.grid) if line.grid else None
    return {**_told(line), "label": one_line(line.label), "depth": line.depth, "grid": grid}


def _told(item: Line | Cell) -> dict[str, Any]:
    return {
        "pieces": [{"tone": piece.tone.value, "text": _kept(piece.text)} for piece in item.pieces],
        "cites": [{"label": cite.label, "place": f"{cite.number}{cite.letter or ''}"} for cite in item.cites],
        "more": item.further_cite_count,
        "checked": item.review == ReviewStatus.CONFIRMED,
    }


def _kept(text: str) -> str:
    """On one line, with the outer blanks that part a piece from its neighbours."""
    inner = one_line(text)
    return f"{' ' if text[:1] == ' ' else ''}{inner}{' ' if inner and text[-1:] == ' ' else ''}"


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "caption": one_line(grid.caption),
        "corner": one_line(grid.corner),
        "heads": list(map(one_line, grid.heads)),
        "numbers": grid.is_numbers,
        "rows": [
            {"head": _told(row.head), "cells": [list(map(_told, held)) for held in row.cells]} for row in grid.rows
        ],
    }


def _report(report: CitedReport) -> dict[str, Any]:
    return {
        "number": f"[{report.number}]",
        "place": str(report.number),
        "cited": one_line(f"{cited_as(report)}, {published(report)} ({report.file})"),
        "quotations": [
            {"letter": one.letter, "place": f"{report.number}{one.letter}", "quote": quoted(one.quote)}
            for one in report.quotations
        ],
    }
