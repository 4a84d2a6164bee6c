"""What a body pays each quarter or month against its sum of the year, told shortly before: "The Council’s
part is £800, the Trust’s is £400. The Trust shall pay £110 at the beginning of each quarter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.patterns import pattern

_NAME = r"(?P<name>[A-Z][\w-]*(?:[ ](?:of |and )?[A-Z][\w-]*){0,4})"
_PAYS = pattern(
    rf"{_NAME}[ ](?:(?:shall|will|must|is to)[ ])?(?:then[ ]|also[ ])?"
    r"(?:pays?|contributes?|transfers?|makes? (?:a )?payments? of|provides?|gives?)"
    r"(?:[ ](?:to[ ])?(?:the[ ])?[A-Z]\w+(?:[ ][A-Z]\w+)*|[ ]it|[ ]a sum of|[ ]the sum of"
    r"|[ ]instalments of){0,2}[ ]$"
)
_OF_YEAR = pattern(
    rf"{_NAME}(?:[’']s?[ ](?:(?:annual[ ]|yearly[ ])?(?:part|share|contribution|portion|payment|fee|cost)"
    r"(?:[ ](?:of|to|towards|for|in)[ ][^£.;]{2,60}?)?[ ])?(?:is|are|will be|shall be|comes to"
    r"|amounts to|being)"
    r"|[ ](?:contributes|pays|bears|shall contribute|shall pay|shall bear)(?:[ ]a total of)?)[ ]$"
)
_EACH_TIME = pattern(
    r"\b(?:(?:each|every|a|per)[ ](?P<unit>quarter|month|half-year)|(?P<often>quarterly|monthly"
    r"|half-yearly))\b"
)
_NO_YEAR = pattern(
    r"\b(?:month\w*|quarter\w*|instalments?|weekly|weeks?|first|one-off|additional|further|up to|if)\b"
)
_NOT_ALIKE = pattern(r"\b(?:first|last|final|second|initial|balance|rest|remainder|deposit|if|up to)\b")
_TIMES = {"quarter": 4, "quarterly": 4, "month": 12, "monthly": 12, "half-year": 2, "half-yearly": 2}
_NEAR, _SHORTLY, _BACK = Decimal("0.1"), 140, 3


def paid_each_time(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield what a body pays each time that does not make its sum of the year."""
    said = said_sums(instrument)
    for at, one in enumerate(said):
        found = _EACH_TIME.search(one.sentence.text)
        if (
            not found
            or not one.money
            or _NOT_ALIKE.search(one.sentence.text)
            or ROUGH.search(one.sentence.text)
        ):
            continue
        times = Decimal(_TIMES[found["unit"] or found["often"]])
        of_year = _of_year(one, said[:at], instrument)
        payments = [(figure, of_year[name]) for figure in one.money if (name := _payer(figure)) in of_year]
        fitting = sum(_makes(figure, whole, times) for figure, whole in payments)
        for figure, whole in payments:
            each = worth(whole) / times
            near = abs(worth(figure) - each) <= each * _NEAR and (fitting or len(payments) == 1)
            if not _makes(figure, whole, times) and (near or is_slip(worth(figure), each)):
                yield Reckoned(figure, each, Decimal("0.5"), (whole,))


def _payer(figure: Figure) -> str:
    found = _PAYS.search(figure.at.shortly_before(_SHORTLY))
    return plain(found["name"].removeprefix("The ")) if found else ""


def _of_year(said: SaidSums, earlier: Sequence[SaidSums], instrument: Instrument) -> dict[str, Figure]:
    """Return what sentences shortly before one have for each body, of the nearest that has any."""
    place = instrument.place_of[said.sentence.passage]
    for one in reversed(earlier[-2 * _BACK :]):
        before = instrument.place_of[one.sentence.passage]
        if before.division is not place.division or place.order - before.order > _BACK:
            break
        found = {
            plain(named["name"].removeprefix("The ")): figure
            for figure in one.money
            if (named := _OF_YEAR.search(figure.at.shortly_before(_SHORTLY)))
        }
        if found and not _NO_YEAR.search(one.sentence.text):
            return found
    return {}


def _makes(figure: Figure, whole: Figure, times: Decimal) -> bool:
    slack = (half_a_step(figure) or Decimal("0.5")) * times
    return abs(worth(figure) * times - worth(whole)) <= slack
