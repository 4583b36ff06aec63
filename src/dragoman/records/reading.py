"""One reading: what one report says, as typed records with spans into its text."""

import datetime
from enum import StrEnum

from dragoman.records.base import Frozen
from dragoman.records.report import Boilerplate
from dragoman.records.span import Span, Spans
from dragoman.records.time import NO_DAY, Interval, Published


class QuoteKind(StrEnum):
    """Whether the content of an attribution stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"  # no comment, could not be reached, did not say


class Sourcing(StrEnum):
    """How the source is shown, from the wording alone; ordered from most to least accountable."""

    NAMED = "named"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    SOURCES = "sources"
    RELAYED = "relayed"
    OUTLET = "outlet"


class TimedAs(StrEnum):
    """Whose time something has."""

    OWN = "own"  # its clause's
    LENT = "lent"  # that of a clause told to be at once with it
    STORY = "story"  # the story's around it
    UNANCHORED = "unanchored"  # its clause's, counted from something of which no day is told


class Timing(Frozen, frozen=True, kw_only=True):
    """The expressions that tell when something was: what its day rests on, whatever days they turn out to mean."""

    spans: Spans  # of the expressions, in text order
    before: tuple[str, ...]  # the word before each: "since", "from", "until", ...
    kind: TimedAs = TimedAs.OWN


class Attribution(Frozen, frozen=True, kw_only=True):
    """Who is cited for what: source, cue and content (the PARC and PolNeAR terms)."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: QuoteKind
    polarity: Polarity = Polarity.ASSERTS
    sourcing: Sourcing
    count: int | None = None  # how many people it claims to rest on
    wording: str | None = None  # the source as the report words it
    anonymity: str | None = None  # the condition of anonymity and its reason, in the report's words
    framing: str | None = None  # an attitude that the reporter's verb carries: "claimed", "admitted"
    actor: str | None = None  # an actor's id in this reading
    addressee: str | None = None
    medium: str | None = None
    relayed_by: str | None = None  # the outlet that had it first, when that is not this one
    parent: str | None = None  # the attribution inside whose content this one stands
    when: Interval | None = None  # when it was said
    timing: Timing | None = None  # what tells that


class TimexType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Offset(Frozen, frozen=True, kw_only=True):
    """A time told by its distance from an anchor: kept until the anchor's day is known."""

    unit: str  # "day", "week", "month", "year"
    n: float | None  # negative: before the anchor; None: not told ("weeks ago")
    anchor: str  # "published", "previous" (the last mentioned time) or an event's words


class TimeExpression(Frozen, frozen=True, kw_only=True):
    """A time expression: its TIMEX3 type and value, and the days it can mean."""

    span: Span
    type: TimexType
    value: str
    begin: datetime.date | None = None
    end: datetime.date | None = None
    offset: Offset | None = None
    tense: str | None = None  # where its clause points, where that matters: "past", "future", "present", "nearest"
    before_noun: bool | None = None  # whether it stands before the noun that it dates, where that matters


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"
    PERSON = "person"
    OFFICE = "office"
    OTHER = "other"


class MentionedActor(Frozen, frozen=True, kw_only=True):
    """An actor inside one report: any noun phrase that acts or is acted on, with all its mentions."""

    id: str
    name: str
    kind: ActorKind
    mentions: Spans
    key: str | None = None  # the gazetteer's key, for names that it knows ("state:no", "org:un")
    named: bool = True  # False for a description ("two diplomats", "the cultural sector")
    of: str | None = None  # the actor (id in this reading) that it belongs to: a state's ministry, a group's leader
    names: tuple[str, ...] = ()  # every proper name or alias used for it in this report


class EventMode(StrEnum):
    """Whether an event is told as having happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    REQUESTED = "requested"
    THREATENED = "threatened"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    DENIED = "denied"
    NEGATED = "negated"


class Plover(Frozen, frozen=True, kw_only=True):
    """A PLOVER event and mode; None where the codebook has none."""

    event: str | None
    mode: str | None = None


class ReadEvent(Frozen, frozen=True, kw_only=True):
    """Who did what to whom, where and when, as one report tells it."""

    id: str
    span: Span  # the clause that tells it
    type: str  # an id of reading/events/types.yaml
    plover: Plover
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: str | None = None
    when: Interval = NO_DAY
    timing: Timing | None = None  # what tells when
    mode: EventMode = EventMode.HAPPENED
    attribution: str | None = None
    trigger: Span  # the word or words that name the act
    condition: Span | None = None  # "if both sides show ...", where a condition governs it
    negated: bool = False  # told as not done under that condition: "cannot host them if this goes on"
    content: tuple[str, ...] = ()  # the events that it asks for, promises, agrees to or threatens with
    affected: tuple[str, ...] = ()  # of the patients those whom it only bears on: named near it, not as its argument

    @property
    def done_to(self) -> tuple[str, ...]:
        """The patients that the act's own words name: what is only near it is left out."""
        return tuple(one for one in self.patient if one not in self.affected)


class Hedge(StrEnum):
    """How exact a figure is told."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class ReadFigure(Frozen, frozen=True, kw_only=True):
    """A number with what it counts. `low` and `high` are equal when one number is told; None is open."""

    id: str
    span: Span
    low: float | int | None
    high: float | int | None
    hedge: Hedge
    unit: str | None = None  # "person", "day", "USD", ...
    of: str | None = None  # what it counts: "hostages taken", "troops"
    place: str | None = None
    as_of: Interval | None = None
    timing: Timing | None = None  # what tells that
    attribution: str | None = None
    event: str | None = None  # the event that the counted took part in, when the sentence tells one


class Stance(StrEnum):
    """How an actor stands to something."""

    WANTS = "wants"
    REFUSES = "refuses"
    COULD_ACCEPT = "could_accept"


class ReadStance(Frozen, frozen=True, kw_only=True):
    """What somebody wants, refuses or could accept, as one report tells it."""

    id: str
    span: Span  # the clause that tells it
    trigger: Span  # the word or words that tell the stance
    content: Span  # what is wanted, refused or could be accepted
    stance: Stance
    actor: str  # an actor's id in this reading
    when: Interval = NO_DAY  # when it was taken, or said
    timing: Timing | None = None  # what tells that
    attribution: str | None = None  # on whose word
    event: str | None = None  # the event that the same words tell


class ReadOffer(Frozen, frozen=True, kw_only=True):
    """A proposal as one report tells it: who put it to whom, or what its text for one recipient says."""

    id: str
    span: Span  # from whose it is to what it says
    trigger: Span  # the word that names it
    author: tuple[str, ...] = ()  # actors' ids in this reading
    to: tuple[str, ...] = ()
    terms: Span | None = None  # the words for what it says
    version_of: str | None = None  # the offer before, whose text for `to` this is
    when: Interval = NO_DAY
    timing: Timing | None = None
    attribution: str | None = None


class ReadInitiative(Frozen, frozen=True, kw_only=True):
    """A decision told as somebody's own: "independently", "on its own initiative", "nobody had asked them to"."""

    id: str
    span: Span  # the clause that tells it
    trigger: Span  # the words that say so
    whose: tuple[str, ...]  # whose decision it is: actors' ids in this reading
    event: str | None = None  # the act that was decided, where the same clause tells it
    attribution: str | None = None


class ReportHead(Frozen, frozen=True, kw_only=True):
    """What is known of a report apart from its text."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: Published
    language: str | None


class Reading(Frozen, frozen=True, kw_only=True):
    """All that one report says."""

    report: ReportHead
    text: str
    boilerplate: tuple[Boilerplate, ...] = ()
    sentences: Spans = ()
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    actors: tuple[MentionedActor, ...] = ()
    events: tuple[ReadEvent, ...] = ()
    figures: tuple[ReadFigure, ...] = ()
    stances: tuple[ReadStance, ...] = ()
    offers: tuple[ReadOffer, ...] = ()
    initiatives: tuple[ReadInitiative, ...] = ()
    warnings: tuple[str, ...] = ()
