from itertools import combinations

import pytest

from dragoman.records.rows.talks import ChannelState
from dragoman.showing.drawing.colours import MARK, ON_MARK, of_state
from tests.showing.page.test_html import shine

# How three kinds of colour vision see: linear light of red, green, blue (Viénot, Brettel and Mollon, 1999).
VISIONS = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, -0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, -0.0), (-0.02234, 0.02234, 1.0)),
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def seen(colour: str, vision: str) -> tuple[float, ...]:
    light = linear(colour)
    return tuple(sum(weight * part for weight, part in zip(row, light, strict=True)) for row in VISIONS[vision])


def contrast(one: str, other: str) -> float:
    light, dark = sorted((shine(one), shine(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("state", ChannelState)
def test_the_name_of_a_state_is_read_easily_on_its_bar(state: ChannelState) -> None:
    colours = of_state(state)
    assert contrast(colours.fill, colours.ink) >= 4.5


def test_the_number_on_a_mark_is_read_easily() -> None:
    assert contrast(MARK, ON_MARK) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
def test_no_two_states_look_alike(vision: str) -> None:
    for one, other in combinations(ChannelState, 2):
        a, b = seen(of_state(one).fill, vision), seen(of_state(other).fill, vision)
        assert sum(abs(x - y) for x, y in zip(a, b, strict=True)) > 0.12, (one, other)
