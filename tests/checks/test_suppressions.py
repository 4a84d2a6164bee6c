"""What is let stand: which findings an entry covers, and when it is stale."""

from __future__ import annotations

import pytest

from clausekit.checks.finding import Finding
from clausekit.checks.running import run_rules
from clausekit.checks.suppressions import Suppression, sift, stale
from clausekit.problems import Source
from tests.checks.instruments import instrument_of

TEXT = """\
1. Term

1.1 This agreement ends on 31 April 2027.

2. Review

2.1 The Partners meet on 31 April 2027 and and on 31 June 2027.
"""
RULES = ("CK-DATE-IMPOSSIBLE", "CK-TEXT-DOUBLED")


def findings() -> tuple[Finding, ...]:
    return run_rules(instrument_of(TEXT), tuple(RULES))


def words(found: tuple[Finding, ...]) -> list[str]:
    return [finding.excerpt.words for finding in found]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        (Suppression("CK-DATE-IMPOSSIBLE", "why"), ["and and"]),
        (Suppression("ck-date", "why"), ["and and"]),
        (Suppression("CK-DATE-", "why"), ["and and"]),
        (Suppression("CK", "why"), []),
        (Suppression("CK-DAT", "why"), ["31 April 2027", "31 April 2027", "and and", "31 June 2027"]),
        (Suppression("CK-DATE", "why", "31 APRIL 2027"), ["and and", "31 June 2027"]),
        (Suppression("CK-DATE", "why", place="clause 1"), ["31 April 2027", "and and", "31 June 2027"]),
        (
            Suppression("CK-DATE", "why", "31 June 2027", "clause 2.1 (Review)"),
            ["31 April 2027"] * 2 + ["and and"],
        ),
        (
            Suppression("CK-DATE", "why", "April"),
            ["31 April 2027", "31 April 2027", "and and", "31 June 2027"],
        ),
    ],
)
def test_an_entry_covers_the_findings_of_its_rule_words_and_place(
    entry: Suppression, left: list[str]
) -> None:
    assert words(sift(findings(), [entry])[0]) == left


def test_what_stands_has_the_first_entry_that_covers_it() -> None:
    entries = [Suppression("CK-DATE", "first", "31 June 2027"), Suppression("CK", "second")]
    left, stands = sift(findings(), entries)
    assert left == ()
    assert [(finding.excerpt.words, why.reason) for finding, why in stands] == [
        ("31 April 2027", "second"),
        ("31 April 2027", "second"),
        ("and and", "second"),
        ("31 June 2027", "first"),
    ]


def test_a_place_does_not_cover_one_that_only_begins_with_the_same_figures() -> None:
    long = "\n\n".join(f"{n}. Clause\n\n{n}.1 It ends on 31 April 2027." for n in range(1, 12))
    found = run_rules(instrument_of(long), ["CK-DATE-IMPOSSIBLE"])
    left, stands = sift(found, [Suppression("CK", "why", place="clause 1")])
    assert [finding.place for finding, _ in stands] == ["clause 1.1 (Clause)"]
    assert len(left) == 10


def test_an_entry_that_nothing_is_found_for_is_stale() -> None:
    entries = [
        Suppression("CK-DATE", "used"),
        Suppression("CK-TEXT", "unused", "or or", source=Source("stands.yaml", 7), excerpt="- rule: CK-TEXT"),
        Suppression("CK-TERM", "of a rule that was not run"),
    ]
    _, stands = sift(findings(), entries)
    (problem,) = stale(entries, [why for _, why in stands], RULES)
    assert problem.level == "warning"
    assert problem.message == "Nothing is found any more that this lets stand (CK-TEXT, “or or”)."
    assert str(problem.source) == "stands.yaml:7"
