"""From a rendition to a draft: texts become the model, and the model's facts are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from clausekit.assembly import Addresses, repeated_families
from clausekit.definitions import settle
from clausekit.draft import Draft
from clausekit.enclosures import Enclosed, misplaced
from clausekit.files import sha256
from clausekit.library.clausefile import ClauseFile
from clausekit.missing import missing_findings
from clausekit.model import Attachment, Clause, Document, Part, Schedule, Section, Text
from clausekit.numbering import Scheme, number, scheme_from
from clausekit.parsing import FORMAT as PARSE_FORMAT
from clausekit.parsing import build, parse, title
from clausekit.problems import ClausekitError, Finding, attempt
from clausekit.references import resolve as resolve_references
from clausekit.rendering import Rendered
from clausekit.rendition import Rendition, Worded
from clausekit.templates import load_numbering
from clausekit.walk import Inlines, plain_text, schedules, sole_schedule

Nested = list[Any]
"""A parsed clause as ``parsing.build`` takes it."""


class Composition:
    """Brings a rendition through the stages from text to facts, collecting what is wrong on the way.

    ``findings`` begins with what is wrong with the rendition; ``enclosed`` are the files that it attaches.
    """

    def __init__(self, rendition: Rendition) -> None:
        self.enclosed: tuple[Enclosed, ...] = ()
        self.findings = list(rendition.findings)
        self._rendition = rendition
        self._workshop = rendition.workshop
        self._matter = rendition.matter
        self._complete = rendition.complete
        self._addresses = Addresses((chosen.entry.address, chosen.place) for chosen in rendition.present())

    def draft(self) -> Draft:
        """Return the draft; raise ClausekitError with all errors if there are any."""
        document = self._document()
        missing, dictionary = self._rendition.missing, self._workshop.dictionary
        self.findings += missing_findings(missing, self._matter.yaml, dictionary)
        scheme = attempt(self.findings, self._scheme)
        if scheme is None or not self._complete:
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
        name = self._matter.template.numbering
        return scheme_from(load_numbering(self._workshop.root, name, self._workshop.cache))

    def _document(self) -> Document:
        sections = tuple(
            Section(kind, tuple(child for one in entries if (child := self._child(one))))
            for kind, entries in self._rendition.sections
        )
        template = self._matter.template
        document = Document(template.title, template.short_title, self._rendition.status, sections)
        if template.is_schedule and (schedule := sole_schedule(document)):
            words = plain_text(schedule.title)
            return replace(document, title=words, short_title=words)
        return document

    def _child(self, worded: Worded) -> Clause | Schedule | None:
        chosen = worded.chosen
        if chosen.entry.kind == "clause":
            return self._clause(worded)
        parts = tuple(self._part(part) for part in worded.inner if part.chosen.entry.kind == "part")
        own = tuple(self._clauses(one for one in worded.inner if one.chosen.entry.kind == "clause"))
        enclosure = self._rendition.enclosures.get(chosen.entry.name)
        attachment = Attachment(chosen.key, enclosure.file) if enclosure else None
        return Schedule(chosen.key, _title(worded), own, parts, attachment)

    def _part(self, worded: Worded) -> Part:
        return Part(worded.chosen.key, _title(worded), tuple(self._clauses(worded.inner)))

    def _clauses(self, worded: Iterable[Worded]) -> Iterator[Clause]:
        return (clause for one in worded if (clause := self._clause(one)))

    def _clause(self, worded: Worded) -> Clause | None:
        chosen, file, rendered = worded.chosen, worded.file, worded.text
        if file is None:
            return None
        if chosen.omitted:
            words = (Text(chosen.entry.omitted or ""),)
            return Clause(chosen.key, file.id, str(file.version), file.digest, words, (), omitted=True)
        nested = self._parsed(rendered, file) if rendered else None
        if rendered is None or nested is None:
            return None
        heading, blocks = build(
            nested,
            rendered.filled,
            chosen.key,
            lambda address: self._addresses.key(address, chosen.place),
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

    def _parsed(self, rendered: Rendered, file: ClauseFile) -> Nested | None:
        """Return the parse of a rendered text, from the cache if it was parsed before."""
        key = sha256(f"{PARSE_FORMAT} {rendered.text}")
        nested: Nested | None = self._workshop.cache.get("parse", key)
        if nested is not None:
            return nested
        parsed = parse(rendered.text, file.file)
        if parsed.findings:
            # Where a parameter is missing the text is not yet what it will be, nor perhaps are its faults.
            self.findings += () if rendered.missing else parsed.findings
            self._complete = False
            return None
        self._workshop.cache.put("parse", key, parsed.nested)
        return parsed.nested

    # files that are attached

    def _misplaced(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each file that is to be attached to a schedule that the document lacks."""
        names = {schedule.key.partition(":")[2] for schedule in schedules(document)}
        enclosures = self._rendition.enclosures.values()
        return (misplaced(one, names) for one in enclosures if one.schedule not in names)

    def _enclosed(self, document: Document) -> Iterator[Enclosed]:
        """Yield the files that the document attaches, read; what cannot be read becomes a finding."""
        for schedule in schedules(document):
            enclosure = self._rendition.enclosures.get(schedule.key.partition(":")[2])
            if enclosure is None:
                continue
            try:
                yield Enclosed(schedule.key, enclosure, enclosure.read(self._matter.path.parent))
            except ClausekitError as error:
                self.findings += error.findings


def _title(worded: Worded) -> Inlines:
    return title(worded.text.text, worded.text.filled) if worded.text else ()
