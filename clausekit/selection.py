"""Which entries of an outline are in, and how often: the conditions asked, the lists gone through.

That comes first of all, so it is known what the document has when a clause asks for it by ``included(...)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausekit.outlines import Entry, SectionKind
from clausekit.problems import ClausekitError, Finding
from clausekit.rendering import MissingParameter, Renderer
from clausekit.templates import Template

Names = Mapping[str, object]
"""The values that a text can ask for, by name."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry that is in.

    ``place`` are the keys of the schedule, the part and the clause down to its own; ``names`` the values that
    its wording can ask for, those of ``for_each`` included. Of one that is ``omitted`` only a number stands.
    """

    entry: Entry
    place: tuple[str, ...]
    names: Names
    omitted: bool = False
    inner: tuple[Chosen, ...] = ()

    @property
    def key(self) -> str:
        """The key of its node in the document."""
        return self.place[-1]


@dataclass(slots=True)
class Selection:
    """The sections with the entries that are in, and what was found on the way."""

    sections: list[tuple[SectionKind, tuple[Chosen, ...]]] = field(default_factory=list)
    missing: list[MissingParameter] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def all(self) -> Iterator[Chosen]:
        """Yield all that is in, each before what is inside it."""
        for _, chosen in self.sections:
            yield from _flat(chosen)


def select(template: Template, values: Names, renderer: Renderer) -> Selection:
    """Return which entries of a template are in for the values of a matter.

    ``missing`` are parameters that conditions ask for in vain, ``findings`` what is wrong with conditions.
    """
    selection = Selection()
    selector = _Selector(renderer, selection)
    for section in template.outline:
        if chosen := tuple(selector.among(section.entries, values, (), ())):
            selection.sections.append((section.kind, chosen))
    return selection


def _flat(chosen: tuple[Chosen, ...]) -> Iterator[Chosen]:
    for one in chosen:
        yield one
        yield from _flat(one.inner)


def _not_known_yet(_: str) -> bool:
    """Answer ``included(...)`` in a condition of the outline: which clauses are in is being found out."""
    return False


class _Selector:
    def __init__(self, renderer: Renderer, selection: Selection) -> None:
        self.renderer = renderer
        self.selection = selection

    def among(
        self, entries: tuple[Entry, ...], names: Names, place: tuple[str, ...], turns: tuple[int, ...]
    ) -> Iterator[Chosen]:
        """Yield those entries that are in; ``turns`` says which time it is of each list around them."""
        for entry in entries:
            for own_turns, own_names in self._repeats(entry, names, turns):
                key = f"{entry.address}+{'.'.join(map(str, own_turns))}" if own_turns else entry.address
                own_place = (*place, key)
                if entry.when is not None and not self._holds(entry, entry.when, own_names):
                    if entry.omitted:
                        yield Chosen(entry, own_place, own_names, omitted=True)
                    continue
                inner = tuple(self.among(entry.entries, own_names, own_place, own_turns))
                if inner or not entry.entries:  # else all that it consists of is out
                    yield Chosen(entry, own_place, own_names, inner=inner)

    def _repeats(
        self, entry: Entry, names: Names, turns: tuple[int, ...]
    ) -> Iterator[tuple[tuple[int, ...], Names]]:
        """Yield the turns and the names of each time that an entry is repeated."""
        if entry.for_each is None:
            yield turns, names
            return
        for turn, element in enumerate(self._elements(entry, entry.for_each.expression, names), start=1):
            yield (*turns, turn), {**names, entry.for_each.name: element}

    def _holds(self, entry: Entry, expression: str, names: Names) -> bool:
        place = entry.source
        try:
            answer = self.renderer.test(expression, place.file, place.line or 1, names, _not_known_yet)
        except ClausekitError as error:
            self.selection.findings += error.findings
            return False
        self.selection.missing += answer.missing
        return bool(answer.value)

    def _elements(self, entry: Entry, expression: str, names: Names) -> tuple[object, ...]:
        place = entry.source
        try:
            answer = self.renderer.iterate(expression, place.file, place.line or 1, names, _not_known_yet)
        except ClausekitError as error:
            self.selection.findings += error.findings
            return ()
        self.selection.missing += answer.missing
        assert isinstance(answer.value, tuple)
        return answer.value
