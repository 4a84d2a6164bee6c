"""From markdown-it's block tokens to the nested form of a clause (see ``building``)."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from clausekit.parsing.inlines import InlineReader, Nested
from clausekit.parsing.keys import Keys
from clausekit.parsing.lines import Page, Reporter

MAX_LEVELS = 5
"""Levels of numbered provisions below the heading: 1.1, 1.1.1, (a), (i), (A)."""

_ALIGNMENTS = {"text-align:left": "left", "text-align:center": "centre", "text-align:right": "right"}
_STROKE = re.compile(r"(?<!\\)\|")
_NOTE_SIGN = re.compile(r"\[!NOTE\] ?")


class BlockReader:
    """Reads the tokens of one clause, front to back."""

    def __init__(self, tokens: list[Token], page: Page, reporter: Reporter) -> None:
        self._tokens = tokens
        self._page = page
        self._reporter = reporter
        self._keys = Keys()
        self._at = 0
        self._levels = 0
        self._inside: list[str] = []
        self._margins: list[int] = []
        self._labels: dict[str, int] = {}
        self._inlines = InlineReader(reporter, self._footnotes())
        self._readers: dict[str, Callable[[Token], Nested | None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "ordered_list_open": self._list,
            "bullet_list_open": self._list,
            "dl_open": self._definitions,
            "table_open": self._table,
            "blockquote_open": self._note,
            "container_signature_open": self._signature,
            "footnote_reference_open": self._skip_footnote,
        }

    def read(self) -> tuple[Nested, Nested]:
        """Return the heading and the blocks of the clause."""
        heading = self._clause_heading()
        blocks = self._blocks(None)
        if not blocks:
            self._report("clause-empty", 0)
        for label in self._labels.keys() - self._inlines.used_footnotes:
            self._report("footnote-unused", self._labels[label], name=label)
        return heading, blocks

    # the stream of tokens

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _blocks(self, until: str | None) -> Nested:
        """Return the blocks up to the closing token ``until``, which is passed over."""
        blocks: Nested = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == until:
                break
            block = self._readers[token.type](token)
            if block is not None:
                blocks.append(block)
        return blocks

    def _within(self, kind: str, until: str) -> Nested:
        levels = self._levels
        if kind != "item":
            self._levels = 0  # definitions, notes and signature blocks number their own lists
        self._inside.append(kind)
        blocks = self._blocks(until)
        self._inside.pop()
        self._levels = levels
        return blocks

    def _run(self, *, anchored: bool = False) -> Nested:
        """Return the run of the ``inline`` token that comes next; pass over the closing token after it."""
        token = self._next()
        self._at += 1
        return self._inlines.read(token, anchored=anchored)

    def _key(self, kind: str, run: Nested, index: int) -> str:
        if self._inlines.anchor:
            key = self._keys.for_anchor(self._inlines.anchor)
            if key:
                return key
            self._report("anchor-twice", index, name=self._inlines.anchor)
        return self._keys.for_wording(kind, run)

    def _line(self, token: Token) -> int:
        return self._reporter.number(_index(token))

    def _report(self, rule: str, index: int, **details: object) -> None:
        self._reporter.report(rule, index, **details)

    # footnotes are read first, since their marks stand before them

    def _footnotes(self) -> dict[str, Nested]:
        notes: dict[str, Nested] = {}
        reader = InlineReader(self._reporter, None)
        for at, token in enumerate(self._tokens):
            if token.type != "footnote_reference_open":
                continue
            label, index = token.meta["label"], _index(token)
            if label in notes:
                self._report("footnote-twice", index, name=label)
            body = self._tokens[at + 1 : self._closing(at)]
            if [part.type for part in body] != ["paragraph_open", "inline", "paragraph_close"]:
                self._report("footnote-shape", index, name=label)
            notes[label] = next((reader.read(part) for part in body if part.type == "inline"), [])
            self._labels[label] = index
        return notes

    def _closing(self, at: int) -> int:
        depth = 0
        for position in range(at, len(self._tokens)):
            depth += self._tokens[position].nesting
            if depth == 0:
                return position
        return len(self._tokens)

    def _skip_footnote(self, _token: Token) -> None:
        self._at = self._closing(self._at - 1) + 1

    # blocks

    def _clause_heading(self) -> Nested:
        if not self._tokens or self._tokens[0].type != "heading_open" or self._tokens[0].tag != "h1":
            self._report("heading-missing", _index(self._tokens[0]) if self._tokens else 0)
            return []
        token = self._next()
        run = self._run()
        if not run:
            self._report("heading-empty", _index(token))
        return run

    def _heading(self, token: Token) -> Nested | None:
        run = self._run(anchored=True)
        if token.tag != "h2":
            self._report("heading-second" if token.tag == "h1" else "heading-deep", _index(token))
        if self._inside:
            self._report("heading-inside", _index(token))
        return ["h", self._key("h", run, _index(token)), self._line(token), run] if run else None

    def _paragraph(self, token: Token) -> Nested | None:
        run = self._paragraph_run(token)
        return ["p", self._key("p", run, _index(token)), self._line(token), run] if run else None

    def _paragraph_run(self, token: Token) -> Nested:
        if self._margins:
            lines = range(_index(token) + 1, token.map[1] if token.map else 0)
            for index in lines:
                if self._indent(index) <= self._margins[-1]:
                    self._report("line-unindented", index)
        return self._run(anchored=True)

    def _list(self, token: Token) -> Nested | None:
        numbered = token.type == "ordered_list_open"
        self._levels += numbered
        if self._levels > MAX_LEVELS:
            self._report("list-deep", _index(token), limit=MAX_LEVELS)
        items: Nested = []
        margin = self._indent(_index(token))
        while (opening := self._next()).type == "list_item_open":
            if self._indent(_index(opening)) != margin:
                self._report("indent-uneven", _index(opening))
            if item := self._item(opening):
                items.append(item)
        self._levels -= numbered
        return ["l", numbered, items] if items else None

    def _item(self, token: Token) -> Nested | None:
        self._margins.append(self._indent(_index(token)))
        run = self._paragraph_run(self._next()) if self._tokens[self._at].type == "paragraph_open" else []
        key = self._key("i", run, _index(token)) if run else self._keys.for_wording("i", run)
        words = ["p", self._keys.for_wording("p", run), self._line(token), run]
        inner = self._within("item", "list_item_close")
        self._margins.pop()
        if inner and not run:
            self._report("item-without-words", _index(token))
        return [key, self._line(token), [words, *inner]] if run or inner else None

    def _definitions(self, token: Token) -> Nested:
        if "definition" in self._inside:
            self._report("definition-inside", _index(token))
        entries: Nested = []
        while (opening := self._next()).type != "dl_close":
            if opening.type == "dt_open":
                entries.append(self._term(opening))
            else:
                self._meaning(opening, entries[-1])
        return ["d", entries]

    def _term(self, token: Token) -> Nested:
        term, *variants = _split_at_strokes(self._run())
        if not term:
            self._report("definition-without-term", _index(token))
        return [self._keys.for_term(term), self._line(token), term, [v for v in variants if v], []]

    def _meaning(self, token: Token, entry: Nested) -> None:
        if entry[-1]:
            self._report("definition-twice", _index(token))
        self._margins.append(self._indent(_index(token)))
        blocks = self._within("definition", "dd_close")
        self._margins.pop()
        if not blocks:
            self._report("definition-without-meaning", _index(token))
        elif blocks[0][0] != "p":
            self._report("item-without-words", _index(token))
        entry[-1] += blocks

    def _table(self, token: Token) -> Nested:
        alignments: list[str] = []
        rows: Nested = []
        while (part := self._next()).type != "table_close":
            if part.type == "tr_open":
                rows.append([])
                self._check_cells(_index(part), len(alignments))
            elif part.type in ("th_open", "td_open"):
                if part.type == "th_open":
                    alignments.append(_ALIGNMENTS.get(str(part.attrs.get("style")), "left"))
                rows[-1].append(self._run())
        header, *body = rows
        return ["g", self._keys.for_wording("g", *header), self._line(token), alignments, header, body]

    def _check_cells(self, index: int, columns: int) -> None:
        """Report a row that has not as many cells as the header; Markdown would fill it up, or cut it."""
        cells = [cell.strip() for cell in _STROKE.split(self._page.lines[index].lstrip(" >"))]
        count = len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])
        if columns and count != columns:
            self._report(
                "table-row", index, cells=f"{count} cell{'' if count == 1 else 's'}", columns=columns
            )

    def _note(self, token: Token) -> Nested | None:
        if self._inside and self._inside[-1] != "item":
            self._report("note-inside", _index(token))
        if not self._take_note_sign():
            self._report("quote", _index(token))
        self._margins.append(self._indent(_index(token)) - len("> "))
        blocks = self._within("note", "blockquote_close")
        self._margins.pop()
        if not blocks:
            return None
        run = blocks[0][3] if blocks[0][0] == "p" else []
        return ["n", self._keys.for_wording("n", run), self._line(token), blocks]

    def _take_note_sign(self) -> bool:
        """Remove ``[!NOTE]`` from the words that come next; say whether it was there."""
        if self._tokens[self._at].type != "paragraph_open":
            return False
        inline = self._tokens[self._at + 1]
        if not inline.children or not _NOTE_SIGN.match(inline.content):
            return False
        inline.children[0].content = _NOTE_SIGN.sub("", inline.children[0].content, count=1)
        inline.content = _NOTE_SIGN.sub("", inline.content, count=1)
        return True

    def _signature(self, token: Token) -> Nested:
        if self._inside:
            self._report("signature-inside", _index(token))
        end = token.map[1] if token.map else 0
        if end >= len(self._page.lines) or not self._page.lines[end].lstrip().startswith(":::"):
            self._report("signature-unclosed", _index(token))
        paragraphs: Nested = []
        lines: Nested = []
        for block in self._within("signature", "container_signature_close"):
            if block[0] == "p":
                paragraphs.append(block)
            elif block[0] == "l" and not block[1] and all(_is_line(blocks) for _, _, blocks in block[2]):
                lines += [blocks[0][3] for _, _, blocks in block[2]]
            else:
                self._report("signature-shape", _index(token))
        if not lines:
            self._report("signature-without-lines", _index(token))
        key = self._keys.for_wording("s", *(block[3] for block in paragraphs), *lines)
        return ["s", key, self._line(token), paragraphs, lines]

    def _indent(self, index: int) -> int:
        line = self._page.lines[index]
        return len(line) - len(line.lstrip(" >"))


def _index(token: Token) -> int:
    return token.map[0] if token.map else 0


def _is_line(blocks: Nested) -> bool:
    return len(blocks) == 1 and blocks[0][0] == "p"


def _split_at_strokes(run: Nested) -> list[Nested]:
    """Return the parts of a run between the strokes in its text, without blanks at their ends."""
    parts: list[Nested] = [[]]
    for inline in run:
        if not isinstance(inline, str):
            parts[-1].append(inline)
            continue
        first, *others = inline.split("|")
        parts[-1].append(first)
        parts.extend([other] for other in others)
    return [_stripped(part) for part in parts]


def _stripped(run: Nested) -> Nested:
    if run and isinstance(run[0], str):
        run[0] = run[0].lstrip()
    if run and isinstance(run[-1], str):
        run[-1] = run[-1].rstrip()
    return [inline for inline in run if inline != ""]
