"""``clausekit diff``: what can be named on either side, and what is made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import clausekit as package
from clausekit.library import find_library
from clausekit.library.copying import copy_library
from clausekit.reports import FORMATS
from tests.builders import ROOT
from tests.command import Ended, clausekit

EXAMPLES = ROOT / "templates" / "terms-of-reference" / "examples"
VERSIONS = "dispute-resolution/escalation-and-mediation"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: str) -> Path:
    """The working folder, with a parameter file of last year and one of this year."""
    monkeypatch.setenv("CLAUSEKIT_CACHE", cache)
    monkeypatch.chdir(tmp_path)
    text = (EXAMPLES / "westmarch-digital-board.yaml").read_text("utf-8")
    (tmp_path / "last.yaml").write_text(text, "utf-8")
    (tmp_path / "this.yaml").write_text(_changed(text), "utf-8")
    return tmp_path


def _changed(text: str) -> str:
    """Return the parameter file with one value changed."""
    changed, count = re.subn(r"(?m)^(  reconvene_within: )14 days$", r"\g<1>21 days", text)
    assert count == 1
    return changed


def good(*arguments: str) -> Ended:
    ended = clausekit(*arguments)
    assert (ended.errors, ended.status) == ("", 0)
    return ended


def report(*arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(good("diff", *arguments, "--format", "json").text)
    return data


def edits(*arguments: str) -> list[tuple[str, str, str, str]]:
    """Return layer, kind of cause, removed and added words of each edit that counts."""
    return [
        (edit["layer"], edit["cause"]["kind"], edit["removed"], edit["added"])
        for edit in report(*arguments)["edits"]
        if edit["layer"] != "following"
    ]


# what can be named


def test_two_parameter_files_differ_in_what_was_changed() -> None:
    found = edits("last.yaml", "this.yaml")
    assert {(layer, cause, added) for layer, cause, _, added in found} == {
        ("parameter", "parameter", "21 days")
    }


def test_a_draft_and_its_parameter_file_are_the_same() -> None:
    good("draft", "last.yaml")
    assert edits("last.docx", "last.yaml") == []


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_a_draft_as_text_differs_from_itself_in_no_words(ending: str) -> None:
    good("draft", "last.yaml", "-o", f"last.{ending}")
    good("draft", "this.yaml", "-o", f"this.{ending}")
    assert [added for *_, added in edits(f"last.{ending}", f"this.{ending}")] == ["21 days"]


def test_a_lock_is_drafted_with_the_parameter_file_beside_it(folder: Path) -> None:
    good("draft", "last.yaml")
    assert edits("last.lock.yaml", "this.yaml") == edits("last.yaml", "this.yaml")


def test_a_lock_alone_is_drafted_with_the_parameter_file_of_the_other_side(folder: Path) -> None:
    good("draft", "last.yaml")
    (folder / "last.lock.yaml").rename(folder / "old.lock.yaml")
    assert edits("old.lock.yaml", "last.yaml") == []


def test_of_a_clause_alone_the_last_two_versions_are_compared() -> None:
    assert edits(VERSIONS) == edits(f"{VERSIONS}@1.1.0", f"{VERSIONS}@1.1.1")
    assert [(removed, added) for *_, removed, added in edits(VERSIONS)] == [("seperate", "separate")]


def test_versions_of_a_clause_differ_for_the_reason_that_the_library_gives() -> None:
    (edit,) = report(VERSIONS)["edits"]
    assert edit["layer"] == "wording"
    assert edit["cause"]["change"] == "patch"
    assert "separate" in edit["cause"]["note"]


def test_a_template_differs_from_an_older_copy_of_itself(folder: Path) -> None:
    copy_library(find_library(ROOT), folder / "library")
    outline = folder / "library" / "templates" / "terms-of-reference" / "template.yaml"
    lines = outline.read_text("utf-8").split("\n")
    out = next(place for place, line in enumerate(lines) if "board-conflicts" in line)
    outline.write_text("\n".join(lines[:out] + lines[out + 1 :]), "utf-8")
    found = edits("terms-of-reference", str(outline))
    assert found
    assert all(not added for *_, added in found)


# what is made of it


@pytest.mark.parametrize("kind", FORMATS)
def test_a_report_goes_to_the_screen_or_to_a_file(kind: str, folder: Path) -> None:
    shown = good("diff", "last.yaml", "this.yaml", "--format", kind).text
    assert "21 days" in shown.replace("\xa0", " ")
    ending = "txt" if kind == "text" else kind
    good("diff", "last.yaml", "this.yaml", "-o", f"changes.{ending}")
    assert (folder / f"changes.{ending}").read_text("utf-8").rstrip() == shown.rstrip()


def test_a_redline_has_its_summary_beside_it(folder: Path) -> None:
    ended = good(
        "diff",
        "last.yaml",
        "this.yaml",
        "-o",
        "changes.docx",
        "--author",
        "Ann Legal",
        "--date",
        "2026-05-01",
    )
    assert ended.text.startswith("Wrote changes.docx (")
    assert "changes-summary.docx" in ended.text
    document = ZipFile(folder / "changes.docx").read("word/document.xml").decode()
    assert 'w:author="Ann Legal" w:date="2026-05-01T00:00:00Z"' in document
    assert "21 days" in ZipFile(folder / "changes-summary.docx").read("word/document.xml").decode()


def test_the_same_sides_make_the_same_redline(folder: Path) -> None:
    for name in ("one", "two"):
        good("diff", "last.yaml", "this.yaml", "-o", f"{name}.docx")
    assert (folder / "one.docx").read_bytes() == (folder / "two.docx").read_bytes()


@pytest.mark.parametrize(("options", "comments"), [((), True), (("--no-comments",), False)])
def test_a_redline_has_comments_unless_they_are_left_out(
    options: tuple[str, ...], comments: bool, folder: Path
) -> None:
    good("diff", "last.yaml", "this.yaml", "-o", "changes.docx", *options)
    assert ("word/comments.xml" in ZipFile(folder / "changes.docx").namelist()) is comments


def test_the_exit_status_tells_of_differences_only_if_it_is_asked_for() -> None:
    assert clausekit("diff", "last.yaml", "this.yaml").status == 0
    assert clausekit("diff", "last.yaml", "this.yaml", "--exit-code").status == 1
    assert clausekit("diff", "last.yaml", "last.yaml", "--exit-code").status == 0


@pytest.mark.parametrize("taken", ["changes.docx", "changes-summary.docx"])
def test_what_is_there_is_not_overwritten(taken: str, folder: Path) -> None:
    (folder / taken).write_bytes(b"mine")
    ended = clausekit("diff", "last.yaml", "this.yaml", "-o", "changes.docx")
    assert ended.status == 2
    assert taken in ended.errors
    assert (folder / taken).read_bytes() == b"mine"
    assert not {"changes.docx", "changes-summary.docx"} - {taken} & {path.name for path in folder.iterdir()}
    good("diff", "last.yaml", "this.yaml", "-o", "changes.docx", "--force")
    assert (folder / taken).read_bytes() != b"mine"


def test_a_redline_without_a_file_is_refused() -> None:
    ended = clausekit("diff", "last.yaml", "this.yaml", "--format", "docx")
    assert ended.status == 2
    assert "-o changes.docx" in ended.errors


def test_the_package_itself_returns_the_edits() -> None:
    comparison = package.diff("last.yaml", Path("this.yaml"))
    assert {edit.added for edit in comparison.headline} == {"21 days"}


# what cannot be compared


def _wrong() -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("none.docx", "last.yaml"), "none.docx: error: There is no such file."
    yield ("last.yaml", "dispute-resolution/mediatoin"), "There is no clause"
    yield ("terms-of-referense", "last.yaml"), "Did you mean terms-of-reference?"
    yield ("last.yaml",), "There is nothing to compare"
    yield ("waiver/no-waiver",), "has one version only"
    yield ("empty.docx", "last.yaml"), "empty.docx: error: This Word file cannot be used"
    yield ("last.yaml", "broken.yaml"), "broken.yaml:1"
    yield ("strange.txt", "last.yaml"), "have nothing in common"
    yield ("waiver/no-waiver@1.0.0",), "There is nothing to compare"
    yield ("last.yaml", "this.yaml", "-o", "report.pdf"), 'There is no report for "report.pdf"'


@pytest.mark.parametrize(("arguments", "message"), list(_wrong()))
def test_what_cannot_be_compared_is_told(arguments: tuple[str, ...], message: str, folder: Path) -> None:
    (folder / "empty.docx").write_bytes(b"")
    (folder / "broken.yaml").write_text("template: [", "utf-8")
    (folder / "strange.txt").write_text("Seventeen purple elephants danced.\n", "utf-8")
    ended = clausekit("diff", *arguments)
    assert ended.status == 2
    assert message in ended.errors
    assert ended.output == b""


def test_all_that_is_wrong_with_both_sides_is_told_at_once(folder: Path) -> None:
    ended = clausekit("diff", "none.docx", "neither.yaml")
    assert ended.errors.count("There is no such file.") == 2
    (folder / "empty.docx").write_bytes(b"")
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 and no more")
    ended = clausekit("diff", "empty.docx", "damaged.docx")
    assert ended.errors.count("This Word file cannot be used") == 2


def test_with_a_day_parameter_files_are_drafted_anew_whatever_their_locks_say(folder: Path) -> None:
    good("draft", "last.yaml", "-o", "last.docx")
    assert (folder / "last.lock.yaml").exists()
    assert edits("last.yaml", "last.yaml", "--as-at", "2026-09-01") == []
