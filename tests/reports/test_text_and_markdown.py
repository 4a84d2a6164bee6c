"""The report as text and as Markdown: what is expected in full, and that no words are markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clausekit.comparison.edits import Cause, Edit, Place
from clausekit.comparison.flow import Anchor, Inserted, Matched, Same
from clausekit.reports import report
from tests.formats.page import read
from tests.reports import comparisons
from tests.reports.comparisons import changed, changes, comparison, passage, same
from tests.reports.expected import FILES, expected, files

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HERE = Place("1.1", "Payment")
UNKNOWN = Cause("unknown")
WORDS = st.text("ab 1£%.,()“”*_~[]<>|&#-+`\\!é\u00a0", min_size=1, max_size=6).filter(
    lambda text: text.strip(" ").strip()
)


@pytest.mark.parametrize("name", FILES)
def test_a_report_reads_as_expected(name: str) -> None:
    assert files()[name] == expected(name)


def test_the_report_keeps_to_the_width() -> None:
    for width in (40, 100):
        lines = report(comparisons.agreement(), "text", width=width).splitlines()
        assert max(map(len, lines)) <= width


def test_a_terminal_sees_the_same_signs_with_colours_and_lines_beside_them() -> None:
    coloured = report(comparisons.agreement(), "text", colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == report(comparisons.agreement(), "text")
    assert "\x1b[9;31m45%\x1b[0m" in coloured
    assert "\x1b[4;32m50%\x1b[0m" in coloured


@pytest.mark.parametrize("colour", [False, True])
def test_no_document_steers_the_terminal(colour: bool) -> None:
    text = report(comparisons.hostile(), "text", colour=colour)
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ue000-\uf8ff]", plain)
    assert not colour or "\x1b[31m \ufffd" not in text


def test_no_document_is_markup_in_markdown() -> None:
    page = read(READER.render(report(comparisons.hostile(), "md")))
    assert {"script", "a", "code", "img"}.isdisjoint(page.tags())
    assert len(page.all("table")) == 4


@given(st.lists(st.one_of(WORDS, st.tuples(WORDS, WORDS)), min_size=1, max_size=5))
def test_markdown_marks_exactly_what_changed(parts: list[str | tuple[str, str]]) -> None:
    step, end = changed("x ", *parts), Inserted(comparisons.passage("end"))
    edits: dict[Edit, list[Anchor]] = {
        Edit(1, "following", "renumbered", UNKNOWN, HERE, HERE): [*changes(step)]
    }
    shown = comparison(
        (step, end),
        {**edits, Edit(2, "wording", "inserted", UNKNOWN, None, HERE): [end]},
    )
    body = report(shown, "md").partition("number of a change.\n\n")[2].split("\n\n")[0]
    page = read(READER.render(body))
    removed = [part[0] for part in parts if isinstance(part, tuple)]
    added = [part[1] for part in parts if isinstance(part, tuple)]
    assert [_bare(one.text) for one in page.all("s")] == [*map(_bare, removed)]
    assert [_bare(one.text) for one in page.all("strong")] == [*map(_bare, added)]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_long_table_is_folded_and_a_wide_one_drawn_out() -> None:
    wide = report(comparisons.agreement(), "text", width=40)
    assert "Where: clause 2.1 (Risk share)" in wide


def test_what_did_not_change_is_folded_but_for_its_neighbours() -> None:
    step = changed("We ", ("may", "shall"), " pay.")
    flow = (*(same(f"Before {n}.") for n in range(9)), step, *(same(f"After {n}.") for n in range(2)))
    edit = Edit(1, "wording", "replaced", UNKNOWN, HERE, HERE, "may", "shall")
    text = report(comparison(flow, {edit: [*changes(step)]}), "text").partition("The text with")[2]
    assert "... 8 paragraphs unchanged ..." in text
    assert [f"Before {n}." in text for n in range(9)] == [False] * 8 + [True]
    assert "After 0." in text
    assert "After 1." in text


def test_lines_of_the_contents_that_came_or_went_are_folded() -> None:
    gone = Inserted(comparisons.passage("Audit"))
    step = changed("We ", ("may", "shall"), " pay.")
    edit = Edit(1, "wording", "replaced", UNKNOWN, HERE, HERE, "may", "shall")
    follows = Edit(2, "following", "inserted", UNKNOWN, None, Place(part="contents"), "", "Audit")
    flow = (gone, same("Payment"), same("Term"), step)
    text = report(comparison(flow, {edit: [*changes(step)], follows: [gone]}), "text")
    assert "... 2 paragraphs unchanged, 1 of them but for what merely follows ..." in text


def test_a_single_unchanged_paragraph_is_not_folded() -> None:
    assert "1 paragraph unchanged" not in report(comparisons.agreement(), "text")


def test_changed_blanks_are_seen() -> None:
    step = changed("We", ("  ", " "), "pay.")
    edit = Edit(1, "wording", "replaced", UNKNOWN, HERE, HERE, "  ", " ")
    text = report(comparison((step,), {edit: [*changes(step)]}), "text")
    assert "We[-␣␣-]{+␣+}[1]pay." in text
    assert "Clause 1.1 (Payment): the space between two words changed." in text


def test_a_split_paragraph_shows_where_the_new_one_begins() -> None:
    from clausekit.comparison.flow import Change, Matched, Same
    from tests.reports.comparisons import passage

    old = passage("We pay. They pay.", "(a)")
    news = (passage("We pay.", "(a)"), passage("They pay.", "(b)"))
    step = Matched((old,), news, (Same(0, 7, 0, 7), seam := Change(7, 8, 7, 8), Same(8, 17, 8, 17)))
    edit = Edit(1, "wording", "split", UNKNOWN, Place("1(a)", "Payment"), Place("1(a)", "Payment"))
    text = report(comparison((step,), {edit: [seam]}), "text")
    assert "(a)     We pay.[-␣-]{+¶\n        (b) +}[1]They pay." in text
    assert "Clause 1(a) (Payment) was split in two." in text


def test_what_others_tracked_is_said_beside_the_paragraph_that_it_is_in() -> None:
    step = same("The Partners may meet.", "1.1")
    edit = Edit(1, "hand", "replaced", Cause("tracked", "A. Partner"), HERE, HERE, "may", "shall")
    text = report(comparison((step,), {edit: []}, tracked={step.news[0]: (edit,)}), "text", width=100)
    shown = text[text.index("1.1     The Partners may meet.") :]
    assert shown.splitlines()[1].strip() == "[1] By hand: “may” becomes “shall”; tracked by A. Partner"


def test_the_heading_of_a_schedule_stands_above_that_of_its_part() -> None:
    lines = [
        Matched((heading,), (heading,), (Same(0, len(heading.text), 0, len(heading.text)),))
        for heading in (
            passage("Governance", "Schedule 2", heading=1, level=0),
            passage("Meetings", "Part 1", heading=1, level=1),
        )
    ]
    step = changed("The quorum is ", ("two", "three"), ".", label="5.2")
    edit = Edit(1, "wording", "replaced", UNKNOWN, HERE, HERE, "two", "three")
    apart = [same(f"Paragraph {number}.") for number in range(3)]
    flow = (lines[0], *apart, lines[1], *apart, step)
    text = report(comparison(flow, {edit: list(changes(step))}), "text")
    shown = text[text.index("The text with its changes") :]
    assert shown.index("Governance") < shown.index("Meetings") < shown.index("quorum")
