"""CK-PARTY-NAME-CHANGES: a party that has another name in one place than in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.parties import Party
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import called, key_words, named_parties
from clausekit.checks.rules._shared.term_words import GENERIC_IN_NAMES
from clausekit.checks.rules._shared.terms import is_quoted, stem
from clausekit.checks.rules.parties._bodies import bodies_named
from clausekit.checks.rules.parties._companies import with_a_slip, with_other_endings
from clausekit.checks.rules.parties._details import Misnamed, misnamed
from clausekit.checks.rules.parties._in_lists import Strange, strange_in_lists
from clausekit.checks.rules.parties._likeness import begin_and_end_alike, likeness
from clausekit.checks.rules.parties._signing import Signed, is_near, signed_in
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_KINDS = (
    frozenset(("council", "authority", "borough", "county", "district", "city")),
    frozenset(("trust", "provider", "hospital")),
    frozenset(("icb", "ccg", "board", "commissioner", "group", "pct", "nhs")),
    frozenset(("licensor", "landlord", "lessor", "owner")),
    frozenset(("licensee", "tenant", "lessee", "occupier")),
    frozenset(("funder", "grantor")),
    frozenset(("recipient", "grantee")),
    frozenset(("customer", "client", "purchaser", "buyer")),
    frozenset(("supplier", "contractor", "seller")),
    frozenset(("employer", "secondor", "seconder")),
)
"""Words by which parties of one kind are called."""

_CHANGES = pattern(r"\b(?:substitut|replac|delet|insert)", re.IGNORECASE)
_ONCE = pattern(
    r"\b(?:former(?:ly)?|previous(?:ly)?|predecessors?|then (?:called|named)|renamed|successors?"
    r"(?: (?:in title|body))?|known(?: as)?|merge\w*|dissol\w+|abolish\w+|replac\w+|took over|taken over)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
"""Before a name that a body had once, or another body that it follows."""

_IS_ANOTHER = pattern(
    r",? (?:\(?(?:the |a )?(?:predecessor|successor)|\(?(?:now|since|as it then was)\b"
    r"|(?:which |that )?(?:(?:was|were) (?:abolished|dissolved|renamed)|ceased|merged|became"
    r"|changed its name))",
    re.IGNORECASE,
)
"""After such a name."""
_NEAR = 80

_SHORT = pattern(
    r"\b[Tt]he (Council|Authority|Borough|County|Trust|ICB|CCG|PCT|Commissioner|Provider|Licensor|Landlord"
    r"|Lessor|Licensee|Tenant|Lessee|Funder|Grantor|Grantee|Client|Purchaser|Contractor|Supplier|Secondor"
    r"|Seconder|Hospital(?= (?:shall|must|will|agrees|undertakes)\b)"
    r"|Service Provider|(?:Local|Unitary) Authority|(?:NHS|Foundation) Trust"
    r"|(?P<sort>County|Borough|City|District|Community|Acute|Hospital|Hospitals|Ambulance|Partnership)"
    r" (?:Council|Trust))(?![ \u00a0-][A-Z]| of\b|\w)"
)
_ACTS = pattern(
    r" (?:shall|must|will|may|agrees|undertakes|warrants|reserves|is entitled|provides|keeps|holds|sends|pays"
    r"|employs|hosts|receives|appoints)\b"
)
_TITLE_OF = pattern(r"\b(?:Leader|Clerk|Member) (?:of|to) $")
"""An office that has this title, whatever the text calls the body: "Leader of the Council"."""
_BY_RULE = pattern(
    r"Council|Authority|Borough|County|Trust|ICB|CCG|PCT|Commissioner|Board|Partner|Party|Member|Organisation"
    r"|[A-Z&]+|[a-z].*"
)
"""Last words of short names that are told otherwise, or may be said of all."""
_ABOLISHED = {
    "CCG": frozenset(("clinical", "commissioning", "group")),
    "PCT": frozenset(("primary", "care", "trust")),
}
"""Bodies that are no more: where no party is one, rules on the law tell it."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    parties = named_parties(instrument)
    yield from _short_names(instrument, parties)
    yield from _last_words(instrument)
    told = list(_full_names(instrument, parties))
    yield from told
    for strange in strange_in_lists(instrument):
        if not any(strange.at.overlaps(one.words) for one in told):
            told.append(_instead_of(strange))
            yield told[-1]
    for one in misnamed(instrument):
        if not any(one.at.overlaps(other.words) for other in told):
            told.append(_stands_with(one))
            yield told[-1]
    for other in (*with_other_endings(instrument), *with_a_slip(instrument)):
        if not any(other.at.overlaps(one.words) for one in told):
            yield hit(
                other.at,
                f"“{other.at.text}” is written “{other.usual.text}” elsewhere.",
                f"Write “{other.usual.text}” if that is meant.",
                confidence="likely",
                related=(other.usual,),
            )


def _instead_of(one: Strange) -> Hit:
    return hit(
        one.at,
        f"“{one.at.text}” is not the name of a party; “{one.left_out.text}” is not in this list.",
        f"Write “{one.left_out.text}” if that party is meant.",
        confidence="likely",
        related=(one.left_out,),
    )


def _stands_with(one: Misnamed) -> Hit:
    return hit(
        one.at,
        f"“{one.at.text}” stands with “{one.detail}”, which is that of “{one.right.text}”.",
        f"Write “{one.right.text}” if that body is meant.",
        confidence="likely",
        related=(one.right,),
    )


def _short_names(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Hit]:
    """Yield hits on short names that nobody has, where a party of that kind has another."""
    told = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    for words, match in instrument.search(_SHORT, "text", "cell"):
        if (
            match[1] in told
            or _TITLE_OF.search(words.shortly_before(_NEAR))
            or _is_regulator(words, match[1])
        ):
            continue
        told.add(match[1])
        last = match[1].rpartition(" ")[2].lower()
        kind = next(kind for kind in _KINDS if last in kind)
        meant = [party for party in parties if _is_of_kind(party, kind)]
        if match["sort"]:
            meant = [party for party in meant if match["sort"] in party.name.text.title()]
        if match[1] == "Service Provider":  # others may provide services, too
            meant = [party for party in meant if party.short and party.short[0].term == "Provider"]
        if match[1] in _ABOLISHED:
            meant = [party for party in parties if party.short and _is_of_sort(party, match[1])]
        at = words.part(words.end - len(match[1]), words.end)
        if match["sort"] and not meant and _is_spoken_of_once(at, instrument):
            meant = [party for party in parties if _is_of_kind(party, kind)]
        if len(meant) == 1 or (meant and " " in match[1]):
            yield _nobodys(at, meant, [party.short[0] for party in meant])


def _is_regulator(words: Words, short: str) -> bool:
    """Tell whether "the Commissioner" is the Information Commissioner, whom the same passage names."""
    return short == "Commissioner" and "Information Commissioner" in words.passage.text


def _is_spoken_of_once(short: Words, instrument: Instrument) -> bool:
    """Tell whether a "Borough Council" is to do something, and no other such body is named anywhere."""
    named = re.compile(rf"{short.text}s?\b", re.IGNORECASE)
    found = instrument.search(named, "text", "cell", "note", "heading", "cover", "signature")
    return _ACTS.match(short.shortly_after(_NEAR)) is not None and len(list(found)) == 1


def _last_words(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on the last word of a party's short name that stands for the whole, "the Owner" for the
    “First Owner”, and is nobody's name."""
    told = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    meant: dict[str, list[Party]] = {}
    for party in instrument.parties.each:
        for last in {one.term.rpartition(" ")[2] for one in party.short if " " in one.term}:
            meant.setdefault(last, []).append(party)
    meant = {last: each for last, each in meant.items() if last not in told and not _BY_RULE.fullmatch(last)}
    if not meant:
        return
    alone = re.compile(rf"\b[Tt]he (?P<last>{'|'.join(map(re.escape, meant))})(?![ \u00a0-][A-Z]| of\b|\w)")
    for words, match in instrument.search(alone, "text", "cell"):
        if parties := meant.pop(match["last"], None):
            at = words.part(words.end - len(match["last"]), words.end)
            yield _nobodys(at, parties, [party.short[0] for party in parties])


def _nobodys(at: Words, parties: Sequence[Party], shorts: Sequence[Definition]) -> Hit:
    called = " and ".join(f"“{one.term}”" for one in shorts)
    return hit(
        at,
        f"“{at.text}” is nobody’s name here; {_spoken(parties)} called {called}.",
        f"Write {called.replace(' and ', ' or ')} if that party is meant.",
        confidence="likely",
        related=tuple(one.at for one in shorts),
    )


def _is_of_sort(party: Party, short: str) -> bool:
    """Tell whether a party is a body of the very sort for which letters stand: a CCG."""
    return _ABOLISHED[short] <= key_words(party.name.text)


def _spoken(parties: Sequence[Party]) -> str:
    return " and ".join(party.name.text for party in parties) + (" is" if len(parties) == 1 else " are")


def _is_of_kind(party: Party, kind: frozenset[str]) -> bool:
    name = party.name.text.split()
    return bool(party.short) and (party.short[0].term.lower() in kind or name[-1].lower() in kind)


def _full_names(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Hit]:
    """Yield hits on names that come near that of one party, and are nobody's."""
    own = {_plain(party.name.text) for party in parties}
    short = {_plain(name) for party in parties for name in called(party)}
    signed = list(_signed_names(instrument, parties))
    yield from signed
    passed_over = {party.passage for party in parties} | {one.passage for one in signed}
    for named in dict.fromkeys(bodies_named(instrument)):
        words, name = named.at, " ".join(named.name.split())
        plain = _plain(name)
        if words.passage in passed_over or any(plain in one or one in plain for one in own):
            continue
        if _goes_on_from_above(instrument.place_of[words.passage], instrument):
            continue
        if _plain(name) in short or (is_quoted(words) and _CHANGES.search(words.passage.text)):
            continue
        if _ONCE.search(words.shortly_before(_NEAR)) or _IS_ANOTHER.match(words.shortly_after(_NEAR)):
            continue
        near = [
            (party, sure)
            for party in parties
            if (sure := likeness(name, party.name.text, formal=named.formal))
        ]
        if len(near) == 1:
            party, sure = near[0]
            yield _hit(words, party, formal=sure == 2 or named.formal)


def _signed_names(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Hit]:
    """Yield hits on names in blocks of signatures that are nobody's, and near that of who has no block."""
    short = {_plain(name) for party in parties for name in called(party)[1:]}
    blocks = [block for block in signed_in(instrument) if block.name]
    left, strange = _unmatched(parties, blocks)
    for block in blocks:
        if _plain(block.full) in short:
            continue
        bare = [party for party in parties if _plain(party.name.text) == f"nhs {_plain(block.full)}"]
        if bare and f"nhs {_plain(block.full)}" not in _plain(block.text):
            yield _hit(block.differing(block.full), bare[0], formal=True)
            continue
        near = [party for party in left if is_near(block.full, party.name.text)]
        if not near and strange == [block]:
            near = [party for party in left if begin_and_end_alike(block.full, party.name.text)]
        alone = not near and strange == [block] and len(left) == 1 and len(blocks) == len(parties)
        if alone and _share_no_name(block.full, left[0].name.text):
            near = list(left)  # a stranger signs in its place
        if len(near) == 1 and not any(_plain(block.full) in _plain(party.name.text) for party in parties):
            yield _hit(block.differing(near[0].name.text), near[0], formal=True)


def _share_no_name(name: str, other: str) -> bool:
    """Tell whether names have no word in common but such as those of many bodies have."""
    words, others = ({stem(word) for word in key_words(one)} for one in (name, other))
    return not (words & others) - GENERIC_IN_NAMES


def _plain(words: str) -> str:
    """Return a name without its first article, its capitals and its commas; "&" is "and"."""
    return " ".join(words.lower().replace(",", " ").replace("&", " and ").split()).removeprefix("the ")


def _goes_on_from_above(place: Place, instrument: Instrument) -> bool:
    """Tell whether the name of a party began in the cell above: "NHS East", "Westmarch ICB"."""
    if place.role != "cell" or not place.row:
        return False
    above = next(
        (
            one
            for one in instrument.places
            if one.table is place.table and one.column == place.column and one.row == place.row - 1
        ),
        None,
    )
    name = key_words(f"{above.passage.words} {place.passage.words}") if above else frozenset()
    return any(name == key_words(party.name.text) for party in instrument.parties.each)


def _hit(words: Words, party: Party, *, formal: bool) -> Hit:
    return hit(
        words,
        f"“{words.text}” is not the name of a party; there is one called “{party.name.text}”.",
        f"Write “{party.name.text}” if that party is meant.",
        confidence="likely" if formal else "doubtful",
        related=(party.name,),
    )


def _has(text: str, name: str) -> bool:
    """Tell whether a name stands in a text, not as the beginning of a longer word."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _unmatched(
    parties: Sequence[Party], blocks: Sequence[Signed]
) -> tuple[Sequence[Party], Sequence[Signed]]:
    """Return the parties that no block of signatures names, and the blocks that name no party."""
    texts = {block: _plain(block.text) for block in blocks}
    names = {party: _plain(party.name.text) for party in parties}
    left = [party for party, name in names.items() if not any(_has(text, name) for text in texts.values())]
    strange = [block for block, text in texts.items() if not any(_has(text, one) for one in names.values())]
    return left, strange


RULE = Rule(
    id="CK-PARTY-NAME-CHANGES",
    level="warning",
    title="A party that is called otherwise in another place",
    why="A signature by a body that is not the party binds the wrong body or none. A short name that"
    " nobody has leaves it open who must act.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Dale Community NHS Trust (“the Trust”).

1. Payment

1.1 The ⟦Authority⟧ shall pay the Trust each month. The Council may set off what it is owed.

1.2 Staff of ⟦Dale Community NHS Foundation Trust⟧ are told.

Signed for and on behalf of ⟦Westmarsh County Council⟧

Name: ....................

Signed for and on behalf of ⟦Dale NHS Trust⟧

Name: ....................
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”); and

(2) Dale Community NHS Trust (“the Trust”).

1. Payment

1.1 The Council shall pay the Trust each month, and tell Upper Dale Borough Council. The local
authority may set off
what it is owed. The Trust was formerly Dale NHS Trust.

Signed for and on behalf of Westmarch County Council

Name: ....................

Signed for and on behalf of Dale Community NHS Trust

Name: ....................
""",
    check=_check,
)
