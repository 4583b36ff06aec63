"""The vocabularies of events hold together: types, frames, classes of nouns, governing words."""

import pytest

from dragoman.reading.events import event_types
from dragoman.reading.events.frames import lexicon
from dragoman.reading.events.governors import governors
from dragoman.reading.events.guessing import OTHER
from dragoman.reading.events.nouns import nouns
from dragoman.reading.events.vocabulary import read_yaml
from dragoman.records.reading import EventMode

PLOVER = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
        "AID",
        "CONCEDE",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
MODES = {
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "SANCTION": "convict expel withdraw discontinue",
    "CONSULT": "visit third-party multilateral phone",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
}
# The negotiation's own types: a record of talks rests on these.
VERBS = [
    "propose",
    "counter_propose",
    "accept",
    "reject",
    "demand",
    "set_condition",
    "concede",
    "agree",
    "declare_ceasefire",
    "implement",
    "violate",
    "offer_to_mediate",
    "mediate",
    "meet",
    "stall",
    "review_role",
    "suspend_mediation",
    "resume_mediation",
    "withdraw",
    "host",
    "ask_to_leave",
    "expel",
    "relocate",
    "return",
    "request",
    "press",
    "threaten",
    "sanction",
    "promise",
    "release",
    "detain",
    "attack",
    "kill",
    "praise",
    "criticise",
    "appoint",
    "resign",
]


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_of_the_talks_is_a_type_and_can_be_told(name: str) -> None:
    assert event_types()[name].negotiation
    assert any(frame.type == name for table in lexicon() for frames in table.values() for frame in frames)


@pytest.mark.parametrize("name", sorted(event_types()))
def test_types_map_to_the_codebook(name: str) -> None:
    kind = event_types()[name]
    assert kind.meaning
    for code in (kind.plover, kind.planned, kind.refused):
        assert code is None or code in PLOVER
    if kind.mode is not None:
        assert kind.plover is not None
        assert kind.mode in MODES[kind.plover].split()


def test_frames_name_only_what_exists() -> None:
    kinds = {frame.type for table in lexicon() for frames in table.values() for frame in frames}
    assert kinds == set(event_types()) - {OTHER}
    codes = {frame.plover for table in lexicon() for frames in table.values() for frame in frames}
    assert codes - {None} <= PLOVER


def test_frames_with_more_demands_come_first() -> None:
    for table in lexicon():
        for word, frames in table.items():
            ranks = [frame.rank for frame in frames]
            assert ranks == sorted(ranks, reverse=True), word


def test_roles_are_slots_that_code_knows() -> None:
    known = {
        "subject",
        "object",
        "dative",
        "owner",
        "taken",
        "teller",
        "named_in",
        "surface",
        "poss_of_surface",
        "poss",
    }
    known |= {
        "poss_doing",
        "poss_done",
        "mod",
        "-",
        "to",
        "with",
        "between",
        "from",
        "for",
        "of",
        "on",
        "against",
        "in",
        "at",
    }
    known |= {"into", "over", "by", "about", "among", "behind", "near", "ccomp_subject"}
    known |= {"holder_of_surface", "holder_of_object", "holder_of_talks", "parties_of_surface", "parties_of_talks"}
    slots = {
        slot for table in lexicon() for fs in table.values() for f in fs for role in f.roles.values() for slot in role
    }
    assert slots <= known


def test_no_word_stands_in_two_lists_of_one_kind() -> None:
    for table, lists in read_yaml("governors.yaml").items():
        if isinstance(lists, dict):
            words = [word for text in lists.values() for word in text.split()]
            assert len(words) == len(set(words)), (table, sorted(w for w in words if words.count(w) > 1))


def test_governing_words_give_known_modes() -> None:
    lists = governors()
    modes = {mode.value for mode in EventMode} | {"through"}
    for table in (lists.verbs, lists.objects, lists.adjectives, lists.nouns, lists.auxiliaries, lists.modal_verbs):
        assert set(table.values()) <= modes


def test_classes_of_nouns_have_heads() -> None:
    assert all(heads for heads in nouns().heads.values())
    assert not nouns().things & nouns().no_things


def test_planned_and_refused_codes() -> None:
    release = event_types()["release"]
    assert release.code(EventMode.HAPPENED).mode == "release"
    assert release.code(EventMode.PLANNED).event == "AGREE"
    assert release.code(EventMode.NEGATED, refused=True).event == "REJECT"
    assert release.code(EventMode.NEGATED).event == "RETREAT"
    assert release.code(EventMode.THREATENED).event == "THREATEN"
    assert event_types()["relocate"].code(EventMode.HAPPENED).event is None
