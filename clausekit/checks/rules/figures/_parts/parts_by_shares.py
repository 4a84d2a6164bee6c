"""Sums of parties whose shares the sentence before tells: "The Council pays 60% and the ICB 40%. That is £60
from the Council and £45 from the ICB"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.mentions import mentions_in
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.recognition.amounts import AmountKind

_HUNDRED = Decimal(100)
_FEWEST = 2
_SHORTLY = 20


def parts_by_shares(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the one sum that is not the share of its party in a whole of which the others are."""
    for said in said_figures(instrument):
        if said.before is None or len(said.money) < _FEWEST:
            continue
        shares = _by_party(said.before, "percentage", instrument)
        sums = _by_party(said, "money", instrument)
        if any(ROUGH.search(one.at.shortly_before(_SHORTLY)) for one in sums.values()):
            continue
        if len(shares) >= _FEWEST and set(shares) == set(sums) and _makes_hundred(shares):
            known = {abs(one.value) for one in instrument.figures if one.kind == "money" and one.value}
            yield from _unlike_the_others(shares, sums, known)


def _by_party(said: SaidSums, kind: AmountKind, instrument: Instrument) -> Mapping[str, Figure]:
    """Return the figure of each party, if a sentence has one of a kind for each and no other."""
    found: dict[str, Figure] = {}
    for mention in mentions_in(instrument, said.sentence):
        if mention.figure.kind != kind:
            continue
        party = "".join(mention.parties) if len(mention.parties) == 1 else ""
        if not party or party in found:
            return {}
        found[party] = mention.figure
    return found


def _makes_hundred(shares: Mapping[str, Figure]) -> bool:
    return sum(map(worth, shares.values())) == _HUNDRED


def _unlike_the_others(
    shares: Mapping[str, Figure], sums: Mapping[str, Figure], known: set[Decimal]
) -> Iterator[Reckoned]:
    """Yield a sum that is not its share of a whole that stands elsewhere, of which all others are theirs;
    nothing if there is a whole of which all are."""
    told: list[Reckoned] = []
    for whole in sorted(known | {sum(map(worth, sums.values()), Decimal(0))}):
        made = {party: whole * worth(shares[party]) / _HUNDRED for party in sums}
        wrong = [party for party, one in sums.items() if abs(worth(one) - made[party]) > half_a_step(one)]
        if not wrong:
            return
        if len(wrong) == 1 and _is_near(worth(sums[wrong[0]]), made[wrong[0]]):
            party = wrong[0]
            told.append(Reckoned(sums[party], made[party], Decimal(1), (shares[party],)))
    yield from told[:1]


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) < 2 * min(one, other)
