"""What provisions of law deal with, in the words of drafters.

The rows are kept in ``clausekit/checks/data/provisions.tsv``, whose head says what each column means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules._shared.law import day_of, several
from clausekit.patterns import pattern

PART = "part "
_ONLY = "!"
_GAP = r"[ \u00a0](?:[^\W_][\w’()-]*[ \u00a0]){0,3}"
_SAY_LITTLE = frozenset((
    "agree*", "agreement*", "appl*", "arrang*", "commission*", "condition*", "controller*",
    "data protection officer*", "dpo", "function*", "general", "inform*", "limit*", "mean*", "order*",
    "power*", "provi*", "regulation*", "right*", "secretary of state", "service*", "term*",
))  # fmt: skip
"""Words of the data that may stand beside any provision."""
_PIECES = re.compile(r"\*| \.\.\. | ")
_PARENT = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True)
class Provision:
    """A provision: its law, its number ("117", "part 3", "6(1)(e)"), and what it deals with.

    ``words`` name its subject, ``also`` may stand beside it; ``only`` are those of ``words`` that belong to
    no other provision of the law. ``checked`` is the day on which that was compared with its authority.
    """

    law: str
    number: str
    subject: str
    words: tuple[str, ...]
    also: tuple[str, ...]
    only: tuple[str, ...]
    authority: str
    checked: date | None

    @cached_property
    def names(self) -> re.Pattern[str] | None:
        """What matches its subject; None if it has no words of its own."""
        return phrases(self.words)

    @cached_property
    def names_alone(self) -> re.Pattern[str] | None:
        """What matches a subject that no other provision has; None if there is none."""
        return phrases(self.only)

    @cached_property
    def fits(self) -> re.Pattern[str] | None:
        """What matches any words that are in place beside it."""
        return phrases((*self.words, *self.also))

    @cached_property
    def telling(self) -> re.Pattern[str] | None:
        """What matches words in place beside it that few other provisions have beside them."""
        return phrases([word for word in (*self.words, *self.also) if word not in _SAY_LITTLE])

    def may_be_named(self, text: str) -> bool:
        """Tell whether letters of its subject stand in a text; only then its patterns are worth making."""
        return any(letters in text for letters in self._letters)

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return tuple(max(_PIECES.split(word), key=len) for word in self.words)

    @property
    def group(self) -> str:
        """What it is compared with: "part" for parts, "6(1)" for items of that; nothing for the rest."""
        if self.number.startswith(PART):
            return PART
        return _PARENT.sub("", self.number) if "(" in self.number else ""


class Law:
    """A piece of law in the data: its title, its short names, and its provisions by their numbers."""

    def __init__(self, title: str, called: Sequence[str], provisions: Mapping[str, Provision]) -> None:
        self.title, self.called, self.provisions = title, called, provisions

    @property
    def kind(self) -> str:
        """What its provisions are called."""
        if self.title == "UK GDPR":
            return "Article"
        return "regulation" if "Regulations" in self.title else "section"

    def called_by_number(self, number: str) -> str:
        """Return a number with its kind: "section 117", "Part 3"."""
        return f"{number[0].upper()}{number[1:]}" if number.startswith(PART) else f"{self.kind} {number}"

    def containing(self, number: str) -> Provision | None:
        """Return the provision of a number, or that of which it is a part: "42" for "42(1)".

        None if the data have neither, nor any part of it.
        """
        while number not in self.provisions and (shorter := _PARENT.sub("", number)) != number:
            number = shorter
        return self.provisions.get(number)


@cache
def laws() -> Mapping[str, Law]:
    """Return the laws of the data by their titles."""
    called: dict[str, tuple[str, ...]] = {}
    found: dict[str, dict[str, Provision]] = defaultdict(dict)
    for line in table("provisions.tsv"):
        title, number = line["law"], line["provision"]
        called[title] = called.get(title, ()) or several(line["called"])
        found[title][number] = _provision(line)
    return {title: Law(title, called[title], each) for title, each in found.items()}


@cache
def subjects_of_one() -> re.Pattern[str]:
    """Return what matches any subject that no other provision of its law has."""
    words = [word for law in laws().values() for one in law.provisions.values() for word in one.only]
    return phrases(words) or re.compile(r"(?!)")


def _provision(line: Mapping[str, str]) -> Provision:
    words = several(line["words"])
    return Provision(
        line["law"],
        line["provision"],
        line["subject"],
        tuple(word.removeprefix(_ONLY) for word in words),
        several(line["also"]),
        tuple(word.removeprefix(_ONLY) for word in words if word.startswith(_ONLY)),
        line["authority"],
        day_of(line["checked"]),
    )


def phrases(words: Sequence[str]) -> re.Pattern[str] | None:
    """Return what matches any of some phrases of the data, in a text in small letters; None for none.

    >>> phrases(["carer* ... assess*"]).search("a carer’s needs are assessed")[0]
    'carer’s needs are assessed'
    """
    if not words:
        return None
    each = (
        re.escape(one).replace(r"\ \.\.\.\ ", _GAP).replace(r"\*", r"[\w’]*").replace(r"\ ", "[ \u00a0]")
        for one in sorted(words, key=len, reverse=True)
    )
    return pattern(rf"(?<![\w-])(?:{'|'.join(each)})(?:’s|s’)?(?![\w])")
