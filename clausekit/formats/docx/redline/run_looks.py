"""What runs say themselves of how they look."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.atoms import RUN, Atom

_LOOK = w("rPr")
_EMPHASIS = frozenset(w(name) for name in ("rStyle", "b", "i", "u"))


def look_of(atom: Atom) -> Element | None:
    """Return a copy of what the first run of an atom says of its look; None if it says nothing."""
    run = next((run for node in atom.nodes for run in node.iter(RUN)), None)
    look = None if run is None else run.find(_LOOK)
    return None if look is None else deepcopy(look)


def said_by(properties: Element | None) -> list[bytes]:
    """Return what properties of a run say, to be compared."""
    return (
        []
        if properties is None
        else [etree.tostring(one, method="c14n", exclusive=True) for one in properties]
    )


def emphasis(properties: Element | None) -> list[bytes]:
    """Return what properties of a run say that the style of the paragraph says too."""
    stated = [] if properties is None else [one for one in properties if one.tag in _EMPHASIS]
    return [etree.tostring(one, method="c14n", exclusive=True) for one in stated]
