"""Moulds: Word files that differ in nothing but their values are written once, with a slot for each value.

The writer is given a draft whose values are marks (see ``marks``); they pass through it as any word would.
What comes out is taken apart at the marks. To cast a file is to put the values of a matter, escaped, between
the pieces. Parts without a mark are compressed once.

The writer looks at what a value says in one place only, where it measures the words of tables. So the
measures of a table with values in it are slots as well, filled with what the same function makes of the
words of each matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clausekit.draft import Draft
from clausekit.formats.docx.columns import Layout, Words, lay_out
from clausekit.formats.docx.house_style import HouseStyle
from clausekit.formats.docx.parts import manifest_part
from clausekit.formats.docx.writing import MANIFEST, package_of
from clausekit.formats.docx.xml import escape
from clausekit.formats.docx.zipping import Entry, archive, deflated
from clausekit.marks import VALUE_CLOSE, VALUE_OPEN, value_mark

_MARK = re.compile(f"{VALUE_OPEN}([0-9]+){VALUE_CLOSE}")


class _Slotted:
    """A text with slots."""

    def __init__(self, text: str) -> None:
        pieces = _MARK.split(text)
        self.slots = tuple(map(int, pieces[1::2]))
        self._pieces = pieces

    def filled(self, fillings: Sequence[str]) -> str:
        """Return the text with the filling of each slot, which is found by its number."""
        pieces = self._pieces.copy()
        pieces[1::2] = [fillings[slot] for slot in self.slots]
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table whose measures are slots: its words, and the indent of the text in which it stands."""

    words: Sequence[Sequence[_Slotted]]
    indent: int

    def measures(self, values: Sequence[str], text_width: int) -> Iterator[str]:
        """Yield what fills its slots where the matter has these values."""
        words = [[cell.filled(values) for cell in row] for row in self.words]
        layout = lay_out(words, self.indent, text_width)
        yield layout.indent
        yield layout.width
        yield from layout.columns


class Mould:
    """A Word file with slots, made of a draft with ``count`` values, each the mark of its number."""

    def __init__(self, draft: Draft, house: HouseStyle, count: int) -> None:
        self._text_width = house.text_width
        self._next_slot = count
        self._tables: list[_Table] = []
        self._parts: list[Entry | tuple[str, _Slotted | None]] = []
        for name, data in package_of(draft, house, self._lay_out, {}).items():
            if name == MANIFEST:
                self._parts.append((name, None))
            elif name.endswith(".xml") and (slotted := _Slotted(data.decode())).slots:
                self._parts.append((name, slotted))
            else:
                self._parts.append(deflated(name, data))

    def _lay_out(self, words: Words, indent: int) -> Layout:
        """Return slots for the measures of a table, if they depend on values."""
        slotted = [[_Slotted(cell) for cell in row] for row in words]
        if not any(cell.slots for row in slotted for cell in row):
            return lay_out(words, indent, self._text_width)
        self._tables.append(_Table(slotted, indent))
        first = self._next_slot
        self._next_slot += 2 + len(words[0])
        own, width, *columns = map(value_mark, range(first, self._next_slot))
        return Layout(own, width, tuple(columns))

    def cast(self, values: Sequence[str], manifest: Mapping[str, Any]) -> bytes:
        """Return the Word file of a matter with these values."""
        fillings = list(map(escape, values))
        for table in self._tables:
            fillings += table.measures(values, self._text_width)
        return archive(self._entries(fillings, manifest))

    def _entries(self, fillings: Sequence[str], manifest: Mapping[str, Any]) -> Iterator[Entry]:
        for part in self._parts:
            if isinstance(part, Entry):
                yield part
            else:
                name, slotted = part
                text = slotted.filled(fillings) if slotted else manifest_part(manifest)
                yield deflated(name, text.encode())
