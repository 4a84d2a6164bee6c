"""``clausekit check``, and ``draft --final``: what can be proofread, what is told, what is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from clausekit.checks.rules import RULES
from clausekit.cli.check import FORMATS
from clausekit.formats.docx.reader import read
from clausekit.library.copying import copy_library
from clausekit.reports.checks import FORMATS as REPORTS
from tests.builders import ROOT
from tests.command import Ended, clausekit
from tests.docx.reader.small_files import p, t, word_file

EXAMPLE = ROOT / "templates" / "terms-of-reference" / "examples" / "westmarch-digital-board.yaml"
AGREEMENT = """\
# Agreement on a Fund

1. Term

1.1 This agreement ends on 31 April 2027.

2. Accounts

2.1 The Council shall keep the the accounts of the fund.
"""
DATE, DOUBLED = "CK-DATE-IMPOSSIBLE", "CK-TEXT-DOUBLED"
ONLY = ("--select", DATE, "--select", DOUBLED)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: str) -> Path:
    """The working folder, with an agreement as Markdown and as a Word file."""
    monkeypatch.setenv("CLAUSEKIT_CACHE", cache)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.md").write_text(AGREEMENT, "utf-8")
    lines = [line.lstrip("# ") for line in AGREEMENT.split("\n") if line]
    (tmp_path / "ours.docx").write_bytes(word_file("".join(p(t(line)) for line in lines)))
    return tmp_path


def inputs(*arguments: str, status: int = 1) -> list[dict[str, Any]]:
    ended = clausekit("check", *arguments, "--format", "json")
    assert (ended.errors, ended.status) == ("", status)
    found: list[dict[str, Any]] = json.loads(ended.text)["inputs"]
    return found


def found(*arguments: str, status: int = 1) -> list[tuple[str, str, int | None]]:
    """Return rule, words and line of each finding in the one input."""
    (given,) = inputs(*arguments, *ONLY, status=status)
    return [(one["rule"], one["excerpt"]["words"], one["line"]) for one in given["findings"]]


def refused(*arguments: str) -> str:
    ended = clausekit(*arguments)
    assert (ended.status, ended.text) == (2, "")
    return ended.errors


# inputs


def test_a_text_is_checked_with_its_lines() -> None:
    assert found("ours.md") == [(DATE, "31 April 2027", 5), (DOUBLED, "the the", 9)]


def test_a_word_file_is_checked_by_its_clauses() -> None:
    assert found("ours.docx") == [(DATE, "31 April 2027", None), (DOUBLED, "the the", None)]
    (given,) = inputs("ours.docx", *ONLY)
    assert [one["number"] for one in given["findings"]] == ["1.1", "2.1"]


def test_a_word_file_is_known_by_what_it_holds(folder: Path) -> None:
    (folder / "ours.docx").rename(folder / "ours.bak")
    assert len(found("ours.bak")) == 2


def test_a_parameter_file_is_drafted_and_judged_for_its_day() -> None:
    (given,) = inputs(str(EXAMPLE), "--level", "warning", status=0)
    assert given["read"]["rules"] == len(RULES)
    assert given["read"]["sentences"] > 20


def test_a_lock_stands_for_its_parameter_file() -> None:
    lock = str(EXAMPLE.with_suffix(".lock.yaml"))
    assert inputs(lock, "--level", "warning", status=0)[0]["findings"] == []


def test_a_clause_is_checked_by_the_rules_for_wording() -> None:
    (given,) = inputs("vat/by-commissioner", status=0)
    assert 0 < given["read"]["rules"] < len(RULES)
    (version,) = inputs("vat/by-commissioner@1.0.0", status=0)
    assert version["read"] == given["read"]


def test_the_file_of_a_clause_is_checked_as_the_clause(folder: Path) -> None:
    copy_library(ROOT, folder / "lib")
    file = folder / "lib" / "clauses" / "vat" / "by-commissioner" / "1.0.0.md"
    file.write_text(file.read_text("utf-8").replace("shall", "shall shall", 1), "utf-8")
    (given,) = inputs("lib/clauses/vat/by-commissioner/1.0.0.md")
    (finding,) = given["findings"]
    assert (finding["rule"], finding["line"]) == (DOUBLED, None)
    assert finding["file"] == "clauses/vat/by-commissioner/1.0.0.md"


def test_a_markdown_file_in_some_folder_of_clauses_is_a_text(folder: Path) -> None:
    file = folder / "clauses" / "a" / "b" / "note.md"
    file.parent.mkdir(parents=True)
    file.write_text(AGREEMENT, "utf-8")
    assert len(found(str(file))) == 2


def test_all_that_is_wrong_with_any_input_is_told() -> None:
    told = refused("check", "a.docx", "ours.md", "b.txt")
    assert re.findall(r"^\S+: error: .*", told, re.MULTILINE) == [
        "a.docx: error: There is no such file.",
        "b.txt: error: There is no such file.",
    ]


# what is told


def test_the_status_tells_whether_there_is_an_error_or_a_warning() -> None:
    assert clausekit("check", "ours.md", "--select", DOUBLED).status == 1
    assert clausekit("check", "ours.md", "--select", DOUBLED, "--level", "error").status == 0
    assert clausekit("check", "ours.md", "--select", "CK-DATE-ORDER").status == 0


def test_rules_are_selected_and_ignored() -> None:
    (given,) = inputs("ours.md", "--select", "CK-DATE", "--ignore", DATE, status=0)
    assert given["findings"] == []
    assert given["read"]["rules"] == len([id_ for id_ in RULES if id_.startswith("CK-DATE-")]) - 1


def test_the_day_decides_what_the_law_is(folder: Path) -> None:
    assert clausekit("check", "ours.md", "--as-at", "2027-02-30").status == 2
    assert clausekit("check", "ours.md", "--as-at", "2027-02-28", *ONLY).status == 1


@pytest.mark.parametrize("format_", REPORTS)
def test_every_report_is_printed_and_written_the_same(format_: str, folder: Path) -> None:
    printed = clausekit("check", "ours.md", *ONLY, "--format", format_)
    written = clausekit("check", "ours.md", *ONLY, "--format", format_, "-o", "report")
    assert (printed.status, written.status) == (1, 1)
    assert written.text == "Wrote report (1 error, 1 warning).\n"
    assert (folder / "report").read_bytes() == printed.output
    assert clausekit("check", "ours.md", *ONLY, "--format", format_, "-o", "-").output == printed.output


@pytest.mark.parametrize(
    ("file", "begins"),
    [("r.json", "{"), ("r.sarif", "{"), ("r.html", "<!DOCTYPE html>"), ("r.txt", "ours.md:")],
)
def test_the_ending_says_which_report(file: str, begins: str, folder: Path) -> None:
    clausekit("check", "ours.md", *ONLY, "-o", file)
    assert (folder / file).read_text("utf-8").startswith(begins)


def test_a_report_does_not_overwrite(folder: Path) -> None:
    assert "There is a file of this name" in refused(
        "check", "ours.md", "-o", "ours.docx", "--format", "json"
    )
    assert clausekit("check", "ours.md", *ONLY, "-o", "ours.docx", "--format", "json", "--force").status == 1


def test_every_format_is_a_report_or_a_word_file() -> None:
    assert (*REPORTS, "docx") == FORMATS


# Word reports


def test_a_word_report_is_a_copy_with_comments_and_a_summary(folder: Path) -> None:
    ended = clausekit("check", "ours.docx", *ONLY, "-o", "checked.docx")
    assert ended.text == "Wrote checked.docx (1 error, 1 warning) and checked-summary.docx.\n"
    comments = read((folder / "checked.docx").read_bytes(), "checked.docx").reading.comments
    assert [(comment.author, comment.anchor) for comment in comments] == [
        ("clausekit", "31 April 2027"),
        ("clausekit", "the the"),
    ]
    assert comments[0].text.startswith("Error: There is no such day as “31 April 2027”.")
    summary = read((folder / "checked-summary.docx").read_bytes(), "checked-summary.docx").reading
    assert "What was found in" in str(summary.body)
    assert (
        clausekit("check", "ours.docx", *ONLY, "--format", "docx", "-o", "-").output
        == (folder / "checked.docx").read_bytes()
    )


def test_comments_on_a_draft_of_ours_have_its_day(folder: Path) -> None:
    clausekit("draft", str(EXAMPLE), "-o", "board.docx", "--set", "reference.escalates_to=the the Executive")
    clausekit("check", "board.docx", "-o", "checked.docx", "--select", DOUBLED)
    comments = read((folder / "checked.docx").read_bytes(), "checked.docx").reading.comments
    assert comments
    as_at = yaml.safe_load(EXAMPLE.with_suffix(".lock.yaml").read_text("utf-8"))["as_at"]
    assert {comment.date for comment in comments} == {f"{as_at}T00:00:00Z"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ours.docx", "--format", "docx"], "needs a file"),
        (["ours.docx", "ours.md", "-o", "x.docx"], "of one input"),
        (["ours.md", *ONLY, "-o", "x.docx"], "Only a Word file"),
        ([], "Name what is to be checked"),
    ],
)
def test_a_word_report_needs_one_word_file(arguments: list[str], message: str, folder: Path) -> None:
    assert message in refused("check", *arguments)
    assert not (folder / "x.docx").exists()


# what is let stand


def test_what_is_let_stand_is_told_with_its_reason_and_no_fault(folder: Path) -> None:
    (folder / "stands.yaml").write_text(
        "suppressions:\n"
        "  - rule: CK-DATE\n    words: 31 April 2027\n    reason: The lease says so.\n"
        "  - rule: CK-TEXT\n    place: clause 2.1\n    reason: It is a quotation.\n",
        "utf-8",
    )
    (given,) = inputs("ours.md", *ONLY, "--suppressions", "stands.yaml", status=0)
    assert given["findings"] == given["remarks"] == []
    assert [one["reason"] for one in given["stands"]] == ["The lease says so.", "It is a quotation."]


def test_a_suppression_that_covers_one_of_several_inputs_is_not_stale(folder: Path) -> None:
    (folder / "other.md").write_text(AGREEMENT.replace("31 April", "30 April"), "utf-8")
    (folder / "stands.yaml").write_text("suppressions: [{rule: CK-DATE, reason: It is so.}]", "utf-8")
    arguments = (*ONLY, "--suppressions", "stands.yaml", "--level", "error")
    first, second = inputs("ours.md", "other.md", *arguments, status=0)
    assert first["remarks"] == second["remarks"] == []
    (alone,) = inputs("other.md", *arguments, status=0)
    assert [remark["rule"] for remark in alone["remarks"]] == ["check-stale-suppression"]
    (not_run,) = inputs(
        "other.md", "--select", DOUBLED, "--suppressions", "stands.yaml", "--level", "error", status=0
    )
    assert not_run["remarks"] == []


def test_only_what_a_baseline_does_not_have_is_told(folder: Path) -> None:
    written = clausekit("check", "ours.md", *ONLY, "--write-baseline", "known.json")
    assert (written.text, written.status) == ("Wrote known.json (2 findings).\n", 0)
    (given,) = inputs("ours.md", *ONLY, "--baseline", "known.json", status=0)
    assert (given["findings"], given["counts"]["known"]) == ([], 2)
    text = AGREEMENT.replace("2. Accounts", "2. Review\n\n2.1 It is reviewed on 31 June 2027.\n\n3. Accounts")
    (folder / "ours.md").write_text(text.replace("2.1 The", "3.1 The"), "utf-8")
    assert found("ours.md", "--baseline", "known.json") == [(DATE, "31 June 2027", 9)]


def test_a_new_baseline_has_what_the_old_one_had() -> None:
    arguments = ("check", "ours.md", *ONLY, "--write-baseline", "known.json")
    first = clausekit(*arguments)
    assert clausekit(*arguments, "--baseline", "known.json", "--force").text == first.text


def test_a_baseline_counts_over_all_inputs(folder: Path) -> None:
    clausekit("check", "ours.md", *ONLY, "--write-baseline", "known.json")
    first, second = inputs("ours.md", "ours.docx", *ONLY, "--baseline", "known.json")
    assert [len(first["findings"]), len(second["findings"])] == [0, 2]


# help


def test_a_rule_is_explained() -> None:
    ended = clausekit("check", "--explain", DATE)
    assert ended.text.startswith(f"{DATE} (error)\n")
    assert "⟦31 April 2027⟧" in ended.text


def test_all_rules_are_listed() -> None:
    lines = clausekit("check", "--explain", "all").text.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    assert "Did you mean CK-DATE-IMPOSSIBLE?" in refused("check", "--explain", "CK-DATE-IMPOSIBLE")


# hooks


def test_the_hooks_run_commands_that_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        name, *arguments = hook["entry"].split()
        assert name == "clausekit"
        assert clausekit(*arguments, "ours.md", *ONLY).status == 1
    agreements, drafts = ((re.compile(hook["files"]), re.compile(hook["exclude"])) for hook in hooks)
    assert _wanted(agreements, "a/ours.DOCX", "clauses/vat/by-commissioner/1.0.0.md", "a.txt") == [True] * 3
    assert _wanted(agreements, "a/~$ours.docx", "README.md", "clauses/STYLE.md") == [False] * 3
    assert _wanted(drafts, "matters/ours.yaml", "matters/ours.lock.yaml", "x.yaml") == [True, False, False]


def _wanted(patterns: tuple[re.Pattern[str], re.Pattern[str]], *names: str) -> list[bool]:
    files, exclude = patterns
    return [bool(files.search(name) and not exclude.search(name)) for name in names]


# draft --final


def draft(*arguments: str) -> Ended:
    return clausekit("draft", str(EXAMPLE), "-o", "board.docx", *arguments)


def test_a_sound_draft_is_final(folder: Path) -> None:
    ended = draft("--final")
    assert ended.status == 0
    assert "error" not in ended.errors
    final = (folder / "board.docx").read_bytes()
    draft("--force")
    assert (folder / "board.docx").read_bytes() == final


def test_a_draft_with_an_error_is_not_final_and_not_written(folder: Path) -> None:
    ended = draft("--final", "--set", "reference.runs_until=31 April 2027")
    assert (ended.status, ended.text) == (2, "")
    assert "There is no such day as “31 April 2027”." in ended.errors
    assert not (folder / "board.docx").exists()
    assert draft("--set", "reference.runs_until=31 April 2027").status == 0


def test_a_draft_with_a_blank_is_not_final(folder: Path) -> None:
    ended = draft("--final", "--set", "reference.reconvene_within=null")
    assert ended.status == 2
    assert "1 value is still blank: reference.reconvene_within." in ended.errors
    assert "CK-BLANK" not in ended.errors
    assert not (folder / "board.docx").exists()


def test_warnings_are_told_of_a_final_draft(folder: Path) -> None:
    ended = draft("--final", "--set", "reference.escalates_to=the the Executive")
    assert ended.status == 0
    assert "warning: " in ended.errors
    assert "“the the” has the same word twice." in ended.errors
