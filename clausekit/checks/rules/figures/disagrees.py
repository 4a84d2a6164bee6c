"""CK-FIGURE-DISAGREES: a figure in the text that is another in the table."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._disagrees.against_cells import against_tables
from clausekit.checks.rules.figures._disagrees.all_but_one import all_but_one
from clausekit.checks.rules.figures._disagrees.beside_tables import (
    beside_their_table,
    counts_beside_their_table,
    exchanged_in_flat_rows,
)
from clausekit.checks.rules.figures._disagrees.columns_told import columns_told_otherwise
from clausekit.checks.rules.figures._disagrees.counted_in_labels import counted_in_labels
from clausekit.checks.rules.figures._disagrees.counts_in_tables import counts_against_tables
from clausekit.checks.rules.figures._disagrees.grand_totals import totals_mistyped
from clausekit.checks.rules.figures._disagrees.limits_of_rows import limits_told_otherwise
from clausekit.checks.rules.figures._disagrees.parties_told import parties_told_otherwise
from clausekit.checks.rules.figures._disagrees.rounded_totals import rounded_otherwise
from clausekit.checks.rules.figures._disagrees.rows_told import rows_told_otherwise
from clausekit.checks.rules.figures._disagrees.said_of_tables import said_of_tables
from clausekit.checks.rules.figures._disagrees.said_periods import said_periods
from clausekit.checks.rules.figures._disagrees.same_each_time import paid_each_time
from clausekit.checks.rules.figures._disagrees.tables_led_to import totals_led_to
from clausekit.checks.rules.figures._disagrees.targets_told import targets_told_otherwise
from clausekit.checks.rules.figures._disagrees.things_in_all import things_in_all
from clausekit.checks.rules.figures._disagrees.topics import budgets_misstated
from clausekit.checks.rules.figures._disagrees.totals_elsewhere import totals_elsewhere
from clausekit.checks.rules.figures._disagrees.years_together import told_of_years_together
from clausekit.checks.rules.figures._disagrees.years_told import years_told_otherwise
from clausekit.checks.rules.figures._sentences.mentions import mentions
from clausekit.checks.rules.figures._sentences.mistyped import mistyped
from clausekit.checks.rules.figures._shares.proportions_told import proportions_told
from clausekit.checks.rules.figures._tables.agreement import unlike_the_table
from clausekit.checks.rules.figures._tables.labels import labels_of
from clausekit.checks.rules.figures._tables.sheets import sheets
from clausekit.checks.words import Words


def _check(instrument: Instrument) -> Iterator[Hit]:
    said = mentions(instrument)
    tables = list(sheets(instrument))
    labels = labels_of(instrument) if tables else {}
    told: set[Words] = set()
    for found in (
        *(one for each in said if tables for one in against_tables(each, tables, instrument, labels)),
        *beside_their_table(said, tables, instrument),
        *counts_beside_their_table(tables, instrument),
        *counts_against_tables(tables, instrument, labels),
        *exchanged_in_flat_rows(said, tables),
        *_mistyped(instrument),
        *said_of_tables(instrument),
        *(
            unlike_the_table(figure.at, cell)
            for find in (
                budgets_misstated,
                totals_mistyped,
                rows_told_otherwise,
                years_told_otherwise,
                parties_told_otherwise,
                columns_told_otherwise,
                limits_told_otherwise,
                told_of_years_together,
                totals_led_to,
                totals_elsewhere,
                targets_told_otherwise,
                things_in_all,
                paid_each_time,
                all_but_one,
                proportions_told,
            )
            for figure, cell in find(instrument)
        ),
    ):
        if found.words not in told:
            told.add(found.words)
            yield found
    for stated, label in counted_in_labels(instrument):
        yield unlike_the_table(stated, label)
    for period in said_periods(instrument):
        yield unlike_the_table(period.stated, period.right)
    for one in rounded_otherwise(instrument):
        yield hit(
            one.figure.at,
            f"“{one.figure.at.text}” is not the total of the table, rounded: that is £{one.rounded:f}m.",
            "Correct the figure.",
            confidence="likely",
        )


def _mistyped(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that only a table has, with two digits exchanged."""
    for one in mistyped(instrument):
        if not one.in_text:
            yield unlike_the_table(one.stated.at, one.right.at)


RULE = Rule(
    id="CK-FIGURE-DISAGREES",
    level="error",
    title="A figure in the text that is another one in the table",
    why="A sum that is stated twice is corrected once. If the two differ, the parties owe whichever a court"
    " picks.",
    fails="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is ⟦£860,000⟧, as the table below shows.

2.2 The Council pays ⟦£580,000⟧ and the ICB £2,100,000, as the table shows.

| Source | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |

3. Targets

3.1 Items are delivered on time in ⟦95%⟧ of cases (K1), and in the third quarter the ICB pays ⟦£230,000⟧ as
the tables show.

| Ref | Indicator | Target |
|---|---|---|
| K1 | Urgent deliveries on time | 98% |
| K2 | Standard deliveries on time | 95% |

| Payment | ICB | Council |
|---|---|---|
| Q1 | £200,000 | £90,000 |
| Q2 | £210,000 | £91,000 |
| Q3 | £220,000 | £92,000 |

4. Changes

4.1 The contribution to the crisis house falls by ⟦£45,700⟧. A practitioner of Grade B may not release an
order of more than ⟦£1,750⟧.

| Scheme | Before | After | Change |
|---|---|---|---|
| Crisis house | £475,000 | £427,500 | (£47,500) |
| Carers | £500,000 | £540,000 | £40,000 |

| Grade | Who | Limit for an order |
|---|---|---|
| A | Nurses | £250 |
| B | Senior staff | £1,500 |

5. Records

5.1 Call recordings are kept for ⟦twelve months⟧.

| Item | Kept for |
|---|---|
| Call recordings | 6 months |
| Referral forms | 8 years |

6. Outcomes

6.1 The ⟦five⟧ outcomes set out in Table 9 are reviewed each year. The pilot and the follow-up together cost
⟦£46,000⟧, as Table 9 shows.

Table 9: outcomes

| Outcome | Evaluation (£) |
|---|---|
| Pilot | 25,000 |
| Follow-up | 20,000 |
| Survey | 12,000 |
| Workshop | 3,000 |
""",
    passes="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is £0.85 million, as the table below shows. The Disabled
Facilities Grant for 2025/26 was £800,000. Spending above £860,000 in total needs consent.

| Source in 2026/27 | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |

3. Measures

3.1 M1 was 61% in 2024/25. Call recordings are kept for half a year, referral forms for eight years.

| Ref | Measure | Target |
|---|---|---|
| M1 | People at home after 91 days | 66% |
| M2 | Reviews on time | 90% |

| Item | Kept for |
|---|---|
| Call recordings | 6 months |
| Referral forms | 8 years |

4. Outcomes

4.1 Of the four outcomes set out in Table 9 two are new. The pilot and the follow-up together cost £45,000.

Table 9: outcomes

| Outcome | Evaluation (£) |
|---|---|
| Pilot | 25,000 |
| Follow-up | 20,000 |
| Survey | 12,000 |
| Workshop | 3,000 |
""",
    check=_check,
    yields_to=("CK-FIGURE-PARTS", "CK-FIGURE-HUNDRED", "CK-FIGURE-WORDS", "CK-FIGURE-MALFORMED"),
)
