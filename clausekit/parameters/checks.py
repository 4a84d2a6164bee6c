"""What the figures and dates of a matter must come to, as the dictionary says it in keywords of its own.

``x-total-of: rows.amount``
    this is the sum of a field over a list; ``rows.amount by party``: over the entries with the same party
``x-share: amount of total within 0.05%``
    this percentage is what the one amount is of the other, but for rounding
``x-makes-100: percentage``
    the percentages in this list make 100 exactly; ``nhs and council``: those in this group
``x-unique: [code, party and year]``
    no two entries of this list have the same code, or the same party and year
``x-after: start``
    this date, time of day or financial year is later

Each takes one text or a list of them. A path begins with a parameter of the group in which the keyword stands
or, if it has none of that name, of the nearest group around. What is blank, wrong, empty or not given is let
pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from clausekit.parameters.facts import Fault
from clausekit.parameters.totals import Number, of_kind, total
from clausekit.parameters.values import (
    BlankValue,
    DateValue,
    MoneyValue,
    PercentageValue,
    Record,
    Series,
    TimeValue,
    YearValue,
)
from clausekit.problems import Level

_Schema = dict[str, Any]

_FIGURES = ("money", "percentage", "integer")
_MOMENTS = ("date", "time", "financial-year")
_UNKNOWN = BlankValue("")


class _Group(NamedTuple):
    """A group around a value: what the dictionary says of it, and its values."""

    schema: _Schema
    values: Record


_Groups = Sequence[_Group]
"""The groups around a value, the nearest first."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A rule that a dictionary may make: its name, how grave a breach is, how it is written and checked.

    ``example`` shows how it is written. ``misuse`` looks at the dictionary: it takes what is written, the
    schema it is written in and those of the groups around, and returns what is wrong. ``check`` looks at a
    matter: it takes what is written, the value and the groups around.
    """

    rule: str
    level: Level
    pattern: re.Pattern[str]
    example: str
    misuse: Callable[[re.Match[str], _Schema, Sequence[_Schema]], str | None]
    check: Callable[[re.Match[str], Any, _Groups], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Checks:
    """What a dictionary says in keywords of a value, and of what is in it: ``inner`` by name, ``elements``.

    ``own`` are its keywords with what is written. Where nothing is said there are no checks.
    """

    schema: _Schema
    own: tuple[tuple[Keyword, re.Match[str]], ...]
    inner: Mapping[str, Checks]
    elements: Checks | None


def checks_of(schema: _Schema) -> Checks | None:
    """Return the checks that a schema asks for; None if it asks for none."""
    own: list[tuple[Keyword, re.Match[str]]] = []
    for name, keyword in KEYWORDS.items():
        for written in _all_written(schema, name):
            match = keyword.pattern.fullmatch(written)
            assert match, "a dictionary that says this is refused"
            own.append((keyword, match))
    inner = {
        name: checks
        for name, entry in schema.get("properties", {}).items()
        if "x-gathers" not in entry and (checks := checks_of(entry))
    }
    elements = checks_of(schema["items"]) if "items" in schema else None
    return Checks(schema, tuple(own), inner, elements) if own or inner or elements else None


def breaches(checks: Checks, value: object, around: _Groups = ()) -> Iterator[tuple[Keyword, Fault]]:
    """Yield what in a value is not as the dictionary says, with the keyword that says so."""
    for keyword, match in checks.own:
        yield from ((keyword, fault) for fault in keyword.check(match, value, around))
    if isinstance(value, Record):
        groups = (_Group(checks.schema, value), *around)
        for name, inner in checks.inner.items():
            if name in value:
                yield from breaches(inner, value[name], groups)
    elif isinstance(value, Series) and checks.elements:
        for element in value:
            yield from breaches(checks.elements, element, around)


def misuses(
    schema: _Schema, place: str = "", around: Sequence[_Schema] = ()
) -> Iterator[tuple[str, str, str]]:
    """Yield message, place and remedy for each keyword of a dictionary that says nothing or leads nowhere."""
    prefix = f"{place}." if place else ""
    for name, keyword in KEYWORDS.items():
        for written in _all_written(schema, name):
            match = keyword.pattern.fullmatch(written) if isinstance(written, str) else None
            message = keyword.misuse(match, schema, around) if match else f'"{name}" cannot have this value.'
            if message:
                yield message, f"{prefix}{name}", f"Write for example: {name}: {keyword.example}"
    for name, entry in schema.get("properties", {}).items():
        if "x-gathers" not in entry:
            yield from misuses(entry, f"{prefix}properties.{name}", (schema, *around))
    if "items" in schema:
        yield from misuses(schema["items"], f"{prefix}items", around)


def _all_written(schema: _Schema, keyword: str) -> list[Any]:
    written = schema.get(keyword, [])
    return written if isinstance(written, list) else [written]


# x-total-of


def _misused_total(match: re.Match[str], schema: _Schema, around: Sequence[_Schema]) -> str | None:
    path, field, by = match.groups()
    figures, in_list = _schema_at(f"{path}.{field}", around)
    if _kind(schema) not in _FIGURES or _kind(figures) != _kind(schema) or not in_list:
        return f'There is no list with figures of this kind at "{path}.{field}".'
    if by and not (by in around[0]["properties"] and _kind(_schema_at(f"{path}.{by}", around)[0])):
        return f'"{by}" must be both in the list and beside the total.'
    return None


def _wrong_total(match: re.Match[str], stated: object, around: _Groups) -> Iterator[Fault]:
    path, field, by = match.groups()
    if not isinstance(stated, Number):
        return
    entries, place = _entries(path, around)
    if not entries:
        return
    whose = ""
    if by:
        owner = _part(around[0].values, by)
        keys = [_part(entry, by) for entry in entries]
        if any(isinstance(key, BlankValue) for key in (owner, *keys)):
            return
        entries = [entry for entry, key in zip(entries, keys, strict=True) if key == owner]
        whose = f" for {owner}"
    right = total([_part(entry, field) for entry in entries], [stated], "")
    if isinstance(right, Number) and right != stated:
        difference = of_kind(type(stated), abs(Decimal(right) - Decimal(stated)), "")
        yield Fault(
            stated.parameter,
            f"{stated.parameter} is {stated}, but {place}.{field}{whose} adds up to {right}, "
            f"{difference} {'more' if right > stated else 'less'}.",
            "Correct the total, or the figure that is wrong.",
        )


def _entries(path: str, around: _Groups) -> tuple[list[object], str]:
    """Return the entries of the list, or of all the lists, at a path, and what messages call them."""
    first, *steps = path.split(".")
    value = _at(first, around)
    entries, place = _spread([value], getattr(value, "parameter", ""))
    for step in steps:
        entries, place = _spread([_part(entry, step) for entry in entries], f"{place}.{step}")
    return entries, place


def _spread(values: list[object], place: str) -> tuple[list[object], str]:
    """Put the entries of lists in the place of the lists."""
    if not any(isinstance(value, Series) for value in values):
        return values, place
    spread = [entry for value in values for entry in (value if isinstance(value, Series) else [value])]
    return spread, f"{place}[]"


# x-share


def _misused_share(match: re.Match[str], schema: _Schema, around: Sequence[_Schema]) -> str | None:
    if _kind(schema) != "percentage":
        return "Only a percentage can be a share."
    for path in match.group(1, 2):
        figure, in_list = _schema_at(path, around)
        if _kind(figure) != "money" or in_list:
            return f'There is no amount of money at "{path}".'
    return None


def _wrong_share(match: re.Match[str], stated: object, around: _Groups) -> Iterator[Fault]:
    part, whole = (_at(path, around) for path in match.group(1, 2))
    tolerance = Decimal(match[3])
    if not (
        isinstance(stated, PercentageValue) and isinstance(part, MoneyValue) and isinstance(whole, MoneyValue)
    ):
        return
    if whole and abs(part * 100 / whole - stated) > tolerance:
        decimals = len(match[3].partition(".")[2]) + 1  # so many that the difference shows
        right = MoneyValue((stated * whole / 100).quantize(part), "")
        yield Fault(
            stated.parameter,
            f"{stated.parameter} is {stated}, but {part} is {part * 100 / whole:,.{decimals}f}% of {whole}.",
            f"Correct one of the three; {stated} would be {right}.",
        )


# x-makes-100


def _misused_hundred(match: re.Match[str], schema: _Schema, _around: Sequence[_Schema]) -> str | None:
    for name in match[0].split(" and "):
        if _kind(_field(schema, name)) != "percentage":
            return f'There is no percentage "{name}" in this.'
    return None


def _not_hundred(match: re.Match[str], value: object, _around: _Groups) -> Iterator[Fault]:
    entries = value if isinstance(value, Series) else [value]
    shares = [_part(entry, name) for entry in entries for name in match[0].split(" and ")]
    added_up = total(shares, shares, "")
    if shares and not isinstance(added_up, BlankValue) and added_up != 100:
        parameter = getattr(value, "parameter", "")
        yield Fault(
            parameter,
            f"The percentages in {parameter} add up to {added_up}, not to 100%.",
            "Correct them. They must make 100% exactly, as 33.33%, 33.33% and 33.34% do.",
        )


# x-unique


def _misused_unique(match: re.Match[str], schema: _Schema, _around: Sequence[_Schema]) -> str | None:
    for name in match[0].split(" and "):
        if _kind(_field(schema, name)) in (None, "object", "array"):
            return f'There is no single value "{name}" in the entries of this list.'
    return None


def _not_unique(match: re.Match[str], entries: object, _around: _Groups) -> Iterator[Fault]:
    if not isinstance(entries, Series):
        return
    seen: dict[str, object] = {}
    for entry in entries:
        values = [_part(entry, name) for name in match[0].split(" and ")]
        if any(isinstance(value, BlankValue) for value in values):
            continue
        words = " and ".join(f'"{value}"' for value in values)
        first = seen.setdefault(words.casefold(), entry)
        if first is not entry:
            yield Fault(
                getattr(entry, "parameter", ""),
                f"Two entries of {entries.parameter} have the same {match[0]}, {words}: "
                f"see also {getattr(first, 'parameter', '')}.",
                "Correct one of the two, or take it out.",
            )


# x-after


def _misused_after(match: re.Match[str], schema: _Schema, around: Sequence[_Schema]) -> str | None:
    other, in_list = _schema_at(match[0], around)
    if _kind(schema) not in _MOMENTS or _kind(other) != _kind(schema) or in_list:
        return f'There is no date, time of day or financial year to compare with at "{match[0]}".'
    return None


def _not_after(match: re.Match[str], later: Any, around: _Groups) -> Iterator[Fault]:
    earlier: Any = _at(match[0], around)
    if not isinstance(later, DateValue | TimeValue | YearValue) or isinstance(earlier, BlankValue):
        return
    if later <= earlier:
        relation = (
            f"the same as {earlier.parameter}"
            if later == earlier
            else f"before {earlier.parameter} ({earlier})"
        )
        yield Fault(
            later.parameter,
            f"{later.parameter} ({later}) is {relation}; it must be later.",
            "Change one of the two.",
        )


_PATH = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*"
_NAME = r"[a-z][a-z0-9_]*"
_NAMES = rf"{_NAME}(?: and {_NAME})*"

KEYWORDS: Mapping[str, Keyword] = {
    "x-total-of": Keyword(
        "data-total",
        "error",
        re.compile(rf"({_PATH})\.({_NAME})(?: by ({_NAME}))?"),
        "rows.amount",
        _misused_total,
        _wrong_total,
    ),
    "x-share": Keyword(
        "data-share",
        "warning",
        re.compile(rf"({_PATH}) of ({_PATH}) within ([0-9]{{1,2}}(?:\.[0-9]{{1,8}})?)%"),
        "amount of total within 0.05%",
        _misused_share,
        _wrong_share,
    ),
    "x-makes-100": Keyword(
        "data-hundred", "error", re.compile(_NAMES), "percentage", _misused_hundred, _not_hundred
    ),
    "x-unique": Keyword(
        "data-unique", "error", re.compile(_NAMES), "[code, name]", _misused_unique, _not_unique
    ),
    "x-after": Keyword("data-order", "error", re.compile(_PATH), "start", _misused_after, _not_after),
}
"""Every keyword by its name."""


# looking things up


def _kind(schema: _Schema) -> str | None:
    return schema.get("format", schema.get("type"))


def _field(schema: _Schema, name: str) -> _Schema:
    """Return what the dictionary says of a field of a group, or of the entries of a list."""
    field: _Schema = schema.get("items", schema).get("properties", {}).get(name, {})
    return field


def _schema_at(path: str, around: Sequence[_Schema]) -> tuple[_Schema, bool]:
    """Return what the dictionary says of a path, empty if nothing, and whether it leads into a list."""
    first, *steps = path.split(".")
    schema: _Schema = next(
        (group["properties"][first] for group in around if first in group["properties"]), {}
    )
    in_list = False
    for step in steps:
        if "items" in schema:
            schema, in_list = schema["items"], True
        schema = schema.get("properties", {}).get(step, {})
    return schema, in_list


def _at(path: str, around: _Groups) -> object:
    """Return the value at a path that leads into no list; a blank if it is not given."""
    first, *steps = path.split(".")
    value: object = next(group.values for group in around if first in group.schema["properties"])
    for step in (first, *steps):
        value = _part(value, step)
    return value


def _part(value: object, name: str) -> object:
    return value.get(name, _UNKNOWN) if isinstance(value, Record) else _UNKNOWN
