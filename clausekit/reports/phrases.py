"""The words of the reports: places, causes, numbers of things, and quotations, in plain English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from clausekit.reading import NOTE_MARK, OBJECT_MARK, PARAGRAPH_MARK

if TYPE_CHECKING:
    from clausekit.comparison.edits import Cause, Edit, FigureKind, Layer, Place

LAYERS: dict[Layer, str] = {
    "clause": "Clauses and schedules added, removed or swapped",
    "order": "Text that moved",
    "wording": "Wording",
    "parameter": "Values of parameters",
    "definition": "Definitions",
    "table": "Tables",
    "formatting": "Formatting only",
    "hand": "Edits by hand that no source explains",
    "following": "Numbers and references that follow",
}
"""What each layer is called, in the order in which reports count them."""

SHORT_LAYERS: dict[Layer, str] = {
    "clause": "clause",
    "order": "moved",
    "wording": "wording",
    "parameter": "parameter",
    "definition": "definition",
    "table": "table",
    "formatting": "formatting",
    "hand": "by hand",
    "following": "follows",
}

FIGURES: dict[FigureKind, str] = {
    "money": "Money",
    "percentage": "Percentage",
    "period": "Period",
    "date": "Date",
}

_SHOWN = {
    NOTE_MARK: "[note]",
    OBJECT_MARK: "[picture]",
    "\u2028": "\n",
    "\x85": "\n",
    "\r": "\n",
    "\x0b": "\n",
    PARAGRAPH_MARK: "¶\n",
}
_SHOWN |= dict.fromkeys("\u200e\u200f\ufeff", "")
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\uf8ff\ufeff\ufff9-\uffff]"
)
_FIGURE = re.compile(r"(£?)(\d[\d,]*(?:\.\d+)?)( million|m|k)?(\s?%|\s?per cent)?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SHARED_END = 3
_LONGEST_FIGURE = 30
_BLANK = "[●]"
"""What a draft prints where a value is still to be given."""


def clean(text: str) -> str:
    """Return the text with what steers a screen or turns the direction of writing made harmless."""
    return _UNSHOWN.sub(lambda found: _SHOWN.get(found[0], "\ufffd"), text)


def one_line(text: str) -> str:
    """Return the text, made harmless, in one line."""
    return " ".join(clean(text).split())


def quoted(text: str, longest: int = 160) -> str:
    """Return the words in quotation marks, their middle left out if they are long."""
    line = one_line(text)
    if len(line) > longest:
        head = line[: longest * 2 // 3].rsplit(" ", 1)[0]
        tail = line[-(longest // 3) :].split(" ", 1)[-1]
        line = f"{head} … {tail}"
    return f"“{line}”"


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number of things.

    >>> counted(1, "change"), counted(1200, "change")
    ('1 change', '1,200 changes')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def numbers(ids: Sequence[int]) -> str:
    """Return numbers of edits, those in a row drawn together.

    >>> numbers([4, 5, 6, 9])
    '4 to 6 and 9'
    """
    runs: list[list[int]] = []
    for one in sorted(ids):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    pieces: list[str] = []
    for run in runs:
        pieces += [f"{run[0]} to {run[-1]}"] if len(run) >= _SHARED_END else map(str, run)
    return listed(pieces)


def sentence(text: str) -> str:
    """Return the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def stopped(text: str) -> str:
    """Return the text with a full stop at its end, unless the words that it quotes there end in one."""
    return text if text.endswith((".”", "?”", "!”")) else f"{text}."


# places


def number_of(place: Place) -> str:
    """Return the number of a place as it is called in a sentence.

    >>> number_of(Place("7.3(b)")), number_of(Place("Schedule 2 Part 1, 3.1"))
    ('clause 7.3(b)', 'paragraph 3.1 of Schedule 2 Part 1')
    """
    number = one_line(place.number)
    division, comma, inner = number.rpartition(", ")
    if comma:
        return f"paragraph {inner} of {division}"
    if number[:1].isdigit():
        return f"clause {number}"
    return f"paragraph {number}" if number.startswith("(") else number


def where(place: Place) -> str:
    """Return the whole name of a place: its number, the heading around it, its cell, its part."""
    heading = one_line(place.heading)
    number = number_of(place)
    named = f"{number} ({heading})" if number and heading else number or (f"“{heading}”" if heading else "")
    pieces = (named, one_line(place.cell), one_line(place.part))
    return ", ".join(piece for piece in pieces if piece) or "the text before the first heading"


def places(found: Sequence[Place], most: int = 12) -> str:
    """Return the short names of places, each once; after the first ``most`` only how many more there are."""
    names = list(dict.fromkeys(_short(place) for place in found))
    clauses = [name.removeprefix("clause ") for name in names[:most] if name.startswith("clause ")]
    others = [name for name in names[:most] if not name.startswith("clause ")]
    more = [counted(len(names) - most, "other place")] if len(names) > most else []
    if others or more:
        together = [f"clause{'s' if len(clauses) > 1 else ''} {listed(clauses)}"] if clauses else []
        return listed([*together, *others, *more])
    return f"clause{'s' if len(clauses) > 1 else ''} {listed(clauses)}" if clauses else ""


def _short(place: Place) -> str:
    return number_of(place) or where(place)


# causes


def because(cause: Cause) -> str:
    """Return why, to be put after a sentence: ", because the parameter x changed", "" if nothing is known."""
    name = one_line(cause.name)
    match cause.kind:
        case "parameter":
            return f", because the parameter {name} changed"
        case "library":
            return f", as {name} has it in version {one_line(cause.new)}" if cause.new else f", as in {name}"
        case "template":
            return f", because the template {name} changed" if name else ", because the template changed"
        case "tracked" | "silent" | "following" | "unknown":
            return ""
        case _:
            assert_never(cause.kind)


def cause(cause: Cause) -> str:
    """Return what an edit came from, as a remark beside it; "" if nothing is known."""
    name, old, new = one_line(cause.name), _spoken(cause.old), _spoken(cause.new)
    turn = f"{old} to {new}" if old and new else new or old
    match cause.kind:
        case "parameter":
            return f"parameter {name}" + (f", {turn}" if turn else "")
        case "library":
            note = f": {quoted(cause.note)}" if cause.note else ""
            kind = f" ({one_line(cause.change)}{note})" if cause.change else note
            return f"{name} {turn}".rstrip() + kind
        case "template":
            return f"template {name} {turn}".rstrip()
        case "tracked":
            dated = f" on {one_line(cause.date[:10])}" if cause.date else ""
            note = f": {quoted(cause.note)}" if cause.note else ""
            return f"tracked by {name or 'an unnamed author'}{dated}{note}"
        case "silent":
            return "made without tracking"
        case "following":
            return f"follows from {name}" if name else ""
        case "unknown":
            return ""
        case _:
            assert_never(cause.kind)


def explained(edit: Edit) -> str:
    """Return layer and cause of an edit, as a remark beside it.

    What others tracked is not marked in the text beside it; so the remark says what it does.
    """
    layer = "" if edit.layer == edit.cause.kind else SHORT_LAYERS[edit.layer]
    if edit.cause.kind == "tracked":
        layer = f"{layer}: {_done(edit)}"
    return "; ".join(piece for piece in (layer, cause(edit.cause)) if piece)


def _done(edit: Edit) -> str:
    match edit.kind:
        case "moved":
            there = f" to {one_line(edit.new.number)}" if edit.new and edit.new.number else ""
            return f"{quoted(edit.removed or edit.added)} moved{there}"
        case "formatted":
            return f"the formatting of {quoted(edit.added or edit.removed)} changed"
        case _:
            return became(edit.removed, edit.added)


# what became of words


def became(removed: str, added: str) -> str:
    """Return what became of some words, as the end of a sentence.

    >>> became("45%", "50%"), became("may", "shall"), became("", "not")
    ('45% rises to 50%', '“may” becomes “shall”', 'the word “not” was added')
    """
    if not removed or not added:
        words = removed or added
        done = "added" if added else "removed"
        if words == PARAGRAPH_MARK:
            return f"a paragraph break was {done}"
        if not words.strip():
            return (
                f"{'a space' if len(words) == 1 else 'spaces'} {'was' if len(words) == 1 else 'were'} {done}"
            )
        if not any(map(str.isalnum, words)):
            return f"{quoted(words)} was {done}"
        several = len(words.split()) > 1
        return f"the word{'s' if several else ''} {quoted(words)} {'were' if several else 'was'} {done}"
    if not removed.strip() and not added.strip():
        return "the space between two words changed"
    if removed.strip() == _BLANK:
        return f"the blank was filled in with {value(added)}"
    if added.strip() == _BLANK:
        return f"{value(removed)} was made a blank"
    old, new = _amount(removed), _amount(added)
    if old and new and old[1] == new[1] and old[0] != new[0]:
        return f"{one_line(removed)} {'rises' if new[0] > old[0] else 'falls'} to {one_line(added)}"
    if _is_figure(removed) and _is_figure(added):
        return f"{one_line(removed)} becomes {one_line(added)}"
    return f"{quoted(removed)} becomes {quoted(added)}"


def value(text: str) -> str:
    """Return a value as it stands in a sentence: figures bare, words in quotation marks."""
    text = _spoken(text)
    if not text.strip():
        return "nothing"
    if text.strip() == _BLANK:
        return "a blank"
    bare = _is_figure(text) or text in ("true", "false", "yes", "no")
    return one_line(text) if bare else quoted(text, 80)


def _spoken(text: str) -> str:
    """Return a bare value in one line, a date as it is written in an agreement."""
    found = _DATE.fullmatch(text)
    month = int(found[2]) if found else 0
    return (
        f"{int(found[3])} {_MONTHS[month - 1]} {found[1]}" if found and 1 <= month <= 12 else one_line(text)
    )


def _is_figure(text: str) -> bool:
    return text.strip()[:1] in "£0123456789" and len(text) <= _LONGEST_FIGURE and bool(text.strip())


def _amount(text: str) -> tuple[Decimal, tuple[str, str, str]] | None:
    """Return the number and the unit of a sum of money or a percentage that stands alone."""
    found = _FIGURE.fullmatch(text.strip())
    if not found or not (found[1] or found[4]):
        return None
    percent = "%" if found[4] else ""
    return Decimal(found[2].replace(",", "")), (found[1], found[3] or "", percent)
