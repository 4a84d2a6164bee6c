"""What must hold between the parameters of one matter, whatever the dictionary says: one function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clausekit.parameters.values import DateValue, Record, Series, TextValue
from clausekit.problems import Level


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a rule: the parameter at fault, what is wrong, and what would be right."""

    parameter: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A rule: its name, how grave a breach is, and the function that finds breaches."""

    rule: str
    level: Level
    check: Callable[[Record], Iterator[Fault]]


def short_names_differ(values: Record) -> Iterator[Fault]:
    """Find parties with the same short name: the text could not tell them apart."""
    first: dict[str, TextValue] = {}
    for party in _parties(values):
        short = party.get("short")
        if not isinstance(short, TextValue):
            continue
        if other := first.get(short.casefold()):
            yield Fault(
                short.parameter,
                f'Two parties have the short name "{short}": see also {other.parameter}.',
                "Give each party a short name of its own.",
            )
        first.setdefault(short.casefold(), short)


def earlier_agreement_ends_first(values: Record) -> Iterator[Fault]:
    """Find an earlier agreement that still runs when the new one starts: two would govern the same days."""
    start, end = _day(values, "term", "start"), _day(values, "previous_agreement", "end")
    if start and end and end >= start:
        yield Fault(
            end.parameter,
            f"The earlier agreement ends on {end}, but the new one starts on {start} already.",
            "Check both dates: commonly the one ends on the day before the other starts.",
        )


def term_ends_with_financial_year(values: Record) -> Iterator[Fault]:
    """Find a term that ends within a financial year, though budgets are fixed for whole ones."""
    end = _day(values, "term", "end")
    if end and (end.month, end.day) != (3, 31):
        yield Fault(
            end.parameter,
            f"The term ends on {end}, within a financial year.",
            "Check the date: terms commonly end on 31 March.",
        )


FACTS = (
    Fact("parties-short-names", "error", short_names_differ),
    Fact("term-overlap", "warning", earlier_agreement_ends_first),
    Fact("term-financial-year", "warning", term_ends_with_financial_year),
)


def _parties(values: Record) -> Iterator[Record]:
    partners = values.get("partners")
    if isinstance(partners, Series):
        yield from (partner for partner in partners if isinstance(partner, Record))


def _day(values: Record, group: str, name: str) -> DateValue | None:
    record = values.get(group)
    value = record.get(name) if isinstance(record, Record) else None
    return value if isinstance(value, DateValue) else None
