"""The order of the stages: files to text, text to model, model to facts, facts to a file.

Every stage collects what is wrong; a draft with errors is refused with all of them at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from clausekit import __version__
from clausekit.assembly import repeated_families
from clausekit.cache import Cache, user_cache
from clausekit.definitions import settle
from clausekit.draft import Draft
from clausekit.files import read_bytes, read_text, sha256, write_atomically
from clausekit.formats import FORMATS
from clausekit.library import Library, find_library
from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import did_you_mean, read_yaml
from clausekit.library.usage import Mention, references_to, uses_of_parameter
from clausekit.lock import Lock, Request, Resolution, Upgrade, dump, read_lock, resolve, upgrade_changes
from clausekit.model import Blank, Clause, Document, Schedule, Section, Text
from clausekit.numbering import Scheme, number, scheme_from
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.parameters.dictionary import Entry as ParameterEntry
from clausekit.parameters.questionnaire import questionnaire
from clausekit.parameters.settings import with_settings
from clausekit.parameters.values import Record, read_date
from clausekit.parameters.yamlfile import YamlFile, parent
from clausekit.parsing import FORMAT as PARSE_FORMAT
from clausekit.parsing import build, parse
from clausekit.problems import ClausekitError, Finding, Source, nearest
from clausekit.references import resolve as resolve_references
from clausekit.rendering import MissingParameter, Rendered, Renderer
from clausekit.templates import Entry, Template, load_numbering, load_template, template_names
from clausekit.walk import clauses, inline_runs, inlines

T = TypeVar("T")
_PLACES_NAMED = 3
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
        renderer = Renderer(workshop.cache)
        return uses_of_parameter(
            files, name, lambda text: _with_sources(renderer.parameters_used(text), workshop.dictionary)
        )
    templates = (load_template(workshop.root, each, workshop.cache) for each in template_names(workshop.root))
    outlines = (
        Mention(f"template {template.name}", entry.source, entry.excerpt)
        for template in templates
        for entry in template.entries
        if entry.clause and name in (entry.clause, entry.key)
    )
    mentions = (*outlines, *references_to(files, name.partition("/")[0]))
    known = {*workshop.library.ids(), *(file.family for file in files), *workshop.dictionary.paths()}
    if not mentions and name not in known:
        message = f'There is no clause, family or parameter "{name}".'
        raise ClausekitError(Finding("unknown-name", message, remedy=did_you_mean(name, known)))
    return mentions


def _with_sources(used: Iterable[str], dictionary: Dictionary) -> set[str]:
    """Return parameters that are used and, of those in a gathered list, the ones that they come from."""
    return {path for one in used for path in (one, *dictionary.given_for(one))}


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
    """Read a parameter file, its template and its lock; ClausekitError with all that is wrong with them."""
    findings: list[Finding] = []
    yaml = read_yaml(read_text(path), str(path), workshop.cache)
    yaml = _attempt(findings, lambda: with_settings(yaml, settings)) or yaml
    lock_file = lock_path(path)
    lock = _attempt(findings, lambda: read_lock(lock_file, workshop.cache)) if lock_file.exists() else None
    template = _attempt(findings, lambda: _template(workshop, yaml))
    day = _attempt(findings, lambda: _as_at(yaml, as_at, lock))
    if findings or template is None or day is None:
        raise ClausekitError([*findings, *workshop.dictionary.bind(yaml).findings])
    return Matter(path, yaml, template, *day, lock)


def _attempt(findings: list[Finding], stage: Callable[[], T]) -> T | None:
    """Return what a stage returns; if it cannot go on, add what is wrong to the findings and return None."""
    try:
        return stage()
    except ClausekitError as error:
        findings += error.findings
        return None


def lock_path(matter: Path) -> Path:
    """Return where the lock of a parameter file is: beside it."""
    return matter.with_suffix(".lock.yaml")


def _template(workshop: Workshop, yaml: YamlFile) -> Template:
    name = yaml.data.get("template")
    source, excerpt = yaml.source("template"), yaml.excerpt("template")
    if isinstance(name, str):
        try:
            return load_template(workshop.root, name, workshop.cache)
        except ClausekitError as error:
            raise ClausekitError(
                finding if finding.source else replace(finding, source=source, excerpt=excerpt)
                for finding in error.findings
            ) from None
    raise ClausekitError(
        Finding(
            "template-missing",
            "The file does not say which template to draft from.",
            source,
            excerpt,
            "Write for example: template: section-75-agreement. clausekit template list shows all.",
        )
    )


def _as_at(yaml: YamlFile, given: date | None, lock: Lock | None) -> tuple[date, Source | None]:
    """Return the day for which clauses are chosen: the option's, the file's, the lock's, or today."""
    if given:
        return given, Source("--as-at")
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
        scheme = _attempt(self.findings, self._scheme)
        if scheme is None or not self.complete:
            raise ClausekitError(self.findings)
        self.findings += repeated_families(document)
        document, findings = settle(document)
        self.findings += findings
        numbers = _attempt(self.findings, lambda: number(document, scheme))
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
            # Where a parameter is missing the text is not yet what it will be, nor perhaps are its faults.
            self.findings += () if rendered.missing else parsed.findings
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
        for path in _to_be_given(ask.path, yaml, dictionary):
            by_path.setdefault(path, []).append(ask)
    for path, asks in by_path.items():
        entry = dictionary.entry(path)
        if entry is None:
            yield _unknown_name(path, asks[0], dictionary)
        elif not _told_otherwise(path, by_path, dictionary):
            yield Finding(
                "parameter-missing",
                f"{path} is missing ({entry.title}).",
                yaml.source(path),
                yaml.excerpt(path),
                _how_to_give(path, entry, yaml),
                tuple(note for note in (entry.help, f"Asked for by {_places(asks)}.") if note),
            )


def _places(asks: Iterable[MissingParameter]) -> str:
    """Return where a parameter is asked for, the first places by name."""
    places = list(dict.fromkeys(str(ask.source) for ask in asks))
    named = ", ".join(places[:_PLACES_NAMED])
    return f"{named} and {len(places) - _PLACES_NAMED} more" if len(places) > _PLACES_NAMED else named


def _to_be_given(path: str, yaml: YamlFile, dictionary: Dictionary) -> tuple[str, ...]:
    """Return what the file must give for a missing parameter: itself or, of a gathered list, its sources."""
    name = path.partition("[")[0]
    sources = tuple(source.removesuffix("[]") for source in dictionary.given_for(name))
    return (path,) if sources == (name,) else tuple(one for one in sources if one not in yaml.sources)


def _told_otherwise(path: str, missing: Iterable[str], dictionary: Dictionary) -> bool:
    """Return whether another finding tells of a missing parameter.

    That is so of what stands in a list that is missing itself, of a group something of which is told to be
    missing, and of what a group cannot do without, which was told when the file was held against the
    dictionary.
    """
    around = dictionary.entry(parent(path))
    needed = around.schema.get("required", ()) if around else ()
    return path.rpartition(".")[2] in needed or any(
        path.startswith(f"{other}[") or other.startswith(f"{path}.") for other in missing
    )


def _how_to_give(path: str, entry: ParameterEntry, yaml: YamlFile) -> str:
    """Return the sentence that says what to add to the parameter file."""
    group, _, name = path.rpartition(".")
    if group:
        place = f"Add to {group}" if group in yaml.sources else f'Add "{group}:" and below it'
    else:
        place = "Add"
    blank = f"{name}: null to leave a visible blank"
    if entry.schema["type"] in ("object", "array"):
        return f'{place} a line "{name}:" and its values below it ("clausekit new" shows them), or {blank}.'
    return f"{place} for example {name}: {_example(entry.schema)}, or {blank}."


def _example(schema: Mapping[str, Any]) -> str:
    choices = schema.get("examples") or schema.get("enum") or ()
    return str(next(iter(choices), "true" if schema["type"] == "boolean" else "..."))


def _unknown_name(path: str, ask: MissingParameter, dictionary: Dictionary) -> Finding:
    near = nearest(path, dictionary.paths())
    return Finding(
        "parameter-unknown",
        f"{path} is asked for here, but is no parameter of the library.",
        ask.source,
        ask.excerpt,
        f"Did you mean {near}?" if near else "Add it to clauses/parameters.yaml.",
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
    from clausekit.formats.docx import verify, write

    house_style = f"templates/{made.matter.template.house_style}"
    data = write(
        made.draft,
        house_style=read_bytes(workshop.root / house_style),
        house_style_file=house_style,
        manifest=made.manifest,
        notes=notes,
        plain=plain,
        cache=workshop.cache,
    )
    if findings := verify(data):
        raise ClausekitError(findings)
    return data


def save(made: Made, target: Path, data: bytes, *, force: bool = False) -> None:
    """Write the draft, then its lock. Refuse to overwrite a file that someone changed since we made it.

    The lock keeps the digest of each file made; a file with another digest, or one that the lock does not
    know, is somebody's own, unless it has just the bytes that are to be written. The parameter file and the
    lock are never overwritten, not even with ``force``.
    """
    lock_file = lock_path(made.matter.path)
    for own in (made.matter.path, lock_file):
        if _is_same_file(target, own):
            raise ClausekitError(_over_input(target))
    name = os.path.relpath(target, lock_file.parent).replace(os.sep, "/")
    if target.exists() and not force:
        existing = sha256(read_bytes(target))
        if existing not in (made.lock.outputs.get(name), sha256(data)):
            raise ClausekitError(_edited(target, known=name in made.lock.outputs))
    write_atomically(target, data)
    lock = replace(made.lock, outputs={**made.lock.outputs, name: sha256(data)})
    write_atomically(lock_file, dump(lock).encode())


def _is_same_file(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) or (
        one.exists() and other.exists() and one.samefile(other)
    )


def _over_input(target: Path) -> Finding:
    return Finding(
        "file-input",
        "This is the parameter file or its lock; a draft is never written over them.",
        Source(str(target)),
        remedy="Name another file with -o.",
    )


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
