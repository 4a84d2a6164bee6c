"""Questions about a library: what a template asks for, what uses what, which clauses cannot be read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import did_you_mean
from clausekit.library.usage import Mention, asks_for, first_line_about, references_to
from clausekit.lock import Request, resolve
from clausekit.missing import unknown_parameters
from clausekit.outlines import Entry, ForEach, shown
from clausekit.parameters.dictionary import Dictionary
from clausekit.parameters.questionnaire import questionnaire
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering import Renderer
from clausekit.templates import Template, load_template, schedule_names, template_names
from clausekit.workshop import Workshop

_REFERENCE = re.compile(r"\[\[\s*([a-z0-9:/-]+)\s*[\]#|]")
Loops: TypeAlias = tuple[ForEach, ...]
"""The lists for which something is repeated, from the outside in."""

Outlines: TypeAlias = list[tuple[Template, Entry, Loops]]


def schema_for(workshop: Workshop, template: str) -> dict[str, Any]:
    """Return the JSON Schema of a parameter file for the template."""
    _, asked = _asked_by(workshop, template)
    return workshop.dictionary.part(asked)


def questionnaire_for(workshop: Workshop, template: str) -> str:
    """Return the commented parameter file for the template, to be filled in."""
    outline, asked = _asked_by(workshop, template)
    return questionnaire(workshop.dictionary, asked, outline.name, shown(outline.title))


def _asked_by(workshop: Workshop, name: str) -> tuple[Template, set[str]]:
    """Return a template and the parameters that its clauses, optional ones included, can ask for today."""
    template = load_template(workshop.root, name, workshop.cache)
    requests = [
        Request(entry.name, entry.version, entry.source, entry.excerpt)
        for entry in template.entries
        if entry.kind == "clause"
    ]
    resolution = resolve(requests, workshop.library, date.today())
    if any(finding.level == "error" for finding in resolution.findings):
        raise ClausekitError(resolution.findings)
    renderer = Renderer(workshop.cache)
    asked: set[str] = set()
    for entry, loops in _with_loops(template):
        asked |= _asked_by_entry(entry, loops, renderer)
        if file := resolution.clauses.get(entry.name):
            asked |= renderer.parameters_used(_repeated(file.body, loops))
    return template, {path for path in asked if workshop.dictionary.entry(path)} | {"agreement.status"}


def _with_loops(template: Template) -> Iterator[tuple[Entry, Loops]]:
    """Yield all entries of a template with the lists for which they, or what they are in, are repeated."""
    for section in template.outline:
        yield from _entries_with_loops(section.entries, ())


def _entries_with_loops(entries: Iterable[Entry], loops: Loops) -> Iterator[tuple[Entry, Loops]]:
    for entry in entries:
        own = (*loops, entry.for_each) if entry.for_each else loops
        yield entry, own
        yield from _entries_with_loops(entry.entries, own)


def _repeated(text: str, loops: Loops) -> str:
    """Return a text as it would be written if it went through the lists itself."""
    for loop in reversed(loops):
        text = f"{{% for {loop.name} in {loop.expression} %}}{text}{{% endfor %}}"
    return text


def used_by(workshop: Workshop, name: str) -> tuple[Mention, ...]:
    """Return what uses a clause, a family (outlines and references) or a parameter (outlines and clauses)."""
    files = workshop.library.all()
    outlines = _outlines(workshop)
    if workshop.dictionary.entry(name):
        return tuple(_uses_of_parameter(workshop, name, outlines, files))
    mentions = (
        *(
            _mention(template, entry)
            for template, entry, _ in outlines
            if name in (entry.name, entry.address)
        ),
        *references_to(files, name.partition("/")[0]),
    )
    known = {*workshop.library.ids(), *(file.family for file in files), *workshop.dictionary.paths()}
    if not mentions and name not in known:
        message = f'There is no clause, family or parameter "{name}".'
        raise ClausekitError(Finding("unknown-name", message, remedy=did_you_mean(name, known)))
    return mentions


def _uses_of_parameter(
    workshop: Workshop, name: str, outlines: Outlines, files: Iterable[ClauseFile]
) -> Iterator[Mention]:
    renderer = Renderer(workshop.cache)
    repeated = _loops_around(outlines)

    def asks(paths: Iterable[str]) -> bool:
        return asks_for(_with_sources(paths, workshop.dictionary), name)

    for template, entry, loops in outlines:
        if asks(_asked_by_entry(entry, loops, renderer)):
            yield _mention(template, entry)
    for file in files:
        texts = [_repeated(file.body, loops) for loops in repeated.get(file.id, {()})]
        if asks(path for text in texts for path in renderer.parameters_used(text)):
            yield first_line_about(file, name)


def _asked_by_entry(entry: Entry, loops: Loops, renderer: Renderer) -> set[str]:
    """Return the parameters that an entry of an outline asks for in its title, its condition and its list."""
    title = entry.title.text if entry.title else ""
    condition = f"{{{{ {entry.when} }}}}" if entry.when else ""
    return {
        *renderer.parameters_used(_repeated(title, loops)),
        *renderer.parameters_used(_repeated(condition, loops)),
    }


def _outlines(workshop: Workshop) -> Outlines:
    """Return the entries of all templates and schedules, each with the template or schedule that says it."""
    names = (*template_names(workshop.root), *schedule_names(workshop.root))
    templates = [load_template(workshop.root, name, workshop.cache) for name in names]
    return [
        (template, entry, loops)
        for template in templates
        for entry, loops in _with_loops(template)
        if entry.source.file == template.file
    ]


def _loops_around(outlines: Outlines) -> dict[str, set[Loops]]:
    """Return for each clause the lists for which it is repeated in the outlines that have it."""
    around: dict[str, set[Loops]] = defaultdict(set)
    for _, entry, loops in outlines:
        if entry.kind == "clause":
            around[entry.name].add(loops)
    return around


def _mention(template: Template, entry: Entry) -> Mention:
    kind = "schedule" if template.is_schedule else "template"
    return Mention(f"{kind} {template.name}", entry.source, entry.excerpt)


def unreadable_wording(workshop: Workshop) -> tuple[Finding, ...]:
    """Return what is wrong with the wording of clauses, before anybody drafts with it.

    Found are faults of the language of values and choices, parameters that the dictionary lacks, and
    references to families and schedules that the library lacks. Whether a text has its provisions in order
    can only be told when the values are known.
    """
    renderer = Renderer(workshop.cache)
    files = workshop.library.all()
    outlines = _outlines(workshop)
    repeated = _loops_around(outlines)
    addresses = _addresses(files, outlines)
    findings: list[Finding] = []
    for file in files:
        try:
            # With nothing given, what a clause asks for first of all is missing.
            rendered = renderer.render(file.body, file.file, file.body_line, {}, lambda _: True)
        except ClausekitError as error:
            findings += error.findings
        else:
            names = {loop.name for loops in repeated.get(file.id, ()) for loop in loops}
            asks = (ask for ask in rendered.missing if ask.path.partition(".")[0] not in names)
            findings += unknown_parameters(asks, workshop.dictionary)
        findings += _dead_references(file, addresses)
    return tuple(findings)


def _addresses(files: Iterable[ClauseFile], outlines: Outlines) -> set[str]:
    """Return all that wording can refer to: families, schedules and parts; any schedule may be an annex."""
    own = {*(file.family for file in files), *(entry.address for _, entry, _ in outlines)}
    return own | {address.replace("schedule:", "annex:") for address in own}


def _dead_references(file: ClauseFile, addresses: Collection[str]) -> Iterator[Finding]:
    for number, line in enumerate(file.body.split("\n"), file.body_line):
        for address in _REFERENCE.findall(line):
            if address not in addresses:
                kind, _, name = address.rpartition(":")
                yield Finding(
                    "unknown-family",
                    f"The library has no {kind or 'clause of the family'} {name}.",
                    Source(file.file, number),
                    line,
                    did_you_mean(address, addresses),
                )


def _with_sources(used: Iterable[str], dictionary: Dictionary) -> set[str]:
    """Return parameters that are used and, of those in a gathered list, the ones that they come from."""
    return {path for one in used for path in (one, *dictionary.given_for(one))}
