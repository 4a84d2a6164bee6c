"""An attachment on its way into a draft: its texts as trees, and a list of what could not be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_styles import Sheet
from clausekit.formats.docx.attachment_theme import write_out
from clausekit.formats.docx.attachment_trees import (
    parse,
    references,
    references_in,
    remove,
    serialised,
    settle_compatibility,
    w,
    with_declarations,
)
from clausekit.formats.docx.attachments import AttachedFile
from clausekit.formats.docx.package import (
    CONTENT_TYPES_PART,
    Relationship,
    content_types_xml,
    pack,
    relationships,
    relationships_part,
    relationships_xml,
)
from clausekit.formats.docx.xml import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS
from clausekit.problems import Finding, Level

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that cannot be kept: how that is told of one, and of more."""

    one: str
    more: str
    level: Level = "warning"


@dataclass(slots=True)
class Foreign:
    """An attachment that is being made fit for the draft.

    ``label`` tells it from other attachments in bookmarks and parts, ``name`` in styles. ``stories`` are its
    texts by the names of their parts: the document, headers, footers and notes.
    """

    file: AttachedFile
    label: str
    name: str
    parts: dict[str, bytes]
    types: dict[str, str]
    document: str
    stories: dict[str, Element]
    sheet: Sheet
    lost: Counter[Loss] = field(default_factory=Counter)

    @property
    def body(self) -> Element:
        """The body of the document."""
        body = self.stories[self.document].find(w("body"))
        assert body is not None  # attachment_check has seen to it
        return body

    def related(self, kind: str) -> Element | None:
        """Return a part of the document by the kind of its relationship; None if there is none."""
        for one in relationships(self.parts, self.document):
            if one.kind == kind and not one.external:
                return (
                    self.stories[one.target] if one.target in self.stories else parse(self.parts[one.target])
                )
        return None

    def lose(self, loss: Loss, number: int = 1) -> None:
        """Note that something cannot be kept."""
        if number:
            self.lost[loss] += number

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each kind of thing that could not be kept."""
        for loss, number in self.lost.items():
            words = loss.one if number == 1 else loss.more
            message = words.format(number=number, file=self.file.name)
            yield self.file.finding("attachment-changed", message, level=loss.level)

    def add_running(self, kind: str) -> str:
        """Add an empty header or footer; return the id of its relationship."""
        name, identity = f"word/empty-{kind}.xml", f"empty-{kind}"
        root = etree.Element(w("hdr" if kind == "header" else "ftr"))
        etree.SubElement(root, w("p"))
        self.parts[name] = serialised(root)
        self.types[name] = _WORD_TYPE.format(kind)
        self._add_relationship(identity, kind, name)
        return identity

    def _add_relationship(self, identity: str, kind: str, target: str) -> None:
        name = relationships_part(self.document)
        tree = parse(self.parts[name]) if name in self.parts else parse(relationships_xml(self.document, ()))
        one = etree.SubElement(tree, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
        one.attrib.update({"Id": identity, "Type": f"{RELATIONSHIPS}/{kind}", "Target": f"/{target}"})
        self.parts[name] = serialised(tree)


def read(file: AttachedFile, parts: dict[str, bytes], label: str, name: str) -> Foreign:
    """Return a checked attachment, ready to be changed; nothing in it hangs on its theme any more."""
    (document,) = (one.target for one in relationships(parts, "") if one.kind == "officeDocument")
    found = relationships(parts, document)
    texts = [one.target for one in found if one.kind in _STORIES]
    stories = {part: parse(parts[part]) for part in dict.fromkeys((document, *texts))}
    for tree in stories.values():
        settle_compatibility(tree)
    sheet = Sheet(_part(parts, found, "styles"), _part(parts, found, "numbering"))
    pictured = {
        part: parse(data) for part, data in parts.items() if b"schemeClr" in data and part not in stories
    }
    themes = [parse(parts[one.target]) for one in found if one.kind == "theme"]
    for tree in (sheet.styles, sheet.numbering):
        settle_compatibility(tree)
    write_out(
        themes[0] if themes else None, (*stories.values(), sheet.styles, sheet.numbering, *pictured.values())
    )
    parts = parts | {part: serialised(tree) for part, tree in pictured.items()}
    types = _types(parts) | {one.target: _WORD_TYPE.format(one.kind) for one in found if one.kind in _STORIES}
    return Foreign(file, label, name, parts, types, document, stories, sheet)


def _part(parts: Mapping[str, bytes], found: tuple[Relationship, ...], kind: str) -> Element:
    for one in found:
        if one.kind == kind:
            return parse(parts[one.target])
    return etree.Element(w(kind))


def _types(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content type of each part."""
    tree = parse(parts[CONTENT_TYPES_PART])
    by_extension = {
        one.get("Extension", "").lower(): one.get("ContentType", "")
        for one in tree.iter(f"{{{CONTENT_TYPES}}}Default")
    }
    by_name = {
        one.get("PartName", "").removeprefix("/"): one.get("ContentType", "")
        for one in tree.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    return {
        name: by_name.get(name, by_extension.get(name.rpartition(".")[2].lower(), "application/octet-stream"))
        for name in parts
    }


# the package that docxcompose is given


def packed(foreign: Foreign) -> bytes:
    """Return the attachment as a Word file of its text and what that refers to; the draft has the rest.

    All parts are in a folder of their own, so none has the name of a part of the draft.
    """
    folder = f"attachments/{foreign.label}"
    _own_ids(foreign)
    texts = _running_and_text(foreign)
    trees = {name: with_declarations(tree) for name, tree in foreign.stories.items() if name in texts}
    data = foreign.parts | {name: serialised(tree) for name, tree in trees.items()}
    package: dict[str, bytes] = {}
    waiting = [foreign.document]
    while waiting:
        name = waiting.pop(0)
        if f"{folder}/{name}" in package:
            continue
        package[f"{folder}/{name}"] = data[name]
        kept = _relationships(foreign.parts, name, trees.get(name), folder)
        if len(kept):
            package[relationships_part(f"{folder}/{name}")] = serialised(kept)
            found = relationships(package, f"{folder}/{name}")
            waiting += [one.target.removeprefix(f"{folder}/") for one in found if not one.external]
    root = Relationship("document", "officeDocument", f"{folder}/{foreign.document}")
    named = {
        name: foreign.types[name.removeprefix(f"{folder}/")] for name in package if not name.endswith(".rels")
    }
    return pack(
        {
            CONTENT_TYPES_PART: content_types_xml(named),
            relationships_part(""): relationships_xml("", [root]),
            **package,
        }
    )


def _own_ids(foreign: Foreign) -> None:
    """Give the relationships of the document ids that the draft has not."""
    for node, name, identity in references_in(foreign.stories[foreign.document]):
        node.set(name, f"{foreign.label}-{identity}")
    name = relationships_part(foreign.document)
    if name in foreign.parts:
        tree = parse(foreign.parts[name])
        for one in tree:
            one.set("Id", f"{foreign.label}-{one.get('Id')}")
        foreign.parts[name] = serialised(tree)


def _running_and_text(foreign: Foreign) -> set[str]:
    found = relationships(foreign.parts, foreign.document)
    return {foreign.document, *(one.target for one in found if one.kind in ("header", "footer"))}


def _relationships(parts: Mapping[str, bytes], name: str, tree: Element | None, folder: str) -> Element:
    """Return the relationships of a part that lead into the folder; of a text those that it uses."""
    data = parts.get(relationships_part(name))
    kept = parse(data if data is not None else relationships_xml(name, ()))
    used = None if tree is None else references(tree)
    for one in list(kept):
        if used is not None and one.get("Id") not in used:
            remove(one)
        elif one.get("TargetMode") != "External" and one.get("Target", "").startswith("/"):
            one.set("Target", f"/{folder}{one.get('Target')}")
    return kept
