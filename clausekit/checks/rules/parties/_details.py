"""Names that stand with the address or the number of a body whose name is another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.named_bodies import name_it_means
from clausekit.checks.rules._shared.parties import key_words, named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b")
_NUMBER = pattern(
    r"\b(?:company|charity|registered|registration)(?:[ \u00a0]registration)?[ \u00a0](?:number|no\.?):?"
    r"[ \u00a0]?(?P<number>[A-Z]{0,2}\d{5,8})\b",
    re.IGNORECASE,
)
_BODY = pattern(
    r"(?:NHS )?[A-Z][\w’'&-]*(?: (?:and |of |& )?[A-Z(][\w’'&()-]*){0,9}"
    r" (?:Council|COUNCIL|Trust|TRUST|Board|BOARD|Limited|LIMITED|Ltd|LTD|LLP|plc|PLC|CIC|Association"
    r"|ASSOCIATION|Company|COMPANY|Society|SOCIETY)\b"
    r"|(?:University|UNIVERSITY)(?: College| COLLEGE)? (?:of|OF)(?: the)?(?: [A-Z][\w’'-]+){1,3}"
)
_KINDS = frozenset(("limited", "ltd", "llp", "plc", "cic", "company", "council", "trust", "board", "nhs"))
"""Words of names that tell nothing of whose they are."""
_FAR = 200
"""So far before an address stands the name to which it belongs."""


class Misnamed(NamedTuple):
    """Words ``at`` that name a body by another name than ``right``, which has the same ``detail``."""

    at: Words
    right: Words
    detail: str


def misnamed(instrument: Instrument) -> Iterator[Misnamed]:
    """Yield names with the address or number of a body that is of the same kind, but has another name."""
    owners = _owners(instrument)
    if not owners:
        return
    own = {_plain(name.text) for name in owners.values()}
    short = {_plain(one.term) for one in instrument.definitions}
    seen = {name.passage for name in owners.values()}
    details = re.compile(rf"\b(?:{'|'.join(map(re.escape, owners))})\b")
    signs = tuple(map(str.lower, owners))
    for words, match in instrument.search(details, "text", "cell", "note", "signature", signs=signs):
        right = owners[match[0]]
        if words.passage not in seen and (at := _named_before(words)):
            name = _plain(at.text)
            known = name in short or any(name in one or one in name for one in own)
            is_number = _POSTCODE.fullmatch(match[0]) is None
            if not known and (is_number or _is_of_a_kind(name, _plain(right.text))):
                yield Misnamed(at, right, match[0])


def _owners(instrument: Instrument) -> Mapping[str, Words]:
    """Return by each postcode and number whose it is, where just one party or defined body gives it."""
    named = [party.name for party in named_parties(instrument)]
    given = (name_it_means(one) for one in instrument.definitions if one.kind in ("text", "party"))
    places = {name.passage: name for name in (*filter(None, given), *named)}
    found: dict[str, list[Words]] = {}
    for passage, name in places.items():
        several = sum(other.passage is passage for other in named) > 1
        for pattern_ in (_POSTCODE, _NUMBER):
            for match in pattern_.finditer(passage.text, name.end):
                if not several:
                    found.setdefault(match[match.lastgroup or 0], []).append(name)
    return {detail: names[0] for detail, names in found.items() if len(names) == 1}


def _named_before(detail: Words) -> Words | None:
    """Return the name of the body before an address or a number, if no other address stands between."""
    passage = detail.passage
    start = max(passage.typed, detail.start - _FAR)
    named = [*_BODY.finditer(passage.text, start, detail.start)]
    if not named or _POSTCODE.search(passage.text, named[-1].end(), detail.start):
        return None
    return Words(passage, *named[-1].span())


def _is_of_a_kind(name: str, right: str) -> bool:
    """Tell whether a name is like another: both are of universities, or they end alike and share a word."""
    if name.startswith("university"):
        return right.startswith("university")
    kind, other = (one.rpartition(" ")[2].replace("ltd", "limited") for one in (name, right))
    return kind == other and not (key_words(name) & key_words(right)) <= _KINDS


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ")
