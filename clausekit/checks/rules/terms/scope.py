"""CK-TERM-SCOPE: a schedule's own term, used outside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import Use
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.terms import follows_a_determiner
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import is_known_name

_OWN = pattern(r"\b(?:in|for the purposes of|of) this (schedule|part|annex|appendix)\b", re.IGNORECASE)
_BACK = 60
"""The words that limit a list of definitions to its schedule stand so many passages before a term at most."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    titles: dict[Passage, list[Words]] = defaultdict(list)
    for reference in instrument.references:
        if reference.title:
            titles[reference.title.passage].append(reference.title)
    told: set[tuple[Definition, str]] = set()
    for use in instrument.uses:
        key = use.definition, _schedule(use.at.passage.division)
        if (
            use.strays
            and key not in told
            and not any(title.overlaps(use.at) for title in titles[use.at.passage])
            and _is_spoken_of(use, instrument)
        ):
            limit = _limit(use.definition, instrument)
            if not limit and _is_in_letters(use):
                continue
            if limit != "part" and key[1] == _schedule(use.definition.scope):
                continue
            told.add(key)
            yield hit(
                use.at,
                f"“{use.at.text}” is used here, but defined for {use.definition.scope} only.",
                "Move the definition to the list for the whole agreement, or use another term here.",
                confidence="likely" if limit else "doubtful",
                related=(use.definition.at,),
            )


def _is_spoken_of(use: Use, instrument: Instrument) -> bool:
    """Tell whether a use is meant as one: in a sentence, and no well-known name."""
    if instrument.place_of[use.at.passage].role not in ("text", "cell") or is_known_name(use.at.text):
        return False
    in_letters = _is_in_letters(use) and instrument.place_of[use.at.passage].role == "text"
    spoken = " " in use.at.text or follows_a_determiner(use.at) or in_letters
    return use.definition.kind != "abbreviation" and spoken


def _is_in_letters(use: Use) -> bool:
    """Tell whether a term is letters that stand for words, "WTE", spoken of without an article."""
    return " " not in use.at.text and use.at.text.isupper() and not follows_a_determiner(use.at)


def _schedule(division: str) -> str:
    """Return the schedule of which a part is one: "Schedule 3" of "Schedule 3 Part 1"."""
    return " ".join(division.split(" ")[:2])


def _limit(definition: Definition, instrument: Instrument) -> str:
    """Return to what a definition is limited in words: "schedule", "part"; "" if nothing says so.

    An entry is limited by what begins its list.
    """
    passage = definition.at.passage
    order = instrument.place_of[passage].order
    for place in (instrument.place_of[passage], *reversed(instrument.places[max(0, order - _BACK) : order])):
        if found := _OWN.search(place.passage.text):
            return found[1].lower()
        if place.definition is None and place.table is None:
            break
    return ""


RULE = Rule(
    id="CK-TERM-SCOPE",
    level="warning",
    title="A schedule’s own term, used outside the schedule",
    why="A definition that a schedule gives for itself does not hold elsewhere. There the word is"
    " undefined, though it looks defined.",
    fails="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

2. Reports

2.1 Each Partner shall send the ⟦Dashboard⟧ to the board.

## Schedule 1: Performance

1. In this Schedule, “Dashboard” means the monthly report. Each Partner checks the Dashboard.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

2. Reports

2.1 Each Partner shall send a report to the board.

## Schedule 1: Performance

1. In this Schedule, “Dashboard” means the monthly report. Each Partner checks the Dashboard.
""",
    check=_check,
)
