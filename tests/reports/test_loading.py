"""Files to reports: every form, and every way in which one can be broken."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records.errors import InputError
from dragoman.records.report import Report
from dragoman.reports import load
from dragoman.reports.decoding import MAX_CHARACTERS

STORY = "The mediator said on Monday that both sides had agreed to meet again in the port city."


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path, name: str | None = None) -> Report:
    (report,) = load(path, name=name)
    assert isinstance(report, Report), report
    return report


def reason(path: Path) -> str:
    (error,) = load(path)
    assert isinstance(error, InputError)
    return str(error)


def test_a_text_file_is_its_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"\xef\xbb\xbf" + STORY.encode() + b"\r\n")
    report = only(path)
    assert report.text == STORY + "\r\n"
    assert report.source is not None
    assert report.source.file == "a.txt"
    assert report.source.part is None
    assert report.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_is_cited_as_it_was_named(tmp_path: Path) -> None:
    source = only(write(tmp_path, "a.txt", STORY), name="march/a.txt").source
    assert source is not None
    assert source.file == "march/a.txt"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.html", "a.htm", "a.json", "a.jsonl", "a.ndjson"])
@pytest.mark.parametrize("zipped", [False, True])
def test_every_form_is_read_plain_and_gzipped(tmp_path: Path, name: str, zipped: bool) -> None:
    data = STORY
    if "json" in name:
        data = json.dumps({"text": STORY})
    if "htm" in name:
        data = f"<html><body><p>{STORY}</p></body></html>"
    packed = gzip.compress(data.encode()) if zipped else data.encode()
    assert STORY in only(write(tmp_path, name + ".gz" * zipped, packed)).text


def test_the_json_form_tells_what_it_tells(tmp_path: Path) -> None:
    fields = {
        "title": "Talks to resume",
        "date": "2031-03-09 16:05",
        "outlet": "The Varra Ledger",
        "url": "https://ledger.example/2031/03/09/talks",
        "author": ["Ana Rell", "Tomas Iber"],
        "text": "Talks to resume\n\n" + STORY,
        "unknown": {"left": "alone"},
    }
    report = only(write(tmp_path, "a.json", json.dumps(fields)))
    assert (report.title, report.outlet, report.byline) == (
        "Talks to resume",
        "The Varra Ledger",
        "Ana Rell, Tomas Iber",
    )
    assert str(report.published.begin) == "2031-03-09"
    assert report.published.known == "stated"
    assert report.text == fields["text"]
    assert [passage.span.of(report.text) for passage in report.boilerplate] == ["Talks to resume"]
    assert report.warnings == ()


def test_a_bad_line_costs_that_line(tmp_path: Path) -> None:
    lines = [{"text": STORY}, "}{", {"text": 5}, {"title": "no text"}, ["list"], {"text": STORY + " Again."}]
    data = "\n\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    found = list(load(write(tmp_path, "pile.jsonl", data)))
    assert [isinstance(each, Report) for each in found] == [True, False, False, False, False, True]
    assert [str(each).split(":")[0] for each in found[1:5]] == [f"pile.jsonl#{n}" for n in (2, 3, 4, 5)]
    assert isinstance(found[5], Report)
    assert found[5].source is not None
    assert found[5].source.part == 6


def test_an_array_holds_several_reports(tmp_path: Path) -> None:
    found = list(load(write(tmp_path, "pile.json", json.dumps([{"text": STORY}, None, {"text": "Second. " + STORY}]))))
    assert [each.source.part if isinstance(each, Report) and each.source else str(each) for each in found] == [
        1,
        "pile.json#2: a JSON report is an object with a `text` field; this is null",
        3,
    ]


@pytest.mark.parametrize(
    ("field", "value"), [("text", 3), ("date", 20310309), ("outlet", ["x"]), ("author", {"name": "x"}), ("url", True)]
)
def test_a_field_of_the_wrong_type_is_named(tmp_path: Path, field: str, value: object) -> None:
    assert f"`{field}`" in reason(write(tmp_path, "a.json", json.dumps({"text": STORY} | {field: value})))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\n \n", "empty"),
        ("a.txt", b"... --- !", "no words"),
        ("a.txt", b"%PDF-1.4 x", "binary"),
        ("a.txt.gz", b"not gzipped", "gzip"),
        ("a.json", b"[]", "empty"),
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b"[" * 100_000, "not valid JSON"),
        ("a.json", b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "not valid JSON"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.html", b"<html><script>let x = 1</script></html>", "no words"),
        ("a.docx", b"words", ".docx"),
        ("noname", b"words", "not read"),
    ],
)
def test_a_bad_file_is_named_with_its_reason(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    message = reason(write(tmp_path, name, data))
    assert message.startswith(name)
    assert says in message


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    assert "gone now" in reason(tmp_path / "gone.txt")


@pytest.mark.parametrize("name", ["long.txt", "long.txt.gz"])
def test_a_text_over_the_limit_is_refused_by_name(tmp_path: Path, name: str) -> None:
    data = b"word " * (MAX_CHARACTERS // 5 + 1)
    message = reason(write(tmp_path, name, gzip.compress(data, 1) if name.endswith("gz") else data))
    assert message.startswith(name)
    assert f"{MAX_CHARACTERS:,}" in message


def test_a_cut_gzip_stream_gives_what_came_before(tmp_path: Path) -> None:
    packed = gzip.compress("".join(json.dumps({"text": f"{STORY} {n}"}) + "\n" for n in range(3000)).encode())
    found = list(load(write(tmp_path, "pile.jsonl.gz", packed[: len(packed) // 2])))
    assert isinstance(found[0], Report)
    assert isinstance(found[-1], InputError)
    assert "what came before" in str(found[-1])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    data=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    ),
    name=st.sampled_from(["x.txt", "x.html", "x.json", "x.jsonl", "x.txt.gz", "x.jsonl.gz", "x.xyz"]),
)
def test_no_bytes_make_it_raise(tmp_path: Path, data: bytes, name: str) -> None:
    for found in load(write(tmp_path, name, data)):
        assert isinstance(found, InputError) or found.text
