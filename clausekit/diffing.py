"""The order of the stages of a comparison: two sides, two readings, one flow, edits; then what tells of them.

Raises ClausekitError wherever a side cannot be used, or a redline would not be exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from clausekit.problems import ClausekitError, Finding, attempt
from clausekit.reading import Passage
from clausekit.sides import Given, Opener

if TYPE_CHECKING:
    from clausekit.comparison.edits import Comparison
    from clausekit.comparison.flow import Anchor, Flows
    from clausekit.comparison.sources import Sources
    from clausekit.explaining import LibraryExplains
    from clausekit.formats.docx.reader import WordFile

Changes: TypeAlias = Literal["accepted", "rejected"]
"""How the tracked changes that a Word file comes with are read."""

_NO_DAY = "1980-01-01T00:00:00Z"
"""The first day that a zip, and so a Word file, knows of: no day in particular."""

_ALIKE = 0.05
"""Texts that have a smaller share of their words in common have nothing in common: the rest is chance."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what a redline is made of: both files and the flows of their texts."""

    comparison: Comparison
    old: WordFile
    new: WordFile
    flows: Flows
    findings: tuple[Finding, ...] = ()


def diff(
    old: str | Path,
    new: str | Path | None = None,
    *,
    library: Path | None = None,
    as_at: date | None = None,
    changes: Changes | None = None,
    ignore_spaces: bool = False,
) -> Comparison:
    """Return what changed from the old to the new side: typed edits, each with its layer, cause and place.

    A side is a parameter file, a lock, a Word file, a text, a clause (``family/alternative@1.0.0``) or a
    template; with one clause alone, its last two versions are compared. ``library`` is the library's folder,
    ``as_at`` the day for which parameter files are drafted, whatever their locks say. ``changes`` says how
    tracked changes are read; without it those of the new file are told apart from what was changed without
    tracking. Raises ClausekitError.
    """
    sides = open_sides(str(old), None if new is None else str(new), library, as_at)
    return compare(*sides, library=library, changes=changes, ignore_spaces=ignore_spaces).comparison


def open_sides(old: str, new: str | None, library: Path | None, as_at: date | None) -> tuple[Given, Given]:
    """Return both sides as Word files; of one clause alone its last two versions."""
    opener = Opener(library, as_at)
    return opener.last_two(old) if new is None else opener.open_both(old, new)


def compare(
    old: Given,
    new: Given,
    *,
    library: Path | None = None,
    changes: Changes | None = None,
    ignore_spaces: bool = False,
) -> Compared:
    """Return what changed between two Word files. Raises ClausekitError if they have nothing in common."""
    from clausekit.comparison.align import lay_side_by_side
    from clausekit.comparison.edits import Side
    from clausekit.comparison.layers import compare as explained
    from clausekit.comparison.sources import Sources

    old_file, new_file = _read_both(old, new, changes)
    flows = lay_side_by_side(old_file.reading, new_file.reading, ignore_spaces=ignore_spaces)
    _refuse_strangers(old, new, flows)
    comparison = explained(
        Side(old.name, _title(old_file), old_file.reading),
        Side(new.name, _title(new_file), new_file.reading),
        flows,
        Sources.from_manifest(old_file.reading.manifest, made=old.made),
        Sources.from_manifest(new_file.reading.manifest, made=new.made),
        _LibraryWhenAsked(library, Path(new.name)),
    )
    return Compared(comparison, old_file, new_file, flows, (*old.findings, *new.findings))


def _read_both(old: Given, new: Given, changes: Changes | None) -> tuple[WordFile, WordFile]:
    """Return both files as they are compared. Raises ClausekitError with what is wrong with either."""
    from clausekit.formats.docx.reader import read

    findings: list[Finding] = []
    before, now = (
        attempt(findings, partial(read, side.data, side.name, changes or "accepted")) for side in (old, new)
    )
    if before is None or now is None:
        raise ClausekitError(dict.fromkeys(findings))
    if changes is None and now.reading.tracked:
        now = read(new.data, new.name, "kept")
    return before, now


def redline(compared: Compared, *, author: str, date: str | None = None, comments: bool = True) -> bytes:
    """Return the new Word file with all changes tracked; with ``comments`` each says its layer and cause.

    ``date`` is when they were made (as Word writes it); without it the day for which the new side was
    drafted, so that the same sides make the same file on any day. Raises ClausekitError if accepting all of
    it would not give the new text, or rejecting all not the old one.
    """
    from clausekit.formats.docx.redline import write_redline
    from clausekit.formats.docx.redline.check import faults

    remarks = _remarks(compared.comparison) if comments else None
    data = write_redline(
        compared.old,
        compared.new,
        compared.flows,
        author=author,
        date=date or _day_of(compared.new),
        remarks=remarks,
    )
    if not compared.flows.unchanged and (findings := faults(data, compared.old, compared.new)):
        raise ClausekitError(findings)
    return data


def summary(compared: Compared) -> bytes:
    """Return the summary for a covering paper as a Word file of its own."""
    from clausekit.formats.docx.plain_document import write_plain
    from clausekit.pages import Heading
    from clausekit.reports.paper import summary_blocks, title

    name = title(compared.comparison)
    return write_plain((Heading(0, name), *summary_blocks(compared.comparison)), name)


class _LibraryWhenAsked:
    """The library as the comparison asks it for causes; it is opened at the first question, if ever."""

    def __init__(self, library: Path | None, near: Path) -> None:
        self._library = library
        self._near = near

    @cached_property
    def _explains(self) -> LibraryExplains:
        from clausekit.explaining import LibraryExplains
        from clausekit.workshop import open_workshop

        return LibraryExplains(open_workshop(self._library, self._near))

    def note(self, clause: str, old: str, new: str) -> str:
        return self._explains.note(clause, old, new)

    def conditions(self, sources: Sources, clause: str) -> frozenset[str]:
        return self._explains.conditions(sources, clause)

    def asks(self, clause: str, version: str) -> frozenset[str]:
        return self._explains.asks(clause, version)

    def redraft(self, sources: Sources) -> Mapping[str, tuple[str, ...]] | None:
        return self._explains.redraft(sources)


def _remarks(comparison: Comparison) -> Callable[[Anchor], tuple[object, str] | None]:
    """Return what gives for each changed place the edit that it belongs to, and what a comment says of it."""
    from clausekit.reports.phrases import explained, sentence

    def remark(anchor: Anchor) -> tuple[object, str] | None:
        edit = comparison.by_anchor.get(anchor)
        return (edit.id, sentence(explained(edit))) if edit else None

    return remark


def _refuse_strangers(old: Given, new: Given, flows: Flows) -> None:
    """Raise the error that the texts have nothing in common, if so: to mark all of both would tell nobody."""
    from clausekit.comparison.likeness import alike

    if alike(flows) >= _ALIKE:
        return
    raise ClausekitError(
        Finding(
            "diff-strangers",
            f"{old.name} and {new.name} have nothing in common: there are no changes to be told.",
            remedy="Check that both are versions of the same instrument.",
        )
    )


def _day_of(file: WordFile) -> str:
    manifest = file.reading.manifest or {}
    return f"{manifest['as_at']}T00:00:00Z" if "as_at" in manifest else _NO_DAY


def _title(file: WordFile) -> str:
    """Return the title of an instrument: its first heading, else its name."""
    headings = (block for block in file.reading.body if isinstance(block, Passage) and block.heading)
    return next((heading.words for heading in headings), file.file)
