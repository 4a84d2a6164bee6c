"""Which entries of an outline are in, and how often: the conditions asked, the lists gone through.

That comes first of all, so it is known what the document has when a clause asks for it by ``included(...)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from clausekit.outlines import Entry
from clausekit.problems import ClausekitError, Finding
from clausekit.rendering import Answer, MissingParameter, Renderer
from clausekit.templates import Template

Names: TypeAlias = Mapping[str, object]
"""The values that a text can ask for, by name."""

_Ask: TypeAlias = Callable[[str, str, int, Names, Callable[[str], bool]], Answer]


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


class Selection:
    """What is in of a template for the values of a matter: ``sections``, each a kind and what it has.

    ``missing`` are parameters that are asked for in vain, ``findings`` what is wrong with what asks.
    """

    def __init__(self, template: Template, values: Names, renderer: Renderer) -> None:
        self.missing: list[MissingParameter] = []
        self.findings: list[Finding] = []
        self._renderer = renderer
        chosen = ((section.kind, tuple(self._among(section.entries, values))) for section in template.outline)
        self.sections = tuple((kind, entries) for kind, entries in chosen if entries)

    def all(self) -> Iterator[Chosen]:
        """Yield all that is in, each before what is inside it."""
        for _, chosen in self.sections:
            yield from _flat(chosen)

    def _among(
        self,
        entries: tuple[Entry, ...],
        names: Names,
        place: tuple[str, ...] = (),
        turns: tuple[int, ...] = (),
    ) -> Iterator[Chosen]:
        """Yield those entries that are in; ``turns`` says which time it is of each list around them."""
        for entry in entries:
            for own_turns, own_names in self._repeats(entry, names, turns):
                own_place = (*place, _key(entry, own_turns))
                if entry.when is None or self._holds(entry, entry.when, own_names):
                    inner = tuple(self._among(entry.entries, own_names, own_place, own_turns))
                    if inner or not entry.entries:  # else all that it consists of is out
                        yield Chosen(entry, own_place, own_names, inner=inner)
                elif entry.omitted:
                    yield Chosen(entry, own_place, own_names, omitted=True)

    def _repeats(
        self, entry: Entry, names: Names, turns: tuple[int, ...]
    ) -> Iterator[tuple[tuple[int, ...], Names]]:
        """Yield the turns and the names of each time that an entry is repeated."""
        if entry.for_each is None:
            yield turns, names
            return
        for turn, element in enumerate(self._elements(entry, entry.for_each.expression, names), start=1):
            yield (*turns, turn), {**names, entry.for_each.name: element}

    def _holds(self, entry: Entry, condition: str, names: Names) -> bool:
        answer = self._answer(self._renderer.test, entry, condition, names)
        return answer is not None and bool(answer.value)

    def _elements(self, entry: Entry, expression: str, names: Names) -> tuple[object, ...]:
        answer = self._answer(self._renderer.iterate, entry, expression, names)
        if answer is None:
            return ()
        assert isinstance(answer.value, tuple)
        return answer.value

    def _answer(self, ask: _Ask, entry: Entry, expression: str, names: Names) -> Answer | None:
        """Return the answer to a question of an entry; None if it cannot be asked."""
        try:
            answer = ask(expression, entry.source.file, entry.source.line or 1, names, _not_known_yet)
        except ClausekitError as error:
            self.findings += error.findings
            return None
        self.missing += answer.missing
        return answer


def _key(entry: Entry, turns: tuple[int, ...]) -> str:
    return f"{entry.address}+{'.'.join(map(str, turns))}" if turns else entry.address


def _flat(chosen: tuple[Chosen, ...]) -> Iterator[Chosen]:
    for one in chosen:
        yield one
        yield from _flat(one.inner)


def _not_known_yet(_: str) -> bool:
    """Answer ``included(...)`` in a condition of the outline: which clauses are in is being found out."""
    return False
