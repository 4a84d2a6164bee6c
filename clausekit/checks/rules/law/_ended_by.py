"""Bodies that are told to have been made or ended by an Act, or on a day, that did not do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._shared.law import Mention, Row, mentions, rows
from clausekit.patterns import pattern

_BODIES = ("body", "local")
_ACT = pattern(r"[A-Z][\w’]*(?: (?:\([^()]*\)|[A-Z][\w’]*|and|of|the|for|in|etc))* Act \d{4}\b")
_ENDED = pattern(
    r"[”\"’)]*,? (?:(?:which|who|that|and) )?(?:(?:was|were|is|are|being|(?:having|had|has|have)"
    r" been) )?(?:then |later |formally |itself )?(?:abolished|dissolved|disestablished|ceased to exist)\b"
    r"(?P<rest>[^.;:]{0,120})"
)
_BY = pattern(
    r"(?:^|.*[ ,])(?:under|by|by virtue of|pursuant to|in accordance with|through)"
    r" (?:[Ss]ections? [\w.()]{1,10}(?: and \w+)? (?:of|to) )?(?:the )?$"
)
_TO_AN_END = pattern(
    r" (?:abolished|dissolved|disestablished|brought an end to)(?: all| the| every)?(?: former| old)? $"
)
_ONE_DAY = timedelta(days=1)


def bodies_ended_otherwise(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on Acts that did not abolish the body they are told to have, and on days that were not its
    last: "the group was abolished under the Health Act 2009"."""
    for row, all_ in mentions(instrument).items():
        if row.kind in _BODIES and row.until and row.fate == "abolished":
            for mention in all_:
                yield from _by_another_act(mention, instrument)
                yield from _on_another_day(mention, instrument)


def _by_another_act(mention: Mention, instrument: Instrument) -> Iterator[Hit]:
    at, row = mention.at, mention.row
    ended = _ENDED.match(at.after)
    for cited in instrument.citations:
        if cited.at.passage is not at.passage or cited.name not in _acts_that_end_bodies():
            continue
        by = ended and at.end <= cited.at.start < at.end + ended.end()
        between = at.after[ended.start("rest") : cited.at.start - at.end] if ended and by else ""
        ends = cited.at.end <= at.start and _TO_AN_END.fullmatch(_between(cited, mention))
        if (ends or (by and _BY.match(between))) and not _may_have_ended(row, cited):
            yield hit(
                cited.at,
                f"“{at.text}”: it was not the {cited.name} that abolished it ({row.authority}).",
                "Put in the Act that did, or take it out.",
                confidence="likely",
            )


def _between(cited: Cited, mention: Mention) -> str:
    return mention.at.passage.text[cited.at.end : mention.at.start]


def _may_have_ended(row: Row, cited: Cited) -> bool:
    """Tell whether an Act is what ended a body, or the data do not name the Act that did."""
    return cited.name in row.authority or not _ACT.search(row.authority)


@cache
def _acts_that_end_bodies() -> frozenset[str]:
    """Return the Acts by which bodies ended: one that is cited for the end of another body is mistaken."""
    return frozenset(
        act for row in rows() if row.kind in _BODIES and row.until for act in _ACT.findall(row.authority)
    )


def _on_another_day(mention: Mention, instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit on the day of an end that came later than that of the body; a local one may have ended
    before, when it joined another."""
    at, row = mention.at, mention.row
    ended, until = _ENDED.match(at.after), row.until
    if not ended or until is None:
        return
    for one in instrument.dates:
        if one.at.passage is not at.passage or one.value is None:
            continue
        before = at.after[ended.start("rest") : one.at.start - at.end]
        if before.strip() in ("on", "with effect from", "from", "as from", "as of"):
            late = one.value > until
            early = row.kind == "body" and one.value < until - _ONE_DAY
            if late or early:
                yield hit(
                    one.at,
                    f"“{at.text}” ended on {until.day} {until:%B %Y}, not on this day ({row.authority}).",
                    "Put in the day on which it did.",
                    confidence="likely",
                )
