"""CK-NUMBER-LEVEL: a number that belongs to another clause or level."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules._shared.misplaced import Fault
from clausekit.checks.rules._shared.numbering import faults, sure
from clausekit.patterns import pattern
from clausekit.reading import Passage

_DEEP = pattern(r"\d{1,3}\.\d{1,3}\.\d{1,3}\.?")
_OF_TWO = pattern(r"\d{1,3}\.\d{1,3}\.?")
_MANY = 6


def _check(instrument: Instrument) -> Iterator[Hit]:
    for fault in faults(instrument, "level"):
        yield hit(
            words_of(fault.passage),
            _message(fault),
            "Number it as its neighbours are, or move it to where its number belongs.",
            confidence=sure(instrument),
        )

    for below in _alone_below_the_last(instrument):
        above = below.number.rpartition(".")[0]
        yield hit(
            words_of(below),
            f"“{below.number}” is the only number of its level, and nothing follows {above}.",
            f"Number it as what follows {above}, if it does not belong to that.",
            confidence=sure(instrument, "likely"),
        )


def _alone_below_the_last(instrument: Instrument) -> Iterator[Passage]:
    """Yield the only number such as 9.1.1 of an instrument that has others of no more than two steps, if it
    stands below the last of its clause: it should go on with 9.2."""
    deep = [
        label
        for sequence in instrument.sequences
        for label in sequence.labels
        if label.passage.heading == 0 and _DEEP.fullmatch(label.passage.number)
    ]
    if len(deep) != 1 or deep[0].value != 1:
        return
    passage = deep[0].passage
    clause, _, last = passage.number.rpartition(".")[0].partition(".")
    numbers = {one.passage.number for one in instrument.places if one.passage.division == passage.division}
    of_two = sum(_OF_TWO.fullmatch(one) is not None for one in numbers)
    if last.isdecimal() and f"{clause}.{int(last) + 1}" not in numbers and of_two >= _MANY:
        yield passage


def _message(fault: Fault) -> str:
    number = fault.passage.number
    if fault.missing.startswith(f"{number.partition('.')[0]}."):
        return f"“{number}” skips a level: there is no {fault.missing} above it."
    return f"“{number}” stands in clause {fault.missing}, to which its number does not belong."


RULE = Rule(
    id="CK-NUMBER-LEVEL",
    level="warning",
    title="A number that belongs to another clause or to another level",
    why="A number that says it is part of one clause while it stands in another misleads every reference"
    " to it.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

2. Ending

2.1 A Partner may end it by notice.

1.2 ⟦Notice is given in writing.⟧

2.3 The period of notice is six months.

3. Funds

3.1 The Partners keep a pooled fund.

3.2.1 ⟦The Council is its host.⟧
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.1.1 It is signed on that day or before.

2. Ending

2.1 A Partner may end it by notice:

(a) in writing; and

(b) of six months.
""",
    check=_check,
)
