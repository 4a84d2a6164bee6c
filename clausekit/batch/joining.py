"""A row joined to what all rows have in common: the parameter file that it would be if it were one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from clausekit.batch.rows import Row
from clausekit.parameters.yamlfile import Data, YamlFile, parent
from clausekit.problems import Finding, Source


@dataclass(frozen=True, slots=True)
class ParameterSource(Source):
    """The place of a parameter in a row that is somewhere else; ``located`` says where."""

    path: str = ""


def joined(common: Mapping[str, Data], row: Mapping[str, Data]) -> dict[str, Data]:
    """Return the data of a row with the common data for what it does not say, group by group.

    A null of the row gives way too; a list is the row's or the common one, never a mixture.
    """
    data = dict(common)
    for name, value in row.items():
        other = data.get(name)
        if isinstance(value, dict) and isinstance(other, dict):
            data[name] = joined(other, value)
        elif value is not None or name not in data:
            data[name] = value
    return data


def joined_file(common: Mapping[str, Data], row: Mapping[str, Data]) -> YamlFile:
    """Return a parameter file of the joined data; its places are all ``ParameterSource``."""
    data = joined(common, row)
    return _JoinedFile("", data, _Paths(data), ())


def located(finding: Finding, row: Row, common: YamlFile) -> Finding:
    """Return a finding about a joined file with its place in the row or in the common file."""
    if not isinstance(finding.source, ParameterSource):
        return finding
    path = finding.source.path
    file = row if _nearest(path, row.sources) >= _nearest(path, common.sources) else common
    return replace(finding, source=file.source(path), excerpt=file.excerpt(path))


class _JoinedFile(YamlFile):
    __slots__ = ()

    def source(self, path: str) -> Source:
        return ParameterSource("", path=path)

    def excerpt(self, path: str) -> str:  # noqa: ARG002 (as a YamlFile has it)
        return ""


class _Paths(Mapping[str, Source]):
    """The paths of all that there is in some data, found when one is asked for: few rows have a fault."""

    def __init__(self, data: dict[str, Data]) -> None:
        self._data = data

    def __getitem__(self, path: str) -> Source:
        if path in set(self):
            return ParameterSource("", path=path)
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        yield ""
        yield from _paths(self._data, "")

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _paths(data: Any, path: str) -> Iterator[str]:
    """Yield the path of each part of the data."""
    inner: list[tuple[str, Any]] = []
    if isinstance(data, dict):
        inner = [(f"{path}.{name}" if path else name, value) for name, value in data.items()]
    elif isinstance(data, list):
        inner = [(f"{path}[{index}]", value) for index, value in enumerate(data)]
    for place, value in inner:
        yield place
        yield from _paths(value, place)


def _nearest(path: str, sources: Mapping[str, Source]) -> int:
    """Return how long a part of the path is known."""
    while path and path not in sources:
        path = parent(path)
    return len(path)
