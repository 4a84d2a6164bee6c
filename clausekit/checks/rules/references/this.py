"""CK-REF-THIS: "this Schedule 7" in another schedule."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.counting import quoted
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._own_scheme import schemes_misnumbered
from clausekit.checks.rules.references._whereabouts import Whereabouts
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.references import ORDINALS, PROVISIONS

_WORDS = dict(zip(("annexe", "attachment"), ("annex", "appendix"), strict=True))
_BODY = pattern(
    r"\b(?:Committee|Board|Group|Council|Trust|ICB|CCG|Partners?|Part(?:y|ies)|Forum|Panel|Team|Officers?|Managers?"
    r"|Director|Provider|Host)$"
)
_STEP = pattern(r"\.?[^.()]+|\([^()]*\)")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for reference in instrument.references:
        if not reference.this or reference.owner == "law" or _is_of_another(reference):
            continue
        if reference.at.passage in quoted(instrument):
            continue  # what a deed puts into another agreement
        own = _own(reference, instrument)
        if own is None or own.lower() == reference.number.lower():
            continue
        words = reference.phrase.part(reference.phrase.start, reference.at.end)
        yield hit(
            words,
            _message(words, reference, own),
            f"Write “this {_word(words)} {own}”, or “{_word(words)} {reference.number}” without “this”."
            if own
            else f"Leave out “this”, or put in the {reference.kind} that is meant.",
            confidence=_confidence(reference, own, instrument),
        )
    for words, number in schemes_misnumbered(instrument):
        yield hit(
            words,
            f"“{words.text}” opens the specification of scheme {number}.",
            f"Write the number {number}, if its own scheme is meant.",
            confidence="likely",
        )


def _is_of_another(reference: Reference) -> bool:
    """Tell whether it is part of another document: no body to which something is sent, "this Schedule 5 to
    the Committee"."""
    return reference.owner == "document" and not _BODY.search(reference.of)


def _own(reference: Reference, instrument: Instrument) -> str | None:
    """Return the number of the division or clause in which a reference stands; None if it has none."""
    passage = reference.at.passage
    if reference.kind in ("schedule", "annex", "appendix", "part"):
        words = passage.division.lower().split()
        for kind, number in zip(words[::2], words[1::2], strict=False):
            if _WORDS.get(kind, kind) == reference.kind:
                return number.upper()
        return "" if not passage.division else None
    if reference.kind not in PROVISIONS:
        return None
    number = instrument.place_of[passage].number.rpartition(", ")[2]
    steps = _STEP.findall(reference.number)
    own = _STEP.findall(number)
    return (
        None
        if not own or not own[0][:1].isdigit() or not steps[0][:1].isdigit()
        else "".join(own[: len(steps)])
    )


def _message(words: Words, reference: Reference, own: str) -> str:
    if not own:
        article = "an" if reference.kind[0] in "aeiou" else "a"
        return f"“{words.text}” does not stand in {article} {reference.kind}."
    return f"“{words.text}” stands in {reference.kind} {own}."


def _word(words: Words) -> str:
    """Return the word for the kind: the last of "this Third Schedule"."""
    _, word, last = words.text.split()[:3]
    return last if word.lower() in ORDINALS else word


def _confidence(reference: Reference, own: str, instrument: Instrument) -> Confidence:
    """Return how sure it is that another number is meant: "19.29" in a text may be 19.2 with that of a
    note."""
    if reference.kind in ("schedule", "annex", "appendix", "part"):
        return "certain"
    if reference.target is not None:
        return "likely"
    if own.startswith(reference.number) or reference not in own_references(instrument):
        return "doubtful"
    return instrument.once(Whereabouts).confidence(reference)


RULE = Rule(
    id="CK-REF-THIS",
    level="error",
    title="“This Schedule 7” in another schedule than Schedule 7",
    why="The word “this” and the number contradict each other, so that it is open which of two schedules"
    " is meant. The usual cause is a schedule that was copied or moved.",
    fails="""
1. Term

1.1 This agreement ends as Schedule 1 provides.

# Schedule 1

## Ending

1. Notice

1.1 In ⟦this Schedule 2⟧ notice is given in writing.

# Schedule 2

## Costs

1. Shares

1.1 In this Schedule 2 costs are shared, as this paragraph 1.1 provides.
""",
    passes="""
1. Term

1.1 This agreement ends as Schedule 1 provides, and this clause 1 applies.

# Schedule 1

## Ending

1. Notice

1.1 In this Schedule 1 notice is given in writing. This paragraph 1 applies to all.
""",
    check=_check,
)
