"""In which order an outlet writes day and month."""

import pytest

from dragoman.reports.dayorder import order_of
from dragoman.reports.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("outlet", "url", "day_first"),
    [
        ("The Guardian", None, True),
        ("new york times", None, False),
        ("Evening Post", "https://www.evening-post.co.uk/a", True),
        ("Evening Post", "http://news.evening-post.us/2031/a", False),
        ("evening-post.de", None, True),
        ("New York Times", "https://nyt.example.fr/", False),  # its home goes before the address of one page
        ("Evening Post", "https://evening-post.com/a", None),
        ("Evening Post", "https://evening-post.tv/a", None),  # a domain for all the world
        ("Evening Post", "https://evening-post.ca/a", None),  # both orders are written there
        ("Evening Post", "http://[not an address", None),
        ("Evening Post", None, None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_the_country_of_the_outlet_tells(outlet: str | None, url: str | None, day_first: bool | None) -> None:
    found = order_of(outlet, url)
    assert (None if found is None else found.day_first) is day_first
    assert found is None or "country" in found.why


def test_the_vocabulary_is_well_formed() -> None:
    words = vocabulary("dayorder.yaml")
    first, second = words["day_first"], words["month_first"]
    assert len({*first, *second}) == len(first) + len(second)
    assert all(len(code) == 2 and code.islower() for code in (*first, *second, *words["worldwide_domains"]))
    names = [name.lower() for names in words["outlets"].values() for name in names]
    assert len(set(names)) == len(names)
    assert set(words["outlets"]) <= {*first, *second}
