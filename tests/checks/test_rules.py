"""Every rule on its own examples: it finds the words that are marked in one, and nothing in the other."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from clausekit.checks import rules
from clausekit.checks.rules import RULES, load
from clausekit.checks.words import Words
from tests.checks.instruments import hits, marked, with_marks

_FOLDER = Path(rules.__file__).parent


@pytest.mark.parametrize("id_", RULES)
def test_a_rule_finds_what_is_marked_in_the_example_that_fails(id_: str) -> None:
    rule = load(id_)
    by_passage: dict[object, list[Words]] = defaultdict(list)
    for hit in hits(rule, rule.fails):
        by_passage[hit.passage].append(hit.words)
    found = sorted(with_marks(words) for words in by_passage.values())
    assert found == sorted({passage for passage, _ in marked(rule.fails)})


@pytest.mark.parametrize("id_", RULES)
def test_a_rule_finds_nothing_in_the_example_that_passes(id_: str) -> None:
    rule = load(id_)
    assert [hit.message for hit in hits(rule, rule.passes)] == []


@pytest.mark.parametrize("id_", RULES)
def test_what_a_rule_says_is_fit_for_a_reader(id_: str) -> None:
    rule = load(id_)
    assert rule.id == id_
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    for hit in hits(rule, rule.fails):
        assert hit.message[0].isupper() or hit.message[0] in "“‘"
        assert hit.message.endswith(".")
        assert hit.remedy == "" or hit.remedy.endswith((".", "?"))


def test_every_file_of_a_rule_is_in_the_table() -> None:
    files = {f"{file.parent.name}.{file.stem}" for file in _FOLDER.glob("[!_]*/[!_]*.py")}
    assert files == set(RULES.values())


def test_rules_yield_only_to_rules_that_there_are() -> None:
    assert {id_ for rule in map(load, RULES) for id_ in rule.yields_to} <= set(RULES)
