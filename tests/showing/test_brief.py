import datetime
from typing import Any

import pytest

from dragoman.records.reading import EventMode
from dragoman.records.rows.evidence import ActorRef, Review, ReviewStatus
from dragoman.records.rows.happenings import ClaimStatus
from dragoman.records.rows.reports import Relevance
from dragoman.records.rows.talks import Answer, ChannelState, HostingStatus, Response
from dragoman.records.time import NO_DAY, Interval, Precision
from dragoman.showing.brief import Brief, brief
from dragoman.showing.brief.model import AsOfGround, SinceGround
from dragoman.showing.page.model import Line, Section, SectionKey, Tone, counted
from dragoman.showing.plain import inside
from dragoman.workbench import KeptBrief
from tests.showing.invented import full_tables
from tests.showing.memory import in_memory
from tests.showing.rows import (
    DENIAL,
    DUAL,
    HALT,
    HALT_COPY,
    MARCH_8,
    MARCH_9,
    OSK,
    REOPENS,
    VARRA,
    event,
    evidence,
    report,
    statement,
)

UNQUOTED = {"Statements", "Copies", "When", "Not read"}  # lines about reports as a whole


def section(made: Brief, key: SectionKey) -> Section:
    return next(item for item in made.sections if item.key == key)


def lines(made: Brief) -> list[Line]:
    return [line for item in made.sections for line in item.lines]


def test_the_sections_come_in_their_order(full: Any) -> None:
    keys = [item.key for item in brief(full).sections]
    assert keys == [
        SectionKey.STANDS,
        SectionKey.NEW,
        SectionKey.TABLE,
        SectionKey.REOPENS,
        SectionKey.DISPUTED,
        SectionKey.FIGURES,
        SectionKey.HAPPENED,
        SectionKey.ACTORS,
        SectionKey.SOURCING,
        SectionKey.NOT_KNOWN,
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


def test_its_day_is_the_latest_that_the_record_holds(full: Any) -> None:
    made = brief(full)
    assert (made.as_of, made.as_of_ground) == (datetime.date(2031, 3, 9), AsOfGround.LATEST)
    assert made.since == datetime.date(2031, 3, 2)
    assert any("latest day" in note for note in made.notes)


def test_a_planned_event_does_not_move_its_day() -> None:
    tables = full_tables()
    later = datetime.date(2031, 5, 1)
    tables["timeline"] = (
        *tables["timeline"],
        event("t-9", "will meet", (HALT,), begin=later, end=later, mode=EventMode.PLANNED),
    )
    assert brief(in_memory(tables)).as_of == datetime.date(2031, 3, 9)


def test_its_day_can_be_asked_for_and_goes_into_every_table(full: Any) -> None:
    day = datetime.date(2031, 3, 8)
    made = brief(full, as_of=day)
    assert (made.as_of, made.as_of_ground) == (day, AsOfGround.GIVEN)
    assert full.asked
    assert {filters.as_of for filters in full.asked} == {day, None}  # all reports tell of it, the later ones too


def test_a_record_without_any_day_still_gives_a_brief() -> None:
    tables = full_tables()
    tables["reports"] = (report("r-1", None, None),)
    tables["timeline"] = ()
    made = brief(in_memory(tables))
    assert (made.as_of, made.since, made.as_of_ground) == (None, None, AsOfGround.UNKNOWN)
    assert section(made, SectionKey.STANDS).lines


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


def test_what_would_reopen_it_is_told_in_the_words_of_the_condition(full: Any) -> None:
    line = section(brief(full), SectionKey.REOPENS).lines[0]
    assert (line.label, line.text) == ("To reopen", "Varra would resume mediation “if both sides show they mean it”")
    assert line.rows == ("d-1",)


def test_disputed_leaves_who_to_not_known_and_numbers_to_figures(full: Any) -> None:
    made = brief(full)
    told = {row for line in section(made, SectionKey.DISPUTED).lines for row in line.rows}
    assert told == {"x-1"}
    assert "x-2" in {row for line in section(made, SectionKey.NOT_KNOWN).lines for row in line.rows}
    figures = section(made, SectionKey.FIGURES).lines
    assert figures[0].text == "250 (Osk) or about 240 (the Council); disputed"


def test_new_since_a_day_that_nothing_follows_says_so(full: Any) -> None:
    made = brief(full, since=datetime.date(2031, 3, 9))
    new = section(made, SectionKey.NEW)
    assert new.title == "NEW SINCE 9 MARCH"
    assert (new.lines, new.note) == ((), "Nothing in the record is told to have happened since.")


def test_an_event_is_told_once_either_as_new_or_before(full: Any) -> None:
    made = brief(full, since=datetime.date(2031, 3, 1))
    new = {row for line in section(made, SectionKey.NEW).lines for row in line.rows}
    before = {row for line in section(made, SectionKey.HAPPENED).lines for row in line.rows}
    assert (new, before) == ({"t-1"}, {"t-2"})  # "Osk says" is too thin a telling for a brief


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
    assert silent.text == "did not comment or could not be reached: Lorne"
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


def test_a_fragment_is_told_in_the_sentence_that_holds_it() -> None:
    tables = full_tables()
    tables["timeline"] = (event("t-1", "halted its own efforts", (HALT,)),)
    line = section(brief(in_memory(tables)), SectionKey.NEW).lines[0]
    assert "“Varra has halted its efforts, a diplomat" in line.text


def test_an_event_of_a_conflict_that_stands_above_is_not_quoted_again() -> None:
    tables = full_tables()
    tables["timeline"] = tuple(
        row.but(claim="c-1", begin=None, end=MARCH_8) if row.id == "t-1" else row for row in tables["timeline"]
    )
    made = brief(in_memory(tables))
    line = next(line for line in section(made, SectionKey.HAPPENED).lines if "t-1" in line.rows)
    assert line.text == "Varra suspended mediation DISPUTED"
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


def test_proposals_told_twice_are_one_line_with_all_evidence() -> None:
    tables = full_tables()
    first = tables["proposals"][0].but(author=VARRA, versions=(), differs_on=(), responses=())
    tables["proposals"] = (first, first.but(id="p-2", evidence=(HALT_COPY,)))
    told = [line for line in section(brief(in_memory(tables)), SectionKey.TABLE).lines if line.label == "Proposal"]
    assert [line.rows for line in told] == [("p-1", "p-2")]
    assert len(told[0].cites) == 2


def test_what_stands_on_the_table_is_not_told_again_as_an_event() -> None:
    tables = full_tables()
    tables["timeline"] = (*tables["timeline"], event("t-9", DUAL.quote, (DUAL,), type="propose", begin=None))
    told = {row for line in section(brief(in_memory(tables)), SectionKey.HAPPENED).lines for row in line.rows}
    assert told == {"t-2"}


def test_an_answer_is_told_with_the_words_that_tell_it() -> None:
    tables = full_tables()
    words = evidence("r-2", "The Osk cabinet voted for the plan on Saturday.", 800)
    cabinet = tables["actors"][2].but(id="a-cabinet", name="Osk cabinet", of=OSK)
    answer = Answer(who=OSK, response=Response.ACCEPTED, when=Interval.day(MARCH_8))
    tables["actors"] = (*tables["actors"], cabinet)
    tables["proposals"] = (tables["proposals"][0].but(responses=(answer,)),)
    agent = (ActorRef(id="a-cabinet", name="Osk cabinet"),)
    tables["timeline"] = (*tables["timeline"], event("t-9", words.quote, (words,), type="accept", agent=agent))
    line = next(item for item in section(brief(in_memory(tables)), SectionKey.TABLE).lines if item.label == "answer")
    assert line.text == "Osk: accepted, 8 March — “The Osk cabinet voted for the plan on Saturday.”"
    assert line.rows == ("p-1", "t-9")


def test_a_denial_that_stands_on_a_side_of_a_conflict_is_not_told_twice() -> None:
    tables = full_tables()
    denial = tables["claims"][0].but(id="c-2", text="inaccurate", status=ClaimStatus.DENIED, evidence=(DENIAL,))
    tables["claims"] = (*tables["claims"], denial, denial.but(id="c-3", text=REOPENS.quote, evidence=(REOPENS,)))
    told = [line for line in section(brief(in_memory(tables)), SectionKey.DISPUTED).lines if line.label == "Denial"]
    assert [line.rows for line in told] == [("c-3",)]


def test_numbers_of_people_leave_others_to_the_table() -> None:
    tables = full_tables()
    killed = tables["figures"][0].but(conflict=None, of="people killed")
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
        point(410, january, MARCH_8, "the Red Bureau"),
        point(410, january, MARCH_9, "Osk"),
        point(12, None, None, None),
    )
    tables["figures"] = (tables["figures"][0].but(points=points, conflict=None),)
    line = section(brief(in_memory(tables)), SectionKey.FIGURES).lines[0]
    assert line.text == (
        "640 (Port Wire, since January); 410 (the Red Bureau and Osk, between 1 January and 8 March); 12 (Port Wire)"
    )


def test_proposals_texts_stand_beside_each_other_by_recipient(full: Any) -> None:
    line = section(brief(full), SectionKey.TABLE).lines[0]
    assert "the texts differ on withdrawal" in line.text
    assert line.grid is not None
    assert line.grid.heads == ("to Osk", "to Ridge Council")
    (row,) = line.grid.rows
    assert row.head.text == "Withdrawal: differ"
    assert [held[0].text for held in row.cells] == ["“let it stay on the ridge”", "“had it withdraw”"]
    assert all(held[0].cites for held in row.cells)


def test_the_sides_stand_beside_each_other_by_issue(full: Any) -> None:
    grid = section(brief(full), SectionKey.TABLE).grid
    assert grid is not None
    assert set(grid.heads) == {"Osk", "Ridge Council"}
    told = dict(zip(grid.heads, (held[0].text for held in grid.rows[0].cells), strict=True))
    assert told["Osk"] == "refuses: “stay on the ridge”, since 8 March"
    assert told["Ridge Council"] == "wants: “had it withdraw”"


def test_only_like_words_are_told_to_be_wanted_and_refused() -> None:
    tables = full_tables()
    refused, wanted = tables["positions"]
    apart = "one wants what another refuses"
    assert apart not in grid_text(tables)
    tables["positions"] = (refused, wanted.but(text="the right to stay on the ridge"))
    assert apart in grid_text(tables)


def grid_text(tables: dict[str, tuple[Any, ...]]) -> str:
    grid = section(brief(in_memory(tables)), SectionKey.TABLE).grid
    return " ".join(cell.text for cell in grid.cells) if grid else ""


def test_a_position_on_another_s_word_says_so() -> None:
    tables = full_tables()
    tables["positions"] = (tables["positions"][0].but(who="an aide to the Council"),)
    assert "(on the word of an aide to the Council)" in grid_text(tables)


def test_a_short_condition_is_told_in_its_sentence() -> None:
    tables = full_tables()
    tables["conditions"] = (tables["conditions"][0].but(text="if both sides show", act="withdraw"),)
    line = section(brief(in_memory(tables)), SectionKey.REOPENS).lines[0]
    assert (line.label, line.text) == (
        "To end",
        "Varra would withdraw, on a condition — “It would resume if both sides show they mean it.”",
    )


def test_conditions_told_alike_are_one_line_with_all_evidence() -> None:
    tables = full_tables()
    again = tables["conditions"][0].but(
        id="d-2", text="if both the sides show that they mean it", evidence=(evidence("r-3", "if both the sides", 900),)
    )
    tables["conditions"] = (*tables["conditions"], again)
    told = section(brief(in_memory(tables)), SectionKey.REOPENS).lines
    assert [line.rows for line in told] == [("d-1", "d-2")]


def test_a_change_of_state_leads_what_is_new() -> None:
    tables = full_tables()
    now = tables["state"][0]
    tables["state_kept"] = (now.but(state=ChannelState.OPEN, channel="k-0"),)
    tables["kept"] = (kept(MARCH_8 - datetime.timedelta(days=1), {"r-1"}),)
    made = brief(in_memory(tables))
    new = section(made, SectionKey.NEW)
    assert new.title == "NEW SINCE THE LAST BRIEF, OF 7 MARCH"
    assert new.lines[0].label == "now"
    assert new.lines[0].text == "Varra's channel: OPEN, now SUSPENDED, since 8 March, disputed"
    assert any("kept on 7 March" in note for note in made.notes)


def test_since_a_kept_brief_only_what_its_reports_did_not_tell_is_new() -> None:
    tables = full_tables()
    tables["kept"] = (kept(MARCH_9, {"r-1"}),)
    made = brief(in_memory(tables))
    new = {row for line in section(made, SectionKey.NEW).lines for row in line.rows}
    assert new & {"t-1", "t-2", "t-3"} == {"t-2"}  # r-1 had told the others, the day of the brief included
    assert "(became known since)" in section(made, SectionKey.NEW).lines[-1].text
    tables["kept"] = (kept(MARCH_9, {"r-1", "r-2", "r-3"}),)
    assert "t-2" not in {row for line in section(brief(in_memory(tables)), SectionKey.NEW).lines for row in line.rows}


def test_a_brief_kept_of_a_later_day_is_not_what_an_earlier_one_goes_by() -> None:
    tables = full_tables()
    tables["kept"] = (kept(MARCH_9, {"r-1"}),)
    assert brief(in_memory(tables), as_of=MARCH_8).since_ground == SinceGround.WEEK
    assert brief(in_memory(tables), since=MARCH_8).since_ground == SinceGround.GIVEN


def test_since_a_day_what_only_later_reports_tell_is_new_too() -> None:
    tables = full_tables()
    january = datetime.date(2031, 1, 20)
    tables["reports"] = (*tables["reports"], report("r-0", "Port Wire", january))
    tables["timeline"] = (
        event("t-1", HALT.quote, (HALT,), begin=datetime.date(2031, 1, 2), end=datetime.date(2031, 1, 2)),
        event("t-2", "Varra halted it", (evidence("r-0", "Varra halted it all", 5),), begin=january, end=january),
    )
    made = brief(in_memory(tables), since=MARCH_8)
    new = section(made, SectionKey.NEW)
    assert [line.rows for line in new.lines if "t-1" in line.rows] == [("t-1",)]
    assert all("t-2" not in line.rows for line in new.lines)


def kept(as_of: datetime.date, reports: set[str]) -> KeptBrief:
    at = datetime.datetime(as_of.year, as_of.month, as_of.day, 9, tzinfo=datetime.UTC)
    return KeptBrief(number=1, at=at, by="ada", as_of=as_of, known_by=None, reports=frozenset(reports))


def test_before_everything_there_is_an_honest_short_answer() -> None:
    tables = full_tables()
    tables["reports"] = tuple(row for row in tables["reports"] if row.published.begin)
    tables["timeline"] = ()
    made = brief(in_memory(tables), as_of=datetime.date(2031, 1, 1))
    assert made.sections == ()
    assert made.notes == (
        "Nothing in this record is told of 1 January 2031 or before it: its first report is of 9 March 2031.",
    )
    assert "3 reports" not in made.heading


def test_nothing_known_by_a_day_says_so(empty: Any) -> None:
    made = brief(empty, known_by=MARCH_8)
    assert made.notes == ("No report in this dossier is known to have been published by 8 March 2031.",)


def test_the_heading_tells_both_days(full: Any) -> None:
    made = brief(full, as_of=MARCH_8, known_by=MARCH_9)
    assert made.heading.endswith(", as of 8 March 2031, by the reports up to 9 March 2031")
    assert {filters.known_by for filters in full.asked} == {MARCH_9}


def test_a_figure_of_later_is_not_told_of_a_day_before_it() -> None:
    tables = full_tables()
    point = tables["figures"][0].points[0]
    later = point.but(low=900, high=900, as_of=Interval.day(MARCH_9))
    undated = point.but(low=901, high=901, evidence=(evidence("r-2", "901 people", 60),))
    tables["figures"] = (tables["figures"][0].but(points=(later, undated, point.but(as_of=Interval.day(MARCH_8)))),)
    told = section(brief(in_memory(tables), as_of=MARCH_8), SectionKey.FIGURES).lines[0].text
    assert "250" in told
    assert "90" not in told


def test_a_condition_that_later_reports_tell_is_not_told_of_a_day_before_them() -> None:
    tables = full_tables()
    tables["reports"] = tuple(
        row.but(published=row.published.but(begin=MARCH_9, end=MARCH_9)) for row in tables["reports"]
    )
    made = brief(in_memory(tables), as_of=MARCH_8)
    assert section(made, SectionKey.REOPENS).note == "No condition is told of in these reports."


def test_two_negotiations_in_one_record_are_told_apart() -> None:
    tables = full_tables()
    other = ActorRef(id="a-tamm", name="Tamm")
    parties = (ActorRef(id="a-n", name="Nerra"), ActorRef(id="a-f", name="Ferro"))
    first = tables["state"][0]
    second = first.but(channel="k-2", process="g-2", mediators=(other,), parties=parties, disputed=False)
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


def test_a_channel_without_a_state_yet_is_told_with_the_day() -> None:
    tables = full_tables()
    tables["state"] = (tables["state"][0].but(state=ChannelState.NONE, since=NO_DAY, readings=(), evidence=()),)
    line = section(brief(in_memory(tables)), SectionKey.STANDS).lines[0]
    assert line.text.startswith("NONE told by 9 March; between")
    assert line.cites
