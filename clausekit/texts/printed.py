"""The lines of a text as they are printed, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clausekit.patterns import pattern

_TAB = 8
_REPLACED = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00a0": " ", "\u202f": " ", "\u3000": "  ", "\u2010": "-", "\u2011": "-",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u2060": "", "\ufeff": "",
        "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n",
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        **{chr(code): "" for code in (*range(9), *range(0x0E, 0x20), 0x7F)},
        **{chr(code): "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    }
)  # fmt: skip
_BULLET = pattern(r"(?P<indent>\s*)(?:[\ue000-\uf8ff•●◦▪■□▫○❖➢➤►▶✓✔·‣⁃∙](?P<gap>\s*)|o(?P<wide>\s+)(?=\S))")
_PRIVATE = pattern(r"[\ue000-\uf8ff]")
_BRACE = pattern(r"\s{2,}\)(?=$|\s{2,}[._…]{3,})")
"""Beside a block of signatures stands a brace, typed line by line."""
_SOFT_HYPHEN = pattern("\u00ad(?=[^\\s])")
_STATUTORY = pattern(r"^(\s*\d{1,3}[A-Z]?)\.?\s?[-–—]\s?(?=\(1\))")
"""How statutes number a paragraph with sub-paragraphs: "16.—(1) Where ..."."""
_BRACKET_WITHIN = pattern(r"(?<=[a-zﬀ-ﬄ\[])\[(?=\[?[a-zﬀ-ﬄ]{2,}[\s.,;:)’\[-])")
_BRACKET_BEFORE = pattern(r"(?<=[\s(])\[(?=(?:mes?|mely|mescales?|metables?|tles?|ll|ers?)\b(?! ?\]))")
"""A bracket that stands for the first letters of "time", "title", "till" or "tier"."""
_FEWEST_LOST = 3
_HYPHENATED = pattern(r"\b[A-Z][a-z]+-[A-Z][a-z]+\b")
_BOLD = pattern(r"\*\*(?=[^\s*])(?P<words>[^*\n]{1,120})(?<=\S)\*\*")
_GLUED = pattern(r"\b[A-Z][a-z]+[A-Z][a-z]+\b")
_NUMBER_GLUED = pattern(
    r"([A-Z]\.(?=(?:The|This|In|It|Each|Under|On|By|Both|All)\b)|\(\d{1,2}\)|\((?!s\))[a-z]{1,4}\)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}\.)(?=[A-Z][A-Za-z]|(?<=\))[a-z]{2})"
)
"""A number of which the extraction lost the tab: "(1)MARLOW COUNCIL", "1.1The Council"."""
_HEADING_GLUED = pattern(
    r"^(?P<heading>\s*(?P<clause>\d{1,2})\.?\s+[A-Z][^.;:\d]{2,80}[A-Za-z)])(?P<number>(?P=clause)\.1\.?\s)"
)
"""A heading to whose last word the number of the first sub-clause is glued: "3. TERM3.1 The term"."""
_PAGE_BEFORE = pattern(r"^\s*Page \d{1,3} of \d{1,3}\s+(?=\d{1,2}\.(?:\d|\s+[A-Z]))")
"""A footer that is glued to the number of a clause: "Page 13 of 40 1.2 The Council tells the Board."."""
_CAPITALS_GLUED = pattern(r"^(\s*\d{1,2})(?!HOUR|MONTH|YEAR|WEEK)(?=[A-Z]{4})")
_DIVISION_GLUED = pattern(
    r"^(\s*(?i:schedule|part|annexe?|appendix) (?:\d{1,2}(?=[A-Z][A-Za-z]{2})|[A-H](?=[A-Z][a-z]{2})))"
)
"""The number of a schedule or part to which its title is glued: "SCHEDULE 2GOVERNANCE", "Part AFunctions"."""
_BLANK_WITHIN = pattern(r"^(\s*\d{1,2}) \.(?=\d{1,2}\.? +[A-Z])")
_BLANK_BRACKET = pattern(r"\[ {2,}\]")
_GLUED_BEHIND = pattern(
    r"(?<=[a-z)])(?=\d{1,2}\.\d{1,2}\s[A-Z][a-z]|(?:Schedule|Appendix|Annex) \d{1,2}\b|[B-H]\. [A-Z][a-z]+ )"
)
"""Where the last word of one paragraph is glued to the number of the next: "given by Contractors1.2 Type"."""
_SENTENCE = 30
"""A line that is longer may be part of a sentence."""
_SPACED, _BROKEN = 0.9, 0.1
"""On these shares of the lines a text is double-spaced: with a gap before, and within a sentence."""
BULLET = "•"


@dataclass(slots=True)
class Printed:
    """A line that is not empty: its words, how far it stands in, its place in the file.

    ``gap`` tells that an empty line stands before it, ``turned`` that a page was turned before it; ``place``
    counts the lines in the order in which they are read. ``tabbed`` are the words between its tabs, if any.
    ``unsure`` tells that the number at its beginning may not be its own.
    """

    text: str
    line: int
    indent: int = 0
    page: int = 0
    gap: bool = False
    turned: bool = False
    place: int = 0
    tabbed: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def end(self) -> int:
        """The column after its last character."""
        return self.indent + len(self.text)


def with_hyphens(text: str) -> str:
    """Return a text with the hyphens that the extraction took for those of broken words: "NonPooled".

    It is so where the text elsewhere has the word with a hyphen.
    """
    hyphenated = {word.replace("-", ""): word for word in _HYPHENATED.findall(text)}
    return _GLUED.sub(lambda found: hyphenated.get(found[0], found[0]), text) if hyphenated else text


def with_letters(text: str) -> str:
    """Return a text with "ti" where a bracket stands for these letters within words: "regula[ons".

    Some converters draw the two as one sign, which has the code of a bracket.
    """
    lost = _BRACKET_WITHIN.findall(text)
    if len(lost) < _FEWEST_LOST:
        return text
    return _BRACKET_BEFORE.sub("ti", _BRACKET_WITHIN.sub("ti", text))


def without_stars(text: str) -> str:
    """Return a text without the stars by which some converters show that words are bold."""
    return _BOLD.sub(r"\g<words>", text)


def printed(text: str) -> list[Printed]:
    """Return the lines of a text that are not empty. A form feed begins a page.

    Ligatures are taken apart, blanks of every kind are blanks, bullets of every kind are one.
    """
    found: list[Printed] = []
    page, gap = 0, False
    for number, raw in enumerate(text.split("\n"), 1):
        apart = _GLUED_BEHIND.sub("\n", raw.translate(_REPLACED))
        pieces = apart.replace("\n", "\f\n").split("\f")
        for place, piece in enumerate(pieces):
            if place and not piece.startswith("\n"):
                page, gap = page + 1, True
            line = _cleaned(piece.lstrip("\n").expandtabs(_TAB).rstrip())
            words = line.lstrip()
            if words:
                indent = len(line) - len(words)
                found.append(Printed(words, number, indent, page, gap, tabbed=_between_tabs(piece)))
                gap = False
            elif len(pieces) == 1:
                gap = True
    return found


def _between_tabs(line: str) -> tuple[str, ...]:
    """Return the words between the tabs of a line, none if it has no tab; an empty cell has no words."""
    return tuple(cell.strip() for cell in line.strip("\n ").split("\t")) if "\t" in line.strip() else ()


def _cleaned(line: str) -> str:
    """Return a line with one kind of bullet, and without what is no part of its words."""
    if ")" in line:
        line = _BRACE.sub("", line)
    if "[" in line:
        line = _BLANK_BRACKET.sub("[ ]", line)
    if not line.isascii():
        line = _SOFT_HYPHEN.sub("", line)
    return _PRIVATE.sub(BULLET, _bulleted(_parted(line)))


def _parted(line: str) -> str:
    line = _HEADING_GLUED.sub(r"\g<heading> \g<number>", _PAGE_BEFORE.sub("", line))
    line = _STATUTORY.sub(r"\1. ", line)
    line = _DIVISION_GLUED.sub(r"\1  ", line)
    line = _CAPITALS_GLUED.sub(r"\1  ", _BLANK_WITHIN.sub(r"\1.", line))
    words = line.lstrip()
    glued = _NUMBER_GLUED.match(words)
    return f"{line[: len(line) - len(words)]}{glued[1]}  {words[glued.end() :]}" if glued else line


def _bulleted(line: str) -> str:
    found = _BULLET.match(line)
    if found is None:
        return line
    gap = found["gap"] or found["wide"] or " "
    return f"{found['indent']}{BULLET}{gap}{line[found.end() :]}".rstrip()


def without_double_spacing(lines: Sequence[Printed]) -> Sequence[Printed]:
    """Return the lines; if an empty line stands before each, even within sentences, those tell nothing."""
    broken = sum(
        line.gap and line.text[0].islower() and len(before.text) > _SENTENCE and before.text[-1] not in ".;:"
        for before, line in pairwise(lines)
    )
    if sum(line.gap for line in lines[1:]) < _SPACED * (len(lines) - 1) or broken < _BROKEN * len(lines):
        return lines
    return [replace(line, gap=False) for line in lines]


def right_margin(lines: Sequence[Printed]) -> int:
    """Return the column at which the width of a page ended most of its full lines."""
    ends = sorted(line.end for line in lines)
    return ends[min(len(ends) - 1, len(ends) * 9 // 10)] if ends else 0


def by_page(lines: Iterable[Printed]) -> list[list[Printed]]:
    """Return the lines of each page."""
    pages: dict[int, list[Printed]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())
