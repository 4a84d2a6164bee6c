"""Faults of references."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from clausekit.checks.instrument.references import Reference
from clausekit.checks.words import Words, whole
from clausekit.reading import Passage
from tests.checks.mutations.editing import Fault, marked, one_for, paragraph, put
from tests.checks.mutations.kinds import Kind, adding, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_REFERRING = ("public", "information-sharing-agreement", "section-75", "memorandum-of-under")
_SCHEDULED = ("public", "section-75")


def _own(source: Source, *kinds: str) -> list[Reference]:
    """Return the references in the running text to provisions that are there."""
    return [
        one
        for one in source.facts.references
        if one.is_own
        and one.target is not None
        and one.kind in kinds
        and not one.this
        and one.at.text[:1].isdigit()
        and source.facts.place_of[one.at.passage].role == "text"
    ]


def _missing_clause(source: Source, chance: Random) -> Fault | None:
    one = one_of((each for each in _own(source, "clause") if each.title is None), chance)
    if one is None:
        return None
    first = re.match(r"\d+", one.at.text)
    assert first is not None
    fault = one_for(source.reading, one.at.passage, one.at.start, one.at.start + first.end(), "97")
    return Fault(fault.reading, (whole(fault.at[0].passage),))


def _missing_paragraph(source: Source, chance: Random) -> Fault | None:
    """Refer to a sub-clause that a clause has not."""
    one = one_of((each for each in _own(source, "clause", "paragraph") if "." in each.at.text), chance)
    if one is None:
        return None
    dot = one.at.start + one.at.text.index(".") + 1
    return one_for(source.reading, one.at.passage, dot, one.at.end, f"⟦{chance.randrange(71, 79)}⟧")


def _missing_schedule(source: Source, chance: Random) -> Fault | None:
    one = one_of((each for each in _own(source, "schedule") if each.title is None), chance)
    if one is None or _only(source, one):
        return None
    return one_for(source.reading, one.at.passage, one.at.start, one.at.end, "27")


def _only(source: Source, one: Reference) -> bool:
    """Tell whether a reference is the only one to its division: without it, nothing refers to that."""
    return sum(each.target is one.target for each in source.facts.references) < 3


def _other_title(source: Source, chance: Random) -> Fault | None:
    """Write the heading of another clause in the brackets after a reference."""
    titled = [one for one in source.facts.references if one.is_own and one.target is not None and one.title]
    one = one_of(titled, chance)
    if one is None or one.title is None:
        return None
    return one_for(source.reading, one.title.passage, one.title.start, one.title.end, "Weights and Measures")


def _swapped_titles(source: Source, chance: Random) -> Fault | None:
    """Refer to another clause than the one named in brackets."""
    titled = [
        one
        for one in source.facts.references
        if one.is_own
        and one.target is not None
        and one.title
        and one.kind == "clause"
        and one.at.text.isdecimal()
    ]
    one = one_of(titled, chance)
    if one is None:
        return None
    other = str(int(one.at.text) + (1 if int(one.at.text) < 10 else -1))
    fault = one_for(source.reading, one.at.passage, one.at.start, one.at.end, other)
    return Fault(fault.reading, (whole(fault.at[0].passage),))


def _page(source: Source, chance: Random) -> Fault | None:
    one = one_of((each for each in _own(source, "clause") if each.title is None and not each.through), chance)
    if one is None or one.phrase.text.count(" ") > 1:
        return None
    return one_for(
        source.reading,
        one.phrase.passage,
        one.phrase.start,
        one.phrase.end,
        f"page {chance.randrange(3, 30)}",
    )


def _itself(source: Source, chance: Random) -> Fault | None:
    """Make a sub-clause subject to itself."""
    passage = one_of((one for one in whole_paragraphs(source) if _sub_clause(one)), chance)
    if passage is None:
        return None
    changed, at = _subject_to(passage, passage.number)
    return Fault(put(source.reading, {passage: (changed,)}), (at,))


def _circular(source: Source, chance: Random) -> Fault | None:
    """Make two sub-clauses of one clause subject to each other."""
    pairs = [
        (one, other)
        for one in whole_paragraphs(source)
        for other in whole_paragraphs(source)
        if _sub_clause(one)
        and _sub_clause(other)
        and one.number.split(".")[0] == other.number.split(".")[0]
        and one.number < other.number
    ]
    chosen = one_of(pairs, chance)
    if chosen is None:
        return None
    one, other = chosen
    first, at = _subject_to(one, other.number)
    second, also = _subject_to(other, one.number)
    return Fault(put(source.reading, {one: (first,), other: (second,)}), (at, also))


def _subject_to(passage: Passage, number: str) -> tuple[Passage, Words]:
    words = f"Subject to ⟦clause {number}⟧, {_in_the_sentence(passage.words)}"
    return marked(passage, passage.typed, len(passage.text), words)


def _sub_clause(passage: Passage) -> bool:
    return not passage.division and re.fullmatch(r"\d+\.\d+", passage.number) is not None


def _in_the_sentence(words: str) -> str:
    """Return a sentence as it goes on after a comma."""
    first = words.split(" ", 1)[0]
    small = (
        "The",
        "A",
        "An",
        "If",
        "In",
        "Each",
        "Any",
        "This",
        "Nothing",
        "No",
        "When",
        "Where",
        "It",
        "Every",
    )
    return words[0].lower() + words[1:] if first in small else words


def _other_word(source: Source, chance: Random) -> Fault | None:
    """Call a clause of the body a paragraph."""
    one = one_of(
        (
            each
            for each in _own(source, "clause")
            if each.phrase.text.startswith("clause ") and not each.phrase.passage.division and not each.within
        ),
        chance,
    )
    if one is None:
        return None
    start = one.phrase.start
    fault = one_for(source.reading, one.phrase.passage, start, start + len("clause"), "paragraph")
    return Fault(fault.reading, (whole(fault.at[0].passage),))


def _this_other_schedule(source: Source, chance: Random) -> Fault | None:
    within = [one for one in whole_paragraphs(source) if re.match(r"Schedule \d+", one.division)]
    passage = one_of(within, chance)
    if passage is None:
        return None
    number = re.match(r"Schedule (\d+)", passage.division)
    others = sorted(
        {
            match[1]
            for place in source.facts.places
            if (match := re.match(r"Schedule (\d+)", place.passage.division))
        }
    )
    assert number is not None
    other = next((one for one in others if one != number[1]), "9")
    end = len(passage.text)
    return one_for(source.reading, passage, end, end, f" This is how ⟦this Schedule {other}⟧ is read.")


def _not_used(source: Source, chance: Random) -> Fault | None:
    """Mark a sub-clause to which a reference points as not used."""
    pointed = [
        one.target
        for one in _own(source, "clause")
        if one.target is not None
        and one.target in set(whole_paragraphs(source))
        and not any(use.at.passage is one.target for use in source.facts.uses)
    ]
    passage = one_of(pointed, chance)
    if passage is None:
        return None
    changed, _ = marked(passage, passage.typed, len(passage.text), "Not used.")
    at = tuple(whole(one.at.passage) for one in source.facts.references if one.target is passage)
    return Fault(put(source.reading, {passage: (changed,)}), at)


def _unused_schedule(source: Source, chance: Random) -> Fault | None:
    """Put a schedule at the end, to which nothing refers."""
    heads = [
        place.passage
        for place in source.facts.places
        if place.passage.heading == 1 and re.fullmatch(r"Schedule \d+", place.passage.division)
    ]
    texts = [one for one in whole_paragraphs(source) if one.division] if heads else []
    if not texts:
        return None
    head = heads[-1]
    last = next(one for one in reversed(source.reading.body) if isinstance(one, Passage))
    number = f"Schedule {int(head.division.split()[1]) + 1}"
    new_head = replace(
        paragraph(head, "Insurance", label=number, number=number), division=number, heading=1, line=0
    )
    text = replace(
        paragraph(texts[0], "Each of them is insured.", label="1", number="1"), division=number, line=0
    )
    return Fault(put(source.reading, {last: (last, new_head, text)}), (whole(new_head),))


KINDS = (
    Kind("a clause that is not there", ("CK-REF-MISSING",), _missing_clause, _REFERRING),
    Kind("a sub-clause that is not there", ("CK-REF-MISSING",), _missing_paragraph, _REFERRING),
    Kind("a schedule that is not there", ("CK-REF-MISSING",), _missing_schedule, ("section-75",)),
    Kind("a title of nothing", ("CK-REF-TITLE",), _other_title, _REFERRING),
    Kind("the title of another clause", ("CK-REF-TITLE",), _swapped_titles, _REFERRING),
    Kind("a page for a clause", ("CK-REF-PAGE",), _page, _REFERRING),
    Kind("a page", ("CK-REF-PAGE",), adding("The table is on ⟦page 14⟧.")),
    Kind("a clause subject to itself", ("CK-REF-ITSELF",), _itself, _REFERRING),
    Kind("clauses subject to each other", ("CK-REF-CIRCULAR",), _circular, _REFERRING),
    Kind("a paragraph for a clause", ("CK-REF-WORD", "CK-REF-MISSING"), _other_word, _REFERRING),
    Kind("this schedule in another", ("CK-REF-THIS",), _this_other_schedule, _SCHEDULED),
    Kind("a clause that is not used", ("CK-REF-NOT-USED",), _not_used, _REFERRING),
    Kind("a schedule to which nothing refers", ("CK-REF-UNUSED",), _unused_schedule, _SCHEDULED),
)
