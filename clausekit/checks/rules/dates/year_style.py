"""CK-DATE-YEAR-STYLE: financial years that are written in two ways in one heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Years
from clausekit.checks.rule import Hit, Rule, hit


def _check(instrument: Instrument) -> Iterator[Hit]:
    together: dict[Hashable, list[Years]] = defaultdict(list)
    for one in instrument.years:
        place = instrument.place_of[one.at.passage]
        if place.role in ("heading", "cover"):
            together[place.passage].append(one)
        elif place.table is not None and place.row == 0:
            together[id(place.table)].append(one)
    for found in together.values():
        single = [one for one in found if one.last == one.first + 1]
        other = next((one for one in single if _way(one) != _way(single[0])), None)
        if other is not None:
            yield hit(
                other.at,
                f"“{other.at.text}” is written in another way than “{single[0].at.text}” beside it.",
                "Write financial years in one way.",
                related=(single[0].at,),
            )


def _way(one: Years) -> tuple[bool, bool]:
    """Return how a year is written: with a stroke, and with the second year in full."""
    return one.mark == "/", len(one.at.text.split(one.mark)[-1].strip()) == 4


RULE = Rule(
    id="CK-DATE-YEAR-STYLE",
    level="warning",
    title="Financial years that are written in two ways in one heading",
    why="“2019-20” beside “2020/21” makes a reader ask whether calendar years or a run of years are meant.",
    fails="""
1. Contributions for 2019-20 and ⟦2020/21⟧

1.1 They are in the table.
""",
    passes="""
1. Contributions for 2019/20 and 2020/21 under the Plan of 2017-20

1.1 They are in the table.
""",
    check=_check,
)
