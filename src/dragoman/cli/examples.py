"""An example for each command, shown at the end of its help. A test runs every one; ids stand for ids of that kind."""

ROOT = ""  # the help of `dragoman` itself
UNWRAPPED = "\b\n"  # keeps the help from joining the lines that follow
BY = '--by "M. Aldo"'
EXAMPLES: dict[str, tuple[str, ...]] = {
    ROOT: ("dragoman read examples/reports --dossier talks.dossier", "dragoman brief talks.dossier"),
    "read": ("dragoman read examples/reports --dossier talks.dossier",),
    "brief": (
        "dragoman brief talks.dossier",
        "dragoman brief talks.dossier --as-of 2031-03-09 --format md",
        "dragoman brief talks.dossier --output brief.pdf",
    ),
    "state": ("dragoman state talks.dossier --as-of 2031-03-09",),
    "compare": ("dragoman compare talks.dossier 2031-03-07 2031-03-25",),
    "show": ("dragoman show talks.dossier t-000000000000",),
    "serve": ("dragoman serve talks.dossier", "dragoman serve talks.dossier --read-only --port 8080"),
    "timeline": ("dragoman timeline talks.dossier --from 2031-03-01 --actor Olmara",),
    "statements": ("dragoman statements talks.dossier --status denies",),
    "claims": ("dragoman claims talks.dossier --status disputed",),
    "conflicts": ("dragoman conflicts talks.dossier --json",),
    "figures": ("dragoman figures talks.dossier --format csv",),
    "actors": ("dragoman actors talks.dossier --limit 10",),
    "origins": ("dragoman origins talks.dossier --limit 10",),
    "proposals": ("dragoman proposals talks.dossier",),
    "positions": ("dragoman positions talks.dossier --actor Sardova",),
    "conditions": ("dragoman conditions talks.dossier --status open",),
    "hosting": ("dragoman hosting talks.dossier",),
    "channels": ("dragoman channels talks.dossier",),
    "reports": ('dragoman reports talks.dossier --search "boxes packed"',),
    "correct": (f"dragoman correct confirm talks.dossier t-000000000000 {BY}",),
    "correct confirm": (f"dragoman correct confirm talks.dossier t-000000000000 {BY}",),
    "correct reject": (f'dragoman correct reject talks.dossier s-000000000000 {BY} --reason "a caption"',),
    "correct relevance": (f"dragoman correct relevance talks.dossier r-000000000000 --as background {BY}",),
    "correct set-date": (f"dragoman correct set-date talks.dossier r-000000000000 --date 2031-03-10 {BY}",),
    "correct rename-actor": (f'dragoman correct rename-actor talks.dossier a-000000000000 --name "H. Dast" {BY}',),
    "correct split-actor": (f"dragoman correct split-actor talks.dossier a-000000000003 --name Stannard {BY}",),
    "correct add-statement": (
        'dragoman correct add-statement talks.dossier r-000000000000 --source "the Ardel Relief Committee" '
        f'--cue "according to" --content "about 21,000 have fled their homes" {BY}',
    ),
    "correct grade": (f"dragoman correct grade talks.dossier a-000000000000 --as B {BY}",),
    "correct mark-conflict": (
        f'dragoman correct mark-conflict talks.dossier c-000000000000 c-000000000001 --reason "on or off" {BY}',
    ),
    "correct unmark-conflict": (f"dragoman correct unmark-conflict talks.dossier x-000000000000 {BY}",),
    "correct merge-actors": (f"dragoman correct merge-actors talks.dossier a-000000000000 a-000000000001 {BY}",),
    "journal": ("dragoman journal talks.dossier", f'dragoman journal talks.dossier --undo 1 {BY} --reason "a slip"'),
    "forget": (f'dragoman forget talks.dossier r-000000000000 --reason "a source asked" {BY}',),
    "annotate": ("dragoman annotate examples/reports/courier.txt --published 2031-03-10",),
}


def epilog(command: str) -> str:
    """The examples of a command as the end of its help."""
    return UNWRAPPED + "\n".join(f"Example: {example}" for example in EXAMPLES[command])
