"""Faults that are left in a text: blanks, place-holders, guidance, comments, tracked changes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from clausekit.checks.words import Words, whole
from clausekit.reading import Comment, Look, Revision, Span, Tracked
from tests.checks.mutations.editing import Fault, altered, everywhere, one_for, paragraph, put
from tests.checks.mutations.kinds import Kind, adding, altering, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_NUMBER = r"\b\d+(?= (?:days|months|years|Working Days|members)\b)"
_REFERENCE = r"(?<=\bclause )\d+(?:\.\d+)*\b"


def _comment(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    comment = Comment("A reviewer", "2026-01-05T09:00:00Z", "Is this agreed?", passage.words[:20], passage)
    return Fault(replace(source.reading, comments=(comment,)), everywhere(passage))


def _tracked(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    end = len(passage.text)
    words = " This was put in later."
    revision = Revision("inserted", "A reviewer", "2026-01-05T09:00:00Z")
    changed = altered(passage, end, end, words)
    changed = replace(changed, spans=(*changed.spans[:-1], replace(changed.spans[-1], revision=revision)))
    reading = put(source.reading, {passage: (changed,)})
    return Fault(
        replace(reading, tracked=(Tracked(revision, words, changed),)),
        (Words(changed, end, end + len(words)),),
    )


def _highlight(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    start = passage.typed
    end = passage.text.index(" ", start + 20)
    changed = altered(passage, start, end, passage.text[start:end])
    spans = [
        replace(one, look=Look(highlight="yellow")) if one.start == start else one for one in changed.spans
    ]
    changed = replace(changed, spans=tuple(spans))
    return Fault(put(source.reading, {passage: (changed,)}), (Words(changed, start, end),))


def _draft_on_the_cover(source: Source, chance: Random) -> Fault | None:
    title = next(one.passage for one in source.facts.places if one.role in ("cover", "heading"))
    end = len(title.text)
    return one_for(source.reading, title, end, end, chance.choice([" ⟦Draft v0.3⟧", " – ⟦DRAFT⟧"]))


def _embedded_object(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    name = chance.choice(
        ["BCF Expenditure Plan 2019-20.xls", "Microsoft Excel Worksheet", "Plan_final_v2.docx"]
    )
    new = paragraph(passage, name)
    return Fault(put(source.reading, {passage: (passage, new)}), (whole(new),))


def _open_parameter(source: Source, chance: Random) -> Fault | None:
    filled = [
        (place.passage, span)
        for place in source.facts.places
        if place.role == "text" and place.passage not in source.facts.parties_clause
        for span in place.passage.spans
        if span.parameter and "[●]" not in place.passage.text
    ]
    chosen = one_of(filled, chance)
    if chosen is None:
        return None
    passage, span = chosen
    changed = altered(passage, span.start, span.end, "[●]")
    spans = [
        Span(one.start, one.end, one.look, parameter=span.parameter)
        if one.start == span.start and one.end == span.start + 3
        else one
        for one in changed.spans
    ]
    changed = replace(changed, spans=tuple(spans))
    return Fault(put(source.reading, {passage: (changed,)}), (Words(changed, span.start, span.start + 3),))


KINDS = (
    Kind("a blank for a number", ("CK-BLANK-MARK",), altering(_NUMBER, "[●]")),
    Kind("empty brackets for a number", ("CK-BLANK-MARK",), altering(_NUMBER, "[ ]")),
    Kind("an instruction to insert", ("CK-BLANK-INSERT",), altering(_NUMBER, "[insert number]")),
    Kind("a line to write on", ("CK-BLANK-LINE",), altering(_NUMBER, "________")),
    Kind("a parameter without a value", ("CK-BLANK-PARAMETER",), _open_parameter),
    Kind("TBC", ("CK-BLANK-TBC",), altering(_NUMBER, "TBC")),
    Kind("XX", ("CK-BLANK-TBC",), altering(_NUMBER, "XX")),
    Kind("a number left in brackets", ("CK-LEFT-BRACKETS",), altering(_NUMBER, lambda m: f"[{m[0]}]")),
    Kind("alternatives in brackets", ("CK-LEFT-CHOICE",), altering(r"\bshall\b", "[shall/may]")),
    Kind("a comment in the margin", ("CK-LEFT-COMMENT",), _comment, ("26", "27")),
    Kind("a draft by its cover", ("CK-LEFT-DRAFT",), _draft_on_the_cover),
    Kind(
        "a field that failed", ("CK-LEFT-FIELD",), altering(_REFERENCE, "Error! Reference source not found.")
    ),
    Kind("filler text", ("CK-LEFT-FILLER",), adding("⟦Lorem ipsum dolor sit amet.⟧")),
    Kind(
        "a drafting note",
        ("CK-LEFT-GUIDANCE",),
        adding("⟦[Drafting note: finance to confirm.]⟧", "⟦[Note: check with the lawyers.]⟧"),
    ),
    Kind("a highlight", ("CK-LEFT-HIGHLIGHT",), _highlight),
    Kind("the name of an embedded file", ("CK-LEFT-OBJECT",), _embedded_object),
    Kind("a question", ("CK-LEFT-QUESTION",), adding("⟦Who pays for this?⟧", "⟦Is this still right?⟧")),
    Kind("a tracked change", ("CK-LEFT-TRACKED",), _tracked, ("26", "27")),
)
