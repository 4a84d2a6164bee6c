"""Words in capitals on which a bargain leans, though they stand but once: their definition is missed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.term_words import (
    BOARDS,
    BODIES,
    GOVERNING,
    GROUPS,
    OF_ONE_BARGAIN,
    OF_THE_PUBLIC,
    PLACES,
    PLANS,
    POSTS,
    PUBLIC,
    PUBLIC_GROUPS,
    QUALIFIERS,
    RANKS,
)
from clausekit.checks.rules._shared.terms import is_spoken_of, stems
from clausekit.checks.rules.terms._explained import are_ordinary, is_explained, is_named_aside, is_told_of
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

Lean: TypeAlias = Literal["document", "panel", "decider", "group", "post", "thing"]
"""What the bargain leans on."""

_LEVEL = r"(?:[A-Z][a-z]+ \d{1,2} )?"
"""What may stand before the name of a group: "Tier 4" of "Tier 4 Funding Panel"."""
_GOVERNS = pattern(
    r"\b(?:with|under|follows?|followed|following|against|per|by|in|to|meets?|from|on|using|uses?"
    r"|of|see|complete|completes|apply|applies|invoke|invokes|implement|implements|keeps?|maintains?"
    r"|updates?|reviews?|signs?|prepares?|produces?|until|unless|if)[ ]the $"
)
_IS_GIVEN_EFFECT = pattern(
    r"[ ](?:is|are|shall|will|must|may|applies|apply|sets|governs|(?:has|have) (?:effect|been)|put"
    r"|in force)\b"
)
_DECIDES = pattern(
    r"\b(?:approv\w+|consents?|agreement|agreed|awarded|decided|decisions?|determined|authoris\w+|permission"
    r"|recommend\w+|referred|sent|go|goes|submitted|reports?|reported|findings)\b[^.;]{0,40}"
    rf"\b(?:of|by|to|from)[ ]the {_LEVEL}$",
    re.IGNORECASE,
)
_DECIDED_BY = pattern(
    r"\b(?:approv\w+|consents?|awarded|decided|determined|authoris\w+)\b[^.;]{0,40}"
    rf"\b(?:of|by)[ ]the {_LEVEL}$"
)
_HAS_DECIDED = pattern(
    r" (?:(?:has|have)(?: first| already| not)? (?:agreed|approved|consented|authorised|decided)"
    r"|approves|agrees|consents|authorises|decides|determines)\b"
)
"""After the name of those who decide: "unless the Ethics Panel has first agreed"."""
_THE_OF_A_LEVEL = pattern(rf"\bthe {_LEVEL}$")
_ON_TERMS_OF_A = pattern(r"\b(?:terms of|form of|form set out in|accordance with|subject to) an? $")
_THE = pattern(r"\b[Tt]he $")
_THE_OR_EACH = pattern(r"\b(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Aa]ll|[Tt]hat|[Ss]uch|[Nn]o) $")
_A = pattern(r"\b[Aa]n? $")
_ACTS = pattern(r"[ \u00a0](?:shall|will|must|may|can)\b")
_MONTH = "|".join(MONTHS)
_OWNED = pattern(
    r"[ ](?:of|for(?! (?:at least|each|every|any|all|so long|the purposes?)\b)|published|issued|known|as"
    r"|(?:at|in|within)[ ]"
    rf"(?:(?:the|each|every|its|their|any|either|another|a)[ ])?(?!{_MONTH})[A-Z])|[ ]\("
)
_IS_CALLED_SO = pattern(
    r"[ ](?:programme|scheme|project|course|module|team|service|initiative|campaign|pilot|training|app|system"
    r"|software|platform|database|website|newsletter|form|template|standard|grant|strategy|survey|tool)s?\b"
    r"|[ ](?:policy|policies|procedures?|meetings?)\b"
)
"""A word in small letters after a name tells what has that name: "the Household Support programme"."""
_MADE = pattern(r"[ ](?:is|are|shall be|will be) (?:\w+ )?(?:appointed|employed|a post|the post|hosted)\b")
_ACRONYM = pattern(r"\b[A-Z]{2,}\b")
_LONGEST, _LONGEST_GROUP = 3, 5
_SHARED = frozenset(("joint", "local"))
"""What parties keep together may have such a name: "Joint Risk Register"."""
_PEOPLE: frozenset[Lean] = frozenset(("panel", "decider", "group", "post"))
_OF_AN_ARRANGEMENT = frozenset(
    ("partnership", "alliance", "pool", "scheme", "integration", "transition", "arrangement", "venture")
)
"""Whose director is none of a body, but one that an agreement makes."""
_MONEY = frozenset(("fund", "pool", "reserve", "budget"))
"""What is no document that is published, though it may be named like one."""
_OF_THE_PARTIES = pattern(
    r" of (?:the|both|each|either|all(?: of)?(?: the)?|any)(?: other)? (?:Partners?|Part(?:y|ies))\b"
)
"""What tells whose posts are, but not who holds them: "the Authorised Officers of the Partners"."""
_FEW = 2
_NEAR, _BEFORE = 40, 90


def leans_on(found: Sequence[Capitals], instrument: Instrument) -> set[Lean]:
    """Return as what the bargain turns on the same words, though nothing says what they are.

    Wherever one place says whose they are or how they are made up, "the Panel, which the Partners set up",
    all are explained.
    """
    leans = {lean for one in found if (lean := _lean(one, instrument))}
    if leans & _PEOPLE and any(
        is_told_of(one) and not _OF_THE_PARTIES.match(one.at.shortly_after(_NEAR)) for one in found
    ):
        leans -= _PEOPLE
    return leans - {"thing"} if "thing" in leans and any(map(is_explained, found)) else leans


def _lean(phrase: Capitals, instrument: Instrument) -> Lean | None:
    """Return what words name if the bargain turns on it, though nothing says what that is.

    "In accordance with the Surge Protocol": the protocol governs. "With the approval of the Equipment Panel":
    the panel decides. "The Contract Manager shall be told": someone has to be found. Nobody owns them
    ("the Council’s Policy"), and they are no plan, policy or post that a body has for the public anyhow.
    """
    words = stems(phrase.at.text)
    if len(words) < 2 or phrase.likeness in ("acronym", "party"):
        return None
    if words[-1] in BOARDS and phrase.likeness != "office":
        return _who_decides(phrase, words) or _group(phrase, words, instrument)
    if phrase.likeness == "body" or len(words) > _LONGEST:
        return None
    if words[-1] in POSTS or (words[-1] == "director" and words[0] in _OF_AN_ARRANGEMENT):
        return _post(phrase, words, instrument)
    return _who_decides(phrase, words) or _document(phrase, words) or _thing(phrase, words, instrument)


def _document(phrase: Capitals, words: Sequence[str]) -> Lean | None:
    """Return "document" for what governs: a bargain is made on its terms, or it is given effect."""
    if words[-1] not in GOVERNING:
        return None
    if not _THE.search(phrase.at.shortly_before(5)):
        return "document" if _ON_TERMS_OF_A.search(phrase.at.shortly_before(_NEAR)) else None
    after = phrase.at.shortly_after(_NEAR)
    if words[0] in (PUBLIC if words[-1] in PLANS else BODIES):
        return None
    if _OWNED.match(after) and not _IS_GIVEN_EFFECT.match(after):
        return None
    governs = _GOVERNS.search(phrase.at.shortly_before(_NEAR)) or _IS_GIVEN_EFFECT.match(after)
    return "document" if governs else None


def is_called_so(phrase: Capitals) -> bool:
    """Tell whether a word in small letters after words with capitals says what has this name: "the Home
    Support programme", "its Data Security policies"."""
    return _IS_CALLED_SO.match(phrase.at.shortly_after(_NEAR)) is not None


def _who_decides(phrase: Capitals, words: Sequence[str]) -> Lean | None:
    """Return what words name if those are asked to decide who are no body with a name of its own."""
    if words[-1] not in GROUPS or words[0] in PUBLIC or len(words) > _LONGEST or phrase.likeness == "body":
        return None
    before = phrase.at.shortly_before(_BEFORE)
    if words[-1] == "panel":
        decides = _THE_OF_A_LEVEL.search(before) and _HAS_DECIDED.match(phrase.at.shortly_after(_NEAR))
        return "panel" if decides or _DECIDES.search(before) else None
    return "decider" if _DECIDED_BY.search(before) else None


def _post(phrase: Capitals, words: Sequence[str], instrument: Instrument) -> Lean | None:
    """Return "post" for one that only this agreement can have made: no table or sentence makes it."""
    if not _THE_OR_EACH.search(phrase.at.shortly_before(7)):
        return None
    if words[0] in RANKS and not _has_a_namesake(words, instrument):
        return None
    if _ACRONYM.search(phrase.at.text) or _MADE.match(phrase.at.shortly_after(_NEAR)) or phrase.times > _FEW:
        return None
    return None if is_named_aside(phrase, instrument) else "post"


def _has_a_namesake(words: Sequence[str], instrument: Instrument) -> bool:
    """Tell whether another post with the same first words is defined: "Team Manager" for "Team Leader"."""
    others = (stems(one.term) for one in instrument.definitions)
    return any(other[:-1] == tuple(words[:-1]) and other[-1] in POSTS for other in others if other)


def _group(phrase: Capitals, words: Sequence[str], instrument: Instrument) -> Lean | None:
    """Return "group" for a board or a group of this agreement: all words of its name are ordinary ones.

    A place or a person in its name, "Vale Digital Board", makes it one of the world’s; so do words for what
    all councils and health bodies have. A team is rather a part of a body, unless it is to do something.
    """
    if len(words) > _LONGEST_GROUP or not _THE_OR_EACH.search(phrase.at.shortly_before(7)):
        return None
    if not PUBLIC_GROUPS.isdisjoint(words) or not are_ordinary(phrase.at, instrument):
        return None
    if words[-1] == "team" and not _ACTS.match(phrase.at.shortly_after(_NEAR)):
        return None
    return None if is_named_aside(phrase, instrument) else "group"


def _thing(phrase: Capitals, words: Sequence[str], instrument: Instrument) -> Lean | None:
    """Return "thing" for what a drafter qualifies, "an Approved Rate", or calls by ordinary words."""
    own = len(words) >= _LONGEST and words[-1] in OF_ONE_BARGAIN
    published = words[0] in (BODIES - _SHARED if own else PUBLIC) or words[-1] in OF_THE_PUBLIC
    published = published and words[-1] not in _MONEY
    if phrase.likeness == "office" or (phrase.likeness == "document" and published):
        return None
    qualified = words[0] in QUALIFIERS
    if not (
        _THE_OR_EACH.search(phrase.at.shortly_before(7))
        or (qualified and (_A.search(phrase.at.shortly_before(4)) or is_spoken_of(phrase.at)))
    ):
        return None
    if is_called_so(phrase):
        return None
    aside = (*PLACES, *(() if qualified else GROUPS))
    of_public = not (qualified or PUBLIC_GROUPS.isdisjoint(words))
    if of_public or words[-1] in aside or phrase.at.text.isupper():
        return None
    ordinary = qualified or are_ordinary(phrase.at, instrument)
    return "thing" if ordinary and not is_named_aside(phrase, instrument) else None
