"""The parser: the packaged small English spaCy pipeline, its files checked before they are loaded."""

import functools
import hashlib
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading.model import MODEL_PACKAGE, MODEL_SHA256
from dragoman.records.errors import ParserError

_STARTS = "dragoman_paragraph_starts"


@functools.cache
def parser() -> Language:
    """The pipeline, with sentence starts at paragraph starts. Raises ParserError when its files are not the known."""
    found = model_sha256()
    if found != MODEL_SHA256:
        raise ParserError(MODEL_PACKAGE, expected=MODEL_SHA256, found=found)
    nlp = spacy.load(model_folder())
    nlp.max_length = 1_000_000
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
    starts = set(doc._.get(_STARTS))
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
        elif token.is_space:
            token.is_sent_start = False
    return doc


def parse(text: str, paragraph_starts: tuple[int, ...]) -> Doc:
    """The parse of one text. Always parsed alone, so that the result does not depend on what else is read."""
    nlp = parser()
    doc = nlp.make_doc(text)
    doc._.set(_STARTS, paragraph_starts)
    return nlp(doc)
