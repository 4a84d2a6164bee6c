"""CK-TERM-ORDER: a definition out of the order of the alphabet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern
from clausekit.recognition.names import names_a_body

_SHORTEST_LIST = 4
_LONG_LIST = 8
"""In so long a list that is in order but for one term, that one is out of it by a slip."""
_OPENS = pattern(r"[\s“\"‘'*•–-]*(?:[Tt]he )?[“\"‘'*]*")
"""What may stand before a term that begins a paragraph."""
_OTHER_ORDER = pattern(r"\bnot\b[^.]{0,30}\balphabet")
_WORD = pattern(r"[^\W_]+")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for terms in _lists(instrument):
        words = [" ".join(_WORD.findall(one.term.lower())) for one in terms]
        letters = [key.replace(" ", "") for key in words]
        misplaced = _misplaced(words) & _misplaced(letters)
        if len(misplaced) * 4 > len(terms):
            continue
        for index in sorted(misplaced):
            alone = len(misplaced) == 1 and len(terms) >= _LONG_LIST and _is_far_off(letters, index)
            alone = alone and _is_in_the_list(terms, index, instrument)
            yield hit(
                terms[index].at,
                f"“{terms[index].term}” is out of the order of the alphabet.",
                f"Put it {_where(terms, letters, index, misplaced)}.",
                confidence="likely" if alone else "doubtful",
            )


def _lists(instrument: Instrument) -> Iterator[list[Definition]]:
    """Yield the lists of definitions, without terms that begin with a figure and "this agreement"; of several
    terms with one meaning the first."""
    entries = [
        one for one in instrument.definitions if one.kind in ("entry", "table") and one.term[:1].isupper()
    ]
    for _, group in groupby(
        entries,
        lambda one: (
            one.kind,
            one.scope,
            bool(one.at.passage.number),
            instrument.place_of[one.at.passage].clause,
        ),
    ):
        first = {one.at.passage: one for one in reversed(list(group)) if not one.term.startswith("This ")}
        terms = list({one.term: one for one in reversed(first.values())}.values())
        if len(terms) >= _SHORTEST_LIST:
            yield terms


def _misplaced(keys: Sequence[str]) -> set[int]:
    """Return the places of the keys that are not part of the longest run in order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, key in enumerate(keys):
        length = bisect_right([keys[end] for end in ends], key)
        before[index] = ends[length - 1] if length else None
        ends[length : length + 1] = [index]
    last = ends[-1] if ends else None
    kept = set()
    while last is not None:
        kept.add(last)
        last = before[last]
    return set(range(len(keys))) - kept


def _is_far_off(keys: Sequence[str], index: int) -> bool:
    """Tell whether a key begins with a letter after that of the next key, or before that of the last."""
    after = index + 1 < len(keys) and keys[index][0] > keys[index + 1][0]
    return after or (index > 0 and keys[index][0] < keys[index - 1][0])


def _is_in_the_list(terms: Sequence[Definition], index: int, instrument: Instrument) -> bool:
    """Tell whether a term begins a paragraph or a row right after the term before it, whose meaning has
    ended: a term in the meaning of another, or in a clause after the list, has no place in its order.

    No more have the names of bodies beside their short names, and what a list that explains its order has.
    """
    passage = terms[index].at.passage
    if names_a_body(terms[index].term) or _OPENS.fullmatch(passage.text[: terms[index].at.start]) is None:
        return False
    if next(instrument.search(_OTHER_ORDER, signs=("alphabet",)), None):
        return False
    before = terms[index - 1] if index else None
    place = instrument.place_of[passage]
    if before is None or place.order == 0:
        return True
    above = instrument.places[place.order - 1].passage
    return above in (before.at.passage, *before.passages) and not above.words.rstrip().endswith(",")


def _where(terms: Sequence[Definition], letters: Sequence[str], index: int, misplaced: set[int]) -> str:
    """Say where in the list a term belongs."""
    others = [place for place in range(len(terms)) if place not in misplaced]
    after = [place for place in others if letters[place] <= letters[index]]
    return f"after “{terms[after[-1]].term}”" if after else f"before “{terms[others[0]].term}”"


RULE = Rule(
    id="CK-TERM-ORDER",
    level="warning",
    title="A definition out of the order of the alphabet",
    why="Readers look a term up by its letter. One that is out of order is overlooked, and may then be"
    " defined again.",
    fails="""
1. Definitions

1.1 In this agreement:

**Budget** means the money for a year.

**⟦Term⟧** means the time from signature to the end.

**Fund** means the money that the Partners keep together.

**Host** means the Partner that holds the Fund.

**Partner** means each party to this agreement.

**Quarter** means three months from 1 April.

**Review** means the review each March.

**Staff** means those whom a Partner employs for the work.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**2006 Act** means the National Health Service Act 2006.

**Health and Wellbeing Board** means the board of that name.

**Health-Related Functions** means the functions of the Council.

**Partner** means each party to this agreement.

**Partners’ Board** means the board of the Partners.

**Review** means the review each March.
""",
    check=_check,
    yields_to=("CK-TERM-TWICE", "CK-TERM-TWICE-DIFFERENTLY", "CK-TERM-UNUSED"),
)
