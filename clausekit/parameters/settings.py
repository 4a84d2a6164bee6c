"""Values given on the command line, ``--set term.end=2027-03-31``, in place of the parameter file's."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from clausekit.parameters.yamlfile import Data, YamlFile, load_yaml
from clausekit.problems import ClausekitError, Finding, Source

_SETTING = re.compile(r"([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*|\[[0-9]{1,9}\])*)=(.*)\Z", re.DOTALL)
_STEP = re.compile(r"[a-z0-9_]+|\[[0-9]+\]")
_REMARK = re.compile(r""""[^"]*"|'[^']*'|(?P<remark>(?:^|\s)\#)""")
_PLACE = Source("--set")


def with_settings(file: YamlFile, settings: Iterable[str]) -> YamlFile:
    """Return the parameter file with each setting in the place of its value; values are read as YAML.

    Raises ClausekitError with every setting that is malformed or has no place in the file.
    """
    settings = tuple(settings)
    if not settings:
        return file
    data = copy.deepcopy(file.data)
    sources = dict(file.sources)
    findings: list[Finding] = []
    for setting in settings:
        try:
            path, value = _read(setting)
            if not _put(data, path, value):
                message = f"The parameter file has no place for {path}."
                raise _fault(setting, message, "Check the name and the number.")
        except ClausekitError as error:
            findings += error.findings
        else:
            sources = {known: place for known, place in sources.items() if not _is_inside(known, path)}
            sources[path] = _PLACE
    if findings:
        raise ClausekitError(findings)
    return replace(file, data=data, sources=sources)


def _read(setting: str) -> tuple[str, Data]:
    """Return the path and the value that a setting gives."""
    match = _SETTING.match(setting)
    if match is None:
        raise _fault(setting, "This is not NAME=VALUE.", "Write for example term.end=2027-03-31.")
    path, text = match.groups()
    if "\n" in text or "\r" in text:
        raise _fault(setting, "There is a line break in this value.", "Write it in one line.")
    if any(found["remark"] for found in _REMARK.finditer(text)):
        remedy = f"Put the value in quotation marks: {path}='\"{text.strip()}\"'."
        raise _fault(setting, '"#" begins a remark here: what follows would be left out.', remedy)
    try:
        return path, load_yaml(f"value: {text}", _PLACE.file).data["value"]
    except ClausekitError as error:
        raise ClausekitError(
            replace(finding, source=_PLACE, excerpt=setting) for finding in error.findings
        ) from None


def _put(data: Any, path: str, value: Data) -> bool:
    """Put the value where the path leads, making groups on the way; False if it leads nowhere."""
    holder = data
    *groups, last = (int(step[1:-1]) if step.startswith("[") else step for step in _STEP.findall(path))
    for step in groups:
        if not _has_place(holder, step):
            return False
        if isinstance(holder, dict) and holder.get(step) is None:
            holder[step] = {}
        holder = holder[step]
    if not _has_place(holder, last):
        return False
    holder[last] = value
    return True


def _has_place(holder: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(holder, list) and step < len(holder)
    return isinstance(holder, dict)


def _is_inside(path: str, group: str) -> bool:
    return path.startswith((f"{group}.", f"{group}["))


def _fault(setting: str, message: str, remedy: str) -> ClausekitError:
    return ClausekitError(Finding("setting", message, _PLACE, excerpt=setting, remedy=remedy))
