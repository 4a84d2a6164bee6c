"""Numbers typed by hand before a paragraph: "1.", "1.1", "(a)", "(iv)", "A.", "B4", "7.3(b)", "Clause 4:".

What looks like one may be none: "1 April", "12 months", "(a) or (b)", "E. coli". Here it is told what a
paragraph may begin with; whether it is a number, its neighbours tell (``sequence``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.lines import Line, TableLines

Kind = Literal["decimal", "letter", "LETTER", "roman", "ROMAN"]
Meaning = tuple[Kind, int]

_BLANK = "[ \t\u00a0\u2002\u2003]"
_GLUED = (
    r"(?<=\d[.)])(?=[A-Z][A-Za-z])|(?<=\.\d[.)])(?=[a-z]{2})|(?<=\.\d\d[.)])(?=[a-z]{2})"
    r"|(?<=\.\d)(?=[A-Z][a-z])|(?<=\.\d\d)(?=[A-Z][a-z])"
)
"""Where a number ends that lost the blank after it: "8.3.IT staff", "3.1.2.has been removed"."""
_NUMBER = pattern(
    rf"""(?P<label>
      (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{0,5}})(?P<items>(?:\((?:\d{{1,2}}|[A-Za-z]{{1,5}})\))*)[.)]?
    | (?P<inserted>\d{{1,3}}[A-Z](?:\.\d{{1,3}}){{0,4}})(?:(?<=[A-Z])[.](?!\d)|(?<=\d)[.]?|(?=\t))
    | (?P<coded>[A-Z]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})[.)]?(?={_BLANK}*[A-Z(“"\t])
    | \((?P<inside>\d{{1,3}}|[A-Za-z]{{1,6}})\)
    | (?P<outside>[A-Za-z]|[ivxl]{{1,6}}|[IVXL]{{1,6}})(?P<mark>[.)]|(?=\t))
    )(?P<gap>(?:(?<=\d){_BLANK}[–—:-](?={_BLANK}[A-Z]))?{_BLANK}+|$|{_GLUED})""",
    re.VERBOSE,
)
_NAMED = pattern(
    rf"""(?P<label>(?i:section|clause|article|regulation|rule|condition|standing{_BLANK}order){_BLANK}+
      (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}))
    (?P<apart>[.:]{_BLANK}+ | [.:]?{_BLANK}*[–—-]{_BLANK}+ | \t)?{_BLANK}*(?=$|[A-Z(“"‘])""",
    re.VERBOSE,
)
"""A number with the word for what it counts: "Clause 4: Purpose", "SECTION 2.01. Payments."."""
_QUANTITY = pattern(
    r"(?:january|february|march|april|may\s+\d|june|july|august|september|october|november|december|days?|"
    r"(?:working|business|calendar|clear)\s+days?|weeks?|months?|years?|hours?|per\s*cent|million|billion|"
    r"thousand|pm|am|fte|wte|(?-i:minutes?|times|pence|pounds|of\s+the))\b|%",
    re.IGNORECASE,
)
_TITLE = pattern(r"(?=.*[A-Z]{3})[A-Z][A-Z’'&/,() -]{2,80}")
_ROW = pattern(r"\(?(\d{1,3})[.)]?")
_BEYOND_NUMBERS, _LETTERS = 1000, 128
_ENUMERATION = pattern(r"(?:or|and|to|,)\s*\(", re.IGNORECASE)
_ROMAN = pattern(r"(?=.)(?:x{0,4}|xl)(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What may be a number at the beginning of a paragraph.

    ``shape`` is alike for numbers of one list ("()", "."); ``path`` are the parts of a decimal one, as 7 and
    3 of "7.3"; ``readings`` what else it may be: "(i)" the ninth letter or the Roman one. ``length`` is how
    many characters it takes with the blank after it; ``tabbed`` tells that a tab parts it from the text,
    ``bare`` that nothing but a blank does, so that it may count things: "3 Partners". ``titled`` tells that a
    title in capitals follows: "2 AIMS AND OUTCOMES".
    """

    label: str
    length: int
    shape: str
    path: tuple[int, ...] = ()
    readings: tuple[Meaning, ...] = ()
    items: str = ""
    tabbed: bool = False
    bare: bool = False
    titled: bool = False

    @property
    def numeral(self) -> str:
        """The number without the word for what it counts: "4" of "Clause 4"."""
        return re.split(_BLANK, self.label)[-1]

    def as_code(self) -> TypedNumber | None:
        """Return a capital letter, "A.", as the first part of numbers such as "A1"; None for all else."""
        letter = self.label.rstrip(".")
        if self.path or self.shape == "()" or not (len(letter) == 1 and letter.isupper()):
            return None
        return replace(self, shape="decimal", path=_coded(f"{letter}0")[:1], readings=())


def typed_number(text: str) -> TypedNumber | None:
    """Return what may be a number at the beginning of a text.

    >>> number = typed_number("(i) give notice")
    >>> number.label, number.length, number.readings
    ('(i)', 4, (('roman', 1), ('letter', 9)))
    """
    if text[:1].isspace() and (inner := typed_number(text.lstrip())) is not None:
        return replace(inner, length=inner.length + len(text) - len(text.lstrip()))
    found = _NUMBER.match(text)
    if found is None:
        return _named_number(text)
    rest = text[found.end() :]
    tab = "\t" in found["gap"]
    if not tab and (_QUANTITY.match(rest) or _ENUMERATION.match(rest)):
        return None
    label = found["label"]
    if found["dotted"] is not None:
        path = tuple(int(part) for part in found["dotted"].split("."))
        return TypedNumber(
            label,
            found.end(),
            "decimal",
            path,
            items=found["items"],
            tabbed=tab,
            bare=label.isdigit() and not tab,
            titled=_TITLE.fullmatch(rest) is not None,
        )
    if found["inserted"] is not None:
        return TypedNumber(label, found.end(), "decimal", _inserted(found["inserted"]), tabbed=tab)
    if found["coded"] is not None:
        return TypedNumber(label, found.end(), "decimal", _coded(found["coded"]), tabbed=tab)
    inside = found["inside"]
    readings = _readings(inside if inside is not None else found["outside"])
    shape = "()" if inside is not None else found["mark"]
    return TypedNumber(label, found.end(), shape, (), readings, tabbed=tab) if readings else None


def _inserted(number: str) -> tuple[int, ...]:
    """Return the parts of a number that was put in later, as "12A.1", apart from those of all others."""
    first, *others = number.split(".")
    before = int(first[:-1]) * _LETTERS + ord(first[-1])
    return (_BEYOND_NUMBERS * 2 + before, *map(int, others))


def _coded(number: str) -> tuple[int, ...]:
    """Return the parts of a number that begins with a letter, as "B4.1", apart from those of all others."""
    first, *others = number[1:].split(".")
    return (_BEYOND_NUMBERS + ord(number[0]), int(first), *map(int, others))


def _named_number(text: str) -> TypedNumber | None:
    found = _NAMED.match(text)
    if found is None or not (found["apart"] or reads_as_title(text[found.end() :])):
        return None
    path = tuple(int(part) for part in found["dotted"].split("."))
    return TypedNumber(found["label"], found.end(), "decimal", path)


def table_numbers(table: TableLines) -> None:
    """Set the numbers of the rows of a table, if its first column holds nothing else: 1, 2, 3."""
    cells = [row.cells[0].blocks for row in table.rows if not row.header and len(row.cells) > 1]
    lines = [cell[0] for cell in cells if len(cell) == 1 and isinstance(cell[0], Line)]
    if lines and not _ROW.fullmatch(lines[0].text):
        del lines[0]  # a heading, though it is not repeated
    found = [_ROW.fullmatch(line.text) for line in lines]
    counts = [int(one[1]) for one in found if one]
    if len(counts) > 1 and len(counts) == len(lines) and counts == list(range(1, len(counts) + 1)):
        for line in lines:
            line.label, line.typed = line.text, len(line.text)


def _readings(text: str) -> tuple[Meaning, ...]:
    """Return what a counter may mean, the likelier first."""
    if text.isdecimal():
        return (("decimal", int(text)),)
    found: list[Meaning] = []
    small = text.islower()
    if not small and not text.isupper():
        return ()
    if _ROMAN.fullmatch(text):
        found.append(("roman" if small else "ROMAN", _roman(text.lower())))
    if len(set(text)) == 1:
        letter = ord(text[0].lower()) - ord("a") + 1
        found.append(("letter" if small else "LETTER", letter + 26 * (len(text) - 1)))
    return tuple(found)


def _roman(text: str) -> int:
    digits = [_ROMAN_DIGITS[character] for character in text]
    return sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )
