"""The names of styles that word processors write differently."""

from __future__ import annotations

from clausekit.patterns import pattern

_TOC = pattern(r"(?:toc|contents) (\d)")
_HEADING = pattern(r"heading (\d)")
_KNOWN = {
    "text body": "Body Text",
    "body text": "Body Text",
    "contents heading": "TOC Heading",
    "toc heading": "TOC Heading",
    "footnote": "Footnote Text",
    "footnote text": "Footnote Text",
    "footnote reference": "Footnote Reference",
    "endnote": "Endnote Text",
    "endnote text": "Endnote Text",
    "standard": "Normal",
    "normal": "Normal",
    "header": "Header",
    "footer": "Footer",
    "title": "Title",
    "subtitle": "Subtitle",
    "list bullet": "List Bullet",
    "list paragraph": "List Paragraph",
    "caption": "Caption",
}


def known_name(name: str) -> str:
    """Return a style's name as Word shows it, whatever the word processor that wrote it.

    >>> known_name("heading 1"), known_name("Contents 2"), known_name("Clause Level 2")
    ('Heading 1', 'TOC 2', 'Clause Level 2')
    """
    lower = name.lower()
    if lower in _KNOWN:
        return _KNOWN[lower]
    if found := _TOC.fullmatch(lower):
        return f"TOC {found[1]}"
    if found := _HEADING.fullmatch(lower):
        return f"Heading {found[1]}"
    return name
