import datetime
import re

import pytest
from lxml import etree

from dragoman.records.rows.talks import ChannelState
from dragoman.showing.drawing import SCREEN, SMALL, Style
from dragoman.showing.drawing.board import TARGET, Bar, Board, Dot, Track, board
from tests.showing.page.pages import HOSTILE

BEGIN = datetime.date(2031, 3, 1)
DAY = datetime.timedelta(days=1)
SVG = "{http://www.w3.org/2000/svg}"


def dot(day: int, origins: int = 1, title: str = "a meeting") -> Dot:
    when = BEGIN + day * DAY
    return Dot(begin=when, end=when, origins=origins, title=title, address=f"/row/t-{day}-{origins}")


def drawn(*tracks: Track, style: Style = SCREEN) -> etree._Element:
    made = Board(title=f"March {HOSTILE}", begin=BEGIN, end=BEGIN + 30 * DAY, tracks=tracks)
    return etree.fromstring(board(made, style, "wide").encode())


def targets(svg: etree._Element) -> list[tuple[float, float]]:
    """Where the links are that are dots."""
    found = svg.iterfind(f".//{SVG}a/{SVG}circle[@fill='transparent']")
    return [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in found]


@pytest.mark.parametrize("style", [SCREEN, SMALL])
def test_every_dot_is_a_link_to_its_row_that_a_finger_hits(style: Style) -> None:
    dots = tuple(dot(day) for day in (1, 1, 2, 2, 3, 17, 30))
    svg = drawn(Track(title="What happened", dots=dots, rows=6), style=style)
    links = [one.get("href") for one in svg.iterfind(f".//{SVG}a")]
    assert sorted(links) == sorted(one.address for one in dots)
    places = targets(svg)
    assert all(
        abs(x - u) >= TARGET - 0.1 or abs(y - v) >= TARGET - 0.1
        for number, (x, y) in enumerate(places)
        for u, v in places[:number]
    )


def test_dots_of_more_origins_are_larger() -> None:
    svg = drawn(Track(title="What happened", dots=(dot(3, 1), dot(9, 4), dot(20, 30))))
    radii = [float(one[-1 if one[-1].tag == f"{SVG}circle" else -2].get("r", "")) for one in svg.iterfind(f".//{SVG}a")]
    assert radii == sorted(radii)
    assert radii[0] < radii[1] < radii[2]


def test_what_finds_no_room_is_counted_and_led_to() -> None:
    track = Track(title="What happened", dots=tuple(dot(4, n) for n in range(9)), rows=3, rest="/events?from={begin}")
    svg = drawn(track)
    assert len(targets(svg)) == 3
    (rest,) = (one for one in svg.iterfind(f".//{SVG}a") if "events" in (one.get("href") or ""))
    assert rest.get("href") == "/events?from=2031-03-05"
    assert "+6" in "".join(rest.itertext())


def test_bars_that_overlap_stand_below_each_other_and_are_told() -> None:
    bars = tuple(
        Bar(begin=BEGIN + n * DAY, end=None, label="in Port Varra", title=f"stay {n}", address=f"/row/h-{n}")
        for n in range(3)
    )
    state = Bar(begin=None, end=BEGIN, label="OPEN", title="open", address="/row/k", state=ChannelState.OPEN)
    svg = drawn(Track(title="Venues", bars=bars), Track(title="Varra", bars=(state,)))
    rows = [one.getparent().get("transform") for one in svg.iterfind(f".//{SVG}a")]
    assert len(set(rows)) == 3
    assert [one.get("aria-label") for one in svg.iterfind(f".//{SVG}a")] == ["stay 0", "stay 1", "stay 2"]


def test_hostile_words_are_words() -> None:
    text = board(
        Board(title=HOSTILE, begin=BEGIN, end=BEGIN + DAY, tracks=(Track(title=HOSTILE, dots=(dot(0, 1, HOSTILE),)),)),
        SMALL,
        "narrow",
    )
    assert "<script" not in text
    assert not re.search(r"\son\w+=", text.replace("&quot;", ""))
    etree.fromstring(text.encode())


def test_what_is_seen_of_a_name_is_part_of_it() -> None:
    day = Bar(
        begin=BEGIN,
        end=BEGIN + 4 * DAY,
        label="UNDER REVIEW",
        title="UNDER REVIEW since 1 March",
        address="/row/k",
        state=ChannelState.UNDER_REVIEW,
    )
    for style in (SCREEN, SMALL):
        svg = drawn(Track(title="Varra", bars=(day,)), style=style)
        (link,) = svg.iterfind(f".//{SVG}a")
        seen = "".join(one.text or "" for one in link.iterfind(f"{SVG}text")).rstrip("…")
        assert seen in ("UNDER REVIEW", "UNDER", "")


@pytest.mark.parametrize("style", [SCREEN, SMALL])
def test_a_state_that_is_too_short_for_its_name_is_named_below(style: Style) -> None:
    begin = BEGIN + 29 * DAY
    states = (
        Bar(begin=None, end=begin, label="STALLED", title="", address="/row/h-1", state=ChannelState.STALLED),
        Bar(begin=begin, end=None, label="SUSPENDED?", title="", address="/row/h-1", state=ChannelState.SUSPENDED),
    )
    svg = drawn(Track(title="Varra", bars=states), style=style)
    said = ["".join(one.itertext()) for one in svg.iterfind(f".//{SVG}text")]
    assert said.count("STALLED") == said.count("SUSPENDED?") == 1
