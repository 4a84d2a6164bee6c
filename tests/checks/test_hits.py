"""Rules that run in two processes at once find what they find in one."""

from __future__ import annotations

import mmap
import os
import time
from collections.abc import Mapping, Sequence
from typing import NoReturn

import pytest

from clausekit import patterns
from clausekit.checks import hits
from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit
from clausekit.checks.rules import RULES
from clausekit.patterns import Codes, pattern, using
from tests.checks.instruments import instrument_of

TEXT = """
# 1. Funds

1.1 The Partners shall shall pay £4,745,00 into the Pooled Fund on 31 April 2026, under clause 9.

1.2 “Pooled Fund” means the fund. “Pooled Fund” means the fund that the Council keeps, [●] and [INSERT NAME].
"""


def found(*, parted: bool, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Sequence[Hit]]:
    """Return what all rules hit in the text."""
    monkeypatch.setattr(hits, "_can_be_parted", lambda: parted)
    return hits.hits_of(instrument_of(TEXT), tuple(RULES))


def as_told(found: Mapping[str, Sequence[Hit]]) -> list[object]:
    """Return what hits say, without the very passages, which are others each time a text is read."""
    return [
        (
            id_,
            one.words.text,
            one.start,
            one.message,
            one.remedy,
            one.confidence,
            [w.text for w in one.related],
        )
        for id_, each in found.items()
        for one in each
    ]


def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    two = as_told(found(parted=True, monkeypatch=monkeypatch))
    assert two == as_told(found(parted=False, monkeypatch=monkeypatch))
    assert len(two) > 5


def test_a_process_that_comes_to_grief_is_made_good_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> NoReturn:
        os._exit(1)

    whole = as_told(found(parted=False, monkeypatch=monkeypatch))
    monkeypatch.setattr(hits, "_find_and_send", die)
    assert as_told(found(parted=True, monkeypatch=monkeypatch)) == whole


def test_each_process_takes_what_the_other_has_not(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    find = hits._hits

    def find_and_note(instrument: Instrument, id_: str) -> Sequence[Hit]:
        tried.append(id_)
        return find(instrument, id_)

    monkeypatch.setattr(hits, "_hits", find_and_note)
    assert list(found(parted=True, monkeypatch=monkeypatch)) == list(RULES)
    assert 0 < len(tried) < len(RULES)


def test_where_no_process_can_be_added_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> NoReturn:
        raise BlockingIOError

    whole = as_told(found(parted=False, monkeypatch=monkeypatch))
    monkeypatch.setattr(os, "fork", refuse)
    assert as_told(found(parted=True, monkeypatch=monkeypatch)) == whole


def test_what_the_other_process_compiled_comes_with_its_hits(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "what the other process alone compiles"

    here, compiled = os.getpid(), mmap.mmap(-1, 1)

    def find(*_: object) -> Sequence[Hit]:
        if os.getpid() != here:
            pattern(text).search("")
            compiled[0] = True
        while not compiled[0]:
            time.sleep(0.001)
        return ()

    monkeypatch.setattr(hits, "_hits", find)
    codes = Codes({})
    with using(codes):
        found(parted=True, monkeypatch=monkeypatch)
    assert ((text, 0) in codes.new) is patterns.CAN_KEEP
