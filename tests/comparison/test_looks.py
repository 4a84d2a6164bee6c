"""Formatting: of characters that stayed, and of paragraphs."""

from __future__ import annotations

from dataclasses import replace

from clausekit.comparison.flow import Matched
from clausekit.reading import Passage, Reading
from tests.comparison.readings import BOLD, PLAIN, reading_of
from tests.comparison.test_align import flows_of


def matched(old: Reading, new: Reading) -> Matched:
    (step,) = flows_of(old, new).body
    assert isinstance(step, Matched)
    return step


def test_words_made_bold_are_one_change_of_looks() -> None:
    step = matched(
        reading_of("The Host Partner holds the fund."), reading_of("The *Host Partner* holds the fund.")
    )
    (reformat,) = step.reformats
    assert (reformat.old_start, reformat.old_end, reformat.new_start, reformat.new_end) == (4, 16, 4, 16)
    assert (reformat.old, reformat.new) == (PLAIN, BOLD)


def test_words_made_bold_beside_words_put_in() -> None:
    step = matched(
        reading_of("The Partner holds the whole of the fund."),
        reading_of("The Host *Partner holds* the whole of the fund."),
    )
    (reformat,) = step.reformats
    assert step.news[0].text[reformat.new_start : reformat.new_end] == "Partner holds"
    assert step.olds[0].text[reformat.old_start : reformat.old_end] == "Partner holds"


def test_runs_that_are_cut_otherwise_look_the_same() -> None:
    old = reading_of("The Partner holds the fund.")
    (passage,) = old.body
    assert isinstance(passage, Passage)
    (span,) = passage.spans
    cut = replace(passage, spans=(replace(span, end=7), replace(span, start=7)))
    assert matched(old, Reading((cut,))).unchanged


def test_a_paragraph_laid_out_otherwise() -> None:
    old = reading_of("The Partner holds the fund.")
    (passage,) = old.body
    assert isinstance(passage, Passage)
    nearly = replace(passage, indent=10, style=passage.style.upper())
    centred = replace(passage, indent=720, alignment="centre")
    assert matched(old, Reading((nearly,))).relaid == ()
    (relaid,) = matched(old, Reading((centred,))).relaid
    assert relaid.what == ("alignment", "indent")
