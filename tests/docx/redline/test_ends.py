"""Texts that end in a table, or are empty: Word ends each with a paragraph, and other programs need not."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.docx.redline.agreements import Agreement, p
from tests.docx.redline.redlines import redline
from tests.docx.redline.setting import word_file
from tests.docx.word_files import W, part, with_part

FIRST = "The Council shall pay the invoice within ten days."
LAST = "The parties have signed this agreement on its date."


def paragraph(words: str, properties: str = "") -> str:
    run = f"<w:r><w:t>{words}</w:t></w:r>" if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def table(*cells: str) -> str:
    rows = (f"<w:tr><w:tc><w:tcPr/>{cell}</w:tc></w:tr>" for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def file(body: str) -> bytes:
    data = word_file(Agreement([p("Words")]))
    document = part(data)
    place = document[0]
    blocks = list(etree.fromstring(f'<body xmlns:w="{W[1:-1]}">{body}</body>'))
    place[:] = [*blocks, *place.iterchildren(f"{W}sectPr")]
    return with_part(data, "word/document.xml", etree.tostring(document))


START, END = paragraph(FIRST), paragraph(LAST)
CHANGED_END = paragraph(LAST.replace("signed", "sealed"))
NUMBERED_END = paragraph(LAST, '<w:pStyle w:val="Clause2"/>')
SECTION = paragraph(LAST, '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
FRUIT, OTHER_FRUIT = (table(paragraph("apples"), paragraph(fruit)) for fruit in ("pears", "plums"))


@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(START + FRUIT, START + OTHER_FRUIT, id="both in a table"),
        pytest.param(START + FRUIT, START + OTHER_FRUIT + paragraph(""), id="one with an empty paragraph"),
        pytest.param(START + FRUIT, START + OTHER_FRUIT + END, id="a paragraph comes after it"),
        pytest.param(START + FRUIT, START + OTHER_FRUIT + NUMBERED_END, id="a numbered one comes after it"),
        pytest.param(START + FRUIT, START + END, id="a paragraph in its place"),
        pytest.param(START, START + FRUIT, id="the table comes"),
        pytest.param(START + END, START + CHANGED_END + FRUIT, id="the table comes after changed words"),
        pytest.param(SECTION, SECTION + FRUIT, id="the table comes after a section"),
        pytest.param(FRUIT + START + END, START + END + FRUIT, id="the table moves"),
        pytest.param(START + table(FRUIT), START + table(FRUIT + END), id="in a cell"),
        pytest.param(START + table(END), START + table(END + FRUIT), id="in a cell, the table comes"),
        pytest.param("", START, id="nothing"),
    ],
)
def test_texts_that_word_could_not_hold_are_compared_as_they_are(old: str, new: str, turned: bool) -> None:
    pair = (new, old) if turned else (old, new)
    redline(*map(file, pair))


def test_a_redline_ends_with_a_paragraph_after_a_table() -> None:
    body = part(redline(file(START + FRUIT), file(START + OTHER_FRUIT)))[0]
    assert [child.tag.removeprefix(W) for child in body] == ["p", "tbl", "p", "sectPr"]
