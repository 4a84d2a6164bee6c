"""Agreements drafted for comparisons: two drafts of one matter that differ in what a test planted."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.edits import Comparison, Edit, Side
from clausekit.comparison.layers import compare
from clausekit.comparison.sources import Sources
from clausekit.explaining import LibraryExplains
from clausekit.formats.docx.reader import read
from clausekit.lock import Locked, dump
from clausekit.matter import lock_path
from clausekit.pipeline import make_draft, typeset
from clausekit.reading import Reading
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = {
    f"{path.parent.parent.name}/{path.stem}": path for path in (ROOT / "templates").glob("*/examples/*.yaml")
}

Replacement = tuple[str, str]
"""A piece of a file and what takes its place."""


def copy_of_library(folder: Path) -> Path:
    """Return a copy of our library in which a test may change what it likes."""
    for part in ("clauses", "templates", "schedules"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "clausekit.yaml", folder)
    return folder


def changed(text: str, *changes: Replacement) -> str:
    """Return a text with pieces replaced; each must be there, once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    return text


class Bench:
    """Drafts matters in a folder from a library, and compares the drafts as Word files."""

    def __init__(self, folder: Path, library: Path = ROOT) -> None:
        self.folder = folder
        self.workshop: Workshop = open_workshop(library)
        self._made = 0

    def draft(
        self,
        example: str,
        *changes: Replacement,
        as_at: str = "",
        versions: Mapping[str, str] | None = None,
    ) -> bytes:
        """Return an example as a Word file, with changes to its parameter file.

        ``versions`` are versions of clauses by id that its lock names in place of the newest.
        """
        self._made += 1
        matter = self.folder / f"{self._made}.yaml"
        matter.write_text(changed(EXAMPLES[example].read_text("utf-8"), *changes), "utf-8")
        if versions:
            self._lock(matter, versions)
        return typeset(self.workshop, make_draft(self.workshop, matter), "docx").data

    def _lock(self, matter: Path, versions: Mapping[str, str]) -> None:
        lock = make_draft(self.workshop, matter).lock
        files = [self.workshop.library.find(f"{name}@{number}") for name, number in versions.items()]
        own = {file.id: Locked(file.version, file.digest) for file in files}
        lock_path(matter).write_text(dump(replace(lock, clauses={**lock.clauses, **own})), "utf-8")

    def compare(self, old: bytes, new: bytes, *, explained: bool = True, kept: bool = False) -> Comparison:
        """Return what changed between two Word files; not ``explained``, as where there is no library."""
        before = read(old, "old.docx").reading
        after = read(new, "new.docx", "kept" if kept else "accepted").reading
        return compared(before, after, LibraryExplains(self.workshop) if explained else None)


def compared(old: Reading, new: Reading, explain: LibraryExplains | None = None) -> Comparison:
    """Return what changed between two readings."""
    return compare(
        Side("old", "Old", old),
        Side("new", "New", new),
        lay_side_by_side(old, new),
        Sources.from_manifest(old.manifest),
        Sources.from_manifest(new.manifest),
        explain,
    )


def edited(data: bytes, edit: Callable[[str], str]) -> bytes:
    """Return a Word file with the XML of its text edited."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "word/document.xml":
                content = edit(content.decode()).encode()
            out.writestr(item, content)
    return target.getvalue()


def told(edit: Edit) -> str:
    """Return an edit in a line: layer, kind, cause."""
    cause = edit.cause
    values = f" {cause.old}->{cause.new}" if cause.old or cause.new else ""
    return f"{edit.layer} {edit.kind}: {cause.kind} {cause.name}{values}".strip()
