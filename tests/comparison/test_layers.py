"""Each change once, in the layer where a reviewer looks for it, with its place. Texts of unknown origin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from clausekit.comparison.edits import Comparison
from clausekit.comparison.flow import (
    Arrival,
    CellMatched,
    Change,
    Deleted,
    Flow,
    Inserted,
    Matched,
    RowMatched,
    TableMatched,
)
from clausekit.reading import PARAGRAPH_MARK, Comment, Passage, Reading, Revision, Span, Tracked
from tests.comparison.planted import compared, told
from tests.comparison.readings import PLAIN, reading_of

AGREEMENT = """
    1 Term
      1.1 This agreement begins on 1 April 2026 and ends after 3 years.
      1.2 Each Partner pays £1,000 within 30 days of an invoice.
    2 Liability
      2.1 Nothing in this agreement limits liability for death.
      2.2 The liability of each Partner is limited to 10% of its contribution under clause 1.2.
    3 Notices
      3.1 A notice is given in writing to the address in Schedule 1.
    Schedule 1 Money
      1 The sums are these.
    | Partner | 2025/26 | 2026/27 |
    | Council | £10 | £20 |
    | Board | £30 | £40 |
"""
DEFINITIONS = """
    1 Terms
      1.1 In this agreement:
      Fund means the money that the Partners pool.
      Pooled Fund means a fund that is pooled under section 75 of the 2006 Act.
      Law means what binds.
    2 Money
      2.1 The Council holds the Fund.
      2.2 The Council keeps each Pooled Fund under the Law.
      2.3 Funds are audited.
"""


def diff(*changes: tuple[str, str], text: str = AGREEMENT, typed: bool = False) -> Comparison:
    """Return what changed after pieces of a text were replaced."""
    new = text
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return compared(reading_of(text, typed=typed), reading_of(new, typed=typed))


def lines(comparison: Comparison) -> list[str]:
    """Return each edit that counts in a line."""
    return [
        f"{edit.layer} {edit.kind} at {edit.new or edit.old}: {edit.removed!r} -> {edit.added!r}"
        for edit in comparison.headline
    ]


def test_words() -> None:
    comparison = diff(("30 days", "45 days"))
    assert lines(comparison) == ["wording replaced at 1.2 (Term): '30 days' -> '45 days'"]
    (edit,) = comparison.edits
    assert edit.before == "Each Partner pays £1,000 within "
    assert edit.after == " of an invoice."
    assert edit.cause.kind == "unknown"


def test_words_with_only_a_blank_between_them_are_one_change() -> None:
    assert lines(diff(("Each Partner pays", "The Council gives"))) == [
        "wording replaced at 1.2 (Term): 'Each Partner pays' -> 'The Council gives'"
    ]


@pytest.mark.parametrize("typed", [False, True])
def test_a_clause_put_in_is_one_edit_and_what_follows_does_not_count(typed: bool) -> None:
    comparison = diff(
        (
            "    2 Liab",
            "    2 Insurance\n      2.1 Each Partner insures its own risks.\n    3 Liab",
        ),
        ("    3 Notices\n      3.1", "    4 Notices\n      4.1"),
        ("  2.1 Nothing", "  3.1 Nothing"),
        ("  2.2 The", "  3.2 The"),
        typed=typed,
    )
    assert lines(comparison) == [
        "clause inserted at 2 (Insurance): '' -> 'Insurance\\nEach Partner insures its own risks.'"
    ]
    assert {told(edit) for edit in comparison.edits if edit.layer == "following"} == (
        {"following renumbered: following"} if typed else set()
    )
    assert comparison.renumbered == (
        ("2", "3"),
        ("2.1", "3.1"),
        ("2.2", "3.2"),
        ("3", "4"),
        ("3.1", "4.1"),
    )


def test_a_schedule_with_its_table_is_one_edit() -> None:
    (edit,) = compared(reading_of(AGREEMENT), reading_of(AGREEMENT.partition("    Schedule 1 M")[0])).edits
    assert (edit.layer, edit.kind, str(edit.old)) == ("clause", "deleted", "Schedule 1 (Money)")
    assert edit.removed.endswith("Board | £30 | £40")


def test_a_clause_that_stands_elsewhere_and_was_edited_on_the_way() -> None:
    notices = "    3 Notices\n      3.1 A notice is given in writing to the address in Schedule 1.\n"
    moved = notices.replace("3", "2").replace("in writing", "by email")
    text = AGREEMENT.replace(notices, "").replace("    2 Liab", f"{moved}    3 Liab")
    comparison = compared(
        reading_of(AGREEMENT), reading_of(text.replace("  2.1 No", "  3.1 No").replace("2.2 The", "3.2 The"))
    )
    assert [told(edit) for edit in comparison.headline] == [
        "order moved: unknown",
        "wording replaced: unknown",
    ]
    assert [(str(row.old), row.moved) for row in comparison.clauses] == [
        ("1 (Term)", False),
        ("3 (Notices)", True),
        ("2 (Liability)", False),
        ("Schedule 1 (Money)", False),
    ]


def test_a_cell() -> None:
    assert lines(diff(("£40", "£50"))) == [
        "table replaced at Schedule 1, 1 (Money), Board, 2026/27: '£40' -> '£50'"
    ]


def test_a_row() -> None:
    assert lines(diff(("    | Board", "    | Trust | £1 | £2 |\n    | Board"))) == [
        "table inserted at Schedule 1, 1 (Money), Trust: '' -> 'Trust | £1 | £2'"
    ]


def test_a_column_is_one_edit() -> None:
    wider = ("2026/27 |", "2026/27 | 2027/28 |"), ("£20 |", "£20 | £25 |"), ("£40 |", "£40 | £45 |")
    comparison = diff(*wider)
    assert lines(comparison) == [
        "table inserted at Schedule 1, 1 (Money), 2027/28: '' -> '2027/28\\n£25\\n£45'"
    ]
    assert len(comparison.by_anchor) == 3


def test_a_definition_and_what_it_affects() -> None:
    comparison = diff(("the Partners pool.", "the Council pools."), text=DEFINITIONS)
    assert lines(comparison) == ["definition replaced at 1.1 (Terms): 'Partners pool' -> 'Council pools'"]
    assert [str(place) for place in comparison.edits[0].affects] == ["2.1 (Money)", "2.3 (Money)"]


def test_what_changed_in_words_itself_is_not_affected() -> None:
    comparison = diff(
        ("the Partners pool.", "the Council pools."),
        ("Funds are audited", "Funds are published"),
        text=DEFINITIONS,
    )
    assert [str(place) for place in comparison.edits[0].affects] == ["2.1 (Money)"]


def test_formatting() -> None:
    comparison = diff(("are audited", "are *audited*"), text=DEFINITIONS)
    assert lines(comparison) == ["formatting formatted at 2.3 (Money): 'audited' -> 'audited'"]


def test_a_footnote_is_one_edit_with_its_mark() -> None:
    comparison = diff(("holds the Fund.", "holds the Fund.^With interest at 4%.^"), text=DEFINITIONS)
    assert lines(comparison) == ["wording inserted at 2.1 (Money), footnote 1: '' -> 'With interest at 4%.'"]
    assert len(comparison.by_anchor) == 2


def test_a_change_in_a_footnote() -> None:
    noted = DEFINITIONS.replace("holds the Fund.", "holds the Fund.^With interest at 4%.^")
    assert lines(diff(("4%", "5%"), text=noted)) == [
        "wording replaced at 2.1 (Money), footnote 1: '4%' -> '5%'"
    ]


def test_a_paragraph_split_in_two() -> None:
    comparison = diff(
        (" and ends after 3 years.", ".\n      1.2 It ends after 3 years."), ("1.2 Each", "1.3 Each")
    )
    assert [told(edit) for edit in comparison.headline] == ["wording split: unknown"]


def test_blanks_may_be_passed_over() -> None:
    from clausekit.comparison.align import lay_side_by_side
    from clausekit.comparison.edits import Side
    from clausekit.comparison.layers import compare

    old, new = reading_of(AGREEMENT), reading_of(AGREEMENT.replace("30 days", "30  days"))
    sides = Side("old", "Old", old), Side("new", "New", new)
    marked = compare(*sides, lay_side_by_side(old, new), None, None)
    assert [edit.kind for edit in marked.headline] == ["inserted"]
    passed_over = compare(*sides, lay_side_by_side(old, new, ignore_spaces=True), None, None)
    assert passed_over.edits == ()


def test_what_was_not_compared_is_said() -> None:
    old = replace(reading_of("Words."), structured=False)
    new = replace(reading_of("Other words."), structured=False, unread=("2 pictures",))
    comparison = compared(old, new)
    assert comparison.unread == ("new: 2 pictures",)
    assert comparison.remarks == (
        "No clauses were recognised in old; its paragraphs were compared.",
        "No clauses were recognised in new; its paragraphs were compared.",
    )


def test_nothing_changed() -> None:
    comparison = compared(reading_of(AGREEMENT), reading_of(AGREEMENT))
    assert comparison.edits == ()
    assert {row.change for row in comparison.clauses} == {"same"}
    assert comparison.renumbered == ()


def test_words_before_the_first_clause_are_no_clause() -> None:
    comparison = diff(("    1 Term", "    Made at Westmarch by both Partners.\n    1 Term"))
    assert [told(edit) for edit in comparison.headline] == ["wording inserted: unknown"]


# returned drafts


def returned(*tracked: Tracked) -> Reading:
    """Return a text with tracked changes, kept: the first words of its last passage are tracked."""
    body = reading_of(AGREEMENT).body
    last = body[-2]
    assert isinstance(last, Passage)
    revision = Revision("deleted", "Partner", "2026-05-01T10:00:00Z")
    spans = (Span(0, 3, PLAIN, revision=revision), Span(3, len(last.text), PLAIN))
    marked = replace(last, spans=spans)
    changes = tuple(replace(change, passage=marked) for change in tracked)
    return Reading((*body[:-2], marked, body[-1]), tracked=changes)


def test_tracked_changes_keep_author_date_and_comment() -> None:
    comment = Comment("Partner", "2026-05-01T10:01:00Z", "As we said on the telephone.", "The")
    gone = Tracked(Revision("deleted", "Partner", "2026-05-01T10:00:00Z"), "The", comments=(comment,))
    come = Tracked(Revision("inserted", "Partner", "2026-05-01T10:00:00Z"), "These")
    (edit,) = compared(reading_of(AGREEMENT), returned(gone, come)).edits
    assert told(edit) == "hand replaced: tracked Partner"
    assert (edit.removed, edit.added, str(edit.new)) == ("The", "These", "Schedule 1, 1 (Money)")
    assert (edit.cause.date, edit.cause.note) == ("2026-05-01T10:00:00Z", "As we said on the telephone.")


def test_both_halves_of_a_tracked_move_are_one_edit() -> None:
    there = Tracked(Revision("moved-from", "Partner"), "The sums are these.")
    between = Tracked(Revision("formatted", "Partner"), "these")
    here = Tracked(Revision("moved-to", "Partner"), "The sums are these.")
    edits = compared(reading_of(AGREEMENT), returned(there, between, here)).edits
    assert [(edit.id, edit.kind, edit.added) for edit in edits] == [
        (1, "moved", "The sums are these."),
        (2, "formatted", "these"),
    ]


def test_tracked_paragraphs_that_came_together_are_one_edit_in_their_clause() -> None:
    revision = Revision("inserted", "Partner", "2026-05-01T10:00:00Z")
    words = (PARAGRAPH_MARK, "The sums are yearly.", PARAGRAPH_MARK, "They are in pounds.")
    comparison = compared(reading_of(AGREEMENT), returned(*(Tracked(revision, each) for each in words)))
    (edit,) = comparison.edits
    assert edit.added == f"The sums are yearly.{PARAGRAPH_MARK}They are in pounds."
    changed = [str(row.new) for row in comparison.clauses if row.change == "changed"]
    assert changed == ["Schedule 1 (Money)"]


def test_a_tracked_paragraph_is_of_the_clause_that_it_follows() -> None:
    revision = Revision("inserted", "Partner", "2026-05-01T10:00:00Z")
    comparison = compared(
        reading_of(AGREEMENT), returned(Tracked(revision, f"They are new.{PARAGRAPH_MARK}"))
    )
    (edit,) = comparison.edits
    ((passage, edits),) = comparison.tracked.items()
    assert edits == (edit,)
    assert passage in comparison.new.reading.body[:-2]


def test_what_is_not_tracked_in_a_draft_that_came_back_is_silent() -> None:
    revision = Revision("formatted", "Partner")
    back = returned(Tracked(revision, "The"))
    sent = reading_of(AGREEMENT.replace("The sums are these", "The amounts are these"))
    assert told(compared(sent, back).edits[0]) == "hand replaced: silent"


def test_words_beside_a_tracked_paragraph_are_an_edit_of_their_own() -> None:
    revision = Revision("inserted", "Partner", "2026-05-01T10:00:00Z")
    words = (PARAGRAPH_MARK, "The sums are yearly.", "new")
    edits = compared(reading_of(AGREEMENT), returned(*(Tracked(revision, each) for each in words))).edits
    assert [edit.added for edit in edits] == ["The sums are yearly.", "new"]


# nothing is left out, nothing is told twice


def anchors(flow: Flow) -> Iterator[object]:
    """Yield all that an edit can be about."""
    for step in flow:
        match step:
            case Matched():
                yield from (op for op in step.ops if isinstance(op, Change))
                yield from (*step.reformats, *step.relaid)
            case Inserted() | Deleted():
                yield step
            case Arrival():
                yield step.move
                yield from anchors(step.move.flow)
            case TableMatched():
                for row in step.rows:
                    for cell in row.cells if isinstance(row, RowMatched) else [row]:
                        yield from anchors(cell.flow) if isinstance(cell, CellMatched) else [cell]


def test_each_changed_place_is_in_just_one_edit() -> None:
    comparison = diff(
        ("30 days", "45 days"),
        ("    | Board", "    | Trust | £1 | £2 |\n    | Board"),
        ("£40", "£50"),
        ("    2 Liability\n", "    2 Liabilities\n"),
        (" and ends after 3 years.", ".\n      1.2 It ends after *3 years*."),
        ("1.2 Each", "1.3 Each"),
        typed=True,
    )
    flows = comparison.flows
    all_flows = [flows.body, *(flow for _, _, flow in flows.notes), *(flow for _, flow in flows.margins)]
    there = [anchor for flow in all_flows for anchor in anchors(flow)]
    assert len(there) == len(comparison.by_anchor)
    assert set(there) == set(comparison.by_anchor)
    assert [edit.id for edit in comparison.edits] == list(range(1, len(comparison.edits) + 1))
    assert {edit.id for edit in comparison.by_anchor.values()} == {edit.id for edit in comparison.edits}
