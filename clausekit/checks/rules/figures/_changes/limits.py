"""Limits that are told twice, with two sums: what a Partner bears at most, up to what an officer approves,
how much of an overspend comes first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, money_in, said_figures, worth
from clausekit.checks.rules.figures._changes.duties import apart_words
from clausekit.checks.rules.figures._changes.told_again import are_of_two_schedules
from clausekit.checks.rules.figures._sentences.mentions import parties_in
from clausekit.checks.rules.figures._sentences.provisions import provision_named
from clausekit.checks.rules.figures._sentences.restated import Restated, scope_of
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_AT_MOST = pattern(
    r"(?:\b(?:no|not|nor|never|neither)\b[^;£]{0,90}\bmore than"
    r"|\bnot (?:to )?exceed(?:ing)?|\bup to(?: a (?:value|limit|maximum|total) of)?|\bno more than"
    r"|\b(?:a|the|its) (?:maximum|limit|most)\b[^;£]{0,80}|\bat most|\b(?:limited|capped) (?:to|at)"
    r"|\b(?:cost|costs|costing|worth|of) less than)[ ]$",
    re.IGNORECASE,
)
_THE_LIMIT = pattern(r"\b(?:[Tt]he|[Tt]hat|[Tt]his) (?:limit|cap|maximum|ceiling) of $")
_LONGEST = 160
"""So many characters before a sum say at most that it is a limit."""
_SHORTLY = 30
_FIRST = pattern(r"\b[Ff]irst $")
_UP_TO = pattern(r"\b[Aa]n? (?P<what>[Oo]verspend|[Uu]nderspend|[Ll]oss) (?:of )?up to $")
_SHARED = pattern(r"\b(?:shared|borne|met|divided|split)\b")
"""How an overspend is spoken of of which so much comes first."""
_FIRST_ONLY = pattern(r"(?:the )?first £[\d,.]+(?: ?(?:m|million|k))?", re.IGNORECASE)
_SLICE = pattern(r"\b(?P<what>overspend|underspend|loss|cost|saving)s?\b", re.IGNORECASE)
_OF_WHAT = pattern(r"[ ]of (?:an?|the|any|each|every|that) (?P<what>[A-Za-z]+)")
_ACTS = pattern(
    r"\b(?:(?P<bear>bears?|borne|meets?|met"
    r"|liable|liability|called (?:up)?on|(?:part|share) of (?:an|the|any|those))"
    r"|(?P<approve>approves?|approved|authorises?|authorised|agree to|sign off|consent to)"
    r"|(?P<move>moves?|moved|vires?|transfers?|virements?|switch)"
    r"|(?P<spend>spends?|commits?|orders?|buys?|purchases?|incurs?))\b",
    re.IGNORECASE,
)
_ANY_PARTY = pattern(
    r"\b(?:no|any|each|either|every|neither|an?|one)[ ](?:one |single )?(?:Partner|Party|Organisation|Body)\b"
    r"|\b(?:none|any|each|one) of (?:us|them|the (?:Partners|Parties))\b",
    re.IGNORECASE,
)
_OF_WHICH = pattern(
    r"\b(?:(?P<overspend>overspends?|overspending|excess|shortfalls?|deficits?)"
    r"|(?P<claim>claims?|damages|indemnit(?:y|ies)|negligence|breach|loss(?:es)?)|(?P<insurance>insur\w+|premiums?)"
    r"|(?P<cost>costs?|expenses?|redundanc(?:y|ies)|fees?))\b",
    re.IGNORECASE,
)
"""What it is of which a Partner bears so much at most."""
_OFFICER = pattern(r"\b(?:(?:The|An?|Each|Any|Every|No|Either) )?([A-Z][a-z’-]+(?: [A-Z][a-z’-]+)+)")
_NO_OFFICERS = frozenset(("Working Days", "Working Day", "Financial Year"))
_APART = pattern(
    r"\b(?:capital|revenue|in (?:total|all|aggregate)|aggregate|Schemes? \w+|recurr\w+|non-recurr\w+|example"
    r"|suppose|would|instead|per|a (?:month|quarter|week)|single|any one)\b",
    re.IGNORECASE,
)
_SAME_WORDS = 2
"""So many words at least are the same, besides who and what he does, if two limits are of one thing."""


class _Limit(NamedTuple):
    """A sum that is the most that somebody bears, approves, moves or spends: ``acts`` tell which, ``of`` of
    what, ``officers`` the names in the sentence, ``anybody`` that it is told of any party."""

    figure: Figure
    sentence: Words
    place: Place
    acts: frozenset[str]
    of: frozenset[str]
    words: frozenset[str]
    officers: frozenset[str]
    parties: frozenset[str]
    anybody: bool
    apart: frozenset[str]


def limits_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the limits that are others elsewhere: in the provision that the sentence names, or told of the
    same. Of two that are alike else, that is wrong which stands less often."""
    limits = [*_limits(instrument), *_first_slices(instrument)]
    often = Counter(worth(one) for one in instrument.figures if one.kind == "money")
    for at, one in enumerate(limits):
        target = provision_named(one.sentence, instrument)
        scope = frozenset(scope_of(target, instrument)) if target else frozenset[Passage]()
        named = [
            other
            for other in limits
            if other.sentence.passage in scope
            and one.acts & other.acts
            and one.figure.kind == other.figure.kind
        ]
        alike = named or [other for other in limits[:at] if _is_same(one, other)]
        if alike and not any(_may_be_same(one.figure, other.figure) for other in alike):
            stated, right = one.figure, alike[0].figure
            if not named and often[worth(stated)] > often[worth(right)]:
                stated, right = right, stated
            yield Restated(stated.at, right.at)


def limits_of_before(instrument: Instrument) -> Iterator[Restated]:
    """Yield "the limit of £5" where the sentences before it in the paragraph lay down one limit, and that is
    another."""
    for said in said_figures(instrument):
        for figure in said.figures if said.before else ():
            if _THE_LIMIT.search(figure.at.shortly_before(_SHORTLY)):
                before = [one for one in _laid_down_before(said) if one.kind == figure.kind]
                if len({worth(one) for one in before}) == 1 and not _may_be_same(figure, before[0]):
                    yield Restated(figure.at, before[0].at)


def _laid_down_before(said: SaidSums) -> list[Figure]:
    """Return the limits in the sentences of a paragraph before one."""
    found: list[Figure] = []
    while (said_before := said.before) is not None:
        said = said_before
        found += [one for one in said.figures if _AT_MOST.search(_shortly_before(one, said))]
    return found


def _shortly_before(figure: Figure, said: SaidSums) -> str:
    """Return what stands shortly before a figure in its sentence."""
    start = max(said.sentence.start, figure.at.start - _LONGEST)
    return figure.at.passage.text[start : figure.at.start]


def _limits(instrument: Instrument) -> Iterator[_Limit]:
    for said in said_figures(instrument):
        for figure in said.figures:
            if figure.kind == "number":
                continue
            before = _shortly_before(figure, said)
            first = _OF_WHAT.match(figure.at.after) if _FIRST.search(before) else None
            up_to = _UP_TO.search(before)
            first = first or (up_to if up_to and _SHARED.search(said.sentence.text) else None)
            if first or _AT_MOST.search(before):
                yield _limit(figure, said.sentence, first["what"].lower() if first else "", instrument)


def _first_slices(instrument: Instrument) -> Iterator[_Limit]:
    """Yield the sums in tables that come first of an overspend: "first £5" under "Slice of the Overspend"."""
    money = money_in(instrument)
    for grid in instrument.grids:
        for row in grid.rows[grid.header_rows :]:
            for cell, head in zip(row, grid.heads, strict=False):
                if cell and cell.words and _FIRST_ONLY.fullmatch(cell.text):
                    of = _SLICE.search(head)
                    for figure in money.get(cell.words.passage, ()) if of else ():
                        yield _limit(figure, cell.words, of["what"].lower() if of else "", instrument)


def _limit(figure: Figure, sentence: Words, first_of: str, instrument: Instrument) -> _Limit:
    text = sentence.text
    place = instrument.place_of[sentence.passage]
    about = f"{text} {place.heading}"
    found = {name for one in _OF_WHICH.finditer(about) for name, words in one.groupdict().items() if words}
    acts = {name for one in _ACTS.finditer(text) for name, words in one.groupdict().items() if words}
    return _Limit(
        figure,
        sentence,
        place,
        frozenset({"first"} if first_of else acts),
        frozenset({first_of} if first_of else found),
        content(text),
        frozenset(_OFFICER.findall(text)) - _NO_OFFICERS,
        parties_in(sentence, instrument),
        _ANY_PARTY.search(text) is not None,
        apart_words(text, to_whom=False) | frozenset(map(str.lower, _APART.findall(text))),
    )


def _is_same(one: _Limit, other: _Limit) -> bool:
    """Tell whether two limits are of the same: the first of an overspend, what any party bears of it, or up
    to what one officer may do one thing."""
    if (
        one.figure.kind != other.figure.kind
        or one.acts.isdisjoint(other.acts)
        or one.sentence.passage is other.sentence.passage
        or are_of_two_schedules(one.place, other.place)
        or _has(other.sentence, one.figure)
        or _has(one.sentence, other.figure)
    ):
        return False
    acts = one.acts & other.acts
    if "first" in acts:
        apart = (one.apart ^ other.apart) - {"first"}
        return one.of == other.of and not (apart or one.parties or other.parties)
    if "bear" in acts:
        return one.anybody and other.anybody and not (one.parties or other.parties) and one.of == other.of
    words = one.words & other.words - content(" ".join(one.officers))
    return bool(one.officers & other.officers) and one.apart == other.apart and len(words) >= _SAME_WORDS


def _has(sentence: Words, figure: Figure) -> bool:
    """Tell whether a sentence has a figure, too: "more than £5, which is the limit of the Manager"."""
    return figure.at.text in sentence.text


def _may_be_same(one: Figure, other: Figure) -> bool:
    return abs(worth(one) - worth(other)) <= max(half_a_step(one), half_a_step(other))
