"""Things of which a sentence tells in turn how many are of each kind, "Four of the Schemes are new and one
ends", while another says how many there are of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT
from clausekit.checks.rules.figures._parts.counts_divided import made_of_list
from clausekit.checks.rules.figures._sentences.told_numbers import Told, told_numbers
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SOME_OF = pattern(
    rf"(?P<count>{COUNT})[ ]of[ ](?:the|our|its|these|those)[ ]"
    r"(?P<things>(?:[A-Za-z][\w’-]*[ ]){0,3}?[A-Za-z]+s)"
    r"[ ](?:are|is|were|was|have|has|had|will|serve|come|came|belong|concern|cover|deal|go|relate|run|meet"
    r"|take|need|use|end|begin|start|apply|sit|stand|fall|cost|work|report|show|pass|passed)\b",
    re.IGNORECASE,
)
"""How a sentence begins that tells of some of the things, and goes on with the others."""
_THE_OTHERS = pattern(r"\bthe (?:other|remaining) ", re.IGNORECASE)
_NOT_EACH_ONCE = pattern(r"\b(?:also|both|as well|at least|too)\b", re.IGNORECASE)
_THERE_ARE = pattern(
    r"(?:\b(?:there (?:are|will be)|has|have|comprises?|consists? of|is spent on|covers?|runs|all|the)[ ]"
    r"|^)$",
    re.IGNORECASE,
)
"""What stands before the number of all the things."""
_A_KIND = pattern(rf"(?<![\w-]){COUNT}[ ](?!of\b)[a-z]|(?<![\w-]){COUNT}[ ]of[ ]", re.IGNORECASE)
_MOST_LEFT_OUT = 1
_FEWEST_KINDS = 3
"""So many kinds, told in turn, are likely to be all."""
_SHORTLY = 24


class SomeOf(NamedTuple):
    """The number ``stated`` first in a sentence, what its numbers ``made``, and how many things there are."""

    stated: Words
    made: Decimal
    whole: Words


def some_of_things(instrument: Instrument) -> Iterator[SomeOf]:
    """Yield the numbers of things, told in turn, that do not make how many there are."""
    for sentence in instrument.sentences:
        found = _SOME_OF.match(sentence.passage.text, sentence.start, sentence.end)
        if found is None or _NOT_EACH_ONCE.search(sentence.text):
            continue
        least, most = made_of_list(_THE_OTHERS.sub("", sentence.text.rstrip(".;, ")))
        whole = _whole(plain(found["things"]), sentence, instrument) if most else None
        if whole is None or least <= whole.count <= most:
            continue
        if least > whole.count or _tells_all(sentence.text, whole.count - most):
            yield SomeOf(sentence.part(found.start("count"), found.end("count")), most, whole.stated)


def _tells_all(text: str, left_out: Decimal) -> bool:
    """Tell whether a sentence is likely to tell of all the things, though it has fewer."""
    kinds = len(_A_KIND.findall(text))
    return _THE_OTHERS.search(text) is not None or (kinds >= _FEWEST_KINDS and left_out <= _MOST_LEFT_OUT)


def _whole(things: str, sentence: Words, instrument: Instrument) -> Told | None:
    """Return where it is told how many things there are of a name; nothing if that is told in two ways."""
    every = [
        one
        for one in told_numbers(instrument, [things.split()[-1]])
        if not one.stated.overlaps(sentence)
        and f"{plain(one.phrase)} ".startswith(f"{things} ")
        and _THERE_ARE.search(one.stated.shortly_before(_SHORTLY))
    ]
    return every[0] if len({one.count for one in every}) == 1 else None
