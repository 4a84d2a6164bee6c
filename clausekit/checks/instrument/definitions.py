"""Definitions: each term with what else it may be called, where it is defined, its meaning and its scope."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal, TypeAlias

from clausekit.checks.instrument.defining import (
    as_elsewhere,
    before_marks,
    beside_their_meanings,
    in_bare_brackets,
    in_bold,
    is_in_list,
    named_in_brackets,
    on_lines_of_their_own,
    party_role,
    referred_to,
    run_together,
    several_at_once,
    term_alone,
)
from clausekit.checks.instrument.places import Place, attachment_alone
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table
from clausekit.recognition.names import BEGINNERS

DefinitionKind: TypeAlias = Literal["entry", "table", "text", "party", "abbreviation"]

_OPEN, _CLOSE = "“‘\"'", "”’\"'"
_QUOTED = pattern(r"“([^“”]{1,80})”|\"([^\"]{1,80})\"|(?<!\w)[‘']([^‘’']{1,60})[’'](?!\w)")
_BRACKETS = pattern(r"\(([^()]{1,240})\)")
_FIRST_IN_BRACKETS = pattern(r"\((?:the |an? )?$")
_SAYS_MORE = pattern(r"[,;]| (?:or|and)(?:,| (?:in|when|where|while|as)\b)")
_DEFINING = """
the a an each and or and/or together collectively jointly hereinafter hereafter herein referred to as called
known being in this agreement schedule part memorandum document protocol of them both all with which is are
shall be for purposes also individually severally respectively either any one abbreviated below defined
short such annex annexe appendix deed contract section here that capacity
"""
_DEFINING_WORDS = frozenset(_DEFINING.split())
"""What may stand beside the term in brackets that define: "(together the “Partners”)"."""

_MEANS = r"(?:means?|shall mean|(?:has|have|shall have) the (?:same )?meanings?)\b"
_MEANS_FIRST = pattern(rf"{_MEANS}:?")
_MEANS_AFTER = pattern(rf"[,:]?[ \u00a0\t]*(?:\([^()]{{1,60}}\)[ \u00a0])?{_MEANS}")
_AND_QUOTED = r"(?:[ \u00a0](?:and|or)[ \u00a0][“\"‘'][^“”\"]{1,60}[”\"’'])?"
_INCLUDES_AFTER = pattern(rf"{_AND_QUOTED}(?:{_MEANS_AFTER.pattern}|[ \u00a0](?:includes?|refers? to)\b)")
_SEVERAL_MEAN = pattern(rf"{_AND_QUOTED}{_MEANS_AFTER.pattern}")
_IS_AFTER = pattern(r"[ \u00a0](?:is|are)[ \u00a0]")
_IS_BEFORE = pattern(r"\b(?:is|are|be) (?:(?:together|collectively|jointly|each) )?(?:an? |the )?$")
_COLLECTED_BEFORE = pattern(
    r"\b(?:each|each of them|together|collectively|jointly|known|called|referred to)"
    r"(?: in this \w+)? (?:as )?(?:an? |the )?$",
    re.IGNORECASE,
)
_TOGETHER_BEFORE = pattern(r"\b(?:together|collectively|jointly),? (?:being |as )?the $", re.IGNORECASE)
"""What stands before a name for all, outside of brackets: "by its name or, together, the “Bodies”"."""
_CALLED_BEFORE = pattern(
    r"\b(?:(?:is|are|be|hereinafter) (?:together |collectively |jointly |each )?(?:called|known(?: here)? as)"
    r"|referred to (?:in this \w+ )?(?:together |collectively )?as) (?:an? |the )?$"
)
_FOR_AFTER = pattern(r",? (?:for|being) (?:the )?[A-Z]")
_BEGINS = pattern(r"(?:^|[.;:] )(?:An? |The |References? to (?:an? |the )?)?$")
_POINTS = pattern(
    r"[ \u00a0]*(?:(?:as|that) )?(?:(?:is|are) )?(?:given|set out|ascribed|assigned|defined|described)\b"
)
_BARE = pattern(
    r"(?P<term>[A-Z0-9][\w’'&/-]*(?:[ \u00a0](?:of|and|for|the|to|in|by|[A-Z0-9(][\w’'&/()-]*)){0,9})"
    rf"[:,]?[ \u00a0\t]+(?:\([^()]{{1,60}}\)[ \u00a0])?{_MEANS}"
)
_BARE_IN_PART = pattern(rf"(?P<term>[A-Z][\w’'-]+ [a-z][\w’'-]+),?[ \u00a0]+{_MEANS}")
"""A term of two words of which one has no capital: "Host partner means"."""
_SEVERAL_TERMS = pattern(r" (?:and|or) .*\bhave the ")
_PRONOUNS = frozenset(
    ("This", "That", "It", "Which", "The", "These", "Those", "Nothing", "Each", "Such", "What")
)
_NO_TERM = pattern(
    r"this (?:agreement|deed|memorandum\b.*?|mou|protocol) (?:is|was) (?:dated|made)", re.IGNORECASE
)
_ACCORDINGLY = pattern(
    r"[“\"‘'](?P<other>[A-Z][^“”\"‘]{1,40})[”\"’'],? (?:(?:shall|will|must|should|(?:is|are) to) (?:be )?"
    r"(?:construed|interpreted|read|understood|have)\b|(?:is|are) (?:construed|interpreted|read|understood)\b"
    r"|(?:has|have) (?:an? |the )?(?:corresponding|like|similar|cognate)\b)"
)
"""Another form of a term that means the like: "and “Quarterly” shall be interpreted accordingly"."""
_VERB = pattern(rf"{_MEANS}|\b(?:includes?|is|are|refers? to)\b|:")
_ALTERNATIVE = r",? (?:or|and/or|/) (?:the )?[“\"]?(?P<other>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})[”\"]?"
_MARK = pattern(rf"[”\"]?(?: \([^()]{{1,60}}\)|{_ALTERNATIVE})?(?::| [–—-])?\s*")
_OR_ALSO = pattern(_ALTERNATIVE)
_ABBREVIATED = pattern(
    r"(?P<name>[A-Z][\w’'-]*(?:[ \u00a0](?:of|and|for|the|&|in|[A-Z][\w’'-]*)){1,9})[ \u00a0]"
    r"\((?P<short>[A-Z][A-Za-z&]{1,9})\)"
)
_SHORT = pattern(r"\((?:or )?(?:the )?([A-Z][A-Za-z&]{1,9})\)")
_SHORTENED = pattern(rf"(.+?) {_SHORT.pattern}")
_ARTICLE = pattern(r"(?:the|a|an|each|that)[ \u00a0](?=\S)", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_][\w’']*")
_VOWEL = pattern("[AEIOUY]")
_ROOT = 4
"""Words that begin with so many letters alike are forms of one word."""
_SMALL_WORDS = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_SHORTEST_WORD = 5
_SHORTEST_WORD_IN_CAPITALS = 6
"""A shorter one that stands alone is an abbreviation."""
_ANNOUNCES = pattern(
    r"\b(?:meanings?|definitions?|terms|words|expressions)\b|\bin this [^.;]{1,60}[:–—-]$", re.IGNORECASE
)
_TITLED = pattern(
    r"\b(?:packages?|courses?|modules?|leaflets?|booklets?|articles?|papers?|letters?|(?:en)?titled) $"
)
_LEADS_IN = pattern(
    r"(?:Notes?|NB|Example|Table|Figure|Item|For|To|From|Source|Remarks?|Step|Option|Part|Version|Status)\b"
)
_KNOWN_AS = pattern(
    r"(?:known|referred to)(?: here| in this \w+)? as|called(?: here| in this \w+)?|defined as"
    r"|(?:here|in this \w+)|(?:short )?(?:name|title|form) used(?: here| in this \w+)?"
    r"|short (?:name|title|form)|abbreviat(?:ion|ed)",
    re.IGNORECASE,
)
_NAME_BEGINS = pattern(r"\s*(?:The )?[A-Z][\w’'.-]*[ \u00a0]\w")
_NAME_IN_CELL = pattern(
    r"\s*[“\"]?(?:[Tt]he )?[“\"]?(?P<term>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4})[”\"]?\s*"
)
_OR = pattern(r"[”\"]? (?:or|and/or|/) (?:the )?[“\"]?")
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
_TERMS_APART = pattern(r",? and |, ")
_OF_SEVERAL = pattern(
    r"(?:(?:shall|each|all|will) )*(?:have|has|bear)\b"
    r"|(?:(?:each|all|both|any) of )?(?:the |those )?(?:persons|people|officers|bodies|organisations|those)"
    r" (?:who|which|that|holding|so|named|called|elected|appointed)\b"
)
"""What a meaning begins with that several terms have, "Chair and Vice-Chair | the persons who hold ..."."""
_SEVERAL = 2
_WHERE = pattern(
    r"\b(?:in|for the purposes? of) (?:this|the) (agreement|memorandum|schedule|annex|appendix|part)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A defined term.

    ``at`` are the words of the term where it is defined, ``passages`` those that say what it means (an entry
    with its items), ``meaning`` the words after "means" in the first of them. ``kind`` tells whether it is
    an entry in a list of definitions, a row of a table of them, stands in brackets in running text ("(the
    “Fund”)") or in the parties clause, or is a mere abbreviation ("Better Care Fund (BCF)").
    ``scope`` is the schedule or part in which it holds, "" if everywhere.
    """

    term: str
    at: Words
    kind: DefinitionKind
    meaning: Words
    passages: tuple[Passage, ...]
    variants: tuple[str, ...] = ()
    scope: str = ""

    @property
    def points_elsewhere(self) -> bool:
        """Whether it only says where the meaning is: "has the meaning given in clause 4"."""
        return _POINTS.match(self.meaning.text) is not None

    def holds_in(self, division: str) -> bool:
        """Tell whether it holds in a schedule or part."""
        return not self.scope or division == self.scope or division.startswith(f"{self.scope} ")


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
    terms = [term.strip(_OPEN + _CLOSE) for term in apart]
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
            entry = _on_its_own_line(place.passage, meaning_below, _scope(place, lead))
            yield entry
            yield from _defined_along(entry, {entry.term})
            continue
        if terms := run_in.get(place.passage):
            yield from _beside_their_meanings(terms, _scope(place, lead))
            continue
        if place.role == "cell" and _KNOWN_AS.fullmatch(place.passage.words.strip()):
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
            scope = "" if place.passage in parties else _scope(place, lead)
            names = bracketed.get(place.passage, ())
            yield from _in_passage(place, own, scope, lead, names, in_parties=place.passage in parties)


def _short_name_in_cell(passage: Passage, named: Passage) -> Iterator[Definition]:
    """Yield the short name that a table of the parties gives one of them: "the Council" below "Known as";
    ``named`` is the cell with its full name."""
    if found := _NAME_IN_CELL.fullmatch(passage.text, passage.typed):
        at = Words(passage, found.start("term"), found.end("term"))
        yield Definition(at.text, at, "party", Words(named, named.typed, len(named.text)), (passage,))


def _on_its_own_line(passage: Passage, below: Passage, scope: str) -> Definition:
    at = term_alone(passage)
    meaning = Words(below, below.typed, len(below.text))
    term, other = _alternatives(" ".join(at.text.split()))
    if shortened := _SHORTENED.fullmatch(term):
        term, other = shortened[1], (shortened[2],)
    return Definition(term, at, "entry", meaning, (passage, below), other, scope)


def _beside_their_meanings(terms: Sequence[Words], scope: str) -> Iterator[Definition]:
    """Yield the definitions of terms that stand in one paragraph, each with the words up to the next."""
    for at, following in zip_longest(terms, terms[1:]):
        passage = at.passage
        verb = _MARK.match(passage.text, at.end)
        begin = verb.end() if verb else at.end
        meaning = Words(passage, begin, following.start if following else len(passage.text))
        variants = tuple(_variants(passage.text, at.end, begin))
        yield Definition(at.text, at, "entry", meaning, (passage,), variants, scope)


def _in_passage(
    place: Place,
    own: tuple[Passage, ...],
    scope: str,
    lead: str,
    names: Sequence[Words],
    *,
    in_parties: bool,
) -> Iterator[Definition]:
    """Yield the definitions in a passage; ``names`` are those that brackets alone define in it."""
    passage = place.passage
    told: set[str] = set()
    entry = _entry(place, own, scope, lead)
    if entry:
        told |= {entry.term, *entry.variants}
        yield entry
    later = ((words, Words(passage, words.end, len(passage.text))) for words in before_marks(place))
    for words, meaning in (*several_at_once(passage), *run_together(place), *later):
        if words.text not in told and not (entry and words.overlaps(entry.at)):
            told.add(words.text)
            yield Definition(words.text, words, "entry", meaning, (passage,), (), scope)
    if entry:
        yield from _defined_along(entry, told)
    in_brackets = (*in_bare_brackets(passage, in_parties=in_parties), *names)
    bare = ((words, ()) for words in (*in_brackets, *referred_to(passage), *as_elsewhere(passage)))
    quoted = _quoted_means(passage, in_parties=in_parties)
    bold = ((words, ()) for words in in_bold(passage) if _IS_BEFORE.search(words.before[-40:]))
    for words, variants in (*_in_brackets(passage), *bare, *quoted, *bold):
        if words.text not in told and not (entry and words.overlaps(entry.at)):
            told |= {words.text, *variants}
            kind: DefinitionKind = "party" if in_parties else "text"
            meaning = Words(passage, passage.typed, words.start)
            yield Definition(
                words.text, words, kind, meaning, (passage,), variants, "" if in_parties else scope
            )
    for words, name in _abbreviations(passage):
        if words.text not in told:
            told.add(words.text)
            yield Definition(words.text, words, "abbreviation", name, (passage,), (), scope)


def _defined_along(entry: Definition, told: set[str]) -> Iterator[Definition]:
    """Yield the term that an entry defines besides its own: "... and Underspend means the converse"."""
    passage = entry.meaning.passage
    for match in _AND_MEANS.finditer(passage.text, entry.meaning.start):
        if match["term"] not in told:
            told.add(match["term"])
            at, meaning = Words(passage, *match.span("term")), Words(passage, match.end(), len(passage.text))
            yield replace(entry, term=at.text, at=at, meaning=meaning, variants=())


def _only_leads_in(place: Place, lead: str) -> bool:
    """Tell whether words before a colon are no term, as in "Note: the fee is low"."""
    passage = place.passage
    if place.role != "text" or not passage.text.startswith(f"{passage.term}:", passage.typed):
        return False
    return bool(_LEADS_IN.match(passage.term)) or not (is_in_list(place) or _ANNOUNCES.search(lead))


def _entry(place: Place, own: tuple[Passage, ...], scope: str, lead: str) -> Definition | None:
    """Return the definition that a passage begins with, if it does."""
    passage = place.passage
    term, start, is_marked = passage.term, passage.typed, False
    if term and not _only_leads_in(place, lead):
        start = max(passage.text.find(term, start), start)
    elif (quoted := _QUOTED.match(passage.text, start)) and _SEVERAL_MEAN.match(passage.text, quoted.end()):
        term, start = quoted[1] or quoted[2] or quoted[3], start + 1
    elif bare := _bare(place, start := _after_article(place)):
        first = bare["term"].partition(" ")[0]
        if place.role != "text" or first in {*_PRONOUNS, *BEGINNERS} or _SEVERAL_TERMS.search(bare[0]):
            return None
        term = bare["term"]
    elif marked := next(before_marks(place), None):
        term, start, is_marked = marked.text, marked.start, True
    else:
        return None
    if not any(map(str.isalpha, term)) or _NO_TERM.match(passage.text, start):
        return None
    if shortened := _SHORTENED.fullmatch(term):
        term = shortened[1]
    term, other = _alternatives(term)
    at = Words(passage, start, start + len(term))
    verb = (_MARK.match if is_marked else _VERB.search)(passage.text, at.end)
    before_meaning = verb.end() if verb and is_marked else verb.start() if verb else at.end
    variants = tuple(
        dict.fromkeys((*other, *_variants(passage.text, _closed(at), before_meaning), *_likewise(at)))
    )
    meaning = Words(passage, verb.end() if verb else at.end, len(passage.text))
    article = _ARTICLE.match(term)
    if article and (term[:1].islower() or term[article.end() :][:1].isupper()):
        at = at.part(start + article.end(), at.end)
    return Definition(
        at.text, at, _kind_of_entry(place, verb[0] if verb else ""), meaning, own, variants, scope
    )


def _bare(place: Place, start: int) -> re.Match[str] | None:
    """Return what begins a definition without quotes; in a list of them, a word may have no capital."""
    text = place.passage.text
    in_part = is_in_list(place) and not place.passage.number
    return _BARE.match(text, start) or (_BARE_IN_PART.match(text, start) if in_part else None)


def _closed(words: Words) -> int:
    """Return where words end, with the quotation mark that closes them."""
    return words.end + (words.passage.text[words.end : words.end + 1] in tuple(_CLOSE))


def _after_article(place: Place) -> int:
    """Return where the words of a line begin; in a list of definitions without "the" before the term."""
    passage = place.passage
    article = _ARTICLE.match(passage.text, passage.typed) if is_in_list(place) else None
    return article.end() if article else passage.typed


def _alternatives(term: str) -> tuple[str, tuple[str, ...]]:
    """Return a term, and what it is called for short: "Better Care Board or Board"."""
    first, *others = _OR.split(term)
    words, letters = first.split(), "".join(word[0] for word in first.split())
    short = tuple(one for one in others if one in letters or set(one.split()) <= set(words))
    return (first, short) if others and len(short) == len(others) else (term, ())


def _kind_of_entry(place: Place, verb: str) -> DefinitionKind:
    """Return "text" for what only widens a word's own meaning: “Person” includes a firm."""
    if place.role == "cell":
        return "table"
    return "text" if verb.startswith(("include", "refer")) else "entry"


def _variants(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what else a term may be called: “Services Contract” or “Contract”; “Safeguarding Board” (SAB)."""
    for match in _QUOTED.finditer(text, start, end):
        yield _term(match[1] or match[2] or match[3])
    for match in _SHORT.finditer(text, start, end):
        yield match[1]
    if also := _OR_ALSO.match(text, start, end):
        yield also["other"]


def _likewise(words: Words) -> Iterator[str]:
    """Yield the other forms of a term that its definition has read like it: “Quarterly” of “Quarter”."""
    root = words.text[:_ROOT]
    for match in _ACCORDINGLY.finditer(words.passage.text, words.end):
        if match["other"].startswith(root):
            yield match["other"]


def _in_brackets(passage: Passage) -> Iterator[tuple[Words, tuple[str, ...]]]:
    """Yield the terms that brackets in running text define; "or" between them makes variants of one."""
    for bracket in _BRACKETS.finditer(passage.text, passage.typed):
        quoted = list(_QUOTED.finditer(passage.text, bracket.start() + 1, bracket.end() - 1))
        if not quoted or _is_a_title(passage, bracket, quoted[0]):
            continue
        if not _only_defines(_QUOTED.sub(" ", bracket[1])):
            yield from ((words, ()) for words in _in_some_capacity(passage, bracket, quoted))
            continue
        terms = [_words(passage, match) for match in quoted]
        alternatives = len(terms) > 1 and re.fullmatch(
            r"[,;]?\s*(?:or|and/or)\s*(?:the|a|an)?\s*", passage.text[quoted[0].end() : quoted[1].start()]
        )
        if alternatives:
            yield terms[0], tuple(words.text for words in terms[1:])
        else:
            for words in terms:
                yield words, ()


def _in_some_capacity(
    passage: Passage, bracket: re.Match[str], quoted: Sequence[re.Match[str]]
) -> Iterator[Words]:
    """Yield the term with which brackets begin that say more of it, and what they call it besides:
    "(“Dale” or, as described in clause 4, the “Host”)"."""
    first, *others = quoted
    if _FIRST_IN_BRACKETS.match(passage.text, bracket.start(), first.start()) and _SAYS_MORE.match(
        passage.text, first.end()
    ):
        yield _words(passage, first)
        for other in others:
            if passage.text.endswith(" the ", 0, other.start()):
                yield _words(passage, other)


def _is_a_title(passage: Passage, bracket: re.Match[str], quoted: re.Match[str]) -> bool:
    """Tell whether quotes alone in brackets hold the title of what stands before them: a course, a form."""
    before = passage.text[max(passage.typed, bracket.start() - 30) : bracket.start()]
    return quoted.start() == bracket.start() + 1 and _TITLED.search(before) is not None


def _quoted_means(passage: Passage, *, in_parties: bool) -> Iterator[tuple[Words, tuple[str, ...]]]:
    """Yield the quoted terms that running text gives a meaning, or that it gives to something.

    “Loss” includes costs. A “Notice” is a letter. The Partner that sends it is a “Sender”. Of the parties it
    may say: each a “Partner” and together the “Partners”.
    """
    for match in _QUOTED.finditer(passage.text, passage.typed):
        before = passage.text[max(passage.typed, match.start() - 40) : match.start()]
        defines = (
            _INCLUDES_AFTER.match(passage.text, match.end())
            or (_IS_AFTER.match(passage.text, match.end()) and _BEGINS.search(before))
            or _IS_BEFORE.search(before)
            or (in_parties and _COLLECTED_BEFORE.search(before))
            or _CALLED_BEFORE.search(before)
            or _TOGETHER_BEFORE.search(before)
            or (not before and _FOR_AFTER.match(passage.text, match.end()))
        )
        words = _words(passage, match)
        if defines and words.text[:1].isupper():
            yield words, ()


def _abbreviations(passage: Passage) -> Iterator[tuple[Words, Words]]:
    """Yield the abbreviations of names, with the name: letters of it, in order."""
    for match in _ABBREVIATED.finditer(passage.text, passage.typed):
        short = match["short"]
        letters = "".join(letter for letter in short if letter.isupper())
        if len(letters) < 2:
            continue
        name = Words(passage, match.start("name"), match.end("name"))
        initials = "".join(word[0] for word in re.findall(r"\w[\w’']*", name.text))
        if _is_spelt_in(letters.lower(), initials.lower()):
            yield Words(passage, match.start("short"), match.end("short")), name


def _is_spelt_in(letters: str, text: str) -> bool:
    """Tell whether letters come in this order in a text."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _only_defines(words: str) -> bool:
    return all(word in _DEFINING_WORDS for word in re.findall(r"[\w/]+", words.lower()))


def _words(passage: Passage, match: re.Match[str]) -> Words:
    group = next(number for number in (1, 2, 3) if match[number] is not None)
    text = match[group]
    article = _ARTICLE.match(text)
    begin = match.start(group) + (article.end() if article else 0)
    return Words(passage, begin, match.start(group) + len(text.rstrip(" ,.;")))


def _term(text: str) -> str:
    article = _ARTICLE.match(text)
    return text[article.end() if article else 0 :].rstrip(" ,.;")


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
