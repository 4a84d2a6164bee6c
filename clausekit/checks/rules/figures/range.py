"""CK-FIGURE-RANGE: a range, a limit or a change that is the wrong way round, or more than all there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._spent_way import spent_the_wrong_way
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, SCALES, number_of

_SCALE = r"(?: ?(?:million|billion|thousand|bn|m|k)\b)?"
_UNIT = (
    r"(?: ?%| per ?cent\b|(?: (?:working|calendar|business|clear))? "
    r"(?:hours?|days?|weeks?|months?|years?|minutes?|members?|people|persons|patients|places|beds|visits|miles"
    r"|meetings?|representatives?|staff)\b)"
)


def _figure(name: str) -> str:
    """Return a pattern of a figure with its unit, in the groups of a name."""
    return (
        rf"(?P<{name}>£ ?\d[\d,]*(?<!,)(?:\.\d+)?{_SCALE}"
        rf"|(?<![\w.,£/–-])\d[\d,]*(?<!,)(?:\.\d+)?|{NUMBER_WORDS})"
        rf"(?P<{name}_unit>{_UNIT})?(?![\w£])"
    )


def _two(joined: str, first: str = "first", second: str = "second") -> str:
    """Return a pattern of two figures, joined by some words."""
    return rf"{_figure(first)} {joined} {_figure(second)}"


_LEAST = r"(?:a minimum of|at least|(?:not|no) (?:less|fewer) than)"
_MOST = r"(?:a maximum of|at most|(?:not|no) more than|up to)"
_JOINED = r"(?:(?:\w+ ){0,3}(?:and|but|or))"
_RANGE = pattern(
    rf"\b(?:(?:rang(?:e|es|ed|ing)|var(?:y|ies|ying)) (?:from )?{_two('(?:up )?to')}"
    rf"|between {_two('and', 'low', 'high')})",
    re.IGNORECASE,
)
_BEGINS_SHORT_RANGE = pattern(rf"(?<!from )(?<![\w.,]){_figure('first')} to $", re.IGNORECASE)
_LONGEST_FIGURE = 40
_LIMITS = pattern(
    rf"\b(?:{_LEAST} {_figure('first')} {_JOINED} (?:with )?{_MOST} {_figure('second')}"
    rf"|{_MOST} {_figure('high')} {_JOINED} (?:with )?{_LEAST} {_figure('low')})"
    r"(?! of (?:them|whom|which|these|those|the)\b)",
    re.IGNORECASE,
)
_DOWN = (
    r"(?:reduc(?:e[sd]?|ing|tion)|decreas(?:e[sd]?|ing)|lower(?:s|ed|ing)?|falls?|fell|fall(?:en|ing)|cuts?|declin(?:e[sd]?"
    r"|ing)|drop(?:s|ped)?|shorten(?:s|ed|ing)?)"
)
_UP = (
    r"(?:increas(?:e[sd]?|ing)|ris(?:e|es|ing|en)|rose|rais(?:e[sd]?|ing)|grows?|grew|extend(?:s|ed|ing)?"
    r"|lengthen(?:s|ed|ing)?)"
)
_CHANGE = pattern(rf"\b(?:(?P<down>{_DOWN})|{_UP})\b[^.;%£]{{0,80}}? from {_two('to')}", re.IGNORECASE)
_ALL = pattern(
    r"(?<![\w.,])(?P<share>\d{3}(?:\.\d+)?)(?: ?%| per ?cent) of (?:(?:all|the|its|their|those) ){0,2}"
    r"(?:[a-z-]+ )?(?:patients|meetings|staff|users|clients|residents|cases|members|people|children|carers"
    r"|votes|pupils|employees|practices|pharmacies|invoices|posts|referrals|complaints|requests)\b"
)
_AGAINST_A_PLAN = pattern(
    r"\b(?:plan(?:ned|s)?|expect\w*|contract(?:ed)?|targets?|forecast|baseline|budget\w*|last year|previous"
    r"|prior|compared|capacity|commissioned)\b",
    re.IGNORECASE,
)
_TWO_SHARES = pattern(r"\b(?:split|divid\w+|shar\w+|differ\w+|ratio|gap|choos\w+|choice|compar\w+)\b[^.;]*$")
_DAYS: Mapping[str, Decimal | int] = {
    "hour": Decimal(1) / 24,
    "minute": Decimal(1) / 1440,
    "day": 1,
    "week": 7,
    "month": 30,
    "year": 365,
}
_NEAR = 60
_WHOLE = 100
_SIGNS = ("rang", "var", "between")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_RANGE, signs=_SIGNS):
        low, high = ("low", "high") if match["low"] else ("first", "second")
        if _is_more(match, low, high) and not _TWO_SHARES.search(words.shortly_before(_NEAR)):
            yield _hit(words, "begins with the larger of two figures", "Turn them round, or correct one.")
    for period in instrument.periods:
        begins = _BEGINS_SHORT_RANGE.search(period.at.shortly_before(_LONGEST_FIGURE))
        unit = _unit(begins["first_unit"]) if begins else ""
        if begins and unit in ("", period.unit) and _value(begins["first"]) > period.count:
            words = period.at.part(period.at.start - len(begins[0]), period.at.end)
            yield _hit(words, "begins with the larger of two figures", "Turn them round, or correct one.")
    for words, match in instrument.search(_LIMITS, signs=("least", "minimum", "less than", "fewer than")):
        low, high = ("low", "high") if match["low"] else ("first", "second")
        if _is_more(match, low, high):
            yield _hit(words, "asks for more at the least than at the most", "Correct one of the two.")
    for words, match in instrument.search(_CHANGE, signs=(" from ",)):
        up = _is_more(match, "second", "first")
        down = _is_more(match, "first", "second")
        if (up and match["down"]) or (down and not match["down"]):
            yield _hit(words, f"goes {'up' if up else 'down'}", "Turn the figures round, or correct one.")
    for words, match in instrument.search(_ALL, signs=("% of", "per cent of", "percent of")):
        against = f"{words.shortly_before(_NEAR)}{words.text}{words.shortly_after(_NEAR)}"
        if Decimal(match["share"]) > _WHOLE and not _AGAINST_A_PLAN.search(against):
            yield _hit(words, "is more than all of them", "Correct the percentage.")
    for words, term in spent_the_wrong_way(instrument):
        yield hit(
            words,
            f"“{words.text}” is the wrong way round: that is no {term.lower()}.",
            "Say that more is spent for an overspend, less for an underspend.",
            confidence="likely",
        )


def _hit(words: Words, what: str, remedy: str) -> Hit:
    return hit(words, f"“{words.text}” {what}.", remedy, confidence="likely")


def _is_more(match: re.Match[str], one: str, other: str) -> bool:
    """Tell whether one of two figures of the same unit is more than the other."""
    more, less = match[one], match[other]
    unit, other_unit = _unit(match[f"{one}_unit"]), _unit(match[f"{other}_unit"])
    if more.startswith("£") != less.startswith("£"):
        return False
    if unit in _DAYS and other_unit in _DAYS:
        return _value(more) * _DAYS[unit] > _value(less) * _DAYS[other_unit]
    if unit and other_unit and unit != other_unit:
        return False
    has_unit = more.startswith("£") or bool(unit or other_unit)
    is_whole = "%" in (unit, other_unit) and _value(more) + _value(less) == _WHOLE
    return has_unit and not is_whole and _value(more) > _value(less)


def _unit(told: str | None) -> str:
    """Return the last word of a unit, of one: "day" for " working days", "%" for " per cent"."""
    word = (told or "").split()[-1:] or [""]
    return "%" if word[0] in ("cent", "percent") else word[0].lower().removesuffix("s")


def _value(told: str) -> Decimal:
    """Return the value of a figure in digits, with its scale, or in words."""
    digits = re.match(r"(?:£ ?)?([\d,]*\d(?:\.\d+)?) ?(\w*)", told)
    if digits is None:
        return Decimal(number_of(told) or 0)
    return Decimal(digits[1].replace(",", "")).scaleb(SCALES.get(digits[2].lower(), 0))


RULE = Rule(
    id="CK-FIGURE-RANGE",
    level="error",
    title="A range, a limit or a change that is the wrong way round, or more than all there is",
    why="“At least five and at most three” cannot be met. One of the two figures is wrong, and nobody can"
    " tell which.",
    fails="""
1. Costs

1.1 A visit takes ⟦between 90 and 60 minutes⟧. The answer comes in ⟦5 to 3 working days⟧.

1.2 The Board has ⟦at least six and no more than four members⟧. The fee ⟦rises from £500 to £450⟧ in May.

1.3 The service reaches ⟦120% of the patients⟧.
""",
    passes="""
1. Costs

1.1 A visit takes between 60 and 90 minutes. The answer comes in 3 to 5 working days.

1.2 The Board has at least four weeks and no more than three months. The fee rises from £450 to £500 in May,
and the deficit is split between 60% and 40%.

1.3 The service made 120% of the planned visits, between 10 and 4.
""",
    check=_check,
    yields_to=("CK-FIGURE-SHARE", "CK-FIGURE-PARTS"),
)
