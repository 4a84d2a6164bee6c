"""Definitions: each term with what else it may be called, where it is defined, its meaning and its scope."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from clausekit.checks.instrument.columns_of_terms import (
    beside_their_meanings,
    on_lines_of_their_own,
    term_alone,
)
from clausekit.checks.instrument.defining import (
    as_elsewhere,
    defined_in_bold,
    in_bare_brackets,
    named_in_brackets,
    party_role,
    referred_to,
    several_at_once,
)
from clausekit.checks.instrument.definition import Definition, DefinitionKind
from clausekit.checks.instrument.entries import CLOSE, MARK, SHORTENED, alternatives_of, entry_of, variants_in
from clausekit.checks.instrument.lists_of_terms import before_marks, run_together
from clausekit.checks.instrument.places import Place, attachment_alone
from clausekit.checks.instrument.terms_quoted import (
    MEANS,
    abbreviations_in,
    terms_in_brackets,
    terms_in_quotes,
)
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table

__all__ = ["Definition", "DefinitionKind", "definitions_of", "in_title_case"]

_OPEN = "“‘\"'"
_MEANS_FIRST = pattern(rf"{MEANS}:?")
_WORD = pattern(r"[^\W\d_][\w’']*")
_VOWEL = pattern("[AEIOUY]")
_SMALL_WORDS = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_SHORTEST_WORD = 5
_SHORTEST_WORD_IN_CAPITALS = 6
"""A shorter one that stands alone is an abbreviation."""
KNOWN_AS = pattern(
    r"(?:known|referred to)(?: here| in this \w+)? as|called(?: here| in this \w+)?|defined as"
    r"|(?:here|in this \w+)|(?:short )?(?:name|title|form) used(?: here| in this \w+)?"
    r"|short (?:name|title|form)|abbreviat(?:ion|ed)",
    re.IGNORECASE,
)
_NAME_BEGINS = pattern(r"\s*(?:The )?[A-Z][\w’'.-]*[ \u00a0]\w")
_NAME_IN_CELL = pattern(
    r"\s*[“\"]?(?:[Tt]he )?[“\"]?(?P<term>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4})[”\"]?\s*"
)
_EVERYWHERE = pattern(
    r"\b(?:definition|glossary|interpretation|defined (?:terms|words|expressions)|dictionary"
    r"|(?:words|terms|phrases)(?: \w+)? (?:used|reproduced|defined|and (?:phrases|terms))"
    r"|expressions\b|meanings? of (?:words|terms|expressions))",
    re.IGNORECASE,
)
"""What the title of a schedule says in which all terms of an instrument are defined."""
_AND_ELSEWHERE = pattern(
    r",? and (?:in |for )?(?:Schedules? \d|the (?:other|rest)|Annex|Appendix|its |all )", re.IGNORECASE
)
"""What follows where a definition holds in more than one schedule: "in this Schedule and in Schedule 7"."""
_AND_MEANS = pattern(
    r"[,;]? and (?:an? |the )?(?P<term>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) "
    r"(?:means\b|(?:shall |is to )?(?:be )?(?:read|construed|understood) accordingly)"
)
_SEVERAL_MEAN = pattern(
    r"[,;] and (?P<terms>[“\"](?:the |an? )?[A-Z][^“”\"]{0,40}[”\"]"
    r"(?:(?:, and|,| and) [“\"](?:the |an? )?[A-Z][^“”\"]{0,40}[”\"]){1,6}) (?:shall )?(?:mean|have)\b"
)
_ONE_OF_SEVERAL = pattern(r"[“\"](?:the |an? )?(?P<term>[^“”\"]+)[”\"]")
_TERMS_APART = pattern(r",? and |, ")
_OF_SEVERAL = pattern(
    r"(?:(?:shall|[Ee]ach|[Aa]ll|[Tt]hese|[Bb]oth|will) )*(?:have|has|bear)\b"
    r"|(?:(?:each|all|both|any) of )?(?:the |those )?(?:persons|people|officers|bodies|organisations|those)"
    r" (?:who|which|that|holding|so|named|called|elected|appointed)\b"
)
"""What a meaning begins with that several terms have, "Chair and Vice-Chair | the persons who hold ..."."""
_SEVERAL = 2
_WHERE = pattern(
    r"\b(?:in|for the purposes? of) (?:this|the) (agreement|memorandum|schedule|annex|appendix|part)\b",
    re.IGNORECASE,
)


def definitions_of(places: Sequence[Place], parties: Collection[Passage]) -> Iterator[Definition]:
    """Yield the definitions of an instrument in order; ``parties`` are the passages of its parties clause.

    What a schedule defines for itself that is an instrument of its own holds in its annexes, too. Where a
    term is printed in capitals, "POOLED FUND", what it is called elsewhere is a variant of it,
    "Pooled Fund", as "Contract" and "Contracts" are of "Contract(s)".
    """
    beside = _beside_terms(places)
    whole = attachment_alone(places)
    seen: set[str] = set()
    for found in _as_printed(places, parties):
        if found.term in seen and _is_bare(found):
            continue
        seen.add(found.term)
        for definition in _with_its_cell(found, beside.get(found.at.passage, ())):
            yield _with_other_forms(
                replace(definition, scope="") if definition.scope == whole else definition
            )


def _with_other_forms(definition: Definition) -> Definition:
    term = definition.term
    forms = (term[:-3], f"{term[:-3]}s") if term.endswith("(s)") else (in_title_case(term),)
    new = tuple(one for one in forms if one not in (term, *definition.variants))
    return replace(definition, variants=(*definition.variants, *new)) if new else definition


def _is_bare(definition: Definition) -> bool:
    """Tell whether brackets without quotes hold a term: if that is defined already, they say whose it is."""
    return definition.kind == "text" and definition.at.shortly_before(5).endswith(("(", "(the "))


def _beside_terms(places: Sequence[Place]) -> dict[Passage, tuple[Passage, ...]]:
    """Return for each term in a table the passages in the cell to the right, which say what it means."""
    found: dict[Passage, list[Passage]] = {}
    term: Place | None = None
    for place in places:
        if place.role == "cell" and place.passage.term:
            term = place
            found[place.passage] = []
        elif term and (place.table, place.row, place.column) == (term.table, term.row, term.column + 1):
            found[term.passage].append(place.passage)
    return {passage: tuple(meaning) for passage, meaning in found.items()}


def _with_its_cell(definition: Definition, cell: tuple[Passage, ...]) -> Iterator[Definition]:
    """Yield a definition in a table with what the cell beside the term says; if that has meanings for several
    terms, "Controller, Processor | have the meanings ...", each of them."""
    if definition.kind != "table" or not cell:
        yield definition
        return
    first = cell[0]
    verb = _MEANS_FIRST.match(first.text, first.typed)
    meaning = Words(first, verb.end() if verb else first.typed, len(first.text))
    whole = replace(definition, meaning=meaning, passages=(*definition.passages, *cell))
    apart = _TERMS_APART.split(definition.term) if _OF_SEVERAL.match(first.text, first.typed) else []
    terms = [term.strip(_OPEN + CLOSE) for term in apart]
    if len(terms) < _SEVERAL or not all(term[:1].isupper() for term in terms):
        yield whole
        return
    start = definition.at.start
    for term in terms:
        start = definition.at.passage.text.index(term, start)
        yield replace(whole, term=term, at=definition.at.part(start, start + len(term)))
        start += len(term)


def in_title_case(term: str) -> str:
    """Return words in capitals with one to each word, and others and abbreviations as they are.

    >>> in_title_case("COUNCIL OF GOVERNORS"), in_title_case("NHS BODY"), in_title_case("CAMHS")
    ('Council of Governors', 'NHS Body', 'CAMHS')
    """
    if not term.isupper() or (" " not in term and len(term) < _SHORTEST_WORD_IN_CAPITALS):
        return term
    return _WORD.sub(lambda word: _word_in_title_case(word[0], first=not word.start()), term)


def _word_in_title_case(word: str, *, first: bool) -> str:
    if word.lower() in _SMALL_WORDS and not first:
        return word.lower()
    return word if len(word) < _SHORTEST_WORD and not _VOWEL.search(word) else word.capitalize()


def _as_printed(places: Sequence[Place], parties: Collection[Passage]) -> Iterator[Definition]:
    parts: dict[Passage, list[Passage]] = {}
    for place in places:
        if place.definition is not None:
            parts.setdefault(place.definition, []).append(place.passage)
    lead = ""
    apart = on_lines_of_their_own(places)
    run_in = beside_their_meanings(places)
    bracketed = named_in_brackets(places)
    names_short: set[tuple[Table | None, int]] = set()
    name: Place | None = None
    for place in places:
        if meaning_below := apart.get(place.passage):
            entry = _on_its_own_line(place.passage, meaning_below)
            yield from _scoped((entry, *_defined_along(entry, {entry.term})), place, lead)
            continue
        if terms := run_in.get(place.passage):
            yield from _scoped(_beside_their_meanings(terms), place, lead)
            continue
        if place.role == "cell" and KNOWN_AS.fullmatch(place.passage.words.strip()):
            names_short.add((place.table, place.column))
        elif place.role == "cell" and (place.table, place.column) in names_short:
            named = name if name and (name.table, name.row) == (place.table, place.row) else place
            yield from _short_name_in_cell(place.passage, named.passage)
        elif place.role == "cell" and not (name and (name.table, name.row) == (place.table, place.row)):
            name = place if _NAME_BEGINS.match(place.passage.words) else name
        if place.role in ("cover", "cell") and not place.number and (role := party_role(place.passage)):
            meaning = Words(place.passage, role.end, len(place.passage.text))
            yield Definition(role.text, role, "party", meaning, (place.passage,))
        if place.role in ("text", "cell", "note") or place.passage in parties:
            if place.role == "text" and place.definition is None:
                lead = place.passage.text
            own = tuple(parts.get(place.passage, (place.passage,)))
            names = bracketed.get(place.passage, ())
            in_parties = place.passage in parties
            found = _in_passage(place, own, lead, names, in_parties=in_parties)
            yield from found if in_parties else _scoped(found, place, lead)


def _scoped(found: Iterable[Definition], place: Place, lead: str) -> Iterator[Definition]:
    """Yield definitions of a place with where they hold."""
    for definition in found:
        yield replace(definition, scope=_scope(place, lead))


def _short_name_in_cell(passage: Passage, named: Passage) -> Iterator[Definition]:
    """Yield the short name that a table of the parties gives one of them: "the Council" below "Known as";
    ``named`` is the cell with its full name."""
    if found := _NAME_IN_CELL.fullmatch(passage.text, passage.typed):
        at = Words(passage, found.start("term"), found.end("term"))
        yield Definition(at.text, at, "party", Words(named, named.typed, len(named.text)), (passage,))


def _on_its_own_line(passage: Passage, below: Passage) -> Definition:
    at = term_alone(passage)
    meaning = Words(below, below.typed, len(below.text))
    term, other = alternatives_of(" ".join(at.text.split()))
    if shortened := SHORTENED.fullmatch(term):
        term, other = shortened[1], (shortened[2],)
    return Definition(term, at, "entry", meaning, (passage, below), other)


def _beside_their_meanings(terms: Sequence[Words]) -> Iterator[Definition]:
    """Yield the definitions of terms that stand in one paragraph, each with the words up to the next."""
    for at, following in zip_longest(terms, terms[1:]):
        passage = at.passage
        verb = MARK.match(passage.text, at.end)
        begin = verb.end() if verb else at.end
        meaning = Words(passage, begin, following.start if following else len(passage.text))
        variants = tuple(variants_in(passage.text, at.end, begin))
        yield Definition(at.text, at, "entry", meaning, (passage,), variants)


def _in_passage(
    place: Place,
    own: tuple[Passage, ...],
    lead: str,
    names: Sequence[Words],
    *,
    in_parties: bool,
) -> Iterator[Definition]:
    """Yield the definitions in a passage; ``names`` are those that brackets alone define in it."""
    passage = place.passage
    told: set[str] = set()
    entry = entry_of(place, own, lead)
    if entry:
        told |= {entry.term, *entry.variants}
        yield entry
    later = ((words, Words(passage, words.end, len(passage.text))) for words in before_marks(place))
    for words, meaning in (*several_at_once(passage), *run_together(place), *later):
        if words.text not in told and not (entry and words.overlaps(entry.at)):
            told.add(words.text)
            yield Definition(words.text, words, "entry", meaning, (passage,))
    if entry:
        yield from _defined_along(entry, told)
    in_brackets = (*in_bare_brackets(passage, in_parties=in_parties), *names)
    bare = ((words, ()) for words in (*in_brackets, *referred_to(passage), *as_elsewhere(passage)))
    quoted = terms_in_quotes(passage, in_parties=in_parties)
    bold = ((words, ()) for words in defined_in_bold(passage))
    for words, variants in (*terms_in_brackets(passage), *bare, *quoted, *bold):
        if words.text not in told and not (entry and words.overlaps(entry.at)):
            told |= {words.text, *variants}
            kind: DefinitionKind = "party" if in_parties else "text"
            meaning = Words(passage, passage.typed, words.start)
            yield Definition(words.text, words, kind, meaning, (passage,), variants)
    for words, name in abbreviations_in(passage):
        if words.text not in told:
            told.add(words.text)
            yield Definition(words.text, words, "abbreviation", name, (passage,))


def _defined_along(entry: Definition, told: set[str]) -> Iterator[Definition]:
    """Yield the terms that an entry defines besides its own: "... and Underspend means the converse", or
    “, and “the First Year” and “the Second Year” mean the first and second of them”."""
    passage = entry.meaning.passage
    for match in _AND_MEANS.finditer(passage.text, entry.meaning.start):
        if match["term"] not in told:
            told.add(match["term"])
            at, meaning = Words(passage, *match.span("term")), Words(passage, match.end(), len(passage.text))
            yield replace(entry, term=at.text, at=at, meaning=meaning, variants=())
    for several in _SEVERAL_MEAN.finditer(passage.text, entry.meaning.start):
        for match in _ONE_OF_SEVERAL.finditer(passage.text, *several.span("terms")):
            if match["term"] not in told:
                told.add(match["term"])
                at = Words(passage, *match.span("term"))
                meaning = Words(passage, several.end(), len(passage.text))
                yield replace(entry, term=at.text, at=at, meaning=meaning, variants=())


def _scope(place: Place, lead: str) -> str:
    """Return the division in which a definition holds, "" if it holds everywhere.

    A schedule that is a glossary defines for all of the agreement. Else the words of the definition tell, or
    those that lead to a list of them: "In this Schedule:". What a part of a schedule defines holds in all of
    it if nothing says that it is for the part.
    """
    passage = place.passage
    division = place.table.division if place.table else passage.division
    source = place.table.clause if place.table else passage.clause
    if not division or source.startswith("definitions/"):
        return ""
    if place.division and _EVERYWHERE.search(place.division.words):
        return ""
    told = _WHERE.search(passage.text) or (_WHERE.search(lead) if passage.term or place.definition else None)
    where = told[1].lower() if told else ""
    if told and _AND_ELSEWHERE.match(told.string, told.end()):
        return ""
    if where in ("agreement", "memorandum"):
        return ""
    return division if where == "part" else division.partition(" Part ")[0]
