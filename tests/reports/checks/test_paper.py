"""The summary for the file, the help on rules, what a comment says, and what a report is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausekit.checks.rules import RULES, load
from clausekit.pages import Grid, Heading, Para, words
from clausekit.reports.checks import comment, report, title
from clausekit.reports.checks.explaining import explanation, table_of_rules
from clausekit.reports.checks.paper import summary_blocks
from tests.reports.checks.outcomes import hostile, nothing, outcome, sifted


def test_the_summary_tells_findings_by_rule_and_what_stands() -> None:
    blocks = summary_blocks([sifted()])
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Findings", "By rule", "Let stand", "To be known",
    ]  # fmt: skip
    findings, by_rule, stands = (
        [[words(cell) for cell in row] for row in block.rows] for block in blocks if isinstance(block, Grid)
    )
    assert findings == [
        [
            "Clause 1.2 (Term)",
            "“30 February 2026”",
            "There is no such day as “30 February 2026”. February 2026 ends on day 28: write the day that is"
            " meant.",
            "remark (doubtful), CK-DATE-IMPOSSIBLE",
        ]
    ]
    assert by_rule == [["CK-DATE-IMPOSSIBLE", "remark", "1"]]
    assert stands == [
        ["clause 1.1 (Term)", "“31 April 2027”", "CK-DATE-IMPOSSIBLE", "The day is in the old lease."]
    ]


def test_the_gravest_rules_come_first() -> None:
    (_, by_rule) = (block for block in summary_blocks([outcome()]) if isinstance(block, Grid))
    assert [[words(cell) for cell in row] for row in by_rule.rows] == [
        ["CK-DATE-IMPOSSIBLE", "error", "3"],
        ["CK-TEXT-DOUBLED", "warning", "1"],
    ]


def test_nothing_found_is_two_paragraphs() -> None:
    assert [words(block.runs) for block in summary_blocks([nothing()]) if isinstance(block, Para)] == [
        "agreement.md was proofread.",
        "Nothing was found in 2 clauses and 3 sentences, by 2 rules.",
    ]


def test_no_words_of_a_document_steer_anything() -> None:
    told = str(summary_blocks([hostile()]))
    assert "\\x1b" not in told
    assert "\\u202e" not in told


def test_a_report_is_called_by_the_title_of_the_agreement() -> None:
    assert title([outcome()]) == "What was found in Agreement on a Fund"
    assert title([replace(outcome(), title=" ")]) == "What was found in agreement.md"
    assert title([outcome(), nothing()]) == "What was found in 2 texts"


def test_a_comment_says_what_is_wrong_and_by_which_rule() -> None:
    (finding,) = sifted().findings
    assert comment(finding).split("\n") == [
        "Remark (doubtful): There is no such day as “30 February 2026”.",
        "February 2026 ends on day 28: write the day that is meant.",
        "See clause 1.1 (Term), agreement.md:5: This agreement ends on “31 April 2027”, unless the Council"
        " and the Trust agree in writing before …",
        "CK-DATE-IMPOSSIBLE",
    ]


@pytest.mark.parametrize("id_", RULES)
def test_every_rule_has_a_help_page(id_: str) -> None:
    rule = load(id_)
    page = explanation(rule)
    assert page.startswith(f"{id_} ({rule.level})\n===")
    assert rule.title in " ".join(page.split())
    for example in (rule.fails, rule.passes):
        assert all(line.strip() in page for line in example.split("\n"))


def test_the_table_of_rules_has_one_line_a_rule() -> None:
    lines = table_of_rules(map(load, ("CK-DATE-IMPOSSIBLE", "CK-TEXT-DOUBLED"))).split("\n")
    assert lines[0] == "CK-DATE-IMPOSSIBLE  error    A date that no calendar has, or a time that no clock has"
    assert [line.index("  ", 18) for line in lines] == [18, 18]
    assert table_of_rules(()) == ""


def test_there_is_no_other_format() -> None:
    with pytest.raises(ValueError, match="no such format of a report: pdf"):
        report([outcome()], "pdf")
