"""The text of passages as atoms: stretches of XML that a change takes whole, cut where changes begin and end.

A run of text is cut in two where a change begins in its middle; a field, a note's mark or a picture never is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader.characters import Piece, PieceKind, View, characters, pieces
from clausekit.formats.docx.redline.changes import INS, MOVED_TO, TRACKED

RUN = w("r")

_RUN_PROPERTIES = w("rPr")
_TEXT = frozenset((w("t"), w("delText")))
_FIELD_CHARACTER = w("fldChar")
_FIELD_PARTS = frozenset((_FIELD_CHARACTER, w("instrText"), w("delInstrText")))
_NEW_TEXT = frozenset((INS, MOVED_TO))
_FIELD_CHARACTER_TYPE = w("fldCharType")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class IntertwinedError(Exception):
    """A change begins or ends within something that cannot be cut."""


@dataclass(slots=True, eq=False)
class Atom:
    """A stretch of text of a flow: offsets into it, what holds it in the XML, what stands around that.

    ``passage`` tells in which of the passages of a group it stands, ``wrappers`` what is around it there
    beside tracked changes.
    """

    start: int
    end: int
    nodes: tuple[Element, ...]
    kind: PieceKind
    wrappers: tuple[Element, ...]
    passage: int

    @property
    def printed(self) -> bool:
        """Whether it has a width in the text."""
        return self.end > self.start


def atoms(passages: Sequence[Sequence[Element]], view: View, cuts: Collection[int]) -> list[Atom]:
    """Return the atoms of passages, each given by its paragraphs, cut at these offsets.

    Offsets count through all passages, with one character for the mark between one and the next. Runs are cut
    in place. Raises IntertwinedError if an offset lies within what cannot be cut.
    """
    ordered = sorted(cuts)
    found: list[Atom] = []
    base = 0
    for number, paragraphs in enumerate(passages):
        length = 0
        for piece in pieces(paragraphs, view):
            # What someone else inserted is not there yet; it stays out of every change.
            if not any(wrapper.tag in _NEW_TEXT for wrapper in piece.wrappers):
                found += _cut(piece, base, ordered, number)
            length = piece.end
        base += length + 1
    return found


def _cut(piece: Piece, base: int, cuts: Sequence[int], number: int) -> Iterable[Atom]:
    start, end = base + piece.start, base + piece.end
    within = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    if within and piece.kind != "text":
        raise IntertwinedError
    wrappers = tuple(wrapper for wrapper in piece.wrappers if wrapper.tag not in TRACKED)
    if not within:
        yield Atom(start, end, piece.elements, piece.kind, wrappers, number)
        return
    runs = _split_at(piece.elements[0], start, within)
    for run, (begin, stop) in zip(runs, pairwise((start, *within, end)), strict=True):
        yield Atom(begin, stop, (run,), piece.kind, wrappers, number)


def _split_at(run: Element, start: int, cuts: Sequence[int]) -> list[Element]:
    """Cut a run, whose text begins at ``start``, at several offsets; return all of its parts.

    It is halved again and again: to cut a long text once for each offset would copy most of it each time.
    """
    if not cuts:
        return [run]
    middle = len(cuts) // 2
    second = split(run, cuts[middle] - start)
    return [*_split_at(run, start, cuts[:middle]), *_split_at(second, cuts[middle], cuts[middle + 1 :])]


def split(run: Element, at: int) -> Element:
    """Cut a run after so many characters; return the second one, which stands behind the first."""
    second = etree.Element(RUN)
    second.attrib.update(run.attrib)
    passed = 0
    for child in list(run):
        length = len(characters(child) or "")
        if child.tag == _RUN_PROPERTIES:
            second.append(deepcopy(child))
        elif passed >= at and length:
            second.append(child)
        elif passed + length > at:
            second.append(_split_text(child, at - passed))
        passed += length
    run.addnext(second)
    return second


def _split_text(text: Element, at: int) -> Element:
    words = text.text or ""
    second = etree.Element(text.tag, {_PRESERVE: "preserve"})
    second.text = words[at:]
    text.text = words[:at]
    text.set(_PRESERVE, "preserve")
    return second


def _start(atom: Atom) -> int:
    return atom.start


def _end(atom: Atom) -> int:
    return atom.end


def starts_within(found: Sequence[Atom], start: int, end: int) -> Iterable[int]:
    """Return where atoms start between two offsets."""
    first, last = bisect_right(found, start, key=_start), bisect_left(found, end, key=_start)
    return (found[place].start for place in range(first, last))


def before_and_after(found: Sequence[Atom], at: int) -> tuple[Atom | None, Atom | None]:
    """Return the last of these atoms, all printed, that ends before an offset, and the first after it."""
    before, after = bisect_right(found, at, key=_end), bisect_left(found, at, key=_start)
    return (found[before - 1] if before else None), (found[after] if after < len(found) else None)


def printed_at(found: Sequence[Atom], at: int) -> Atom:
    """Return the one of these atoms, all printed, that holds the character at an offset."""
    return found[bisect_right(found, at, key=_end)]


def between(found: Sequence[Atom], start: int, end: int) -> list[Atom]:
    """Return the atoms of a range: what is printed there, and what stands without width inside it.

    Of the structure of fields that stands there only that of whole fields counts.
    """
    first = bisect_left(found, start, key=_start)
    within = [
        atom
        for atom in takewhile(lambda atom: atom.start <= end, islice(found, first, None))
        if (start <= atom.start and atom.end <= end and atom.printed) or start < atom.start == atom.end < end
    ]
    if not any(atom.kind == "structure" for atom in within):
        return within
    parts = [atom for atom in within if is_field_part(atom)]
    return within if is_balanced(atom.nodes[0] for atom in parts) else [a for a in within if a not in parts]


def nodes_of(found: Iterable[Atom]) -> list[Element]:
    """Return what holds the atoms, without what someone else inserted into a field."""
    return [node for atom in found for node in atom.nodes if not _is_inserted(node)]


def _is_inserted(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag in _NEW_TEXT


def paragraph_of(node: Element) -> Element:
    """Return the paragraph around a node."""
    return next(node.iterancestors(w("p")))


def is_field_part(atom: Atom) -> bool:
    """Return whether an atom is part of the structure of a field."""
    return atom.kind == "structure" and atom.nodes[0].tag == RUN and is_part_of_field(atom.nodes[0])


def is_part_of_field(run: Element) -> bool:
    """Return whether a run holds a part of the structure of a field."""
    return len(run) > 0 and run[-1].tag in _FIELD_PARTS


def field_character(run: Element) -> str | None:
    """Return which character of a field a run holds: "begin", "separate", "end"; None if it holds none."""
    if len(run) and run[-1].tag == _FIELD_CHARACTER:
        return run[-1].get(_FIELD_CHARACTER_TYPE)
    return None


def is_balanced(runs: Iterable[Element]) -> bool:
    """Return whether every field that begins in these runs ends in them, and the other way round."""
    depth = 0
    for run in runs:
        match field_character(run):
            case "begin":
                depth += 1
            case "end":
                depth -= 1
        if depth < 0:
            return False
    return depth == 0
