"""Portions that sentences and lists give as shares of one whole, and that do not make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from fractions import Fraction
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import MINIMUM
from clausekit.checks.rules.figures._sentences.bearers import BEARER_AFTER, BEARER_BEFORE, BEARER_WHERE
from clausekit.checks.rules.figures._sentences.portions import Portion, portions_in, with_portions
from clausekit.checks.rules.figures._shares.purposes import are_of_purposes
from clausekit.checks.rules.figures._shares.shares_listed import shares_listed
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_SHARES = pattern(
    r"\b(?:bears?|borne|shares?|shared|split|proportions?|apportion(?:ed|ment)?|divided|contributes?"
    r"|contributed|meets?|pays?|paid|payable"
    r"|funded|allocated|returned|repaid|refunded|distributed|goes|go|falls|fall|met|financed|charged"
    r"|recovered|owned|owns|belongs?|responsible|liable|entitled|fund|keeps?|invoiced|given|credited|due"
    r"|found|finds?|provided|provides?|supplies|supply|brings?|gives?|financed|covered|carried|attributed"
    r"|absorbed|as to|(?:contribution|contributing|sharing|risk|cost|funding|partner|payment|apportionment"
    r"|agreed) percentages?)\b",
    re.IGNORECASE,
)
_SHARES_OF = pattern(
    r"(?:\(?[\w.]+\)?\s+)?of (?:the|these|those|all|its|their) [^.;:]{3,80}, ?", re.IGNORECASE
)
_NO_WHOLE = pattern(
    rf"\b(?:votes?|voting|target|interest (?:rate|at|of|on)|first|next|thereafter|then|{MINIMUM}|maximum"
    r"|threshold|tolerance|in (?:the )?later years|(?:second|third|final) year"
    r"|increase\w*|reduc\w+|rise\w*|uplift|discount|inflation|grows?|grew|falls? (?:from|by))\b",
    re.IGNORECASE,
)
"""Words which show that the percentages of a sentence are of different wholes."""
_IN_ONE_YEAR = pattern(
    r"^(?:\(?[\w.]+\)?\s+)?(?:For|In|During|Over) (?:the|its|that) (?:first|second|third|next|last|final) "
    r"(?:[A-Z]?\w+ )?[Yy]ear,? (?!\d)"
)
"""What a sentence begins with that tells the shares of one year."""
_A_YEAR = pattern(r"\byears? (?:\d\b|one\b|two\b|three\b)", re.IGNORECASE)
"""A year by its number: where two are named, the percentages may be of one each."""
_NO_WHOLE_BESIDE = pattern(
    r"\b(?:up to|at least|more than|exceed\w*|over|under|within|remainder|remaining|balance|rest|less than"
    r"|greater|below|above|further|additional|not more|no more|other|same"
    r"|each(?!,? (?:of (?:which|whom|them)|party|partner|to|shall|will|must|paying|being|bearing|having)\b)"
    r"|both(?!,? (?:of (?:which|whom|them)|to|shall|will|must|paying|being)\b)|a year|per annum)\b",
    re.IGNORECASE,
)
"""Words which show it where they stand among the shares."""
_THE_REST = pattern(r"\b(?:the )?(?:remaining|other|remainder(?: of|,)?|balance(?: of|,)?|rest(?: of|,))[ ]$")
_BESIDE_BEFORE, _BESIDE_AFTER = 14, 24
_BESIDE_BEFORE, _BESIDE_AFTER = 14, 24
_FIRST_WITHIN = pattern(r"(?: of [\w ’'-]{1,60})? within ")
_STAGE = pattern(
    r"(?: of (?:the |its |that )?(?:[\w’-]+ ){0,3}(?:price|fees?|grant|sum|total|funds?|costs?"
    r"|contribution|overspend"
    r"|underspend|payment|budget|loss|surplus))?(?: (?:shall|will) be)?(?: (?:payable|paid|due))?,?"
    r" (?:on|when|at|upon|by (?=\d|the end))\b"
)
"""What stands after a part of a price that is paid at a stage of the work."""
_LIMIT = pattern(
    r"\b(?:limit|cap|ceiling|maximum|threshold|tolerance|collar)(?: (?!and\b|or\b)[\w’]+){0,5} (?:of|at) $"
    r"|\b(?:capped|limited) (?:at|to) $"
)
"""What stands before a percentage that limits what the shares are of."""
_THRESHOLD = pattern(
    r"\b(?:more than|less than|exceed\w*(?: [\w’]+){0,5}(?: by)?|over|above|below|up to|at least|within"
    r"|greater than|not more than|by more than)[ ]$"
)
_UP_TO_A_LIMIT = pattern(r",? (?:each )?(?:up to|within|subject to|but)\b")
"""What is said after shares of how far they go."""
_LED_BY_COLON = pattern(
    r"\b(?:shares|proportions|parts|percentages|portions|follows|split|divided"
    r"|shared|apportioned|distributed|allocated)(?: \w+){0,3}: ?"
)
_NEXT_SHARE = pattern(r"[^:.%]{1,120}?(?:,|;|,? and|; and)[ ](?:the (?:remaining|other|last) )?(?:as to )?")
_JOINED = pattern(r"(?:,? and |, |,? to )")
_IN_PROPORTIONS = pattern(r"\b(?:proportions?|shares|ratio|percentages)(?: of|:)? $")
_RESPECTIVELY = pattern(r",? respectively\b")
_WEIGHED = pattern(r"\b(?:weight(?:ed|ing|ings)?|weighed|marks|scored)\b")
"""Words about the weights of criteria."""
_LONGEST_LINE = 80
_LEAST, _MOST = Fraction(80, 100), Fraction(125, 100)
_WHOLE_OF_IT = Fraction(1)


def shares_not_whole(instrument: Instrument) -> Iterator[Sequence[Portion]]:
    """Yield the portions that are shares of one whole and do not make it."""
    yield from _in_running_text(instrument)
    yield from _in_lists(instrument)
    for portions in shares_listed(instrument):
        yield from _if_not_whole(portions)


def _in_running_text(instrument: Instrument) -> Iterator[Sequence[Portion]]:
    kept = with_portions(instrument)
    before: Place | None = None
    for place in instrument.places:
        lead = _unfinished(before, place)
        before = place
        for sentence in instrument.sentences_of(place.passage) if place.passage in kept else ():
            yield from _in_sentence(sentence, lead)
            lead = ""


def _unfinished(before: Place | None, place: Place) -> str:
    """Return the last words of the paragraph before one without a number, if that is a line which goes on in
    it: "borne in the proportions"."""
    if before is None or place.passage.label or {before.role, place.role} != {"text"}:
        return ""
    text = before.passage.words.rstrip()
    return "" if text.endswith((".", ";", ":", "!", "?")) else text[-_LONGEST_LINE:]


def _in_sentence(sentence: Words, lead: str = "") -> Iterator[Sequence[Portion]]:
    """Yield the portions of a sentence if they are shares of one whole and do not make it; its percentages
    are tried before its fractions are counted in. ``lead`` are the words from which it goes on."""
    every = list(portions_in(sentence.passage, sentence.start, sentence.end))
    percentages = [one for one in every if one.is_percentage]
    text = f"{lead} {sentence.text}"
    shares = bool(_speaks_of_shares(sentence) or _SHARES.search(lead)) and not _may_be_of_several(text)
    for portions in (percentages, every) if len(every) > len(percentages) else (percentages,):
        kept = [one for one in portions if not _is_limit(one)]
        if len(kept) > 1 and shares:
            after = BEARER_WHERE if _SHARES_OF.match(sentence.text) else BEARER_AFTER
            yield from _in_text(kept, after)
            if len(kept) == len(portions) and (
                all(_STAGE.match(one.at.after) for one in kept)
                or _are_enumerated(kept)
                or _follow_a_colon(kept)
            ):
                yield from _if_not_whole(kept)
    if not _may_be_of_several(text) and are_of_purposes(percentages):
        yield from _if_not_whole(percentages)
    if len(percentages) > 1 and _SHARES_OF.match(sentence.text) and _is_the_rest(percentages[-1]):
        yield from _if_not_whole(percentages)
    if len(percentages) > 1 and _WEIGHED.search(sentence.text) and not _NO_WHOLE_BESIDE.search(sentence.text):
        yield from _if_not_whole(percentages)
    if len(percentages) > 1 and not shares:
        yield from _within_limits(percentages)


def _may_be_of_several(text: str) -> bool:
    """Tell whether the percentages of a text may be of different wholes, or of one in different years."""
    within = _IN_ONE_YEAR.sub("", text.strip())
    return _NO_WHOLE.search(within) is not None or len(_A_YEAR.findall(text)) > 1


def _is_limit(portion: Portion) -> bool:
    before = portion.at.shortly_before(60)
    return _THRESHOLD.search(before) is not None or _LIMIT.search(before) is not None


def _is_the_rest(portion: Portion) -> bool:
    """Tell whether a percentage is said to be all that remains: "and the remaining 8 per cent"."""
    return _THE_REST.search(portion.at.shortly_before(_BESIDE_AFTER)) is not None


def _are_enumerated(portions: Sequence[Portion]) -> bool:
    """Tell whether portions follow each other directly: "in the proportions 60% and 40% respectively"."""
    text = portions[0].at.passage.text
    joined = all(_JOINED.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(portions))
    led = _IN_PROPORTIONS.search(portions[0].at.shortly_before(40))
    return joined and bool(led or _RESPECTIVELY.match(portions[-1].at.shortly_after(20)))


def _follow_a_colon(portions: Sequence[Portion]) -> bool:
    """Tell whether portions are what "in these shares:" leads to: "60% is repaid, and 40% is kept"."""
    first = portions[0].at
    text = first.passage.text
    lead = text[max(0, first.start - _LONGEST_LINE) : first.start]
    colon = _LED_BY_COLON.search(lead)
    return (
        colon is not None
        and colon.end() == len(lead)
        and all(_NEXT_SHARE.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(portions))
        and not _NO_WHOLE_BESIDE.search(_THE_REST.sub("", text[first.start : portions[-1].at.start]))
    )


def _in_lists(instrument: Instrument) -> Iterator[Sequence[Portion]]:
    for lead, items in _lists(instrument.places, with_portions(instrument)):
        if not _SHARES.search(lead) or _may_be_of_several(lead):
            continue
        portions = [one for _, one in items]
        if lead.rstrip().endswith(":") and all(_is_stage(*item) for item in items):
            yield from _if_not_whole(portions)
        else:
            yield from _in_text(portions, BEARER_AFTER)


def _is_stage(place: Place, portion: Portion) -> bool:
    """Tell whether an item of a list begins with the part of a price that is paid at a stage."""
    begins = portion.at.start == place.passage.typed or not portion.at.before.strip()
    return begins and _STAGE.match(portion.at.after) is not None


def _speaks_of_shares(sentence: Words) -> bool:
    return bool(_SHARES.search(sentence.text) or _SHARES_OF.match(sentence.text))


def _in_text(portions: Sequence[Portion], bearer: re.Pattern[str]) -> Iterator[Sequence[Portion]]:
    """Yield portions, each of another body, that do not make the whole."""
    for group in _by_bearer(portions, bearer):
        text, last = group[0].at.passage.text, group[-1].at
        before = text[max(0, group[0].at.start - _BESIDE_BEFORE) : last.start]
        among = _THE_REST.sub("", before) + text[last.start : last.end]
        after = text[last.end : last.end + 2 * _BESIDE_AFTER].partition(". ")[0]
        beside = _NO_WHOLE_BESIDE.search(among + _UP_TO_A_LIMIT.split(after)[0])
        if beside is None or beside.start() >= len(among) + _BESIDE_AFTER:
            yield from _if_not_whole(group)


def _if_not_whole(portions: Sequence[Portion]) -> Iterator[Sequence[Portion]]:
    made = sum((one.value for one in portions), Fraction(0))
    if made != _WHOLE_OF_IT and _LEAST <= made <= _MOST and not _thirds(portions, made):
        yield portions


def _within_limits(portions: Sequence[Portion]) -> Iterator[Sequence[Portion]]:
    """Yield parts of one whole, each "within" another limit, if they make more than 100.

    Shares that count those before in grow with the limit; one that falls shows that these do not.
    """
    first, *others = portions
    text = first.at.passage.text
    if not _FIRST_WITHIN.match(text, first.at.end) or not all(
        text.startswith(" within ", one.at.end) for one in others
    ):
        return
    values = [one.value for one in portions]
    falls = any(other < one for one, other in pairwise(values))
    if falls and sum(values) > 1:
        yield portions


def _thirds(portions: Sequence[Portion], made: Fraction) -> bool:
    """Tell whether equal shares miss the whole by their rounding only."""
    unit = min(one.unit for one in portions)
    alike = len({one.value for one in portions}) == 1
    return alike and abs(made - _WHOLE_OF_IT) <= unit * len(portions) / 2


def _lists(places: Iterable[Place], kept: Set[Passage]) -> Iterator[tuple[str, list[tuple[Place, Portion]]]]:
    """Yield the lists of which each item has one portion, with the words that lead in."""
    lead, items = "", list[tuple[Place, Portion]]()
    for place in places:
        portion = _only_portion(place, lead) if place.passage in kept else None
        if portion is not None:
            items.append((place, portion))
            continue
        if len(items) > 1:
            yield lead, items
        lead, items = place.passage.words, []
    if len(items) > 1:
        yield lead, items


def _only_portion(place: Place, lead: str) -> Portion | None:
    """Return the one portion of an item of a list, numbered or set as a line of its own."""
    passage = place.passage
    if place.role != "text":
        return None
    lettered = bool(passage.label) and not passage.label[0].isdecimal()
    line = lead.rstrip().endswith(":") and len(passage.words) <= _LONGEST_LINE
    if not (lettered or line):
        return None
    found = list(portions_in(passage, passage.typed, len(passage.text)))
    return found[0] if len(found) == 1 else None


def _by_bearer(portions: Sequence[Portion], bearer: re.Pattern[str]) -> Iterator[list[Portion]]:
    """Yield portions that stand each directly after the name of another body, or directly before it.

    Where a body comes again, other shares begin: "60% (Council) and 40% (ICB), and ... 50% (Council) ...".
    """
    before = [BEARER_BEFORE.search(one.at.shortly_before(120)) for one in portions]
    after = [bearer.match(one.at.shortly_after(120)) for one in portions]
    for found in (after, before):
        if not all(found):
            continue
        group, seen = list[Portion](), set[str]()
        for one, match in zip(portions, found, strict=True):
            name = match[1] if match else ""
            if name in seen:
                if len(group) > 1:
                    yield group
                group, seen = [], set()
            group.append(one)
            seen.add(name)
        if len(group) > 1:
            yield group
        return
