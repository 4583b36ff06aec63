from pathlib import Path

from training.attribution.brat import annotated

TEXT = "Osk's envoy denied it. “We stay,” Orsa said."


def _write(folder: Path, annotator: str, lines: list[str]) -> None:
    (folder / "text").mkdir(parents=True, exist_ok=True)
    (folder / "attributions").mkdir(exist_ok=True)
    (folder / "text" / "osk[1].txt").write_bytes(TEXT.encode())
    (folder / "attributions" / f"osk[1]_{annotator}.ann").write_text("\n".join(lines) + "\n", "utf-8")


LINES = [
    "T1\tSource 34 38\tOrsa",
    "T2\tCue 39 43\tsaid",
    "T3\tContent 23 30;32 33\t“We stay ”",
    "T4\tAttribution 39 43\tsaid",
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source1:T1",
    "T5\tDiscard 0 11\tOsk's envoy",
    "A1\tSomething E1",
]


def test_relations_and_what_is_set_aside_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "a1", LINES)
    (one,) = annotated(tmp_path)
    assert (one.name, one.annotator, one.text) == ("osk[1]", "a1", TEXT)
    assert one.relations == ((((34, 38),), ((39, 43),), ((23, 30), (32, 33))),)
    assert one.aside == ((0, 11),)


def test_the_first_annotator_counts_unless_all_are_asked_for(tmp_path: Path) -> None:
    _write(tmp_path, "b2", [])
    _write(tmp_path, "a1", LINES)
    assert [one.annotator for one in annotated(tmp_path)] == ["a1"]
    assert [one.annotator for one in annotated(tmp_path, every=True)] == ["a1", "b2"]


def test_a_text_without_annotations_is_no_example(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "osk.txt").write_text("Orsa said so.", "utf-8")
    assert list(annotated(tmp_path)) == []
