"""Faults that concern the parties."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from clausekit.checks.instrument.parties import Party
from clausekit.checks.words import Words, whole
from clausekit.reading import Block, Passage, Reading, Table, passages_of
from tests.checks.mutations.editing import Fault, altered, one_for, put, table
from tests.checks.mutations.kinds import Kind, adding, altering, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_THREE = ("public", "leicestershire")
"""The examples with three parties."""


def _no_signature(source: Source, chance: Random) -> Fault | None:
    """Take out the signature block of a party."""
    names = [party.name.text for party in source.facts.parties.each]
    body = source.reading.body
    starts = [
        number
        for number, block in enumerate(body)
        if isinstance(block, Passage) and not block.division and _signs(block, names)
    ]
    if len(starts) < 2:
        return None
    start = chance.choice(starts)
    end = start + 1
    while end < len(body) and _is_line_to_sign(body[end]) and end not in starts:
        end += 1
    name = next(one for one in names if one in _words(body[start]))
    party = next(one for one in source.facts.parties.each if one.name.text == name)
    reading = replace(source.reading, body=(*body[:start], *body[end:]))
    return Fault(reading, (whole(party.passage),))


def _signs(passage: Passage, names: list[str]) -> bool:
    return passage.words.startswith(("Signed", "Executed")) and any(name in passage.words for name in names)


def _is_line_to_sign(block: Block) -> bool:
    return (
        isinstance(block, Passage) and re.match(r"(?:Signature|Name|Office|Date)\b", block.words) is not None
    )


def _words(block: Block) -> str:
    return block.words if isinstance(block, Passage) else ""


def _no_notice(source: Source, chance: Random) -> Fault | None:
    """Take the row of a party out of the table of addresses for notices."""
    return _without_row(source, chance, "Notices")


def _no_contribution(source: Source, chance: Random) -> Fault | None:
    """Put in a table of contributions that has all parties but one."""
    left_out, there = _all_but_one(source, chance)
    if left_out is None:
        return None
    planted = table(
        ("Partner", "Contribution"),
        *((name, f"£{100_000 * number:,}") for number, name in enumerate(there, 1)),
        ("Total", f"£{sum(100_000 * number for number in range(1, len(there) + 1)):,}"),
    )
    lead = "The contributions for the first year are in this table:"
    return Fault(_with_table(source, chance, lead, planted), (whole(left_out.passage),))


def _no_row(source: Source, chance: Random) -> Fault | None:
    """Put in a table of those whom the parties send that has all parties but one."""
    left_out, there = _all_but_one(source, chance)
    if left_out is None:
        return None
    posts = ("Director of Finance", "Chief Nurse", "Head of Estates", "Head of Payroll")
    planted = table(("Party", "Whom it sends"), *zip(there, posts, strict=False))
    return Fault(_with_table(source, chance, "Each sends one officer:", planted), _cells(planted))


def _all_but_one(source: Source, chance: Random) -> tuple[Party | None, list[str]]:
    """Return one of three parties or more, and the names of the others; None if there are fewer."""
    parties = source.facts.parties.each
    if len(parties) < 3:
        return None, []
    left_out = chance.choice(parties)
    return left_out, [party.name.text for party in parties if party is not left_out]


def _with_table(source: Source, chance: Random, lead: str, planted: Table) -> Reading:
    """Return an example with a table after a sentence that leads to it."""
    heading = {place.passage: place.heading for place in source.facts.places}
    elsewhere = [one for one in whole_paragraphs(source) if not one.division and heading[one] != "Notices"]
    passage = chance.choice(elsewhere)
    end = len(passage.text)
    return put(source.reading, {passage: (altered(passage, end, end, f" {lead}"), planted)})


def _without_row(source: Source, chance: Random, heading: str) -> Fault | None:
    parties = source.facts.parties.each
    tables = {
        place.table for place in source.facts.places if place.table is not None and place.heading == heading
    }
    rows = [
        (table, row, party)
        for table in tables
        for row in table.rows
        for party in parties
        if _names(
            next(passages_of(row.cells[0].blocks)).words, party.name.text, [one.term for one in party.short]
        )
    ]
    chosen = one_of(sorted(rows, key=lambda one: one[2].name.text), chance)
    if chosen is None:
        return None
    table, row, party = chosen
    kept = replace(table, rows=tuple(one for one in table.rows if one is not row))
    body = tuple(kept if block is table else block for block in source.reading.body)
    return Fault(replace(source.reading, body=body), (whole(party.passage), *_cells(kept)))


def _names(words: str, name: str, short: list[str]) -> bool:
    return words.strip() in (name, *short, *(f"the {one}" for one in short), *(f"The {one}" for one in short))


def _cells(table: Table) -> tuple[Words, ...]:
    return tuple(whole(one) for row in table.rows for cell in row.cells for one in passages_of(cell.blocks))


def _other_name_in_the_signature(source: Source, chance: Random) -> Fault | None:
    """Misspell the name of a party where it signs."""
    names = [party.name.text for party in source.facts.parties.each]
    lines = [
        (place.passage, name)
        for place in source.facts.places
        if place.role == "signature" and not place.passage.division
        for name in names
        if name in place.passage.text
    ]
    chosen = one_of(lines, chance)
    if chosen is None:
        return None
    passage, name = chosen
    start = passage.text.index(name)
    other = re.sub(r"(Westmarch|Leicestershire)", lambda match: match[0][:-1] + "k", name, count=1)
    return one_for(source.reading, passage, start, start + len(name), other)


KINDS = (
    Kind(
        "a party by another name",
        ("CK-PARTY-NAME-CHANGES", "CK-TERM-UNDEFINED"),
        adding("The ⟦Authority⟧ shall pay the ICB each month.", "The ⟦Authority⟧ keeps a copy of it."),
        ("public", "sharing-agreement/westmarch", "deed"),
    ),
    Kind(
        "a body that is no party where one is meant",
        ("CK-PARTY-ROLE",),
        adding("The ICB shall pay the Council and the ⟦Hospice⟧ for that in May."),
        ("section-75", "information-sharing-agreement/westmarch"),
    ),
    Kind(
        "another name where it is signed",
        ("CK-PARTY-NAME-CHANGES",),
        _other_name_in_the_signature,
        ("public", "information-sharing-agreement", "deed", "section-75"),
    ),
    Kind(
        "a party that does not sign",
        ("CK-PARTY-NO-SIGNATURE",),
        _no_signature,
        ("public", "information-sharing-agreement", "section-75", "deed"),
    ),
    Kind(
        "a party without an address for notices",
        ("CK-PARTY-NO-NOTICE",),
        _no_notice,
        ("public", "information-sharing-agreement", "section-75"),
    ),
    Kind("a party without a contribution", ("CK-PARTY-NO-CONTRIBUTION",), _no_contribution, _THREE),
    Kind("a party without a row", ("CK-PARTY-NO-ROW",), _no_row, _THREE),
    Kind(
        "either or both of three",
        ("CK-PARTY-TWO-WORDS",),
        adding(
            "⟦Either Partner⟧ may ask for this in writing.",
            "⟦Both Partners⟧ keep accounts of it.",
            "A Partner tells ⟦the other Partner⟧ of it.",
        ),
        _THREE,
    ),
    Kind(
        "each of three as either",
        ("CK-PARTY-TWO-WORDS",),
        altering(
            r"\b[Ee]ach Partner(?= [a-z])(?!’)",
            lambda match: "Either Partner" if match[0][0] == "E" else "either Partner",
        ),
        _THREE,
    ),
    Kind(
        "a singular verb",
        ("CK-PARTY-NUMBER",),
        altering(
            r"\bThe Partners (agree|acknowledge|have|are|intend|wish)\b(?=[ ])",
            lambda match: f"The Partners {_singular(match[1])}",
        ),
    ),
    Kind(
        "a plural verb",
        ("CK-PARTY-NUMBER",),
        adding("⟦The Partners agrees⟧ to this.", "⟦Each Partner undertake⟧ to do this."),
        ("public", "information-sharing-agreement", "section-75"),
    ),
)


def _singular(verb: str) -> str:
    return {"have": "has", "are": "is", "wish": "wishes"}.get(verb, f"{verb}s")
