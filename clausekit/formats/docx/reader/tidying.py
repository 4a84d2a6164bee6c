"""Making the trees of a Word file plain, in ways that no reader of the file can see.

Afterwards a run holds characters or one other thing; every text stands as it is printed; where a file offers
the same in an older and a newer form, there is one of them.
"""

from __future__ import annotations

from copy import copy

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import MC, w
from clausekit.formats.docx.reader.characters import RUN, RUN_PROPERTIES, characters
from clausekit.patterns import pattern

_TEXT = w("t")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE = pattern("[\r\n\t]")
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_CHOICE = f"{{{MC}}}Choice"
_FALLBACK = f"{{{MC}}}Fallback"
_DRAWN = (w("drawing"), w("pict"), w("object"))


def tidy(tree: Element) -> None:
    """Make a story tidy, in place."""
    for alternatives in list(tree.iter(_ALTERNATIVES)):
        if next(alternatives.iter(*_DRAWN), None) is None:
            _choose(alternatives)
    for text in tree.iter(_TEXT):
        _print_blanks(text)
    for run in list(tree.iter(RUN)):
        if len(run) > 1:
            _separate(run)


def _choose(alternatives: Element) -> None:
    """Put in the place of alternatives the content of the one that every word processor understands."""
    parent = alternatives.getparent()
    if parent is None:
        return
    chosen = alternatives.find(_FALLBACK)
    if chosen is None:
        chosen = alternatives.find(_CHOICE)
    place = parent.index(alternatives)
    parent[place : place + 1] = [] if chosen is None else list(chosen)


def _print_blanks(text: Element) -> None:
    """Leave out blanks at the ends that are not printed, and mark those that are."""
    words = text.text
    if not words or text.get(_SPACE) == "preserve":
        return
    if words[0].isspace() or words[-1].isspace() or _LINE.search(words):
        text.text = words.strip(" \t\r\n")


def _separate(run: Element) -> None:
    """Split a run so that what is no character stands in a run of its own."""
    groups: list[list[Element]] = []
    characters_before = False
    for child in run:
        if child.tag == RUN_PROPERTIES:
            continue
        are_characters = characters(child) is not None
        if groups and are_characters and characters_before:
            groups[-1].append(child)
        else:
            groups.append([child])
        characters_before = are_characters
    if len(groups) < 2:
        return
    properties = run.find(RUN_PROPERTIES)
    before = run
    for group in groups[1:]:
        other = etree.Element(RUN)
        for name, setting in run.attrib.items():
            other.set(name, setting)
        if properties is not None:
            other.append(copy(properties))
        other.extend(group)
        before.addnext(other)
        before = other
