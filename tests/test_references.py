"""References: right words, right numbers, and dead ones told."""

from __future__ import annotations

from clausekit.model import Document, Footnote
from clausekit.numbering import number
from clausekit.references import resolve
from tests.builders import (
    clause,
    definition,
    definitions,
    document,
    item,
    items,
    paragraph,
    reference,
    run,
    schedule,
    scheme,
)


def printed(doc: Document) -> dict[str, str]:
    resolved, findings = resolve(doc, number(doc, scheme()))
    assert findings == []
    return {
        f"{target} {form}": found.text.replace("\u00a0", " ") for (target, form), found in resolved.items()
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


def test_a_reference_to_a_limb_names_its_definition() -> None:
    law = definition("Law", "means:", items(item("definitions#court", "x")))
    doc = document(clause("definitions", definitions(law), paragraph(reference("definitions#court"))))
    assert printed(doc) == {"definitions#court full": "paragraph (a) of the definition of Law"}


def test_the_number_is_told_apart_from_the_words_around_it() -> None:
    doc = document(clause("term", paragraph(reference("term", "title"))))
    resolved, _ = resolve(doc, number(doc, scheme()))
    parts = [(part.text, part.key) for part in resolved["term", "title"].parts]
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
