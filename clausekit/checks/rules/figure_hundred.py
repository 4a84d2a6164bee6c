"""CK-FIGURE-HUNDRED: shares that do not make 100 per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shares import Shares, differs, rows_unlike_others, shares_in
from clausekit.checks.rules._sheets import sheets, words_of
from clausekit.checks.words import Words
from clausekit.reading import Passage

_WHOLE = Decimal(100)
_SHARES = re.compile(
    r"\b(?:bears?|borne|shares?|shared|split|proportions?|apportion(?:ed|ment)?|divided|contributes?"
    r"|contributed|meets?|pays?|paid"
    r"|funded|allocated|returned|repaid|refunded|distributed|goes|go|falls|fall|met|financed|charged|recovered"
    r"|owned|owns|belongs?|responsible|liable|invoiced|given|credited|due)\b",
    re.IGNORECASE,
)
_SHARES_OF = re.compile(
    r"(?:\(?[\w.]+\)?\s+)?of (?:the|these|those|all|its|their) [^.;:]{3,80}, ?", re.IGNORECASE
)
_NO_WHOLE = re.compile(
    r"\b(?:votes?|voting|target|interest|first|next|thereafter|then|years?|minimum|maximum|threshold|tolerance"
    r"|increase\w*|reduc\w+|rise\w*|uplift|discount|inflation|grows?|grew|falls? (?:from|by))\b",
    re.IGNORECASE,
)
"""Words which show that the percentages of a sentence are of different wholes."""
_NO_WHOLE_BESIDE = re.compile(
    r"\b(?:up to|at least|more than|exceed\w*|over|under|within|remainder|remaining|balance|rest|less than"
    r"|greater|below|above|further|additional|not more|no more|other|same|each|both)\b",
    re.IGNORECASE,
)
"""Words which show it where they stand among the shares."""
_BESIDE_BEFORE, _BESIDE_AFTER = 14, 24
_FIRST_WITHIN = re.compile(r"(?: of [\w ’'-]{1,60})? within ")
_BODY = r"(?:[Tt]he )?([A-Z][\w’&-]*(?: (?:and |of )?[A-Z][\w’&-]*){0,6})"
_BODY_BEFORE = re.compile(
    rf"{_BODY}(?:’s|'s)?(?: (?:share|part|portion|proportion|contribution))?[ :,–-]*"
    r"(?:(?:shall|will|must) )?"
    r"(?:(?:bears?|pays?|contributes?|meets?|funds?|takes?|receives?|has|is|owns?) )?"
    r"(?:as to |with |at |by |is |\()?$"
)
_IS = r"(?: (?:is|are|falls?|goes|shall go|comes?|is borne|to be borne|lies?|live))?"
_BODY_AFTER = re.compile(rf"(?: of [a-z ]{{1,40}})?{_IS}(?: \(|,? (?:to|by|for|from|on|with) ){_BODY}")
_BODY_WHERE = re.compile(rf"{_IS} (?:in|at|on|by|to|for|from|with) {_BODY}")
"""How the parts of a number of people or things are told, which are those of a place, too."""
_LEAST, _MOST = Decimal(80), Decimal(125)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for sheet in sheets(instrument):
        for shares in shares_in(sheet):
            yield from _in_table(shares)
        for row, made in rows_unlike_others(sheet):
            at = next(entry.cell for entry in reversed(row.entries) if entry.cell.kind == "percentage")
            yield _hit(words_of(at), made)
    percentages = _percentages(instrument)
    for passage, inside in percentages.items():
        if len(inside) < 2 or instrument.place_of[passage].role not in ("text", "cell", "note"):
            continue
        for sentence in instrument.sentences_of(passage):
            figures = [one for one in inside if one.at.overlaps(sentence)]
            if len(figures) > 1 and _speaks_of_shares(sentence) and not _NO_WHOLE.search(sentence.text):
                after = _BODY_WHERE if _SHARES_OF.match(sentence.text) else _BODY_AFTER
                yield from _in_text(figures, after)
            elif len(figures) > 1:
                yield from _within_limits(figures)
    for lead, items in _lists(instrument.places, percentages):
        if _SHARES.search(lead) and not _NO_WHOLE.search(lead):
            yield from _in_text([percentages[item.passage][0] for item in items], _BODY_AFTER)


def _speaks_of_shares(sentence: Words) -> bool:
    return bool(_SHARES.search(sentence.text) or _SHARES_OF.match(sentence.text))


def _in_table(shares: Shares) -> Iterator[Hit]:
    """Yield a hit if shares do not make 100; that one of them is not what its amount makes, is said by
    another rule."""
    out = abs(shares.made - _WHOLE)
    if (
        not out
        or out < _rounding(shares)
        or any(differs(part, implied) for part, implied in shares.implied())
    ):
        return
    at = shares.total or shares.parts[-1]
    related = tuple(words_of(part.cell) for part in shares.parts)
    yield _hit(words_of(at.cell), shares.made, related, sure=shares.total is not None)


def _rounding(shares: Shares) -> Decimal:
    """Return by how much rounded shares may miss 100: shares that are no thirds or the like, with no
    amounts to be worked out from, were agreed as they are printed."""
    values = [part.value or Decimal(0) for part in shares.parts]
    unit = Decimal(1).scaleb(-max(part.cell.decimals for part in shares.parts))
    worked_out = bool(shares.whole) or max(values) - min(values) <= unit or unit < 1
    return unit * len(values) / 2 if worked_out else Decimal(0)


def _in_text(figures: Sequence[Figure], bearer: re.Pattern[str]) -> Iterator[Hit]:
    """Yield a hit if percentages, each of another body, do not make 100."""
    for group in _by_bearer(figures, bearer):
        made = sum((one.value for one in group if one.value is not None), Decimal(0))
        among = group[0].at.passage.text[
            max(0, group[0].at.start - _BESIDE_BEFORE) : group[-1].at.end + _BESIDE_AFTER
        ]
        if (
            made != _WHOLE
            and _LEAST <= made <= _MOST
            and not _thirds(group, made)
            and not _NO_WHOLE_BESIDE.search(among)
        ):
            yield _hit(group[-1].at, made, tuple(one.at for one in group[:-1]))


def _within_limits(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield a hit if parts of one whole, each "within" another limit, make more than 100.

    Shares that count those before in grow with the limit; one that falls shows that these do not.
    """
    first, *others = figures
    text = first.at.passage.text
    if not _FIRST_WITHIN.match(text, first.at.end) or not all(
        text.startswith(" within ", one.at.end) for one in others
    ):
        return
    values = [one.value for one in figures if one.value is not None]
    falls = any(other < one for one, other in pairwise(values))
    if falls and sum(values) > _WHOLE:
        yield _hit(figures[-1].at, sum(values, Decimal(0)), tuple(one.at for one in figures[:-1]))


def _thirds(figures: Sequence[Figure], made: Decimal) -> bool:
    """Tell whether equal shares miss 100 by their rounding only."""
    unit = Decimal(1).scaleb(-max(one.decimals for one in figures))
    return len({one.value for one in figures}) == 1 and abs(made - _WHOLE) <= unit * len(figures) / 2


def _lists(
    places: Iterable[Place], percentages: Mapping[Passage, Sequence[Figure]]
) -> Iterator[tuple[str, list[Place]]]:
    """Yield the lists of which each item has one percentage, with the words that lead in."""
    lead, items = "", list[Place]()
    for place in places:
        if _is_item(place) and len(percentages.get(place.passage, ())) == 1:
            items.append(place)
            continue
        if len(items) > 1:
            yield lead, items
        lead, items = place.passage.words, []
    if len(items) > 1:
        yield lead, items


def _is_item(place: Place) -> bool:
    return place.role == "text" and bool(place.passage.label) and not place.passage.label[0].isdecimal()


def _by_bearer(figures: Sequence[Figure], bearer: re.Pattern[str]) -> Iterator[list[Figure]]:
    """Yield percentages that stand each directly after the name of another body, or directly before it.

    Where a body comes again, other shares begin: "60% (Council) and 40% (ICB), and ... 50% (Council) ...".
    """
    before = [_BODY_BEFORE.search(one.at.shortly_before(120)) for one in figures]
    after = [bearer.match(one.at.shortly_after(120)) for one in figures]
    for found in (after, before):
        if not all(found):
            continue
        group, seen = list[Figure](), set[str]()
        for one, match in zip(figures, found, strict=True):
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


def _percentages(instrument: Instrument) -> dict[Passage, list[Figure]]:
    found: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        if one.kind == "percentage" and one.value is not None:
            found.setdefault(one.at.passage, []).append(one)
    return found


def _hit(at: Words, made: Decimal, related: tuple[Words, ...] = (), *, sure: bool = False) -> Hit:
    return hit(
        at,
        f"The shares make {made.normalize():f}%, not 100%.",
        "Correct the share that is wrong.",
        confidence="certain" if sure else "likely",
        related=related,
    )


RULE = Rule(
    id="CK-FIGURE-HUNDRED",
    level="error",
    title="Shares that do not make 100 per cent",
    why="If the shares of an overspend make less than the whole, part of it is borne by nobody; if they"
    " make more,"
    " somebody is paid twice. Neither is what the parties meant.",
    fails="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Risk share

2.1 The Council bears 60% and the ICB ⟦45%⟧ of an overspend.

2.2 Any underspend is returned, 60% to the Council and ⟦30%⟧ to the ICB.

2.3 The shares of the Programme are:

| Partner | Share |
|---|---|
| Council | 40% |
| ICB | 35% |
| Trust | 24% |
| Total | ⟦100%⟧ |
""",
    passes="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Risk share

2.1 The Council bears 60% and the ICB 40% of an overspend. The Council tells the ICB if spending is more than
5% above budget, and the ICB answers if it bears 10% or more.

| Partner | Share |
|---|---|
| Council | 33.3% |
| ICB | 33.3% |
| Trust | 33.3% |
| Total | 100% |
""",
    check=_check,
)
