"""The trained model of acts: its files, its words, and that a sentence depends on itself alone."""

from importlib import resources

import numpy as np
import pytest

from dragoman.reading.events.guessing import OTHER
from dragoman.reading.events.learned.candidates import candidates, plain
from dragoman.reading.events.learned.coder import coded, settings
from dragoman.reading.events.learned.network import network
from dragoman.reading.events.learned.words import MOST, words
from dragoman.reading.events.vocabulary import event_types, type_coded
from dragoman.reading.parser import parse

from .conftest import Tell


def test_labels_are_those_that_types_are_chosen_by() -> None:
    assert settings().events[0] == "NONE"
    assert set(type_coded()) <= set(settings().events)
    assert OTHER in event_types()


def test_the_graph_scores_every_event_and_every_word() -> None:
    doc = parse("Norway condemned the attack on Sweden.", (0,))
    known = words(doc[:])
    scores = network().score(known, np.array([1], dtype=np.int64))
    assert scores.plover.shape == (1, len(settings().events))
    assert scores.parts.shape == (1, len(known.token), 2)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway condemned the shelling of the town.", "ACCUSE"),
        ("Norway lambasted Sweden for its decision.", "ACCUSE"),
        ("Norway donated vaccines to Sweden.", "AID"),
    ],
)
def test_codes_plain_acts(text: str, event: str) -> None:
    doc = parse(text, (0,))
    (said,) = coded(doc, [1]).values()
    assert said.event == event
    assert said.agent is not None and said.agent.text == "Norway"


def test_a_sentence_is_scored_by_itself() -> None:
    alone = parse("Norway condemned the shelling of the town.", (0,))
    among = parse("It rained. Norway condemned the shelling of the town. Nobody was surprised.", (0,))
    at = next(token.i for token in among if token.text == "condemned")
    (first,), (second,) = coded(alone, [1]).values(), coded(among, [at]).values()
    assert (first.event, round(first.act, 5)) == (second.event, round(second.act, 5))


def test_a_very_long_sentence_is_read_as_far_as_it_fits() -> None:
    doc = parse("Norway condemned " + "the attack and " * 400 + "Sweden.", (0,))
    known = words(doc[:])
    assert len(known.pieces) <= MOST + 2
    assert coded(doc, range(len(doc))).keys() <= set(range(len(doc)))


def test_plain_verbs_are_not_asked_about() -> None:
    assert {"say", "be", "have"} <= plain()
    assert not list(candidates(parse("He said that it was so.", (0,))))


@pytest.mark.parametrize(
    "text", ["The ministry declined to comment.", "The weather turned cold.", "He thinks of home."]
)
def test_what_is_no_act_stays_none(tell: Tell, text: str) -> None:
    assert not tell(text)


def test_the_model_is_in_the_package() -> None:
    folder = resources.files("dragoman.reading.events.learned").joinpath("model")
    assert folder.joinpath("acts.onnx").is_file()
    assert folder.joinpath("settings.yaml").is_file()
