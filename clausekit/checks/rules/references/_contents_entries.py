"""The entries of a table of contents against the headings of the text: another title, or nothing there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.references._headings import headings_of, plain_words
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_KIND = r"schedule|annexe?|appendix|attachment|part"
_COUNT = r"(?:[A-Z]|\d{1,2}|[IVX]{1,5})"
_NUMBERED = pattern(
    rf"\s*(?P<label>(?P<kind>{_KIND})\s+(?P<of>{_COUNT})\b(?:[\s,:–—-]+part\s+(?P<part>\d{{0,1}}{_COUNT})\b)?"
    r"|(?P<clause>clause\s+|section\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?![\d./%,]*\d))"
    r"[\s.:)–—-]*",
    re.IGNORECASE,
)
_GROUP = pattern(r"(?:the\s+)?(?P<kind>schedule|annexe?|appendi)(?:s|x|ces|xes)?(?:\s+page)?", re.IGNORECASE)
"""The line above the numbers of the schedules alone, "SCHEDULES"."""
_TO_THE_PAGE = pattern(r"(?:\s?[.…·_]){3}.*$|\t.{0,40}$|\s+\d{1,3}$|\s+Error!.*$", re.IGNORECASE)
"""What leads from a title to its page, with the page."""
_SET_ASIDE = pattern(
    r"\b(?:not used|deleted|reserved|left blank|spare|separate(?:ly)?|attached|published|held|to follow"
    r"|tbc)\b",
    re.IGNORECASE,
)
_LABEL = pattern(rf"\s*(?:{_KIND})\s+\w{{1,5}}\b", re.IGNORECASE)
_CONTENTS = pattern(r"(?:table of )?contents(?: pages?)?:?|index", re.IGNORECASE)
"""The heading of contents that are a table."""
_ENDS_A_SENTENCE = pattern(r"[.;,]$|\b(?:shall|must|will|may|is|are|has|have)\b")
_CLAUSE, _PART = "clause", "part"
_FEWEST = 4
"""So many entries at least must fit."""
_MOST = 6
"""At most one entry for so many that fit may be at fault: else the contents are unread or of another text."""
_STEM = 5
_LONGEST = 160
_LONGEST_HEADING = 60
_LONGEST_SENTENCE = 30
_NEARLY = 0.75


Of: TypeAlias = tuple[str, str, str]
"""A kind and a number, "clause", "7", and for a part the schedule in which it is, "schedule 2"."""


class Entry(NamedTuple):
    """A line of the contents: the number of a clause, or a kind and a number, and the words of its title.

    ``of`` says what it is of, ``label`` are the words of the number, ``title`` those of the title on the
    line, ``full`` is the title with what runs over into the line below.
    """

    of: Of
    label: Words
    title: Words
    full: str


class Fault(NamedTuple):
    """An entry at fault, and the heading that the text has for its number, None if it has none."""

    entry: Entry
    heading: str | None


def contents_at_fault(instrument: Instrument) -> tuple[Fault, ...]:
    """Return the entries whose number has another heading in the text, or none at all.

    Nothing is told unless nearly all entries fit.
    """
    return instrument.once(_at_fault)


def _at_fault(instrument: Instrument) -> tuple[Fault, ...]:
    entries = (
        *_entries([one.passage for one in instrument.places if one.role == "contents"]),
        *_entries_of_tables(instrument.grids),
    )
    if len(entries) <= _FEWEST:
        return ()
    titles = _titles(instrument, entries)
    fitting = {
        one: [passage for passage, title in titles.get(one.of, ()) if _same(one.full, title)]
        for one in entries
    }
    divisions = {
        passage.division for one, passages in fitting.items() for passage in passages if one.of[0] == _CLAUSE
    }
    listed = {""} if "" in divisions else divisions
    anywhere = {_stems(title) for among in titles.values() for _, title in among}
    faults: list[Fault] = []
    for one in entries:
        under = [title for passage, title in titles.get(one.of, ()) if _is_listed(passage, listed)]
        if fitting[one] or (under and not all(under)):
            continue
        if under and not _is_titled_farther_down(instrument, one):
            faults.append(Fault(one, under[0]))
        elif not under and _stems(one.full) not in anywhere and not _is_there(instrument, one):
            faults.append(Fault(one, None))
    fits = sum(map(bool, fitting.values()))
    return tuple(faults) if fits >= max(_FEWEST, _MOST * len(faults)) else ()


def _is_titled_farther_down(instrument: Instrument, entry: Entry) -> bool:
    """Tell whether a line of a schedule or part is its title, as where a table was printed before that."""
    label, stems = f"{entry.of[0]} {entry.of[1]}".casefold(), _stems(entry.full)
    return entry.of[0] != _CLAUSE and any(
        place.role == "text"
        and not place.passage.number
        and place.passage.division.casefold().endswith(label)
        and _stems(place.passage.words) == stems
        for place in instrument.places
    )


def _is_listed(passage: Passage, listed: Container[str]) -> bool:
    """Tell whether the contents list what stands where a heading does: they leave out those of schedules."""
    return bool(passage.heading == 1 and passage.division) or passage.division in listed


def _entries(passages: Sequence[Passage]) -> Iterator[Entry]:
    within, below = "", ""
    for passage, after in pairwise((*passages, None)):
        line = passage.text[:_LONGEST] if passage else ""
        if below_these := _GROUP.fullmatch(line.strip()):
            below = below_these["kind"].lower()
        found = _NUMBERED.match(line)
        if passage is None or found is None:
            continue
        kind = _kind(found["kind"] or (not found["clause"] and below) or _CLAUSE)
        number = (found["of"] or found["number"]).upper()
        if kind != _PART:
            within = f"{kind} {number}" if kind != _CLAUSE else ""
        if found["part"]:
            kind, number = _PART, found["part"].upper()
        words = _words_of_title(line, found.end())
        if any(map(str.isalpha, words)) and not _SET_ASIDE.search(line):
            yield Entry(
                (kind, number, within if kind == _PART else ""),
                Words(passage, found.start("label"), found.end("label")),
                Words(passage, found.end(), found.end() + len(words)),
                f"{words} {_running_over(line, after.text) if after else ''}".strip(),
            )


def _entries_of_tables(grids: Sequence[Grid]) -> Iterator[Entry]:
    """Yield the entries of contents that are a table, with the number in a cell and the title in the next."""
    for grid in grids:
        if grid.caption is None or not _CONTENTS.fullmatch(grid.caption.words.strip()):
            continue
        for label, title in (row[:2] for row in grid.rows if len(row) > 1):
            if label is None or title is None or label.words is None or title.words is None:
                continue
            found = _NUMBERED.fullmatch(label.text)
            if found and not found["part"] and not _SET_ASIDE.search(title.text):
                kind = _kind(found["kind"] or _CLAUSE)
                of = (kind, (found["of"] or found["number"]).upper(), "")
                yield Entry(of, label.words, title.words, title.text)


def _words_of_title(line: str, start: int) -> str:
    return _TO_THE_PAGE.sub("", line[start:]).rstrip()


def _running_over(line: str, after: str) -> str:
    """Return what a line below adds to a title: it has no number, and the page that the title lacks."""
    if _NUMBERED.match(after) or _TO_THE_PAGE.search(line):
        return ""
    words = after.strip()
    return _words_of_title(words, 0) if words[:1].islower() or _TO_THE_PAGE.search(words) else ""


def _kind(word: str) -> str:
    kind = word.lower()
    return {"annexe": "annex", "appendi": "appendix"}.get(kind, kind)


def _titles(instrument: Instrument, entries: Sequence[Entry]) -> Mapping[Of, list[tuple[Passage, str]]]:
    """Return the headings of the text with their titles, "" for one without, by what they are of; and lines
    that were read as text, but stand where the entries have a heading."""
    found: dict[Of, list[tuple[Passage, str]]] = defaultdict(list)
    for passage, title in headings_of(instrument).items():
        if passage.heading == 1 and passage.division:
            within, _, number = passage.division.rpartition(" ")
            within, _, kind = within.rpartition(" ")
            found[_kind(kind), number.upper(), _plain_division(within)].append((passage, title))
        else:
            found[_CLAUSE, passage.number.upper(), ""].append((passage, title))
    entries_by = {one.of: one for one in entries}
    for place in instrument.places:
        passage = place.passage
        entry = entries_by.get((_CLAUSE, passage.number, "")) if place.role == "text" else None
        if entry and _may_be_a_heading(passage, entry.full):
            found[entry.of].append((passage, passage.words.strip()))
    return found


def _may_be_a_heading(passage: Passage, title: str) -> bool:
    """Tell whether a numbered line that was read as text may be a heading, "13. Audit:", or repeats a
    sentence of the contents in nearly the same words."""
    words = passage.words.strip()
    if words[:1].isupper() and len(words) <= _LONGEST_HEADING and not _ENDS_A_SENTENCE.search(words):
        return True
    said, listed = _stems(words), _stems(title)
    return len(said) <= _LONGEST_SENTENCE and len(said & listed) > _NEARLY * max(len(said), len(listed))


def _plain_division(division: str) -> str:
    """Return "schedule 2" for "Schedule 2"."""
    kind, _, number = division.rpartition(" ")
    return f"{_kind(kind)} {number.upper()}" if kind else ""


def _is_there(instrument: Instrument, entry: Entry) -> bool:
    """Tell whether the text has anything below the number of an entry, or its title somewhere by itself."""
    kind, number, _ = entry.of
    stems = _stems(entry.full)
    label = f"{kind} {number}".casefold()
    for place in instrument.places:
        passage = place.passage
        if place.role == "contents":
            continue
        if kind == _CLAUSE and f"{passage.number}.".startswith((f"{number}.", f"{number}(")):
            return True
        if len(passage.text) <= _LONGEST and (
            _stems(passage.words) == stems
            or (kind != _CLAUSE and passage.text.casefold().lstrip().startswith(label))
        ):
            return True
        if kind != _CLAUSE and f"{passage.division} ".casefold().startswith(f"{label} "):
            return True
    return False


def _same(title: str, heading: str) -> bool:
    """Tell whether two titles may be one: the words of the one are all in the other.

    Where a title has a word more the contents cut it short, which is no fault. Hyphens tell nothing.
    """
    one, other = _stems(title), _stems(heading)
    return one <= other or other <= one or _letters(title) == _letters(heading)


def _letters(title: str) -> str:
    return plain_words(title).replace(" ", "")


def _stems(title: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in plain_words(_LABEL.sub("", title, count=1)).split())
