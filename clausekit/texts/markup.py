"""What a file of Markdown holds besides Markdown: front matter, and HTML in the place of signs.

All that is taken out leaves its line ends behind, so that each line keeps its place in the file.
"""

from __future__ import annotations

import html
import re

from clausekit.patterns import pattern

_LINE_END = "\n"
BREAK = "\v"
"""Stands for a line break of HTML; it may stand in the middle of a line, as in a cell of a table."""
_FRONT = pattern(r"---[ ]*\n(?:(?:[\w.-]+[ ]*:|[ \t-]|#|\]|\}).*\n|[ ]*\n){0,200}?(?:---|\.\.\.)[ ]*(?:\n|$)")
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_LINK = pattern(r"<((?:https?://|mailto:)?[^\s<>@]{1,200}[.@][^\s<>]{1,200})>")
_TABLE = pattern(r"<table\b[^<>]{0,300}>.*?</table\s*>", re.DOTALL | re.IGNORECASE)
_ROW = pattern(r"<tr\b[^<>]{0,300}>(?P<cells>.*?)</tr\s*>", re.DOTALL | re.IGNORECASE)
_CELL = pattern(r"<t[dh]\b[^<>]{0,300}>", re.IGNORECASE)
_HEADING = pattern(
    r"<h(?P<rank>[1-6])\b[^<>]{0,300}>(?P<words>.{0,500}?)</h[1-6]\s*>[ ]*\n?", re.DOTALL | re.IGNORECASE
)
_ITEM = pattern(r"<li\b[^<>]{0,300}>", re.IGNORECASE)
_BOLD = pattern(r"</?(?:b|strong)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_TAG = pattern(
    r"</?(?:abbr|a|b|blockquote|center|code|col|colgroup|dd|details|div|dl|dt|em|figure|font|h[1-6]|hr|img|ins|i"
    r"|li|nav|ol|pre|p|section|small|span|strong|sub|sup|table|tbody|td|tfoot|thead|th|tr|ul|u)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
"""Only what HTML knows: "<insert the date>" is a blank that somebody left."""
_BREAK = pattern(r"<br\s*/?>", re.IGNORECASE)
_ENTITY = pattern(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_ATTRIBUTES = pattern(r"^[ ]*\{:[^{}\n]*\}[ ]*$|[ ]*\{[#:][^{}\n]*\}[ ]*$", re.MULTILINE)
_SPAN = pattern(r"(?<![\\!\]])\[(?P<words>[^\[\]]{0,400})\]\{[#.][^{}\n]{1,200}\}")
"""Words with a name or a class, as pandoc writes them, or nothing but a name: "[]{#_Toc1 .anchor}"."""
_TARGET = pattern(r"^[ ]{0,3}\*?\[(?!\^)[^\[\]\n]+\]:[ ].*$", re.MULTILINE)
"""Where a link leads, or what an abbreviation stands for, told on a line of its own that is not printed."""


def without_markup(text: str) -> str:
    """Return a text of Markdown without front matter and comments, its HTML as Markdown or as words.

    >>> without_markup('<p class="x">The <strong>Fund</strong>&nbsp;is kept.</p>')
    'The **Fund**\\xa0is kept.'
    """
    text = _FRONT.sub(_line_ends, text, count=1) if text.startswith("---") else text
    text = _TARGET.sub("", _ATTRIBUTES.sub("", _SPAN.sub(r"\g<words>", text)))
    if "<" in text:
        text = _LINK.sub(r"\1", _COMMENT.sub(_line_ends, text))
        text = _BREAK.sub(BREAK, text)
        text = _TABLE.sub(_table, text)
        text = _HEADING.sub(_heading, text)
        text = _TAG.sub(_line_ends, _BOLD.sub("**", _ITEM.sub("- ", text)))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _heading(found: re.Match[str]) -> str:
    return f"{'#' * int(found['rank'])} {' '.join(found['words'].split())}{_line_ends(found) or _LINE_END}"


def _table(found: re.Match[str]) -> str:
    """Return a table as Markdown has it, a row on a line; its last row ends where the table did."""
    rows = [_row(one["cells"]) for one in _ROW.finditer(found[0])]
    return "\n" + "\n".join(rows) + "\n" * max(1, found[0].count("\n") - len(rows))


def _row(cells: str) -> str:
    return f"| {' | '.join(' '.join(cell.split()) for cell in _CELL.split(cells)[1:])} |"
