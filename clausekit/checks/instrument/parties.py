"""Parties: who makes the instrument, and what it calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.named_bodies import after_separator, end_of_name, name_it_means, name_of
from clausekit.checks.instrument.party_lines import (
    IN_ONE_SENTENCE,
    begins_with_a_name,
    is_detail,
    is_name,
    is_party,
    parted_by_and,
)
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_OF_A_COMPANY = pattern(r"[a-z][A-Z]")
"""A name with a capital within: "CareLinks"."""
_LISTED = pattern(r"\bthe [A-Z]")
_PARTY_WORDS = frozenset(("Council", "Authority", "Trust", "ICB", "CCG", "PCT"))
_TOGETHER = frozenset(("Partner", "Partners", "Party", "Parties", "Signatory", "Signatories"))
"""What the parties are called together."""
_ATTACHED = pattern(r"(?:Schedule|Annexe?|Appendix|Part|Clause) \w{1,3}\b", re.IGNORECASE)
"""What is listed as attached, and is no party."""
_SEVERAL = 2
_ENDED = pattern(r"(?:[;.:]|\)[;,.]?)(?: and)?\s*$|\band\s*$")
"""How a line ends that names a party, or the brackets with its short name."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its full ``name``, its short names ("the Council") as defined, and the passage that names it.

    ``plural`` tells that its short name is in the plural ("the Councils").
    """

    name: Words
    short: tuple[Definition, ...]
    passage: Passage

    @property
    def plural(self) -> bool:
        """Whether it is spoken of in the plural; the name of a company may end as a plural does."""
        return any(
            one.term.endswith("s")
            and not one.term.endswith("ss")
            and not one.term.isupper()
            and not _OF_A_COMPANY.search(one.term)
            and not re.match(rf"{re.escape(one.term)} (?:Ltd|Limited|plc|LLP|CIC)\b", self.name.text)
            for one in self.short[:1]
        )


class Parties(NamedTuple):
    """The parties, each on its own, and what they are called together ("the Partners")."""

    each: tuple[Party, ...] = ()
    together: tuple[Definition, ...] = ()


def parties_of(clause: Sequence[Passage], definitions: Sequence[Definition]) -> Parties:
    """Return the parties that a parties clause names."""
    known = [one for one in definitions if one.kind == "party"]
    each = list(_named_in_turn(clause[0], known)) if len(clause) == 1 else []
    if len(each) < _SEVERAL:
        each = list(_in_passages(clause, known))
    each = list(_parted_by_and(clause, known)) or each
    if not each:
        each = [party for passage in clause for party in _named_in_turn(passage, known)]
    beside = {one.meaning.passage for one in known}
    names = [
        passage for passage in clause if passage in beside or is_name(passage) or begins_with_a_name(passage)
    ]
    if 2 * len(each) <= len(names) and not any(party.short for party in each):
        each = [Party(name_of(passage), (), passage) for passage in names]
    if not any(party.short for party in each):
        each = [replace(party, short=tuple(_given_later(party, each, definitions))) for party in each]
    if not each:
        each = list(_defined(definitions))
    each = [party for party in each if not _ATTACHED.match(party.name.text)]
    own = {id(one) for party in each for one in party.short}
    return Parties(tuple(each), tuple(one for one in known if id(one) not in own))


def _in_passages(clause: Sequence[Passage], known: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties that have a passage of the clause each, with the lines below it."""
    for passage, rest in _with_lines_below(clause):
        if is_party(passage):
            lines = (passage, *rest)
            short = tuple(one for one in known if one.at.passage in lines and not _is_collective(one))
            yield Party(name_of(passage), short, passage)


def _with_lines_below(clause: Sequence[Passage]) -> Iterator[tuple[Passage, Sequence[Passage]]]:
    """Yield the passages of a parties clause, each with the lines below that go on with it, where those were
    not put together: "(1) Dale Council of the Hall,", "Dale DA1 1AA (“the Council”);"."""
    index = 0
    while index < len(clause):
        passage = clause[index]
        index += 1
        rest: list[Passage] = []
        while passage.label and index < len(clause) and _goes_on(clause[index], [passage, *rest][-1]):
            rest.append(clause[index])
            index += 1
        yield passage, rest


def _parted_by_and(clause: Sequence[Passage], known: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties of a clause without numbers in which a line "and" stands between each two of them.

    What stands between two such lines is one party, its name and below that its address or its number; or
    several, if there is nothing but names.
    """
    parts = parted_by_and(clause)
    if any(is_party(line) for part in parts for line in part[1:]):
        return
    for part in parts:
        lines = (
            part[:1] if any(map(is_detail, part[1:])) else [line for line in part if begins_with_a_name(line)]
        )
        for line in lines or part[:1]:
            own = part if len(lines) < _SEVERAL else [line]
            short = (one for one in known if one.at.passage in own and not _is_collective(one))
            yield Party(name_of(line), tuple(short), line)


def _goes_on(line: Passage, above: Passage) -> bool:
    """Tell whether a line is the rest of the one above, which ends neither a sentence nor an item."""
    ended = _ENDED.search(above.words) is not None
    return not (ended or line.label or line.heading or begins_with_a_name(line))


def _defined(definitions: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties that definitions alone name: "“Council” means Dale County Council", one of those of
    which the definition of a partner speaks, or called as parties are."""
    for together in definitions:
        if together.term not in _TOGETHER:
            continue
        said = " ".join(passage.text for passage in together.passages)
        found = [
            (one, name)
            for one in definitions
            if one.term not in _TOGETHER and re.search(rf"\b{re.escape(one.term)}\b", said)
            if (name := name_it_means(one))
        ]
        if len(found) > 1 or len(_LISTED.findall(together.meaning.text)) > 1:
            yield from (Party(name, (one,), one.at.passage) for one, name in found if len(found) > 1)
            return
    bare = [
        (one, name)
        for one in definitions
        if one.kind in ("entry", "table") and one.term in _PARTY_WORDS
        if (name := name_it_means(one)) and one.meaning.text.strip(" .;") == name.text
    ]
    yield from (Party(name, (one,), one.at.passage) for one, name in bare if len(bare) > 1)


def _given_later(
    party: Party, others: Sequence[Party], definitions: Sequence[Definition]
) -> Iterator[Definition]:
    """Yield the short names that some passage after the list of names gives a party, and no other, or the
    cell beside its name."""
    for definition in definitions:
        lower = " ".join(definition.at.passage.text.lower().split())
        named = [one for one in others if " ".join(one.name.text.lower().split()) in lower]
        alone = named == [party] or definition.meaning.passage is party.passage
        meant = name_it_means(definition)
        told = (alone and definition.kind in ("text", "party")) or (
            meant is not None and meant.text.lower() == party.name.text.lower()
        )
        if told and not _is_collective(definition):
            yield definition


def _named_in_turn(passage: Passage, known: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties that one sentence names, each before the brackets with its short name."""
    begin = IN_ONE_SENTENCE.search(passage.text)
    start = begin.end() if begin else passage.typed
    for definition in known:
        if (
            definition.at.passage is passage
            and definition.at.start > start
            and not _is_collective(definition)
        ):
            bracket = passage.text.rfind("(", start, definition.at.start)
            if bracket > start:
                name = passage.text[start : min(end_of_name(passage, start), bracket)].rstrip()
                if name and not name[0].islower():
                    yield Party(Words(passage, start, start + len(name)), (definition,), passage)
            closing = passage.text.find(")", definition.at.end)
            start = after_separator(passage.text, closing + 1 if closing >= 0 else definition.at.end)


def _is_collective(definition: Definition) -> bool:
    """Tell whether words such as "together" stand before a name in its brackets."""
    before = definition.at.before.rpartition("(")[2].lower()
    return any(
        word in before for word in ("together", "collectively", "jointly", "each a", "each of", "both")
    )
