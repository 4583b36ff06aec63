"""Which issue a wish is about. All names are invented."""

import pytest

from dragoman.process.issues import issue_of


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("a truce of sixty days", "duration"),
        ("the release of all captives", "exchange"),
        ("the group's leaders to leave the islands due to frustration over the captives", "hosting"),
        ("Norway to kick the group out about two weeks ago", "hosting"),
        ("to play host to talks indefinitely", "hosting"),
        ("to close the group's office in the capital", "hosting"),
        ("a pause in the fighting, agreed two weeks ago", "duration"),
        ("relief from international sanctions", "sanctions"),
        ("relief of its debts", "money"),
        ("to halt enrichment in exchange for some of the captives", "weapons"),
        ("that the right be recognised in writing", "other"),
        ("that the islands be recognised as a state", "governance"),
        ("more money for the museum garden party", "other"),
    ],
)
def test_issue_of(text: str, issue: str) -> None:
    assert issue_of(text) == issue
