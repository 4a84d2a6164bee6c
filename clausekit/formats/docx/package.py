"""Word files as packages of parts: packing them, unpacking those of others, and reading back our own.

The container is that of ISO/IEC 29500-2: a zip whose parts find each other by relationships.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from clausekit.formats.docx.xml import (
    CONTENT_TYPES,
    DECLARATION,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    escape,
)
from clausekit.formats.docx.zipping import archive, deflated
from clausekit.problems import ClausekitError, Finding, Source

CONTENT_TYPES_PART = "[Content_Types].xml"

StartHandler = Callable[[str, dict[str, str]], None]

_OTHER_TYPES = {"core-properties": f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties"}
_MOST_PARTS = 2_000
_MOST_BYTES = 100_000_000
_MOST_TIMES, _LEAST_SUSPECT = 200, 4_000_000
"""How many times its compressed size a part may be, if it is large; text compresses to a tenth or so."""

_OTHER_KINDS = {
    b"{\\rtf": "it is an RTF file",
    b"%PDF": "it is a PDF file",
    b"<html": "it is a web page",
    b"<!DOCTYPE": "it is a web page",
}
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_KINDS = {
    "EncryptedPackage": "it is protected by a password",
    "WordDocument": "it is in the format of Word before 2007 (.doc)",
}
"""What a compound file ([MS-CFB]) holds, by the name of a stream in it, and what it is then."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """How a part finds another. ``kind`` is the last word of the type, ``target`` a part or an address."""

    id: str
    kind: str
    target: str
    external: bool = False


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip, in their order and without a clock: the same parts make the same bytes."""
    return archive(deflated(name, data) for name, data in parts.items())


def unpack(data: bytes, file: str) -> dict[str, bytes]:
    """Return the parts of a Word file that may come from anyone.

    Raises ClausekitError if it is no zip, damaged, encrypted, far too large, or has two parts of one name.
    """
    why = _other_kind(data)
    if why:
        raise unusable(file, why)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            names = {entry.filename.lower() for entry in entries}
            if len(names) < len(entries):
                raise unusable(file, "it holds two parts of the same name")
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise unusable(file, "it is far larger than any Word file needs to be")
            if any(_is_suspect(entry) for entry in entries):
                raise unusable(file, "a part of it grows far more than text does when it is unpacked")
            if any(
                entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries
            ):
                raise unusable(file, "it is packed in a way that Word does not use")
            if any(entry.flag_bits & 1 for entry in entries):
                raise unusable(file, "it is protected by a password")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        NotImplementedError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise unusable(file, "it is damaged, or not a .docx file") from error


def _other_kind(data: bytes) -> str | None:
    """Return what is to be said of a file that is clearly something else than a zip."""
    if not data:
        return "it is empty"
    if data.startswith(_COMPOUND_FILE):
        found = (why for name, why in _COMPOUND_KINDS.items() if name.encode("utf-16-le") in data)
        return next(found, "it is in the format of another program")
    return next((why for mark, why in _OTHER_KINDS.items() if data.startswith(mark)), None)


def _is_suspect(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(_LEAST_SUSPECT, _MOST_TIMES * entry.compress_size)


def unusable(file: str, why: str) -> ClausekitError:
    """Return the error for a Word file that cannot be used, and why."""
    return ClausekitError(
        Finding(
            "word-file",
            f"This Word file cannot be used: {why}.",
            Source(file),
            remedy="Open it in Word and save it again as a Word document (.docx), without a password.",
        )
    )


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relationships(parts: Mapping[str, bytes], part: str) -> tuple[Relationship, ...]:
    """Return the relationships of a part ("" for those of the package itself).

    Raises ``expat.ExpatError`` if they are no well-formed XML.
    """
    data = parts.get(relationships_part(part))
    if data is None:
        return ()
    folder = posixpath.dirname(part)
    found: list[Relationship] = []

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == f"{PACKAGE_RELATIONSHIPS} Relationship":
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relationship(attributes.get("Id", ""), kind, target, external))

    _parse(data, start)
    return tuple(found)


def verify(data: bytes) -> tuple[Finding, ...]:
    """Read a file back that we have just written; return what would keep Word from opening it.

    The zip is sound, every part is well-formed XML and has a content type, every relationship finds its part.
    """
    try:
        return tuple(_faults(unpack(data, "")))
    except (ClausekitError, expat.ExpatError):
        return (_not_sound("it cannot be unpacked"),)


def _faults(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    extensions, overrides = _content_types(parts)
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                _parse(data)
            except expat.ExpatError as error:
                yield _not_sound(f"{name} is not well-formed: {error}")
                continue
        if name != CONTENT_TYPES_PART and not (
            f"/{name}" in overrides or name.rpartition(".")[2].lower() in extensions
        ):
            yield _not_sound(f"{name} has no content type")
        for relationship in relationships(parts, name):
            if not relationship.external and relationship.target not in parts:
                yield _not_sound(f"{name} needs {relationship.target}, which is not there")
    if not any(relationship.kind == "officeDocument" for relationship in relationships(parts, "")):
        yield _not_sound("it has no document")


def relationships_xml(part: str, found: Iterable[Relationship]) -> bytes:
    """Return the part of relationships of a part ("" for the package itself), with targets relative to it."""
    folder = posixpath.dirname(part)
    inner = "".join(_relationship_xml(one, folder) for one in found)
    return (f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{inner}</Relationships>').encode()


def _relationship_xml(one: Relationship, folder: str) -> str:
    kind = _OTHER_TYPES.get(one.kind, f"{RELATIONSHIPS}/{one.kind}")
    target = one.target if one.external else posixpath.relpath(one.target, folder or ".")
    mode = ' TargetMode="External"' if one.external else ""
    return f'<Relationship Id="{escape(one.id)}" Type="{kind}" Target="{escape(target)}"{mode}/>'


def content_types_xml(types: Mapping[str, str]) -> bytes:
    """Return the part that says what each part is, by its name."""
    inner = "".join(
        f'<Override PartName="/{escape(name)}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    ).encode()


def _content_types(parts: Mapping[str, bytes]) -> tuple[set[str], set[str]]:
    extensions: set[str] = set()
    overrides: set[str] = set()

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == f"{CONTENT_TYPES} Default":
            extensions.add(attributes.get("Extension", "").lower())
        elif element == f"{CONTENT_TYPES} Override":
            overrides.add(attributes.get("PartName", ""))

    _parse(parts.get(CONTENT_TYPES_PART, b""), start)
    return extensions, overrides


def _parse(data: bytes, start: StartHandler | None = None) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(data, True)


def _not_sound(why: str) -> Finding:
    return Finding(
        "word-file-not-sound",
        f"The Word file that was made is not sound: {why}.",
        remedy="This is a fault of clausekit, not of your files. Please report it.",
    )
