"""What all documents of a batch rest on beside their rows: common parameters, day, template, clauses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from clausekit.batch.work import Order
from clausekit.files import read_bytes, read_text, sha256
from clausekit.lock import Request, resolve
from clausekit.matter import day_of
from clausekit.parameters.values import read_date
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile
from clausekit.pipeline import TOOL
from clausekit.problems import ClausekitError, Finding
from clausekit.templates import Template, load_numbering, load_template
from clausekit.workshop import Workshop

_FAULTS = ("type", "format", "choice", "pattern", "limit", "text", "unknown", "gathered")
"""What is wrong with a common file by itself, whatever the rows say; what it lacks they may give."""


def read_common(path: Path | None, workshop: Workshop) -> YamlFile:
    """Return the parameter file of what all rows have in common; without a path it says nothing.

    Raises ClausekitError if it cannot be read, or has faults that each row would tell again.
    """
    if path is None:
        return YamlFile("", {}, {}, ())
    common = read_yaml(read_text(path), str(path), workshop.cache)
    findings = workshop.dictionary.bind(common).findings
    faults = [one for one in findings if one.rule.removeprefix("parameter-") in _FAULTS]
    if faults:
        raise ClausekitError(faults)
    return common


class Basis:
    """What the documents of a template rest on. ``last_day`` is that of an earlier run.

    ``digest`` tells whether it has changed, but for clauses: ``has`` does that.
    Raises ClausekitError if the library has no such template, or the common file is of another.
    """

    def __init__(
        self, workshop: Workshop, template: str, common: YamlFile, near: Path, last_day: date | None
    ) -> None:
        named = common.data.get("template", template)
        if named != template:
            raise ClausekitError(_other_template(common, template))
        outline = load_template(workshop.root, template, workshop.cache)
        given = common.data.get("as_at") is not None
        day = last_day if last_day and not given else day_of(common, None, None)[0]
        self._clauses_on = lru_cache(maxsize=100)(partial(_clauses_of, workshop, outline))
        self.digest = _digest(workshop, outline, common, day)
        clauses = self._clauses_on(day)
        places = (str(workshop.root.absolute()), str(near.absolute()))
        identity = sha256("\0".join((self.digest, *clauses, *clauses.values(), *places)))
        self.order = Order(identity, workshop.root, template, common.data, day, near)

    def has(self, clauses: Mapping[str, str], as_at: str) -> bool:
        """Tell whether a document would have these clauses, by id with version and digest, now as well.

        ``as_at`` is the day that its row gives, "" if it gives none.
        """
        try:
            day = read_date(as_at) if as_at else self.order.as_at
        except ValueError:  # which is told when the row is drafted
            return False
        return clauses.items() <= self._clauses_on(day).items()


def _clauses_of(workshop: Workshop, template: Template, day: date) -> dict[str, str]:
    """Return version and digest, by id, of all clauses that a document of the template can have that day."""
    requests = [
        Request(entry.name, entry.version, entry.source, entry.excerpt)
        for entry in template.entries
        if entry.kind == "clause"
    ]
    clauses = resolve(requests, workshop.library, day).locked()
    return {name: str(locked) for name, locked in clauses.items()}


def _digest(workshop: Workshop, template: Template, common: YamlFile, day: date) -> str:
    root = workshop.root
    parts = (
        TOOL,
        repr(template),
        json.dumps(load_numbering(root, template.numbering, workshop.cache), sort_keys=True),
        sha256(read_bytes(root / "templates" / template.house_style)),
        sha256(read_bytes(root / "clauses" / "parameters.yaml")),
        json.dumps(common.data, sort_keys=True),
        day.isoformat(),
    )
    return sha256("\0".join(parts))


def _other_template(common: YamlFile, template: str) -> Finding:
    return Finding(
        "batch-template",
        f"The file is of {common.data['template']}, but the batch is made from {template}.",
        common.source("template"),
        common.excerpt("template"),
        "Take the line out, or name the template that is meant.",
    )
