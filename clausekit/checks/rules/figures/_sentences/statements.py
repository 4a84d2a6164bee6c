"""Sentences that say how much something is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import said_figures
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_OTHER_SUM = pattern(
    r"\b(?:up to|at least|exceed\w*|more than|less than|over|above £|below £|threshold|additional|further"
    r"|extra|per|each|every"
    r"|months?|monthly|quarter\w*|instalments?|increas\w+|reduc\w+|limit\w*|first|second|remaining"
    r"|remainder|balance|previous\w*"
    r"|last|was|were|had|maximum|minimum|if|unless|of which|includ\w+|about|approximately|around|deduct\w*"
    r"|underspend|overspend|variation|invoices?|uplift)\b",
    re.IGNORECASE,
)
_WHEN_PAID = pattern(
    r",? (?:(?:which|and) (?:is|shall be|will be) )?(?:payable|paid) (?:monthly|quarterly|annually|yearly)"
    r"(?: in (?:advance|arrears?))?",
    re.IGNORECASE,
)
_SAYS = pattern(
    r"\b(?:is|are|be|shall|will|contributes?|pays?|bears?|totals?|amounts?|makes?|provides?|receives?"
    r"|costs?|equals?)\b",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """A sentence that gives one figure of its kind; ``text`` is the sentence in bare words."""

    sentence: Words
    figure: Figure
    text: str


def statements(instrument: Instrument) -> Iterator[Statement]:
    """Yield the sentences that give one sum of money or one percentage, as it is and not as a limit or a
    change."""
    for said in said_figures(instrument):
        inside = [one for one in said.figures if one.kind != "number"]
        if len(inside) == 1 and _SAYS.search(said.sentence.text) and not _is_other(said.sentence.text):
            yield Statement(said.sentence, inside[0], plain(said.sentence.text))


def _is_other(text: str) -> bool:
    """Tell whether a sentence gives a limit, a change or a part; when it is paid does not matter."""
    return _OTHER_SUM.search(_WHEN_PAID.sub("", text)) is not None


def plain(text: str) -> str:
    """Return the bare words of a text in small letters, without possessive endings."""
    return " ".join(re.findall(r"[\w/£%]+", text.lower().replace("’s", "").replace("'s", "")))
