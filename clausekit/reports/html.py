"""The report as one page of HTML that needs nothing else: inline or side by side, on paper or aloud.

All that documents say is escaped wherever it stands, and the page forbids every script and style but its own,
by their digests. Without scripts it is open in full, with the changes inline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.edits import Comparison, Edit, Layer
from clausekit.reports.marked import (
    Fold,
    Line,
    MarkedBlock,
    MarkedCell,
    MarkedRow,
    MarkedTable,
    MarkedText,
    Piece,
    RowFold,
    Sign,
    all_rows,
    move_words,
    numbered,
)
from clausekit.reports.marking import marked_texts
from clausekit.reports.page import Blocks, escaped, head, own
from clausekit.reports.paper import edit_link, summary_blocks, title
from clausekit.reports.phrases import SHORT_LAYERS
from clausekit.reports.remarks import Remarks
from clausekit.reports.summary import Summary, summarise

_TAGS: dict[Sign, str] = {"deleted": "del", "inserted": "ins", "formatted": "mark"}
_DEEPEST = 5

_KEYS = (
    ("n or j", "next change"),
    ("p or k", "previous change"),
    ("s", "side by side, or inline"),
    ("f", "open or fold away what did not change"),
    ("?", "show or hide these keys"),
)


def write(comparison: Comparison) -> str:
    """Return the report as a page of HTML."""
    heading = title(comparison)
    texts = marked_texts(comparison)
    writer = _TextWriter()
    printed = [line for text in texts for line in writer.text(text)]
    page = Blocks({edit_link(number) for number in writer.anchors})
    main = [f"<h1>{escaped(heading)}</h1>", *page.blocks(summary_blocks(comparison))]
    if texts:
        main += ['<section class="changes" id="text" aria-labelledby="text-heading">']
        main += ['<h2 id="text-heading">The text with its changes</h2>', _LEGEND, *printed, "</section>"]
        page.contents.append(("text", "The text with its changes"))
    style, script = own("page.css") + own("html.css"), own("html.js")
    return "\n".join(
        [
            *head(heading, style, script),
            *_panel(page.contents, summarise(comparison), changes=bool(texts)),
            '<main id="main">',
            *main,
            "</main>",
            *([f"<script>{script}</script>"] if texts else []),
            "</body>",
            "</html>",
            "",
        ]
    )


_LEGEND = (
    '<p class="legend"><del>removed</del> <ins>added</ins> <mark>same words, other formatting</mark> '
    '<span class="came">moved here</span> <span class="left">moved away</span>'
    '<span class="hint"> Press <kbd>?</kbd> for the keys.</span></p>'
)


def _panel(contents: Sequence[tuple[str, str]], summary: Summary, *, changes: bool) -> Iterator[str]:
    """Yield what stays in sight: how much changed, where to go, and what to show."""
    yield '<nav class="panel" aria-label="Report">'
    yield f'<p class="opening">{escaped(summary.opening)}</p>'
    if contents:
        links = (f'<li><a href="#{name}">{escaped(words)}</a></li>' for name, words in contents)
        yield f"<ul>{''.join(links)}</ul>"
    if changes:
        yield '<div class="controls" hidden>'
        yield '<p class="steps"><button type="button" data-do="previous">Previous</button>'
        yield '<button type="button" data-do="next">Next</button>'
        yield '<output aria-live="polite"></output></p>'
        yield '<p class="views">'
        yield '<button type="button" data-do="side" aria-pressed="false">Side by side</button>'
        yield '<button type="button" data-do="fold" aria-pressed="false">Whole text</button></p>'
        yield "<details open><summary>Layers shown</summary><fieldset><legend>Layers shown</legend>"
        counts: list[tuple[Layer, int]] = [(count.layer, count.count) for count in summary.counts]
        if summary.followed:
            counts.append(("following", summary.followed))
        for layer, count in counts:
            yield f'<label><input type="checkbox" checked data-shows="{layer}"> {SHORT_LAYERS[layer]} '
            yield f"<span>{count:,}</span></label>"
        yield "</fieldset></details>"
        keys = "".join(
            f"<dt><kbd>{'</kbd> or <kbd>'.join(key.split(' or '))}</kbd></dt><dd>{does}</dd>"
            for key, does in _KEYS
        )
        yield f'<details class="keys"><summary>Keys</summary><dl>{keys}</dl></details>'
        yield "</div>"
    yield "</nav>"


# the text with its changes


class _TextWriter:
    """Writes marked text; ``anchors`` gathers the ids of the edits that are told in it."""

    def __init__(self) -> None:
        self._told = Remarks()
        self.anchors: set[int] = set()

    def text(self, text: MarkedText) -> Iterator[str]:
        if text.name:
            yield f"<h3>{escaped(text.name)}</h3>"
        yield from map(self._marked, text.blocks)

    def _marked(self, block: MarkedBlock) -> str:
        match block:
            case Line():
                return _in_row(_line(block), block.edits, self._remarks(block.edits, block.looks))
            case MarkedTable():
                return _in_row(self._table(block), block.edits, self._remarks(block.edits))
            case Fold():
                inner = "\n".join(map(self._marked, block.blocks))
                return f'<details class="fold"><summary>{block}</summary>\n{inner}\n</details>'

    def _remarks(self, edits: Sequence[Edit], looks: Sequence[tuple[int, str]] = ()) -> str:
        items = ""
        for remark in self._told.on(edits, looks):
            numbers = " ".join(map(self._anchored, remark.edits))
            items += f'<li data-layer="{remark.edits[0].layer}">{numbers} {escaped(remark.text)}</li>'
        return f'<ul class="notes">{items}</ul>' if items else ""

    def _anchored(self, edit: Edit) -> str:
        name = "" if edit.id in self.anchors else f' id="{edit_link(edit.id)}"'
        self.anchors.add(edit.id)
        return f"<b{name}>{edit.id}</b>"

    def _table(self, table: MarkedTable) -> str:
        width = max(sum(cell.columns for cell in row.cells) for row in all_rows(table))
        rows = "".join(_row(row, width) for row in table.rows)
        return f'<div class="table"><table>{rows}</table></div>'


def _in_row(content: str, edits: Sequence[Edit], notes: str) -> str:
    kind = "row changed" if edits else "row"
    return f'<div class="{kind}"><div class="now">{content}</div>{notes}</div>'


def _line(line: Line) -> str:
    kinds = [f"d{min(line.depth, _DEEPEST)}" if line.depth else "", "heading" if line.heading else ""]
    kinds.append("numbered" if line.label else "")
    kinds.append({"from": "left", "to": "came", "": ""}[line.moved])
    told = f'<span class="told">{escaped(move_words(line))}</span> ' if line.moved else ""
    label = f'<span class="label">{_label(line)}</span> ' if line.label else ""
    names = " ".join(kind for kind in kinds if kind)
    begin = f'<p class="{names}">' if names else "<p>"
    return f"{begin}{label}{told}{_pieces(line.pieces)}</p>"


def _row(row: MarkedRow | RowFold, width: int, kind: str = "") -> str:
    if isinstance(row, RowFold):
        rest = "".join(_row(one, width, "rest") for one in row.rows)
        return f'<tr class="put-away"><td colspan="{width}">{row}</td></tr>{rest}'
    tag = "th" if row.header else "td"
    kind = kind or (row.sign if row.sign != "same" else "")
    name = f' class="{kind}"' if kind else ""
    return f"<tr{name}>{''.join(_cell(cell, tag) for cell in row.cells)}</tr>"


def _cell(cell: MarkedCell, tag: str) -> str:
    span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    kind = f' class="{cell.sign}"' if cell.sign != "same" else ""
    lines = [f"{_label(line)} {_pieces(line.pieces)}".strip() for line in cell.lines]
    return f"<{tag}{span}{kind}>{'<br>'.join(lines)}</{tag}>"


def _label(line: Line) -> str:
    return " ".join(_piece(piece, 0) for piece in line.label)


def _pieces(pieces: Sequence[Piece]) -> str:
    return "".join(_piece(piece, number) for piece, number in numbered(pieces))


def _piece(piece: Piece, number: int) -> str:
    words = escaped(piece.text).replace("\n", "<br>")
    if piece.sign == "same":
        return words
    tag = _TAGS[piece.sign]
    mark = f'<sup data-layer="{piece.layer}">{number}</sup>' if number else ""
    return f'<{tag} data-layer="{piece.layer}">{words}</{tag}>{mark}'
