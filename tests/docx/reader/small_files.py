"""Small Word files of the kinds that others make, and what is read from them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from lxml import etree

from clausekit.formats.docx.attachment_trees import serialised, w
from clausekit.formats.docx.package import pack
from clausekit.formats.docx.reader import Changes, read
from clausekit.reading import Block, Passage, Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments",
          "settings": "settings", "header1": "hdr", "header2": "hdr", "footer1": "ftr"}  # fmt: skip
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_parts(body: str, extra: Mapping[str, bytes] | None = None, **parts: str) -> dict[str, bytes]:
    """Return the parts of a Word file: its body, and the content of others by name (``styles="..."``)."""
    found = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": relationships(
            {name: (name.rstrip("0123456789"), f"{name}.xml") for name in parts}
            | {name: ("image", name) for name in extra or {} if name.startswith("media/")}
        ),
    }
    for name, content in parts.items():
        root = _ROOTS[name]
        found[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>".encode()
    return found | {f"word/{name}": data for name, data in (extra or {}).items()}


def _types(parts: Iterable[str]) -> bytes:
    types = {"document": "document.main"} | {name: name.rstrip("0123456789") for name in parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in types.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    ).encode()


def relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    """Return a part of relationships: by id the kind and the target, external if it is an address."""
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for identity, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'.encode()


def word_file(body: str, extra: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """Return a Word file."""
    return pack(word_parts(body, extra, **parts))


def reading(body: str, changes: Changes = "accepted", **parts: str) -> Reading:
    """Return what is read from a Word file with this body."""
    return read(word_file(body, None, **parts), "agreement.docx", changes).reading


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the passages, also those in tables, in order."""
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from passages(cell.blocks)


def passage(content: str, changes: Changes = "accepted", **parts: str) -> Passage:
    """Return the one passage of a Word file with this paragraph."""
    (found,) = passages(reading(p(content), changes, **parts).body)
    return found


def p(content: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def t(text: str, properties: str = "") -> str:
    """Return a run of text; a tab in it is a tab."""
    inner = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in text.split("\t")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def lines(*texts: str) -> str:
    """Return a paragraph for each text; one in capitals is bold."""
    return "".join(p(t(text, "<w:b/>" if text.isupper() else "")) for text in texts)


def field(code: str, result: str) -> str:
    """Return a field, run by run."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(name: str, content: str, based_on: str = "", kind: str = "paragraph") -> str:
    """Return a style whose id is its name without blanks."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    identity = name.replace(" ", "")
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{based}{content}</w:style>'
    )


def level(depth: int, text: str, form: str = "decimal", more: str = "", style: str = "") -> str:
    """Return a level of a list, which a style may carry."""
    more += f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells with these paragraphs; the first cell of a short row is wide."""
    columns = max(map(len, rows))
    cells = (
        "".join(_cell(cell, columns - len(row) + 1 if place == 0 else 1) for place, cell in enumerate(row))
        for row in rows
    )
    grid = '<w:gridCol w:w="2500"/>' * columns
    inner = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def _cell(content: str, columns: int) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{2500 * columns}" w:type="dxa"/>{span}</w:tcPr>{content}</w:tc>'


def numbering(*levels: str, more: str = "") -> str:
    """Return a list with the id 1."""
    return (
        f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{more}'
    )


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    """Return a paragraph in a list."""
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(t(text), place)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip of any parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def with_typed_numbers(data: bytes, gap: str) -> bytes:
    """Return a Word file in which the numbers that Word would give are typed before the paragraphs."""
    file = read(data, "agreement.docx")
    for passage_ in passages(file.reading.body):
        if not passage_.label or passage_.typed:
            continue
        (paragraph,) = file.elements[passage_]
        run = etree.Element(w("r"))
        text = etree.SubElement(run, w("t"))
        text.text = passage_.label + gap
        if gap == "\t":
            text.text = passage_.label
            etree.SubElement(run, w("tab"))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph[0].addnext(run)
    styles = file.trees["word/styles.xml"]
    for place in list(styles.iter(w("numPr"))):
        styles_parent = place.getparent()
        assert styles_parent is not None
        styles_parent.remove(place)
    return pack(
        file.parts | {file.main: serialised(file.trees[file.main]), "word/styles.xml": serialised(styles)}
    )
