"""Times in a table of measures, against the duties that they measure."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of, unmarked

_SPECIFICATION = """
1. The service

1.1 The Provider offers every bereaved carer a visit within 14 days of the death.

1.2 It answers an urgent referral within two hours and a routine referral within five Working Days.

1.3 Hoists are examined by a competent person at least every six months.

1.4 Referrals are sorted:

| Band | Who | First visit within |
|---|---|---|
| Red | Those who fell | 3 hours |
| Green | All others | 4 days |

2. Measures

| Measure | Target |
|---|---|
| {} | 90% |
"""


def _found(measure: str) -> list[str]:
    text = unmarked(_SPECIFICATION.format(measure))
    found = run(reading_of(text), Options(select=("CK-FIGURE-CHANGES",), as_at=AS_AT))
    return [one.words.text for one in found]


@pytest.mark.parametrize(
    "measure",
    [
        "Carers offered a visit within ⟦10 days⟧ of the death",
        "Urgent referrals answered in ⟦three hours⟧",
        "Hoists examined every ⟦nine months⟧",
        "Red cases visited within ⟦2 hours⟧",
    ],
)
def test_a_measure_has_the_time_of_the_duty(measure: str) -> None:
    assert _found(measure) == [measure.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "measure",
    [
        "Carers offered a visit within 14 days of the death",
        "Routine referrals answered in five Working Days",
        "Hoists examined every six months",
        "Red cases visited within 3 hours",
        # what is not laid down anywhere
        "Complex referrals answered in ten Working Days",
        "Carers trained within 28 days of asking",
        "Hoists delivered within four days",
        "Patients back in hospital within 30 days",
    ],
)
def test_a_measure_of_its_own_is_left_alone(measure: str) -> None:
    assert _found(measure) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| Carer offered a visit | 10 days | Nurse |", ["10 days"]),
        ("| Carer offered a visit | 14 days | Nurse |", []),
        ("| Urgent Referral | 10 hours | Nurse |", []),  # who or what it is, and not what is done
        ("| Carer offered a visit | 10 days | 12 days |", []),  # of two times none is that of the duty
    ],
)
def test_a_row_has_the_time_of_the_duty(row: str, told: list[str]) -> None:
    text = _SPECIFICATION.format("Complaints upheld") + f"\n| Step | When | Who |\n|---|---|---|\n{row}\n"
    found = run(reading_of(text), Options(select=("CK-FIGURE-CHANGES",), as_at=AS_AT))
    assert [one.words.text for one in found] == told
