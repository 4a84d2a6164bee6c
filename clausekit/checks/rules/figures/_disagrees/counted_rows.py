"""Numbers of things that a table sets out, "the seven indicators in Table 4", which are not those it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.told_numbers import Told, told_numbers
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.rules.figures._tables.set_out import SetOut, set_out, tables_named
from clausekit.patterns import pattern

_DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix|Part)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b", re.IGNORECASE)
_NARROWED = pattern(
    r"[ ](?:that|which|who|whose|where|led|run|managed|hosted|marked|with|without|not|for which|affected"
    r"|concerned|relating|falling|funded|of (?:its|their) own|paid for|provided|commissioned"
    r"|under|out of|of (?:the|them|these|those|which|whom)|per"
    r"|each(?! (?:quarter|month|year|week|time|meeting)\b)|or (?:more|fewer|less)"
    r"|at a|a (?:year|month|week|quarter|day))\b",
    re.IGNORECASE,
)
"""How words begin after things that are told apart from others of their kind."""
_ALL_SHOWN = pattern(
    r"[ ](?:that|which|who)\b[^.;,]{2,60}?[ ](?:is|are)[ ]"
    r"(?:set out|listed|shown|described|named|given)[ ]in\b"
)
"""How words go on after things that are all shown: "which may be shared are listed in Part 1"."""
_ARE_SHOWN = pattern(
    r"[ ](?:are|appear|stand)[ ](?:set out|listed|shown|described|named|given|included|in|below"
    r"|as follows|these)\b",
    re.IGNORECASE,
)
_THEY_ARE_SHOWN = pattern(
    r"[ ](?:The|These|They|Those|Their|Its|Each)\b[^.;:]{0,60}?[ ](?:is|are|appears?)[ ]"
    r"(?:set out|listed|shown|named|given|described)[ ](?:in|below|by)\b[^.]{0,60}"
)
"""How the next sentence tells where things are: "The posts are listed in Table 6."."""
_LEADS_ON = pattern(r"\b(?:as follows|these|the following)\b[^.;]*:?\s*$|:\s*$")
_POINTS_ON = pattern(
    r"\b(?:below|following|as (?:follows|shown|set out|listed)|(?:is|are) (?:these|as follows)|here"
    r"|this table|the table)\b|:\s*$",
    re.IGNORECASE,
)
_THERE_ARE = pattern(
    r"\b(?:there (?:are|is|will be|shall be)|amounts? to|numbers?|employs?|totals?|consists? of|comprises?"
    r"|is made up of|are made up of|has|have"
    r"|out of|divided (?:in|among|between|into)|sets? out|lists?|includes?|covers?|contains?"
    r"|the|its|these|all|our)"
    r"[ ](?:the[ ]|a total of[ ])?$",
    re.IGNORECASE,
)
_ALL = pattern(r"\ball (?:of )?(?:the |its |our )?$", re.IGNORECASE)
"""How words end before the number of things of which none is left out."""
_NO_THINGS = frozenset(("day", "month", "week", "hour", "minute", "year", "time", "pound", "half", "quarter"))
_NEUTRAL = frozenset(
    (
        *(
            "equal",
            "separate",
            "different",
            "following",
            "quarterly",
            "monthly",
            "annual",
            "yearly",
            "ordinary",
        ),
        *("named", "agreed", "main", "individual", "key", "regular", "distinct", "such", "several"),
    )
)
"""Words before the name of things that do not tell them apart from others of the name."""
_PLURALS = ("s", "people", "equivalent", "wte", "fte")
_NEAR = 2
_SHORTLY, _LONG = 40, 120
_MOST_APART = 2
_FEWEST = 2


def rows_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of things that are not those of the table that is said to set them out."""
    things = set_out(instrument)
    for told in numbers_told(instrument):
        named = [one for one in things if is_named(one, told)]
        meant = _meant(told, named) if named else []
        if not meant or any(told.count in one.counts for one in named):
            continue
        if _is_near(told.count, meant[0].number):
            yield Counted(told.stated, meant[0].number)


def numbers_told(instrument: Instrument) -> tuple[Told, ...]:
    """Return the numbers of things that sentences tell, where a table sets out things of that name."""
    return instrument.once(_numbers_told)


def _numbers_told(instrument: Instrument) -> tuple[Told, ...]:
    names = {one.name[-1] for one in set_out(instrument)} - _NO_THINGS
    signs = sorted(name.removesuffix("y") for name in names)  # "priorities" of a column "Priority"
    return tuple(told_numbers(instrument, signs)) if signs else ()


def is_named(one: SetOut, told: Told) -> bool:
    """Tell whether a sentence counts what a table sets out: with no word before its name that tells some of
    them apart."""
    words = told.phrase.split()
    for end in range(len(words), 0, -1):
        said = plain(" ".join(words[:end])).split()
        if said and said[-1] == one.name[-1] and said[-1] not in _NO_THINGS:
            apart = set(said[:-1]) - one.about - set(one.name) - _NEUTRAL
            before = apart and not (_follows(one, told) and _LEADS_ON.search(told.sentence.text))
            return words[end - 1].lower().endswith(_PLURALS) and not (before or _are_some(told, words[:end]))
    return False


def _are_some(told: Told, words: Sequence[str]) -> bool:
    """Tell whether what stands after things, or that a sentence begins with them, says that they are only
    some of their kind: "two schemes led by the ICB"."""
    if told.after:
        return False
    after = _after(told, words)
    begins = told.stated.start == told.sentence.start
    shown = _ARE_SHOWN.match(after) or _shown_next(told)
    narrowed = _NARROWED.match(after) and not _ALL_SHOWN.match(after)
    return bool(narrowed) or (begins and not shown)


def _shown_next(told: Told) -> str:
    """Return the sentence after one that counts things, if it says where they are listed."""
    found = _THEY_ARE_SHOWN.match(told.sentence.passage.text, told.sentence.end)
    return found[0] if found else ""


def _after(told: Told, words: Sequence[str]) -> str:
    """Return what stands after the things that a sentence counts."""
    text = told.stated.passage.text
    at = text.find(words[-1], told.stated.end) + len(words[-1])
    return text[at : at + _LONG]


def _meant(told: Told, named: Sequence[SetOut]) -> list[SetOut]:
    """Return the tables of those that name things which a sentence means: by its number, by that of its
    schedule, as the one that follows; or, if it says that there are so many, by its name in full."""
    text = f"{told.sentence.text}{_shown_next(told)}"
    before = told.stated.shortly_before(_SHORTLY)
    numbers = tables_named(text)
    of_table = [one for one in named if one.table in numbers]
    if of_table or (numbers and not _ALL.search(before)):
        return _of_one_number(of_table)
    following = [one for one in named if _follows(one, told)]
    if following and _POINTS_ON.search(text):
        return _of_one_number(following)
    divisions = {name.lower() for name in _DIVISION.findall(text)}
    inside = [one for one in named if _is_inside(one, divisions)]
    if inside:
        return _of_one_number(inside)
    if _ALL.search(before):
        return _of_one_number(list(named))
    in_full = [one for one in named if _is_in_full(one, told)]
    return sorted(in_full, key=lambda one: -one.number) if _THERE_ARE.search(before) else []


def _of_one_number(meant: list[SetOut]) -> list[SetOut]:
    """Return tables if all have the same number of things: else it is not known which are counted."""
    return meant if len({one.number for one in meant}) == 1 else []


def _follows(one: SetOut, told: Told) -> bool:
    assert one.grid.place is not None
    return 0 < one.grid.place.order - told.place.order <= _NEAR


def _is_inside(one: SetOut, divisions: set[str]) -> bool:
    assert one.grid.place is not None
    own = [name.lower() for name in _DIVISION.findall(one.grid.place.passage.division)]
    parts = {name for name in divisions if name.startswith("part")}
    tops = divisions - parts
    return bool(own) and own[0] in tops and (not parts or own[-1] in parts)


def _is_in_full(one: SetOut, told: Told) -> bool:
    """Tell whether a sentence gives things the name of several words that a table does, or stands with it
    under one heading."""
    words = plain(told.phrase).split()
    name = list(one.name)
    several = len(name) >= _FEWEST and any(
        words[:at][-len(name) :] == name for at in range(1, len(words) + 1)
    )
    place = one.grid.place
    here = place is not None and place.clause is not None and place.clause is told.place.clause
    return several or ((here or _stands_before(one, told)) and words[: len(name)] == name)


def _stands_before(one: SetOut, told: Told) -> bool:
    """Tell whether a table stands shortly before a sentence, in its schedule."""
    place = one.grid.place
    if place is None or not place.passage.division or place.passage.division != told.place.passage.division:
        return False
    return 0 < told.place.order - place.order <= sum(map(len, one.grid.rows)) + _NEAR


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= _MOST_APART * min(one, other)
