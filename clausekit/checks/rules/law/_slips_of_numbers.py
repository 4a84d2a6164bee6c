"""Numbers of provisions that are a slip of another one of the same law, which deals with what stands beside.

"The general powers of pooling under section 57 of the National Health Service Act 2006" means section 75;
"section 251(B)" is section 251B, "section 65Z15" section 65Z5.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.rules.law._cited_provisions import CitedProvisions
from clausekit.checks.rules.law._provisions import PART, Provision
from clausekit.patterns import pattern

_IN_CAPITALS = pattern(r"(?P<figures>[1-9]\d*)\((?P<letters>[A-Z]{1,2})\)")
"""A letter of a number, in brackets as if it were a part: subsections have figures."""
_FIGURES = pattern(r"\d+")


def meant_by_slip(cited: CitedProvisions) -> Provision | None:
    """Return the one provision of whose number that of a citation is a slip, and which deals with what stands
    beside it; None if there is none, or several."""
    if len(cited.numbers) != 1 or cited.numbers[0].startswith(PART):
        return None
    beside = f"{cited.before} {cited.inner} {cited.after}"
    found = [
        one
        for number in dict.fromkeys(_slips(cited.numbers[0]))
        if (one := cited.law.provisions.get(number)) and one.telling and one.telling.search(beside)
    ]
    return found[0] if len(found) == 1 else None


def _slips(number: str) -> Iterator[str]:
    """Yield the numbers of which one may be a slip: of two neighbours that changed places, of a bracket too
    many, and, from the first letter on, of one sign too many."""
    if in_capitals := _IN_CAPITALS.fullmatch(number):
        yield in_capitals["figures"] + in_capitals["letters"]
    if "(" in number:
        return
    for at in range(len(number) - 1):
        one, other = number[at], number[at + 1]
        if one != other and (one.isdigit() or other.isdigit()):
            yield number[:at] + other + one + number[at + 2 :]
    figures = _FIGURES.match(number)
    if figures and figures.end() < len(number) - 1:
        yield from (number[:at] + number[at + 1 :] for at in range(figures.end(), len(number)))
