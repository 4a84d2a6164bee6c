"""What a text says of whole tables: how many rows they have, what those make together or in instalments."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.figures._disagrees.counted_groups import groups_miscounted
from clausekit.checks.rules.figures._disagrees.counted_rows import rows_miscounted
from clausekit.checks.rules.figures._disagrees.differences_told import differences_told
from clausekit.checks.rules.figures._disagrees.groups_told import groups_told_otherwise
from clausekit.checks.rules.figures._disagrees.rows_in_all import rows_in_all
from clausekit.checks.rules.figures._disagrees.rows_of_one import rows_of_one
from clausekit.checks.rules.figures._disagrees.rows_together import rows_together
from clausekit.checks.rules.figures._disagrees.steps_told import steps_told
from clausekit.checks.rules.figures._disagrees.things_of_rows import things_of_rows
from clausekit.checks.rules.figures._disagrees.yearly_instalments import yearly_instalments
from clausekit.checks.rules.figures._sentences.members import votes_miscounted


def said_of_tables(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each figure that is not what the rows of a table make in number or in sum."""
    yield from _numbers(instrument)
    yield from _totals(instrument)
    yield from _of_one_party(instrument)
    yield from _instalments(instrument)
    for stated, made, cell in things_of_rows(instrument):
        yield hit(
            stated,
            f"“{stated.text}” at that price make £{made:,f}, and not “{cell.text}”, which the table has.",
            "Correct the number, the price or the sum.",
            confidence="likely",
            related=(cell,),
        )


def _numbers(instrument: Instrument) -> Iterator[Hit]:
    for find in (
        votes_miscounted,
        rows_miscounted,
        groups_miscounted,
        groups_told_otherwise,
        differences_told,
        steps_told,
        rows_in_all,
    ):
        for one in find(instrument):
            yield hit(
                one.stated,
                f"“{one.stated.text}” is not what the table has: that is {one.made:f}.",
                "Put in the number that is meant in both places.",
                confidence="likely",
            )


def _totals(instrument: Instrument) -> Iterator[Hit]:
    for one in rows_together(instrument):
        yield hit(
            one.stated.at,
            f"“{one.stated.at.text}” is not what the rows of the table make: that is {one.made:,f}.",
            "Correct the total, or the figure in the table.",
            confidence="likely",
            related=(one.cell,),
        )


def _of_one_party(instrument: Instrument) -> Iterator[Hit]:
    for figure, made, cell in rows_of_one(instrument):
        yield hit(
            figure.at,
            f"“{figure.at.text}” is not what the rows of the party make: that is £{made:,f}.",
            "Correct the total, or the figure in the table.",
            confidence="likely",
            related=(cell,),
        )


def _instalments(instrument: Instrument) -> Iterator[Hit]:
    for figure, made, cell in yearly_instalments(instrument):
        yield hit(
            figure.at,
            f"“{figure.at.text}” does not make “{cell.text}” in the table: each would be £{made:,.2f}.",
            "Correct the instalment, or the figure in the table.",
            confidence="likely",
            related=(cell,),
        )
