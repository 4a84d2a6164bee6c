"""Clauses of two texts: which answers to which, the table of them, the concordance, references gone stale."""

from __future__ import annotations

from dataclasses import replace

from clausekit.comparison.clauses import Outline
from clausekit.comparison.edits import ClauseRow, Comparison
from clausekit.comparison.places import full_number
from clausekit.comparison.sources import Sources, Version, origin
from clausekit.reading import Passage, Reading
from tests.comparison.planted import compared, told
from tests.comparison.readings import reading_of

LIABILITY = """
    1 Term
      1.1 This agreement begins on 1 April 2026.
    2 Liability
      2.1 Nothing in this agreement limits liability for death.
      2.2 The liability of each Partner is limited to its contribution.
    3 Notices
      3.1 A notice is given in writing.
"""
SPLIT = """
    1 Term
      1.1 This agreement begins on 1 April 2026.
    2 Death
      2.1 Nothing in this agreement limits liability for death.
    3 Liability
      3.1 The liability of each Partner is limited to its contribution.
    4 Notices
      4.1 A notice is given in writing.
"""


def tagged(text: str, tags: dict[str, str]) -> Reading:
    """Return a reading whose clauses have tags, by the headings of the clauses."""
    tag = ""
    body = []
    for block in reading_of(text).body:
        assert isinstance(block, Passage)
        tag = tags.get(block.words, tag) if block.heading else tag
        body.append(replace(block, clause=tag))
    return Reading(tuple(body))


def rows(comparison: Comparison) -> list[str]:
    """Return the table of clauses line by line."""
    return [row(each) for each in comparison.clauses]


def row(row: ClauseRow) -> str:
    others = [
        f"{name} {', '.join(map(str, of))}"
        for name, of in (("split", row.split), ("joined", row.joined))
        if of
    ]
    versions = "->".join(row.versions) if any(row.versions) else ""
    pieces = [f"{row.old} | {row.new}", row.change, "moved" if row.moved else "", versions, *others]
    return " ".join(filter(None, pieces))


def test_a_clause_split_in_two() -> None:
    comparison = compared(reading_of(LIABILITY), reading_of(SPLIT))
    assert rows(comparison) == [
        "1 (Term) | 1 (Term) same",
        "None | 2 (Death) inserted split 2 (Liability)",
        "2 (Liability) | 3 (Liability) changed split 2 (Death)",
        "3 (Notices) | 4 (Notices) same",
    ]
    assert {told(edit) for edit in comparison.headline} == {"clause split: unknown", "order moved: unknown"}


def test_two_clauses_joined() -> None:
    comparison = compared(reading_of(SPLIT), reading_of(LIABILITY))
    assert "2 (Death) | None deleted joined 2 (Liability)" in rows(comparison)
    assert "3 (Liability) | 2 (Liability) changed joined 2 (Death)" in rows(comparison)
    assert {told(edit) for edit in comparison.headline} == {"clause joined: unknown", "order moved: unknown"}


def test_a_clause_under_another_heading_is_the_same_clause() -> None:
    comparison = compared(reading_of(LIABILITY), reading_of(LIABILITY.replace("2 Liability", "2 Limits")))
    assert [(edit.kind, edit.removed, edit.added) for edit in comparison.headline] == [
        ("replaced", "Liability", "Limits")
    ]


def test_clauses_answer_to_each_other_by_their_ids_before_their_words() -> None:
    old = tagged(LIABILITY, {"Term": "term/fixed@1.0.0#aa", "Liability": "liability/capped@1.0.0#bb"})
    new = tagged(
        LIABILITY.replace("Liability", "Limits").replace("limits liability for death", "applies to fraud"),
        {"Term": "term/fixed@1.0.0#aa", "Limits": "liability/capped@1.2.0#cc"},
    )
    assert "2 (Liability) | 2 (Limits) changed 1.0.0->1.2.0" in rows(compared(old, new))


def test_an_alternative_in_the_place_of_another_is_swapped() -> None:
    old = tagged(LIABILITY, {"Term": "", "Liability": "liability/capped@1.0.0#bb", "Notices": ""})
    new = tagged(
        LIABILITY.replace("is limited to its contribution", "has no limit"),
        {"Term": "", "Liability": "liability/full@2.0.0#cc", "Notices": ""},
    )
    comparison = compared(old, new)
    assert "2 (Liability) | 2 (Liability) swapped 1.0.0->2.0.0" in rows(comparison)
    (edit,) = comparison.headline
    assert (edit.layer, edit.kind) == ("clause", "swapped")
    assert edit.removed.startswith("Liability\nNothing in this agreement")
    assert edit.added.endswith("has no limit.")


def test_a_clause_not_used_any_more_keeps_its_number() -> None:
    old = tagged(LIABILITY, {"Term": "", "Liability": "liability/capped@1.0.0#bb", "Notices": ""})
    new = tagged(
        """
    1 Term
      1.1 This agreement begins on 1 April 2026.
    2 [Not used]
    3 Notices
      3.1 A notice is given in writing.
""",
        {"Term": "", "[Not used]": "liability/capped@1.0.0#bb", "Notices": ""},
    )
    (edit,) = compared(old, new).headline
    assert (edit.layer, edit.kind) == ("clause", "deleted")


# tags


def test_a_tag_that_was_too_long_is_known_by_the_sources() -> None:
    name, version = "dispute-resolution/escalation-and-mediation", Version("1.1.1", "0123456789" * 6)
    short = "dispute-resolution/escalation-and-mediation@1.1.~7903a470"
    assert origin(short, None).id == name
    assert origin(short, None).version.number == "1.1"
    assert origin(short, Sources(clauses={name: version})).version == Version("1.1.1", "01234567")
    assert origin("not a tag", None).id == ""


def test_a_text_of_one_clause_is_of_that_clause() -> None:
    sources = Sources(clauses={"liability/capped": Version("1.0.0", "aa")}, made=True)
    outline = Outline(reading_of(LIABILITY), sources)
    assert {unit.origin.id for unit in outline.units} == {"liability/capped"}


# numbers


def test_numbers_are_told_with_the_schedule_in_which_they_are_unique() -> None:
    reading = reading_of(
        "    1 Term\n    Schedule 2 Money\n    Part 1 Sums\n      1 The sums.\n        (a) one"
    )
    numbers = [full_number(block) for block in reading.body if isinstance(block, Passage)]
    assert numbers == [
        "1",
        "Schedule 2",
        "Schedule 2 Part 1",
        "Schedule 2 Part 1, 1",
        "Schedule 2 Part 1, 1(a)",
    ]


def test_the_concordance_has_the_numbers_of_all_that_both_have() -> None:
    comparison = compared(reading_of(LIABILITY), reading_of(SPLIT))
    assert comparison.concordance == (
        ("1", "1"),
        ("1.1", "1.1"),
        ("2", "3"),
        ("2.1", "2.1"),
        ("2.2", "3.1"),
        ("3", "4"),
        ("3.1", "4.1"),
    )


def test_a_reference_whose_target_got_another_number_is_stale() -> None:
    old = LIABILITY.replace("A notice is", "Under clause 2.2 and clause 1.1 a notice is")
    old = old.replace("writing.", "writing as section 2.2 of the 1972 Act says.")
    new = old.replace("      2.2 The", "      2.2 Nor does it limit liability for fraud.\n      2.3 The")
    (stale,) = compared(reading_of(old), reading_of(new)).stale
    assert (str(stale.place), stale.words) == ("3.1 (Notices)", "clause 2.2")
    assert stale.was == "2.2 (Liability): The liability of each Partner is limited to its …"
    assert stale.now == "2.2 (Liability): Nor does it limit liability for fraud."


def test_a_field_is_never_stale() -> None:
    old = LIABILITY.replace("2.2 The", "2.2 {limit}The").replace(
        "A notice is", "Under clause {>limit} a notice is"
    )
    new = old.replace("      2.2 {", "      2.2 Nor does it limit liability for fraud.\n      2.3 {")
    assert compared(reading_of(old), reading_of(new)).stale == ()
