"""Every way to spell the parameters of a dictionary in the heading of a column, and back."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from clausekit.batch.rows.cells import Schema, format_of, kind_of

YEAR = re.compile(r"\b([12][0-9]{3})\s*[/–-]\s*(?:[12][0-9])?([0-9]{2})\b", re.ASCII)
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\[([0-9]{1,3})\]", re.ASCII)
_NUMBER, _YEAR_MARK = "#", "@"
"""What stands in a spelling for the number of an entry, or for its financial year."""

_MOST_LEVELS = 3
"""Lists in lists in lists are not asked for by numbered columns."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter that a column can give; ``path`` has [] for each list that it is an entry of.

    ``years`` says for each of these lists which field of its entries is a financial year, if one is;
    ``titles`` are those of the groups around it and its own.
    """

    path: str
    schema: Schema
    asked: bool
    years: tuple[str | None, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading stands for; ``entries`` say for each list on the way which entry: "2", or "2026/27"."""

    field: Field
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """One step of a path: how it may be spelt, whether an entry of it has to be chosen, the year of these."""

    title: str
    labels: frozenset[str]
    is_list: bool
    year: str | None


class Spellings:
    """Every way to spell every parameter of a schema."""

    def __init__(self, schema: Schema, *, asked: bool) -> None:
        self.by_title: dict[str, Field] = {}
        self.lists: dict[str, set[str]] = {}
        self._whole: dict[str, list[Field]] = defaultdict(list)
        self._ends: dict[str, list[Field]] = defaultdict(list)
        fields: list[Field] = []
        for levels, field in _fields(schema, (), "", asked):
            fields.append(field)
            self._add(levels, field)
        self.fields = tuple(fields)
        for path, labels in _lists(schema, "", ()):
            self.lists[path] = labels

    def _add(self, levels: tuple[_Level, ...], field: Field) -> None:
        first_list = next((i for i, level in enumerate(levels) if level.is_list), len(levels) - 1)
        for start in range(first_list + 1):
            table = self._ends if start else self._whole
            for spelling in _spellings(levels[start:]):
                table[spelling].append(field)
        if field.years and field.years[0] and len(field.years) == 1:
            for spelling in _spellings(levels[first_list + 1 :]):
                self._ends[f"{spelling} {_YEAR_MARK}"].append(field)
        self.by_title.setdefault(normalised(field.titles[-1]), field)
        self.by_title.setdefault(normalised(field.path), field)

    def meanings(self, heading: str) -> tuple[Meaning, ...]:
        """Return the parameters that a heading spells wholly or, if there are none, from some level on."""
        return self.whole_meanings(heading) or _found(self._ends, heading)

    def whole_meanings(self, heading: str) -> tuple[Meaning, ...]:
        """Return the parameters of which a heading spells every level."""
        return _found(self._whole, heading)

    def unlisted(self, heading: str) -> str | None:
        """Return the list about whose entries a heading is without saying about which."""
        key = normalised(heading)
        if yearly := self._ends.get(f"{key} {_YEAR_MARK}"):
            return yearly[0].path.rpartition("[]")[0]
        return next((path for path, labels in self.lists.items() if key in labels), None)


def year_field(schema: Schema) -> str | None:
    """Return the one field of a list's entries that is a financial year, by which columns can name them."""
    years = [
        name for name, entry in schema.get("properties", {}).items() if format_of(entry) == "financial-year"
    ]
    return years[0] if len(years) == 1 else None


def normalised(heading: str) -> str:
    """Return a heading by what counts in it: two that come to the same are one.

    >>> normalised("  Contribution\\u00a02026/27 "), normalised("scheme.lead_officers")
    ('contribution 2026 27', 'scheme lead officers')
    """
    return " ".join(_words(heading))


def _found(table: Mapping[str, list[Field]], heading: str) -> tuple[Meaning, ...]:
    found = {
        (field.path, entries): Meaning(field, entries)
        for spelling, entries in _readings(heading)
        for field in table.get(spelling, ())
        if _fits(field, entries)
    }
    return tuple(found.values())


def _fits(field: Field, entries: tuple[str, ...]) -> bool:
    """Return whether entries that are named by years are of lists that have a year."""
    return len(field.years) == len(entries) and all(
        year or "/" not in entry for year, entry in zip(field.years, entries, strict=True)
    )


def _readings(heading: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the spellings that a heading can be, with the entries that its numbers then stand for."""
    heading = _BRACKETS.sub(lambda match: f" {int(match[1]) + 1} ", heading)
    year = YEAR.search(heading)
    if year:
        before, after = _words(heading[: year.start()]), _words(heading[year.end() :])
        for mark in (_YEAR_MARK, _NUMBER):
            yield " ".join([*before, mark, *after]), (f"{year[1]}/{year[2]}",)
    words = _words(heading)
    numbers = [place for place, word in enumerate(words) if word.isdecimal() and len(word) <= 3]
    for count in range(_MOST_LEVELS):
        for chosen in combinations(numbers[-6:], count):
            spelling = [_NUMBER if place in chosen else word for place, word in enumerate(words)]
            yield " ".join(spelling), tuple(str(int(words[place])) for place in chosen)


def _spellings(levels: tuple[_Level, ...]) -> Iterator[str]:
    choices = [
        [f"{label} {_NUMBER}" for label in level.labels] if level.is_list else list(level.labels)
        for level in levels
    ]
    return (" ".join(words) for words in product(*choices))


def _fields(
    schema: Schema, above: tuple[_Level, ...], place: str, asked: bool
) -> Iterator[tuple[tuple[_Level, ...], Field]]:
    for name, entry in schema.get("properties", {}).items():
        path = f"{place}.{name}" if place else name
        if is_group(entry):
            yield from _fields(entry, (*above, _level(name, entry)), path, asked)
        elif is_list_of_groups(entry):
            levels = (*above, _level(name, entry, is_list=True))
            yield from _fields(entry["items"], levels, f"{path}[]", asked)
        else:
            years = tuple(level.year for level in above if level.is_list)
            levels = (*above, _level(name, entry))
            titles = tuple(level.title for level in levels)
            yield levels, Field(path, entry, asked, years, titles)
            if kind_of(entry) == "array":
                numbered = (*above, _level(name, entry, is_list=True))
                yield numbered, Field(f"{path}[]", entry["items"], asked, (*years, None), titles)


def _lists(schema: Schema, place: str, above: tuple[_Level, ...]) -> Iterator[tuple[str, set[str]]]:
    """Yield the lists of groups, but for lists in lists, with the names that a sheet for them can have."""
    for name, entry in schema.get("properties", {}).items():
        path = f"{place}.{name}" if place else name
        levels = (*above, _level(name, entry))
        if is_group(entry):
            yield from _lists(entry, path, levels)
        elif is_list_of_groups(entry):
            ends = (levels[start:] for start in range(len(levels)))
            yield path, {spelling for end in ends for spelling in _spellings(end)}


def is_group(schema: Schema) -> bool:
    """Return whether a parameter is a group of others."""
    return "properties" in schema


def is_list_of_groups(schema: Schema) -> bool:
    """Return whether a parameter is a list, each entry of which is a group."""
    return kind_of(schema) == "array" and "properties" in schema["items"]


def _level(name: str, schema: Schema, *, is_list: bool = False) -> _Level:
    """Return a level with its spellings: name, title, title without a number; of a list also the singular."""
    titles = [name, str(schema.get("title", ""))]
    labels = {tuple(_words(title)) for title in titles}
    labels |= {label[1:] for label in labels if len(label) > 1 and label[0].isdecimal()}
    if is_list:
        labels |= {(*label[:-1], label[-1].removesuffix("s")) for label in labels if label}
    year = year_field(schema["items"]) if is_list else None
    return _Level(titles[1] or name, frozenset(" ".join(label) for label in labels if label), is_list, year)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
