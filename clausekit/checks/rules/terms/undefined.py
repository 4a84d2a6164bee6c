"""CK-TERM-UNDEFINED: words in capitals, spoken of as a defined term, which nobody defines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.places import Role
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.terms import stems
from clausekit.checks.rules.terms._bargained import EVENT
from clausekit.checks.rules.terms._borrowed import is_borrowed
from clausekit.checks.rules.terms._judge import Judge
from clausekit.checks.rules.terms._letters import acting, unexplained
from clausekit.checks.rules.terms._not import contraries
from clausekit.checks.rules.terms._of_parties import of_parties
from clausekit.checks.rules.terms._short_law import short_law
from clausekit.checks.rules.terms._spoken import is_prose
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PRECEDENT_PARTIES = (
    "Contractor|Sub-?[Cc]ontractor|Supplier|Purchaser|Landlord|Tenant|Licensor|Licensee|Customer|Vendor|Seller"
    "|Buyer|Lessor|Lessee|Borrower|Lender|Consultant|Client|Developer|Operator|Franchisee|Guarantor|Surety|Employer"
)
_PRECEDENT_BODIES = "University|College|School|Company|Corporation|Charity|Health Board|Hospital|Association"
_PRECEDENT_SIGNS = tuple(one.lower() for one in _PRECEDENT_PARTIES.split("|") if one.isalpha())
"""What stands in the names of all of them: that of a subcontractor has a contractor in it."""
_OF_A_PRECEDENT = pattern(
    rf"\b(?:[Tt]he|[Aa]ny|[Aa]ll|[Ee]ach|[Aa]n?) (?P<whose>(?:{_PRECEDENT_PARTIES}))(?:[’']s|s[’'])"
    r"(?: [A-Z][\w’-]*){1,4}"
)
"""What belongs to a party of another kind of agreement: "the Contractor’s Equipment"."""
_ACTS_AS_OF_A_PRECEDENT = pattern(
    rf"\b[Tt]he (?P<whose>{_PRECEDENT_PARTIES}|{_PRECEDENT_BODIES})"
    r" (?=(?:shall|will|must|reserves|agrees|undertakes|warrants|covenants|is entitled|has the right)\b)"
)
_BEARS_AS_OF_A_PRECEDENT = pattern(
    r"\b(?:liability|liabilities|obligations?|negligence|default|insolvency|consent|approval|employees|premises)"
    rf" of the (?P<whose>{_PRECEDENT_PARTIES})\b(?! [A-Z(“\"]| of\b)"
    r"|\b(?:indemnif(?:y|ies)|paid (?:to|by)|pay|liable to|notice to|served on|approved by|agreed with)"
    rf" [Tt]he (?P<whom>{_PRECEDENT_PARTIES})\b(?! [A-Z(“\"]| of\b)"
)
"""What one bears or gets as a party to another kind of agreement: "the liability of the Guarantor"."""
_ONE_THING = pattern(r"[ \u00a0](?:to|in|on)[ \u00a0]")
_GOES_ON = pattern(r"[ \u00a0](?:in|on) |[ ]to the [A-Z]")
"""What parts two things that a sentence names: "from the Start Date to the End Date"."""
_FEW = 3
"""So often a party may be left where a precedent was taken over; more, and it is spoken of on purpose."""
_ANYWHERE: tuple[Role, ...] = ("text", "cell", "note", "heading", "cover", "signature")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, sure in short_law(instrument):
        yield hit(
            words,
            f"“{words.text}” is the short name of something that nothing here gives it to.",
            "Define it, or cite the law by its full title.",
            confidence=sure,
        )
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
    judge = Judge(instrument)
    abbreviations = list(unexplained(instrument))
    if judge.defines and not judge.doubtful:
        told = {places[0].text for places in abbreviations}
        abbreviations += (places for places in acting(instrument) if places[0].text not in told)
    yield from (_undefined(places, "likely") for places in abbreviations)
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
        if is_prose(one, instrument.place_of[one.at.passage]) and not _is_anothers(one.at):
            thing = _thing(one.at)
            apart = _GOES_ON.match(thing.shortly_after(10))
            phrases[stems(thing.text)].append(replace(one, at=thing) if apart else one)
    return phrases


def _is_anothers(words: Words) -> bool:
    """Tell whether a single word is what others have: the "Board" of "the Leaders’ Board"."""
    return " " not in words.text and words.shortly_before(3).endswith(("s’ ", "s' "))


def _of_a_precedent(instrument: Instrument) -> Iterator[Words]:
    """Yield what belongs to a party of a kind that is spoken of nowhere else, or such a party itself, which
    is to do something: the words came in from another agreement."""
    known = {one for each in instrument.definitions for one in (each.term, *each.variants)}
    for words, match in instrument.search(_OF_A_PRECEDENT, signs=_PRECEDENT_SIGNS):
        whose = match["whose"]
        named = re.compile(rf"\b{whose}s?\b(?!(?:[’']s|[’']) [A-Z])")
        if whose not in known and next(instrument.search(named, *_ANYWHERE), None) is None:
            yield words.part(words.start + match.start("whose") - match.start(), words.end)
    for words, match in (
        *instrument.search(_ACTS_AS_OF_A_PRECEDENT),
        *instrument.search(_BEARS_AS_OF_A_PRECEDENT, signs=_PRECEDENT_SIGNS),
    ):
        group = "whose" if match["whose"] else "whom"
        whose = match[group]
        if whose in known or is_borrowed(words, instrument):
            continue
        if _is_only_called_so(whose, instrument):
            known.add(whose)
            start = words.start + match.start(group) - match.start()
            yield words.part(start, start + len(whose))


def _is_only_called_so(name: str, instrument: Instrument) -> bool:
    """Tell whether a party is spoken of a few times only, each time by this name alone: "the Surety"."""
    named = re.compile(rf"\b{name}s?\b", re.IGNORECASE)
    alone = re.compile(rf"\b[Tt]he {name}\b(?! [A-Z(“\"]| of\b)")
    times = len(list(instrument.search(named, *_ANYWHERE)))
    return times <= _FEW and times == len(list(instrument.search(alone, *_ANYWHERE)))


def _thing(phrase: Words) -> Words:
    """Return a phrase as far as it names one thing: "Aligned Funding" of "Aligned Funding to Westmarch"."""
    end = None if EVENT.match(phrase.text) else _ONE_THING.search(phrase.text)
    return phrase.part(phrase.start, phrase.start + end.start()) if end else phrase


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
