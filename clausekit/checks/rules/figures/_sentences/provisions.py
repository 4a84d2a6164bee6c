"""The provision that a sentence names, and repeats: "as clause 8.3 says"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_OTHERWISE = pattern(
    r"\b(?:instead|in place of|despite|notwithstanding|shorten\w*|shorter|longer|extend\w*|reduc\w+|further"
    r"|other than|rather than|additional|amend\w*|replac\w+|substitut\w+|delet\w+|insert\w*|example)\b",
    re.IGNORECASE,
)
"""Words that set something else in place of what a provision says."""


def provision_named(sentence: Words, instrument: Instrument) -> Passage | None:
    """Return the one provision of the instrument that a sentence names, if it may repeat what that says."""
    named = {
        reference.target
        for reference in instrument.once(_own_references).get(sentence.passage, ())
        if reference.target and reference.phrase.overlaps(sentence)
    }
    if len(named) != 1 or sentence.passage in named or _OTHERWISE.search(sentence.text):
        return None
    return next(iter(named))


def _own_references(instrument: Instrument) -> Mapping[Passage, list[Reference]]:
    found: dict[Passage, list[Reference]] = {}
    for one in instrument.references:
        if one.is_own and one.target is not None and not one.through:
            found.setdefault(one.phrase.passage, []).append(one)
    return found
