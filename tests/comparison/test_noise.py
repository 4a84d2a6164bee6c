"""How much is marked beyond what must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.checking import faults
from clausekit.comparison.flow import Arrival, Change, Flow, Matched, Move
from clausekit.formats.docx.reader import read
from tests.comparison.marking import marked_words
from tests.comparison.planted import Bench
from tests.comparison.scripts import Item, Script, agreement, items_of


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    """Return the paragraphs of an agreement of some 40 pages."""
    folder: Path = tmp_path_factory.mktemp("drafts")
    return items_of(read(Bench(folder).draft("section-75-agreement/westmarch-2026-27"), "draft.docx").reading)


@pytest.mark.parametrize("typed", [False, True], ids=["native", "typed"])
def test_known_edits_mark_hardly_more_than_they_must(items: list[Item], typed: bool) -> None:
    marked = fewest = 0
    for seed in range(5):
        script = Script(items, seed).plant(40)
        old, new = agreement(items, typed=typed), agreement(script.items, typed=typed)
        flows = lay_side_by_side(old, new)
        assert faults(flows, old, new) == []
        marked += marked_words(flows.body)
        fewest += script.fewest
    assert marked <= 1.05 * fewest


@pytest.mark.parametrize("typed", [False, True], ids=["native", "typed"])
def test_a_clause_put_in_changes_no_words_but_its_own(items: list[Item], typed: bool) -> None:
    script = Script(items, 1)
    script.add_clause(0)
    flow = lay_side_by_side(agreement(items, typed=typed), agreement(script.items, typed=typed)).body
    assert marked_words(flow) == script.fewest
    assert {op.kind for op in _changes(flow)} <= {"number", "reference"}


@pytest.mark.parametrize("typed", [False, True], ids=["native", "typed"])
def test_where_nothing_moved_no_move_is_seen(items: list[Item], typed: bool) -> None:
    script = Script(items, 7)
    edits = [script.replace_words, script.delete_paragraph, script.add_paragraph, script.add_sentence]
    for index, place in enumerate(range(10, len(items) - 10, 25)):
        edits[index % len(edits)](place)
    assert not _moves(
        lay_side_by_side(agreement(items, typed=typed), agreement(script.items, typed=typed)).body
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_clause_that_moved_is_one_move(items: list[Item], seed: int) -> None:
    script = Script(items, seed)
    script.move_clause(0)
    flow = lay_side_by_side(agreement(items, typed=True), agreement(script.items, typed=True)).body
    assert marked_words(flow) == 0
    assert len(_moves(flow)) <= 1


def _changes(flow: Flow) -> list[Change]:
    return [op for step in flow if isinstance(step, Matched) for op in step.ops if isinstance(op, Change)]


def _moves(flow: Flow) -> list[Move]:
    return [step.move for step in flow if isinstance(step, Arrival)]
