"""The quotations of a block as tokens: the same for every style of marks; an odd one costs its own quotation only."""

from collections.abc import Callable

import pytest

from dragoman.reading.attributions.quotes import Quote, State, all_quotes, canonical, states
from dragoman.reading.marks import Style, styles
from dragoman.reading.parsed import Parsed

ParsedOf = Callable[..., Parsed]

# { } around a quotation, < > around one inside it.
_STORY = (
    "{We will come back,} the envoy's aide said. {The workers' union isn't against it.} The council called that "
    "{a joke,} and its chair, Tam O'Brenn, added: {He told me <no, not yet> and left in the '90s.}\n\n"
    "{It was hard then,} she said. {It is harder now.\n\n"
    "{We'll go on, <whatever they say.>} Nobody knew who {they} were.\n"
)


def _in_style(text: str, style: Style) -> str:
    for sign, mark in zip("{}<>", (*style.outer, *style.inner), strict=True):
        text = text.replace(sign, mark)
    return text


def _outer(parsed: Parsed) -> tuple[Quote, ...]:
    return tuple(quote for quote in all_quotes(parsed) if not quote.depth)


def _texts(parsed: Parsed) -> list[str]:
    return [parsed.span(parsed.doc[q.start : q.end]).of(parsed.report.text) for q in _outer(parsed)]


@pytest.fixture(scope="module")
def plain(parsed_of: ParsedOf) -> Parsed:
    return parsed_of(_in_style(_STORY, styles()["american"]))


def test_a_story_has_its_quotations(plain: Parsed) -> None:
    found = [plain.doc[q.start + 1 : q.end - 1].text for q in all_quotes(plain) if q.closed]
    assert found == [
        "We will come back,",
        "The workers' union isn't against it.",
        "a joke,",
        "He told me ‘no, not yet’ and left in the '90s.",
        "no, not yet",
        "It was hard then,",
        "We'll go on, ‘whatever they say.’",
        "whatever they say.",
        "they",
    ]
    assert [q.goes_on for q in _outer(plain)] == [False] * 5 + [True, False, False]


@pytest.mark.parametrize("name", sorted(styles()))
def test_every_style_gives_the_same_tokens(parsed_of: ParsedOf, plain: Parsed, name: str) -> None:
    parsed = parsed_of(_in_style(_STORY, styles()[name]))
    assert [t.text for t in parsed.doc] == [t.text for t in plain.doc]
    assert [t.head.i for t in parsed.doc] == [t.head.i for t in plain.doc]
    assert all_quotes(parsed) == all_quotes(plain)
    assert canonical(all_quotes(parsed)) == canonical(all_quotes(plain))
    assert states(all_quotes(parsed), len(parsed.doc)) == states(all_quotes(plain), len(plain.doc))


@pytest.mark.parametrize("name", sorted(styles()))
def test_every_style_leads_back_to_its_own_marks(parsed_of: ParsedOf, name: str) -> None:
    style = styles()[name]
    parsed = parsed_of(_in_style(_STORY, style))
    first, *_, last = _texts(parsed)
    assert first == f"{style.outer[0]}We will come back,{style.outer[1]}"
    assert last == f"{style.outer[0]}they{style.outer[1]}"
    nested = next(q for q in all_quotes(parsed) if q.depth)
    span = parsed.span(parsed.doc[nested.start : nested.end])
    assert span.of(parsed.report.text) == f"{style.inner[0]}no, not yet{style.inner[1]}"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„We will talk”, she said.", ["„We will talk”"]),
        ("„We will talk\", she said.", ["„We will talk\""]),
        ("“We will talk,“ she said.", ["“We will talk,“"]),
        ("''We will talk,'' she said.", ["''We will talk,''"]),
        ("‘‘We will talk,’’ she said.", ["‘‘We will talk,’’"]),
        (",,We will talk,'' she said.", [",,We will talk,''"]),
        ('" We will talk , " she said.', ['" We will talk , "']),
        ('"We will talk,"she said.', ['"We will talk,"']),
        ('She said,"We will talk." Then she left.', ['"We will talk."']),
        ('"We will talk", she said.', ['"We will talk"']),
        ('She left—"at once"—and that was that.', ['"at once"']),
        ("The \"Ossary Plan\"'s terms are known.", ['"Ossary Plan"']),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("\"He told me 'go home,' \" she said.", ["\"He told me 'go home,' \""]),
        ("'He told me \"go home\" twice,' she said.", ["'He told me \"go home\" twice,'"]),
        ('“A “sad” day,” she said.', ['“A “sad” day,”']),
        ('"A "sad" day," she said.', ['"A "sad" day,"']),
        ("A 'safe zone' and the workers' union.", ["'safe zone'"]),
        ("The so-called 'safe zones' are no 'zones' at all.", ["'safe zones'", "'zones'"]),
        ("'I was there in '97, for the miners' sake,' he said.", ["'I was there in '97, for the miners' sake,'"]),
        ("'I saw 'em goin' home,' he said.", ["'I saw 'em goin' home,'"]),
        ("‘They’ll take ’cause they can,’ he said.", ["‘They’ll take ’cause they can,’"]),
        ("'27 firms have paid,' he said.", ["'27 firms have paid,'"]),
        ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
        ('A 6" pipe and a 12" pipe burst.', []),
        ("It is 6' 2\" long, and 5' wide.", []),
        ("The ministers' plan isn't the miners' plan.", []),
        ("The 'Ata family called the officials' and the ministers' plan a trick.", []),
        ("Rock 'n' roll and al-'Arabi's ma'arib.", []),
        ("'Tis the season of '97, an' that's that.", []),
        ("» Read more about the talks", []),
        ('Columns: a,,b,, c ,, d.', []),
        ('" " \' \' “” «»', []),
    ],
)  # fmt: skip
def test_pairs(parsed_of: ParsedOf, text: str, quoted: list[str]) -> None:
    assert _texts(parsed_of(text)) == quoted


@pytest.mark.parametrize("opening", ['"', "“", "«", "„", "``", "‘", "'"])
def test_a_quotation_goes_on_in_the_next_paragraph_when_that_opens_with_a_mark(
    parsed_of: ParsedOf, opening: str
) -> None:
    style = next(s for s in styles().values() if s.outer[0] == opening)
    parsed = parsed_of(_in_style("{We began in spring,} Osk said. {It was hard.\n\n{It is harder now.}\n", style))
    quotes = _outer(parsed)
    assert [q.goes_on for q in quotes] == [False, True, False]
    assert [q.paragraph for q in quotes] == [0, 0, 1]
    assert [(q.opened, q.closed) for q in quotes] == [(True, True), (True, False), (True, True)]


def test_french_repeats_its_closing_mark(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("« We began in spring.\n\n» It was hard then.\n\n» It is harder now », she said.\n")
    assert [(q.goes_on, q.closed) for q in _outer(parsed)] == [(True, False), (True, False), (False, True)]


def test_a_quotation_goes_on_without_a_mark_when_its_end_comes_soon(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("“We began in spring.\n\nIt was hard then.\n\nIt is harder now,” she said. The talks failed.\n")
    assert [t.strip("“”") for t in _texts(parsed)] == ["We began in spring.", "It was hard then.", "It is harder now,"]
    assert [(q.opened, q.goes_on) for q in _outer(parsed)] == [(True, True), (False, True), (False, False)]


def test_a_list_of_bullets_is_no_quotation(parsed_of: ParsedOf) -> None:
    assert _outer(parsed_of("» Talks stall in Ossary\n\n» Envoy leaves\n\n» Council meets\n")) == ()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("“We will talk.\n\nThe envoy left. “We tried,” he said.\n", ["We will talk."]),
        ('"We will talk.\n\nThe envoy left. "We tried," he said.\n', ["We will talk."]),
        ("«We will talk.\n\nThe envoy left. «We tried,» he said.\n", ["We will talk."]),
        ("‘We will talk.\n\nThe envoy left. ‘We tried,’ he said.\n", []),
        ("We will talk,” she said.\n\nThe envoy left. “We tried,” he said.\n", []),
        ('We will talk," she said.\n\nThe envoy left. "We tried," he said.\n', []),
        ("We will talk», she said.\n\nThe envoy left. «We tried,» he said.\n", []),
        ("“We will talk, she said. “We tried,” he said.\n", []),
        ('"We will talk, she said. "We tried," he said.\n', []),
        ("'We will talk, she said. 'We tried,' he said.\n", []),
        ("“We ‘will talk,” she said. “We tried,” he said.\n", ["We ‘will talk,"]),
        ("“We will’ talk,” she said. “We tried,” he said.\n", ["We will’ talk,"]),
    ],
)
def test_an_odd_mark_costs_its_own_quotation_only(parsed_of: ParsedOf, text: str, before: list[str]) -> None:
    assert [q.strip("“”\"«»‘'’") if q[1:-1] not in before else q[1:-1] for q in _texts(parsed_of(text))] == [
        *before,
        "We tried,",
    ]


def test_a_mark_left_open_does_not_swallow_a_long_paragraph(parsed_of: ParsedOf) -> None:
    text = "“We will talk. " + "The envoy went to the council and back again. " * 100 + "\n\n“We tried it,” he said.\n"
    quotes = _texts(parsed_of("She said: " + text.replace("\n\n“", "\n\nThen: “")))
    assert quotes == ["“We tried it,”"]


def test_what_each_token_is(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("She said: «Not ‹yet›.»")
    tokens = [t.text for t in parsed.doc]
    assert tokens == ["She", "said", ":", "“", "Not", "‘", "yet", "’", ".", "”"]
    out, opens, inside, closes = State.OUTSIDE, State.OPENS, State.INSIDE, State.CLOSES
    told = states(all_quotes(parsed), len(parsed.doc))
    assert told == [out, out, out, opens, inside, opens, inside, closes, inside, closes]
    assert canonical(all_quotes(parsed)) == {3: '"', 5: "'", 7: "'", 9: '"'}


def test_apostrophes_are_no_marks(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("The workers' union isn't O'Brenn's, 'tis the '90s’ own.")
    assert canonical(all_quotes(parsed)) == {}
    assert set(states(all_quotes(parsed), len(parsed.doc))) == {State.OUTSIDE}
