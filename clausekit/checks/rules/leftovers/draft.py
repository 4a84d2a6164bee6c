"""CK-LEFT-DRAFT: words that call the instrument a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.forms import is_to_be_dated
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NUMBER = r"(?:(?:version|v|no|number|issue)?\.?[ ]?\d+(?:\.\d+)*)"
_DRAFT = pattern(
    rf"\b(?:(?:first|second|third|final|working|latest|revised|initial) draft\b(?:[ ,(–-]+{_NUMBER})?"
    rf"|draft {_NUMBER}(?: for [^.;]{{1,40}})?|draft (?:for|as at|of|dated) [^.;]{{1,40}}"
    r"|v(?:ersion)?\.?[ ]?\d+(?:\.\d+)*[ ,–-]+(?:final )?draft\b(?: (?:for|not for) [^.;]{1,40})?"
    r"|(?:in )?draft only)",
    re.IGNORECASE,
)
_ALONE = pattern(r"[\s(\[*–-]*draft[\s)\]*–.-]*", re.IGNORECASE)
_LABELLED = pattern(r"(?:document )?(?:status|version(?: (?:number|no\.?))?): *", re.IGNORECASE)
_VERSION = pattern(r"\d\.\d|\bv(?:ersion)?\.?[ ]?\d|\bdraft \d+ for\b", re.IGNORECASE)
_STAGE = pattern(
    r"\bdraft (?:for|as at|of|dated)\b|\b(?:working|latest|revised|initial|first|second|third|final) draft\b",
    re.IGNORECASE,
)
_NUMBERED = pattern(r"draft [^.;]*\d|(?:version|v)[^.;]*draft\b", re.IGNORECASE)
_FAR = 80
_OWN_DATE = ("dated", "date:", "this ", "date of this")
"""How the line begins that dates the instrument itself, and not the one that it varies."""
_OPENING = 40
"""A line that says no more than that stands among so many passages at the beginning."""
_IN_TITLE = pattern(
    r"\bDRAFT\b(?: ?\(?\d{1,2}\)?(?![\d.:/]))?(?:[ ,:–-]*SUBJECT TO CONTRACT)?|\bSUBJECT TO CONTRACT\b"
    r"|(?<=[(\[])draft(?=[)\]])"
)
_FINAL = pattern(
    r"\b(?:execution|engrossment|engrossed|signature|signed|final|completion|sealed|conformed)"
    r" (?:version|copy)\b|^\W*engrossment\b",
    re.IGNORECASE,
)
"""What the other pages of a final text have at their foot."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit on each place on the cover, in a title or in a margin, but once for each wording.

    A number of a version, or a stage of drafting in its title, is what a final text has no use for; a bare
    "Draft" may be what the text is meant to be, and a draft of our own says so in its parameters. The drafts
    of which a history of versions tells are over.
    """
    seen: set[str] = set()
    for place in instrument.places:
        if place.passage in instrument.versions:
            continue
        on_top = place.role in ("cover", "margin") or (
            place.passage.heading == 1 and not place.passage.division
        )
        passage = place.passage
        match = (
            _DRAFT.search(passage.text, passage.typed) or _IN_TITLE.search(passage.text, passage.typed)
            if on_top
            else None
        ) or _alone(place)
        if match and match[0].strip() and match[0].lower() not in seen:
            seen.add(match[0].lower())
            words = Words(passage, match.start(), match.end())
            yield hit(
                words,
                f"“{words.text.strip()}” calls the text a draft.",
                "Take it out of what is to be signed.",
                confidence=_confidence(words, instrument),
            )


def _alone(place: Place) -> re.Match[str] | None:
    """Return what a line says that only calls the text a draft.

    At the beginning, or after "Version number:", it may say which draft.
    """
    text, start = place.passage.text, place.passage.typed
    opens = place.order < _OPENING and place.role in ("text", "heading")
    if label := _LABELLED.match(text, start):
        return _DRAFT.fullmatch(text, label.end())
    return _ALONE.fullmatch(text, start) or (_DRAFT.fullmatch(text, start) if opens else None)


def _confidence(words: Words, instrument: Instrument) -> Confidence:
    if instrument.reading.manifest:
        return "doubtful"
    if _VERSION.search(words.text):
        return "certain"
    if _NUMBERED.match(words.text) and _is_dated(instrument):
        return "likely"
    if instrument.place_of[words.passage].role == "margin" and instrument.once(_is_called_final):
        return "likely"
    is_status = words.text == words.passage.words.strip()
    return "likely" if _STAGE.search(words.text) and not is_status else "doubtful"


def _is_called_final(instrument: Instrument) -> bool:
    """Tell whether another page of an instrument says that it is the version to be signed."""
    return any(
        place.role in ("margin", "cover") and _FINAL.search(place.passage.text) for place in instrument.places
    )


def _is_dated(instrument: Instrument) -> bool:
    """Tell whether an instrument has the day on which it was made, so that it is no draft any longer."""
    return any(
        one.value is not None
        and one.value <= instrument.as_at
        and instrument.place_of[one.at.passage].order < _OPENING
        and one.at.passage.words.lstrip().lower().startswith(_OWN_DATE)
        and is_to_be_dated(one.at.shortly_before(_FAR))
        for one in instrument.dates
    )


RULE = Rule(
    id="CK-LEFT-DRAFT",
    level="warning",
    title="Words on the cover, in a title or in a margin that call the text a draft",
    why="A signed text that calls itself a draft invites the argument that something else was agreed later.",
    fails="""
# Partnership agreement ⟦Draft v0.3⟧

1. Host

1.1 The Council hosts the fund.
""",
    passes="""
# Partnership agreement

1. Host

1.1 The Council sends the ICB a draft for comment, and Draft 2 within a month.
""",
    check=_check,
)
