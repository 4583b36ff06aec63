"""Actors of several reports: who is one, who stays two, and why."""

import pytest

from dragoman.reconciling.actors import Actors, JoinedActor
from dragoman.records.reading import ActorKind

from .builders import Maker, pile
from .shelves import actors_of

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


def joined(*reports: str, kind: ActorKind = PERSON) -> Actors:
    """The actors of reports that each tell of the names before their first colon, in brackets whose they are."""
    makers = []
    for n, names in enumerate(reports):
        listed = [name.strip() for name in names.split(",")]
        made = Maker(f"Report {n} tells of {', '.join(listed)}.", file=f"{n}.txt")
        for name in listed:
            bare, _, owner = name.partition(" of ")
            made.actor(bare, kind, of=made.actor(owner, key=f"state:{owner.lower()}") if owner else None)
        makers.append(made)
    return actors_of(pile(*makers))


def groups(actors: Actors, kind: ActorKind = PERSON) -> set[frozenset[str]]:
    return {frozenset((a.name, *a.aliases)) for a in actors.joined.values() if a.kind is kind}


def only(actors: Actors, name: str) -> JoinedActor:
    (found,) = [a for a in actors.joined.values() if name in (a.name, *a.aliases)]
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamdan bin Rashoud Al-Meri", "Hamdan bin Rashoud Al Meri"),
        ("Hamdan bin Rashoud Al-Meri", "Hamdan al-Meri"),
        ("Hamdan El-Meri", "Hamdan Al Meri"),
        ("Khalid Tershaal", "Khaled Tershal"),
        ("Mohamed Torsi", "Mohammed Torsi"),
        ("Tarek Torsi", "Tarek Torsy"),
        ("Hesham Qandoun", "Hesham Kandoun"),
        ("Abdelrahman Sorour", "Abdulrahman Sorour"),
        ("Olga Borensky", "Olga Borenskiy"),
        ("Elena Ruth Brandt", "Elena Brandt"),
        ("Elena R. Brandt", "Elena Brandt"),
        ("Hesk Goldau-Perl", "Hesk Goldau -Perl"),
    ],
)
def test_one_person_in_two_reports_spellings(one: str, other: str) -> None:
    assert groups(joined(one, other)) == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Tarrow", "Peter Tarrow"),
        ("Hassan Meri", "Hussein Meri"),
        ("Jamal Sorour", "Jamil Sorour"),
        ("Maria Lund", "Mario Lund"),
        ("Ludo Tarrow", "Ludo Tarrow Jr"),
        ("Tamm bin Hadad Al Thor", "Hadad Al Thor"),
        ("Tarek Torsi of Brenn", "Tarek Torsy of Lisse"),
        ("Tarek Torsi, Tarek Torsy", "Nobody Else"),
    ],
)
def test_two_persons_stay_two(one: str, other: str) -> None:
    assert not any(len(group) > 1 for group in groups(joined(one, other)))


def test_accents_tell_no_two_apart() -> None:
    assert len(groups(joined("José Marén", "Jose Maren"))) == 1


def test_a_short_name_of_two_is_neither() -> None:
    found = groups(joined("Elena Ruth Brandt", "Elena Maria Brandt", "Elena Brandt"))
    assert len(found) == 3


def test_a_surname_finds_its_one_bearer_in_another_report() -> None:
    brandt = only(joined("Elena Brandt", "Brandt"), "Brandt")
    assert brandt.name == "Elena Brandt"
    assert any("Brandt" in ground and "surname" in ground for ground in brandt.grounds)


def test_a_surname_of_two_is_neither_and_a_person_is_told_to_look() -> None:
    actors = joined("Anna Tarrow", "Peter Tarrow", "Tarrow")
    assert groups(actors) == {frozenset(("Anna Tarrow",)), frozenset(("Peter Tarrow",)), frozenset(("Tarrow",))}
    assert any("Anna Tarrow" in doubt for doubt in only(actors, "Tarrow").doubts)


def test_a_surname_is_the_well_known_ones_where_a_namesake_is_of_one_report_and_it_says_so() -> None:
    actors = joined("Anna Tarrow", "Anna Tarrow", "Anna Tarrow", "Peter Tarrow", "Tarrow")
    assert frozenset(("Anna Tarrow", "Tarrow")) in groups(actors)
    assert any("Peter Tarrow" in doubt for doubt in only(actors, "Anna Tarrow").doubts)


def test_a_surname_of_another_state_is_somebody_else() -> None:
    assert len(groups(joined("Anna Tarrow of Brenn", "Tarrow of Lisse"))) == 2


def test_a_report_that_swaps_two_surnames_merges_nothing_and_is_told_of() -> None:
    actors = joined("Anna Tarrow, Bela Lund", "Anna Tarrow, Bela Lund", "Anna Lund, Bela Tarrow")
    assert len(groups(actors)) == 4
    assert any("swapped" in doubt for doubt in only(actors, "Anna Lund").doubts)
    assert not any("swapped" in doubt for doubt in only(actors, "Anna Tarrow").doubts)


def test_a_person_of_two_states_is_told_of() -> None:
    torsi = only(joined("Tarek Torsi of Norway", "Tarek Torsi of Oman"), "Tarek Torsi")
    assert any("two people" in doubt for doubt in torsi.doubts)


def test_a_rare_fuller_name_is_not_the_one_shown() -> None:
    actors = joined("Elena Brandt", "Elena Brandt", "Elena Brandt", "Premier Elena Brandt")
    assert only(actors, "Premier Elena Brandt").name == "Elena Brandt"


def test_each_state_has_its_own_foreign_ministry() -> None:
    actors = joined("Foreign Ministry of Brenn", "Foreign Ministry of Lisse", "Foreign Ministry", kind=BODY)
    assert len([a for a in actors.joined.values() if a.name == "Foreign Ministry"]) == 3


def test_a_ministry_is_one_where_one_alone_is_told_of() -> None:
    actors = joined("Foreign Ministry of Brenn", "Foreign Ministry", "Foreign Ministry of Brenn", kind=BODY)
    assert len([a for a in actors.joined.values() if a.name == "Foreign Ministry"]) == 1


def test_a_body_with_a_name_of_its_own_is_one_whoever_owns_it() -> None:
    actors = joined("Ridge Salt Council of Brenn", "Ridge Salt Council", kind=BODY)
    assert len([a for a in actors.joined.values() if a.name == "Ridge Salt Council"]) == 1


def test_an_acronym_that_one_report_explains_is_known_in_the_others() -> None:
    first = Maker("The Boru Coal Institute (ICB) met.", file="1.txt")
    second = Maker("The ICB met again.", file="2.txt")
    first.actor("Boru Coal Institute", BODY)
    made = next(iter(first.actors.values()))
    first.actors[made.id] = made.but(names=("Boru Coal Institute", "ICB"))
    second.actor("ICB", BODY)
    actors = actors_of(pile(first, second))
    institute = only(actors, "ICB")
    assert institute.name == "Boru Coal Institute"
    assert any("initials" in ground for ground in institute.grounds)


def test_fifty_names_are_fifty_people_quickly() -> None:
    letters = "bdfgklmnpr"
    listed = ", ".join(f"Anna{one}a To{other}{one}ar" for one in letters for other in letters[:5])
    assert len(groups(joined(listed, listed))) == 50


def test_the_order_of_reports_changes_nothing() -> None:
    reports = ("Elena Ruth Brandt", "Elena Brandt", "Brandt", "Mohamed Torsi", "Mohammed Torsy", "Mohammed Torsi")
    assert groups(joined(*reports)) == groups(joined(*reversed(reports)))


def test_a_misprint_is_known_by_the_body_and_the_given_name() -> None:
    def report(n: int, name: str, body: str) -> Maker:
        made = Maker(f"{name} of {body} spoke in {n}.", file=f"{n}.txt")
        made.actor(name, PERSON, of=made.actor(body, BODY))
        return made

    known = [report(n, "Jorge Tardenas", "Salt Growers' Federation") for n in range(3)]
    misprint = report(3, "Jorge Tadenas", "National Salt Growers' Federation")
    namesake = report(4, "Jorge Tadenas", "Ridge Bank")
    assert frozenset(("Jorge Tardenas", "Jorge Tadenas")) in groups(actors_of(pile(*known, misprint)))
    assert len(groups(actors_of(pile(*known, namesake)))) == 2
