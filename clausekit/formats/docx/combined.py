"""Many Word files in one, each a section of its own with its own header and footer.

They are attached, one after another, to a document that has nothing but places for them; so what is true of
attachments (see ``attachments``) is true of them. Of the places, each a section too, nothing stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausekit.formats.docx import styles
from clausekit.formats.docx.attachments import Attached, AttachedFile, attach, place
from clausekit.formats.docx.house_style import HouseStyle
from clausekit.formats.docx.package import pack, unpack
from clausekit.formats.docx.writing import DOCUMENT, package_around
from clausekit.formats.docx.xml import run
from clausekit.model import Document

_MARK = "00C0B1ED"
"""The paragraphs that are places have this number of an editing session, by which they are found again."""


def combined(title: str, files: Sequence[AttachedFile], house: HouseStyle) -> Attached:
    """Return the files as one Word file with that title, and what they could not keep.

    Raises ClausekitError with a finding for each reason for which a file cannot be taken.
    """
    style = house.styles.id(styles.BODY_TEXT)
    places = "".join(_place(number, file, style) for number, file in enumerate(files))
    body = f"{places}<w:sectPr>{house.page}</w:sectPr>"
    made = attach(pack(package_around(body, "", Document(title, title, "", ()), house, None)), files)
    return replace(made, data=_without_places(made.data))


def _place(number: int, file: AttachedFile, style: str) -> str:
    """Return the paragraph in which the bookmark is by which the place of a file is found."""
    return (
        f'<w:p w:rsidR="{_MARK}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:bookmarkStart w:id="{number}" w:name="{place(file.key)}"/>{run(file.name)}'
        f'<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def _without_places(data: bytes) -> bytes:
    from clausekit.formats.docx.attachment_trees import parse, remove, serialised, w  # lxml, as in ``attach``

    parts = unpack(data, "")
    tree = parse(parts[DOCUMENT])
    for paragraph in list(tree.iter(w("p"))):
        if paragraph.get(w("rsidR")) == _MARK:
            remove(paragraph)
    return pack({**parts, DOCUMENT: serialised(tree)})
