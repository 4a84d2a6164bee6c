"""Reading Word files, whoever made them (ISO/IEC 29500 transitional and strict)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import serialised
from clausekit.formats.docx.reader.assembling import Assembler
from clausekit.formats.docx.reader.layouts import Layouts
from clausekit.formats.docx.reader.opening import Package, open_package
from clausekit.formats.docx.reader.tracked import annotations_of
from clausekit.formats.docx.revisions import accept_all, has_revisions, reject_all
from clausekit.reading import Cell, Passage, Reading, Row, Table

Changes = Literal["accepted", "rejected", "kept"]


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file, read.

    ``parts`` is the package, ``trees`` are the roots of its parts with text, styles and numbering; ``main``
    is the part with the body. ``elements`` are what each passage, table, row and cell was read from,
    ``layouts`` tell how the paragraphs of the file stand.
    """

    file: str
    parts: dict[str, bytes]
    trees: Mapping[str, Element]
    reading: Reading
    elements: Mapping[Passage | Table | Row | Cell, tuple[Element, ...]] = field(repr=False)
    layouts: Layouts = field(repr=False)
    main: str = "word/document.xml"


def read(data: bytes, file: str, changes: Changes = "accepted") -> WordFile:
    """Return what a Word file says; ``file`` is its name as shown to people.

    Tracked changes are accepted or rejected first; ``kept``, they stay in the trees, and what is read is the
    text without them. ``Reading.tracked`` lists them in any case.
    Raises ClausekitError if the file cannot be used. Nothing outside of it is ever fetched.
    """
    package = open_package(data, file)
    written = annotations_of(package)
    if changes != "kept":
        _settle(package, accept_all if changes == "accepted" else reject_all)
    assembler = Assembler(package, "kept" if changes == "kept" else "plain")
    reading = assembler.reading(written)
    return WordFile(
        file, package.parts, package.trees, reading, assembler.elements, assembler.layouts, package.main
    )


def _settle(package: Package, all_changes: Callable[[Mapping[str, Element]], None]) -> None:
    """Accept or reject what is tracked, in the trees and in the parts that it stands in."""
    for name, tree in package.trees.items():
        if has_revisions({name: tree}):
            all_changes({name: tree})
            package.parts[name] = serialised(tree)
