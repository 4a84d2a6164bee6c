"""Questions about a library: what a template asks for, what uses what, which clauses cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any

from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import did_you_mean
from clausekit.library.usage import Mention, asks_for, references_to, uses_of_parameter
from clausekit.lock import Request, resolve
from clausekit.missing import unknown_parameters
from clausekit.parameters.dictionary import Dictionary
from clausekit.parameters.questionnaire import questionnaire
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering import Renderer
from clausekit.templates import Entry, Template, load_template, template_names
from clausekit.workshop import Workshop

_FAMILY_REFERENCE = re.compile(r"\[\[\s*([a-z0-9-]+)\s*[\]#|]")


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
        asked |= _asked_by_entry(entry, renderer)
    return template, {path for path in asked if workshop.dictionary.entry(path)} | {"agreement.status"}


def used_by(workshop: Workshop, name: str) -> tuple[Mention, ...]:
    """Return what uses a clause, a family (templates and references) or a parameter (clauses)."""
    files = workshop.library.all()
    renderer = Renderer(workshop.cache)
    if workshop.dictionary.entry(name):

        def used(text: str) -> set[str]:
            return _with_sources(renderer.parameters_used(text), workshop.dictionary)

        def asks(entry: Entry) -> bool:
            return asks_for(_with_sources(_asked_by_entry(entry, renderer), workshop.dictionary), name)

        return (*_outlines(workshop, asks), *uses_of_parameter(files, name, used))
    outlines = _outlines(workshop, lambda entry: bool(entry.clause) and name in (entry.clause, entry.key))
    mentions = (*outlines, *references_to(files, name.partition("/")[0]))
    known = {*workshop.library.ids(), *(file.family for file in files), *workshop.dictionary.paths()}
    if not mentions and name not in known:
        message = f'There is no clause, family or parameter "{name}".'
        raise ClausekitError(Finding("unknown-name", message, remedy=did_you_mean(name, known)))
    return mentions


def _asked_by_entry(entry: Entry, renderer: Renderer) -> set[str]:
    """Return the parameters that an entry of an outline asks for in its conditions."""
    expressions = (f"{{{{ {expression} }}}}" for expression in entry.expressions)
    return {path for expression in expressions for path in renderer.parameters_used(expression)}


def _outlines(workshop: Workshop, wanted: Callable[[Entry], bool]) -> Iterator[Mention]:
    """Yield a mention for each entry of a template that is wanted."""
    for name in template_names(workshop.root):
        template = load_template(workshop.root, name, workshop.cache)
        for entry in template.entries:
            if wanted(entry):
                yield Mention(f"template {template.name}", entry.source, entry.excerpt)


def unreadable_wording(workshop: Workshop) -> tuple[Finding, ...]:
    """Return what is wrong with the wording of clauses, before anybody drafts with it.

    Found are faults of the language of values and choices, parameters that the dictionary lacks, and
    references to families that the library lacks. Whether a text has its provisions in order can only be
    told when the values are known.
    """
    renderer = Renderer(workshop.cache)
    files = workshop.library.all()
    families = {file.family for file in files}
    findings: list[Finding] = []
    for file in files:
        try:
            # With nothing given, what a clause asks for first of all is missing.
            rendered = renderer.render(file.body, file.file, file.body_line, {}, lambda _: True)
        except ClausekitError as error:
            findings += error.findings
        else:
            findings += unknown_parameters(rendered.missing, workshop.dictionary)
        findings += _unknown_families(file, families)
    return tuple(findings)


def _unknown_families(file: ClauseFile, families: Collection[str]) -> Iterator[Finding]:
    for number, line in enumerate(file.body.split("\n"), file.body_line):
        for family in _FAMILY_REFERENCE.findall(line):
            if family not in families:
                yield Finding(
                    "unknown-family",
                    f"The library has no clause of the family {family}.",
                    Source(file.file, number),
                    line,
                    did_you_mean(family, families),
                )


def _with_sources(used: Iterable[str], dictionary: Dictionary) -> set[str]:
    """Return parameters that are used and, of those in a gathered list, the ones that they come from."""
    return {path for one in used for path in (one, *dictionary.given_for(one))}
