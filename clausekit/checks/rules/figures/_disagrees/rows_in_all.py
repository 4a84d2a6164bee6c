"""Numbers of people or things in all, or over the years, that the row which counts them does not make:
"Accordingly 6,840 persons in all will begin reablement in the Term"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import said_figures, worth
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.named_lines import lines_with_names
from clausekit.checks.rules.figures._tables.sheets import Line, sheets
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_IN_ALL = pattern(
    r"\b(?:in all|in total|altogether|over|across|during|in|for) (?:the|all|these|its) (?:whole |full "
    r"|initial )?"
    r"(?:(?:two|three|four|five) (?:financial |contract )?years|term|initial term|life|period)\b|\bin all\b",
)
_NOT_ALL = pattern(r"\b(?:at least|at most|up to|each|every|per|average|if|would|more than|fewer)\b|%|£")
_NO_NAME = frozenset(("year", "number", "total", "day"))
_FEWEST, _NEAR, _LEAST = 2, Decimal("1.3"), 20


def rows_in_all(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers in all that the one row which a sentence names does not make."""
    rows = [
        (name - _NO_NAME, line, sheet)
        for sheet in sheets(instrument)
        for line, name in lines_with_names(sheet)
        if line.is_row and _is_of_years(line)
    ]
    for said in said_figures(instrument) if rows else ():
        text = said.sentence.text
        numbers = [one for one in said.figures if one.kind == "number" and worth(one) >= _LEAST]
        if len(numbers) != 1 or not _IN_ALL.search(text.lower()) or _NOT_ALL.search(text):
            continue
        names = content(text)
        meant = [
            line
            for name, line, _ in rows
            if len(name & names) >= _FEWEST and 2 * len(name & names) >= len(name)
        ]
        if len(meant) != 1:
            continue
        (line,) = meant
        parts = [abs(entry.cell.number) for entry in line.entries if entry.cell.number and entry.is_part]
        made, stated = sum(parts, Decimal(0)), worth(numbers[0])
        less, more = sorted((made, stated))
        if less and less != more and more <= less * _NEAR and stated not in parts:
            yield Counted(numbers[0].at, made)


def _is_of_years(line: Line) -> bool:
    """Tell whether the parts of a row are numbers of years of their own."""
    parts = [entry for entry in line.entries if entry.cell.number and entry.is_part]
    single = all(len([*years(entry.name)]) == 1 for entry in parts)
    whole = not any(entry.cell.decimals for entry in parts)
    return len(parts) >= _FEWEST and line.kind == "number" and single and whole
