"""Whatever two readings say, each can be read off the flows between them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.checking import faults
from clausekit.comparison.flow import Matched
from clausekit.comparison.likeness import alike
from clausekit.reading import NOTE_MARK, OBJECT_MARK, Block, Cell, Passage, Reading, Row, Span, Table
from tests.comparison.marking import marked_words
from tests.comparison.readings import BOLD, PLAIN, passage_of

PIECES = st.sampled_from(
    (
        *(
            "the",
            "of",
            "and",
            "Council",
            "Partner",
            "shall",
            "pay",
            "Pooled",
            "Fund",
            "notice",
            "host",
            "year",
        ),
        *(
            ".",
            ",",
            ";",
            "clause 7.3",
            "paragraph 2 of Schedule 1",
            "£1,000",
            "£2 million",
            "20 Working Days",
        ),
        *("1 April 2019", "section 75 of the National Health Service Act 2006", "\t", "\n", " ", "", "[●]"),
    )
)
LABELS = st.sampled_from(("", "", "1", "2", "1.1", "7.3", "(a)", "(b)", "Schedule 1"))


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    label = draw(LABELS)
    prefix = f"{label}\t" if label and draw(st.booleans()) else ""
    pieces = draw(st.lists(PIECES, max_size=14))
    spans = [Span(0, len(prefix), PLAIN)] if prefix else []
    text = prefix
    for index, piece in enumerate(pieces):
        words = piece + draw(st.sampled_from((" ", " ", " ", "  ", "\u00a0")) if index else st.just(" "))
        kind = draw(st.sampled_from(("", "", "", "", "bold", "reference", "parameter", "note", "object")))
        if kind == "note":
            words = NOTE_MARK
        elif kind == "object":
            words = OBJECT_MARK
        spans.append(
            Span(
                len(text),
                len(text) + len(words),
                BOLD if kind == "bold" else PLAIN,
                parameter="council.name" if kind == "parameter" else "",
                reference=draw(st.sampled_from(("_Ref1", "_Ref2"))) if kind == "reference" else "",
                note=draw(st.sampled_from(("footnote:1", "footnote:2"))) if kind == "note" else "",
                object=draw(st.sampled_from(("a", "b"))) if kind == "object" else "",
            )
        )
        text += words
    return Passage(
        text,
        tuple(spans),
        style=draw(st.sampled_from(("Normal", "Heading 1"))),
        label=label,
        number=label,
        typed=len(prefix),
        heading=draw(st.sampled_from((0, 0, 0, 2))),
        contents=draw(st.sampled_from((False, False, False, False, True))),
        term=draw(st.sampled_from(("", "", "Pooled Fund"))),
        clause=draw(st.sampled_from(("", "", "term/fixed@1.0.0#aa", "audit/short@1.0.0#bb"))),
        bookmarks=draw(st.sampled_from(((), (), ("_Ref1",), ("_Ref2",)))),
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    cells = st.builds(
        Cell,
        st.lists(passages(), min_size=1, max_size=2).map(tuple),
        columns=st.sampled_from((1, 1, 1, 2)),
        merged=st.booleans(),
    )
    rows = st.lists(cells, min_size=1, max_size=3).map(lambda drawn: Row(tuple(drawn)))
    return Table(tuple(draw(st.lists(rows, min_size=1, max_size=4))))


def copied(block: Block) -> Block:
    """Return another block that says the same."""
    if isinstance(block, Passage):
        return replace(block)
    return replace(
        block,
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    replace(cell, blocks=tuple(copied(inner) for inner in cell.blocks)) for cell in row.cells
                ),
            )
            for row in block.rows
        ),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Reading, Reading]:
    """Return two readings, of which the second was made from the first by moving, copying and the like."""
    blocks = passages() | passages() | passages() | tables()
    old = draw(st.lists(blocks, max_size=10))
    new: list[Block] = [copied(block) for block in old]
    for _ in range(draw(st.integers(0, 6))):
        edit = draw(st.sampled_from(("insert", "delete", "move", "copy", "replace", "cut")))
        place = draw(st.integers(0, len(new)))
        if edit == "insert" or not new:
            new.insert(place, draw(blocks))
        elif edit == "copy":
            new.insert(place, copied(draw(st.sampled_from(new))))
        elif edit == "delete":
            new.pop(place - 1)
        elif edit == "move":
            new.insert(place, new.pop(draw(st.integers(0, len(new) - 1))))
        elif edit == "replace":
            new[place - 1] = draw(blocks)
        elif isinstance(block := new[place - 1], Passage):
            at = draw(st.integers(0, len(block.text)))
            new[place - 1 : place] = [passage_of(block.text[:at]), passage_of(block.text[at:])]
    return tuple(
        Reading(
            tuple(body),
            notes={f"footnote:{key}": (draw(passages()),) for key in (1, 2)},
            margins={key: (draw(passages()),) for key in draw(st.sets(MARGINS))},
        )
        for body in (old, new)
    )  # type: ignore[return-value]  # a tuple of two


MARGINS = st.sampled_from(("1:header:default", "2:header:default", "1:footer:first"))


@settings(deadline=None, max_examples=60)
@given(pairs())
def test_flows_are_sound(pair: tuple[Reading, Reading]) -> None:
    old, new = pair
    flows = lay_side_by_side(old, new)
    assert faults(flows, old, new) == []
    assert 0 <= alike(flows) <= 1


@settings(deadline=None, max_examples=40)
@given(st.lists(passages() | tables(), max_size=8))
def test_a_text_and_its_copy_differ_in_nothing(blocks: list[Block]) -> None:
    notes = {"footnote:1": (passage_of("One."),), "footnote:2": (passage_of("Two."),)}
    old = Reading(tuple(blocks), notes=notes)
    new = Reading(tuple(copied(block) for block in blocks), notes=notes)
    flow = lay_side_by_side(old, new).body
    assert marked_words(flow) == 0
    assert all(step.unchanged for step in flow if isinstance(step, Matched))
    assert not [step for step in flow if not isinstance(step, Matched) and not hasattr(step, "rows")]


def marked(*notes: str) -> Passage:
    """Return a paragraph with the marks of notes after its words."""
    text = "Each Partner pays its share."
    marks = (Span(len(text) + at, len(text) + at + 1, PLAIN, note=note) for at, note in enumerate(notes))
    return Passage(text + NOTE_MARK * len(notes), (Span(0, len(text), PLAIN), *marks))


def test_a_note_with_two_marks_stands_for_one_note_only() -> None:
    one, other = {"footnote:1": (passage_of("In March."),)}, {"footnote:2": (passage_of("In March."),)}
    old = Reading((marked("footnote:1", "footnote:2"),), notes={**one, **other})
    new = Reading((marked("footnote:1", "footnote:1"),), notes={"footnote:1": (passage_of("In March."),)})
    assert faults(lay_side_by_side(old, new), old, new) == []
    assert faults(lay_side_by_side(new, old), new, old) == []
