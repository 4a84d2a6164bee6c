"""The ranges of moves (ISO/IEC 29500-1, 17.13.5.23 to 28): where moved text begins and ends, under one name.

Without them Word takes moved text for deleted and inserted text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.changes import ID, Changes, made
from clausekit.formats.docx.redline.desk import Line
from clausekit.formats.docx.redline.parts import Stretch

_WAYS = {"old": "moveFrom", "new": "moveTo", "both": "moveTo"}
_PROPERTIES = w("pPr")
_ENDS = (w("moveFromRangeEnd"), w("moveToRangeEnd"))


def open_ranges(stretches: Mapping[Stretch, Sequence[Line]], changes: Changes) -> None:
    """Put a range around the content of each stretch."""
    for stretch, lines in stretches.items():
        way = _WAYS[stretch.side]
        start = changes.mark(w(f"{way}RangeStart"))
        start.set(w("name"), stretch.name)
        first = lines[0].element
        first.insert(0 if first.find(_PROPERTIES) is None else 1, start)
        lines[-1].element.append(made(f"{way}RangeEnd", id=start.get(ID, "")))


def close_ranges(stretches: Mapping[Stretch, Sequence[Line]]) -> None:
    """Let the range of a stretch go over its last mark, if that moved too."""
    for lines in stretches.values():
        last = lines[-1]
        end = last.element[-1] if len(last.element) else None
        if last.moved and end is not None and end.tag in _ENDS:
            last.element.addnext(end)
