"""WHAT WOULD REOPEN OR END IT: the conditions told of, by what would follow."""

from dragoman.process.likeness import are_alike
from dragoman.records.rows.talks import ConditionRow, ConditionStatus
from dragoman.showing import acts
from dragoman.showing.brief.citing import Citations
from dragoman.showing.brief.lines import line, more, phrase, quotation, section
from dragoman.showing.brief.pile import Pile
from dragoman.showing.brief.shown import modal, named
from dragoman.showing.brief.together import together
from dragoman.showing.brief.weights import consequence
from dragoman.showing.page.model import Line, Section, SectionKey
from dragoman.showing.page.pieces import told, wording

CONDITIONS = 5
FEW = 5  # words; a condition of fewer ("if they refuse") says too little by itself
QUOTE = 170
FIRST = "resume_mediation"  # what a reader asks first of a halted channel
ORDER = ("reopens", "ends", "agrees")
NEGATED = {"reopens": "ends"}  # what else would not be done is left to the table


def reopens(pile: Pile, cite: Citations) -> Section | None:
    """What would reopen the talks first, then what would end them, then what would bring an agreement."""
    bearing = [rows for rows in once(conditions(pile)) if any(_is_shown(row, pile, cite) for row in rows)]
    shown = sorted(bearing[:CONDITIONS], key=lambda rows: ORDER.index(_follows(rows[0])))
    return section(
        SectionKey.REOPENS,
        wording("section_reopens"),
        [_condition(rows, pile, cite) for rows in shown],
        more=more(len(pile.conditions) - sum(map(len, shown)), "conditions", pile),
        note=None if pile.conditions else wording("conditions_none"),
    )


def _is_shown(row: ConditionRow, pile: Pile, cite: Citations) -> bool:
    """Whether it is of those in the talks or often told of, and the sentence names them."""
    (sentence,) = cite.around(row.evidence[:1])
    if not any(map(pile.matters, row.who)):
        return False
    return bool(pile.who(row.who)) and all(named(pile.names(actor), sentence.quote) for actor in row.who)


def conditions(pile: Pile) -> list[ConditionRow]:
    """The open conditions that bear on the talks, the most pressing first; what was met or failed bears no more."""
    bearing = (row for row in pile.conditions if row.status is ConditionStatus.OPEN and _follows(row))
    return sorted(bearing, key=lambda row: _weight(row, pile))


def once(rows: list[ConditionRow]) -> list[list[ConditionRow]]:
    """Tellings of one condition together: of the same act, in like words."""
    return together(rows, _is_alike)


def _is_alike(one: ConditionRow, other: ConditionRow) -> bool:
    same = (one.act, one.negated, one.status) == (other.act, other.negated, other.status)
    return same and are_alike(one.text, other.text)


def _follows(row: ConditionRow) -> str:
    """What the act that the condition governs does to the talks; not being host any more ends them too."""
    follows = consequence(row.act)
    return NEGATED.get(follows, "") if row.negated else follows


def _weight(row: ConditionRow, pile: Pile) -> tuple[bool, bool, bool, int, int, str]:
    reports = {item.report for item in row.evidence}
    return (
        row.act != FIRST,
        row.channel is None,
        not pile.who(row.who),
        ORDER.index(_follows(row)),
        -len(reports),
        row.id,
    )


def _condition(rows: list[ConditionRow], pile: Pile, cite: Citations) -> Line:
    """The act and the condition in the report's words; a condition of few words in the sentence that explains it."""
    evidence = [item for one in rows for item in one.evidence]
    row = max(rows, key=lambda one: _is_shown(one, pile, cite))
    (sentence_of_it,) = cite.around(row.evidence[:1])
    governed = acts.governed(
        row.act, pile.who(row.who), negated=row.negated, modal=modal(sentence_of_it.quote, row.text) or "would"
    )
    if len(row.text.split()) < FEW:
        sentence = quotation(row.text, cite.around(row.evidence), QUOTE)
        pieces = [*told("condition_within", act=governed, words=sentence)]
    else:
        pieces = [*told("condition", act=governed, words=phrase(row.text, cite.wide(evidence)))]
    told_first = [*row.evidence, *(item for item in evidence if item not in row.evidence)]
    return line(cite, wording(_follows(row)), pieces, told_first, rows)
