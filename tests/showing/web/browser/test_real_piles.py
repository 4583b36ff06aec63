"""Every page of two real piles: nothing that axe finds, nothing on the console, nobody else asked, nothing cut off."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.workbench import Dossier
from tests.showing.web.browser.conftest import Open, serving
from tests.showing.web.browser.test_browser import EVERY, broken, full, is_wider_than_its_window
from tests.showing.web.browser.walking import wrong_stops

PILES = ("reports", "clusters/gaza-truce-2012-11")
LONGEST_WAIT = 120.0  # seconds for a page: what is measured here is not how long it takes
STOPS = 20  # of the keyboard, on each page

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        "DRAGOMAN_REAL_PAGES" not in os.environ, reason="takes minutes: set DRAGOMAN_REAL_PAGES to run it"
    ),
]


@pytest.fixture(scope="module", params=PILES)
def real(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the dossier of a real pile."""
    folder = shared / request.param
    if not folder.is_dir():
        pytest.skip(f"no reports at {folder}")
    path = tmp_path_factory.mktemp("real") / "talks.dossier"
    with Dossier.open(path) as dossier:
        dossier.read([folder])
        dossier.record()
        days = sorted(str(row.published.begin) for row in dossier.reports() if row.published.begin)
    with serving(path, patience=LONGEST_WAIT) as address:
        yield f"{address} {days[len(days) // 2]} {days[-1]}"


@pytest.mark.parametrize(("wide", "scheme"), [(1440, "light"), (360, "dark")])
def test_every_page_is_open_to_all(page_of: Open, real: str, wide: int, scheme: str) -> None:
    address, day, last = real.split()
    dated = (f"/?as_of={day}", f"/time?as_of={day}", f"/sources?as_of={day}", f"/compare?first={day}&second={last}")
    found = []
    for page in (*EVERY, *dated, "/claims?status=disputed", "/statements?q=talks"):
        opened = page_of(full(address, page), wide=wide, scheme=scheme)
        found += [f"{page}: {one}" for one in broken(opened)]
        found += [f"{page}: wider than its window"] * is_wider_than_its_window(opened)
        found += [f"{page}: {one}" for one in wrong_stops(opened, STOPS)[1]]
        opened.context.close()
    assert found == []
