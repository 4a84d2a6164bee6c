"""What stands in a file but is not read, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import MC, w
from clausekit.formats.docx.package import Relationship
from clausekit.formats.docx.reader.opening import Package

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_TEXT_BOX = w("txbxContent")
_DRAWINGS = frozenset((w("drawing"), w("pict")))
_OF_DRAWINGS = {
    _PICTURE: "picture", _VML_PICTURE: "picture", _CHART: "chart", _DIAGRAM: "diagram", _TEXT_BOX: "text box",
}  # fmt: skip
_OTHERS = {
    w("object"): "embedded object", w("control"): "form control", w("altChunk"): "inserted file",
    w("subDoc"): "linked document", _MATHS: "equation",
}  # fmt: skip
_SEEN = (*_DRAWINGS, *_OTHERS)
_FETCHED = frozenset(("image", "attachedTemplate", "oleObject", "subDocument", "frame", "video", "audio"))
_PLURALS = {"text box": "text boxes"}
_ORDER = (
    "picture", "chart", "diagram", "shape", "text box", "embedded object", "equation", "form control",
    "inserted file", "linked document",
)  # fmt: skip


def unread(package: Package) -> tuple[str, ...]:
    """Return what is in a file that no one compares or proofreads: ("2 pictures", "macros")."""
    counts = Counter(name for story in package.stories for name in _things(story))
    found = [_counted(counts[name], name) for name in _ORDER if counts[name]]
    if any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        found.append("macros")
    outside = len({one.target for one in _outside(package)})
    if outside:
        found.append(_counted(outside, "link to a file elsewhere", "links to files elsewhere"))
    return tuple(found)


def _things(story: Element) -> Iterator[str]:
    for element in story.iter(*_SEEN):
        if element.tag in _OTHERS:
            yield _OTHERS[element.tag]
        elif not _is_second(element):
            yield next((_OF_DRAWINGS[one.tag] for one in element.iter(*_OF_DRAWINGS)), "shape")


def _is_second(drawing: Element) -> bool:
    """Tell whether a drawing stands inside another thing, or is an older form of one."""
    return next(drawing.iterancestors(f"{{{MC}}}Fallback", w("object"), *_DRAWINGS), None) is not None


def _outside(package: Package) -> Iterator[Relationship]:
    for related in package.relationships.values():
        for one in related.values():
            if one.external and one.kind in _FETCHED:
                yield one


def _counted(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or _PLURALS.get(one, f'{one}s')}"
