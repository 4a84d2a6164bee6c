"""CK-DATE-ORDER: a period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.dates._accounts_due import due_in_the_wrong_year
from clausekit.checks.rules.dates._after_the_year import due_otherwise
from clausekit.checks.rules.dates._agreed_after import agreed_after_the_end
from clausekit.checks.rules.dates._apart_in_tables import not_as_long_before, odd_in_their_tables
from clausekit.checks.rules.dates._behind import lying_behind
from clausekit.checks.rules.dates._beyond_the_term import final_before_the_end, reviewed_after_the_end
from clausekit.checks.rules.dates._date_in_words import told_in_two_ways
from clausekit.checks.rules.dates._events import told_twice
from clausekit.checks.rules.dates._first_and_last import later_before_first, turns_out_of_order
from clausekit.checks.rules.dates._first_due import first_before_its_year_ends, first_before_the_start
from clausekit.checks.rules.dates._meetings import meetings_otherwise
from clausekit.checks.rules.dates._of_another_year import listed_in_another_year
from clausekit.checks.rules.dates._one_after_another import overlapping
from clausekit.checks.rules.dates._out_of_turn import (
    again_before,
    closed_before_opened,
    due_before,
    listed_out_of_turn,
    paid_out_of_turn,
    rows_out_of_turn,
    steps_out_of_turn,
    versions_out_of_turn,
)
from clausekit.checks.rules.dates._put_in_order import put_in_order
from clausekit.checks.rules.dates._ranges import is_before, ranges
from clausekit.checks.rules.dates._reviewed import reviewed_otherwise
from clausekit.checks.rules.dates._rows_by_clause import too_late_for_their_clause
from clausekit.checks.rules.dates._signed_rows import signed_on_another_day
from clausekit.checks.rules.dates._start_date import starts_a_year_early
from clausekit.checks.rules.dates._yet_to_come import past_yet_to_come
from clausekit.checks.words import Words

_REMEDY = "Correct the date that is wrong, most often the year."


def _check(instrument: Instrument) -> Iterator[Hit]:
    for one in ranges(instrument):
        if is_before(one.last, one.first):
            yield hit(
                one.last.at,
                f"“{one.last.at.text}” is not after “{one.first.at.text}”, on which the period begins.",
                _REMEDY,
                related=(one.first.at,),
            )
    told: set[Words] = {words for one in ranges(instrument) for words in (one.first.at, one.last.at)}
    for late, before in (
        *due_before(instrument),
        *steps_out_of_turn(instrument),
        *listed_out_of_turn(instrument),
        *listed_in_another_year(instrument),
        *paid_out_of_turn(instrument),
        *again_before(instrument),
        *closed_before_opened(instrument),
        *rows_out_of_turn(instrument),
        *later_before_first(instrument),
        *turns_out_of_order(instrument),
        *put_in_order(instrument),
        *versions_out_of_turn(instrument),
    ):
        if late.at not in told and before.at not in told:
            told.add(late.at)
            yield _likely(late, f"“{late.at.text}” is out of turn beside “{before.at.text}”.", before.at)
    for other, first_told in (
        *told_twice(instrument),
        *told_in_two_ways(instrument),
        *signed_on_another_day(instrument),
    ):
        if other.at not in told:
            told.add(other.at)
            message = f"“{other.at.text}” is “{first_told.at.text}” in another place, of what happened once."
            yield _likely(other, message, first_told.at, "Correct the date that is wrong.")
    yield from _told_elsewhere(instrument, told)
    yield from _outside_the_term(instrument, told)
    for due, year in due_in_the_wrong_year(instrument):
        yield _likely(due, f"By “{due.at.text}” this cannot be done for “{year.text}”.", year)
    for ahead, start in past_yet_to_come(instrument):
        message = (
            f"“{ahead.at.text}” is told as past, but is after “{start.at.text}”, on which this instrument is"
            " made or begins."
        )
        yield _likely(ahead, message, start.at)
    for behind, start in lying_behind(instrument):
        if behind.at not in told:
            message = (
                f"“{behind.at.text}” is before “{start.at.text}”, on which this instrument begins: it cannot"
                " be still to come."
            )
            yield _likely(behind, message, start.at)


def _told_elsewhere(instrument: Instrument, told: set[Words]) -> Iterator[Hit]:
    """Yield hits on dates that are not those which another row, another clause or a term makes them."""
    for one in odd_in_their_tables(instrument):
        if one.odd.at not in told:
            message = (
                f"“{one.odd.at.text}” is not {one.usual} from “{one.other.at.text}”, as in all other rows."
            )
            yield _likely(one.odd, message, one.other.at)
            told.add(one.odd.at)
    for words, period, other in not_as_long_before(instrument):
        if words not in told:
            yield hit(
                words,
                f"“{words.text}” does not go with “{other}”: papers go out {period.at.text} before.",
                "Correct the date, or the period.",
                confidence="likely",
                related=(period.at,) if words is not period.at else (),
            )
    for late, period, day in too_late_for_their_clause(instrument):
        before = f"{day.day} {day:%B %Y}"
        message = f"“{late.at.text}” is less than {period.at.text} before {before}, as its clause asks."
        yield _likely(late, message, period.at, "Correct the date, or the clause.")
    for last, following in overlapping(instrument):
        message = f"“{last.at.text}” is not before “{following.at.text}”, on which the next begins."
        yield _likely(last, message, following.at)
    for due, period, right in due_otherwise(instrument):
        message = f"“{due.at.text}” is not {period.at.text} after the end of a financial year."
        yield _likely(due, message, period.at, f"Write {right.day} {right:%B}, or correct the period.")
    for again, first in reviewed_otherwise(instrument):
        message = f"“{again.at.text}” is “{first.at.text}” in another place, by which the same review is due."
        yield _likely(again, message, first.at, "Correct the date that is wrong.")
    for early, start in starts_a_year_early(instrument):
        message = f"“{early.at.text}” is long before “{start.at.text}”, from which this instrument runs."
        yield _likely(early, message, start.at)


def _outside_the_term(instrument: Instrument, told: set[Words]) -> Iterator[Hit]:
    """Yield hits on days by which something is due before there can be any of it, or when all is over."""
    for due, begins in first_before_the_start(instrument):
        told.add(due.at)
        message = f"“{due.at.text}” is before “{begins.at.text}”, on which this instrument begins."
        yield _likely(due, message, begins.at)
    for due, ends in first_before_its_year_ends(instrument):
        message = f"“{due.at.text}” is before the first year ends, on {ends.day} {ends:%B %Y}."
        yield hit(due.at, message, _REMEDY, confidence="likely")
    for late, end in reviewed_after_the_end(instrument):
        message = f"“{late.at.text}” is after “{end.at.text}”, on which this instrument has ended."
        yield _likely(late, message, end.at)
    for early, end in final_before_the_end(instrument):
        message = f"“{early.at.text}” is long before “{end.at.text}”, on which this instrument ends."
        yield _likely(early, message, end.at)
    for late, end in agreed_after_the_end(instrument):
        message = f"“{late.at.text}” is after “{end.at.text}”, on which what is to be extended has ended."
        yield _likely(late, message, end.at)
    for dates, promise, wrong in meetings_otherwise(instrument):
        yield hit(
            dates[0].at.part(dates[0].at.start, dates[-1].at.end),
            f"These meetings do not go with “{promise.text}”: {wrong}.",
            "Correct the dates, or how often there is a meeting.",
            confidence="likely",
            related=(promise,),
        )


def _likely(one: Date, message: str, other: Words, remedy: str = _REMEDY) -> Hit:
    """Return the hit on a date that does not go with what stands elsewhere."""
    return hit(one.at, message, remedy, confidence="likely", related=(other,))


RULE = Rule(
    id="CK-DATE-ORDER",
    level="error",
    title="A period that ends before it begins, or a day that lies behind, is yet to come or out of turn",
    why="A term whose end lies before its start is no term at all; usually one of the two years was not"
    " brought up to date. That an agreement is signed after it takes effect is not at fault here.",
    fails="""
1. Definitions

1.1 In this agreement:

**Commencement Date** means 1 April 2027.

**Expiry Date** means ⟦31 March 2027⟧.

2. Term

2.1 The pilot runs from 1 October 2026 to ⟦30 September 2026⟧.

2.2 The secondment starts on Monday 5 October 2026 and finishes on ⟦2 October 2026⟧.

| Scheme | Start | End |
|---|---|---|
| Reablement | 1 April 2026 | ⟦31 March 2026⟧ |

2.3 On 3 March 2027 the Council received an offer, which is to be accepted by ⟦17 March 2026⟧.

| Step | Day |
|---|---|
| Offer | 3 March 2027 |
| Acceptance | ⟦17 March 2026⟧ |
| Plan | 10 May 2027 |
| Review | 1 October 2027 |

2.4 The Partners shall review this agreement by ⟦31 March 2024⟧ and then in each year.
""",
    passes="""
1. Term

1.1 This agreement is dated 20 May 2026. It begins on 1 April 2026 and ends on 31 March 2027, and the Partners
meet between 1 April and 31 March in each year. Staff whom the Council employed on 31 March 2024 shall be
consulted by 30 June 2026.
""",
    check=_check,
)
