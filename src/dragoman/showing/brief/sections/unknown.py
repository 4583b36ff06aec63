"""NOT KNOWN: who did it where accounts differ, who would not say, what has no day, what was not read."""

from collections.abc import Iterator

from dragoman.records.rows.happenings import ConflictKind, ConflictRow, TimelineRow
from dragoman.records.rows.talks import ChannelState
from dragoman.records.rows.voices import StatementRow
from dragoman.records.time import Known
from dragoman.showing import words
from dragoman.showing.brief.citing import PER_LINE, Citations
from dragoman.showing.brief.lines import line, more, quotation, quoted_first, section, voice, whole_line
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.questions import Question, questions
from dragoman.showing.brief.sections.stands import channel_name, channels
from dragoman.showing.brief.shown import words_for
from dragoman.showing.brief.speaking import speaking_for
from dragoman.showing.brief.tellable import all_tellable
from dragoman.showing.brief.whole import Dated
from dragoman.showing.naming import is_named
from dragoman.showing.page.model import Line, Piece, Section, SectionKey
from dragoman.showing.page.pieces import faint, told, wording
from dragoman.showing.plain import clipped, quoted

QUESTIONS = 5
SIDES = 3
SILENT = 8
LEFT_OPEN = 2
TITLES = 4


def unknown(pile: Pile, cite: Citations) -> Section | None:
    """Open questions first."""
    who = [row for row in pile.conflicts if row.kind == ConflictKind.WHO]
    who.sort(key=lambda row: (-len({e.report for side in row.sides for e in side.evidence}), row.id))
    lines = [_who(row, pile, cite) for row in who[:QUESTIONS]]
    lines += [_left_open(one, cite, pile) for one in questions(pile)[:LEFT_OPEN]]
    lines += _silent(pile, cite)
    lines += _stateless(pile, cite)
    lines += _undated(pile, cite)
    lines += _not_read(pile, cite)
    left = len(who) - QUESTIONS
    return section(SectionKey.NOT_KNOWN, wording("section_not_known"), lines, more=more(left, "conflicts", pile))


def _who(row: ConflictRow, pile: Pile, cite: Citations) -> Line:
    pieces: list[Piece] = [*told("who_about", about=row.about)]
    for index, side in enumerate(row.sides[:SIDES]):
        pieces += told("or") if index else ()
        shown = quoted_first(side.says, cite.wide(side.evidence))
        pieces.append(quotation(side.says, shown, 110))
        who = voice(*speaking_for(side.who, side.sourcing, shown, pile, side.evidence), shown[:1], pile)
        pieces.append(faint(wording("on_word", who=who)))
    if len(row.sides) > SIDES:
        pieces += told("who_more", answers=words.count(len(row.sides) - SIDES, "more answer"))
    evidence = [cite.wide(side.evidence)[0] for side in row.sides[:SIDES] if side.evidence]
    evidence += [item for side in row.sides for item in side.evidence]
    return line(cite, wording("who"), pieces, evidence, [row])


def _left_open(one: Question, cite: Citations, pile: Pile) -> Line:
    """What somebody would not say, and what others say to it."""
    pieces: list[Piece] = [*told("left_open_about", question=one.asks)]
    rows = (one.open, *one.answers)
    for index, row in enumerate(rows):
        pieces += told("or") if index else ()
        pieces.append(quotation(row.content, cite.around(row.evidence), 110))
        pieces.append(faint(wording("on_word", who=voice(row.source, row.sourcing, row.evidence, pile))))
    return line(cite, wording("left_open_label"), pieces, [item for row in rows for item in row.evidence], rows)


def _silent(pile: Pile, cite: Citations) -> list[Line]:
    def quotable() -> Dated[StatementRow]:
        return pile.whole.silent.only(lambda row: _shows_silence(row, cite))

    rows = pile.of_the_day(pile.whole.once("quotable silence", quotable))
    kept = [(_silent_name(row), row, cite.around(row.evidence[:1])[0]) for row in rows]
    # Those whose silence can be quoted on one line: several may be named in one sentence.
    sentences = list(dict.fromkeys((item.report, item.start) for _, _, item in kept))[:PER_LINE]
    kept = [one for one in kept if (one[2].report, one[2].start) in sentences]
    if not kept:
        return []
    shown = list(dict.fromkeys(clipped(who, 48) for who, _, _ in kept))[:SILENT]
    pieces = told("silent_told", names=words.listing(shown))
    return [line(cite, wording("silent"), pieces, [item for _, _, item in kept], [row for _, row, _ in kept])]


def _shows_silence(row: StatementRow, cite: Citations) -> bool:
    """Whether the sentence names who is silent, and says so."""
    (sentence,) = cite.around(row.evidence[:1])
    who = _silent_name(row)
    return is_named(who) and who in sentence.quote and words_for("silence").search(sentence.quote) is not None


def _silent_name(row: StatementRow) -> str:
    """Who is told to be silent: by name, or else in the report's words, which say whose spokespeople they are."""
    if (
        row.actor is not None
        and row.source
        and row.source.startswith((f"{row.actor.name} for ", f"{row.actor.name} of "))
    ):
        return row.source
    return row.actor.name if row.actor else row.source or ""


def _stateless(pile: Pile, cite: Citations) -> list[Line]:
    """Channels of which it is not told since when they stand as they do."""
    rows = [row for row in channels(pile) if row.state != ChannelState.NONE and not row.since.known]
    if not rows:
        return []
    mine = [channel for row in rows for channel in pile.channels if channel.id == row.channel]
    pieces = told("stateless_told", channels=words.listing([channel_name(row) for row in rows]))
    return [line(cite, wording("stateless"), pieces, [item for row in rows for item in row.evidence], mine)]


def _undated(pile: Pile, cite: Citations) -> list[Line]:
    """Reports without a date or with an inferred one, and events without a day."""
    known = pile.whole.once
    undated = pile.undated
    inferred = known("inferred", lambda: [row for row in pile.reports if row.published.known == Known.INFERRED])
    dayless = sorted(
        (row for row in all_tellable(pile) if row.begin is None and row.end is None), key=lambda row: row.id
    )
    lines = []
    if undated:
        files = [clipped(row.file, 40) for row in undated[:TITLES]]
        left = len(undated) - len(files)
        shown = [*files, words.count(left, "other")] if left > 0 else files
        text = told("undated_told", reports=words.count(len(undated), "report"), files=words.listing(shown))
        help_ = faint(wording("undated_help"))
        ids = tuple(row.id for row in undated)
        lines.append(whole_line(wording("undated"), (*text, help_), cite.whole(undated), rows=ids))
    if inferred:
        text = told("inferred_told", reports=words.count(len(inferred), "report"))
        lines.append(whole_line(wording("undated"), text, cite.whole(inferred)))
    if dayless:
        text = told("events_undated", events=words.count(len(dayless), "event"))
        reports = [pile.report[name] for name in dict.fromkeys(_reports(dayless)) if name in pile.report]
        lines.append(whole_line(wording("undated"), text, cite.whole(reports)))
    return lines


def _reports(rows: list[TimelineRow]) -> Iterator[str]:
    return (item.report for row in rows for item in row.evidence)


def _not_read(pile: Pile, cite: Citations) -> list[Line]:
    """Other reports that these list: seen and not read."""
    titles = pile.whole.once("teasers", lambda: {title: row for row in pile.reports for title in row.teasers})
    if not titles:
        return []
    shown = [quoted(title, 80) for title in list(titles)[:TITLES]]
    left = len(titles) - len(shown)
    listed = [*shown, words.count(left, "other")] if left > 0 else shown
    text = told("not_read_told", titles=words.listing(listed))
    return [whole_line(wording("not_read"), text, cite.whole({row.id: row for row in titles.values()}.values()))]
