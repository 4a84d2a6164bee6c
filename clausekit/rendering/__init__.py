"""From a clause's text to its wording: Jinja fills in the parameters, in a sandbox, and marks each value.

What a clause came to is kept in the cache with a digest of the values that it asked for: a clause whose
values are as they were is not rendered again, and if that holds for all, Jinja is not even loaded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from clausekit.cache import Cache
from clausekit.files import sha256
from clausekit.marks import line_mark
from clausekit.parameters.values import BlankValue, PartyValue
from clausekit.rendering.results import Answer, Filled, MissingParameter, Rendered

if TYPE_CHECKING:
    from clausekit.rendering.engine import Engine

__all__ = ["Answer", "Filled", "MissingParameter", "Rendered", "Renderer"]

_FORMAT = 1
"""To be raised whenever the same clause and the same values come to something else."""

_USES_FORMAT = 1
"""To be raised whenever ``uses`` finds other parameters in the same text."""

_TAG = re.compile(r"\{[{%#]")
_IN_TAGS = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_ASKS_FOR_FAMILY = re.compile(r"""included\(\s*["']([^"']*)["']""")

Included = Callable[[str], bool]


class Renderer:
    """Renders clauses, and answers a template's questions."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
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
        key = sha256(f"{_FORMAT} {file} {first_line} {text}")
        asked = _asked(text, names, included)
        kept = self._cache.get("rendered", key)
        if kept is not None and kept["asked"] == asked:
            return Rendered(kept["text"], tuple(Filled(*value) for value in kept["filled"]), ())
        rendered = self._engine.render(text, file, first_line, names, included)
        if not rendered.missing:
            self._cache.put(
                "rendered", key, {"asked": asked, "text": rendered.text, "filled": rendered.filled}
            )
        return rendered

    def test(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return whether a condition such as ``funds.pooled`` holds (``value``: a bool); raises as render."""
        key = sha256(f"{_FORMAT} {expression}")
        asked = _asked(f"{{{{ {expression} }}}}", names, included)
        kept = self._cache.get("answers", key)
        if kept is not None and kept["asked"] == asked:
            return Answer(kept["value"], ())
        answer = self._engine.test(expression, file, line, names, included)
        if not answer.missing:
            self._cache.put("answers", key, {"asked": asked, "value": answer.value})
        return answer

    def iterate(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return the elements of a list such as ``schemes`` (``value``: a tuple); raises as render."""
        return self._engine.iterate(expression, file, line, names, included)

    def parameters_used(self, text: str, names: Mapping[str, str] | None = None) -> frozenset[str]:
        """Return the paths of the parameters that a template can ask for, whichever branches are taken.

        ``partners[].name`` is the name of each partner, ``partners[]`` a list that is only repeated for or
        counted. ``names`` are paths for names that are no parameters: ``{"scheme": "schemes[]"}``. A text
        that is no template has none; ``render`` says why it is none.
        """
        if not _TAG.search(text):
            return frozenset()
        key = sha256(repr((_USES_FORMAT, text, sorted((names or {}).items()))))
        paths = self._cache.get("parameters-used", key)
        if paths is None:
            paths = sorted(self._engine.parameters_used(text, names or {}))
            self._cache.put("parameters-used", key, paths)
        return frozenset(paths)


def _asked(text: str, names: Mapping[str, object], included: Included) -> str:
    """Return a digest of all that a template can ask for: which families are in, and the values of its names.

    Every word in its tags that is a parameter's name is taken for one: too many does no harm.
    """
    words = {word for tag in _IN_TAGS.findall(text) for word in _NAME.findall(tag)}
    values = [(name, _plain(names[name])) for name in sorted(words & names.keys())]
    families = [(family, included(family)) for family in _ASKS_FOR_FAMILY.findall(text)]
    return sha256(repr((values, families)))


def _plain(value: object) -> Any:
    """Return a value as plain data that differs wherever two values differ in type, print or parts."""
    match value:
        case dict():
            return [(name, _plain(part)) for name, part in value.items()]
        case list():
            return [_plain(part) for part in value]
        case PartyValue():
            return ("party", str(value), value.parameter, _plain(value.party))
        case BlankValue():
            return ("blank", value.parameter)
        case _:
            return (type(value).__name__, str(value), getattr(value, "parameter", ""))
