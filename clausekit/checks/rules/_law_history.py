"""When a name of the past is in its place: where the text tells history, saves old law, or quotes a title."""

from __future__ import annotations

import re

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words

_YEAR = r"(?:19|20)\d\d"


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_ENDED = _any(
    "repealed",
    "revoked",
    "abolish",
    "abolition",
    "dissol(?:ved|ution)",
    "disestablish",
    "ceased to (?:exist|have)",
    "superseded",
    "renamed",
    "no longer (?:exist|in force|bind|appl|there)",
)
_FOLLOWED = _any(
    "predecessor",
    "successors?\\b",
    "succeed(?:ed|s) ",
    "replaced by",
    "replaces\\b",
    "replacing",
    "in place of",
    "(?:was|were|been|being) transferred (?:to|from)",
    "(?:now|then|subsequently) known as",
)
_BEFORE = _any(
    "former(?:ly)?\\b",
    "formally known",
    "previously",
    "legacy",
    "immediately before",
    "prior to its",
    "(?:begun|commenced|started|made) before",
)
_SAVED = _any(
    "had effect",
    "made under",
    "under the law then",
    "continues? to have effect",
    "saved by",
    "re-enact(?:ed|ing) (?:in|by)",
)
_SAVED_IN_SENTENCE = re.compile(rf"\b{_any(_ENDED, _FOLLOWED, _BEFORE, _SAVED)}", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"\bsuccessors? (?:in title|and (?:permitted )?assigns|legislation|statutes?|acts?|regulations)\b"
    r"|\b(?:amended|modified|extended|re-enacted|consolidated|supplemented|varied)\b"
    r"[^.;]{0,60}\breplaced(?: by)?\b",
    re.IGNORECASE,
)
"""Words that every definition of law has, and that save nothing."""

_IN_BRACKETS = _any(
    "now",
    "then",
    "since",
    "as it (?:was|had)",
    "as then",
    "abolished",
    "repealed",
    "revoked",
    "which (?:was|were)",
)
_SAVED_AFTER = re.compile(
    rf"[”’\"]?,? ?(?:\((?:{_IN_BRACKETS}|until|(?:[A-Z][a-z]+ )?{_YEAR}\b)"
    r"|as it (?:had|then had|was)|as (?:then )?in force|before its|now (?:part|known|called|merged|the)"
    rf"|,? (?:in )?\(?{_YEAR}\b"
    r"|[”\"] (?:there )?(?:(?:shall|will) be|(?:is|are) to be|(?:is|are)) (?:read|construed|replaced"
    r"|substituted|deleted|changed))",
    re.IGNORECASE,
)
_SAVED_BEFORE = re.compile(
    r"(?:\b(?:then|former|formerly|previously|once|late|ex|old|predecessor)(?: the| as)?"
    r"|\(?\b(?:was|were)(?: the)?|\bex-) ?[“‘(]?$",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"[“‘][^“”‘’]*$")
_CLOSE_QUOTE = re.compile(r"[^“”‘’]*[”’]")
_TELLS_OF_THE_PAST = re.compile(
    r"\b(?:had|was|were|until|originally|since"
    rf"|(?:entered into|agreed|established|made|began|set up|ran)\b.{{0,80}}\b{_YEAR}"
    rf"|[Ii]n {_YEAR}|[Ff]rom {_YEAR} to {_YEAR}|[Bb]etween {_YEAR} and {_YEAR}"
    rf"|(?:dated|[Oo]n) \d{{1,2}} [A-Z][a-z]+ {_YEAR})\b"
)
_RECITALS = re.compile(r"\b(?:background|recitals?|introduction|history|context|whereas)\b", re.IGNORECASE)
_TELLS_OF_THE_FUTURE = re.compile(
    r"\b(?:will|proposed|proposals?|expected|intended|bill|anticipated|planned|when|once|establishment of"
    r"|subject to|future|successors?|replaced?)\b",
    re.IGNORECASE,
)


def is_history(at: Words, instrument: Instrument) -> bool:
    """Tell whether a name of the past may be right where it stands."""
    sentence = sentence_of(at, instrument)
    around = _BOILERPLATE.sub("", sentence.text)
    return bool(
        _SAVED_IN_SENTENCE.search(around)
        or _SAVED_AFTER.match(at.after)
        or _SAVED_BEFORE.search(at.before[-40:])
        or _is_in_a_title(at)
        or (_is_recital(instrument.place_of[at.passage]) and _TELLS_OF_THE_PAST.search(around))
    )


def is_prospect(at: Words, instrument: Instrument) -> bool:
    """Tell whether a name of what is to come may be right where it stands."""
    return bool(_TELLS_OF_THE_FUTURE.search(sentence_of(at, instrument).text))


def sentence_of(at: Words, instrument: Instrument) -> Words:
    """Return the sentence in which words stand."""
    sentences = instrument.sentences_of(at.passage)
    whole = Words(at.passage, at.passage.typed, len(at.passage.text))
    return next((one for one in sentences if one.start <= at.start and at.end <= one.end), whole)


def _is_in_a_title(at: Words) -> bool:
    """Tell whether words are part of what stands between quotation marks, and not all of it."""
    opened, closed = _OPEN_QUOTE.search(at.before), _CLOSE_QUOTE.match(at.after)
    if opened and closed:
        return bool(opened[0][1:].strip() or closed[0][:-1].strip())
    before, after = at.before.split('"'), at.after.split('"')
    return len(before) % 2 == 0 and len(after) % 2 == 0 and bool(before[-1].strip() or after[0].strip())


def _is_recital(place: Place) -> bool:
    return bool(_RECITALS.search(place.heading)) or _RECITALS.match(place.passage.words) is not None
