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
from clausekit.assembly import Addresses, repeated_families
from clausekit.definitions import settle
from clausekit.draft import Draft
from clausekit.enclosures import Enclosed, enclosures, misplaced
from clausekit.files import read_bytes, sha256
from clausekit.formats import TEXT_FORMATS
from clausekit.library.clausefile import ClauseFile
from clausekit.lock import Lock, Request, Resolution, Upgrade, resolve, template_finding, upgrade_changes
from clausekit.matter import Matter, read_matter
from clausekit.missing import missing_findings
from clausekit.model import Attachment, Blank, Clause, Document, Part, Schedule, Section, Text
from clausekit.numbering import Scheme, number, scheme_from
from clausekit.parameters.dictionary import Dictionary
from clausekit.parameters.values import Record
from clausekit.parsing import FORMAT as PARSE_FORMAT
from clausekit.parsing import build, parse, title
from clausekit.problems import ClausekitError, Finding, Source, attempt
from clausekit.references import resolve as resolve_references
from clausekit.rendering import MissingParameter, Rendered, Renderer
from clausekit.selection import Chosen, Names, Selection
from clausekit.templates import load_numbering
from clausekit.walk import Inlines, clauses, inlines, plain_text, runs, schedules, sole_schedule
from clausekit.workshop import Workshop

Nested = list[Any]
"""A parsed clause as ``parsing.build`` takes it."""


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
    changes: tuple[Upgrade, ...]

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
) -> Made:
    """Make the draft of a parameter file.

    ``as_at`` goes before the file's own; ``settings`` (``NAME=VALUE``) before its parameters; with
    ``upgrade`` the clauses are resolved anew whatever the lock says. Raises ClausekitError with everything
    that is wrong.
    """
    matter = read_matter(workshop, path, as_at, settings, upgrade=upgrade)
    assembled = _Assembly(workshop, matter, None if upgrade else matter.lock)
    draft = assembled.draft()
    resolution = assembled.resolution
    changes = upgrade_changes(matter.lock, resolution, workshop.library) if matter.lock and upgrade else ()
    lock = Lock(matter.template.name, matter.as_at, resolution.locked(), {}, f"clausekit {__version__}")
    findings = tuple(finding for finding in assembled.findings if finding.level != "error")
    blanks = tuple(_blanks(draft.document, workshop.dictionary))
    return Made(
        draft, assembled.enclosed, matter, lock, _manifest(matter, resolution), blanks, findings, changes
    )


def _blanks(document: Document, dictionary: Dictionary) -> Iterator[str]:
    """Yield the parameters that print as blanks, but for those of a form, which are blank by default."""
    found = (inline for run in runs(document) for inline in inlines(run) if isinstance(inline, Blank))
    for parameter in dict.fromkeys(blank.parameter for blank in found):
        entry = dictionary.entry(parameter)
        if not (entry and entry.has_default and entry.schema["default"] is None):
            yield parameter


class _Assembly:
    """Brings one matter through the stages, collecting what is wrong on the way."""

    def __init__(self, workshop: Workshop, matter: Matter, lock: Lock | None) -> None:
        self.workshop = workshop
        self.matter = matter
        self.findings: list[Finding] = []
        self.renderer = Renderer(workshop.cache)
        binding = workshop.dictionary.bind(matter.yaml)
        self.findings += binding.findings
        self.values = binding.values
        self.selection = Selection(matter.template, self.values, self.renderer)
        self.findings += self.selection.findings
        self.missing: list[MissingParameter] = self.selection.missing
        self.complete = not self.selection.findings
        present = [chosen for chosen in self.selection.all() if not chosen.omitted]
        self.addresses = Addresses((chosen.entry.address, chosen.place) for chosen in present)
        self.included = {chosen.entry.address for chosen in present}
        if matter.template.is_schedule:  # it has no number to refer to
            self.included.discard(f"schedule:{matter.template.name}")
        self.enclosures = {one.schedule: one for one in enclosures(self.values, matter.yaml)}
        self.resolution = self._resolve(lock)

    def draft(self) -> Draft:
        """Return the draft; raise ClausekitError with all errors if there are any."""
        document = self._document()
        self.findings += missing_findings(self.missing, self.matter.yaml, self.workshop.dictionary)
        scheme = attempt(self.findings, self._scheme)
        if scheme is None or not self.complete:
            raise ClausekitError(self.findings)
        self.findings += self._misplaced(document)
        self.enclosed = tuple(self._enclosed(document))
        self.findings += repeated_families(document)
        document, findings = settle(document)
        self.findings += findings
        numbers = attempt(self.findings, lambda: number(document, scheme))
        if numbers is None:
            raise ClausekitError(self.findings)
        references, findings = resolve_references(document, numbers)
        self.findings += findings
        if any(finding.level == "error" for finding in self.findings):
            raise ClausekitError(self.findings)
        return Draft(document, scheme, numbers, references)

    def _scheme(self) -> Scheme:
        name = self.matter.template.numbering
        return scheme_from(load_numbering(self.workshop.root, name, self.workshop.cache))

    def _resolve(self, lock: Lock | None) -> Resolution:
        entries = {chosen.entry.source: chosen.entry for chosen in self.selection.all()}.values()
        requests = [
            Request(entry.name, entry.version, entry.source, entry.excerpt)
            for entry in entries
            if entry.kind == "clause"
        ]
        matter, yaml = self.matter, self.matter.yaml
        other = lock and template_finding(
            lock, matter.template.name, yaml.source("template"), yaml.excerpt("template")
        )
        if other:
            self.findings.append(other)
            lock = None  # it was made for another instrument
        excerpt = yaml.excerpt("as_at") if matter.as_at_source == yaml.source("as_at") else ""
        resolution = resolve(
            requests, self.workshop.library, matter.as_at, lock, matter.as_at_source, excerpt
        )
        self.findings += resolution.findings
        return resolution

    def _document(self) -> Document:
        sections = tuple(
            Section(kind, tuple(child for one in chosen if (child := self._child(one))))
            for kind, chosen in self.selection.sections
        )
        template = self.matter.template
        agreement = self.values.get("agreement")
        status = str(agreement.get("status", "")) if isinstance(agreement, Record) else ""
        document = Document(template.title, template.short_title, status, sections)
        if template.is_schedule and (schedule := sole_schedule(document)):
            words = plain_text(schedule.title)
            return replace(document, title=words, short_title=words)
        return document

    def _child(self, chosen: Chosen) -> Clause | Schedule | None:
        if chosen.entry.kind == "clause":
            return self._clause(chosen)
        parts = tuple(self._part(part) for part in chosen.inner if part.entry.kind == "part")
        own = tuple(self._clauses(clause for clause in chosen.inner if clause.entry.kind == "clause"))
        enclosure = self.enclosures.get(chosen.entry.name)
        attachment = Attachment(chosen.key, enclosure.file) if enclosure else None
        return Schedule(chosen.key, self._title(chosen), own, parts, attachment)

    def _misplaced(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each file that is to be attached to a schedule that the document lacks."""
        names = {schedule.key.partition(":")[2] for schedule in schedules(document)}
        return (misplaced(one, names) for one in self.enclosures.values() if one.schedule not in names)

    def _enclosed(self, document: Document) -> Iterator[Enclosed]:
        """Yield the files that the document attaches, read; what cannot be read becomes a finding."""
        for schedule in schedules(document):
            enclosure = self.enclosures.get(schedule.key.partition(":")[2])
            if enclosure is None:
                continue
            try:
                yield Enclosed(schedule.key, enclosure, enclosure.read(self.matter.path.parent))
            except ClausekitError as error:
                self.findings += error.findings

    def _part(self, chosen: Chosen) -> Part:
        return Part(chosen.key, self._title(chosen), tuple(self._clauses(chosen.inner)))

    def _clauses(self, chosen: Iterable[Chosen]) -> Iterator[Clause]:
        return (clause for one in chosen if (clause := self._clause(one)))

    def _title(self, chosen: Chosen) -> Inlines:
        assert chosen.entry.title is not None, "an outline without it is refused"
        rendered = self._rendered(chosen.entry.title.text, chosen.entry.title.source, chosen.names)
        return title(rendered.text, rendered.filled) if rendered else ()

    def _clause(self, chosen: Chosen) -> Clause | None:
        file = self.resolution.clauses.get(chosen.entry.name)
        if file is None:
            self.complete = False
            return None
        if chosen.omitted:
            words = (Text(chosen.entry.omitted or ""),)
            return Clause(chosen.key, file.id, str(file.version), file.digest, words, (), omitted=True)
        rendered = self._rendered(file.body, Source(file.file, file.body_line), chosen.names)
        nested = self._parsed(rendered, file) if rendered else None
        if rendered is None or nested is None:
            return None
        heading, blocks = build(
            nested,
            rendered.filled,
            chosen.key,
            lambda address: self.addresses.key(address, chosen.place),
            chosen.place[-2] if len(chosen.place) > 1 else "",
        )
        return Clause(
            chosen.key,
            file.id,
            str(file.version),
            file.digest,
            heading,
            blocks,
            file=file.file,
            line=file.body_line,
        )

    def _rendered(self, text: str, place: Source, names: Names) -> Rendered | None:
        try:
            rendered = self.renderer.render(
                text, place.file, place.line or 1, names, self.included.__contains__
            )
        except ClausekitError as error:
            self.findings += error.findings
            self.complete = False
            return None
        self.missing += rendered.missing
        return rendered

    def _parsed(self, rendered: Rendered, file: ClauseFile) -> Nested | None:
        """Return the parse of a rendered text, from the cache if it was parsed before."""
        key = sha256(f"{PARSE_FORMAT} {rendered.text}")
        nested: Nested | None = self.workshop.cache.get("parse", key)
        if nested is not None:
            return nested
        parsed = parse(rendered.text, file.file)
        if parsed.findings:
            # Where a parameter is missing the text is not yet what it will be, nor perhaps are its faults.
            self.findings += () if rendered.missing else parsed.findings
            self.complete = False
            return None
        self.workshop.cache.put("parse", key, parsed.nested)
        return parsed.nested


def _manifest(matter: Matter, resolution: Resolution) -> dict[str, Any]:
    """Return what a Word file says of its own making."""
    return {
        "tool": f"clausekit {__version__}",
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
    from clausekit.formats.docx import verify, write
    from clausekit.formats.docx.attachments import AttachedFile, attach

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
