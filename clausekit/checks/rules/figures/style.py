"""CK-FIGURE-STYLE: sums in millions and sums in full in one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.reading import Passage

_MILLION = 1_000_000
_LONG = ("million", "billion", "thousand")


def _check(instrument: Instrument) -> Iterator[Hit]:
    money = [one for one in instrument.figures if one.kind == "money" and one.value is not None]
    by_passage: dict[Passage, list[Figure]] = defaultdict(list)
    for figure in money:
        by_passage[figure.at.passage].append(figure)
    for figures in by_passage.values():
        in_full = [
            one for one in figures if not one.scale and one.value is not None and one.value >= _MILLION
        ]
        short = [one for one in figures if one.scale]
        if in_full and short:
            yield hit(
                short[0].at,
                f"“{short[0].at.text}” stands beside “{in_full[0].at.text}”, which is written in full.",
                "Write both in the same way, and exact sums in full.",
                related=(in_full[0].at,),
            )
    yield from _two_scales([one for one in money if one.scale])


def _two_scales(figures: list[Figure]) -> Iterator[Hit]:
    """Yield a hit if an instrument has both "£5m" and "£5 million": on the first of the rarer."""
    long = [one for one in figures if one.scale.lower() in _LONG]
    short = [one for one in figures if one.scale.lower() not in _LONG]
    if long and short:
        rarer, other = sorted((short, long), key=len)
        yield hit(
            rarer[0].at,
            f"“{rarer[0].at.text}” is written in one way here, “{other[0].at.text}” in another elsewhere.",
            "Write large sums in one way.",
            related=(other[0].at,),
        )


RULE = Rule(
    id="CK-FIGURE-STYLE",
    level="info",
    title="Large sums that are written in two ways",
    why="A sum in millions is rounded, one in full is not; side by side they leave a reader to guess which"
    " is exact.",
    fails="""
1. Budget

1.1 The budget is ⟦£5.5m⟧, of which the Council pays £2,250,000.
""",
    passes="""
1. Budget

1.1 The budget is £5,500,000, of which the Council pays £2,250,000.

1.2 The programme as a whole is worth about £60m.
""",
    check=_check,
)
