"""How hundreds of documents are made in the time of a few: rows that differ only in values share one mould.

What a clause's text comes to depends on the branches that are taken, never on what a value says: a value is a
mark in it (see ``marks``). So where all texts of two rows are the same, marks included, so are their parse,
their numbers, their references and their Word file, but for what stands in the place of the marks. The first
such row is drafted by the ordinary stages with each value left a mark, and its Word file becomes a mould (see
``formats.docx.mould``). Every row is bound, checked and rendered; then it is cast.

A row is left to the ordinary stages (``cast`` returns None) if it has a fault, so that faults are told there
and nowhere else, or if something looks at what its values say:

- the vocabulary: the document has definitions, and the words of a value may reach one;
- a signature block, whose lines depend on the length of their labels;
- a file that is attached, since it is merged with the text;
- blanks before, after or doubled in a value, which headings in the contents print as one.

``tests/batch/test_moulds.py`` holds cast files against drafted ones, byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from clausekit.files import read_bytes
from clausekit.formats.docx.house_style import prepare
from clausekit.formats.docx.mould import Mould
from clausekit.formats.docx.package import verify
from clausekit.model import Block, DefinedTerm, DefinitionList, Document, ItemList, SignatureBlock, Value
from clausekit.pipeline import compose, manifest
from clausekit.problems import ClausekitError
from clausekit.rendition import Rendition, Worded
from clausekit.walk import Inlines, clauses, inlines, runs

_MOST_MOULDS = 100
"""So many are kept at a time: rows may be many, the ways in which they branch are few."""

_Form: TypeAlias = tuple[object, ...]


class Moulds:
    """The moulds of one template, each made when a row first needs it."""

    def __init__(self) -> None:
        self._moulds: dict[_Form, Mould | None] = {}

    def cast(self, rendition: Rendition) -> bytes | None:
        """Return the Word file of a rendition; None if the ordinary stages are to draft it."""
        values = [value.text or "" for value in rendition.filled()]
        if _has_fault(rendition) or rendition.enclosures or _has_odd_blanks(values):
            return None
        form = _form(rendition)
        if form not in self._moulds:
            if len(self._moulds) == _MOST_MOULDS:
                self._moulds.pop(next(iter(self._moulds)))
            self._moulds[form] = _mould(rendition, values)
        mould = self._moulds[form]
        if mould is None:
            return None
        return mould.cast(values, manifest(rendition.matter, rendition.resolution))


def _form(rendition: Rendition) -> _Form:
    """Return all that the text of a Word file depends on but what its values say."""
    return (rendition.status, *map(_form_of_text, rendition.texts()))


def _form_of_text(worded: Worded) -> _Form:
    file, rendered = worded.file, worded.text
    words = rendered and (
        rendered.text,
        *((value.parameter, value.text is None) for value in rendered.filled),
    )
    return worded.chosen.place, file and file.file, words


def _mould(rendition: Rendition, values: Sequence[str]) -> Mould | None:
    """Return the mould of a rendition; None if what its values say makes more of a difference."""
    made = compose(rendition.with_marks())
    if len(made.findings) > len(rendition.findings) or _looks_at_values(made.draft.document):
        return None
    root, name = rendition.workshop.root, f"templates/{made.matter.template.house_style}"
    house = prepare(read_bytes(root / name, shown=name), name, made.draft.scheme, rendition.workshop.cache)
    mould = Mould(made.draft, house, len(values))
    if findings := verify(mould.cast(values, made.manifest)):
        raise ClausekitError(findings)
    return mould


def _has_fault(rendition: Rendition) -> bool:
    errors = any(finding.level == "error" for finding in rendition.findings)
    return errors or bool(rendition.missing) or not rendition.complete


def _has_odd_blanks(values: Sequence[str]) -> bool:
    lines = "\n".join(("", *values, ""))
    return any(odd in lines for odd in ("  ", "\n ", " \n"))


def _looks_at_values(document: Document) -> bool:
    """Return whether there are definitions, or values in the labels of signatures."""
    blocks = [block for clause in clauses(document) for block in _blocks(clause.blocks)]
    labels = (line for block in blocks if isinstance(block, SignatureBlock) for line in block.lines)
    terms = (one.children for run in runs(document) for one in inlines(run) if isinstance(one, DefinedTerm))
    return any(isinstance(block, DefinitionList) for block in blocks) or any(
        map(_has_value, (*labels, *terms))
    )


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, ItemList):
            for item in block.items:
                yield from _blocks(item.blocks)


def _has_value(run: Inlines) -> bool:
    return any(isinstance(inline, Value) for inline in inlines(run))
