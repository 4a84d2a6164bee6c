"""CK-TERM-UNDEFINED: words in capitals, spoken of as a defined term, which nobody defines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.places import Place, Role
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.term_words import (
    ACRONYMS,
    ALONE,
    BOARDS,
    GENERIC_IN_NAMES,
    GROUPS,
    MASS,
    OF_THE_AGREEMENT,
    OFFICES,
    PARTIES,
    PLACES,
    POSTS,
    PUBLIC_GROUPS,
    SITES,
    THINGS,
)
from clausekit.checks.rules._shared.terms import follows_a_determiner, is_spoken_of, listed, stem, stems
from clausekit.checks.rules.terms._bargained import EVENT, is_bargained
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
from clausekit.checks.rules.terms._letters import explained, unexplained
from clausekit.checks.rules.terms._lists import has_doubtful_list
from clausekit.checks.rules.terms._national import is_national
from clausekit.checks.rules.terms._not import contraries
from clausekit.checks.rules.terms._of_parties import of_parties
from clausekit.checks.rules.terms._siblings import is_sibling
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.names import is_role

_SHORT_LAW = pattern(r"\b[Tt]he (?P<name>(?:19|20)\d\d (?:Act|Regulations|Order))\b")
_PRECEDENT_PARTIES = (
    "Contractor|Sub-?[Cc]ontractor|Supplier|Purchaser|Landlord|Tenant|Licensor|Licensee|Customer|Vendor|Seller"
    "|Buyer|Lessor|Lessee|Borrower|Lender|Consultant|Client|Developer|Operator|Franchisee|Guarantor|Employer"
)
_OF_A_PRECEDENT = pattern(
    rf"\b(?:[Tt]he|[Aa]ny|[Aa]ll|[Ee]ach|[Aa]n?) (?P<whose>(?:{_PRECEDENT_PARTIES}))(?:[’']s|s[’'])"
    r"(?: [A-Z][\w’-]*){1,4}"
)
"""What belongs to a party of another kind of agreement: "the Contractor’s Equipment"."""
_QUOTED = pattern(r"[“‘\"]([A-Z][^“”‘\"]{2,80})[”’\"]")
_INTRODUCES = pattern(r"[ \u00a0]\((?:the[ ]|[“\"‘])?[A-Z“\"‘]")
_IS = pattern(r" (?:is|means|stands for) (?:the )?[A-Z]")
"""A note says what letters stand for: "DFG is Disabled Facilities Grant"."""
_APPOSED = pattern(r", (?:an?|being|namely|that is|i\.e\.) ")
_IN_BRACKETS = pattern(r"\([A-Z][^().]{0,60}$")
_BRACKET_ENDS = pattern(r"[^().]{0,60}\)")
"""Words in brackets that begin with a capital are a title: "Form 2 (Request for a New Item)"."""
_INDEFINITE = pattern(r"\ban?[ \u00a0]$")
_IN_A_TITLE = pattern(
    r"\)?[ \u00a0](?:(?:Act|Regulations?|Order|Rules|Directions)\b|[a-z]+ Regulatory (?:Agency|Authority)\b)"
)
_ONE_THING = pattern(r"[ \u00a0](?:to|in|on)[ \u00a0]")
_COMMON_POSTS = frozenset(
    ("Chair", "Chairs", "Vice-Chair", "Vice Chair", "Deputy Chair", "Vice-Chairman", "Secretary", "Clerk")
)
_NAME_LIKE = pattern(r"\d| (?:of|for) |Business Partners?$|[ ](?:Street|Road|Lane|Avenue)\b")
_POST_BEFORE = pattern(r"\b(?:office|post|role) of (?:the )?$")
_OF_A_PARTY = pattern(r"\b(?:[Pp]arty|[Pp]artner)[’']s $")
"""What any party has is no name: "the other party’s Private Papers"."""
_ACTS = pattern(r"[ \u00a0](?:shall|will|must|may)\b")
_ACTS_OR_IS = pattern(r"[ \u00a0](?:shall|will|must|may|are|is|have|has)\b")
_ACTS_AS = pattern(r"\b(?:act|acts|acting|appointed) as $")
_HAS_MEMBERS = pattern(
    r",? (?:of|consisting|comprising|made up|composed) "
    r"|,? (?:(?:which|that) )?(?:(?:shall|will) )?(?:has|have|consists?|comprises?) (?!to\b)"
)
_WORKING_DAYS = pattern(r"(?:Working|Business|Clear) Days?")
"""What CK-DATE-WORKING-DAYS tells."""
_TWICE = pattern(r"\b(\w+) \1\b")
"""A doubled word, which CK-TEXT-DOUBLED-WORD tells."""
_GOES_ON = pattern(r"[ \u00a0](?:in|on) |[ ]to the [A-Z]")
"""What parts two things that a sentence names: "from the Start Date to the End Date"."""
_OWN_SCHEDULES = pattern(r"(?:Schedules|Annexes|Appendices)$")
_GOES_BEFORE = pattern(r"\b[A-Z][a-z]+ (?:from|with|by|at|as) $")
"""A name goes on: the service “Learn from Patient Safety Events”."""
_TO_LOOK_UP = frozenset(("portal", "website", "intranet", "app", "handbook", "bylaw"))
_RULES = frozenset(("policy", "procedure", "process", "scheme"))
_PAIR, _LONG = 2, 4
"""A policy with more words in its name than that is one that is published."""
_MUCH = 30
"""Whoever defines so many terms writes hardly anything with capitals that is none."""
_OFTEN = 4
"""So often one word with a capital is spoken of, if it is a term and not the name of something."""
_ADJECTIVES = frozenset(("other", "first", "second", "third", "former", "latter", "new", "same"))
"""What a capital gives to a party: "the Other Partner"."""
_A_FEW = 2
"""An agreement that defines so many terms in brackets leaves the reader to expect the rest too."""
_CHANGES = pattern(r"\b(?:substitut|replac|delet|omit|insert|remov)\w*", re.IGNORECASE)
_ANYWHERE: tuple[Role, ...] = ("text", "cell", "note", "heading", "cover", "signature")
_ITEM = pattern(r"\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){2,3})[.)]?|[•●◦▪*–-]")
_A_SENTENCE = 80
"""Words so long are a sentence, even without its stop."""
_LIST_ENDS = (".", ";", ":", ",", " and", " or", "; and/or")


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _short_law(instrument)
    taken_over = list(_of_a_precedent(instrument))
    for words in taken_over:
        yield hit(
            words,
            f"“{words.text}” speaks of a party that this agreement does not have.",
            "Name the party that is meant, or take out the words, which may come from another agreement.",
            confidence="likely",
        )
    yield from (_undefined(places, "likely") for places in of_parties(instrument))
    yield from (_undefined(places, "likely") for places in contraries(instrument))
    abbreviations = list(unexplained(instrument))
    yield from (_undefined(places, "likely") for places in abbreviations)
    judge = _Judge(instrument)
    for found in _phrases(instrument).values():
        if any(one.at.overlaps(words) for one in found for words in taken_over):
            continue
        at = _thing(found[0].at)
        if any(at.overlaps(places[0]) for places in abbreviations if at.text == places[0].text):
            continue
        if confidence := judge.confidence(at.text, found):
            yield _undefined((at, *(one.at for one in found[1:])), confidence)


def _undefined(places: Sequence[Words], confidence: Confidence) -> Hit:
    """Return the hit on words that nothing defines, at the first of their places."""
    at = places[0]
    return hit(
        at,
        f"“{at.text}” is written as a defined term, but nothing defines it.",
        "Define it, use the defined term that is meant, or write it in small letters.",
        confidence=confidence,
        related=tuple(places[1:4]),
    )


def _phrases(instrument: Instrument) -> Mapping[tuple[str, ...], list[Capitals]]:
    """Return the phrases in sentences by what they are about, in the singular or the plural."""
    phrases: dict[tuple[str, ...], list[Capitals]] = defaultdict(list)
    for one in instrument.capitals:
        if _is_prose(one, instrument.place_of[one.at.passage]) and not _is_anothers(one.at):
            thing = _thing(one.at)
            apart = _GOES_ON.match(thing.shortly_after(10))
            phrases[stems(thing.text)].append(replace(one, at=thing) if apart else one)
    return phrases


def _is_anothers(words: Words) -> bool:
    """Tell whether a single word is what others have: the "Board" of "the Leaders’ Board"."""
    return " " not in words.text and words.shortly_before(3).endswith(("s’ ", "s' "))


def _short_law(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on law that is called by a short name nobody gives it: "the 2006 Act".

    Where one Act of that year is cited by its full title, any reader sees which is meant.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for cited in instrument.citations:
        full[f"{cited.year} {cited.kind}"].add(cited.name.lower())
    known = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    for words, match in instrument.search(_SHORT_LAW, signs=("act", "regulations", "order")):
        if match["name"] not in known and not _is_changed(words):
            known.add(match["name"])
            yield hit(
                words.part(match.start("name"), words.end),
                f"“{match['name']}” is the short name of something that nothing here gives it to.",
                "Define it, or cite the law by its full title.",
                confidence="doubtful" if len(full[match["name"]]) == 1 else "likely",
            )


def _is_changed(words: Words) -> bool:
    """Tell whether words are quoted from another agreement, in which they are changed: "for “the 2009
    Regulations” there is substituted"."""
    quoted = words.before.count("“") > words.before.count("”")
    return quoted and _CHANGES.search(words.passage.text) is not None


def _of_a_precedent(instrument: Instrument) -> Iterator[Words]:
    """Yield what belongs to a party of a kind that is spoken of nowhere else, so that the words came in from
    another agreement."""
    known = {one for each in instrument.definitions for one in (each.term, *each.variants)}
    for words, match in instrument.search(_OF_A_PRECEDENT):
        whose = match["whose"]
        named = re.compile(rf"\b{whose}s?\b(?!(?:[’']s|[’']) [A-Z])")
        if whose not in known and next(instrument.search(named, *_ANYWHERE), None) is None:
            yield words.part(words.start + match.start("whose") - match.start(), words.end)


def _thing(phrase: Words) -> Words:
    """Return a phrase as far as it names one thing: "Aligned Funding" of "Aligned Funding to Westmarch"."""
    end = None if EVENT.match(phrase.text) else _ONE_THING.search(phrase.text)
    return phrase.part(phrase.start, phrase.start + end.start()) if end else phrase


class _Judge:
    """Judges how sure it is that a phrase is meant as a defined term of one instrument."""

    def __init__(self, instrument: Instrument) -> None:
        in_brackets = [one for one in instrument.definitions if one.kind in ("text", "party")]
        self.defines = bool(listed(instrument))
        self.defines_much = len(listed(instrument)) > _MUCH
        self.defines_some = self.defines or len(in_brackets) >= _A_FEW
        self.instrument = instrument
        self.names = {word for party in instrument.parties.each for word in stems(party.name.text)}
        self.parties_known = bool(instrument.parties.each)
        self.quoted = {match[1] for _, match in instrument.search(_QUOTED)}
        doubtful = instrument.once(has_doubtful_list)
        self.doubtful = doubtful
        self.lists_its_own = not (doubtful or varies(instrument)) and has_a_list(instrument)

    def confidence(self, words: str, found: Sequence[Capitals]) -> Confidence | None:
        """Return the confidence, None if they are no term, or name the instrument: "this Protocol"."""
        if any(one.at.shortly_before(8).lower().endswith("this ") for one in found):
            return None
        spoken = sum(_is_meant(one, self.instrument) for one in found)
        bargained = any(is_bargained(one, self.instrument) for one in found)
        places = self.names - GENERIC_IN_NAMES
        sibling = spoken > 0 and is_sibling(found, self.instrument)
        if (
            not (spoken or bargained)
            or (len(stems(words)) > 1 and not (sibling or places.isdisjoint(stems(words))))
            or words in self.quoted
            or words.removesuffix("s") in self.quoted
            or self.names.issuperset(stems(words))
            or not _is_ours(words, found[0])
            or all(map(is_called_so, found))
            or any(map(has_an_address, found))
        ):
            return None
        if found[0].likeness == "acronym" and self.is_explained(words, found):
            return None
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
        told = any(_APPOSED.match(one.at.shortly_after(20)) for one in found)
        told = told or (len(stems(words)) > 1 and is_named_aside(found[0], self.instrument))
        made = any(map(is_explained, found))
        if leans or (not told and self.is_likely(words, found[0], len(found), spoken, acts=acts, made=made)):
            return "likely" if self.defines and not may_be_elsewhere else "doubtful"
        return "doubtful" if len(found) > 2 and found[0].likeness in ("term", "acronym") else None

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
        or words == "Terms"
        or _OWN_SCHEDULES.search(words)
        or _GOES_BEFORE.search(phrase.at.shortly_before(30))
    ):
        return False
    return not (_NAME_LIKE.search(words) or _POST_BEFORE.search(phrase.at.shortly_before(12)))


def _names_what_all_know(words: str, phrase: Capitals) -> bool:
    """Tell whether words, all of the phrase they stand in, or the first of two names are known to all."""
    whole = () if " and " in phrase.at.text else (phrase.at.text,)
    return any(map(is_national, (words, *whole, words.partition(" and ")[0])))


def _is_prose(phrase: Capitals, place: Place) -> bool:
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


def _is_meant(phrase: Capitals, instrument: Instrument) -> bool:
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

2.3 In winter staff are moved in accordance with the ⟦Surge Protocol⟧, with the approval of the
⟦Equipment Panel⟧.

2.4 Records that do not match are put to the ⟦Data Steward⟧, and disputes go to the ⟦Discharge
Oversight Board⟧.
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

2.2 Staff are paid under the Agenda for Change award and the Council’s Travel Policy, and moved
in accordance with the Joint Forward Plan. The Director of Children’s Services is told.

2.3 The Partners report to the Westmarch Health and Wellbeing Board and to the Audit Committee. The
Programme Board, which the Council set up in 2024, is told, and so is the Elmfield Carers Forum.
""",
    check=_check,
    of_the_whole=True,
    yields_to=("CK-PARTY-NAME-CHANGES", "CK-TERM-CAPITALS", "CK-TERM-VARIANT"),
)
