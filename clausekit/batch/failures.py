"""What went wrong with which row: errors.csv and, for a workbook, a copy with a column of messages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from clausekit.batch.marked import MARKABLE, marked_copy
from clausekit.batch.rows.places import CellSource, letters
from clausekit.files import read_bytes, sha256, write_atomically
from clausekit.problems import Finding, Source

ERRORS = "errors.csv"
_MARKED = " (errors)"
"""What a copy of the workbook has at the end of its name."""

_HEADINGS = ("Sheet", "Row", "Column", "Heading", "Value", "What is wrong", "What would be right", "File")
_MOST_ROWS = 10
"""So many rows are named of which one thing holds."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that could not be rendered: its number and place, and why; most findings are about its cells.

    Of all rows of a large file there may be one, so the data of the row is not kept.
    """

    number: int
    place: Source
    findings: tuple[Finding, ...]


def alike(failures: Iterable[Failure]) -> Iterator[Finding]:
    """Yield what is wrong with the rows; what several have in one column in the same words, once."""
    found: dict[Finding, list[Finding]] = {}
    for finding in (finding for failure in failures for finding in failure.findings):
        place = finding.source and replace(finding.source, line=None)
        found.setdefault(replace(finding, source=place), []).append(finding)
    return (_with_rows(first, others) for first, *others in found.values())


def _with_rows(finding: Finding, others: Iterable[Finding]) -> Finding:
    """Return a finding with a note that says in which other rows it is so."""
    numbers = [str(other.source.line) for other in others if other.source and other.source.line]
    if not numbers:
        return finding
    more = f" and {len(numbers) - _MOST_ROWS} more" if len(numbers) > _MOST_ROWS else ""
    kind = "row" if isinstance(finding.source, CellSource) else "line"
    note = f"The same goes for {kind} {', '.join(numbers[:_MOST_ROWS])}{more}."
    return replace(finding, notes=(*finding.notes, note))


def write_failures(
    out: Path, data: Path, failures: Sequence[Failure], *, known: Mapping[str, str]
) -> dict[str, str]:
    """Write what went wrong into the folder ``out``; return the digests of the files written, by name.

    ``data`` is the file of rows. ``known`` are the digests of the files that an earlier run wrote here: these
    are written over, or removed if nothing went wrong. A file that somebody has edited, or that is not ours,
    is left alone, and the report gets a number in its name. Raises ClausekitError if nothing can be written.
    """
    reports = dict(_reports(data, failures)) if failures else {}
    for name, digest in known.items():
        if name not in reports and _digest_of(out / name) == digest:
            (out / name).unlink()
    written: dict[str, str] = {}
    for wanted, report in reports.items():
        name = _free_name(out, wanted, known, data)
        write_atomically(out / name, report)
        written[name] = sha256(report)
    return written


def _reports(data: Path, failures: Sequence[Failure]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each report."""
    yield ERRORS, errors_csv(failures)
    if data.suffix.lower() in MARKABLE:
        copy = marked_copy(read_bytes(data, limit=500_000_000), _messages(failures))
        if copy is not None:
            yield f"{data.stem.removesuffix(_MARKED)}{_MARKED}{data.suffix}", copy


def errors_csv(failures: Iterable[Failure]) -> bytes:
    """Return the failures as a CSV file that a spreadsheet opens as it is: a line for each thing to mend.

    What would be a formula there begins with an apostrophe.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_HEADINGS)
    for failure in failures:
        for finding in failure.findings:
            writer.writerow([harmless(value) for value in _line(failure, finding)])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def harmless(value: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("Fund")
    ("'=HYPERLINK(1)", 'Fund')
    """
    return f"'{value}" if value.lstrip(" ").startswith(_STARTS_A_FORMULA) else value


def _line(failure: Failure, finding: Finding) -> tuple[str, ...]:
    source = finding.source or failure.place
    cell = source if isinstance(source, CellSource) else None
    line = source.line if source.line is not None else failure.number
    return (
        cell.sheet if cell else "",
        str(line),
        letters(cell.column) if cell and cell.column else "",
        cell.heading if cell else "",
        finding.excerpt,
        finding.message,
        finding.remedy,
        source.file,
    )


def _messages(failures: Iterable[Failure]) -> dict[str, dict[int, str]]:
    """Return by sheet and row what is wrong there, for the person who mends it."""
    messages: dict[str, dict[int, str]] = {}
    for failure in failures:
        for finding in failure.findings:
            source = finding.source if isinstance(finding.source, CellSource) else failure.place
            if not isinstance(source, CellSource) or source.line is None:
                continue
            column = f"{letters(source.column)} ({source.heading}): " if source.column else ""
            said = f"{column}{finding.message} {finding.remedy}".strip()
            rows = messages.setdefault(source.sheet, {})
            rows[source.line] = f"{rows[source.line]}\n{said}" if source.line in rows else said
    return messages


def _free_name(out: Path, wanted: str, known: Mapping[str, str], data: Path) -> str:
    """Return a name for a report under which nothing stands but what an earlier run of ours wrote."""
    stem, ending = Path(wanted).stem, Path(wanted).suffix
    number, name = 1, wanted
    while (out / name).exists() and not _is_ours(out / name, known, data):
        number += 1
        name = f"{stem}-{number}{ending}"
    return name


def _is_ours(path: Path, known: Mapping[str, str], data: Path) -> bool:
    if data.exists() and path.samefile(data):
        return False
    return path.name in known and _digest_of(path) == known[path.name]


def _digest_of(path: Path) -> str | None:
    return sha256(read_bytes(path, limit=1_000_000_000)) if path.is_file() else None
