"""Other ways to define that agreements have: bare brackets, a colon, several terms at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import BEGINNERS, names_a_body
from clausekit.recognition.terms import is_term_alone, title_definitions

_CAPITALS = r"[A-Z][\w’'&-]*(?: (?:(?:of|and|for) (?:the )?)?[A-Z][\w’'&-]*){0,5}"
_TOGETHER = r"(?:together|collectively|jointly|each),? "
_TERM = r"[A-Z0-9][\w’'&/-]*(?: (?:(?:of|and|for|in|to) (?:the )?)?[A-Z0-9][\w’'&/-]*){0,6}"
_BRACKET = pattern(
    rf"(?<=[\w)] )\((?P<article>(?:{_TOGETHER}(?:the |an? )?|(?:the|an?) ))?"
    rf"(?P<term>\d{{4}} (?:Act|Regulations)|{_CAPITALS})\)"
)
_NAME_IN_BRACKETS = pattern(
    r"(?<=[\w)] )\((?P<term>[A-Z][\w’'&-]*(?: (?:of |and |for )?[A-Z][\w’'&-]*){1,4})\)"
)
_ENDS_PARTY = pattern(r"(?=[.;,]|$| and\b| \()")
_REFERENCE_BEFORE = pattern(
    r"\b(?:clause|paragraph|section|regulation|article|schedule|annex|appendix|part)s? [\w.()]+ $",
    re.IGNORECASE,
)
_SHORT = (
    r"(?: \((?:or )?(?:the )?[“\"]?[A-Z][A-Za-z ]{1,30}[”\"]?\)"
    r"|,? (?:or|and/or|/) (?:the )?[“\"]?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}[”\"]?)?"
)
_DASH = pattern(rf"[“\"](?P<term>{_TERM})[”\"]{_SHORT} [–—-] (?=\S)")
_COLON = pattern(
    rf"(?P<stop>[.;] )?[“\"‘']?(?P<term>{_TERM})(?:[”\"’']?{_SHORT} ?:\s|[”\"’']{_SHORT} [–—-] )(?=\S)"
)
_BARE_DASH = pattern(rf"(?P<term>{_TERM}){_SHORT}(?: [–—-]|[–—]) (?=[a-z£\d“\"])")
_DASH_WITHIN = pattern(
    rf"[.)] (?P<term>{_TERM}){_SHORT} [–—-] (?=(?:the|an?|any|all|each|our|your|its|their|how) [a-z])"
)
"""A definition that follows another in one paragraph, where the lines of a list have run together."""
_TITLE_BEFORE_DASH = pattern(
    r"(?P<term>[A-Z][\w’'-]*:?(?: [\w’'-]+:?){1,9}) [–—] (?=(?:the|an?|any|our|your|its|their) [a-z])"
)
"""The title of a paper with few capitals in a list of definitions: "Applying for a grant – the booklet"."""
_RUN_ON = pattern(
    rf"(?:^|[:;.] (?:and |or )?)(?:[Tt]he )?[“\"]?(?P<term>{_TERM})[”\"]?{_SHORT},? "
    r"(?:(?:shall )?means?|(?:has|have|shall have) the (?:same )?meanings?)\b"
)
_MEANS = pattern(r"(?:shall )?means?\b|(?:has|have|shall have) the (?:same )?meanings?\b")
_OPPOSITE = pattern(
    r"[“\"](?P<term>[A-Z0-9][^“”\"]{1,80})[”\"](?:[ \u00a0]\([^()]{1,60}\))?\s+"
    r"(?!(?:and|or|marks?|describes?|denotes?|indicates?|shows?|applies|apply|may|will|shall|must)\b)(?=[\w£])"
)
"""The meaning stands opposite the term, with no verb between them: “Regulations” the Regulations of 2000."""
_ROLE = pattern(
    r"(?:The )?(?P<term>Provider|Commissioner|Council|Trust|Supplier|Customer|Funder|Recipient|Client"
    r"|Purchaser|Contractor|Host|Authority)[ ]?:(?:\s+(?=[A-Z])|$)"
)
_REFERRED_TO = pattern(
    rf"\b[Rr]eferences? to (?:an? |the |any )?[“\"]?(?P<term>{_CAPITALS})[”\"]? (?:is|are|shall be)"
    r" (?:(?:an? )?references? )?(?:to|construed)\b"
)
_CALLED = pattern(
    rf"\b(?:[Ee]ach (?:of (?:them|us) |one )?is (?:called )?an?"
    r"|[Tt]ogether (?:they|we) are (?:called )?the|are (?:together|collectively|jointly) (?:called )?the"
    r"|(?:who|which|they|we) are (?:(?:here|together|collectively|jointly) )?"
    r"(?:called|known as|referred to as) (?:together |collectively )?the)"
    rf" (?P<term>{_CAPITALS})(?=[.,;:]| and\b|$)"
)
"""Plain words that name those who were just listed: "each of them is a Partner"."""
_EACH_AND_ALL = pattern(
    rf"\b[Ee]ach (?:of them )?(?:being )?an? (?P<one>{_CAPITALS}),? and (?:together|collectively|jointly)"
    rf" (?:being )?the (?P<all>{_CAPITALS})(?=[.,;)]|$)"
)
"""Plain words below the parties that name them: "each a Partner and together the Partners"."""
_LIST_OF_TERMS = pattern(
    r"\b(?:definition|definitions|interpretation|glossary|(?:defined|key) terms|meanings?"
    r"|(?:words|terms) used"
    r"|abbreviations|expressions"
    r"|what (?:do |does )?(?:the |these |some )?(?:words|terms)\b.{0,20}\bmean)\b",
    re.IGNORECASE,
)
_TERM_ALONE = pattern(r"[A-Z0-9][\w’'&/-]*(?: (?:of|and|for|in|to|the|[A-Z0-9(][\w’'&()/-]*)){0,7}:?")
_TITLE_OF_COLUMN = pattern(r"(?:meaning|definition|expression|explanation|interpretation)s?:?", re.IGNORECASE)
_MEANING_ALONE = pattern(r"[a-z£\d“\"(:]|(?:The|An?|Each|Any|All|Those|One|Has|Means|As|Either|Both)\b")
_QUOTED_ALONE = pattern(r"[“\"]?(?P<term>[A-Z0-9][^“”\"]{1,80}?)[”\"]?:?")
_TITLE = r"[A-Z0-9][\w’'&/-]*(?: (?:(?:of|and|for|in) (?:the )?)?[A-Z0-9][\w’'&/-]*){0,6}"
_BESIDE = pattern(
    rf"(?<![\w’'&/-])(?P<term>{_TITLE}){_SHORT} "
    r"(?=(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny|[Aa]ll|[Tt]hose|[Ww]hat|[Ss]uch|[Ee]ither|[Bb]oth|[Oo]ne)"
    r" (?:\w|£)|(?:is|are) (?:the|an?)\b)"
)
"""A term and its meaning whose columns have run into one line: "Work Plan the plan of work for a year"."""
_BEFORE_SMALL = pattern(rf"(?P<term>{_TITLE}){_SHORT} (?=[a-z]{{2,}} )")
_SAYS = pattern(
    r"(?:shall|will|must|may|can|is|are|was|were|has|have|had|do|does|agrees?|includes?|applies|apply|and|or|of"
    r"|for|in|to|by|on|with)\b"
)
"""After the subject of a sentence, which is no term that a list explains."""
_OPENS_SENTENCE = pattern(
    rf"(?:{'|'.join(sorted(BEGINNERS))}|When\w+|Where\w+|What\w+|Although|Though|Given|Like|Words|References?)\b"
)
_ARTICLE = pattern(r"(?:the|an?|The|An?) ")
_AFTER_BOLD = pattern(r"\. | [–—-] ")
_IS = pattern(r" (?:is|are|means) ")
_A_LIST = 3
_LONGEST_LIST = 400
_MOST = 60
"""So many terms at most run together in one paragraph."""
_AMOUNT_BEFORE = pattern(r"(?:£[\d,.]+[kKmM]?|\d%|\d,\d{3}|\bper cent) $")
_ONE = r"(?:[“\"][^“”\"]{1,60}[”\"]|[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d{1,3})){0,4})"
_SEVERAL = pattern(
    rf"(?P<terms>(?:{_ONE}(?:, (?:and |or )?| and | or )){{1,12}}(?:{_ONE}|[a-z]+))"
    r"(?:,? (?:shall )?(?:each |all )?(?:has|have|bear) (?:in (?:this|the) \w+ )?"
    r"the (?:same |respective )?meanings?\b"
    r"|: (?=as defined|(?:each |all )?(?:has|have|bear|with) the))"
)
_GIVES_MEANINGS = pattern(r"meaning|: as defined|: (?:each |all )?(?:has|have|with) the")
_IN_THIS = pattern(r" in (?:this|the) ")
"""What is said of terms to which another agreement gives a meaning: "have in this Deed the meanings"."""
_EACH = pattern(_ONE)


def in_bare_brackets(passage: Passage, *, in_parties: bool) -> Iterator[Words]:
    """Yield the terms that brackets without quotes define: after an article, in bold, or last after a party.

    "Westmarch County Council (the Council)". The title after a reference, "clause 4 (the Fund)", is none, nor
    is who bears a sum: "£400 (the Council)".
    """
    for match in _BRACKET.finditer(passage.text, passage.typed):
        words = Words(passage, match.start("term"), match.end("term"))
        names_party = in_parties and _ENDS_PARTY.match(passage.text, match.end())
        if not (match["article"] or _is_bold(words) or names_party):
            continue
        if _AMOUNT_BEFORE.search(passage.text, max(passage.typed, match.start() - 20), match.start()):
            continue
        if not _REFERENCE_BEFORE.search(passage.text, max(passage.typed, match.start() - 20), match.start()):
            yield words.part(words.start + 4, words.end) if words.text.startswith("THE ") else words


def named_in_brackets(places: Sequence[Place]) -> dict[Passage, list[Words]]:
    """Return the names of several words that stand in brackets with neither quotes nor an article, and that
    the text then speaks of: "by an agreement dated 28 March 2024 (Principal Agreement)"."""
    found = [
        Words(place.passage, match.start("term"), match.end("term"))
        for place in places
        if place.role == "text"
        for match in _NAME_IN_BRACKETS.finditer(place.passage.text, place.passage.typed)
        if not _REFERENCE_BEFORE.search(
            place.passage.text, max(place.passage.typed, match.start() - 20), match.start()
        )
    ]
    text = "\n".join(place.passage.text for place in places) if found else ""
    names: dict[Passage, list[Words]] = {}
    for words in found:
        if re.search(
            rf"\b(?:[Tt]he|[Aa]ny|[Aa]ll|[Ss]uch|[Ii]ts|[Tt]heir|[Nn]o) {re.escape(words.text)}\b", text
        ):
            names.setdefault(words.passage, []).append(words)
    return names


def before_marks(place: Place) -> Iterator[Words]:
    """Yield the terms that a line defines with a mark: “Equipment” – aids; in a list also "Equipment: aids".

    Where a text has lost its lines, several of them run on in one paragraph.
    """
    if place.role != "text":
        return
    passage = place.passage
    in_list = _LIST_OF_TERMS.search(place.heading)
    opposite = _OPPOSITE.match(passage.text, passage.typed) if in_list and not passage.term else None
    if opposite:
        yield Words(passage, opposite.start("term"), opposite.end("term"))
        return
    if in_list and (bold := _bold_lead(passage)):
        yield bold
        return
    if in_list and not passage.number and (dashed := list(_before_dashes(passage))):
        yield from dashed
        return
    for match in (_COLON if in_list else _DASH).finditer(passage.text, passage.typed):
        if match.start() == passage.typed or (in_list and match["stop"]):
            quoted = passage.text[max(match.start("term") - 1, 0)] in "‘'"
            term = match["term"].rstrip("’'") if quoted else match["term"]
            yield Words(passage, match.start("term"), match.start("term") + len(term))


def _before_dashes(passage: Passage) -> Iterator[Words]:
    """Yield the terms without quotes before the dashes of a paragraph: the first, and those run on to it."""
    text, start = passage.text, passage.typed
    first = _BARE_DASH.match(text, start) or _TITLE_BEFORE_DASH.match(text, start)
    found = (*([first] if first else []), *_DASH_WITHIN.finditer(text, first.end() if first else start))
    for match in found:
        term = match["term"].rstrip("’'")
        yield Words(passage, match.start("term"), match.start("term") + len(term))


def _bold_lead(passage: Passage) -> Words | None:
    """Return the term in bold with which a line begins, ended by a stop or a dash, or after "the" and before
    "is"."""
    article = _ARTICLE.match(passage.text, passage.typed)
    start = article.end() if article else passage.typed
    for span in passage.spans:
        if span.look.bold and span.start <= start < span.end < len(passage.text):
            words = passage.text[start : span.end].rstrip(" .:")
            ended = _AFTER_BOLD.match(passage.text, start + len(words))
            means = article and _IS.match(passage.text, start + len(words))
            if (ended or means) and _TERM_ALONE.fullmatch(words):
                return Words(passage, start, start + len(words))
    return None


def in_bold(passage: Passage) -> Iterator[Words]:
    """Yield what stands in bold within a sentence, if it begins with a capital."""
    for span in passage.spans:
        start, end = max(span.start, passage.typed), span.end
        if span.look.bold and start > passage.typed and passage.text[start : start + 1].isupper():
            words = Words(passage, start, start + len(passage.text[start:end].rstrip(" .,;:")))
            if words.after[:1] != "”" and words.text:
                yield words


def is_in_list(place: Place) -> bool:
    """Tell whether a place stands below a heading that announces definitions."""
    return _LIST_OF_TERMS.search(place.heading) is not None


def run_together(place: Place) -> Iterator[tuple[Words, Words]]:
    """Yield the terms of a list whose lines were joined to one paragraph, each with what it means."""
    passage = place.passage
    if place.role != "text":
        return
    found = list(_RUN_ON.finditer(passage.text, passage.typed))
    if len(found) < _A_LIST:
        return
    ends = [*(match.start() + 1 for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=True):
        yield Words(passage, match.start("term"), match.end("term")), Words(passage, match.end(), end)


def on_lines_of_their_own(places: Sequence[Place]) -> dict[Passage, Passage]:
    """Return the terms that stand alone on a line, each with the line below it that says what it means.

    So do lists of definitions whose columns an extraction of text has laid one below the other: line by line,
    or all terms before all meanings.
    """
    found = {
        term.passage: meaning.passage
        for term, meaning in pairwise(places)
        if _is_term_alone(term)
        and meaning.role == "text"
        and not (meaning.passage.number or meaning.passage.term)
        and _MEANING_ALONE.match(meaning.passage.words)
    }
    if len(found) < _A_LIST:
        found = {}
    bodies = _that_are_bodies(places, found)
    named = set(bodies.values())
    all_ = {
        **_above_their_meanings(places),
        **_before_meanings(places),
        **found,
        **bodies,
        **_below_titles(places),
    }
    return {term: meaning for term, meaning in all_.items() if term not in named}


def _above_their_meanings(places: Sequence[Place]) -> dict[Passage, Passage]:
    """Return the terms alone on a line, in quotes or bold or in a list of definitions, above a line that says
    what they mean: “Agreed Costs”, "means the costs ..."."""
    return {
        term.passage: meaning.passage
        for term, meaning in pairwise(places)
        if term.role in ("text", "heading")
        and meaning.role == "text"
        and _MEANS.match(meaning.passage.words)
        and not (term.passage.number or term.passage.term or meaning.passage.number)
        and (is_in_list(term) or _is_set_apart(term.passage))
        and is_term_alone(term.passage.words)
    }


def _is_set_apart(passage: Passage) -> bool:
    """Tell whether all words of a line are in quotes or in bold."""
    words = passage.words.strip()
    quoted = words[:1] in tuple('“"') and _QUOTED_ALONE.fullmatch(words) is not None
    return quoted or all(span.look.bold for span in passage.spans)


def _that_are_bodies(places: Sequence[Place], known: Mapping[Passage, Passage]) -> dict[Passage, Passage]:
    """Return the terms of such a list of which the meaning is the name of a body: they stand before or after
    others."""
    meanings = set(known.values())
    return {
        term.passage: meaning.passage
        for before, term, meaning, after in zip(places, places[1:], places[2:], places[3:], strict=False)
        if (before.passage in meanings or after.passage in known)
        and not {term.passage, meaning.passage} & known.keys()
        and _is_term_alone(term)
        and names_a_body(meaning.passage.words.partition(" (")[0])
    }


def _below_titles(places: Sequence[Place]) -> dict[Passage, Passage]:
    """Return the terms of a table whose cells an extraction of text has put one below the other, row by row.

    Its titles, "Term" and "Meaning", tell that it was one.
    """
    found: dict[Passage, Passage] = {}
    for at in range(len(places) - 1):
        if title_definitions(*(" ".join(one.passage.words.split()) for one in places[at : at + 2])):
            rows = places[at + 2 : at + 2 + _LONGEST_LIST]
            for term, meaning in zip(rows[::2], rows[1::2], strict=False):
                if not _is_term_alone(term) or meaning.passage.number or meaning.heading != term.heading:
                    break
                found[term.passage] = meaning.passage
    return found


def _is_term_alone(place: Place) -> bool:
    passage = place.passage
    if not is_in_list(place) or place.role not in ("text", "heading") or passage.number or passage.term:
        return False
    words = " ".join(passage.text[beginning(passage) :].split())
    if _TITLE_OF_COLUMN.fullmatch(words):
        return False
    return _TERM_ALONE.fullmatch(_unquoted(words)) is not None


def _unquoted(words: str) -> str:
    """Return a term without its quotation marks, of which one may be lost."""
    quoted = _QUOTED_ALONE.fullmatch(words)
    return quoted["term"] if quoted else words


def term_alone(passage: Passage) -> Words:
    """Return the words of a term that has a line for itself."""
    start, end = beginning(passage), len(passage.text.rstrip(' :”"'))
    return Words(passage, start + (passage.text[start : start + 1] in '“"'), end)


def beside_their_meanings(places: Sequence[Place]) -> dict[Passage, list[Words]]:
    """Return the terms of a list whose two columns have run together, so that nothing parts them.

    A heading tells that it is a list, and several lines below it define; what an extraction of text has
    joined to one paragraph holds several.
    """
    found = [
        (place, words)
        for place in places
        if is_in_list(place) and (words := list(islice(_beside(place), _MOST)))
    ]
    listed = Counter(place.heading for place in places if place.passage.term)
    listed.update(place.heading for place, words in found for _ in words)
    told = {place.passage: words for place, words in found if listed[place.heading] >= _A_LIST}
    return told | {words.passage: [words] for words in _between_rows(places) if words.passage not in told}


def _between_rows(places: Sequence[Place]) -> Iterator[Words]:
    """Yield the terms of lines that an extraction of text has left out of a table of definitions, where the
    rows above and below are still in one: "Confidential Information information of any kind".

    So it may be with a line that has lost its "means" between two that have theirs.
    """
    for before, place, after in zip(places, places[1:], places[2:], strict=False):
        passage = place.passage
        left_out = place.role == "text" and not (passage.number or passage.term) and is_in_list(place)
        in_table = before.role == "cell" and after.role == "cell" and after.passage.term
        in_lines = _defines(before) and _defines(after)
        if left_out and (in_table or in_lines):
            found = _BEFORE_SMALL.match(passage.text, passage.typed)
            if found and not (_OPENS_SENTENCE.match(found["term"]) or _SAYS.match(passage.text, found.end())):
                yield Words(passage, found.start("term"), found.end("term"))


def _defines(place: Place) -> bool:
    """Tell whether a line of the text begins with a term and "means"."""
    passage = place.passage
    return place.role == "text" and bool(passage.term or _RUN_ON.match(passage.text, passage.typed))


def _beside(place: Place) -> Iterator[Words]:
    passage = place.passage
    if place.role != "text" or passage.number or passage.term:
        return
    for match in _BESIDE.finditer(passage.text, passage.typed):
        begins = match.start() == passage.typed or passage.text[match.start() - 2] in ".;"
        if begins and not _OPENS_SENTENCE.match(match["term"]):
            yield Words(passage, match.start("term"), match.end("term"))


def beginning(passage: Passage) -> int:
    """Return where the words of a line begin: what looks like the number of a section may name an officer."""
    return 0 if passage.label.lower().startswith("section") else passage.typed


def _before_meanings(places: Sequence[Place]) -> dict[Passage, Passage]:
    """Return the terms of a column that was read before the column of their meanings."""
    found: dict[Passage, Passage] = {}
    run: list[Passage] = []
    for index, place in enumerate(places):
        if _is_term_alone(place):
            run.append(place.passage)
            continue
        if len(run) >= _A_LIST and _MEANS.match(place.passage.words):
            following = [one.passage for one in places[index : index + len(run)]]
            apart = all(_MEANS.match(one.words) for one in following) and len(following) == len(run)
            found.update(zip(run, following if apart else [place.passage] * len(run), strict=True))
        run = []
    return found


def party_role(passage: Passage) -> Words | None:
    """Return the word for a party that a line of the cover gives it: "Provider: Dale Hospice"."""
    found = _ROLE.match(passage.text)
    return Words(passage, found.start("term"), found.end("term")) if found else None


def referred_to(passage: Passage) -> Iterator[Words]:
    """Yield the terms whose use a sentence explains: "a reference to a Partner is to either of them"."""
    for way in (_REFERRED_TO, _CALLED):
        for match in way.finditer(passage.text, passage.typed):
            yield Words(passage, match.start("term"), match.end("term"))
    for match in _EACH_AND_ALL.finditer(passage.text, passage.typed):
        yield from (Words(passage, *match.span(name)) for name in ("one", "all"))


def _is_bold(words: Words) -> bool:
    spans = [one for one in words.passage.spans if one.start < words.end and words.start < one.end]
    return all(one.look.bold for one in spans) and not all(one.look.bold for one in words.passage.spans)


def several_at_once(passage: Passage) -> Iterator[tuple[Words, Words]]:
    """Yield the terms that one sentence gives meanings, each with what it says of them.

    "Controller, Processor and Personal Data have the meanings given in the 2018 Act."
    """
    for terms, verb in _at_once(passage):
        if not _is_as_elsewhere(terms, verb):
            meaning = Words(passage, verb.end, len(passage.text))
            yield from ((term, meaning) for term in terms)


def as_elsewhere(passage: Passage) -> Iterator[Words]:
    """Yield the quoted terms that have the meaning which they have in law or in another agreement, whether
    they are used or not: "“Personal Data”, “controller” and “processor” have the meanings of the Act"."""
    for terms, verb in _at_once(passage):
        if _is_as_elsewhere(terms, verb) and verb.passage.text[terms[0].start - 1] in '“"':
            yield from terms


def _at_once(passage: Passage) -> Iterator[tuple[list[Words], Words]]:
    """Yield the terms that stand before one verb, with that: "have the meanings"."""
    if not _GIVES_MEANINGS.search(passage.text):
        return
    for match in _SEVERAL.finditer(passage.text, passage.typed):
        terms = [
            Words(passage, one.start(), one.end())
            for one in _EACH.finditer(passage.text, match.start("terms"), match.end("terms"))
        ]
        terms = [one.part(one.start + 1, one.end - 1) if one.text[0] in '“"' else one for one in terms]
        yield terms, Words(passage, match.end("terms"), match.end())


def _is_as_elsewhere(terms: Sequence[Words], verb: Words) -> bool:
    small = sum(term.text[:1].islower() for term in terms)
    return small >= len(terms) - 1 or _IN_THIS.search(verb.text) is not None
