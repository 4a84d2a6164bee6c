"""Markdown: reads well as it stands, and prints exactly the words of the draft."""

from __future__ import annotations

from hypothesis import given
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from clausekit.formats import markdown
from clausekit.formats._common import printed
from clausekit.model import (
    Block,
    DefinedTerm,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    SignatureBlock,
    Strong,
    Table,
    Value,
)
from tests.builders import item, items, paragraph, run
from tests.formats import page as pages
from tests.formats.agreement import draft_of
from tests.formats.strategies import runs, words

READER = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(deflist_plugin)
)


def body(*content: str | Inline | Block, notes: bool = False) -> str:
    """Return the Markdown of a clause, without title, status and heading."""
    written = markdown.write(draft_of(*content), notes=notes)
    head, _, text = written.partition("## 1 Term\n")
    assert head == "# An agreement\n\nDraft\n\n"
    return text.strip("\n")


def line(*inlines: str | Inline) -> str:
    return body(*inlines).split("\n")[0]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_bold_and_italics() -> None:
    assert (
        line("A ", Strong(run("bold")), " and ", Emphasis(run("slanted")), " word.")
        == "A **bold** and _slanted_ word."
    )


def test_a_defined_term_is_bold_in_quotation_marks() -> None:
    assert line("(the ", DefinedTerm(run("First Notice")), ")") == "(the **“First Notice”**)"


def test_a_party_with_an_odd_name_prints_exactly_so() -> None:
    assert line(Value("x", "A*B_C [Ltd]"), " & Sons") == r"A\*B\_C \[Ltd] & Sons"


def test_what_would_be_a_list_or_a_heading_at_the_start_of_a_paragraph_is_escaped() -> None:
    for text, written in {
        "1. One": r"1\. One",
        "- One": r"\- One",
        "+ One": r"\+ One",
        "> One": r"\> One",
        "# One": r"\# One",
        "1.5 One": "1.5 One",
        "One - 1. two": "One - 1. two",
    }.items():
        assert line(text) == written


def test_a_value_of_several_lines_stays_in_its_paragraph() -> None:
    assert line(Value("x", "County Hall\n\n# Glenfield")) == r"County Hall \# Glenfield"


def test_bold_inside_a_word_is_still_bold() -> None:
    assert line("x", Strong(run("(y)")), "z") == "&#120;**(y)**&#122;"


def test_blanks_at_the_edge_of_bold_words_move_out() -> None:
    assert line("x", Strong(run(" y ")), "z", Strong(run(" "))) == "x **y** z"


def test_bold_words_side_by_side_are_one() -> None:
    assert line(Strong(run("a")), Strong(run("b", Strong(run("c"))))) == "**abc**"


def test_footnotes_stand_at_the_end_in_order() -> None:
    text = body("One", Footnote(run("First.")), " two", Footnote(run("Second.")))
    assert text == "One[^1] two[^2]\n\n[^1]: First.\n\n[^2]: Second."


def test_text_below_an_inner_list_stays_with_its_provision() -> None:
    inner = items(item("b", "one; or"), item("c", "two,"))
    assert body(items(item("a", "A Partner that:", inner, paragraph("may leave.")))) == (
        "- 1.1 A Partner that:\n\n  - 1.1.1 one; or\n\n  - 1.1.2 two,\n\n  may leave."
    )


def test_a_table_cell_may_hold_a_pipe() -> None:
    table = Table("t", ("left", "right"), (run("Partner"), run("Sum")), ((run("A|B"), run("£1,000")),))
    assert body(table) == "| Partner | Sum |\n| --- | ---: |\n| A\\|B | £1,000 |"


def test_a_drafting_note_is_a_quotation_in_the_officers_copy() -> None:
    note = DraftingNote("n", (paragraph("Choose one."), paragraph("Or none.")))
    assert body(note, notes=True) == "> [!NOTE]\n> Choose one.\n>\n> Or none."


def test_a_signature_block_leaves_room_to_sign() -> None:
    block = SignatureBlock("s", (paragraph("Signed by the Council."),), (run("Name"),))
    assert body(block) == f"Signed by the Council.\n\n- Name: {'.' * 40}"


@given(runs)
def test_a_run_of_hostile_inlines_prints_its_words(run_: tuple[Inline, ...]) -> None:
    marks = iter(range(1, 100))
    expected = squeezed(printed(run_, {}, lambda _: f"[{next(marks)}]"))
    first, *_ = pages.read(READER.render(body("The ", *run_))).all("p")
    assert squeezed(first.text) == squeezed(f"The {expected}")


@given(words)
def test_no_value_breaks_out_of_its_provision(text: str) -> None:
    written = body(items(item("a", Value("x", text)), item("b", Strong(run(Value("x", text))), "end")))
    read = pages.read(READER.render(written))
    assert [squeezed(found.text) for found in read.all("p")] == [
        squeezed(f"1.1 {text}"),
        squeezed(f"1.2 {text}end"),
    ]
    assert set(read.tags()) <= {"ul", "li", "p", "strong"}


@given(words)
def test_no_value_breaks_out_of_a_paragraph_or_a_cell(text: str) -> None:
    table = Table("t", ("left", "right"), (run("A"), run("B")), ((run(Value("x", text)), run("end")),))
    read = pages.read(READER.render(body(paragraph(Value("x", text)), table)))
    cells = [squeezed(cell.text) for cell in read.all("td")]
    assert cells == [squeezed(text), "end"]
    assert "".join(squeezed(found.text) for found in read.all("p")) == squeezed(text)
