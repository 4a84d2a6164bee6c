"""What is left when a part of a sum has been met, and what too much and too little come to together, in one
sentence or in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_sums, total, worth
from clausekit.checks.rules.figures._sentences.by_time import time_unit
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.patterns import pattern

_REST_BEFORE = pattern(
    r"\b(?:[Tt]he|its|their)[ ](?:remaining|other|balance(?: of|,)|remainder(?: of|,)?|rest(?: of|,)?)"
    r"[ ]\(?(?:(?:that is|being|namely|which is),?[ ])?$"
    r"|\b[Ll]eav(?:es|ing)[ ](?:a balance of[ ]|a shortfall of[ ]|[^£.;,]{0,40}[ ])?$"
)
_REST_AFTER = pattern(
    r"[ ](?:(?:is|are|was|were|will be|would be|shall be)[ ](?:then[ ]|still[ ])?(?:left|outstanding"
    r"|unspent)\b"
    r"|(?:then[ ])?remain(?:s|ed)?\b)"
)
_MET = pattern(
    r"\b(?:first|me(?:ets?|t)|bears?|borne|cover(?:s|ed)?|takes?|taken|absorb(?:s|ed)?|pays?|paid|keeps?"
    r"|kept|spen[dt]s?"
    r"|commit(?:s|ted)?|use[sd]?|retain(?:s|ed)?|set aside|deduct(?:s|ed)?|credit(?:s|ed)?|repaid|drawn?"
    r"|goes|found|finds?"
    r"|contribute[sd]?|fund(?:s|ed)|released?|repays?)\b"
)
_OF_IT = pattern(r"\b[Oo]f (?:it|this|that|which|the (?:sum|total|grant|contribution|fund|budget))\b")
_OVER = pattern(
    r"\b(?:too much|over(?:spen[dt]s?|spending|run)?|more than|above|in excess|excess|surplus|rose|rises?)\b"
)
_UNDER = pattern(
    r"\b(?:too little|under(?:spen[dt]s?|spending)?|less than|below|short|sav(?:es?|ed|ings?)|fell|falls?)\b"
)
_NET = pattern(
    r"\b(?:leav(?:es|ing)|net|on balance|overall|in all|altogether|together|so that|as a whole"
    r"|which (?:makes|gives|puts)"
    r"|the result)\b"
)
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|exceed\w*|not more|maximum|minimum|cap(?:ped)?|limit\w*|each|every|per"
    r"|increas\w+"
    r"|about|around|approximately|some|nearly|almost|roughly|whichever|between (?=£)|over (?=£)|above (?=£)"
    r"|below (?=£)|under (?=£)|more than (?=£)|less than (?=£))\b"
)
_NEXT = pattern(r"£|[,;.]| and ")
_NEAR = Decimal("0.25")
_BEFORE, _AFTER, _TOO_MUCH_AND_LITTLE, _MOST = 70, 40, 2, 5


def what_is_left(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield what is said to be left, with what is."""
    for said in said_sums(instrument):
        texts = [said.sentence.text, *([said.before.sentence.text] if said.before else [])]
        if said.money and not any(_NOT_EXACT.search(text) for text in texts):
            yield from _rest(said)
            yield from _net(said)


def _rest(said: SaidSums) -> Iterator[Reckoned]:
    """Yield "overspent by £420, of which the Reserve meets the first £100; the remaining £310 is shared"."""
    before = said.before
    earlier = (*(before.before.money if before.before else ()), *before.money) if before else ()
    figures = [*earlier, *said.money]
    for at, rest in enumerate(figures):
        if at < len(earlier) or not _is_the_rest(rest) or time_unit(rest)[1] not in ("", "year"):
            continue
        told = figures[:at][-_MOST:]
        fits = any(_may_leave(one, told[place + 1 :], rest) for place, one in enumerate(told))
        if len(told) < _TOO_MUCH_AND_LITTLE or fits:
            continue
        whole, part = told[-2:]
        text = part.at.passage.text
        if _MET.search(text, whole.at.end, min(part.at.end + _AFTER, rest.at.start)):
            yield from _leaving(whole, [part], rest)
        first, *parts = told
        if len(parts) > 1 and _OF_IT.search(text, first.at.end, parts[0].at.start):
            yield from _leaving(first, parts, rest)


def _leaving(whole: Figure, parts: Sequence[Figure], rest: Figure) -> Iterator[Reckoned]:
    """Yield the rest of a sum if its parts leave another that is near."""
    made = worth(whole) - total(parts)
    if made > 0 and (abs(worth(rest) - made) <= made * _NEAR or is_slip(worth(rest), made)):
        slack = sum(map(half_a_step, (whole, *parts, rest)), Decimal(0))
        yield Reckoned(rest, made, slack, (whole, *parts))


def _is_the_rest(figure: Figure) -> bool:
    return (
        _REST_BEFORE.search(figure.at.shortly_before(_BEFORE)) is not None
        or _REST_AFTER.match(figure.at.shortly_after(_AFTER)) is not None
    )


def _may_leave(whole: Figure, parts: Sequence[Figure], rest: Figure) -> bool:
    """Tell whether a sum leaves another when some of what follows it is taken off."""
    return any(
        worth(whole) - total(some) == worth(rest)
        for size in range(1, len(parts) + 1)
        for some in combinations(parts, size)
    )


def _net(said: SaidSums) -> Iterator[Reckoned]:
    """Yield "spent £156 too much and £76 too little, which leaves the Pool £90 above its budget"."""
    before = said.before.money if said.before and len(said.money) == 1 else ()
    figures = [*before, *said.money]
    if not _TOO_MUCH_AND_LITTLE < len(figures) <= _MOST:
        return
    *steps, net = figures
    signs = [_sign(one, other) for one, other in zip((None, *steps), steps, strict=False)]
    leads = f"{net.at.shortly_before(_BEFORE)} {net.at.shortly_after(_AFTER)}"
    if set(signs) == {1, -1} and _NET.search(leads):
        made = abs(sum((worth(one) * sign for one, sign in zip(steps, signs, strict=True)), Decimal(0)))
        slack = sum(map(half_a_step, figures), Decimal(0))
        if worth(net) != total(steps) and made / 2 <= worth(net) <= made * 2:
            yield Reckoned(net, made, slack, tuple(steps))


def _sign(before: Figure | None, figure: Figure) -> int:
    """Return whether a sum is said to be too much, 1, or too little, -1; 0 if it is neither."""
    text, start = figure.at.passage.text, figure.at.start
    first = max(start - _BEFORE, before.at.end if before is not None else 0)
    near = _first_said(_NEXT.split(figure.at.shortly_after(_AFTER))[0])
    return near or _last_said(text[first:start])


def _first_said(text: str) -> int:
    over, under = _OVER.search(text), _UNDER.search(text)
    if over and under:
        return 1 if over.start() < under.start() else -1
    return int(over is not None) - int(under is not None)


def _last_said(text: str) -> int:
    over, under = ([*way.finditer(text)] for way in (_OVER, _UNDER))
    if over and under:
        return 1 if over[-1].start() > under[-1].start() else -1
    return int(bool(over)) - int(bool(under))
