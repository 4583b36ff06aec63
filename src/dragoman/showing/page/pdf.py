"""A page as PDF, set by Typst, which comes as a wheel with its fonts: the same page gives the same bytes."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.showing.drawing import PRINT, drawn
from dragoman.showing.page.frame import (
    REFERENCES,
    cited_as,
    held,
    in_print,
    left_out_on_paper,
    once_labelled,
    published,
    shares,
    typeset,
)
from dragoman.showing.page.model import Cell, CitedReport, Grid, Line, Page, Picture, Section, SectionKey
from dragoman.showing.plain import clipped, one_line, quoted

DOTS_PER_INCH = 220
LABEL = 64  # letters: longer ones stand higher than what they label


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
        "heading": typeset(page.heading),
        "tally": list(map(held, page.tally)),
        "notes": list(map(one_line, page.notes)),
        "sections": list(map(_section, page.sections)),
        "references": REFERENCES,
        "reports": list(map(_report, page.reports)),
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": one_line(section.title),
        "annex": section.key.is_annex,
        "list": section.key == SectionKey.ACTORS,
        "picture": _picture(section.picture) if section.picture else None,
        "lines": [_line(line, label) for line, label in once_labelled(section.lines)],
        "grid": _grid(section.grid) if section.grid else None,
        "more": one_line(left_out_on_paper(section.more)) if section.more else None,
        "note": one_line(section.note) if section.note else None,
    }


def _picture(picture: Picture) -> dict[str, str]:
    return {"title": one_line(picture.title), "told": one_line(picture.told), "svg": drawn(picture, PRINT)}


def _line(line: Line, label: str) -> dict[str, Any]:
    grid = _grid(line.grid) if line.grid else None
    return {
        **_told(line),
        "label": typeset(clipped(label, LABEL)),
        "name": typeset(line.label),
        "depth": line.depth,
        "grid": grid,
    }


def _told(item: Line | Cell) -> dict[str, Any]:
    return {
        "pieces": [{"tone": piece.tone.value, "text": in_print(piece, held)} for piece in item.pieces],
        "cites": [{"label": cite.label, "place": f"{cite.number}{cite.letter or ''}"} for cite in item.cites],
        "more": item.further_cite_count,
        "checked": item.review == ReviewStatus.CONFIRMED,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "caption": one_line(grid.caption),
        "corner": one_line(grid.corner),
        "heads": list(map(one_line, grid.heads)),
        "numbers": grid.is_numbers,
        "shares": list(shares(grid)),
        "rows": [
            {"head": _told(row.head), "cells": [list(map(_told, cells)) for cells in row.cells]} for row in grid.rows
        ],
    }


def _report(report: CitedReport) -> dict[str, Any]:
    return {
        "number": f"[{report.number}]",
        "place": str(report.number),
        "cited": f"{one_line(cited_as(report))}, {held(published(report))}",
        "file": one_line(report.file),
        "quotations": [
            {"letter": one.letter, "place": f"{report.number}{one.letter}", "quote": quoted(one.quote)}
            for one in report.quotations
        ],
    }
