"""The parser: the packaged small English spaCy pipeline, its files checked before they are loaded."""

import functools
import hashlib
import re
from importlib import resources
from pathlib import Path

import numpy as np
import spacy
from spacy.attrs import IDX, IS_SPACE
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading.model import MODEL_PACKAGE, MODEL_SHA256
from dragoman.records.errors import ParserError

_STARTS = "dragoman_paragraph_starts"
# "re-introduced" and "ill-prepared" are one word each; the pipeline takes them for three: no verb is then found, or
# somebody is told as prepared who is not.
_AGAIN = re.compile(r"(?:[Rr]e|[Ii]ll|[Uu]n)-[a-z]{3,}$")


@functools.cache
def parser() -> Language:
    """The pipeline, with sentence starts at paragraph starts. Raises ParserError when its files are not the known."""
    found = model_sha256()
    if found != MODEL_SHA256:
        raise ParserError(MODEL_PACKAGE, expected=MODEL_SHA256, found=found)
    nlp = spacy.load(model_folder())
    nlp.max_length = 1_000_000
    nlp.tokenizer.token_match = _AGAIN.match
    Doc.set_extension(_STARTS, default=(), force=True)
    nlp.add_pipe(_STARTS, before="parser")
    return nlp


@functools.cache
def model_folder() -> Path:
    """Where the model's files lie."""
    package = Path(str(resources.files(MODEL_PACKAGE)))
    return next(path.parent for path in sorted(package.rglob("config.cfg")))


@functools.cache
def model_sha256() -> str:
    """The SHA-256 over the names and bytes of the model's files, in sorted order."""
    total = hashlib.sha256()
    folder = model_folder()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@Language.component(_STARTS)
def _paragraph_starts(doc: Doc) -> Doc:
    """A paragraph's first word starts a sentence, and the line breaks before it start none."""
    offsets, spaces = doc.to_array([IDX, IS_SPACE]).T if len(doc) else ((), ())
    starts = np.isin(offsets, doc._.get(_STARTS))
    # Two look-ups over all tokens at once: asking each of them would cost a tenth of the parse.
    for i in np.flatnonzero(starts | (np.asarray(spaces) != 0)):
        doc[int(i)].is_sent_start = bool(starts[i])
    return doc


def parse(text: str, paragraph_starts: tuple[int, ...]) -> Doc:
    """The parse of one text. Always parsed alone, so that the result does not depend on what else is read."""
    nlp = parser()
    doc = nlp.make_doc(text)
    doc._.set(_STARTS, paragraph_starts)
    return nlp(doc)
