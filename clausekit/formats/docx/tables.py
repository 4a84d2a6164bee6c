"""Tables: the header row repeats on each page, rows stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.formats.docx.columns import LayOut
from clausekit.formats.docx.inlines import InlineWriter
from clausekit.formats.docx.styles import TABLE, TABLE_HEADING, TABLE_TEXT, Styles
from clausekit.formats.docx.xml import paragraph
from clausekit.model import Alignment, Table
from clausekit.walk import Inlines

_JUSTIFICATION: dict[Alignment, str] = {
    "left": "",
    "centre": '<w:jc w:val="center"/>',
    "right": '<w:jc w:val="right"/>',
}
_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
    ' w:noVBand="1"/>'
)


def write_table(table: Table, indent: int, lay_out: LayOut, inlines: InlineWriter, styles: Styles) -> str:
    """Return the table, and an empty paragraph after it."""
    rows = (table.header, *table.rows)
    layout = lay_out([[inlines.plain(cell) for cell in row] for row in rows], indent)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in layout.columns)
    heading, *body = (
        _row(row, table, layout.columns, inlines, styles, heading=row is table.header) for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.id(TABLE)}"/><w:tblW w:w="{layout.width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{layout.indent}" w:type="dxa"/>{_LOOK}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{heading}{''.join(body)}</w:tbl>"
        f"{paragraph(styles.id(TABLE_TEXT), '')}"
    )


def _row(
    cells: tuple[Inlines, ...],
    table: Table,
    widths: Sequence[str],
    inlines: InlineWriter,
    styles: Styles,
    *,
    heading: bool,
) -> str:
    style = styles.id(TABLE_HEADING if heading else TABLE_TEXT)
    repeat = "<w:tblHeader/>" if heading else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style, inlines.write(cell), _JUSTIFICATION[alignment])}</w:tc>"
        for cell, width, alignment in zip(cells, widths, table.alignments, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"
