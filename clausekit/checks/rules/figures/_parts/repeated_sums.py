"""Sums that are paid several times over: in equal instalments, or the same in each of several years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.uses import Use
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.implied import implied
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_IN_INSTALMENTS = pattern(
    rf"\b(?:in|by)[ ](?P<count>{NUMBER_WORDS}|\d{{1,2}})[ ](?:\(\d{{1,3}}\)[ ])?(?:[a-z-]+[ ]){{0,3}}"
    r"(?:instalments|installments|payments|tranches|halves|stages|parts|sums|amounts)[ ](?:each[ ])?of[ ]$",
    re.IGNORECASE,
)
_AND_OTHERS = pattern(r"(?:[ ](?:on|in|by)[ ][^£,;]{3,30})?,?[ ](?:and[ ]|then[ ]|followed by[ ])?£")
"""Instalments that are told one by one are not alike."""
_LONGEST_COUNT = 90
_IN_EACH_YEAR = pattern(
    r"[ ](?:in|for)[ ]each[ ]of[ ](?P<years>20[\d/–, -]{2,40}(?:,?[ ]and[ ]20[\d/–-]{2,7}))"
    r"(?:[ ]|,[ ]|[ ]?\()(?:being|making|totalling|that is|(?:in|a)[ ]total(?:[ ]of)?)[ ]"
    r"(?:a[ ]total[ ]of[ ])?"
)
_OFTEN = pattern(
    r"\b(?P<often>monthly|quarterly)[ ](?:payments|instalments|sums)[ ](?:each[ ])?of[ ]$", re.IGNORECASE
)
_THAT_IS = pattern(
    r"(?:,[ ](?:the first|beginning|starting|payable|due|from)\b[^£;.]{0,50}?)?"
    r"(?:,?[ ](?:that is,?|being|i\.e\.,?|totalling|making|or)|[ ]\((?:that is,?|i\.e\.,?)?)[ ]?"
)
_IN_ALL = pattern(r"[ ](?:in all|in total|altogether|(?:a|per|each|in the)[ ]year|per[ ]annum)\b")
_A_YEAR = pattern(r"[ ](?:(?:a|per|each|in a|every)[ ](?:full[ ])?year|per[ ]annum|annually)\b")
_TIMES = {"monthly": 12, "quarterly": 4}
_YEAR = pattern(r"20\d\d")
_OTHER_SUM = pattern(
    r"£|\b(?:up to|at least|balance|remain\w*|rest|pays? (?:its|their|the))\b|[;:]|\.[ ][A-Z]"
)
_LONGEST_BETWEEN = 100


@dataclass(frozen=True, slots=True)
class RepeatedSum:
    """A ``total`` that is paid ``count`` times ``each``; ``in_order`` is the order in which they stand."""

    total: Figure
    count: int
    each: Figure
    in_order: tuple[Figure, Figure]


def repeated_sums(instrument: Instrument) -> Iterator[RepeatedSum]:
    """Yield the sums that are stated with what is paid each time."""
    money: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        if one.kind == "money" and one.value is not None:
            money.setdefault(one.at.passage, []).append(one)
    for passage, figures in money.items():
        if instrument.place_of[passage].role not in ("text", "note"):
            continue
        for before, each, after in zip((None, *figures), figures, (*figures[1:], None), strict=False):
            found = _IN_INSTALMENTS.search(each.at.shortly_before(_LONGEST_COUNT))
            if found and after is not None and (count := _of_all(found, each, after)):
                yield RepeatedSum(after, count, each, (each, after))
            elif found and not _AND_OTHERS.match(passage.text, each.at.end):
                start = each.at.start - len(found[0])
                total = _stated(before, start) or _defined(instrument, money, Words(passage, start, start))
                count = _count(found)
                if total and count and not _is_stated_as(worth(each) * count, instrument):
                    yield RepeatedSum(total, count, each, (total, each))
            elif before and (years := _IN_EACH_YEAR.fullmatch(passage.text, before.at.end, each.at.start)):
                yield RepeatedSum(each, len(_YEAR.findall(years["years"])), before, (before, each))
            elif before and (count := _times_a_year(before, each)):
                yield RepeatedSum(each, count, before, (before, each))


def _of_all(found: re.Match[str], each: Figure, total: Figure) -> int:
    """Return how many instalments there are, if the sum after theirs is said to be what they make, else 0."""
    text = each.at.passage.text
    stated = _THAT_IS.fullmatch(text, each.at.end, total.at.start) and _IN_ALL.match(text, total.at.end)
    return _count(found) if stated else 0


def _count(found: re.Match[str]) -> int:
    return int(found["count"]) if found["count"].isdecimal() else number_of(found["count"]) or 0


def _times_a_year(each: Figure, total: Figure) -> int:
    """Return how often a sum is paid in a year if the next is said to be what that makes, else 0."""
    text = each.at.passage.text
    often = _OFTEN.search(each.at.shortly_before(_LONGEST_COUNT))
    stated = _THAT_IS.fullmatch(text, each.at.end, total.at.start) and _A_YEAR.match(text, total.at.end)
    return _TIMES[often["often"].lower()] if often and stated else 0


def _stated(before: Figure | None, end: int) -> Figure | None:
    """Return the sum that stands in the same sentence not far before the number of instalments."""
    if before is None or end - before.at.end > _LONGEST_BETWEEN:
        return None
    between = Words(before.at.passage, before.at.end, end).text
    return None if _OTHER_SUM.search(between) else before


def _is_stated_as(made: Decimal, instrument: Instrument) -> bool:
    """Tell whether what instalments make stands anywhere, so that it is that which they pay."""
    return made in instrument.once(_values)


def _values(instrument: Instrument) -> frozenset[Decimal]:
    stated = frozenset(worth(one) for one in instrument.figures if one.kind != "percentage")
    return stated | implied(instrument)


def _defined(instrument: Instrument, money: Mapping[Passage, Sequence[Figure]], end: Words) -> Figure | None:
    """Return the one sum in the definition of the term that stands directly before, as "the Grant" does."""
    for use in instrument.once(_uses_by_passage).get(end.passage, ()):
        if use.at.end <= end.start and not end.passage.text[use.at.end : end.start].strip():
            meaning = use.definition.meaning
            inside = [one for one in money.get(meaning.passage, ()) if one.at.overlaps(meaning)]
            return inside[0] if len(inside) == 1 else None
    return None


def _uses_by_passage(instrument: Instrument) -> dict[Passage, list[Use]]:
    found: dict[Passage, list[Use]] = {}
    for use in instrument.uses:
        found.setdefault(use.at.passage, []).append(use)
    return found
