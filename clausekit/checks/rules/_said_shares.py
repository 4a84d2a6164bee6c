"""Shares of sums that sentences state: "2% of £40,000, that is £900", "60% (£30,000) and 40% (£25,000)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import combinations, pairwise, takewhile

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._mentions import Mention, mentions
from clausekit.checks.rules._reckoning import ROUGH, is_a_rate
from clausekit.checks.rules._said_sums import MINIMUM, SaidSums, said_figures
from clausekit.checks.rules._sheets import Entry, Line, sheets
from clausekit.checks.rules._slips import is_slip as mistaken
from clausekit.checks.rules._slips import significant
from clausekit.checks.rules._words import padded
from clausekit.patterns import pattern

_OF = pattern(r" of (?:[^£%.;:()]{0,70}(?:[,–(]|\b(?:of|the|its|that|at|is|being))? )?\(?")
_OF_WHICH_PART = pattern(r"[^£%.;()]{0,60},? \(?(?:of|out of|to|towards) which [^£%.;]{0,90}", re.IGNORECASE)
"""What stands between a whole and the part of it that somebody pays."""
_PART_OF_THE_WHOLE = pattern(
    r"(?: of (?:it|this|that|the [\w ]{1,40}?))?"
    r"(?:,? ?\(|,? (?:which is|that is|being|or|i\.e\.|namely|equal to|representing|amounting to),? )"
    r"(?:that is,? |i\.e\.,? |being |or )?"
)
_OF_THE_BUDGET = pattern(
    r" of (?:it\b|(?:the|its|that|this) (?:[a-z]+ )?"
    r"(?:budget|cost|total|whole|sum|fund|pooled fund|scheme)s?\b)|\)",
    re.IGNORECASE,
)
_OF_A_YEAR = pattern(
    r" of (?:the |its |their )(?P<name>[A-Za-z][\w’-]*(?: [\w’-]+){0,2}?) (?:for|in|of) "
    r"(?:that|the|each|the same|20\d\d[/–-]\d\d)(?: (?:[Ff]inancial )?[Yy]ear)?,?"
    r" ?\(?(?:that is(?: to say)?|which is|i\.e\.|being|or|namely|amounting to|equal to)?,? ",
)
"""What stands between a share of what is paid in a year and its sum."""
_THAT_IS = pattern(
    r"(?: a year| per annum)?(?: together| in all| in total| altogether)?\)?(?:,? ?\(|,| –)? ?"
    r"(?:(?:(?:and|which|it) )?(?:(?:so|therefore|thus|accordingly) )?"
    r"(?:that is(?: to say)?|that makes|i\.e\.|being|namely|equal to|or|=|is|are|(?:would|will|shall) be"
    r"|makes|making|gives|giving|comes to|come to|amounts to|amounting to|equals|totals|totalling"
    r"|produces))?,? ?"
)
BEING = pattern(
    r"(?: a year| per annum)?(?:[ ](?:for|to|towards|from|by|on|in|of)[ ][^£%.;,()]{2,60}"
    r"(?=,|[ ]\(|[ ]–|[ ](?:is|represents?|makes?|takes?|accounts?|forms?|absorbs?|equals?|constitutes?)\b))?"
    r"(?:,| –)? ?\(?(?:(?:(?:which|that|it) )?(?:shall |will |would )?"
    r"(?:is|are|be|represents?|makes?(?: up)?|equals?|amounts? to|comes? to|takes?(?: up)?|accounts? for"
    r"|absorbs?|forms?|constitutes?|uses?(?: up)?|equates? to|corresponds? to|stands at|consumes?)"
    r"|being|that is,?|i\.e\.,?|or|so|namely|representing|making|equal to|equivalent to|accounting for"
    r"|amounting to)?(?: (?:just|only))?,? ?"
)
_IS_SO_MUCH = pattern(
    r"(?: of (?:the|its|their|this|that) [^£%.;:(),]{1,60})?"
    r"(?:,? \(|,)? ?(?:that is|i\.e\.|being|namely|which is|or)? ?"
)
_RISES_BY = pattern(
    r"\b(?:ris\w+|increas\w+|uplift\w*|grow\w*|fall\w*|reduc\w+|cut|rais\w+|up|down) (?:by|of) $"
)
_RISES_BY_SO_MUCH = pattern(
    r"\b(?:ris\w+|increas\w+|uplift\w*|grow\w*|fall\w*|reduc\w+|cut|rais\w+)"
    r" by [\d.]+ ?(?:%|per cent)[^£%;]*$"
)
_FROM_WHAT = pattern(r",? ?\(?(?:that is,? )?from ")
_FROM = pattern(r"\bfrom $")
_WHEN = (
    r"(?: (?:in|for|from|during) (?:the (?:financial )?year )?\d{4}[/–-]\d\d(?:\d\d)?| a year| per annum"
    r"| \(\d{4}[/–-]\d\d\))?"
)
_TO = pattern(rf"{_WHEN} to ")
_A_CHANGE_OF = pattern(
    rf"{_WHEN}(?:,|:|;| –)? ?\(?(?:or |and so |so )?"
    r"(?:that is,? |i\.e\.,? |being |which is |representing |which represents |(?:it|this|that) is |equal to "
    r"|equivalent to |thus )?"
    r"(?:(?:an? |the )?(?:\w+ )?(?:increase|rise|uplift|growth|fall|reduction|cut|decrease|saving|change)"
    r"(?: of| is)? |up |down |by |\+|[-−–])?(?:by )?"
)
_AND_AGAIN_BY = pattern(rf"{_WHEN},? and (?:then |again )?by (?:a further )?")
_AND_THEN = pattern(r"(?! (?:less|more))[^£%.;]{0,60}(?:,|\band\b|,? rising to|,? falling to)[^£%.;]{0,60}? ")
_BEING_MORE_OR_LESS = pattern(
    rf"{_WHEN}(?:,|:|;| –)? ?\(?(?:that is,? |i\.e\.,? |being |which is |representing |which represents )?"
    r"(?:an? |the )?(?:\w+ )?(?:increase|rise|uplift|growth|fall|reduction|cut|decrease|change) of "
)
_THAN_WHAT = pattern(
    r" (?:on|over|from|above|below|compared (?:with|to)|against) (?:the |its |their |last year’s )?"
    r"(?:[a-z][\w’-]* ){0,5}?(?:of |at )?"
)
_CHANGED_BY = pattern(
    rf"{_WHEN},?(?: (?:and|which|it))?(?: (?:shall|will))?(?: then)?"
    r"(?:(?: (?:is|are|be|was|shall be|will be|to be))? ?(?:uplifted|increased|raised|reduced|cut)"
    r"| (?:rises?|increases?|grows?|goes up|falls?)) by "
)
_LESS = pattern(r"reduced|cut|fall|decrease|reduction|down", re.IGNORECASE)
_SO_THAT_IS = pattern(
    r"(?: (?:in|from|on|with effect from|for) [A-Za-z0-9/– -]{3,40}?)?"
    r",? (?:to|that is,?|i\.e\.|making|giving|which makes|which gives)(?: a (?:total|sum) of)? "
)
_IN_BRACKETS = pattern(
    r" (?:of (?:it|this|that|the (?:fund|budget|total|sum|price)) )?\((?:that is |i\.e\. )?", re.IGNORECASE
)
_OF_WHAT_WAS_SAID = pattern(r"Of (?:this|that|it|these|which|the total)\b")
_OF_THE = pattern(r"\bOf (?:the|its|their|this|that)\b[^.;]{0,70}$")
_IN_BRACKETS_OR_BEING = pattern(r",? \(?(?:being |that is,? |i\.e\.,? |or |namely )?")
_OUT_OF = pattern(
    r"(?: a year| per annum)? (?:out )?of (?:the |its |their |that |this |a )?(?:[\w’-]+ ){0,8}$"
)
_PART_OF_IT = pattern(
    r"(?: (?!and )[^£%.;(]{1,90}?)?(?:,? \(|,? (?:or|being|that is|i\.e\.|which is|namely|equal to)|,| –) ?"
    r"(?:,? ?(?:or|being|that is|i\.e\.|which is|namely|equal to),? )?"
)
_WHOSE_SHARE = pattern(
    r"\b(?:share|part|portion|proportion|contribution|grant|payment)s?\b[^.;£%]{0,60}"
    r"\b(?:is|are|being|represents?|makes?(?: up)?|amounts? to|comes? to|equals?|of|at|was)[ ]"
    r"(?:therefore |thus |then |so )?$",
    re.IGNORECASE,
)
_ITS = pattern(r"^ (?:it|that) (?:share|part|portion|proportion|contribution|grant|payment) ")
_BODY = pattern(r" (council|icb|ccg|pct|trust|hospice|district|county|borough)(?= )")
_OF_THE_WHOLE = pattern(
    r" of (?:(?:it|this|that|them|these)|(?:the|that|this|those|these) "
    r"(?P<noun>[A-Za-z][\w’-]*(?: [\w’-]+)?))"
    r"(?=[.;,)]| and (?!the [a-z]+ of)| (?:a|per|each|in|for|to|from|by|on) |$)"
)
_ANY_WHOLE = pattern(
    r"(?:(?:whole|total|overall|combined|entire|full|same|aggregate) ?(?:sum|amount|cost|figure|money|price)?"
    r"|sums?|totals?|amounts?|figures?|money|two together)",
    re.IGNORECASE,
)
_AND_ANOTHER = pattern(
    r" of (?:(?:it|this|that|them|these)\b|(?:the|that|this) (?:whole|total|sum|amount|figure)\b)"
    r"[^£%]{0,40}?,? and\b[^£%]{1,60}"
    r"| of (?:the|its|their) [A-Z][\w’-]*(?: [A-Za-z][\w’-]*){0,4},? and (?:the )?"
    r"[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}(?: (?:shall|will))?"
    r"(?: (?:pays?|bears?|meets?|contributes?|finds?|provides?|owes?))? "
)
"""What stands between a share of what was named before and the sum of another: "60% of it, and the ICB"."""
_ON_A_SUM = pattern(r"(?:On|With|For|At|Given|If)\b[^£%.;]{0,80} $")
_IT_IS = pattern(
    r"(?: a year| per annum)?,? (?:that|this|it|the [a-z]+(?: [a-z]+)?) "
    r"(?:is|makes|comes to|amounts to|gives|would be|will be|would come to|would make|therefore is)"
    r"(?: therefore)? "
)
_SENTENCES_BACK = 3
_WHOLE_PART_SHARE = ("money", "money", "percentage")
_APART = pattern(r"[^.;£%]{1,90}")
_BESIDE = pattern(
    r"(?: of (?:it|this|that|them|the (?:whole|total|sum|fund|budget|payment|price|cost|grant|fee)))?"
    r"(?: (?:by|to|from|for|on|falls? (?:to|on)|goes to) (?:the )?[A-Z][\w’&-]*"
    r"(?: (?:and |of )?[A-Z][\w’&-]*){0,6},?)?"
    r"(?: ?\(| \[|, (?:that is|or|being|i\.e\.),? | (?:being|or) )(?:that is,? |i\.e\.,? |being |or )?"
)
"""What stands between a share and its sum: nothing but the body whose they are."""
_LIMIT = pattern(
    rf"\b(?:up to|at least|more than|less than|maximum|{MINIMUM}|cap\w*|limit\w*|exceed\w*)\b", re.IGNORECASE
)
"""Words about a limit, which may be told as a share and as a sum that must fit."""
_OF_A_NAME = pattern(
    r" of (?:the |that |its |this |their )?(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,4}?),?"
    r"(?: ?\(| [–—] |, )(?:that is(?: to say)?,? |which (?:is|comes to|makes|amounts to) |i\.e\.,? |being "
    r"|or |namely |amounting to |equal to )?"
)
_LAST_NAME = pattern(
    r"(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,4}) ?"
    r"(?:,? ?(?:which|that) )?(?:(?:shall|will) )?(?:be |currently |together )?"
    r"(?:of |is |are |at |: ?|\(|comes? to |come in all to |amounts? to |totals? |stands? at |being |costs? )"
    r"(?:a total of |the sum of |a sum of )?$"
)
_FOR_A_NAME = pattern(
    r"(?: a year)? (?:for|of|in|on) (?:the )?(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,3}?)"
    r"(?=[,;.)]| and )"
)
_OF_EACH = pattern(
    r" of (?:its|their|each|the)\b[^£%.;()]{0,80}\((?:that is,? |being |namely )?(?:[^£%.;()]{0,60} )?"
)
"""What stands between a percentage and what it makes for each of several."""
_FEWEST_OF_EACH = 2
_NAME_WITHIN = 80
_HUNDRED = Decimal(100)
_ALMOST = Decimal("1.2")
_SHORTLY = 40
_LEAST_FOR_SLIP = 1000
_TELLING_DIGITS = 6
_MOST = 8
"""A sentence with more figures is rather a flattened table."""
_A_SHARE_ITSELF = pattern(r"(?:%|per cent)[ ]\($")


def said_shares(instrument: Instrument) -> tuple[Hit, ...]:
    """Return the sums in sentences that are not the share that is said of them."""
    return instrument.once(_said_shares)


def _said_shares(instrument: Instrument) -> tuple[Hit, ...]:
    return tuple({one.words: one for one in _each_said_share(instrument)}.values())


def _each_said_share(instrument: Instrument) -> Iterator[Hit]:
    counted = Counter(abs(one.value) for one in instrument.figures if one.value is not None)
    known = set(counted)
    twice = {value for value, times in counted.items() if times > 1}
    mentions_of = {mention.figure: mention for mention in mentions(instrument)}
    for said in said_figures(instrument):
        inside = [one for one in said.figures if one.kind != "number"]
        yield from _of_the_whole_before(inside, said)
        yield from _of_its_row(inside, known, instrument)
        yield from _of_its_year(inside, known, mentions_of, instrument)
        yield from _at_the_rate_before(inside, said)
        if len(inside) > _MOST or {one.kind for one in inside} != {"money", "percentage"}:
            continue
        text = said.sentence.text
        if ROUGH.search(text):
            told = list(_in_brackets_after(inside, known))
        elif _LIMIT.search(text):
            told = (
                list(_of_a_stated_whole(inside))
                or list(_in_brackets_after(inside, known))
                or list(_of_a_sum(inside, twice))
                or list(_of_each(inside, known))
            )
        elif said.before and _OF_WHAT_WAS_SAID.match(text):
            told = list(_of_the_sum_before(inside, said.before, twice))
        else:
            told = _in_sentence(inside, known, twice, said.before) or list(_of_whom(said, mentions_of))
        yield from [one for one in told if not _compares_with_a_share(one)][:1]


def _compares_with_a_share(found: Hit) -> bool:
    """Tell whether a hit takes for the whole what is itself said to be a share: "45% (£16,200)"."""
    return any(_A_SHARE_ITSELF.search(words.shortly_before(10)) for words in found.related)


def _in_sentence(
    figures: Sequence[Figure],
    known: Set[Decimal],
    twice: Set[Decimal],
    before: SaidSums | None,
) -> list[Hit]:
    """Return the hits in a sentence; ``known`` are the values that stand anywhere, ``twice`` those that stand
    elsewhere too, ``before`` is the sentence before it."""
    named = list(_of_named_sums(figures, before))
    beside = (*(before.money if before else ()), *figures)
    parts = {stated for stated, _, _ in named}
    return (
        list(_of_a_stated_whole(figures))
        or list(_side_by_side(figures, known, beside))
        or list(_changes(figures))
        or [one for triple in named for one in _compared(*triple)]
        or list(_of_a_sum(figures, twice, parts))
        or list(_part_of_a_sum(figures, twice))
        or list(_of_which_it_is_part(figures))
        or list(_in_brackets_after(figures, known))
        or list(_of_each(figures, known))
        or list(_by_a_slip(figures))
    )


def _of_a_stated_whole(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the percentage in "Of the grant of £200, the sum of £80 (being 45%) is held back"."""
    if tuple(one.kind for one in figures[: len(_WHOLE_PART_SHARE)]) != _WHOLE_PART_SHARE:
        return
    whole, part, share, *_ = figures
    text = whole.at.passage.text
    beside = _IN_BRACKETS_OR_BEING.fullmatch(text, part.at.end, share.at.start)
    told = beside and _OF_THE.search(whole.at.shortly_before(_NAME_WITHIN)) and _sum(part) < _sum(whole)
    if told and not _rounds_to(_sum(part) / _sum(whole), share):
        yield _unlike_its_amount(part, share, _sum(whole))


def _part_of_a_sum(figures: Sequence[Figure], twice: Set[Decimal]) -> Iterator[Hit]:
    """Yield the percentage in "it pays £80 of the £200 for equipment (45%)"."""
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        text = part.at.passage.text
        if (
            (part.kind, whole.kind, share.kind) == ("money", "money", "percentage")
            and _sum(part) < _sum(whole)
            and _OUT_OF.fullmatch(text, part.at.end, whole.at.start)
            and _PART_OF_IT.fullmatch(text, whole.at.end, share.at.start)
        ):
            yield from _compared(part, share, whole, derived=True, is_sure=_sum(part) in twice)


def _of_which_it_is_part(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the percentage in "£200, of which the ICB pays £80 (45%)"."""
    for whole, part, share in zip(figures, figures[1:], figures[2:], strict=False):
        text = whole.at.passage.text
        if (
            (whole.kind, part.kind, share.kind) == _WHOLE_PART_SHARE
            and _sum(part) < _sum(whole)
            and _OF_WHICH_PART.fullmatch(text, whole.at.end, part.at.start)
            and _PART_OF_THE_WHOLE.fullmatch(text, part.at.end, share.at.start)
            and not _rounds_to(_sum(part) / _sum(whole), share)
        ):
            yield _unlike_its_amount(part, share, _sum(whole))


def _of_its_row(figures: Sequence[Figure], known: Set[Decimal], instrument: Instrument) -> Iterator[Hit]:
    """Yield the percentage in "the ICB pays £80 of the cost, which is 45% of the budget", where a table has
    that sum in a row that makes £200, and no sum of which it is such a share is to be found."""
    money = [one for one in figures if one.kind == "money"]
    for part, share in pairwise(figures):
        if (
            len(money) != 1
            or (part.kind, share.kind) != ("money", "percentage")
            or part.scale
            or not _PART_OF_THE_WHOLE.fullmatch(part.at.passage.text, part.at.end, share.at.start)
            or not _OF_THE_BUDGET.match(share.at.shortly_after(_NAME_WITHIN))
            or any(
                _fits(part, share, whole) or _rounds_to(_sum(part) / whole, share) for whole in known if whole
            )
        ):
            continue
        wholes = {
            abs(total.cell.number)
            for sheet in sheets(instrument)
            for line in sheet.rows
            for total in line.entries[-1:]
            if total.is_plain_total and total.cell.number and _has(line, _sum(part), total)
        }
        if len(wholes) == 1 and _is_near(_made(share, part), _sum(part) * _sum(part) / max(wholes)):
            yield _unlike_its_amount(part, share, max(wholes))


def _has(line: Line, value: Decimal, total: Entry) -> bool:
    """Tell whether one of the parts of a row is a sum, though not its total."""
    return any(one is not total and one.is_part and one.cell.number == value for one in line.entries)


def _of_its_year(
    figures: Sequence[Figure],
    known: Set[Decimal],
    mentions_of: Mapping[Figure, Mention],
    instrument: Instrument,
) -> Iterator[Hit]:
    """Yield the sum in "5% of the Grant for that year, that is £9", where the clause on the Grant tells what
    it is in that year, and no sum is to be found of which £9 would be that share."""
    for share, stated in pairwise(figures):
        between = share.at.passage.text[share.at.end : stated.at.start]
        of = _OF_A_YEAR.fullmatch(between) if share.kind == "percentage" else None
        told = mentions_of[stated].years if of and stated in mentions_of else frozenset()
        if (
            not of
            or stated.kind != "money"
            or len(told) != 1
            or any(_fits(stated, share, one) for one in known)
        ):
            continue
        name = padded(of["name"])
        wholes = {
            _sum(one.figure)
            for one in mentions_of.values()
            if one.figure.kind == "money"
            and one.years == told
            and one.sentence != mentions_of[stated].sentence
            and name in f"{one.text} {padded(instrument.place_of[one.sentence.passage].heading)}"
            and _is_almost(_made(share, one.figure), _sum(stated))
        }
        if len(wholes) == 1:
            (whole,) = wholes
            figure = next(one for one in mentions_of if one.kind == "money" and _sum(one) == whole)
            yield from _compared(stated, share, figure)


def _is_almost(one: Decimal, other: Decimal) -> bool:
    less, more = sorted((one, other))
    return more <= less * _ALMOST


def _of_whom(said: SaidSums, mentions_of: Mapping[Figure, Mention]) -> Iterator[Hit]:
    """Yield the percentage in "The Council pays £80. The share of the Council is 45% of the cost, £200": the
    sum of the party whose share it is stands in the sentence before, once."""
    if said.before is None:
        return
    for share, whole in pairwise([one for one in said.figures if one.kind != "number"]):
        party = _bodies(mentions_of[share])
        if (
            (share.kind, whole.kind) != ("percentage", "money")
            or not (len(party) == 1 or (not party and _ITS.search(mentions_of[share].lead)))
            or not _WHOSE_SHARE.search(share.at.shortly_before(_NAME_WITHIN))
            or not _OF.fullmatch(share.at.passage.text, share.at.end, whole.at.start)
        ):
            continue
        own = [one for one in said.before.money if not party or _bodies(mentions_of[one]) == party]
        if len(own) == 1 and _is_near(_sum(own[0]), _made(share, whole)) and _sum(own[0]) < _sum(whole):
            yield from _compared(own[0], share, whole, derived=True, is_sure=True)


def _of_the_whole_before(figures: Sequence[Figure], said: SaidSums) -> Iterator[Hit]:
    """Yield the percentage in "It comes to £200. The Council’s £80 is 45% of that sum", and in "It pays £200,
    of which £80 goes to the Trust. The Trust’s part is 45% of the whole"."""
    before = said.before
    for _ in range(_SENTENCES_BACK - 1):
        if before is not None and (not before.money or _OF_WHAT_WAS_SAID.match(before.sentence.text)):
            before = before.before
    if before is None or not before.money or ROUGH.search(said.sentence.text):
        return
    whole, *parts = before.money
    for at, share in enumerate(figures):
        of = _OF_THE_WHOLE.match(share.at.shortly_after(_NAME_WITHIN)) if share.kind == "percentage" else None
        if not of or _LIMIT.search(share.at.shortly_before(_SHORTLY)) or not _is_named(of["noun"], before):
            continue
        part = figures[at - 1] if at else None
        if part is not None and part.kind == "money":
            text = share.at.passage.text
            told = [part] if BEING.fullmatch(text, part.at.end, share.at.start) else []
        elif _WHOSE_SHARE.search(share.at.shortly_before(_NAME_WITHIN)):
            told = parts
        else:
            told = []
        fitting = [one for one in told if _sum(one) < _sum(whole)]
        if (
            fitting
            and fitting == told
            and not any(_rounds_to(_sum(one) / _sum(whole), share) for one in fitting)
        ):
            nearest = min(fitting, key=lambda one: abs(_sum(one) - _made(share, whole)))
            if _is_near(_sum(nearest), _made(share, whole)):
                yield _unlike_its_amount(nearest, share, _sum(whole))


def _at_the_rate_before(figures: Sequence[Figure], said: SaidSums) -> Iterator[Hit]:
    """Yield the sum in "The fee is 4% of spend. On spend of £900 that is £39"."""
    before = said.before
    kinds = [one.kind for one in figures]
    if before is None or before.money or kinds != ["money", "money"] or ROUGH.search(before.sentence.text):
        return
    shares = [one for one in before.figures if one.kind == "percentage"]
    whole, stated = figures
    if (
        len(shares) == 1
        and _ON_A_SUM.fullmatch(whole.at.passage.text, said.sentence.start, whole.at.start)
        and _IT_IS.fullmatch(whole.at.passage.text, whole.at.end, stated.at.start)
    ):
        yield from _compared(stated, shares[0], whole)


def _is_named(noun: str | None, before: SaidSums) -> bool:
    """Tell whether "that sum", "the whole" or "the Grant" may be the sum of a sentence: a name is in it."""
    return (
        noun is None or _ANY_WHOLE.fullmatch(noun) is not None or padded(noun) in padded(before.sentence.text)
    )


def _bodies(mention: Mention) -> frozenset[str]:
    """Return the parties that a mention names, or where the parties are not known, what it calls them."""
    return mention.parties or frozenset(_BODY.findall(mention.lead))


def _of_the_sum_before(figures: Sequence[Figure], before: SaidSums, twice: Set[Decimal]) -> Iterator[Hit]:
    """Yield the percentage in "It comes to £200. Of this the Council pays £80 (45% of the total)"."""
    if len(before.money) != 1:
        return
    (whole,) = before.money
    for part, share in pairwise(figures):
        beside = _IN_BRACKETS_OR_BEING.fullmatch(part.at.passage.text, part.at.end, share.at.start)
        if (part.kind, share.kind) == ("money", "percentage") and beside and _sum(part) < _sum(whole):
            yield from _compared(part, share, whole, derived=True, is_sure=_sum(part) in twice)


def _changes(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield "from £100 to £110, an increase of 12%" and "£100 is uplifted by 3% to £104"."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.at.passage.text
        between, after = text[first.at.end : second.at.start], text[second.at.end : third.at.start]
        kinds = [one.kind for one in (first, second, third)]
        if (
            kinds == ["money", "money", "percentage"]
            and _FROM.search(first.at.shortly_before(10))
            and _TO.fullmatch(between)
            and _A_CHANGE_OF.fullmatch(after)
            and _sum(first)
        ):
            yield from _change(third, first, second)
        if (
            kinds == ["percentage", "money", "money"]
            and _RISES_BY.search(first.at.shortly_before(_SHORTLY))
            and _FROM_WHAT.fullmatch(between)
            and _TO.fullmatch(after)
            and _sum(second)
        ):
            yield from _change(first, second, third)
        if (
            kinds == ["money", "money", "percentage"]
            and len(figures) == len(kinds)
            and _AND_THEN.fullmatch(between)
            and _BEING_MORE_OR_LESS.fullmatch(after)
            and _is_near(_sum(first), _sum(second))
        ):
            yield from _change(third, first, second)
        if (
            kinds == ["money", "percentage", "money"]
            and _AND_AGAIN_BY.fullmatch(between)
            and _SO_THAT_IS.fullmatch(after)
            and (rises := _RISES_BY_SO_MUCH.search(first.at.shortly_before(_NAME_WITHIN)))
        ):
            made = _sum(first) + (-1 if _LESS.search(rises[0]) else 1) * _made(second, first)
            if abs(made - _sum(third)) > _slack(third, second, first):
                yield _changed(third, first, made)
        if (
            kinds == ["money", "percentage", "money"]
            and _BEING_MORE_OR_LESS.fullmatch(between)
            and _THAN_WHAT.fullmatch(after)
            and _sum(third)
        ):
            yield from _change(second, third, first)
        if (
            kinds == ["money", "percentage", "money"]
            and (change := _CHANGED_BY.fullmatch(between))
            and _SO_THAT_IS.fullmatch(after)
        ):
            sign = -1 if _LESS.search(change[0]) else 1
            made = _sum(first) + sign * _made(second, first)
            if abs(made - _sum(third)) > _slack(third, second, first):
                yield _changed(third, first, made)


def _change(share: Figure, first: Figure, second: Figure) -> Iterator[Hit]:
    """Yield a hit if a percentage is not by how much one sum differs from another."""
    made = abs(_sum(second) - _sum(first)) * _HUNDRED / _sum(first)
    unit = Decimal(1).scaleb(-share.decimals)
    if abs(made - (share.value or Decimal(0))) > unit * Decimal("0.51"):
        yield hit(
            share.at,
            f"“{share.at.text}” is not the change from {first.at.text} to {second.at.text}: that is"
            f" {made.quantize(unit / 10).normalize():f}%.",
            "Correct the percentage or the sums.",
            related=(first.at, second.at),
        )


def _changed(stated: Figure, first: Figure, made: Decimal) -> Hit:
    return hit(
        stated.at,
        f"“{stated.at.text}” is not what {first.at.text} becomes: that is £{made:,.{stated.decimals}f}.",
        "Correct the sum or the percentage.",
        related=(first.at,),
    )


def _in_brackets_after(figures: Sequence[Figure], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the sum in brackets after its percentage, "the Fund of £100 bears up to 2% (£3)", that is the
    share neither of the sum before it nor of any other that stands elsewhere."""
    for whole, share, stated in zip(figures, figures[1:], figures[2:], strict=False):
        text = whole.at.passage.text
        if (
            [one.kind for one in (whole, share, stated)] == ["money", "percentage", "money"]
            and _APART.fullmatch(text, whole.at.end, share.at.start)
            and _IN_BRACKETS.fullmatch(text, share.at.end, stated.at.start)
            and not any(_fits(stated, share, one) for one in known)
        ):
            yield from _compared(stated, share, whole)


def _of_a_sum(
    figures: Sequence[Figure], twice: Set[Decimal], parts: Set[Figure] = frozenset()
) -> Iterator[Hit]:
    """Yield what is said to be a percentage of a sum beside it, and is not: the percentage if the sum stands
    ``twice``. Sums known to be ``parts`` are no wholes."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.at.passage.text
        kinds = [one.kind for one in (first, second, third)]
        if kinds == ["percentage", "money", "money"]:
            after = text[second.at.end : third.at.start]
            of = (
                second not in parts
                and _OF.fullmatch(text, first.at.end, second.at.start)
                and not _AND_ANOTHER.fullmatch(text, first.at.end, second.at.start)
            )
            if of and after.strip(" ,") and _THAT_IS.fullmatch(after):
                yield from _compared(third, first, second)
            elif _IS_SO_MUCH.fullmatch(text, first.at.end, second.at.start) and _OF.fullmatch(after):
                yield from _compared(second, first, third)
        if kinds == ["money", "percentage", "money"] and _OF.fullmatch(text, second.at.end, third.at.start):
            before = text[first.at.end : second.at.start]
            another = _AND_ANOTHER.fullmatch(text, second.at.end, third.at.start)
            if before.strip(" ,") and BEING.fullmatch(before) and not another:
                yield from _compared(first, second, third, derived=True, is_sure=_sum(first) in twice)


def _of_named_sums(
    figures: Sequence[Figure], before: SaidSums | None
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield a sum, its percentage and the whole in "pay of £100 and an overhead of 5% of pay (£5)": the whole
    is named before, in this sentence or the last, once only."""
    named = [one for one in (*(before.money if before else ()), *figures) if one.kind == "money"]
    for share, stated in pairwise(figures):
        of = _OF_A_NAME.fullmatch(share.at.passage.text, share.at.end, stated.at.start)
        if not of or (share.kind, stated.kind) != ("percentage", "money"):
            continue
        wholes = [one for one in named if one.at.start < share.at.start and _bears(one, of["name"])]
        if len({_sum(one) for one in wholes}) == 1 and _is_near(_sum(stated), _made(share, wholes[0])):
            yield stated, share, wholes[0]


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Tell whether a sum may be meant to be another: it is neither twice that nor half of it."""
    less, more = sorted((one, other))
    return more < 2 * less


def _bears(figure: Figure, name: str) -> bool:
    """Tell whether a sum has a name directly before it, "pay of £100" or "pay (£100)", or after it, "£100 for
    pay"."""
    wanted = padded(name)
    lead = _LAST_NAME.search(figure.at.shortly_before(_NAME_WITHIN))
    after = _FOR_A_NAME.match(figure.at.shortly_after(_NAME_WITHIN))
    before = (lead["name"], lead[0]) if lead else ()
    return any(padded(name).endswith(wanted) for name in before) or bool(
        after and padded(after["name"]) == wanted
    )


def _compared(
    stated: Figure, share: Figure, whole: Figure, *, derived: bool = False, is_sure: bool = False
) -> Iterator[Hit]:
    """Yield a hit for a sum that is not a share, or for the share, if it is ``derived`` from two sums, of
    which one ``is_sure``, or that make another share to the penny."""
    made = _made(share, whole)
    if abs(made - _sum(stated)) <= _slack(stated, share, whole) and not _is_slip_of(stated, made):
        return
    exact = _sum(stated) * _HUNDRED / _sum(whole) if _sum(whole) else Decimal(0)
    if derived and exact and (is_sure or exact == round(exact, share.decimals)):
        yield _other_share(stated, share, whole, exact)
    else:
        yield _hit(stated, share, whole, made)


def _is_slip_of(stated: Figure, made: Decimal) -> bool:
    """Tell whether a sum is to the pound what a percentage makes, but for a slip of the pen: then it was not
    the percentage that was rounded."""
    right = made.quantize(Decimal(1).scaleb(-stated.decimals))
    return not stated.scale and significant(right) >= _TELLING_DIGITS and mistaken(_sum(stated), right)


def _other_share(stated: Figure, share: Figure, whole: Figure, exact: Decimal) -> Hit:
    """Return the hit for a percentage where the sums make another one, so that it is wrong."""
    made = round(exact, share.decimals + 1).normalize()
    return hit(
        share.at,
        f"“{stated.at.text}” is not {share.at.text} of {whole.at.text}: it is {made:f}%.",
        "Correct the percentage or the sums.",
        related=(stated.at, whole.at),
    )


def _by_a_slip(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the sums that differ by a slip of the pen from a percentage of a sum before them."""
    money = [one for one in figures if one.kind == "money"]
    shares = [one for one in figures if one.kind == "percentage"]
    if (
        any(
            abs(_made(share, whole) - _sum(stated)) <= _slack(stated, share, whole)
            for stated in money[1:]
            for share in shares
            for whole in money
            if whole is not stated
        )
        and len(shares) == 1
    ):
        return
    for whole, stated in combinations(money, 2):
        for share in shares:
            made = _made(share, whole)
            if is_slip(_sum(stated), made, stated.decimals):
                yield _hit(stated, share, whole, made)


def _side_by_side(figures: Sequence[Figure], known: Set[Decimal], beside: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the sum beside its share that does not fit a whole of which the others are theirs.

    What the whole is, is told by a figure elsewhere, or by the others. In "it pays £5 of the £9 (55%)" the
    share is that of the first sum.
    """
    text = figures[0].at.passage.text
    pairs = [
        (one, other) if one.kind == "money" else (other, one)
        for one, other in pairwise(figures)
        if one.kind != other.kind and _BESIDE.fullmatch(one.at.passage.text, one.at.end, other.at.start)
    ]
    part_of = {
        whole: part
        for part, whole in pairwise(figures)
        if part.kind == whole.kind == "money" and _OUT_OF.fullmatch(text, part.at.end, whole.at.start)
    }
    pairs = [(part_of.get(amount, amount), share) for amount, share in pairs]
    if len(pairs) < 2:
        return
    if sum((share.value or Decimal(0)) for _, share in pairs) != _HUNDRED:
        yield from _unlike_their_amounts(pairs, known)
        return
    wholes = known | {sum((_sum(amount) for amount, _ in pairs), Decimal(0))}
    fits = [[whole for whole in wholes if _fits(amount, share, whole)] for amount, share in pairs]
    common = set(wholes).intersection(*fits)
    together = sum((_sum(amount) for amount, _ in pairs), Decimal(0))
    if not any(fits) and together in known and together:
        yield _unlike_its_amount(*pairs[0], together)
    wrong = [pair for pair, fitting in zip(pairs, fits, strict=True) if not fitting]
    right = [fitting for fitting in fits if fitting]
    of_others = [
        (pair, set(wholes).intersection(*(other for other in fits if other is not own)))
        for pair, own in zip(pairs, fits, strict=True)
        if len(pairs) > _FEWEST_OF_EACH
    ]
    alone = [(pair, min(those)) for pair, those in of_others if those]
    if common or not ((len(wrong) == 1 and right) or len(alone) == 1):
        return
    (amount, share), whole = alone[0] if len(alone) == 1 else (wrong[0], min(right[0]))
    made = whole * (share.value or Decimal(0)) / _HUNDRED
    yield hit(
        amount.at,
        f"“{amount.at.text}” is not {share.at.text} of £{whole:,f}: that is £{made:,.{amount.decimals}f}.",
        "Correct the sum or the percentage.",
        related=(share.at, *(one.at for one in beside if one.kind == "money" and _sum(one) == whole)),
    )


def _of_each(figures: Sequence[Figure], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the one sum of "3% of its contribution (£60 for the Council, £90 for the ICB, £1 for the Trust)"
    that is not the share of any sum, while those of the others are."""
    for at, share in enumerate(figures):
        sums = list(takewhile(lambda one: one.kind == "money", figures[at + 1 :]))
        text = share.at.passage.text
        if (
            share.kind != "percentage"
            or len(sums) < _FEWEST_OF_EACH
            or not _OF_EACH.fullmatch(text, share.at.end, sums[0].at.start)
            or any(")" in text[one.at.end : other.at.start] for one, other in pairwise(sums))
            or any(_OUT_OF.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(sums))
        ):
            continue
        wrong = [one for one in sums if not any(_is_its_share(one, share, whole) for whole in known)]
        if len(wrong) == 1:
            (only,) = wrong
            yield hit(
                only.at,
                f"“{only.at.text}” is not {share.at.text} of any sum, as those beside it are.",
                "Correct the sum or the percentage.",
                related=(share.at,),
            )


def _is_its_share(stated: Figure, share: Figure, whole: Decimal) -> bool:
    """Tell whether a sum is a percentage of another, to the last place that it has."""
    exact = whole * (share.value or Decimal(0)) / _HUNDRED
    return abs(_sum(stated) - exact) <= Decimal(1).scaleb(-stated.decimals)


def _unlike_their_amounts(pairs: Sequence[tuple[Figure, Figure]], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the one share that its sum is not of the whole that all the sums make, if only one is not."""
    together = sum((_sum(amount) for amount, _ in pairs), Decimal(0))
    if together not in known:
        return
    wrong = [(amount, share) for amount, share in pairs if not _rounds_to(_sum(amount) / together, share)]
    if len(wrong) == 1:
        yield _unlike_its_amount(*wrong[0], together)


def _rounds_to(part: Decimal, share: Figure) -> bool:
    unit = Decimal(1).scaleb(-share.decimals)
    return abs(part * _HUNDRED - (share.value or Decimal(0))) <= unit * Decimal("0.51")


def _unlike_its_amount(amount: Figure, share: Figure, whole: Decimal) -> Hit:
    made = (_sum(amount) * _HUNDRED / whole).quantize(Decimal(1).scaleb(-share.decimals))
    return hit(
        share.at,
        f"“{share.at.text}” is not the share that {amount.at.text} is of £{whole:,f}: that is {made:f}%.",
        "Correct the sum or the percentage.",
        related=(amount.at,),
    )


def _fits(amount: Figure, share: Figure, whole: Decimal) -> bool:
    if whole < _sum(amount):
        return False
    unit = Decimal(1).scaleb(-share.decimals)
    exact = whole * (share.value or Decimal(0)) / _HUNDRED
    return abs(_sum(amount) - exact) <= (
        max(Decimal(1), whole * unit / 200) if share.decimals else Decimal(1)
    )


def _sum(figure: Figure) -> Decimal:
    """Return what a sum is worth: brackets around it in a sentence do not make it negative."""
    return abs(figure.value or Decimal(0))


def _made(share: Figure, whole: Figure) -> Decimal:
    return (share.value or Decimal(0)) * _sum(whole) / _HUNDRED


def _slack(stated: Figure, share: Figure, whole: Figure) -> Decimal:
    """Return by how much a sum may be out if it, its percentage or the whole was rounded."""
    scaled = Decimal(1).scaleb({"m": 6, "million": 6, "k": 3, "thousand": 3}.get(stated.scale, 0))
    unit = scaled.scaleb(-stated.decimals)
    rounded = Decimal(1).scaleb(-share.decimals) * _sum(whole) / 200
    return unit + (Decimal(0) if is_a_rate(share) else rounded)


def is_slip(stated: Decimal, right: Decimal, decimals: int) -> bool:
    """Tell whether a figure is another one with two digits exchanged or one digit mistaken.

    >>> is_slip(Decimal(1081850), Decimal(1018850), 0), is_slip(Decimal(1081850), Decimal(1128850), 0)
    (True, False)
    """
    first, second = (f"{value:.{decimals}f}".replace(".", "") for value in (stated, right))
    if first == second or len(first) != len(second) or (right < _LEAST_FOR_SLIP and not decimals):
        return False
    apart = [at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    exchanged = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(first) == sorted(second)
    return exchanged and len(first) > 3


def _hit(stated: Figure, share: Figure, whole: Figure, made: Decimal) -> Hit:
    right = f"£{made:,.{stated.decimals}f}"
    return hit(
        stated.at,
        f"“{stated.at.text}” is not {share.at.text} of {whole.at.text}: that is {right}.",
        "Correct the sum or the percentage.",
        related=(share.at, whole.at),
    )
