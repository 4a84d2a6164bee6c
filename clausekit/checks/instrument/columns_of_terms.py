"""Lists of definitions with each term apart from what it means: above it, or in a column beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from clausekit.checks.instrument.lists_of_terms import A_LIST, RUN_ON, SHORT, TERM_ALONE, is_in_list
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import BEGINNERS, names_a_body
from clausekit.recognition.terms import is_term_alone, title_definitions

_MEANS = pattern(r"(?:shall )?means?\b|(?:has|have|shall have) the (?:same )?meanings?\b")
_TITLE_OF_COLUMN = pattern(r"(?:meaning|definition|expression|explanation|interpretation)s?:?", re.IGNORECASE)
_MEANING_ALONE = pattern(r"[a-z£\d“\"(:]|(?:The|An?|Each|Any|All|Those|One|Has|Means|As|Either|Both)\b")
_QUOTED_ALONE = pattern(
    r"[“\"]?(?P<term>[A-Z0-9][^“”\"]{1,80}?)[”\"]?:?|[‘'](?P<single>[A-Z0-9][^‘’']{1,60})[’']:?"
)
_TITLE = r"[A-Z0-9][\w’'&/-]*(?: (?:(?:of|and|for|in) (?:the )?)?[A-Z0-9][\w’'&/-]*){0,6}"
_BESIDE = pattern(
    rf"(?<![\w’'&/-])(?P<term>{_TITLE}){SHORT} "
    r"(?=(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny|[Aa]ll|[Tt]hose|[Ww]hat|[Ss]uch|[Ee]ither|[Bb]oth|[Oo]ne)"
    r" (?:\w|£)|(?:is|are) (?:the|an?)\b)"
)
"""A term and its meaning whose columns have run into one line: "Work Plan the plan of work for a year"."""
_BEFORE_SMALL = pattern(rf"(?P<term>{_TITLE}){SHORT} (?=[a-z]{{2,}} )")
_SAYS = pattern(
    r"(?:shall|will|must|may|can|is|are|was|were|has|have|had|do|does|agrees?|includes?|applies|apply|and|or|of"
    r"|for|in|to|by|on|with)\b"
)
"""After the subject of a sentence, which is no term that a list explains."""
_OPENS_SENTENCE = pattern(
    rf"(?:{'|'.join(sorted(BEGINNERS))}|When\w+|Where\w+|What\w+|Although|Though|Given|Like|Words|References?)\b"
)
_LONGEST_LIST = 400
_LONGEST_LETTERS = len("UK GDPR")
_LINES_OF_A_MEANING = 2
"""So many paragraphs of a meaning follow its first at most; after more the list has ended."""
_MOST = 60
"""So many terms at most run together in one paragraph."""


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
        and (_MEANING_ALONE.match(meaning.passage.words) or _is_marked(term.passage))
    }
    found = {**found, **_going_on(places, found)} if len(found) >= A_LIST else {}
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


def _going_on(places: Sequence[Place], known: Mapping[Passage, Passage]) -> dict[Passage, Passage]:
    """Return the terms with which such a list goes on after one that reads as a heading: "UK GDPR"."""
    found: dict[Passage, Passage] = {}
    meanings = set(known.values())
    for before, term, meaning in zip(places, places[1:], places[2:], strict=False):
        if (
            before.passage in meanings
            and _names_a_term(term)
            and not _begins_a_clause(term)
            and meaning.role == "text"
            and not (meaning.passage.number or meaning.passage.term)
            and _MEANING_ALONE.match(meaning.passage.words)
        ):
            found[term.passage] = meaning.passage
            meanings.add(meaning.passage)
    return found


def _above_their_meanings(places: Sequence[Place]) -> dict[Passage, Passage]:
    """Return the terms alone on a line, in quotes or bold or in a list of definitions, above a line that says
    what they mean: “Agreed Costs”, "means the costs ..."."""
    return {
        term.passage: meaning.passage
        for term, meaning in pairwise(places)
        if term.role in ("text", "heading")
        and meaning.role == "text"
        and _MEANS.match(meaning.passage.words)
        and not (term.passage.term or meaning.passage.number)
        and ((is_in_list(term) and not term.passage.number) or _is_set_apart(term.passage))
        and is_term_alone(term.passage.words)
    }


def _is_set_apart(passage: Passage) -> bool:
    """Tell whether all words of a line are in quotes or in bold."""
    words = passage.words.strip()
    quoted = words[:1] in tuple("“\"‘'") and _QUOTED_ALONE.fullmatch(words) is not None
    spans = [span for span in passage.spans if span.end > passage.typed]
    return quoted or (bool(spans) and all(span.look.bold for span in spans))


def _is_marked(passage: Passage) -> bool:
    """Tell whether a line is set apart and a colon or quotes tell that it is no heading."""
    words = passage.words.strip()
    return _is_set_apart(passage) and (words.endswith(":") or words[:1] in tuple("“\"‘'"))


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

    Its titles, "Term" and "Meaning", tell that it was one; part of a meaning may have a line of its own.
    """
    found: dict[Passage, Passage] = {}
    for at in range(len(places) - 1):
        if not title_definitions(*(" ".join(one.passage.words.split()) for one in places[at : at + 2])):
            continue
        waiting: Passage | None = None
        passed_over = 0
        rows = (one for one in places[at + 2 : at + 2 + _LONGEST_LIST] if one.role in ("text", "heading"))
        for place in rows:
            if place.passage.number or passed_over > _LINES_OF_A_MEANING or _begins_a_clause(place):
                break
            if waiting is not None:
                found[waiting], waiting, passed_over = place.passage, None, 0
            elif _names_a_term(place):
                waiting = place.passage
            else:
                passed_over += 1
    return found


def _begins_a_clause(place: Place) -> bool:
    """Tell whether a heading in capitals, longer than what is a term in letters, ends a list."""
    words = place.passage.words.strip()
    return place.role == "heading" and words.isupper() and len(words) > _LONGEST_LETTERS


def _is_term_alone(place: Place) -> bool:
    return is_in_list(place) and _names_a_term(place)


def _names_a_term(place: Place) -> bool:
    passage = place.passage
    if place.role not in ("text", "heading") or passage.number or passage.term:
        return False
    words = " ".join(passage.text[beginning(passage) :].split())
    if _TITLE_OF_COLUMN.fullmatch(words):
        return False
    return TERM_ALONE.fullmatch(_unquoted(words)) is not None


def _unquoted(words: str) -> str:
    """Return a term without its quotation marks, of which one may be lost."""
    quoted = _QUOTED_ALONE.fullmatch(words)
    return (quoted["term"] or quoted["single"]) if quoted else words


def term_alone(passage: Passage) -> Words:
    """Return the words of a term that has a line for itself."""
    start, end = beginning(passage), len(passage.text.rstrip(' :”"'))
    single = passage.text[start : start + 1] in tuple("‘'")
    end = len(passage.text[:end].rstrip("’'")) if single else end
    return Words(passage, start + (passage.text[start : start + 1] in tuple("“\"‘'")), end)


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
    told = {place.passage: words for place, words in found if listed[place.heading] >= A_LIST}
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
    return place.role == "text" and bool(passage.term or RUN_ON.match(passage.text, passage.typed))


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
        if len(run) >= A_LIST and _MEANS.match(place.passage.words):
            following = [one.passage for one in places[index : index + len(run)]]
            apart = all(_MEANS.match(one.words) for one in following) and len(following) == len(run)
            found.update(zip(run, following if apart else [place.passage] * len(run), strict=True))
        run = []
    return found
