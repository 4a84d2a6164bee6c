"""Binding: a matter's parameter file held against the schema, giving typed values and findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from clausekit.parameters.checks import Checks, Keyword, breaches, checks_of
from clausekit.parameters.facts import FACTS, Fact, Fault
from clausekit.parameters.values import (
    FORMATS,
    BlankValue,
    PartyValue,
    Record,
    Series,
    TextValue,
    Value,
    WholeValue,
    read_value,
)
from clausekit.parameters.yamlfile import Data, YamlFile
from clausekit.problems import Finding, nearest

NOT_PARAMETERS = frozenset({"template", "as_at"})
"""Entries at the top of a parameter file that say how to draft, and are read elsewhere."""

_Schema = dict[str, Any]
_CALLED = {"object": "a group of named values", "array": "a list", "integer": "a whole number"}
_BOOLEAN_WORDS = {
    **dict.fromkeys(("yes", "y", "on", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "false"), "false"),
}


@dataclass(frozen=True, slots=True)
class Binding:
    """A matter's values, defaults filled in, and what is wrong with them.

    A value that is wrong is bound as a blank, so that everything else can still be looked at.
    """

    values: Record
    findings: tuple[Finding, ...]


class Groundwork:
    """What many matters are bound on: a schema, its checks, and the groups of which a matter says nothing."""

    def __init__(self, schema: _Schema) -> None:
        self.schema = schema
        self._defaults: dict[str, tuple[Record, _Binder]] = {}

    @cached_property
    def checks(self) -> Checks | None:
        """The checks that the schema asks for."""
        return checks_of(self.schema)

    def defaults(self, schema: _Schema, path: str) -> tuple[Record, _Binder]:
        """Return a group of nothing but defaults, and the binder that made it."""
        if path not in self._defaults:
            binder = _Binder(self, YamlFile("", {}, {}, ()))
            self._defaults[path] = binder.group(schema, {}, path), binder
        return self._defaults[path]


def bind(groundwork: Groundwork, matter: YamlFile) -> Binding:
    """Return the values of the parameter file, with a finding for each that the schema refuses."""
    binder = _Binder(groundwork, matter)
    values = binder.bind()
    return Binding(values, tuple(sorted(binder.findings, key=_place)))


def about_parameter(title: str, explanation: str) -> str:
    """Return title and help as one run of sentences."""
    stop = "" if title.endswith("?") or not explanation else "."
    return f"{title}{stop} {explanation}".strip()


def faults(schema: _Schema, sample: Data) -> tuple[Finding, ...]:
    """Return what is wrong with a single value, called "it", under its schema; parties are not looked up."""
    binder = _Binder(Groundwork(schema), YamlFile("", {}, {}, ()))
    binder.value(schema, sample, "it")
    return tuple(binder.findings)


class _Binder:
    def __init__(self, groundwork: Groundwork, matter: YamlFile) -> None:
        self.findings: list[Finding] = []
        self._groundwork = groundwork
        self._schema = groundwork.schema
        self._matter = matter
        self._parties: list[Record] = []
        self._party_choices: list[tuple[PartyValue, _Schema]] = []
        self._all_parties_known = True
        self._by_type: Mapping[str, Callable[[_Schema, Any, str], Value | None]] = {
            "object": self._record,
            "array": self._series,
            "string": self._text,
            "integer": self._whole,
            "boolean": self._boolean,
        }

    def bind(self) -> Record:
        given = {name: value for name, value in self._matter.data.items() if name not in NOT_PARAMETERS}
        values = self._record(self._schema, given, "")
        assert values is not None
        self._find_parties()
        self._gather(values)
        self._check_facts(values)
        return values

    def value(self, schema: _Schema, given: Data, path: str) -> Value:
        """Return the given data as the schema's kind of value; a blank if it is null or wrong."""
        value = None if given is None else self._by_type[schema["type"]](schema, given, path)
        if value is None:
            self._leave_unknown(schema)
            return BlankValue(path)
        return value

    def _record(self, schema: _Schema, given: Data, path: str) -> Record | None:
        if not isinstance(given, dict):
            self._wrong_type(schema, given, path)
            return None
        properties = schema["properties"]
        for name in given:
            if name not in properties or "x-gathers" in properties[name]:
                self._unknown(schema, name, path)
        for name in schema.get("required", ()):
            if name not in given:
                self._missing_key(schema, name, path)
        record = self.group(schema, given, path)
        if schema.get("x-def") == "party":  # of which the file says something: defaults alone make no party
            self._parties.append(record)
        return record

    def group(self, schema: _Schema, given: dict[str, Data], path: str) -> Record:
        """Return the group of the given values and the defaults of those that are not given."""
        record = Record(path)
        prefix = f"{path}." if path else ""
        for name, entry in schema["properties"].items():
            if "x-gathers" in entry:
                continue
            if name in given:
                record[name] = self.value(entry, given[name], f"{prefix}{name}")
            elif "default" in entry:
                record[name] = self.value(entry, entry["default"], f"{prefix}{name}")
            elif entry["type"] == "object":
                record[name] = self._defaults(entry, f"{prefix}{name}")
            else:
                self._leave_unknown(entry)
        return record

    def _defaults(self, schema: _Schema, path: str) -> Record:
        """Return a group of defaults: the same for all matters, but for a choice of one of their parties."""
        record, binder = self._groundwork.defaults(schema, path)
        self._all_parties_known &= binder._all_parties_known
        return self.group(schema, {}, path) if binder._party_choices else record

    def _leave_unknown(self, schema: _Schema) -> None:
        """Note, of a value that is blank, wrong or not given, whether there may be parties in it."""
        if any(groups_of("party", schema)):
            self._all_parties_known = False

    def _series(self, schema: _Schema, given: Data, path: str) -> Series | None:
        if not isinstance(given, list):
            self._wrong_type(schema, given, path)
            return None
        self._check_count(schema, len(given), path)
        series = Series(path)
        series.extend(
            self.value(schema["items"], item, f"{path}[{index}]") for index, item in enumerate(given)
        )
        return series

    def _text(self, schema: _Schema, given: Data, path: str) -> Value | None:
        if isinstance(given, bool) or not isinstance(given, str | int):
            self._wrong_type(schema, given, path)
            return None
        text = str(given)  # a number without quotation marks, such as 2019, is the text that was typed
        if not self._is_allowed(schema, text, path):
            return None
        if schema.get("format") in FORMATS:
            return self._formatted(schema, text, path)
        text = text.removesuffix("\n")
        if not _shows(text) or "\n" in text or "\t" in text:
            self._unprintable(schema, text, path)
            return None
        if schema.get("format") != "party":
            return TextValue(text, path)
        choice = PartyValue(text, path)
        self._party_choices.append((choice, schema))
        return choice

    def _formatted(self, schema: _Schema, text: str, path: str) -> Value | None:
        try:
            return read_value(schema["format"], text, path)
        except ValueError as error:
            called = FORMATS[schema["format"]].called
            reason = f": {error}" if str(error) else ""
            self._find(
                "parameter-format",
                schema,
                path,
                f'{path} must be {called}; "{text}" is not{reason}.',
                _example(schema),
            )
            return None

    def _whole(self, schema: _Schema, given: Data, path: str) -> Value | None:
        if isinstance(given, bool) or not isinstance(given, int):
            self._wrong_type(schema, given, path)
            return None
        if not self._is_allowed(schema, given, path):
            return None
        least, most = schema.get("minimum"), schema.get("maximum")
        if (least is not None and given < least) or (most is not None and given > most):
            limits = _limits(least, most)
            self._find(
                "parameter-limit", schema, path, f"{path} must be {limits}; {given} is not.", _example(schema)
            )
            return None
        return WholeValue(given, path)

    def _boolean(self, schema: _Schema, given: Data, path: str) -> Value | None:
        if isinstance(given, bool):
            return given if self._is_allowed(schema, given, path) else None
        meant = _BOOLEAN_WORDS.get(given.lower()) if isinstance(given, str) else None
        self._find(
            "parameter-type",
            schema,
            path,
            f"{path} must be true or false; {_described(given)} is neither.",
            f"Write {meant}, without quotation marks." if meant else "Write true or false.",
        )
        return None

    def _is_allowed(self, schema: _Schema, given: str | int | bool, path: str) -> bool:
        """Return whether a value is among the choices and fits the pattern, noting it if not."""
        if "const" in schema and given != schema["const"]:
            right = schema["const"]
            self._find("parameter-choice", schema, path, f'{path} must be "{right}".', f"Write: {right}")
        elif "enum" in schema and given not in schema["enum"]:
            choices = ", ".join(str(choice) for choice in schema["enum"])
            meant = nearest(str(given), [str(choice) for choice in schema["enum"]])
            remedy = f'Did you mean "{meant}"? ' if meant else ""
            message = f"{path} cannot be {_described(given)}."
            self._find("parameter-choice", schema, path, message, f"{remedy}The choices are: {choices}.")
        elif "pattern" in schema and not re.search(schema["pattern"], str(given)):
            message = f"{path} cannot be {_described(given)}: it is not written in the right way."
            self._find("parameter-pattern", schema, path, message, _example(schema))
        else:
            return True
        return False

    def _check_count(self, schema: _Schema, count: int, path: str) -> None:
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        if count < least:
            message = f"{path} needs {_entries(least)} or more; it has {count}."
            self._find("parameter-count", schema, path, message, "Add what is missing.")
        elif most is not None and count > most:
            message = f"{path} can have {_entries(most)} at most; it has {count}."
            self._find("parameter-count", schema, path, message, "Take out what is too much.")

    def _unknown(self, schema: _Schema, name: str, path: str) -> None:
        place = f"{path}.{name}" if path else name
        sources = schema["properties"].get(name, {}).get("x-gathers")
        if sources:
            remedy = f"Take it out: it is made of {' and '.join(sources)}."
            self._find("parameter-gathered", {}, place, f"{place} is never given itself.", remedy)
            return
        meant = self._meant(schema, name, path)
        remedy = (
            f'Did you mean "{meant}"?' if meant else "Take it out, or look in the dictionary for its name."
        )
        self._find("parameter-unknown", {}, place, f'There is no parameter "{place}".', remedy)

    def _meant(self, schema: _Schema, name: str, path: str) -> str | None:
        """Return what a wrong name was meant for: a neighbour, or the parameter of that name elsewhere."""
        neighbours = [key for key, entry in schema["properties"].items() if "x-gathers" not in entry]
        if meant := nearest(name, neighbours):
            return f"{path}.{meant}" if path else meant
        elsewhere = [place for place in paths(self._schema) if place.rpartition(".")[2] == name]
        return elsewhere[0] if elsewhere else None

    def _missing_key(self, schema: _Schema, name: str, path: str) -> None:
        entry = schema["properties"][name]
        message = f"{path} has no {name}." if path else f"There is no {name}."
        remedy = f'Add a line "{name}: ..."; write null after the colon to leave a visible blank.'
        self._find("parameter-required", entry, path, message, remedy)

    def _unprintable(self, schema: _Schema, text: str, path: str) -> None:
        if _shows(text):
            message = f"{path} has a line break or a tab in it."
            remedy = "Write it in one line, with commas where the lines end."
        else:
            message = f"{path} is empty text."
            remedy = "Write null to leave a visible blank, or take the line out."
        self._find("parameter-text", schema, path, message, remedy)

    def _wrong_type(self, schema: _Schema, given: Data, path: str) -> None:
        if schema["type"] == "string":
            wanted = FORMATS[schema["format"]].called if schema.get("format") in FORMATS else "text"
        else:
            wanted = _CALLED[schema["type"]]
        remedy = _example(schema)
        if wanted == "text" and isinstance(given, bool):
            remedy = "If the word is meant, put it in quotation marks."
        self._find(
            "parameter-type", schema, path, f"{path} must be {wanted}, not {_described(given)}.", remedy
        )

    def _find_parties(self) -> None:
        """Give each choice of a party the party whose short name it is.

        One that fits none is let pass while a party, or the short name of one, is unknown: it may be meant.
        """
        named = [party for party in self._parties if isinstance(party.get("short"), TextValue)]
        by_short = {str(party["short"]): party for party in named}
        for choice, schema in self._party_choices:
            if party := by_short.get(choice):
                choice.party = party
            elif self._all_parties_known and len(named) == len(self._parties):
                meant = nearest(choice, list(by_short))
                remedy = f'Did you mean "{meant}"? ' if meant else ""
                message = f'{choice.parameter} must be the short name of a party; "{choice}" is not.'
                remedy += f"The parties are: {', '.join(by_short)}."
                self._find("parameter-party", schema, choice.parameter, message, remedy)

    def _gather(self, values: Record) -> None:
        """Add the gathered lists; one of whose sources is not given is left out, since it is not known."""
        for name, entry in self._schema["properties"].items():
            sources = entry.get("x-gathers", ())
            if sources and all(source in values for source in sources):
                series = values[name] = Series(name)
                for source in sources:
                    series.extend(_elements(values[source], self._schema["properties"][source]))

    def _check_facts(self, values: Record) -> None:
        checks = self._groundwork.checks
        broken: list[tuple[Fact | Keyword, Fault]] = [
            *((fact, fault) for fact in FACTS for fault in fact.check(values)),
            *(breaches(checks, values) if checks else ()),
        ]
        for rule, fault in broken:
            place = fault.parameter
            self.findings.append(
                Finding(
                    rule.rule,
                    fault.message,
                    self._matter.source(place),
                    excerpt=self._matter.excerpt(place),
                    remedy=fault.remedy,
                    level=rule.level,
                )
            )

    def _find(self, rule: str, schema: _Schema, path: str, message: str, remedy: str) -> None:
        about = about_parameter(schema.get("title", ""), schema.get("help", ""))
        self.findings.append(
            Finding(
                rule,
                message,
                self._matter.source(path),
                excerpt=self._matter.excerpt(path),
                remedy=remedy,
                notes=(about,) if about else (),
            )
        )


def _elements(value: Value, schema: _Schema) -> Iterable[Value]:
    """Return what a source adds to a gathered list; a blank list adds one blank, which the text shows."""
    if isinstance(value, Series):
        return value
    return (value[0] if isinstance(value, BlankValue) and schema["type"] == "array" else value,)


def groups_of(definition: str, schema: _Schema) -> Iterator[_Schema]:
    """Yield the groups in the schema that came from the definition of that name."""
    if schema.get("x-def") == definition:
        yield schema
    for entry in schema.get("properties", {}).values():
        yield from groups_of(definition, entry)
    if "items" in schema:
        yield from groups_of(definition, schema["items"])


def paths(schema: _Schema, path: str = "") -> Iterator[str]:
    """Yield the path of every parameter; elements of lists are written []."""
    for name, entry in schema.get("properties", {}).items():
        if "x-gathers" not in entry:
            place = f"{path}.{name}" if path else name
            yield place
            yield from paths(entry, place)
            yield from paths(entry.get("items", {}), f"{place}[]")


def _example(schema: _Schema) -> str:
    """Return the sentence that shows how a value is written."""
    examples = schema.get("examples") or [choice for choice in (schema.get("default"),) if choice is not None]
    if not examples and schema.get("format") in FORMATS:
        examples = [FORMATS[schema["format"]].example]
    if examples and not isinstance(examples[0], list):
        return f"Write for example: {examples[0]}"
    if examples:
        return f"Write for example: [{', '.join(str(item) for item in examples[0])}]"
    return {
        "array": "Write each entry on a line of its own that begins with a hyphen and a blank.",
        "object": "Write its values below it, each on a line of its own, indented by two blanks.",
    }.get(schema["type"], "")


def _place(finding: Finding) -> tuple[int, int]:
    source = finding.source
    return (source.line or 0, source.column or 0) if source else (0, 0)


def _shows(text: str) -> bool:
    """Return whether a text has a character that leaves a mark on paper."""
    return text[:1].isalnum() or any(
        character.isprintable() and not character.isspace() for character in text
    )


def _described(given: Data) -> str:
    if given is None or isinstance(given, bool):
        return {None: "null", True: "true", False: "false"}[given]
    if isinstance(given, str):
        return f'"{given}"'
    if isinstance(given, int):
        return f"the number {given}"
    return "a list" if isinstance(given, list) else "a group of named values"


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _limits(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f"from {least} to {most}"
    return f"{least} or more" if most is None else f"{most} or less"
