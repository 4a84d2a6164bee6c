"""All documents of a batch in one: sections, numbers, references, notes, and what is left alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tests.batch.notes_library import notes_library, row, write_rows
from tests.command import Ended, clausekit
from tests.docx.word_files import W, complaints, part, parts, validator, value, with_part, words


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    write_rows(tmp_path / "rows.jsonl", [row(1), row(2), row(4)])
    notes_library(tmp_path / "library")


def batch(folder: Path, *options: str) -> Ended:
    return clausekit(
        "batch", "note", "--data", str(folder / "rows.jsonl"), "--out", str(folder / "out"),
        "--name", "{{ name }}", "--library", str(folder / "library"), *options,
    )  # fmt: skip


def combined(folder: Path) -> bytes:
    ended = batch(folder, "--combine", str(folder / "pack.docx"))
    assert (ended.status, ended.errors) == (0, "")
    return (folder / "pack.docx").read_bytes()


def test_each_document_is_a_section_with_its_own_header(tmp_path: Path) -> None:
    document = part(combined(tmp_path))
    assert len(list(document.iter(f"{W}sectPr"))) == 3
    headers = [name for name in parts((tmp_path / "pack.docx").read_bytes()) if "header" in name]
    assert len(headers) == 3  # each has the title of its note
    text = words(document)
    assert text.index("Note on Scheme 1") < text.index("Note on Scheme 2") < text.index("Note on Scheme 4")


def test_what_must_be_unique_is(tmp_path: Path) -> None:
    document = part(combined(tmp_path))
    names = [mark.get(f"{W}name", "") for mark in document.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) > 3
    for tag in ("bookmarkStart", "bookmarkEnd"):
        ids = [mark.get(f"{W}id") for mark in document.iter(f"{W}{tag}")]
        assert len(ids) == len(set(ids)) == len(names)
    controls = [value(control, "id") for control in document.iter(f"{W}sdtPr")]
    assert len(controls) == len(set(controls)) > 20
    fields = "".join(code.text or "" for code in document.iter(f"{W}instrText")).split()
    referred = Counter(word for word in fields if word.startswith("_Ref"))
    assert set(referred) <= set(names)
    assert len(referred) == 6


def test_footnotes_come_along_and_begin_anew_in_each_document(tmp_path: Path) -> None:
    data = combined(tmp_path)
    document, notes = part(data), part(data, "word/footnotes.xml")
    there = {note.get(f"{W}id"): words(note) for note in notes.iter(f"{W}footnote")}
    marks = [mark.get(f"{W}id") for mark in document.iter(f"{W}footnoteReference")]
    assert [there[mark].strip() for mark in marks] == [
        f"Or later, if Scheme {number} is late." for number in (1, 2, 4)
    ]
    assert [value(section, "footnotePr", "numRestart") for section in document.iter(f"{W}sectPr")] == [
        "eachSect"
    ] * 3


def test_styles_and_lists_are_those_of_one_document(tmp_path: Path) -> None:
    data = combined(tmp_path)
    alone = parts((tmp_path / "out" / "Scheme 1.docx").read_bytes())
    for name in ("word/styles.xml", "word/numbering.xml"):
        assert parts(data)[name] == alone[name]


def test_documents_that_are_not_alike_are_attached_to_each_other(tmp_path: Path) -> None:
    batch(tmp_path)
    edited = tmp_path / "out" / "Scheme 2.docx"
    data = edited.read_bytes()
    styles = part(data, "word/styles.xml")
    styles.append(etree.fromstring(f'<w:style xmlns:w="{W[1:-1]}" w:type="paragraph" w:styleId="Mine"/>'))
    edited.write_bytes(with_part(data, "word/styles.xml", etree.tostring(styles)))
    batch(tmp_path, "--combine", str(tmp_path / "pack.docx"))
    document = part((tmp_path / "pack.docx").read_bytes())
    text = words(document)
    assert text.index("Note on Scheme 1") < text.index("Note on Scheme 2") < text.index("Note on Scheme 4")
    assert len(list(document.iter(f"{W}sectPr"))) == 3


def test_a_pack_that_somebody_has_edited_is_left_alone(tmp_path: Path) -> None:
    first = combined(tmp_path)
    assert combined(tmp_path) == first
    (tmp_path / "pack.docx").write_bytes(b"mine")
    ended = batch(tmp_path, "--combine", str(tmp_path / "pack.docx"), "--index")
    assert "that is not as a batch has made it" in ended.errors
    assert (tmp_path / "pack.docx").read_bytes() == b"mine"
    assert (tmp_path / "out" / "index.docx").exists()
    batch(tmp_path, "--combine", str(tmp_path / "pack.docx"), "--force")
    assert (tmp_path / "pack.docx").read_bytes() == first


@pytest.mark.validator
@pytest.mark.skipif(validator() is None, reason="the validator is not there")
def test_the_validator_has_no_complaint(tmp_path: Path) -> None:
    assert complaints(combined(tmp_path), tmp_path) == []
