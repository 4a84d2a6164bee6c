"""How much a redline marks: words inserted or deleted, without those that moved."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from rapidfuzz.distance import LCSseq

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n"}
_CHANGES = ("ins", "del", "moveFrom", "moveTo")


def marked_words(redline: bytes) -> int:
    """Return how many words of the body are marked as inserted or deleted, other than by a move."""
    with zipfile.ZipFile(io.BytesIO(redline)) as archive:
        document = ElementTree.fromstring(archive.read("word/document.xml"))
    return sum(len(text.split()) for text in _stretches(document))


def fewest_words(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words have to be marked between two texts: those outside of the longest common
    part."""
    return len(old) + len(new) - 2 * LCSseq.similarity(old, new)


def _stretches(document: Element) -> Iterator[str]:
    """Yield the text of each stretch of runs that are marked alike."""
    for paragraph in document.iter(f"{W}p"):
        for mark, runs in groupby(_runs(paragraph, ""), key=lambda run: run[1]):
            if mark in ("ins", "del"):
                yield "".join(text for text, _ in runs)


def _runs(parent: Element, mark: str) -> Iterator[tuple[str, str]]:
    """Yield the text of each run with the mark on it; an edit within moved text is an edit."""
    for child in parent:
        name = child.tag.removeprefix(W)
        if name == "r":
            yield "".join(map(_text, child)), mark
        elif name not in ("p", "pPr", "tbl"):
            yield from _runs(child, name if name in _CHANGES else mark)


def _text(child: Element) -> str:
    name = child.tag.removeprefix(W)
    return (child.text or "") if name in ("t", "delText") else _CHARACTERS.get(name, "")
