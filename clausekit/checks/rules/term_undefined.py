"""CK-TERM-UNDEFINED: words in capitals, spoken of as a defined term, which nobody defines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._term_words import ACRONYMS, ALONE, GROUPS, NATIONAL, OFFICES, PARTIES, THINGS
from clausekit.checks.rules._terms import is_spoken_of, listed, stems
from clausekit.checks.words import Words

_SHORT_LAW = re.compile(r"\b[Tt]he (?P<name>(?:19|20)\d\d (?:Act|Regulations|Order))\b")
_QUOTED = re.compile(r"[“‘\"]([A-Z][^“”‘\"]{2,80})[”’\"]")
_INTRODUCES = re.compile(r"[ \u00a0]\((?:the[ ]|[“\"‘])?[A-Z“\"‘]")
_INDEFINITE = re.compile(r"\ban?[ \u00a0]$")
_IN_A_TITLE = re.compile(r"\)?[ \u00a0](?:Act|Regulations|Order|Rules|Directions)\b")
_ONE_THING = re.compile(r"[ \u00a0](?:to|in|on)[ \u00a0]")
_NAME_LIKE = re.compile(r"\d| of |Business Partners?$")
_POST_BEFORE = re.compile(r"\b(?:office|post|role) of (?:the )?$")
_ACTS = re.compile(r"[ \u00a0](?:shall|will|must|may)\b")
_BORROWS = re.compile(
    r"\b(?:words|terms|expressions|definitions)\b[^.;]{0,80}\bdefined in (?:the|that)\b[^.;]{0,40}"
    r"\b(?-i:Agreement|Contract|Deed)\b"
    r"|\bdefined terms used in this\b[^.;]{0,80}\bmeanings? [^.;]{0,30}in the\b"
    r"|\bmeanings?\b[^.;]{0,40}\b(?-i:(?:Original|Principal|Main|Existing)[ ](?:Agreement|Contract))\b"
    r"|\bsame meanings?\b[^.;]{0,20} in the\b[^.;]{0,40}\bAgreement\b",
    re.IGNORECASE,
)
_LIST_ENDS = (".", ";", ":", ",", " and", " or")


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _short_law(instrument)
    judge = _Judge(instrument)
    for found in _phrases(instrument).values():
        at = _thing(found[0].at)
        if confidence := judge.confidence(at.text, found):
            yield hit(
                at,
                f"“{at.text}” is written as a defined term, but nothing defines it.",
                "Define it, use the defined term that is meant, or write it in small letters.",
                confidence=confidence,
                related=tuple(one.at for one in found[1:4]),
            )


def _phrases(instrument: Instrument) -> Mapping[tuple[str, ...], list[Capitals]]:
    """Return the phrases in sentences by what they are about, in the singular or the plural."""
    phrases: dict[tuple[str, ...], list[Capitals]] = defaultdict(list)
    for one in instrument.capitals:
        if _is_prose(one, instrument.place_of[one.at.passage]):
            phrases[stems(_thing(one.at).text)].append(one)
    return phrases


def _short_law(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on law that is called by a short name nobody gives it: "the 2006 Act"."""
    known = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    for words, match in instrument.search(_SHORT_LAW):
        if match["name"] not in known:
            known.add(match["name"])
            yield hit(
                words.part(match.start("name"), words.end),
                f"“{match['name']}” is the short name of something that nothing here gives it to.",
                "Define it, or cite the law by its full title.",
                confidence="likely",
            )


def _thing(phrase: Words) -> Words:
    """Return a phrase as far as it names one thing: "Aligned Funding" of "Aligned Funding to Westmarch"."""
    end = _ONE_THING.search(phrase.text)
    return phrase.part(phrase.start, phrase.start + end.start()) if end else phrase


class _Judge:
    """Judges how sure it is that a phrase is meant as a defined term of one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        self.defines = bool(listed(instrument))
        self.names = {word for party in instrument.parties.each for word in stems(party.name.text)}
        self.parties_known = bool(instrument.parties.each)
        self.quoted = {match[1] for _, match in instrument.search(_QUOTED)}
        self.borrows = _borrows(instrument)

    def confidence(self, words: str, found: Sequence[Capitals]) -> Confidence | None:
        """Return the confidence, None if they are no term, or name the instrument: "this Protocol"."""
        if any(one.at.before.lower().endswith("this ") for one in found):
            return None
        spoken = sum(is_spoken_of(one.at) for one in found)
        if (
            not spoken
            or words in self.quoted
            or self.names.issuperset(stems(words))
            or not _is_ours(words, found[0])
        ):
            return None
        acts = any(_ACTS.match(one.at.after) for one in found)
        if self.is_likely(words, found[0], len(found), spoken, acts=acts):
            return "likely" if self.defines and not self.borrows else "doubtful"
        return "doubtful" if len(found) > 2 and found[0].likeness in ("term", "acronym") else None

    def is_likely(self, words: str, first: Capitals, times: int, spoken: int, *, acts: bool) -> bool:
        """Tell whether words are likely to be a term, from how often they stand and are spoken of.

        ``acts`` tells that the agreement gives them something to do: "the Board shall".
        """
        several = stems(words)
        last = several[-1]
        if last in PARTIES and len(several) == 1 and not self.parties_known:
            return False
        if first.likeness == "acronym":
            return times > 1 and len(words) > 2
        if len(several) == 1:
            return last in ALONE
        if first.likeness in ("term", "heading") or (first.extends and last != "officer"):
            if last in GROUPS or words.endswith("Service"):
                return times > 1 or acts
            return last in THINGS or (times > 2 and spoken > 1)
        if first.likeness == "office":
            return min(times, spoken) >= OFFICES.get(last, times + 1)
        any_one = _INDEFINITE.search(first.at.before[-4:]) is not None
        return first.likeness == "document" and last in THINGS and (spoken > 1 or any_one)


def _borrows(instrument: Instrument) -> bool:
    """Tell whether an instrument uses the terms of another: a schedule on its own, or one that says so."""
    texts = [place for place in instrument.places if place.role == "text"]
    return all(place.passage.division for place in texts) or any(
        _BORROWS.search(place.passage.text) for place in texts
    )


def _is_ours(words: str, phrase: Capitals) -> bool:
    """Tell whether words may be a term: no known name or post, and nothing with "of" or a figure in it."""
    if phrase.likeness == "party" or words in ACRONYMS or words.removesuffix("s") in NATIONAL:
        return False
    return not (_NAME_LIKE.search(words) or _POST_BEFORE.search(phrase.at.before[-12:]))


def _is_prose(phrase: Capitals, place: Place) -> bool:
    """Tell whether a phrase stands in a sentence, and not in quotes, a run-in heading, the title of a law, or
    before a short form in brackets."""
    before, after = phrase.at.before, phrase.at.after
    if place.role != "text" or before[-1:] in tuple("“‘\"'"):
        return False
    if not before.strip() and after.lstrip()[:1] in (".", ":", "–", "—", ""):
        return False
    if _INTRODUCES.match(after) or _IN_A_TITLE.match(after):
        return False
    return len(place.passage.words) > 80 or place.passage.words.rstrip().endswith(_LIST_ENDS)


RULE = Rule(
    id="CK-TERM-UNDEFINED",
    level="warning",
    title="Words written as a defined term that nothing defines",
    why="Capitals tell the reader to look for a definition. If there is none, the words mean whatever a"
    " court finds in the context, and a term that was dropped with its clause, or came in from another"
    " agreement, stays unnoticed.",
    fails="""
1. Definitions

1.1 In this agreement:

**Financial Year** means a year that begins on 1 April.

**Partner** means each party to this agreement.

2. Funds

2.1 Each Partner shall pay its share in the first month of the Financial Year, and the ⟦Quarterly
Contribution⟧
after that.

2.2 The Partners shall spend the Quarterly Contribution on care.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Financial Year** means a year that begins on 1 April.

**Partner** means each party to this agreement.

2. Funds

2.1 Each Partner shall pay its share by 1 June of the Financial Year, after the Director of Finance
has agreed it
with the Secretary of State under the Care Act 2014.
""",
    check=_check,
    yields_to=("CK-PARTY-NAME-CHANGES", "CK-TERM-CAPITALS", "CK-TERM-VARIANT"),
)
