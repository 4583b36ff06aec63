"""Each kind of boilerplate in shapes that pages have it in, and the sentences that look like it and are none."""

import pytest

from dragoman.records.report import BoilerplateKind as Kind
from dragoman.reports import from_text

LEAD = "The mediator said on Monday that both sides had agreed to meet again in the port city."
BODY = "A delegate who asked not to be named said the council had not yet answered the new proposal."


def aside(text: str) -> dict[str, Kind]:
    report = from_text(text)
    return {passage.span.of(text): passage.kind for passage in report.boilerplate}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ana Rell", Kind.BYLINE),
        ("By Ana Rell and Tomas Iber, Diplomatic Correspondents", Kind.BYLINE),
        ("Ana Rell in Port Varra and Tomas Iber in Osk", Kind.BYLINE),
        ("5 min read", Kind.METADATA),
        ("·12 minute read", Kind.METADATA),
        ("Reading time: 4 minutes", Kind.METADATA),
        ("9 March 2031", Kind.METADATA),
        ("Agence France-Presse", Kind.METADATA),
        ("The envoy leaves the hall on Friday. Photograph: Ana Rell/AFP/Getty", Kind.CAPTION),
        ("The envoy leaves the hall on Friday. (Ana Rell/AFP via Getty Images)", Kind.CAPTION),
        ("The envoy leaves the hall on Friday. [File: Ana Rell/Reuters]", Kind.CAPTION),
        ("FILE - The envoy leaves the hall in May", Kind.CAPTION),
        ("Photograph: Ana Rell/EPA", Kind.CREDIT),
        ("Related: What the ferry deal says", Kind.RELATED),
        ("READ MORE: What the ferry deal says", Kind.RELATED),
        ("Advertisement", Kind.NOTICE),
        ("Sign up for our daily newsletter", Kind.NOTICE),
        ("Thank you for visiting our website!", Kind.NOTICE),
        ("Follow Ana Rell on Twitter @anarell", Kind.NOTICE),
    ],
)
def test_lines_in_the_head_that_are_no_story(line: str, kind: Kind) -> None:
    assert aside(f"Ferry Talks Resume in Port Varra\n\n{line}\n\n{LEAD}\n\n{BODY}").get(line) is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The post Ferry Talks Resume appeared first on The Varra Ledger.", Kind.FOOTER),
        ("(Reporting by Ana Rell; Editing by Tomas Iber)", Kind.FOOTER),
        ("Ana Rell and Tomas Iber contributed to this report.", Kind.FOOTER),
        ("© 2031 The Varra Ledger. All rights reserved.", Kind.FOOTER),
        ("Read the rest here.", Kind.FOOTER),
        ("REUTER", Kind.FOOTER),
        ("Island News", Kind.METADATA),
    ],
)
def test_lines_under_the_story(line: str, kind: Kind) -> None:
    assert aside(f"{LEAD}\n{BODY}\n{line}").get(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the council had not answered.",
        "“Thank you for visiting our website,” the minister joked as the hackers logged out.",
        "The group said on its website that it would follow the deal.",
        "Photographs of the damage were shown to reporters, he said.",
        "Analysis of the text shows two versions, the envoy said.",
        "He told the AP/Reuters pool that talks would resume.",
        "More: that is what both sides want, the envoy said.",
        "We are committed to the truce, and our team will go back to the table.",
        "The latest news from the front was grim, officials said.",
        "In a post on X, Ana Rell (@anarell) said the talks were over.",
        "The council said its terms of use of the harbour had not changed.",
        "Related talks on fishing will go on in June, the envoy said.",
        "Read the letter again, the envoy told reporters.",
        "The agreement was first published in May by the council.",
        "Two sides, one table",
    ],
)
def test_sentences_that_look_alike_are_kept(line: str) -> None:
    for text in (f"{LEAD}\n\n{line}\n\n{BODY}", f"{LEAD}\n{BODY}\n{line}\n{LEAD}"):
        assert aside(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry Talks Resume After Long Silence\n{LEAD}\n{BODY}",
        f"Ferry talks resume after long silence\n\n{LEAD}\n{BODY}",
        f"Ferry talks resume after long silence\nBy Ana Rell\n{LEAD}\n{BODY}",
        f"\n\nFerry talks resume after ‘long silence’\n\n·3 min read\n{LEAD}\n{BODY}",
    ],
)
def test_a_headline_is_found_and_is_the_title(text: str) -> None:
    headlines = [words for words, kind in aside(text).items() if kind is Kind.HEADLINE]
    assert headlines == [from_text(text).title]
    assert headlines[0].lower().startswith("ferry talks resume")


@pytest.mark.parametrize(
    "text",
    [
        "The envoys had told\nVarra\n’s council that talks were over, a diplomat said on Friday in the city.",
        "The failure of the International Ferry\nOrganization to agree on routes could raise prices,\ntraders said.",
        f"{LEAD}\n\n{BODY}",
        "Talks resume",
        "",
    ],
)
def test_a_text_without_a_headline_keeps_its_first_line(text: str) -> None:
    assert aside(text) == {}


def test_the_points_over_a_story_are_set_aside_and_are_no_title() -> None:
    text = f"Story highlights Ferry talks resume\n\nCouncil has not answered\n\n{LEAD}\n\n{BODY}"
    assert list(aside(text).values()) == [Kind.HEADLINE, Kind.HEADLINE]
    assert from_text(text).title is None


def test_a_post_goes_with_the_line_that_signs_it() -> None:
    post = "BREAKING: BRIDGE SHUT AGAIN pic.twitter.com/abc123\n— Ana Rell (@anarell) March 9, 2031"
    assert aside(f"{LEAD}\n{post}\n{BODY}") == {post: Kind.EMBED}


def test_a_post_in_several_lines_between_blank_ones() -> None:
    post = "The bridge is shut.\nStay at home.\n— Ana Rell (@anarell) March 9, 2031"
    assert aside(f"{LEAD}\n\n{post}\n\n{BODY}") == {post: Kind.EMBED}


def test_a_caption_left_as_markup_and_said_again() -> None:
    words = "The envoy leaves the hall. The council is believed to have asked for more time."
    credit = "Photograph: Ana Rell/AFP/Getty"
    text = f"<span>{words}</span><span>{credit}</span>\n{words}{credit}\n\n{LEAD}\n\n{BODY}"
    assert list(aside(text).values()) == [Kind.CAPTION, Kind.CAPTION]


def test_tags_go_and_the_words_between_them_stay() -> None:
    text = f"<p>{LEAD}</p>\n<p>The council <b>refused</b> at once, a delegate told reporters.</p>"
    assert set(aside(text).values()) == {Kind.MARKUP}
    assert set(aside(text)) == {"<p>", "</p>", "<b>", "</b>"}


def test_a_list_of_other_stories_goes_to_its_end_and_names_what_to_get() -> None:
    text = (
        f"Ferry talks resume in Port Varra\n\n{LEAD}\n\nLatest Stories\n\n"
        "  • Mediator says ferry talks to move to Osk\n\n    PORT VARRA (Reuters) -The mediator said so on Monday.\n\n"
        "  • Singer leaves her band\n\n    She said she was tired. It was time.\n"
    )
    report = from_text(text)
    latest = [passage for passage in report.boilerplate if passage.kind is Kind.LATEST]
    assert [passage.span.of(text)[:14] for passage in latest] == ["Latest Stories"]
    assert latest[0].span.end == len(text.rstrip())
    assert [(teaser.title, teaser.outlet) for teaser in report.teasers] == [
        ("Mediator says ferry talks to move to Osk", "Reuters")
    ]


def test_a_box_in_the_middle_costs_the_box_alone() -> None:
    text = f"{LEAD}\n\nMore on this story\n\nFerry fares to rise\n\nWho is who at the table\n\n{BODY}\n\n{LEAD}"
    assert aside(text) == {"More on this story\n\nFerry fares to rise\n\nWho is who at the table": Kind.LATEST}


def test_a_lone_heading_costs_itself_alone() -> None:
    assert aside(f"{LEAD}\n\nMore On This...\n\n{BODY}") == {"More On This...": Kind.LATEST}


def test_the_outlet_of_a_syndicated_copy() -> None:
    report = from_text(f"{LEAD}\nThe post Ferry Talks appeared first on The Varra Ledger.")
    assert report.outlet == "The Varra Ledger"


def test_a_head_of_several_lines_is_sorted_out() -> None:
    title = "Three months on, the road to a deal is short and nobody walks on it"
    text = f"Home > World > Osk\nThe Varra Ledger\nPublished 9 March 2031\n\n{title}\n\n{LEAD}\n\n{BODY}"
    report = from_text(text)
    assert report.title == title
    assert [passage.kind for passage in report.boilerplate] == [
        Kind.NAVIGATION,
        Kind.METADATA,
        Kind.METADATA,
        Kind.HEADLINE,
    ]


def test_a_byline_may_name_a_post() -> None:
    text = f"Ferry Talks Resume in Port Varra\nBy Ana Rell, Varra Ledger diplomatic staff\n\n{LEAD}"
    assert from_text(text).byline == "Ana Rell, Varra Ledger diplomatic staff"


def test_a_gallery_told_as_one_long_line_is_a_caption() -> None:
    gallery = (
        "Photos: The ferry Photos: The ferry The ferry – Osk and Varra struck a deal. Hide Caption 1 of 7 "
        + "Quay. " * 90
    )
    found = aside(
        f"Ferry Talks Resume\n\n{LEAD}\n\n{gallery.strip()}\n\nPhotos: both sides had some, he said.\n\n{BODY}"
    )
    assert found.get(gallery.strip()) is Kind.CAPTION
    assert BODY not in found
