"""The defined terms, and how near other words come to one of them word by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import other_number
from clausekit.checks.rules._shared.term_words import GROUPS, THINGS
from clausekit.checks.rules._shared.terms import follows_a_determiner, is_listed, stems
from clausekit.checks.words import Words
from clausekit.patterns import pattern

Deviation: TypeAlias = Literal[
    "number",
    "spelling",
    "form",
    "synonym",
    "shortened",
    "lacking",
    "lengthened",
    "turned",
    "several",
    "letter",
    "apart",
    "initials",
]
"""How words differ from the term they stand for: in the number or hyphens of a word within it, by a slip of
spelling, by another form of a word ("Pool" for "Pooled"), by a word of like meaning, by one left out before
them or between them, or put in, in the order; or they speak of several where there is but one, or are
letters of which one is another ("JCG" for "JCB"), or that are apart ("EW CCG" for "EWCCG"), or the first
ones of its words ("BCF Plan" for "Better Care Fund Plan")."""

_JOIN = pattern(r"[ \u00a0\n](?:of|and|for|in|to|on|&)[ \u00a0\n](?:the[ \u00a0\n])?")
_GOES_ON = pattern(r"[ \u00a0](?:of|in|for|to)[ \u00a0](?:the[ \u00a0])?[A-Z]")
_IN_A_TITLE = pattern(r"[ \u00a0](?:in|on|to)[ \u00a0](?:the[ \u00a0])?[A-Z]")
"""After a word with which a title begins: "Change in Control Notice"."""
_NEAR = 12
_OFTEN = 3
"""A short form that stands so often is no slip: its definition is missing."""

_GENERIC = (("partner",), ("party",))
"""What any agreement calls those who make it: no short form of the Lead Partner."""

_ENDS = frozenset((*GROUPS, "head", "manager", "lead", "officer", "director", "fund"))
"""What may have a word more and be the same: groups and posts of which an agreement has but one."""

_PUT_IN_WORDS = """
partnership joint management strategic executive programme operational project commissioning steering
delivery governance oversight service hub integrated finance group board committee team
"""
PUT_IN = frozenset(_PUT_IN_WORDS.split())
"""Words that are put into the name of a group or a post without making it another."""

OWNED = pattern(r"(?:[’']s|s[’']) $")
_PAIR = 2
LONGEST = 160
"""Longer words with capitals are no term."""
_ROOT = 4
"""Words that begin with so many letters alike are taken for forms of one word."""


_SYNONYMS = tuple(
    frozenset(words.split())
    for words in (
        "agreement contract",
        "staff personnel employee worker officer",
        "person individual manager officer lead accountant coordinator representative contact",
        "user person individual",
        "group board committee executive forum panel",
        "period term duration",
        "joint integrated partnership",
        "log register",
        "commencement start effective operative inception",
        "information data",
        "plan programme strategy",
        "fund budget account",
        "expiry end termination",
        "annual yearly",
        "partner party organisation member authority commissioner",
        "vice deputy",
        "chair chairman chairperson",
        "assigned seconded",
        "alliance collaborative collaboration consortium partnership",
        "premises building",
        "user client customer recipient patient",
        "person individual patient resident",
        "aim objective goal",
        "grant funding",
        "saving efficiency",
        "schedule timetable",
        "notice notification",
        "dispute disagreement",
        "day date",
        "working business",
        "report return",
        "charge cost fee payment price",
        "service scheme",
        "scheme programme project",
        "supplier provider contractor",
        "initial original principal main",
        "legislation law",
        "host lead",
        "receiver recipient",
        "discloser provider",
        "breach incident",
        "indicator measure metric",
        "authorised nominated designated appointed named",
        "agreed permitted approved",
        "ip ipr",
        "material content",
        "area part",
        "mean method",
        "school academy",
        "event occurrence",
    )
)


class Stand(NamedTuple):
    """Words that stand for a defined term without being it."""

    at: Words
    definition: Definition
    deviation: Deviation


class Lexicon:
    """The defined terms, by their stems, by their stems with one put aside, and by their last ones."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        self.whole: dict[str, Definition] = {}
        self.but_one: dict[tuple[int, tuple[str, ...]], list[tuple[str, Definition]]] = defaultdict(list)
        self.ends: dict[tuple[str, ...], set[Definition]] = defaultdict(set)
        self.around: dict[tuple[str, str], set[Definition]] = defaultdict(set)
        for definition in definitions:
            words = stems(definition.term)
            if definition.kind == "abbreviation" or not words:
                continue
            self.whole.setdefault("".join(words), definition)
            for index in range(len(words)):
                self.but_one[index, _without(words, index)].append((words[index], definition))
            if is_listed(definition):
                if len(words) == _PAIR + 1:
                    self.around[words[0][:_ROOT], words[-1]].add(definition)
                for index in range(1, len(words)):
                    self.ends[words[index:]].add(definition)

    def stands(self, phrase: Capitals) -> Iterator[Stand]:
        for words in (phrase.at, *_pieces(phrase.at)):
            if found := self.stand(words):
                less = found.deviation in ("shortened", "lacking")
                if not (less and (phrase.times >= _OFTEN or OWNED.search(words.shortly_before(3)))):
                    yield found
                return

    def stand(self, at: Words) -> Stand | None:
        if at.end - at.start > LONGEST:
            return None
        words = stems(at.text)
        several = len(words) > 1
        if not words or not (several or follows_a_determiner(at)):
            return None
        if (definition := self.whole.get("".join(words))) and (
            several or " " in definition.term or "-" in definition.term
        ):
            printed = definition.term.isupper() and at.text.upper() in (
                definition.term,
                other_number(at.text),
            )
            return None if printed else Stand(at, definition, "number")
        if definition := self._turned_round(at.text):
            return Stand(at, definition, "form")
        for index, word in enumerate(words):
            for other, definition in self.but_one.get((index, _without(words, index)), ()):
                if is_misspelt(word, other) and (several or not _IN_A_TITLE.match(at.shortly_after(_NEAR))):
                    return Stand(at, definition, "spelling")
                if several and word[:_ROOT] == other[:_ROOT] and len(word[:_ROOT]) == _ROOT:
                    return Stand(at, definition, "form")
                if several and any(word in group and other in group for group in _SYNONYMS):
                    return Stand(at, definition, "synonym")
        if longer := self._without_one(words):
            return Stand(at, longer, "lengthened")
        if fuller := self._with_one_more(words):
            return Stand(at, fuller, "lacking")
        is_thing = words[-1] in THINGS or (several and words[-1] in GROUPS)
        short = is_thing and words not in _GENERIC and not _GOES_ON.match(at.after)
        ending = self.ends.get(words, set()) if short else set()
        return Stand(at, next(iter(ending)), "shortened") if len(ending) == 1 else None

    def _without_one(self, words: tuple[str, ...]) -> Definition | None:
        """Return the term for a group or post that has one of these words less: "Hub Management Board"."""
        if len(words) < 3 or words[-1] not in _ENDS:
            return None
        for index, word in enumerate(words):
            if index and word in PUT_IN and (found := self.whole.get("".join(_without(words, index)))):
                ends = stems(found.term)[-1] in _ENDS
                return found if ends and " " in found.term else None
        return None

    def _with_one_more(self, words: tuple[str, ...]) -> Definition | None:
        """Return the one listed term that has a word more between these two: "Annual Work Plan"."""
        if len(words) != _PAIR or words[-1] not in (*THINGS, *_ENDS):
            return None
        found = self.around.get((words[0][:_ROOT], words[-1]), set())
        return next(iter(found)) if len(found) == 1 else None

    def _turned_round(self, words: str) -> Definition | None:
        """Return the term whose words stand the other way round: "Variation Date" for "Date of Variation"."""
        thing, of, other = words.partition(" of ")
        return self.whole.get("".join((*stems(other.removeprefix("the ")), *stems(thing)))) if of else None


def is_misspelt(word: str, right: str) -> bool:
    """Tell whether a word is another with a slip: a letter too many, too few, wrong, or two exchanged.

    >>> is_misspelt("finacial", "financial"), is_misspelt("parnter", "partner"), is_misspelt("fund", "find")
    (True, True, False)
    """
    if (
        min(len(word), len(right)) < 5
        or word[0] != right[0]
        or abs(len(word) - len(right)) > 1
        or word == right
    ):
        return False
    if _is_inflected(word, right):
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right))
    )
    rest, other = word[start:], right[start:]
    return (
        rest[1:] == other[1:]
        or rest == other[1:]
        or rest[1:] == other
        or (rest[2:] == other[2:] and rest[:2] == other[1::-1])
    )


def _is_inflected(word: str, other: str) -> bool:
    """Tell whether two words differ in their endings only, as other words do: "provider", "provided"."""
    return word[:-1] == other[:-1] or word[:-1] == other or other[:-1] == word


def _pieces(words: Words) -> Iterator[Words]:
    """Yield the parts between joining words: "Service Contract" of "Service Contract of Westmarch"."""
    start = 0
    for join in _JOIN.finditer(words.text):
        yield words.part(words.start + start, words.start + join.start())
        start = join.end()
    if start:
        yield words.part(words.start + start, words.end)


def last_piece(words: Words) -> Words:
    """Return what stands after the last joining word: "Integrated" of "Staff of the Integrated"."""
    joins = list(_JOIN.finditer(words.text))
    return words.part(words.start + joins[-1].end(), words.end) if joins else words


def _without(words: tuple[str, ...], index: int) -> tuple[str, ...]:
    return words[:index] + words[index + 1 :]
