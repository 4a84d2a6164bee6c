"""CK-FIGURE-PARTS: a sum in a sentence that is not what its parts make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._parts.averages import averages
from clausekit.checks.rules.figures._parts.bands import bands_apart
from clausekit.checks.rules.figures._parts.blame import to_blame
from clausekit.checks.rules.figures._parts.breakdowns import breakdowns
from clausekit.checks.rules.figures._parts.by_period import sums_by_period
from clausekit.checks.rules.figures._parts.counts_by_time import counts_by_time
from clausekit.checks.rules.figures._parts.counts_divided import counts_divided
from clausekit.checks.rules.figures._parts.days_of_steps import days_of_steps
from clausekit.checks.rules.figures._parts.divided import divided
from clausekit.checks.rules.figures._parts.equations import equations
from clausekit.checks.rules.figures._parts.hours_at_a_rate import hours_at_a_rate
from clausekit.checks.rules.figures._parts.hours_of_opening import hours_of_opening
from clausekit.checks.rules.figures._parts.in_each_step import in_each_step
from clausekit.checks.rules.figures._parts.made_of_parts import (
    differs_from_the_last,
    made_of_parts,
    rounding_of,
)
from clausekit.checks.rules.figures._parts.made_otherwise import is_made_otherwise
from clausekit.checks.rules.figures._parts.months_listed import months_listed
from clausekit.checks.rules.figures._parts.moved_sums import moved_sums
from clausekit.checks.rules.figures._parts.multiples import multiples
from clausekit.checks.rules.figures._parts.named_fractions import named_fractions
from clausekit.checks.rules.figures._parts.named_parts import named_parts
from clausekit.checks.rules.figures._parts.names_listed import names_listed
from clausekit.checks.rules.figures._parts.numbers_in_all import numbers_in_all
from clausekit.checks.rules.figures._parts.of_which_parts import of_which_parts
from clausekit.checks.rules.figures._parts.paid_each_time import paid_each_time
from clausekit.checks.rules.figures._parts.parts_by_shares import parts_by_shares
from clausekit.checks.rules.figures._parts.people_listed import people_listed
from clausekit.checks.rules.figures._parts.prices_of_rows import prices_of_rows
from clausekit.checks.rules.figures._parts.quorum_from_each import quorums_too_small
from clausekit.checks.rules.figures._parts.reckoned_limits import reckoned_limits
from clausekit.checks.rules.figures._parts.repeated_sums import repeated_sums
from clausekit.checks.rules.figures._parts.rest_paid import rest_paid
from clausekit.checks.rules.figures._parts.said_differences import said_differences
from clausekit.checks.rules.figures._parts.shared_out import shared_out
from clausekit.checks.rules.figures._parts.so_many_at import so_many_at
from clausekit.checks.rules.figures._parts.some_of_things import some_of_things
from clausekit.checks.rules.figures._parts.staff_in_parts import staff_in_parts
from clausekit.checks.rules.figures._parts.sums_in_labels import sums_in_labels
from clausekit.checks.rules.figures._parts.things_beside import things_beside
from clausekit.checks.rules.figures._parts.things_enumerated import things_enumerated
from clausekit.checks.rules.figures._parts.times_in_the_term import times_in_the_term
from clausekit.checks.rules.figures._parts.told_beside import told_beside
from clausekit.checks.rules.figures._parts.units_each import units_each
from clausekit.checks.rules.figures._parts.what_is_left import what_is_left
from clausekit.checks.rules.figures._sentences.instalments import instalments
from clausekit.checks.rules.figures._sentences.members import miscounted
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._sentences.reckoning import reckoned
from clausekit.checks.rules.figures._shares.uplifts_told import uplifts_told
from clausekit.checks.words import Words


def _check(instrument: Instrument) -> Iterator[Hit]:
    told: set[Words] = set()
    for found in (
        *_repeated(instrument),
        *_reckoned(instrument),
        *_made_of_parts(instrument),
        *_miscounted(instrument),
        *_some_of_things(instrument),
        *_staff(instrument),
        *_bands(instrument),
        *_named_parts(instrument),
    ):
        if not any(found.words.overlaps(words) for words in told):
            told.add(found.words)
            yield found


def _reckoned(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that a sentence reckons out wrongly; but not for one reckoned from another
    such."""
    told: set[Words] = set()
    for one in (
        *reckoned(instrument),
        *multiples(instrument),
        *instalments(instrument),
        *rest_paid(instrument),
        *averages(instrument),
        *so_many_at(instrument),
        *paid_each_time(instrument),
        *named_fractions(instrument),
        *what_is_left(instrument),
        *parts_by_shares(instrument),
        *moved_sums(instrument),
        *equations(instrument),
        *said_differences(instrument),
        *sums_in_labels(instrument),
        *told_beside(instrument),
        *things_beside(instrument),
        *sums_by_period(instrument),
        *hours_at_a_rate(instrument),
        *shared_out(instrument),
        *prices_of_rows(instrument),
        *uplifts_told(instrument),
    ):
        if told & {figure.at for figure in one.related}:
            continue
        if one.is_wrong and not is_made_otherwise(one, instrument) and not differs_from_the_last(one.stated):
            told.add(one.stated.at)
            yield hit(
                one.stated.at,
                f"“{one.stated.at.text}” is not what the figures beside it make, {_as_stated(one)}.",
                "Correct the sum, or the figure that is wrong.",
                related=tuple(figure.at for figure in one.related),
            )


def _as_stated(one: Reckoned) -> str:
    """Return what a sum or a number should be, as it would be written."""
    return f"£{one.made:,.2f}" if one.stated.kind == "money" else f"{one.made:,f}"


def _made_of_parts(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that its parts, or what it is broken down into, do not make."""
    for made in made_of_parts(instrument):
        yield from _not_the_sum(made.whole, made.parts, made.made, instrument)
    for one in (*breakdowns(instrument), *divided(instrument), *of_which_parts(instrument)):
        if one.is_wrong:
            yield from _not_the_sum(one.whole, one.parts, one.made, instrument)


def _miscounted(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number of members or places that is not what is told of them one by one."""
    for one in (
        *miscounted(instrument),
        *counts_divided(instrument),
        *counts_by_time(instrument),
        *hours_of_opening(instrument),
        *in_each_step(instrument),
        *units_each(instrument),
        *names_listed(instrument),
        *things_enumerated(instrument),
        *months_listed(instrument),
        *numbers_in_all(instrument),
        *quorums_too_small(instrument),
        *times_in_the_term(instrument),
        *days_of_steps(instrument),
        *people_listed(instrument),
        *reckoned_limits(instrument),
    ):
        yield hit(
            one.stated,
            f"“{one.stated.text}” is not the sum of its parts, which make {one.made:f}.",
            "Correct the number, or the part that is wrong.",
            confidence="likely",
        )


def _named_parts(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for the parts of a sum, each after a name, that do not make it."""
    for one in named_parts(instrument):
        yield hit(
            one.stated,
            f"“{one.stated.text}” make £{one.made:,f}, not the sum before them.",
            "Correct the sum, or the part that is wrong.",
            confidence="likely",
        )


def _bands(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each band that does not begin where the one above it ends."""
    for one in bands_apart(instrument):
        yield hit(
            one.stated,
            f"“{one.stated.text}” begins a band, but the one above it ends at {one.made:,f}.",
            "Correct one of the two limits.",
            confidence="likely",
            related=one.related,
        )


def _some_of_things(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number of some things that, with those of the others, is not that of all."""
    for one in some_of_things(instrument):
        yield hit(
            one.stated,
            f"“{one.stated.text}” and the numbers after it make {one.made:f}, but there are"
            f" “{one.whole.text}”.",
            "Correct the number of all, or that of some, which is wrong.",
            confidence="likely",
            related=(one.whole,),
        )


def _staff(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number of staff that its parts do not make."""
    for one in staff_in_parts(instrument):
        yield hit(
            one.whole,
            f"“{one.whole.text}” is not the sum of its parts, which make {one.made:f}.",
            "Correct the number, or the part that is wrong.",
            related=one.parts,
        )


def _repeated(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that its instalments, or its years, do not make."""
    for one in repeated_sums(instrument):
        made = one.count * (one.each.value or Decimal(0))
        stated = one.total.value or Decimal(0)
        last_place = Decimal(1).scaleb(-one.each.decimals)
        out = abs(stated - made) > max(rounding_of((one.total, one.each)), last_place) * one.count
        if out and not differs_from_the_last(one.each):
            first, second = one.in_order
            yield hit(
                second.at,
                f"“{one.each.at.text}” makes £{made:,f} if it is paid {one.count} times,"
                f" not “{one.total.at.text}”.",
                "Correct the sum, the number of payments or what each is.",
                related=(first.at,),
            )


def _not_the_sum(
    total: Figure, parts: Sequence[Figure], made: Decimal, instrument: Instrument
) -> Iterator[Hit]:
    wrong = to_blame(total, parts, made, instrument)
    yield hit(
        wrong.at,
        f"“{total.at.text}” is not the sum of its parts, which make £{made:,f}.",
        "Correct the sum, or the part that is wrong.",
        related=tuple(one.at for one in (total, *parts) if one is not wrong),
    )


RULE = Rule(
    id="CK-FIGURE-PARTS",
    level="error",
    title="A sum in a sentence that is not what its parts make",
    why="A drawdown or a budget that is stated as a sum and again in its parts must come to the same, or"
    " one of the parts is not paid for.",
    fails="""
1. Drawdown

1.1 The first drawdown is ⟦£1,250,000⟧, being £1,300,000 for children’s outcomes and £50,000 for the network.

1.2 The Council pays £20,000 and the ICB £30,000, making a total of ⟦£60,000⟧.

1.3 The Council pays £180,000 a year in four instalments of ⟦£40,000⟧.

1.4 The Council pays in monthly payments of £90,000, that is ⟦£1,095,500⟧ a year.

1.5 The works cost ⟦£100,000⟧, of which £60,000 comes from the Council and £50,000 from the ICB.

1.6 The chair is paid for 24 days a year at £425 a day, ⟦£10,400⟧ in all, and a clerk £12,000 a quarter
(⟦£45,000⟧ a year).

1.7 Running costs of £58,000 are shared in equal parts of ⟦£14,000⟧.

1.8 The Council and the ICB shall each pay £32,500, that is ⟦£60,000⟧ in total, and £25,000 a year for three
years (⟦£70,000⟧ in all).

1.9 The Board has ⟦eight⟧ members: three from the Council, two from the ICB and two from the Trust.

1.10 The grant of £1,418,250 is spent as follows:

(a) mandatory grants: £1,150,000;

(b) discretionary help: £193,250; and

(c) minor adaptations: ⟦£57,000⟧.

1.11 The Discharge Grant is ⟦£300,000⟧.

1.12 Of the Discharge Grant, £120,000 is for beds, £110,000 for home care and £90,000 for equipment.

1.13 The choice is made by a panel of ⟦five⟧: two members named by the Council, two by the ICB, a carer and
one person who uses the service.

1.14 The Fund is £983,400 a year.

1.16 Of the increase of £277,750, the sum of £149,940 is paid by the Council and ⟦£128,710⟧ by the ICB. The
contribution of the Council rises from £3,030,900 to £3,180,840.

1.15 It is paid in four equal instalments of ⟦£254,850⟧.

1.17 In the twelve months to 31 March 2026 there were 3,120 visits, an average of ⟦240⟧ a month.

1.18 The Host opens ⟦237⟧ accounts, being 124 for the Council, 41 for the ICB and 108 for the Trust, in the
⟦two⟧ towns of the Area: Aldgate, Hensby and Northby.

1.19 Temporary workers were three in number. They cost £18,900 each, ⟦£57,600⟧ in all.

1.20 The Team Budget is £682,000. Three quarters of the Team Budget, namely ⟦£501,500⟧, is due.

1.21 Scheme 1 has spent £156,000 too much and Scheme 2 £76,000 too little, which leaves them ⟦£90,000⟧ over.
""",
    passes="""
1. Drawdown

1.1 The first drawdown is £1,350,000, being £1,300,000 for children’s outcomes and £50,000 for the network.

1.2 The Fund is £100,000, of which the Council pays £20,000 and the ICB £30,000. The cost is £1.4m, being
£1.3m and £52,000.

1.3 The Council pays £180,000 a year in four instalments of £45,000, and £60,000 in each of 2026/27 and
2027/28, being £120,000 over two years.

1.4 The chair is paid for 24 days a year at £425 a day, £10,200 in all, and a clerk £12,000 a quarter
(£48,000 a year). Stock on 31 March 2026 was valued at £684,300, that is, £512,900 for new stock and £171,400
for used stock.

1.5 The Council and the ICB shall each pay £32,500, that is £65,000 in total. The Board has seven members, of
whom two are elected every three years.

The Underspend is £120,000. Of that, £100,000 is carried forward and £20,000 is returned: £12,000 to the
Council and £8,000 to the ICB. Of the Budget, which is £900,000, the sum of £400,000 is for beds and £300,000
for staff.

In 2025/26 there were 3,120 visits, on average 60 a week, and 42 replies, of which 16 came from carers and 5
from staff. Six courses are run. Each costs £1,250, and together they cost £7,500. Two thirds of the Fund,
£66,700, is spent.

1.6 Spending of the £1,000,000 is approved as follows:

(a) up to £10,000, by the Manager; and

(b) up to £50,000, by the Director.
""",
    check=_check,
)
