"""Where shares are said to be, though the table or the provision that is named tells of no share.

"An overspend is shared as in Table 4", which shows who hosts what; the percentages are in Table 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._provisions import Elsewhere, like, whole_of
from clausekit.patterns import pattern
from clausekit.reading import Passage

_SHARES = r"(?:proportions?|shares|percentages?|ratios?)"
_SHARED = r"(?:shared|split|apportioned|divided|borne|distributed)"
_OF_WHOM = r"(?: (?!(?:contribut|sum|amount|budget|cost|pay|expend|spen|fund|decid|agree)\w*)[\w’-]+)"
_AMONG = r"(?:out|equally|in full|among|amongst|between|by|the|all|Partners|Parties|Councils|both)"
_SET_OUT = r"(?:set out|shown|stated|given|laid down|specified|listed)"
_IN_SHARES = pattern(
    rf"\b(?:in|by|to) (?:(?:the|their|those|its|such|same|agreed|respective) ){{1,3}}{_SHARES}"
    rf"{_OF_WHOM}{{0,6}}?(?:,? (?:as )?{_SET_OUT})?(?: (?:in|at|under|by|of))? (?:the )?$"
    rf"|\b{_SHARED}(?: {_AMONG}){{0,4}},?(?: in the manner)?(?: as)?(?: is| are)?(?: {_SET_OUT})?"
    r"(?: (?:in|at|under|by|to|of))? (?:the )?$"
)
_MAY_TELL = pattern(
    r"%|\bper ?cent|\b(?:proportion|share[sd]?\b|sharing|split|percentage|ratio\b|equal|half\b|halves"
    r"|thirds?\b|pro[ -]rata|apportion|fifty|whole\b|alone\b|contribut)|\b\d{1,2} ?: ?\d{1,2}\b|[½¼¾⅓⅔]"
    r"|(?:£[\d,]+\D{1,60}){2}",
)
"""What may tell who has which share, and which part of another matter is whose."""
_TELLS = pattern(
    r"\d ?(?:%|per ?cent)|\b\d{1,2} ?: ?\d{1,2}\b|\b(?:equal shares|equally|one half|in halves)\b"
)
_TOLD_BY_NAME = pattern(
    r"\b(?P<noun>proportion|percentage|ratio)s? (?:in|at|of|under|by|set out|shown|stated)\b[^,;.]{0,40}$"
)
"""What says that there are shares by a name that does not mean sums."""
_SURELY_MAY_TELL = pattern(
    r"%|\bper ?cent|\b(?:proportion|share[sd]?\b|sharing|split|percentage|ratio\b|equally|half\b|halves"
    r"|thirds?\b|pro[ -]rata|apportion|fifty|whole\b|alone\b)"
    r"|\bequal (?:share|part|proportion)|\b\d{1,2} ?: ?\d|[½¼¾⅓⅔]|(?:£[\d,]+\D{1,60}){2}",
)
"""What may tell of shares, other than that contributions are paid, by equal instalments."""
_SPEAKS_OF_SHARES = pattern(r"\b(?:shar|proportion|split|borne\b|bears?\b|apportion|divided)", re.IGNORECASE)
_USUAL = frozenset(("Council", "ICB", "CCG", "Trust", "NHS"))
"""What parties are called where none is named."""
_SEVERAL = 2
_KINDS = ("table", "clause", "section", "paragraph", "part")
_FARTHEST = 110
_MEANT = 2


def shares_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to what is said to have shares, but has none, with what of its like has some."""
    shares = instrument.once(_Shares)
    for reference in own_references(instrument):
        target = reference.target
        if target is None or reference.kind not in _KINDS or reference.title or reference.this:
            continue
        before = reference.phrase.shortly_before(_FARTHEST)
        if not _IN_SHARES.search(before):
            continue
        most, name = _MEANT, ""
        if shares.may_be_in(target):
            named = _TOLD_BY_NAME.search(before)
            if named is None or shares.surely_may_be_in(target):
                continue
            most, name = 1, named["noun"]
        meant = [one for one in like(target, instrument) if shares.are_in(one, name)]
        if 0 < len(meant) <= most:
            yield Elsewhere(reference, f"No shares are in {reference.kind} {reference.number}.", meant[0])


class _Shares:
    """Which tables and provisions tell of shares."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._parties = {one.term for party in instrument.parties.each for one in party.short}

    def may_be_in(self, target: Passage) -> bool:
        """Tell whether what stands in a table or a provision may say who bears what."""
        return any(_MAY_TELL.search(one.text) for one in self._whole(target)) or len(
            self._heads(target)
        ) >= max(_SEVERAL, len(self._parties))

    def surely_may_be_in(self, target: Passage) -> bool:
        """Tell whether a table or a provision may do so not only because it has payments."""
        return any(_SURELY_MAY_TELL.search(one.text) for one in self._whole(target)) or bool(
            self._heads(target)
        )

    def are_in(self, target: Passage, name: str = "") -> bool:
        """Tell whether a table or a provision says outright who bears what, in words with a name in them."""
        texts = [one.text for one in self._whole(target)]
        if not any(name in one for one in texts):
            return False
        if sum(len(_TELLS.findall(one)) for one in texts) < _SEVERAL:
            return False
        named = {party for party in self._parties or _USUAL for one in texts if party in one}
        return any(map(_SPEAKS_OF_SHARES.search, texts)) or len(named) >= _SEVERAL

    def _whole(self, target: Passage) -> Iterator[Passage]:
        return whole_of(target, self._instrument)

    def _heads(self, target: Passage) -> set[str]:
        """Return the parties that head the rows or the columns of a table."""
        places = map(self._instrument.place_of.__getitem__, self._whole(target))
        heads = [one.passage.words.strip() for one in places if one.table and not (one.row and one.column)]
        return {party for party in self._parties or _USUAL for head in heads if head.startswith(party)}
