"""Words that differ from one of this field by a slip in the middle: "commissoning", "forecsat".

The words are kept in ``clausekit/checks/data/words.txt``, those that look like one of them and are right in
``lookalikes.txt``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.data import lines_of
from clausekit.checks.rules._shared.spellings import AMERICAN, long_words
from clausekit.patterns import pattern

_SURE = 9
"""So long is a word of which a letter is another, or which may be a name."""
_TWICE, _USUAL = 2, 4
"""A slip may be made twice, if the right word stands at least so many times as often."""
_WRITTEN = pattern(rf"[A-Z]?[a-z]+|[A-Z]{{{_SURE},}}")
_LETTER_TWICE = pattern(r"([a-z])\1")
_LIGATURE = pattern(r"f[fil]")
"""Letters that touch: text from a PDF that has none of them has lost them."""
_AGAIN = pattern(r"([a-z]{2,3})\1")
_SUFFERERS = ("ee", "ees")
"""The lessee is another word than the lease."""
_LETTERS_OF_ENDINGS = ({"s", "z"}, {"c", "s"})
"""Of "organise" and "organize", "licence" and "license" both are words."""


def misspelt(instrument: Instrument) -> Mapping[str, str]:
    """Return the words that an instrument hardly has and that are a slip of one of the field, with that."""
    counted = long_words(instrument)
    often = Counter(word.lower() for word in counted.elements())
    known = words() | lookalikes() | AMERICAN.keys()
    few = [word for word in counted if often[word.lower()] <= _TWICE and word.lower() not in known]
    found = {
        word.lower(): right
        for word in few
        if _WRITTEN.fullmatch(word)
        and (right := _meant(word))
        and (often[word.lower()] == 1 or _is_rare(word.lower(), right, often))
    }
    if any(map(_LIGATURE.search, counted)):
        return found
    return {wrong: right for wrong, right in found.items() if not _LIGATURE.search(right)}


def stuttered(instrument: Instrument) -> Mapping[str, str]:
    """Return the long words in which some letters stand twice, each with the word of the field that is left
    without them: "governanance"."""
    found: dict[str, str] = {}
    for word in {one.lower() for one in long_words(instrument) if len(one) > _SURE} - words() - lookalikes():
        for match in _AGAIN.finditer(word):
            if (right := word[: match.start()] + word[match.end(1) :]) in words():
                found[word] = right
    return found


def _is_rare(wrong: str, right: str, often: Mapping[str, int]) -> bool:
    """Tell whether a long word that stands twice is the same slip made again: the right one is usual."""
    return len(wrong) >= _SURE and often[right] >= _USUAL * often[wrong]


@cache
def words() -> frozenset[str]:
    """Return the words of the field."""
    return frozenset(_listed("words.txt"))


@cache
def short_words() -> frozenset[str]:
    """Return the words of the field that have five or six letters."""
    return frozenset(_listed("short_words.txt"))


@cache
def lookalikes() -> frozenset[str]:
    """Return other words that are like one of the field."""
    return frozenset(_listed("lookalikes.txt"))


def _listed(name: str) -> Iterator[str]:
    for line in lines_of(name):
        yield from line.split()


@cache
def _by_shape() -> Mapping[tuple[str, str, int], list[str]]:
    """Return the words of the field by their first letter, their last and their length."""
    found: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for word in sorted(words()):
        found[word[0], word[-1], len(word)].append(word)
    return found


def _meant(written: str) -> str | None:
    """Return the word that was meant, if there is just one and the slip is no way of writing it.

    A word with a capital may be a name: it is told only if it is long and its letters are those of the word,
    but for one that is too many, lacks or has changed places.
    """
    wrong = written.lower()
    may_be_other = len(wrong) >= _SURE and written.islower()
    if (len(wrong) < _SURE and not written.islower()) or wrong.endswith(_SUFFERERS):
        return None
    meant = [
        right
        for right in _near(wrong)
        if is_slip(right, wrong) and (may_be_other or not _has_other_letter(right, wrong))
    ]
    meant = meant or _by_single_letters().get(_LETTER_TWICE.sub(r"\1", wrong), []) if may_be_other else meant
    return meant[0] if len(meant) == 1 else None


@cache
def _by_single_letters() -> Mapping[str, list[str]]:
    """Return the long words of the field that have a letter twice, by their letters told once: where two are
    doubled in one, "reccomendations", both may be wrong."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words():
        if len(word) >= _SURE and _LETTER_TWICE.search(word):
            found[_LETTER_TWICE.sub(r"\1", word)].append(word)
    return found


def _near(word: str) -> Iterable[str]:
    for length in (len(word) - 1, len(word), len(word) + 1):
        yield from _by_shape().get((word[0], word[-1], length), ())


def is_slip(right: str, wrong: str) -> bool:
    """Tell whether one letter is wrong: too many, lacking, another, or two have changed places.

    >>> is_slip("commission", "comission"), is_slip("forecast", "forecsat"), is_slip("organise", "organize")
    (True, True, False)
    """
    at = next((at for at, (one, two) in enumerate(zip(right, wrong, strict=False)) if one != two), None)
    if at is None or {right[at], wrong[at]} in _LETTERS_OF_ENDINGS:
        return False
    if len(right) > len(wrong):
        return right[at + 1 :] == wrong[at:] and not _is_single_l(right, at)
    if len(right) < len(wrong):
        return (
            right[at:] == wrong[at + 1 :] and wrong[at:] != "rs"
        )  # the preparers are no slip for "prepares"
    swapped = right[at : at + 2] == wrong[at : at + 2][::-1] and right[at + 2 :] == wrong[at + 2 :]
    return swapped or right[at + 1 :] == wrong[at + 1 :]


def _is_single_l(right: str, at: int) -> bool:
    """Tell whether the letter that lacks is the second "l" of "levelled", which Americans do not write."""
    return right[at - 1 : at + 1] == "ll"


def _has_other_letter(right: str, wrong: str) -> bool:
    return len(right) == len(wrong) and sorted(right) != sorted(wrong)
