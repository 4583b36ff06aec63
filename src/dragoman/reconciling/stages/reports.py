"""Reports: what others want to know of each, which repeat or revise which, and their table."""

from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Mark, Reader, Sharing, Stage
from dragoman.reconciling.blocks.sharing import COMMON
from dragoman.reconciling.copies import LEAST, SHARE, order, runs
from dragoman.reconciling.dating import dated
from dragoman.reconciling.passages import numbers
from dragoman.reconciling.pile import Pile
from dragoman.reconciling.report_rows import report_row
from dragoman.reconciling.stages.views import PileAt, Sheet, dated_item
from dragoman.records.rows.reports import Relevance
from dragoman.records.time import Published

RUNS = "run"


def _sheet(report: str, at: Reader) -> Derived:
    """What is known of a report that no person has excluded."""
    item, word = at.item(report), at.word(report)
    if word.relevance is not None and word.relevance.relevance is Relevance.EXCLUDE:
        return NOTHING
    published: Published = item.published
    if not published.interval.known:
        published = (at.value("dating", "") or {}).get(report, published)
    source = item.report.source
    sheet = Sheet(
        id=report,
        published=published,
        outlet=item.report.outlet,
        dateline=item.report.dateline,
        url=item.report.url,
        files=item.files or ((source,) if source else ()),
    )
    return Derived(sheet, (Entry("url", sheet.url),) if sheet.url else ())


def _runs(report: str, at: Reader) -> Derived:
    if at.value("sheet", report) is None:
        return NOTHING
    shingles = numbers(runs(at.item(report)))
    return Derived(marks=(Mark(RUNS, report, report, 0, shingles),)) if len(shingles) >= LEAST else NOTHING


def _copied(report: str, at: Reader) -> Derived:
    """The earliest of the reports that share the text and came before it."""
    if at.value("sheet", report) is None:
        return NOTHING
    pile = PileAt(at)
    others = set(at.pairs(RUNS, report, (report,)).get(report, ()))
    for other in sorted(others):  # of very many copies each is paired with the first one alone
        beside = at.pairs(RUNS, other, (other,)).get(other, ())
        if len(beside) > COMMON:
            others.update(one for one in beside if one != report)
    own = order(pile[report])
    before = [other for other in others if order(pile[other]) < own]
    return Derived(min(before, key=lambda other: order(pile[other]), default=None))


def _copy(report: str, at: Reader) -> Derived:
    """The first of the reports whose text is repeated, one after the other."""
    first: str | None = at.value("copied", report)
    while first is not None and (earlier := at.value("copied", first)) is not None:
        first = earlier
    return Derived(first)


def _revision(report: str, at: Reader) -> Derived:
    """The text published before at the same address; none where publication intervals overlap."""
    sheet: Sheet | None = at.value("sheet", report)
    if sheet is None or not sheet.url or not sheet.published.begin:
        return NOTHING
    pile, day = PileAt(at), sheet.published.begin
    others = (pile[other] for other, _ in at.members("url", sheet.url))
    before = [other for other in others if (end := other.published.end) and end < day]
    return Derived(max(before, key=order).id if before else None)


def _row(report: str, at: Reader) -> Derived:
    decision = at.word(report).relevance
    row = report_row(dated_item(at, report), decision, at.value("copy", report), at.value("revision", report))
    return Derived(rows=(("reports", row),))


def _listed(report: str, at: Reader) -> Derived:
    """That a report is in the pile, and whether it has to be dated from the others."""
    item, word = at.item(report), at.word(report)
    if word.relevance is not None and word.relevance.relevance is Relevance.EXCLUDE:
        return NOTHING
    undated = () if item.published.interval.known else (Entry("undated", ""),)
    return Derived(entries=(Entry("pile", ""), *undated))


def _dating(_: str, at: Reader) -> Derived:
    """The days of the undated reports, told from the whole pile."""
    whole = Pile(at.item(report) for report, _ in at.members("pile", ""))
    found = dated(whole)
    return Derived({report: found[report].published for report, _ in at.members("undated", "")})


STAGES = (
    Stage("listed", _listed),
    Stage("dating", _dating, over="undated", type=dict[str, Published]),
    Stage("sheet", _sheet, type=Sheet),
    Stage("runs", _runs),
    Sharing("copies", RUNS, lambda count, least: least >= LEAST and count >= SHARE * least),
    Stage("copied", _copied, type=str),
    Stage("copy", _copy, type=str),
    Stage("revision", _revision, type=str),
    Stage("report", _row),
)
