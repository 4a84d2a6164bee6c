"""CK-PARTY-ROLE: a party that stands in the place of another."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.parties._employers import employed_otherwise
from clausekit.checks.rules.parties._roles import acting_on_themselves
from clausekit.checks.rules.parties._strangers import (
    strangers_beside_parties,
    strangers_who_act,
    strangers_who_are_bound,
    strangers_who_sign,
    strangers_with_money,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for one in acting_on_themselves(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” is itself the {one.role}: it cannot pay or tell itself.",
            "Name the party that is meant.",
            confidence="likely",
            related=(one.defined,),
        )
    for stranger in (
        *strangers_beside_parties(instrument),
        *strangers_with_money(instrument),
        *strangers_who_act(instrument),
        *strangers_who_are_bound(instrument),
        *strangers_who_sign(instrument),
    ):
        yield hit(
            stranger,
            f"“{stranger.text}” is no party, but stands where only one can be meant.",
            "Name the party that is meant.",
            confidence="likely",
        )
    for other in employed_otherwise(instrument):
        yield hit(
            other.at,
            f"By this “{other.at.text}” employs {other.post}; by the table it is “{other.cell.text}”.",
            "Correct the one or the other.",
            confidence="likely",
            related=(other.cell,),
        )


RULE = Rule(
    id="CK-PARTY-ROLE",
    level="warning",
    title="A party that stands in the place of another",
    why="A party that pays itself, or employs those whom another employs, was put where the other is meant,"
    " as was a body that is no party. It is then unclear who is bound.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Dale Community NHS Trust (“the Trust”).

1. Words

**Host** means the Council.

2. Payment

2.1 The ⟦Council⟧ shall pay the Host each month.

3. Staff

3.1 The ⟦Trust⟧ employs the Hub Manager, and repays the Council and the ⟦Borough⟧ what they spend.

| Post | Employer |
|---|---|
| Hub Manager | Council |
| Nurse | Trust |
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Dale Community NHS Trust (“the Trust”).

1. Words

**Host** means the Council.

2. Payment

2.1 The Trust shall pay the Host each month.

3. Staff

3.1 The Council employs the Hub Manager, and the Trust employs the nurse. Both
serve the Council and the people of the Borough.

| Post | Employer |
|---|---|
| Hub Manager | Council |
| Nurse | Trust |
""",
    check=_check,
    yields_to=("CK-PARTY-NAME-CHANGES",),
)
