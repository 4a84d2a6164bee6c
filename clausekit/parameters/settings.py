"""Values given on the command line, ``--set term.end=2027-03-31``, in place of the parameter file's."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from clausekit.parameters.yamlfile import Data, YamlFile, load_yaml
from clausekit.problems import ClausekitError, Finding, Source

_SETTING = re.compile(r"([a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*|\[[0-9]+\])*)=(.*)\Z", re.DOTALL)
_STEP = re.compile(r"[a-z0-9_]+|\[[0-9]+\]")
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
        match = _SETTING.match(setting)
        if match is None:
            findings.append(
                _fault(setting, "This is not NAME=VALUE.", "Write for example term.end=2027-03-31.")
            )
            continue
        path, text = match.groups()
        try:
            value = load_yaml(f"value: {text}", _PLACE.file).data["value"]
        except ClausekitError as error:
            findings += error.findings
            continue
        if _put(data, _STEP.findall(path), value):
            sources[path] = _PLACE
        else:
            findings.append(
                _fault(
                    setting, f"The parameter file has no place for {path}.", "Check the name and the number."
                )
            )
    if findings:
        raise ClausekitError(findings)
    return replace(file, data=data, sources=sources)


def _put(data: Any, steps: list[str], value: Data) -> bool:
    """Put the value where the steps lead, making groups on the way; False if they lead nowhere."""
    holder = data
    for step, following in zip(steps, [*steps[1:], ""], strict=True):
        key: str | int = int(step[1:-1]) if step.startswith("[") else step
        fits = (
            isinstance(holder, list) and key in range(len(holder))
            if isinstance(key, int)
            else isinstance(holder, dict)
        )
        if not fits:
            return False
        if not following:
            holder[key] = value
        elif isinstance(holder, dict):
            holder = holder.setdefault(key, {})
        else:
            holder = holder[key]
    return True


def _fault(setting: str, message: str, remedy: str) -> Finding:
    return Finding("setting", message, _PLACE, excerpt=setting, remedy=remedy)
