"""Instalments whose sum stands elsewhere: in another clause, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, half_a_step, worth
from clausekit.checks.rules.figures._sentences.bearers import BEARER_BEFORE
from clausekit.checks.rules.figures._sentences.implied import implied
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions, parties_in
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_slip, significant
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.labels import labels_of
from clausekit.checks.rules.figures._tables.named_cells import named_cells
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_IN_INSTALMENTS = pattern(
    rf"\b(?:in|by)[ ](?P<count>{COUNT})[ ](?:\(\d{{1,3}}\)[ ])?(?:[a-z-]+[ ]){{0,3}}"
    r"(?:instalments|installments|payments|parts|sums|steps|stages|tranches|portions|slices)\b"
    rf"|\beach of (?:the|its|their|these) (?P<of>{COUNT})[ ](?:[a-z-]+[ ]){{0,2}}(?:instalments|payments)\b"
    r"|\b(?P<often>monthly|quarterly|half-yearly|annual)[ ](?:[a-z]+[ ])?(?:instalments|payments|sums)\b"
    r"|\b(?P<paid>monthly|quarterly|half-yearly)\b",
    re.IGNORECASE,
)
_SO_OFTEN = pattern(
    r"[ ](?:an?|per|each|every)[ ](?P<unit>month|quarter|half-year)\b(?! for )", re.IGNORECASE
)
_OFTEN = {
    "month": 12,
    "quarter": 4,
    "half-year": 2,
    "monthly": 12,
    "quarterly": 4,
    "half-yearly": 2,
    "annual": 1,
}
_EACH_IS = pattern(
    r"(?:(?:instalments?|installments?|payments|parts|steps|stages|tranches|portions|slices|sums|amounts)[ ]"
    r"(?:each[ ])?(?:\((?:in|for)[ ][^()£]{2,20},[ ])?"
    r"(?:(?:of|from|by|payable by|due from|paid by)[ ]the[ ][A-Z]\w+(?:[ ][A-Z]\w+){0,3}[ ])?"
    r"(?:(?:is|are|of|being|will be|shall be)[ ]"
    r"|(?:accordingly|therefore|thus|then)[ ]){1,4}"
    r"|\b(?:instalments|payments)\b[^.£]{0,90}\beach(?: of (?:them|these))?[ ](?:(?:is|being|of|will be"
    r"|shall be)[ ])*)$",
    re.IGNORECASE,
)
_A_YEAR = (
    r"(?:in|for)[ ](?:the[ ]|each[ ]of[ ])?(?:20\d\d(?:[/–-]\d\d(?:\d\d)?)?"
    r"|(?:[A-Z][a-z]+[ ])?[Yy]ear[ ][\w/–-]+"
    r"|(?:first|second|third|fourth|fifth|last)[ ](?:[A-Z][a-z]+[ ])?[Yy]ear)"
)
_IN_ANOTHER_YEAR = pattern(
    rf"(?:[ ]{_A_YEAR},?[ ]and[ ](?:of[ ]|is[ ]|each is[ ])?|,?[ ]and[ ]{_A_YEAR}[ ](?:of[ ]|is[ ]"
    rf"|each is[ ])?)"
)
"""What stands between what is paid each time in one year and in another: "£5 in 2025/26 and of £6"."""
_OF_ANOTHER_BODY = pattern(
    rf"[^£.;]{{0,70}}\band (?:(?:the )?(?:[A-Z][\w’-]*[ ]){{1,5}}(?:pays[ ]|shall pay[ ]|in[ ]|by[ ]){{0,2}}"
    rf"(?P<count>{COUNT})[ ](?:equal[ ])?of[ ]|each of (?:the|its)[ ](?P<of>{COUNT})[ ][^£.;]{{0,60}}?(?:is"
    rf"|are)[ ])"
)
"""The same for another body: "four instalments of £5 and the ICB four of £6"."""
_IN_EACH_TIME = pattern(
    r"(?:[ ]and[ ](?:the[ ])?[A-Z][^£.;,]{2,50}£[\d,.]+)?,?[ ](?:(?:in|for|by)[ ]each|each|every|per|a)[ ]"
    r"(?P<unit>month|quarter|half-year)\b"
)
_ONE_IN_EACH = pattern(
    r",[ ]one[ ](?:in|for|on[^.;£]{2,40}of)[ ](?:each|every)[ ](?P<unit>month|quarter|half-year)\b"
)
_PAID_THING = pattern(
    r"\b(?P<whose>the|its|this)[ ](?P<name>(?:[\w’-]+[ ]){0,3}?(?:grant|fee|contribution|price|charge|rent"
    r"|premium|sum|subsidy|allocation|funding))\b",
    re.IGNORECASE,
)
_STATED = pattern(
    r" (?:is|are|be|of|amount to|total|contribute|pay|at) (?:(?:a|the|sum|total|of|fixed|at|in total"
    r"|currently) )*$"
)
_NO_TOTAL = pattern(
    r" (?:instalment|payment|monthly|quarterly|month|quarter|additional|further|extra|up to|exceed"
    r"|increas\w+|reduc\w+|first|second|last|was|were|previous|if|per|each|non recurrent|one off) "
)
_PAYS = pattern(r"\b[Tt]he[ ](?:[A-Z][\w’-]+[ ]){1,6}(?:shall|will|must|is to)[ ](?:pay|transfer)\b")
_ITS_BUDGET = pattern(r" its (?:[a-z]+ ){0,2}(?:budget|share|allocation|funding) ")
_IT = pattern(r"(?:It|This|That)(?: (?:sum|amount|fund|grant|fee|contribution))? (?:is|shall be|will be)\b")
_NAMED_PAYMENT = pattern(r"\b[Tt]he[ ](?:[A-Z][\w’-]+[ ]){1,3}Payment\b")
_LONGEST, _SHORTLY = 160, 25
_NEAR = Decimal("0.25")
_NOT_ALIKE = pattern(
    r"\b(?:(?:first|last|final|second)(?! (?:[A-Z][a-z]+ )?(?:year|day)\b)|remaining|initial|balance"
    r"|deposit)\b",
    re.IGNORECASE,
)


def instalments(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the instalments that are not the part which they should be of a sum that stands elsewhere."""
    said = [one for one in mentions(instrument) if one.figure.kind == "money"]
    values = {worth(one) for one in instrument.figures if one.kind != "percentage"} | implied(instrument)
    before: Mention | None = None
    count: Decimal | None = None
    for at, mention in enumerate(said):
        count = (
            _count(mention, before)
            or (_count_again(mention, before, count) if before and count else None)
            or _count_in_each_time(mention)
        )
        if count and before and before.sentence == mention.sentence and not mention.parties:
            mention = replace(mention, parties=before.parties)
        before = mention
        if count and not mention.parties:
            mention = replace(mention, parties=_who_pays_before(mention, instrument))
        if count and count > 1:
            product = worth(mention.figure) * count
            slack = (half_a_step(mention.figure) or Decimal("0.5")) * count
            if any(abs(value - product) <= slack for value in values):
                continue
            whole = (
                _whole(mention, product, said, instrument)
                or _of_it(mention, said[:at], instrument)
                or _by_a_slip(mention, count, values)
            )
            if whole and abs(whole - product) > slack:
                yield Reckoned(mention.figure, whole / count, Decimal(1), ())


def _who_pays_before(mention: Mention, instrument: Instrument) -> frozenset[str]:
    """Return the one party that the sentence before says pays in instalments: "The ICB shall pay it in four
    equal instalments. In 2026/27 each is £5"."""
    earlier = mention.sentence.shortly_before(_LONGEST)
    told = _IN_INSTALMENTS.search(earlier)
    paying = _PAYS.search(earlier, 0, told.start()) if told else None
    words = mention.sentence
    start = words.start - len(earlier)
    own = Words(words.passage, start + paying.start(), start + paying.end()) if paying else None
    return parties_in(own, instrument) if own else frozenset()


def _count(mention: Mention, before: Mention | None) -> Decimal | None:
    """Return in how many instalments, each of which a sum is, something is paid: as its sentence says, or the
    one before."""
    text = mention.figure.at.shortly_before(_LONGEST)
    if not _EACH_IS.search(text) or (before is not None and before.sentence == mention.sentence):
        return None
    own = text[-min(_LONGEST, mention.figure.at.start - mention.sentence.start) :]
    earlier = mention.sentence.shortly_before(_LONGEST)
    for place in (own, earlier):
        if _NOT_ALIKE.search(place):
            return None
        if place is own and (often := _SO_OFTEN.match(mention.figure.at.shortly_after(_SHORTLY))):
            return Decimal(_OFTEN[often["unit"].lower()])
        if found := _IN_INSTALMENTS.search(place):
            if found["count"] or found["of"]:
                return count_of(found["count"] or found["of"])
            return Decimal(_OFTEN[(found["often"] or found["paid"]).lower()])
    after = _ONE_IN_EACH.search(mention.figure.at.shortly_after(_LONGEST))
    return Decimal(_OFTEN[after["unit"].lower()]) if after else None


def _count_again(mention: Mention, before: Mention, count: Decimal) -> Decimal | None:
    """Return in how many instalments something is paid if those of another year, or of another body, stand in
    the same sentence."""
    if before.sentence != mention.sentence:
        return None
    between = mention.figure.at.passage.text[before.figure.at.end : mention.figure.at.start]
    if _IN_ANOTHER_YEAR.fullmatch(between):
        return count
    found = _OF_ANOTHER_BODY.fullmatch(between)
    return count_of(found["count"] or found["of"]) if found else None


def _count_in_each_time(mention: Mention) -> Decimal | None:
    """Return in how many instalments something is paid if a sentence says so, and the same or the next one
    what each party pays: "The ICB pays £5 and the Council £6 in each month"."""
    found = _IN_EACH_TIME.match(mention.figure.at.shortly_after(_LONGEST))
    if found is None or len(mention.parties) != 1:
        return None
    of_body = BEARER_BEFORE.search(mention.figure.at.shortly_before(_LONGEST))
    earlier = mention.sentence.shortly_before(_LONGEST)
    told = _IN_INSTALMENTS.search(earlier)
    if of_body is None or told is None or _NOT_ALIKE.search(earlier):
        return None
    often = Decimal(_OFTEN[found["unit"].lower()])
    count = count_of(told["count"] or told["of"]) if told["count"] or told["of"] else often
    return often if count == often else None


def _whole(mention: Mention, product: Decimal, said: list[Mention], instrument: Instrument) -> Decimal | None:
    """Return the sum that is paid in instalments: of a party its contribution, in a sentence or the tables;
    else what the sentence names, if only one sum has that name and it is known whose it is."""
    own = padded(mention.sentence.text)
    told = f"{own} {padded(mention.sentence.shortly_before(_LONGEST))}"
    if len(mention.parties) == 1 and (" contribution " in told or _ITS_BUDGET.search(told)):
        values = {
            worth(one.figure)
            for one in said
            if one.parties == mention.parties
            and _is_contribution(one)
            and (not one.years or not mention.years or one.years == mention.years)
        }
        if values:
            return values.pop() if len(values) == 1 else None
        of_year = {*_in_tables(mention, instrument, mention.years)} if mention.years else set()
        return _only_one(of_year, product) or _only_one({*_in_tables(mention, instrument)}, product)
    thing = _PAID_THING.search(mention.sentence.text)
    if thing is None or (thing["whose"].lower() == "its" and not mention.parties):
        return None
    name = f" {padded(thing['name']).strip()} "
    named = {
        worth(one.figure)
        for one in said
        if one.sentence != mention.sentence and name in one.own and _is_stated(one)
    }
    return named.pop() if len(named) == 1 else None


def _of_it(mention: Mention, earlier: Sequence[Mention], instrument: Instrument) -> Decimal | None:
    """Return the sum that the sentence before, or the paragraph before, is about: "It is paid in ..."."""
    if not earlier or not _IT.match(mention.sentence.text):
        return None
    *_, last = earlier
    place, before = (instrument.place_of[one.sentence.passage] for one in (mention, last))
    first = next(one for one in earlier if one.sentence == last.sentence)
    near = place.order - before.order <= 1 and place.division is before.division
    return worth(first.figure) if near and _is_stated(first) else None


def _by_a_slip(mention: Mention, count: Decimal, values: Set[Decimal]) -> Decimal | None:
    """Return the one sum of which what is paid each time is the part, but for a slip of the pen."""
    each = worth(mention.figure)
    found = [value for value in values if is_slip(each, value / count) and (value / count * 100) % 1 == 0]
    return found[0] if len(found) == 1 and significant(each) >= FEW_DIGITS else None


def _is_contribution(mention: Mention) -> bool:
    return " contribut" in mention.own and _is_stated(mention)


def _is_stated(mention: Mention) -> bool:
    stated = _STATED.search(padded(mention.figure.at.shortly_before(_LONGEST)))
    text = padded(_NAMED_PAYMENT.sub("the sum", mention.sentence.text))
    return stated is not None and not _NO_TOTAL.search(text)


def _in_tables(
    mention: Mention, instrument: Instrument, of_years: frozenset[tuple[int, int]] = frozenset()
) -> Iterator[Decimal]:
    """Yield what the tables say that a party contributes in total, or in some years."""
    asked = replace(
        mention, own=" the contribution in total ", text=" the contribution in total ", years=of_years
    )
    for labels in labels_of(instrument).values():
        for cell in named_cells(asked, labels):
            yield abs(cell.value)


def _only_one(values: Set[Decimal], product: Decimal) -> Decimal | None:
    """Return the only one of some sums, or the only one to which instalments come near."""
    near = {value for value in values if abs(value - product) <= value * _NEAR}
    return next(iter(values if len(values) == 1 else near)) if 1 in (len(values), len(near)) else None


def is_instalment(figure: Figure) -> bool:
    """Tell whether a sum is what is paid each time."""
    return _EACH_IS.search(figure.at.shortly_before(_LONGEST)) is not None
