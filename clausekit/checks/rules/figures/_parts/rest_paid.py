"""What is paid at once and the rest in instalments: "One half, £6, is paid now and the rest in two of £3"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, SaidSums, count_of, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._sentences.portions import portions_in
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._sentences.slips import is_exchange, is_slip
from clausekit.patterns import pattern

_THE_REST_IN = pattern(
    r"\b(?:rest|balance|remainder|remaining (?:sum|amount|half|part)|other half)\b[^.;£]{0,80}?"
    rf"\b(?:in|by|over) (?:the )?(?P<count>{COUNT}) (?:\(\d{{1,3}}\) )?(?:[a-z-]+ ){{0,3}}"
    r"(?:instalments|installments|payments|parts|sums|tranches)(?: each)?(?: of|,? each of|,) $",
    re.IGNORECASE,
)
_THE_REST_IS = pattern(
    r"\b(?:rest|balance|remainder|other half),? (?:\(?(?:of|being|that is,?|is|namely) |\()$", re.IGNORECASE
)
_ITS_SUM = pattern(r"(?: of (?:it|this|that|the [\w ]{1,40}?))?,? ?\(?(?:being |that is,? |or |namely )?")
_ITS_PORTION = pattern(r",? \(?(?:being |that is,? |or |namely )?")
_APART = pattern(
    r"\b(?:plus|each|further|additional|separate|besides|instead|up to|about|approximately)\b", re.IGNORECASE
)
_FAR = 200
_NEAR = Decimal("0.25")


def rest_paid(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the instalments of a rest, or what is paid before them, with what they should be."""
    stands: Counter[Decimal] | None = None
    for said in said_sums(instrument):
        for first, each in zip(said.money, said.money[1:], strict=False):
            count = _number_of_rests(each)
            if not count or _APART.search(said.sentence.text):
                continue
            stands = stands or Counter(worth(one) for one in instrument.figures if one.value is not None)
            portion = _portion_of(first, said)
            if portion and _follows_another_part(first, portion, said):
                continue
            if portion:
                yield _of_a_portion(first, each, count, portion, stands)
            elif whole := _whole_of(first, said):
                yield from _of_a_whole(whole, first, each, count, stands)


def _number_of_rests(each: Figure) -> Decimal | None:
    """Return in how many sums, of which each is one, a rest is paid; None if it is none."""
    before = each.at.shortly_before(_FAR)
    if found := _THE_REST_IN.search(before):
        return count_of(found["count"])
    return Decimal(1) if _THE_REST_IS.search(before) else None


def _portion_of(first: Figure, said: SaidSums) -> Fraction | None:
    """Return what part of the whole a sum is said to be, directly before or after it."""
    text = first.at.passage.text
    for one in portions_in(said.sentence.passage, said.sentence.start, said.sentence.end):
        before = one.at.end <= first.at.start and _ITS_SUM.fullmatch(text, one.at.end, first.at.start)
        after = one.at.start >= first.at.end and _ITS_PORTION.fullmatch(text, first.at.end, one.at.start)
        if (before or after) and 0 < one.value < 1:
            return one.value
    return None


def _follows_another_part(first: Figure, portion: Fraction, said: SaidSums) -> bool:
    """Tell whether another part was told before one, so that the rest is what both leave: a sum of which the
    one is no such portion."""
    before = [one for one in said.money if one.at.end <= first.at.start]
    whole = worth(first) * portion.denominator / portion.numerator
    return any(abs(worth(one) - whole) > whole * _NEAR for one in before)


def _whole_of(first: Figure, said: SaidSums) -> Figure | None:
    """Return the sum of which another is the first part: the one before it in its sentence, or the only one
    of the sentence before."""
    earlier = [one for one in said.money if one.at.end <= first.at.start]
    if not earlier and said.before and len(said.before.money) == 1:
        earlier = list(said.before.money)
    return earlier[0] if len(earlier) == 1 and worth(earlier[0]) > worth(first) else None


def _of_a_portion(
    first: Figure, each: Figure, count: Decimal, portion: Fraction, stands: Counter[Decimal]
) -> Reckoned:
    """Return the instalments of the rest, of which the first part is so large a portion."""
    rest = (1 - portion) / portion
    made_each = worth(first) * rest.numerator / rest.denominator / count
    made_first = worth(each) * count * rest.denominator / rest.numerator
    return _to_blame(first, made_first, each, made_each, count, stands)


def _of_a_whole(
    whole: Figure, first: Figure, each: Figure, count: Decimal, stands: Counter[Decimal]
) -> Iterator[Reckoned]:
    """Yield the instalments of what a whole leaves, if they come near it."""
    made = worth(first) + worth(each) * count
    if abs(made - worth(whole)) <= made * _NEAR or is_slip(made, worth(whole)):
        left = worth(whole) - worth(first)
        made_first = worth(whole) - worth(each) * count
        yield _to_blame(first, made_first, each, left / count, count, stands)


def _to_blame(
    first: Figure,
    made_first: Decimal,
    each: Figure,
    made_each: Decimal,
    count: Decimal,
    stands: Counter[Decimal],
) -> Reckoned:
    """Return the one of two sums that is rather wrong: the first if it stands nowhere else while what it
    should be does, or a slip of the pen makes it that."""
    slack = max(Decimal(1), half_a_step(each) * count, half_a_step(first))
    known = stands[worth(first)] == 1 and stands[made_first] and not stands[made_each]
    if known or (is_exchange(worth(first), made_first) and not is_exchange(worth(each), made_each)):
        return Reckoned(first, made_first, slack * count, (each,))
    return Reckoned(each, made_each, slack, (first,))
