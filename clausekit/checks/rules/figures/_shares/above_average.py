"""What is said to be above, or below, an average with which it is then compared: "above the average ... 12%
compared to an average of 15%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures, worth
from clausekit.patterns import pattern

_AVERAGE = r"(?:[a-z]+[ ]){0,2}(?:average|mean|figure for England|rate for England)"
_IS = (
    r"(?<![a-z])(?:,|is|are|remains?|stays?|was|were|still|now|well|far)[ ]"
    r"(?:(?:still|now|well|far|significantly|slightly)[ ])?"
)
_ABOVE = pattern(
    rf"(?P<above>{_IS}(?:above|higher than|greater than|more than))[ ](?:the|an?)[ ]{_AVERAGE}\b"
    rf"|(?P<below>{_IS}(?:below|lower than|less than))[ ](?:the|an?)[ ]{_AVERAGE}\b",
    re.IGNORECASE,
)
_COMPARED = pattern(
    r",?[ ]\(?(?:compared (?:to|with)|as against|against|and|where|while|but)[ ](?:the|an?|its)[ ]"
    rf"{_AVERAGE}(?:[ ](?:for|in|of|across)[ ](?:the[ ])?[A-Z]\w+)?[ ](?:of|is|at|was|being)[ ]"
    r"|,?[ ]\(?(?:above|below|higher than|lower than)[ ](?:the|an?)[ ]"
    + _AVERAGE
    + r"[ ](?:of|is|at|was|being)[ ]",
    re.IGNORECASE,
)
_NOT_SO = pattern(r"\b(?:not|no longer|except|unless|if|target|aim|until)\b", re.IGNORECASE)
_BACK = 2


def unlike_the_average(instrument: Instrument) -> Iterator[Hit]:
    """Yield the averages that what is said to be above them does not reach, or to be below them exceeds."""
    for said in said_figures(instrument):
        for one, other in zip(said.figures, said.figures[1:], strict=False):
            text = one.at.passage.text
            between = text[one.at.end : other.at.start]
            if one.kind != other.kind or not _COMPARED.fullmatch(between):
                continue
            before = text[said.sentence.start : one.at.start].rpartition(";")[2]
            sign = _sign(f"{before} {between}") or _led(said, instrument)
            if sign and (worth(one) - worth(other)) * sign < 0:
                yield _hit(one, other, sign)


def _sign(text: str) -> int:
    """Return 1 if a text says that something is above an average, -1 if below it, 0 if neither or both."""
    if _NOT_SO.search(text):
        return 0
    found = {bool(one["above"]) for one in _ABOVE.finditer(text)}
    return 0 if len(found) != 1 else 1 if found.pop() else -1


def _led(said: SaidSums, instrument: Instrument) -> int:
    """Return the same for what leads to an item of a list: a paragraph shortly before that ends with a
    mark."""
    order = instrument.place_of[said.sentence.passage].order
    for place in reversed(instrument.places[max(0, order - _BACK) : order]):
        if place.passage.words.rstrip().endswith((":", ";")):
            sign = _sign(place.passage.words)
            if sign:
                return sign
    return 0


def _hit(one: Figure, other: Figure, sign: int) -> Hit:
    return hit(
        other.at,
        f"“{one.at.text}” is said to be {'above' if sign > 0 else 'below'} the average, which is given as"
        f" “{other.at.text}”.",
        "Correct the figure that is wrong, or what is said of it.",
        confidence="likely",
        related=(one.at,),
    )
