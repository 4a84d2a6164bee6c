"""How text looks and stands, after defaults, styles and what is set directly."""

from __future__ import annotations

import pytest

from clausekit.reading import Look, Passage
from tests.docx.reader.small_files import level, numbering, p, passage, passages, reading, style, t

BOLD = "<w:rPr><w:b/></w:rPr>"
STYLED = '<w:pStyle w:val="Clause"/>'
NAMED = '<w:rStyle w:val="Term"/>'


def look(run: str, styles: str, paragraph: str = STYLED) -> Look:
    (found,) = passages(reading(p(t("words", run), paragraph), styles=styles).body)
    return found.spans[0].look


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        (BOLD, "", "", True),
        ("", BOLD, "", True),
        (BOLD, BOLD, "", False),
        (BOLD, BOLD, "<w:b/>", True),
        (BOLD, "", '<w:b w:val="0"/>', False),
        (BOLD, '<w:rPr><w:b w:val="false"/></w:rPr>', "", True),
        ('<w:rPr><w:b w:val="off"/></w:rPr>', BOLD, "", True),
    ],
)
def test_switches_turn_each_other_off_between_styles_but_not_directly(
    paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = style("Clause", paragraph) + style("Term", character, kind="character")
    assert look(NAMED + direct, styles).bold is bold


def test_a_switch_of_the_defaults_stays_on() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert look("", defaults + style("Clause", "<w:rPr><w:i/></w:rPr>")).italic


def test_a_style_takes_from_those_that_it_is_based_on() -> None:
    styles = (
        style("Base", '<w:rPr><w:b/><w:sz w:val="28"/><w:color w:val="FF0000"/></w:rPr>')
        + style("Middle", '<w:rPr><w:b w:val="0"/></w:rPr>', based_on="Base")
        + style("Clause", '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>', based_on="Middle")
    )
    assert look("", styles) == Look(size=28, colour="ff0000", font="Arial")


def test_styles_based_on_each_other_in_a_ring_do_no_harm() -> None:
    styles = style("Clause", BOLD, based_on="Other") + style("Other", "", based_on="Clause")
    assert look("", styles).bold


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:u w:val="single"/>', Look(underline="single", size=20, font="Times New Roman")),
        ('<w:u w:val="none"/>', Look(size=20, font="Times New Roman")),
        ('<w:color w:val="auto"/>', Look(size=20, font="Times New Roman")),
        ('<w:color w:val="000000"/>', Look(size=20, font="Times New Roman")),
        ('<w:highlight w:val="yellow"/>', Look(highlight="yellow", size=20, font="Times New Roman")),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', Look(highlight="yellow", size=20, font="Times New Roman")),
        ('<w:shd w:val="clear" w:fill="auto"/>', Look(size=20, font="Times New Roman")),
        ('<w:vertAlign w:val="superscript"/>', Look(vertical="superscript", size=20, font="Times New Roman")),
        ("<w:smallCaps/>", Look(caps="small", size=20, font="Times New Roman")),
        ("<w:vanish/>", Look(hidden=True, size=20, font="Times New Roman")),
        ("<w:dstrike/>", Look(strike=True, size=20, font="Times New Roman")),
        ('<w:lang w:val="cy-GB"/>', Look(size=20, font="Times New Roman")),
    ],
)
def test_what_a_reader_sees_of_direct_formatting(properties: str, expected: Look) -> None:
    assert passage(t("words", properties)).spans[0].look == expected


def test_a_table_style_formats_its_first_row() -> None:
    first = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = style("Grid", f"<w:rPr><w:i/></w:rPr>{first}", kind="table")
    row = f"<w:tr><w:tc><w:tcPr/>{p(t('x'))}</w:tc></w:tr>"
    table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/></w:tblPr><w:tblGrid/>'
        f"{row}{row}</w:tbl>"
    )
    looks = [
        found.spans[0].look
        for found in passages(reading(table + p("", ""), styles=styles).body)
        if found.text
    ]
    assert [(one.bold, one.italic) for one in looks] == [(True, True), (False, True)]


def stands(properties: str, styles: str = "", lists: str = "") -> Passage:
    return next(passages(reading(p(t("x"), properties), styles=styles, numbering=lists).body))


INDENTED = '<w:ind w:left="100" w:hanging="50"/>'
LIST = numbering(level(0, "%1", more="").replace("</w:lvl>", f"<w:pPr>{INDENTED}</w:pPr></w:lvl>"))
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


@pytest.mark.parametrize(
    ("own", "direct", "expected"),
    [
        ("", IN_LIST, (100, -50)),
        ('<w:ind w:left="400"/>', IN_LIST, (100, -50)),
        (f'{IN_LIST}<w:ind w:left="400"/>', "", (400, -50)),
        ("", f'{IN_LIST}<w:ind w:left="300" w:firstLine="20"/>', (300, 20)),
        ('<w:ind w:start="400" w:firstLine="7"/>', "", (400, 7)),
    ],
)
def test_a_list_indents_over_a_style_unless_the_style_is_in_the_list(
    own: str, direct: str, expected: tuple[int, int]
) -> None:
    found = stands(STYLED + direct, style("Clause", f"<w:pPr>{own}</w:pPr>"), LIST)
    assert (found.indent, found.first_line) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("both", "justified"), ("center", "centre"), ("end", "right"), ("start", "left"), ("", "left")],
)
def test_alignment(word: str, expected: str) -> None:
    assert stands(f'<w:jc w:val="{word}"/>').alignment == expected


@pytest.mark.parametrize(
    "place",
    ['<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
     '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>',
     '<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>',
     '<w:numPr><w:ilvl w:val="many"/><w:numId w:val="x"/></w:numPr>'],
)  # fmt: skip
def test_a_list_or_level_that_is_not_there_gives_no_number(place: str) -> None:
    found = stands(place, lists=LIST)
    assert (found.label, found.level) == ("", None)


def test_a_list_whose_definition_is_missing_gives_no_number() -> None:
    missing = '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    assert stands(IN_LIST, lists=missing).label == ""
