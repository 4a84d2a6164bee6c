"""Sums of a sentence that are said to be made of the others, or to be made by them: "£5, being £3 and £2"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, figures_in, worth
from clausekit.checks.rules.figures._parts.breakdown import Breakdown
from clausekit.checks.rules.figures._sentences.by_time import time_unit
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

MADE_OF = pattern(
    r"\b(?:being|compris(?:ing|ed|es?)|made up (?:of|as follows)|consist(?:s|ing|ed)? of"
    r"|composed of|namely"
    r"|that is|(?:is|are|be|equals?) the sum of|split as(?: follows)?|broken down as)\b|, is[ ]$"
    r"|\b(?:in|by) (?:[a-z0-9]+ ){1,2}(?:instalments|payments|stages|tranches)(?: of| as follows)?\b",
    re.IGNORECASE,
)
_MAKE = pattern(
    r"\b(?:making|giving|totall?ing|(?<=[;,:(–] )total:?(?= $)"
    r"|(?:a|the|in) total(?: of\b|\b(?! (?!is\b)[a-z]+s\b))|makes? a total"
    r"|in all(?!,? (?:and|but|with|plus)\b)"
    r"|amount(?:s|ing)? (?:in total )?to|add(?:s|ing)? up to"
    r"|together,? (?:(?:will|shall|would) )?(?:is|are|be|makes?|forms?|comes? to|costs?|totals?|amounts? to)"
    r"|together(?= $)|together (?:they|the (?:two|three)) (?:are|give|make|come to|pay|total|contribute)"
    r"|(?:the|a) (?:combined|joint|grand) (?:sum|total|cost|contribution|payment)"
    r"|(?:the |an? )(?:sum|aggregate|total)(?: of (?:which|these|those|the two|both))? (?:is|being)"
    r"|making up|makes? up"
    r"|stands at|comes? to)\b",
    re.IGNORECASE,
)
_IN_ALL = pattern(
    r",?[ ](?:a year |a month |a week |per annum )?(?:in (?:total|all|the aggregate|aggregate)|altogether"
    r"|together|between (?:them|the (?:two|three|four))|(?:for|from) (?:them )?(?:all|both)(?: of them)?\b"
    r"(?! the)|combined|taken together|all told"
    r"|over (?:the |all )?(?:two|three|four|five|\d) years)\b",
    re.IGNORECASE,
)
_OVER_THE_TERM = pattern(
    r",?[ ](?:(?:over|in|for|across|during) (?:the |all |both )?(?:two |three |four |five |\d )?years"
    r"(?: together)?"
    r"|(?:over|in|for|across|during|throughout) (?:the )?(?:whole|full|entire) (?:of the )?(?:[A-Z]\w+ )?"
    r"(?:term|period|life|duration|pilot|project|programme|agreement)"
    r"|(?:over|across) the (?:term|initial term|period of (?:the|this) agreement|life of the [a-z]+))\b",
    re.IGNORECASE,
)
_AND = pattern(r"\band $")
NOT_ALL = pattern(
    r"\b(?:balance|remainder|rest|remaining|includ\w+|(?<!sum )(?<!total )of which"
    r"|(?<!add )(?<!adds )(?<!adding )up to|at least|exceed\w*|more than|less"
    r"|minus|per|each|every"
    r"|increas\w+|reduc\w+|from £|whichever"
    r"|or (?=more|less|[£\d]|if|such|any|another|an? )|limit\w*|between(?! them\b| the (?:two|three|four)\b)"
    r"|instead|previous\w*|last|not)\b",
    re.IGNORECASE,
)
_OF_WHICH = pattern(r",? of which\b", re.IGNORECASE)
_NEXT_PART = pattern(r"[^;]{1,80}(?:,|\band|, and)[ ]", re.IGNORECASE)
_SHARE_OF = pattern(r"(?:%|per cent|half|third|quarter|fifth|tenth)s? of (?:the [\w ]{1,40} of )?$")
_EACH = pattern(r"\b(?:each|every|per(?! ?cent))\b", re.IGNORECASE)
_ANOTHER = pattern(r"\b(?:further|additional|another|addition|plus|of that|of this)\b", re.IGNORECASE)
_AND_ONE_MORE = pattern(
    r",? (?:and|then) (?:an?|one|the) (?:last|final|second|third|[a-z]+th)(?: [a-z]+)? (?:of|at) £"
)
_SO_MANY_OF = pattern(
    rf"(?<![\w.,£])(?!one\b){COUNT} (?:[a-z-]+ ){{0,3}}[a-z]+s (?:each )?(?:of|at) $", re.IGNORECASE
)
"""What stands before a sum that is paid several times."""
_SHORTLY = 60
_FEWEST = 3
_NEAR = Decimal("0.25")
_FEW_IN_TOTAL = 2


def made_of_parts(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums of sentences that their parts do not make."""
    money: dict[Passage, list[Figure]] = {}
    for figure in instrument.figures:
        if figure.kind == "money":
            money.setdefault(figure.at.passage, []).append(figure)
    for passage, figures in money.items():
        if len(figures) < _FEWEST or instrument.place_of[passage].role not in ("text", "note"):
            continue
        for sentence in instrument.sentences_of(passage):
            inside = figures_in(figures, sentence)
            if len(inside) < _FEWEST or any(one.value is None for one in inside):
                continue
            if any(map(differs_from_the_last, inside)):
                continue
            if not NOT_ALL.search(sentence.text, inside[0].at.start - sentence.start):
                yield from _in_sentence(sentence, inside)
            elif not NOT_ALL.search(_OF_WHICH.sub("", sentence.text, count=1)):
                yield from _of_which(sentence, inside)


def _of_which(sentence: Words, figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """Yield a sum of which what it is said to include makes more."""
    total, *parts = figures
    text = sentence.passage.text
    if (
        _OF_WHICH.match(text, total.at.end)
        and not _ANOTHER.search(sentence.text)
        and all(_NEXT_PART.fullmatch(text, one.at.end, next_.at.start) for one, next_ in pairwise(parts))
        and sum(map(worth, parts), Decimal(0)) > worth(total)
    ):
        yield from _compared(total, parts)


def _in_sentence(sentence: Words, figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """Yield the first sum of a sentence if it is said to be made of the others, or the last if it is to be
    made by them, and is not."""
    first, second, *_ = figures
    *_, last_but_one, last = figures
    text = sentence.passage.text
    of_each = _EACH.search(text, sentence.start, first.at.start) is not None
    several = any(_SO_MANY_OF.search(one.at.shortly_before(_SHORTLY)) for one in figures)
    if _SHARE_OF.search(first.at.shortly_before(_SHORTLY)):
        return  # what follows is the share of the first
    if not of_each and MADE_OF.search(text, first.at.end, second.at.start):
        yield from _compared(first, figures[1:])
    elif of_each or several or len({time_unit(one)[1] for one in figures[:-1]}) > 1:
        return
    elif _MAKE.search(text, last_but_one.at.end, last.at.start) or _IN_ALL.match(last.at.shortly_after(40)):
        yield from _compared(last, _joined_in(last, figures[:-1]))
    elif _OVER_THE_TERM.match(last.at.shortly_after(_SHORTLY)) and not _AND.search(last.at.shortly_before(5)):
        made = sum(map(worth, figures[:-1]), Decimal(0))
        if abs(worth(last) - made) <= made * _NEAR:
            yield from _compared(last, figures[:-1])


def _joined_in(total: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures that may be parts of a total that comes after them: those after the last one that is
    more than it, of which they may all be part."""
    more = [at for at, one in enumerate(figures) if worth(one) > worth(total)]
    return figures[more[-1] + 1 :] if more and len(figures) - more[-1] > _FEW_IN_TOTAL else figures


def _compared(total: Figure, parts: Sequence[Figure]) -> Iterator[Breakdown]:
    made = sum(map(worth, parts), Decimal(0))
    if abs(worth(total) - made) > rounding_of((total, *parts)):
        yield Breakdown(total, tuple(parts), made)


def differs_from_the_last(stated: Figure) -> bool:
    """Tell whether one more instalment has a sum of its own: "two instalments of £5 and a third of £4"."""
    return _AND_ONE_MORE.match(stated.at.shortly_after(_SHORTLY)) is not None


def rounding_of(figures: Sequence[Figure]) -> Decimal:
    """Return by how much sums in thousands or millions may be out, none if all are in full."""
    units = [
        Decimal(1).scaleb({"m": 6, "million": 6, "bn": 9, "billion": 9}.get(one.scale, 3) - one.decimals)
        for one in figures
        if one.scale
    ]
    return max(units, default=Decimal(0)) * len(units) / 2
