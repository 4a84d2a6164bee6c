"""CK-TEXT-STYLES: straight quotation marks among curly ones, hyphens among dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern


class _Style(NamedTuple):
    """A choice between two marks: how each is found, what it is called."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    names: tuple[str, str]


_STYLES = (
    _Style(pattern("[“”]"), pattern(r'"(?=\w)'), ("curly quotation marks", "straight ones")),
    _Style(pattern(r"’(?<=\w’)(?=\w)"), pattern(r"'(?<=\w')(?=\w)"), ("curly apostrophes", "straight ones")),
    _Style(
        pattern(r"–(?:(?<=\W\d–)|(?<=\W\d\d–))(?=\d{1,3}\b(?![-–/.]))"),
        pattern(r"-(?:(?<=[ \u00a0]\d-)|(?<=[ \u00a0]\d\d-))(?=\d{1,3}\b(?![-–/.]))"),
        ("dashes in ranges", "hyphens"),
    ),
    _Style(pattern(" – "), pattern(r" - (?<=\w - )(?=[A-Za-z])"), ("dashes", "hyphens")),
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for style in _STYLES:
        other = [words for words, _ in instrument.search(style.other)]
        one = [words for words, _ in instrument.search(style.one)] if other else []
        if one:
            yield _hit(style, one, other)


def _hit(style: _Style, one: list[Words], other: list[Words]) -> Hit:
    """Return the hit on the first of those that are fewer."""
    usual, rare = style.names if len(one) >= len(other) else style.names[::-1]
    fewer = other if len(one) >= len(other) else one
    times = "once" if len(fewer) == 1 else f"{len(fewer)} times"
    return hit(
        fewer[0],
        f"“{fewer[0].text}”: this instrument mostly has {usual}, but {rare} {times}.",
        "Choose one of the two and keep to it.",
    )


RULE = Rule(
    id="CK-TEXT-STYLES",
    level="info",
    title="Straight quotation marks among curly ones, or hyphens among dashes",
    why="Mixed marks show where text of another origin was put in, which deserves a second look for"
    " other terms and references of that origin.",
    fails="""
1. Costs

1.1 The “Council” pays the costs of the “Fund” within 5–10 days.

1.2 The ⟦"⟧Trust" pays the rest within 10⟦-⟧15 days.
""",
    passes="""
1. Costs

1.1 The “Council” pays the costs of the “Fund” within 5–10 days, in the year 2026-27, by telephone
0100-200-300.
""",
    check=_check,
)
