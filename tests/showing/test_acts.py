import subprocess
import sys
from importlib.resources import files
from itertools import product

import pytest
import yaml

from dragoman.records.reading import ActorKind, EventMode
from dragoman.showing import acts

TYPES = yaml.safe_load((files("dragoman") / "reading" / "events" / "types.yaml").read_text(encoding="utf-8"))


def test_every_type_and_mode_has_its_words_and_nothing_else_is_listed() -> None:
    told = acts.vocabulary()
    assert set(told["types"]) == set(TYPES)
    assert set(told["modes"]) == {mode.value for mode in EventMode}
    assert set(told["parts"]) == {kind.value for kind in ActorKind} - {ActorKind.OTHER.value}


@pytest.mark.parametrize("event_type", TYPES)
def test_every_type_makes_a_sentence_in_every_mode(event_type: str) -> None:
    whom = [((), ()), (("Osk",), ()), ((), ("Osk",)), (("Osk", "Tamm"), ("Lorne",))]
    for mode, (patient, recipient) in product(EventMode, whom):
        said = acts.sentence(event_type, mode, ["Varra"], patient, recipient)
        assert "Varra" in said
        assert not set(said) & set("{}_")
        assert "  " not in said


@pytest.mark.parametrize("event_type", TYPES)
def test_forms_come_in_pairs_and_name_their_place(event_type: str) -> None:
    told = acts.vocabulary()["types"][event_type]
    assert set(told) <= {"alone", "with", "between", "whom"}
    assert len(told["alone"]) == 2
    assert not any("{whom}" in form for form in told["alone"])
    assert all(
        len(told[key]) == 2 and all("{whom}" in form for form in told[key]) for key in told.keys() & {"with", "between"}
    )
    assert told.get("whom", "patient") in ("patient", "recipient", "both")


def test_the_act_that_a_condition_governs() -> None:
    assert acts.governed("resume_mediation", ["Varra"], negated=False) == "Varra would resume mediation"
    assert acts.governed("ask_to_leave", [], negated=False) == "someone would ask a guest to leave"
    assert acts.governed("host", ["Varra"], negated=True) == "Varra would not be host"


@pytest.mark.parametrize(
    ("event_type", "mode", "actors", "said"),
    [
        ("mediate", "happened", (["Varra"], ["Osk", "Tamm"], []), "Varra mediated between Osk and Tamm"),
        ("suspend_mediation", "planned", (["Varra"], ["Osk"], []), "Varra planned to suspend mediation"),
        ("ask_to_leave", "happened", ([], ["Osk"], []), "someone asked Osk to leave"),
        ("ask_to_leave", "negated", (["Varra"], [], []), "Varra did not ask a guest to leave"),
        ("propose", "happened", (["Varra"], ["the ridge"], ["Osk"]), "Varra made a proposal to Osk"),
        ("meet", "possible", (["Varra"], [], ["Osk"]), "Varra might hold talks with Osk"),
        ("release", "requested", (["Osk"], [], []), "requested of Osk: to release captives"),
        ("attack", "denied", (["A", "B", "C"], ["Osk"], []), "denied: A, B and 1 other attacked Osk"),
    ],
)  # fmt: skip
def test_sentences(event_type: str, mode: str, actors: tuple[list[str], ...], said: str) -> None:
    """The actors are agents, patients and recipients."""
    assert acts.sentence(event_type, EventMode(mode), *actors) == said


def test_what_lies_outside_talks_is_the_event_vocabularys_word() -> None:
    assert acts.outside_talks() == {name for name, told in TYPES.items() if told.get("negotiation") is False}
    assert "protest" in acts.outside_talks()


def test_the_words_come_without_the_parser() -> None:
    check = "import sys; from dragoman.showing import acts; acts.outside_talks(); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_part_of_an_actor_is_told_by_its_kind() -> None:
    assert acts.part(ActorKind.GROUP, "Osk") == "people of Osk"
    assert acts.part(ActorKind.OTHER, "Osk") is None
