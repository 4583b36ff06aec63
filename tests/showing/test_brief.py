"""The brief: its sections, their lines and what these cite."""

import datetime
from typing import Any

import pytest

from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Review, ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.talks import HostingStatus
from dragoman.records.time import Interval, Precision
from dragoman.showing.brief import brief
from dragoman.showing.page.model import SectionKey, Tone, counted
from dragoman.showing.plain import inside
from tests.showing.finding import lines, section
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import (
    DENIAL,
    HALT,
    MARCH_8,
    MARCH_9,
    event,
    evidence,
    report,
    statement,
)

UNQUOTED = {"Statements", "Copies", "When", "Not read"}  # lines about reports as a whole


def test_the_sections_come_in_their_order(full: Any) -> None:
    keys = [item.key for item in brief(full).sections]
    assert keys == [
        SectionKey.STANDS,
        SectionKey.NEW,
        SectionKey.TABLE,
        SectionKey.REOPENS,
        SectionKey.DISPUTED,
        SectionKey.FIGURES,
        SectionKey.NOT_KNOWN,
        SectionKey.HAPPENED,
        SectionKey.ACTORS,
        SectionKey.SOURCING,
    ]


def test_every_line_cites_a_report_and_every_line_on_rows_a_quotation(full: Any) -> None:
    for line in lines(brief(full)):
        assert line.cites, line.text
        if line.label not in UNQUOTED:
            assert all(cite.letter for cite in line.cites), line.text


def test_every_citation_stands_in_the_list_at_the_end(full: Any) -> None:
    made = brief(full)
    listed = {(item.number, quote.letter) for item in made.reports for quote in item.quotations}
    told = [*lines(made), *counted(made.sections)]
    cited = {(cite.number, cite.letter) for item in told for cite in item.cites if cite.letter}
    assert cited == listed


def test_a_line_quotes_only_what_it_cites(full: Any) -> None:
    made = brief(full)
    quotes = {(item.number, q.letter): inside(q.quote) for item in made.reports for q in item.quotations}
    for line in [*lines(made), *counted(made.sections)]:
        cited = [quotes[cite.number, cite.letter] for cite in line.cites if cite.letter]
        for piece in line.pieces:
            if piece.tone == Tone.QUOTE:
                words = piece.text.strip("“”…")
                assert any(words in quote for quote in cited), line.text


def test_quotations_keep_the_exact_words_and_their_place(full: Any) -> None:
    made = brief(full)
    first = made.reports[0].quotations[0]
    assert (first.start, first.end, first.quote) == (HALT.start, HALT.end, HALT.quote)


def test_the_head_counts(full: Any) -> None:
    made = brief(full)
    assert made.title == "Ridge Council and Osk"
    assert (made.report_count, made.outlet_count, made.origin_count, made.undated_count) == (3, 3, 2, 1)
    assert made.line_count == sum(bool(line.rows) for line in lines(made)) + 4  # two texts, two positions
    assert made.checked_count == 1  # t-1 alone was confirmed


def test_rejected_rows_are_left_out(full: Any) -> None:
    assert all("t-4" not in line.rows for line in lines(brief(full)))


def test_excluded_reports_are_not_counted() -> None:
    tables = full_tables()
    tables["reports"] = (*tables["reports"], report("r-9", "Gazette", None, relevance=Relevance.EXCLUDE))
    made = brief(in_memory(tables))
    assert (made.report_count, made.outlet_count) == (3, 3)


def test_an_empty_record_says_what_to_do(empty: Any) -> None:
    made = brief(empty)
    assert made.sections == ()
    assert "dragoman read" in " ".join(made.notes)


def test_where_it_stands_tells_both_readings_with_the_states_own_first(full: Any) -> None:
    stands = section(brief(full), SectionKey.STANDS).lines
    assert stands[0].text.startswith("SUSPENDED, since 8 March, disputed")
    assert "venue: Port Varra" in stands[0].text
    assert [line.label for line in stands[1:4]] == ["for", "against", "Hosting"]
    assert "1 origin in 2 reports" in stands[1].text
    assert "L. Taro, named, on the record" in stands[2].text


def test_disputed_leaves_who_to_not_known_and_numbers_to_figures(full: Any) -> None:
    made = brief(full)
    told = {row for line in section(made, SectionKey.DISPUTED).lines for row in line.rows}
    assert told == {"x-1"}
    assert "x-2" in {row for line in section(made, SectionKey.NOT_KNOWN).lines for row in line.rows}
    figures = section(made, SectionKey.FIGURES).lines
    assert figures[0].text == "250 (Osk) or about 240 (the Council); disputed"


def test_a_long_record_is_cut_with_the_command_that_has_the_rest() -> None:
    tables = full_tables()
    days = [datetime.date(2030, 1, 1) + datetime.timedelta(days=n) for n in range(40)]
    tables["timeline"] = tuple(
        event(f"t-{n:02}", f"Event number {n} took place", (evidence("r-1", f"Event number {n} took place", n),),
              begin=day, end=day, type="attack", status=ClaimStatus.DISPUTED if n == 0 else ClaimStatus.SINGLE_ORIGIN)
        for n, day in enumerate(days)
    )  # fmt: skip
    made = brief(in_memory(tables, "q.dossier"))
    happened = section(made, SectionKey.HAPPENED)
    assert happened.more is not None
    assert happened.more.left_out_count == 40 - len(happened.lines)
    assert happened.more.command == "dragoman timeline q.dossier"
    told = [line.rows[0] for line in happened.lines]
    assert told[0] == "t-00"  # disputed, though the oldest
    assert told[1:] == sorted(told[1:])
    assert told[-1] == "t-39"  # then the latest


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (EventMode.PLANNED, "Varra planned to suspend mediation — “"),
        (EventMode.THREATENED, "Varra threatened to suspend mediation — “"),
        (EventMode.DENIED, "denied: Varra suspended mediation — “"),
    ],
)
def test_what_did_not_happen_yet_is_marked(mode: EventMode, said: str) -> None:
    tables = full_tables()
    tables["timeline"] = (event("t-1", HALT.quote, (HALT,), mode=mode),)
    made = brief(in_memory(tables))
    assert section(made, SectionKey.NEW).lines[0].text.startswith(said)


def test_row_text_that_no_report_has_is_never_quoted() -> None:
    tables = full_tables()
    tables["timeline"] = (event("t-1", "Varra stabbed everyone in the back", (HALT,), precision=Precision.DAY),)
    line = section(brief(in_memory(tables)), SectionKey.NEW).lines[0]
    assert "stabbed" not in line.text
    assert "has halted its efforts" in line.text


def test_the_brief_counts_as_checked_only_lines_confirmed_in_full() -> None:
    tables = full_tables()
    confirmed = Review(status=ReviewStatus.CONFIRMED, by="mara")
    tables["conflicts"] = tuple(row.but(review=confirmed) for row in tables["conflicts"])
    made = brief(in_memory(tables))
    checked = {row for line in lines(made) if line.review == ReviewStatus.CONFIRMED for row in line.rows}
    assert checked == {"t-1", "x-1", "x-2"}  # x-3 shares its line with a figure that nobody confirmed


def test_who_said_nothing_is_told_with_evidence(full: Any) -> None:
    silent = next(line for line in section(brief(full), SectionKey.NOT_KNOWN).lines if line.label == "Silent")
    assert silent.text == "did not comment, could not be reached or would not say: Lorne"
    assert silent.rows == ("s-4",)


def test_the_same_record_gives_the_same_brief() -> None:
    one, two = (brief(in_memory(full_tables())) for _ in range(2))
    assert one.as_dict() == two.as_dict()


def test_own_voice_without_an_outlet_is_named_by_its_file() -> None:
    tables = full_tables()
    tables["reports"] = (report("r-1", None, datetime.date(2031, 3, 9)),)
    tables["statements"] = (statement("s-1", HALT),)
    tables["conflicts"] = tables["conflicts"][1:2]
    made = brief(in_memory(tables))
    who = next(line for line in section(made, SectionKey.NOT_KNOWN).lines if line.label == "Who")
    assert "r-3.txt in its own voice" in who.text


def test_words_of_those_who_deny_never_stand_in_for_what_they_deny() -> None:
    """A fragment stays a fragment, though the denial is the fuller sentence."""
    order = evidence("r-1", "to close the office", 50)
    tables = full_tables()
    tables["timeline"] = (event("t-1", order.quote, (order, DENIAL), status=ClaimStatus.DISPUTED),)
    tables["hosting"] = tuple(row.but(evidence=(order, DENIAL)) for row in tables["hosting"])
    tables["conflicts"] = (
        tables["conflicts"][0].but(
            about=order.quote,
            sides=(
                tables["conflicts"][0].sides[0].but(says=order.quote, evidence=(order,)),
                tables["conflicts"][0].sides[1],
            ),
        ),
    )
    made = brief(in_memory(tables))
    told = [section(made, SectionKey.NEW).lines[0], section(made, SectionKey.DISPUTED).lines[0]]
    told += [line for line in section(made, SectionKey.STANDS).lines if line.label == "Hosting"]
    assert all("“to close the office”" in line.text for line in told)
    assert all("inaccurate" not in line.text for line in told)


def test_who_contradicts_a_stay_stands_under_it() -> None:
    tables = full_tables()
    tables["hosting"] = tuple(row.but(evidence=(HALT,)) for row in tables["hosting"])
    told = section(brief(in_memory(tables)), SectionKey.STANDS).lines
    at = next(n for n, line in enumerate(told) if line.label == "Hosting")
    assert told[at + 1].label == "against"
    assert "inaccurate" in told[at + 1].text
    assert "L. Taro" in told[at + 1].text


def test_a_fragment_is_told_in_the_sentence_that_holds_it() -> None:
    tables = full_tables()
    tables["timeline"] = (event("t-1", "halted its own efforts", (HALT,)),)
    line = section(brief(in_memory(tables)), SectionKey.NEW).lines[0]
    assert "“Varra has halted its efforts, a diplomat" in line.text


def test_an_event_of_a_conflict_that_stands_above_is_told_with_its_words() -> None:
    tables = full_tables()
    tables["timeline"] = tuple(
        row.but(claim="c-1", begin=None, end=MARCH_8) if row.id == "t-1" else row for row in tables["timeline"]
    )
    made = brief(in_memory(tables))
    line = next(line for line in section(made, SectionKey.HAPPENED).lines if "t-1" in line.rows)
    assert line.text == f"Varra suspended mediation — “{HALT.quote}” DISPUTED"
    question, *answers = section(made, SectionKey.DISPUTED).lines
    assert question.text == "Varra suspended mediation"
    assert [(answer.label, "“" in answer.text) for answer in answers] == [("for", True), ("against", True)]


def test_nobody_stands_as_who_by_a_pronoun() -> None:
    tables = full_tables()
    it = ActorRef(id="a-it", name="It")
    tables["proposals"] = (*tables["proposals"], tables["proposals"][0].but(id="p-2", author=it, differs_on=()))
    tables["positions"] = (*tables["positions"], tables["positions"][0].but(id="w-3", actor=it))
    tables["hosting"] = (*tables["hosting"], tables["hosting"][0].but(id="h-2", who=it))
    tables["timeline"] = (*tables["timeline"], event("t-9", HALT.quote, (HALT,), agent=(it,)))
    told = {row for line in lines(brief(in_memory(tables))) for row in line.rows}
    assert not told & {"p-2", "w-3", "h-2", "t-9"}


def test_a_guest_under_several_names_has_one_line_the_latest() -> None:
    tables = full_tables()
    stay = tables["hosting"][0]
    earlier = stay.but(id="h-2", status=HostingStatus.HOSTED, begin=datetime.date(2030, 1, 1), disputed=False)
    tables["hosting"] = (earlier, stay)
    hosted = [line for line in section(brief(in_memory(tables)), SectionKey.STANDS).lines if line.label == "Hosting"]
    assert [line.rows for line in hosted] == [("h-1",)]
    assert hosted[0].text.startswith("Ridge Council: asked to leave by Varra, since 8 March, disputed — “")


def test_a_denial_that_stands_on_a_side_of_a_conflict_is_not_told_twice() -> None:
    tables = full_tables()
    other = evidence("r-1", "Lorne denied that a text was sent.", 900)
    denial = tables["claims"][0].but(id="c-2", text="inaccurate", status=ClaimStatus.DENIED, evidence=(DENIAL,))
    tables["claims"] = (*tables["claims"], denial, denial.but(id="c-3", text=other.quote, evidence=(other,)))
    told = [line for line in section(brief(in_memory(tables)), SectionKey.DISPUTED).lines if line.label == "Denial"]
    assert [line.rows for line in told] == [("c-3",)]


def test_numbers_of_people_leave_others_to_the_table() -> None:
    tables = full_tables()
    counted = evidence("r-1", "Osk says 250 men and women were killed, held or freed", 300)
    point = tables["figures"][0].points[0].but(evidence=(counted,))
    killed = tables["figures"][0].but(conflict=None, of="people killed", points=(point,))
    more = [killed.but(id=f"n-{n}", of=of) for n, of in enumerate(("men and women", "people held", "people freed"), 2)]
    tables["figures"] = (killed, *more)
    found = section(brief(in_memory(tables)), SectionKey.FIGURES)
    assert [line.label for line in found.lines] == ["people killed", "people held", "people freed"]
    assert found.more is not None
    assert found.more.left_out_count == 1


def test_sourcing_leads_with_the_balance_of_named_and_unnamed(full: Any) -> None:
    told = section(brief(full), SectionKey.SOURCING).lines
    assert [line.label for line in told] == ["Statements", "One origin", "Copies"]
    assert told[0].text.startswith("4: 2 on the word of named people, organisations or documents, 2 of unnamed sources")
    grid = told[0].grid
    assert grid is not None
    assert grid.heads == ("reports", "named", "unnamed", "relayed", "own voice")
    rows = {row.head.text: [held[0].text for held in row.cells] for row in grid.rows}
    assert rows["Osk Herald"] == ["1", "2", "0", "0", "0"]
    assert told[1].text.startswith("a diplomat briefed on the matter, in 2 reports: “Varra has halted")


def test_a_figure_is_told_by_day_with_whoever_says_it() -> None:
    def point(low: int, begin: datetime.date | None, end: datetime.date | None, who: str | None) -> Any:
        return tables["figures"][0].points[0].but(low=low, high=low, who=who, as_of=Interval(begin=begin, end=end))

    tables = full_tables()
    january = datetime.date(2031, 1, 1)
    points = (
        point(640, january, None, "it"),
        point(410, january, MARCH_8, "Osk"),
        point(410, january, MARCH_9, "the Red Bureau"),
        point(12, None, None, None),
    )
    tables["figures"] = (tables["figures"][0].but(points=points, conflict=None),)
    line = section(brief(in_memory(tables)), SectionKey.FIGURES).lines[0]
    assert line.text == ("640 (Port Wire, since January); 410 (Osk, between 1 January and 8 March); 12 (Port Wire)")


def test_two_negotiations_in_one_record_are_told_apart() -> None:
    tables = full_tables()
    other = ActorRef(id="a-tamm", name="Tamm")
    parties = (ActorRef(id="a-n", name="Nerra"), ActorRef(id="a-f", name="Ferro"))
    first = tables["state"][0]
    told = evidence("r-1", "Tamm mediates between Nerra and Ferro.", 1200)
    second = first.but(
        channel="k-2", process="g-2", mediators=(other,), parties=parties, disputed=False, evidence=(told,)
    )
    tables["state"] = (first, second)
    tables["channels"] = (
        tables["channels"][0],
        tables["channels"][0].but(id="k-2", process="g-2", mediators=(other,), parties=parties),
    )
    made = brief(in_memory(tables))
    labels = [line.label for line in section(made, SectionKey.STANDS).lines if not line.depth]
    assert labels[:4] == ["Talks", "Varra's channel", "Talks", "Tamm's channel"]
    assert any("2 negotiations" in note for note in made.notes)


def test_a_state_that_rests_on_one_unnamed_origin_says_so() -> None:
    tables = full_tables()
    row = tables["state"][0]
    tables["state"] = (row.but(disputed=False, readings=row.readings[1:]),)
    line = section(brief(in_memory(tables)), SectionKey.STANDS).lines[1]
    assert line.text.endswith("— one unnamed origin")
