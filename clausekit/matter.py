"""A matter: a parameter file with the template that it names, the day it is drafted for, and its lock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clausekit.files import read_text
from clausekit.lock import Lock, read_lock
from clausekit.parameters.settings import with_settings
from clausekit.parameters.values import read_date
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding, Source, attempt
from clausekit.templates import Template, load_template
from clausekit.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Matter:
    """A parameter file, read: the template it names, the day it is drafted for, its lock if it has one."""

    path: Path
    yaml: YamlFile
    template: Template
    as_at: date
    as_at_source: Source | None
    lock: Lock | None


def read_matter(
    workshop: Workshop,
    path: Path,
    as_at: date | None = None,
    settings: Iterable[str] = (),
    *,
    upgrade: bool = False,
    lock_file: Path | None = None,
) -> Matter:
    """Read a parameter file, its template and its lock (``lock_file``, else the one beside it, if any).

    The day is ``as_at``, or what the file says, or the lock's (not if that is to be upgraded), or today.
    Raises ClausekitError with all that is wrong with the three files.
    """
    findings: list[Finding] = []
    yaml = read_yaml(read_text(path), str(path), workshop.cache)
    yaml = attempt(findings, lambda: with_settings(yaml, settings)) or yaml
    lock = attempt(findings, lambda: _lock(workshop, path, lock_file))
    template = attempt(findings, lambda: _template(workshop, yaml))
    day = attempt(findings, lambda: day_of(yaml, as_at, None if upgrade else lock))
    if findings or template is None or day is None:
        raise ClausekitError([*findings, *workshop.dictionary.bind(yaml).findings])
    return Matter(path, yaml, template, *day, lock)


def lock_path(matter: Path) -> Path:
    """Return where the lock of a parameter file is: beside it."""
    return matter.with_suffix(".lock.yaml")


def _lock(workshop: Workshop, path: Path, given: Path | None) -> Lock | None:
    if given is None and not lock_path(path).exists():
        return None
    return read_lock(given or lock_path(path), workshop.cache)


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


def day_of(yaml: YamlFile, given: date | None, lock: Lock | None) -> tuple[date, Source | None]:
    """Return the day for which clauses are chosen: the option's, the file's, the lock's, or today.

    The source is where it is given, if it is. Raises ClausekitError if what the file says is no date.
    """
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
