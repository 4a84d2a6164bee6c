"""Each case in ``cases`` is a title, a clause as it is written, and the outline of what it is read as.

The outline shows values in braces, bold, italics and references as they are written, and footnotes as ^( ).
In ``faults.txt`` the outcome is what the author is told instead: line, rule, message, remedy.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.parsing.matter import read

CASES = Path(__file__).parent / "cases"


def cases(*files: str) -> list[object]:
    """Return a parameter set (clause, outcome) for each case of the files."""
    sets: list[object] = []
    for file in files:
        for case in (CASES / file).read_text("utf-8").split("\n=====\n"):
            title, clause, outcome = case.strip("\n").split("\n-----\n")
            sets.append(pytest.param(clause + "\n", outcome, id=title))
    return sets


@pytest.mark.parametrize(
    ("clause", "outcome"),
    cases(
        "provisions.txt",
        "inlines.txt",
        "definitions.txt",
        "tables.txt",
        "notes-and-signatures.txt",
        "choices.txt",
    ),
)
def test_a_clause_is_read_as(clause: str, outcome: str) -> None:
    parsed, outline = read(clause)
    assert parsed.findings == ()
    assert outline == outcome


@pytest.mark.parametrize(("clause", "outcome"), cases("faults.txt"))
def test_the_author_is_told(clause: str, outcome: str) -> None:
    parsed, _ = read(clause)
    told = [
        f"{finding.source.line}: {finding.rule}\n    {finding.message}\n    {finding.remedy}"
        for finding in parsed.findings
        if finding.source
    ]
    assert "\n".join(told) == outcome
