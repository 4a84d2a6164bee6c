"""Numbers of things that their sentence then enumerates: "three purposes: (a) care; (b) audit; and ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.labels import Counting
from clausekit.checks.rules._shared.counting import step_text
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, UNITS

_NO_THING = (
    r"(?!(?:days?|weeks?|months?|years?|hours?|minutes?|copies|times|pounds|people|persons?|members?|of|or|and|to"
    r"|per|if)\b)"
)
_LEAD = pattern(
    rf"(?<![\w-])(?P<count>{NUMBER_WORDS})[ ](?:following[ ])?(?:{_NO_THING}[A-Za-z’-]+[ ]){{0,3}}?"
    rf"{_NO_THING}[A-Za-z-]+(?:s|ia)\b(?:[ ](?:of|for|in|on|to|under|that|which)[ ][^:;.(),]{{2,70}}?)?"
    r"(?::[ ]|,?[ ](?:namely|being|that is to say)[:,]?[ ]|(?P<bracket>[ ]\())(?=[(a-z‘“])",
    re.IGNORECASE,
)
_NOT_ALL = pattern(
    r"\b(?:at least|at most|up to|not (?:more|less|fewer) than|any|fewer than|more than|every|within|about"
    r"|first|last|next|other|another|further|additional|only|one of|some of|of which)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_LETTERED = pattern(r"(?<![\w.])\((?P<item>[a-z]|[ivx]{1,4}|\d{1,2})\)(?=[ ])")
_COUNTINGS: Mapping[str, Counting] = {"a": "letter", "i": "roman", "1": "decimal"}
"""How items count, by the first of them."""
_SEVERAL = pattern(r";[ ]?(?:and[ ]|or[ ])?")
_WORD = r"[a-z’-]+"
_ITEM = rf"(?:(?!and\b){_WORD}[ ]){{0,4}}(?!and\b){_WORD}"
_PLAIN = pattern(rf"{_ITEM}(?:,[ ]{_ITEM}){{0,7}},?[ ]and[ ]{_ITEM}")
_GOES_ON = pattern(r",[ ](?:within|as|each|in|under|on|at|all|subject|and[ ](?:shall|must|may|will|the))\b")
"""How a sentence goes on after what it enumerates: "emergency, urgent and standard, within the times"."""
_JOINED = pattern(r";[ ]?(?:and|or)\b")
_ENDS, _CLOSED = pattern(r"[.](?:[ ]|$)"), pattern(r"\)")
_NARROWED = pattern(
    r"\b(?:which|that|who|whose|where|including|such as|e\.g|for example|other than|namely)\b"
)
_SIGNS = tuple(f"{word} " for word in UNITS[2:13])
_FARTHEST, _FEWEST = 3, 2
_BEFORE, _LONGEST = 24, 900


def things_enumerated(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers that are not how many things their sentence enumerates: with letters, between
    semicolons, or as a few plain words between commas."""
    for words, found in instrument.search(_LEAD, "text", "note", signs=_SIGNS):
        count = count_of(found["count"])
        if count is None or count < _FEWEST or _NOT_ALL.search(words.shortly_before(_BEFORE)):
            continue
        made = _enumerated(_rest(words.passage.text, words.end, bracketed=bool(found["bracket"])))
        if made is not None and made != count and abs(made - count) <= _FARTHEST:
            yield Counted(words.part(*found.span("count")), Decimal(made))


def _rest(text: str, start: int, *, bracketed: bool) -> str:
    """Return what enumerates: up to the end of the sentence, or of the bracket in which it stands; nothing if
    it goes on in the next paragraph."""
    end = (_CLOSED if bracketed else _ENDS).search(text, start, start + _LONGEST)
    return text[start : end.start()].strip() if end else ""


def _enumerated(rest: str) -> int | None:
    """Return how many things a text enumerates, None if it does so in no certain manner."""
    if rest.startswith("("):
        return _lettered(rest)
    several = _SEVERAL.split(rest)
    if len(several) > _FEWEST and _JOINED.search(rest) and not any(":" in one for one in several):
        return len(several)
    found = _PLAIN.match(rest)
    tail = rest[found.end() :] if found else ""
    if found and (not tail or _GOES_ON.match(tail)) and not _NARROWED.search(found[0]):
        return found[0].removesuffix(",").replace(", and ", ", ").replace(" and ", ", ").count(", ") + 1
    return None


def _lettered(rest: str) -> int | None:
    """Return how many items are lettered or numbered one after the other from the first, None below two."""
    items = [found["item"] for found in _LETTERED.finditer(rest)]
    way = _COUNTINGS.get(items[0]) if items else None
    if way is None:
        return None
    count = 0
    for item in items:
        count += item == step_text(way, count + 1)
    return count if count >= _FEWEST else None
