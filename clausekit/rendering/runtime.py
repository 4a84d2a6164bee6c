"""What a template does while it runs: reads parameters, prints values as marks, counts its work.

The functions in ``FILTERS`` are called from compiled templates only (see ``language``); a drafter can name
those in ``language.FILTERS``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from clausekit.marks import line_mark, value_mark
from clausekit.parameters import totals
from clausekit.parameters.values import FORMATS, BlankValue, PartyValue, TextValue
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering.faults import Script
from clausekit.rendering.results import Filled, MissingParameter

MAX_REPEATS = 100_000
MAX_CHARACTERS = 2_000_000

RUN = "the run"  # no name that a clause could write

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ATTRIBUTES = frozenset().union(*(form.attributes for form in FORMATS.values()))
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\uf8ff]")


class Missing(BlankValue):
    """A parameter that the matter does not give."""

    __slots__ = ()


class Wording(str):
    """Words of the clause itself, chosen by a tag; no value.

    Whether they are less than a value, the value says: a period is not compared letter by letter.
    """

    __slots__ = ()

    def _unknown(self, _: str) -> Any:
        return NotImplemented

    __lt__ = __le__ = __gt__ = __ge__ = _unknown


class Count(int):
    """The length of a list."""

    parameter: str


class Listing(tuple[Any, ...]):
    """Values to be printed one after another, as "a, b and c"."""

    __slots__ = ()


class Run:
    """One run of a template: what it filled in, what it missed, what is wrong."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.filled: list[Filled] = []
        self.missing: dict[tuple[str, int], MissingParameter] = {}
        self.findings: list[Finding] = []
        self._repeats = 0

    def miss(self, path: str, line: int) -> None:
        """Note a missing parameter, once a place."""
        source = Source(self.script.file, line)
        self.missing.setdefault((path, line), MissingParameter(path, source, self.script.line(line).strip()))

    def fault(self, rule: str, line: int, **details: object) -> None:
        """Note what is wrong; the run goes on, to find the rest."""
        finding = self.script.finding(rule, line, **details)
        if finding not in self.findings:
            self.findings.append(finding)

    def repeat(self, times: int, line: int) -> None:
        """Count the turns of a loop or a sum. Raises ClausekitError if there are too many in all."""
        self._repeats += times
        if self._repeats > MAX_REPEATS:
            raise ClausekitError(self.script.finding("too-many-repeats", line, limit=f"{MAX_REPEATS:,}"))

    def fill(self, parameter: str, value: object, line: int) -> str:
        """Return the mark of a value, and keep what it prints."""
        blank = value is None or isinstance(value, BlankValue)
        self.filled.append(Filled(parameter, None if blank else self._printed(parameter, value, line)))
        return value_mark(len(self.filled) - 1)

    def _printed(self, parameter: str, value: object, line: int) -> str:
        text = str(value)
        if not text.isprintable():  # quick, but refuses no-break spaces too
            text = text.replace("\n", " ")
            if strange := _UNPRINTABLE.search(text):
                self.fault("value-unprintable", line, path=parameter, code=f"{ord(strange[0]):04X}")
        return text


def run_of(context: Context) -> Run:
    """Return the run to which a template's context belongs."""
    run = context.parent[RUN]
    assert isinstance(run, Run)
    return run


@pass_context
def read(context: Context, value: object, name: str, steps: Sequence[str | int], line: int) -> object:
    """Return what a path such as ``health_bodies[0].name`` stands for; note it if it is missing."""
    run = run_of(context)
    value = _follow(run, value, name, steps, line)
    if isinstance(value, Missing):
        run.miss(value.parameter, line)
    return value


@pass_context
def given(context: Context, value: object, name: str, steps: Sequence[str | int], line: int) -> bool:
    """Return whether the matter gives what a path stands for; a blank is given."""
    return not isinstance(_follow(run_of(context), value, name, steps, line), Missing)


@pass_context
def printed(context: Context, value: object, path: str, line: int) -> str:
    """Return what is printed for a value: a mark, or the clause's own words."""
    run = run_of(context)
    text: str
    if isinstance(value, Wording):
        text = value
    elif isinstance(value, Listing):
        marks = [run.fill(_name(element, path), element, line) for element in value]
        text = " and ".join([", ".join(marks[:-1]), marks[-1]] if len(marks) > 1 else marks)
    else:
        if instead := _unprintable_kind(value, path):
            run.fault("not-printable", line, path=path, what=instead[0], instead=instead[1])
        text = run.fill(_name(value, path), value, line)
    return line_mark(line) + text


@pass_context
def each(context: Context, value: object, path: str, line: int) -> Sequence[object]:
    """Return what a loop repeats for."""
    run = run_of(context)
    repeated = elements(run, value, path, line)
    run.repeat(len(repeated), line)
    return repeated


@pass_context
def added(context: Context, left: object, right: object, line: int) -> object:
    """Return the sum of two numbers, or of yes (1) and no (0)."""
    terms = [0 if isinstance(term, BlankValue) else term for term in (left, right)]
    if all(isinstance(term, int | Decimal) for term in terms):
        return terms[0] + terms[1]  # type: ignore[operator]  # both are numbers, which all() does not tell mypy
    run_of(context).fault("not-numbers", line)
    return 0


@pass_context
def wording(_context: Context, words: object) -> Wording:
    """Return quoted words, or a place in a loop, as words of the clause."""
    return Wording(words)


@pass_context
def length(context: Context, value: object, path: str, line: int) -> Count:
    """Return how many elements a list has."""
    count = Count(len(elements(run_of(context), value, path, line)))
    count.parameter = _name(value, path)
    return count


@pass_context
def plural(
    context: Context, value: object, path: str, line: int, one: str, many: str, less: int = 0
) -> Wording:
    """Return ``one`` if the list has one element after ``less`` are left out, else ``many``."""
    return Wording(one if len(elements(run_of(context), value, path, line)) - less == 1 else many)


@pass_context
def listed(context: Context, value: object, path: str, line: int, part: str = "") -> Listing:
    """Return the elements of a list, or a part of each, to be printed as "a, b and c"."""
    run = run_of(context)
    entries = elements(run, value, path, line)
    if part:
        entries = [
            read(context, entry, f"{_name(value, path)}[{index}]", (part,), line)
            for index, entry in enumerate(entries)
        ]
    return Listing(entries)


@pass_context
def words(_context: Context, value: object, path: str, _line: int) -> object:
    """Return a whole number from one to nine as a word; any other value as it is."""
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= len(_NUMBER_WORDS):
        return TextValue(_NUMBER_WORDS[value - 1], _name(value, path))
    return value


@pass_context
def nil(_context: Context, value: object, path: str, _line: int) -> object:
    """Return "Nil" for a number that is zero; any other value as it is."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and value == 0:
        return TextValue("Nil", _name(value, path))
    return value


@pass_context
def total(context: Context, value: object, path: str, line: int, field: str, /, **chosen: object) -> object:
    """Return the sum of a field over the entries of a list, or over those that have the chosen values.

    ``field`` may lead through lists in the entries: "shares.amount". What cannot be known is the blank that
    is to be filled in first: a summand, or what entries are chosen by.
    """
    run = run_of(context)
    place = _name(value, path)
    entries = elements(run, value, path, line)
    *lists, last = field.split(".")
    for name in lists:
        inner = [read(context, entry, place, (name,), line) for entry in entries]
        place = f"{place}[].{name}"
        entries = [entry for one in inner for entry in elements(run, one, place, line)]
    run.repeat(len(entries), line)
    amounts = [read(context, entry, place, (last,), line) for entry in entries]
    summands = [
        _summand(context, entry, amount, chosen, line) for entry, amount in zip(entries, amounts, strict=True)
    ]
    parameter = f"{place}[].{last}"
    try:
        return totals.total([summand for summand in summands if summand is not None], amounts, parameter)
    except totals.UnaddableError as error:
        run.fault("not-addable", line, reason=error)
        return BlankValue(parameter)


FILTERS = {
    "read": read,
    "given": given,
    "printed": printed,
    "each": each,
    "added": added,
    "wording": wording,
    "length": length,
    "plural": plural,
    "listed": listed,
    "words": words,
    "nil": nil,
    "total": total,
}


def _summand(
    context: Context, entry: object, amount: object, chosen: Mapping[str, object], line: int
) -> object | None:
    """Return what an entry adds to a total: None if it is not chosen, a blank if that cannot be known."""
    summand = amount
    for name, wanted in chosen.items():
        key = read(context, entry, "", (name,), line)
        if isinstance(key, BlankValue) or isinstance(wanted, BlankValue):
            summand = key if isinstance(key, BlankValue) else wanted
        elif key != wanted:
            return None
    return summand


def _follow(run: Run, value: object, name: str, steps: Sequence[str | int], line: int) -> object:
    if isinstance(value, Undefined):
        value = Missing(name)
    path = name
    for step in steps:
        path = _name(value, path)
        value = _part(run, value, path, step, line)
    return value


def _part(run: Run, value: object, path: str, step: str | int, line: int) -> object:
    if isinstance(value, dict) and step in value:
        return value[step]
    longer = f"{path}[{step}]" if isinstance(step, int) else f"{path}.{step}"
    if isinstance(value, BlankValue):
        return type(value)(longer)
    if isinstance(value, PartyValue):
        return _part(run, value.party, value.party.parameter, step, line)
    if isinstance(value, dict):
        return Missing(longer)
    if isinstance(value, list) and isinstance(step, int):
        return value[step] if step < len(value) else Missing(longer)
    if step in _ATTRIBUTES and hasattr(value, str(step)):
        return getattr(value, str(step))
    run.fault("no-such-part", line, path=path, part=step)
    return BlankValue(longer)


def elements(run: Run, value: object, path: str, line: int) -> Sequence[object]:
    """Return the elements of a list; of a blank list one blank, which the text shows."""
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, BlankValue):
        return () if isinstance(value, Missing) else (value[0],)
    run.fault("not-a-list", line, path=path)
    return ()


def _name(value: object, path: str) -> str:
    return getattr(value, "parameter", path)


def _unprintable_kind(value: object, path: str) -> tuple[str, str] | None:
    if isinstance(value, bool):
        return "a yes/no choice", f"Ask for it: {{% if {path} %}} ... {{% endif %}}."
    if isinstance(value, dict):
        parts = [part for part in value if value[part] is not value][:3]
        return "a group of parameters", f"Say which of it: {{{{ {path}.{parts[0] if parts else 'name'} }}}}."
    if isinstance(value, list | tuple):
        return "a list", f"Repeat for each, {{% for one in {path} %}}, or write {{{{ {path} | listed }}}}."
    return None
