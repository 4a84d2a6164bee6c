"""Words in capitals on which a bargain leans, though they stand but once: their definition is missed."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._term_words import (
    BODIES,
    GOVERNING,
    GROUPS,
    PLANS,
    POSTS,
    PUBLIC,
    RANKS,
)
from clausekit.checks.rules._terms import stems

Lean: TypeAlias = Literal["document", "panel", "group", "post"]
"""What the bargain leans on."""

_GOVERNS = re.compile(
    r"\b(?:with|under|follows?|followed|following|against|per|by|in|to|meets?|from|on|using|uses?"
    r"|of|see|complete|completes|apply|applies|invoke|invokes|implement|implements)[ ]the $"
)
_IS_GIVEN_EFFECT = re.compile(
    r"[ ](?:is|are|shall|will|must|may|applies|apply|sets|governs|(?:has|have) effect|put|in force)\b"
)
_DECIDES = re.compile(
    r"\b(?:approv\w+|consents?|agreement|agreed|awarded|decided|decisions?|determined|authoris\w+|permission"
    r"|recommend\w+|referred|sent|go|goes|submitted|reports?|reported|findings)\b[^.;]{0,40}"
    r"\b(?:of|by|to|from)[ ]the $",
    re.IGNORECASE,
)
_DECIDED_BY = re.compile(
    r"\b(?:approv\w+|consents?|awarded|decided|determined|authoris\w+)\b[^.;]{0,40}\b(?:of|by)[ ]the $"
)
_ON_TERMS_OF_A = re.compile(r"\b(?:terms of|form of|form set out in|accordance with|subject to) an? $")
_THE = re.compile(r"\b[Tt]he $")
_OWNED = re.compile(r"[ ](?:of|for|published|issued|at|in|within|known|as|\()\b|[ ]\(")
_OF_EACH = re.compile(r"[ ]of (?:each|every|any|the other|a)\b")
_MADE = re.compile(r"[ ](?:is|are|shall be|will be) (?:\w+ )?(?:appointed|employed|a post|the post|hosted)\b")
_LONGEST = 3
_FEW = 2


def leans_on(phrase: Capitals, instrument: Instrument) -> Lean | None:
    """Return what words name if the bargain turns on it, though nothing says what that is.

    "In accordance with the Surge Protocol": the protocol governs. "With the approval of the Equipment Panel":
    the panel decides. "The Contract Manager shall be told": someone has to be found. Nobody owns them
    ("the Council’s Policy"), and they are no plan, policy or post that a body has for the public anyhow.
    """
    words = stems(phrase.at.text)
    if not 1 < len(words) <= _LONGEST or phrase.likeness not in ("document", "office", "term", "heading"):
        return None
    if not _THE.search(phrase.at.before[-5:]):
        return (
            "document" if words[-1] in GOVERNING and _ON_TERMS_OF_A.search(phrase.at.before[-40:]) else None
        )
    if words[-1] in POSTS:
        return "post" if words[0] not in RANKS and _is_of_this_agreement(phrase, instrument) else None
    if words[0] in (PUBLIC if words[-1] in PLANS or words[-1] in GROUPS else BODIES):
        return None
    if words[-1] in GOVERNING:
        return "document" if _governs(phrase) else None
    if words[-1] == "panel":
        return "panel" if _DECIDES.search(phrase.at.before[-90:]) else None
    return "group" if words[-1] in GROUPS and _DECIDED_BY.search(phrase.at.before[-90:]) else None


def _governs(phrase: Capitals) -> bool:
    if _OWNED.match(phrase.at.after) and not _IS_GIVEN_EFFECT.match(phrase.at.after):
        return False
    return bool(_GOVERNS.search(phrase.at.before[-40:]) or _IS_GIVEN_EFFECT.match(phrase.at.after))


def _is_of_this_agreement(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a post is one that only this agreement can have made: no table or sentence makes it."""
    after = phrase.at.after
    if (_OWNED.match(after) and not _OF_EACH.match(after)) or _MADE.match(after) or phrase.times > _FEW:
        return False
    return phrase.at.text not in instrument.once(_in_tables)


def _in_tables(instrument: Instrument) -> frozenset[str]:
    """Return what cells, notes and lines to be signed name, in full."""
    aside = ("cell", "note", "signature", "heading", "cover")
    return frozenset(
        " ".join(place.passage.words.split()) for place in instrument.places if place.role in aside
    )
