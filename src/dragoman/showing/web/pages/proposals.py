"""What is on the table: proposals with their versions side by side, and positions by issue."""

from collections import defaultdict

from dragoman.records.rows.evidence import ReviewStatus
from dragoman.records.rows.talks import PositionRow
from dragoman.showing.web.asking import View
from dragoman.showing.web.choosing import chosen, every
from dragoman.showing.web.desk import Moment
from dragoman.showing.web.pages.lists import REVIEWS, download, filled
from dragoman.showing.web.site import Asked, Made

COLUMNS = 4  # actors beside each other; the others follow below
OTHERS, MOST = 10, 30  # other actors of an issue; conditions and delegations; what is more is counted


def proposals(moment: Moment, asked: Asked) -> Made:
    """Proposals, then who wants what on which issue."""
    found = chosen(moment, "proposals", asked.view)
    issues, heads = positions(moment, asked.view)
    return Made(
        template="proposals.html",
        title="Proposals and positions",
        filled={
            **filled(moment, "proposals", asked.view, found, REVIEWS, by_source=False),
            "issues": issues,
            "most": MOST,
            "most_others": OTHERS,
            "heads": heads,
            "conditions": every(moment, "conditions", asked.view),
            "hosting": every(moment, "hosting", asked.view),
        },
        download=download("proposals", asked.view),
    )


def positions(moment: Moment, view: View) -> tuple[dict[str, dict[str, list[PositionRow]]], tuple[str, ...]]:
    """By issue and actor what is wanted, refused and could be accepted; and the actors with most, for the columns."""
    by_issue: dict[str, dict[str, list[PositionRow]]] = defaultdict(lambda: defaultdict(list))
    tally: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    for row in every(moment, "positions", view):
        if row.review.status is ReviewStatus.REJECTED:
            continue
        ref = row.of or row.actor
        name = names.get(ref.id) or names.setdefault(ref.id, moment.called(ref))
        tally[name] += 1
        by_issue[row.issue][name].append(row)
    heads = tuple(sorted(tally, key=lambda name: (-tally[name], name))[:COLUMNS])
    return {issue: dict(found) for issue, found in sorted(by_issue.items())}, heads
