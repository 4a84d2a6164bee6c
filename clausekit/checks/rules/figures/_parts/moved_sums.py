"""By how much a sum moves: "adding £6, from £219 to £224", "rises by 3%, to £206, which is £5 more"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.patterns import pattern

_UP = r"(?:add|rais|increas|ris|grow|lift|uplift|top|put)\w*|rose|grew|higher|more"
_DOWN = r"(?:reduc|cut|lower|fall|drop|tak|decreas|sav|remov)\w*|fell|less"
_MOVES = pattern(
    rf"\b(?:{_UP}|{_DOWN}|an? (?:increase|rise|uplift|reduction|cut|saving|fall) of)\b[^£%;]{{0,30}}$"
)
"""How words end before the sum by which something moves."""
_FROM = pattern(
    rf"[^£%;.]{{0,90}}?,? (?:and |so |thus |thereby |which )?(?:{_UP}|{_DOWN}|bringing|moving|takes)"
    r"(?: (?:it|that|this|them|the [a-z ]{2,30}))?(?: up| down)? from "
)
_TO = pattern(r"(?: a year| per annum| in 20\d\d[/–-]\d\d)? to ")
_BY_A_SHARE = pattern(
    r"\b(?:ris|increas|grow|uplift|go|rais)\w*(?: up)? by $|\b(?P<down>(?:fall|reduc|cut|drop|go|decreas)\w*"
    r"(?: down)? by) $"
)
_TO_SO_MUCH = pattern(r",? (?:to|making|giving|to become)(?: a total of| a sum of)? ")
_WHICH_IS = pattern(
    r"(?: a year| per annum)?(?:,? (?:in all|in total|altogether|together))?,? ?[(–]?"
    r"(?:which is|that is|this is|being|i\.e\.|or|an? (?:increase|rise|reduction|cut|fall) of)? ?"
)
_MORE = pattern(r" (?:more|less|higher|lower|above|below|up|down)\b")
_A_MOVE = pattern(r"an? (?:increase|rise|reduction|cut|fall) of $")
_IN_A_YEAR = r"(?: a year| per annum| (?:in|for) 20\d\d(?:[/–-]\d\d(?:\d\d)?)?)?"
_TO_OR_FROM = pattern(r"\b(?:to|from) $")
_FROM_OR_TO = pattern(rf"{_IN_A_YEAR},? (?:up |down )?(?:from|to) (?:its present |the present )?")
_A_MOVE_OF = pattern(
    rf"{_IN_A_YEAR},? ?[(–]?(?:which is |that is,? |this is |being |i\.e\. |or )?"
    r"an? (?:[a-z]+ )?(?:increase|rise|uplift|reduction|cut|fall|decrease|difference) of "
)
_ADDS = pattern(r"\badd(?:s|ed|ing)?(?: (?:a further|another))? $")
_TO_A_SUM = pattern(r"(?: a year| per annum)? to (?:[^£%;.,]{1,60} (?:of|at) )?")
_BECOMES = pattern(
    rf"{_IN_A_YEAR},? \(?(?:which |so that it |and it |it )?"
    r"(?:(?:then )?(?:becomes?|rises? to|is now|comes to|amounts to)|making(?: it)?|giving|bringing it to)"
    r"(?: a total of)? "
)
_SHORTLY, _TWICE = 60, 2
_HUNDRED = Decimal(100)


def moved_sums(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that are not what two others, or one and a percentage, differ by, or become by it."""
    for said in said_figures(instrument):
        figures = [one for one in said.figures if one.kind != "number"]
        if len(figures) > 2 and not ROUGH.search(said.sentence.text):
            for some in zip(figures, figures[1:], figures[2:], strict=False):
                yield from _from_one_to_another(*some)
                yield from _after_a_share(*some)
                yield from _by_how_much(*some)
                yield from _added(*some)


def _from_one_to_another(move: Figure, before: Figure, after: Figure) -> Iterator[Reckoned]:
    """Yield the last sum of "the Board adds £6, raising it from £219 to £224"."""
    text = move.at.passage.text
    if (
        move.kind == before.kind == after.kind == "money"
        and _MOVES.search(move.at.shortly_before(_SHORTLY))
        and _FROM.fullmatch(text, move.at.end, before.at.start)
        and _TO.fullmatch(text, before.at.end, after.at.start)
    ):
        sign = 1 if worth(after) > worth(before) else -1
        yield Reckoned(
            after, worth(before) + sign * worth(move), _roundings(move, before, after), (before, move)
        )


def _after_a_share(share: Figure, after: Figure, move: Figure) -> Iterator[Reckoned]:
    """Yield the last sum of "rises by 3%, to £206, which is £5 more"."""
    text = share.at.passage.text
    by = _BY_A_SHARE.search(share.at.shortly_before(_SHORTLY))
    between = _WHICH_IS.fullmatch(text, after.at.end, move.at.start)
    if (
        [one.kind for one in (share, after, move)] != ["percentage", "money", "money"]
        or not by
        or not between
        or not _TO_SO_MUCH.fullmatch(text, share.at.end, after.at.start)
        or not (_MORE.match(move.at.shortly_after(_SHORTLY)) or _A_MOVE.search(between[0]))
    ):
        return
    rate = worth(share) * (-1 if by["down"] else 1)
    made = abs(worth(after) * rate / (_HUNDRED + rate))
    blur = worth(after) * Decimal("0.5").scaleb(-share.decimals) / _HUNDRED
    if max(made, worth(move)) < _TWICE * min(made, worth(move)):
        yield Reckoned(move, made, _rounding(made, blur) + half_a_step(move), (share, after))


def _by_how_much(after: Figure, before: Figure, move: Figure) -> Iterator[Reckoned]:
    """Yield the last sum of "rises to £224 from £219, an increase of £6", or of "from £219 to £224"."""
    text = after.at.passage.text
    if (
        after.kind == before.kind == move.kind == "money"
        and _TO_OR_FROM.search(after.at.shortly_before(_SHORTLY))
        and _FROM_OR_TO.fullmatch(text, after.at.end, before.at.start)
        and _A_MOVE_OF.fullmatch(text, before.at.end, move.at.start)
    ):
        made = abs(worth(after) - worth(before))
        if max(made, worth(move)) <= _TWICE * min(made, worth(move)):
            yield Reckoned(move, made, _roundings(move, before, after), (after, before))


def _added(move: Figure, before: Figure, after: Figure) -> Iterator[Reckoned]:
    """Yield the last sum of "the uplift adds £6 to the contribution of £219, which becomes £224"."""
    text = move.at.passage.text
    if (
        move.kind == before.kind == after.kind == "money"
        and _ADDS.search(move.at.shortly_before(_SHORTLY))
        and _TO_A_SUM.fullmatch(text, move.at.end, before.at.start)
        and _BECOMES.fullmatch(text, before.at.end, after.at.start)
    ):
        yield Reckoned(after, worth(before) + worth(move), _roundings(move, before, after), (before, move))


def _roundings(*figures: Figure) -> Decimal:
    """Return by how much sums may be out together, each rounded to its last digit."""
    return sum(map(half_a_step, figures), Decimal(0))


def _rounding(made: Decimal, blur: Decimal) -> Decimal:
    """Return by how much a percentage may be rounded: not at all where it makes a sum to the pound."""
    return Decimal(1) if made == made.to_integral_value() else blur
