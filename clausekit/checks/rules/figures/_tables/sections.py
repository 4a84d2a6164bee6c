"""Sections of one table: what came in, then what went out, each with a total, and what they leave below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.checks.rules.figures._tables.sheets import Entry
from clausekit.patterns import pattern

_INCOME = pattern(r"(?:[A-Z]?\d?[ .])?(?:total )?(?:income|receipts|money in)[ :]*", re.IGNORECASE)
_EXPENDITURE = pattern(
    r"(?:[A-Z]?\d?[ .])?(?:total )?(?:expenditure|payments|outgoings|money out|costs)[ :]*", re.IGNORECASE
)
_OUT = "less"


def as_account(before: Sequence[Entry]) -> list[Entry]:
    """Return the totals of the sections of an account, those of its expenditure as taken off, after what it
    began with; [] if the rows are in no such sections."""
    found: list[Entry] = []
    section = ""
    seen = set[str]()
    for entry in before:
        if not entry.cell.kind and _INCOME.fullmatch(entry.name):
            section = "in"
        elif not entry.cell.kind and _EXPENDITURE.fullmatch(entry.name):
            section = "out"
        elif section and entry.is_total:
            found.append(entry if section == "in" else Entry(entry.cell, _OUT))
            seen.add(section)
            section = ""
        elif not section and entry.cell.kind:
            found.append(entry)
    return found if seen == {"in", "out"} else []
