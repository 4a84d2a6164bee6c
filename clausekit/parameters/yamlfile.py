"""Reading YAML as a person means it, with the place of every value.

Of YAML this takes mappings, lists, comments, and quoted, plain and block text. A plain word is text, unless
it is ``true``, ``false``, ``null`` (or ``~``, or nothing), or a whole number in its usual spelling: so
``no``, ``010``, ``1.10`` and ``2019-04-01`` stay as they were typed. Anchors, aliases, merge keys and tags
are refused: a file for officers needs none, and they can make a small file huge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from clausekit.problems import Source

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data] | None"


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A YAML file that was read: its data, the place of every value by path, and its lines.

    A path looks like ``health_bodies[0].name``; the path of the whole is empty. The place of a named value is
    where its name stands.
    """

    file: str
    data: dict[str, Data]
    sources: Mapping[str, Source]
    lines: tuple[str, ...]
    first_line: int = 1

    def source(self, path: str) -> Source:
        """Return the place of the path or, if the file has no such value, of the nearest group around it."""
        return self.sources.get(self._known(path)) or Source(self.file)

    def excerpt(self, path: str) -> str:
        """Return the line of that place; nothing if it is the whole file."""
        known = self._known(path)
        line = self.sources[known].line if known else None
        return self.lines[line - self.first_line] if line else ""

    def _known(self, path: str) -> str:
        while path and path not in self.sources:
            path = parent(path)
        return path


def parent(path: str) -> str:
    """Return the path of the group or list around a path.

    >>> parent("health_bodies[0].name"), parent("health_bodies[0]"), parent("council")
    ('health_bodies[0]', 'health_bodies', '')
    """
    return path[: max(path.rfind("."), path.rfind("["), 0)]


def load_yaml(text: str, file: str, first_line: int = 1) -> YamlFile:
    """Return what the text of a YAML file says; ``first_line`` is where the text stands in the file.

    Raises ClausekitError with every problem that can be told before YAML's own grammar breaks off.
    """
    from clausekit.parameters.yamlreader import read  # PyYAML: 15 ms, of no use if the file is cached

    data, sources = read(text, file, first_line)
    return YamlFile(file, data, sources, tuple(text.split("\n")), first_line)
