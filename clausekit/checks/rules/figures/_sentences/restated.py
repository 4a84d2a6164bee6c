"""Figures and periods that restate those of the provision named beside them: "the £5 in clause 4.1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import NamedTuple, TypeVar

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure, Period
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.said_sums import half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.words import content, plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

Told = TypeVar("Told", Figure, Period)

_LEADS_TO = (
    r"(?:[ ](?:a|per|each|for each|in any|in each)[ ](?:financial )?"
    r"(?:year|annum|month|quarter|week|day|claim))?"
    r"[’']?,?(?:[ ](?:notice|period|limit|cap|threshold|term))?,?[ ]\(?"
    r"(?:(?:which is|that is|as)[ ])?"
    r"(?:(?:referred to|mentioned|set out|set|stated|given|specified|described|provided for|provided|agreed"
    r"|fixed|laid down|named|allowed|required|imposed|prescribed|payable|due|mentioned above)[ ])?"
    r"(?:in|by|under|at|of)[ ]"
)
_IN = pattern(_LEADS_TO)
"""What stands between a figure and the provision that is said to give it."""
_IN_THAT = pattern(
    rf"{_LEADS_TO}(?:that|the same|the said)[ ](?P<kind>clause|paragraph|section|schedule|article)\b",
    re.IGNORECASE,
)
_THE_LIKE = pattern(
    r"\b(?:the|that|this|those|such)[ ]"
    r"(?:(?:[\w’-]+[ ]){0,4}?(?:of|for|at|totalling)[ ]|(?:full |same |said )?)$",
    re.IGNORECASE,
)
"""How words end that speak of a figure as of one that is known."""
_WHAT_IS_IN = pattern(
    r"\b(?:the|that|this)[ ](?:[\w’-]+[ ]){0,3}?"
    r"(?:limit|cap|threshold|ceiling|maximum|sum|amount|fee|charge|period|notice|term|rate)[ ]"
    r"(?:(?:referred to|mentioned|set out|set|stated|given|specified|fixed|allowed|required|imposed|payable)"
    r"[ ])?(?:in|by|under|of)[ ]$",
    re.IGNORECASE,
)
"""How words end that speak of the one thing which a provision gives."""
_POWER_IN = pattern(
    r"\b(?:the|that|this|its|their)[ ](?:[\w’-]+[ ]){0,3}?"
    r"(?:powers?|rights?|discretion|authority|delegation|duty|obligation|option|freedom|permission)[ ]"
    r"(?:(?:given|conferred|set out|contained|granted|stated|which is|that is|it has)[ ])?"
    r"(?:in|by|under|of)[ ]$",
    re.IGNORECASE,
)
"""How words end that speak of what a provision lets somebody do."""
_TO_DO = pattern(r"[ ](?:to|of)[ ][a-z][^.;:£%\d]{1,100}")
_NAMELY = pattern(r",?[ ](?:\((?:that is |i\.e\. |being )?|of |namely |being |that is |which is |is )")
_AS = pattern(r"\b[Aa]s $")
_SAYS = pattern(r"[ ](?:says|states|provides|explains|records|sets out|requires|makes clear)\b[^.;£%]*$")
"""How words go on that tell what a provision says: "As paragraph 2 says, the most that is paid is £5"."""
_SEE = pattern(r"[^.;:£%\d]{0,50}\((?:see|under)[ ](?:also[ ])?")
_IN_BRACKETS = pattern(
    r"(?:[ ](?:a|per|each|in any|in each)[ ](?:financial )?(?:year|annum|month|quarter|week|day|claim))?"
    r"[ ][(\[]"
)
"""What stands between a figure and the bare name of its provision: "£5 a year (clause 7.2)"."""
_LIMIT = pattern(
    r"(?:\b(?P<over>(?:more|greater|higher) than|over|above|exceed(?:s|ing)?|in excess of)"
    r"|\b(?P<under>(?:less|lower) than|under|below|up to|within|not more than|no more than|at most)"
    r"|\b(?P<least>at least|no less than|not less than))[ ]$",
    re.IGNORECASE,
)
"""What stands before a limit, by its kind."""
_IS_PAST = pattern(r"\b(?:was|were|had|has been|have been)\b")
_ENOUGH_WORDS, _ENOUGH_BESIDE = 3, 2
"""So many words before two figures are the same if one is compared with the other; and so many that mean
something if the name of the provision stands directly beside one."""
_OTHER = pattern(
    r"\b(?:increas\w+|rais\w+|reduc\w+|instead|additional|further|extra|extend\w*|amend\w*|replac\w+|substitut\w+"
    r"|delet\w+|insert\w*|var(?:y|ied|ies)|read as|than|plus|example)\b",
    re.IGNORECASE,
)
_NOUN = pattern(r"([a-z]+) (?:of|for|at|totalling|is|be|are)(?: (?:not|more|less|than|at|least|up|to|of))*$")
_HOURS = 24
_DAYS_IN = {"week": 7, "fortnight": 14}
_MONTHS_IN = {"quarter": 3, "year": 12}
_LONGEST_SCOPE = 40
_NEAR = 60


class Restated(NamedTuple):
    """A figure or period as it is ``stated``, and the first of those of which it should be one."""

    stated: Words
    right: Words


def restated(instrument: Instrument) -> Iterator[Restated]:
    """Yield the sums, percentages and periods that the provision to which they are said to belong has not."""
    references: dict[Passage, list[Reference]] = {}
    for one in instrument.references:
        if one.is_own and one.target is not None and not one.through:
            references.setdefault(one.phrase.passage, []).append(one)
    if references:
        yield from _figures(instrument, references)
        yield from _periods(instrument, references)


def _figures(instrument: Instrument, references: dict[Passage, list[Reference]]) -> Iterator[Restated]:
    by_passage: dict[Passage, list[Figure]] = {}
    for said in said_figures(instrument):
        by_passage.setdefault(said.sentence.passage, []).extend(
            one for one in said.figures if one.kind != "number"
        )
    for passage, figures in by_passage.items():
        for figure in figures if passage in references else ():
            target = _provision(figure.at, references[passage])
            noun = _noun(figure.at)
            if target is None or target is passage:
                continue
            told = _told_in(target, passage, by_passage, instrument)
            inside = [one for one in told if one.kind == figure.kind]
            only = len({worth(one) for one in inside}) == 1
            told_as_said = _is_told_as_said(figure.at, references[passage])
            alike = [one for one in inside if only or told_as_said or noun in _words_before(one)]
            if any(_is_beside(figure.at, one) for one in references[passage]):
                alike = [one for one in alike if only and _is_same_limit(figure, one)]
            elif any(_is_compared(figure.at, one) for one in references[passage]):
                alike = [one for one in alike if only and _words_shared(figure, one) >= _ENOUGH_WORDS]
            if alike and not _stands_in(figure, target, instrument):
                yield Restated(figure.at, max(alike, key=partial(_words_shared, figure)).at)


def _stands_in(figure: Figure, target: Passage, instrument: Instrument) -> bool:
    """Tell whether a provision has a figure, in its tables too, where a sum may stand without its sign."""
    every = instrument.once(_figures_by_passage)
    return any(
        _same(figure, one)
        for passage in scope_of(target, instrument)
        for one in every.get(passage, ())
        if passage is not figure.at.passage and one.value and one.kind in (figure.kind, "number")
    )


def _figures_by_passage(instrument: Instrument) -> dict[Passage, list[Figure]]:
    found: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        found.setdefault(one.at.passage, []).append(one)
    return found


def _words_shared(one: Figure, other: Figure) -> int:
    """Return how many words before two figures are the same."""
    return len(set(_words_before(one)) & set(_words_before(other)))


def _is_same_limit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are limits of one kind, with enough words before them that mean the same."""
    first, second = (_LIMIT.search(figure.at.shortly_before(_NEAR)) for figure in (one, other))
    shared = content(one.at.shortly_before(_NEAR)) & content(other.at.shortly_before(_NEAR))
    return (
        first is not None
        and second is not None
        and first.lastgroup == second.lastgroup
        and len(shared) >= _ENOUGH_BESIDE
        and not _IS_PAST.search(one.at.passage.words)
    )


def _words_before(figure: Figure) -> list[str]:
    return plain(figure.at.shortly_before(_NEAR)).split()


def _periods(instrument: Instrument, references: dict[Passage, list[Reference]]) -> Iterator[Restated]:
    by_passage: dict[Passage, list[Period]] = {}
    for one in instrument.periods:
        by_passage.setdefault(one.at.passage, []).append(one)
    for passage, periods in by_passage.items():
        for period in periods if passage in references else ():
            target = _provision(period.at, references[passage])
            if target is None or target is passage:
                continue
            inside = _told_in(target, passage, by_passage, instrument)
            if any(_is_compared(period.at, one) or _is_beside(period.at, one) for one in references[passage]):
                continue
            if inside and not any(may_be_same(period, one) for one in (*inside, *_together(inside))):
                yield Restated(period.at, inside[0].at)


def _together(periods: Sequence[Period]) -> Iterator[Period]:
    """Yield what periods of one unit make together: 30 days, where there are 10 and a further 20 of them."""
    units = {(one.unit, one.quality) for one in periods}
    if len(periods) > 1 and len(units) == 1:
        yield replace(periods[0], count=sum((one.count for one in periods), Decimal(0)))


def _told_in(
    target: Passage, besides: Passage, by_passage: Mapping[Passage, list[Told]], instrument: Instrument
) -> list[Told]:
    """Return the figures or periods of a provision, those of the passage that refers to it left out."""
    passages = (each for each in scope_of(target, instrument) if each is not besides)
    return [one for each in passages for one in by_passage.get(each, ())]


def _provision(stated: Words, references: Sequence[Reference]) -> Passage | None:
    """Return the provision that is said to give a figure which is spoken of as known."""
    follows = next((one for one in references if one.phrase.start >= stated.end), None)
    if follows is not None and (_is_compared(stated, follows) or _is_beside(stated, follows)):
        return follows.target
    if _OTHER.search(stated.shortly_before(2 * _NEAR).rpartition(". ")[2]):
        return None
    text = stated.passage.text
    if (
        follows is not None
        and follows.phrase.start - stated.end <= _NEAR
        and _IN.fullmatch(text, stated.end, follows.phrase.start)
        and _THE_LIKE.search(stated.shortly_before(_NEAR))
    ):
        return follows.target
    before = _last_before(stated, references)
    if before is not None and (
        _says(before, stated)
        or _is_in_that(before, stated)
        or (
            _NAMELY.fullmatch(text, before.phrase.end, stated.start)
            and _WHAT_IS_IN.search(before.phrase.shortly_before(_NEAR))
        )
        or (
            _TO_DO.fullmatch(text, before.phrase.end, stated.start)
            and _POWER_IN.search(before.phrase.shortly_before(_NEAR))
        )
    ):
        return before.target
    return None


def _is_compared(stated: Words, follows: Reference) -> bool:
    """Tell whether the reader is told to see a provision, after a figure: "more than 2% (see clause 7.2)"."""
    return _SEE.fullmatch(stated.passage.text, stated.end, follows.phrase.start) is not None


def _is_beside(stated: Words, follows: Reference) -> bool:
    """Tell whether the provision stands in brackets directly after a figure: "£5 a year (clause 7.2)"."""
    return _IN_BRACKETS.fullmatch(stated.passage.text, stated.end, follows.phrase.start) is not None


def _last_before(stated: Words, references: Sequence[Reference]) -> Reference | None:
    return next((one for one in reversed(references) if one.phrase.end <= stated.start), None)


def _is_told_as_said(stated: Words, references: Sequence[Reference]) -> bool:
    """Tell whether a figure is what a provision is said to say."""
    before = _last_before(stated, references)
    return before is not None and _says(before, stated)


def _says(reference: Reference, stated: Words) -> bool:
    between = stated.passage.text[reference.phrase.end : stated.start]
    return bool(_AS.search(reference.phrase.shortly_before(4)) and _SAYS.fullmatch(between))


def _is_in_that(reference: Reference, stated: Words) -> bool:
    """Tell whether a figure is that of the provision named before: "under clause 4.1 ... of the £5 limit in
    that clause"."""
    text = stated.passage.text
    found = _IN_THAT.match(text, stated.end)
    return (
        found is not None
        and _THE_LIKE.search(stated.shortly_before(_NEAR)) is not None
        and found["kind"].lower() in reference.phrase.text.lower()
        and ". " not in text[reference.phrase.end : stated.start]
    )


def scope_of(target: Passage, instrument: Instrument) -> Iterator[Passage]:
    """Yield a provision with what belongs to it: up to the next with a number like its own, or a heading."""
    yield target
    place = instrument.place_of[target]
    around = target.number.rpartition(".")[0]
    for other in instrument.places[place.order + 1 : place.order + _LONGEST_SCOPE]:
        number = other.passage.number
        own = number.startswith(target.number) and number[len(target.number) :][:1] in ("", ".", "(")
        if other.division is not place.division or other.role == "heading":
            return
        if number and not own and number.rpartition(".")[0] == around and not number.startswith("("):
            return
        yield other.passage


def _noun(words: Words) -> str:
    """Return the word that says what a figure is: "limit" in "an annual limit of £5"."""
    found = _NOUN.search(plain(words.shortly_before(_NEAR)))
    return found[1] if found else ""


def _same(one: Figure, other: Figure) -> bool:
    return abs(worth(one) - worth(other)) <= max(half_a_step(one), half_a_step(other))


def may_be_same(one: Period, other: Period) -> bool:
    """Tell whether two periods may be the same: of another unit, or of days of another kind, they may be; but
    hours are told apart from days."""
    (count, unit), (others, its) = _in_units(one), _in_units(other)
    if {unit, its} == {"hour", "day"}:
        return count * (_HOURS if unit == "day" else 1) == others * (_HOURS if its == "day" else 1)
    return unit != its or count == others or {one.quality, other.quality} == {"working", ""}


def _in_units(period: Period) -> tuple[Decimal, str]:
    if period.unit in _DAYS_IN:
        return period.count * _DAYS_IN[period.unit], "day"
    if period.unit in _MONTHS_IN:
        return period.count * _MONTHS_IN[period.unit], "month"
    return period.count, period.unit
