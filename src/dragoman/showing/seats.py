"""Where a guest is and since when, in words: for briefs and for tables, which do without all else of briefs."""

from dragoman.records.rows.talks import HostingRow, HostingStatus
from dragoman.records.time import Precision
from dragoman.showing import days
from dragoman.showing.page.model import Piece
from dragoman.showing.page.pieces import told

_TOLD = 31  # days
_ON_A_DAY = (Precision.DAY, Precision.INTERVAL)


def seat_key(row: HostingRow) -> str:
    """The template for where a guest is: hosted by somebody, returned to a place, left it."""
    if row.status is HostingStatus.RETURNED:
        return "hosting_to"
    if row.status is HostingStatus.LEFT:
        return "hosting_from"
    return "hosting_by" if row.host else "hosting_in"


def stay_days(row: HostingRow, year: int | None) -> tuple[Piece, ...]:
    """Since when; of a stay that is told on a day, as of when it is told: it began before."""
    if row.begin is None:
        return ()
    then = row.interval
    told_then = row.end is not None and (row.end - row.begin).days <= _TOLD and row.precision in _ON_A_DAY
    if row.status is HostingStatus.HOSTED and told_then:
        return told("as_told", days=days.interval(then, year))
    return told("from_day", day=days.onset(row.begin, year))
