"""What the data say of law, bodies and expressions, and where an instrument uses their names.

The rows are kept in ``clausekit/checks/data/law.tsv``, whose head says what each column means.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple, cast

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.data import table
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.names import BEGINNERS

_SAME_LENGTH = str.maketrans({"\u00a0": " ", "\n": " ", "\t": " ", "'": "’", "‘": "’", "‑": "-"})
_PROSE = ("text", "cell", "note")
_LEFT_OUT = ("contents", "margin")
_NAME_BEFORE = pattern(r"(?<!\w)(?:(?:[A-Z][\w’-]*,?|and|of|the|with|&|in)[ ])+$")
_OTHER_BODY = pattern(
    r"^.*\b(?:(?:Councils?|Trust|Authority|CCG|Group|Board),? (?:and |the )*|(?:and|with) the )"
)
_POST = pattern(
    r"^.*\b(?:Officers?|Executives?|Advis[eo]rs?|Directors?|Managers?|Heads? of \w+|Services?|Leads?|Chairs?"
    r"|Nurses?)(?:,| and| of| for| at|) "
)
"""A post may stand before the name of the body that has it."""
_STARTS_NAME = pattern(r"[A-Z]")
_NO_NAME = ("the ", "and ", "& ", "of ", "with ", "in ", "JC ")
"""Words with which the name of a place does not end; "JC CCG" is a joint committee."""
_FARTHEST_NAME = 90
_MOST_LETTERS = 6
_LONGEST_VARIED = 3
"""Words as long as "and" and "etc" are written in several ways, longer ones in one."""
_ABBREVIATED = pattern(r"([A-Z]{3,6}) ((?:19|20)\d\d)")
_INSTRUMENT = pattern(r"SI ((?:19|20)\d\d)/(\d+)")
_DATED_TITLE = pattern(r"(.*) (Act|Acts|Regulations) ((?:19|20)\d\d)")
_IN_FULL = "National Health Service "
_BEGINS_SENTENCE = pattern(r"(?:^|[.;:•–-])\s*$")
_GOES_ON_AS_VERB = pattern(
    r" (?!is\b|was\b|has\b|had\b|shall\b|will\b|may\b|must\b|and the\b|or the\b|as\b|under\b|means\b)[a-z]"
)
_UP_TO = "up to "
_FINANCIAL_YEAR = pattern(r"\b(20\d\d)[/–-](?:20)?\d\d\b")
_WORD = pattern(r"\w+")
_DIGIT = pattern(r"\d")
_PROVISION = pattern(r"(?:^|[sS]ections? )\d+[A-Z]+\d*$")
"""A name that is the number of a section, in which a subsection may be cited: "14Z3"."""
_PROVISIONS = pattern(r"\d+[A-Z]*\d*")


class Row(NamedTuple):
    """What became of one piece of law, body or expression; the columns are those of the data."""

    key: str
    kind: str
    names: tuple[str, ...]
    apart_from: tuple[str, ...]
    near: tuple[str, ...]
    unless: tuple[str, ...]
    provision: tuple[str, ...]
    since: date | None
    until: date | None
    fate: str
    now: str
    authority: str
    certainty: Confidence
    checked: date | None

    def is_gone(self, day: date) -> bool:
        """Tell whether it stands no more on a day."""
        return self.until is not None and day >= self.until

    def is_to_come(self, day: date) -> bool:
        """Tell whether it does not stand yet on a day."""
        return self.fate == "coming" or (self.since is not None and day < self.since)


@dataclass(frozen=True, slots=True)
class Mention:
    """A use of a name: its words, the row, and whether the letters may mean something else."""

    at: Words
    row: Row
    weak: bool = False


@cache
def rows() -> tuple[Row, ...]:
    """Return the rows of the data."""
    return tuple(_row(line) for line in table("law.tsv"))


def several(cell: str) -> tuple[str, ...]:
    """Return what stands between the bars of a cell."""
    return tuple(part.strip() for part in cell.split(" | ")) if cell else ()


def _row(line: Mapping[str, str]) -> Row:
    return Row(
        line["key"],
        line["kind"],
        several(line["names"]),
        several(line["apart_from"]),
        several(line["near"]),
        several(line["unless"]),
        tuple(line["provision"].split()),
        day_of(line["since"]),
        day_of(line["until"]),
        line["fate"],
        line["now"],
        line["authority"],
        cast(Confidence, line["certainty"]),
        day_of(line["checked"]),
    )


def day_of(cell: str) -> date | None:
    """Return the day that a cell has, None if it is empty."""
    return date.fromisoformat(cell) if cell else None


def mentions(instrument: Instrument) -> Mapping[Row, Sequence[Mention]]:
    """Return where the names of each row are used: running text first, then headings, covers, signatures."""
    return instrument.once(_find)


def _find(instrument: Instrument) -> Mapping[Row, Sequence[Mention]]:
    prose = _Text([place for place in instrument.places if place.role in _PROSE])
    rest = _Text([place for place in instrument.places if place.role not in (*_PROSE, *_LEFT_OUT)])
    found: dict[Row, Sequence[Mention]] = {}
    for row in rows():
        here = [mention for text in (prose, rest) for mention in text.mentions(row)]
        if here and not any(prose.allows(words) or rest.allows(words) for words in row.unless):
            found[row] = here
    return found


class _Text:
    """The text of some passages as one string, in which a name is sought once for all."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._starts: list[int] = []
        at = 0
        for place in places:
            self._starts.append(at)
            at += len(place.passage.text) + 1
        self.text = "\n".join(place.passage.text.translate(_SAME_LENGTH) for place in places)
        self._lower = self.text.lower()
        self._evenly_spaced = self.text.replace("  ", " ")
        self._small_evenly_spaced = self._lower.replace("  ", " ")
        self._vocabulary = frozenset(_WORD.findall(self.text))
        self._small_vocabulary = frozenset(word.lower() for word in self._vocabulary)
        self._letters = "\n".join(self._vocabulary)
        self._small_letters = "\n".join(self._small_vocabulary)

    def allows(self, words: str) -> bool:
        """Tell whether words stand here that make a name right, or no later year than they name."""
        if not words.startswith(_UP_TO):
            return words.lower() in self._lower
        years = [int(year) for year in _FINANCIAL_YEAR.findall(self.text)]
        return bool(years) and max(years) <= int(words.removeprefix(_UP_TO).partition("/")[0])

    def mentions(self, row: Row) -> list[Mention]:
        found = [one for name in row.names for one in self._of(name)]
        if found and row.apart_from:
            others = [span for name in row.apart_from for way in _ways(name) for span in self._spans(way)]
            found = [one for one in found if not any(a <= one[0] and one[1] <= b for a, b in others)]
        mentions = [Mention(self._words(start, end, row), row, weak) for start, end, weak in _longest(found)]
        return [one for one in mentions if not row.near or _stands_near(one.at, row.near)]

    def _of(self, name: str) -> Iterator[tuple[int, int, bool]]:
        needed, ways = _sought(name)
        for way in ways if self._small_vocabulary.issuperset(needed) else ():
            for start, end in self._spans(way):
                yield start, end, name.endswith("?")

    def _spans(self, name: str) -> Iterator[tuple[int, int]]:
        traits = _traits(name)
        there = self._small_vocabulary if traits.small else self._vocabulary
        if not there.issuperset(traits.kept) or (traits.last and there.isdisjoint(traits.last)):
            return
        text, letters = (self._lower, self._small_letters) if traits.small else (self.text, self._letters)
        if traits.first and traits.first not in (letters if traits.first.isalnum() else text):
            return
        evenly_spaced = self._small_evenly_spaced if traits.small else self._evenly_spaced
        if any(pair not in evenly_spaced for pair in traits.pairs):
            return
        for match in _pattern(traits.bare).finditer(text):
            start, end = match.span()
            begin = start - _letters_before(text, start) if name != traits.bare else start
            if not text[begin - 1 : begin].isalnum():
                yield begin, end

    def _words(self, start: int, end: int, row: Row) -> Words:
        number = bisect_right(self._starts, start) - 1
        passage, offset = self._places[number].passage, self._starts[number]
        start, end = start - offset, end - offset
        if row.kind == "local":
            before = passage.text[max(passage.typed, start - _FARTHEST_NAME) : start].translate(_SAME_LENGTH)
            if passage.text[start:end].endswith("s"):
                before = before[before.rfind(", ") + 1 :]  # one place of several, or others in a list
            start -= _length_of_place(before)
        return Words(passage, start, end)


@cache
def _ways(name: str) -> tuple[str, ...]:
    """Return the ways in which a name is written: in full or with NHS, in capitals, with its year first.

    >>> _ways("Care Act 2014")
    ('Care Act 2014', 'CARE ACT 2014', '2014 Care Act')
    >>> _ways("SI 2015/102")
    ('SI 2015/102', 'S.I. 2015/102', 'Statutory Instrument 2015/102')
    """
    if number := _INSTRUMENT.fullmatch(name):
        return tuple(f"{word} {number[1]}/{number[2]}" for word in ("SI", "S.I.", "Statutory Instrument"))
    ways = [name]
    if _IN_FULL in name:
        ways.append(name.replace(_IN_FULL, "NHS "))
    if " " in name and name != name.lower():
        ways += [way.upper() for way in ways if way != way.upper()]
    if title := _DATED_TITLE.fullmatch(name):
        ways.append(f"{title[3]} {title[1]} {title[2]}")
    return tuple(ways)


class _Traits(NamedTuple):
    """What a text must have in which a name stands: the words of it that are ``kept``, the ``last`` of them
    in one or the other number, its ``first`` letters if these may be part of a word, and ``pairs`` of its
    words; ``bare`` is without its star."""

    bare: str
    small: bool
    kept: tuple[str, ...]
    last: tuple[str, ...]
    first: str
    pairs: tuple[str, ...]


@cache
def _traits(name: str) -> _Traits:
    """Return what a text must have in which a name stands."""
    bare = name.lstrip("*")
    *kept, last = _kept_words(name) or ("",)
    numbers = (last, f"{last}s") if last else ()
    first, more, _ = bare.partition(" ")
    if more and first.isalnum() and name == bare and not _ABBREVIATED.fullmatch(name):
        kept.append(first)
        first = ""
    return _Traits(bare, name == name.lower(), tuple(kept), numbers, first, _kept_pairs(name))


@cache
def _kept_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that stand as they are, however it is written; the last may have a plural.

    None of "PCR 2015" do, which may be "PCR 15", nor do the first letters of "*CCG"; but a year does, or the
    number of a section.
    """
    words = [] if _ABBREVIATED.fullmatch(name) else name.split(" ")
    return tuple(
        word for word in words if word.isalnum() and (len(word) > _LONGEST_VARIED or _DIGIT.search(word))
    )


@cache
def _sought(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the ways in which a name of the data is written, after the words, in small letters, without
    which a text has it in none of them."""
    ways = _ways(name.removesuffix("?"))
    needed = (frozenset(word.lower() for word in _kept_words(way)[:-1]) for way in ways)
    return frozenset.intersection(*needed), ways


@cache
def _kept_pairs(name: str) -> tuple[str, ...]:
    """Return the words of a name that stand side by side however it is written: "Care Act" of any year.

    >>> _kept_pairs("Health and Social Care Act 2012")
    ('Social Care', 'Care Act')
    """
    words = name.split(" ")
    kept = [word.isalpha() and word.lower() not in ("and", "etc") for word in words]
    return tuple(" ".join(words[at : at + 2]) for at in range(len(words) - 1) if kept[at] and kept[at + 1])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what matches a name, however its "and", its "etc." and its year are written, plural or
    possessive too; "PCR 2015" also as "PCRs 2015", "PCR2015" and "PCR 15"."""
    if short := _ABBREVIATED.fullmatch(name):
        letters, year = short.groups()
        return pattern(rf"{letters}s?(?:,?[ ]?\(?{year}\)?|[ ]?’?{year[2:]})(?!\w)(?!\.\w)")
    if number := re.fullmatch(r"(.*) (\d{4})/(\d+)", name):
        word, year, which = number.groups()
        return pattern(rf"{re.escape(word)}:?[ ](?:No\.?[ ]?)?{year}(?:/|,?[ ]No\.?[ ]?){which}(?!\w)")
    words = re.escape(name)
    words = re.sub(r"\\ (?:and|AND)\\ ", r",?\\ (?:and|AND|&)\\ ", words)
    words = re.sub(r"\\ (etc|ETC)\\?\.?(?=\\\)|\\ )", r",?\\ \1\.?", words)
    words = re.sub(r"\\\((No|NO)\\\.\\ 2\\\)", r"\(\1\.?[ ]?2\)", words)
    words = re.sub(r"\\ Act\\ (\d{4})$", r"\\ Acts?(?:\\ \\d{4}(?:,|\\ and|\\ to))?\\ \1", words)
    words = re.sub(r"\\ (\d{4})$", r",?(?:\\ of)?\\ (?:\\(\1\\)|\1)", words).replace(r"\ ", "[ ]{1,2}")
    if _PROVISION.search(name):
        words += r"(?:\(\w{1,4}\))*"
    return pattern(rf"{words}(?:s|’s|s’|S|’S|S’)?(?!\w)(?!\.\w)")


def _letters_before(text: str, end: int) -> int:
    """Return how many capitals stand directly before a place in a text: two in "WLCCG"."""
    start = end
    while end - start < _MOST_LETTERS and text[start - 1 : start].isupper():
        start -= 1
    return end - start


def _length_of_place(before: str) -> int:
    """Return how long the name of a place is at the end of a text: "NHS Westmarch " before "CCG"."""
    match = _NAME_BEFORE.search(before)
    if match is None or match[0].endswith(_NO_NAME):
        return 0
    name = _POST.sub("", _OTHER_BODY.sub("", match[0]))
    name = name[name.rfind("NHS ") :] if "NHS " in name else name
    while name:
        first, _, rest = name.partition(" ")
        if _STARTS_NAME.match(first) and first not in BEGINNERS:
            break
        name = rest
    return len(name)


def _longest(found: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Return the stretches in order, of those that share words only the longest."""
    kept: list[tuple[int, int, bool]] = []
    for one in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _stands_near(at: Words, near: Sequence[str]) -> bool:
    """Tell whether an everyday word is a name: one of some words is near, and it begins no order."""
    text = at.passage.text.translate(_SAME_LENGTH).lower()
    begins = " " not in at.text and _BEGINS_SENTENCE.search(at.before)
    return any(word.lower() in text for word in near) and not (begins and _GOES_ON_AS_VERB.match(at.after))


def numbers_in(provision: str) -> tuple[str, ...]:
    """Return the numbers of a provision as the data write them: "schedule 3" is "schedule:3".

    >>> numbers_in("section 31(2)"), numbers_in("schedule 3")
    (('31',), ('schedule:3',))
    """
    word = provision.partition(" ")[0]
    kind = "" if word.startswith("s") and not word.startswith("schedule") else f"{word}:"
    bare = re.sub(r"\([^)]*\)", "", provision)
    return tuple(f"{kind}{number}" for number in _PROVISIONS.findall(bare))
