"""Where words in capitals are spoken of as a thing that the reader knows: in sentences and items of lists."""

from __future__ import annotations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.term_words import MASS
from clausekit.checks.rules._shared.terms import is_spoken_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.names import is_role

_INTRODUCES = pattern(r"[ \u00a0]\((?:the[ ]|[“\"‘])?[A-Z“\"‘]")
_IN_BRACKETS = pattern(r"\([A-Z][^().]{0,60}$")
_BRACKET_ENDS = pattern(r"[^().]{0,60}\)")
"""Words in brackets that begin with a capital are a title: "Form 2 (Request for a New Item)"."""
_IN_A_TITLE = pattern(
    r"\)?[ \u00a0](?:(?:Act|Regulations?|Order|Rules|Directions)\b|[a-z]+ Regulatory (?:Agency|Authority)\b)"
)
_ACTS_OR_IS = pattern(r"[ \u00a0](?:shall|will|must|may|are|is|have|has)\b")
_ACTS_AS = pattern(r"\b(?:act|acts|acting|appointed) as $")
_ITEM = pattern(r"\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){2,3})[.)]?|[•●◦▪*–-]")
_A_SENTENCE = 80
"""Words so long are a sentence, even without its stop."""
_LIST_ENDS = (".", ";", ":", ",", " and", " or", "; and/or")


def is_prose(phrase: Capitals, place: Place) -> bool:
    """Tell whether a phrase stands in a sentence, and not in quotes, a run-in heading, the title of a law, or
    before a short form in brackets."""
    before, after = phrase.at.shortly_before(200), phrase.at.shortly_after(200)
    if place.role != "text" or before[-1:] in tuple("“‘\"'"):
        return False
    if (
        not before.strip()
        and after.lstrip()[:1] in (".", ":", "–", "—", "")
        and not _is_whole_item(phrase.at)
    ):
        return False
    if _IN_BRACKETS.search(before) and _BRACKET_ENDS.match(after):
        return False
    if _INTRODUCES.match(after) or _IN_A_TITLE.match(after):
        return False
    return len(place.passage.words) > _A_SENTENCE or place.passage.words.rstrip().endswith(_LIST_ENDS)


def _is_whole_item(words: Words) -> bool:
    """Tell whether words are all of an item of a list: "4.1.3 Third Party Costs."."""
    label = words.passage.label.strip()
    return _ITEM.fullmatch(label) is not None and words.after.strip() in _LIST_ENDS


def is_meant(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words are spoken of as a thing, in a sentence or as an item of a list."""
    at = phrase.at
    role = is_role(at.text) and at.shortly_before(4).endswith(" as ")
    if role or is_spoken_of(at) or _ACTS_AS.search(at.shortly_before(20)):
        return True
    last = at.text.rpartition(" ")[2]
    plural = (last.endswith("s") or last.lower() in MASS) and " " in at.text
    begins = not at.shortly_before(200).strip() or at.shortly_before(200).rstrip().endswith((".", ";"))
    if begins and plural and _ACTS_OR_IS.match(at.shortly_after(200)):
        return True
    item = not at.shortly_before(200).strip() and _ITEM.fullmatch(at.passage.label.strip()) is not None
    return (
        item
        and plural
        and at.shortly_after(1) in ",;."
        and not instrument.place_of[at.passage].passage.heading
    )
