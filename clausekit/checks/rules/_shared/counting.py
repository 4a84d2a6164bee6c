"""Numbers as they are printed: what comes next, which of them are the numbers of clauses."""

from __future__ import annotations

import re

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.labels import Counting
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.calendar import MONTHS

_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_TYPED_HEADING = pattern(rf"(\d{{1,2}})[.)]?(?:\s+(?!(?:{'|'.join(MONTHS)})\b)[A-Z][^.;:]{{2,80}})?$")
_ROMAN_HEADING = pattern(r"(?:article|section|clause|rule)\s+(?P<roman>[IVXL]{1,6})\b", re.IGNORECASE)
"""A heading that counts in Roman numbers, whose sub-clauses do not: "Article IV. Disputes" before 4.1."""
_MOST = 50
_LONGEST_TITLE = 80
_LONGEST_QUOTATION = 30
_QUOTATION_ENDS = pattern(r"[”\"][.;,]?(?: and| or)?\s*$")
_LONGEST_END = 8
_CHILD = pattern(r"(\d{1,2})\.\d")


def step_text(counting: Counting, value: int) -> str:
    """Return what stands for a count: 3 is "3", "c", "C", "iii" or "III".

    >>> step_text("letter", 28), step_text("ROMAN", 14), step_text("decimal", 7)
    ('bb', 'XIV', '7')
    """
    if counting in ("letter", "LETTER"):
        turns, letter = divmod(value - 1, 26)
        text = chr(ord("a") + letter) * (turns + 1)
    elif counting in ("roman", "ROMAN"):
        text = _roman(value)
    else:
        text = str(value)
    return text.upper() if counting in ("LETTER", "ROMAN") else text


def words_of(passage: Passage) -> Words:
    """Return the words of a passage without its number; the number if it has no others: "Schedule 3"."""
    words = whole(passage)
    return words if words.text.strip() else Words(passage, 0, len(passage.text))


def own_number(passage: Passage, parent: str) -> str:
    """Return a passage's number without that of what it stands below."""
    return passage.number.removeprefix(parent)


def misread(instrument: Instrument) -> set[Passage]:
    """Return the passages that look like a clause for the number of a page before their own: "4 3.3"."""
    return {
        place.passage
        for place in instrument.places
        if place.passage.typed and place.passage.label.isdigit() and _is_other_clause(place.passage)
    }


def _is_other_clause(passage: Passage) -> bool:
    own = _CHILD.match(passage.words)
    return own is not None and own[1] != passage.label


def quoted(instrument: Instrument) -> set[Passage]:
    """Return the passages that are quoted, as a deed quotes the provisions that it inserts."""
    return {passage for group in instrument.once(quotations) for passage in group}


def quotations(instrument: Instrument) -> list[list[Passage]]:
    """Return the quotations of several passages, or of a whole one that is announced: "is inserted:"."""
    found: list[list[Passage]] = []
    group: list[Passage] = []
    open_marks = lines = 0
    announced = False
    for place in instrument.places:
        text = place.passage.text
        whole_one = announced and _QUOTATION_ENDS.search(text[-_LONGEST_END:]) is not None
        announced = text.rstrip().endswith(":")
        if not group and not place.passage.words.startswith(("“", '"')):
            continue
        group.append(place.passage)
        lines += place.role != "cell"
        open_marks += _opened_in(text, straight=group[0].words.startswith('"'), opened=open_marks > 0)
        if open_marks <= 0 or lines > _LONGEST_QUOTATION:
            if open_marks <= 0 and (len(group) > 1 or whole_one):
                found.append(group)
            group, open_marks, lines = [], 0, 0
    return found


def _opened_in(text: str, *, straight: bool, opened: bool) -> int:
    """Return how many more quotation marks a passage opens than it closes; straight ones go by turns."""
    if not straight:
        return text.count("“") - text.count("”")
    odd = text.count('"') % 2
    return -odd if opened else odd


def tops_of(instrument: Instrument) -> dict[Passage, str]:
    """Return the passages that begin clauses, with their numbers: "7 Funds", "7 The Partners" before "7.1".

    A list "1, 2, 3" inside a clause begins none. A heading whose typed number does not follow the one before
    is one too, if its first sub-clause says so.
    """
    found: dict[Passage, str] = {}
    passed_over = misread(instrument)
    waiting: tuple[Passage, str] | None = None
    for place in instrument.places:
        passage = place.passage
        if place.role not in ("text", "heading") or passage in passed_over:
            continue
        if waiting and waiting[0].text == waiting[1] and not passage.number and not _is_title(passage):
            waiting = None  # a number alone, as of a footnote
        if waiting and (child := _CHILD.match(passage.number)):
            if child[1] == waiting[1] and passage.division == waiting[0].division:
                found[waiting[0]] = waiting[1]
            waiting = None
        if passage.heading == 1:
            waiting = None
        elif passage.number.isdecimal():
            if passage.heading:
                found[passage], waiting = passage.number, None
            else:
                waiting = (passage, passage.number)
        elif not passage.number and (typed := _TYPED_HEADING.match(passage.text)):
            waiting = (passage, typed[1])
        elif not passage.number and (named := _ROMAN_HEADING.match(passage.text)):
            value = next((one for one in range(1, _MOST) if _roman(one) == named["roman"].lower()), 0)
            waiting = (passage, str(value))
    return dict(sorted(found.items(), key=lambda one: instrument.place_of[one[0]].order))


def _is_title(passage: Passage) -> bool:
    words = passage.words.strip()
    return words[:1].isupper() and len(words) <= _LONGEST_TITLE and words[-1] not in ".;:,"


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while value >= worth:
            text, value = text + letters, value - worth
    return text
