"""Counters in the formats of a word processor (``ST_NumberFormat``, ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_CHICAGO = "*†‡§"
_MOST = 32_767


def counted(format_: str, count: int, pattern: str = "") -> str:
    """Return a counter as a format prints it; formats of other scripts print as decimal.

    ``pattern`` is that of a format of the author's own, "001, 002, 003".

    >>> [counted(name, 12) for name in ("lowerRoman", "upperLetter", "ordinal", "cardinalText", "none")]
    ['xii', 'L', '12th', 'Twelve', '']
    """
    if format_ in ("none", "bullet"):
        return ""
    if not 0 < count <= _MOST:
        return str(count)
    match format_:
        case "lowerLetter" | "upperLetter":
            letters = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1)
            return letters if format_ == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman if format_ == "lowerRoman" else roman.upper()
        case "ordinal":
            return f"{count}{_ending(count)}"
        case "cardinalText":
            return _words(count).capitalize()
        case "ordinalText":
            return _ordinal_words(count).capitalize()
        case "decimalZero":
            return f"{count:02}"
        case "custom":
            return str(count).rjust(len(pattern.partition(",")[0].strip()), "0")
        case "chicago":
            return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
    return str(count)


def _roman(count: int) -> str:
    digits: list[str] = []
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        digits.append(letters * times)
    return "".join(digits)


def _ending(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _words(count: int) -> str:
    if count < 20:
        return _UNITS[count]
    if count > 99:
        return str(count)
    tens, units = divmod(count, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")


def _ordinal_words(count: int) -> str:
    if count > 99:
        return f"{count}{_ending(count)}"
    before, hyphen, last = _words(count).rpartition("-")
    if last.endswith("y"):
        return f"{last[:-1]}ieth"
    return f"{before}{hyphen}{_ORDINALS.get(last, f'{last}th')}"
