"""Numbers of things that a list names elsewhere: "The Founding Members are: (a) ... (d) ..." and "none of the
three Founding Members"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NAMED_THINGS = r"(?P<things>[A-Z][\w’-]*(?:[ ][A-Z][\w’-]*){0,3}s)"
_ARE = pattern(
    rf"\b[Tt]he[ ]{_NAMED_THINGS}[ ](?:(?:at|on)[ ]the[ ][A-Z][\w ]{{2,30}}[ ])?"
    r"(?:are|shall be|will be|comprise|consist of)(?:[ ](?:as follows|these|the following))?[ ]?:\s*$"
)
"""How a paragraph ends that names things with a name, in the list after it."""
_PLAIN_THINGS = (
    r"(?P<things>(?:[a-z]+ )?(?:members|representatives|partners|schemes|services|sub-groups|objectives"
    r"|outcomes|principles|functions|standards|sites|documents))"
)
_PLAIN_ARE = pattern(
    rf"\b[Tt]he[ ]{_PLAIN_THINGS}(?:[ ]of[ ]the[ ][A-Z][\w ]{{2,40}})?[ ]"
    r"(?:are|shall be|will be|comprise|consist of)(?:[ ](?:as follows|these|the following))?[ ]?:\s*$"
)
_PLAIN_COUNTED = pattern(
    rf"\b(?:[Tt]he|[Tt]hese|has|have|[Tt]here are|comprises?|consists? of)[ ]"
    rf"(?P<count>{COUNT})[ ]{_PLAIN_THINGS}\b"
)
"""The same of things without a name, "The Board has six voting members": each item must be one of them."""
_OF_MANY = pattern(
    r"(?:up to|at least|no more than|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b|[a-z]+s\b)",
    re.IGNORECASE,
)
_COUNTED = pattern(
    rf"\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Oo]ur|[Tt]hese)[ ](?P<count>{COUNT})[ ]{_NAMED_THINGS}(?![\w’]|[ ][A-Z])"
)
_SOME = pattern(
    r"\b(?:other|first|last|any|least|most|remaining|next|two of|one of|some of|following)[ ](?:of[ ])?$"
    r"|\b(?:two|three|four|five|six)[ ]of[ ]$",
)
_NARROWED = pattern(
    r"[ ](?:which|that|who|whose|with|without|from|in|of|led|named|appointed|mentioned|listed|under"
    r"|other|for)\b"
)
_FEWEST, _FARTHEST = 2, 3
_SHORTLY, _LONGEST = 20, 90


def listed_things(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of things with a name that are not those which the one list of them names."""
    yield from _miscounted(instrument, _COUNTED, _named_lists(instrument, _ARE, _is_name))
    yield from _miscounted(instrument, _PLAIN_COUNTED, _named_lists(instrument, _PLAIN_ARE, _is_one))


def _miscounted(
    instrument: Instrument, counted: re.Pattern[str], lists: Mapping[str, Decimal]
) -> Iterator[Counted]:
    for words, found in instrument.search(counted, "text", "note") if lists else ():
        listed, count = lists.get(plain(found["things"])), count_of(found["count"])
        stated = words.part(found.start("count"), found.end("count"))
        if listed is None or count is None or count < _FEWEST or _is_some(words):
            continue
        if count != listed and abs(count - listed) <= _FARTHEST:
            yield Counted(stated, listed)


def _named_lists(
    instrument: Instrument, are: re.Pattern[str], is_one: Callable[[str], bool]
) -> Mapping[str, Decimal]:
    """Return how many items lists have that name things, by the name of those; none of two such lists."""
    found: dict[str, set[int]] = {}
    for one in lists_of(instrument):
        lead = are.search(one.lead.text, one.lead.typed) if one.lead else None
        if lead and len(one.items) >= _FEWEST and all(is_one(item.passage.words) for item in one.items):
            found.setdefault(plain(lead["things"]), set()).add(len(one.items))
    return {name: Decimal(numbers.pop()) for name, numbers in found.items() if len(numbers) == 1}


def _is_name(words: str) -> bool:
    """Tell whether an item names one thing, and does no more than that."""
    text = words.strip()
    return (
        len(text) <= _LONGEST and ":" not in text and not text.lower().startswith(("any ", "each ", "all "))
    )


def _is_one(words: str) -> bool:
    """Tell whether an item names one person or thing: no number of them, and no plural."""
    first = words.strip().removeprefix("The ").removeprefix("the ")
    return _is_name(words) and not _OF_MANY.match(first) and not any(map(str.isdecimal, words))


def _is_some(words: Words) -> bool:
    """Tell whether words before or after things say that they are only some of them."""
    return bool(
        _SOME.search(words.shortly_before(_SHORTLY)) or _NARROWED.match(words.shortly_after(_SHORTLY))
    )
