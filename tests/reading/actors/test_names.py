"""Named actors: gazetteer, persons, bodies, and what nobody listed."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Turkey said no. Officials in Türkiye agreed. Turkiye's offer stands.", "Turkey", 3),
        ("The U.S. objected. The US has a plan. The United States asked Norway to wait.", "United States", 3),
        ("Norway asked both sides to wait. The Norwegian government sent a text.", "Norway", 3),
        ("The United Nations met on Monday. The UN said its envoy would travel.", "United Nations", 2),
    ],
)
def test_known_names_are_one_in_every_spelling(read: Reader, text: str, name: str, mentions: int) -> None:
    actor = read(text).named(name)
    assert len(actor.mentions) >= mentions
    assert actor.key is not None


def test_a_minister_is_one_person_in_every_spelling(read: Reader) -> None:
    text = (
        "Prime Minister Hamdan bin Rashoud Al-Meri of Oman met the envoys on Monday. Al-Meri said talks would go on. "
        "Hamdan bin Rashoud Al Meri left on Tuesday. The trip was al-Meri’s third this year."
    )
    actor = read(text).said("Al-Meri", 2)
    assert actor.kind is ActorKind.PERSON
    assert len([span for span in actor.mentions if "Meri" in span.of(text)]) == 4
    assert actor.name in {"Hamdan bin Rashoud Al-Meri", "Hamdan bin Rashoud Al Meri"}


def test_two_people_of_one_surname_stay_two(read: Reader) -> None:
    done = read("Anna Tarrow said yes on Monday. Her brother, Peter Tarrow, said no. Anna Tarrow left.")
    assert done.said("Anna Tarrow").id != done.said("Peter Tarrow").id
    assert done.said("Anna Tarrow").id == done.said("Anna Tarrow", 2).id


def test_a_surname_finds_its_person(read: Reader) -> None:
    done = read("Foreign Minister Elena Brandt said the text was ready. Brandt will fly home on Friday.")
    assert done.said("Brandt", 2).name == "Elena Brandt"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Michael Jordan, a lawyer, said the deal was off.", "Michael Jordan", ActorKind.PERSON),
        ("Senator Ruth Young said she would vote no. Young had voted yes before.", "Ruth Young", ActorKind.PERSON),
        ("Prime Minister Theresa May said no. May will travel on Monday.", "Theresa May", ActorKind.PERSON),
        ("Officials in Jordan said the road was closed.", "Jordan", ActorKind.STATE),
    ],
)
def test_names_that_are_words_or_countries(read: Reader, text: str, name: str, kind: ActorKind) -> None:
    assert read(text).named(name).kind is kind


def test_months_are_no_persons(read: Reader) -> None:
    assert read("The talks will resume in May or June, officials said on Monday.").names() == []


def test_a_short_form_finds_its_body(read: Reader) -> None:
    done = read("The Ridge Workers Council rejected the text. The Council said the text was too late.")
    assert done.said("Council", 2).id == done.said("Council", 1).id


def test_an_acronym_introduced_in_brackets(read: Reader) -> None:
    done = read("The Highland Teachers Union (HTU) rejected the text. The HTU said it was too late.")
    assert done.said("HTU", 2).name == "Highland Teachers Union"


@pytest.mark.parametrize(
    "name", ["Committee for Inland Trade", "Bank of Lorne", "Hesk Courier", "Northgate Daily News"]
)
def test_bodies_by_their_words(read: Reader, name: str) -> None:
    assert read(f"The {name} said on Monday that the talks were over.").named(name).kind is ActorKind.ORGANISATION


def test_a_ministry_with_its_state_in_its_name(read: Reader) -> None:
    done = read("The Norwegian Fisheries Ministry said on Monday that boats would stay in port.")
    ministry = done.named("Norwegian Fisheries Ministry")
    assert (ministry.kind, done.owner(ministry)) == (ActorKind.ORGANISATION, "Norway")


def test_a_ministry_said_in_two_ways_is_one(read: Reader) -> None:
    done = read(
        "Norway’s Ministry of Foreign Affairs denied the report. Reporters were told to wait outside. "
        "Norway’s foreign ministry said it would publish the text."
    )
    assert done.said("Ministry of Foreign Affairs").id == done.said("foreign ministry").id


def test_fifty_names_stay_fifty(read: Reader) -> None:
    stems = ("Bran", "Tal", "Mer", "Hol", "Var", "Kest", "Dorn")
    ends = ("ik", "ow", "em", "ard", "ult", "ish", "ost", "eld")
    surnames = [stem + end for stem in stems for end in ends]
    names = [f"Jon {name}" for name in surnames[:50]]
    done = read("Those who signed were " + ", ".join(names[:-1]) + " and " + names[-1] + ".")
    found = {done.said(name).id for name in names}
    assert len(found) == 50


def test_a_headline_in_capitals_makes_no_names(read: Reader) -> None:
    done = read("Norway Halts Its Mediation As Both Sides Refuse To Talk\n\nNorway said on Monday that it had stopped.")
    assert done.names() == ["Norway"]
    assert len(done.named("Norway").mentions) >= 2


def test_names_keep_to_themselves(read: Reader) -> None:
    """The mention of a name is the name alone: no title, office or possessive."""
    text = "Norway’s Prime Minister, Dr. Elena Brandt’s predecessor, met President Ivo Tann of Peru."
    done = read(text)
    assert [span.of(text) for span in done.named("Elena Brandt").mentions] == ["Elena Brandt"]
    assert [span.of(text) for span in done.named("Ivo Tann").mentions] == ["Ivo Tann"]


def test_a_company_named_general_is_no_general(read: Reader) -> None:
    done = read("General Harvest Motors Corp met the union on Monday. General Tarrow of the army was there.")
    assert done.said("General Harvest Motors Corp").kind is ActorKind.ORGANISATION
    assert done.said("Tarrow").kind is ActorKind.PERSON


def test_a_company_s_name_without_its_form_is_the_company(read: Reader) -> None:
    done = read("Vessel Dynamo and Ostran Corp talked. Ostran left early. Vessel Dynamo Corp said it would go on.")
    assert done.said("Vessel Dynamo").id == done.said("Vessel Dynamo Corp").id
    assert done.said("Ostran", 2).id == done.said("Ostran Corp").id


@pytest.mark.parametrize(
    ("text", "name", "whose"),
    [
        ("Canadian Harvest Corp refused to talk.", "Canadian Harvest Corp", None),
        ("Norwegian Coast Airlines refused to talk.", "Norwegian Coast Airlines", None),
        ("The Norwegian Fishery Ministry refused to talk.", "Norwegian Fishery Ministry", "Norway"),
    ],
)
def test_a_business_acts_for_no_state_in_its_name(read: Reader, text: str, name: str, whose: str | None) -> None:
    done = read(text)
    assert done.owner(done.said(name)) == whose
