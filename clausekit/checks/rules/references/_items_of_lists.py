"""Items of the list of a clause or of an annex to which a sentence sends the reader, "items (a) to (f) of
Annex B", where the list has fewer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ITEMS = pattern(
    r"\b(?:[Ii]tem|[Pp]oint|[Hh]ead|[Ll]imb|[Gg]round|[Cc]ase|[Ee]vent|[Pp]urpose|[Bb]ullet)s?[ ]"
    r"(?:\([a-z]\)(?:,[ ]|[ ](?:to|and|or|–)[ ]|[ ]?–[ ]?))*\((?P<last>[a-z])\)"
    r"[ ](?:of|in|under)[ ](?:the list (?:of|in)[ ])?$"
)
_LETTER = pattern(r"\(([a-z])\)$")
_FEWEST, _SHORTLY, _FAR = 2, 60, 6


def items_of_lists_missing(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the letters of items that the list of the provision named with them does not have, with the last
    that it has."""
    lists: dict[str, list[str]] = defaultdict(list)
    named = [one for one in instrument.references if _ITEMS.search(one.phrase.shortly_before(_SHORTLY))]
    for one in lists_of(instrument) if named else ():
        letters = [_LETTER.search(item.passage.number) for item in one.items]
        if one.lead is not None and len(letters) >= _FEWEST and all(letters):
            lists[one.lead.text].append("".join(letter[1] for letter in letters if letter))
    for reference in named:
        found = _lists_of(reference, lists)
        before = reference.phrase.shortly_before(_SHORTLY)
        match = _ITEMS.search(before)
        if match is None or len(found) != 1 or not "abcdefghijklmnop".startswith(found[0]):
            continue
        last = found[0][-1]
        if last < match["last"] <= chr(ord(last) + _FAR):
            start = reference.phrase.start - len(before)
            yield (
                reference.phrase.part(start + match.start("last") - 1, start + match.end("last") + 1),
                f"the items end with ({last})",
            )


def _lists_of(reference: Reference, lists: dict[str, list[str]]) -> list[str]:
    """Return the letters of each list of the provision to which a reference points."""
    if reference.target is not None and reference.target.text in lists:
        return lists[reference.target.text]
    begins = f"{reference.kind} {reference.number}".lower()
    return [
        letters
        for lead, each in lists.items()
        for letters in each
        if lead.lower().startswith(begins) and not lead[len(begins) : len(begins) + 1].isalnum()
    ]
