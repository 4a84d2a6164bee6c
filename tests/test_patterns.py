"""Patterns made of a code that was kept are the same as compiled ones; whatever is wrong only costs time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausekit import patterns
from clausekit.cache import Cache
from clausekit.checks.rules import RULES, load
from clausekit.checks.running import run
from clausekit.patterncache import kept_patterns
from clausekit.patterns import Codes, new_codes, pattern, using
from tests.checks.instruments import instrument_of

TEXT = r"(?P<sum>£\d[\d,]*)(?: (?:and|or) (\d+))?$"


def of_the_rules() -> Iterator[patterns.Key]:
    """Yield the texts and flags of the patterns of all rules, and of all that they use."""
    for id_ in RULES:
        load(id_)
    for name, module in sorted(sys.modules.items()):
        if name.startswith("clausekit."):
            yield from (one._own for one in vars(module).values() if isinstance(one, patterns._Later))


def test_a_pattern_of_a_code_is_the_same_as_a_compiled_one() -> None:
    each = list(of_the_rules())
    assert len(each) > 1000
    codes = Codes({})
    for text, flags in each:
        compiled, made = re.compile(text, flags), codes.compiled(text, flags)
        assert made == compiled  # their codes are compared too
        assert (made.groups, dict(made.groupindex)) == (compiled.groups, dict(compiled.groupindex))


@pytest.mark.skipif(not patterns.CAN_KEEP, reason="this Python compiles in its own manner")
def test_what_one_run_compiles_the_next_takes_from_the_cache(tmp_path: Path) -> None:
    for first in (True, False):
        with kept_patterns(Cache(tmp_path)):
            found = pattern(TEXT, re.IGNORECASE).search("They pay £4,000 OR 5")
            assert found
            assert (found["sum"], found[2]) == ("£4,000", "5")
            assert bool(new_codes()) is first


@pytest.mark.parametrize("cut", [0, 1, 40])
def test_codes_that_are_not_as_they_were_kept_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    with kept_patterns(Cache(tmp_path)):
        assert pattern(TEXT).search("£5")
    get = Cache.get_bytes

    def spoilt(cache: Cache, kind: str, key: str) -> bytes:
        return (get(cache, kind, key) or b"")[cut:-1]

    monkeypatch.setattr(Cache, "get_bytes", spoilt)
    with kept_patterns(Cache(tmp_path)):
        assert pattern(TEXT).search("£5")


def test_no_words_of_a_text_are_kept() -> None:
    text = f"""
# 1. Quagga Fund

1.1 “Quagga Fund” means the fund. Each Quagga Partner pays £4,000 into it, and each Quagga partner £2,000,
under clause 1.1 (Quagga Fund), for 3 quaggas: (a) a quagga foal; and (b) 2 quaggas.

1.2 Under clause 1.1(c) the Quaggas and the Partner name {"a quagga, " * 3}as the meaning of “Quagga” says.
"""
    codes = Codes({})
    with using(codes):
        assert run(instrument_of(text).reading)
    assert not [key for key in codes.new if "quagga" in key[0].lower()]


def test_without_a_cache_patterns_are_compiled() -> None:
    with kept_patterns(Cache(None)):
        assert pattern(TEXT).search("£5")
    assert pattern(TEXT).search("£5")
    assert not new_codes()


def test_a_python_that_is_not_known_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "CAN_KEEP", False)
    codes = Codes({})
    with using(codes):
        assert pattern(TEXT).search("£5")
    assert not codes.new
