"""A baseline knows findings again by their rule and words, and counts them."""

from __future__ import annotations

import json

import pytest

from clausekit.checks.baseline import dump, new, read
from clausekit.checks.finding import Finding
from clausekit.checks.running import run_rules
from clausekit.problems import ClausekitError
from tests.checks.instruments import instrument_of

TERM = "{}. Term\n\n{}.1 This agreement ends on 31 April 2027.\n"
REVIEW = "{}. Review\n\n{}.1 The Partners meet on 31 June 2027.\n"


def findings(*clauses: str) -> tuple[Finding, ...]:
    text = "\n".join(clause.format(at, at) for at, clause in enumerate(clauses, start=1))
    return run_rules(instrument_of(text), ["CK-DATE-IMPOSSIBLE"])


def left(found: tuple[Finding, ...], before: tuple[Finding, ...]) -> list[str]:
    return [finding.place for finding in new(found, read(dump(before), "baseline.json"))]


def test_nothing_that_was_there_is_new() -> None:
    assert left(findings(TERM, REVIEW), findings(TERM, REVIEW)) == []


def test_a_clause_before_it_makes_nothing_new() -> None:
    assert left(findings(REVIEW, TERM), findings(TERM)) == ["clause 1.1 (Review)"]


def test_the_same_words_once_more_are_new() -> None:
    assert left(findings(TERM, TERM, TERM), findings(TERM, TERM)) == ["clause 3.1 (Term)"]


def test_what_is_gone_does_not_matter() -> None:
    assert left(findings(TERM), findings(TERM, REVIEW)) == []


def test_words_around_that_changed_make_it_new() -> None:
    assert left(findings(TERM.replace("ends", "will end")), findings(TERM)) == ["clause 1.1 (Term)"]


def test_the_same_findings_give_the_same_text_in_any_order() -> None:
    assert dump(findings(TERM, REVIEW)) == dump(reversed(findings(TERM, REVIEW)))
    data = json.loads(dump(findings(TERM, TERM)))
    assert (data["format"], data["version"]) == ("clausekit-check-baseline", 1)
    assert list(data["findings"].values()) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"format": "clausekit-check-baseline", "version": 2, "findings": {}}',
        '{"format": "clausekit-check-baseline", "version": 1, "findings": []}',
        '{"format": "clausekit-check-baseline", "version": 1, "findings": {"a": "x"}}',
        '{"format": "clausekit-check-baseline", "version": 1, "findings": {"a": -1}}',
        "[" * 100_000,
    ],
)
def test_a_text_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ClausekitError) as refused:
        read(text, "baseline.json")
    (problem,) = refused.value.findings
    assert (problem.rule, str(problem.source)) == ("check-baseline", "baseline.json")
