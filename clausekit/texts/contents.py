"""Tables of contents: the list that repeats the headings, with the pages on which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.patterns import pattern
from clausekit.texts.openings import has_ended, label_of
from clausekit.texts.printed import Printed
from clausekit.texts.shapes import Paragraph, Shape

_TITLE = pattern(
    r"(?:table of )?contents(?: pages?)?"
    r"|(?:index|list|table) (?:of|to) (?:the )?(?:clauses|contents|schedules)"
    r"(?: and (?:schedules|appendices|annexes))?"
    r"|index|(?-i:CLAUSES?(?: AND SCHEDULES)?)",
    re.IGNORECASE,
)
_LEADER = pattern(r"(?:(?:\s?[.…·_]){4,}|\s?…{2,})\s*(?P<page>\d{1,3}|[ivxl]{1,6})?$")
_PAGE = pattern(r"\s{2,}\d{1,4}$|\t\d{1,4}$")
_TRAILING = pattern(r"\s\d{1,3}$")
_MADE = pattern(
    r"(?:this|the) (?:\w+ )?(?:agreement|deed|memorandum|contract|licence|protocol|arrangement|schedule)\b"
    r".{0,40}"
    r"\b(?:(?:is|was)? ?(?:made|dated|entered into)|(?:is|forms) (?:a )?part of|belongs to)\b|between:?$",
    re.IGNORECASE,
)
"""How an instrument begins, which no entry of its contents repeats."""
_FIRST = 4
_FURTHEST = 600
_WHOLE = 25
"""An entry of more letters may be cut, where the line ends."""
_LONGEST = 160


def contents_in(lines: Sequence[Printed]) -> set[int]:
    """Return the places of the lines of tables of contents, but for their titles."""
    found = {place for place, line in enumerate(lines) if _is_led_to_a_page(line.text)}
    found |= {place - 1 for place in found if place and _is_number_alone(lines[place - 1].text)}
    for place, line in enumerate(lines):
        if place not in found and _TITLE.fullmatch(line.text.rstrip(":")):
            start = place + 1 + (place + 1 < len(lines) and not any(map(str.isalnum, lines[place + 1].text)))
            found.update(range(start, _end(lines, start)))
    return found


def mark_contents(shapes: Sequence[Shape]) -> None:
    """Mark the paragraphs below the title of a table of contents, up to the first heading that it lists."""
    for at, shape in enumerate(shapes):
        if not (isinstance(shape, Paragraph) and _TITLE.fullmatch(shape.text.strip().rstrip(":"))):
            continue
        first = {_key(one.text) for one in shapes[at + 1 : at + 1 + _FIRST] if isinstance(one, Paragraph)}
        for end, one in enumerate(shapes[at + 2 :], at + 2):
            if isinstance(one, Paragraph) and one.rank and _key(one.text) in first:
                for entry in shapes[at + 1 : end]:
                    if isinstance(entry, Paragraph):
                        entry.contents = True
                break


def without_page(text: str) -> str:
    """Return a line of a table of contents without dots and the number of a page."""
    return _PAGE.sub("", _LEADER.sub("", text[:_LONGEST])).rstrip()


def _is_number_alone(text: str) -> bool:
    label = label_of(text)
    return label is not None and label.alone


def _is_led_to_a_page(text: str) -> bool:
    found = _LEADER.search(text[-_LONGEST:])
    return found is not None and found["page"] is not None and any(map(str.isalpha, text[:_LONGEST]))


def _end(lines: Sequence[Printed], start: int) -> int:
    """Return where a table of contents ends: where one of its first entries comes again, as a heading.

    It ends before that where the instrument says that it is made. If neither comes, the lines go as far as
    each ends with the number of a page.
    """
    first = {key for line in lines[start : start + _FIRST] if (key := _key(line.text))}
    opening = _key(lines[start].text) if start < len(lines) else ""
    for at in range(start + 1, min(len(lines), start + _FURTHEST)):
        if len(lines[at].text) > _LONGEST or _reads_on(lines[at].text):
            break
        if _MADE.match(lines[at].text):
            return at
        key = _key(lines[at].text)
        runs_on = key.startswith(opening) and len(opening) > _WHOLE and key != opening
        if (key in first or runs_on) and (at >= start + _FIRST or key == _key(lines[start].text)):
            alone = label_of(lines[at - 1].text)
            return at - 1 if alone and alone.alone else at
    at = start
    while at < len(lines) and (_TRAILING.search(lines[at].text) or _is_led_to_a_page(lines[at].text)):
        at += 1
    return at


def _reads_on(text: str) -> bool:
    """Tell whether a line is of a sentence, as none is in a table of contents."""
    return has_ended(text) and not text.endswith(".") and len(text) > 60


def _key(text: str) -> str:
    """Return the words of an entry, without its number and page."""
    label = label_of(text)
    words = label.rest if label and label.typed else text
    return _TRAILING.sub("", without_page(words)).strip().casefold()
