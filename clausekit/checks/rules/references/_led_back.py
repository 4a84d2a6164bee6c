"""A provision that another refers back to, while what this one names, beside that other, does not.

"If the plan is not carried out, the Funders may use paragraph 12.1", stands in 8.3; it is 12.3 that says "has
not carried out a plan under paragraph 8.3".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headed_elsewhere import roots
from clausekit.checks.rules.references._provisions import Elsewhere, like, whole_of
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

_FEWEST = 2
"""So many words that tell what a sentence is about stand in what is meant as well."""

_SHORTEST = 5
_ANYWHERE = frozenset(
    ("paragr", "clause", "sectio", "shall", "under", "their", "which", "within", "workin", "there")
)


def led_back_from_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision that has no word of the sentence, with the only one beside it that
    refers back to where that sentence stands, to which nothing there refers, and which has words of it."""
    leading: dict[Passage, list[Reference]] = defaultdict(list)
    references = [one for one in own_references(instrument) if one.target and one.kind in PROVISIONS]
    leading_to: dict[Passage | None, set[Passage]] = defaultdict(set)
    for one in references:
        leading[one.at.passage].append(one)
        leading_to[one.target].add(one.at.passage)
    for reference in references:
        here, target = reference.at.passage, reference.target
        if target is None or reference.title or target.heading or target is here or not here.number:
            continue
        pointing = leading_to[here]
        if not pointing or target in pointing:
            continue
        named = {one.target for one in leading[here]}
        back = [
            one
            for one in like(target, instrument)
            if one.number.rpartition(".")[0] == target.number.rpartition(".")[0]
            and one not in named
            and one in pointing
        ]
        if len(back) != 1:
            continue
        said = _telling(instrument.sentence_of(reference.at).text)
        there = _telling("\n".join(one.text for one in whole_of(target, instrument)))
        if len(said & _telling(back[0].text)) >= _FEWEST and not said & there:
            named_so = f"{reference.kind} {reference.number}"
            yield Elsewhere(reference, f"What {named_so} is named for is not dealt with there.", back[0])


def _telling(text: str) -> frozenset[str]:
    """Return the roots of the longer words of a text but for those that any sentence may have."""
    return frozenset(root for root in roots(text) if len(root) >= _SHORTEST) - _ANYWHERE
