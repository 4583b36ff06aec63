"""Origins, copies and revisions."""

from dragoman.reconciling import reconcile
from dragoman.records.reading import ActorKind, Sourcing
from dragoman.records.rows.voices import OriginKind
from tests.reconciling.builders import Maker, pile
from tests.reconciling.shelves import told

QUOTE = "they answered every letter with a longer letter and no answer"


def quoting(file: str, outlet: str, source: str, published: str | None, quote: str = QUOTE) -> Maker:
    made = Maker(f"“{quote},” {source} told the {outlet}.", file=file, outlet=outlet, published=published)
    speaker = made.actor(source, ActorKind.PERSON, named=False)
    made.says(quote, source=source, cue="told", actor=speaker, sourcing=Sourcing.UNNAMED)
    return made


def test_one_official_s_sentence_in_two_outlets_is_one_origin_first_printed_by_the_earlier() -> None:
    first = quoting("z.txt", "Gazette", "a senior official", "2031-03-01")
    second = quoting("a.txt", "Herald", "an official", "2031-03-02", QUOTE.replace("and no answer", ""))
    record = reconcile(pile(second, first))
    origin = next(o for o in record.origins if len(o.reports) == 2)
    assert origin.kind is OriginKind.SHARED_PASSAGE
    assert origin.first_report == first.report.id
    assert origin.source == "a senior official"
    assert {s.origin for s in record.statements if QUOTE[:20] in s.content} == {origin.id}


def test_two_officials_with_different_words_are_two_origins() -> None:
    record = reconcile(
        pile(
            quoting("a.txt", "Gazette", "an official", "2031-03-01"),
            quoting(
                "b.txt", "Herald", "an official", "2031-03-02", "the door has been shut and the key is in the river"
            ),
        )
    )
    assert len({s.origin for s in record.statements if s.sourcing is Sourcing.UNNAMED}) == 2


LONG = " ".join(f"Sentence number {n} tells of the {n * 7} carts that crossed the ford at dawn." for n in range(12))


def test_a_report_that_repeats_another_is_its_copy() -> None:
    first = Maker(LONG + " Nothing else.", file="z.txt", outlet="Wire", published="2031-03-01")
    second = Maker(LONG, file="a.txt", outlet="Herald", published="2031-03-02")
    other = Maker("A different story altogether, of a bridge and a ferry.", file="b.txt", outlet="Herald")
    assert told(pile(first, second, other), "copy") == {second.report.id: first.report.id}


def test_a_later_text_at_one_address_is_a_revision() -> None:
    makers = [
        Maker(f"Version {n} of the story.", file=f"{n}.txt", outlet="Wire", published=f"2031-03-0{n}") for n in (1, 2)
    ]
    for made in makers:
        made.report = made.report.but(url="https://wire.example/1")
    assert told(pile(*makers), "revision") == {makers[1].report.id: makers[0].report.id}
    makers[0].report = makers[0].report.but(published=makers[1].report.published)
    assert told(pile(*makers), "revision") == {}
