"""Texts that are made to be slow to look through: every rule goes through them, whatever they are made of."""

from __future__ import annotations

from datetime import date
from itertools import islice, product

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import RULES, load
from clausekit.texts import read

_MANY = 1_000

NAMES = ["".join(letters).title() for letters in islice(product("abcdefghijklmno", repeat=4), 5 * _MANY)]
"""Very many words of which each names a thing of its own."""

PARAGRAPHS = {
    "letters": " a" * 5 * _MANY,
    "quotation marks that open": "“a " * _MANY,
    "straight quotation marks": '"' * _MANY,
    "dots and commas": "." * _MANY + "," * _MANY,
    "spaces": "a" + " " * 5 * _MANY + "b",
    "brackets that open": "(" * _MANY,
    "brackets one in another": "[" * _MANY + "]" * _MANY,
    "blanks": "_" * _MANY + " _" * _MANY,
    "malformed sums": "£1,00 " * _MANY,
    "instalments": "The Grant in three instalments of £5 " * _MANY,
    "sections": "see section 5.6, " * _MANY,
    "pages": "see page 5 " * _MANY,
    "items": "(a) x; (b) y; (d) z; " * _MANY,
    "numbers in words": "twenty and " * _MANY,
    "ranges": "from 1 April 2026 to " * _MANY,
    "dashes after names": "Host or Fund – " * _MANY,
    "terms run together": "".join(f"“Host {name}” means x. " for name in NAMES),
    "terms in brackets": "".join(f"a fund (the “Host {name}”), " for name in NAMES),
    "shares": "shared Council 10% " * _MANY,
}


@pytest.mark.parametrize("name", ["dashes after names", "terms run together", "terms in brackets"])
def test_definitions_and_their_uses_are_found_in_a_long_list_without_lines(name: str) -> None:
    text = f"1. Definitions\n\n1.1 In this agreement:\n\n{PARAGRAPHS[name]}\n"
    instrument = Instrument(read(text, "long.txt", markdown=False).reading, as_at=date(2026, 9, 1))
    assert len(instrument.uses) <= len(text)
    for rule in map(load, ("CK-TERM-CAPITALS", "CK-TERM-UNUSED", "CK-PARTY-NUMBER")):
        assert all(hit.end <= len(hit.passage.text) for hit in rule.check(instrument))


@pytest.mark.parametrize("text", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_every_rule_gets_to_the_end_of_a_long_paragraph(text: str) -> None:
    reading = read(f"1. Term\n\n1.1 {text}\n", "long.txt", markdown=False).reading
    instrument = Instrument(reading, as_at=date(2026, 9, 1))
    for rule in map(load, RULES):
        for hit in rule.check(instrument):
            assert 0 <= hit.start <= hit.end <= len(hit.passage.text), rule.id
