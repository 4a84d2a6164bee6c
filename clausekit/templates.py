"""Templates and schedules: the outlines in the library, and the numbering schemes.

    templates/<name>/template.yaml      an instrument
    schedules/<name>/schedule.yaml      a schedule or annex of instruments, which can be drafted alone too

They have no wording of their own: they say which clauses there are, in which order, and when. A schedule
drafted alone is a template like any other, with one schedule in its outline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from clausekit.cache import Cache
from clausekit.files import read_text
from clausekit.library.fields import Fields, did_you_mean, is_name
from clausekit.outlines import SECTIONS, Entry, EntryKind, SectionKind, flat, read_entries, title_of
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding, Source

_TEMPLATE = {
    "title": "what the instrument is called on its cover",
    "short_title": "what it is called in its running header",
    "summary": "in one line what it is for",
    "kind": "what kind of instrument it is, such as section-75-agreement",
    "binding": "whether the instrument binds in law: true or false",
    "numbering": "which scheme of templates/numbering.yaml numbers it",
    "house_style": "which Word file in templates/ has its styles",
    "outline": "which clauses and schedules it is made of",
}
_SCHEDULE = {name: purpose for name, purpose in _TEMPLATE.items() if name != "short_title"} | {
    "title": "what the schedule is called",
    "numbering": "which scheme of templates/numbering.yaml numbers it where it stands alone",
    "outline": "which clauses, or which parts with clauses, it is made of",
}
_NUMBERING = "templates/numbering.yaml"
_INNER: dict[str, EntryKind] = {"clauses": "clause", "parts": "part"}
_KINDS: dict[SectionKind, EntryKind] = {"schedules": "schedule", "annexes": "annex"}


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section of the outline and its entries in order."""

    kind: SectionKind
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """An instrument's outline, with the names of its numbering scheme and of its house style's file.

    ``file`` is where it is written. The title of a schedule may have values in it.
    """

    name: str
    file: str
    title: str
    short_title: str
    summary: str
    kind: str
    binding: bool
    numbering: str
    house_style: str
    outline: tuple[OutlineSection, ...]

    @property
    def is_schedule(self) -> bool:
        """Whether it is a schedule, drafted alone."""
        return self.file == _schedule_file(self.name)

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, section by section, with those inside schedules and parts."""
        return (entry for section in self.outline for entry in flat(section.entries))


def template_names(root: Path) -> tuple[str, ...]:
    """Return the names of the library's templates, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (root / "templates").glob("*/template.yaml")))


def schedule_names(root: Path) -> tuple[str, ...]:
    """Return the names of the library's schedules, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in (root / "schedules").glob("*/schedule.yaml")))


def load_template(root: Path, name: str, cache: Cache) -> Template:
    """Return the template ``name`` of the library at ``root``, or its schedule of that name as a template.

    ClausekitError: no such template (did you mean), or all faults of its file and of the files of its
    schedules, each with its line.
    """
    findings: list[Finding] = []
    file = _template_file(name)
    is_schedule = _has(root, _schedule_file(name), name)
    if _has(root, file, name):
        if is_schedule:
            findings.append(_two_of_a_name(name))
        yaml = read_yaml(read_text(root / file, shown=file), file, cache)
        template = _template(name, file, yaml, findings)
        template = replace(template, outline=tuple(_filled(template, root, cache, findings)))
    elif is_schedule:
        template = _load_schedule(root, name, cache, findings)
    else:
        raise ClausekitError(_unknown(root, name))
    findings += _repeats(template)
    if findings:
        raise ClausekitError(findings)
    return template


def load_numbering(root: Path, name: str, cache: Cache) -> dict[str, Any]:
    """Return the numbering scheme ``name`` of ``templates/numbering.yaml`` as plain data.

    It has the listings of the scheme that it is ``based_on`` as well, but for those that it has itself.
    ClausekitError: the file is no YAML, or has no such scheme (did you mean).
    """
    yaml = read_yaml(read_text(root / _NUMBERING, shown=_NUMBERING), _NUMBERING, cache)
    scheme = _scheme(yaml, name, Source(_NUMBERING))
    if "based_on" in scheme:
        path = f"{name}.based_on"
        base = _scheme(yaml, str(scheme.pop("based_on")), yaml.source(path), yaml.excerpt(path))
        return {**base, **scheme}
    return scheme


def _scheme(yaml: YamlFile, name: str, source: Source, excerpt: str = "") -> dict[str, Any]:
    scheme = yaml.data.get(name)
    if not isinstance(scheme, dict):
        remedy = did_you_mean(name, yaml.data) or f"There are: {', '.join(yaml.data)}."
        message = f'There is no numbering scheme "{name}".'
        raise ClausekitError(Finding("unknown-numbering", message, source, excerpt, remedy))
    return dict(scheme)


def _template_file(name: str) -> str:
    return f"templates/{name}/template.yaml"


def _schedule_file(name: str) -> str:
    return f"schedules/{name}/schedule.yaml"


def _has(root: Path, file: str, name: str) -> bool:
    return is_name(name) and (root / file).is_file()


def _unknown(root: Path, name: str) -> Finding:
    names = (*template_names(root), *schedule_names(root))
    remedy = did_you_mean(name, names) or f"There are: {', '.join(names) or 'none'}."
    return Finding("unknown-template", f'There is no template "{name}".', remedy=remedy)


def _two_of_a_name(name: str) -> Finding:
    message = f'A template and a schedule are both called "{name}".'
    remedy = f"Give one of the folders templates/{name} and schedules/{name} another name."
    return Finding("two-of-a-name", message, remedy=remedy)


def _template(name: str, file: str, yaml: YamlFile, findings: list[Finding]) -> Template:
    """Return the template in a file; of its schedules it has no more than that file says."""
    head = Fields(yaml, yaml.data, "", _TEMPLATE, findings)
    template = _head(name, file, head)
    outline = head.inner("outline", SECTIONS)
    kinds = [cast(SectionKind, kind) for kind in outline.data if kind in SECTIONS]
    sections = (
        OutlineSection(kind, read_entries(outline, kind, _KINDS.get(kind, "clause"))) for kind in kinds
    )
    return replace(template, outline=tuple(sections))


def _load_schedule(root: Path, name: str, cache: Cache, findings: list[Finding]) -> Template:
    """Return a schedule as a template."""
    file = _schedule_file(name)
    yaml = read_yaml(read_text(root / file, shown=file), file, cache)
    head = Fields(yaml, yaml.data, "", _SCHEDULE, findings)
    template = _head(name, file, head)
    address = f"schedule:{name}"
    entry = Entry(
        kind="schedule",
        name=name,
        address=address,
        source=Source(file),
        excerpt="",
        title=title_of(head),
        entries=_contents(head.inner("outline", _INNER), address),
    )
    return replace(template, outline=(OutlineSection("schedules", (entry,)),))


def _head(name: str, file: str, head: Fields) -> Template:
    """Return a template that has no more than the head of its file says."""
    for needed in head.known:
        head.need(needed)
    binding = head.data.get("binding")
    if binding is not None and not isinstance(binding, bool):
        head.fault("wrong-entry", '"binding" must be true or false.', "binding")
    house_style = head.text("house_style")
    if Path(house_style).name != house_style:
        message = '"house_style" must be the name of a file in templates/, without a folder.'
        head.fault("wrong-entry", message, "house_style")
    title = head.text("title")
    return Template(
        name=name,
        file=file,
        title=title,
        short_title=head.text("short_title") or title,
        summary=head.text("summary"),
        kind=head.text("kind"),
        binding=bool(binding),
        numbering=head.text("numbering"),
        house_style=house_style,
        outline=(),
    )


def _contents(outline: Fields, address: str) -> tuple[Entry, ...]:
    """Return the clauses or the parts of a schedule."""
    given = [name for name in _INNER if outline.has(name)]
    if len(given) != 1:
        remedy = "Write clauses or, if they stand in parts, parts with clauses."
        outline.fault("wrong-entry", "A schedule is made of either clauses or parts.", remedy=remedy)
        return ()
    return read_entries(outline, given[0], _INNER[given[0]], address)


def _filled(
    template: Template, root: Path, cache: Cache, findings: list[Finding]
) -> Iterator[OutlineSection]:
    """Yield the sections of a template with what the files of its schedules say of them."""
    for section in template.outline:
        if section.kind in _KINDS:
            entries = (_filled_entry(entry, root, cache, findings) for entry in section.entries)
            yield replace(section, entries=tuple(entries))
        else:
            yield section


def _filled_entry(entry: Entry, root: Path, cache: Cache, findings: list[Finding]) -> Entry:
    if not _has(root, _schedule_file(entry.name), entry.name):
        if entry.title is None:
            findings.append(_no_title(entry, root))
        return entry
    ((own,),) = (section.entries for section in _load_schedule(root, entry.name, cache, findings).outline)
    inner = (
        replace(part, address=part.address.replace(own.address, entry.address, 1))
        if part.kind == "part"
        else part
        for part in own.entries
    )
    return replace(entry, title=entry.title or own.title, entries=tuple(inner))


def _no_title(entry: Entry, root: Path) -> Finding:
    """Return the finding about a schedule whose title nothing says."""
    meant = did_you_mean(entry.name, schedule_names(root))
    return Finding(
        "missing-entry",
        f'"title" is missing: the library has no {_schedule_file(entry.name)}, which would say it.',
        entry.source,
        entry.excerpt,
        meant or "Give a title here; it prints with a line that the schedule is to be attached.",
    )


def _repeats(template: Template) -> Iterator[Finding]:
    """Yield the entries that stand twice; alternatives of one family may, if they have conditions."""
    earlier: dict[str, list[Entry]] = defaultdict(list)
    for entry in template.entries:
        for other in earlier[entry.address]:
            same = entry.name == other.name
            if same or not (entry.when and other.when):
                yield _repeat(entry, other, same)
                break
        earlier[entry.address].append(entry)


def _repeat(entry: Entry, other: Entry, same: bool) -> Finding:
    place = f"line {other.source.line}"
    if other.source.file != entry.source.file:
        place = f"{place} of {other.source.file}"
    if same:
        message = f'"{entry.name}" stands in the outline already, on {place}.'
        return Finding("repeated-entry", message, entry.source, entry.excerpt)
    message = f"{entry.name} and {other.name} ({place}) are alternatives: a document has one of them."
    remedy = 'Give each a condition, "when:", so that they exclude each other.'
    return Finding("repeated-entry", message, entry.source, entry.excerpt, remedy)
