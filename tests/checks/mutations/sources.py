"""The clean examples: each of the library's, drafted as a Word file and as a text, and read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from clausekit.checks.finding import Finding
from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import RULES
from clausekit.checks.running import run_rules
from clausekit.formats.docx.reader import read as read_word
from clausekit.pipeline import Made, make_draft, typeset
from clausekit.reading import Passage, Reading
from clausekit.texts import read as read_text
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    file for file in sorted((ROOT / "templates").glob("*/examples/*.yaml")) if ".lock." not in file.name
]

MUTATED = (
    "public-cooperation-agreement/westmarch-2026",
    "information-sharing-agreement/westmarch-2026-27",
    "information-sharing-agreement/leicestershire-2019-20",
    "deed-of-variation/westmarch-2027",
    "information-sharing-protocol/westmarch-2026-27",
    "terms-of-reference/westmarch-digital-board",
    "memorandum-of-understanding/cheshire-and-merseyside-2021",
    "section-75-agreement/westmarch-2026-27",
)
"""The examples that faults are planted in, of every length."""


@dataclass(frozen=True, eq=False)
class Source:
    """A clean example: as it was read, its facts, and what the rules say of it before a fault is planted."""

    name: str
    reading: Reading
    facts: Instrument
    known: Counter[tuple[str, str]]

    @property
    def typed(self) -> bool:
        """Whether its numbers are typed, as in a text."""
        return any(place.passage.typed for place in self.facts.places)

    @property
    def text(self) -> Iterator[Passage]:
        """The passages of the running text that stand in no table."""
        top = set(self.reading.body)
        return (one.passage for one in self.facts.places if one.role == "text" and one.passage in top)


@cache
def library() -> Workshop:
    """Return the library of the project."""
    return open_workshop(ROOT)


@cache
def made(name: str) -> Made:
    """Return the draft of an example, ``template/matter``."""
    template, _, matter = name.partition("/")
    return make_draft(library(), ROOT / "templates" / template / "examples" / f"{matter}.yaml")


def word_reading(name: str) -> Reading:
    """Return an example drafted as a Word file, as it is read."""
    return read_word(typeset(library(), made(name), "docx").data, name).reading


def text_reading(name: str) -> Reading:
    """Return an example drafted as a text, as it is read."""
    return read_text(typeset(library(), made(name), "txt").data.decode(), name, markdown=False).reading


@cache
def source(name: str) -> Source:
    """Return an example by its name; with ``.txt`` after it, drafted as a text."""
    plain = name.removesuffix(".txt")
    reading = text_reading(plain) if name.endswith(".txt") else word_reading(plain)
    facts = Instrument(reading, name, day_of(plain))
    return Source(name, reading, facts, Counter(map(key, findings(facts))))


def day_of(name: str) -> date:
    """Return the day that an example was drafted for."""
    return date.fromisoformat(str(made(name).manifest["as_at"]))


def findings(facts: Instrument) -> tuple[Finding, ...]:
    """Return what all rules find in an instrument."""
    return run_rules(facts, tuple(RULES))


def key(finding: Finding) -> tuple[str, str]:
    """Return what a finding of a mutated example is known again by: its rule and the words at fault."""
    return finding.rule, " ".join(finding.words.text.split())
