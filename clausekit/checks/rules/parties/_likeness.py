"""How near the name of a body comes to that of a party."""

from __future__ import annotations

import re
from collections.abc import Set

from clausekit.checks.rules._shared.parties import key_words
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.parties._signing import is_slip
from clausekit.patterns import pattern

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

_LIMITED = pattern(r"\b(?:Ltd|LTD)\b\.?")
_IN_NAMES_OF_TRUSTS = frozenset(
    ("foundation", "partnership", "university", "teaching", "hospitals", "hospital", "health", "healthcare")
)
"""Words of the names of trusts that are left out, or put in, by mistake."""

_NAMES_A_PLACE = pattern(
    r"(?:the )?(?:city|county|borough|district|metropolitan borough) of\b", re.IGNORECASE
)
_FEW = 2


def likeness(name: str, full: str, *, formal: bool = False) -> int:
    """Return how near a name comes to that of a party: 2 for a slip or a word left out, 1 for a word more or
    less.

    ``formal`` tells that nobody but the parties is named there: on a cover, by who signs.
    """
    name, full = (_LIMITED.sub("Limited", _RANK.sub("", one)) for one in (name, full))
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
    if formal and len(extra) == len(lacking) == 1 and extra | lacking <= _STEMS_OF_RANKS:
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
    if one_sided and len(words & own) >= _FEW and begin_and_end_alike(name, full):
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


def begin_and_end_alike(name: str, full: str) -> bool:
    """Tell whether the one name that is nobody’s has the place and the kind of a party that does not sign."""
    return _begin_alike(name, full) and name.split()[-1].lower() == full.split()[-1].lower()


def _begin_alike(name: str, other: str) -> bool:
    return name.split()[0].lower() == other.split()[0].lower()
