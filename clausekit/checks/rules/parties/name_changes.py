"""CK-PARTY-NAME-CHANGES: a party that has another name in one place than in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.parties import Party
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import called, key_words, named_parties
from clausekit.checks.rules._shared.terms import is_quoted, stem
from clausekit.checks.rules.parties._signing import Signed, is_near, is_slip, signed_in
from clausekit.checks.words import Words, whole
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

_ALIKE = (
    frozenset(("borough", "district", "city", "metropolitan", "unitary")),
    frozenset(("university", "teaching")),
    frozenset(("hospital", "hospitals", "healthcare", "health", "care")),
)
"""Words that are exchanged in the names of councils and of trusts of one place."""

_RANKS_OF_PLACES = frozenset(("borough", "county", "city", "district", "metropolitan", "unitary", "royal"))
"""Words that are left out of the names of councils, or put in: there is one council of a kind and a place."""

_STEMS_OF_RANKS = frozenset(map(stem, _RANKS_OF_PLACES))

_ONE_FOR_A_PLACE = tuple(
    frozenset(map(stem, words))
    for words in (("integrated", "care", "board"), ("clinical", "commissioning", "group"))
)
"""The words of names of bodies of which there is one for each place."""

_COMPASS = frozenset(("north", "south", "east", "west", "central", "upper", "lower", "mid", "greater"))
_MADE_BY_FEW = frozenset(
    ("limited", "ltd", "plc", "cic", "llp", "alliance", "consortium", "hospice", "charity")
)
"""How the names of companies and charities end that have words of their own before."""

_STANDINGS = frozenset(map(stem, ("foundation", "university", "teaching")))
"""What a trust is in law or by its teaching, not whom it treats."""

_FORCES = frozenset(("police", "constabulary"))
_RANK = pattern(r"^.*\bConstable of (?:the )?")
"""A chief constable is party for a force: "the Chief Constable of Dale Police"."""

_IN_NAMES_OF_TRUSTS = frozenset(
    ("foundation", "partnership", "university", "teaching", "hospitals", "hospital", "health", "healthcare")
)
"""Words of the names of trusts that are left out, or put in, by mistake."""

_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b")
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
_NAMES_A_PLACE = pattern(
    r"(?:the )?(?:city|county|borough|district|metropolitan borough) of\b", re.IGNORECASE
)
_OF_WHOM = pattern(r"[A-Z][a-z]+ (?:of|for|in|to|from|by|at) (?:the )?(?=[A-Z])")
"""A sentence may begin with a word that is no part of the name: "Staff of Westmarch Community Trust"."""
_OFFICE_OF = pattern(
    r"(?:.* )?(?:Boards?|Cabinet|Chief|Directors?|Heads?|Leaders?|Chair|Mayor|Staff|Officers?|Governors"
    r"|Members?|Secretary|Solicitor|Treasurer|Councillors?|Committee|Lead|Manager|Executive|Team)\b.*?"
    r"\b(?:of|for|in|to|from|by|at) (?:the )?"
    r"(?=(?:NHS )?[A-Z][^ ]* (?!of\b)|(?:Vale|Isle|University|London|Royal) )"
)
"""So may a body follow one of its own officers or organs: "Director of Resources of Westmarch Council"."""
_NEAR = 80
_FEW = 2

_SHORT = pattern(
    r"\b[Tt]he (Council|Authority|Borough|County|Trust|ICB|CCG|PCT|Commissioner|Provider|Licensor|Landlord"
    r"|Lessor|Licensee|Tenant|Lessee|Funder|Grantor|Grantee|Client|Purchaser|Contractor|Supplier|Secondor"
    r"|Seconder|(?:Local|Unitary) Authority|(?:NHS|Foundation) Trust)(?![ \u00a0-][A-Z]| of\b|\w)"
)
_ABOLISHED = {
    "CCG": frozenset(("clinical", "commissioning", "group")),
    "PCT": frozenset(("primary", "care", "trust")),
}
"""Bodies that are no more: where no party is one, rules on the law tell it."""
_ENDS_OF_BODIES = ("Council", "Trust", "Board", "Group", "ICB", "CCG", "University", "Hospice", "Limited")
_KINDS_ALONE = (
    "Integrated Care Board",
    "Clinical Commissioning Group",
    "Foundation Trust",
    "NHS Trust",
    "Trust",
)
_SIGNED_FOR = pattern(
    r"\b(?:SIGNED|EXECUTED|SEALED|Signed|Executed|Sealed) (?:as a deed )?(?:for and on behalf of|for|by) "
)
_IN_CAPITALS = tuple(end.upper() for end in _ENDS_OF_BODIES)
_BODY = pattern(
    r"(?:NHS )?[A-Z][\w’'-]*(?: (?:and |of |& )?[A-Z][\w’'-]*){0,9}"
    rf" (?:{'|'.join(dict.fromkeys((*_ENDS_OF_BODIES, *_IN_CAPITALS)))})\b"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    parties = named_parties(instrument)
    yield from _short_names(instrument, parties)
    yield from _full_names(instrument, parties)


def _short_names(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Hit]:
    """Yield hits on short names that nobody has, where a party of that kind has another."""
    told = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    for words, match in instrument.search(_SHORT, "text", "cell"):
        if match[1] in told:
            continue
        told.add(match[1])
        last = match[1].rpartition(" ")[2].lower()
        kind = next(kind for kind in _KINDS if last in kind)
        meant = [party for party in parties if _is_of_kind(party, kind)]
        if match[1] in _ABOLISHED:
            meant = [party for party in parties if party.short and _is_of_sort(party, match[1])]
        at = words.part(words.end - len(match[1]), words.end)
        if len(meant) == 1 or (meant and " " in match[1]):
            shorts = [party.short[0] for party in meant]
            called = " and ".join(f"“{one.term}”" for one in shorts)
            yield hit(
                at,
                f"“{at.text}” is nobody’s name here; {_spoken(meant)} called {called}.",
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
    for words, written in dict.fromkeys(_bodies(instrument)):
        name = " ".join(written.split())
        lower = name.lower()
        if words.passage in passed_over or any(lower in one or one in lower for one in own):
            continue
        if _goes_on_from_above(instrument.place_of[words.passage], instrument):
            continue
        if _plain(name) in short or (is_quoted(words) and _CHANGES.search(words.passage.text)):
            continue
        if _ONCE.search(words.shortly_before(_NEAR)) or _IS_ANOTHER.match(words.shortly_after(_NEAR)):
            continue
        near = [(party, sure) for party in parties if (sure := _likeness(name, party.name.text))]
        if len(near) == 1:
            party, sure = near[0]
            formal = sure == 2 or instrument.place_of[words.passage].role in ("signature", "cover")
            yield _hit(words, party, formal=formal)


def _signed_names(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Hit]:
    """Yield hits on names in blocks of signatures that are nobody's, and near that of who has no block."""
    blocks = [block for block in signed_in(instrument) if block.name]
    left, strange = _unmatched(parties, blocks)
    for block in blocks:
        bare = [party for party in parties if _plain(party.name.text) == f"nhs {_plain(block.full)}"]
        if bare and f"nhs {_plain(block.full)}" not in _plain(block.text):
            yield _hit(block.differing(block.full), bare[0], formal=True)
            continue
        near = [party for party in left if is_near(block.full, party.name.text)]
        if not near and strange == [block]:
            near = [party for party in left if _begin_and_end_alike(block.full, party.name.text)]
        if len(near) == 1 and not any(_plain(block.full) in _plain(party.name.text) for party in parties):
            yield _hit(block.differing(near[0].name.text), near[0], formal=True)


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ")


def _bodies(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield what looks like the name of a body, in the text and where the parties are named and sign: where
    it stands, and all of it."""
    yield from ((words, words.text) for words in _in_one_place(instrument))
    yield from _over_two_cells(instrument)


def _in_one_place(instrument: Instrument) -> Iterator[Words]:
    for one in instrument.capitals:
        if one.likeness == "body":
            before = _OFFICE_OF.match(one.at.text) or (_OF_WHOM.match(one.at.text) if one.first else None)
            yield one.at.part(one.at.start + before.end(), one.at.end) if before else one.at
    yield from (words for words, _ in instrument.search(_BODY, "signature", "cover", "heading"))
    yield from _in_cells_and_addresses(instrument)


def _in_cells_and_addresses(instrument: Instrument) -> Iterator[Words]:
    """Yield the names of bodies that have a cell for themselves, or that stand among addresses, as in a
    clause on notices."""
    for place in instrument.places:
        passage = place.passage
        if place.role == "cell":
            alone = passage.text.rstrip().endswith((*_ENDS_OF_BODIES, *_IN_CAPITALS)) and _BODY.fullmatch(
                passage.text.strip()
            )
            if alone:
                yield whole(passage)
            signed = _SIGNED_FOR.search(passage.text, passage.typed)
            if signed and (match := _BODY.match(passage.text, signed.end())):
                yield Words(passage, *match.span())
        elif place.role == "text" and _POSTCODE.search(passage.text):
            for match in _BODY.finditer(passage.text, passage.typed):
                yield Words(passage, *match.span())


def _over_two_cells(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the names that go on in the cell below, "NHS Westmarch and the Vale", "Integrated Care Board"."""
    cells = {(one.table, one.column, one.row): one.passage for one in instrument.places if one.role == "cell"}
    for (table, column, row), above in cells.items():
        below = cells.get((table, column, (row or 0) + 1))
        if below and above.words.startswith("NHS ") and below.words.strip() in _KINDS_ALONE:
            yield whole(above), f"{above.words.strip()} {below.words.strip()}"


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


def _likeness(name: str, full: str) -> int:
    """Return how near a name comes to that of a party: 2 for a slip or a word left out, 1 for a word more or
    less."""
    name, full = _RANK.sub("", name), _RANK.sub("", full)
    words, own = key_words(name), key_words(full)
    if words ^ own == _FORCES or (words == own and _is_turned(name, full, own)):
        return 2
    in_number_only = {stem(word) for word in words} == {stem(word) for word in own}
    if words != own and in_number_only and name.split()[-1].lower() == full.split()[-1].lower():
        return 2
    if not in_number_only:
        words, own = (frozenset(map(stem, each)) for each in (words, own))
    if words == own or name.split()[-1].lower() not in own | {"icb", "ccg"} or _NAMES_A_PLACE.match(name):
        return 0
    extra, lacking = words - own, own - words
    if len(extra) == len(lacking) == 1 and is_slip(min(extra), min(lacking)):
        return 2
    if len(extra) == len(lacking) == 1 and any(extra | lacking <= alike for alike in _ALIKE):
        return 2 if len(words & own) >= _FEW else 0
    if extra == {"foundation"} and not lacking:
        return 2
    if not lacking and len(extra) == 1 and len(own) > _FEW and _begin_alike(name, full):
        return 2
    if not extra and len(lacking) == 1 and len(words) > _FEW and _begin_alike(name, full):
        return 2
    if _is_of_one_place(name, full, extra, lacking):
        return 2
    if _is_same_but_for_standing(extra, lacking, words & own) or _is_of_fewer_places(extra, words & own):
        return 2
    one_sided = not (extra and lacking) and extra | lacking <= _IN_NAMES_OF_TRUSTS
    if one_sided and len(words & own) >= _FEW and _begin_and_end_alike(name, full):
        return 2
    return int(len(words & own) >= _FEW and len(extra) + len(lacking) == 1)


def _is_same_but_for_standing(extra: Set[str], lacking: Set[str], shared: Set[str]) -> bool:
    """Tell whether a council's or trust's name has its place and kind, and only ranks more, or less, or
    other standings: "Dale Council" for "Dale Borough Council"."""
    is_ranked = not (extra and lacking) and extra | lacking <= _STEMS_OF_RANKS
    return len(shared) >= _FEW and (is_ranked or extra | lacking <= _STANDINGS)


def _is_of_fewer_places(extra: Set[str], shared: Set[str]) -> bool:
    """Tell whether a name is that of a board or group for health care with fewer of its places."""
    return not extra and any(kind < shared for kind in _ONE_FOR_A_PLACE)


def _is_of_one_place(name: str, full: str, extra: Set[str], lacking: Set[str]) -> bool:
    """Tell whether a name begins and ends like that of a body of which there is but one, and has another
    word between: "Dale Insight Limited" for "Dale Analytics Limited"."""
    words, own = ([word.lower() for word in one.removeprefix("NHS ").split()] for one in (name, full))
    if words[0] != own[0] or words[0] in _COMPASS or not _COMPASS.isdisjoint(extra | lacking):
        return False
    if words[-3:] == own[-3:] == ["integrated", "care", "board"]:
        return len(extra) == 1 and len(lacking) <= 1
    return words[-1] == own[-1] and own[-1] in _MADE_BY_FEW and len(extra) == 1 and 0 < len(lacking) <= _FEW


def _is_turned(name: str, full: str, words: frozenset[str]) -> bool:
    """Tell whether a name has the words of another in another order: "Dale and Weir" for "Weir and Dale"."""
    orders = [[word for word in one.lower().split() if word in words] for one in (name, full)]
    return sorted(orders[0]) == sorted(orders[1]) and orders[0] != orders[1]


def _unmatched(
    parties: Sequence[Party], blocks: Sequence[Signed]
) -> tuple[Sequence[Party], Sequence[Signed]]:
    """Return the parties that no block of signatures names, and the blocks that name no party."""
    texts = {block: _plain(block.text) for block in blocks}
    names = {party: _plain(party.name.text) for party in parties}
    left = [party for party, name in names.items() if not any(name in text for text in texts.values())]
    strange = [block for block, text in texts.items() if not any(name in text for name in names.values())]
    return left, strange


def _begin_and_end_alike(name: str, full: str) -> bool:
    """Tell whether the one name that is nobody’s has the place and the kind of a party that does not sign."""
    return _begin_alike(name, full) and name.split()[-1].lower() == full.split()[-1].lower()


def _begin_alike(name: str, other: str) -> bool:
    return name.split()[0].lower() == other.split()[0].lower()


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
