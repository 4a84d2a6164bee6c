"""CK-REF-UNUSED: a schedule to which nothing refers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import has_body
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules.references._divisions import unused_divisions
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of, plain_words
from clausekit.checks.rules.references._varied import varies
from clausekit.patterns import pattern

_SIGNING = pattern(
    r"\b(?:sign(?:ing|atures?)|execution|attestation) (?:pages?|sheets?|blocks?)\b", re.IGNORECASE
)
"""What is signed needs no clause that gives it effect."""
_FAR = 160
_STEM = 5


def _check(instrument: Instrument) -> Iterator[Hit]:
    lost = [one for one in own_references(instrument) if one.target is None]
    unused = unused_divisions(instrument) if has_body(instrument.places) else []
    titles = headings_of(instrument) if unused else {}
    prose = _prose(instrument) if unused else ""
    for passage in unused:
        title = titles.get(passage, "")
        if _SIGNING.search(title):
            continue
        kind = passage.division.split()[0].lower()
        may_mean_it = [one for one in lost if one.kind == kind]
        named = title in prose if title else bool(may_mean_it)
        meant = may_mean_it and (len(unused) > 1 or any(_speaks_of(one, title) for one in may_mean_it))
        put_in = varies(instrument)  # what a deed puts in is referred to in what it varies
        yield hit(
            words_of(passage),
            f"Nothing refers to {passage.division}.",
            "Refer to it where it is to apply, or leave it out.",
            confidence="doubtful" if named or meant or put_in else "likely",
        )


def _speaks_of(reference: Reference, title: str) -> bool:
    """Tell whether a reference that points to nothing may mean a schedule by another number: its sentence has
    a word of the title."""
    words = f"{reference.phrase.shortly_before(_FAR)} {reference.phrase.shortly_after(_FAR)}"
    said = {word[:_STEM] for word in plain_words(words).split()}
    return any(word[:_STEM] in said for word in plain_words(title).split())


def _prose(instrument: Instrument) -> str:
    """Return the text, in which a schedule may be named by its title."""
    return "\n".join(place.passage.words for place in instrument.places if place.role in ("text", "cell"))


RULE = Rule(
    id="CK-REF-UNUSED",
    level="warning",
    title="A schedule to which nothing refers",
    why="A schedule has effect because a clause gives it effect. One to which nothing refers may be no"
    " part of the bargain, or be left over from a provision that was dropped.",
    fails="""
1. Term

1.1 This agreement ends as Schedule 1 provides.

# Schedule 1 Ending

1. Notice is given in writing.

# Schedule 2 ⟦Insurance⟧

1. Each Partner is insured.
""",
    passes="""
1. Term

1.1 This agreement ends as Schedules 1 and 2 provide.

# Schedule 1 Ending

1. Notice is given in writing.

# Schedule 2 Insurance

1. Each Partner is insured.
""",
    check=_check,
    of_the_whole=True,
)
