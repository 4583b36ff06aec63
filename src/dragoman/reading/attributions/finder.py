"""Attributions of a block: drafts made and told as records."""

from dragoman.reading.attributions import manner, unnamed
from dragoman.reading.attributions.drafts import drafts
from dragoman.reading.attributions.polarity import polarity
from dragoman.reading.attributions.scene import Draft, Scene, trimmed
from dragoman.reading.attributions.sourcing import count, sourcing
from dragoman.reading.parsed import Parsed
from dragoman.records.ids import Prefix, found_id
from dragoman.records.reading import Attribution, QuoteKind
from dragoman.records.span import Spans


def find(parsed: Parsed) -> tuple[Attribution, ...]:
    """Who is cited for what in a block, in text order; actors and days still None."""
    scene = Scene(parsed)
    conditions = tuple(unnamed.conditions(scene))
    found = unnamed.without(conditions, drafts(scene))
    ids = {draft.head: _id(scene, draft) for draft in found}
    on_condition = unnamed.by_head(scene, conditions, found)
    return tuple(_record(scene, draft, ids, conditions, on_condition.get(draft.head)) for draft in found)


def _spans(scene: Scene, indexes: list[int]) -> Spans:
    return scene.parsed.spans(scene.doc[i] for i in indexes)


def _id(scene: Scene, draft: Draft) -> str:
    spans = (*_spans(scene, draft.cue), *_spans(scene, draft.source), *_spans(scene, trimmed(scene, draft.content)))
    return found_id(Prefix.ATTRIBUTION, scene.parsed.report.id, draft.word.lemma, *spans)


def _record(
    scene: Scene,
    draft: Draft,
    ids: dict[int, str],
    conditions: tuple[unnamed.Condition, ...],
    anonymity: str | None,
) -> Attribution:
    grade = sourcing(scene, draft)
    through = manner.medium(scene, draft)
    wording = scene.text_of(trimmed(scene, unnamed.outside(conditions, draft.wording or draft.source)))
    return Attribution(
        id=ids[draft.head],
        source=_spans(scene, draft.source),
        cue=_spans(scene, draft.cue),
        content=_spans(scene, trimmed(scene, draft.content)),
        kind=_kind(scene, draft),
        polarity=polarity(scene, draft),
        sourcing=grade,
        count=count(scene, draft, grade),
        wording=wording or None,
        anonymity=anonymity,
        framing=scene.doc[draft.head].lower_ if draft.word.framing else None,
        addressee=scene.text_of(draft.addressee) or None,
        medium=through,
        relayed_by=manner.relayed_by(scene, draft, through),
        parent=ids.get(draft.parent.head) if draft.parent is not None else None,
    )


def _kind(scene: Scene, draft: Draft) -> QuoteKind:
    """Whether all of the content stands in quotation marks; a "that" before it is the reporter's."""
    words = [i for i in sorted(draft.content) if not scene.doc[i].is_punct and not scene.doc[i].is_space]
    if len(words) > 1 and scene.doc[words[0]].lower_ == "that":
        del words[0]
    quoted = sum(i in scene.quote_at for i in words)
    if not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted == len(words) else QuoteKind.MIXED
