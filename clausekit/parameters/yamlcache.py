"""YAML files that were read before: finding the place of every value is slow, so it is done once a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from clausekit.cache import Cache
from clausekit.files import sha256
from clausekit.parameters.yamlfile import YamlFile, load_yaml
from clausekit.problems import Source

_CACHE_KIND = "yaml-1"  # raise the number when what ``read_yaml`` keeps changes its form


def read_yaml(text: str, file: str, cache: Cache, first_line: int = 1) -> YamlFile:
    """Return what the YAML ``text`` of ``file`` says, from the cache if it was read before.

    ``first_line`` is where the text stands in the file. Raises ClausekitError as ``load_yaml`` does; a text
    with faults is not kept.
    """
    key = sha256(f"{first_line}\n{text}")
    kept = cache.get(_CACHE_KIND, key)
    if _is_whole(kept):
        lines = tuple(text.split("\n"))
        return YamlFile(file, kept["data"], _Sources(file, kept["places"]), lines, first_line)
    loaded = load_yaml(text, file, first_line)
    places = {path: (source.line, source.column) for path, source in loaded.sources.items()}
    cache.put(_CACHE_KIND, key, {"data": loaded.data, "places": places})
    return loaded


def _is_whole(kept: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(kept, dict) and all(isinstance(kept.get(name), dict) for name in ("data", "places"))


class _Sources(Mapping[str, Source]):
    """Places as sources, made only when one is asked for: most files have no fault to place."""

    def __init__(self, file: str, places: Mapping[str, tuple[int, int]]) -> None:
        self._file = file
        self._places = places

    def __getitem__(self, path: str) -> Source:
        return Source(self._file, *self._places[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
