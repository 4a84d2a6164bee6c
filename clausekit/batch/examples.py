"""The example row of a sheet to fill in: the examples of the dictionary, made to agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from clausekit.batch.rows.cells import Schema, format_of, kind_of
from clausekit.parameters.values import FORMATS

Example: TypeAlias = str | int | date | Decimal | None

_PARTIES = ("the Council", "the ICB")
"""The short names that the parties of an example have; the first is what the dictionary calls the council."""


def examples_of(schema: Schema, *, parties: bool) -> Iterator[dict[str, Example]]:
    """Yield the entries that a list has in an example, as few as it may, by the names of their fields.

    ``parties`` says whether the entries are parties to the agreement.
    """
    count = max(1, schema.get("minItems", 1))
    for index in range(count):
        entry = {name: example_of(field, index) for name, field in schema["items"]["properties"].items()}
        for name in _that_make_100(schema):
            entry[name] = Decimal(1) / count
        sharing = _that_make_100(schema["items"])
        entry.update(dict.fromkeys(sharing, Decimal(1) / max(1, len(sharing))))
        if parties:
            entry["short"] = _PARTIES[1]
        yield entry


def example_of(schema: Schema, index: int = 0) -> Example:
    """Return an example as a spreadsheet holds it; None if the dictionary knows none.

    ``index`` is the place of the entry in its list: choices of parties differ from entry to entry.
    """
    kind = kind_in_sheet(schema)
    if kind == "party":
        return _PARTIES[index % len(_PARTIES)]
    example = next(iter(schema.get("examples", ())), schema.get("default"))
    if example is None:
        choices = (choice for choice in schema.get("enum", ()) if choice is not None)
        example = next(choices, FORMATS[kind].example if kind in FORMATS else None)
    if isinstance(example, list):
        return "; ".join(map(str, example)) or None
    if isinstance(example, bool):
        return "yes" if example else "no"
    if example is None or isinstance(example, int):
        return example
    return _typed(str(example), kind)


def kind_in_sheet(schema: Schema) -> str:
    """Return the format of a value or, if it has none, its type."""
    return format_of(schema) or kind_of(schema)


def _that_make_100(schema: Schema) -> list[str]:
    written = schema.get("x-makes-100", "")
    return [name for name in str(written).split(" and ") if name]


def _typed(example: str, kind: str) -> Example:
    """Return an example as a date, an amount, a part of one, or text."""
    if kind == "date":
        return date.fromisoformat(example)
    if kind == "money":
        return Decimal(example.replace("£", "").replace(",", ""))
    if kind == "percentage":
        return Decimal(example.removesuffix("%").strip()) / 100
    return example
