"""The rules against faults planted in clean examples: each has to be found, at its place, and alone."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import RULES
from tests.checks.mutations.trials import KINDS, Trial, table, trials

IN_ALL = 500
FOUND = 0.98
ALONE = 0.95

_NOT_PLANTED = {
    "CK-LAW-CHANGING": "a matter of the day, not of the text",
    "CK-LAW-STALE-DATA": "a fault of our own data, not of the text",
}


def test_every_rule_has_a_kind_of_fault() -> None:
    planted = {rule for kind in KINDS for rule in kind.rules}
    assert set(RULES) - planted == set(_NOT_PLANTED)


def test_planted_faults_are_found_at_their_place_and_nothing_else_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _judge(list(trials(IN_ALL, seed=75)), capsys)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_faults_in_the_long_examples_too(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    _judge(list(trials(IN_ALL, seed=seed, long=True)), capsys)


def _judge(tried: list[Trial], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{table(tried)}")
    missed = [str(one) for one in tried if not one.found]
    crowded = [str(one) for one in tried if one.second]
    assert len(tried) >= IN_ALL
    assert len({one.kind.name for one in tried}) >= 40
    assert 1 - len(missed) / len(tried) >= FOUND, missed
    assert 1 - len(crowded) / len(tried) >= ALONE, crowded
