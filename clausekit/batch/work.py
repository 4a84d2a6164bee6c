"""The work of a batch: rows of data become Word files. It is done in any process, and on any machine.

An order says what all rows have in common. A process opens it once, with its library, and keeps what it has
loaded and the moulds that it has made for all rows that it is given.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clausekit.batch.joining import joined_file
from clausekit.batch.moulds import Moulds
from clausekit.lock import Locked
from clausekit.matter import Matter, day_of
from clausekit.parameters.yamlfile import Data
from clausekit.pipeline import compose, typeset
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering import Renderer
from clausekit.rendition import Rendition
from clausekit.templates import load_template
from clausekit.workshop import open_workshop

RowData = dict[str, Data]


@dataclass(frozen=True, slots=True)
class Order:
    """What a batch makes: its library and template, the common parameters, the day whose clauses it takes.

    ``near`` is the file whose folder holds the files that rows attach; ``identity`` tells orders apart.
    """

    identity: str
    library: Path
    template: str
    common: RowData
    as_at: date
    near: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: a Word file and the clauses in it, or no file and findings that say why not.

    A file may have findings below the level of an error.
    """

    data: bytes | None
    clauses: tuple[tuple[str, Locked], ...]
    findings: tuple[Finding, ...]


class Drafter:
    """Makes the documents of an order."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._workshop = open_workshop(order.library)
        self._template = load_template(self._workshop.root, order.template, self._workshop.cache)
        self._renderer = Renderer(self._workshop.cache, keeps=False)
        self._moulds = Moulds()
        self._clauses: dict[tuple[str, ...], tuple[tuple[str, Locked], ...]] = {}

    def draft(self, row: RowData) -> Outcome:
        """Return what becomes of a row; its findings have the places of ``joining.ParameterSource``."""
        try:
            rendition = Rendition(self._workshop, self._matter(row), None, self._renderer)
            data = self._moulds.cast(rendition)
            findings = tuple(rendition.findings)
            if data is None:
                made = compose(rendition)
                typed = typeset(self._workshop, made, "docx")
                data, findings = typed.data, (*made.findings, *typed.findings)
        except ClausekitError as error:
            return Outcome(None, (), error.findings)
        return Outcome(data, self._clauses_of(rendition), findings)

    def _clauses_of(self, rendition: Rendition) -> tuple[tuple[str, Locked], ...]:
        """Return the clauses of a document; the same tuple for the same ones, so that it is sent once."""
        resolution = rendition.resolution
        files = tuple(clause.file for clause in resolution.clauses.values())
        if files not in self._clauses:
            self._clauses[files] = tuple(resolution.locked().items())
        return self._clauses[files]

    def _matter(self, row: RowData) -> Matter:
        file = joined_file(self._order.common, row)
        named = file.data["template"] = file.data.get("template") or self._order.template
        if named != self._order.template:
            raise ClausekitError(_other_template(str(named), self._order.template, file.source("template")))
        day, place = day_of(file, None, None) if file.data.get("as_at") else (self._order.as_at, None)
        return Matter(self._order.near, file, self._template, day, place, None)


def _other_template(named: str, template: str, source: Source) -> Finding:
    return Finding(
        "batch-template",
        f"This is to be made from {named}, but the batch is made from {template}.",
        source,
        remedy="Leave it out here, or make it in a batch of its own.",
    )


# in a process

_orders: dict[str, Order] = {}
_own = threading.local()
"""Each thread has drafters of its own: what they have open, the cache among it, is not shared."""


def accept(order: Order) -> None:
    """Make an order known to this process."""
    _orders[order.identity] = order


def draft_rows(identity: str, rows: Sequence[RowData]) -> list[Outcome]:
    """Return what becomes of the rows of an order that this process has accepted."""
    drafters: dict[str, Drafter] = vars(_own).setdefault("drafters", {})
    if identity not in drafters:
        drafters.clear()
        drafters[identity] = Drafter(_orders[identity])
    return [drafters[identity].draft(row) for row in rows]
