"""How many parties a text says there are, against the table that names them: "each of the four Partners"
where it has five rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_NAMES_PARTIES = pattern(r"(?:Partner|Party|Organisation|Signatory|Member)", re.IGNORECASE)
_SAYS_WHO = pattern(
    r"(?:known as|called|short(?:ened)? name|referred to as|address|registered (?:office|address)"
    r"|defined term"
    r"|principal (?:office|address))",
    re.IGNORECASE,
)
_LEADS = pattern(r"\b(?:partners|parties|organisations|signatories|members)\b[^.]{0,80}:\s*$", re.IGNORECASE)
_ALL = (
    rf"\b(?P<all>[Aa]ll(?:[ ]of)?(?:[ ]the)?|[Ee]ach[ ]of[ ](?:the|our)|[Tt]he"
    rf"|[Oo]ur)[ ](?P<count>{COUNT})[ ]"
    r"(?:(?:PLURAL)\b|of[ ]us\b)(?![’'-]\w|[ ](?:who|which|that|whose|other than|named|listed|concerned"
    r"|from|with|in)\b)"
)
_PLURALS = {"Party": "Parties", "Signatory": "Signatories"}
_FEWEST = 3


def parties_of_table_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of all parties that are not those of the one table that says who they are."""
    tables = [named for grid in instrument.grids if (named := _parties_of(grid, instrument))]
    if len(tables) != 1:
        return
    word, number = tables[0]
    plural = _PLURALS.get(word, f"{word}s")
    way = re.compile(_ALL.replace("PLURAL", re.escape(plural)))
    for words, found in instrument.search(way, "text", "cell", "note"):
        count = count_of(found["count"])
        of_all = found["all"].lower() not in ("the", "our")
        if count is not None and count >= _FEWEST and (count > number or (of_all and count != number)):
            yield Counted(words.part(*found.span("count")), number)


def _parties_of(grid: Grid, instrument: Instrument) -> tuple[str, Decimal] | None:
    """Return what a table calls the parties, and how many it names; None if it does not say who they are."""
    place, heads = grid.place, [head.strip() for head in grid.heads]
    if place is None or place.division is not None or not heads:
        return None
    lead = instrument.places[place.order - 1].passage.words if place.order else ""
    named = [grid.label(row) for row in range(grid.header_rows, len(grid.rows))]
    known = (
        _NAMES_PARTIES.fullmatch(heads[0])
        and any(map(_SAYS_WHO.fullmatch, heads[1:]))
        and _LEADS.search(lead)
        and all(named)
        and len(set(named)) == len(named) >= _FEWEST
    )
    return (heads[0].capitalize(), Decimal(len(named))) if known else None
