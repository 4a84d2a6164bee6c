"""Rules on figures: sums that a label, a sign of equality or a line beside them reckons out."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found, table

_PARTS = "CK-FIGURE-PARTS"


def _listed(*items: str) -> str:
    return "\n\n".join(["1. Fees", "1.1 The fees are:", *(f"- {item}" for item in items)]) + "\n"


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("Less cheques not cashed: 71-£50.00, 72-£80.00,73-£20.00 / £150.00", []),
        ("Less cheques not cashed: 71-£50.00, 72-£80.00,73-£20.00 / £160.00", ["£160.00"]),
        ("Gifts (Hospice £500, School £300 and Library £40) / £804", ["£804"]),
        ("Mileage (60 miles x 45p a mile) / £27.00", []),
        ("Mileage (60 miles x 45p a mile) / £24.00", ["£24.00"]),
        ("Hire of hall 6 @ £25 / £125", ["£125"]),
        ("Hire of hall 5 x £20 / £120", []),  # with VAT
        ("Chairs 10 x £5.50 plus delivery £10 / £65.00", []),
        ("Deposit £50 and £200 on completion / £200", []),
        ("Nursing, 3 x £400 x 12 months / £14,400", []),
        ("Budget £500, of which £300 for rooms / £500", []),
        ("Places at £40 each, up to £400 / £350", []),
    ],
)
def test_a_row_has_what_its_label_makes(row: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, table("Item / Amount", row, "Other / £7.00"))] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Precept £17,975 minus grant of £927 (£426 less than before) = £17,048.", []),
        ("Precept £17,975 minus grant of £927 (£426 less than before) = £17,084.", ["£17,084"]),
        ("The Fund is £1,000 plus £200 less £50 = £1,150.", []),
        ("The Fund is £1,000 plus £200 less £50 = £1,250.", ["£1,250"]),
        ("Travel is paid so: 45 miles x 40p = £16.", ["£16"]),
        ("Travel is paid so: 40 miles x 40p = £16.", []),
        ("A place costs £20 + £5 = £25, with VAT = £30.", []),
        ("The sum is £100 x the number of beds = £400.", []),
    ],
)
def test_a_sum_after_a_sign_of_equality_is_what_stands_before_it(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, f"1. Money\n\n1.1 {said}\n")] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The charge was £44.60. It is now £47.29, an increase of £2.96.", ["£2.96"]),
        ("The charge was £44.60. It is now £47.29, an increase of £2.69.", []),
        ("The charge was £44.60. It is now £47.29, after an increase of £1.15 in May.", []),
    ],
)
def test_a_difference_is_that_of_two_sums_beside_it(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, f"1. Money\n\n1.1 {said}\n")] == wrong


@pytest.mark.parametrize(
    ("items", "wrong"),
    [
        (["Total for 2 years: £46,050", "Annual fee: £23,025 a year"], []),
        (["Total for 2 years: £46,500", "Annual fee: £23,025 a year"], ["£46,500"]),
        (["Fee per annum: £23,025", "Three-year total: £69,750"], ["£69,750"]),
        (["Licence fee per school: £1,800", "7 schools total: £12,600"], []),
        (["Licence fee per school: £1,800", "7 schools total: £12,800"], ["£12,800"]),
        (["Total cost of 12 places: £24,800", "£2,040 for each place"], ["£24,800"]),
        (["Total for 3 years: £70,000", "First annual fee: £22,000", "Annual fee from then: £24,000"], []),
        (["Total for 3 years: £70,000", "Annual fee, index-linked: £22,000"], []),
        (["7 schools total: £12,800", "Fee per pupil: £1,800"], []),
    ],
)
def test_what_all_cost_is_what_each_in_the_line_beside_makes(items: list[str], wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, _listed(*items))] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The team costs £321,000 a year (five posts at an average of £64,200).", []),
        ("The team costs £312,000 a year (five posts at an average of £64,200).", ["£312,000"]),
        ("The sum of £495,000 is for reablement at £22.50 an hour (22,000 hours).", []),
        ("The sum of £459,000 is for reablement at £22.50 an hour (22,000 hours).", ["£459,000"]),
        ("Ten beds at £1,250 a week for 52 weeks: £650,000.", []),
        ("Ten beds at £1,250 a week for 52 weeks: £655,000.", ["£655,000"]),
        ("The sum of £90,000 is shared equally between the three Trusts, each paying £30,000.", []),
        ("The sum of £90,000 is shared equally between the three Trusts, each paying £35,000.", ["£35,000"]),
        ("The fee rises to £12,875 from £12,500, an increase of £375 (3%).", []),
        ("The fee rises to £12,875 from £12,500, an increase of £370 (3%).", ["£370"]),
        ("The team costs £350,000 a year (five posts at an average of £64,200 plus on-costs).", []),
        ("The Trust receives £312,000 a year (five posts at £64,200 when all are filled).", []),
    ],
)
def test_things_at_a_price_make_the_sum_beside_them(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, f"1. Money\n\n1.1 {said}\n")] == wrong


@pytest.mark.parametrize(("rest", "wrong"), [("£48,935", []), ("£49,835", ["£49,835"])])
def test_the_rest_is_what_several_parts_leave(rest: str, wrong: list[str]) -> None:
    text = (
        "1. Money\n\n1.1 The contribution is £174,500. Of it £61,000 (35%) is for beds and 37% (£64,565) for"
        f" nursing; the balance of {rest} is for other schemes.\n"
    )
    assert [words for words, _ in found(_PARTS, text)] == wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("An overspend of £900 falls as to £600 on the Council and £300 on the ICB.", []),
        ("An overspend of £900 falls as to £600 on the Council and £350 on the ICB.", ["£350"]),
        ("It is £160,000. The Council would bear £36,480 and the ICB £123,520.", []),
        ("It is £160,000. The Council would bear £36,480 and the ICB £125,320.", ["£125,320"]),
        ("It costs £900. The Council pays £200 a month and the ICB £600 a year.", []),
        ("Of the £900 the Council pays £200 each and the ICB £500.", []),
        ("It expects 45 calls a month, which is 540 a year.", []),
        ("It expects 45 calls a month, which is 450 a year.", ["450"]),
        ("It takes about 45 calls a month, which is 500 a year.", []),
        ("It makes 200 visits a quarter (600 a year).", ["600"]),
        ("The hub is open 8am to 6pm every day, so 70 hours a week.", []),
        ("The hub is open 8am to 6pm every day, so 60 hours a week.", ["60"]),
        ("The hub is open 8.30am to 5pm Monday to Friday, so 42.5 hours a week.", []),
    ],
)
def test_what_two_bear_of_a_sum_and_what_a_longer_time_brings(sentence: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_PARTS, f"1. Sums\n\n1.1 {sentence}\n")] == wrong
