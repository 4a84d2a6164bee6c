"""Law that an instrument cites, each with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.citations import citations

_DIGIT = pattern(r"\d")


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of law cited by name or number: "National Health Service Act 2006" is an "Act" of 2006.

    ``kind`` is "Act", "Regulations", "Order", "Rules", "SI", "EU" and so on, ``year`` 0 where a number
    identifies it. ``provision`` is what of it is cited before its name, "section 75".
    """

    at: Words
    name: str
    kind: str
    year: int = 0
    provision: str = ""


def cited_in(passage: Passage) -> Iterator[Cited]:
    """Yield the law that a passage cites."""
    for one in citations(passage.text, passage.typed) if _DIGIT.search(passage.text) else ():
        yield Cited(Words(passage, one.start, one.end), one.name, one.kind, one.year, one.provision)
