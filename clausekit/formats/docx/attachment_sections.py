"""Sections: those of an attachment, with pages, headers and footers, and those of the draft around it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_foreign import Foreign, Loss
from clausekit.formats.docx.attachment_trees import (
    PARAGRAPH_PROPERTIES,
    child,
    elements,
    local,
    r,
    remove,
    take,
    value,
    w,
)

_EVEN = Loss(
    "{file} has other headers or footers on even pages; in the draft all its pages have those of odd ones.",
    "",
)
_PAGES = Loss("The pages of {file} count on from those of the agreement.", "", level="info")
_BLOCKS = ("p", "tbl", "sdt", "customXml")
_NO = ("0", "false", "off")


def settle_sections(foreign: Foreign, page: Element) -> None:
    """Make the sections of an attachment stand in a draft as they stood alone, the last in a paragraph too.

    It begins on a new page. If it has a header or footer anywhere, then where it has none it goes on having
    none; if it has none at all, those of the draft run through it. Pages are counted through the whole draft.
    ``page`` is a section of the draft, whose pages an attachment has that says nothing of its own.
    """
    _end_with_section(foreign.body, page)
    sections = list(elements(foreign.body, "sectPr"))
    for element in sections[0].findall(w("type")):
        remove(element)
    for section in sections:
        _count_on(foreign, section)
    _drop_even(foreign, sections)
    if any(_running(section) for section in sections):
        _complete(foreign, sections[0])
        return
    for section in sections:
        for element in section.findall(w("titlePg")):
            remove(element)


def _end_with_section(body: Element, page: Element) -> None:
    """Move the last section into the last paragraph, or into one of its own if that cannot hold it."""
    section = body.find(w("sectPr"))
    if section is None:
        section = deepcopy(page)
        for reference in _running(section):
            remove(reference)
    else:
        remove(section)
    blocks = [one for one in body if local(one) in _BLOCKS]
    last = blocks[-1] if blocks else None
    if last is None or last.tag != w("p") or last.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        last = etree.SubElement(body, w("p"))
    # Bookmarks and the like may end behind the last paragraph.
    last.extend(list(last.itersiblings()))
    _put(section, last)


def _put(section: Element, paragraph: Element) -> None:
    """End a section with this paragraph."""
    properties = child(paragraph, "pPr")
    properties.replace(child(properties, "sectPr", PARAGRAPH_PROPERTIES), section)


def _running(section: Element) -> list[Element]:
    return [*section.findall(w("headerReference")), *section.findall(w("footerReference"))]


def _count_on(foreign: Foreign, section: Element) -> None:
    numbers = section.find(w("pgNumType"))
    if numbers is not None and take(numbers, w("start")) is not None:
        foreign.lost.setdefault(_PAGES, 1)


def _drop_even(foreign: Foreign, sections: list[Element]) -> None:
    """Drop headers and footers of even pages: only the whole draft could have such."""
    settings = foreign.related("settings")
    switch = None if settings is None else settings.find(w("evenAndOddHeaders"))
    for section in sections:
        for reference in _running(section):
            if reference.get(w("type")) == "even":
                remove(reference)
                if switch is not None and value(switch) not in _NO:
                    foreign.lost.setdefault(_EVEN, 1)


def _complete(foreign: Foreign, first: Element) -> None:
    """Give the first section an empty header and footer of each type that it lacks, or it would have ours."""
    for kind in ("footer", "header"):
        there = {one.get(w("type")) for one in first.findall(w(f"{kind}Reference"))}
        lacking = [one for one in ("first", "default") if one not in there]
        identity = foreign.add_running(kind) if lacking else ""
        for one in lacking:
            first.insert(0, etree.Element(w(f"{kind}Reference"), {w("type"): one, r("id"): identity}))


# in the draft


def governing(place: Element) -> Element:
    """Return the section of the draft in which a paragraph of the body stands."""
    for following in (place, *place.itersiblings()):
        for section in following.iter(w("sectPr")):
            return section
    raise ValueError("the body of the draft does not end with a section")


def part_sections(place: Element, last: Element) -> None:
    """End a section of the draft at the paragraph ``place``, and begin it again after the paragraph ``last``.

    Between them stands an attachment. A section without a header has that of the one before it, so from here
    on the section states its own. If nothing follows, the draft ends with the section of the attachment.
    """
    section = next(one for after in last.itersiblings() for one in after.iter(w("sectPr")))
    for element in section.findall(w("type")):
        remove(element)
    before = deepcopy(section)
    for element in list(place):
        if element.tag != w("pPr"):
            remove(element)
    stated = {(one.tag, one.get(w("type"))) for one in _running(section)}
    for reference in reversed(list(_in_force(place, section))):
        if (reference.tag, reference.get(w("type"))) not in stated:
            section.insert(0, deepcopy(reference))
    _put(before, place)
    if last.getnext() is section:
        end = last.find(f"{w('pPr')}/{w('sectPr')}")
        assert end is not None  # settle_sections has put it there
        section.addprevious(end)
        remove(section)


def _in_force(place: Element, section: Element) -> Iterator[Element]:
    """Yield the headers and footers that a section has, from itself or from the sections before ``place``."""
    found: dict[tuple[str, str | None], Element] = {}
    before = [*reversed(list(place.itersiblings(preceding=True))), place]
    sections = [one for element in before for one in element.iter(w("sectPr"))]
    for one in (*sections, section):
        for reference in _running(one):
            found[str(reference.tag), reference.get(w("type"))] = reference
    yield from found.values()
