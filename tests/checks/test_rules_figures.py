"""Rules on figures: which figure is to blame, what rounding explains, tables that extraction flattened."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT, hits


def found(id_: str, text: str) -> list[tuple[str, str]]:
    """Return the words that a rule hits in an agreement in Markdown, each with how sure it is."""
    return [(hit.words.text, hit.confidence) for hit in hits(load(id_), text)]


def told(text: str, *families: str) -> list[tuple[str, str, str]]:
    """Return rule, level and words of what some families of rules find in plain text."""
    findings = run(read(text, "a.txt", markdown=False).reading, Options(select=families, as_at=AS_AT))
    return [(one.rule, one.level, one.words.text) for one in findings]


def table(*rows: str) -> str:
    """Return an agreement with a table; the first row heads it."""
    lines = [f"| {' | '.join(row.split(' / '))} |" for row in rows]
    ruler = "|---" * (rows[0].count(" / ") + 1) + "|"
    return "\n".join(["1. Costs", "", "1.1 The costs are:", "", lines[0], ruler, *lines[1:]])


def test_a_figure_in_a_row_and_a_column_that_are_out_by_the_same_is_to_blame_for_both() -> None:
    text = table(
        "Item / Council / ICB / Total",
        "Staff / £100 / £210 / £300",
        "Rooms / £50 / £60 / £110",
        "Total / £150 / £260 / £410",
    )
    assert found("CK-FIGURE-SUM", text) == [("£210", "certain")]


def test_the_total_of_all_is_to_blame_if_neither_its_row_nor_its_column_adds_up() -> None:
    text = table(
        "Item / Council / ICB / Total",
        "Staff / £100 / £200 / £300",
        "Rooms / £50 / £60 / £110",
        "Total / £150 / £260 / £420",
    )
    assert found("CK-FIGURE-SUM", text) == [("£420", "certain")]


def test_two_faults_in_a_table_are_two_findings() -> None:
    text = table("Item / Year 1 / Year 2", "Staff / £100 / £200", "Rooms / £50 / £60", "Total / £155 / £250")
    assert [words for words, _ in found("CK-FIGURE-SUM", text)] == ["£155", "£250"]


def test_sub_totals_may_be_added_or_passed_over() -> None:
    rows = ("Staff / £100", "Rooms / £50", "Sub-total / £150", "Cars / £10", "Fuel / £5", "Sub-total / £15")
    assert found("CK-FIGURE-SUM", table("Item / Cost", *rows, "Total / £165")) == []
    assert found("CK-FIGURE-SUM", table("Item / Cost", *rows, "Total / £330")) == [("£330", "certain")]


def test_what_is_taken_off_counts_as_negative() -> None:
    assert (
        found("CK-FIGURE-SUM", table("Item / Sum", "Costs / £100", "Less: fees / £20", "Total / £80")) == []
    )


@pytest.mark.parametrize(
    ("head", "confidence"),
    [("£000", []), ("Cost (£)", [("1,000", "doubtful")])],
)
def test_a_difference_that_rounding_explains_is_no_fault_in_thousands_and_a_remark_in_pounds(
    head: str, confidence: list[tuple[str, str]]
) -> None:
    text = table(f"Item / {head}", "Staff / 500", "Rooms / 499", "Total / 1,000")
    assert found("CK-FIGURE-SUM", text) == confidence


def test_figures_to_the_penny_are_never_rounded() -> None:
    text = table("Item / Cost", "Staff / £10.10", "Rooms / £20.20", "Total / £30.31")
    assert found("CK-FIGURE-SUM", text) == [("£30.31", "certain")]


@pytest.mark.parametrize(
    "rows",
    [
        ("Post / Hourly rate", "Carer / £12.00", "Nurse / £20.00", "Total / £40.00"),
        ("Item / Amount", "Number of beds / 20", "Price per bed / £500", "Total / £10,000"),
        ("Item / Amount", "Staff / £100", "Rooms / as agreed", "Total / £500"),
        ("Item / Amount", "Staff / £100", "Rooms / £50", "Total including VAT / £180"),
        ("Item / Amount", "Staff / £100", "Total / £100"),
        ("Site / Visits", "North / 100", "South / 120", "Total average / 110"),
    ],
)
def test_columns_that_need_not_add_up_are_left_alone(rows: tuple[str, ...]) -> None:
    assert found("CK-FIGURE-SUM", table(*rows)) == []


def test_a_table_flattened_to_lines_is_added_up() -> None:
    text = """SCHEDULE 3
FINANCE

1. Contributions

1.1 The contributions are:

Source Council ICB Total
Minimum contribution Nil 300,000 300,000
Improved Better Care Fund 200,000 Nil 200,000
Discharge grant 50,000 Nil 50,000
Total 260,000 300,000 550,000

1.2 The Partners pay monthly.
"""
    assert told(text, "CK-FIGURE") == [("CK-FIGURE-SUM", "error", "260,000")]


def test_figures_in_flattened_prose_are_no_table() -> None:
    text = """1. Homes

1.1 The Council places 12 people in homes, at 3 sites

Beds in use 12 4
The total of visits was 40 15
"""
    assert told(text, "CK-FIGURE") == []


def test_shares_are_compared_with_the_amounts_that_fit_best() -> None:
    text = table(
        "Partner / 2025/26 / 2026/27 / Share",
        "Council / £100 / £300 / 75%",
        "ICB / £100 / £100 / 25%",
        "Total / £200 / £400 / 100%",
    )
    assert found("CK-FIGURE-SHARE", text) == []


def test_a_share_a_hair_from_its_amount_is_a_remark() -> None:
    text = table(
        "Partner / Cost / Share",
        "Council / £933,360 / 93.31%",
        "ICB / £66,640 / 6.69%",
        "Total / £1,000,000 / 100%",
    )
    assert {confidence for _, confidence in found("CK-FIGURE-SHARE", text)} == {"doubtful"}


def test_a_wrong_share_is_told_once() -> None:
    text = table("Partner / Cost / Share", "Council / £60 / 60%", "ICB / £40 / 45%", "Total / £100 / 100%")
    assert found("CK-FIGURE-SHARE", text) == [("45%", "certain")]
    assert found("CK-FIGURE-HUNDRED", text) == []


def test_agreed_shares_must_make_100_and_equal_thirds_may_miss_it() -> None:
    assert found("CK-FIGURE-HUNDRED", table("Partner / Share", "A / 50%", "B / 49%", "Total / 100%")) != []
    thirds = table("Partner / Share", "A / 33%", "B / 33%", "C / 33%", "Total / 100%")
    assert found("CK-FIGURE-HUNDRED", thirds) == []


def test_a_row_of_shares_that_is_unlike_the_others_is_found() -> None:
    text = table("Purpose / ICB / Council", "Advice / 100% / Nil", "Joint / 50% / 50%", "Care / Nil / 80%")
    assert found("CK-FIGURE-HUNDRED", text) == [("80%", "likely")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council shall bear 60% of the first £10,000 and 45% of the rest.",
        "In the first year the Council pays the first 60% and the ICB 30%.",
        "The Council bears 60% if the ICB votes against, and the Trust 55%.",
        "The Council and the ICB share the cost, which rose by 60% and fell by 45%.",
    ],
)
def test_percentages_that_are_no_shares_of_one_whole_are_left_alone(sentence: str) -> None:
    assert found("CK-FIGURE-HUNDRED", f"1. Shares\n\n1.1 {sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Council pays £1,00 now.", ["£1,00"]),
        ("The Council pays £1O0,000 now.", ["£1O0,000"]),
        ("The Council pays ££500 now.", ["££500"]),
        ("The share is 12,5% now.", ["12,5%"]),
        ("The Council pays £1,000, £20.50, and £3.6bn, at £0.455 a mile, 12.5% in all.", []),
    ],
)
def test_money_is_malformed_or_not(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-MALFORMED", f"1. Costs\n\n1.1 {sentence}")] == words


def test_a_limit_is_not_compared_with_the_table() -> None:
    text = table("Item / Cost", "Staff costs / £100", "Room costs / £50", "Total / £150")
    limits = "\n\n1.2 The staff costs in the table are at most £120, and may not exceed £130."
    assert found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 The staff costs in the table are £120.") == [
        ("£120", "certain")
    ]
    assert found("CK-FIGURE-DISAGREES", text + limits.replace("at most", "up to")) == []


def test_one_fault_in_a_table_gives_one_finding_of_all_rules_on_figures() -> None:
    text = """1. Risk share

1.1 The shares are:

Partner        Cost         Share
Council        £300,00      75%
ICB            £100,000     25%
Total          £400,000     100%
"""
    assert told(text, "CK-FIGURE") == [("CK-FIGURE-MALFORMED", "error", "£300,00")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It pays £120,000 in three equal annual instalments of £40,000.", []),
        ("It pays £120,000 in three equal annual instalments of £45,000.", ["£45,000"]),
        ("It pays £100,000 in three (3) instalments of £33,333.", []),
        ("It pays £60,000 in each of 2026/27 and 2027/28, being £120,000 over two years.", []),
        ("It pays £60,000 in each of 2026/27 and 2027/28, being £130,000 over two years.", ["£130,000"]),
        ("The works cost £1.8m, of which £1.2m comes from a grant and £600,000 from the Council.", []),
        ("The works cost £1.8m, of which £1.2m comes from a grant and £900,000 from the Council.", ["£1.8m"]),
        ("The works cost £1.8m, of which £1.2m is for the hub, with £900,000 of that for its roof.", []),
    ],
)
def test_what_is_paid_over_and_over_makes_what_is_stated(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-PARTS", f"1. Costs\n\n1.1 {sentence}\n")] == words


def test_a_term_may_hold_the_sum_that_instalments_make() -> None:
    text = "1. Grant\n\n1.1 In this agreement:\n\n**Grant** means the sum of £240,000.\n\n1.2 {words}\n"
    for each, wrong in (("£80,000", []), ("£85,000", ["£85,000"])):
        words = f"The Council pays the Grant in three instalments of {each}."
        assert [one for one, _ in found("CK-FIGURE-PARTS", text.replace("{words}", words))] == wrong


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It sees 85% of Patients within two weeks, 10% within four weeks and 10% within six.", ["10%"]),
        ("It sees 85% of Patients within two weeks, 95% within four weeks and 100% within six.", []),
        ("It sees 95% of new Patients within two weeks and 80% of others within four weeks.", []),
    ],
)
def test_parts_within_limits_make_no_more_than_the_whole(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-HUNDRED", f"1. Care\n\n1.1 {sentence}\n")] == words


def test_a_column_of_shares_is_held_against_the_amounts_of_its_party() -> None:
    rows = ("Centre / Council £ / ICB £ / Total £ / Council %", "Homes / 30 / 30 / 60 / 50%")
    assert found("CK-FIGURE-SHARE", table(*rows, "Care / 60 / 40 / 100 / 65%")) == [("65%", "certain")]
    assert found("CK-FIGURE-SHARE", table(*rows, "Care / 60 / 40 / 100 / 60%")) == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (("Post / Is / Was", "Nurse / 1.0 / 2.0", "Clerk / 3.5 / 4.5", "All posts / 4.6 / 6.5"), "4.6"),
        (("Line / 2025 / 2026", "A / 1,000 / 2,100", "B / 2,000 / 3,100", "Pay / 3,000 / 5,210"), "5,210"),
        (("Line / Was / Is / Change", "A / 120 / 130 / 10", "B / 80 / 90 / 10", "C / 50 / 60 / 15"), "15"),
        (("Month / Sum / To date", "May / 5 / 5", "June / 5 / 10", "July / 5 / 15", "Aug / 5 / 21"), "21"),
        (("Line / Number / Price / Cost", "A / 20 / 7 / 140", "B / 30 / 5 / 150", "C / 40 / 5 / 210"), "210"),
    ],
)  # fmt: skip
def test_totals_changes_running_sums_and_costs_are_told_by_the_other_figures(
    rows: tuple[str, ...], words: str
) -> None:
    assert words in [one for one, _ in found("CK-FIGURE-SUM", table(*rows))]


@pytest.mark.parametrize(
    "rows",
    [
        ("Ward / Beds / Stay (days)", "Ash / 24 / 12.4", "Oak / 20 / 14.1", "All wards / 44 / 13.2"),
        ("Measure / 2025 / 2026", "Falls / 410 / 395", "Moves / 120 / 110", "All visits / 900 / 880"),
    ],
)
def test_a_mean_or_another_measure_is_no_total(rows: tuple[str, ...]) -> None:
    assert found("CK-FIGURE-SUM", table(*rows)) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The fee is 2% of the Fund of £640,000, that is £18,200 a year.", "£18,200"),
        ("Of £640,000 the Council pays 60% (£384,000) and the ICB 40% (£265,000).", "£265,000"),
        ("Pay of £59,000 would rise, at 1.35%, by £769.50.", "£769.50"),
        ("Of £640,000 the City has £352,000 (57%), and the Vale £288,000 (45%).", "57%"),
        ("Of the minimum contribution of £640,000, the sum of £352,000 (57%) is kept for care.", "57%"),
        ("Thus the Trust’s 5% of an overspend of £120,000 would be £7,000.", "£7,000"),
    ],
)
def test_a_share_of_a_sum_in_a_sentence_is_worked_out(sentence: str, words: str) -> None:
    assert [one for one, _ in found("CK-FIGURE-SHARE", f"1. Fund\n\n1.1 {sentence}\n")] == [words]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is returned, 36% to the Council and 65% to the ICB, unless they agree.", "65%"),
        ("Any balance is borne as to 60% by the ICB and 30% by the Council.", "30%"),
        ("They share it in the proportions of 62% (Council) and 48% (ICB).", "48%"),
        ("It is borne as follows: Lyndale ICB, 59.3%; Moor ICB, 30.5%; and the Council, 12.2%.", "12.2%"),
        ("Of the contacts expected, 58% are in the Marsh area and 43% in the Oak area.", "43%"),
        ("In band 2 it bears 25%, the Council 30% and the ICB 54%.", "54%"),
        ("In the first Financial Year the Council pays 60% and the ICB 30%.", "30%"),
        ("Of the fee, 82% is fixed, 12% varies and the remaining 8% is at risk.", "8%"),
    ],
)
def test_shares_in_a_sentence_make_a_whole_however_they_are_said(sentence: str, words: str) -> None:
    assert [one for one, _ in found("CK-FIGURE-HUNDRED", f"1. Fund\n\n1.1 {sentence}\n")] == [words]


def test_what_a_provision_is_said_to_say_is_held_against_it() -> None:
    text = """
1. Risk

1.1 The first £80,000 of an overspend falls on the Council.

1.2 The most that the Trust is asked to pay is £150,000.

2. Cap

2.1 As clause 1 says, the most that the Trust is asked to pay is £115,000.
"""
    assert found("CK-FIGURE-CHANGES", text) == [("£115,000", "likely")]
    assert found("CK-FIGURE-CHANGES", text.replace("£115,000", "£150,000")) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Of the increase of £277,750, £149,940 is paid by the Council and £128,710 by the ICB.",
            ["£128,710"],
        ),
        ("Of the Budget of £900,000, the sum of £400,000 is for beds and £300,000 for staff.", []),
        (
            "The Underspend is £120,000. Of that, £100,000 is kept and £20,000 shared: £8,000 and £12,000.",
            [],
        ),
        ("The Underspend is £120,000. Of that, £100,000 is kept and £25,000 is shared.", ["£120,000"]),
        ("The total, which is the sum of £40,000 and £50,000, is £90,000.", []),
    ],
)
def test_parts_that_a_sum_falls_into_are_judged_by_what_else_is_told(sentence: str, words: list[str]) -> None:
    text = f"1. Costs\n\n1.1 {sentence}\n\n1.2 The Council’s share rises from £3,030,900 to £3,180,840.\n"
    assert [one for one, _ in found("CK-FIGURE-PARTS", text)] == words


def test_instalments_may_make_what_a_column_makes_though_its_total_is_wrong() -> None:
    text = table("Item / ICB", "Beds / £2,352,000", "Staff / £1,788,910", "Total / £4,104,910")
    text += "\n\n1.2 The ICB pays its contribution in four equal instalments of £1,035,227.50.\n"
    assert found("CK-FIGURE-PARTS", text) == []
    assert found("CK-FIGURE-SUM", text) == [("£4,104,910", "certain")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It rises from £2,847,500 to £2,961,400, or by 3.4%.", ["3.4%"]),
        ("It rises from £2,847,500 in 2025/26 to £2,961,400 in 2026/27 (4.0%).", []),
        ("The £1,000 is met as to 25% by the Council (£250) and as to 70% by the ICB (£750).", ["70%"]),
        ("The charges, which come to £4,050, bear a fee of 2% of the charges, that is to say £91.", ["£91"]),
        (
            "The fee is £6,000: 30% of it (£1,800) for M1, 50% (£3,000) for M2 and 20% (£1,300) for M3.",
            ["£1,300"],
        ),
    ],
)
def test_a_share_fits_the_sum_beside_it_however_that_is_told(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-SHARE", f"1. Costs\n\n1.1 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The cost of the crisis house falls by £45,700.", ["£45,700"]),
        ("The cost of the crisis house falls by £47,500.", []),
        ("The budget for beds and care is £1.65 million.", ["£1.65 million"]),
        ("The budget for beds and care is £1.6 million.", []),
    ],
)
def test_changes_and_rounded_sums_are_compared_with_their_row(sentence: str, words: list[str]) -> None:
    text = table(
        "Scheme / Outturn / Budget / Change",
        "Crisis house / £1,650,000 / £1,602,500 / (£47,500)",
        "Beds and care / £1,605,000 / £1,605,000 / £0",
    )
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Reserve of £105,000 was built up over three years.", ["£105,000"]),
        ("The Reserve (£0.15m) earns interest.", []),
        ("In 2027/28 the Reserve is £155,000.", []),
        ("If the Reserve is £100,000 or less, it is made up.", []),
        ("A further reserve of £105,000 is kept.", []),
    ],
)
def test_a_term_has_the_sum_that_its_definition_gives_it(sentence: str, words: list[str]) -> None:
    text = "1. Terms\n\n1.1 In this agreement:\n\n**Reserve** means the sum of £150,000 which we hold.\n"
    assert [one for one, _ in found("CK-FIGURE-CHANGES", f"{text}\n1.2 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Call recordings are kept for twelve months.", ["twelve months"]),
        ("Call recordings are kept for 26 weeks, and referral forms for eight years.", []),
        ("Referral forms are kept for 96 months.", []),
        ("The policy on call recordings is reviewed every two years.", []),
    ],
)
def test_a_period_in_the_text_is_that_of_the_table(sentence: str, words: list[str]) -> None:
    text = table("Item / Kept for", "Call recordings / 6 months", "Referral forms / 8 years")
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 {sentence}\n")] == words


def test_the_share_that_stands_elsewhere_as_it_would_have_to_be_is_wrong() -> None:
    text = table("Partner / Share", "Council / 30%", "ICB / 50%", "Trust / 20%")
    sentence = "For year 1 the Council pays 30%, the ICB 48% and the Trust 20%."
    assert found("CK-FIGURE-HUNDRED", f"{text}\n\n1.2 {sentence}\n") == [("48%", "likely")]


def test_what_a_figure_of_the_table_becomes_by_an_increase_is_not_it() -> None:
    text = table("Item / Council / ICB", "Beds / £1,000,000 / £2,000,000", "Total / £1,000,000 / £2,000,000")
    text = f"(1) **Dale Council** (the “**Council**”); and\n\n{text}"
    sentence = "Each contribution rises by 3%. On that footing the Council pays £1,030,000."
    assert found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 {sentence}\n") == []


def test_one_more_instalment_may_be_another_sum() -> None:
    sums = "£42,786,200 by eleven monthly instalments of £3,565,517 and a twelfth of £3,565,513"
    assert found("CK-FIGURE-PARTS", f"1. Payment\n\n1.1 The ICB pays the {sums}.\n") == []


def test_half_of_a_total_is_no_total_of_what_stands_before_it() -> None:
    rows = ("City / £882,000", "Vale / £588,000", "ICB / £1,470,000")
    assert found("CK-FIGURE-SUM", table("Partner / Sum", *rows, "Total / £2,940,000")) == []


def test_people_in_a_table_are_not_added_to_pounds() -> None:
    rows = (
        "Band / Persons / Council (£) / ICB (£) / Total (£)",
        "1 / 42 / 1,134,000 / 1,134,000 / 2,268,000",
    )
    assert found("CK-FIGURE-SUM", table(*rows, "2 / 67 / 1,407,000 / 603,000 / 2,010,000")) == []
    wrong = table(*rows, "2 / 67 / 1,407,000 / 603,000 / 2,100,000")
    assert [words for words, _ in found("CK-FIGURE-SUM", wrong)] == ["2,100,000"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Of the money for Scheme 3, £318,000 is for breaks, being £204,000 for those of a night or longer"
            " and £104,000 for sitting services.",
            ["£318,000"],
        ),
        ("The cost of care, £918,000, is £704,000 for homes and £204,000 for day centres.", ["£918,000"]),
        ("The cost of care, £908,000, is £704,000 for homes and £204,000 for day centres.", []),
        ("The fee is £918,000, being £704,000 for homes or £204,000 for day centres, or another.", []),
    ],
)
def test_parts_of_a_sum_may_be_described_at_length(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-PARTS", f"1. Costs\n\n1.1 {sentence}\n")] == words


def test_a_percentage_is_wrong_if_the_sum_beside_it_stands_in_a_table() -> None:
    rows = table("Partner / Sum", "Council / £9,980,000", "Trust / £620,000", "Total / £10,600,000")
    text = f"{rows}\n\n1.1 The contribution of the Trust is valued at £620,000 (8.5% of the £10,600,000).\n"
    assert [one for one, _ in found("CK-FIGURE-SHARE", text)] == ["8.5%"]


def test_shares_of_each_row_are_no_shares_of_a_whole() -> None:
    rows = table(
        "Scheme / Overspend (£) / County share / County (£)",
        "Equipment / 85,000 / 40% / 34,000",
        "Carers / 40,000 / 55% / 22,000",
        "Beds / 120,000 / 25% / 30,000",
    )
    assert found("CK-FIGURE-SHARE", rows) == []
    assert found("CK-FIGURE-HUNDRED", rows) == []


def test_instalments_of_one_party_are_no_parts_of_what_another_pays() -> None:
    text = """
1.1 The Borough’s contribution for 2026/27 is £2,400,500.

1.2 The Agency shall pay its contribution in four equal instalments of £5,811,725.
"""
    assert found("CK-FIGURE-PARTS", text) == []


_RESERVE = (
    "1.1 “Reserve” means the sum set aside under paragraph 2.\n\n"
    "2. The Partners set aside £312,600, being 2% of £15,630,000.\n\n"
)


@pytest.mark.parametrize(
    ("id_", "text", "words"),
    [
        (
            "CK-FIGURE-HUNDRED",
            "1.1 What is left is shared between the ICB and the Council as 60% to 45%.",
            ["60% to 45%"],
        ),
        ("CK-FIGURE-HUNDRED", "1.1 What is left is shared between them as 60% to 40%.", []),
        ("CK-FIGURE-HUNDRED", "1.1 The share of the ICB rises from 60% to 45%.", []),
        (
            "CK-FIGURE-SHARE",
            "1.1 Of 620 people who were referred to it from the community 403 (75%) stayed at home.",
            ["75%"],
        ),
        (
            "CK-FIGURE-SHARE",
            "1.1 The budget comes to £350,000. Of this the Council pays £87,500, and the ICB pays £140,000"
            " (45% of the total).",
            ["45%"],
        ),
        (
            "CK-FIGURE-SHARE",
            "1.1 The budget comes to £350,000. Of this the ICB pays £140,000 (40% of the total).",
            [],
        ),
        (
            "CK-FIGURE-CHANGES",
            f"{_RESERVE}3. Once the Reserve of £326,100 has been spent, each pays its share.",
            ["£326,100"],
        ),
        (
            "CK-FIGURE-CHANGES",
            f"{_RESERVE}3. Once the Reserve of £312,600 has been spent, each pays its share.",
            [],
        ),
    ],
)
def test_shares_and_sums_in_other_wordings(id_: str, text: str, words: list[str]) -> None:
    assert [one for one, _ in found(id_, f"1. Money\n\n{text}\n")] == words


def test_a_number_after_a_table_is_its_total_but_for_digits_exchanged() -> None:
    rows = table(
        "Route / Q1 / Q2 / Year", "Hospital / 512 / 598 / 1,110", "Home / 300 / 310 / 610",
        "All routes / 812 / 908 / 1,720",
    )  # fmt: skip
    text = f"{rows}\n\n1.2 The hub takes 1,270 referrals in the year, of which 1,110 are from hospital.\n"
    assert found("CK-FIGURE-DISAGREES", text) == [("1,270", "likely")]
    assert found("CK-FIGURE-DISAGREES", text.replace("1,270", "1,720")) == []


def test_each_figure_has_the_year_that_follows_it() -> None:
    rows = table("Ref / 2026/27 target / 2027/28 target", "T1 / 82% / 84%", "T3 / 62% / 65%")
    text = f"{rows}\n\n1.2 T3 is to reach 62% in 2026/27 and 68% in 2027/28.\n"
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", text)] == ["68%"]
    assert found("CK-FIGURE-DISAGREES", text.replace("68%", "65%")) == []


def test_what_a_party_pays_of_a_sum_is_held_against_its_row() -> None:
    rows = table("Partner / Contribution", "Council / £87,500", "Trust / £140,000", "Total / £227,500")
    parties = "(1) Dale Council (“the Council”); and\n\n(2) Dale NHS Trust (“the Trust”).\n"
    said = "1.1 It comes to £227,500. Of this the Council pays £78,500 and the Trust pays £140,000.\n"
    text = f"Parties\n\n{parties}\n1. Money\n\n{said}\n{rows}\n"
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", text)] == ["£78,500"]


@pytest.mark.parametrize(
    ("id_", "sentence", "words"),
    [
        (
            "CK-FIGURE-PARTS",
            "We pay £300 in the case of A and £500 in that of B, £850 between them.",
            ["£850"],
        ),
        ("CK-FIGURE-PARTS", "We pay £300 in the case of A and £500 in that of B, £800 between them.", []),
        (
            "CK-FIGURE-PARTS",
            "It employs three part-time nurses for the night sitting service at a cost of £47,250 each,"
            " making £141,250 in all.",
            ["£141,250"],
        ),
        ("CK-FIGURE-PARTS", "It is 0.6% of £40,749,720, namely £244,498, and is met from the £310,000.", []),
        (
            "CK-FIGURE-SHARE",
            "It is 0.6% of £40,749,720, namely £254,498, and is met from the £310,000.",
            ["£254,498"],
        ),
        ("CK-FIGURE-SHARE", "The Council bears 43.4% of £1,200,000, that is £521,000.", []),
        (
            "CK-FIGURE-SHARE",
            "The service, budgeted at £618,900, takes 19.8% of the £3,694,500.",
            ["£618,900"],
        ),
        ("CK-FIGURE-SHARE", "The service, budgeted at £618,900, takes 16.8% of the £3,694,500.", []),
        ("CK-FIGURE-SHARE", "The ICB pays £60,000 of the £150,000 for the service (45%).", ["45%"]),
        ("CK-FIGURE-SHARE", "The ICB has spent £60,000 of the £150,000 (a rise of 5%).", []),
        ("CK-FIGURE-SHARE", "The Council pays £40 of the £100 (40%) and the ICB £60 (60%).", []),
        (
            "CK-FIGURE-SHARE",
            "The ICB pays £70,000, the Council £50,000. The share of the Council is 12% of the cost, which is"
            " £500,000.",
            ["12%"],
        ),
        ("CK-FIGURE-SHARE", "The Council pays £50,000. Its share is 10% of the cost, which is £500,000.", []),
    ],
)
def test_shares_and_sums_are_told_in_many_ways(id_: str, sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found(id_, f"1. Costs\n\n1.1 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Care Grant is the same in Years 1 and 2; in Year 3 it rises to £352,000.", ["£352,000"]),
        ("The Care Grant is the same in Years 1 and 2. In Year 3 it rises to £325,000.", []),
        ("In Year 2 the additional funds are £250,000, an increase for weekends.", ["£250,000"]),
        ("In Year 2 an additional £40,000 may be asked for.", []),
        ("Of the total, £208,000 is for additional funds in Year 3.", ["£208,000"]),
    ],
)
def test_a_cell_is_named_by_its_row_and_a_year_of_the_term(sentence: str, words: list[str]) -> None:
    text = table(
        "Source / Year 1 / Year 2 / Year 3",
        "Care Grant / £318,500 / £318,500 / £325,000",
        "Additional funds / £140,000 / £205,000 / £280,000",
    )
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We expect to make 6,300 home visits in Year 2.", ["6,300"]),
        ("We expect to make 6,500 home visits in Year 2.", []),
        ("Last year 5,900 home visits were made.", []),
        ("We may make up to 7,000 home visits in Year 1.", []),
    ],
)
def test_numbers_of_things_are_compared_with_their_table(sentence: str, words: list[str]) -> None:
    text = table("Service / Year 1 / Year 2", "Home visits / 6,200 / 6,500", "Day places / 2,450 / 2,600")
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", f"{text}\n\n1.2 {sentence}\n")] == words


_SHARES = "1. Risk\n\n1.1 An overspend is shared thus:\n\n{}\n\n1.2 That is all.\n"
_ROWS = ("Scheme Council ICB", "1 35.6% 64.4%", "2 46.8% {}", "3 58% 42%")
_A_LINE = _SHARES.format("\n\n".join(_ROWS))
_A_CELL = _SHARES.format("\n".join(f"       {cell}" for row in _ROWS for cell in row.split()))
_TARGETS = (
    "1. Care\n\n1.1 {} of urgent referrals are seen within 24 hours.\n\nSCHEDULE 1 QUALITY\n\n"
    "Ref Measure Target\nQ1 Urgent referrals seen within 24 hours 90%\n"
    "Q2 Patients with a plan 95%\nQ3 Families content 80%\n"
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_A_LINE.format("54.2%"), [("CK-FIGURE-HUNDRED", "error", "54.2%")]),
        (_A_LINE.format("53.2%"), []),
        (_A_CELL.format("54.2%"), [("CK-FIGURE-HUNDRED", "error", "54.2%")]),
        (_A_CELL.format("53.2%"), []),
        (_TARGETS.format("At least 95%"), [("CK-FIGURE-DISAGREES", "error", "95%")]),
        (_TARGETS.format("At least 90%"), []),
        (_TARGETS.format("A plan is made if fewer than 95%"), []),
    ],
)
def test_a_table_may_be_set_one_cell_or_one_row_a_line(text: str, words: list[tuple[str, str, str]]) -> None:
    assert told(text, "CK-FIGURE-HUNDRED", "CK-FIGURE-DISAGREES") == words


@pytest.mark.parametrize(("budget", "words"), [("6,780,450", ["6,780,450"]), ("6,870,450", [])])
def test_a_column_is_a_total_though_some_of_its_rows_have_one_part_only(
    budget: str, words: list[str]
) -> None:
    text = table(
        "Scheme / Council (£) / ICB (£) / Budget (£)",
        "Home care / 4,120,000 / 5,292,300 / 9,412,300",
        f"Equipment / 2,640,450 / 4,230,000 / {budget}",
        "Carers / 1,478,700 / 1,807,300 / 3,286,000",
        "Advice / 1,194,700 / – / 1,194,700",
        "Grants / 914,780 / – / 914,780",
    )
    assert [one for one, _ in found("CK-FIGURE-SUM", text)] == words


@pytest.mark.parametrize(
    ("id_", "sentence", "words"),
    [
        ("SHARE", "The cap is 2% of the Fund (£90,000 of £4,500,000).", []),
        ("SHARE", "The cap is 2% of the Fund (£95,000 of £4,500,000).", ["£95,000"]),
        ("SHARE", "The cost is £50,000. We meet £30,000, which is 65% of that sum.", ["65%"]),
        ("SHARE", "The cost is £50,000. We meet £30,000, 60% of it, and you £20,000, 40% of it.", []),
        ("SHARE", "The fee is 4% of spend. On spend of £900,000 that is £39,000.", ["£39,000"]),
        ("SHARE", "It is £5,000 in 2025/26 and £5,200 in 2026/27, an increase of 5%.", ["5%"]),
        ("SHARE", "It is £15,300, an increase of 3% on the £15,000 of last year.", ["3%"]),
        ("SHARE", "The £5,000 rises by 3% to £5,150 in 2027/28 and by 2% to £5,235 in 2028/29.", ["£5,235"]),
        (
            "PARTS",
            "One third, £150,000, is paid now and the rest in two instalments of £155,000.",
            ["£155,000"],
        ),
        ("PARTS", "One third, £150,000, is paid now and the rest in two instalments of £150,000.", []),
        ("PARTS", "A deposit of 10%, £24,000, is paid now and the balance of £261,000 later.", ["£261,000"]),
        ("PARTS", "The fee is £41,000 a quarter in 2027/28, £146,000 in that year.", ["£146,000"]),
        ("PARTS", "From 1 July the fee is £5,000 a month, £45,000 in that year.", []),
        ("PARTS", "In 2025/26 these are put at £24,500, being £14,500 for pay and £10,000 for rent.", []),
        ("PARTS", "The £9,200 is for classes (£5,000), checks (£3,100) and travel (£2,100).", ["£9,200"]),
        ("PARTS", "Classes (£5,000), checks (£3,100) and travel (£1,100) make up the £9,200.", []),
        ("PARTS", "The £9,200 is spent on classes at £5,000, checks at £3,100 and travel at £1,100.", []),
        (
            "PARTS",
            "The £9,200 is spent on classes at £5,000, checks at £3,100 and travel at £2,100.",
            ["£9,200"],
        ),
        (
            "PARTS",
            "There are three nurses, each at a full cost of £52,000, which makes £165,000.",
            ["£165,000"],
        ),
        ("PARTS", "A payment of £15,000 and three further payments of £45,000 make £150,000.", []),
        ("PARTS", "It is £30,000 for each of the three districts, £93,000 together.", ["£93,000"]),
        ("PARTS", "The fee is £66,000, being six twelfths of £120,000.", ["£66,000"]),
    ],
)
def test_payments_changes_and_shares_in_the_wordings_of_councils(
    id_: str, sentence: str, words: list[str]
) -> None:
    assert [one for one, _ in found(f"CK-FIGURE-{id_}", f"1. Money\n\n1.1 {sentence}\n")] == words


def test_the_power_that_a_clause_gives_has_its_limit() -> None:
    text = "1. Money\n\n1.1 We may move up to £150,000 a year.\n\n1.2 The power in clause 1.1 to move up to"
    assert found("CK-FIGURE-CHANGES", f"{text} £250,000 is used by email.\n") == [("£250,000", "likely")]
    assert found("CK-FIGURE-CHANGES", f"{text} £150,000 is used by email.\n") == []


@pytest.mark.parametrize(("total", "level"), [("550", []), ("650", ["650"])])
def test_the_last_total_may_be_that_of_two_tables(total: str, level: list[str]) -> None:
    council = "Council\nCare                  210\nSupport                90\nTotal for the Council 300\n"
    trust = "Trust\nBeds                  110\nNurses                140\nTotal for the Trust   250\n"
    tables = f"Source                £\n\n{council}\n{trust}\nTotal                 {total}\n"
    text = f"A\n\nSCHEDULE 1\n\nCONTRIBUTIONS\n\n{tables}"
    assert [words for _, _, words in told(text, "CK-FIGURE-SUM")] == level


@pytest.mark.parametrize(("change", "words"), [("+50%", []), ("+40%", ["+40%"])])
def test_a_change_with_a_plus_is_a_figure(change: str, words: list[str]) -> None:
    rows = (
        "Calls / 1,240 / 1,550 / +25%",
        "Falls / 2,100 / 1,890 / -10%",
        f"Devices / 800 / 1,200 / {change}",
    )
    assert [one for one, _ in found("CK-FIGURE-SHARE", table("Item / 2024 / 2027 / Change", *rows))] == words


@pytest.mark.parametrize(("sum_", "words"), [("£90,000", []), ("£95,000", ["£95,000"])])
def test_a_sum_shown_in_a_table_is_known_by_its_name(sum_: str, words: list[str]) -> None:
    rows = table("Item / Cost (£)", "Staff / 310,000", "Contingency / 90,000", "Total / 400,000")
    text = rows.replace("# 1", "").replace("1. Costs", "# Schedule 1\n\n1. Costs")
    said = f"2. An overspend that is not met from the contingency of {sum_} shown in Schedule 1 is shared."
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", f"{text}\n\n{said}\n")] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Setting up, which was £64,000, comprised £38,500 for the link and £26,500 for training.",
            ["£64,000"],
        ),
        (
            "What it costs, namely pay of £218,400, rent of £41,600 and audit of £50,000, comes to £300,000.",
            ["£300,000"],
        ),
        (
            "The Reserve is £350,000, to which the Council contributes £190,000 and the ICB £150,000.",
            ["£350,000"],
        ),
        ("The Reserve is £340,000, to which the Council contributes £190,000 and the ICB £150,000.", []),
        (
            "A fee of £84,000 a year, of which £52,500 is chargeable to the Council and £29,500 to the ICB.",
            ["£84,000"],
        ),
        ("The budget is £350,000, of which £190,000 is for beds and £150,000 for staff.", []),
        (
            "It pays £1,410,000 for 2026/27 and £1,530,000 for 2027/28, £2,960,000 over the Term.",
            ["£2,960,000"],
        ),
        (
            "The Grant is £2,960,000 over the two years, £1,410,000 in 2026/27 and £1,530,000 in 2027/28.",
            ["£2,960,000"],
        ),
        ("The Grant is £2,940,000 over the two years, £1,410,000 in 2026/27 and £1,530,000 in 2027/28.", []),
        (
            "Of the Reserve of £350,000, £190,000 is for the Council and the remaining £150,000 for the ICB.",
            ["£350,000"],
        ),
        (
            "Of the fund of £418,000 grants of £298,000 are already committed, which leaves £130,000.",
            ["£130,000"],
        ),
        ("The Council pays £124,000, of which half (£64,000) is due on 1 May.", ["£64,000"]),
        ("The team is 12.5 WTE, consisting of 4.0 WTE nurses, 6.5 WTE carers and 3.0 WTE clerks.", ["12.5"]),
    ],
)
def test_parts_have_payers_or_years_of_their_own(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-PARTS", f"1. Money\n\n1.1 {sentence}\n")] == words


@pytest.mark.parametrize(
    ("id_", "text", "words"),
    [
        ("CK-FIGURE-SHARE", "The cost is £100,000, of which the ICB pays £62,000 (60%).", ["60%"]),
        ("CK-FIGURE-SHARE", "The fee is £84,000 in 2025/26 and rises by 3% to £86,250.", ["£86,250"]),
        (
            "CK-FIGURE-HUNDRED",
            "What is left is divided in these shares: 60% is repaid, 30% is kept for beds and"
            " 20% goes to hospices.",
            ["20%"],
        ),
        (
            "CK-FIGURE-CHANGES",
            "It buys beds at a price of £485 a bed a week.\n\n1.2 The price of £458 a bed a"
            " week includes meals.",
            ["£458"],
        ),
        (
            "CK-FIGURE-CHANGES",
            "In this Agreement “Material Overspend” means one of more than £150,000.\n\n"
            "1.2 Of a Material Overspend, being one above £100,000, the ICB is told.",
            ["£100,000"],
        ),
    ],
)
def test_shares_limits_and_rates_in_further_wordings(id_: str, text: str, words: list[str]) -> None:
    assert [one for one, _ in found(id_, f"1. Money\n\n1.1 {text}\n")] == words


@pytest.mark.parametrize(("grant", "words"), [("£70,500", []), ("£75,000", ["£75,000"])])
def test_a_share_of_what_is_paid_in_a_year_is_reckoned_from_it(grant: str, words: list[str]) -> None:
    text = f"""2. The Grant

2.1 The ICB shall pay £1,410,000 for 2026/27 and £1,530,000 for 2027/28.

2.2 Of the Grant for 2026/27 the Council may keep up to 5% of the Grant for that year, that is {grant}.
"""
    assert [one for one, _ in found("CK-FIGURE-SHARE", text)] == words


@pytest.mark.parametrize(("posts", "words"), [("38.0", []), ("36.0", ["36.0"])])
def test_staff_in_all_are_those_of_the_table_to_which_a_sentence_refers(posts: str, words: list[str]) -> None:
    text = f"""1.1 The Team consists of {posts} whole-time equivalents, made up as stated in Schedule 2.

SCHEDULE 2
Establishment

Post                           Employer          WTE
Team Manager                   ICB               1.0
Nurse                          ICB               26.5
Social worker                  Council           10.5
Total                                            38.0
"""
    assert [one for _, _, one in told(text, "CK-FIGURE-DISAGREES")] == words


@pytest.mark.parametrize(("period", "words"), [("eight years", []), ("six years", ["six years"])])
def test_periods_stand_in_tables_set_line_by_line(period: str, words: list[str]) -> None:
    text = f"""1. Records

1.1 Records are kept as stated in Schedule 1. The audit trail is destroyed after {period}.

Schedule 1: Retention

Item
Kept for
Kept by
Audit trail
8 years
Host
Terms of use
2 years after log-in withdrawn
Each Party
Monthly access lists
18 months
Each Party
"""
    assert [one for _, _, one in told(text, "CK-FIGURE-DISAGREES")] == words


def test_part_of_what_a_row_has_is_no_other_figure_for_it() -> None:
    text = """1. Plan

1.1 Within S5, grants of £298,000 are already committed, which leaves £120,000 to be awarded.

| Ref | Service | Budget (£) |
|---|---|---|
| S4 | Bridging | 1,121,500 |
| S5 | Carers | 418,000 |
"""
    assert found("CK-FIGURE-DISAGREES", text) == []


def test_the_shares_of_one_body_in_several_years_make_no_whole() -> None:
    rows = ("Council / 100 / 100 / 120", "ICB / 200 / 200 / 180", "Total / 300 / 300 / 300")
    shares = ("Council share / 33.3% / 33.3% / 40.0%", "ICB share / 66.7% / 66.7% / 60.0%")
    text = table("Source (£) / 2025/26 / 2026/27 / 2027/28", *rows, *shares)
    assert found("CK-FIGURE-SHARE", text) == []
    assert found("CK-FIGURE-HUNDRED", text) == []


PARTIES = """1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Money

2.1 """
BUDGET = """

Schedule 1 Budget

| No | Service | WTE | Council £ | ICB £ | Total £ |
|---|---|---|---|---|---|
| 1 | Reablement | 6.0 | 1,501,000 | 907,000 | 2,408,000 |
| 2 | Equipment | 7.0 | 290,000 | 310,000 | 600,000 |
| | Total | 13.0 | 1,791,000 | 1,217,000 | 3,008,000 |
"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The largest line is reablement, at £2,480,000.", ["£2,480,000"]),
        ("Equipment takes £614,000 of the Pooled Fund, as Schedule 1 shows.", ["£614,000"]),
        ("The budget for equipment, £614,000, is reviewed each October.", ["£614,000"]),
        ("The Council and the ICB together spend £614,000 on equipment.", ["£614,000"]),
        ("Equipment is paid for by the Council (£290,000) and by the ICB (£319,000).", ["£319,000"]),
        ("Equipment is paid for by the Council (£290,000) and by the ICB (£310,000).", []),
        ("The team has 14.0 whole-time equivalent posts.", ["14.0"]),
        ("The team has 13.0 whole-time equivalent posts.", []),
        ("Of the team 5.0 WTE are nurses.", []),
    ],
)
def test_a_sentence_names_a_cell_by_its_row_and_by_who_pays(sentence: str, words: list[str]) -> None:
    text = f"{PARTIES}{sentence}{BUDGET}"
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", text)] == words


@pytest.mark.parametrize(
    ("sentence", "id_", "words"),
    [
        ("The £42,500 buys 1,700 hours of sitting at £26.00 an hour.", "CK-FIGURE-PARTS", ["£26.00"]),
        ("The £42,500 buys 1,700 hours of sitting at £25.00 an hour.", "CK-FIGURE-PARTS", []),
        ("The ICB finds £45,000. That sum buys 1,800 visits at £28 a visit.", "CK-FIGURE-PARTS", ["£28"]),
        ("The £42,500 buys 1,700 hours of sitting at £26.00 a week.", "CK-FIGURE-PARTS", []),
        (
            "The ICB pays £704,000 (the NHS minimum contribution of £500,000 and a further £240,000).",
            "CK-FIGURE-PARTS",
            ["£704,000"],
        ),
        (
            "The NHS minimum contribution rises from £500,000 to £510,000, a rise of 3%.",
            "CK-FIGURE-SHARE",
            ["3%"],
        ),
        (
            "A loss is borne in the proportions\n\n40% by the Council and 50% by the ICB.",
            "CK-FIGURE-HUNDRED",
            ["50%"],
        ),
    ],
)
def test_what_a_sum_buys_and_what_is_called_a_minimum(sentence: str, id_: str, words: list[str]) -> None:
    assert [one for one, _ in found(id_, f"{PARTIES}{sentence}")] == words


def test_cells_printed_one_below_the_other_may_have_a_unit_below_each_title() -> None:
    rows = ("Teams", "100,000", "200,000", "300,000", "Rooms", "50,000", "60,000", "110,000")
    heads = ("Service", "Council", "£", "ICB", "£", "Total", "£")
    total = ("Total", "150,000", "260,000", "410,000")
    money = "1. Money\n\n1.1 The sum of the Council for rooms is £55,000, as the table in Schedule 1 shows."
    text = "\n\n".join((money, "SCHEDULE 1", "SUMS", *heads, *rows, *total))
    assert [words for *_, words in told(text, "CK-FIGURE-DISAGREES")] == ["£55,000"]


def test_a_name_with_capitals_has_one_sum_in_a_text_of_schedules_only() -> None:
    text = """SCHEDULE 3 FINANCE

1. Grants

1.1 The Council paid a Start-Up Grant of £40,000 on 2 March 2026.

1.2 The Start-Up Grant of £45,000 is left out of account.
"""
    assert [words for words, _ in found("CK-FIGURE-CHANGES", text)] == ["£45,000"]


@pytest.mark.parametrize(
    ("sentence", "id_", "words"),
    [
        ("Two nurses (£41,300 each with on-costs, £86,200 in all) join it.", "CK-FIGURE-PARTS", ["£86,200"]),
        ("Two nurses (£41,300 each with on-costs, £82,600 in all) join it.", "CK-FIGURE-PARTS", []),
        (
            "Four link workers at £36,250 each, £154,000 in total, are lent.",
            "CK-FIGURE-PARTS",
            ["£154,000"],
        ),
        (
            "It lends two nurses at £40,000 each and three carers at £30,000 each, £170,000 in all.",
            "CK-FIGURE-PARTS",
            [],
        ),
        (
            "The Bonus Payment is £19,200. It is earned in four steps of £4,850.",
            "CK-FIGURE-PARTS",
            ["£4,850"],
        ),
        ("The Bonus Payment is £19,200. It is earned in four steps of £4,800.", "CK-FIGURE-PARTS", []),
        ("The team has 9.4 WTE: 4.0 nurses, 3.2 carers and 2.0 clerks.", "CK-FIGURE-PARTS", ["9.4"]),
        (
            "It keeps 9.4 whole-time equivalents (4.0 nurses, 3.2 carers and 2.0 clerks).",
            "CK-FIGURE-PARTS",
            ["9.4"],
        ),
        ("The team has 9.2 WTE: 4.0 nurses, 3.2 carers and 2.0 clerks.", "CK-FIGURE-PARTS", []),
        ("Three managers (£50,000 each a year for two years, £300,000 in all).", "CK-FIGURE-PARTS", []),
        ("The team has 6.0 WTE (3 days in the north, 4 days in the south).", "CK-FIGURE-PARTS", []),
        (
            "The Fee is £24,000. It is paid in instalments of £3,000 a month for eight months.",
            "CK-FIGURE-PARTS",
            [],
        ),
        (
            "Out of the £560,000 for beds, £310,000 goes on rent, £170,000 on staff and £90,000 on food.",
            "CK-FIGURE-PARTS",
            ["£560,000"],
        ),
        ("Out of the £560,000 for beds, £310,000 goes on rent and £170,000 on staff.", "CK-FIGURE-PARTS", []),
        ("Last year 400 frames were lent and 320 of them (85%) came back.", "CK-FIGURE-SHARE", ["85%"]),
        ("Last year 400 frames were lent and 320 of them (80%) came back.", "CK-FIGURE-SHARE", []),
        (
            "The Council’s contribution is £240,400. It is paid in instalments of £61,000 a quarter.",
            "CK-FIGURE-PARTS",
            ["£61,000"],
        ),
        (
            "The Council’s contribution is £240,400. It is paid in instalments of £60,100 a quarter.",
            "CK-FIGURE-PARTS",
            [],
        ),
    ],
)
def test_what_several_cost_what_goes_on_what_and_what_is_paid_in_steps(
    sentence: str, id_: str, words: list[str]
) -> None:
    assert [one for one, _ in found(id_, f"{PARTIES}{sentence}")] == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("what is left of the £45,000 limit in that clause", ["£45,000"]),
        ("what is left of the £40,000 limit in that clause", []),
        ("what is left of the £45,000 limit in that agreement", []),
    ],
)
def test_the_limit_in_that_clause_is_the_one_of_the_clause_named_before(said: str, words: list[str]) -> None:
    text = f"""1. Money

1.1 The Manager may move up to £40,000 between lines in a year.

1.2 The Manager reports each movement under clause 1.1 and {said}.
"""
    assert [one for one, _ in found("CK-FIGURE-CHANGES", text)] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Provider offers 870 day places in 2026/27.", ["870"]),
        ("The Provider offers 780 day places in 2026/27.", []),
        ("The Provider offers 870 day places in 2027/28.", []),
    ],
)
def test_a_number_for_a_year_is_the_one_in_the_column_of_the_year(sentence: str, words: list[str]) -> None:
    text = f"""1. Activity

1.1 {sentence}

**Table 1: planned activity, 2026/27**

| Contact | Quarter 1 | Quarter 2 | Year |
|---|---|---|---|
| Day places | 380 | 400 | 780 |
| Home visits | 140 | 150 | 290 |
"""
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", text)] == words


@pytest.mark.parametrize(("share", "words"), [("85%", ["85%"]), ("90%", [])])
def test_a_row_whose_number_has_the_mark_of_a_note_is_named_by_its_words(
    share: str, words: list[str]
) -> None:
    text = f"""1. Targets

1.1 At least {share} of routine assessments are to be held within 15 Working Days.

**Table 1: indicators**

| No. | Indicator | Target |
|---|---|---|
| 1* | Urgent assessment within 5 Working Days | 95% |
| 2* | Routine assessment within 15 Working Days | 90% |
| 3 | Would recommend the service | 88% |
"""
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", text)] == words


@pytest.mark.parametrize(("sum_", "words"), [("£504,000", ["£504,000"]), ("£540,000", [])])
def test_a_table_may_tell_its_year_by_its_first_and_last_day(sum_: str, words: list[str]) -> None:
    text = f"""1. Money

1.1 The budget for the aids in 2025/26, which is {sum_}, includes delivery.

1.2 The sums for the year from 1 April 2025 to 31 March 2026 are:

| Line | Council | ICB | Total |
|---|---|---|---|
| Therapy | £100,000 | £200,000 | £300,000 |
| Aids | £325,000 | £215,000 | £540,000 |
"""
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", text)] == words


@pytest.mark.parametrize(("sum_", "words"), [("£476,300", ["£476,300"]), ("£473,600", []), ("£490,000", [])])
def test_a_sum_of_a_row_in_a_flattened_table_may_have_digits_exchanged(sum_: str, words: list[str]) -> None:
    rows = ("Staff Costs", "118,400", "355,200", "473,600", "Hosting Costs", "15,500", "46,500", "62,000")
    total = ("Total", "133,900", "401,700", "535,600")
    clause = f"1. Money\n\n1.1 The Staff Costs over both Parties are {sum_}."
    text = "\n\n".join((clause, "SCHEDULE 1", "Charges", "Item", "Council", "ICB", "Total", *rows, *total))
    assert [one for *_, one in told(text, "CK-FIGURE-DISAGREES")] == words


# arithmetic within the text


def _in_clauses(*clauses: str) -> str:
    return "\n\n".join(("1. Money", *(f"1.{number} {text}" for number, text in enumerate(clauses, start=1))))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("In the twelve months to 31 May 2025 they saw 4,368 people, an average of {} a"
         " month.", "346", "364"),
        ("In the 26 weeks to 30 June 2025 it made 2,184 visits, on average {} a week.", "48", "84"),
        ("The average is {} a month. It expects 1,300 in the first half of the year and 1,460 in the second.",
         "240", "230"),
        ("The Line took 10,950 calls in 2024/25, a daily average of {}.", "35", "30"),
        ("Over the year 1,248 people were helped, or {} a month.", "140", "104"),
        ("It offers 1,040 sessions a year, that is {} a week.", "22", "20"),
        ("Between 1 April 2024 and 31 March 2025 it took 15,600 calls, averaging {} calls a month.",
         "1,030", "1,300"),
        ("Spending over the nine months to 31 May was £405,000, an average of {} a"
         " month.", "£54,000", "£45,000"),
        ("The 120 callers (71 men and 49 women) rang 3,960 times, an average of {} calls each.", "38", "33"),
        ("The grant of £31,200 helped 26 families in the year, an average of {} per"
         " family.", "£1,300", "£1,200"),
    ],
)  # fmt: skip
def test_an_average_is_what_the_whole_makes_over_its_time(text: str, wrong: str, right: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(right))) == []
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(wrong))) == [(wrong, "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "On average 37 of its 412 beds a day were occupied, and it is open for 52 weeks of the year.",
        "At least 550 people a year are to go home, after a stay of 24 days on average.",
        "It takes up to 1,200 referrals a year, and no more than an average of 90 a month.",
        "In 2024/25 there were 4,390 visits, an average of some 84 a week.",
    ],
)
def test_what_is_no_average_of_a_number_is_no_finding(text: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text)) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The Host opens {} accounts, being 124 for the Council, 41 for the ICB and 108 for the Trust.",
         "237", "273"),
        ("They had {} replies, of which 91 came from families, 38 from staff and 17 from"
         " charities.", "164", "146"),
        ("The Board has {} members: two councillors of North, two directors of the ICB and the Chair, who may"
         " not vote.", "seven", "five"),
        ("There are {} licences, of which the Council holds 16, the ICB 3 and the Trust 12.", "27", "35"),
        ("It runs {} classes, of which 16 are in town (nine of them by day) and six are"
         " elsewhere.", "24", "22"),
        ("The Trust employs {} nurses (30 at Fell House and 16 at Beck House).", "48", "46"),
        ("The Committee has {} members, two from each of the four Councils.", "nine", "eight"),
        ("The Trust has 20 beds at Fell House and 16 at Beck House, {} in all.", "38", "36"),
        ("The Line took 1,300 calls in May, 1,460 in June and 990 in July, making {}.", "3,570", "3,750"),
        ("Most effort goes into {} parts of the town where falls are many: Aldgate, Hensby and Crane Valley.",
         "two", "three"),
        ("It covers the {} localities of Aldgate, Hensby and Northby.", "four", "three"),
        ("A total of {} staff transfer: 41 nurses, 33 therapists and 24 clerks.", "96", "98"),
        ("The Host employs {} people: five at Grade 6 and three at Grade 7.", "nine", "eight"),
        ("The {} Schemes are Home First, Carers, and Food and Company.", "five", "three"),
        ("It is run by {} officers: the chair, the treasurer and the clerk.", "four", "three"),
    ],
)  # fmt: skip
def test_a_number_is_what_is_told_of_it_one_by_one(text: str, wrong: str, right: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(right))) == []
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(wrong))) == [(wrong, "likely")]


@pytest.mark.parametrize(
    "text",
    [
        "They had 190 replies, of which 91 came from families, 38 from staff and 17 from charities.",
        "The Service runs for 12 weeks, of which 8 are at home and 2 in a clinic.",
        "The Committee has nine members: three councillors of the Council and the District, and five"
        " officers.",
        "The Committee has nine members, two from each of the four Councils and a chair.",
        "The Host keeps 12 vehicles, of which 4 are vans and 3 are electric.",
        "Of 480 households 312 replied in May and 48 in June, 360 in all.",
        "It covers two districts: Aldgate and North Hensby, Crane Valley and Southby.",
        "It covers three districts: Aldgate, Northby, and Crane and Maiden Valley.",
        "The Council names two of the following: Aldgate, Hensby and Northby.",
        "It meets in three months: January, April, July and October.",
        "Two copies are sent to: the chair, the treasurer and the clerk.",
    ],
)
def test_what_need_not_be_all_of_a_number_is_no_finding(text: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text)) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The locums were three in number. They cost £18,900 each, {} in all.", "£57,600", "£56,700"),
        ("They expect 145 fewer admissions. At an average cost of £4,200 each, that would release {}.",
         "£690,000", "£609,000"),
        ("Six courses are run. Each costs £1,250, and together they cost {}.", "£7,750", "£7,500"),
        ("It buys 24 hoists. The price of each is £845; the whole order comes to {}.", "£20,820", "£20,280"),
        ("There are twelve homes. A visit to each home costs £310. They cost {}"
         " altogether.", "£3,270", "£3,720"),
        ("The licences cost {} in all, that is £800 each for the 28 users.", "£24,200", "£22,400"),
        ("The Council pays £212,500 and the ICB £283,700, which together is {}.", "£518,200", "£496,200"),
        ("It is made up of £684,100 from the Council and £972,600 from the ICB, together {}, for beds.",
         "£1,665,700", "£1,656,700"),
        ("Of the £900,000 the Council finds £212,000 and the ICB £318,000, making"
         " {}.", "£503,000", "£530,000"),
        ("The Council gives £96,000 and the ICB £145,300, a combined sum of {}.", "£253,100", "£241,300"),
        ("It began with £84,000. In May £31,000 was drawn, so that {} was left.", "£43,000", "£53,000"),
        ("Rent of £18,400 and rates of £6,200 are due, the sum of which is {}.", "£26,400", "£24,600"),
        ("Schemes 1 and 2 spent £156,000 too much and Scheme 3 £76,000 too little, which leaves it {} over.",
         "£90,000", "£80,000"),
        ("Scheme A came in £64,000 above its budget, and Scheme B £23,000 below. Taken together they"
         " are {} over.",
         "£51,000", "£41,000"),
        ("It is overspent by £420,000. The Reserve meets the first £100,000. The remaining {} is shared.",
         "£302,000", "£320,000"),
        ("Of the £200,000 the Board has spent £85,000. That leaves {} for the year.", "£125,000", "£115,000"),
    ],
)  # fmt: skip
def test_sums_are_reckoned_out_across_sentences(text: str, wrong: str, right: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(right))) == []
    assert found("CK-FIGURE-PARTS", _in_clauses(text.format(wrong))) == [(wrong, "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "The Council pays £2,000 each year and the ICB £12,000 in all, for five classes.",
        "Grants of £500 each are made to 30 carers, and £16,000 is set aside in all to allow for more.",
        "The ICB pays £1,195 a week for each bed. There are 32 beds, at a cost of £1,988,480 in all for"
        " 52 weeks.",
        "The Council pays £45,000 and the ICB £28,000, together with £5,000 for VAT.",
        "The Reserve is £120,000. The Council pays £20,000 for training and the remaining £4,000 of the fee.",
        "It is £900,000. Of that £400,000 is for beds, and the remaining £500,000 for staff.",
    ],
)
def test_sums_that_are_not_of_each_other_are_no_finding(text: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(text)) == []


@pytest.mark.parametrize(
    ("whole", "part", "wrong", "right"),
    [
        ("The Team Budget for a full year is"
         " £682,000.", "Three quarters of the Team Budget, namely {}, is due.",
         "£501,500", "£511,500"),
        ("The Annual Fee is"
         " £24,000.", "One twelfth of the Annual Fee ({}) is due each month.", "£2,200", "£2,000"),
        ("“Set-up Cost” means the sum of £32,000.", "The Council pays {}, being half of the Set-up Cost.",
         "£15,000", "£16,000"),
        ("The Management Charge of £18,000 is due.", "It may keep twice the Management Charge, that is {}.",
         "£37,000", "£36,000"),
    ],
)  # fmt: skip
def test_a_fraction_of_a_named_sum_is_held_against_it(whole: str, part: str, wrong: str, right: str) -> None:
    assert found("CK-FIGURE-PARTS", _in_clauses(whole, part.format(right))) == []
    assert found("CK-FIGURE-PARTS", _in_clauses(part.format(wrong), whole)) == [(wrong, "certain")]


def test_a_fraction_may_be_of_what_a_name_means_in_another_year() -> None:
    grants = "In 2025/26 the Grant is £300,000 and in 2026/27 the Grant is £312,000."
    fraction = "In 2026/27 one third of the Grant, £104,000, is held back."
    assert found("CK-FIGURE-PARTS", _in_clauses(grants, fraction)) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Each Partner pays its Contribution in twelve equal instalments. In 2026/27 the ICB pays"
         " £117,300 and"
         " the Council {} in each month.", "£72,800", "£78,200"),
        ("The ICB pays its contribution in twelve equal monthly sums of {} in"
         " 2026/27.", "£113,700", "£117,300"),
        ("The ICB pays its contribution in twelve instalments of £117,300 in 2026/27 and of {} in 2027/28.",
         "£102,000", "£120,000"),
        ("In 2026/27 the ICB pays its contribution in four instalments of £351,900 and the Council four"
         " of {}.",
         "£243,600", "£234,600"),
        ("The ICB pays its contribution in instalments of £351,900 in 2026/27 and {} in 2027/28, one in each"
         " quarter.", "£306,000", "£360,000"),
        ("The Council pays its contribution in two equal instalments; for 2026/27 each is {}.",
         "£496,200", "£469,200"),
    ],
)  # fmt: skip
def test_instalments_are_part_of_the_row_of_their_party(text: str, wrong: str, right: str) -> None:
    parties = "## Parties\n\n(1) Northby Council (the “Council”); and\n\n(2) NHS Fell ICB (the “ICB”)."
    rows = ("ICB / 1,407,600 / 1,440,000", "Council / 938,400 / 960,000", "Total / 2,346,000 / 2,400,000")
    paid = table("Partner / 2026-27 (£) / 2027-28 (£)", *rows)
    for stated, words in ((right, []), (wrong, [(wrong, "certain")])):
        assert found("CK-FIGURE-PARTS", f"{parties}\n\n{paid}\n\n1.2 {text.format(stated)}") == words


def test_uneven_instalments_are_no_finding() -> None:
    text = (
        "The ICB pays its contribution of £1,407,600 in two instalments, of £700,000 in May and"
        " £707,600 in July."
    )
    assert found("CK-FIGURE-PARTS", _in_clauses(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("six and a half (7.5) posts", ["six and a half (7.5)"]),
        ("six and a half (6.5) posts", []),
        ("six-and-a-half (6.5) posts", []),
        ("two and three quarters per cent (2.5%)", ["two and three quarters per cent (2.5%)"]),
        ("two and three quarters per cent (2.75%)", []),
        ("one point two five per cent (1.25%)", []),
        ("one point five per cent (1.25%)", ["one point five per cent (1.25%)"]),
        (
            "£2.5 million (three and a half million pounds)",
            ["£2.5 million (three and a half million pounds)"],
        ),
        ("£2.5 million (two and a half million pounds)", []),
    ],
)
def test_numbers_in_words_may_have_a_fraction(text: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-WORDS", _in_clauses(f"There are {text}."))] == words


@pytest.mark.parametrize(("sum_", "words"), [("£7.4 million", True), ("£7.2 million", False)])
def test_what_every_party_pays_is_all_of_the_sum_before(sum_: str, words: bool) -> None:
    parties = (
        "## Parties\n\n(1) Northby Council (“Northby”);\n\n(2) Southby Council (“Southby”); and\n\n"
        "(3) NHS Fell Integrated Care Board (the “ICB”).\n\n"
    )
    shares = f"The ICB contributes £18.0 million, Northby £10.8 million and Southby {sum_}."
    clause = f"The Budget is £36.0 million. {shares}"
    assert bool(found("CK-FIGURE-PARTS", parties + _in_clauses(clause))) is words


_LIMITS = ("Who / Up to / In words", "Board / £5,000,000 / five million pounds")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Group / £500,000 / five hundred thousand pounds", []),
        ("Group / £500,000 / fifty thousand pounds", ["fifty thousand pounds"]),
        ("Group / fifty thousand pounds / £500,000", ["fifty thousand pounds"]),
        ("Group / 2 / one", []),
    ],
)
def test_a_sum_in_words_is_that_in_the_cell_beside_it(row: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-WORDS", table(*_LIMITS, row))] == words


@pytest.mark.parametrize(
    ("sum_", "wrong"), [("five hundred thousand pounds", 0), ("fifty thousand pounds", 1)]
)
def test_a_sum_in_words_is_one_beside_it_where_a_table_lost_its_rows(sum_: str, wrong: int) -> None:
    cells = (
        "Who decides",
        "Up to",
        "In words",
        "The Board",
        "£5,000,000",
        "five million pounds",
        "The Group",
    )
    more = ("£500,000", sum_, "The Director", "£100,000", "one hundred thousand pounds")
    text = (
        "1 Limits\n1.1 The limits are these.\n" + "\n".join((*cells, *more)) + "\n2 Law\n2.1 There is law.\n"
    )
    assert len(told(text, "CK-FIGURE-WORDS")) == wrong
