"""Denials that point back: which claims they answer, found by the words and by the acts that they name."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.reconciling.blocks import NOTHING, Derived, Entry, Reader, Stage
from dragoman.reconciling.blocks.sharing import COMMON
from dragoman.reconciling.claims import Scene, answerable, drafts_of
from dragoman.reconciling.denials import Answerable, Denial, answered, confirms, steady, weight_of
from dragoman.reconciling.stages.coreference import happening_of
from dragoman.reconciling.stages.happenings import Told
from dragoman.reconciling.stages.views import PileAt
from dragoman.reconciling.stages.voices import Voices
from dragoman.reconciling.words import tokens
from dragoman.records.reading import Polarity

# Characters between a denial and the statement beside it that confirms what is denied, at the most.
BESIDE = 200
Candidates = tuple[int, tuple[str, ...]]  # how many claims have a word, and which, where they are few


class Asked(NamedTuple):
    """The claims of a happening that a denial can mean without their words, by key, and between whom the act was."""

    claims: dict[str, Answerable]
    scene: Scene


def _asked(event: str, at: Reader) -> Derived:
    """The claims of a happening that a denial can mean without their words, by the words that tell them."""
    pile = PileAt(at)
    happening = happening_of(event, at)
    found: dict[str, Answerable] = {}
    for number, draft in enumerate(drafts_of(happening)):
        asked = answerable(draft, pile)
        if asked is not None:
            found[f"{event}#{number}"] = asked
    if not found:
        return NOTHING
    by_stem: dict[str, list[str]] = {}
    by_report: dict[str, list[str]] = {}
    for key, asked in found.items():
        for stem in asked.stems:
            by_stem.setdefault(stem, []).append(key)
        for report in sorted({voice.report for voice in asked.voices}):
            by_report.setdefault(report, []).append(key)
    scene = Scene.of(happening, pile)
    sides = sorted(_sides(happening.act, scene))
    return Derived(
        Asked(found, scene),
        (
            *(Entry("asked", stem, tuple(keys)) for stem, keys in sorted(by_stem.items())),
            *(Entry("asked_in", report, tuple(keys)) for report, keys in sorted(by_report.items())),
            *(Entry("asked_of", side, tuple(found)) for side in sides),
            Entry("answerable", "", len(found)),
        ),
    )


def _sides(act: str, scene: Scene) -> list[str]:
    """By whom and to whom an act was, each as a key."""
    return [*(f"{act} by {agent}" for agent in scene.agents), *(f"{act} to {other}" for other in scene.others)]


def _stem(stem: str, at: Reader) -> Derived:
    """How many claims have a word, and which, where they are few: a word that very many have names none of them."""
    keys = tuple(key for _, found in at.members("asked", stem) for key in found)
    return Derived((steady(len(keys)), keys if len(keys) <= COMMON else ()))


def _all_asked(_: str, at: Reader) -> Derived:
    return Derived(steady(sum(each * count for each, count in at.kinds("answerable", ""))))


def _denials(report: str, at: Reader) -> Derived:
    """Which claims the denials of a report answer."""
    denying = [v for v in at.value("standing", report) or () if v.polarity is Polarity.DENIES]
    if not denying:
        return NOTHING
    text = at.text(report)
    told: Told = at.value("tellings", report) or {}
    here = [key for _, keys in at.members("asked_in", report) for key in keys]
    total: int = at.value("all_asked", "") or 0
    found: dict[str, set[str]] = {}
    for voice in denying:
        denial = Denial.of(tokens(voice.content.of(text)))
        known: dict[str, Candidates] = {}
        for word in sorted(denial.stems):
            having: Candidates | None = at.value("having", word)
            if having is not None:
                known[word] = having
        own = told.get(voice.id)
        near = {key for _, keys in known.values() for key in keys}
        asked = {key: _asked_by(key, at) for key in sorted({*near, *(here if denial.acts else ())})}
        claims = {key: claim for key, claim in asked.items() if own is None or claim.act in own}
        claims = {key: claim for key, claim in claims.items() if key in near or claim.act in denial.acts}
        for key in answered(voice, denial, claims, lambda word: weight_of(known[word][0], total)):  # noqa: B023
            for same in (key, *_of_one_act(key, claims[key].act, at)):
                found.setdefault(same, set()).add(voice.id)
    confirmed = _confirmed(report, found, at)
    return Derived(
        entries=(
            *(Entry("answered", key, tuple(sorted(ids))) for key, ids in sorted(found.items())),
            *(Entry("confirmed", key, ids) for key, ids in sorted(confirmed.items())),
        )
    )


def _confirmed(report: str, denied: Mapping[str, set[str]], at: Reader) -> dict[str, tuple[str, ...]]:
    """The denied claims that other sources confirm right beside the denial."""
    if not denied:
        return {}
    said: Voices = at.value("standing", report) or ()
    text = at.text(report)
    by_id = {voice.id: voice for voice in said}
    confirming = [voice for voice in said if confirms(voice, text)]
    found: dict[str, tuple[str, ...]] = {}
    for key, ids in denied.items():
        denials = [by_id[one].content for one in ids]
        ends = [v.id for v in confirming if any(abs(v.content.start - span.end) < BESIDE for span in denials)]
        if ends:
            found[key] = tuple(sorted(ends))
    return found


def _asked_by(key: str, at: Reader) -> Answerable:
    asked: Asked = at.value("answerables", key.partition("#")[0])
    return asked.claims[key]


def _of_one_act(key: str, act: str, at: Reader) -> Iterable[str]:
    """The other claims of the act that a denial of one denies."""
    own: Scene = at.value("answerables", key.partition("#")[0]).scene
    sides = _sides(act, own)
    others = {other for side in sides for _, keys in at.members("asked_of", side) for other in keys}
    for other in sorted(others - {key}):
        scene: Scene = at.value("answerables", other.partition("#")[0]).scene
        if own.is_same(scene):
            yield other


STAGES = (
    Stage("answerables", _asked, over="happening", type=Asked,
          payloads={"asked": tuple[str, ...], "asked_in": tuple[str, ...], "asked_of": tuple[str, ...],
                    "answerable": int}),
    Stage("having", _stem, over="asked", type=Candidates),
    Stage("all_asked", _all_asked, over="answerable", type=int),
    Stage("denials", _denials, payloads={"answered": tuple[str, ...], "confirmed": tuple[str, ...]}),
)  # fmt: skip
