"""Word files drafted elsewhere, merged into a draft: each a section of its own, where its schedule stands.

The draft has a marked paragraph where an attachment goes (``place``). ``attach`` checks every file first
(``attachment_check``), leaves behind what may not go into an agreement (``attachment_leavings``), gives the
rest names and numbers of its own (``attachment_styles``, ``_names``, ``_notes``, ``_sections``), and has
docxcompose put it there (``attachment_merge``). What is not as it was is told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from clausekit.problems import ClausekitError, Finding, Level, Source


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A Word file to be attached.

    ``key`` is that of its ``model.Attachment``, ``file`` what messages call it; ``source`` and ``excerpt``
    are the place where a user has named it.
    """

    key: str
    file: str
    data: bytes
    source: Source | None = None
    excerpt: str = ""

    @property
    def name(self) -> str:
        """The name without its folders."""
        return PurePath(self.file).name

    def finding(self, rule: str, message: str, remedy: str = "", level: Level = "error") -> Finding:
        """Return a finding about this file, at the place where it is named."""
        return Finding(rule, message, self.source or Source(self.file), self.excerpt, remedy, level=level)


@dataclass(frozen=True, slots=True)
class Attached:
    """A draft with its attachments, and what they could not keep."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def place(key: str) -> str:
    """Return the name of the bookmark around the words of the paragraph where an attachment goes.

    The paragraph stands in the body itself, in no content control and no table; ``attach`` takes its words.
    """
    return f"_Att{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def attach(document: bytes, attachments: Sequence[AttachedFile]) -> Attached:
    """Return the draft with the files merged into it; the same input makes the same bytes.

    ``document`` is what ``formats.docx.write`` made. Findings say what was left out of a file, or changed.
    Raises ClausekitError with a finding for each reason for which a file cannot be attached.
    """
    if not attachments:
        return Attached(document)
    # lxml, python-docx and docxcompose take as long to import as a draft takes to write.
    from clausekit.formats.docx.attachment_check import opened
    from clausekit.formats.docx.attachment_merge import merge

    faults: list[Finding] = []
    files: list[tuple[AttachedFile, dict[str, bytes]]] = []
    for file in attachments:
        try:
            files.append((file, opened(file)))
        except ClausekitError as error:
            faults += error.findings
    if faults:
        raise ClausekitError(faults)
    return merge(document, files)
