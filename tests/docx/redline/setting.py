"""Small agreements set as Word files.

Numbers, whether Word's own or typed, and the text of references are worked out here, so that an edit makes
later ones follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.formats.docx.package import pack
from clausekit.formats.docx.xml import DECLARATION, NAMESPACES, escape, run
from tests.docx.redline.agreements import (
    Agreement,
    Block,
    Cell,
    Clause,
    Note,
    Para,
    Piece,
    Ref,
    Table,
    Words,
    paragraphs,
)

# styles and lists

STYLES = {
    "Normal": ("Normal", "", ""),
    "BodyText": ("Body Text", '<w:jc w:val="both"/>', ""),
    "Heading1": ("heading 1", '<w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr>', "<w:b/>"),
    "Clause2": ("Clause Level 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ""),
    "Clause3": ("Clause Level 3", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', ""),
    "Title": ("Title", '<w:jc w:val="center"/>', "<w:b/>"),
    "TableText": ("Table Text", "", ""),
    "ListBullet": ("List Bullet", '<w:numPr><w:numId w:val="2"/></w:numPr>', ""),
    "FootnoteText": ("footnote text", "", ""),
    "Header": ("header", "", "<w:i/>"),
}
NUMBERED = ("Heading1", "Clause2", "Clause3")
"""The styles of numbered paragraphs, by their level."""

_LEVELS = (("decimal", "%1", "Heading1"), ("decimal", "%1.%2", "Clause2"), ("lowerLetter", "(%3)", "Clause3"))
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


_BASE = ' w:default="1"'


def _styles() -> str:
    made = [
        f'<w:style w:type="paragraph" w:styleId="{identity}"{_BASE if identity == "Normal" else ""}>'
        f'<w:name w:val="{name}"/>'
        + (f"<w:pPr>{layout}</w:pPr>" if layout else "")
        + (f"<w:rPr>{look}</w:rPr>" if look else "")
        + "</w:style>"
        for identity, (name, layout, look) in STYLES.items()
    ]
    made.append(
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    return f"<w:styles {NAMESPACES}><w:docDefaults/>{''.join(made)}</w:styles>"


def _numbering() -> str:
    linked = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, (kind, text, style) in enumerate(_LEVELS)
    )
    bullet = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    own = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="({"%" + str(depth + 1)})"/><w:lvlJc w:val="left"/></w:lvl>'
        for depth, kind in enumerate(("lowerRoman", "upperLetter", "decimal"))
    )
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for number, levels in enumerate((linked, bullet, own), start=1)
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 2, 3)
    )
    return f"<w:numbering {NAMESPACES}>{abstracts}{numbers}</w:numbering>"


# setting


_HEADER_PROPERTIES = '<w:pPr><w:pStyle w:val="Header"/></w:pPr>'
_NOTE_PROPERTIES = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
_RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
_PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'


def word_file(agreement: Agreement) -> bytes:
    """Return the agreement as a Word file."""
    setter = _Setter(agreement)
    body = setter.blocks(agreement.blocks)
    margins = {
        kind: f"<w:{tag} {NAMESPACES}><w:p>{_HEADER_PROPERTIES}{run(text)}</w:p></w:{tag}>"
        for kind, tag, text in (("header", "hdr", agreement.header), ("footer", "ftr", agreement.footer))
        if text
    }
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}1"/>' for kind in margins)
    last_section = f"<w:sectPr>{references}{_PAGE}</w:sectPr>"
    document = f"<w:document {NAMESPACES}><w:body>{body}{last_section}</w:body></w:document>"
    notes = "".join(setter.notes)
    stories = {
        "document": document,
        "styles": _styles(),
        "numbering": _numbering(),
        "settings": f"<w:settings {NAMESPACES}>{_SETTINGS}</w:settings>",
        "footnotes": f"<w:footnotes {NAMESPACES}>{_SEPARATORS}{notes}</w:footnotes>",
        **{f"{kind}1": margin for kind, margin in margins.items()},
    }
    parts = {
        "[Content_Types].xml": _content_types(stories),
        "_rels/.rels": _relations({"main": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {name: (name.rstrip("1"), f"{name}.xml") for name in stories if name != "document"},
            '<Relationship Id="link" Type="' + _OFFICE + '/hyperlink" Target="https://example.org/" '
            'TargetMode="External"/>',
        ),
        **{f"word/{name}.xml": DECLARATION + xml for name, xml in stories.items()},
    }
    return pack({name: text.encode() for name, text in parts.items()})


_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for kind, number, mark in (
        ("separator", -1, "separator"),
        ("continuationSeparator", 0, "continuationSeparator"),
    )
)


def _content_types(stories: dict[str, str]) -> str:
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_MAIN}.{kinds.get(name, name.rstrip("1"))}+xml"/>'
        for name in stories
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]], more: str = "") -> str:
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{inner}{more}</Relationships>'


class _Setter:
    def __init__(self, agreement: Agreement) -> None:
        self.notes: list[str] = []
        self._cut = agreement.cut
        self._numbers = dict(_numbers(agreement.blocks))
        self._bookmarks = {
            one.name: number for number, one in enumerate(paragraphs(agreement.blocks), start=1) if one.name
        }
        self._ids = 0

    def blocks(self, blocks: list[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Para():
                return self._paragraph(block)
            case Clause():
                return self._control(block.tag, self.blocks(block.blocks))
            case Table():
                return self._table(block)

    def _control(self, tag: str, content: str) -> str:
        self._ids += 1
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="{escape(tag)}"/><w:id w:val="{self._ids}"/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _table(self, table: Table) -> str:
        columns = max((sum(cell.columns for cell in row) for row in table.rows), default=1)
        merged = [{column for column, cell in _columns(row) if cell.above} for row in table.rows] + [set()]
        rows = "".join(
            f"<w:tr>{''.join(self._cell(cell, column in below) for column, cell in _columns(row))}</w:tr>"
            for row, below in zip(table.rows, merged[1:], strict=True)
        )
        grid = '<w:gridCol w:w="2000"/>' * columns
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _cell(self, cell: Cell, goes_on: bool) -> str:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "<w:vMerge/>" if cell.above else '<w:vMerge w:val="restart"/>' if goes_on else ""
        width = f'<w:tcW w:w="{2000 * cell.columns}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{span}{merge}</w:tcPr>{self.blocks(cell.blocks)}</w:tc>"

    def _paragraph(self, paragraph: Para) -> str:
        level = paragraph.list_level
        list_ = (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>' if level is not None else ""
        )
        alignment = f'<w:jc w:val="{paragraph.alignment}"/>' if paragraph.alignment else ""
        section = f"<w:sectPr>{_PAGE}</w:sectPr>" if paragraph.section else ""
        content = "".join(map(self._piece, paragraph.pieces))
        if paragraph.typed:
            content = run(f"{self._numbers[id(paragraph)]}\t") + content
        if paragraph.name:
            number = self._bookmarks[paragraph.name]
            content = (
                f'<w:bookmarkStart w:id="{number}" w:name="_Ref_{escape(paragraph.name)}"/>{content}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        style = f'<w:pStyle w:val="{paragraph.style}"/>'
        return f"<w:p><w:pPr>{style}{list_}{alignment}{section}</w:pPr>{content}</w:p>"

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Words():
                return self._words(piece)
            case Note():
                number = len(self.notes) + 1
                self.notes.append(
                    f'<w:footnote w:id="{number}"><w:p>{_NOTE_PROPERTIES}<w:r>{_RAISED}<w:footnoteRef/></w:r>'
                    f"{run(' ' + piece.text)}</w:p></w:footnote>"
                )
                return f'<w:r>{_RAISED}<w:footnoteReference w:id="{number}"/></w:r>'
            case Ref():
                return self._reference(piece.target)

    def _reference(self, target: str) -> str:
        if target not in self._bookmarks:
            return run("the clause that was here")
        shown = self._numbers.get(target, "above")
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> REF _Ref_{escape(target)} \\r \\h </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def _words(self, words: Words) -> str:
        look = (
            ('<w:rStyle w:val="Hyperlink"/>' if words.link else "")
            + ("<w:b/>" if words.bold else "")
            + ("<w:i/>" if words.italic else "")
            + ('<w:u w:val="single"/>' if words.underline else "")
        )
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        step = self._cut or len(words.text) or 1
        pieces = [words.text[place : place + step] for place in range(0, len(words.text), step)]
        content = "".join(run(piece, properties) for piece in pieces)
        if words.parameter:
            return self._control(f"param:{words.parameter}", content)
        if words.link:
            return f'<w:hyperlink r:id="link">{content}</w:hyperlink>'
        return content


def _columns(row: list[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row with the column in which each begins."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns


def _numbers(blocks: list[Block]) -> Iterator[tuple[str | int, str]]:
    """Yield the number of each numbered paragraph, by its name and (for typed ones) by its identity."""
    counts = [0, 0, 0]
    typed = 0
    for paragraph in paragraphs(blocks):
        if paragraph.typed:
            typed += 1
            number = f"{typed}."
            yield id(paragraph), number
        elif paragraph.style in NUMBERED and paragraph.list_level is None:
            level = NUMBERED.index(paragraph.style)
            counts = [*counts[:level], counts[level] + 1, *[0] * (2 - level)]
            number = ".".join(str(count or 1) for count in counts[: level + 1])
        else:
            continue
        if paragraph.name:
            yield paragraph.name, number
