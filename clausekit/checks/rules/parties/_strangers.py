"""Bodies that are no party where only parties stand: beside one, where money of the arrangements goes, where
one is to act, and among those who sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import called, named_in, named_parties, names
from clausekit.checks.rules.parties._bodies import bodies_named
from clausekit.checks.rules.parties._signing import lines_to_be_signed
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_WORDS = r"Borough|County|City|District|Hospice|Town"
"""What a party may be called, and is called here by nobody; of a "Council" CK-PARTY-NAME-CHANGES tells."""
_DOES = pattern(r",? (?:shall|must|will|may|agrees?|pays?|each|both|have|are|meet|share|the cost|their)\b")
_DONE_TO = pattern(
    r"\b(?:repays?|pays?|invoices?|tells?|notif(?:y|ies)|between|reimburses?|consults?|informs?|owed to"
    r"|by|reports? to|paid to|given to) (?:the )?$"
)
_MONEY = pattern(
    r"\b(?:[Cc]ontributions?|[Uu]nderspends?|[Oo]verspends?|[Ss]urplus|[Bb]alances?|[Pp]ooled [Ff]unds?"
    r"|[Ss]hares?|[Cc]redits?|[Rr]eserves?)\b"
)
_GOES_TO = pattern(
    r"\b(?:returned|repaid|refunded|credited|paid back|paid|transferred|distributed|invoiced) to (?:the )?$"
)
_ENDS = ("Council", "Integrated Care Board", "ICB", "Trust", "Commissioning Group")
_ACTING = pattern(
    r"\b[Tt]he (?P<who>Hospital|Hospice|Charity|Authority|University|College|Association|Society|Company"
    r"|Federation|Foundation|Borough|City|Constabulary|Agency|Corporation|Surgery)"
    r"(?:[’']s (?:(?:prior |written |reasonable )*(?:instructions?|consent|approval|request|agreement)|own"
    r"|behalf"
    r"|contribution|share|expense|officers?|obligations|liability)|,? (?:shall|will|must|agrees to|undertakes"
    r"|may (?:not|terminate|withdraw)|repays|invoices))\b"
)
"""A kind of body that gives instructions, or is bound, as only a party is."""
_BOUND = pattern(
    r",? (?:shall|must|agrees? to|undertakes? to|covenants?)(?: (?:each|also|then|promptly|not))?"
    r" (?!have\b|be (?:asked|invited|told|given))"
)
"""What a body is bound to that an agreement binds: "Dale District Council shall send"."""
_BEGINS = pattern(r"(?:^|[.;:\t][ \u00a0]?)(?:[Tt]he[ \u00a0])?$")
_MAY_BE_ANOTHER = pattern(
    r"\b(?:England|National|Health and Wellbeing|Safeguarding|Committee|Joint|Combined)\b"
)
"""Bodies of which an agreement speaks though they are not bound by it."""
_FEWEST_SIGNED, _FEWEST_BOUND = 2, 2
_NEAR = 60


def strangers_beside_parties(instrument: Instrument) -> Iterator[Words]:
    """Yield what nobody is called where it stands beside a party: "repays the County and the Borough"."""
    told = [words for one in instrument.definitions for words in (one.term, *one.variants)]
    own = {short.term for party in named_parties(instrument) for short in party.short}
    if not own:
        return
    known = {word for term in told for word in term.split()}
    names = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    one = rf"(?:the )?(?:{names})"
    pair = re.compile(
        rf"\b(?:{one} (?:and|or) the (?P<second>{_WORDS})|[Tt]he (?P<first>{_WORDS}) (?:and|or) {one})"
        r"\b(?![’'-]\w| (?:of\b|[A-Z]))"
    )
    for words, match in instrument.search(pair, "text", "cell", signs=tuple(map(str.lower, own))):
        group = "second" if match["second"] else "first"
        around = _DOES.match(words.shortly_after(_NEAR)) or _DONE_TO.search(words.shortly_before(_NEAR))
        if match[group] not in known and around and _is_spoken_of_once(match[group], instrument):
            yield words.part(*match.span(group))


def _is_spoken_of_once(word: str, instrument: Instrument) -> bool:
    """Tell whether a text has "the Borough" once only: else it may be how it calls its area."""
    alone = re.compile(rf"\b[Tt]he {word}\b(?! [A-Z])")
    return sum(len(alone.findall(place.passage.text)) for place in instrument.places) == 1


def strangers_with_money(instrument: Instrument) -> Iterator[Words]:
    """Yield the one place that names a body to which money of the arrangements goes, and that is no party."""
    parties = [name.lower() for party in named_parties(instrument) for name in called(party)]
    named = [one.at for one in bodies_named(instrument)]
    times = [_plain(at.text) for at in named]
    for at in named:
        name = _plain(at.text)
        strange = times.count(name) == 1 and not any(
            name in other or other in name for other in (*parties, *times) if other != name and " " in other
        )
        sentence = instrument.sentence_of(at)
        if (
            strange
            and at.text.endswith(_ENDS)
            and _GOES_TO.search(at.shortly_before(_NEAR))
            and _MONEY.search(sentence.text)
        ):
            yield at


def strangers_who_are_bound(instrument: Instrument) -> Iterator[Words]:
    """Yield the one place that names a council, a trust or a board for health care that is no party, and
    binds it as only a party is bound."""
    parties = named_parties(instrument)
    if len(parties) < _FEWEST_BOUND or not all(party.short for party in parties):
        return
    own = [_plain(name) for party in parties for name in called(party)]
    told = {_plain(words) for one in instrument.definitions for words in (one.term, *one.variants)}
    times = Counter(_plain(one.at.text) for one in bodies_named(instrument))
    for at in dict.fromkeys(one.at for one in bodies_named(instrument)):
        name = _plain(at.text)
        place = instrument.place_of[at.passage]
        if (
            place.role == "text"
            and " " in name
            and at.text.endswith(_ENDS)
            and times[name] == 1
            and name not in told
            and not any(name in one or one in name for one in own if " " in one)
            and not _MAY_BE_ANOTHER.search(at.text)
            and _BEGINS.search(at.shortly_before(_NEAR))
            and _BOUND.match(at.shortly_after(_NEAR))
        ):
            yield at


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ")


def strangers_who_act(instrument: Instrument) -> Iterator[Words]:
    """Yield the kinds of body that are bound, or decide, though none is called so and it is said but once:
    "on the Hospital’s instruction"."""
    parties = named_parties(instrument)
    if not any(party.short for party in parties):
        return
    told = (*(one.term for one in instrument.definitions), *(name for one in parties for name in called(one)))
    known = {word for term in told for word in term.split()}
    for words, match in instrument.search(_ACTING, "text", "cell", signs=("the ",)):
        if match["who"] not in known and _is_spoken_of_once(match["who"], instrument):
            yield words.part(*match.span("who"))


def strangers_who_sign(instrument: Instrument) -> Iterator[Words]:
    """Yield the one body that has a line among those who sign and is no party, where one party has none."""
    parties = named_parties(instrument)
    lines = {place.passage for place in lines_to_be_signed(instrument)} if parties else set()
    signed = named_in(lines, parties)
    strangers = {
        one.at.passage: one.at
        for one in bodies_named(instrument)
        if one.formal and one.at.passage in lines and not any(names(one.name, parties))
    }
    if len(signed) >= _FEWEST_SIGNED and len(parties) - len(signed) == len(strangers) == 1:
        yield from strangers.values()
