"""CK-PARTY-TWO-WORDS: words for two, where there are three parties or more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules._shared.parties import collectives, number_of_parties, plural
from clausekit.checks.rules._shared.party_counts import miscounted_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ENOUGH = 3
_LONGEST_SENTENCE = 2_000
_LONGEST_LEAD = 20
_OF_US = (
    r"|(?P<both_of_us>[Bb]oth of us|[Ww]e both|[Uu]s both)|(?P<one_of_us>[Ee]ither of us)"
    r"|(?P<none_of_us>[Nn]either of us)|(?P<other_of_us>[Tt]he other of us)"
)
"""How those speak of each other who write "we"."""
_BETTER_OF_US = {
    "both_of_us": "all of us",
    "one_of_us": "any of us",
    "none_of_us": "none of us",
    "other_of_us": "each other of us",
}
_OF_SEVERAL = pattern(r"\b(?:one or more|any|each|some|all|none|most|one) of $", re.IGNORECASE)
"""What makes of "the other Partner" a slip of the pen, "any of the other Partner": CK-TEXT-WORDS."""
_TWO = pattern(
    r"\b(?:(?<!agent of )(?<!partner of )another(?! \w+ (?:may|can|could|wishes to) (?:become|join|accede)\b)"
    r"(?= (?:Part|Org|Sign|of|shall|may|will|must|is|has|in|to|for|from|on|at|by|and|or|it|that|under|so)"
    r"|[,.;:)’']|$)"
    r"|(?:a second|two (?:of the )?)(?:Part|Org|Sign| ))",
    re.IGNORECASE,
)
"""What a sentence says that speaks of two parties, "of one or another", not of "another way"."""

_THE_OTHER = pattern(
    r"\b[Tt]he other(?:[’']s)?(?=[,.;:)]|$|[ ](?:in|to|of|for|at|under|by|that|who|which|may|shall|will"
    r"|must|is|has|as|with|from|if|when|where|and|or|on|before|after|without|whose)\b)"
)
_OF_A_PAIR = pattern(
    r"\b(?:on (?:the )?one|the one|from one|at one|one (?:in|at|end|half|and)|another|whether|pair"
    r"|between (?!the \w+s\b))\b",
    re.IGNORECASE,
)
"""What a sentence says that speaks of two things, or of two parties that it names."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    count = number_of_parties(instrument)
    if count < _ENOUGH:
        return
    words_for_one = collectives(instrument)
    small = not _has_capitals(words_for_one, instrument)
    for words, match in instrument.search(_pattern(words_for_one, small=small)):
        if (
            _TWO.search(_before(words))
            or (not _is_of_us(match) and words.shortly_after(4).lstrip().startswith("to "))
            or _is_quoted(words)
            or (match["others"] and count == _ENOUGH)
            or (match["other"] and _OF_SEVERAL.search(words.shortly_before(_LONGEST_LEAD)))
        ):
            continue
        yield _hit(words, count, _better(match), "likely" if match["other"] else "certain")
    for words, match in instrument.search(_in_capitals(words_for_one), "heading"):
        yield _hit(words, count, f"EACH OTHER {match['other']}", "likely")
    for words in _others(instrument, words_for_one):
        yield _hit(words, count, "each of the others", "likely")
    for one in miscounted_parties(instrument):
        if one.pair:
            yield hit(
                one.stated,
                f"“{one.stated.text}” speaks of two, but {one.number} of that kind are parties.",
                "Write “all”, or name those that are meant.",
                confidence="likely",
            )


def _hit(words: Words, count: int, better: str, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{words.text}” speaks of two, but this instrument has {count} parties.",
        f"Write “{better}”, or name those that are meant.",
        confidence=confidence,
    )


def _is_of_us(match: re.Match[str]) -> bool:
    """Tell whether those who write "we" speak of themselves."""
    return any(match[group] for group in _BETTER_OF_US)


def _before(words: Words) -> str:
    """Return what stands before words in their sentence."""
    return words.shortly_before(_LONGEST_SENTENCE).rpartition(". ")[2]


def _others(instrument: Instrument, words_for_one: tuple[str, ...]) -> Iterator[Words]:
    """Yield "the other" where it is that of any one of the parties: "no Partner is the agent of the other".

    What an item says goes on from what leads to its list.
    """
    any_one = re.compile(
        rf"\b(?:an?|any|each|every|either|neither|no|one|that) (?:of (?:the )?)?"
        rf"(?:{_any_of(words_for_one)})\b",
        re.IGNORECASE,
    )
    leads = {item.passage: each.lead for each in lists_of(instrument) if each.lead for item in each.items}
    for words, _ in instrument.search(_THE_OTHER, "text", signs=("the other",)):
        sentence = _before(words)
        lead = leads.get(words.passage)
        if lead and sentence == words.before:
            sentence = f"{lead.words.rpartition('. ')[2]} {sentence}"
        if any_one.search(sentence) and not _TWO.search(sentence) and not _OF_A_PAIR.search(sentence):
            yield words


def _is_quoted(words: Words) -> bool:
    """Tell whether words are those of another instrument, which this one changes: "for “both Partners”"."""
    return words.shortly_before(1) in tuple('“‘"') and words.shortly_after(1) in tuple('”’"')


def _has_capitals(words: tuple[str, ...], instrument: Instrument) -> bool:
    """Tell whether an instrument has capitals for those who make it: "the Parties", not "the parties"."""
    several = re.compile(rf"\b[Tt]he (?:{'|'.join(re.escape(plural(word)) for word in words)})\b")
    return next(instrument.search(several), None) is not None


def _pattern(words: tuple[str, ...], *, small: bool) -> re.Pattern[str]:
    """Return what speaks of two; ``small`` tells that the words for a party have no capitals."""
    one = _any_of(words)
    many = _any_of(tuple(map(plural, words)))
    other = one if small else "|".join(map(re.escape, words))
    return re.compile(
        rf"\b(?:(?P<both>[Bb]oth)(?: of)?(?: the)?(?P<others> other)? (?P<all>{many})"
        rf"|(?P<either>[Ee]ither|[Nn]either)(?: (?P<any>{one})| of (?:the )?(?P<of>{many}))"
        rf"|[Tt]he other (?P<other>{other}){_OF_US})\b(?!(?:[’'](?!s\b)|-)?\w| [A-Z])"
    )


def _in_capitals(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what speaks of two in a heading that is all capitals: "DUTIES OF THE OTHER PARTNER"."""
    return re.compile(
        rf"\bTHE OTHER (?P<other>{'|'.join(re.escape(word.upper()) for word in words)})\b(?! [A-Z])"
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(each) for word in words for each in (word, word.lower()))


def _better(match: re.Match[str]) -> str:
    """Return what is right where there are more than two."""
    for group, right in _BETTER_OF_US.items():
        if match[group]:
            return right
    if match["both"]:
        return f"all the{match['others'] or ''} {match['all']}"
    if match["other"]:
        return f"each other {match['other']}"
    none = match["either"].lower() == "neither"
    if match["any"]:
        return f"{'no' if none else 'any'} {match['any']}"
    return f"{'none' if none else 'any'} of the {match['of']}"


RULE = Rule(
    id="CK-PARTY-TWO-WORDS",
    level="warning",
    title="“Both”, “either” or “the other”, where there are three parties or more",
    why="Such words come from an agreement between two. With three or more it is unclear who is meant:"
    " whether notice to “the other Partner” must reach all the others, or whether two of three may act.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Notices

1.1 ⟦Either Partner⟧ may end this agreement by notice to ⟦the other Partner⟧.

1.2 ⟦Both Partners⟧ shall keep accounts.

1.3 No Partner is the agent of ⟦the other⟧.
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Notices

1.1 Any Partner may end this agreement by notice to each other Partner.

1.2 Both the Council and the Trust shall keep accounts, for the other Partners too. If two Partners
are in dispute,
either may ask the third.
""",
    check=_check,
)
