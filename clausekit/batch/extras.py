"""What a batch makes beside its documents, if it is asked for: PDF files, an index, all in one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausekit.batch.index import INDEX, IndexEntry, write_index
from clausekit.files import read_bytes, sha256, write_atomically
from clausekit.problems import Finding, Source
from clausekit.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which extras are asked for; ``combine`` is the file for all documents in one."""

    pdf: bool = False
    index: bool = False
    combine: Path | None = None

    def check(self) -> None:
        """Raise ClausekitError if something is wanted that this machine cannot make."""
        if self.pdf:
            from clausekit.batch.pdf import program

            program()

    def __bool__(self) -> bool:
        return self.pdf or self.index or self.combine is not None


class Extras:
    """Makes the extras of a batch in its folder.

    ``known`` are the digests, by name, of those that an earlier run made; ``digests`` of those made now. A
    file that is there and is neither is left as it is, unless ``force`` is given.
    """

    def __init__(self, workshop: Workshop, template: str, out: Path, known: Mapping[str, str], force: bool):
        self.digests: dict[str, str] = dict(known)
        self._workshop = workshop
        self._template = template
        self._out = out
        self._known = known
        self._force = force

    def make(self, wanted: Wanted, entries: Sequence[IndexEntry]) -> Iterator[Finding]:
        """Make what is wanted of the documents; yield what could not be, or not quite."""
        files = [self._out / entry.file for entry in entries]
        if wanted.index:
            yield from self._save(self._out / INDEX, write_index(self._workshop, self._template, entries))
        if wanted.combine:
            from clausekit.batch.combine import combine

            combined = combine(self._workshop, self._template, files)
            yield from combined.findings
            yield from self._save(wanted.combine, combined.data)
        if wanted.pdf:
            from clausekit.batch.pdf import make_pdfs

            made = make_pdfs(files, known=self._known, force=self._force)
            self.digests |= made.digests
            yield from made.findings

    def _save(self, path: Path, data: bytes) -> Iterator[Finding]:
        name, digest = str(path), sha256(data)
        there = sha256(read_bytes(path)) if path.exists() else None
        if there not in (None, digest, self._known.get(name)) and not self._force:
            message = "There is a file of this name that is not as a batch has made it; it is left as it is."
            remedy = "Name another file, or write over it with --force."
            yield Finding("batch-foreign", message, Source(name), remedy=remedy, level="warning")
            return
        if there != digest:
            write_atomically(path, data)
        self.digests[name] = digest
