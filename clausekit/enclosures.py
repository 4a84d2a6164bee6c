"""Word files drafted elsewhere that a matter attaches to its schedules and annexes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from clausekit.files import read_bytes
from clausekit.parameters.values import Record, Series, TextValue, Value
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding, Source, nearest


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file, named relative to the parameter file, and the schedule or annex to which it belongs."""

    schedule: str
    file: str
    source: Source
    excerpt: str

    def read(self, folder: Path) -> bytes:
        """Return what is in the file; ClausekitError at the line of the parameter file that names it."""
        try:
            return read_bytes(folder / self.file, shown=self.file)
        except ClausekitError as error:
            raise ClausekitError(
                replace(
                    finding,
                    message=f'"{self.file}" cannot be attached: {finding.message}',
                    source=self.source,
                    excerpt=self.excerpt,
                )
                for finding in error.findings
            ) from None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An enclosure that was read, and the key of the schedule to which it is attached."""

    key: str
    enclosure: Enclosure
    data: bytes


def enclosures(values: Mapping[str, Value], yaml: YamlFile) -> Iterator[Enclosure]:
    """Yield each file that the parameter ``attachments`` names; one with a blank is passed over."""
    listed = values.get("attachments")
    for entry in listed if isinstance(listed, Series) else ():
        if not isinstance(entry, Record):
            continue
        schedule, file = entry.get("schedule"), entry.get("file")
        if isinstance(schedule, TextValue) and isinstance(file, TextValue):
            place = file.parameter
            yield Enclosure(str(schedule), str(file), yaml.source(place), yaml.excerpt(place))


def misplaced(enclosure: Enclosure, schedules: Collection[str]) -> Finding:
    """Return the finding that the document has no such schedule."""
    near = nearest(enclosure.schedule, schedules)
    listed = f"There are: {', '.join(sorted(schedules))}." if schedules else "It has none."
    return Finding(
        "attachment-place",
        f'The document has no schedule or annex "{enclosure.schedule}" to which a file could be attached.',
        enclosure.source,
        enclosure.excerpt,
        f"Did you mean {near}?" if near else listed,
    )
