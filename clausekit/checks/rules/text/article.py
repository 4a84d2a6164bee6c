"""CK-TEXT-ARTICLE: "a" for "an", or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ARTICLE = pattern(r"(?<![\w’'.)/-])(?P<article>[Aa]n?)[ \u00a0\n](?P<word>[A-Za-z]{2,}\b|\d[\d,.]*)(?![’'])")
_BEGINS = pattern(r"(?:^|[.?!][ \u00a0\n])[“‘\"'(]?$")
_AS_IN_YOU = pattern(
    r"(?:uni(?!n|m)|unanim|us[aeu]|ut[ei]|u(?:b|k|r)i|ewe|eu|one(?:-|s?\b)|once|ouija|ukr)", re.IGNORECASE
)
_IN_AN_ADDRESS = pattern(r"[.@]\w")
_UNIT = pattern(r"[ \u00a0-](?:hour|day|week|month|year|per|bed|place|point|part)|%|th\b")
_SILENT = pattern(r"(?:hour|honou?r|honest|heir)", re.IGNORECASE)
_EITHER = pattern(r"(?:hotel|histor|herb|hosp|horri|habitual|U[A-Z])")
_SPELT_OUT = frozenset(("NHS", "NHSE", "SLA", "LA", "HR", "LGA", "SRO", "FTE", "MP", "MDT", "NDA", "FOI"))
_LIKE_AN_EIGHT = pattern(r"(?:8|11|18)(?!\d)|8\d(?!\d)|8\d{2}(?!\d)|(?:11|18),\d{3}(?!,?\d)")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_ARTICLE, "text", "note", "signature"):
        article, word = match["article"], match["word"]
        if article[0] == "A" and not _BEGINS.search(words.shortly_before(4)):
            continue
        right = "" if _IN_AN_ADDRESS.match(words.after) else _right(word)
        if right and right != article.lower():
            yield hit(
                words,
                f"“{words.text}” has the wrong article.",
                f"Write “{right if article.islower() else right.capitalize()} {word}”.",
                confidence="doubtful" if _may_be_chance(words, word) else "certain",
            )


def _may_be_chance(words: Words, word: str) -> bool:
    """Tell whether the two may not belong together, as "a" and the number of a page between lines."""
    counts = not word[0].isdigit() or _UNIT.match(words.after) is not None
    return may_be_fragment(words.passage) or not counts


def _right(word: str) -> str:
    """Return the article that a word takes; "" if both are in use, or it cannot be told.

    >>> [_right(word) for word in ("hour", "unit", "apple", "ICB", "CCG", "NHS", "18", "hotel", "SCR")]
    ['an', 'a', 'an', 'an', 'a', 'an', 'an', '', '']
    """
    if word[0].isdigit():
        return "an" if _LIKE_AN_EIGHT.match(word) else "a"
    if _EITHER.match(word):
        return ""
    if word.isupper():
        return _of_an_acronym(word)
    if _SILENT.match(word):
        return "an"
    vowel = word[0].lower() in "aeiou" and not _AS_IN_YOU.match(word)
    return "an" if vowel else "a"


def _of_an_acronym(word: str) -> str:
    if word in _SPELT_OUT:
        return "an"
    if word[0] in "AEIO":
        return "" if word.startswith(("EU", "ONE")) else "an"
    return "a" if word[0] in "BCDGJKPQTVWYZ" else ""


RULE = Rule(
    id="CK-TEXT-ARTICLE",
    level="warning",
    title="“A” for “an”, or the other way round",
    why="It is often what is left when one word was put in place of another, and may show that the rest"
    " of the sentence was not read again.",
    fails="""
1. Costs

1.1 ⟦A ICB⟧ pays ⟦an share⟧ of the costs within ⟦a hour⟧, under ⟦a agreement⟧ with ⟦a NHS⟧ body.
""",
    passes="""
1. Costs

1.1 An ICB pays a share of the costs within an hour, under a unified agreement with an NHS body, for a
one-off or
a European user, in an 18-month term, a hotel or an historic house. Part A applies, and Schedule A as well.
""",
    check=_check,
)
