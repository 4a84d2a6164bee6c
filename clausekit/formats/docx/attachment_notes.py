"""The notes of an attachment, as footnotes of the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_foreign import Foreign, Loss
from clausekit.formats.docx.attachment_trees import elements, r, remove, w
from clausekit.formats.docx.package import Relationship, relationships

_ENDNOTES = Loss("An endnote of {file} became a footnote.", "{number} endnotes of {file} became footnotes.")


@dataclass(slots=True)
class Notes:
    """The footnotes of the draft, the relationships of their links, and the ids that are still free."""

    tree: Element
    found: dict[str, Relationship]
    free: Iterator[int]


def add_notes(notes: Notes, foreign: Foreign) -> None:
    """Add the notes that the text of an attachment refers to; its endnotes become footnotes as well.

    docxcompose would take footnotes over without their links, and of endnotes only the marks.
    """
    for kind in ("footnote", "endnote"):
        tree = foreign.related(f"{kind}s")
        known = {} if tree is None else {note.get(w("id")): note for note in tree.iterfind(w(kind))}
        links = _links(foreign, kind)
        for reference in elements(foreign.stories[foreign.document], f"{kind}Reference"):
            note = known.pop(reference.get(w("id")), None)
            if note is None:
                remove(reference)
                continue
            _become_footnotes(reference, note)
            identity = str(next(notes.free))
            reference.set(w("id"), identity)
            note.set(w("id"), identity)
            for link in note.iter(w("hyperlink")):
                if (one := links.get(link.get(r("id"), ""))) is not None:
                    link.set(r("id"), one.id)
                    notes.found[one.id] = one
            notes.tree.append(note)
            if kind == "endnote":
                foreign.lose(_ENDNOTES)


def _links(foreign: Foreign, kind: str) -> dict[str, Relationship]:
    """Return the relationships of the notes of a kind by their ids, which no others of the draft have."""
    for one in relationships(foreign.parts, foreign.document):
        if one.kind == f"{kind}s":
            found = relationships(foreign.parts, one.target)
            return {link.id: replace(link, id=f"{foreign.label}-{kind}-{link.id}") for link in found}
    return {}


def _become_footnotes(*trees: Element) -> None:
    for tree in trees:
        for element in tree.iter(w("endnote"), w("endnoteReference"), w("endnoteRef")):
            element.tag = str(element.tag).replace("endnote", "footnote")
