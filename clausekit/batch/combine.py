"""All documents of a batch in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from clausekit.files import read_bytes
from clausekit.formats.docx.attachments import Attached, AttachedFile
from clausekit.formats.docx.combined import combined
from clausekit.formats.docx.house_style import prepare
from clausekit.formats.docx.package import unpack, verify
from clausekit.formats.docx.series import are_alike, series
from clausekit.numbering import scheme_from
from clausekit.outlines import shown
from clausekit.problems import ClausekitError
from clausekit.templates import load_numbering, load_template
from clausekit.workshop import Workshop


def combine(workshop: Workshop, template: str, files: Sequence[Path]) -> Attached:
    """Return the documents as one Word file, each a section of its own, and what they could not keep.

    Raises ClausekitError if one of them cannot be read, or cannot be taken.
    """
    outline = load_template(workshop.root, template, workshop.cache)
    scheme = scheme_from(load_numbering(workshop.root, outline.numbering, workshop.cache))
    name = f"templates/{outline.house_style}"
    house = prepare(read_bytes(workshop.root / name, shown=name), name, scheme, workshop.cache)
    sections = [AttachedFile(file.name, str(file), read_bytes(file)) for file in files]
    title = shown(outline.title)
    packages = [unpack(one.data, one.file) for one in sections]
    if outline.is_schedule and are_alike(packages):
        made = Attached(series(title, packages, house))
    else:  # edited in Word, say, or instruments, whose numbers would count on
        made = combined(title, sections, house)
    if findings := verify(made.data):
        raise ClausekitError(findings)
    return replace(made, findings=tuple(one for one in made.findings if one.level != "info"))
