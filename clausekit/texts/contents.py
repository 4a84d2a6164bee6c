"""Tables of contents: the list that repeats the headings, with the pages on which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
_PARTY = pattern(r"\(1\)\s+[A-Z]")
_LEADS_TO_PARTIES = pattern(r"(?:the )?(?:parties|between)(?: to this agreement)?:?", re.IGNORECASE)
_SAYS = pattern(r"[a-z,]\s(?:shall|must|will|may|is|are|has|have|was|were)\s|\b[a-z]+\s[a-z]+\.$")
"""What a sentence says, and no title."""
_DASH_TO_PAGE = pattern(r"\s[-–—]\s(?P<page>\d{1,3})$")
_IN_ONE_LINE = pattern(
    r"(?P<entry>(?:(?P<number>\d{1,2})\.?\s|(?i:(?:the \w+ )?(?:schedule|annexe?|appendix))\b)[^\d]{2,80}?"
    r"(?<=[A-Za-z)])\s(?P<page>\d{1,3}))(?:\s+|$)"
)
_TOP = 60
"""Contents without a title begin among so many lines."""
_NEAR = 12
"""So near to the heading with which it begins again stands the first sentence of the body."""
_A_SENTENCE = 5
_FEWEST = 3
_FIRST = 4
_FURTHEST = 600
_WHOLE = 25
"""An entry of more letters may be cut, where the line ends."""
_LONGEST = 160


def with_entries_apart(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines; contents that run on in one, "1 TERM 4 2 AUDIT 5 3 NOTICES 7", in a line for each."""
    return [one for line in lines for one in _entries_apart(line)]


def _entries_apart(line: Printed) -> Iterator[Printed]:
    entries = list(_IN_ONE_LINE.finditer(line.text)) if line.text[-1:].isdecimal() else []
    numbers = [int(one["number"]) for one in entries if one["number"]]
    pages = [int(one["page"]) for one in entries]
    whole = bool(entries) and sum(len(one[0]) for one in entries) == len(line.text)
    if not whole or len(numbers) < _FEWEST or not (_count(numbers) and pages == sorted(pages)):
        yield line
        return
    for place, one in enumerate(entries):
        words = one["entry"][: -len(one["page"])].rstrip()
        yield replace(line, text=f"{words} ..... {one['page']}", gap=line.gap and not place)


def _count(numbers: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


def contents_in(lines: Sequence[Printed]) -> set[int]:
    """Return the places of the lines of tables of contents, but for their titles."""
    found = _led_by_dashes(lines) | {
        place for place, line in enumerate(lines) if _is_led_to_a_page(line.text)
    }
    found |= {place - 1 for place in found if place and _is_number_alone(lines[place - 1].text)}
    for place, line in enumerate(lines):
        if place not in found and _TITLE.fullmatch(line.text.rstrip(":")):
            start = place + 1 + (place + 1 < len(lines) and not any(map(str.isalnum, lines[place + 1].text)))
            found.update(range(start, _end(lines, start)))
    return found or _untitled(lines)


def _led_by_dashes(lines: Sequence[Printed]) -> set[int]:
    """Return the places of lines that end with pages, "GENERAL - 17", which count up over several of them."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for place, line in enumerate((*lines, None)):
        led = _DASH_TO_PAGE.search(line.text) if line and line.text[-1].isdecimal() else None
        if led and (not run or run[-1][1] <= int(led["page"])):
            run.append((place, int(led["page"])))
            continue
        if len(run) > _FEWEST and run[0][1] < run[-1][1]:
            found.update(at for at, _ in run)
        run = []
    return found


def _untitled(lines: Sequence[Printed]) -> set[int]:
    """Return the places of contents at the top that no title tells, but that the body begins as they do."""
    for start, line in enumerate(lines[:_TOP]):
        opening = _words_at(lines, start) if _number(line) == 1 else ""
        if not opening:
            continue
        for end in range(start + 1, min(len(lines), start + _FURTHEST)):
            if _says(lines[end].text):
                break
            if end - start >= _FEWEST and _words_at(lines, end) == opening and _begins_body(lines, end):
                return set(range(start, end))
    return set()


def _words_at(lines: Sequence[Printed], place: int) -> str:
    """Return the words of an entry, which may stand below its number; a figure beside another has none."""
    return _key(lines[place].text) or "".join(_key(line.text) for line in lines[place + 1 : place + 2])


def _number(line: Printed) -> int | None:
    """Return the whole number with which a line begins, or that it is."""
    label = label_of(line.text)
    if label is None or label.typed is None or len(label.typed.path) != 1 or label.typed.items:
        return None
    return label.typed.path[0]


def _begins_body(lines: Sequence[Printed], place: int) -> bool:
    """Tell whether at a place the clauses begin: a heading has the number 1, before the 2 is a sentence."""
    if _number(lines[place]) != 1:
        return False
    if _is_number_alone(lines[place].text) and (
        place + 1 == len(lines) or _MADE.match(lines[place + 1].text)
    ):
        return False  # it is that of the page
    for line in lines[place + 1 : place + _NEAR]:
        if _number(line) == 2 and not _says(line.text):
            return False
        if _says(line.text) or (has_ended(line.text) and line.text.count(" ") >= _A_SENTENCE):
            return True
    return False


def _says(text: str) -> bool:
    """Tell whether a line is of a sentence."""
    return (
        len(text) > _LONGEST
        or _reads_on(text)
        or (_SAYS.search(text) is not None and not _LEADER.search(text))
    )


def with_pages(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines of contents; pages alone below their entries, or after dashes, with a tab."""
    below = [
        place
        for place in range(1, len(lines))
        if lines[place].text.isdecimal() and _is_entry(lines[place - 1].text)
    ]
    pages = [int(lines[place].text) for place in below]
    if len(below) < _FEWEST or pages != sorted(pages):
        below = []
    dashed = _led_by_dashes(lines)
    found: list[Printed] = []
    for place, line in enumerate(lines):
        if place in below:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\t{line.text}")
        else:
            words = _DASH_TO_PAGE.sub(r"\t\g<page>", line.text) if place in dashed else line.text
            found.append(replace(line, text=words))
    return found


def _is_entry(text: str) -> bool:
    """Tell whether a line has the number of a clause or schedule, and its title."""
    label = label_of(text)
    return label is not None and not label.alone


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

    It ends before that where the instrument says that it is made, where its parties stand, or where the
    clauses begin. If none of them comes, it goes as far as the lines have numbers and titles of which the
    first comes again later, or else as far as each ends with the number of a page.
    """
    first = _first_keys(lines[start : start + _FIRST])
    opening = _key(lines[start].text) if start < len(lines) else ""
    counted = start < len(lines) and any(_number(line) == 1 for line in lines[start : start + _FIRST])
    for at in range(start + 1, min(len(lines), start + _FURTHEST)):
        if _MADE.match(lines[at].text):
            return at
        if _PARTY.match(lines[at].text) and at >= start + _FEWEST:
            return at - 1 if _is_heading_of_parties(lines[at - 2], lines[at - 1]) else at
        if len(lines[at].text) > _LONGEST or _reads_on(lines[at].text):
            break
        key = _key(lines[at].text)
        runs_on = key.startswith(opening) and len(opening) > _WHOLE and key != opening
        if (key in first or runs_on) and (at >= start + _FIRST or key == _key(lines[start].text)):
            is_detached = _is_number_alone(lines[at - 1].text) and label_of(lines[at].text) is None
            return at - 1 if is_detached else at
        if counted and at > start + 1 and _begins_body(lines, at):
            return at
    entries = _entries_on_end(lines, start)
    if entries:
        return entries
    at = start
    while at < len(lines) and (_TRAILING.search(lines[at].text) or _is_led_to_a_page(lines[at].text)):
        at += 1
    return at


def _entries_on_end(lines: Sequence[Printed], start: int) -> int | None:
    """Return where several lines with a number and a title end, if the first of them comes again as one."""
    at = start
    while at < len(lines) and _is_entry(lines[at].text) and not _says(lines[at].text):
        at += 1
    if at - start <= _FIRST:
        return None
    opening = _key(lines[start].text)
    again = (line for line in lines[at : start + _FURTHEST] if _is_entry(line.text))
    return at if any(_key(line.text) == opening for line in again) else None


def _is_heading_of_parties(before: Printed, line: Printed) -> bool:
    """Tell whether a line above the parties leads to them, and is no entry as the one before it is."""
    if _LEADS_TO_PARTIES.fullmatch(line.text):
        return True
    return _is_entry(before.text) and label_of(line.text) is None


def _first_keys(entries: Sequence[Printed]) -> set[str]:
    """Return the words of the first entries: if they have numbers, not those of a footer among them."""
    numbered = [line for line in entries if label_of(line.text)]
    keys = numbered if len(numbered) > 1 and numbered[0] is entries[0] else entries
    return {key for line in keys if (key := _key(line.text))}


def _reads_on(text: str) -> bool:
    """Tell whether a line is of a sentence, as none is in a table of contents."""
    return has_ended(text) and not text.endswith(".") and len(text) > 60


def _key(text: str) -> str:
    """Return the words of an entry, without its number and page."""
    label = label_of(text)
    words = label.rest if label and label.typed else text
    return _TRAILING.sub("", _DASH_TO_PAGE.sub("", without_page(words))).strip().casefold()
