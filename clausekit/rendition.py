"""A matter put into words: its values, what is in of its outline, and what each text of that came to.

Nothing here knows the model. ``composition`` makes a draft of a rendition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from itertools import count

from clausekit.enclosures import enclosures
from clausekit.library.clausefile import ClauseFile
from clausekit.lock import Lock, Request, Resolution, resolve, template_finding
from clausekit.marks import value_mark
from clausekit.matter import Matter
from clausekit.parameters.values import Record
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering import Filled, MissingParameter, Rendered, Renderer
from clausekit.selection import Chosen, Names, Selection
from clausekit.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Worded:
    """An entry that is in, with its clause file if it is a clause.

    ``text`` is the wording of the clause, or the title of the schedule or part. It is None of a clause of
    which only a number stands, and where there is a fault. ``inner`` is what the entry consists of.
    """

    chosen: Chosen
    file: ClauseFile | None
    text: Rendered | None
    inner: tuple[Worded, ...] = ()


class Rendition:
    """A matter in words.

    ``sections`` is what is in, each section a kind and its entries. ``findings`` is what is wrong up to here,
    ``missing`` the parameters that are asked for in vain; without ``complete`` some text could not be had.
    """

    def __init__(self, workshop: Workshop, matter: Matter, lock: Lock | None, renderer: Renderer) -> None:
        self.workshop = workshop
        self.matter = matter
        self.findings: list[Finding] = []
        self._renderer = renderer
        binding = workshop.dictionary.bind(matter.yaml)
        self.findings += binding.findings
        self.values = binding.values
        self.selection = Selection(matter.template, self.values, renderer)
        self.findings += self.selection.findings
        self.missing: list[MissingParameter] = self.selection.missing
        self.complete = not self.selection.findings
        self._included = {chosen.entry.address for chosen in self.present()}
        if matter.template.is_schedule:  # it has no number to refer to
            self._included.discard(f"schedule:{matter.template.name}")
        self.enclosures = {one.schedule: one for one in enclosures(self.values, matter.yaml)}
        self.resolution = self._resolve(lock)
        self.sections = tuple(
            (kind, tuple(self._worded(one) for one in chosen)) for kind, chosen in self.selection.sections
        )

    @property
    def status(self) -> str:
        """What the matter calls the state of the draft, such as "Draft 1"."""
        agreement = self.values.get("agreement")
        return str(agreement.get("status", "")) if isinstance(agreement, Record) else ""

    def present(self) -> Iterator[Chosen]:
        """Yield what is in with all its words."""
        return (chosen for chosen in self.selection.all() if not chosen.omitted)

    def texts(self) -> Iterator[Worded]:
        """Yield each entry that is in, after those inside it."""
        for _, entries in self.sections:
            yield from _flat(entries)

    def filled(self) -> Iterator[Filled]:
        """Yield every value that the texts print, in their order."""
        return (value for worded in self.texts() if worded.text for value in worded.text.filled)

    def with_marks(self) -> Rendition:
        """Return the rendition with, in the place of each value, the mark of its number among ``filled``."""
        marks = map(value_mark, count())
        marked = copy(self)
        marked.sections = tuple(
            (kind, tuple(_marked(worded, marks) for worded in entries)) for kind, entries in self.sections
        )
        return marked

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

    def _worded(self, chosen: Chosen) -> Worded:
        if chosen.entry.kind == "clause":
            return self._worded_clause(chosen)
        inner = tuple(self._worded(one) for one in chosen.inner)
        title = chosen.entry.title
        assert title is not None, "an outline without it is refused"
        return Worded(chosen, None, self._rendered(title.text, title.source, chosen.names), inner)

    def _worded_clause(self, chosen: Chosen) -> Worded:
        file = self.resolution.clauses.get(chosen.entry.name)
        if file is None:
            self.complete = False
            return Worded(chosen, None, None)
        if chosen.omitted:
            return Worded(chosen, file, None)
        return Worded(
            chosen, file, self._rendered(file.body, Source(file.file, file.body_line), chosen.names)
        )

    def _rendered(self, text: str, place: Source, names: Names) -> Rendered | None:
        try:
            rendered = self._renderer.render(
                text, place.file, place.line or 1, names, self._included.__contains__
            )
        except ClausekitError as error:
            self.findings += error.findings
            self.complete = False
            return None
        self.missing += rendered.missing
        return rendered


def _marked(worded: Worded, marks: Iterator[str]) -> Worded:
    inner = tuple(_marked(one, marks) for one in worded.inner)
    text = worded.text
    if text:
        filled = tuple(
            Filled(value.parameter, None if value.text is None else mark)
            for value, mark in zip(text.filled, marks, strict=False)
        )
        text = replace(text, filled=filled)
    return replace(worded, text=text, inner=inner)


def _flat(entries: Iterable[Worded]) -> Iterator[Worded]:
    for one in entries:
        yield from _flat(one.inner)
        yield one
