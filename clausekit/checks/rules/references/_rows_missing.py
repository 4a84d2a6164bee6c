"""Rows of tables and items of lists to which a sentence sends the reader, though they are not there.

"The holder of post P9", where the posts run from P1 to P6; "row 9 of Schedule 1", which has seven rows;
"item (k) below", in a schedule whose lists end with (h).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_CODE = pattern(r"(?P<letters>[A-Z]{1,4})[ -]?(?P<count>\d{1,2})\.?")
_NAMED = (
    r"posts?|measures?|indicators?|KPIs?|[Ss]chemes?|(?:[Dd]ata )?[Ff]lows?|items?|rows?|lines?|risks?|steps?"
    r"|metrics?|targets?|outcomes?|milestones?|activit(?:y|ies)|projects?|outputs?|lots?|actions?|services?"
    r"|objectives?|standards?|deliverables?|reports?|entr(?:y|ies)"
)
_JOIN = r"(?:,[ \u00a0\n](?:and[ \u00a0\n])?|[ \u00a0\n](?:and|or|to)[ \u00a0\n]|[–-])"
_CODES = pattern(
    rf"\b(?:(?i:{_NAMED})[ \u00a0\n](?=[A-Z])|(?=[A-Z]{{2}}))"
    rf"(?P<codes>[A-Z]{{1,4}}\d{{1,2}}(?:{_JOIN}[A-Z]{{1,4}}\d{{1,2}}){{0,8}})(?![\w.]\w|\w)"
)
"""Codes after what they are of, "measure B5"; those of two letters tell that themselves, "SL5"."""
_EACH = pattern(r"[A-Z]{1,4}\d{1,2}")
_ROW = pattern(
    r"\b(?P<row>(?:[Rr]ow|[Ll]ine|[Ii]tem|[Ss]tep|[Ee]ntry)[ \u00a0\n](?P<count>\d{1,2}))"
    r"[ \u00a0\n](?:of|in)[ \u00a0\n](?:the table[ \u00a0\n](?:of|in|at)[ \u00a0\n])?(?:the[ \u00a0\n])?$"
)
_ITEM = pattern(r"\b[Ii]tem[ \u00a0\n]\((?P<letter>[a-z])\)(?=[ \u00a0\n](?:below|above|of this)\b)")
_COUNTS_ROWS = pattern(r"(?:row|line|item|step|entry|no|ref|number|reference|id|#)?s?\.?", re.IGNORECASE)
_LETTERED = pattern(r"\([a-z]\)$")
_FEWEST, _FAR = 3, 20
_LONGEST = 80


def rows_missing(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words that name a row or an item which is not there, with what there is instead."""
    rows = instrument.once(_Rows)
    yield from rows.codes_missing()
    yield from rows.counts_missing()
    yield from rows.items_missing()


class _Rows:
    """The codes and the numbers with which rows of tables begin."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument

    def codes_missing(self) -> Iterator[tuple[Words, str]]:
        """Yield the codes beyond the last of a column of codes: "P9" where it has P1 to P6."""
        if not self._last_codes:
            return
        for words, match in self._instrument.search(_CODES):
            for each in _EACH.finditer(match.string, *match.span("codes")):
                code = _CODE.fullmatch(each[0])
                last = self._last_codes.get(code["letters"], 0) if code else 0
                if code and 0 < last < int(code["count"]) <= last + _FAR and each[0] not in self._begun:
                    there = f"{code['letters']}1 to {code['letters']}{last}"
                    yield Words(words.passage, *each.span()), f"there are only {there}"

    @cached_property
    def _last_codes(self) -> Mapping[str, int]:
        """The last count of each column of codes that count from 1 without a gap, by its letters."""
        counts: dict[str, set[int]] = defaultdict(set)
        for grid in self._instrument.grids:
            for row in grid.rows:
                code = _CODE.fullmatch(row[0].text.strip()) if row and row[0] else None
                if code:
                    counts[code["letters"]].add(int(code["count"]))
        return {
            letters: len(each)
            for letters, each in counts.items()
            if len(each) >= _FEWEST and each == set(range(1, len(each) + 1))
        }

    @cached_property
    def _begun(self) -> Set[str]:
        """The codes with which passages begin, or that are their numbers."""
        begun = (_EACH.match(place.passage.words.strip()) for place in self._instrument.places)
        numbers = {place.passage.number for place in self._instrument.places}
        return numbers | {one[0] for one in begun if one}

    def counts_missing(self) -> Iterator[tuple[Words, str]]:
        """Yield the rows that a table, or the only table of a schedule, does not have by their number."""
        for reference in own_references(self._instrument):
            if reference.target is None or reference.kind in ("clause", "section"):
                continue
            named = _ROW.search(reference.phrase.shortly_before(_LONGEST))
            if named is None:
                continue
            last = self._last_row(reference)
            if last and last < int(named["count"]) <= last + _FAR:
                before = reference.phrase.start - len(named[0])
                words = Words(reference.at.passage, before, before + len(named["row"]))
                yield words, f"the last is {last}"

    def _last_row(self, reference: Reference) -> int:
        """Return how many rows the only table that a reference can mean counts; 0 if that is not known."""
        grids = [one for one in self._instrument.grids if one.place and self._is_in(one, reference.target)]
        counted = [_count(grid) for grid in grids]
        return counted[0] if len(counted) == 1 else 0

    def _is_in(self, grid: Grid, target: Passage | None) -> bool:
        if target is None or grid.place is None:
            return False
        if target.heading == 1:
            return f"{grid.place.passage.division} ".startswith(f"{target.division} ")
        return grid.caption is target

    def items_missing(self) -> Iterator[tuple[Words, str]]:
        """Yield the items of a list "below" that no list of the schedule, or of the body, has."""
        for words, match in self._instrument.search(_ITEM, signs=("item (",)):
            division = words.passage.division
            letters = {
                place.passage.number[-2]
                for place in self._instrument.places
                if place.passage.division == division and _LETTERED.search(place.passage.number)
            }
            run = {chr(ord("a") + count) for count in range(len(letters))}
            if len(letters) >= _FEWEST and letters == run and match["letter"] > max(letters):
                yield words, f"the items end with ({max(letters)})"


def _count(grid: Grid) -> int:
    """Return the last number of a first column that counts its rows from 1; 0 if it does not."""
    if not grid.heads or not _COUNTS_ROWS.fullmatch(grid.heads[0].strip()):
        return 0
    firsts = [row[0].text.strip().rstrip(".") for row in grid.rows[grid.header_rows :] if row and row[0]]
    counts = [int(one) for one in firsts if one.isdecimal()]
    return counts[-1] if len(counts) >= _FEWEST and counts == list(range(1, len(counts) + 1)) else 0
