"""What a term is with a party before it, where others of its kind are defined: "Council Functions"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.terms import follows_a_determiner, listed, stem, stems
from clausekit.checks.words import Words


def of_parties(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the places of a term of one word that has a party's short name before it, as if the two were one.

    It is missed where the same word is defined with another before it: beside "NHS Functions" and
    "Functions", "the Council Functions" should be defined too.
    """
    kinds = {words[-1] for one in listed(instrument) if len(words := stems(one.term)) > 1}
    shorts = {short for party in instrument.parties.each for short in party.short}
    found: dict[str, list[Words]] = defaultdict(list)
    for party, use in pairwise(instrument.uses):
        at = party.at.part(party.at.start, use.at.end) if party.at.passage is use.at.passage else None
        if (
            at
            and party.at.end + 1 == use.at.start
            and party.definition in shorts
            and " " not in use.at.text
            and stem(use.at.text) in kinds
            and follows_a_determiner(at)
        ):
            found[at.text].append(at)
    yield from found.values()
