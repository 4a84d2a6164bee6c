"""CK-TERM-ORDER: a definition out of the order of the alphabet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_SHORTEST_LIST = 4
_LONG_LIST = 8
"""In a list of so many terms the only one out of order was put there by mistake."""
_LONG_TERM = 5
"""What has so many spaces may be the meaning of the term above it, in a list that lost its columns."""
_WORD = pattern(r"[^\W_]+")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for terms in _lists(instrument):
        words = [" ".join(_WORD.findall(one.term.lower())) for one in terms]
        letters = [key.replace(" ", "") for key in words]
        misplaced = _misplaced(words) & _misplaced(letters)
        if len(misplaced) * 4 > len(terms):
            continue
        alone = len(misplaced) == 1 and len(terms) >= _LONG_LIST
        for index in sorted(misplaced):
            misread = terms[index].at.passage.doubtful or terms[index].term.count(" ") >= _LONG_TERM
            yield hit(
                terms[index].at,
                f"“{terms[index].term}” is out of the order of the alphabet.",
                f"Put it {_where(terms, letters, index, misplaced)}.",
                confidence="likely" if alone and not misread else "doubtful",
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

**Partner** means each party to this agreement.

**Review** means the review each March.
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
