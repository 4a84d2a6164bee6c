"""CK-DATE-WORKING-DAYS: time limits in working days, without a word on which days those are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_DAYS = pattern(r"\b(?P<quality>working|business)[ \u00a0-]days?\b", re.IGNORECASE)
_MEANS = pattern(r"[”\"’']?[ \u00a0]means?\b")
_SAME_MEANING = pattern(
    r"\bsame meanings?\b|\bmeanings? (?:that|which|they|it)\b|\bas defined in\b|\bmeanings? given\b",
    re.IGNORECASE,
)
_OF_ANOTHER = pattern(
    r"\b(?:in|by|of) the (?:Agreement|Contract|Deed)\b"
    r"|\bthe (?:Principal|Main|Original|Framework|Partnership|Section 75|Existing|Head|Underlying) "
    r"(?:Agreement|Contract|Deed|Memorandum)"
)
_WHICH = pattern(r"\b(?:bank|public) holidays?\b|\bSaturdays?\b|\bMondays? (?:to|through|and)\b")
_NEAR = 160
_SEVERAL, _MANY = 3, 6


def _check(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit on the first of each kind of days that nobody defined; an instrument that defines
    nothing, as terms of reference do, leaves such days to common sense."""
    found = list(instrument.search(_DAYS, signs=("working", "business")))
    defined = _defined(instrument, found)
    elsewhere = not _has_definitions(instrument) or _are_defined_elsewhere(instrument)
    seen: set[str] = set()
    for words, match in found:
        quality = match["quality"].lower()
        if quality in defined or quality in seen or _says_which(words):
            continue
        seen.add(quality)
        yield hit(
            words,
            f"“{words.text}” is used for a time limit, but nothing says which days count.",
            "Define the term: most often days other than Saturdays, Sundays and bank holidays in England.",
            confidence="likely" if words.text[0].isupper() and not elsewhere else "doubtful",
        )


def _defined(instrument: Instrument, found: Sequence[tuple[Words, re.Match[str]]]) -> set[str]:
    """Return the kinds of days that are defined, or that begin a paragraph which says which they are."""
    terms = (_DAYS.search(one.term) for one in instrument.definitions)
    return {term["quality"].lower() for term in terms if term} | {
        match["quality"].lower()
        for words, match in found
        if not words.before.strip(" “\"'‘*–-") and _WHICH.search(words.shortly_after(_NEAR))
    }


def _has_definitions(instrument: Instrument) -> bool:
    """Tell whether terms are defined: in a list, one after the other in a sentence, or many in brackets."""
    defined = instrument.definitions
    in_text = [one for one in defined if one.kind == "text"]
    in_sentences = sum(_MEANS.match(one.at.after) is not None for one in in_text)
    listed = any(one.kind in ("entry", "table") for one in defined)
    return listed or in_sentences >= _SEVERAL or len(in_text) >= _MANY


def _are_defined_elsewhere(instrument: Instrument) -> bool:
    """Tell whether the terms of an agreement that this one varies or joins have the same meanings here."""
    return any(
        _OF_ANOTHER.search(words.shortly_after(_NEAR)) or _OF_ANOTHER.search(words.shortly_before(_NEAR))
        for words, _ in instrument.search(_SAME_MEANING, signs=("meaning", "as defined"))
    )


def _says_which(words: Words) -> bool:
    """Tell whether the sentence itself says which days count."""
    return "bank holiday" in words.after.lower() or "Saturday" in words.after


RULE = Rule(
    id="CK-DATE-WORKING-DAYS",
    level="warning",
    title="Working days that are not defined",
    why="Councils and NHS bodies do not close on the same days. A time limit in working days can only be"
    " reckoned if the agreement says which days those are.",
    fails="""
1. Definitions

1.1 In this agreement:

**Partner** means a party to this agreement.

2. Notice

2.1 A Partner answers within ten ⟦Working Days⟧, and pays within 20 Working Days.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Working Day** means a day other than a Saturday, a Sunday or a bank holiday in England.

2. Notice

2.1 A Partner answers within ten Working Days.

Business Day – Monday to Friday, except bank holidays in England

2.2 The accounts are sent within five Business Days.
""",
    check=_check,
    yields_to=("CK-TERM-UNDEFINED", "CK-TERM-VARIANT"),
)
