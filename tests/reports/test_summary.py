"""Key changes in sentences that a committee can read."""

from __future__ import annotations

import pytest

from clausekit.comparison.edits import Cause, ClauseRow, Edit, Place
from clausekit.comparison.flow import Anchor, Deleted, Flow, Inserted
from clausekit.pages import Grid, Para, Run, words
from clausekit.reports.paper import summary_blocks
from clausekit.reports.phrases import became, listed, numbers, places, quoted
from clausekit.reports.statements import Teller
from tests.reports import comparisons
from tests.reports.comparisons import changed, changes, comparison, passage

UNKNOWN = Cause("unknown")
TERM = Place("2", "Term")


def told(*edits: Edit, flow: Flow = (), anchors: dict[int, list[Anchor]] | None = None) -> list[str]:
    """Return the sentences on edits."""
    found = comparison(flow, {edit: (anchors or {}).get(edit.id, []) for edit in edits})
    return [statement.text for statement in Teller(found).statements(edits)]


def edit(number: int, place: str, removed: str, added: str, cause: Cause = UNKNOWN, **more: str) -> Edit:
    where = Place(place, **more)
    return Edit(number, "parameter", "replaced", cause, where, where, removed, added)


def test_one_value_in_many_places_is_one_sentence() -> None:
    share = Cause("parameter", "risk_share.ccg", "45%", "50%")
    places_ = [f"7.{number}" for number in range(1, 5)]
    edits = [edit(number, place, "45%", "50%", share) for number, place in enumerate(places_, start=1)]
    assert told(*edits) == [
        "The parameter risk_share.ccg changed from 45% to 50%, in 4 places: clauses 7.1, 7.2, 7.3 and 7.4."
    ]


def test_a_value_that_was_not_given_before() -> None:
    name = Cause("parameter", "agreement.date", "", "2026-04-01")
    edits = [edit(1, "1", "", "1 April 2026", name), edit(2, "2", "", "1 April 2026", name)]
    assert told(*edits) == [
        "The parameter agreement.date now gives 1 April 2026, in 2 places: clauses 1 and 2."
    ]


def test_a_value_in_a_definition_tells_which_clauses_change_in_effect() -> None:
    step = changed("Start Date means ", ("1 April 2019", "1 April 2020"), ".", term="Start Date")
    cause = Cause("parameter", "term.start", "2019-04-01", "2020-04-01")
    start = Edit(
        1, "parameter", "replaced", cause, TERM, TERM, "1 April 2019", "1 April 2020", affects=(Place("3.1"),)
    )
    assert told(start, flow=(step,), anchors={1: [*changes(step)]}) == [
        "The definition of Start Date: 1 April 2019 becomes 1 April 2020, because the parameter term.start "
        "changed; 1 clause that uses it changes in effect: clause 3.1."
    ]


def test_the_cells_of_a_list_of_values_are_one_sentence() -> None:
    edits = [
        edit(
            number,
            "3.2",
            "[●]",
            f"£{number}",
            Cause("parameter", f"shares[{number}].amount"),
            cell=f"Row {number}",
        )
        for number in (1, 2)
    ]
    assert told(*edits) == ["Clause 3.2: 2 cells of its table changed, because the parameter shares changed."]


def test_a_clause_that_was_swapped() -> None:
    old, new = Place("9", "Disputes", "disputes/mediation"), Place("9", "Disputes", "disputes/arbitration")
    swapped = Edit(1, "clause", "swapped", UNKNOWN, old, new)
    assert told(swapped) == [
        "Clause 9 (Disputes): disputes/arbitration takes the place of disputes/mediation."
    ]


def test_a_clause_that_moved_and_was_edited() -> None:
    old, new = Place("4", "Audit"), Place("6", "Audit")
    moved = Edit(1, "order", "moved", UNKNOWN, old, new)
    row = ClauseRow(old, new, "changed", moved=True, edits=(1, 2, 3))
    found = comparison((), {moved: []}, clauses=(row,))
    (statement,) = Teller(found).statements([moved])
    assert statement.text == "Clause 4 (Audit) moved to 6, with 2 changes in it."


def test_paragraphs_and_definitions_that_came_and_went() -> None:
    added, gone = Inserted(passage("The Term ends.", "2.1")), Deleted(passage("Fund: a fund.", term="Fund"))
    edits = (
        Edit(1, "wording", "inserted", UNKNOWN, None, Place("2.1", "Term"), "", "The Term ends."),
        Edit(2, "definition", "deleted", UNKNOWN, Place("", "Definitions"), None, "Fund: a fund."),
    )
    assert told(*edits, flow=(added, gone), anchors={1: [added], 2: [gone]}) == [
        "Clause 2.1 (Term) was added: “The Term ends.”",
        "The definition of Fund was removed.",
    ]


def test_what_stands_below_a_definition_is_a_part_of_it() -> None:
    begins = changed("Law means:", term="Law")
    below = changed("an Act of ", ("the", "any"), " Parliament;", label="(a)")
    law = Edit(1, "definition", "replaced", UNKNOWN, TERM, TERM, "the", "any")
    assert told(law, flow=(begins, below), anchors={1: [*changes(below)]}) == [
        "The definition of Law changed: “the” becomes “any”."
    ]


def test_many_edits_of_one_clause_are_counted() -> None:
    edits = [Edit(number, "wording", "replaced", UNKNOWN, TERM, TERM, "a", "b") for number in range(1, 6)]
    assert told(*edits) == ["Clause 2 (Term): 5 changes in its words."]


@pytest.mark.parametrize(
    ("removed", "added", "words_"),
    [
        ("£1,000", "£900.50", "£1,000 falls to £900.50"),
        ("45 per cent", "50 per cent", "45 per cent rises to 50 per cent"),
        ("£2 million", "£900,000", "£2 million becomes £900,000"),
        ("1 April 2019", "1 April 2020", "1 April 2019 becomes 1 April 2020"),
        ("30 days", "60 days", "30 days becomes 60 days"),
        ("[●]", "£5", "the blank was filled in with £5"),
        ("£5", "[●]", "£5 was made a blank"),
        ("may", "shall", "“may” becomes “shall”"),
        ("", "in writing", "the words “in writing” were added"),
        (",", "", "“,” was removed"),
        ("", " ", "a space was added"),
    ],
)
def test_what_became_of_words(removed: str, added: str, words_: str) -> None:
    assert became(removed, added) == words_


def test_lists_and_numbers_read_as_people_write_them() -> None:
    assert listed(["a"]) == "a"
    assert numbers([1, 2]) == "1 and 2"
    assert numbers([9, 1, 2, 3, 5]) == "1 to 3, 5 and 9"
    assert places([Place("1"), Place("2"), Place("Schedule 1, 3"), Place("1")]) == (
        "clauses 1 and 2 and paragraph 3 of Schedule 1"
    )
    assert (
        places([Place(str(number)) for number in range(14)], most=2) == "clauses 0 and 1 and 12 other places"
    )
    assert quoted("word " * 100) == f"“{'word ' * 21}… {'word ' * 9}word”"


def test_a_clause_that_only_got_another_number_is_unchanged() -> None:
    rows = [ClauseRow(Place(f"{n}", "A"), Place(f"{n + 1}", "A"), "same") for n in range(1, 5)]
    rows.append(ClauseRow(Place("Schedule 1, 1", "B"), Place("Schedule 1, 1", "B"), "same"))
    rows.append(ClauseRow(Place("", "Parties"), Place("", "Parties"), "same"))
    step = changed(("a", "b"))
    one = Edit(1, "wording", "replaced", UNKNOWN, TERM, TERM, "a", "b")
    blocks = summary_blocks(comparison((step,), {one: [*changes(step)]}, clauses=tuple(rows)))
    text = [words(block.runs) for block in blocks if isinstance(block, Para)]
    assert "Unchanged (6): clauses 2 to 5; Schedule 1 (1); Parties." in text


def test_silent_edits_come_first_and_the_comments_of_tracked_ones_with_them() -> None:
    text = [words(block.runs) for block in summary_blocks(comparisons.returned()) if isinstance(block, Para)]
    assert text[2].startswith("Warning: 1 change was made without tracking")
    assert text[3].startswith("Clause 1.1 (Meetings): 30 becomes 60")
    assert text[4].endswith("Comment: “We cannot accept “may”.”")
    assert text[5] == "B. Other on “Partners”: “Please check.”"


def test_nothing_but_what_follows() -> None:
    follows = Edit(1, "following", "renumbered", UNKNOWN, Place("4"), Place("5"), "4", "5")
    blocks = summary_blocks(comparison((), {follows: []}, concordance=(("4", "5"),)))
    text = [words(block.runs) for block in blocks if isinstance(block, Para)]
    assert "Nothing changed but what merely follows: 1 number or reference." in text
    assert [block.rows for block in blocks if isinstance(block, Grid)][-1] == (((Run("4"),), (Run("5"),)),)
