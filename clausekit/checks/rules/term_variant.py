"""CK-TERM-VARIANT: words that come near a defined term, but are not it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._term_lists import has_doubtful_list
from clausekit.checks.rules._term_stands import Deviation, Stand, stands

_JOINED = re.compile(r"[a-z][A-Z]")
_CONFIDENCE: dict[Deviation, Confidence] = {
    "number": "certain",
    "spelling": "certain",
    "form": "likely",
    "synonym": "likely",
    "shortened": "likely",
    "lacking": "likely",
    "lengthened": "likely",
}


def _check(instrument: Instrument) -> Iterator[Hit]:
    for stand in stands(instrument):
        term = stand.definition.term
        yield hit(
            stand.at,
            f"“{stand.at.text}” is not defined, but {_difference(stand)} the defined term “{term}”.",
            f"Write “{term}” if that is meant; if not, define the words or use small letters.",
            confidence=_confidence(stand, instrument),
            related=(stand.definition.at,),
        )


def _confidence(stand: Stand, instrument: Instrument) -> Confidence:
    """Return how sure it is that the term is meant.

    A cell, or a passage that breaks off, may have lost words, a text from a PDF its hyphens ("NonPooled"); a
    list of definitions that lost its lines may define the very words.
    """
    at = stand.at
    if instrument.once(has_doubtful_list):
        return "doubtful"
    lost = not at.after.strip() or instrument.place_of[at.passage].role == "cell" or _JOINED.search(at.text)
    return "doubtful" if lost and stand.deviation != "spelling" else _CONFIDENCE[stand.deviation]


def _difference(stand: Stand) -> str:
    return {
        "number": "differs by a letter or a hyphen from",
        "spelling": "looks like a slip for",
        "form": "has another form of a word of",
        "synonym": "differs by a word from",
        "lengthened": "has a word more than",
        "lacking": "has a word less than",
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

**Management Group** means the officers who meet each month.

**Partner** means each party to this agreement.

**Services Contract** means a contract for care at home.

2. Contracts

2.1 Each Partner shall sign the ⟦Service Contract⟧ in March.

2.2 The ⟦Autorised Officer⟧ of a Partner may sign it. The Management Group is told, and the
⟦Partnership Management Group⟧ keeps a copy of the ⟦Annual Plan⟧. The Annual Work Plan is short.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**Services Contract** means a contract for care at home.

2. Contracts

2.1 Each Partner shall sign the Services Contract in March, and may end all Services Contracts in
May. The King’s
Fund gives no advice on a contract for services.
""",
    check=_check,
    yields_to=("CK-TERM-CAPITALS",),
)
