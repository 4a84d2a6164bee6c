"""Is a redline exact? With all its changes accepted it must read as the new file, with all rejected as the
old."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice, zip_longest
from posixpath import commonprefix
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import parse
from clausekit.formats.docx.package import relationships, unpack
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.surface import Line, Surfaces
from clausekit.formats.docx.revisions import accept_all, has_revisions, reject_all
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.reading import NOTE_MARK, OBJECT_MARK

Parts = Mapping[str, bytes]
Trees = dict[str, Element]

_READ = frozenset(("styles", "numbering", "footnotes", "endnotes", "header", "footer"))
_MOST_FINDINGS = 3
_MOST_CHARACTERS = 120
_BEFORE = 40
_REMEDY = (
    "The redline is not delivered. This is a fault of clausekit, not of your files; please report it. "
    "The other formats of the report are not affected."
)


def faults(redline: bytes, old: WordFile, new: WordFile) -> tuple[Finding, ...]:
    """Return where a redline is not exact; nothing if it is.

    Compared are text with paragraphs and tables; style, list level and number, alignment; bold, italic and
    underline by character; headers, footers and the notes that are referred to. Tracked changes that the
    files had before count as accepted.
    """
    try:
        parts = unpack(redline, "")
        trees = _trees(parts)
    except (ClausekitError, expat.ExpatError, etree.XMLSyntaxError, ValueError):
        return (Finding("redline-not-exact", "The redline cannot be read back.", remedy=_REMEDY),)
    accepted = deepcopy(trees)
    accept_all(accepted)
    reject_all(trees)
    surfaces = Surfaces()
    return (
        *_differences("accepted", new.file, surfaces.of(accepted, parts), _surface(new, surfaces)),
        *_differences("rejected", old.file, surfaces.of(trees, parts), _surface(old, surfaces)),
    )


def _trees(parts: Parts) -> Trees:
    main = next((one.target for one in relationships(parts, "") if one.kind == "officeDocument"), "")
    names = (one.target for one in relationships(parts, main) if one.kind in _READ and one.target in parts)
    return {name: parse(parts.get(name, b"")) for name in (main, *names)}


def _surface(file: WordFile, surfaces: Surfaces) -> tuple[Line, ...]:
    trees = dict(file.trees)
    if has_revisions(trees):
        trees = deepcopy(trees)
        accept_all(trees)
    return surfaces.of(trees, file.parts)


def _differences(
    settled: str, file: str, found: tuple[Line, ...], wanted: tuple[Line, ...]
) -> Iterator[Finding]:
    """Yield the first differences; only one if a line is missing, since all that follows would differ."""
    if found == wanted:
        return
    structure = len(found) != len(wanted)
    pairs = ((line, other) for line, other in zip_longest(found, wanted) if line != other)
    for line, other in islice(pairs, 1 if structure else _MOST_FINDINGS):
        level = _LEVELS[0] if structure or line is None or other is None else _level(line, other)
        yield _finding(settled, file, level, line, other)


def _finding(settled: str, file: str, level: _Level, found: Line | None, wanted: Line | None) -> Finding:
    place, number = next((one.place, one.label) for one in (wanted, found) if one is not None)
    return Finding(
        "redline-not-exact",
        f"With all its changes {settled}, the redline does not read as {file}: {level.name} differ in "
        f"{place}{f', at {number}' if number else ''}.",
        Source(file),
        excerpt=_shown(wanted.text) if wanted else "",
        remedy=_REMEDY,
        notes=(f"wanted: {level.told(wanted, found)}", f"found: {level.told(found, wanted)}"),
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """A level at which lines are compared: what of a line belongs to it."""

    name: str
    of: Callable[[Line], object]

    def told(self, line: Line | None, other: Line | None) -> str:
        """Return what one of two lines is at this level, long texts from where they differ."""
        if line is None:
            return "nothing"
        what = self.of(line)
        if not isinstance(what, str):
            return str(what)
        same = len(commonprefix([what, str(self.of(other))])) if other else 0
        start = max(0, same - _BEFORE)
        return f"{'…' if start else ''}{_shown(what[start:])}"


_LEVELS = (
    _Level("paragraphs or tables", lambda line: line.structure or f"a paragraph: {line.text}"),
    _Level("the words", lambda line: line.text),
    _Level(
        "style, list level, number or alignment",
        lambda line: f"{line.style}, level {line.level}, number {line.label!r}, {line.alignment}",
    ),
    _Level("bold, italic or underline", lambda line: line.stretches),
)


def _level(line: Line, other: Line) -> _Level:
    """Return the first of the levels on which two lines differ."""
    if (line.place, line.structure) != (other.place, other.structure):
        return _LEVELS[0]
    return next(level for level in _LEVELS[1:] if level.of(line) != level.of(other))


def _shown(text: str) -> str:
    text = text.replace(NOTE_MARK, "[note]").replace(OBJECT_MARK, "[object]")
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
