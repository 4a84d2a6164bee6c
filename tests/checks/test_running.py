"""Which rules run, what findings say, and that each fault is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from clausekit.checks.finding import Finding
from clausekit.checks.hits import distinct
from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules import RULES
from clausekit.checks.running import Options, findings_of, run, selected
from clausekit.checks.words import whole
from clausekit.problems import ClausekitError, Level
from clausekit.reading import Reading
from tests.checks.instruments import instrument_of, reading_of


def rule(
    id_: str, *words: str, confidence: Confidence = "certain", level: Level = "error", yields_to: str = ""
) -> Rule:
    """Return a rule that hits some words wherever they stand."""

    def check(instrument: Instrument) -> Iterator[Hit]:
        for place in instrument.places:
            for word in words:
                start = place.passage.text.find(word)
                if start >= 0:
                    found = whole(place.passage).part(start, start + len(word))
                    yield hit(found, f"“{word}” is wrong.", confidence=confidence)

    return Rule(id_, level, "", "", "", "", check, (yields_to,) if yields_to else ())


def run_rules(instrument: Instrument, rules: Iterable[Rule], level: Level = "info") -> tuple[Finding, ...]:
    """Return what some rules find in an instrument."""
    return findings_of(instrument, {one: distinct(one.check(instrument)) for one in rules}, level)


TEXT = "# 7. Funds\n\n7.3 The fund is kept by the bank.\n\n7.4 The bank reports."


def test_findings_have_a_place_and_an_excerpt_and_stand_in_order() -> None:
    instrument = instrument_of(TEXT)
    found = run_rules(instrument, [rule("CK-B", "reports"), rule("CK-A", "kept")])
    assert [(one.rule, one.place, one.line, one.excerpt.marked()) for one in found] == [
        ("CK-A", "clause 7.3 (Funds)", 3, "The fund is ⟦kept⟧ by the bank."),
        ("CK-B", "clause 7.4 (Funds)", 5, "The bank ⟦reports⟧."),
    ]


def test_what_is_doubtful_is_info() -> None:
    found = run_rules(instrument_of(TEXT), [rule("CK-A", "kept", confidence="doubtful")])
    assert [one.level for one in found] == ["info"]


def test_findings_below_a_level_are_left_out() -> None:
    rules = [rule("CK-A", "kept"), rule("CK-B", "reports", level="warning")]
    assert [one.rule for one in run_rules(instrument_of(TEXT), rules, "error")] == ["CK-A"]


def test_overlapping_hits_of_a_rule_are_one() -> None:
    found = run_rules(instrument_of(TEXT), [rule("CK-A", "is kept", "kept by")])
    assert [one.words.text for one in found] == ["is kept"]


def test_a_rule_is_silent_where_one_it_yields_to_speaks() -> None:
    rules = [rule("CK-A", "kept", "reports", yields_to="CK-B"), rule("CK-B", "is kept")]
    found = run_rules(instrument_of(TEXT), rules)
    assert [(one.rule, one.words.text) for one in found] == [("CK-B", "is kept"), ("CK-A", "reports")]


def test_a_rule_is_silent_too_where_what_it_points_to_is_told() -> None:
    def check(instrument: Instrument) -> Iterator[Hit]:
        first, second = (whole(place.passage) for place in instrument.places if place.role == "text")
        yield hit(second, "“Bank” is wrong.", related=(first,))

    follower = Rule("CK-A", "error", "", "", "", "", check, ("CK-B",))
    found = run_rules(instrument_of(TEXT), [follower, rule("CK-B", "kept")])
    assert [one.rule for one in found] == ["CK-B"]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (Options(select=("CK-TERM-UNUSED",)), {"CK-TERM-UNUSED"}),
        (Options(select=("ck-term-unused",)), {"CK-TERM-UNUSED"}),
        (Options(select=("CK-DATE-IMPOSSIBLE", "CK-TERM-UNUSED"), ignore=("CK-DATE",)), None),
        (Options(select=("CK-DATE-IMPOSSIBLE",), ignore=("CK",)), {"CK-DATE-IMPOSSIBLE"}),
        (Options(ignore=("CK",)), set()),
        (Options(), set(RULES)),
    ],
)
def test_rules_are_chosen_by_id_or_by_what_it_begins_with(options: Options, wanted: set[str] | None) -> None:
    expected = {"CK-DATE-IMPOSSIBLE", "CK-TERM-UNUSED"} if wanted is None else wanted
    assert set(selected(options)) == expected


def test_an_unknown_rule_is_refused_with_the_nearest() -> None:
    with pytest.raises(ClausekitError) as error:
        run(reading_of(TEXT), Options(select=("CK-TERM-UNUSD",)))
    (finding,) = error.value.findings
    assert finding.remedy == "Did you mean CK-TERM-UNUSED?"


def test_part_of_a_word_stands_for_no_rule() -> None:
    with pytest.raises(ClausekitError):
        selected(Options(select=("CK-TER",)))


def test_the_same_instrument_gives_the_same_findings() -> None:
    reading = reading_of("1.1 On 31 April 2026, under clause 9, it ends.")
    options = Options(select=("CK-DATE-IMPOSSIBLE", "CK-REF-MISSING"), as_at=date(2026, 11, 1))
    first = run(reading, options, name="a.md")
    assert [one.rule for one in first] == ["CK-DATE-IMPOSSIBLE", "CK-REF-MISSING"]
    assert run(reading, options, name="a.md") == first


def test_an_empty_instrument_has_no_findings() -> None:
    assert run(Reading(()), Options(select=("CK-DATE-IMPOSSIBLE", "CK-REF-MISSING", "CK-TERM-UNUSED"))) == ()
