"""How many more, or fewer, there will be of what a row of a table counts: "there will be 35 more schools"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.named_lines import lines_with_names
from clausekit.checks.rules.figures._tables.sheets import Line, sheets
from clausekit.patterns import pattern

_SO_MANY_MORE = pattern(
    rf"(?<![\w£.,-])(?P<count>{COUNT})[ ](?:more|fewer|additional|extra|further)[ ](?P<of>[a-z][\w’-]*"
    r"(?:[ ][a-z][\w’-]*){0,3})|\b(?:increase|rise|fall|reduction|drop)[ ]of[ ]"
    rf"(?P<by>{COUNT})(?![\w%]|[.,]\d|[ ]per[ ]cent)"
    r"(?:[ ](?P<things>[a-z][\w’-]*(?:[ ][a-z][\w’-]*){0,3}))?",
    re.IGNORECASE,
)
_IN_THE_TABLE = pattern(
    r"\b(?:thus|therefore|accordingly|so|over the|by the end|by 20\d\d|by (?:the )?31 March|in all|means that"
    r"|there will be|from 20\d\d)\b",
    re.IGNORECASE,
)
_NO_CHANGE = pattern(
    r"\b(?:at least|up to|at most|if|unless|may|days?|weeks?|months?|years?|hours?|clauses?|members?"
    r"|votes?)\b",
    re.IGNORECASE,
)
_SIGNS = (" more ", " fewer ", "additional", "extra", "further", " of ")
_FEWEST = 2
_NEAR = Decimal("1.5")


def differences_told(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of more or fewer things that are no difference of two figures of the row that counts
    these."""
    rows = [
        (name, line)
        for sheet in sheets(instrument)
        for line, name in lines_with_names(sheet)
        if line.is_row and _counts(line)
    ]
    for words, found in instrument.search(_SO_MANY_MORE, "text", "note", signs=_SIGNS) if rows else ():
        group = "count" if found["count"] else "by"
        count, things = count_of(found[group]), found["of"] or found["things"] or ""
        sentence = instrument.sentence_of(words)
        if not count or count < _FEWEST or not _IN_THE_TABLE.search(sentence.text):
            continue
        if _NO_CHANGE.search(things) or _NO_CHANGE.search(sentence.text):
            continue
        said, thing = content(sentence.text), content(things.split(" ")[0]) if things else frozenset[str]()
        meant = [row for name, row in rows if _is_meant(name, said, thing)]
        if len(meant) != 1:
            continue
        numbers = [entry.cell.number for entry in meant[0].entries if entry.cell.number and entry.is_part]
        made = {abs(one - other) for one, other in combinations(numbers, 2)}
        whole = abs(numbers[-1] - numbers[0])
        less, more = sorted((count, whole))
        if whole and count not in made and more <= less * _NEAR:
            yield Counted(words.part(*found.span(group)), whole)


def _counts(row: Line) -> bool:
    numbers = [entry.cell for entry in row.entries if entry.cell.number and entry.is_part]
    return len(numbers) >= _FEWEST and row.kind == "number" and not any(one.decimals for one in numbers)


def _is_meant(name: frozenset[str], said: frozenset[str], thing: frozenset[str]) -> bool:
    """Tell whether a sentence names a row: its things, or all of its name."""
    return bool(name) and ((bool(thing) and thing <= name) or name <= said)
