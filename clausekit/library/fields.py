"""Reads the mappings of a YAML file entry by entry; each fault becomes a finding with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, TypeGuard

from clausekit.library.versions import Version
from clausekit.parameters.values import read_date
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import Finding, nearest

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Tell whether ``text`` is lower-case letters and digits with single hyphens, as all our names are."""
    return _NAME.fullmatch(text) is not None


def is_digest(value: object) -> TypeGuard[str]:
    """Tell whether ``value`` is a digest as ``files.sha256`` returns it."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return "Did you mean vat?" for the choice nearest to ``word``, or nothing if none is near."""
    near = nearest(word, choices, least=60)
    return f"Did you mean {near}?" if near else ""


class Fields:
    """The entries of one mapping. ``known`` says of each what it is for; others are reported at once.

    A reader returns the entry's value, or "nothing" where it is absent or wrong; what is wrong is added to
    ``findings``.
    """

    def __init__(
        self, yaml: YamlFile, data: Any, path: str, known: Mapping[str, str], findings: list[Finding]
    ) -> None:
        self.yaml = yaml
        self.path = path
        self.known = known
        self.findings = findings
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict) and data is not None:
            self.fault("wrong-entry", f"There must be entries here, such as {next(iter(known))}: ...")
        for name in self.data:
            if name not in known:
                self._unknown(name)

    def fault(self, rule: str, message: str, name: str = "", remedy: str = "") -> None:
        """Add a finding about the entry ``name``, or about the whole mapping."""
        path = self.path_of(name)
        self.findings.append(Finding(rule, message, self.yaml.source(path), self.yaml.excerpt(path), remedy))

    def path_of(self, name: str) -> str:
        """Return the path of the entry ``name``, or of the mapping."""
        return f"{self.path}.{name}" if self.path and name else self.path or name

    def has(self, name: str) -> bool:
        """Tell whether the entry is there and not empty."""
        return self.data.get(name) is not None

    def need(self, name: str, why: str = "") -> None:
        """Report the entry as missing if it is not there."""
        if not self.has(name):
            self.fault("missing-entry", f'"{name}" is missing{why}.', remedy=self._purpose(name))

    def text(self, name: str) -> str:
        """Return the entry's text; a whole number is the text of its digits."""
        value = self.data.get(name)
        if value is None:
            return ""
        if isinstance(value, str | int) and not isinstance(value, bool):
            return str(value)
        remedy = f'Put it in quotation marks: {name}: "{value}"'.lower() if isinstance(value, bool) else ""
        self.fault("wrong-entry", f'"{name}" must be words.', name, remedy)
        return ""

    def choice(self, name: str, choices: Collection[str]) -> str:
        """Return the entry's text, one of ``choices``."""
        text = self.text(name)
        if text and text not in choices:
            listed = ", ".join(choices)
            remedy = did_you_mean(text, choices) or f"It may be: {listed}."
            self.fault("wrong-entry", f'"{name}" cannot be "{text}".', name, remedy)
            return ""
        return text

    def date(self, name: str) -> date | None:
        """Return the entry's date."""
        value = self.data.get(name)
        if value is None:
            return None
        try:
            return read_date(value if isinstance(value, str) else "")
        except ValueError as error:
            reason = f": {error}" if str(error) else ""
            remedy = f"Write year, month and day: {name}: 2019-04-01"
            self.fault("wrong-date", f'"{name}" must be a date{reason}.', name, remedy)
            return None

    def version(self, name: str) -> Version | None:
        """Return the entry's version."""
        text = self.text(name)
        try:
            return Version.parse(text) if text else None
        except ValueError as error:
            self.fault("wrong-version", str(error), name)
            return None

    def inner(self, name: str, known: Mapping[str, str]) -> Fields:
        """Return the mapping inside the entry, empty where there is none."""
        return Fields(self.yaml, self.data.get(name), self.path_of(name), known, self.findings)

    def entries(self, name: str) -> Fields:
        """Return the mapping inside the entry, whose names the user chooses."""
        value = self.data.get(name)
        return self.inner(name, dict.fromkeys(value, "") if isinstance(value, dict) else {"name": ""})

    def items(self, name: str) -> Iterator[tuple[str, Any]]:
        """Yield path and value of each element of the list in the entry."""
        value = self.data.get(name)
        if value is not None and not isinstance(value, list):
            self.fault("not-a-list", f'"{name}" must be a list, each line of it begun by "- ".', name)
            return
        for index, element in enumerate(value or ()):
            yield f"{self.path_of(name)}[{index}]", element

    def _unknown(self, name: str) -> None:
        remedy = did_you_mean(name, self.known) or f"There may be: {', '.join(self.known)}."
        self.fault("unknown-entry", f'There is no entry "{name}" here.', name, remedy)

    def _purpose(self, name: str) -> str:
        return f'"{name}" says {self.known[name]}.'
