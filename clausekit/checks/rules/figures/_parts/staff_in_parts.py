"""Numbers of staff that are told in parts: "12.5 WTE, consisting of 4.0 WTE nurses and 8.0 WTE carers"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import said_figures, worth
from clausekit.checks.rules.figures._parts.counts_divided import told_of_all_parties
from clausekit.checks.rules.figures._parts.made_of_parts import MADE_OF, NOT_ALL
from clausekit.checks.rules.figures._sentences.mentions import counts_staff
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_LIST_OF_STAFF = pattern(
    r"(?:[^.;:()\d£]{0,80}(?:(?::|[ ][–—]|, (?:being|namely))[ ]|[ ]\())"
    r"(?P<parts>\d+(?:\.\d+)?[ ](?!day|hour|week|month)[A-Za-z][^.;:()\d£]{1,60}"
    r"(?:(?:,|,? and|;)[ ]\d+(?:\.\d+)?[ ](?!day|hour|week|month)[A-Za-z][^.;:()\d£]{1,60}){1,9})[.)]"
)
_OF_WHOM = pattern(
    r"[^.;:()£,]{0,70},?[ ]\(?of (?:whom|which|these),?[ ]"
    r"(?P<parts>\d+(?:\.\d+)?[ ][^.;:()\d£]{2,70}"
    r"(?:(?:,|,? and)[ ]\d+(?:\.\d+)?[ ][^.;:()\d£]{2,70}){1,5})[.);]"
)
_STAFF_NUMBER = pattern(r"\d+(?:\.\d+)?")
_FEWEST = 3
_NEAR = Decimal("0.25")


class Staff(NamedTuple):
    """A number of staff, the words of its parts, and what those make."""

    whole: Words
    parts: tuple[Words, ...]
    made: Decimal


def staff_in_parts(instrument: Instrument) -> Iterator[Staff]:
    """Yield the numbers of staff that their parts do not make."""
    yield from _counted(instrument)
    yield from _listed(instrument)
    yield from _divided(instrument)


def _counted(instrument: Instrument) -> Iterator[Staff]:
    """Yield "12.5 WTE, consisting of 4.0 WTE nurses, 6.5 WTE carers and 3.0 WTE clerks"."""
    for said in said_figures(instrument):
        if len(said.figures) < _FEWEST or not all(map(counts_staff, said.figures)):
            continue
        whole, *parts = said.figures
        text = whole.at.passage.text
        made = sum(map(worth, parts), Decimal(0))
        if (
            MADE_OF.search(text, whole.at.end, parts[0].at.start)
            and not NOT_ALL.search(text, whole.at.start, parts[-1].at.end)
            and made != worth(whole)
        ):
            yield Staff(whole.at, tuple(one.at for one in parts), made)


def _listed(instrument: Instrument) -> Iterator[Staff]:
    """Yield "10.5 WTE: 4.0 nurses, 3.5 carers and 2.0 clerks"."""
    for said in said_figures(instrument):
        for whole in said.figures:
            if not counts_staff(whole):
                continue
            found = _LIST_OF_STAFF.match(said.sentence.passage.text, whole.at.end, said.sentence.end)
            if found is None or NOT_ALL.search(found["parts"]):
                continue
            made = sum(map(Decimal, _STAFF_NUMBER.findall(found["parts"])), Decimal(0))
            if made != worth(whole) and abs(made - worth(whole)) <= made * _NEAR:
                parts = said.sentence.part(found.start("parts"), found.end("parts"))
                yield Staff(whole.at, (parts,), made)


def _divided(instrument: Instrument) -> Iterator[Staff]:
    """Yield "34.5 WTE, of whom 21.0 are employed by the Council and 14.5 by the ICB": less than its parts, or
    other than those of all the parties."""
    for said in said_figures(instrument):
        for whole in said.figures:
            found = (
                _OF_WHOM.match(said.sentence.passage.text, whole.at.end, said.sentence.end)
                if counts_staff(whole)
                else None
            )
            if found is None or NOT_ALL.search(found["parts"]):
                continue
            parts = said.sentence.part(*found.span("parts"))
            made = sum(map(Decimal, _STAFF_NUMBER.findall(found["parts"])), Decimal(0))
            near = abs(made - worth(whole)) <= made * _NEAR
            if made > worth(whole) or (
                near and made != worth(whole) and told_of_all_parties(parts, instrument)
            ):
                yield Staff(whole.at, (parts,), made)
