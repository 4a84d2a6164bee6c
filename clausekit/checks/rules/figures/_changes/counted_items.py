"""Numbers of things that a list sets out, "four purposes:", which are not the number of its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count, pairwise, takewhile

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS

_NO_ITEMS = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|times?|members?|people|persons?|representatives"
    r"|directors|officers|councillors|votes?|pounds|occasions|of|or|and|to|per)\b"
)
"""What is counted before a list that does not tell it one by one, or tells it in numbers of its own."""
_MODAL = r"(?:shall|must|may|will|can|agrees?|undertakes?|should|to|if|where|when|save|except|unless)"
_SOME = (
    r"(?<![\w-])(?<!least )(?<!most )(?<!than )(?<!first )(?<!last )(?<!other )(?<!any )(?<!next )"
    r"(?<!within )(?<!of which )(?<!up to )(?<!another )"
)
_THINGS = rf"(?P<things>(?:(?!{_NO_ITEMS})[A-Za-z][\w’-]*[ ]){{0,2}}?(?!{_NO_ITEMS})[A-Za-z][a-z-]+(?:s|ia))"
_LEADS = pattern(
    rf"{_SOME}(?P<count>{NUMBER_WORDS})[ ](?:following[ ])?{_THINGS}"
    rf"(?P<rest>(?:[ ,](?![ ]?{_MODAL}\b)[^:.; ]*){{0,14}})"
    r"(?:(?:shall|may|will|must)[ ]not[ ]be[^:.;]{1,40})?"
    r"(?<! of)(?<! from)(?<! by)(?<! to)(?<! on)(?<! for)(?<! then)(?<! with)(?P<end>[:.])\s*$",
    re.IGNORECASE,
)
"""How a paragraph ends that says how many things the list after it sets out."""
_DIVISION = (
    r"(?P<division>(?:Part[ ]\w{1,2}[ ]of[ ])?(?:Schedule|Annex|Appendix)[ ](?:\d{1,2}|[A-Z])\b"
    r"(?:,?[ ]Part[ ]\w{1,2}\b)?)"
)
_IN_DIVISION = pattern(
    rf"{_SOME}(?P<count>{NUMBER_WORDS})[ ]{_THINGS},?[ ](?:(?:which|that)[ ](?:are|is)[ ])?"
    r"(?:(?:set out|listed|described|named|given|specified|stated|made|contained|shown|defined)[ ])?"
    r"(?:in|by)[ ]"
    rf"{_DIVISION}",
    re.IGNORECASE,
)
_DIVISION_HAS = pattern(
    rf"{_DIVISION}[ ](?:\([^()]{{2,60}}\)[ ])?(?:sets?[ ]out|lists?|contains?|describes?|gives|names"
    rf"|specifies|has|makes|states)[ ](?:the[ ])?(?P<count>{NUMBER_WORDS})[ ]{_THINGS}"
    r"(?!\w|[ ]of[ ](?:the|them|which)\b)",
    re.IGNORECASE,
)
_NAMES_THEM = pattern(r" ?\([^()]* and [^()]*\)")
"""Brackets that name what was counted, so that the list is of something else: "two hubs (East and West)"."""
_COUNTS_ITSELF = pattern(rf"(?:{NUMBER_WORDS}|\d{{1,3}})\b", re.IGNORECASE)
_SIGNS = ("schedule", "annex", "appendix")
_FEWEST = 2
_SHORTLY, _SHORT = 120, 60
_MOST_APART = 2


def items_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of things that are not those which the list after them, or in the schedule named with
    them, sets out."""
    yield from _before_lists(instrument)
    yield from _in_divisions(instrument)


def _before_lists(instrument: Instrument) -> Iterator[Counted]:
    for lead, items in (*_led_lists(instrument), *_plain_lists(instrument)):
        text = lead.text
        found = _LEADS.search(text, max(lead.typed, len(text) - 2 * _SHORTLY))
        if (
            found is None
            or (found["end"] == "." and not all(map(_is_short, items)))
            or any(_COUNTS_ITSELF.match(item.words.lstrip()) for item in items)
            or _NAMES_THEM.match(found["rest"])
        ):
            continue
        yield from _if_other(Words(lead, found.start("count"), found.end("count")), len(items))


def _led_lists(instrument: Instrument) -> Iterator[tuple[Passage, Sequence[Passage]]]:
    """Yield the lists of bullets and of lettered items, each with the paragraph that leads to it."""
    for one in lists_of(instrument):
        if one.lead is not None and len(one.items) >= _FEWEST:
            yield one.lead, [item.passage for item in one.items]


def _plain_lists(instrument: Instrument) -> Iterator[tuple[Passage, Sequence[Passage]]]:
    """Yield the lists numbered "1.", "2.", "3." below a colon, whose numbers are none of clauses."""
    passages = [place.passage for place in instrument.places if place.role in ("text", "heading")]
    for at, (lead, first) in enumerate(pairwise(passages), start=1):
        if first.number == "1" and lead.text.rstrip().endswith(":"):
            items = _counted_on(passages[at:])
            later = next((one.number for one in passages[at + len(items) :] if one.number.isdecimal()), "")
            if len(items) >= _FEWEST and later != str(len(items) + 1):
                yield lead, items


def _counted_on(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Return the passages at the beginning that are numbered 1, 2, 3 one directly after the other."""
    numbered = zip(passages, count(1), strict=False)
    return [passage for passage, _ in takewhile(lambda pair: pair[0].number == str(pair[1]), numbered)]


def _is_short(item: Passage) -> bool:
    """Tell whether an item names something, and is no provision of its own."""
    return len(item.words) <= _SHORT


def _in_divisions(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of what the numbered paragraphs of a schedule, or of a part of one, are by its
    heading: "Schedule 1: Amendments"."""
    for way in (_IN_DIVISION, _DIVISION_HAS):
        for words, found in instrument.search(way, "text", "note", signs=_SIGNS):
            items = _paragraphs(instrument, found["division"], plain(found["things"]).split()[-1])
            if items:
                yield from _if_other(words.part(found.start("count"), found.end("count")), len(items))


def _paragraphs(instrument: Instrument, division: str, thing: str) -> Sequence[Place]:
    """Return the numbered paragraphs of a division whose heading names things; none if they have
    paragraphs of their own, or are not counted from 1."""
    asked = sorted(plain(division).replace(" of ", " ").split())
    inside = [
        place
        for place in instrument.places
        if place.passage.division and sorted(plain(place.passage.division).split()) == asked
    ]
    headings = [place.passage.words for place in inside if place.role == "heading"]
    numbered = [place for place in inside if place.role == "text" and place.passage.number]
    numbers = [place.passage.number for place in numbered]
    if len(headings) != 1 or thing not in plain(headings[0]).split() or any(place.table for place in inside):
        return ()
    return numbered if numbers == [str(at) for at in range(1, len(numbers) + 1)] else ()


def _if_other(stated: Words, items: int) -> Iterator[Counted]:
    said = count_of(stated.text)
    if said is None or said < _FEWEST or said == items:
        return
    if max(said, Decimal(items)) <= _MOST_APART * min(said, Decimal(items)):
        yield Counted(stated, Decimal(items))
