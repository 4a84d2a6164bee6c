"""From the nested form of a clause to the nodes of the model.

The nested form is what reading a text comes to: lists, strings and numbers that JSON can keep. It says
nothing of values, and keys lack the clause. A run is a list of inlines:

    "words"             text               7                           the value with that place
    ["b", run]          bold               ["r", target, form, line]   reference
    ["i", run]          italics            ["f", run]                  footnote
    ["t", run]          defined term

Blocks:

    ["p", key, line, run]              paragraph           ["h", key, line, run]      sub-heading
    ["l", numbered, [[key, line, blocks], ...]]            a list and its items
    ["d", [[key, line, term, variants, blocks], ...]]      definitions; term and variants are runs
    ["g", key, line, alignments, header, rows]             table; cells are runs
    ["n", key, line, blocks]           drafting note       ["s", key, line, blocks, lines]   signature block
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from clausekit.model import (
    Blank,
    Block,
    DefinedTerm,
    DefinitionEntry,
    DefinitionList,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Reference,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Text,
    Value,
)
from clausekit.walk import plain_text

Inlines = tuple[Inline, ...]
Blocks = tuple[Block, ...]


def build(
    nested: Sequence[Any],
    filled: Sequence[tuple[str, str | None]],
    key: str,
    key_of: Callable[[str], str] = lambda address: address,
    scope: str = "",
) -> tuple[Inlines, Blocks]:
    """Return the heading and the blocks of a clause.

    ``nested`` is ``Parsed.nested``; ``filled`` the parameter and the printed text of each value (None: a
    blank) in the order of their marks; ``key`` the key of the clause, with which every key in it begins.
    ``key_of`` tells the key of a family, a schedule or a part that the clause refers to; ``scope`` is the key
    of the schedule or part in which the clause stands.
    """
    heading, blocks = nested
    builder = _Builder(filled, key, key_of, scope)
    return builder.run(heading), builder.blocks(blocks)


class _Builder:
    def __init__(
        self, filled: Sequence[tuple[str, str | None]], key: str, key_of: Callable[[str], str], scope: str
    ) -> None:
        self._key = key
        self._key_of = key_of
        self._scope = scope
        self._values: list[Inline] = [
            Blank(parameter) if text is None else Value(parameter, text) for parameter, text in filled
        ]
        self._makers: dict[str, Callable[..., Block]] = {
            "p": self._paragraph,
            "h": self._sub_heading,
            "l": self._list,
            "d": self._definitions,
            "g": self._table,
            "n": self._note,
            "s": self._signature,
        }

    def run(self, nested: Sequence[Any]) -> Inlines:
        return tuple([Text(inline) if type(inline) is str else self._inline(inline) for inline in nested])

    def blocks(self, nested: Sequence[Any]) -> Blocks:
        makers = self._makers
        return tuple([makers[block[0]](*block[1:]) for block in nested])

    def _inline(self, inline: Any) -> Inline:
        if type(inline) is int:
            return self._values[inline]
        match inline[0]:
            case "b":
                return Strong(self.run(inline[1]))
            case "i":
                return Emphasis(self.run(inline[1]))
            case "t":
                return DefinedTerm(self.run(inline[1]))
            case "r":
                address, sign, anchor = inline[1].partition("#")
                target = self._key_of(address) if address else self._key
                return Reference(f"{target}{sign}{anchor}", inline[2], self._scope, inline[3])
            case _:
                return Footnote(self.run(inline[1]))

    def _paragraph(self, key: str, line: int, run: Sequence[Any]) -> Paragraph:
        return Paragraph(self._key + key, self.run(run), line)

    def _sub_heading(self, key: str, line: int, run: Sequence[Any]) -> SubHeading:
        return SubHeading(self._key + key, self.run(run), line)

    def _list(self, numbered: bool, items: Sequence[Any]) -> ItemList:
        return ItemList(
            tuple([Item(self._key + key, self.blocks(blocks), line) for key, line, blocks in items]), numbered
        )

    def _definitions(self, entries: Sequence[Any]) -> DefinitionList:
        return DefinitionList(
            tuple(
                [
                    DefinitionEntry(
                        self._key + key,
                        self.run(term),
                        tuple([plain_text(self.run(variant)) for variant in variants]),
                        self.blocks(blocks),
                        line,
                    )
                    for key, line, term, variants, blocks in entries
                ]
            )
        )

    def _table(
        self, key: str, line: int, alignments: Sequence[Any], header: Sequence[Any], rows: Sequence[Any]
    ) -> Table:
        return Table(
            self._key + key,
            tuple(alignments),
            tuple([self.run(cell) for cell in header]),
            tuple([tuple([self.run(cell) for cell in row]) for row in rows]),
            line,
        )

    def _note(self, key: str, line: int, blocks: Sequence[Any]) -> DraftingNote:
        return DraftingNote(self._key + key, self.blocks(blocks), line)

    def _signature(self, key: str, line: int, blocks: Sequence[Any], lines: Sequence[Any]) -> SignatureBlock:
        return SignatureBlock(
            self._key + key, self.blocks(blocks), tuple([self.run(label) for label in lines]), line
        )
