"""Sums that are broken down: in brackets or after a colon, into a part and the rest, by what is taken off or
added, in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import (
    SaidSums,
    said_sums,
    total,
    worth,
)
from clausekit.checks.rules.figures._parts.breakdown import NO_PARTS, Breakdown, if_near
from clausekit.checks.rules.figures._parts.breakdowns_in_lists import breakdowns_in_lists
from clausekit.checks.rules.figures._parts.breakdowns_in_tables import breakdowns_in_tables
from clausekit.checks.rules.figures._sentences.bearers import have_bearers
from clausekit.checks.rules.figures._sentences.by_time import time_unit
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.patterns import pattern

_BRACKET = pattern(r"[^£;:()]{0,80}\([^()]{0,400}\)")
_COLON = pattern(r"[^£;:()]{0,80}(?::|[ ][–—])[ ]")
_BORNE = pattern(
    r"[^£;]{0,100}\b(?:met|borne|payable|paid|provided|funded|shared|split|contributed|divided|found"
    r"|financed)\b",
    re.IGNORECASE,
)
_OF_WHICH = pattern(r",?[ ](?:of (?:which|this|that)|: ?)", re.IGNORECASE)
_PAYS_FOR = pattern(
    r"[^£;]{0,80}\b(?:is|are|goes|go|pays?|covers?|buys?|funds?|provides?|meets?|comprises?|consists?|split"
    r"|divided|spent|used|allocated|applied|made up|shared|broken down|supports?|finances?|being|for|to"
    r"|into)\b"
    r"[^£;()]{0,120}\("
)
_AND_IN_BRACKETS = pattern(r"\),?(?:[ ]and|[ ]plus|;)?[ ][^£;()]{1,120}\(")
_SPENT = pattern(
    r"[^£;]{0,80}\b(?:is|are|be)[ ](?:to be[ ])?(?:spent|divided|split|allocated|applied|used|shared"
    r"|apportioned|distributed|broken down|made up|committed|earmarked)\b[^£;:]{0,90}"
)
_OUT_OF = pattern(
    r"\b(?:(?:[Oo]ut )?[Oo]f|[Ff]rom|[Ww]ithin) (?:the|this|that|its|their) (?:sum of |total of )?$"
)
_GOES_FIRST = pattern(r"[^£;:]{0,90}(?:,|\bthat)[ ](?:[^£;:,]{0,60}[ ])?")
_GOES = pattern(
    r"[ ](?:(?:is|are|will be|shall be|has been|have been|goes|go|will go|shall go|pays|buys|funds)[ ]"
    r"|to[ ]|for[ ])"
)
_NEXT_ONE = pattern(r"[^£;:.()]{0,90}?(?:,|[ ]and)[ ][^£;:.()]{0,90}")
_CLOSES = pattern(r"\)(?=[.;]|$|,? (?:as|which|and no|for the|in the|all|from) )")
_OF_WHICH_PARTS = pattern(
    r"(?:[ ](?:a year|per annum|(?:in|for|of)[ ](?:each|every|any|the|that)[ ](?:[A-Z]?[a-z]+[ ]){0,2}[Yy]ear"
    r"|(?:in|for)[ ](?:the[ ](?:financial[ ])?year[ ])?20\d\d[/–-]\d\d(?:\d\d)?))?,?[ ]?\(?"
    r"(?:of which|to which|towards which|to meet which|to fund which|to cover which|to provide which)[ ]"
    r"(?P<first>[^£.;:]{0,90})"
)
_MORE_OF_IT = pattern(r"\b(?:rest|balance|remainder|remaining|others?|reserves?)\b", re.IGNORECASE)
_FINDS = (
    r"(?:contribut\w+|pays?|puts? in|gives?|provides?|finds?|bears?|meets?|funds?|adds?|owes?"
    r"|(?:shall|will|must|is to|are to)[ ]\w+)"
)
_PAYER = pattern(rf"(?:the[ ])?[A-Z][\w’ &-]{{1,60}}?[ ]{_FINDS}[ ](?:as to |the sum of )?")
_PAYER_AFTER = pattern(
    r"[ ](?:(?:is|are|was|were|shall be|will be|to be|being)[ ])?"
    r"(?:attributable|payable|paid|met|borne|funded|financed|contributed|found|chargeable|charged|recharged"
    r"|recoverable|recovered|due|apportioned|allocated|invoiced|comes?|came|falls?|from|by)"
    r"[ ]?(?:to|by|from|on)?[ ](?:the[ ])?[A-Z]"
)
_NEXT_PAYER = pattern(r"[^£.;:()]{0,90}?(?:,[ ]and|,|[ ]and)[ ](?:the[ ])?[A-Z]?[^£.;:()]{0,60}")
_ENDS_WITH_BODY = pattern(r"(?:[ ](?:to|by|from|on)[ ](?:the[ ])?[A-Z][\w’ &-]{1,60})?[.;,)]")
_FALLS_INTO = pattern(
    r"(?:[ ](?:over|for|in|across|during|throughout)[ ][^£.;,(]{1,50}?)?(?:,|:|;|[ ]–)?[ ]?\(?"
    r"(?:of which|being|namely|that is,?|made up of|comprising|consisting of)?[ ]?"
)
_OF_ONE_YEAR = pattern(
    r"[ ](?:(?:is|shall be|will be)[ ])?(?:(?:falls?|due|payable|paid)[ ])?(?:in|for)[ ]"
    r"(?:the[ ])?((?:[Ff]inancial[ ])?(?:[Yy]ear[ ])?20\d\d[/–-]\d\d(?:\d\d)?"
    r"|(?:first|second|third|fourth|fifth|last|final|next)\b|[Yy]ear[ ]\w+)"
)
_MET = pattern(r"[^£.;:()]{0,90}\b(?:met|borne|paid|funded|shared|split|provided|financed)\b[^£.;:()]{0,80}")
_LEAVES = pattern(
    r"[^£.;]{0,90}\b(?:committed|spent|allocated|reserved|set aside|paid|used|retained|held back|earmarked"
    r"|deducted|taken|promised)\b[^£.;]{0,60}\bleav(?:es|ing)[ ](?:a balance of |a sum of |the sum of )?"
)
_WHOLE_PART_REST = ("whole", "part", "rest")
_THE_REST = pattern(
    r"\b(?:balance|remainder|rest|remaining)(?:[ ](?:of|sum|amount|being|is|to|from|the|by|comes|come"
    r"|paid|in|ICB|Council|Trust|[A-Z]\w+)){0,6}?,?[ ]?\(?(?:being |that is |of )?$",
)
_SIGNS = (
    (
        pattern(
            r"^[^£]{0,30}\b(?:less|minus|after deducting|after deduction of|reduced by|net of)\b[^£]{0,60}$"
        ),
        -1,
    ),
    (pattern(r"^[^£]{0,30}\b(?:plus|together with|added to)\b[^£]{0,60}$"), 1),
)
_THAN = pattern(r"[ ](?:less|more|higher|lower)[ ]than\b")
_COMES_TO = pattern(
    r"[^£.;]{0,60}?(?:\b(?:leav(?:es|ing)|gives|giving|makes|making|comes to|amounts to|amounting to|is"
    r"|that is|i\.e\."
    r"|being|totals|totalling|equals|a total of)(?:[ ](?:a (?:total|balance|net sum|sum) of|in all|in"
    r" total))?|[=(:])[ ]?",
    re.IGNORECASE,
)
_HARDLY_LESS = Decimal("0.9")
"""Parts of which each has its payer and that come so near to the whole are all of it."""
_FEWEST = 2
_JUST_BEFORE = 20


def breakdowns(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums that are broken down, right or wrong."""
    for said in said_sums(instrument):
        if len(said.money) > _FEWEST:
            yield from _in_brackets(said)
            yield from _with_the_rest(said)
            yield from _signed(said)
            yield from _borne(said)
            yield from _each_in_brackets(said)
            yield from _spent_on(said)
            yield from _out_of(said)
            yield from _found_by(said)
            yield from _as_to(said)
            yield from _by_years(said)
            yield from _left_over(said)
    yield from breakdowns_in_lists(instrument)
    yield from breakdowns_in_tables(instrument)


def _in_brackets(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100 (£60 from the Council and £40 from the ICB)" and "£100: £60 for staff and £40 for rent"."""
    text = said.sentence.passage.text
    for at, sum_ in enumerate(said.money):
        bracket = _BRACKET.match(text, sum_.at.end, said.sentence.end)
        colon = None if bracket else _COLON.match(text, sum_.at.end, said.sentence.end)
        if not bracket and not colon:
            continue
        end = bracket.end() if bracket else said.sentence.end
        inside = text[sum_.at.end : end]
        parts = tuple(one for one in said.money[at + 1 :] if one.at.end <= end)
        if (
            len(parts) >= _FEWEST
            and not NO_PARTS.search(inside)
            and not NO_PARTS.search(sum_.at.shortly_before(20))
            and (bracket or _is_list(parts))
        ):
            yield from if_near(Breakdown(sum_, parts, total(parts)))


def _is_list(parts: Sequence[Figure]) -> bool:
    """Tell whether nothing but what each is for stands between sums."""
    text = parts[0].at.passage.text
    return all(
        re.search(r"[;,]| and ", text[one.at.end : other.at.start]) is not None
        for one, other in pairwise(parts)
    )


def _with_the_rest(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100, of which £60 comes from the Council and the balance of £40 from the ICB"."""
    first, second, *others = said.money
    between = said.sentence.passage.text[first.at.end : second.at.start]
    last = others[-1]
    rest = _THE_REST.search(last.at.shortly_before(60))
    units = {time_unit(one)[1] for one in said.money}
    if rest and _OF_WHICH.match(between) and len(units) == 1:
        text = said.sentence.text.replace(rest[0], "")
        if not re.search(r"\b(?:up to|at least|exceed\w*|more than|further|additional|less)\b", text):
            yield Breakdown(first, said.money[1:], total(said.money[1:]))


def _are_joined(parts: Sequence[Figure], join: re.Pattern[str]) -> bool:
    """Tell whether nothing but such a join stands between each two parts that follow each other."""
    return all(
        join.fullmatch(one.at.passage.text, one.at.end, other.at.start) for one, other in pairwise(parts)
    )


def _borne(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100 is met by the Council (£60) and the ICB (£40)", each part beside the name of its bearer."""
    whole, *parts = said.money
    text = said.sentence.passage.text
    if (
        _BORNE.match(text, whole.at.end, parts[0].at.start)
        and not NO_PARTS.search(text[said.sentence.start : parts[-1].at.end])
        and have_bearers([one.at for one in parts])
        and not any(time_unit(one)[1] for one in parts)
    ):
        yield from if_near(Breakdown(whole, tuple(parts), total(parts)))


def _each_in_brackets(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "the £100 is for classes (£60) and checks (£40)", each part in brackets after what it is for."""
    whole, *parts = said.money
    text = said.sentence.passage.text
    if (
        _PAYS_FOR.fullmatch(text, whole.at.end, parts[0].at.start)
        and _are_joined(parts, _AND_IN_BRACKETS)
        and _CLOSES.match(text, parts[-1].at.end)
        and not NO_PARTS.search(text[said.sentence.start : parts[-1].at.end])
    ):
        yield from if_near(Breakdown(whole, tuple(parts), total(parts)))


def _spent_on(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "the £100 is spent on classes at £60 and checks at £40" and "is split as to £60 for ..."."""
    whole, *parts = said.money
    text = said.sentence.passage.text
    if (
        _SPENT.fullmatch(text, whole.at.end, parts[0].at.start)
        and _are_joined(parts, _NEXT_ONE)
        and not NO_PARTS.search(text[said.sentence.start : said.sentence.end])
        and not any(time_unit(one)[1] for one in said.money)
    ):
        yield from if_near(Breakdown(whole, tuple(parts), total(parts)))


def _out_of(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "out of the £100, £70 goes on staff and £40 on rent": parts that are more than the whole, or make
    it but for a slip, since less may be left over."""
    whole, *parts = said.money
    text = said.sentence.passage.text
    found = Breakdown(whole, tuple(parts), total(parts))
    if (
        _OUT_OF.search(whole.at.shortly_before(_JUST_BEFORE))
        and _GOES_FIRST.fullmatch(text, whole.at.end, parts[0].at.start)
        and _GOES.match(text, parts[0].at.end)
        and _are_joined(parts, _NEXT_ONE)
        and not NO_PARTS.search(text[said.sentence.start : said.sentence.end])
        and not any(time_unit(one)[1] for one in said.money)
        and (found.made > worth(whole) or is_slip(worth(whole), found.made))
    ):
        yield from if_near(found)


def _found_by(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100, of which £60 is paid by the Council and £40 by the ICB" and "£100, to which the Council
    contributes £60 and the ICB £40": all who pay for the whole are named."""
    text = said.sentence.passage.text
    for at, whole in enumerate(said.money):
        parts = said.money[at + 1 :]
        led = _OF_WHICH_PARTS.fullmatch(text, whole.at.end, parts[0].at.start) if len(parts) > 1 else None
        if (
            led
            and (_PAYER.fullmatch(led["first"]) or _PAYER_AFTER.match(text, parts[0].at.end))
            and _are_joined(parts, _NEXT_PAYER)
            and _ENDS_WITH_BODY.match(text, parts[-1].at.end)
            and not NO_PARTS.search(text[parts[0].at.start : said.sentence.end])
            and not NO_PARTS.search(whole.at.shortly_before(_JUST_BEFORE))
            and not _MORE_OF_IT.search(text, parts[-1].at.end, said.sentence.end)
            and total(parts) >= worth(whole) * _HARDLY_LESS
        ):
            yield from if_near(Breakdown(whole, parts, total(parts)))


def _as_to(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100 is met by the Council as to £60 and the ICB as to £40"."""
    whole, *parts = said.money
    text = said.sentence.passage.text
    if (
        len(parts) > 1
        and _MET.fullmatch(text, whole.at.end, parts[0].at.start)
        and all(one.at.shortly_before(_JUST_BEFORE).endswith(" as to ") for one in parts)
        and not _MORE_OF_IT.search(text, parts[-1].at.end, said.sentence.end)
    ):
        yield from if_near(Breakdown(whole, tuple(parts), total(parts)))


def _by_years(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100 over the two years, £60 in 2026/27 and £40 in 2027/28", each part with its year."""
    text = said.sentence.passage.text
    for at, whole in enumerate(said.money):
        parts = said.money[at + 1 :]
        if (
            len(parts) >= _FEWEST
            and _FALLS_INTO.fullmatch(text, whole.at.end, parts[0].at.start)
            and not _OF_ONE_YEAR.match(text, whole.at.end)
            and len({found[1] for one in parts if (found := _OF_ONE_YEAR.match(text, one.at.end))})
            == len(parts)
            and _are_joined(parts, _NEXT_ONE)
            and not NO_PARTS.search(text[parts[0].at.start : parts[-1].at.end])
        ):
            yield from if_near(Breakdown(whole, parts, total(parts)))


def _left_over(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "of the fund of £100 grants of £60 are committed, which leaves £50"."""
    text = said.sentence.passage.text
    if len(said.money) == len(_WHOLE_PART_REST):
        whole, part, rest = said.money
        found = Breakdown(rest, (whole, part), worth(whole) - worth(part))
        if (
            found.made > 0
            and found.is_near
            and _LEAVES.fullmatch(text, part.at.end, rest.at.start)
            and "£" not in text[whole.at.end : part.at.start]
            and not NO_PARTS.search(text[said.sentence.start : rest.at.start])
        ):
            yield found


def _signed(said: SaidSums) -> Iterator[Breakdown]:
    """Yield "£100 less £20 leaves £80" and "£100 plus VAT of £20 makes £120"."""
    text = said.sentence.passage.text
    money = said.money
    for before, one, other, stated in zip((None, *money), money, money[1:], money[2:], strict=False):
        sign = _sign_between(one, other)
        goes_before = before is not None and _sign_between(before, one) != 0
        compares = _THAN.match(text, stated.at.end) is not None
        if (
            sign
            and not goes_before
            and not compares
            and _COMES_TO.fullmatch(text, other.at.end, stated.at.start)
        ):
            yield Breakdown(stated, (one, other), worth(one) + sign * worth(other))


def _sign_between(one: Figure, other: Figure) -> int:
    """Return 1 if a sum is added to the one before it, -1 if it is taken off, 0 if neither is said."""
    between = one.at.passage.text[one.at.end : other.at.start]
    return next((sign for said, sign in _SIGNS if said.match(between)), 0)
