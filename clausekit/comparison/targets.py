"""What references point to, and whether two of them point to the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from clausekit.comparison.masks import Mask
from clausekit.comparison.tokens import Token
from clausekit.comparison.units import all_passages
from clausekit.reading import Passage, Reading

_DIVISION_WORDS = ("schedule", "annex", "appendi", "part")
_OF = re.compile(
    r"[ \u00a0]of[ \u00a0](?:this[ \u00a0])?(Part|Schedule|Annex|Appendix)[ \u00a0](\d+[A-Z]?|[A-Z])\b"
)
_LAST_STEP = re.compile(r"(?:\.?[^.()]+|\([^()]*\))$")


class Targets:
    """Where the bookmarks and the numbers of a reading are."""

    def __init__(self, reading: Reading) -> None:
        self._body = reading.body

    @cached_property
    def _passages(self) -> list[Passage]:
        return list(all_passages(self._body))

    @cached_property
    def _bookmarks(self) -> dict[str, Passage]:
        return {name: passage for passage in self._passages for name in passage.bookmarks}

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], Passage]:
        found: dict[tuple[str, str], Passage] = {}
        for passage in self._passages:
            if passage.number and not passage.contents:
                found.setdefault((_plain(passage.division), _plain(passage.number)), passage)
        return found

    @cached_property
    def _divisions(self) -> dict[str, Passage]:
        found: dict[str, Passage] = {}
        for passage in self._passages:
            found.setdefault(_plain(passage.division), passage)
        return found

    def of(self, token: Token) -> Passage | None:
        """Return the passage that a masked reference points to, None if there is none of that number."""
        mask, passage = token.mask, token.passage
        if mask is None or passage is None:
            return None
        if mask.bookmark:
            return self._bookmarks.get(mask.bookmark)
        number = _plain(passage.text[mask.start : mask.end])
        division = _plain(passage.division)
        steps = reversed(_OF.findall(_tail(passage, mask)))
        scope = " ".join(f"{word} {name}" for word, name in steps).lower()
        if mask.word.startswith(_DIVISION_WORDS):
            return self._division(f"{_singular(mask.word)} {number}", scope, division)
        names = [number, *_relative(number, passage)]
        numbered = ((place, name) for place in _places(mask.word, scope, division) for name in names)
        return next((self._numbers[key] for key in numbered if key in self._numbers), None)

    def _division(self, name: str, scope: str, division: str) -> Passage | None:
        """Return where a schedule or part begins; a part is one of the schedule named or of one's own."""
        names = (f"{scope} {name}".strip(), f"{_whole(division)} {name}", name)
        return next((self._divisions[place] for place in names if place in self._divisions), None)


class SameTargets:
    """Whether two masked references, one of each reading, point to the same thing.

    ``partners`` are the passages of the new text that answer to one of the old.
    """

    def __init__(self, old: Reading, new: Reading, partners: Mapping[Passage, tuple[Passage, ...]]) -> None:
        self._old = Targets(old)
        self._new = Targets(new)
        self._partners = partners

    def __call__(self, old: Token, new: Token) -> bool:
        """Tell whether they do; fields with the same bookmark always, for it stays with its passage."""
        if old.mask and new.mask and old.mask.bookmark and old.mask.bookmark == new.mask.bookmark:
            return True
        target, other = self._old.of(old), self._new.of(new)
        return target is not None and other is not None and other in self._partners.get(target, ())


def _places(word: str, scope: str, division: str) -> list[str]:
    """Return the divisions in which a number is looked for, the likeliest first."""
    if scope:
        return [scope, f"{_whole(division)} {scope}"]
    if word.startswith(("clause", "section")):
        return ["", division]
    return [division, _whole(division), ""]


def _whole(division: str) -> str:
    """Return the schedule that a part belongs to."""
    return division.partition(" part ")[0]


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .").lower()


def _singular(word: str) -> str:
    return {"annexes": "annex", "appendices": "appendix"}.get(word, word.removesuffix("s"))


def _tail(passage: Passage, mask: Mask) -> str:
    """Return what follows a number as far as it says of what: " of Part 1 of Schedule 3"."""
    end = mask.end
    while step := _OF.match(passage.text, end):
        end = step.end()
    return passage.text[mask.end : end]


def _relative(number: str, passage: Passage) -> list[str]:
    """Return what "paragraph (b)" may be called in full, said in a paragraph such as 7.3(c)."""
    if not number.startswith("("):
        return []
    found = []
    around = _plain(passage.number)
    while around:
        found.append(around + number)
        around = _LAST_STEP.sub("", around)
    return found
