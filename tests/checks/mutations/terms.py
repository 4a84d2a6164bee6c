"""Faults of defined terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import Use
from clausekit.checks.words import Words
from clausekit.reading import Passage, Span
from clausekit.recognition.names import is_known_name, names_a_body, names_an_office
from tests.checks.mutations.editing import PLAIN, Fault, marked, one_for, put
from tests.checks.mutations.kinds import Kind, adding, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_DEFINING = ("public", "information-sharing-agreement", "section-75", "memorandum-of-under")


def _entries(source: Source) -> list[Definition]:
    """Return the entries of the list of definitions that are one paragraph each."""
    texts = set(source.text)
    return [
        one
        for one in source.facts.definitions
        if one.kind == "entry" and not one.scope and len(one.passages) == 1 and one.at.passage in texts
    ]


def _plain_uses(source: Source, definition: Definition) -> list[Use]:
    """Return the uses of a term in the running text, as it is defined, outside of its own definition."""
    return [
        use
        for use in source.facts.uses_of.get(definition, ())
        if use.form == "term"
        and not use.own
        and use.at.text == definition.term
        and source.facts.place_of[use.at.passage].role == "text"
    ]


def _of_two_words(source: Source) -> Iterator[Use]:
    """Yield the uses of terms of two words or more, each with a capital, that are used more than once."""
    for definition in _entries(source):
        words = definition.term.split()
        uses = _plain_uses(source, definition)
        if (
            len(words) > 1
            and all(word[0].isupper() and word[1:].islower() for word in words)
            and len(uses) > 1
        ):
            yield from uses


def _is_needed(source: Source, definition: Definition) -> bool:
    """Tell whether another term, or a schedule, is only named in a definition: it would go with that."""
    within = {use.definition for use in source.facts.uses if use.at.passage is definition.at.passage}
    within -= {definition}
    alone = any(
        all(use.at.passage is definition.at.passage or use.own for use in source.facts.uses_of[one])
        for one in within
    )
    return alone or any(one.at.passage is definition.at.passage for one in source.facts.references)


def _undefined(source: Source, chance: Random) -> Fault | None:
    """Take a definition out of the list: each use of its term is of none then."""
    removable = [
        one
        for one in _entries(source)
        if len(_plain_uses(source, one)) > 1
        and " " in one.term
        and all(word[0].isupper() for word in one.term.split())
        and not is_known_name(one.term)
        and not names_a_body(one.term)
        and not _is_needed(source, one)
    ]
    definition = one_of(removable, chance)
    if definition is None:
        return None
    reading = put(source.reading, {definition.at.passage: ()})
    return Fault(reading, tuple(use.at for use in source.facts.uses_of[definition]))


def _entry(like: Definition, term: str, meaning: str) -> tuple[Passage, Words]:
    """Return an entry of the list of definitions that looks like another, and the term in it."""
    before = like.at.passage.text[like.at.passage.typed : like.at.start]
    after = like.at.passage.text[like.at.end :][:1]
    after = after if after in "”’\"'" else ""
    text = f"{before}{term}{after} means {meaning}"
    term_look = replace(PLAIN, bold=True)
    start, end = len(before), len(before) + len(term)
    spans = (Span(0, start, PLAIN), Span(start, end, term_look), Span(end, len(text), PLAIN))
    passage = replace(
        like.at.passage,
        text=text,
        spans=tuple(one for one in spans if one.start < one.end),
        term=term,
        bookmarks=(),
    )
    return passage, Words(passage, start, end)


def _before(source: Source, term: str) -> Definition:
    """Return the entry before which a term stands in the alphabet."""
    entries = [
        one
        for one in source.facts.definitions
        if one.kind == "entry" and not one.scope and one.term[0].isalpha() and one.at.passage.term
    ]
    return next((one for one in entries if one.term.lower() > term.lower()), entries[-1])


def _unused(source: Source, chance: Random) -> Fault | None:
    return _new_entry(source, chance, "the money for a zone.")


def _own_only(source: Source, chance: Random) -> Fault | None:
    return _new_entry(source, chance, "the plan of a zone; each {term} is made in March.")


def _new_entry(source: Source, chance: Random, meaning: str) -> Fault | None:
    term = f"{chance.choice(['Area', 'District', 'Locality', 'Ward'])} {chance.choice(['Ledger', 'Almanac'])}"
    entry, at = _entry(next_one := _before(source, term), term, meaning.format(term=term))
    there = next_one.at.passage
    order = (there, entry) if next_one.term.lower() < term.lower() else (entry, there)
    return Fault(put(source.reading, {there: order}), (at,))


def _circular(source: Source, chance: Random) -> Fault | None:
    """Define two terms by each other."""
    one, at = _entry(first := _before(source, "Area Ledger"), "Area Ledger", "the Area Register.")
    other, also = _entry(first, "Area Register", "the Area Ledger.")
    paragraph = chance.choice(whole_paragraphs(source))
    end = len(paragraph.text)
    using, _ = marked(paragraph, end, end, " It keeps the Area Ledger and the Area Register.")
    change = {first.at.passage: (one, other, first.at.passage), paragraph: (using,)}
    return Fault(
        put(source.reading, change),
        (at, also, Words(one, 0, len(one.text)), Words(other, 0, len(other.text))),
    )


def _twice(source: Source, chance: Random) -> Fault | None:
    return _again(source, chance, lambda meaning: meaning)


def _twice_differently(source: Source, chance: Random) -> Fault | None:
    return _again(source, chance, lambda _: " means what is agreed each year in writing.")


def _again(source: Source, chance: Random, meant: Callable[[str], str]) -> Fault | None:
    """Put an entry a second time behind itself, with the same meaning or another."""
    entries = [one for one in _entries(source) if _plain_uses(source, one)]
    if len(entries) < 2:
        return None
    one = chance.choice(entries)
    passage = one.at.passage
    start = one.at.end + (passage.text[one.at.end : one.at.end + 1] in ("”", "’"))
    again, _ = marked(replace(passage, bookmarks=()), start, len(passage.text), meant(passage.text[start:]))
    at = tuple(Words(each, one.at.start, one.at.end) for each in (again, passage))
    return Fault(put(source.reading, {passage: (passage, again)}), at)


def _out_of_order(source: Source, chance: Random) -> Fault | None:
    """Move an entry to another place in the list."""
    entries = [one for one in _entries(source) if one.term[0].isalpha()]
    if len(entries) < 8:
        return None
    number = chance.randrange(4, len(entries) - 4)
    one = entries[number].at
    there = entries[chance.choice([number - 4, number + 3])].at.passage
    reading = put(source.reading, {one.passage: (), there: (there, one.passage)})
    neighbours = tuple(entry.at for entry in entries)
    return Fault(reading, (one, *(at for at in neighbours if at.passage is there)))


def _variant(source: Source, chance: Random) -> Fault | None:
    """Write a term with its first word in the other number: "Services Contract" as "Service Contract"."""
    return _otherwise(source, chance, lambda words: [_other_number(words[0]), *words[1:]])


def _misspelt(source: Source, chance: Random) -> Fault | None:
    """Leave a letter out of the longest word of a term."""

    def without_letter(words: Sequence[str]) -> list[str]:
        longest = max(words, key=len)
        middle = len(longest) // 2
        return [word[:middle] + word[middle + 1 :] if word == longest else word for word in words]

    return _otherwise(source, chance, without_letter)


def _small_letter(source: Source, chance: Random) -> Fault | None:
    """Write the last word of a term without its capital."""
    return _otherwise(source, chance, lambda words: [*words[:-1], words[-1].lower()])


def _otherwise(
    source: Source, chance: Random, write: Callable[[Sequence[str]], Sequence[str]]
) -> Fault | None:
    """Write a use of a term in another way; ``write`` gets its words."""
    use = one_of(_of_two_words(source), chance)
    if use is None:
        return None
    new = " ".join(write(use.definition.term.split()))
    return one_for(source.reading, use.at.passage, use.at.start, use.at.end, new)


def _other_number(word: str) -> str:
    return word[:-1] if word.endswith("s") else f"{word}s"


def _out_of_scope(source: Source, chance: Random) -> Fault | None:
    """Use a schedule's own term in the body."""
    terms = {one.term for one in source.facts.definitions if not one.scope}
    own = [
        one
        for one in source.facts.definitions
        if one.scope
        and " " in one.term
        and one.term not in terms
        and not is_known_name(one.term)
        and not names_an_office(one.term)
        and _plain_uses(source, one)
    ]
    definition = one_of(own, chance)
    if definition is None:
        return None
    paragraph = chance.choice([one for one in whole_paragraphs(source) if not one.division])
    end = len(paragraph.text)
    return one_for(
        source.reading, paragraph, end, end, f" Each of them keeps the ⟦{definition.term}⟧ in view."
    )


KINDS = (
    Kind("a definition that is gone", ("CK-TERM-UNDEFINED",), _undefined, _DEFINING),
    Kind(
        "a term that nothing defines",
        ("CK-TERM-UNDEFINED",),
        adding("Each of them keeps the ⟦Quarterly Statement⟧. It sends the Quarterly Statement on in March."),
        _DEFINING,
    ),
    Kind("a definition that nothing uses", ("CK-TERM-UNUSED",), _unused, _DEFINING),
    Kind("a term used in its own definition only", ("CK-TERM-OWN-ONLY",), _own_only, _DEFINING),
    Kind("terms defined by each other", ("CK-TERM-CIRCULAR",), _circular, _DEFINING),
    Kind("a definition that stands twice", ("CK-TERM-TWICE",), _twice, _DEFINING),
    Kind("a term with two meanings", ("CK-TERM-TWICE-DIFFERENTLY",), _twice_differently, _DEFINING),
    Kind("an entry out of its place", ("CK-TERM-ORDER",), _out_of_order, _DEFINING),
    Kind("a term in another number", ("CK-TERM-VARIANT",), _variant, _DEFINING),
    Kind("a term that is misspelt", ("CK-TERM-VARIANT", "CK-TEXT-SPELLING"), _misspelt, _DEFINING),
    Kind("a term without a capital", ("CK-TERM-CAPITALS",), _small_letter, _DEFINING),
    Kind("a schedule’s term in the body", ("CK-TERM-SCOPE",), _out_of_scope, ("section-75",)),
    Kind(
        "a definition in the text",
        ("CK-TERM-IN-TEXT",),
        adding("It may write to them (a “⟦Warning Letter⟧”). A Warning Letter has a date.", body=True),
        _DEFINING,
    ),
)
