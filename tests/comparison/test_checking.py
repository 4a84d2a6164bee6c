"""The check of flows finds what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.checking import faults
from clausekit.comparison.flow import Change, Deleted, Flow, Matched, Same
from clausekit.reading import Passage
from tests.comparison.readings import reading_of

OLD = reading_of("""
    The Council hosts the Pooled Fund.
    Each Partner shall keep records.
""")
NEW = reading_of("""
    The Trust hosts the Pooled Fund.
    Each Partner shall keep records.
""")


def first(flow: Flow) -> Matched:
    assert isinstance(flow[0], Matched)
    return flow[0]


def without_a_step(flow: Flow) -> Flow:
    return flow[1:]


def in_another_order(flow: Flow) -> Flow:
    return flow[::-1]


def with_a_block_twice(flow: Flow) -> Flow:
    passage = first(flow).olds[0]
    assert isinstance(passage, Passage)
    return (*flow, Deleted(passage))


def with_a_gap(flow: Flow) -> Flow:
    return (replace(first(flow), ops=first(flow).ops[:-1]), *flow[1:])


def with_what_is_not_the_same(flow: Flow) -> Flow:
    ops = tuple(
        Same(op.old_start, op.old_end, op.new_start, op.new_end) if isinstance(op, Change) else op
        for op in first(flow).ops
    )
    return (replace(first(flow), ops=ops), *flow[1:])


def test_sound_flows_have_no_fault() -> None:
    assert faults(lay_side_by_side(OLD, NEW), OLD, NEW) == []


@pytest.mark.parametrize(
    "spoilt",
    [without_a_step, in_another_order, with_a_block_twice, with_a_gap, with_what_is_not_the_same],
)
def test_a_fault_is_found(spoilt: object) -> None:
    assert callable(spoilt)
    flows = lay_side_by_side(OLD, NEW)
    assert faults(replace(flows, body=spoilt(flows.body)), OLD, NEW)
