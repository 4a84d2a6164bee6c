"""The report as annotations: one command a line, in which nothing that a document says is a command."""

from __future__ import annotations

from dataclasses import replace

from clausekit.reports.checks import report
from tests.reports.checks.outcomes import hostile, nothing, outcome, sifted


def test_each_finding_is_a_command() -> None:
    lines = report([outcome()], "github").splitlines()
    assert lines[0] == (
        "::error file=agreement.md,line=5,title=CK-DATE-IMPOSSIBLE::Clause 1.1 (Term): "
        "There is no such day as “31 April 2027”. April 2027 ends on day 30: write the day that is meant."
    )
    assert lines[-2].startswith("::warning file=agreement.md,line=12,title=CK-TEXT-DOUBLED::")
    assert lines[-1] == "3 errors, 1 warning."


def test_remarks_are_notices() -> None:
    (finding, remark, _) = report([sifted()], "github").splitlines()
    assert finding.startswith("::notice file=agreement.md,line=8,")
    assert (
        remark == "::notice file=agreement.md,line=3,title=text-unsure::The order of the columns is not sure."
    )


def test_a_finding_without_a_line_names_the_file_alone() -> None:
    found = outcome()
    found = replace(found, findings=(replace(found.findings[0], line=0),))
    assert report([found], "github").startswith("::error file=agreement.md,title=CK-DATE-IMPOSSIBLE::")


def test_nothing_found_is_a_line_for_the_log() -> None:
    assert report([nothing()], "github") == "No findings.\n"


def test_nothing_that_a_document_says_is_a_command() -> None:
    lines = report([hostile()], "github").splitlines()
    assert len(lines) == 3
    for line in lines[:-1]:
        properties, _, message = line.partition("::")[2].partition("::")
        assert "100%25" in message
        assert "%2Ca%3Ab" in properties or "file=agreement.md" in properties
        assert not set(line) & set("\x1b\u202e")
