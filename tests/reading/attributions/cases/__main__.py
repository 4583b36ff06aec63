"""Print what the cases score: `python -m tests.reading.attributions.cases [--errors [THEME ...]]`.

`--errors` lists what is wrong in the tuned files; those held back are only counted.
"""

import sys

from .score import answers
from .sheet import load
from .tally import table


def main(arguments: list[str]) -> None:
    """Print the table, and the errors where asked for."""
    given = [answer for case in load() for answer in answers(case)]
    if "--errors" in arguments:
        themes = [name for name in arguments if not name.startswith("-")]
        for answer in given:
            if not answer.right and not answer.case.held and (not themes or answer.case.theme in themes):
                print(answer)
    print(table(given))


if __name__ == "__main__":
    main(sys.argv[1:])
