"""Puts attachments into a draft: first what all its texts share, then by docxcompose the texts themselves.

docxcompose copies the body of a document with its pictures, charts and links. It would decide anew about
styles, lists, notes, bookmarks and sections; since an attachment is made fit for the draft first, nothing is
left to decide, and ``_Composer`` leaves those steps out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain, count
from pathlib import PurePath
from typing import Any

import docx
from docxcompose.composer import Composer
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_foreign import Foreign, packed, read
from clausekit.formats.docx.attachment_leavings import leave_behind
from clausekit.formats.docx.attachment_names import rename, renumber
from clausekit.formats.docx.attachment_notes import Notes, add_notes
from clausekit.formats.docx.attachment_sections import governing, part_sections, settle_sections
from clausekit.formats.docx.attachment_styles import Sheet, add_styles, lower_outline
from clausekit.formats.docx.attachment_trees import (
    parse,
    references_in,
    serialised,
    value,
    w,
    with_declarations,
)
from clausekit.formats.docx.attachments import Attached, AttachedFile, place
from clausekit.formats.docx.package import pack, relationships, relationships_part, relationships_xml, unpack
from clausekit.problems import Finding

_LONGEST_NAME = 40


def merge(document: bytes, files: Sequence[tuple[AttachedFile, dict[str, bytes]]]) -> Attached:
    """Return the draft with attachments, each given with its parts; ``attachment_check`` has seen to them.

    Raises ValueError if the draft has no place for one of them.
    """
    draft = _Draft(document)
    findings: list[Finding] = []
    packages: list[tuple[str, bytes]] = []
    names: set[str] = set()
    for number, (file, parts) in enumerate(files, start=1):
        foreign = read(file, parts, f"A{number}", _free_name(file, names))
        draft.adopt(foreign, _place(draft.document, file.key))
        packages.append((file.key, packed(foreign)))
        findings += foreign.findings()
    return Attached(_declared(_composed(draft.packed(), packages)), tuple(findings))


def _free_name(file: AttachedFile, taken: set[str]) -> str:
    """Return the name of a file for its styles: no signs that have a meaning there, unlike others."""
    stem = re.sub(r"[^\w .-]+", " ", PurePath(file.file).stem).strip()[:_LONGEST_NAME] or "attachment"
    others = (f"{stem} {number}" for number in count(2))
    name = next(one for one in chain([stem], others) if one.lower() not in taken)
    taken.add(name.lower())
    return name


def _place(tree: Element, key: str) -> Element:
    """Return the paragraph of the draft where an attachment goes."""
    for mark in tree.iter(w("bookmarkStart")):
        for paragraph in mark.iterancestors(w("p")):
            if mark.get(w("name")) == place(key):
                return paragraph
    raise ValueError(f"the draft has no place for the attachment {key}")


class _Draft:
    """A draft before anything is put into it: what its texts share, and which ids are still free."""

    def __init__(self, document: bytes) -> None:
        self._parts = unpack(document, "")
        (self._name,) = (one.target for one in relationships(self._parts, "") if one.kind == "officeDocument")
        found = relationships(self._parts, self._name)
        self._names = {one.kind: one.target for one in found if one.target in self._parts}
        self.document = parse(self._parts[self._name])
        self._sheet = Sheet(self._part("styles"), self._part("numbering"))
        footnotes = self._part("footnotes")
        links = {one.id: one for one in relationships(self._parts, self._names["footnotes"])}
        self._notes = Notes(footnotes, links, _after(note.get(w("id")) for note in footnotes))
        running = (parse(self._parts[one.target]) for one in found if one.kind in ("header", "footer"))
        texts = (self.document, footnotes, *running)
        # Word numbers bookmarks and tracked changes together.
        self._marks = _after(node.get(w("id")) for tree in texts for node in tree.iter())
        self._controls = _after(value(node, "id") for tree in texts for node in tree.iter(w("sdtPr")))

    def _part(self, kind: str) -> Element:
        return parse(self._parts[self._names[kind]])

    def adopt(self, foreign: Foreign, place: Element) -> None:
        """Make an attachment fit for the place, and take over what does not stand in its text itself."""
        leave_behind(foreign)
        settle_sections(foreign, governing(place))
        stories = list(foreign.stories.values())
        for tree in stories:
            lower_outline(tree)
        styles = add_styles(self._sheet, foreign.sheet, stories, foreign.name)
        rename(foreign, styles)
        renumber(foreign, self._marks, self._controls)
        add_notes(self._notes, foreign)

    def packed(self) -> bytes:
        """Return the draft as a Word file."""
        footnotes = self._names["footnotes"]
        changed = {
            self._names["styles"]: serialised(with_declarations(self._sheet.styles)),
            self._names["numbering"]: serialised(with_declarations(self._sheet.numbering)),
            footnotes: serialised(with_declarations(self._notes.tree)),
        }
        if self._notes.found:
            changed[relationships_part(footnotes)] = relationships_xml(footnotes, self._notes.found.values())
        return pack(self._parts | changed)


def _after(in_use: Iterable[str | None]) -> Iterator[int]:
    """Return the numbers after those in use."""
    return count(max((int(one) for one in in_use if one and one.lstrip("-").isdigit()), default=0) + 1)


# docxcompose


class _Composer(Composer):  # type: ignore[misc]  # docxcompose has no types
    """docxcompose, for documents that are fit for each other."""

    def add_relationship(self, _: Any, target: Any, relationship: Any) -> Any:
        """Take the other part over as it is; a copy would lose the ids by which it finds its own parts."""
        if relationship.is_external:
            identity = target.rels.get_or_add_ext_rel(relationship.reltype, relationship.target_ref)
        else:
            identity = target.relate_to(relationship.target_part, relationship.reltype)
        return target.rels[identity]

    def remove_header_and_footer_references(self, attachment: Any, element: Element) -> None:
        """Take over headers, footers and all else that is not yet: its id is none of the draft's."""
        for node, name, identity in references_in(element):
            if identity not in self.doc.part.rels:
                one = attachment.part.rels[identity]
                node.set(name, self.add_relationship(attachment.part, self.doc.part, one).rId)

    def add_styles(self, attachment: Any, element: Element) -> None:
        """Leave styles: those in use are in the draft by now."""

    def add_numberings(self, attachment: Any, element: Element) -> None:
        """Leave lists: those in use are in the draft by now."""

    def restart_first_numbering(self, attachment: Any, element: Element) -> None:
        """Leave the numbers of lists: each list is one of its own."""

    def add_footnotes(self, attachment: Any, element: Element) -> None:
        """Leave footnotes: they are in the draft by now, with their links."""

    def renumber_bookmarks(self) -> None:
        """Leave bookmarks: those that overlap would end where others do."""

    def fix_section_types(self, attachment: Any) -> None:
        """Leave sections: each has its own pages."""

    def fix_header_and_footers(self, attachment: Any) -> None:
        """Leave headers and footers: each section has its own."""


def _composed(draft: bytes, attachments: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the draft with the attachments at the places with their keys."""
    document = docx.Document(BytesIO(draft))
    composer = _Composer(document)
    body: Element = document.element.body
    for key, data in attachments:
        paragraph = _place(body, key)
        before, after = body.index(paragraph) + 1, len(body) - body.index(paragraph) - 1
        composer.insert(before, docx.Document(BytesIO(data)))
        part_sections(paragraph, body[len(body) - after - 1])
    buffer = BytesIO()
    composer.save(buffer)
    return buffer.getvalue()


def _declared(data: bytes) -> bytes:
    """Return the Word file packed in our way, all prefixes declared where Word looks for them."""
    parts = unpack(data, "")
    (name,) = (one.target for one in relationships(parts, "") if one.kind == "officeDocument")
    parts[name] = serialised(with_declarations(parse(parts[name])))
    return pack(parts)
