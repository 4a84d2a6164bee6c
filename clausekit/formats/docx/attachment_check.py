"""May this file be attached? It comes from anyone, and goes into an agreement that others open and sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_fields import UnbalancedError, fields
from clausekit.formats.docx.attachment_trees import local, parse, references, references_in, w
from clausekit.formats.docx.attachments import AttachedFile
from clausekit.formats.docx.package import CONTENT_TYPES_PART, Relationship, relationships, unpack
from clausekit.formats.docx.xml import CONTENT_TYPES
from clausekit.problems import ClausekitError, Finding

_SAVE_AGAIN = "Open it in Word and save it again as a Word document (.docx)."
_FLATTEN = "Open it in Word, take it out or turn it into plain text (Ctrl+Shift+F9), and save the file again."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = {b"%PDF": "it is a PDF", b"{\\rtf": "it is an RTF file", b"": "it is empty"}
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = "{http://purl.oclc.org/ooxml/"
_PROGRAMS = ("vbaProject", "wordVbaData", "activeXControl", "activeXControlBinary", "control")
_LEFT_BEHIND = ("attachedTemplate",)
_FETCHING_FIELDS = (
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "IMPORT", "DATABASE", "RD", "PRINT",
)  # fmt: skip
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    **{name: name for name in ("styles", "numbering", "settings", "footnotes", "endnotes")},
}
_KINDS = {
    "hyperlink": "hyperlink",
    "hlinkClick": "hyperlink",
    "hlinkHover": "hyperlink",
    "blip": "image",
    "svgBlip": "image",
    "imagedata": "image",
    "headerReference": "header",
    "footerReference": "footer",
}
_ON_THE_WEB = re.compile(r"\s*(https?|ftp):", re.IGNORECASE)
_LOADED = {
    "image": "a picture",
    "oleObject": "an object of another program",
    "attachedTemplate": "its template",
    "subDocument": "a part of its text",
    "frame": "a frame",
    "mailMergeSource": "a list for a mail merge",
}


def opened(file: AttachedFile) -> dict[str, bytes]:
    """Return the parts of a Word file that may be attached.

    Raises ClausekitError with a finding for each reason for which it may not: another kind of file, a
    password, macros, text or pictures that it would fetch from elsewhere, damage.
    """
    if other := _other_kind(file):
        raise ClausekitError(other)
    try:
        parts = unpack(file.data, file.file)
    except ClausekitError as error:
        why = error.findings[0].message.removeprefix("This Word file cannot be used: ").rstrip(".")
        raise ClausekitError(_refused(file, why, error.findings[0].remedy)) from None
    try:
        findings = tuple(_faults(file, parts))
    except UnbalancedError:
        findings = (
            _refused(file, "a field in it begins and has no end, or ends and has no beginning", _FLATTEN),
        )
    except (etree.XMLSyntaxError, expat.ExpatError, ValueError):
        findings = (_refused(file, "its contents are damaged", _SAVE_AGAIN),)
    if findings:
        raise ClausekitError(findings)
    return parts


def _refused(file: AttachedFile, why: str, remedy: str) -> Finding:
    return file.finding("attachment", f'"{file.name}" cannot be attached: {why}.', remedy)


def _other_kind(file: AttachedFile) -> Finding | None:
    """Return a finding on a file that is not even a package."""
    if file.data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in file.data:
            return _refused(
                file,
                "it is protected by a password",
                "Open it in Word, take the password off (File, Info, Protect Document), and save it again.",
            )
        return _refused(
            file, "it is not a .docx file but one of an older Word (.doc) or its like", _SAVE_AGAIN
        )
    for start, what in _OTHER_KINDS.items():
        if file.data.startswith(start) if start else not file.data:
            return _refused(file, what, "Attach the Word document (.docx) that it was made from.")
    return None


def _faults(file: AttachedFile, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    main = [one.target for one in relationships(parts, "") if one.kind == "officeDocument"]
    if CONTENT_TYPES_PART not in parts or len(main) != 1 or main[0] not in parts:
        opendocument = parts.get("mimetype", b"").startswith(b"application/vnd.oasis")
        what = "it is an OpenDocument file" if opendocument else "it is a zip file, but not of Word"
        yield _refused(file, what, _SAVE_AGAIN)
        return
    kind = _content_type(parts, main[0])
    trees = {name: parse(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    if "macroEnabled" in kind or any(_is_program(parts, name) for name in parts):
        yield _refused(
            file,
            "it holds macros or other programs",
            "Save it in Word as a Word document (.docx), without macros; take out controls that run them.",
        )
    elif kind != _MAIN_TYPE:
        yield _refused(file, "it is a template, or not of Word", _SAVE_AGAIN)
    elif main[0] not in trees or trees[main[0]].tag != w("document"):
        strict = main[0] in trees and str(trees[main[0]].tag).startswith(_STRICT)
        what = "it is saved as Strict Open XML" if strict else "its contents are damaged"
        yield _refused(file, what, _SAVE_AGAIN)
    else:
        yield from _fetched(file, parts)
        yield from _fetching_fields(file, trees)
        yield from _lost(file, parts, trees, main[0])


def _content_type(parts: Mapping[str, bytes], part: str) -> str:
    for entry in parse(parts[CONTENT_TYPES_PART]).iter(f"{{{CONTENT_TYPES}}}Override"):
        if entry.get("PartName") == f"/{part}":
            return entry.get("ContentType", "")
    return ""


def _is_program(parts: Mapping[str, bytes], part: str) -> bool:
    return "vbaproject" in part.lower() or any(one.kind in _PROGRAMS for one in relationships(parts, part))


def _fetched(file: AttachedFile, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a finding for each thing that Word would fetch from elsewhere when the file is opened.

    A template on a disk or in the office's network is nearly always named, and stays behind.
    """
    found = (one for name in parts for one in relationships(parts, name))
    for one in found:
        if one.external and one.kind != "hyperlink":
            if one.kind in _LEFT_BEHIND and not _ON_THE_WEB.match(one.target):
                continue
            what = _LOADED.get(one.kind, "something")
            yield _refused(
                file,
                f"it fetches {what} from elsewhere ({one.target[:100]})",
                "Open it in Word, break the link (File, Info, Edit Links to Files), and save it again.",
            )
        elif one.kind == "aFChunk":
            yield _refused(
                file, "it holds another file that Word would only take in when opening it", _SAVE_AGAIN
            )


def _fetching_fields(file: AttachedFile, trees: Mapping[str, Element]) -> Iterator[Finding]:
    for tree in trees.values():
        for field in fields(tree):
            if field.built:
                yield _refused(file, "it holds a field whose code is made by other fields", _FLATTEN)
            elif field.name in _FETCHING_FIELDS:
                yield _refused(
                    file,
                    f"it holds a {field.name} field, which fetches something or runs a program",
                    _FLATTEN,
                )


def _lost(
    file: AttachedFile, parts: Mapping[str, bytes], trees: Mapping[str, Element], main: str
) -> Iterator[Finding]:
    """Yield a finding if something that the text needs is not in the file, or not what it should be."""
    for one in relationships(parts, main):
        root = trees.get(one.target)
        if one.kind in _ROOTS and (root is None or root.tag != w(_ROOTS[one.kind])):
            yield _refused(file, f"its {one.kind} part is something else", _SAVE_AGAIN)
    for name in parts:
        found = {one.id: one for one in relationships(parts, name)}
        absent = any(
            not (one.external or "#" in one.target) and one.target not in parts for one in found.values()
        )
        wanted = references(trees[name]) if name in trees else set()
        if absent or not wanted <= set(found):
            yield _refused(file, f"a part that {name} needs is not in it", _SAVE_AGAIN)
        elif name in trees and not all(
            _fits(node, found[one]) for node, _, one in references_in(trees[name])
        ):
            yield _refused(file, f"{name} needs a part that is of another kind", _SAVE_AGAIN)
    if trees[main].find(w("body")) is None:
        yield _refused(file, "it has no text", _SAVE_AGAIN)


def _fits(element: Element, relationship: Relationship) -> bool:
    """Tell whether a relationship is of the kind that an element needs; only links lead out of the file."""
    name = local(element)
    kind = _KINDS.get(name)
    leads_out = relationship.external and relationship.kind not in _LEFT_BEHIND
    return relationship.kind == kind if kind else not leads_out
