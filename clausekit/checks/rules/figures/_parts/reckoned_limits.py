"""Numbers that a clause reckons out from its percentages and a table: "the first 3 per cent" of 31,200 Hours
is 936 Hours, told with two digits exchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_exchange, significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.named_lines import lines_with_names
from clausekit.checks.rules.figures._tables.sheets import sheets
from clausekit.patterns import pattern
from clausekit.reading import Passage

_THING = pattern(r"[ ]([A-Za-z][a-z-]{2,})\b")
_FEWEST, _MOST_SHARES, _SHORTLY = 3, 6, 30
_HUNDRED = Decimal(100)


def reckoned_limits(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of things in a clause that are a percentage which the clause tells of a figure of the
    column that counts those, but for digits exchanged, and that stand nowhere else."""
    shares: dict[Passage | None, set[Decimal]] = {}
    for one in instrument.figures:
        place = instrument.place_of[one.at.passage]
        if one.kind == "percentage" and one.value and place.role == "text":
            shares.setdefault(_clause(place), set()).add(worth(one))
    times = Counter(worth(one) for one in instrument.figures if one.kind != "percentage" and one.value)
    for one in instrument.figures if shares else ():
        place = instrument.place_of[one.at.passage]
        if place.role != "text" or one.kind != "number" or times[worth(one)] != 1 or one.decimals:
            continue
        own, thing = shares.get(_clause(place), set()), _THING.match(one.at.shortly_after(_SHORTLY))
        if thing is None or significant(worth(one)) < _FEWEST or not own or len(own) > _MOST_SHARES:
            continue
        made = _made(own, _counted(thing[1], instrument))
        near = {value for value in made if is_exchange(worth(one), value)}
        rough = ROUGH.search(instrument.sentence_of(one.at).text)
        if worth(one) not in made and len(near) == 1 and not rough:
            yield Counted(one.at, near.pop())


def _counted(thing: str, instrument: Instrument) -> set[Decimal]:
    """Return the figures of the rows and columns whose names have the name of a thing."""
    return {
        abs(entry.cell.number)
        for sheet in sheets(instrument)
        for line, name in lines_with_names(sheet)
        if content(thing) <= name and line.kind == "number"
        for entry in line.entries
        if entry.cell.number
    }


def _made(shares: set[Decimal], whole: set[Decimal]) -> set[Decimal]:
    """Return what some percentages, and what lies between two of them, make of some figures."""
    between = {abs(one - other) for one, other in combinations(shares, 2)}
    return {rate * value / _HUNDRED for rate in shares | between for value in whole}


def _clause(place: Place) -> Passage | None:
    return place.clause or place.division
