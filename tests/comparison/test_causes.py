"""Causes, with a library of two sentences: what it is asked, what is told without it, what stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.edits import Comparison, Side
from clausekit.comparison.layers import compare
from clausekit.comparison.sources import Sources, Version
from clausekit.comparison.values import ChangedValue, changed_values, concerns
from clausekit.reading import Passage, Reading, Span
from tests.comparison.planted import told
from tests.comparison.readings import BOLD, PLAIN

ONE, TWO = Version("1.0.0", "a" * 64), Version("1.1.0", "b" * 64)
VALUES = {"pay": {"within": "30 days", "interest": False}, "name": "the Council"}


class Payment:
    """A library with one clause, in two versions, that asks for three values."""

    def __init__(self) -> None:
        self.drafts: list[Sources] = []

    def note(self, clause: str, old: str, new: str) -> str:
        return f"{new}: Promptly."

    def conditions(self, sources: Sources, name: str) -> frozenset[str]:
        return frozenset()

    def asks(self, clause: str, version: str) -> frozenset[str]:
        return frozenset({"pay.within", "pay.interest", "name"})

    def redraft(self, sources: Sources) -> Mapping[str, tuple[str, ...]] | None:
        self.drafts.append(sources)
        return {"payment/usual": ("Payment", *(text for text, _ in sentences(sources)))}


class Stranger(Payment):
    """A library that cannot draft the text any more."""

    def redraft(self, sources: Sources) -> None:
        return None


def sentences(sources: Sources) -> list[tuple[str, str]]:
    """Return what the clause prints, with the value that each sentence shows."""
    pay: Mapping[str, Any] = sources.parameters["pay"]
    promptly = " promptly" if sources.clauses["payment/usual"].number == "1.1.0" else ""
    interest = " with interest" if pay["interest"] else ""
    return [
        (f"Each Partner{promptly} pays the price{interest} within {pay['within']}.", pay["within"]),
        (f"The payee is {sources.parameters['name']}.", sources.parameters["name"]),
    ]


def sources(version: Version = ONE, *, made: bool = False, **values: Any) -> Sources:
    """Return sources of a draft; the values are those of ``pay``, or the ``name``."""
    pay = {**VALUES["pay"], **{name: value for name, value in values.items() if name != "name"}}  # type: ignore[dict-item]  # it is a mapping
    name = values.get("name", VALUES["name"])
    return Sources("payments", "2026-04-01", {"payment/usual": version}, {"pay": pay, "name": name}, made)


def drafted(origin: Sources, *edits: tuple[str, str], bold: str = "") -> Reading:
    """Return the text drafted from sources, then edited by hand."""
    version = origin.clauses["payment/usual"]
    tag = f"payment/usual@{version.number}#{version.digest[:8]}"
    heading = Passage("Payment", (Span(0, 7, PLAIN),), label="1", number="1", heading=2, clause=tag)
    body = [heading]
    for place, (sentence, value) in enumerate(sentences(origin), start=1):
        text = sentence
        for before, after in edits:
            text = text.replace(before, after)
        path = "pay.within" if place == 1 else "name"
        number = f"1.{place}"
        spans = _spans(text, value, path, bold)
        body.append(Passage(text, spans, label=number, number=number, level=1, clause=tag))
    return Reading(tuple(body))


def _spans(text: str, value: str, path: str, bold: str) -> tuple[Span, ...]:
    look = BOLD if bold and bold in text else PLAIN
    start = text.find(value)
    if start < 0:
        return (Span(0, len(text), look),)
    end = start + len(value)
    return Span(0, start, look), Span(start, end, look, path), Span(end, len(text), look)


def compared(
    old: Sources | None,
    new: Sources | None,
    before: Reading,
    after: Reading,
    library: Payment | None = None,
) -> Comparison:
    flows = lay_side_by_side(before, after)
    return compare(Side("old", "Old", before), Side("new", "New", after), flows, old, new, library)


def between(old: Sources, new: Sources, *edits: tuple[str, str], library: Payment | None = None) -> list[str]:
    """Return what is told of two drafts, the newer of which was edited by hand."""
    comparison = compared(old, new, drafted(old), drafted(new, *edits), library)
    return [told(edit) for edit in comparison.headline]


# one cause, and what is asked to find it


def test_a_value_that_shows_needs_no_library() -> None:
    expected = ["parameter replaced: parameter pay.within 30 days->60 days"]
    old, new = sources(made=True), sources(made=True, within="60 days")
    library = Payment()
    assert between(old, new) == expected
    assert between(old, new, library=library) == expected
    assert library.drafts == []


def test_one_possible_cause_is_taken_without_a_draft() -> None:
    library = Payment()
    old, new = sources(made=True), sources(made=True, interest=True)
    assert between(old, new, library=library) == ["parameter inserted: parameter pay.interest false->true"]
    assert library.drafts == []


def test_among_several_causes_drafts_decide() -> None:
    library = Payment()
    old = sources(made=True)
    new = sources(TWO, made=True, within="60 days", interest=True, name="the Board")
    assert between(old, new, library=library) == [
        "wording inserted: library payment/usual 1.0.0->1.1.0",
        "parameter inserted: parameter pay.interest false->true",
        "parameter replaced: parameter pay.within 30 days->60 days",
        "parameter replaced: parameter name the Council->the Board",
    ]
    assert 0 < len(library.drafts) <= 6


def test_the_note_of_a_version_is_told() -> None:
    old, new = sources(), sources(TWO)
    (edit,) = compared(old, new, drafted(old), drafted(new), Payment()).headline
    assert (edit.cause.change, edit.cause.note) == ("minor", "1.1.0: Promptly.")


# by hand


def test_what_equal_sources_do_not_explain_was_done_by_hand() -> None:
    assert between(sources(), sources(), ("pays", "must pay")) == ["hand replaced: silent"]


def test_looks_alone_are_formatting_whoever_changed_them() -> None:
    old = sources()
    comparison = compared(old, old, drafted(old), drafted(old, bold="payee"))
    assert {told(edit) for edit in comparison.headline} == {"formatting formatted: silent"}


@pytest.mark.parametrize(
    ("hand", "words"),
    [
        (("Each Partner", "Every Partner"), "Every"),
        (("payee", "creditor"), "creditor"),
    ],
)
def test_a_hand_is_told_apart_from_sources_that_changed_too(hand: tuple[str, str], words: str) -> None:
    old, new = sources(), sources(TWO, within="60 days", interest=True)
    comparison = compared(old, new, drafted(old), drafted(new, hand), Payment())
    by_hand = [edit for edit in comparison.headline if edit.cause.kind == "silent"]
    assert [edit.added for edit in by_hand] == [words]
    assert {edit.cause.name for edit in comparison.headline} == {
        "",
        "payment/usual",
        "pay.within",
        "pay.interest",
    }


def test_a_hand_in_the_old_file_is_seen_when_the_new_draft_undoes_it() -> None:
    old, new = sources(), sources(within="60 days")
    before = drafted(old, ("payee", "creditor"))
    comparison = compared(old, new, before, drafted(new), Payment())
    assert [told(edit) for edit in comparison.headline] == [
        "parameter replaced: parameter pay.within 30 days->60 days",
        "hand replaced: silent",
    ]


def test_a_value_written_over_by_hand() -> None:
    old, new = sources(), sources(interest=True)
    assert between(old, new, ("30 days", "90 days"), library=Payment()) == [
        "parameter inserted: parameter pay.interest false->true",
        "hand replaced: silent",
    ]


# what cannot be told


def test_without_the_library_words_that_do_not_show_their_cause_are_unknown() -> None:
    old, new = sources(), sources(within="60 days", interest=True)
    assert between(old, new) == [
        "wording inserted: unknown",
        "parameter replaced: parameter pay.within 30 days->60 days",
    ]


def test_a_library_that_cannot_draft_the_text_accuses_nobody() -> None:
    old, new = sources(), sources(within="60 days", interest=True)
    comparison = compared(old, new, drafted(old), drafted(new, ("payee", "creditor")), Stranger())
    assert [told(edit) for edit in comparison.headline] == [
        "wording inserted: unknown",
        "parameter replaced: parameter pay.within 30 days->60 days",
        "wording replaced: unknown",
    ]
    assert comparison.remarks[0].startswith("old cannot be drafted anew from the library")


def test_content_controls_tell_versions_and_values_where_there_is_no_manifest() -> None:
    old, new = sources(), sources(TWO, within="60 days")
    comparison = compared(None, None, drafted(old), drafted(new))
    assert {told(edit) for edit in comparison.headline} == {
        "wording replaced: library payment/usual 1.0.0->1.1.0",
        "wording inserted: library payment/usual 1.0.0->1.1.0",
    }
    comparison = compared(None, None, drafted(old), drafted(sources(within="60 days")))
    assert [told(edit) for edit in comparison.headline] == [
        "parameter replaced: parameter pay.within 30 days->60 days"
    ]


def test_a_file_of_others_that_was_ours_was_changed_by_hand() -> None:
    old = sources()
    plain = tuple(
        Passage(block.text, (Span(0, len(block.text), PLAIN),), number=block.number, label=block.label)
        for block in drafted(old, ("payee", "creditor")).body
        if isinstance(block, Passage)
    )
    comparison = compared(old, None, drafted(old), Reading(plain))
    assert "hand replaced: silent" in {told(edit) for edit in comparison.headline}


def test_two_versions_of_a_clause_alone() -> None:
    old = Sources(clauses={"payment/usual": ONE}, made=True)
    new = Sources(clauses={"payment/usual": TWO}, made=True)
    before, after = drafted(sources(ONE)), drafted(sources(TWO))
    comparison = compared(old, new, before, after, Stranger())
    assert {told(edit) for edit in comparison.headline} == {
        "wording inserted: library payment/usual 1.0.0->1.1.0"
    }


# values


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ({"a": 1}, {"a": 2}, [("a", "a", "1", "2")]),
        ({"a": None}, {"a": "x"}, [("a", "a", "[●]", "x")]),
        ({}, {"a": None}, [("a", "a", "", "[●]")]),
        ({"a": True}, {"a": 1}, [("a", "a", "true", "1")]),
        ({"a": {"b": "x"}}, {"a": {"b": "y"}}, [("a.b", "a.b", "x", "y")]),
        ({"a": ["x", "y"]}, {"a": ["y"]}, [("a[0]", "", "x", "")]),
        ({"a": ["x", "y"]}, {"a": ["y", "x"]}, [("a", "a", "x, y", "y, x")]),
        (
            {"a": [{"name": "x", "n": 1}, {"name": "y", "n": 2}]},
            {"a": [{"name": "new", "n": 0}, {"name": "x", "n": 1}, {"name": "y", "n": 3}]},
            [("a[1].n", "a[2].n", "2", "3"), ("", "a[0]", "", "new")],
        ),
        ({"a": [{"n": 1}]}, {"a": [{"n": 2}]}, [("a[0].n", "a[0].n", "1", "2")]),
    ],
)
def test_values_that_differ(
    old: dict[str, Any], new: dict[str, Any], changes: list[tuple[str, str, str, str]]
) -> None:
    found = changed_values(old, new)
    assert [(each.old_path, each.new_path, each.old, each.new) for each in found] == changes


@pytest.mark.parametrize(
    ("pattern", "path", "answer"),
    [
        ("schemes[].amount", "schemes[2].amount", True),
        ("schemes[].amount", "schemes[2]", True),
        ("schemes[].amount", "schemes", True),
        ("schemes[]", "schemes[2].amount", True),
        ("schemes[1].amount", "schemes[2].amount", False),
        ("schemes[].amount", "schemes[2].name", False),
        ("scheme", "schemes", False),
        ("", "schemes", False),
        ("schemes", "", False),
    ],
)
def test_what_a_pattern_stands_for(pattern: str, path: str, answer: bool) -> None:
    assert concerns(pattern, path) is answer


def test_what_comes_or_goes() -> None:
    assert ChangedValue("a", "a", "false", "true").comes_or_goes
    assert ChangedValue("a", "a", "[●]", "x").comes_or_goes
    assert not ChangedValue("a", "a", "x", "y").comes_or_goes


def test_a_manifest_that_is_not_ours_says_nothing() -> None:
    assert Sources.from_manifest(None) is None
    assert Sources.from_manifest({"clauses": "?", "parameters": {}}) is None
    assert Sources.from_manifest({"clauses": [{}], "parameters": {}}) is None
    assert Sources.from_manifest({"clauses": [], "parameters": {}}) == Sources()
