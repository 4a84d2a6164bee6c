"""How sure it is that words in capitals are meant as a term that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.term_words import (
    ACRONYMS,
    ALONE,
    BOARDS,
    GENERIC_IN_NAMES,
    GROUPS,
    OF_THE_AGREEMENT,
    OFFICES,
    PARTIES,
    PLACES,
    POSTS,
    PUBLIC_GROUPS,
    SITES,
    THINGS,
)
from clausekit.checks.rules._shared.terms import follows_a_determiner, listed, stem, stems
from clausekit.checks.rules.terms._again import is_group_by_one_word, is_left_unsaid
from clausekit.checks.rules.terms._bargained import is_bargained
from clausekit.checks.rules.terms._borrowed import has_a_list, is_borrowed, is_borrowed_in_part, varies
from clausekit.checks.rules.terms._explained import (
    are_ordinary,
    has_an_address,
    is_explained,
    is_named_aside,
    is_told_of,
)
from clausekit.checks.rules.terms._known import is_spoken_of_as_known
from clausekit.checks.rules.terms._leans import is_called_so, leans_on
from clausekit.checks.rules.terms._letters import explained
from clausekit.checks.rules.terms._lists import has_doubtful_list
from clausekit.checks.rules.terms._national import is_national
from clausekit.checks.rules.terms._own_kind import is_of_its_own_kind
from clausekit.checks.rules.terms._siblings import is_sibling
from clausekit.checks.rules.terms._spoken import is_meant
from clausekit.patterns import pattern
from clausekit.recognition.names import is_role

_QUOTED = pattern(r"[“‘\"]([A-Z][^“”‘\"]{2,80})[”’\"]")
_MARKS = ("“", "‘", '"')
_IS = pattern(r" (?:is|means|stands for) (?:the )?[A-Z]")
"""A note says what letters stand for: "DFG is Disabled Facilities Grant"."""
_APPOSED = pattern(r", (?:an?|being|namely|that is|i\.e\.) ")
_INDEFINITE = pattern(r"\ban?[ \u00a0]$")
_COMMON_POSTS = frozenset(
    ("Chair", "Chairs", "Vice-Chair", "Vice Chair", "Deputy Chair", "Vice-Chairman", "Secretary", "Clerk")
)
_NAME_LIKE = pattern(r"\d| (?:of|for) |Business Partners?$|[ ](?:Street|Road|Lane|Avenue)\b")
_POST_BEFORE = pattern(r"\b(?:office|post|role) of (?:the )?$")
_OF_A_PARTY = pattern(r"\b(?:[Pp]arty|[Pp]artner)[’']s $")
"""What any party has is no name: "the other party’s Private Papers"."""
_NUMBER_BEFORE = pattern(r"\b(?:Appendix|Annexe?|Schedule|Part|Table|Form) \w{1,3}[:.,]? [“\"(]?$")
"""What stands before the title of an attachment: "the form at Appendix 2 Request for Data"."""
_NUMBER_AFTER = pattern(r"[ \u00a0]\d{1,2}\b")
_ACTS = pattern(r"[ \u00a0](?:shall|will|must|may)\b")
_HAS_MEMBERS = pattern(
    r",? (?:of|consisting|comprising|made up|composed) "
    r"|,? (?:(?:which|that) )?(?:(?:shall|will) )?(?:has|have|consists?|comprises?) (?!to\b)"
)
_WORKING_DAYS = pattern(r"(?:Working|Business|Clear) Days?")
"""What CK-DATE-WORKING-DAYS tells."""
_TWICE = pattern(r"\b(\w+) \1\b")
"""A doubled word, which CK-TEXT-DOUBLED-WORD tells."""
_OWN_SCHEDULES = pattern(r"(?:Schedules|Annexes|Appendices)$")
_GOES_BEFORE = pattern(r"\b[A-Z][a-z]+ (?:from|with|by|at|as) $")
"""A name goes on: the service “Learn from Patient Safety Events”."""
_BROKEN = pattern(r"-$|[A-Z]{2}-[a-z]")
"""Half a word of a broken line, "Co-", and letters that are part of another word: "NIH-designated"."""
_HAVE_MORE = pattern(r"s[’'] [A-Z]")
"""What those have who are named: a body "the Dale Care Providers’ Forum"."""
_TO_LOOK_UP = frozenset(("portal", "website", "intranet", "app", "handbook", "bylaw"))
_RULES = frozenset(("policy", "procedure", "process", "scheme"))
_PAIR = 2
_LONG = 4
"""A policy with more words in its name than that is one that is published."""
_MUCH = 30
"""Whoever defines so many terms writes hardly anything with capitals that is none."""
_OFTEN = 4
"""So often one word with a capital is spoken of, if it is a term and not the name of something."""
_ADJECTIVES = frozenset(("other", "first", "second", "third", "former", "latter", "new", "same"))
"""What a capital gives to a party: "the Other Partner"."""
_SOME = 6
"""An agreement that defines so many where it first speaks of them defines as one with a list does."""
_A_FEW = 2
"""An agreement that defines so many terms in brackets leaves the reader to expect the rest too."""


class Judge:
    """Judges how sure it is that a phrase is meant as a defined term of one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        in_brackets = [one for one in instrument.definitions if one.kind in ("text", "party")]
        self.defines = bool(listed(instrument)) or sum(one.kind == "text" for one in in_brackets) >= _SOME
        self.defines_much = len(listed(instrument)) > _MUCH
        self.defines_some = self.defines or len(in_brackets) >= _A_FEW
        self.instrument = instrument
        self.names = {word for party in instrument.parties.each for word in stems(party.name.text)}
        self.parties_known = bool(instrument.parties.each)
        self.quoted = {match[1] for _, match in instrument.search(_QUOTED, signs=_MARKS)}
        doubtful = instrument.once(has_doubtful_list)
        self.doubtful = doubtful
        self.lists_its_own = not (doubtful or varies(instrument)) and has_a_list(instrument)

    def confidence(self, words: str, found: Sequence[Capitals]) -> Confidence | None:
        """Return the confidence, None if they are no term, or name the instrument: "this Protocol"."""
        if any(one.at.shortly_before(8).lower().endswith("this ") for one in found):
            return None
        if self._are_the_said(words) and all(one.at.shortly_before(6).endswith("said ") for one in found):
            return None
        spoken = sum(is_meant(one, self.instrument) for one in found)
        bargained = any(is_bargained(one, self.instrument) for one in found)
        places = self.names - GENERIC_IN_NAMES
        sibling = spoken > 0 and is_sibling(found, self.instrument)
        if (
            not (spoken or bargained)
            or (len(stems(words)) > 1 and not (sibling or places.isdisjoint(stems(words))))
            or words in self.quoted
            or words.removesuffix("s") in self.quoted
            or (
                self.names.issuperset(stems(words))
                and not (self.defines and is_group_by_one_word(found, self.instrument))
            )
            or not _is_ours(words, found[0])
            or all(map(is_called_so, found))
            or any(map(has_an_address, found))
        ):
            return None
        numbered = all(_NUMBER_AFTER.match(one.at.shortly_after(5)) for one in found)
        if numbered and self.is_listed_by_number(words):
            return None
        if all(_NUMBER_BEFORE.search(one.at.shortly_before(20)) for one in found):
            return "doubtful"
        if found[0].likeness == "acronym" and self.is_explained(words, found):
            return None
        if self.defines and is_of_its_own_kind(found, self.instrument):
            return "likely"
        if _is_brought_in(found[0]) or all(map(_is_owned, found)) or _is_looked_up(found[0]):
            return "doubtful"
        acts = any(_ACTS.match(one.at.shortly_after(200)) for one in found)
        leans = leans_on(found, self.instrument)
        may_be_elsewhere = self.doubtful or all(is_borrowed(one.at, self.instrument) for one in found)
        of_its_own = self.lists_its_own and _is_of_a_schedule(words)
        of_its_own = of_its_own and not all(is_borrowed_in_part(one.at, self.instrument) for one in found)
        if (
            leans
            and not (may_be_elsewhere and not of_its_own)
            and (self.defines or (self.defines_some and not leans <= {"post", "group", "decider", "thing"}))
        ):
            return "likely"
        presumed = (bargained and self.defines) or (self.defines_much and self.is_presumed(found))
        if presumed and not may_be_elsewhere:
            return "likely"
        known = self.defines and is_spoken_of_as_known(found, spoken, self.instrument)
        if (known or (self.defines and sibling)) and not may_be_elsewhere:
            return "likely"
        unsaid = is_left_unsaid(found, spoken, self.instrument) or is_group_by_one_word(
            found, self.instrument
        )
        if self.defines and not may_be_elsewhere and unsaid:
            return "likely"
        told = any(_APPOSED.match(one.at.shortly_after(20)) for one in found)
        told = told or (len(stems(words)) > 1 and is_named_aside(found[0], self.instrument))
        made = any(map(is_explained, found))
        if leans or (not told and self.is_likely(words, found[0], len(found), spoken, acts=acts, made=made)):
            return "likely" if self.defines and not may_be_elsewhere else "doubtful"
        return "doubtful" if len(found) > 2 and found[0].likeness in ("term", "acronym") else None

    def _are_the_said(self, words: str) -> bool:
        """Tell whether words are the last of a term that they stand for: "the said Group"."""
        return any(one.term.endswith(f" {words}") for one in self.instrument.definitions)

    def is_listed_by_number(self, words: str) -> bool:
        """Tell whether items of a list begin with words and a number, which say what it is: "Purpose 1 –"."""
        item = re.compile(rf"{re.escape(words)} \d{{1,2}}(?: ?[–—:-]| means\b)")
        return any(item.match(place.passage.words) for place in self.instrument.places)

    def is_presumed(self, found: Sequence[Capitals]) -> bool:
        """Tell whether words are taken for a term where nearly all words with capitals are terms: they are
        spoken of as a thing of its own, and ordinary ones of which nothing tells whose or what they are."""
        first, words = found[0], stems(found[0].at.text)
        return (
            first.likeness == "term"
            and len(words) > 1
            and any(follows_a_determiner(one.at) for one in found)
            and are_ordinary(first.at, self.instrument)
            and not (words[-1] in BOARDS and words[0] in PUBLIC_GROUPS)
            and words[-1] not in PLACES
            and not any(map(is_told_of if words[-1] in BOARDS else is_explained, found))
            and not is_named_aside(first, self.instrument)
        )

    def is_explained(self, letters: str, found: Sequence[Capitals]) -> bool:
        """Tell whether an abbreviation stands in brackets after what it is short for, or a note says that."""
        known = letters.removesuffix("s") in self.instrument.once(explained)
        return known or any(_IS.match(one.at.shortly_after(20)) for one in found)

    def is_likely(
        self, words: str, first: Capitals, times: int, spoken: int, *, acts: bool, made: bool
    ) -> bool:
        """Tell whether words are likely to be a term, from how often they stand and are spoken of.

        ``acts`` tells that the agreement gives them something to do, "the Board shall", and ``made`` that
        somewhere it makes them, or says what they are.
        """
        several = stems(words)
        last = several[-1]
        if last in PARTIES and len(several) == 1 and not self.parties_known:
            return False
        if is_role(words):
            return True
        if first.likeness == "acronym":
            return times > 1 and len(words) > 2
        if len(several) == 1:
            often = first.likeness == "term" and min(times, spoken) >= _OFTEN and last not in _ADJECTIVES
            return (last in ALONE or often) and not (last in GROUPS and is_explained(first))
        if first.likeness in ("term", "heading") or (first.extends and last != "officer"):
            if last in SITES and not PUBLIC_GROUPS.isdisjoint(several):
                return False
            if last in GROUPS or words.endswith("Service"):
                return (
                    acts
                    and PUBLIC_GROUPS.isdisjoint(several)
                    and not _HAS_MEMBERS.match(first.at.shortly_after(200))
                )
            return (last in THINGS and not (made and last in POSTS)) or (times > 2 and spoken > 1)
        if first.likeness == "office":
            return not made and min(times, spoken) >= OFFICES.get(last, times + 1)
        any_one = _INDEFINITE.search(first.at.shortly_before(4)) is not None
        any_one = any_one and not is_explained(first)
        return first.likeness == "document" and last in THINGS and (spoken > 1 or any_one)


def _is_of_a_schedule(words: str) -> bool:
    """Tell whether words are those of a group, a paper or a post that a schedule has for itself, and none
    that the agreement has to which it belongs: its boards, dates, funds and law."""
    return OF_THE_AGREEMENT.isdisjoint(stems(words)[-1:])


def _is_brought_in(phrase: Capitals) -> bool:
    """Tell whether words bring in a group or a post, and do not speak of one that is known: "supported by a
    Finance Group"."""
    last = stem(phrase.at.text.rpartition(" ")[2])
    return _INDEFINITE.search(phrase.at.shortly_before(4)) is not None and (last in GROUPS or last in OFFICES)


def _is_looked_up(phrase: Capitals) -> bool:
    """Tell whether words name what those concerned look up by a name they know: "the Students Portal", "the
    Domain Name Dispute Resolution Policy"."""
    words = stems(phrase.at.text)
    if words[-1] == "regulation":
        return len(words) > _PAIR
    long = len(words) > _LONG and phrase.likeness == "document"
    return len(words) > 1 and (words[-1] in _TO_LOOK_UP or (long and words[-1] in _RULES))


def _is_owned(phrase: Capitals) -> bool:
    """Tell whether words are those of somebody’s own group or post, or of one that each has: "the ICB’s
    Board", "the Council, by its Data Team", "the Vice-Chair"."""
    before, last = phrase.at.shortly_before(4), stem(phrase.at.text.rpartition(" ")[2])
    if phrase.at.text in _COMMON_POSTS or before.endswith(("’s ", "s’ ", "'s ", "s' ")):
        of_a_party = _OF_A_PARTY.search(phrase.at.shortly_before(20)) and " " in phrase.at.text
        return not (of_a_party and last not in GROUPS and last not in OFFICES and phrase.likeness == "term")
    return before.lower().endswith("its ") and last in GROUPS


def _is_ours(words: str, phrase: Capitals) -> bool:
    """Tell whether words may be a term: no known name or post, and nothing with "of" or a figure in it."""
    if phrase.likeness == "party" or words in ACRONYMS or _names_what_all_know(words, phrase):
        return False
    if (
        _WORKING_DAYS.fullmatch(words)
        or _TWICE.search(words)
        or _BROKEN.search(words)
        or words == "Terms"
        or _OWN_SCHEDULES.search(words)
        or _GOES_BEFORE.search(phrase.at.shortly_before(30))
        or _HAVE_MORE.match(phrase.at.passage.text, phrase.at.end - 1)
    ):
        return False
    return not (_NAME_LIKE.search(words) or _POST_BEFORE.search(phrase.at.shortly_before(12)))


def _names_what_all_know(words: str, phrase: Capitals) -> bool:
    """Tell whether words, all of the phrase they stand in, or the first of two names are known to all."""
    whole = () if " and " in phrase.at.text else (phrase.at.text,)
    return any(map(is_national, (words, *whole, words.partition(" and ")[0])))
