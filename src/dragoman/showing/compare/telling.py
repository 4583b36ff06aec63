"""How the record tells it: figures, disputes and sourcing as topics of a day."""

from collections.abc import Callable, Hashable, Mapping

from dragoman.records.rows.happenings import ConflictKind, ConflictRow, FigurePoint, FigureRow, Side
from dragoman.records.rows.voices import StatementRow
from dragoman.showing import words
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import cell, plain_cell, quotation, voice
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.questions import Question, questions
from dragoman.showing.brief.sections.disputed import ordered, question_of
from dragoman.showing.brief.sections.figures import distinct, series_name, series_told
from dragoman.showing.brief.sections.sourcing import kinds_told
from dragoman.showing.compare.topics import Telling, Topic, Topics
from dragoman.showing.page.model import Cell
from dragoman.showing.page.pieces import faint, told, wording

QUOTE = 110
CONFLICTS = 3  # before what somebody left open
SIDES = 4
_Point = tuple[FigurePoint, FigureRow]


def figures(pile: Pile, cite: Citations) -> Topics:
    """Each series with its values, by what is counted where."""
    found: dict[Hashable, Mapping[Hashable, _Point]] = {}
    names: dict[Hashable, str] = {}
    for row in pile.figures:
        key = (row.of, row.unit)
        names.setdefault(key, series_name(row))
        points: Mapping[Hashable, _Point] = pile.whole.of_row("points by value", row, _by_value)
        found[key] = {**found[key], **points} if key in found else points

    def tell(part: _Point) -> Cell:
        point, row = part
        return cell(cite, series_told(row, [point], None, pile), point.evidence, [row])

    return {key: Topic(names[key], parts, tell) for key, parts in found.items()}


def _by_value(row: FigureRow) -> Mapping[Hashable, _Point]:
    return {(point.low, point.high, point.hedge): (point, row) for point in distinct(row.points)}


def disputes(pile: Pile, cite: Citations) -> Topics:
    """Each question with its answers, those of who and of numbers too."""
    found: dict[Hashable, Topic] = {}
    for row in ordered(pile, every=True):
        subject = _subject(row, pile)
        found[subject] = Topic(subject, _sides(row, pile), _telling(row, pile, cite))
    open_ = questions(pile)
    for one in open_:
        found[one.asks] = Topic(wording("left_open", question=one.asks), _answers(one, pile, cite))
    first = [*found][:CONFLICTS]
    left_open = [one.asks for one in open_]
    return {key: found[key] for key in dict.fromkeys((*first, *left_open, *found))}


def _answers(one: Question, pile: Pile, cite: Citations) -> dict[Hashable, Telling]:
    """Who would not say, and what others say to it."""
    return {row.id: _answer(row, pile, cite) for row in (one.open, *one.answers)}


def _answer(row: StatementRow, pile: Pile, cite: Citations) -> Telling:
    def tell() -> Cell:
        who = faint(wording("on_word", who=voice(row.source, row.sourcing, row.evidence, pile)))
        return cell(cite, [quotation(row.content, cite.around(row.evidence), QUOTE), who], row.evidence, [row])

    return tell


def _subject(row: ConflictRow, pile: Pile) -> str:
    if row.kind == ConflictKind.WHETHER:  # in the words of an event of the day
        return _asked(row.kind, question_of(row, pile) or row.about)
    found: str = pile.whole.of_row("subject", row, lambda row: _asked(row.kind, row.about))
    return found


def _asked(kind: ConflictKind, about: str) -> str:
    return wording("question", kind=words.word("conflict", kind).capitalize(), about=about)


def _sides(row: ConflictRow, pile: Pile) -> Mapping[Hashable, Side]:
    return pile.whole.of_row("sides", row, lambda row: {_places(side): side for side in row.sides[:SIDES]})


def _places(side: Side) -> Hashable:
    return tuple(sorted((item.report, item.start, item.end) for item in side.evidence))


def _telling(row: ConflictRow, pile: Pile, cite: Citations) -> Callable[[Side], Cell]:
    """Tells the answers to a question."""

    def tell(side: Side) -> Cell:
        who = faint(wording("on_word", who=voice(side.who, side.sourcing, side.evidence, pile)))
        return cell(cite, [quotation(side.says, cite.wide(side.evidence), QUOTE), who], side.evidence, [row])

    return tell


def sourcing(pile: Pile, cite: Citations) -> Topics:
    """How many reports there were, and how the statements in them were sourced."""
    day = pile.as_of
    assert day is not None
    appeared = pile.whole.surely_appeared(day)
    kinds = pile.spoken.surely(day)
    count = sum(kinds.values())
    reports = told("compare_reports_told", reports=words.count(appeared, "report"))
    statements = told("compare_statements", count=count, kinds=kinds_told(kinds) or wording("compare_none"))
    return {
        "reports": Topic(wording("compare_reports"), {appeared: lambda: plain_cell(*reports)}),
        "statements": Topic(wording("statements"), {count: lambda: plain_cell(*statements)}),
    }
