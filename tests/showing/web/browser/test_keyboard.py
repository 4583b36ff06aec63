"""Every page with the keyboard alone: each stop is seen, marked and left again."""

import pytest

from tests.showing.web.browser.conftest import Open
from tests.showing.web.browser.test_browser import EVERY, full
from tests.showing.web.browser.walking import wrong_stops

MOST = 150  # stops of a page that are walked


@pytest.mark.parametrize("wide", [1440, 360])
@pytest.mark.parametrize("page", EVERY)
def test_each_stop_is_seen(page_of: Open, looked_at: str, page: str, wide: int) -> None:
    count, wrong = wrong_stops(page_of(full(looked_at, page), wide=wide), MOST)
    assert count > 10
    assert wrong == []
