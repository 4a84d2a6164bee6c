"""Sums that fall into parts across sentences: "Of the Grant, £60 is for ... and £40 for ...", what each party
pays of the sum before, and totals of what the sentence before reckons out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import MINIMUM, SaidSums, said_figures, total, worth
from clausekit.checks.rules.figures._parts.breakdown import Breakdown
from clausekit.checks.rules.figures._sentences.bearers import have_bearers
from clausekit.checks.rules.figures._sentences.named_sums import named_sums
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.patterns import pattern

_OF_A_SUM = pattern(
    r"(?:Out of|Of|From)[ ](?:the|its|their|this|that|those|these)[ ]"
    r"(?:(?:[\w/’'-]+[ ]){1,8}(?:of|at)[ ]"
    r"|(?:[\w/’'-]+[ ]){0,8}[\w/’'-]+(?:,[ ]which[ ]is[ ]|,[ ]being[ ]|[ ]\())?"
    r"|(?:Out of|Of)[ ]"
)
_OF_A_NAME = pattern(r"(?:Out of|Of|From)[ ](?:the|its|their|this|that)[ ](?P<name>[\w’ -]{3,60}),[ ]$")
_NEXT = pattern(
    r"(?P<what>[^;]{0,120}?)(?:,[ ]and|,|[ ]and)[ ]"
    r"(?:the (?:(?:balance|rest|remainder) of|remaining|other)[ ])?"
)
_ALL_THE_REST = pattern(r"\bthe (?:(?:balance|rest|remainder) of|remaining)[ ]$")
_NOT_PARTS = pattern(
    r"\b(?:up to|at least|at most|more than|less|exceed\w*|further|additional|another|includ\w+|each|per"
    rf"|every|instead|maximum|{MINIMUM}|if|unless|of which|of whom"
    r"|and (?:of|from) (?:that|those|these|it))\b",
    re.IGNORECASE,
)
_OF_A_BODY = pattern(
    r"(?:[ ](?:WTE|FTE|posts?))?(?:[ ][a-z]+){0,4}[ ](?:by|from|to|for|in|at)[ ](?:the[ ])?([A-Z]\w+)"
)
_AT_A_PLACE = pattern(
    r"(?:[ ](?:are|is|will be|shall be))?[ ](?:at|in)[ ](?:the[ ])?(\w+(?:[ ](?:House|Court|Lodge|ward))?)"
)
_IN_ALL = pattern(
    r"^[ ]?(?:a year[ ])?(?:in all|in total|altogether|together)\b"
    r"|\btotal\w*(?: (?:is|of|amount\w*|to|shared|comes))*[ ]$"
)
_RESULT = pattern(r"=[ ]?$")
_PAY = pattern(r"\b(?:contributes?|pays?|bears?|meets?|provides?|finds?|funds?|puts? in)\b")
_BESIDE = pattern(
    r"\b(?:plus|besides|also|only|first|compared|instead|as against|rather|increas\w*|ris(?:es|ing|en)|from £"
    r"|limits?|cap|ceiling|threshold|authori\w+|last year|previous\w*|in 20\d\d)\b",
    re.IGNORECASE,
)
"""What is said of sums that are no parts of the one before them."""
_NEARLY, _ROUGHLY = Decimal("0.1"), Decimal("0.3")
_FEWEST = 2
_SHORTLY = 40


def divided(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums that fall into parts which make more, or another sum but for a slip of the pen."""
    named = {one.name: worth(one.figure) for one in named_sums(instrument) if one.beside}
    figures = {worth(one): one for one in instrument.figures if one.kind == "money"}
    for said in said_figures(instrument):
        if len(said.figures) >= _FEWEST and said.sentence.text.startswith(("Of ", "Out of ", "From ")):
            yield from _of_a_sum(said)
            yield from _of_a_name(said, named, figures)
        yield from _in_all(said)
        yield from _borne_by_all(said, len(instrument.parties.each))
        yield from _given_to_all(said, len(instrument.parties.each))


def _of_a_sum(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "Of the £100, £60 is for staff and £50 for rent", and the same of staff."""
    whole, *parts = said.figures
    before = said.sentence.passage.text[said.sentence.start : whole.at.start]
    if len(parts) >= _FEWEST and _OF_A_SUM.fullmatch(before) and _are_parts(said, parts):
        found = Breakdown(whole, tuple(parts), total(parts))
        of_money = {one.kind for one in said.figures} == {"money"}
        if of_money and _ALL_THE_REST.search(parts[-1].at.shortly_before(_SHORTLY)):
            yield found
        else:
            yield from _too_much(found, whole.kind)


def _of_a_name(
    said: SaidSums, named: dict[str, Decimal], figures: dict[Decimal, Figure]
) -> Iterator[Breakdown]:
    """Yield "Of the Grant, £60 is for staff and £50 for rent", where the Grant is said to be another sum."""
    parts = said.money
    if len(parts) < _FEWEST or parts != said.figures:
        return
    found = _OF_A_NAME.fullmatch(said.sentence.passage.text[said.sentence.start : parts[0].at.start])
    value = named.get(plain(found["name"])) if found else None
    if value is not None and _are_parts(said, parts):
        yield from _too_much(Breakdown(figures[value], parts, total(parts)), "money")


def _are_parts(said: SaidSums, parts: Sequence[Figure]) -> bool:
    """Tell whether figures are listed as the parts of one thing; numbers of people, each of another body."""
    text = said.sentence.passage.text
    listed = all(
        one.kind == parts[0].kind and _NEXT.fullmatch(text, one.at.end, other.at.start)
        for one, other in pairwise(parts)
    )
    if not listed or _NOT_PARTS.search(said.sentence.text) or parts[-1].kind != parts[0].kind:
        return False
    if parts[0].kind == "money":
        return True
    return any(
        all(found) and len({match[1] for match in found if match}) == len(parts)
        for way in (_OF_A_BODY, _AT_A_PLACE)
        if (found := [way.match(one.at.shortly_after(80)) for one in parts])
    )


def _too_much(found: Breakdown, kind: str) -> Iterator[Breakdown]:
    """Yield a sum whose parts make more, or nearly the same; part of it may be left unsaid."""
    same_kind = all(part.kind == kind for part in found.parts)
    slip = is_slip(found.made, worth(found.whole)) or found.part_by_a_slip is not None
    if same_kind and found.is_wrong and (found.made > worth(found.whole) or slip):
        yield found


def _borne_by_all(said: SaidSums, parties: int) -> Iterator[Breakdown]:
    """Yield "The Budget is £100. The Council contributes £60 and the ICB £50", if as many bodies as there are
    parties pay nearly all of it."""
    before, parts = said.before, said.money
    if before is None or len(before.money) != 1 or len(parts) != parties or parts != said.figures:
        return
    found = Breakdown(before.money[0], parts, total(parts))
    if (
        parties >= _FEWEST
        and _PAY.search(said.sentence.text)
        and have_bearers([one.at for one in parts])
        and not _NOT_PARTS.search(f"{before.sentence.text} {said.sentence.text}")
        and abs(worth(found.whole) - found.made) <= found.made * _NEARLY
    ):
        yield found


def _given_to_all(said: SaidSums, parties: int) -> Iterator[Breakdown]:
    """Yield "A saving of £100 gives the Council £60 and the ICB £50", if it has a part for each party."""
    whole, *parts = said.figures or (None,)
    if whole is None or len(parts) != parties or parties < _FEWEST or len(said.money) != len(said.figures):
        return
    found = Breakdown(whole, tuple(parts), total(parts))
    if (
        have_bearers([one.at for one in parts])
        and not (_NOT_PARTS.search(said.sentence.text) or _BESIDE.search(said.sentence.text))
        and abs(worth(whole) - found.made) <= worth(whole) * _ROUGHLY
    ):
        yield found


def _in_all(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "... give 20 x £5 = £100, and ... 10 x £4 = £40. The sum shared is £140 in all"."""
    before = said.before
    if before is None or len(said.money) != 1 or len(before.money) < _FEWEST:
        return
    (stated,) = said.money
    if not _IN_ALL.search(stated.at.shortly_after(20)) and not _IN_ALL.search(stated.at.shortly_before(40)):
        return
    results = tuple(one for one in before.money if _RESULT.search(one.at.shortly_before(4)))
    if len(results) >= _FEWEST:
        found = Breakdown(stated, results, total(results))
        if found.is_wrong and found.is_near:
            yield found
    elif not _NOT_PARTS.search(before.sentence.text) and is_slip(worth(stated), total(before.money)):
        yield Breakdown(stated, before.money, total(before.money))
