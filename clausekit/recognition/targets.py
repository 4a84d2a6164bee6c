"""What a reference points to: passages by number and by bookmark, divisions by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import UNITS
from clausekit.recognition.references import CALLED_OTHERWISE, PROVISIONS, ReferenceKind
from clausekit.recognition.sequence import full_number

_DIVISIONS = ("schedule", "annex", "appendix", "part")
_COUNTS = {word: str(value) for value, word in enumerate(UNITS[1:11], start=1)}
_LAST_STEP = pattern(r"(?:\.?[^.()]+|\([^()]*\))$")
_IN_BRACKETS = pattern(r"^(\d+)\((\d+)\)")
"""The number of a subclause as one writes that of a statute: "18(1)" for 18.1."""
_CODE = pattern(r"[a-z]\d{1,2}(?:\.\d{1,2})*(?:\([a-z]{1,4}\))*")
_RECITAL = pattern(r"\(?\d{1,2}\)?\(([A-Z])\)")
_CAPTION = pattern(r"table[ \u00a0]([\w-]+)\b", re.IGNORECASE)
_NAMED = {"annexe": "annex", "attachment": "appendix"}


class Targets:
    """What there is to refer to among some passages, those of the contents left out; the first of a name
    counts, and a heading before an item of a list."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)

    @cached_property
    def _bookmarks(self) -> dict[str, Passage]:
        return {name: passage for passage in reversed(self._passages) for name in passage.bookmarks}

    @cached_property
    def _divisions(self) -> dict[str, Passage]:
        return {_plain(passage.division): passage for passage in reversed(self._passages)}

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], Passage]:
        numbered = [one for one in reversed(self._passages) if one.number and one.heading != 1]
        numbered.sort(key=lambda one: one.heading > 0)
        found = {(_plain(one.division), _plain(one.number)): one for one in numbered}
        return {**self._running_through_parts(numbered), **found}

    def _running_through_parts(self, numbered: Iterable[Passage]) -> dict[tuple[str, str], Passage]:
        """Return the numbers that only one part of the body, or of a schedule, has: they run on from part to
        part."""
        parts: dict[tuple[str, str], dict[str, Passage]] = {}
        for one in numbered:
            division = _plain(one.division)
            if division.startswith("part ") or " part " in division:
                parts.setdefault((_schedule(division), _plain(one.number)), {})[division] = one
        return {where: next(iter(each.values())) for where, each in parts.items() if len(each) == 1}

    @cached_property
    def _tables(self) -> dict[str, Passage]:
        """The captions of tables: a numbered paragraph, "4.1 Table 4 shows", only if there is no other."""
        captions = [
            (caption, passage)
            for passage in reversed(self._passages)
            if (caption := _CAPTION.match(passage.words))
        ]
        captions.sort(key=lambda one: not one[1].number)
        return {_plain(caption[1]): passage for caption, passage in captions}

    def bookmark(self, name: str) -> Passage | None:
        """Return the passage that has a bookmark."""
        return self._bookmarks.get(name)

    def has_divisions(self) -> bool:
        """Tell whether there are schedules or the like at all."""
        return any(self._divisions)

    def tables(self) -> Collection[Passage]:
        """Return the captions of the tables that are numbered."""
        return self._tables.values()

    def has_tables(self) -> bool:
        """Tell whether tables have numbered captions."""
        return bool(self._tables)

    def division(self, name: str) -> Passage | None:
        """Return where a division begins: "Schedule 2 Part 1"."""
        return self._divisions.get(_plain(name)) if name else None

    def find(
        self, kind: ReferenceKind, number: str, within: Sequence[tuple[ReferenceKind, str]], at: Passage
    ) -> Passage | None:
        """Return what a reference that stands in a passage points to."""
        own = _plain(at.division)
        named = _COUNTS.get(number.lower(), _plain(number))
        outer = [(one, _plain(value)) for one, value in within]
        scope = " ".join(
            f"{one} {_COUNTS.get(value, value)}" for one, value in reversed(outer) if one in _DIVISIONS
        )
        if kind == "table":
            return self._tables.get(named)
        if kind in _DIVISIONS:
            return self._division(f"{kind} {named}", scope, own)
        clause = "".join(value for one, value in reversed(outer) if one in PROVISIONS)
        names = [f"{clause}{named}"] if clause and named.startswith("(") else [named, *_relative(named, at)]
        names += [dotted for name in names if (dotted := _IN_BRACKETS.sub(r"\1.\2", name)) != name]
        if kind == "recital":
            names = [named, f"({named})", f"({named.strip('()')})"]
        found = self._numbered(kind, names, scope, own)
        if kind == "recital" and found is None and not scope:
            return self._recitals.get(number.strip("() "))
        return found or (self._coded.get(named) if not scope else None)

    @cached_property
    def _recitals(self) -> dict[str, Passage]:
        """What is lettered in capitals below the last of the numbered parties, "3(A)", by its letter."""
        lettered = ((_RECITAL.fullmatch(one.number), one) for one in reversed(self._passages))
        return {letter[1]: passage for letter, passage in lettered if letter and not passage.division}

    @cached_property
    def _coded(self) -> dict[str, Passage]:
        """The paragraphs with a letter and a figure for a number, "A7" or "A7(b)", that is found once."""
        coded = [one for one in self._passages if one.heading != 1 and _CODE.fullmatch(_plain(one.number))]
        times = Counter(_plain(one.number) for one in coded)
        return {number: one for one in coded if times[number := _plain(one.number)] == 1}

    def _division(self, name: str, scope: str, own: str) -> Passage | None:
        names = [f"{scope} {name}"] if scope else [f"{_schedule(own)} {name}", name]
        return next(
            (self._divisions[one] for each in names if (one := each.strip()) in self._divisions), None
        )

    def _numbered(self, kind: ReferenceKind, names: Sequence[str], scope: str, own: str) -> Passage | None:
        for division in _where(kind, scope, own):
            for name in names:
                if found := self._numbers.get((division, name)):
                    return found
        return None


def _where(kind: ReferenceKind, scope: str, own: str) -> list[str]:
    """Return the divisions in which a number is looked for, the likeliest first."""
    if scope:
        return [scope, f"{_schedule(own)} {scope}".strip()]
    if kind in ("clause", "section", "recital", *CALLED_OTHERWISE):
        return ["", own, _schedule(own)]
    return [own, _schedule(own), ""]


def _schedule(division: str) -> str:
    """Return the schedule that a part belongs to."""
    return division.partition(" part ")[0] if not division.startswith("part ") else ""


def _plain(name: str) -> str:
    plain = " ".join(name.split()).strip(" .:").lower()
    if plain.endswith(".0"):
        return full_number("", plain)
    first, blank, rest = plain.partition(" ")
    return f"{_NAMED[first]}{blank}{rest}" if first in _NAMED else plain


def _relative(number: str, passage: Passage) -> list[str]:
    """Return what "paragraph (b)" may be called in full, said in a paragraph such as 7.3(c)."""
    if not number.startswith("("):
        return []
    found = []
    around = _plain(passage.number)
    while around:
        found.append(around + number)
        around = _LAST_STEP.sub("", around)
    return found
