"""Definitions: uses found, the unreached left out, the order alphabetical."""

from __future__ import annotations

from clausekit.definitions import settle
from clausekit.model import DefinedTerm, Document, Use, Value
from clausekit.walk import clauses, inline_runs, inlines, plain_text
from clausekit.walk import definitions as entries_of
from tests.builders import clause, definition, definitions, document, paragraph, part, run, schedule


def uses(doc: Document) -> list[tuple[str, str]]:
    settled, _ = settle(doc)
    return [
        (inline.text, inline.term)
        for found in clauses(settled)
        for text in inline_runs(found.blocks)
        for inline in inlines(text)
        if isinstance(inline, Use)
    ]


def terms(doc: Document) -> list[str]:
    settled, findings = settle(doc)
    assert findings == []
    return [plain_text(entry.term) for found in clauses(settled) for entry in entries_of(found.blocks)]


FUND = definition("Pooled Fund", "means money.", variants=("Pooled Funds",))
MANAGER = definition("Pooled Fund Manager", "means the manager of a Pooled Fund.")
LAW = definition("Law", "means law.", variants=("Laws",))


def test_the_longest_term_wins() -> None:
    doc = document(clause("a", definitions(FUND, MANAGER), paragraph("The Pooled Fund Manager pays.")))
    assert uses(doc) == [("Pooled Fund", "Pooled Fund"), ("Pooled Fund Manager", "Pooled Fund Manager")]


def test_a_declared_plural_is_a_use_and_a_possessive_too() -> None:
    doc = document(clause("a", definitions(LAW), paragraph("All Laws, the Law’s words, (Law).")))
    assert uses(doc) == [("Laws", "Law"), ("Law", "Law"), ("Law", "Law")]


def test_other_words_and_other_capitals_are_no_use() -> None:
    doc = document(clause("a", definitions(LAW), paragraph("law, LAW, Lawyer, By-Law, in-Law and Lawful")))
    assert uses(doc) == []


def test_the_name_of_an_act_is_no_use() -> None:
    service = definition("Service", "means a service.")
    text = "A Service and the National Health Service Act 2006, the Law (Service) Order 2012: a Service."
    doc = document(clause("a", definitions(service, LAW), paragraph(text)))
    assert uses(doc) == [("Service", "Service"), ("Service", "Service")]


def test_only_reached_definitions_stay_and_stand_in_alphabetical_order() -> None:
    unused = definition("Quarter", "means three months.")
    act = definition("2006 Act", "means an Act.")
    list_ = definitions(unused, MANAGER, LAW, FUND, act)
    doc = document(clause("a", list_, paragraph("The Pooled Fund Manager and the law of the 2006 Act.")))
    assert terms(doc) == ["2006 Act", "Pooled Fund", "Pooled Fund Manager"]


def test_a_value_that_is_a_term_reaches_its_definition() -> None:
    board = definition("Integration Executive", "means a body.")
    value = Value("boards.executive", "Integration Executive")
    assert terms(document(clause("a", definitions(board), paragraph("To the ", value, ".")))) == [
        "Integration Executive"
    ]


def test_a_term_defined_in_the_text_is_found_without_its_article() -> None:
    council = DefinedTerm(run("the Council"))
    doc = document(clause("a", paragraph("A council (", council, ")."), paragraph("The Council pays.")))
    assert uses(doc) == [("Council", "Council")]


def test_a_definition_in_a_schedule_holds_in_that_schedule_only() -> None:
    user = definition("Service User", "means any person.")
    local = definition("Service User", "means a person who was referred.")
    local = type(local)("local", local.term, local.variants, local.blocks)
    inside = schedule("hart", clause("b", definitions(local), paragraph("A Service User pays.")))
    outside = clause("a", definitions(user), paragraph("Nothing."))
    settled, findings = settle(document(outside, inside))
    assert findings == []
    assert [entry.key for found in clauses(settled) for entry in entries_of(found.blocks)] == ["local"]


def test_a_part_has_its_own_meaning_of_a_term_and_the_others_have_the_agreements() -> None:
    user = definition("Service User", "means any person.")
    local = definition("Service User", "means a person who was referred.")
    local = type(local)("local", local.term, local.variants, local.blocks)
    first = part("schedule:hart/scope", clause("b", definitions(local)))
    second = part("schedule:hart/fees", clause("c", paragraph("A Service User pays.")))
    settled, _ = settle(document(clause("a", definitions(user)), schedule("hart", first, second)))
    entries = [entry.key for found in clauses(settled) for entry in entries_of(found.blocks)]
    assert entries == ["term-Service User"]


def test_a_term_that_only_another_part_defines_has_the_meaning_that_it_has_there() -> None:
    user = definition("Service User", "means any person.")
    text = paragraph("A Service User pays.")
    first = part("schedule:hart/scope", clause("b", definitions(user)))
    second = part("schedule:hart/fees", clause("c", text))
    doc = document(schedule("hart", first, second), schedule("other", clause("d", text)))
    assert uses(doc) == [("Service User", "Service User")]


def test_a_glossary_that_is_a_schedule_holds_everywhere() -> None:
    glossary = schedule("glossary", clause("definitions", definitions(LAW)))
    doc = document(clause("a", paragraph("The Law says so.")), glossary)
    assert uses(doc) == [("Law", "Law")]
    assert terms(doc) == ["Law"]


def test_a_term_defined_twice_is_told() -> None:
    twice = definitions(LAW, definition("Law", "means other law."))
    _, findings = settle(document(clause("a", twice)))
    assert [finding.message for finding in findings] == ["“Law” is defined here and at a.md:1."]


def test_definitions_that_only_point_to_each_other_are_told_once() -> None:
    loss = definition("Loss", "has the meaning given to Losses.")
    losses = definition("Losses", "has the same meaning as Loss.")
    _, findings = settle(document(clause("a", definitions(loss, losses))))
    assert [finding.message for finding in findings] == [
        "These definitions only point to each other: Loss → Losses → Loss."
    ]


def test_definitions_that_speak_of_each_other_are_sound() -> None:
    scheme = definition("Scheme", "means what a Specification records.")
    specification = definition("Specification", "means the document for a Scheme.")
    _, findings = settle(document(clause("a", definitions(scheme, specification))))
    assert findings == []
