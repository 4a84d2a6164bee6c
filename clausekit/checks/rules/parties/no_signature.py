"""CK-PARTY-NO-SIGNATURE: a party without a signature block, where others have one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.parties import Party
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import named_in, named_parties, names, only_missing, spoken_of
from clausekit.checks.rules.parties._bodies import bodies_named
from clausekit.checks.rules.parties._signing import Signed, is_near, lines_to_be_signed, signed_in
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table

_SIGNING = pattern(r"\b(?:signed|signature|signatory|executed|common seal|on behalf of)\b", re.IGNORECASE)
_SIGNATORY = pattern(r"(?:the )?signator(?:y|ies)", re.IGNORECASE)
_FOR = pattern(
    r"for|(?:signed |signing )?(?:for and )?on behalf of|part(?:y|ner)|organisation|body|signed (?:for|by)",
    re.IGNORECASE,
)
_NAME = pattern(r"(?:printed |full )?name(?: of signatory)?|signator(?:y|ies)", re.IGNORECASE)
_DATE = pattern(r"date(?: signed| of signature)?", re.IGNORECASE)
_TO_FILL_IN = pattern(r"\s*(?:signature|signed|sign here|by)\b[^.…_]{0,20}:?\s*(?:\.{3}|[…_])", re.IGNORECASE)
"""A line to be signed that does not say by whom: its name stands above."""
_TO = pattern(r"(?:(?:and )?(?:(?:given|made) )?to|in favour of):?", re.IGNORECASE)
_UNILATERAL = pattern(r"\b(?:unilateral (?:undertaking|planning obligation)|deed poll)\b", re.IGNORECASE)
_AUTHORITY = pattern(r"\b(?:council|borough|authority|corporation)\b", re.IGNORECASE)
_TITLE = 10
_FEW = 3
_AFTER = 3
"""The name of who signs stands so many passages after the words "signed by" at most, or after a day on which
another signed."""
_SIGNED_ON = pattern(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}")


def _check(instrument: Instrument) -> Iterator[Hit]:
    given_to = _given_to(instrument)
    parties = tuple(party for party in named_parties(instrument) if party not in given_to)
    if len(parties) < 2:
        return
    signed = named_in(_blocks(instrument), parties)
    blocks = list(signed_in(instrument))
    if not signed and not any(block.name for block in blocks):
        return
    for block in blocks:
        named = set(names(block.text, parties))
        near = {party for party in parties if block.name and is_near(block.full, party.name.text)}
        signed |= named or near
    lines = {place.passage for place in lines_to_be_signed(instrument)}
    for body in bodies_named(instrument):
        if body.formal and body.at.passage in lines:
            signed |= set(names(body.name, parties))
    others = tuple(_where_others_sign(instrument, blocks, parties))[-_FEW:]
    for party in only_missing(signed, parties):
        yield hit(
            party.name,
            f"“{spoken_of(party)}” is a party, but there is no place for it to sign.",
            "Add a signature block for it, or take it out of the parties.",
            confidence="likely",
            related=others,
        )


def _where_others_sign(
    instrument: Instrument, blocks: Sequence[Signed], parties: Sequence[Party]
) -> Iterator[Words]:
    """Yield where parties sign: their names in blocks, and else the cells of tables with them."""
    named = [block.name[0] for block in blocks if block.name]
    yield from named
    for place in instrument.places if not named else ():
        if (
            place.table in instrument.once(signed_tables)
            and not place.column
            and any(names(place.passage.text, parties))
        ):
            yield whole(place.passage)


def _given_to(instrument: Instrument) -> Set[Party]:
    """Return the parties to whom an undertaking is given: they need not sign it."""
    found: set[Party] = set()
    after = False
    for passage in instrument.parties_clause:
        after = after or _TO.fullmatch(passage.words.strip()) is not None
        found |= {party for party in instrument.parties.each if after and party.passage is passage}
    titles = (
        place.passage.words for place in instrument.places[:_TITLE] if place.role in ("cover", "heading")
    )
    if any(map(_UNILATERAL.search, titles)):
        found |= {party for party in instrument.parties.each if _AUTHORITY.search(party.name.text)}
    return found


def _blocks(instrument: Instrument) -> Iterator[Passage]:
    """Yield the lines to be signed, with those that follow, the name above a line to be signed, and the cells
    of tables that are signed."""
    signed = instrument.once(signed_tables)
    left = 0
    above: Place | None = None
    for place in instrument.places:
        if place.role == "signature":
            left = _AFTER
            if above and above.role in ("text", "heading") and _TO_FILL_IN.match(place.passage.words):
                yield above.passage
        elif place.table in signed and place.table is not None:
            left = max(left, 1)
        elif place.role not in ("text", "cell"):
            left = 0
        if left:
            yield place.passage
            is_day = _SIGNED_ON.fullmatch(place.passage.words.strip()) is not None
            left = _AFTER if is_day else left - (place.role != "signature")  # below a day the next one signs
        above = place


def signed_tables(instrument: Instrument) -> Set[Table]:
    """Return the tables that are signed: with a column for signatures, or for signatories and dates."""
    found, dated, of_signatories = set(), set(), set()
    for place in instrument.places:
        if place.table is None:
            continue
        words = place.passage.words.strip()
        if _SIGNATORY.fullmatch(words):
            of_signatories.add(place.table)
        elif _SIGNING.match(words):
            found.add(place.table)
        elif _DATE.fullmatch(words):
            dated.add(place.table)
    return found | (of_signatories & dated) | set(_with_names_and_dates(instrument))


def _with_names_and_dates(instrument: Instrument) -> Iterator[Table]:
    """Yield the tables with a column for those who sign, one for names and one for dates."""
    for grid in instrument.grids:
        heads = [head.strip() for head in grid.heads]
        if (
            heads
            and _FOR.fullmatch(heads[0])
            and any(map(_NAME.fullmatch, heads))
            and _DATE.fullmatch(heads[-1])
        ):
            yield grid.table


RULE = Rule(
    id="CK-PARTY-NO-SIGNATURE",
    level="warning",
    title="A party without a signature block, though others have one",
    why="A party that does not sign is not bound, and the others may have signed in the belief that it"
    " would be.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”);

(2) ⟦Dale Borough Council⟧ (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Term

1.1 This agreement ends on 31 March 2028.

Signed for and on behalf of Westmarch County Council

Name: ....................

Signed for and on behalf of Westmarch Community NHS Trust

Name: ....................
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Westmarch Community NHS Trust (“the Trust”).

1. Term

1.1 This agreement ends on 31 March 2028.

Signed for and on behalf of the Council

Name: ....................

Signed for and on behalf of

Westmarch Community NHS Trust

Name: ....................
""",
    check=_check,
    of_the_whole=True,
)
