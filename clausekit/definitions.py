"""Defined terms: finds their uses, and keeps the definitions that the document reaches.

A use is wherever the words of a term, or of a declared variant, stand in the text with the same capitals; the
longest term wins. Headings are no use, nor are words in the name of an Act. Definitions in a schedule, or in
a part of one, hold there and go before those of the agreement; a term that only another part of the schedule
defines has the meaning that it has there. All others hold everywhere, and so do those of the family
``definitions`` wherever it stands: a glossary may be a schedule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from clausekit.model import (
    Block,
    Clause,
    DefinedTerm,
    DefinitionEntry,
    DefinitionList,
    Document,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    Item,
    ItemList,
    Reference,
    Strong,
    Text,
    Use,
    Value,
)
from clausekit.problems import Finding, Source
from clausekit.walk import (
    Inlines,
    clauses,
    defining_everywhere,
    defining_here,
    definitions,
    inline_runs,
    inlines,
    map_clauses,
    plain_text,
    rewrite_inlines,
    schedules,
    scopes,
    term_of,
)

_FIRST_WORD = re.compile(r"\w+")
_CITATION_END = re.compile(r" (?:Act|Regulations|Order|Rules) (?:1[5-9]|20)[0-9]{2}\b")
_CITATION_WORD = re.compile(r"(?:^|(?<= ))(?:[A-Z(][^ ]*|and|of|for|to|in|by|etc\.)$")
_POINTING_WORDS = re.compile(
    r"\b(has|have|the|same|meanings?|means|given|to|of|as|in|an?|is)\b|\W+", re.IGNORECASE
)

_Keep: TypeAlias = Callable[[tuple[DefinitionEntry, ...]], tuple[DefinitionEntry, ...]]


@dataclass(frozen=True, slots=True)
class _Definition:
    """A term, its variants, and its entry in a list of definitions (None if defined in the running text)."""

    term: str
    variants: tuple[str, ...]
    entry: DefinitionEntry | None
    place: Source


class Vocabulary:
    """The terms that hold in one scope, ready to be found in text."""

    def __init__(self, found: Iterable[_Definition], outer: Vocabulary | None = None) -> None:
        self.definitions: dict[str, _Definition] = dict(outer.definitions) if outer else {}
        self._terms: dict[str, str] = dict(outer._terms) if outer else {}
        for definition in found:
            self.definitions[definition.term] = definition
            self._terms.update((words, definition.term) for words in (definition.term, *definition.variants))
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for words in sorted(self._terms, key=len, reverse=True):
            if first := _FIRST_WORD.match(words):
                self._by_first_word[first.group()].append(words)
        # Only words that begin as some term does are looked at: of most texts, those with a capital.
        initials = re.escape("".join(sorted({word[0] for word in self._by_first_word}))) or "-"
        self._candidate = re.compile(rf"(?<![\w-])[{initials}]\w*")

    def uses(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and term of each use in a text, the longest term first."""
        position = 0
        citations = list(_citations(text))
        for word in self._candidate.finditer(text):
            if word.start() < position or any(start <= word.start() < end for start, end in citations):
                continue
            for words in self._by_first_word.get(word.group(), ()):
                end = word.start() + len(words)
                if text.startswith(words, word.start()) and not text[end : end + 1].isalnum():
                    yield word.start(), end, self._terms[words]
                    position = end
                    break

    def mark(self, run: Inlines) -> Inlines:
        """Return a run of inlines with the uses in its text as ``Use`` nodes."""
        marked: list[Inline] = []
        for inline in run:
            match inline:
                case Text():
                    marked += self._split(inline.text)
                case Strong() | Emphasis() | Footnote():
                    marked.append(replace(inline, children=self.mark(inline.children)))
                case _:
                    marked.append(inline)
        return tuple(marked)

    def _split(self, text: str) -> Iterator[Inline]:
        position = 0
        for start, end, term in self.uses(text):
            if start > position:
                yield Text(text[position:start])
            yield Use(term, text[start:end])
            position = end
        if position < len(text):
            yield Text(text[position:])

    def entries_used(self, run: Inlines) -> Iterator[str]:
        """Yield the key of the definition of each term used in a marked run, filled-in values included."""
        for inline in inlines(run):
            match inline:
                case Use():
                    terms = [inline.term]
                case Value():
                    terms = [term for _, _, term in self.uses(inline.text)]
                case _:
                    continue
            for term in terms:
                if entry := self.definitions[term].entry:
                    yield entry.key


def _citations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names of Acts and regulations stand: their words are no uses of our terms.

    A name ends in "Act 2006" or the like, and goes back over words with capitals and the small words
    between them, but for "the": "National Health Service Act 2006".
    """
    for end in _CITATION_END.finditer(text):
        start = end.start()
        while word := _CITATION_WORD.search(text[:start]):
            start = word.start()
            if start == 0:
                break
            start -= 1
        yield start, end.end()


@dataclass(frozen=True, slots=True)
class _Scoped:
    """An entry with its uses marked, the vocabulary that holds for it, and its clause."""

    entry: DefinitionEntry
    vocabulary: Vocabulary
    clause: Clause


def settle(document: Document) -> tuple[Document, list[Finding]]:
    """Return the document with its uses marked and only the reached definitions kept, in alphabetical order.

    The findings tell of terms defined twice in one scope, and of definitions that only point to each other.
    """
    findings: list[Finding] = []
    holding = _vocabularies(document, findings)
    document = map_clauses(document, lambda clause: _mark(clause, holding[clause.key]))
    entries = {
        entry.key: _Scoped(entry, holding[clause.key], clause)
        for clause in clauses(document)
        for entry in definitions(clause.blocks)
    }
    findings += _circular(entries)
    reached = _reached(document, holding, entries)
    return map_clauses(document, lambda clause: _prune(clause, reached)), findings


# Which terms are defined where


def _vocabularies(document: Document, findings: list[Finding]) -> dict[str, Vocabulary]:
    """Return the vocabulary that holds in each clause, by its key."""
    everywhere = Vocabulary(_defined_in(defining_everywhere(document), findings))
    holding = {clause.key: everywhere for clause in defining_everywhere(document)}
    for schedule in schedules(document):
        found = [(scope, _defined_in(defining_here(scope), findings)) for scope in scopes(schedule)]
        lent = [one for _, own in found for one in own if one.term not in everywhere.definitions]
        outer = Vocabulary(lent, everywhere) if lent else everywhere
        for scope, own in found:
            local = Vocabulary(own, outer) if own else outer
            holding.update((clause.key, local) for clause in scope)
    return holding


def _defined_in(scope: Iterable[Clause], findings: list[Finding]) -> list[_Definition]:
    found: dict[str, _Definition] = {}
    for clause in scope:
        for definition in _definitions_of(clause):
            earlier = found.get(definition.term)
            if earlier is None or earlier.entry is None:
                found[definition.term] = definition
            elif definition.entry is not None:
                findings.append(_defined_twice(definition, earlier))
    return list(found.values())


def _definitions_of(clause: Clause) -> Iterator[_Definition]:
    for entry in definitions(clause.blocks):
        place = Source(clause.file, entry.line or None)
        yield _Definition(term_of(entry.term), entry.variants, entry, place)
    for run in inline_runs(clause.blocks):
        for inline in inlines(run):
            if isinstance(inline, DefinedTerm):
                yield _Definition(
                    term_of(inline.children), (), None, Source(clause.file, clause.line or None)
                )


def _defined_twice(definition: _Definition, earlier: _Definition) -> Finding:
    return Finding(
        "defined-twice",
        f"“{definition.term}” is defined here and at {earlier.place}.",
        definition.place,
        excerpt=definition.term,
        remedy="Keep one of the two definitions.",
    )


# Marking, reaching, pruning


def _mark(clause: Clause, vocabulary: Vocabulary) -> Clause:
    return replace(clause, blocks=rewrite_inlines(clause.blocks, vocabulary.mark))


def _reached(
    document: Document, holding: Mapping[str, Vocabulary], entries: Mapping[str, _Scoped]
) -> set[str]:
    """Return the keys of the definitions that the text uses, directly or through other definitions."""
    waiting = [
        key
        for clause in clauses(document)
        for run in inline_runs(_operative(clause))
        for key in holding[clause.key].entries_used(run)
    ]
    reached: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            scoped = entries[key]
            for run in inline_runs(scoped.entry.blocks):
                waiting += scoped.vocabulary.entries_used(run)
    return reached


def _operative(clause: Clause) -> tuple[Block, ...]:
    """Return the blocks whose uses call for a definition: not the definitions, nor the drafting notes."""
    blocks = tuple(block for block in clause.blocks if not isinstance(block, DraftingNote))
    return _filter_definitions(blocks, lambda _: ()) if _defines(clause) else blocks


def _defines(clause: Clause) -> bool:
    """Tell whether the clause has a list of definitions: few do, and the others need no rewriting."""
    return next(definitions(clause.blocks), None) is not None


def _prune(clause: Clause, reached: set[str]) -> Clause:
    def keep(entries: tuple[DefinitionEntry, ...]) -> tuple[DefinitionEntry, ...]:
        return tuple(sorted((entry for entry in entries if entry.key in reached), key=_alphabetical))

    return replace(clause, blocks=_filter_definitions(clause.blocks, keep)) if _defines(clause) else clause


def _filter_definitions(blocks: tuple[Block, ...], keep: _Keep) -> tuple[Block, ...]:
    """Return the blocks with the entries of each list of definitions that ``keep`` returns of them."""
    kept: list[Block] = []
    for block in blocks:
        match block:
            case DefinitionList():
                kept.append(DefinitionList(keep(block.entries)))
            case ItemList():
                items = (
                    Item(item.key, _filter_definitions(item.blocks, keep), item.line) for item in block.items
                )
                kept.append(ItemList(tuple(items), block.numbered))
            case _:
                kept.append(block)
    return tuple(kept)


def _alphabetical(entry: DefinitionEntry) -> tuple[str, ...]:
    """Return the key by which definitions stand: word by word, without regard to case or punctuation."""
    return tuple(re.findall(r"\w+", plain_text(entry.term).casefold()))


# Definitions that lead nowhere


def _circular(entries: Mapping[str, _Scoped]) -> Iterator[Finding]:
    """Yield a finding for each ring of definitions that say nothing but "the meaning of" one another."""
    pointers = {key: target for key, scoped in entries.items() if (target := _points_to(scoped)) is not None}
    told: set[str] = set()
    for start in pointers:
        ring = _ring(start, pointers)
        if ring and not told.intersection(ring):
            told.update(ring)
            terms = [plain_text(entries[key].entry.term) for key in ring]
            first = entries[ring[0]]
            yield Finding(
                "circular-definition",
                f"These definitions only point to each other: {' → '.join([*terms, terms[0]])}.",
                Source(first.clause.file, first.entry.line or None),
                excerpt=terms[0],
                remedy="Say in one of them what the term means.",
            )


def _points_to(scoped: _Scoped) -> str | None:
    """Return the key of the definition that an entry's meaning points to, if that is all that it says."""
    runs = list(inline_runs(scoped.entry.blocks))
    if any(isinstance(inline, Value | Reference) for run in runs for inline in inlines(run)):
        return None
    used = {key for run in runs for key in scoped.vocabulary.entries_used(run)}
    own_words = "".join(inline.text for run in runs for inline in inlines(run) if isinstance(inline, Text))
    return used.pop() if len(used) == 1 and not _POINTING_WORDS.sub("", own_words) else None


def _ring(start: str, pointers: Mapping[str, str]) -> list[str]:
    """Return the definitions passed on the way from ``start`` back to it; none if the way leads elsewhere."""
    ring = [start]
    while (following := pointers.get(ring[-1])) is not None:
        if following == start:
            return ring
        if following in ring:
            break
        ring.append(following)
    return []
