"""Rows in YAML: lists whose entries are like parameter files, and folders of parameter files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from clausekit.batch.rows.row import Row, Rows
from clausekit.files import read_text
from clausekit.parameters.binding import NOT_PARAMETERS
from clausekit.parameters.yamlfile import Data, YamlFile, load_yaml
from clausekit.problems import ClausekitError, Finding, Source

_LARGEST = 500_000_000
_PARAMETER_FILES = frozenset({".yaml", ".yml"})
_LOCK = ".lock.yaml"
_FIRST_ENTRY = re.compile(r"^( *)-(?= |$)", re.MULTILINE)
_BLANK_OR_REMARK = re.compile(r"\s*(?:#.*)?\Z")


def folder_rows(path: Path) -> Rows:
    """Return a row for each parameter file in a folder, in the order of their names."""
    files = sorted(file for file in path.iterdir() if _is_shown(file))
    good = [file for file in files if file.suffix.lower() in _PARAMETER_FILES]
    others = [file.name for file in files if file not in good]
    findings = []
    if not good:
        message = "There are no parameter files (.yaml) in this folder."
        findings.append(Finding("rows-empty", message, Source(str(path)), remedy="Name the right folder."))
    elif others:
        message = f"Left aside, since they are no parameter files: {', '.join(others[:5])}"
        message += f" and {len(others) - 5} more." if len(others) > 5 else "."
        findings.append(Finding("rows-folder", message, Source(str(path)), level="info"))
    return Rows(
        tuple(findings), lambda: (_of_file(number, file) for number, file in enumerate(good, 1)), len(good)
    )


def _is_shown(file: Path) -> bool:
    return not file.name.startswith((".", "~$")) and not file.name.endswith(_LOCK)


def _of_file(number: int, file: Path) -> Row:
    return _row_of(
        number, file.name, file.stem, Source(str(file)), lambda: load_yaml(read_text(file), str(file))
    )


def yaml_rows(path: Path) -> Rows:
    """Return a row for each entry of a YAML list. Raises ClausekitError if the file is no list."""
    text = read_text(path, limit=_LARGEST)
    first = _FIRST_ENTRY.search(text)
    before = text[: first.start()] if first else text
    if first is None or not all(map(_BLANK_OR_REMARK.match, before.removeprefix("---").split("\n"))):
        message = (
            "This file is no list: a list has an entry for each document, and each begins with a hyphen."
        )
        remedy = 'Begin each entry with "- " and put its other lines below, indented by two blanks.'
        raise ClausekitError(Finding("rows-list", message, Source(str(path), 1), remedy=remedy))
    entries = _yaml_entries(text, first)
    return Rows((), lambda: _of_entries(str(path), entries), len(entries))


def _yaml_entries(text: str, first: re.Match[str]) -> list[tuple[int, str]]:
    """Return the line and the text of each entry, its hyphen made a blank: it reads as a file of its own."""
    hyphen = re.compile(rf"^{first[1]}-(?= |$)", re.MULTILINE)
    starts = [match.start() for match in hyphen.finditer(text)]
    ends = [*starts[1:], len(text)]
    line, entries, last = 1, [], 0
    for start, end in zip(starts, ends, strict=True):
        line += text.count("\n", last, start)
        entries.append((line, text[start:end].replace("-", " ", 1)))
        last = start
    return entries


def _of_entries(file: str, entries: Iterable[tuple[int, str]]) -> Iterator[Row]:
    for number, (line, text) in enumerate(entries, 1):
        yield _row_of(number, str(number), "", Source(file, line), _loader(text, file, line))


def _loader(text: str, file: str, line: int) -> Callable[[], YamlFile]:
    return lambda: load_yaml(text, file, line)


def _row_of(number: int, name: str, label: str, place: Source, load: Callable[[], YamlFile]) -> Row:
    """Return the row that a parameter file, or an entry like one, comes to; its faults stay in the row."""
    try:
        yaml = load()
    except ClausekitError as error:
        return Row(number, name, {}, place, {}, {}, label, findings=error.findings)
    parameters = {key: value for key, value in yaml.data.items() if key not in NOT_PARAMETERS}
    label = label or _first_value(parameters)
    return Row(number, name, yaml.data, place, yaml.sources, _Excerpts(yaml), label)


def _first_value(data: Data) -> str:
    """Return the first single value in the data."""
    while isinstance(data, dict | list) and data:
        data = next(iter(data.values())) if isinstance(data, dict) else data[0]
    return "" if data is None or isinstance(data, dict | list) else str(data)


class _Excerpts(Mapping[str, str]):
    """The line of each value of a YAML file."""

    __slots__ = ("_yaml",)

    def __init__(self, yaml: YamlFile) -> None:
        self._yaml = yaml

    def __getitem__(self, path: str) -> str:
        return self._yaml.excerpt(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._yaml.sources)

    def __len__(self) -> int:
        return len(self._yaml.sources)
