"""Sums that are reckoned out with signs: "£900 plus a grant of £80 = £980", "45 miles x 40p = £18"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import half_a_step, said_sums
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_EQUALS = pattern(r"=[ ]?$")
_REMARK = pattern(r"\([^()]*\)")
_TERM = pattern(
    r"£[ ]?(?P<pounds>\d[\d,]*(?:\.\d\d)?)(?![ ]?(?:m|k|bn|million|thousand)\b)"
    r"|(?<![\w.,/])(?P<pence>\d{1,3}(?:\.\d)?)p\b|(?<![\w.,/£])(?P<number>\d[\d,]*(?:\.\d+)?)(?![\w/%.,]*\d|%|p\b)",
    re.IGNORECASE,
)
_PLUS = pattern(r"(?:\+|plus\b|add(?:ing)?\b|and\b)", re.IGNORECASE)
_MINUS = pattern(r"(?:[-–−]|minus\b|less\b)", re.IGNORECASE)
_TIMES = pattern(r"(?:[x×*@]|times\b|at\b)", re.IGNORECASE)
_ANY_SIGN = pattern(r"[+×*@=]|\b(?:plus|minus|less|x)\b|(?<=[ ])[-–−](?=[ ]?£)", re.IGNORECASE)
_MOST_BETWEEN = 40
_HUNDRED = 100


def equations(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums after a sign of equality that are not what stands before it makes."""
    for said in said_sums(instrument):
        if "=" not in said.sentence.text:
            continue
        for stated in said.money:
            if _EQUALS.search(stated.at.before) and (made := _made(_left(said.sentence, stated))) is not None:
                before = tuple(one for one in said.money if one.at.end <= stated.at.start)
                yield Reckoned(stated, made, half_a_step(stated), before)


def _left(sentence: Words, stated: Figure) -> str:
    """Return what stands before the sign of equality before a sum, from the one before that."""
    text = sentence.passage.text[sentence.start : stated.at.start]
    return _REMARK.sub(" ", text.rstrip(" =").rpartition("=")[2])


def _made(left: str) -> Decimal | None:
    """Return what the terms before the sign of equality make; None if they are not joined by signs."""
    terms = list(_TERM.finditer(left))
    money = [at for at, term in enumerate(terms) if not term["number"]]
    if len(terms) < 2 or not money:
        return None
    start = len(terms) - 1
    while start > 0 and _sign(left[terms[start - 1].end() : terms[start].start()]):
        start -= 1
    used = terms[start:]
    if len(used) < 2 or _ANY_SIGN.search(left, used[-1].end()):
        return None
    made = _worth(used[0])
    signs = [_sign(left[one.end() : other.start()]) for one, other in pairwise(used)]
    if "x" in signs:
        if len(used) > 2:
            return None
        return made * _worth(used[1])
    if any(term["number"] for term in used):
        return None
    for sign, term in zip(signs, used[1:], strict=True):
        made += _worth(term) if sign == "+" else -_worth(term)
    return made


def _sign(between: str) -> str:
    """Return the one sign that stands between two terms, "" if there is none or are several."""
    if len(between) > _MOST_BETWEEN:
        return ""
    words = between.strip(" ,")
    found = {
        sign
        for sign, way in (("+", _PLUS), ("-", _MINUS), ("x", _TIMES))
        for one in [way.search(f" {words} ")]
        if one
    }
    return found.pop() if len(found) == 1 else ""


def _worth(term: re.Match[str]) -> Decimal:
    if term["pence"]:
        return Decimal(term["pence"]) / _HUNDRED
    return Decimal((term["pounds"] or term["number"]).replace(",", ""))
