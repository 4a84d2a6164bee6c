"""Names that stand often in a text, and once with a slip: "Partnership Boad", "MHLCG" for "MHCLG"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.misspelt import is_slip
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NAME = pattern(r"\b([A-Z][a-z]+) (?=([A-Z][a-z]{3,})\b)")
_LETTERS = pattern(r"(?<![\w“‘\"'(/-])[A-Z]{3,6}(?![\w/-])")
_NUMERAL = pattern(r"[IVXLC]+")
_OFTEN = 4
_LONG, _SHORT = 5, 4


def slips_in_names(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words that stand once, in a name that else has a word which differs by a slip, with that."""
    places: dict[tuple[str, str], list[Words]] = defaultdict(list)
    for words, match in instrument.search(_NAME, "text", "cell", "heading", "note"):
        places[match[1], match[2]].append(words.part(match.start(2), match.end(2)))
    counts = Counter(second for (_, second), found in places.items() for _ in found)
    after: dict[str, list[str]] = defaultdict(list)
    for (first, second), found in places.items():
        if len(found) >= _OFTEN:
            after[first].append(second)
    before: dict[str, list[str]] = defaultdict(list)
    firsts: Counter[str] = Counter()
    for (first, second), found in places.items():
        firsts[first] += len(found)
        if len(found) >= _OFTEN:
            before[second].append(first)
    for (first, second), found in places.items():
        if counts[second] == 1:
            meant = [one for one in after[first] if _is_slip(one, second)]
            if len(meant) == 1:
                yield found[0], meant[0]
        if firsts[first] == 1 and len(first) > _SHORT:
            meant = [one for one in before[second] if _is_slip(one, first)]
            if len(meant) == 1:
                start = found[0].start - len(first) - 1
                yield found[0].part(start, start + len(first)), meant[0]


def letters_out_of_order(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the abbreviations that stand once and are another one, that stands often, with its letters in
    another order; with that."""
    places: dict[str, list[Words]] = defaultdict(list)
    for words, match in instrument.search(_LETTERS, "text", "cell", "note", "signature"):
        if not words.passage.words.isupper() and not _NUMERAL.fullmatch(match[0]):
            places[match[0]].append(words)
    usual: dict[str, list[str]] = defaultdict(list)
    for letters, found in places.items():
        if len(found) >= _OFTEN:
            usual["".join(sorted(letters))].append(letters)
    often = [one for each in usual.values() for one in each]
    for letters, found in places.items():
        meant = usual.get("".join(sorted(letters))) or [
            one for one in often if _lacks_or_doubles(letters, one)
        ]
        if len(found) == 1 and len(meant) == 1 and not _is_given_to_something(letters, instrument):
            yield found[0], meant[0]


def _lacks_or_doubles(letters: str, right: str) -> bool:
    """Tell whether letters lack one in the middle of a longer abbreviation, or have one of it twice."""
    if len(right) >= _LONG and len(letters) == len(right) - 1:
        return any(right[:at] + right[at + 1 :] == letters for at in range(1, len(right) - 1))
    doubled = (right[:at] + right[at - 1] + right[at:] for at in range(1, len(right) + 1))
    return len(letters) == len(right) + 1 and letters in doubled


def _is_given_to_something(letters: str, instrument: Instrument) -> bool:
    """Tell whether a text says what an abbreviation stands for: "(BCI)"."""
    given = (f"({letters})", f"“{letters}”", f'"{letters}"')
    return any(one in place.passage.text for place in instrument.places for one in given)


def _is_slip(right: str, wrong: str) -> bool:
    """Tell whether a word is a slip of another, and no other form of it."""
    if right.rstrip("s") == wrong.rstrip("s") or (right.startswith(wrong) or wrong.startswith(right)):
        return False
    return right[0] == wrong[0] and right[-1] == wrong[-1] and is_slip(right.lower(), wrong.lower())
