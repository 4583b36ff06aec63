"""Events in sentences as reporters write them. All names and happenings are invented."""

import pytest

import dragoman

from .conftest import Tell

# text, type, mode, a word of the agent's name (None: nobody), a word of the patient's
TOLD = [
    # verbs of the talks
    ("Norway rejected the Ridge Council's plan on Friday.", "reject", "happened", "Norway", "Ridge Council"),
    ("Norway has accepted the latest proposal, the ministry said.", "accept", "happened", "Norway", None),
    ("Mediators put forward a new proposal for a truce.", "propose", "happened", "Mediators", None),
    ("The Ridge Council answered with a counter-proposal.", "counter_propose", "happened", "Ridge Council", None),
    ("The rebels amended the draft before sending it back.", "counter_propose", "happened", "rebels", None),
    ("Norway demanded the release of all prisoners.", "demand", "happened", "Norway", None),
    ("Norway and the Ridge Council signed an agreement in Geneva.", "agree", "happened", "Norway", None),
    ("A truce was declared on Monday.", "declare_ceasefire", "happened", None, None),
    ("The army violated the ceasefire by shelling two villages.", "violate", "happened", "army", None),
    ("Sweden has suspended its mediation between the two sides.", "suspend_mediation", "happened", "Sweden", None),
    ("Sweden has halted its efforts, a diplomat said.", "suspend_mediation", "happened", "Sweden", None),
    ("Sweden walked away from its role as mediator.", "suspend_mediation", "happened", "Sweden", None),
    ("Sweden resumed its mediation on Monday.", "resume_mediation", "happened", "Sweden", None),
    ("Sweden will review its role as mediator.", "review_role", "planned", "Sweden", None),
    ("The talks in Geneva collapsed on Tuesday.", "stall", "happened", None, None),
    ("The negotiations came to a halt last week.", "stall", "happened", None, None),
    ("The delegation walked out of the talks.", "withdraw", "happened", "delegation", None),
    ("Denmark offered to mediate between the sides.", "offer_to_mediate", "happened", "Denmark", None),
    ("The foreign minister met with the rebel leader in Geneva.", "meet", "happened", "minister", "rebel leader"),
    ("Envoys from both sides held talks with Norwegian officials.", "meet", "happened", "Envoys", "officials"),
    # acts that nouns name
    ("Talks between Norway and Sweden dragged on.", "meet", "happened", "Norway", "Sweden"),
    ("The army's offensive against the rebels went on.", "attack", "happened", "army", "rebels"),
    ("The rebels were angered by Norway's suspension of payments.", "violate", "happened", "Norway", None),
    ("The envoy called for an end to the fighting.", "declare_ceasefire", "requested", None, None),
    # debt, labour, nuclear talks
    ("Norway suspended payments on its foreign debt.", "violate", "happened", "Norway", None),
    ("The lenders agreed to write off the debt of Norway.", "provide_aid", "planned", "lenders", "Norway"),
    ("The miners have been on strike since Monday.", "protest", "happened", "miners", None),
    ("Norway will curb its enrichment of uranium.", "concede", "planned", "Norway", None),
    ("The ministers gave Norway until Thursday to answer.", "threaten", "happened", "ministers", "Norway"),
    ("Norway and its creditors failed to achieve any breakthrough.", "stall", "happened", "Norway", None),
    ("Talks between Norway and its lenders ended inconclusively.", "stall", "happened", None, "Norway"),
    ("The talks hit a snag over pensions.", "stall", "happened", None, None),
    ("The bailout expired on Tuesday.", "stall", "happened", None, None),
    ("Norway and the banks announced a rescheduling agreement.", "agree", "happened", "Norway", None),
    ("The lenders handed Norway an ultimatum.", "threaten", "happened", "lenders", "Norway"),
    ("Export quotas were restored in October.", "implement", "happened", None, None),
    ("Export quotas were re-introduced in October.", "implement", "happened", None, None),
    ("The two sides re-opened talks on Monday.", "meet", "happened", "sides", None),
    (
        "The envoy dismissed Swedish efforts to mediate between the rebels and Norway.",
        "mediate",
        "possible",
        "Swed",
        None,
    ),
    # guests and hosts
    ("Sweden, which hosts the group's political office, stayed silent.", "host", "happened", "Sweden", "group"),
    ("Sweden asked the group's leaders to leave the country.", "ask_to_leave", "happened", "Sweden", "leaders"),
    ("Sweden told the group's leaders that they were no longer welcome.", "ask_to_leave", "happened", "Sweden", None),
    ("Sweden kicked out the group's leaders.", "expel", "happened", "Sweden", "leaders"),
    ("The leaders of the group moved to Finland in April.", "relocate", "happened", "leaders", None),
    ("Sweden brought the leaders back to Stockholm.", "return", "happened", "Sweden", "leaders"),
    # pressure
    ("Norway urged both sides to accept the plan.", "press", "happened", "Norway", "both sides"),
    ("Norway put pressure on the rebels.", "press", "happened", "Norway", "rebels"),
    ("Norway issued an ultimatum to the rebels.", "threaten", "happened", "Norway", "rebels"),
    ("Norway imposed sanctions on two banks.", "sanction", "happened", "Norway", "banks"),
    ("Norway froze the group's assets.", "sanction", "happened", "Norway", "group"),
    # people
    ("The rebels freed 30 prisoners on Sunday.", "release", "happened", "rebels", "prisoners"),
    ("About 250 people were taken hostage in the raid.", "detain", "happened", None, "people"),
    ("Police arrested a student leader.", "detain", "happened", "Police", "student leader"),
    ("An airstrike killed at least 13 people in the town.", "kill", "happened", None, "people"),
    ("The army shelled rebel positions above the town.", "attack", "happened", "army", None),
    # words
    ("Sweden came under criticism from Norwegian officials.", "criticise", "happened", "officials", "Sweden"),
    ("Norway praised Sweden for its patience.", "praise", "happened", "Norway", "Sweden"),
    ("The prime minister appointed a new envoy.", "appoint", "happened", "prime minister", "envoy"),
    ("The chief negotiator resigned on Friday.", "resign", "happened", "negotiator", None),
    # nominalisations
    ("Sweden's suspension of its mediation surprised the capital.", "suspend_mediation", "happened", "Sweden", None),
    ("The group's rejection of the proposal angered mediators.", "reject", "happened", "group", None),
    ("The group's expulsion from Sweden was a blow.", "expel", "happened", None, "group"),
    # who does it
    ("The plan was rejected by the Ridge Council.", "reject", "happened", "Ridge Council", None),
    ("Norway asked Sweden to expel the group.", "expel", "requested", "Sweden", "group"),
    ("Sweden agreed to expel the group.", "expel", "planned", "Sweden", "group"),
    ("Talks mediated by Swedish officials have failed.", "mediate", "happened", "officials", None),
    ("Norway met the rebels in May and rejected their demands.", "reject", "happened", "Norway", None),
    ("After rejecting the plan, Norway recalled its envoy.", "reject", "happened", "Norway", None),
]

MODES = [
    ("Norway will release the prisoners next week.", "release", "planned"),
    ("Norway plans to release the prisoners.", "release", "planned"),
    ("Norway did not release the prisoners.", "release", "negated"),
    ("Norway has yet to release the prisoners.", "release", "negated"),
    ("Norway failed to release the prisoners.", "release", "negated"),
    ("Norway refused to release the prisoners.", "release", "negated"),
    ("Norway released nobody: no prisoners were freed.", "release", "negated"),
    ("Norway may release the prisoners.", "release", "possible"),
    (
        "The group called reports about Sweden's retreat from its mediation role a tactic.",
        "suspend_mediation",
        "possible",
    ),
    ("Reports about Sweden's retreat from its mediation role were inaccurate.", "suspend_mediation", "denied"),
    ("Norway should release the prisoners.", "release", "requested"),
    ("Norway was urged to release the prisoners.", "release", "requested"),
    ("The envoys called for the release of the prisoners.", "release", "requested"),
    ("Norway threatened to expel the delegation.", "expel", "threatened"),
    ("Norway warned that it would expel the delegation.", "expel", "threatened"),
    ("Norway will release the prisoners if the rebels accept the plan.", "release", "conditional"),
    ("If Norway releases the prisoners, the rebels will return.", "release", "conditional"),
    ("The rebels will return should Norway release the prisoners.", "release", "conditional"),
    ("Reports that Norway has released the prisoners were inaccurate.", "release", "denied"),
    (
        "PORT TAMM, March 11 (Wire) - Reports that Norway has released the prisoners and left were inaccurate, "
        "the ministry said.",
        "release",
        "denied",
    ),
    ("Norway denied that it had released the prisoners.", "release", "denied"),
    ("Norway denied having released the prisoners.", "release", "denied"),
    ("Norway continued to release prisoners.", "release", "happened"),
    ("Norway helped to release the prisoners.", "release", "happened"),
    ("Releasing the prisoners would not help the talks.", "release", "possible"),
    ("Sweden cannot continue to mediate as long as the sides refuse to talk.", "suspend_mediation", "conditional"),
    ("Talks aimed at releasing the prisoners have begun.", "release", "planned"),
    ("Sweden no longer thinks that the parties are negotiating in good faith.", "meet", "negated"),
    ("The decision to release the prisoners came late.", "release", "planned"),
    ("Nobody had told the delegation to leave.", "ask_to_leave", "negated"),
]

NOTHING = [
    "The weather in the capital was fine.",
    "A spokesman for the Ridge Council declined to comment.",
    "The plan runs to forty pages.",
    "He is a good man.",
    "...!?",
    "12345 67890",
]


def _has(names: tuple[str, ...], word: str | None) -> bool:
    return not names if word is None else any(word.lower() in name.lower() for name in names)


@pytest.mark.parametrize("case", TOLD, ids=lambda case: str(case[0]))
def test_tells_who_did_what(tell: Tell, case: tuple[str, str, str, str | None, str | None]) -> None:
    text, kind, mode, agent, patient = case
    found = [one for one in tell(text) if one.type == kind]
    assert found, [one[:4] for one in tell(text)]
    assert any(one.mode == mode and _has(one.agent, agent) for one in found), [one[:4] for one in found]
    if patient is not None:
        assert any(_has(one.patient, patient) for one in found), [one[:4] for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Talks in Geneva on export quotas failed.", "stall", "Geneva"),
        ("Talks in Geneva between Norway and Sweden resumed on Monday.", "meet", "Geneva"),
        ("Norway and Sweden failed to agree at talks in Geneva.", "stall", "Geneva"),
    ],
)
def test_talks_are_held_where_they_are_told_to_fail_or_resume(text: str, kind: str, place: str) -> None:
    found = dragoman.annotate(text).events
    assert [one.place for one in found if one.type == kind] == [place] * sum(one.type == kind for one in found)
    assert any(one.type == kind for one in found)


@pytest.mark.parametrize(("text", "kind", "mode"), MODES)
def test_tells_whether_it_happened(tell: Tell, text: str, kind: str, mode: str) -> None:
    assert [one.mode for one in tell(text) if one.type == kind][:1] == [mode]


@pytest.mark.parametrize("text", NOTHING)
def test_tells_nothing_where_nothing_is_told(tell: Tell, text: str) -> None:
    assert tell(text) == []


def test_condition_is_the_clause_that_sets_it(tell: Tell) -> None:
    text = "Sweden would resume its mediation if both sides agreed to meet in one room."
    event = next(one.event for one in tell(text) if one.type == "resume_mediation")
    assert event.condition is not None
    assert event.condition.of(text) == "if both sides agreed to meet in one room"


def test_coordinated_actors_are_each_named(tell: Tell) -> None:
    found = next(one for one in tell("Norway and Sweden rejected the plan.") if one.type == "reject")
    assert found.agent == ("Norway", "Sweden")


def test_requester_and_asked_are_told_apart(tell: Tell) -> None:
    found = {one.type: one for one in tell("Norway asked Sweden to expel the group.")}
    assert found["request"].agent == ("Norway",)
    assert found["request"].patient == ("Sweden",)
    assert found["expel"].agent == ("Sweden",)


def test_place_comes_from_the_parse(tell: Tell) -> None:
    found = next(one for one in tell("The envoys met the rebels in Geneva.") if one.type == "meet")
    assert found.event.place == "Geneva"


def test_day_is_the_clause_s_own(tell: Tell) -> None:
    text = "Norway rejected the plan on 3 May 2024 and Sweden suspended its mediation on 9 May 2024."
    days = {one.type: str(one.event.when.begin) for one in tell(text)}
    assert days["reject"] == "2024-05-03"
    assert days["suspend_mediation"] == "2024-05-09"


def test_event_knows_whose_word_it_rests_on(tell: Tell) -> None:
    text = "A senior official said that Norway had rejected the plan. Sweden suspended its mediation."
    found = {one.type: one.event.attribution for one in tell(text)}
    assert found["reject"] is not None
    assert found["suspend_mediation"] is None


def test_spans_are_the_clause_and_its_word(tell: Tell) -> None:
    text = "The mood was bad.  According to two diplomats, Norway has rejected the plan."
    event = next(one.event for one in tell(text) if one.type == "reject")
    assert event.trigger.of(text).startswith("rejected")
    assert event.span.of(text) == "Norway has rejected the plan"
    assert event.span.covers(event.trigger)


def test_a_condition_is_given_with_its_whole_conjunction(tell: Tell) -> None:
    text = "Sweden cannot continue to mediate as long as the sides refuse to talk."
    event = next(one.event for one in tell(text) if one.type == "suspend_mediation")
    assert event.condition is not None
    assert event.condition.of(text) == "as long as the sides refuse to talk"


def test_conjoined_clause_leaves_the_other_out(tell: Tell) -> None:
    text = "Norway rejected the plan and Sweden suspended its mediation."
    event = next(one.event for one in tell(text) if one.type == "reject")
    assert "Sweden" not in event.span.of(text)
