"""Names in lists of the parties, on a cover or in a column, of which one is no party and one party is left
out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import called, key_words, named_parties
from clausekit.checks.rules.parties._bodies import bodies_named
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_COLLECTIVE = pattern(r"(?:Partner|Part(?:y|ie)|Organisation|Member|Signator(?:y|ie))s?")
_EACH_OF = pattern(r"\W*(?:means? )?(?:(?:any|each|one|either|all) (?:one )?of )?(?:the )?")
_PARTED = pattern(r", (?:and )?(?:the )?|;? and (?:the )?")
_NAME = pattern(r"[A-Z][\w’&-]*(?: (?:of|and|the|for|&|[A-Z][\w’&-]*))*")
_ENDS = ("council", "trust", "board", "hospice", "icb", "university", "authority", "constabulary", "group")
_HEAD = pattern(
    r"(?:partners?|part(?:y|ies)|organisations?|bod(?:y|ies)|authorit(?:y|ies)|councils?|members?|for|employers?"
    r"|(?:signed )?(?:for and )?on behalf of|signed (?:for|by)|contributors?|appointed by)"
)
_SHORT = pattern(
    r"(?:[Tt]he )?(?:Charity|Council|Authority|Trust|Hospice|ICB|CCG|Provider|Hospital|University|District"
    r"|County|Borough|City|Company|Association|Foundation|Federation|Practice|College|Commissioner|Board)"
)
"""What a party may be called for short."""
_OPENING = 30
_FEWEST = 2
_MOST = 12


class _Member(NamedTuple):
    """A party: its full name as printed, and all that it is called, in small letters."""

    name: Words
    called: frozenset[str]


class Strange(NamedTuple):
    """A name of a list that is nobody's, and the name of the party that is left out of the list."""

    at: Words
    left_out: Words


def strange_in_lists(instrument: Instrument) -> Iterator[Strange]:
    """Yield the names that are no party's in lists in which all others are, and one party is not."""
    members = _members(instrument)
    if not _FEWEST <= len(members) <= _MOST or not all(_is_read(one) for one in members):
        return
    for names in (*_on_the_cover(instrument), *_in_columns(instrument)):
        strange = [at for at in names if not any(_plain(at.text) in one.called for one in members)]
        named = {_plain(at.text) for at in names}
        left_out = [one for one in members if not named & one.called]
        whole_list = len(names) == len(members) == len(named)
        if whole_list and len(strange) == len(left_out) == 1:
            may_be = key_words(strange[0].text) <= key_words(left_out[0].name.text)
            short = len(members) > _FEWEST and not may_be and _is_nobodys_short_name(strange[0], instrument)
            if short or _may_be_a_party(strange[0], members):
                yield Strange(strange[0], left_out[0].name)


def _is_read(member: _Member) -> bool:
    """Tell whether a party was read with a name, and not with the beginning of a sentence."""
    return " is " not in member.name.text


def _members(instrument: Instrument) -> Sequence[_Member]:
    """Return the parties: those of the clause that names them, or else those that "Partner" is defined as."""
    parties = named_parties(instrument)
    if parties:
        return [_Member(one.name, frozenset(map(_plain, called(one)))) for one in parties]
    terms = {one.term: one.meaning for one in instrument.definitions}
    for one in instrument.definitions:
        if _COLLECTIVE.fullmatch(one.term) and one.kind in ("entry", "table"):
            text = one.meaning.text.partition(".")[0].rstrip(" ;,")
            lead = _EACH_OF.match(text)
            pieces = _PARTED.split(text[lead.end() :] if lead else text)
            if all(piece in terms or _is_body(piece) for piece in pieces):
                return [_member(piece, one.meaning, terms) for piece in pieces]
    return []


def _member(piece: str, meaning: Words, terms: dict[str, Words]) -> _Member:
    start = meaning.start + meaning.text.find(piece)
    full = terms[piece].text.strip(" .;") if piece in terms else piece
    at = meaning.part(start, start + len(piece))
    return _Member(at, frozenset((_plain(piece), _plain(full))))


def _is_body(words: str) -> bool:
    return _NAME.fullmatch(words) is not None and words.lower().endswith(_ENDS)


def _is_nobodys_short_name(at: Words, instrument: Instrument) -> bool:
    """Tell whether words are such as parties are called for short, "the Charity", and nobody is called so."""
    known = {_plain(words) for one in instrument.definitions for words in (one.term, *one.variants)}
    return _SHORT.fullmatch(at.text.strip(" .,;*")) is not None and _plain(at.text) not in known


def _may_be_a_party(at: Words, members: Sequence[_Member]) -> bool:
    """Tell whether a name is one of a body, and no part of the name of a party, nor has one for a part."""
    plain = _plain(at.text)
    return (
        " " in plain
        and _is_body(at.text.strip(" .,;").title())
        and not any(plain in name or name in plain for one in members for name in one.called if " " in name)
    )


def _on_the_cover(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the names that stand on the cover, each once."""
    found: dict[str, Words] = {}
    for named in bodies_named(instrument):
        place = instrument.place_of[named.at.passage]
        if named.formal and place.role == "cover" and place.order < _OPENING:
            found.setdefault(_plain(named.at.text), named.at)
    yield list(found.values())


def _in_columns(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the cells of the first columns that are headed as lists of the parties."""
    for grid in instrument.grids:
        if not grid.heads or not _HEAD.fullmatch(grid.heads[0].strip().lower()):
            continue
        cells = [cell for row, cell in grid.column(0) if row not in grid.total_rows and cell.words]
        yield [whole(cell.words.passage) for cell in cells if cell.words and not cell.is_nothing]


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("&", "and").strip(" .,;*").split()).removeprefix("the ")
