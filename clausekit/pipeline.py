"""The order of the stages: files to text, text to model, model to facts, facts to a file.

Every stage collects what is wrong; a draft with errors is refused with all of them at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from clausekit import __version__
from clausekit.assembly import repeated_families
from clausekit.cache import Cache, user_cache
from clausekit.definitions import settle
from clausekit.draft import Draft
from clausekit.files import read_bytes, read_text, sha256, write_atomically
from clausekit.formats import FORMATS
from clausekit.library import Library, find_library
from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import read_yaml
from clausekit.library.usage import Mention, references_to, uses_of_parameter
from clausekit.lock import Lock, Request, Resolution, Upgrade, dump, read_lock, resolve, upgrade_changes
from clausekit.model import Blank, Clause, Document, Schedule, Section, Text
from clausekit.numbering import number, scheme_from
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.parameters.questionnaire import questionnaire
from clausekit.parameters.settings import with_settings
from clausekit.parameters.values import Record, read_date
from clausekit.parameters.yamlfile import YamlFile
from clausekit.parsing import FORMAT as PARSE_FORMAT
from clausekit.parsing import build, parse
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.references import resolve as resolve_references
from clausekit.rendering import MissingParameter, Rendered, Renderer
from clausekit.templates import Entry, Template, load_numbering, load_template, template_names
from clausekit.walk import clauses, inline_runs, inlines

Nested = list[Any]
"""A parsed clause as ``parsing.build`` takes it."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A library, its dictionary of parameters, and the cache: what many drafts share."""

    library: Library
    dictionary: Dictionary
    cache: Cache

    @property
    def root(self) -> Path:
        """The folder of the library."""
        return self.library.root


@dataclass(frozen=True, slots=True)
class Matter:
    """A parameter file, read: the template it names, the day it is drafted for, its lock if it has one."""

    path: Path
    yaml: YamlFile
    template: Template
    as_at: date
    as_at_source: Source | None
    lock: Lock | None


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that was made, before it is set in a format.

    ``findings`` are those below the level of an error; ``changes`` what an upgrade changed.
    """

    draft: Draft
    matter: Matter
    lock: Lock
    manifest: Mapping[str, Any]
    findings: tuple[Finding, ...]
    changes: tuple[Upgrade, ...]

    @property
    def clauses(self) -> int:
        """How many clauses the body of the agreement has."""
        return sum(
            len(section.children) for section in self.draft.document.sections if section.kind == "clauses"
        )

    @property
    def blanks(self) -> tuple[str, ...]:
        """The parameters that print as blanks, in the order of the document."""
        runs = (
            run
            for clause in clauses(self.draft.document)
            for run in (clause.heading, *inline_runs(clause.blocks))
        )
        found = (inline for run in runs for inline in inlines(run) if isinstance(inline, Blank))
        return tuple(dict.fromkeys(blank.parameter for blank in found))


def open_workshop(given: Path | None = None, near: Path | None = None) -> Workshop:
    """Return the library that the user names, or the one found from ``near`` (a file or folder) upwards."""
    start = near if near and near.is_dir() else (near.parent if near else Path())
    root = find_library(start, given)
    cache = user_cache()
    dictionary_file = root / "clauses" / "parameters.yaml"
    dictionary = load_dictionary(read_text(dictionary_file), "clauses/parameters.yaml", cache)
    return Workshop(Library(root, cache), dictionary, cache)


def open_clauses(given: Path | None = None) -> Library:
    """Return the clauses of the library that the user names, or of the one found from the working folder."""
    return Library(find_library(Path(), given), user_cache())


# What a template asks for, and what uses what


def schema_for(workshop: Workshop, template: str) -> dict[str, Any]:
    """Return the JSON Schema of a parameter file for the template."""
    _, asked = _asked_by(workshop, template)
    return workshop.dictionary.part(asked)


def questionnaire_for(workshop: Workshop, template: str) -> str:
    """Return the commented parameter file for the template, to be filled in."""
    outline, asked = _asked_by(workshop, template)
    return questionnaire(workshop.dictionary, asked, outline.name, outline.title)


def _asked_by(workshop: Workshop, name: str) -> tuple[Template, set[str]]:
    """Return a template and the parameters that its clauses, optional ones included, can ask for today."""
    template = load_template(workshop.root, name, workshop.cache)
    requests = [
        Request(entry.clause, entry.version, entry.source, entry.excerpt)
        for entry in template.entries
        if entry.clause
    ]
    resolution = resolve(requests, workshop.library, date.today())
    if any(finding.level == "error" for finding in resolution.findings):
        raise ClausekitError(resolution.findings)
    renderer = Renderer(workshop.cache)
    asked = {path for file in resolution.clauses.values() for path in renderer.parameters_used(file.body)}
    for entry in template.entries:
        if entry.when:
            asked |= renderer.parameters_used(f"{{{{ {entry.when} }}}}")
    return template, {path for path in asked if workshop.dictionary.entry(path)} | {"agreement.status"}


def used_by(workshop: Workshop, name: str) -> tuple[Mention, ...]:
    """Return what uses a clause, a family (templates and references) or a parameter (clauses)."""
    files = workshop.library.all()
    if workshop.dictionary.entry(name):
        return uses_of_parameter(files, name, Renderer(workshop.cache).parameters_used)
    templates = (load_template(workshop.root, each, workshop.cache) for each in template_names(workshop.root))
    outlines = (
        Mention(f"template {template.name}", entry.source, entry.excerpt)
        for template in templates
        for entry in template.entries
        if entry.clause and name in (entry.clause, entry.key)
    )
    return (*outlines, *references_to(files, name.partition("/")[0]))


# Making a draft


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
    matter = read_matter(workshop, path, as_at, settings)
    assembled = _Assembly(workshop, matter, None if upgrade else matter.lock)
    draft = assembled.draft()
    resolution = assembled.resolution
    changes = upgrade_changes(matter.lock, resolution, workshop.library) if matter.lock and upgrade else ()
    outputs = matter.lock.outputs if matter.lock else {}
    lock = Lock(matter.template.name, matter.as_at, resolution.locked(), outputs, f"clausekit {__version__}")
    findings = tuple(finding for finding in assembled.findings if finding.level != "error")
    return Made(draft, matter, lock, _manifest(matter, resolution), findings, changes)


def read_matter(
    workshop: Workshop, path: Path, as_at: date | None = None, settings: Iterable[str] = ()
) -> Matter:
    """Read a parameter file, its template and its lock."""
    yaml = with_settings(read_yaml(read_text(path), str(path), workshop.cache), settings)
    lock_file = lock_path(path)
    lock = read_lock(lock_file, workshop.cache) if lock_file.exists() else None
    template = load_template(workshop.root, _template_name(yaml), workshop.cache)
    day, source = _as_at(yaml, as_at, lock)
    return Matter(path, yaml, template, day, source, lock)


def lock_path(matter: Path) -> Path:
    """Return where the lock of a parameter file is: beside it."""
    return matter.with_suffix(".lock.yaml")


def _template_name(yaml: YamlFile) -> str:
    name = yaml.data.get("template")
    if isinstance(name, str):
        return name
    raise ClausekitError(
        Finding(
            "template-missing",
            "The file does not say which template to draft from.",
            yaml.source("template"),
            yaml.excerpt("template"),
            "Write for example: template: section-75-agreement. clausekit template list shows all.",
        )
    )


def _as_at(yaml: YamlFile, given: date | None, lock: Lock | None) -> tuple[date, Source | None]:
    """Return the day for which clauses are chosen: the option's, the file's, the lock's, or today."""
    if given:
        return given, None
    written = yaml.data.get("as_at")
    if written is None:
        return (lock.as_at if lock else date.today()), None
    try:
        return read_date(str(written)), yaml.source("as_at")
    except ValueError:
        raise ClausekitError(
            Finding(
                "as-at",
                f'"{written}" is not a date.',
                yaml.source("as_at"),
                yaml.excerpt("as_at"),
                "Write it as 2026-04-01, or leave it out: then it is today.",
            )
        ) from None


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
        self.missing: list[MissingParameter] = []
        self.complete = True
        self.chosen = self._choose()
        self.families = {entry.key for entry, omitted in self.chosen.values() if not omitted}
        self.resolution = self._resolve(lock)

    def draft(self) -> Draft:
        """Return the draft; raise ClausekitError with all errors if there are any."""
        document = self._document()
        self.findings += _missing_findings(self.missing, self.matter.yaml, self.workshop.dictionary)
        if not self.complete:
            self._stop_if_wrong()
        self.findings += repeated_families(document)
        document, findings = settle(document)
        self.findings += findings
        scheme = scheme_from(
            load_numbering(self.workshop.root, self.matter.template.numbering, self.workshop.cache)
        )
        numbers = number(document, scheme)
        references, findings = resolve_references(document, numbers)
        self.findings += findings
        self._stop_if_wrong()
        return Draft(document, scheme, numbers, references)

    def _stop_if_wrong(self) -> None:
        if any(finding.level == "error" for finding in self.findings):
            raise ClausekitError(self.findings)

    def _choose(self) -> dict[int, tuple[Entry, bool]]:
        """Return the entries of the outline that are in, by their identity, and whether as "[Not used]"."""
        chosen: dict[int, tuple[Entry, bool]] = {}
        for entry in self.matter.template.entries:
            if entry.when is None or self._holds(entry):
                chosen[id(entry)] = (entry, False)
            elif entry.omitted:
                chosen[id(entry)] = (entry, True)
        return chosen

    def _holds(self, entry: Entry) -> bool:
        place = entry.source
        try:
            answer = self.renderer.test(
                entry.when or "", place.file, place.line or 1, self.values, _not_known_yet
            )
        except ClausekitError as error:
            self.findings += error.findings
            self.complete = False
            return False
        self.missing += answer.missing
        return bool(answer.value)

    def _resolve(self, lock: Lock | None) -> Resolution:
        requests = [
            Request(entry.clause, entry.version, entry.source, entry.excerpt)
            for entry, _ in self.chosen.values()
            if entry.clause
        ]
        matter = self.matter
        resolution = resolve(requests, self.workshop.library, matter.as_at, lock, matter.as_at_source)
        self.findings += resolution.findings
        return resolution

    def _document(self) -> Document:
        template = self.matter.template
        sections = []
        for section in template.outline:
            children = [
                child
                for entry in section.entries
                if id(entry) in self.chosen and (child := self._child(*self.chosen[id(entry)]))
            ]
            if children:
                sections.append(Section(section.kind, tuple(children)))
        agreement = self.values.get("agreement")
        status = str(agreement.get("status", "")) if isinstance(agreement, Record) else ""
        return Document(template.title, template.short_title, status, tuple(sections))

    def _child(self, entry: Entry, omitted: bool) -> Clause | Schedule | None:
        if entry.schedule:
            return Schedule(entry.key, (Text(entry.title),))
        file = self.resolution.clauses.get(entry.clause)
        if file is None:
            self.complete = False
            return None
        if omitted:
            heading = (Text(entry.omitted or ""),)
            return Clause(entry.key, file.id, str(file.version), file.digest, heading, (), omitted=True)
        return self._clause(entry.key, file)

    def _clause(self, key: str, file: ClauseFile) -> Clause | None:
        try:
            rendered = self.renderer.render(
                file.body, file.file, file.body_line, self.values, self.families.__contains__
            )
        except ClausekitError as error:
            self.findings += error.findings
            self.complete = False
            return None
        self.missing += rendered.missing
        nested = self._parsed(rendered, file)
        if nested is None:
            return None
        filled = [(value.parameter, value.text) for value in rendered.filled]
        heading, blocks = build(nested, filled, key)
        return Clause(
            key, file.id, str(file.version), file.digest, heading, blocks, file=file.file, line=file.body_line
        )

    def _parsed(self, rendered: Rendered, file: ClauseFile) -> Nested | None:
        """Return the parse of a rendered text, from the cache if it was parsed before."""
        key = sha256(f"{PARSE_FORMAT} {rendered.text}")
        nested: Nested | None = self.workshop.cache.get("parse", key)
        if nested is not None:
            return nested
        parsed = parse(rendered.text, file.file)
        if parsed.findings:
            self.findings += parsed.findings
            self.complete = False
            return None
        self.workshop.cache.put("parse", key, parsed.nested)
        return parsed.nested


def _not_known_yet(_: str) -> bool:
    """Answer ``included(...)`` in a condition of the outline: which clauses are in is being found out."""
    return False


# Missing parameters


def _missing_findings(
    missing: Iterable[MissingParameter], yaml: YamlFile, dictionary: Dictionary
) -> Iterator[Finding]:
    """Yield one finding for each parameter that clauses ask for and the file does not give."""
    by_path: dict[str, list[MissingParameter]] = {}
    for ask in missing:
        by_path.setdefault(ask.path, []).append(ask)
    for path, asks in by_path.items():
        entry = dictionary.entry(path)
        if entry is None:
            yield _unknown_name(path, asks[0], dictionary)
            continue
        places = ", ".join(dict.fromkeys(str(ask.source) for ask in asks))
        example = entry.schema.get("examples", ["..."])[0]
        name = path.rpartition(".")[2]
        yield Finding(
            "parameter-missing",
            f"{path} is missing ({entry.title}).",
            yaml.source(path),
            yaml.excerpt(path),
            f"Add for example {name}: {example}, or {name}: null to leave a visible blank.",
            tuple(note for note in (entry.help, f"Asked for by {places}.") if note),
        )


def _unknown_name(path: str, ask: MissingParameter, dictionary: Dictionary) -> Finding:
    from rapidfuzz import process

    near = process.extractOne(path, dictionary.paths(), score_cutoff=70)
    return Finding(
        "parameter-unknown",
        f"The clause asks for {path}, which is no parameter of the library.",
        ask.source,
        ask.excerpt,
        f"Did you mean {near[0]}?" if near else "Add it to clauses/parameters.yaml.",
    )


# Setting it in a format, and saving it


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


def typeset(workshop: Workshop, made: Made, kind: str, *, notes: bool = False, plain: bool = False) -> bytes:
    """Return the draft as a file of the given format (a name in ``formats.FORMATS``)."""
    if kind != "docx":
        return FORMATS[kind]()(made.draft, notes=notes).encode()
    from clausekit.formats.docx import write

    house_style = read_bytes(workshop.root / "templates" / made.matter.template.house_style)
    return write(
        made.draft,
        house_style=house_style,
        manifest=made.manifest,
        notes=notes,
        plain=plain,
        cache=workshop.cache,
    )


def save(made: Made, target: Path, data: bytes, *, force: bool = False) -> None:
    """Write the draft, then its lock. Refuse to overwrite a file that someone changed since we made it.

    The lock keeps the digest of each file made; a file with another digest, or one that the lock does not
    know, is somebody's own, unless it has just the bytes that are to be written.
    """
    lock_file = lock_path(made.matter.path)
    name = os.path.relpath(target, lock_file.parent).replace(os.sep, "/")
    if target.exists() and not force:
        existing = sha256(read_bytes(target))
        if existing not in (made.lock.outputs.get(name), sha256(data)):
            raise ClausekitError(_edited(target, known=name in made.lock.outputs))
    write_atomically(target, data)
    lock = replace(made.lock, outputs={**made.lock.outputs, name: sha256(data)})
    write_atomically(lock_file, dump(lock).encode())


def _edited(target: Path, *, known: bool) -> Finding:
    message = (
        "This file has been edited since it was made; it is left as it is."
        if known
        else "There is a file of this name that this matter's lock does not know; it is left as it is."
    )
    return Finding(
        "file-edited",
        message,
        Source(str(target)),
        remedy="Name another file with -o, or write over it with --force.",
    )
