"""Sums of two parties that a sentence tells, of which one is another in the line of a table that has the
other: "the ICB shall contribute £80 and the Council £50"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_sums, worth
from clausekit.checks.rules.figures._disagrees.other_sums import SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions_in, party_names
from clausekit.checks.rules.figures._sentences.slips import significant
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.amounts import amount, has, is_same
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PAYS = pattern(
    r"\b(?:contribut\w+|pays?|paid|puts? in|provides?|transfers?|bears?|funds?|shares?|allocat\w+|budgets?)\b"
)
_ANOTHER = pattern(
    r"\b(?:up to|at least|at most|exceed\w*|more|less|limit\w*|maximum|minimum|if|was|were|contributed"
    r"|instead"
    r"|instalments?|month\w*|quarter\w*|each time|additional|further|extra|of which|first £|overspend\w*"
    r"|underspend\w*|last|previous\w*|from £)\b",
    re.IGNORECASE,
)
_FEW_DIGITS, _PARTIES = 4, 2


def parties_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sum of a party that the line of a table does not have which has that of another, with its
    cell."""
    names = instrument.once(party_names)
    tables = [(one, lines) for one in sheets(instrument) for lines in _by_party(one, names)]
    for said in said_sums(instrument) if tables else ():
        told = _told(said, instrument)
        found = [one for sheet, lines in tables for one in _odd(told, sheet, lines)] if told else []
        if found and not any(has(sheet, found[0][0]) for sheet, _ in tables):
            yield found[0]


def _told(said: SaidSums, instrument: Instrument) -> dict[str, Mention]:
    """Return the sums of a sentence by the parties that pay them; nothing if it has others."""
    text = said.sentence.text
    if len(said.money) != _PARTIES or not _PAYS.search(text) or _ANOTHER.search(text):
        return {}
    found = [one for one in mentions_in(instrument, said.sentence) if one.figure.kind == "money"]
    told = {next(iter(one.parties)): one for one in found if len(one.parties) == 1}
    known = len(told) == len(found) and not any(SUPPOSED.search(one.text) for one in found)
    return told if known else {}


def _by_party(sheet: Sheet, names: Mapping[str, str]) -> Iterator[dict[str, Line]]:
    """Yield the columns, and the rows, of a table that are each of a party."""
    for lines in (sheet.columns, sheet.rows):
        found: dict[str, Line] = {}
        for line in lines:
            named = {own for name, own in names.items() if name in padded(line.head)}
            if len(named) == 1:
                found.setdefault(named.pop(), line)
        if len(found) >= _PARTIES:
            yield found


def _odd(
    told: Mapping[str, Mention], sheet: Sheet, lines: Mapping[str, Line]
) -> Iterator[tuple[Figure, Words]]:
    """Yield the one sum that the cells beside each other of the parties do not have, where they have the
    other."""
    if not all(party in lines for party in told):
        return
    for at in range(min(len(lines[party].entries) for party in told)):
        cells = {party: lines[party].entries[at].cell for party in told}
        odd = [party for party, cell in cells.items() if not is_same(told[party].figure, cell, sheet)]
        others = [told[party].figure for party in told if party not in odd]
        if len(odd) == 1 and all(significant(worth(one)) >= _FEW_DIGITS for one in others):
            cell, figure = cells[odd[0]], told[odd[0]].figure
            if (
                cell.words
                and cell.number
                and max(worth(figure), amount(cell, sheet)) <= 2 * min(worth(figure), amount(cell, sheet))
            ):
                yield figure, words_of(cell)
