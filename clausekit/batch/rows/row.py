"""A row to be rendered, and the stream of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clausekit.parameters.yamlfile import parent
from clausekit.problems import Finding, Source


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the data: what a parameter file of its own would say.

    ``number`` is as the person sees it: the row of a sheet, the line of a file of lines, the position in a
    list or folder from 1. ``name`` is unique in the file; ``label`` is what a person would call the row: what
    stands in its first column, or the name of its file. A cell left empty is null in ``data``, or
    not there at all if the dictionary has a default. Paths are as in a ``YamlFile``: ``partners[0].name``.
    """

    number: int
    name: str
    data: dict[str, Any]
    place: Source
    sources: Mapping[str, Source]
    excerpts: Mapping[str, str]
    label: str = ""
    hidden: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def cannot_be_read(self) -> bool:
        """Whether something in it cannot be read, so that no document can be made of it."""
        return any(finding.level == "error" for finding in self.findings)

    def source(self, path: str) -> Source:
        """Return the place of the path or, if the row has no such value, of the nearest group around it."""
        while path:
            if found := self.sources.get(path):
                return found
            path = parent(path)
        return self.place

    def excerpt(self, path: str) -> str:
        """Return what stands at that place; nothing if it is the row as a whole."""
        while path and path not in self.sources:
            path = parent(path)
        return self.excerpts.get(path, "") if path else ""


class Rows:
    """The rows of a file, read anew each time they are gone through.

    ``findings`` are about the file as a whole; with an error among them nothing should be rendered. ``count``
    is None if nobody can know it before all are read. ``paths`` are the parameters that the columns give,
    with [] for the entries of lists; empty if each row has its own.
    """

    def __init__(
        self,
        findings: tuple[Finding, ...],
        read: Callable[[], Iterator[Row]],
        count: int | None = None,
        paths: frozenset[str] = frozenset(),
    ) -> None:
        self.findings = findings
        self.count = count
        self.paths = paths
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return self._read()
