"""A redline as a line of text for each paragraph, with its tracked changes as they would be typed.

The Council shall pay [-£1-][+£2+].         words deleted and inserted
[<Moved from here<] ¶<                      moved words, in a paragraph whose mark moved with them
[+New.+] ¶+                                 a paragraph inserted with its mark
| [+cell+] ¶+ | +                           a row inserted
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from tests.docx.word_files import W, part

_WRAPPERS = {"ins": "+", "del": "-", "moveFrom": "<", "moveTo": ">"}


def markup(redline: bytes, name: str = "word/document.xml") -> str:
    """Return the text of a part of a redline with its marks."""
    tree = part(redline, name)
    return "\n".join(_blocks(tree.find(f"{W}body") if name == "word/document.xml" else tree))


def _blocks(parent: Element | None) -> Iterator[str]:
    for child in parent if parent is not None else ():
        match str(child.tag).removeprefix(W):
            case "p":
                yield _paragraph(child)
            case "tbl":
                yield from map(_row, child.iterchildren(f"{W}tr"))
            case "sdt":
                yield from _blocks(child.find(f"{W}sdtContent"))
            case "footnote" if child.get(f"{W}type") is None:
                yield from _blocks(child)


def _row(row: Element) -> str:
    cells = "".join(
        f"{' / '.join(_blocks(cell))} |{_marks(cell, 'tcPr')}" for cell in row.iterchildren(f"{W}tc")
    )
    return f"|{cells}{_marks(row, 'trPr')}"


def _paragraph(paragraph: Element) -> str:
    marks = _marks(paragraph, "pPr/rPr")
    changed = " ~" if paragraph.find(f"{W}pPr/{W}pPrChange") is not None else ""
    return _content(paragraph) + (f" ¶{marks}" if marks else "") + changed


def _marks(element: Element, path: str) -> str:
    properties = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    names = {**_WRAPPERS, "cellIns": "+", "cellDel": "-"}
    found = properties if properties is not None else ()
    return "".join(names.get(str(one.tag).removeprefix(W), "") for one in found)


def _content(parent: Element) -> str:
    return "".join(map(_inline, parent))


def _inline(element: Element) -> str:
    name = str(element.tag).removeprefix(W)
    match name:
        case "t" | "delText":
            return element.text or ""
        case "tab":
            return "\t" if element.getparent() is not None else ""
        case "footnoteReference":
            return f"^{element.get(f'{W}id')}"
        case "commentReference":
            return f"({element.get(f'{W}id')})"
        case "pPr" | "rPr" | "sdtPr":
            return ""
        case "r" if element.find(f"{W}rPr/{W}rPrChange") is not None:
            return f"~{_content(element)}~"
        case _ if name in _WRAPPERS:
            return f"[{_WRAPPERS[name]}{_content(element)}{_WRAPPERS[name]}]"
        case _:
            return _content(element)
