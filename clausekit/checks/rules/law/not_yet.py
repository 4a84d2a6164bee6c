"""CK-LAW-NOT-YET: law, a body or an expression that does not stand yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.law import Mention, mentions
from clausekit.checks.rules.law._history import is_prospect, sentence_of
from clausekit.checks.rules.law._standing import told
from clausekit.patterns import pattern

_MADE = pattern(
    r"(?:this (?:agreement|deed|memorandum|contract)\b[^.;]{0,40}\b(?:made|dated|entered into)\b|dated)"
    r"[^.;]{0,60}\b(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""How an instrument tells its own day."""
_MADE_ON = pattern(
    r"(?:(?:this|the) (?:agreement|deed|memorandum(?: of understanding)?|contract|schedule|protocol)\b"
    r"[^.;]{0,40}\b)?"
    r"(?:is |was )?(?:made|dated?|entered into|signed|adopted)(?: this| on)?:? [^.;]{0,40}$",
    re.IGNORECASE,
)
"""A line that tells the day of an instrument and nothing else."""
_EXPECTED = pattern(
    r"\b(?:once|when|proposed|expected|intended|anticipated|draft|bill|com(?:es?|ing) into (?:force|effect)"
    r"|not yet|in due course|replac\w+|from (?:\d|(?:January|April|July|October)\b)"
    r"|(?:on (?:or|and) )?after \d)",
    re.IGNORECASE,
)
_OF_A_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_OPENING = 60


def _check(instrument: Instrument) -> Iterator[Hit]:
    for cited in instrument.citations:
        if cited.year > instrument.as_at.year:
            yield hit(
                cited.at,
                f"“{cited.name}” is of a year that has not come: the instrument is judged as at"
                f" {_day(instrument)}.",
                "Check the year of what is cited, and the day of the instrument.",
            )
    yield from _later_than_the_instrument(instrument)
    yield from _in_force_later(instrument)
    for row, all_ in mentions(instrument).items():
        if row.is_to_come(instrument.as_at):
            for mention, others in told(all_, instrument):
                yield hit(
                    mention.at,
                    f"“{mention.at.text}” did not stand on {_day(instrument)} ({row.authority}).",
                    f"There was then {row.now}." if row.since else f"Until it does, there is {row.now}.",
                    confidence=_confidence(mention, instrument),
                    related=others,
                )


def _later_than_the_instrument(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on law of a later year than that in which the instrument says that it is made."""
    opening = (place for place in instrument.places[:_OPENING] if place.role in ("cover", "heading", "text"))
    years = [int(made["year"]) for place in opening if (made := _MADE.match(place.passage.words))]
    if not years:
        return
    for cited in instrument.citations:
        if max(years) < cited.year <= instrument.as_at.year and cited.kind != "EU":
            yield hit(
                cited.at,
                f"“{cited.name}” is of a later year than the instrument, which is of {max(years)}.",
                "Check the year of what is cited, and the day of the instrument.",
                confidence="likely",
            )


def _in_force_later(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on law that came into force after the day on which the instrument says that it is made."""
    day = _own_day(instrument)
    if day is None:
        return
    for row, all_ in mentions(instrument).items():
        if row.kind != "law" or row.since is None or not _is_soon_after(row.since, day):
            continue
        if row.since > instrument.as_at:
            continue
        by_title = [one for one in all_ if _OF_A_YEAR.search(one.at.text)]
        for mention, others in told(by_title, instrument):
            yield hit(
                mention.at,
                f"“{mention.at.text}” came into force on {row.since.day} {row.since:%B %Y}, after the"
                f" day of the instrument, {day.day} {day:%B %Y} ({row.authority}).",
                f"There was then {row.now}.",
                confidence="doubtful" if _is_expected(mention, instrument) else "likely",
                related=others,
            )


def _is_soon_after(later: date, day: date) -> bool:
    """Tell whether a day comes after another, in the same year or the next: a later one is no slip."""
    return later > day and later.year - day.year <= 1


def _is_expected(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether a sentence says of law that it will stand later."""
    return mention.weak or _EXPECTED.search(sentence_of(mention.at, instrument).text) is not None


def _own_day(instrument: Instrument) -> date | None:
    """Return the day on which an instrument says that it is made, None if it says none or several."""
    opening = {
        place.passage
        for place in instrument.places[:_OPENING]
        if place.role in ("cover", "heading", "text") and _MADE_ON.match(place.passage.words)
    }
    days = {one.value for one in instrument.dates if one.at.passage in opening and one.value}
    return days.pop() if len(days) == 1 else None


def _confidence(mention: Mention, instrument: Instrument) -> Confidence:
    doubt = mention.weak or is_prospect(mention.at, instrument)
    return "doubtful" if doubt else "likely"


def _day(instrument: Instrument) -> str:
    day = instrument.as_at
    return f"{day.day} {day:%B %Y}"


RULE = Rule(
    id="CK-LAW-NOT-YET",
    level="warning",
    title="Law, a body or a safeguard that did not stand yet on the day of the instrument",
    why="An agreement cannot take a power from law that is not in force. Where it names what came later,"
    " either its day is wrong or somebody has copied from a later one.",
    fails="""
This agreement is made on 1 March 2012 between the Council and the Trust.

1. Safeguards

1.1 Each Partner shall keep a register of the ⟦Liberty Protection Safeguards⟧ in place.

2. Law

2.1 The Partners act under the ⟦Health and Care Act 2096⟧ and the ⟦Care Act 2014⟧.
""",
    passes="""
1. Safeguards

1.1 Each Partner shall keep a register of the Deprivation of Liberty Safeguards in place.

2. Law

2.1 The Partners act under the Health and Care Act 2022.
""",
    check=_check,
)
