"""The order of the stages: files to text, text to model, model to facts, facts to a file.

Every stage collects what is wrong; a draft with errors is refused with all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from clausekit import __version__
from clausekit.composition import Composition
from clausekit.draft import Draft
from clausekit.enclosures import Enclosed
from clausekit.files import read_bytes
from clausekit.formats import TEXT_FORMATS
from clausekit.lock import Lock, Resolution, Upgrade, upgrade_changes
from clausekit.matter import Matter, read_matter
from clausekit.model import Blank, Document
from clausekit.parameters.dictionary import Dictionary
from clausekit.problems import ClausekitError, Finding
from clausekit.rendering import Renderer
from clausekit.rendition import Rendition
from clausekit.walk import clauses, inlines, runs, sole_schedule
from clausekit.workshop import Workshop

TOOL = f"clausekit {__version__}"


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that was made, before it is set in a format.

    ``enclosed`` are the Word files that it attaches. ``lock`` does not know yet which files were made of it.
    ``blanks`` are the parameters still to be given that print as blanks, in the order of the document.
    ``findings`` are those below the level of an error; ``changes`` what an upgrade changed.
    """

    draft: Draft
    enclosed: tuple[Enclosed, ...]
    matter: Matter
    lock: Lock
    manifest: Mapping[str, Any]
    blanks: tuple[str, ...]
    findings: tuple[Finding, ...]
    changes: tuple[Upgrade, ...] = ()

    @property
    def clauses(self) -> int:
        """How many clauses the body of the agreement has; of a schedule that stands alone, all of it."""
        document = self.draft.document
        if sole_schedule(document):
            return sum(1 for _ in clauses(document))
        return sum(len(section.children) for section in document.sections if section.kind == "clauses")


def make_draft(
    workshop: Workshop,
    path: Path,
    *,
    as_at: date | None = None,
    settings: Iterable[str] = (),
    upgrade: bool = False,
    lock_file: Path | None = None,
) -> Made:
    """Make the draft of a parameter file.

    ``as_at`` goes before the file's own; ``settings`` (``NAME=VALUE``) before its parameters; with
    ``upgrade`` the clauses are resolved anew whatever the lock says; ``lock_file`` is a lock to be used in
    place of the one beside the parameter file. Raises ClausekitError with everything
    that is wrong.
    """
    matter = read_matter(workshop, path, as_at, settings, upgrade=upgrade, lock_file=lock_file)
    lock = None if upgrade else matter.lock
    rendition = Rendition(workshop, matter, lock, Renderer(workshop.cache))
    made = compose(rendition)
    if matter.lock and upgrade:
        return replace(made, changes=upgrade_changes(matter.lock, rendition.resolution, workshop.library))
    return made


def compose(rendition: Rendition) -> Made:
    """Make the draft of a matter that is put into words. Raises as ``make_draft``."""
    workshop, matter, resolution = rendition.workshop, rendition.matter, rendition.resolution
    composition = Composition(rendition)
    draft = composition.draft()
    return Made(
        draft,
        composition.enclosed,
        matter,
        Lock(matter.template.name, matter.as_at, resolution.locked(), {}, TOOL),
        manifest(matter, resolution),
        tuple(_blanks(draft.document, workshop.dictionary)),
        tuple(finding for finding in composition.findings if finding.level != "error"),
    )


def _blanks(document: Document, dictionary: Dictionary) -> Iterator[str]:
    """Yield the parameters that print as blanks, but for those of a form, which are blank by default."""
    found = (inline for run in runs(document) for inline in inlines(run) if isinstance(inline, Blank))
    for parameter in dict.fromkeys(blank.parameter for blank in found):
        entry = dictionary.entry(parameter)
        if not (entry and entry.has_default and entry.schema["default"] is None):
            yield parameter


def manifest(matter: Matter, resolution: Resolution) -> dict[str, Any]:
    """Return what a Word file says of its own making."""
    return {
        "tool": TOOL,
        "template": matter.template.name,
        "as_at": matter.as_at.isoformat(),
        "clauses": [
            {"id": name, "version": str(clause.version), "digest": clause.digest}
            for name, clause in resolution.clauses.items()
        ],
        "parameters": matter.yaml.data,
    }


@dataclass(frozen=True, slots=True)
class Typeset:
    """A draft as the bytes of a file, and what could not be kept of the files that it attaches."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def typeset(
    workshop: Workshop, made: Made, kind: str, *, notes: bool = False, plain: bool = False
) -> Typeset:
    """Return the draft as a file of the given format (one of ``formats.FORMATS``).

    Raises ClausekitError if the house style, or a file to be attached, cannot be used.
    """
    if kind != "docx":
        return Typeset(TEXT_FORMATS[kind]()(made.draft, notes=notes).encode())
    from clausekit.formats.docx.attachments import AttachedFile, attach
    from clausekit.formats.docx.package import verify
    from clausekit.formats.docx.writing import write

    house_style = f"templates/{made.matter.template.house_style}"
    data = write(
        made.draft,
        house_style=read_bytes(workshop.root / house_style, shown=house_style),
        house_style_file=house_style,
        manifest=None if plain else made.manifest,
        notes=notes,
        plain=plain,
        cache=workshop.cache,
    )
    files = [
        AttachedFile(one.key, one.enclosure.file, one.data, one.enclosure.source, one.enclosure.excerpt)
        for one in made.enclosed
    ]
    merged = attach(data, files)
    if findings := verify(merged.data):
        raise ClausekitError(findings)
    return Typeset(merged.data, merged.findings)
