"""Plain text: lines that fit a letter, numbers before a hanging indent."""

from __future__ import annotations

from hypothesis import given

from clausekit.formats import text
from clausekit.model import Block, Document, Footnote, Inline, ItemList, SignatureBlock, Table, Value
from tests.builders import annex, clause, document, item, items, paragraph, part, run, schedule
from tests.formats.agreement import alone, draft, draft_of
from tests.formats.strategies import words

LONG = (
    "The Partners shall meet as often as the business of the Pooled Fund asks for, and once a quarter or so."
)


def body(*content: str | Inline | Block) -> str:
    """Return the text of a clause, without what stands before it."""
    written = text.write(draft_of(*content), notes=False)
    return written.partition("1       Term\n------------\n\n")[2]


def test_a_provision_hangs_beside_its_number() -> None:
    inner = items(item("b", LONG))
    assert body(items(item("a", LONG, inner))) == (
        "1.1     The Partners shall meet as often as the business of the Pooled Fund asks\n"
        "        for, and once a quarter or so.\n"
        "\n"
        "        1.1.1   The Partners shall meet as often as the business of the Pooled\n"
        "                Fund asks for, and once a quarter or so.\n"
    )


def test_bullets_and_unnumbered_text_stand_under_the_words_of_the_heading() -> None:
    bullets = ItemList((item("b", "one"), item("c", "two")), numbered=False)
    assert (
        body(paragraph("These count:"), bullets) == "        These count:\n\n        • one\n\n        • two\n"
    )


def test_the_columns_of_a_table_are_aligned() -> None:
    table = Table(
        "t",
        ("left", "centre", "right"),
        (run("Partner"), run("Share"), run("Sum")),
        ((run("The Council"), run("9%"), run("£60,267,168")), (run("Board"), run("91%"), run("£1"))),
    )
    assert body(table) == (
        "        Partner      Share          Sum\n"
        "        -----------  -----  -----------\n"
        "        The Council    9%   £60,267,168\n"
        "        Board         91%            £1\n"
    )


def test_a_wide_table_is_made_to_fit() -> None:
    table = Table(
        "t", ("left", "right"), (run("What"), run("Sum")), ((run(LONG), run("£1")), (run("b"), run("£2")))
    )
    assert body(table) == (
        "        What                                                                 Sum\n"
        "        -------------------------------------------------------------------  ---\n"
        "        The Partners shall meet as often as the business of the Pooled Fund   £1\n"
        "        asks for, and once a quarter or so.\n"
        "\n"
        "        b                                                                     £2\n"
    )


def test_a_table_whose_words_are_too_long_for_columns_is_written_row_by_row() -> None:
    names = tuple(f"{letter * 20}" for letter in "abcd")
    table = Table(
        "t", ("left",) * 4, tuple(map(run, names)), (tuple(map(run, "1234")), tuple(map(run, "5678")))
    )
    first, second = body(table).split("\n\n")
    assert first == "\n".join(f"        {name}: {number}" for name, number in zip(names, "1234", strict=True))
    assert second.startswith(f"        {names[0]}: 5\n")


def test_the_contents_list_clauses_and_schedules_with_their_parts() -> None:
    board = schedule("board", part("schedule:board/members", clause("seats")))
    doc = document(clause("term"), board, annex("matrix", clause("cells")))
    assert (
        "Contents\n--------\n\n1       Term\nSchedule\u00a01  Board\n        Part\u00a01  Members\n"
        "Annex\u00a01  Matrix\n\n" in text.write(draft(doc), notes=False)
    )


def test_a_schedule_that_stands_alone_has_its_title_once_and_its_parts_in_the_contents() -> None:
    lines = text.write(draft(alone(), "schedule-alone"), notes=False).split("\n\n")
    assert lines[:6] == [
        "Information Sharing\n===================",
        "Draft 1",
        "Contents\n--------",
        "Part\u00a01  Agreement of Westmarch County Council\nPart\u00a02  Protocol",
        "\nPart\u00a01  Agreement of Westmarch County Council\n=============================================",
        "\n1       Purpose\n---------------",
    ]


def test_footnotes_stand_at_the_end() -> None:
    assert body("One", Footnote(run("First.")), ".").endswith("One[1].\n\nNotes\n-----\n\n[1]     First.\n")


def test_a_signature_block_leaves_room_to_sign() -> None:
    block = SignatureBlock("s", (paragraph("Signed by the Council."),), (run("Name"),))
    assert body(block) == f"        Signed by the Council.\n\n        Name: {'.' * 40}\n"


def test_a_title_may_be_longer_than_a_line() -> None:
    lines = text.write(draft(Document(LONG, "T", "", ())), notes=False).splitlines()
    assert lines[2] == "=" * len(lines[0])


@given(words)
def test_no_value_begins_a_line_of_its_own_making(value: str) -> None:
    lines = body("x", Value("x", value), "y").splitlines()
    assert all(line.startswith("        ") for line in lines)
    assert "".join("".join(lines).split()) == f"x{''.join(value.split())}y"
