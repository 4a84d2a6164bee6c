"""The history of its versions that an instrument tells: what its rows say is no state of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table
from clausekit.recognition.calendar import MONTHS

_TITLE = pattern(
    r"(?:the )?(?:(?:document|version|draft|revision|amendment|change|review|approval|issue|release) )+"
    r"(?:and (?:approval |review )?)?(?:history|control|log|records?|register|sheet|amendments|table|details)"
    r"(?: (?:and )?(?:history|control|log|records?|register|sheet|table|page|information))?[ :|]*",
    re.IGNORECASE,
)
_VERSION_HEAD = pattern(
    r"(?:(?:document|draft|old|new) )?(?:version|revision|issue|draft|edition|release|ver|rev|v)"
    r"\.?(?: ?(?:no|number|date|history|ref|#)s?\.?| /? ?(?:draft|status|issue|revision))?[.:]?",
    re.IGNORECASE,
)
_OTHER_HEAD = pattern(
    r"\b(?:dates?|dated|authors?|editors?|owner|name|by|changes?|amendments?|comments?|descriptions?|summary"
    r"|reasons?|details?|status|reviewers?|approv\w+|issued|sections?|notes?|revisions?|distribution)\b",
    re.IGNORECASE,
)
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?"
_VERSION = pattern(
    r"\b(?:(?:final |working )?draft|version|vers?|v|rev(?:ision)?|issue|edition)s?\.?"
    rf"(?: ?(?:no|number)\.?)? ?(?P<number>{_NUMBER})(?![\w.]?\d)",
    re.IGNORECASE,
)
_TOLD = pattern(r"(?<![\w.])\d{1,2}\.\d{1,2}(?!\.?\d)")
_ROW = pattern(
    rf"\W*(?:(?:(?:final |working )?draft|version|vers?|v|rev(?:ision)?|issue)s?\.? ?)?{_NUMBER}\b"
    rf"|.{{0,60}}\b(?:{'|'.join(MONTHS)}|{'|'.join(month[:3] for month in MONTHS)})\b"
    r"|.{0,60}\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\W*(?:version|date|author|draft|final|status|approved)\b",
    re.IGNORECASE,
)
"""What the rows of a history begin with or have: the number of a version, or a date."""
_LONGEST_TITLE, _LONGEST_ROW, _LONGEST_LEAD = 60, 400, 30
_FARTHEST, _MOST = 4, 60
"""So many passages at most lie between two rows, and so many in all are looked through."""
_FEWEST = 2
_ROW_APART = 2
"""Rows are next to each other, or what a row says of its version stands between."""


def versions_told(places: Sequence[Place]) -> frozenset[Passage]:
    """Return the passages that tell the history of the versions of a text: the cells of a table that has a
    column for them, what stands under a title such as "Version control", and rows of several versions."""
    return frozenset((*_in_tables(places), *_under_titles(places), *_in_rows(places)))


def _in_tables(places: Sequence[Place]) -> Iterator[Passage]:
    """Yield the cells of the tables with a head for versions and one for what was done, by whom or when."""
    heads: dict[Table, list[str]] = {}
    for place in places:
        if place.table is not None and place.row <= 1:
            heads.setdefault(place.table, []).append(place.passage.words.strip())
    tables = {table for table, each in heads.items() if _head_a_history(each)}
    yield from (place.passage for place in places if place.table in tables)


def _head_a_history(heads: Sequence[str]) -> bool:
    others = [head for head in heads if not _VERSION_HEAD.fullmatch(head)]
    return len(others) < len(heads) and any(
        _OTHER_HEAD.search(head) for head in others if len(head) <= _LONGEST_LEAD
    )


def _under_titles(places: Sequence[Place]) -> Iterator[Passage]:
    """Yield what stands under the title of a history, up to its last row.

    One version alone is that of the text.
    """
    for number, place in enumerate(places):
        words = place.passage.words.strip()
        if len(words) <= _LONGEST_TITLE and place.role != "contents" and _TITLE.fullmatch(words):
            rows = list(_rows_from(places[number + 1 : number + 1 + _MOST]))
            if len({told for row in rows for told in _TOLD.findall(row.text)}) >= _FEWEST:
                yield from (place.passage, *rows)


def _rows_from(places: Sequence[Place]) -> Iterator[Passage]:
    """Yield the passages at the beginning of some up to the last that is a row: a row that was parted into
    its cells has others between."""
    waiting: list[Passage] = []
    for place in places:
        words = place.passage.text.strip()
        if len(words) > _LONGEST_ROW or (place.role == "heading" and not _is_head_or_row(words)):
            return
        waiting.append(place.passage)
        if _ROW.match(words):
            yield from waiting
            waiting = []
        elif len(waiting) >= _FARTHEST:
            return


def _is_head_or_row(words: str) -> bool:
    """Tell whether a heading is the head of a column of the history, or begins a row of it."""
    if _VERSION.search(words) or _VERSION_HEAD.fullmatch(words):
        return True
    return len(words) <= _LONGEST_LEAD and _OTHER_HEAD.search(words) is not None


def _in_rows(places: Sequence[Place]) -> Iterator[Passage]:
    """Yield the rows of several versions where no title or table tells what they are: each begins with the
    number of another version, or they were run together."""
    found: Mapping[int, frozenset[str]] = {
        place.order: numbers
        for place in places
        if place.role not in ("contents", "margin") and len(place.passage.text) <= _LONGEST_ROW
        if (numbers := _begins_with_versions(place.passage.text))
    }
    for place in places:
        near = (found.get(place.order + step, frozenset()) for step in range(-_ROW_APART, _ROW_APART + 1))
        if place.order in found and len(frozenset().union(*near)) >= _FEWEST:
            yield place.passage


def _begins_with_versions(text: str) -> frozenset[str]:
    """Return the numbers of the versions of which a text tells that begins with one."""
    text = text.lstrip()
    return (
        frozenset(one["number"] for one in _VERSION.finditer(text)) if _VERSION.match(text) else frozenset()
    )
