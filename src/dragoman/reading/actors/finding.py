"""All that is known of a block's actors after reading it once."""

from dataclasses import dataclass, field

from spacy.tokens import Doc

from dragoman.reading.actors.draft import Draft
from dragoman.records.reading import ActorKind

_KINDS = {"PERSON": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "GPE": ActorKind.STATE, "NORP": ActorKind.GROUP}


@dataclass
class Found:
    """The drafts of a block, and which one a token stands for."""

    drafts: list[Draft] = field(default_factory=list)
    by_token: dict[int, Draft] = field(default_factory=dict)


def find(doc: Doc) -> Found:
    """The actors of a block."""
    found = Found()
    by_name: dict[str, Draft] = {}
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        start, end = entity.start, entity.end
        if doc[start].lower_ == "the" and end - start > 1:
            start += 1
        if end - start > 1 and doc[end - 1].lower_ in {"'s", "’s", "’", "'"}:
            end -= 1
        text = doc[start:end].text
        draft = by_name.get(text)
        if draft is None:
            draft = by_name[text] = Draft(kind, text)
            found.drafts.append(draft)
        draft.names.add(text)
        draft.mentions.append((start, end))
        for i in range(start, end):
            found.by_token[i] = draft
    return found
