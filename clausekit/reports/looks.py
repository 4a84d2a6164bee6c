"""What became of how words look, in words."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.reading import Look
from clausekit.reports.phrases import listed, one_line, quoted

_SWITCHES = {"bold": "bold", "italic": "italic", "strike": "struck through", "hidden": "hidden"}
_KINDS = {
    "underline": "underlined",
    "caps": "in capitals",
    "vertical": "raised or lowered",
    "highlight": "highlighted",
}


def look_change(old: Look, new: Look, words: str) -> str:
    """Return what became of the look of some words.

    >>> look_change(Look(), Look(bold=True), "the Partners")
    '“the Partners” now bold'
    """
    return f"{quoted(words, 60)} {listed(list(_differences(old, new))) or 'otherwise formatted'}"


def _differences(old: Look, new: Look) -> Iterator[str]:
    for name, words in (_SWITCHES | _KINDS).items():
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield f"now {words}" if now else f"no longer {words}"
    if old.colour != new.colour:
        yield "in another colour"
    if old.size != new.size:
        yield f"in {new.size / 2:g} point, was {old.size / 2:g}"
    if old.font != new.font:
        yield f"in {one_line(new.font) or 'another font'}, was {one_line(old.font) or 'another'}"
