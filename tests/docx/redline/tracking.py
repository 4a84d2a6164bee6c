"""Tracked changes strewn over Word files by chance, valid but senseless: for whatever accepts and rejects."""

from __future__ import annotations

from hypothesis import strategies as st
from lxml import etree

from clausekit.formats.docx.xml import W
from tests.docx.redline.choosing import Choice
from tests.docx.redline.pairs import Drawn, agreements
from tests.docx.redline.setting import word_file
from tests.docx.word_files import part, with_part

_WRAPPERS = ((), (), (), (), ("ins",), ("del",), ("moveFrom",), ("moveTo",), ("ins", "del"))
_MARKS = (*_WRAPPERS, ("ins", "del"))
_FORMER = (
    '<w:pPr><w:pStyle w:val="Clause2"/><w:jc w:val="right"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="Title"/></w:pPr>',
    "<w:pPr/>",
)
_FORMER_LOOKS = ("<w:rPr><w:b/></w:rPr>", '<w:rPr><w:u w:val="single"/></w:rPr>', "<w:rPr/>")
_SPLITTING = ("fldChar", "instrText")


@st.composite
def tracked_files(draw: st.DrawFn) -> bytes:
    """Draw a Word file with tracked changes of every kind that a paragraph or table can have."""
    return draw(tracked(word_file(draw(agreements()))))


@st.composite
def tracked(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw tracked changes in a Word file."""
    choice = Drawn(draw)
    document = part(data)
    for run in list(document.iter(_w("r"))):
        _track_run(run, choice)
    for paragraph in document.iter(_w("p")):
        _track_paragraph(paragraph, choice)
    for row in document.iter(_w("tr")):
        mark = choice.one(((), (), (), (), ("ins",), ("del",)))
        if mark:
            row.insert(0, _xml(f"<w:trPr>{_marks(mark)}</w:trPr>"))
    for properties in document.iter(_w("tcPr")):
        mark = choice.one(((), (), (), (), (), (), ("cellIns",), ("cellDel",)))
        properties.extend(_xml(f"<w:tcPr>{_marks(mark)}</w:tcPr>"))
    return with_part(data, "word/document.xml", etree.tostring(document))


def _track_run(run: etree._Element, choice: Choice) -> None:
    if any(etree.QName(child).localname in _SPLITTING for child in run):
        return
    if choice.number(0, 4) == 4:
        change = _xml(f"<w:rPrChange {_AUTHOR}>{choice.one(_FORMER_LOOKS)}</w:rPrChange>")
        properties = run.find(_w("rPr"))
        if properties is None:
            properties = etree.Element(_w("rPr"))
            run.insert(0, properties)
        properties.append(change)
    for name in reversed(choice.one(_WRAPPERS)):
        wrapper = _xml(f"<w:{name} {_AUTHOR}/>")
        outer = run.getparent()
        assert outer is not None
        outer.replace(run, wrapper)
        wrapper.append(run)
        run = wrapper


def _track_paragraph(paragraph: etree._Element, choice: Choice) -> None:
    properties = paragraph.find(_w("pPr"))
    if properties is None or properties.find(_w("sectPr")) is not None:
        return
    mark = choice.one(_MARKS)
    if mark:
        properties.append(_xml(f"<w:rPr>{_marks(mark)}</w:rPr>"))
    if choice.number(0, 4) == 4:
        properties.append(_xml(f"<w:pPrChange {_AUTHOR}>{choice.one(_FORMER)}</w:pPrChange>"))


_AUTHOR = 'w:id="1" w:author="A" w:date="2019-04-01T00:00:00Z"'


def _marks(names: tuple[str, ...]) -> str:
    return "".join(f"<w:{name} {_AUTHOR}/>" for name in names)


def _xml(text: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W}">{text}</x>')[0]


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
