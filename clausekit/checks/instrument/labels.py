"""Numbering: the numbers of an instrument as sequences, each counted on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.reading import Passage

Counting: TypeAlias = Literal["decimal", "letter", "LETTER", "roman", "ROMAN", "other"]

_STEP = pattern(r"\((?P<items>[^()]+)\)[.)]?$|(?P<plain>[A-Za-z0-9]+)[.):]?$")
_ROMAN = pattern(r"(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_INSERTED = pattern(r"(\d+)([A-Z]{0,2})")
_DIVISION = pattern(r"(?P<kind>[A-Za-z]+) (?P<number>\S+)$")


class Label(NamedTuple):
    """A number as it stands: ``text`` is its last step without brackets, ``value`` what that counts.

    An inserted number "7A" has the value 7 and the ``suffix`` "A". The value is None if it counts nothing.
    ``typed`` tells that it was typed by hand, not given by the word processor.
    """

    passage: Passage
    text: str
    value: int | None
    suffix: str = ""
    typed: bool = False


class Sequence(NamedTuple):
    """Numbers that count together, in the order of the text: 7.1, 7.2, 7.3 or (a), (b), (c).

    ``division`` is the schedule or part in which they stand, ``parent`` the number above them ("7"), ""
    if there is none; of the schedules themselves the parent is the kind: "Schedule".
    """

    division: str
    parent: str
    counting: Counting
    labels: tuple[Label, ...]


def sequences_of(places: Iterable[Place]) -> Iterator[Sequence]:
    """Yield the sequences of numbers in running text and headings, in the order in which they begin."""
    groups: dict[tuple[str, str, object], list[tuple[Passage, str]]] = {}
    begun: dict[tuple[str, str, object], int] = {}
    for place in places:
        passage = place.passage
        if not passage.number or place.role not in ("text", "heading", "signature"):
            continue
        division, parent, step = _parts(passage)
        if not step:
            continue
        shape = passage.heading == 1 or (
            "(" in passage.number[len(parent) :],
            step.isdecimal(),
            step.islower(),
            step.isalpha(),
        )
        key = (division, parent, (shape, None if parent else place.definition))
        if not parent and "(" in passage.number and step.lower() in ("1", "a"):
            begun[key] = begun.get(key, 0) + 1
        count = (division, parent, (key[2], begun.get(key, 0)))
        groups.setdefault(count, []).append((passage, step))
    for (division, parent, _), found in groups.items():
        yield _sequence(division, parent, _without_rows(found))


def _without_rows(found: list[tuple[Passage, str]]) -> list[tuple[Passage, str]]:
    """Return numbers without those of the rows of a table that was left among them: those without a point,
    where those with one, "1.", "2.", "3.", are a whole list by themselves."""
    pointed = [(passage, step) for passage, step in found if passage.label.endswith(".")]
    counted = [str(number) for number in range(1, len(pointed) + 1)]
    is_whole = len(pointed) > 1 and [step for _, step in pointed] == counted
    return pointed if is_whole and all("(" not in passage.number for passage, _ in found) else found


def _parts(passage: Passage) -> tuple[str, str, str]:
    """Return the division, the parent and the last step of a passage's number."""
    if passage.heading == 1:
        match = _DIVISION.search(passage.division)
        outer = passage.division[: match.start()].strip() if match else ""
        return (outer, match["kind"], match["number"]) if match else ("", "", "")
    match = _STEP.search(passage.number)
    if match is None:
        return "", "", ""
    parent = passage.number[: match.start()].rstrip(".")
    return passage.division, parent, match["items"] or match["plain"]


def _sequence(division: str, parent: str, found: list[tuple[Passage, str]]) -> Sequence:
    counting = _counting([step for _, step in found])
    labels = tuple(
        Label(passage, step, *_value(step, counting), bool(passage.typed)) for passage, step in found
    )
    return Sequence(division, parent, counting, labels)


def _counting(steps: list[str]) -> Counting:
    """Return how numbers count: "(i)" alone, or first, is Roman, after "(h)" it is a letter."""
    first = steps[0]
    if first[0].isdigit():
        return "decimal"
    small = first.islower()
    if _ROMAN.fullmatch(first.lower()) and (
        first.lower() == "i" or all(_ROMAN.fullmatch(step.lower()) for step in steps)
    ):
        return "roman" if small else "ROMAN"
    if len(set(first.lower())) == 1:
        return "letter" if small else "LETTER"
    return "other"


def _value(step: str, counting: Counting) -> tuple[int | None, str]:
    if counting == "decimal":
        match = _INSERTED.fullmatch(step)
        return (int(match[1]), match[2]) if match else (None, "")
    plain = step.lower()
    if counting in ("roman", "ROMAN"):
        return (_roman(plain), "") if _ROMAN.fullmatch(plain) else (None, "")
    if counting in ("letter", "LETTER") and plain.isalpha() and len(set(plain)) == 1:
        return ord(plain[0]) - ord("a") + 1 + 26 * (len(plain) - 1), ""
    return None, ""


def _roman(text: str) -> int:
    digits = [_DIGITS[letter] for letter in text]
    return sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )
