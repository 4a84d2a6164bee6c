"""References: right words, right numbers, and dead ones told."""

from __future__ import annotations

from clausekit.model import Document, Footnote
from clausekit.numbering import number
from clausekit.references import resolve
from tests.builders import (
    annex,
    clause,
    definition,
    definitions,
    document,
    item,
    items,
    paragraph,
    part,
    reference,
    run,
    schedule,
    scheme,
)


def printed(doc: Document) -> dict[str, str]:
    resolved, findings = resolve(doc, number(doc, scheme()))
    assert findings == []
    return {
        f"{asked.target} {asked.form}": found.text.replace("\u00a0", " ") for asked, found in resolved.items()
    }


def test_a_reference_prints_the_word_and_the_number_of_its_target() -> None:
    text = paragraph(
        reference("vat"), reference("vat#rate"), reference("vat", "title"), reference("vat", "number")
    )
    doc = document(clause("term", text), clause("vat", items(item("vat#rate", "x")), heading="VAT"))
    assert printed(doc) == {
        "vat full": "clause 2",
        "vat#rate full": "clause 2.1",
        "vat title": "clause 2 (VAT)",
        "vat number": "2",
    }


def test_a_reference_into_a_schedule_names_the_schedule() -> None:
    text = paragraph(reference("schedule:board"), reference("quorum"), reference("schedule:board", "title"))
    doc = document(
        clause("term", text), schedule("finance"), schedule("board", clause("quorum", heading="Quorum"))
    )
    assert printed(doc) == {
        "schedule:board full": "Schedule 2",
        "quorum full": "paragraph 1 of Schedule 2",
        "schedule:board title": "Schedule 2 (Board)",
    }


def test_a_reference_into_a_part_names_the_part_and_the_schedule() -> None:
    shares = part("schedule:finance/shares", clause("table", items(item("table#total", "x"))))
    text = paragraph(
        reference("table#total"), reference("schedule:finance/shares"), reference("table", "title")
    )
    doc = document(
        clause("term", text), schedule("finance", part("schedule:finance/terms", clause("a")), shares)
    )
    assert printed(doc) == {
        "table#total full": "paragraph 1.1 of Part 2 of Schedule 1",
        "schedule:finance/shares full": "Part 2 of Schedule 1",
        "table title": "paragraph 1 of Part 2 of Schedule 1 (Table)",
    }


def test_a_reference_does_not_name_the_part_and_the_schedule_in_which_it_stands() -> None:
    terms, shares = "schedule:finance/terms", "schedule:finance/shares"
    targets = ("own", "other", terms, shares, "elsewhere")
    text = paragraph(*(reference(target, scope=terms) for target in targets))
    finance = schedule("finance", part(terms, clause("own", text)), part(shares, clause("other")))
    assert printed(document(finance, schedule("board", clause("elsewhere")))) == {
        "own full": "paragraph 1",
        "other full": "paragraph 1 of Part 2",
        f"{terms} full": "Part 1",
        f"{shares} full": "Part 2",
        "elsewhere full": "paragraph 1 of Schedule 2",
    }


def test_a_schedule_that_stands_alone_is_not_named() -> None:
    shares = part("schedule:finance/shares", clause("table", paragraph(reference("table"))))
    doc = document(schedule("finance", shares))
    resolved, findings = resolve(doc, number(doc, scheme("schedule-alone")))
    assert findings == []
    assert [found.text for found in resolved.values()] == ["paragraph\u00a01 of Part\u00a01"]


def test_a_reference_to_an_annex_says_so() -> None:
    text = paragraph(reference("annex:matrix"), reference("cells"))
    doc = document(clause("term", text), annex("matrix", clause("cells")))
    assert printed(doc) == {"annex:matrix full": "Annex 1", "cells full": "paragraph 1 of Annex 1"}


def test_a_reference_to_a_limb_names_its_definition() -> None:
    law = definition("Law", "means:", items(item("definitions#court", "x")))
    doc = document(clause("definitions", definitions(law), paragraph(reference("definitions#court"))))
    assert printed(doc) == {"definitions#court full": "paragraph (a) of the definition of Law"}


def test_the_number_is_told_apart_from_the_words_around_it() -> None:
    doc = document(clause("term", paragraph(reference("term", "title"))))
    resolved, _ = resolve(doc, number(doc, scheme()))
    parts = [(part.text, part.key) for part in resolved[reference("term", "title")].parts]
    assert parts == [("clause\u00a0", None), ("1", "term"), (" (Term)", None)]


def test_dead_references_are_all_told_with_a_remedy() -> None:
    note = Footnote(run(reference("vat#rat")))
    doc = document(
        clause("term", paragraph(reference("non-pooled-funds"), note)),
        clause("vat", items(item("vat#rate", "x"))),
    )
    _, findings = resolve(doc, number(doc, scheme()))
    assert [(finding.excerpt, finding.remedy) for finding in findings] == [
        (
            "[[non-pooled-funds]]",
            'If it may be left out, write {% if included("non-pooled-funds") %} around the reference.',
        ),
        ("[[vat#rat]]", "Did you mean [[vat#rate]]? The document has vat, but no anchor rat in it."),
    ]


def test_a_reference_to_what_is_repeated_for_a_list_is_told() -> None:
    services = (part(f"schedule:services/service+{n}", clause(f"fees+{n}")) for n in (1, 2, 3))
    doc = document(clause("term", paragraph(reference("fees"))), schedule("services", *services))
    (finding,) = resolve(doc, number(doc, scheme()))[1]
    assert finding.message == (
        "The reference [[fees]] may mean any of 3: the document repeats it for a list."
    )
