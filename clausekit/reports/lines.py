"""Setting marked words in lines and columns of a width, for a pipe or for a terminal.

Inside a text, private-use characters stand for where a mark begins and ends; the words of documents, made
harmless (``phrases.clean``), hold none. A mark is measured as wide as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

_LOOKS = {
    "deleted": ("[-", "-]", "red strike"),
    "inserted": ("{+", "+}", "green underline"),
    "formatted": ("{~", "~}", "cyan underline"),
    "moved-from": ("[<", "<]", "magenta strike"),
    "moved-to": ("{>", ">}", "magenta underline2"),
    "bold": ("", "", "bold"),
    "quiet": ("", "", "dim"),
    "error": ("", "", "bold red"),
    "warning": ("", "", "bold yellow"),
    "info": ("", "", "bold cyan"),
}
"""The styles of marks: the signs before and after, and what a terminal shows beside them."""

_STYLES = tuple(_LOOKS)
_BEGIN = {style: chr(0xE010 + 2 * place) for place, style in enumerate(_STYLES)}
_END = {style: chr(0xE011 + 2 * place) for place, style in enumerate(_STYLES)}
_SIGNS = str.maketrans(
    {_BEGIN[style]: begin for style, (begin, _, _) in _LOOKS.items()}
    | {_END[style]: end for style, (_, end, _) in _LOOKS.items()}
)
_MARK = re.compile("[\ue010-\ue02f]")
_BLANKS = re.compile("[ \t]+")
"""Where a line may be broken; a no-break space is none of these."""

_GAP = "  "


def mark(text: str, style: str) -> str:
    """Return the text with a mark around it."""
    return f"{_BEGIN[style]}{text}{_END[style]}" if text else ""


def plain(text: str) -> str:
    """Return marked text as it goes into a pipe: ``[-removed-] {+added+}``."""
    return text.translate(_SIGNS)


def coloured(text: str) -> str:
    """Return marked text for a terminal: the same signs, and beside them colours and lines."""
    # Takes longer to import than a report takes to print, and a pipe has no use for it.
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    screen = StringIO()
    console = Console(file=screen, force_terminal=True, color_system="standard", legacy_windows=False)
    style = ""
    for line in text.split("\n"):
        drawn = Text()
        for piece in re.split("([\ue010-\ue02f]| {2,}|^ )", line):
            if _MARK.fullmatch(piece):
                place = (ord(piece) - 0xE010) // 2
                begins = piece == _BEGIN[_STYLES[place]]
                style = _LOOKS[_STYLES[place]][2] if begins else style
                drawn.append(plain(piece), style)
                style = style if begins else ""
            else:
                drawn.append(piece, style if piece.strip() else "")
        console.print(drawn, soft_wrap=True, highlight=False)
    return screen.getvalue().removesuffix("\n")


def wide(text: str) -> int:
    """Return how wide a marked text is when printed."""
    return len(plain(text))


def wrapped(text: str, width: int, first: str = "", others: str = "") -> str:
    """Return marked text in lines of a width, ``first`` before the first and ``others`` before the others.

    It is broken at blanks only, so a long word may stand out; line ends in it stay.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        line: list[str] = []
        room = width - wide(others if lines else first)
        for word in _BLANKS.split(part.strip(" \t")):
            if line and wide(word) > room:
                lines.append(" ".join(line))
                line, room = [], width - wide(others)
            line.append(word)
            room -= wide(word) + 1
        lines.append(" ".join(line))
    return "\n".join(f"{others if place else first}{line}".rstrip() for place, line in enumerate(lines))


def columns(rows: Sequence[Sequence[str]], width: int, *, header: bool) -> str:
    """Return rows in aligned columns or, if their words are too long, each as a list of its cells."""
    count = max(map(len, rows))
    filled = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = _column_widths(filled, width)
    if widths is None:
        return _records(filled, width, header=header)
    lines = [_row(row, widths) for row in filled]
    if header:
        lines.insert(1, _GAP.join("-" * column for column in widths))
    return "\n".join(lines)


def _column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return widths at which the columns fit and no word breaks, or None if there are none such."""
    cells = list(zip(*rows, strict=True))
    least = [
        max(max(map(wide, _BLANKS.split(cell.replace("\n", " "))), default=1) for cell in column)
        for column in cells
    ]
    widths = [max(max(map(wide, cell.split("\n")), default=1) for cell in column) for column in cells]
    room = width - len(_GAP) * (len(widths) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        slack = [place for place, narrow in enumerate(least) if widths[place] > narrow]
        widths[max(slack, key=widths.__getitem__)] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    split = [wrapped(cell, column).split("\n") for cell, column in zip(cells, widths, strict=True)]
    lines = zip_longest(*split, fillvalue="")
    return "\n".join(_GAP.join(map(_left, line, widths)).rstrip() for line in lines)


def _left(text: str, width: int) -> str:
    return text + " " * (width - wide(text))


def _records(rows: Sequence[Sequence[str]], width: int, *, header: bool) -> str:
    names, *records = rows if header else ([""] * len(rows[0]), *rows)
    return "\n\n".join(
        "\n".join(
            wrapped(f"{name}: {cell}" if name else cell, width, others=_GAP)
            for name, cell in zip(names, record, strict=True)
            if cell
        )
        for record in records
    )
