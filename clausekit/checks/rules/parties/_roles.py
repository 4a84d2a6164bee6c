"""What a party does with the role that it has itself: "Dale Council pays the Host", where it is the Host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.parties import called, named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PAYS = (
    r"(?:pays?|repays?|reimburses?|invoices?|refunds?|indemnif(?:y|ies)"
    r"|(?:report|transfer|account|owe)s?(?: \w+)? to|gives? notice to|notif(?:y|ies))"
)
_ROLE = pattern(
    r"(?:[A-Z][\w-]+ ){0,2}(?:Host|Commissioner|Lead|Lead Partner|Host Partner|Lead Authority|Provider"
    r"|Employer|Accountable Body|Funder|Manager Partner)"
)
_MEANS = pattern(
    r"\W*(?:means? )?(?:the )?(?P<name>[A-Z][^.;,()]*?)(?:,? (?:in its|acting|when|as|which|who)\b|[.;,(]|$)"
)
_AND = r"(?:,| and| or)(?: the)? "


class OfItself(NamedTuple):
    """Words ``at`` that name a party as doing something with its own ``role``."""

    at: Words
    role: str
    defined: Words


def acting_on_themselves(instrument: Instrument) -> Iterator[OfItself]:
    """Yield the parties that are told to pay, or to tell, the role that they have."""
    for role, owner in _owners(instrument).items():
        names = "|".join(re.escape(name) for name in sorted(owner.names, key=len, reverse=True))
        does = re.compile(
            rf"\b(?P<who>{names})(?:{_AND}[A-Z][\w’ ]{{1,60}}?)?,?(?: (?:shall|will|must|may|each))* {_PAYS}"
            rf"(?: to)? the {re.escape(role)}\b(?![’'-]\w| [A-Z])"
        )
        for words, match in instrument.search(does, "text", "cell", signs=(role.lower(),)):
            yield OfItself(words.part(*match.span("who")), role, owner.defined.at)


class _Owner(NamedTuple):
    names: frozenset[str]
    defined: Definition


def _owners(instrument: Instrument) -> Mapping[str, _Owner]:
    """Return the roles that are defined as one party, with all that this is called."""
    found: dict[str, _Owner] = {}
    parties = named_parties(instrument)
    for one in instrument.definitions:
        means = _MEANS.match(one.meaning.text) if _ROLE.fullmatch(one.term) else None
        if means is None:
            continue
        name = means["name"].strip()
        own = next((party for party in parties if name in called(party)), None)
        if own is not None:
            found[one.term] = _Owner(frozenset(called(own)) - {one.term}, one)
        elif not parties and name.endswith(("Council", "Board", "Trust")):
            found[one.term] = _Owner(frozenset((name,)), one)
    return found
