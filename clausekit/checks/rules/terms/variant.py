"""CK-TERM-VARIANT: words that come near a defined term, but are not it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.lexicon import Deviation, Stand
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules.terms._collectives import other_collectives
from clausekit.checks.rules.terms._drift import drifts
from clausekit.checks.rules.terms._lists import has_doubtful_list
from clausekit.checks.rules.terms._stands import stands
from clausekit.patterns import pattern
from clausekit.reading import Passage

_JOINED = pattern(r"[a-z][A-Z]")
_CONFIDENCE: dict[Deviation, Confidence] = {
    "number": "certain",
    "spelling": "certain",
    "form": "likely",
    "synonym": "likely",
    "shortened": "likely",
    "lacking": "likely",
    "lengthened": "likely",
    "turned": "likely",
    "several": "likely",
    "letter": "likely",
    "apart": "likely",
    "initials": "likely",
}


def _check(instrument: Instrument) -> Iterator[Hit]:
    for stand in stands(instrument):
        term = stand.definition.term
        yield hit(
            stand.at,
            _message(stand),
            f"Write “{term}” if that is meant; if not, define the words or use small letters.",
            confidence=_confidence(stand, instrument),
            related=(stand.definition.at,),
        )
    told = [stand.at for stand in stands(instrument)]
    for drift in drifts(instrument):
        if not any(drift.at.overlaps(words) for words in told):
            yield hit(
                drift.at,
                f"“{drift.at.text}” is written “{drift.usual}” elsewhere, and nothing defines it.",
                "Write it in one way, and define it.",
                confidence="likely",
            )
    for at, definition in other_collectives(instrument):
        yield hit(
            at,
            f"“{at.text}” is not defined; those who make this are called “{definition.term}”.",
            f"Write “{definition.term}” if they are meant.",
            confidence="likely",
            related=(definition.at,),
        )


def _confidence(stand: Stand, instrument: Instrument) -> Confidence:
    """Return how sure it is that the term is meant.

    A cell, or a passage that breaks off, may have lost words, a text from a PDF its hyphens ("NonPooled"); a
    list of definitions that lost its lines may define the very words.
    """
    at = stand.at
    if instrument.once(has_doubtful_list):
        return "doubtful"
    in_cell = instrument.place_of[at.passage].role == "cell" or "@" in at.after
    if stand.deviation == "apart":
        return "likely"
    joined = _JOINED.search(at.text) or _JOINED.search(stand.definition.term)
    breaks_off = not at.after.strip() and at.passage not in instrument.once(_without_stops)
    lost = breaks_off or in_cell or joined
    return "doubtful" if lost and stand.deviation != "spelling" else _CONFIDENCE[stand.deviation]


def _without_stops(instrument: Instrument) -> frozenset[Passage]:
    """Return the items of lists in which none ends with a mark: for want of one, none breaks off."""
    bare = (one.items for one in lists_of(instrument) if not any(item.mark for item in one.items))
    return frozenset(item.last for items in bare if len(items) > 1 for item in items)


def _message(stand: Stand) -> str:
    words, term = stand.at.text, stand.definition.term
    if stand.deviation == "several":
        return f"“{words}” speaks of several, but “{term}” is defined as one thing."
    return f"“{words}” is not defined, but {_difference(stand)} the defined term “{term}”."


def _difference(stand: Stand) -> str:
    return {
        "letter": "differs by a letter from a short form of",
        "initials": "has the first letters of words of",
        "apart": "has a blank or a hyphen that is not in",
        "number": "differs by a letter or a hyphen from",
        "spelling": "looks like a slip for",
        "form": "has another form of a word of",
        "synonym": "differs by a word from",
        "lengthened": "has more words than",
        "turned": "has the words in another order than",
        "lacking": "has fewer words than",
        "shortened": "are the last words of" if " " in stand.at.text else "is the last word of",
    }[stand.deviation]


RULE = Rule(
    id="CK-TERM-VARIANT",
    level="warning",
    title="Words that come near a defined term, but are not it",
    why="A definition works only for the very words it defines. Where an agreement says “Service"
    " Contract” and defines “Services Contract”, someone may argue that the two are different things,"
    " or that the first has its ordinary meaning.",
    fails="""
1. Definitions

1.1 In this agreement:

**Annual Work Plan** means what is to be done in a year.

**Authorised Officer** means the person whom a Partner names in writing.

**Core Offer** means the advice described in clause 3.

**Home First Service** means the service described in clause 4.

**Management Group** means the officers who meet each month.

**Partner** means each party to this agreement.

**Services Contract** means a contract for care at home.

2. Contracts

2.1 Each Partner shall sign the ⟦Service Contract⟧ in March.

2.2 The ⟦Autorised Officer⟧ of a Partner may sign it. The Management Group is told, and the
⟦Partnership Management Group⟧ keeps a copy of the ⟦Annual Plan⟧. The Annual Work Plan is short.

3. Advice

3.1 Nothing is paid for the ⟦Core Public Health Offer⟧. The Core Offer is free, and so is the Home First
Service.

4. Service

4.1 The Home First Service runs daily. What is overspent on the ⟦Home First Services⟧ is shared.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**Services Contract** means a contract for care at home.

2. Contracts

2.1 Each Partner shall sign the Services Contract in March, and may end all Services Contracts in
May. The King’s
Fund gives no advice on a contract for services. A Services Review Group, which the Partners set up in 2024,
has read each contract, and the Council’s Contract Standing Orders are followed.
""",
    check=_check,
    yields_to=("CK-TERM-CAPITALS",),
)
