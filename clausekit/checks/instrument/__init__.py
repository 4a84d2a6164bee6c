"""The facts of an instrument, found once: what a careful reader knows before judging anything.

Each fact is found when a rule first asks for it, and has the passage and the offsets of its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from clausekit.checks.instrument.capitals import Capitals, capitals_of
from clausekit.checks.instrument.cut_off import breaks_off_in
from clausekit.checks.instrument.definitions import Definition, definitions_of
from clausekit.checks.instrument.figures import (
    Date,
    Figure,
    Period,
    Twice,
    Years,
    dates_of,
    figures_of,
    periods_of,
    twice_of,
    with_figures,
    years_of,
)
from clausekit.checks.instrument.grids import Grid, grids_of
from clausekit.checks.instrument.kinds import Kind, kind_of
from clausekit.checks.instrument.labels import Sequence as LabelSequence
from clausekit.checks.instrument.labels import sequences_of
from clausekit.checks.instrument.law import Cited, cited_in
from clausekit.checks.instrument.marks import Bracketed, brackets_of, highlights_of
from clausekit.checks.instrument.parties import Parties, parties_of
from clausekit.checks.instrument.parties_clause import parties_clause
from clausekit.checks.instrument.places import Place, Role, places_of
from clausekit.checks.instrument.references import Reference, references_of
from clausekit.checks.instrument.roman_articles import RomanArticle, roman_articles
from clausekit.checks.instrument.sentences import sentences_of
from clausekit.checks.instrument.signs import Searched
from clausekit.checks.instrument.uses import Use, by_definition, uses_of
from clausekit.checks.instrument.versions import versions_told
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Comment, Passage, Reading, Tracked
from clausekit.recognition.targets import Targets

Fact = TypeVar("Fact")

_SET_OUT = pattern(
    r"\b(?:listed|set out|described|detailed|shown|contained|given|outlined|[Ss]ee) (?:in |at |under )?$"
)
_NEAR, _BEYOND = 24, 4
_PROSE: tuple[Role, ...] = ("text", "cell", "note")


class Instrument:
    """What is known of one instrument: ``as_at`` is the day for which it is judged, ``name`` that of its
    file."""

    def __init__(self, reading: Reading, name: str = "", as_at: date | None = None) -> None:
        self.reading = reading
        self.name = name
        self.as_at = as_at or date.today()
        self._found: dict[Callable[[Instrument], Any], Any] = {}
        self._sentences_in: dict[Passage, tuple[Words, ...]] = {}

    def once(self, find: Callable[[Instrument], Fact]) -> Fact:
        """Return what a function finds in the instrument; it is asked once, however many rules need it."""
        if find not in self._found:
            self._found[find] = find(self)
        found: Fact = self._found[find]
        return found

    # passages

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All passages with where each stands: those of the body in order, then notes, then margins."""
        return tuple(places_of(self.reading))

    @cached_property
    def place_of(self) -> Mapping[Passage, Place]:
        """The place of each passage."""
        return {place.passage: place for place in self.places}

    @cached_property
    def sentences(self) -> tuple[Words, ...]:
        """The sentences of the running text, items of lists among them: no headings, cells or signatures."""
        return tuple(
            words
            for place in self.places
            if place.role == "text"
            for words in self.sentences_of(place.passage)
        )

    def sentences_of(self, passage: Passage) -> Iterator[Words]:
        """Yield the sentences of a passage, whatever it is; they are found when it is first asked for."""
        if passage not in self._sentences_in:
            self._sentences_in[passage] = tuple(sentences_of(passage))
        return iter(self._sentences_in[passage])

    def sentence_of(self, words: Words) -> Words:
        """Return the sentence in which words stand, or begin; the words themselves if they are in none."""
        return next((one for one in self.sentences_of(words.passage) if one.overlaps(words)), words)

    def search(
        self, pattern: re.Pattern[str], *roles: Role, signs: Sequence[str] = ()
    ) -> Iterator[tuple[Words, re.Match[str]]]:
        """Yield what matches in passages of some roles, in text, cells and notes if none is named.

        ``signs`` are letters of which some stand in whatever matches, in small ones: passages in which none
        of them stands need not be gone through.
        """
        for passage in self._searched.passages(roles or _PROSE, signs):
            for match in pattern.finditer(passage.text, passage.typed):
                yield Words(passage, match.start(), match.end()), match

    @cached_property
    def _searched(self) -> Searched:
        return Searched(self.places)

    # terms

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions, in order."""
        return tuple(definitions_of(self.places, self.parties_clause))

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """The uses of defined terms, in order; those in headings too."""
        return tuple(uses_of(self.places, self.definitions, self._ranges_without_uses))

    def _ranges_without_uses(self, passage: Passage) -> Sequence[tuple[int, int]]:
        """Return the names of law and of parties in a passage: a term in one is no use."""
        cited, names = self._citation_ranges(passage), self._party_names
        return (*cited, *(one.span() for one in names.finditer(passage.text))) if names else cited

    @cached_property
    def _party_names(self) -> re.Pattern[str] | None:
        names = [re.escape(party.name.text) for party in self.parties.each if " " in party.name.text]
        return re.compile("|".join(names)) if names else None

    @cached_property
    def uses_of(self) -> Mapping[Definition, tuple[Use, ...]]:
        """The uses of each term that has any."""
        return by_definition(self.uses)

    @cached_property
    def capitals(self) -> tuple[Capitals, ...]:
        """The phrases with capitals that are no use of a defined term, with what they may be instead."""
        terms: dict[Passage, list[tuple[int, int]]] = {}
        for words in (*(use.at for use in self.uses), *(one.at for one in self.definitions)):
            terms.setdefault(words.passage, []).append((words.start, words.end))
        names = [party.name.text for party in self.parties.each]
        return tuple(capitals_of(self.places, self._ranges_of_other_facts, terms, self.parties_clause, names))

    def _ranges_of_other_facts(self, passage: Passage) -> Sequence[tuple[int, int]]:
        return (*self._citation_ranges(passage), *self._reference_ranges.get(passage, ()))

    def _ranges_without_figures(self, passage: Passage) -> Sequence[tuple[int, int]]:
        return (*self._ranges_of_other_facts(passage), *self._calendar_ranges.get(passage, ()))

    # references and numbers

    @cached_property
    def targets(self) -> Targets:
        """What there is to refer to."""
        aside: tuple[Role, ...] = ("contents", "margin", "note")
        return Targets(place.passage for place in self.places if place.role not in aside)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references, typed or printed by a field, to the instrument, to law or to other documents."""
        return tuple(references_of(self.places, self.targets))

    @cached_property
    def _reference_ranges(self) -> Mapping[Passage, list[tuple[int, int]]]:
        return _by_passage(one.phrase for one in self.references)

    @cached_property
    def roman_articles(self) -> tuple[RomanArticle, ...]:
        """The articles that are counted in Roman numerals, in order."""
        return tuple(roman_articles(self.places))

    @cached_property
    def calls_clauses_sections(self) -> bool:
        """Whether "section 5" means the instrument's own: its headings are called so, more such references
        hit than miss, or it has no clauses, and a heading is named with one, "section 5 (Quorum)"."""
        called = sum(
            place.role == "heading" and place.passage.label.lower().startswith("section ")
            for place in self.places
        )
        if called > 1:
            return True
        hits = Counter(
            one.target is not None
            for one in self.references
            if one.kind == "section" and one.owner in ("own", "unsaid")
        )
        words = Counter(one.kind for one in self.references if one.is_own)
        headings = {
            place.passage.words.strip().casefold() for place in self.places if place.role == "heading"
        }
        named = any(
            one.kind == "section"
            and one.title is not None
            and one.title.text.strip("() ").casefold() in headings
            for one in self.references
        )
        speaks_so = (hits[True] > hits[False] and hits[True] > words["clause"]) or (
            named and not words["clause"]
        )
        return speaks_so or (not words["clause"] and not words["paragraph"] and self._says_where_in_sections)

    @property
    def _says_where_in_sections(self) -> bool:
        """Whether each section of which the text speaks sets something out, and may be one of its own."""
        last = max((int(one.labels[-1].value or 0) for one in self.sequences if not one.parent), default=0)
        said = [
            one
            for one in self.references
            if one.kind == "section" and one.owner == "unsaid" and not one.within
        ]
        return bool(said) and all(
            _SET_OUT.search(one.phrase.shortly_before(_NEAR))
            and one.number.isdecimal()
            and int(one.number) <= last + _BEYOND
            for one in said
        )

    @cached_property
    def sequences(self) -> tuple[LabelSequence, ...]:
        """The numbers, as sequences that count on their own."""
        return tuple(sequences_of(self.places))

    # figures

    @cached_property
    def _with_figures(self) -> tuple[Passage, ...]:
        return tuple(with_figures(self.places))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Money, percentages and numbers in digits, in order."""
        return tuple(figures_of(self._with_figures, self._ranges_without_figures))

    @cached_property
    def given_twice(self) -> tuple[Twice, ...]:
        """Numbers in words with the same in figures."""
        return tuple(twice_of(self._with_figures))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables as grids."""
        return tuple(grids_of(self.places))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates, in order."""
        return tuple(dates_of(self._with_figures))

    @cached_property
    def years(self) -> tuple[Years, ...]:
        """The financial years, and runs of them."""
        return tuple(years_of(self._with_figures))

    @cached_property
    def _calendar_ranges(self) -> Mapping[Passage, list[tuple[int, int]]]:
        return _by_passage((*(one.at for one in self.dates), *(one.at for one in self.years)))

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods, in figures or in words."""
        return tuple(periods_of(self.places))

    # law and parties

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Acts, Regulations and other law that is cited by name or number."""
        return tuple(
            cited for place in self.places if place.role != "contents" for cited in cited_in(place.passage)
        )

    def _citation_ranges(self, passage: Passage) -> Sequence[tuple[int, int]]:
        return self._citations_in.get(passage, ())

    @cached_property
    def _citations_in(self) -> Mapping[Passage, list[tuple[int, int]]]:
        return _by_passage(cited.at for cited in self.citations)

    @cached_property
    def bodies(self) -> tuple[Words, ...]:
        """The bodies and places named in running text, cells and notes, other than by a defined term."""
        return tuple(one.at for one in self.capitals if one.likeness in ("body", "party"))

    @cached_property
    def parties_clause(self) -> tuple[Passage, ...]:
        """The passages that name the parties; none if there is no such clause."""
        return parties_clause(self.places)

    @cached_property
    def parties(self) -> Parties:
        """The parties and what they are called."""
        return parties_of(self.parties_clause, self.definitions)

    # what was left in the file

    @cached_property
    def highlights(self) -> tuple[Words, ...]:
        """The words that are highlighted."""
        return tuple(highlights_of(self.places))

    @cached_property
    def brackets(self) -> tuple[Bracketed, ...]:
        """The pairs of square brackets."""
        return tuple(brackets_of(self.places))

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments in the margin."""
        return self.reading.comments

    @property
    def tracked(self) -> tuple[Tracked, ...]:
        """The tracked changes that nobody has accepted or rejected."""
        return self.reading.tracked

    # the whole

    @cached_property
    def versions(self) -> frozenset[Passage]:
        """The passages that tell the history of its versions: what they say is no state of the text."""
        return versions_told(self.places)

    @cached_property
    def breaks_off_in(self) -> Passage | None:
        """The last paragraph, if the text is an extract that ends within a sentence."""
        return breaks_off_in(self.places)

    @cached_property
    def kind(self) -> Kind:
        """What kind of instrument it is."""
        return kind_of(self.places, self.reading.manifest)


def _by_passage(each: Iterable[Words]) -> Mapping[Passage, list[tuple[int, int]]]:
    """Return where words stand, by their passage."""
    found: dict[Passage, list[tuple[int, int]]] = {}
    for words in each:
        found.setdefault(words.passage, []).append((words.start, words.end))
    return found
