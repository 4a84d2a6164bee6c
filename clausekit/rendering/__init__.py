"""From a clause's text to its wording: Jinja fills in the parameters, in a sandbox, and marks each value.

What a clause came to is kept in the cache, under a digest of the values that it could ask for and with the
families that it did ask for. Where these are as they were it is not rendered again, and if that holds for all
clauses, Jinja is not even loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clausekit.cache import Cache
from clausekit.files import sha256
from clausekit.marks import line_mark
from clausekit.parameters.values import PartyValue
from clausekit.rendering.results import Answer, Filled, MissingParameter, Rendered

if TYPE_CHECKING:
    from clausekit.rendering.engine import Engine, Included

__all__ = ["Answer", "Filled", "MissingParameter", "Rendered", "Renderer"]

_FORMAT = 3
"""To be raised whenever the same clause and the same values come to something else."""

_USES_FORMAT = 2
"""To be raised whenever ``uses`` finds other parameters in the same text."""

_TAG = re.compile(r"\{[{%#]")
_OPENING = re.compile(r"\{[{%]")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_STEP = re.compile(r"[^.\[\]]+")


class Renderer:
    """Renders clauses, and answers a template's questions.

    It keeps what they came to, unless ``keeps`` is false: for many matters that are each rendered once.
    """

    def __init__(self, cache: Cache, *, keeps: bool = True) -> None:
        self._cache = cache
        self._keeps = keeps
        self._jinja: Engine | None = None

    @property
    def _engine(self) -> Engine:
        if self._jinja is None:
            from clausekit.rendering.engine import Engine  # Jinja, not needed for what is kept

            self._jinja = Engine(self._cache)
        return self._jinja

    def render(
        self, text: str, file: str, first_line: int, names: Mapping[str, object], included: Included
    ) -> Rendered:
        """Return the wording of a clause whose body begins at ``first_line`` of the file.

        ``names`` are the parameters; ``included`` says whether the document has a clause of a family. Raises
        ClausekitError with all that is wrong with the template, or with what it does.
        """
        if not _TAG.search(text):
            lines = (f"{line_mark(line)}{words}" for line, words in enumerate(text.split("\n"), first_line))
            return Rendered("\n".join(lines), (), ())
        if not self._keeps:
            return self._engine.render(text, file, first_line, names, included)
        values = _digest(_words_in_tags(text), names)
        memory = _Memory(self._cache, "rendered", f"{values} {file} {first_line} {text}", included)
        if kept := memory.recall():
            return Rendered(kept["text"], tuple(Filled(*value) for value in kept["filled"]), ())
        rendered = self._engine.render(text, file, first_line, names, memory.included)
        if not rendered.missing:
            memory.keep({"text": rendered.text, "filled": rendered.filled})
        return rendered

    def test(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return whether a condition such as ``funds.pooled`` holds (``value``: a bool); raises as render."""
        if not self._keeps:
            return self._engine.test(expression, file, line, names, included)
        values = _digest(_NAME.findall(expression), names)
        memory = _Memory(self._cache, "answers", f"{values} {expression}", included)
        if kept := memory.recall():
            return Answer(kept["value"], ())
        answer = self._engine.test(expression, file, line, names, memory.included)
        if not answer.missing:
            memory.keep({"value": answer.value})
        return answer

    def iterate(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return the elements of a list such as ``schemes`` (``value``: a tuple); raises as render."""
        if not self._keeps:
            return self._engine.iterate(expression, file, line, names, included)
        values = _digest(_NAME.findall(expression), names)
        memory = _Memory(self._cache, "elements", f"{values} {expression}", included)
        if kept := memory.recall():
            return Answer(tuple(_at(names, path) for path in kept["paths"]), ())
        answer = self._engine.iterate(expression, file, line, names, included)
        assert isinstance(answer.value, tuple)
        paths = [getattr(element, "parameter", "") for element in answer.value]
        # Only what is found again where it says that it comes from can be kept: no blank, no yes or no.
        found = (_at(names, path) is element for path, element in zip(paths, answer.value, strict=True))
        if not answer.missing and all(found):
            memory.keep({"paths": paths})
        return answer

    def parameters_used(self, text: str) -> frozenset[str]:
        """Return the paths of the parameters that a template can ask for, whichever branches are taken.

        ``partners[].name`` is the name of each partner, ``partners[]`` a list that is only repeated for or
        counted. A text that is no template has none; ``render`` says why it is none.
        """
        if not _TAG.search(text):
            return frozenset()
        key = sha256(f"{_USES_FORMAT} {text}")
        paths = self._cache.get("parameters-used", key)
        if paths is None:
            paths = sorted(self._engine.parameters_used(text))
            self._cache.put("parameters-used", key, paths)
        return frozenset(paths)


class _Memory:
    """What a template came to when it was last run, and which families were in then.

    ``template`` says all else that the outcome depends on: its text, its place, a digest of its values.
    """

    def __init__(self, cache: Cache, kind: str, template: str, included: Included) -> None:
        self._cache = cache
        self._kind = kind
        self._key = sha256(f"{_FORMAT} {template}")
        self._included = included
        self._families: dict[str, bool] = {}

    def included(self, family: str) -> bool:
        """Return whether the document has a clause of the family, and note that it was asked."""
        answer = self._families[family] = self._included(family)
        return answer

    def recall(self) -> dict[str, Any] | None:
        """Return what was kept; None if nothing was, or if other families are in now."""
        kept = self._cache.get(self._kind, self._key)
        if kept is None:
            return None
        if any(self._included(family) != answer for family, answer in kept["families"].items()):
            return None
        outcome: dict[str, Any] = kept["outcome"]
        return outcome

    def keep(self, outcome: dict[str, Any]) -> None:
        """Keep what the template has come to now."""
        self._cache.put(self._kind, self._key, {"families": self._families, "outcome": outcome})


def _words_in_tags(text: str) -> set[str]:
    """Return all words that stand in tags, among them the names that a template asks for.

    A tag is taken to end at the last sign of an end before the next tag: an earlier one may be in quotation
    marks. Too many words do no harm.
    """
    words: set[str] = set()
    for piece in _OPENING.split(text)[1:]:
        end = max(piece.rfind("}}"), piece.rfind("%}"))
        words.update(_NAME.findall(piece if end < 0 else piece[:end]))
    return words


def _at(names: Mapping[str, object], path: str) -> object:
    """Return the value with a path such as ``schemes[0].services[1]``; None if there is none."""
    value: object = names
    for step in _STEP.findall(path):
        if isinstance(value, list) and step.isdecimal():
            value = value[int(step)] if int(step) < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _digest(words: Iterable[str], names: Mapping[str, object]) -> str:
    """Return a digest of the values of those words that are names of parameters."""
    parties: set[str] = set()
    return sha256(repr([(name, _plain(names[name], parties)) for name in sorted(names.keys() & set(words))]))


def _plain(value: object, parties: set[str]) -> Any:
    """Return a value as plain data that differs wherever two values differ in anything a clause can ask for.

    What a clause can ask of a single value follows from its kind and its print. Of a chosen party it can ask
    all that is known of the party: ``parties`` are those that were told already, since one may choose another
    that chooses it.
    """
    parameter = getattr(value, "parameter", "")
    match value:
        case dict():
            return parameter, [(name, _plain(part, parties)) for name, part in value.items()]
        case list() | tuple():
            return parameter, [_plain(part, parties) for part in value]
        case PartyValue():
            party = value.party
            told = party.parameter in parties
            parties.add(party.parameter)
            return parameter, str(value), party.parameter, None if told else _plain(party, parties)
        case _:
            return parameter, type(value).__name__, str(value)
