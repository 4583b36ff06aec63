"""The reconciled record to the talks over time."""

from dragoman.process.channels import channels
from dragoman.process.conditions import conditions
from dragoman.process.grounds import Grounds
from dragoman.process.hosting import hosting
from dragoman.process.positions import positions
from dragoman.process.processes import Processes
from dragoman.process.proposals import proposals
from dragoman.process.sides import Sides
from dragoman.records.record import Reconciled, Talks


def talks(record: Reconciled) -> Talks:
    """Channels, proposals, positions, conditions and hosting: a pure function of the record's tables."""
    grounds = Grounds.of(record)
    sides = Sides(grounds)
    lines = channels(grounds, sides)
    processes = Processes(lines, grounds)
    return Talks(
        channels=lines,
        proposals=proposals(grounds, processes, sides),
        positions=positions(grounds, processes, sides),
        conditions=conditions(grounds, lines),
        hosting=hosting(grounds, lines),
    )
