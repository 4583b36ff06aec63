"""Where one name ends and another begins, and what is no name or somebody else's."""

from collections.abc import Callable

import pytest

from dragoman.records.reading import ActorKind
from tests.reading.actors.conftest import Read

Reader = Callable[[str], Read]


def test_a_word_that_opens_its_sentence_is_no_given_name(read: Reader) -> None:
    done = read("Finance Minister Elena Brandt said no on Monday. Echoing Brandt, the envoy left. Later Brandt agreed.")
    assert done.said("Echoing Brandt").id == done.said("Elena Brandt").id


@pytest.mark.parametrize("name", ["Irving Tarrow", "Sterling Marsh"])
def test_given_names_that_end_as_participles_stay(read: Reader, name: str) -> None:
    last = name.split()[1]
    done = read(f"Senator {name} left. {name} said no. A spokesman for {last} said yes.")
    assert done.said(last, 2).name == name


def test_a_body_and_its_president_are_two(read: Reader) -> None:
    done = read("The president of the Ridge Salt Trade Association Carlos Tarrow said on Monday the talks were over.")
    assert done.said("Association").kind is ActorKind.ORGANISATION
    assert done.said("Tarrow").name == "Carlos Tarrow"


def test_an_apostrophe_inside_a_bodys_name(read: Reader) -> None:
    done = read("Prices will fall, the National Salt Growers' Federation said. The Federation met on Monday.")
    assert done.named("National Salt Growers' Federation").kind is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "The Boru Coal Institute (ICB) met on Monday. The ICB said no.",
        "The Boru Coal Institute, ICB, met on Monday. Later the ICB said no.",
        "Officials of the Boru Coal Institute, BCI, met on Monday. The BCI said no.",
    ],
)
def test_an_acronym_in_whatever_order(read: Reader, text: str) -> None:
    done = read(text)
    acronym = "ICB" if "ICB" in text else "BCI"
    assert done.said(acronym, 2).id == done.said("Institute").id


def test_the_next_of_a_list_is_no_acronym_of_the_one_before(read: Reader) -> None:
    done = read("Envoys of the Boru Coal Institute, UNESCO, and the Red Cross met on Monday.")
    assert done.said("UNESCO").id != done.said("Institute").id


def test_two_secretaries_are_two(read: Reader) -> None:
    text = "He met Secretary of State John Tarrow and National Security Adviser Susan Lund on Monday. Tarrow then left."
    done = read(text)
    assert done.said("John Tarrow").name == "John Tarrow"
    assert done.said("Susan Lund").name == "Susan Lund"
    assert done.said("Tarrow", 2).id == done.said("John Tarrow").id


def test_an_office_that_opens_a_sentence_is_no_part_of_the_name(read: Reader) -> None:
    done = read("It took one more push: Secretary of State Hanna Ruth Tarrow spoke for hours with the envoys.")
    assert done.said("Tarrow").name == "Hanna Ruth Tarrow"


def test_an_administration_goes_by_its_leader_who_is_no_country(read: Reader) -> None:
    done = read("The Reagan administration proposed a law. Officials of the Reagan administration would not comment.")
    assert all(actor.kind is not ActorKind.STATE for actor in done.book.actors())


@pytest.mark.parametrize("words", ["Central American", "Latin American", "South American"])
def test_peoples_of_a_region_are_not_the_united_states(read: Reader, words: str) -> None:
    done = read(f"The {words} producers asked for a quota. Most {words} delegates left.")
    assert "United States" not in done.names()


def test_several_factions_are_no_one_group(read: Reader) -> None:
    done = read("Hamas said it would wait. The rival factions then met in Cairo. Both movements signed a text.")
    hamas = done.said("Hamas")
    assert done.said("factions").id != hamas.id
    assert done.said("movements").id != hamas.id


def test_the_group_is_still_the_one_group(read: Reader) -> None:
    done = read("Hamas said it would wait. The group then met the envoys in Cairo.")
    assert done.said("group").id == done.said("Hamas").id


def test_a_republic_that_the_state_beside_cannot_be(read: Reader) -> None:
    done = read("Norway asked for more. The Islamic republic said no.")
    assert done.said("republic").name != "Norway"


def test_a_weapon_is_nobody(read: Reader) -> None:
    done = read("Reporters saw how the Steel Roof missile system shot down rockets. The Steel Roof system works.")
    assert all(actor.kind is not ActorKind.PERSON for actor in done.book.actors())


def test_an_actor_named_only_by_a_title_is_described(read: Reader) -> None:
    done = read("The foreign minister said no. The ambassador agreed with the foreign minister.")
    assert done.names() == []
    assert done.said("minister", 1).id == done.said("minister", 2).id
    assert done.said("minister", 1).id != done.said("ambassador").id


def test_a_list_of_fifty_names_merges_nobody(read: Reader) -> None:
    given = ["Anna", "Peter", "Elena", "Carlos", "Hanna", "Tomas", "Ruth", "Ludo", "Bela", "Marta"]
    last = ["Tarrow", "Lund", "Brandt", "Sorour", "Goldau"]
    listed = [f"{first} {surname}" for surname in last for first in given]
    done = read(f"Those invited were {', '.join(listed)}. Tarrow said nothing.")
    people = {actor.id for actor in done.book.actors() if actor.kind is ActorKind.PERSON and " " in actor.name}
    assert len(people) >= 45
    assert done.said("Tarrow", 11).id not in people


def test_word_names_and_words_in_one_text(read: Reader) -> None:
    text = (
        "Senator Ruth Young met Prime Minister Theresa May in May. Young people cheered. May said Turkey would host. "
        "The cooks served turkey. Young agreed with May."
    )
    done = read(text)
    assert done.said("Young", 3).name == "Ruth Young"
    assert done.named("Theresa May").kind is ActorKind.PERSON
    assert len(done.named("Turkey").mentions) == 1


def test_a_leaders_government_is_a_persons(read: Reader) -> None:
    done = read("President Tarek Torsy met the envoys. Torsy's government agreed, the report said. It said Torsy left.")
    assert done.said("Torsy", 2).id == done.said("Tarek Torsy").id


def test_a_company_that_shares_a_known_bodys_acronym_is_itself(read: Reader) -> None:
    done = read("IAEA Inc said its stock would be removed from trading. IAEA did not meet the rules of the exchange.")
    assert done.said("IAEA", 2).key is None
    assert done.said("IAEA", 2).id == done.said("Inc").id


def test_the_known_body_stays_where_it_is_named_in_full(read: Reader) -> None:
    done = read("The International Atomic Energy Agency met. IAEA Inc sells pumps. The IAEA did not know of it.")
    assert done.said("IAEA", 2).key == "org:iaea"
