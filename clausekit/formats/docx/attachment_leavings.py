"""What stays behind of an attachment, because it belongs to its file, or may not go into an agreement."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_foreign import Foreign, Loss
from clausekit.formats.docx.attachment_styles import picture_bullets
from clausekit.formats.docx.attachment_trees import elements, local, r, remove, take, value, w

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_OFFICE = "urn:schemas-microsoft-com:office:office"

_COMMENTS = Loss("A comment of {file} was left out.", "{number} comments of {file} were left out.")
_OBJECTS = Loss(
    "An embedded object of {file} was left out; its picture stays.",
    "{number} embedded objects of {file} were left out; their pictures stay.",
)
_BULLETS = Loss(
    "A picture that stood for a bullet in {file} was left out.",
    "{number} pictures that stood for bullets in {file} were left out.",
)
_PICTURES_IN_NOTES = Loss(
    "A picture in the notes of {file} was left out.",
    "{number} pictures in the notes of {file} were left out.",
)
_BACKGROUND = Loss("The page colour of {file} was left out.", "")
_PROTECTION = Loss("{file} was protected against changes; in the draft it is not.", "")
_MIRRORED = Loss("{file} has other margins on even pages; in the draft all pages have those of odd ones.", "")
_CHANGES = Loss(
    "A tracked change of {file} stands in the draft, neither accepted nor rejected.",
    "{number} tracked changes of {file} stand in the draft, neither accepted nor rejected.",
)
_NEEDING_A_REFERENCE = ("imagedata", "hlinkClick", "hlinkHover")
_REVISIONS = ("ins", "del", "moveFrom", "moveTo")

_UNTOLD = (
    "proofErr", "lastRenderedPageBreak", "permStart", "permEnd", "dataBinding", "entryMacro", "exitMacro",
    "printerSettings", "commentRangeStart", "commentRangeEnd", "annotationRef",
)  # fmt: skip
"""What has no looks: marks of Word's own, permissions to edit, ties to data that stays behind."""


def leave_behind(foreign: Foreign) -> None:
    """Take out of an attachment what does not go into a draft."""
    for tree in foreign.stories.values():
        _leave_comments(foreign, tree)
        _leave_objects(foreign, tree)
        for element in elements(tree, *_UNTOLD):
            remove(element)
        for element in list(tree.iter(f"{{{_W15}}}dataBinding")):
            remove(element)
        etree.strip_attributes(tree, f"{{{_W14}}}paraId", f"{{{_W14}}}textId")
        _drop_empty_references(tree)
    for kind in ("footnotes", "endnotes"):
        _leave_pictures(foreign, foreign.related(kind))
    foreign.lose(_BULLETS, sum(1 for _ in picture_bullets(foreign.sheet)))
    _leave_settings(foreign)
    changes = sum(1 for tree in foreign.stories.values() for _ in elements(tree, *_REVISIONS))
    foreign.lose(_CHANGES, changes)


def _leave_comments(foreign: Foreign, tree: Element) -> None:
    for reference in elements(tree, "commentReference"):
        foreign.lose(_COMMENTS)
        run = reference.getparent()
        remove(reference)
        if run is not None and all(part.tag == w("rPr") for part in run):
            remove(run)


def _leave_objects(foreign: Foreign, tree: Element) -> None:
    for element in list(tree.iter(f"{{{_OFFICE}}}OLEObject")):
        foreign.lose(_OBJECTS)
        remove(element)
    for element in elements(tree, "objectEmbed", "objectLink", "control"):
        foreign.lose(_OBJECTS)
        remove(element)


def _drop_empty_references(tree: Element) -> None:
    """Take out the references to nothing that Word writes here and there."""
    for element in list(tree.iter()):
        for name, identity in element.items():
            if str(name).startswith(r("")) and not identity:
                take(element, str(name))
        if local(element) in _NEEDING_A_REFERENCE and element.get(r("id")) is None:
            remove(element)


def _leave_pictures(foreign: Foreign, notes: Element | None) -> None:
    for element in elements(notes, "drawing", "pict", "object") if notes is not None else ():
        foreign.lose(_PICTURES_IN_NOTES)
        remove(element)


def _leave_settings(foreign: Foreign) -> None:
    document = foreign.stories[foreign.document]
    for background in elements(document, "background"):
        foreign.lose(_BACKGROUND)
        remove(background)
    settings = foreign.related("settings")
    if settings is None:
        return
    for name, loss in (("documentProtection", _PROTECTION), ("mirrorMargins", _MIRRORED)):
        element = settings.find(w(name))
        if element is not None and value(element) not in ("0", "false", "off"):
            foreign.lose(loss)
