"""Web pages: the whole page as text, the story told from what stands around it, the day from its metadata."""

import datetime

import pytest

from dragoman.records.report import BoilerplateKind as Kind
from dragoman.reports.building import Draft, Given, build
from dragoman.reports.decoding import Refused
from dragoman.reports.forms.main_text import in_main
from dragoman.reports.forms.page import draft_page, split_page
from dragoman.reports.forms.rendering import Block

PARAGRAPHS = [
    "The mediator said on Monday that both sides had agreed to meet again in the port city before the end of May.",
    "“We are close,” a delegate who asked not to be named told reporters after the morning session at the harbour.",
    "The council has not yet answered the new proposal, which would let the ferries run for another six months.",
    "A spokesman for the island’s government denied that it had asked the mediator to step back from the talks.",
]
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(story: str = STORY, head: str = "", around: str = "") -> str:
    return (
        f"<!doctype html><html lang='en-GB'><head><title>Ferry talks resume in Port Varra - The Varra Ledger</title>"
        f"<meta property='og:site_name' content='The Varra Ledger'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<main><article><h1>Ferry talks resume in Port Varra</h1>{story}</article></main>"
        f"{around}<footer><p>© 2031 The Varra Ledger</p></footer></body></html>"
    )


def drafted(source: str) -> Draft:
    draft = draft_page(source)
    assert isinstance(draft, Draft)
    return draft


def test_the_story_stays_and_the_page_around_it_is_set_aside() -> None:
    report = build(drafted(page(around="<div class='related'><a>Fares to rise</a></div>")), given=Given(), source=None)
    aside = {passage.span.of(report.text): passage.kind for passage in report.boilerplate}
    assert aside["Home"] is Kind.NAVIGATION
    assert aside["Fares to rise"] is Kind.RELATED
    assert aside["© 2031 The Varra Ledger"] is Kind.FOOTER
    assert aside["Ferry talks resume in Port Varra"] is Kind.HEADLINE
    assert not any(paragraph in words for paragraph in PARAGRAPHS for words in aside)
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)


def test_what_the_page_says_of_itself() -> None:
    head = (
        "<meta name='author' content='Ana Rell'><link rel='canonical' href='https://ledger.example/talks'>"
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2031-03-09T23:30:00+02:00"}]}</script>'
    )
    report = build(drafted(page(head=head)), given=Given(), source=None)
    assert report.title == "Ferry talks resume in Port Varra"
    assert (report.outlet, report.byline, report.url) == (
        "The Varra Ledger",
        "Ana Rell",
        "https://ledger.example/talks",
    )
    assert report.published.begin == datetime.date(2031, 3, 9)
    assert report.published.known == "stated"
    assert "datePublished" in report.published.evidence[0].says
    assert report.language == "en"
    assert report.warnings == ()


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2031-03-09T10:00:00Z'>",
        "<meta name='pubdate' content='20310309'>",
        "<meta itemprop='datePublished' content='March 9, 2031'>",
        "<script type='application/ld+json'>{broken</script><meta name='date' content='2031-03-09'>",
    ],
)
def test_metadata_days(head: str) -> None:
    report = build(drafted(page(head=head)), given=Given(), source=None)
    assert report.published.begin == datetime.date(2031, 3, 9)


def test_a_page_without_a_day_is_undated() -> None:
    assert build(drafted(page()), given=Given(), source=None).published.begin is None


def test_text_is_kept_block_by_block_and_white_space_is_put_right() -> None:
    draft = drafted(
        "<body><p>One  two\n three</p><div>four<br>five <b>six</b>, seven&nbsp;&amp; eight</div><style>x</style>"
    )
    assert draft.text == "One two three\n\nfour\nfive six, seven & eight"


def test_a_story_that_a_page_repeats_is_kept_once() -> None:
    words = "The mediator said that both sides would meet again soon"
    blocks = tuple(
        Block(text, "p", "p", False) for text in ("Top", words, "Other things of the day", words, "End of it")
    )
    assert in_main(blocks, f"{words}\nEnd of it").count(True) == 2


def test_without_a_main_text_the_running_text_is_kept() -> None:
    blocks = (Block("Home", "li", "li", False), Block(PARAGRAPHS[0], "p", "p", False))
    assert in_main(blocks, "") == (False, True)


@pytest.mark.parametrize("source", ["", "<html></html>", "<script>x</script>", "<!-- nothing -->", "<div>" * 5000])
def test_a_page_without_words_is_refused(source: str) -> None:
    assert isinstance(draft_page(source), Refused)


def test_a_declared_encoding_is_used_without_a_word() -> None:
    source = page("<p>Le médiateur a déclaré que les pourparlers étaient suspendus.</p>" + STORY)
    source = (
        source.replace("<head>", "<head><meta charset='iso-8859-1'>")
        .replace("“", '"')
        .replace("”", '"')
        .replace("’", "'")
    )
    draft, encoding = split_page(source.encode("latin-1"))
    assert isinstance(draft, Draft)
    assert "médiateur a déclaré" in draft.text
    assert (encoding, draft.notices) == ("iso-8859-1", ())
