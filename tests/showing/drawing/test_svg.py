import datetime

import pytest
from lxml import etree

from dragoman.records.rows.talks import ChannelState
from dragoman.showing.drawing import PRINT, SCREEN, SMALL, Style, drawn
from dragoman.showing.page.model import Lane, Mark, Picture, Spell
from tests.showing.page.pages import HOSTILE

BEGIN = datetime.date(2031, 3, 1)
DAY = datetime.timedelta(days=1)
STYLES = (SCREEN, SMALL, PRINT)


def spell(state: ChannelState, begin: int | None, end: int | None, *, disputed: bool = False) -> Spell:
    first, last = (None if n is None else BEGIN + n * DAY for n in (begin, end))
    return Spell(state=state, begin=first, end=last, disputed=disputed)


LANES = (
    Lane(
        label="Varra",
        spells=(spell(ChannelState.OPEN, None, 8), spell(ChannelState.UNDER_REVIEW, 8, 9),
                spell(ChannelState.SUSPENDED, 9, None, disputed=True)),
    ),
    Lane(label=f"Tamm {HOSTILE} " * 8, spells=(spell(ChannelState.STALLED, 2, None),)),
)  # fmt: skip
MARKS = tuple(
    Mark(
        begin=BEGIN + n * DAY,
        end=BEGIN + (n + n % 3) * DAY,
        event_count=n + 1,
        origin_count=n * 40,
        label=f"{HOSTILE} {n}" if n % 2 else None,
    )
    for n in range(28)
)


def picture(**given: object) -> Picture:
    fields = {"title": "The channels", "told": HOSTILE, "begin": BEGIN, "end": BEGIN + 30 * DAY, **given}
    return Picture(**fields)  # type: ignore[arg-type]


def tree(made: Picture, style: Style = SCREEN) -> etree._Element:
    return etree.fromstring(drawn(made, style).encode())


def texts(element: etree._Element) -> list[str]:
    return [str(text) for text in element.xpath("//*[local-name()='text']/text()")]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("what", [{"lanes": LANES}, {"marks": MARKS}, {"lanes": LANES, "marks": MARKS}, {}])
def test_a_picture_is_well_formed_and_draws_within_itself(style: Style, what: dict[str, object]) -> None:
    found = tree(picture(**what), style)
    wide, high = map(float, str(found.get("viewBox")).split()[2:])
    assert wide == style.width
    tops = [0.0]
    for shape in found.iter():
        for name in ("x", "x1", "x2", "cx"):
            if shape.get(name) is not None and "text" not in str(shape.tag):
                assert 0 <= float(str(shape.get(name))) <= wide + 0.1
        moved = shape.get("transform")
        if moved and moved.startswith("translate"):
            tops.append(float(moved.split()[1].rstrip(")")))
    assert max(tops) < high
    assert not found.xpath("//*[local-name()='script']|//*[local-name()='image']|//*[local-name()='a']")


@pytest.mark.parametrize("style", STYLES)
def test_every_state_is_named_in_words(style: Style) -> None:
    named = texts(tree(picture(lanes=LANES), style))
    for state in ("OPEN", "UNDER REVIEW", "SUSPENDED?", "STALLED"):
        assert state in named


def test_a_disputed_state_is_hatched_with_the_picture_s_own_pattern() -> None:
    text = drawn(picture(lanes=LANES), SCREEN, "stands-wide")
    assert 'id="stands-wide-disputed"' in text
    assert 'fill="url(#stands-wide-disputed)"' in text


def test_marks_grow_with_origins_up_to_a_bound() -> None:
    radii = [float(str(disc.get("r"))) for disc in tree(picture(marks=MARKS)).xpath("//*[local-name()='circle']")]
    assert radii == sorted(radii)
    assert radii[0] < radii[1]
    assert max(radii) <= 12


def test_an_uncertain_day_has_a_line_over_its_days() -> None:
    sure = Mark(begin=BEGIN, end=BEGIN, event_count=1, origin_count=1, label=None)
    assert not tree(picture(marks=(sure,))).xpath("//*[local-name()='rect'][@rx]")
    assert len(tree(picture(marks=(sure.but(end=BEGIN + 5 * DAY),))).xpath("//*[local-name()='rect'][@rx]")) == 1


def test_a_picture_of_one_day() -> None:
    found = tree(picture(end=BEGIN, lanes=LANES, marks=MARKS[:1]))
    assert "1 Mar" in texts(found)


def test_the_day_that_most_tell_of_stands_before_its_neighbours_with_its_number() -> None:
    counts = (2, 12, 2, 2)
    marks = tuple(
        Mark(begin=BEGIN + n * DAY, end=BEGIN + n * DAY, event_count=1, origin_count=count, label=None)
        for n, count in enumerate(counts, 10)
    )
    found = tree(picture(marks=marks, end=BEGIN + 200 * DAY), PRINT)
    assert [text for text in texts(found) if text.isdigit()] == ["12"]
    last = found.xpath("//*[local-name()='circle']")[-1]
    assert float(last.get("r")) == max(float(one.get("r")) for one in found.xpath("//*[local-name()='circle']"))


def test_a_day_at_the_edge_is_named_within_the_picture() -> None:
    """How wide letters are is known only about: words at the edge end there."""
    found = tree(picture(marks=MARKS[:2], end=BEGIN + 84 * DAY), PRINT)
    named = found.xpath("//*[local-name()='text'][.='24 May']")
    assert [one.get("text-anchor") for one in named] == ["end"]
    assert float(named[0].get("x")) < PRINT.width
