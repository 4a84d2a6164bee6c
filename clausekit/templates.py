"""Templates: the outline of an instrument, ``templates/<name>/template.yaml``, and numbering schemes.

A template has no wording of its own: it says which clauses and schedules there are, in which order, and when.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import iskeyword
from pathlib import Path
from typing import Any, Literal, cast, get_args

from clausekit.cache import Cache
from clausekit.files import read_text
from clausekit.library.fields import Fields, did_you_mean, is_name
from clausekit.library.versions import Constraint
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding, Source

SectionKind = Literal["cover", "parties", "recitals", "clauses", "execution", "schedules"]

_TEMPLATE = {
    "title": "what the instrument is called on its cover",
    "short_title": "what it is called in its running header",
    "kind": "what kind of instrument it is, such as section-75-agreement",
    "binding": "whether the instrument binds in law: true or false",
    "numbering": "which scheme of templates/numbering.yaml numbers it",
    "house_style": "which Word file in templates/ has its styles",
    "outline": "which clauses and schedules it is made of",
}
_CLAUSE = {
    "clause": "the id of the clause",
    "version": "which versions may be used, such as >=1.1, <2",
    "when": "on which condition the clause is in",
    "omitted": "what is printed under the clause's number when it is not in, such as [Not used]",
    "for_each": "for which list the clause is repeated, such as partner in partners",
}
_SCHEDULE = {
    "schedule": "the name of the schedule",
    "title": "the title of the schedule",
    "when": "on which condition the schedule is in",
}
_FOR_EACH = re.compile(r"(?P<name>[a-z][a-z0-9_]*)\s+in\s+(?P<expression>.+)", re.ASCII)
_OUTLINE = dict.fromkeys(get_args(SectionKind), "a section of the outline")


@dataclass(frozen=True, slots=True)
class ForEach:
    """Says that a clause is repeated: ``name`` stands for each element of the list in turn.

    ``expression`` is the list, a Jinja expression.
    """

    name: str
    expression: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an outline: a clause of the library (``clause`` is its id) or a schedule (its name).

    ``when`` is a Jinja expression; ``excerpt`` is the line at ``source``.
    """

    source: Source
    excerpt: str
    clause: str = ""
    schedule: str = ""
    title: str = ""
    version: Constraint | None = None
    when: str | None = None
    omitted: str | None = None
    for_each: ForEach | None = None

    @property
    def key(self) -> str:
        """The key that the document gives it: a clause's family, or ``schedule:NAME``."""
        return self.clause.partition("/")[0] or f"schedule:{self.schedule}"

    @property
    def expressions(self) -> tuple[str, ...]:
        """The Jinja expressions that decide whether, and how often, it is in."""
        repeated = self.for_each.expression if self.for_each else None
        return tuple(expression for expression in (self.when, repeated) if expression)


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section of the outline and its entries in order."""

    kind: SectionKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """An instrument's outline, with the names of its numbering scheme and of its house style's file."""

    name: str
    title: str
    short_title: str
    kind: str
    binding: bool
    numbering: str
    house_style: str
    outline: tuple[OutlineSection, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, section by section."""
        return (entry for section in self.outline for entry in section.entries)


def template_names(root: Path) -> tuple[str, ...]:
    """Return the names of the library's templates, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (root / "templates").glob("*/template.yaml")))


def load_template(root: Path, name: str, cache: Cache) -> Template:
    """Return the template ``name`` of the library at ``root``.

    ClausekitError: no such template (did you mean), or all faults of its file, each with its line.
    """
    names = template_names(root)
    if name not in names:
        remedy = did_you_mean(name, names) or f"There are: {', '.join(names) or 'none'}."
        raise ClausekitError(Finding("unknown-template", f'There is no template "{name}".', remedy=remedy))
    file = f"templates/{name}/template.yaml"
    yaml = read_yaml(read_text(root / file, shown=file), file, cache)
    findings: list[Finding] = []
    template = _template(name, yaml, findings)
    if findings:
        raise ClausekitError(findings)
    return template


def load_numbering(root: Path, name: str, cache: Cache) -> dict[str, Any]:
    """Return the numbering scheme ``name`` of ``templates/numbering.yaml`` as plain data.

    ClausekitError: the file is no YAML, or has no such scheme (did you mean).
    """
    file = "templates/numbering.yaml"
    schemes = read_yaml(read_text(root / file, shown=file), file, cache).data
    scheme = schemes.get(name)
    if not isinstance(scheme, dict):
        remedy = did_you_mean(name, schemes) or f"There are: {', '.join(schemes)}."
        message = f'There is no numbering scheme "{name}".'
        raise ClausekitError(Finding("unknown-numbering", message, Source(file), remedy=remedy))
    return scheme


def _template(name: str, yaml: YamlFile, findings: list[Finding]) -> Template:
    head = Fields(yaml, yaml.data, "", _TEMPLATE, findings)
    for needed in _TEMPLATE:
        head.need(needed)
    binding = head.data.get("binding")
    if binding is not None and not isinstance(binding, bool):
        head.fault("wrong-entry", '"binding" must be true or false.', "binding")
    house_style = head.text("house_style")
    if Path(house_style).name != house_style:
        message = '"house_style" must be the name of a file in templates/, without a folder.'
        head.fault("wrong-entry", message, "house_style")
    template = Template(
        name=name,
        title=head.text("title"),
        short_title=head.text("short_title"),
        kind=head.text("kind"),
        binding=bool(binding),
        numbering=head.text("numbering"),
        house_style=house_style,
        outline=tuple(_outline(head.inner("outline", _OUTLINE))),
    )
    _check_repeats(template, findings)
    return template


def _outline(outline: Fields) -> Iterator[OutlineSection]:
    for kind in outline.data:
        if kind in _OUTLINE:
            entries = tuple(_entry(outline, path, data, kind) for path, data in outline.items(kind))
            yield OutlineSection(cast(SectionKind, kind), entries)


def _entry(outline: Fields, path: str, data: Any, kind: str) -> Entry:
    if isinstance(data, str):
        data = {"clause": data}
    is_schedule = isinstance(data, dict) and "schedule" in data
    fields = Fields(outline.yaml, data, path, _SCHEDULE if is_schedule else _CLAUSE, outline.findings)
    entry = Entry(
        source=outline.yaml.source(path),
        excerpt=outline.yaml.excerpt(path),
        clause=fields.text("clause"),
        schedule=fields.text("schedule"),
        title=fields.text("title"),
        version=_constraint(fields),
        when=fields.text("when") or None,
        omitted=fields.text("omitted") or None,
        for_each=_for_each(fields),
    )
    _check_entry(fields, entry, is_schedule, kind)
    return entry


def _constraint(fields: Fields) -> Constraint | None:
    text = fields.text("version")
    try:
        return Constraint.parse(text) if text else None
    except ValueError as error:
        fields.fault("wrong-version", str(error), "version")
        return None


def _for_each(fields: Fields) -> ForEach | None:
    text = fields.text("for_each")
    if not text:
        return None
    match = _FOR_EACH.fullmatch(text)
    if match and not iskeyword(match["name"]):
        return ForEach(match["name"], match["expression"])
    remedy = "Write a name for each of them, and the list: for_each: partner in partners"
    fields.fault("wrong-entry", f'"{text}" does not say for which list.', "for_each", remedy)
    return None


def _check_entry(fields: Fields, entry: Entry, is_schedule: bool, kind: str) -> None:
    if is_schedule != (kind == "schedules"):
        belongs = (
            "A schedule belongs in the section schedules" if is_schedule else "Only schedules belong here"
        )
        fields.fault("wrong-section", f"{belongs}.")
    if is_schedule:
        fields.need("title")
        if not is_name(entry.schedule):
            fields.fault("wrong-entry", f'"{entry.schedule}" cannot be the name of a schedule.', "schedule")
    elif not (entry.clause.count("/") == 1 and all(map(is_name, entry.clause.split("/")))):
        message = (
            f'"{entry.clause}" is not the id of a clause.' if entry.clause else "The entry names no clause."
        )
        fields.fault(
            "wrong-entry", message, remedy="Write family and alternative, such as vat/by-commissioner."
        )
    if entry.omitted and not entry.when:
        message = '"omitted" is never printed: without "when" the clause is always in.'
        fields.fault("wrong-entry", message, "omitted")


def _check_repeats(template: Template, findings: list[Finding]) -> None:
    """No clause or schedule stands twice; alternatives of one family may, if they have conditions."""
    earlier: dict[str, list[Entry]] = defaultdict(list)
    for entry in template.entries:
        for other in earlier[entry.key]:
            same = entry.clause == other.clause
            if same or not (entry.when and other.when):
                findings.append(_repeat(entry, other, same))
                break
        earlier[entry.key].append(entry)


def _repeat(entry: Entry, other: Entry, same: bool) -> Finding:
    name = entry.clause or entry.schedule
    if same:
        message = f'"{name}" stands in the outline already, on line {other.source.line}.'
        return Finding("repeated-entry", message, entry.source, entry.excerpt)
    message = (
        f"{name} and {other.clause} (line {other.source.line}) are alternatives: a document has one of them."
    )
    remedy = 'Give each a condition, "when:", so that they exclude each other.'
    return Finding("repeated-entry", message, entry.source, entry.excerpt, remedy)
