"""The clause by which an agreement is said to end, and that on what follows, where the two are mixed up:
"unless sooner terminated under clause 21", which is headed Consequences of Termination.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of
from clausekit.checks.rules.references._provisions import Elsewhere, provision
from clausekit.patterns import pattern
from clausekit.reading import Passage

_ENDING = r"(?:terminat|determin|end(?:s|ed|ing)?\b|expir|withdraw|leav|break\b)"
_UNDER = r"(?:under|in accordance with|pursuant to|by virtue of|by)"
_IS_ENDED = pattern(
    r"\b(?:(?:terminated|determined|ended|brought to an end|withdrawn)"
    r"(?: (?:sooner|earlier|early|by (?:either|any) part(?:y|ner)|in whole or in part))?"
    r"|(?:earlier|early|prior|sooner|premature) (?:termination|determination|ending|end|withdrawal)"
    r"|(?:rights?|powers?) (?:to (?:terminate|determine|end|withdraw)|of (?:termination|withdrawal))"
    r"|notice (?:to terminate|to end it|to withdraw|of termination|of withdrawal)(?: given| served)?"
    rf"|may (?:terminate|determine|end) (?:it|this agreement)) {_UNDER} $",
    re.IGNORECASE,
)
_FOLLOWS = pattern(
    rf"\b(?:consequences?|effects?) (?:of|on) (?:(?:the|its|such|any|early|expiry or) )*{_ENDING}"
    r"[^.;]{0,60}\b(?:in|under|by|at) $",
    re.IGNORECASE,
)
_HEADS_WHAT_FOLLOWS = pattern(
    rf"(?:the )?(?:consequences?|effects?|results?)\b|(?:up)?on {_ENDING}|after (?:the )?{_ENDING}"
    rf"|exit\b|what (?:happens|follows)\b|.{{0,30}}\bconsequences of {_ENDING}",
    re.IGNORECASE,
)
_HEADS_THE_END = pattern(rf"\b{_ENDING}", re.IGNORECASE)
_MAY_END = pattern(
    rf"\b(?:may|right|power|entitled|notice)\b[^.;]{{0,120}}\b{_ENDING}"
    r"|\b(?:immediate|written|months[’']) notice\b",
    re.IGNORECASE,
)
_TELLS_WHAT_FOLLOWS = pattern(
    rf"\b(?:consequence|effect|follow|surviv|accrued|wind)|\b(?:up)?on (?:the |such |its )?{_ENDING}"
    rf"|\b(?:after|if|when|once)\b[^.;]{{0,40}}\b{_ENDING}",
    re.IGNORECASE,
)
_FAR = 120


def ended_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to what follows from the end as that by which it comes, and the other way round,
    with the only heading of what is meant."""
    titles = {one: title for one, title in headings_of(instrument).items() if not one.division}
    following = [one for one, title in titles.items() if _HEADS_WHAT_FOLLOWS.match(title)]
    ending = [one for one, title in titles.items() if _HEADS_THE_END.search(title) and one not in following]
    if len(following) != 1 or len(ending) != 1:
        return
    for reference in own_references(instrument):
        target = reference.target
        if target is None or target.division or reference.title or reference.this:
            continue
        above = instrument.place_of[target].clause or target
        before = reference.phrase.shortly_before(_FAR)
        if above is following[0] and _IS_ENDED.search(before) and not _has(_MAY_END, above, instrument):
            lack = f"Nothing is ended under {reference.kind} {reference.number}, “{titles[above]}”."
            yield Elsewhere(reference, lack, ending[0])
        if above is not ending[0] or not _FOLLOWS.search(before):
            continue
        if not _has(_TELLS_WHAT_FOLLOWS, above, instrument):
            lack = f"What follows is not told in {reference.kind} {reference.number}, “{titles[above]}”."
            yield Elsewhere(reference, lack, following[0])


def _has(words: re.Pattern[str], clause: Passage, instrument: Instrument) -> bool:
    """Tell whether the text of a clause has words of some kind; its heading does not count."""
    return any(words.search(one.text) for one in provision(clause, instrument) if one is not clause)
