"""Claims, their status and what disputes them, on piles made by hand."""

from dragoman.reconciling import reconcile
from dragoman.records.reading import ActorKind, EventMode, Hedge, Polarity, Sourcing
from dragoman.records.rows.happenings import ClaimStatus, ConflictKind, ConflictStrength
from tests.reconciling.builders import Maker, day, pile


def halt(
    file: str, source: str, sourcing: Sourcing, *, of: str | None = None, outlet: str = "Gazette", tail: str = ""
) -> Maker:
    made = Maker(f"Brenn has halted its mediation, {source} said{tail}.", file=file, outlet=outlet)
    brenn = made.actor("Brenn")
    owner = made.actor(of) if of else None
    speaker = made.actor(source, ActorKind.PERSON, named=sourcing is Sourcing.NAMED, of=owner)
    said = made.says("Brenn has halted its mediation", source=source, cue="said", actor=speaker, sourcing=sourcing)
    made.event("Brenn has halted its mediation", "suspend_mediation", agent=brenn, attribution=said)
    return made


def only_claim(*makers: Maker):  # type: ignore[no-untyped-def]
    claims = [c for c in reconcile(pile(*makers)).claims if "ediation" in c.text]
    assert len(claims) == 1
    return claims[0]


def test_one_unnamed_source_in_one_report_is_a_single_origin() -> None:
    claim = only_claim(halt("a.txt", "a diplomat", Sourcing.UNNAMED))
    assert claim.status is ClaimStatus.SINGLE_ORIGIN
    assert claim.origin_count == 1


def test_two_outlets_with_the_same_words_are_one_origin() -> None:
    claim = only_claim(
        halt("a.txt", "a diplomat", Sourcing.UNNAMED), halt("b.txt", "a diplomat", Sourcing.UNNAMED, outlet="Herald")
    )
    assert claim.status is ClaimStatus.SINGLE_ORIGIN
    assert claim.report_count == 2


def test_two_people_on_the_record_for_two_states_corroborate() -> None:
    one = halt("a.txt", "Ada Orr of Ossary", Sourcing.NAMED, of="Ossary")
    other = halt("b.txt", "Tom Venn of Lisse", Sourcing.NAMED, of="Lisse", outlet="Herald", tail=" late on Monday")
    claim = only_claim(one, other)
    # They share their words, so for all that can be told one copied the other: no corroboration.
    assert claim.status is ClaimStatus.SINGLE_ORIGIN
    third = Maker("Mediation by Brenn is over, Tom Venn of Lisse told us.", file="c.txt", outlet="Herald")
    brenn, lisse = third.actor("Brenn"), third.actor("Lisse")
    venn = third.actor("Tom Venn", ActorKind.PERSON, of=lisse)
    said = third.says("Mediation by Brenn is over", source="Tom Venn of Lisse", cue="told", actor=venn)
    third.event("Mediation by Brenn is over", "suspend_mediation", agent=brenn, attribution=said)
    claim = only_claim(one, third)
    assert claim.status is ClaimStatus.CORROBORATED
    assert claim.origin_count == 2


def test_a_denial_makes_it_disputed_and_a_conflict() -> None:
    denial = Maker("Brenn has not halted its mediation, Kay Lund of Brenn said.", file="b.txt", outlet="Herald")
    brenn = denial.actor("Brenn")
    lund = denial.actor("Kay Lund", ActorKind.PERSON, of=brenn)
    said = denial.says(
        "Brenn has not halted its mediation", source="Kay Lund of Brenn", cue="said", actor=lund,
    )  # fmt: skip
    denial.event(
        "has not halted its mediation", "suspend_mediation", agent=brenn, mode=EventMode.NEGATED, attribution=said
    )
    record = reconcile(pile(halt("a.txt", "a diplomat", Sourcing.UNNAMED), denial))
    claim = next(c for c in record.claims if c.text == "Brenn has halted its mediation")
    assert claim.status is ClaimStatus.DISPUTED
    conflict = next(c for c in record.conflicts if claim.id in c.claims)
    assert (conflict.kind, conflict.strength) == (ConflictKind.WHETHER, ConflictStrength.CONTRADICTS)
    assert [side.sourcing for side in conflict.sides] == [Sourcing.UNNAMED, Sourcing.NAMED]


def test_a_denial_that_names_no_claim_points_back_by_its_words() -> None:
    denial = Maker('Reports of a halted mediation were "inaccurate", Kay Lund said.', file="b.txt", outlet="Herald")
    lund = denial.actor("Kay Lund", ActorKind.PERSON)
    denial.says(
        'Reports of a halted mediation were "inaccurate"', source="Kay Lund", cue="said", actor=lund,
        polarity=Polarity.DENIES,
    )  # fmt: skip
    record = reconcile(pile(halt("a.txt", "a diplomat", Sourcing.UNNAMED), denial))
    claim = next(c for c in record.claims if "Brenn has halted" in c.text)
    assert claim.status is ClaimStatus.DISPUTED


def test_saying_both_oneself_disputes_nothing() -> None:
    made = Maker(
        "Brenn would not halt its mediation, Kay Lund said, then Brenn halted it, Kay Lund said.", file="a.txt"
    )
    brenn = made.actor("Brenn")
    lund = made.actor("Kay Lund", ActorKind.PERSON)
    said = made.says("Brenn would not halt its mediation", source="Kay Lund", cue="said", actor=lund)
    made.event("would not halt", "suspend_mediation", agent=brenn, mode=EventMode.NEGATED, attribution=said)
    made.event("Brenn halted it", "suspend_mediation", agent=brenn, attribution=said)
    assert not [c for c in reconcile(pile(made)).claims if c.status is ClaimStatus.DISPUTED]


def count(file: str, words: str, low: int, when: str, *, hedge: Hedge = Hedge.EXACT, outlet: str = "Gazette") -> Maker:
    made = Maker(f"Raiders seized {words} at the dam, {outlet} wrote.", file=file, outlet=outlet)
    dam = made.actor("the dam", ActorKind.OTHER, named=False)
    event = made.event("Raiders seized", "detain", patient=dam, when=day(when))
    made.figure(words, low, hedge=hedge, of="people seized", event=event)
    return made


def test_two_numbers_for_one_day_are_a_conflict() -> None:
    record = reconcile(
        pile(count("a.txt", "64 people", 64, "2031-01-14"), count("b.txt", "58 men", 58, "2031-01-14", outlet="Herald"))
    )
    found = [c for c in record.conflicts if c.kind is ConflictKind.HOW_MANY]
    assert len(found) == 1
    assert record.figures[0].conflict == found[0].id


def test_a_number_that_grew_is_no_conflict() -> None:
    record = reconcile(
        pile(count("a.txt", "64 people", 64, "2031-01-14"), count("b.txt", "70 men", 70, "2031-02-20", outlet="Herald"))
    )
    assert not [c for c in record.conflicts if c.kind is ConflictKind.HOW_MANY]
    assert len(record.figures) == 1
    assert [p.low for p in record.figures[0].points] == [64, 70]


def test_at_least_and_more_do_not_contradict() -> None:
    more = count("b.txt", "70 men", 70, "2031-01-14", outlet="Herald")
    least = count("a.txt", "at least 64", 64, "2031-01-14", hedge=Hedge.AT_LEAST)
    least.figures[0] = least.figures[0].but(high=None)
    assert not [c for c in reconcile(pile(least, more)).conflicts if c.kind is ConflictKind.HOW_MANY]
