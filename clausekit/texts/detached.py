"""Numbers that stand alone on their lines, put before their words again.

Extraction from a PDF prints the number of a clause as a line, its words as the next: "7.", "Pooled Funds".
Where numbers stand in columns, several come together, and their words after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausekit.patterns import pattern
from clausekit.recognition.typed_numbers import TypedNumber
from clausekit.texts.counts import Counts, carries_on
from clausekit.texts.openings import Label, goes_on, has_ended, label_of, refers_on
from clausekit.texts.printed import BULLET, Printed

_LONGEST_TITLE = 120
_FIGURE = pattern(r"[-(]?(?:£[\d,.]+|\d{1,3}(?:,\d{3})+|\d[\d.]*%)\)?")
"""A figure that is no number of a clause: that before it stands in another cell of the same row."""
_CONTENTS = pattern(r"(?:table of )?contents:?", re.IGNORECASE)
"""A title before which a number is that of the page."""
_PARTY = pattern(r"\(\d\)")
_NO_TITLE = pattern(
    r"(?:dated?|version|draft)\b.{0,20}\d|\(\d\)\s"
    r"|this (?:agreement|deed|memorandum|contract)\b.{0,20}\b(?:made|dated)\b",
    re.IGNORECASE,
)
"""What stands on a cover, and is no title of the schedule above it."""
_BEFORE_PARTIES = pattern(r"\b(?:parties|between|and|dated?)\b|\d", re.IGNORECASE)
_AND = pattern(r"-? ?and ?-?", re.IGNORECASE)
_COVER = 40
"""So many lines has a cover at most."""
_FEW = 4
_FURTHEST = 100
"""A number that has waited for its words over more lines has none."""


def with_their_words(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines; a number that stands alone goes before the words that follow, after it a tab."""
    alone = _alone(lines)
    if not alone:
        return list(lines)
    found: list[Printed] = []
    waiting: list[Printed] = []
    place = 0
    while place < len(lines):
        run = place
        while run in alone:
            run += 1
        end = next((at for at in range(run, len(lines)) if at in alone), len(lines))
        following = lines[end] if end < len(lines) else None
        while waiting and lines[place].line - waiting[0].line > _FURTHEST:
            found.append(waiting.pop(0))
        found += _paired(lines[place:run], lines[run:end], following, waiting)
        place = end
    return found + waiting


def _paired(
    numbers: Sequence[Printed], words: Sequence[Printed], following: Printed | None, waiting: list[Printed]
) -> list[Printed]:
    """Return the words that follow numbers, each with its number; numbers too many wait for theirs.

    ``following`` is the number after the words, which tells to which of several numbers they belong.
    """
    pieces = [at for at in range(len(words)) if (numbers and at == 0) or _is_piece(words, at, len(numbers))]
    owed = list(numbers)
    if len(pieces) < len(numbers):
        owed = [_owner(numbers, words[pieces[0]], following)] if pieces else []
        waiting += [number for number in numbers if number not in owed]
    found = list(words)
    for at in pieces:
        if not owed:
            if not waiting:
                break
            owed.append(waiting.pop(0))
        number = owed.pop(0)
        found[at] = replace(
            words[at],
            text=f"{number.text}\t{words[at].text}",
            line=number.line,
            indent=number.indent,
            gap=True,
        )
    return found


def _is_piece(words: Sequence[Printed], at: int, wanting: int) -> bool:
    """Tell whether a line may begin words that a number belongs to; so many are ``wanting`` theirs."""
    line = words[at]
    if wanting > 1 and 0 < at < max(_FEW, wanting) and not line.gap:
        return _is_title(line) and _is_title(words[at - 1]) and not goes_on(words[at - 1].text)
    if not line.gap or label_of(line.text) is not None:
        return False
    return at == 0 or has_ended(words[at - 1].text) or _is_title(words[at - 1])


def _owner(numbers: Sequence[Printed], words: Printed, following: Printed | None) -> Printed:
    """Return the number to which words belong: the one that the number after them carries on."""
    title = _is_title(words)
    labels = [(number, label_of(number.text)) for number in numbers]
    after = label_of(following.text) if following is not None else None
    for number, label in labels:
        if label and after and _carries_on(label, after):
            return number
    fitting = [number for number, label in labels if title or (label and not label.is_division)]
    return fitting[-1] if fitting else numbers[-1]


def _carries_on(before: Label, after: Label) -> bool:
    if before.typed is None or after.typed is None:
        return before.text == after.text == BULLET
    return carries_on(before.typed, after.typed)


def _is_title(line: Printed) -> bool:
    label = label_of(line.text)
    return (
        line.text[0].isupper()
        and len(line.text) <= _LONGEST_TITLE
        and not has_ended(line.text)
        and not (label is not None and label.is_division and label.rest)
    )


def _alone(lines: Sequence[Printed]) -> set[int]:
    """Return the places of the lines that are numbers and nothing else."""
    counts = Counts()
    found: set[int] = set()
    below = _below_names(lines)
    for place, line in enumerate(lines):
        label = label_of(line.text)
        if label is None or place in below:
            continue
        if label.rest[:1].islower() and label.typed is not None and label.typed.bare:
            continue
        before = lines[place - 1] if place else None
        following = lines[place + 1] if place + 1 < len(lines) else None
        if (
            label.alone
            and not (place - 1 in found and label.is_division)
            and not _is_number(label, line, before, following, counts)
            and not _leads_to_first_part(label, lines[place + 1 : place + _FEW])
        ):
            continue
        if label.alone:
            found.add(place)
        elif before is not None and not line.gap and _asks_for(before, label):
            continue  # "under Clause", "14 (Disputes)"; "are in", "Annex 6. They meet"
        counts.see_label(label.typed, is_division=label.is_division)
    return found


def _leads_to_first_part(label: Label, lines: Sequence[Printed]) -> bool:
    """Tell whether a title and the number of the first part of a clause follow its number: "3", "3.1"."""
    number = label.typed
    if number is None or not (number.path and number.bare) or len(lines) < _FEW - 1:
        return False
    return _is_title(lines[0]) and any(line.text == f"{number.path[0]}.1" for line in lines[1:])


def _below_names(lines: Sequence[Printed]) -> set[int]:
    """Return the places of the numbers of the parties on a cover, if each stands below the name it is of."""
    numbers = [place for place, line in enumerate(lines[:_COVER]) if _PARTY.fullmatch(line.text)]
    if not numbers or lines[numbers[0]].text != "(1)" or not 0 < numbers[0] < len(lines) - 1:
        return set()
    name, after = (lines[numbers[0] + step].text for step in (-1, 1))
    near = not lines[numbers[0]].gap or _AND.fullmatch(after) is not None
    is_below = name.isupper() and not _BEFORE_PARTIES.search(name) and near
    return set(numbers) if is_below and all(lines[place + 1].gap for place in numbers[:-1]) else set()


def _is_quantity(number: TypedNumber, following: Printed, counts: Counts) -> bool:
    """Tell whether a number is a quantity or a provision in a table, "1.5" or "6(1)(e)": it fits nowhere.

    "1.0" numbers a heading in capitals at most.
    """
    if number.items:
        return not counts.is_open(number)
    if len(number.path) != 2:
        return False
    return not following.text.isupper() if number.path[1] == 0 else not counts.is_near(number)


def _asks_for(before: Printed, label: Label) -> bool:
    """Tell whether a line asks for the number that follows: "under clause", "the plan in clause 7 and"."""
    return refers_on(before.text) or (label.is_division and goes_on(before.text))


def _is_number(
    label: Label, line: Printed, before: Printed | None, following: Printed | None, counts: Counts
) -> bool:
    if following is None or (before is not None and not line.gap and _asks_for(before, label)):
        return False
    if label.typed is None:
        return not label.is_division or (_is_title(following) and not _NO_TITLE.match(following.text))
    if _CONTENTS.fullmatch(following.text) or _is_quantity(label.typed, following, counts):
        return False
    if following.text[0] in ",;)" or _FIGURE.fullmatch(following.text):
        return False
    if before is not None and not line.gap and not has_ended(before.text) and not _is_title(before):
        return counts.follows(label.typed)
    return not label.typed.bare or counts.follows(label.typed)
