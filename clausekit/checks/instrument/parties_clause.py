"""The parties clause: the passages that say between whom the instrument is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from clausekit.checks.instrument.definitions import KNOWN_AS
from clausekit.checks.instrument.named_bodies import after_separator
from clausekit.checks.instrument.party_lines import (
    IN_ONE_SENTENCE,
    SHORT_NAME,
    begins_with_a_name,
    is_name,
    is_party,
    names_several,
    parted_by_and,
)
from clausekit.checks.instrument.places import Place, has_body
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table
from clausekit.recognition.names import names_a_body

_BEGIN = pattern(
    r"^(?:the )?(?:parties|partners|signatories)(?: to this \w+)?:?$|\bbetween:?$|\bbetween\b[^.]{0,60}:$"
    r"|^(?:made )?by:?$|\b(?:made|dated|entered into)\b[^.]{0,60}\bby:$"
    r"|\b(?:parties|partners|organisations|signatories|members|bodies)\b[^.]{0,60}\bare:$|^we are:$",
    re.IGNORECASE,
)
_FLOWS_BETWEEN = pattern(
    r"\b(?:is|are|be|was|were|been) (?:\w+ ){0,2}(?:shared|exchanged|transferred|sent|passed|divided|split)"
    r" (?:\w+ ){0,4}between:?$|\b(?:flows?|differences?|links?|interfaces?|liaison) (?:\w+ ){0,3}between:?$",
    re.IGNORECASE,
)
_COLON_AND_DASH = pattern(r":[ ]?[-–—]$")
"""How old drafting leads to what stands below: "BETWEEN:-"."""
_LEADS_TO_BODIES = pattern(
    r"\b(?:between|among|amongst|part(?:y|ies)|partners|organisations|bodies|signatories|members|authorities"
    r"|councils|agencies|they are|these are|made (?:up )?(?:of|by)|brings? together)\b[^.;]*:[-–—]?\s*$",
    re.IGNORECASE,
)
"""What leads to a list of those who make an instrument, or who are joined by it."""
_OPENS = pattern(
    r"(?:(?:this |an )?(?:agreement|deed|memorandum(?: of understanding)?|protocol|contract|agreed|made"
    r"|signed"
    r"|entered into|set up)(?: is)?(?: made)? )?(?:by and between|by and among|between|among|amongst|by):?",
    re.IGNORECASE,
)
_END = pattern(
    r"(?:the )?(?:(?:table of )?contents|background|recitals?|introduction|whereas|preamble|agreed|operative"
    r"|definitions|interpretation|purpose|context|it is (?:hereby )?agreed|now it is"
    r"|the parties (?:have )?agree)\b",
    re.IGNORECASE,
)
_JOIN = pattern(r"\b(?:have|agree|wish|are|intend|set up|established?)\b")
_DIGITS = pattern(r"\d+")
_TWO = 2
_NAME_BESIDE = pattern(
    r"[“\"]?[Tt]he [“\"]?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}[”\"]?|[“\"][A-Z]{2,6}[”\"]"
)
_IN_BRACKETS = pattern(r"\(\d{1,2}\)")
_FIRST_CELLS = 120
"""A table that names the parties is among so many first passages."""
_FIRST = 60
"""Who the parties are is said in so many first passages."""
_REGION = 40
"""A parties clause is at most so many passages long."""


def parties_clause(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the passages of the parties clause, none if it is not found."""
    texts = [place for place in places if place.role in ("text", "heading", "cover")][:400]
    bare: tuple[Passage, ...] = ()
    body = has_body(places)
    for index, place in enumerate(texts if body else texts[:_FIRST]):
        if body and _is_attached(place.passage):
            break
        words = _COLON_AND_DASH.sub(":", " ".join(place.passage.words.split()))
        if (_OPENS.fullmatch if place.role == "cover" else _begins_parties)(words):
            found = tuple(_until_background(place, texts[index + 1 :], body=body))
            named = any(is_party(passage) or names_several(passage.text) for passage in found)
            if named and (body or sum(map(begins_with_a_name, found)) > 1):
                return found
            bare = bare or (found if parted_by_and(found) else tuple(filter(is_name, found)))
    return (
        tuple(_in_one_sentence(texts))
        or (bare if len(bare) > 1 else ())
        or _in_a_table(places)
        or _in_a_list(texts[:_FIRST])
        or _by_numbers(texts[:_FIRST])
        or _on_the_cover(places)
    )


def _begins_parties(words: str) -> bool:
    """Tell whether words lead to the parties, and not to those between whom something flows."""
    return _BEGIN.search(words) is not None and not _FLOWS_BETWEEN.search(words)


def _in_a_list(texts: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the items of an early list of bodies, each with a short name in brackets."""
    for index, place in enumerate(texts):
        if place.role == "text" and _LEADS_TO_BODIES.search(place.passage.text):
            named = tuple(takewhile(_is_body_with_short_name, (one.passage for one in texts[index + 1 :])))
            if len(named) > 1 and sum(map(begins_with_a_name, named)) > 1:
                return named
    return ()


def _by_numbers(texts: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the bodies "(1)", "(2)" that stand before any clause, each with a short name in brackets."""
    named = [
        place.passage
        for place in takewhile(lambda one: not one.passage.number[:1].isdigit(), texts)
        if _IN_BRACKETS.fullmatch(place.passage.label.strip()) and _is_body_with_short_name(place.passage)
    ]
    return tuple(named) if sum(map(begins_with_a_name, named)) > 1 else ()


def _is_body_with_short_name(passage: Passage) -> bool:
    """Tell whether an item of a list names a body and what it is called."""
    return bool(passage.label) and is_party(passage) and SHORT_NAME.search(passage.text) is not None


def _on_the_cover(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the lines of the cover that are a name, each with a short one in brackets."""
    covers = [place.passage for place in places[:_REGION] if place.role == "cover"]
    named = [one for one in covers if is_party(one) and SHORT_NAME.search(one.text)]
    return tuple(named) if len(named) > 1 else ()


def _is_attached(passage: Passage) -> bool:
    """Tell whether a passage stands in a schedule or annex; the parts of the body are none."""
    return bool(passage.division) and not passage.division.startswith("Part ")


def _in_a_table(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the cells of an early table that name the parties, with a short name in them or in their row."""
    cells = [place for place in places[:_FIRST_CELLS] if place.role == "cell"]
    of_names = {place.table for place in cells if not place.row and KNOWN_AS.fullmatch(place.passage.words)}
    with_short_name = {
        (place.table, place.row)
        for place in cells
        if SHORT_NAME.search(place.passage.text)
        or _NAME_BESIDE.fullmatch(place.passage.text.strip())
        or (place.row and place.table in of_names)
    }
    columns: dict[tuple[Table | None, int], list[Passage]] = {}
    for place in cells:
        if (place.table, place.row) in with_short_name:
            columns.setdefault((place.table, place.column), []).append(place.passage)
    named = (tuple(each) for each in columns.values() if sum(map(begins_with_a_name, each)) > 1)
    return next(named, ())


def _in_one_sentence(texts: Sequence[Place]) -> Iterator[Passage]:
    """Yield the passage that says between whom the instrument is made, each with a short name in brackets."""
    for place in texts[:_FIRST]:
        text = place.passage.text
        begin = IN_ONE_SENTENCE.search(text)
        if begin and place.role in ("text", "cover") and names_several(text[begin.end() :]):
            yield place.passage
            return
        if place.role == "text" and _JOIN.search(text) and _begins_with_two_names(place.passage):
            yield place.passage
            return


def _begins_with_two_names(passage: Passage) -> bool:
    """Tell whether a sentence begins with two bodies, each with a short name in brackets after it."""
    short = list(SHORT_NAME.finditer(passage.text, passage.typed))
    if len(short) < _TWO or not names_a_body(passage.text[passage.typed : short[0].start()].strip()):
        return False
    closing = passage.text.find(")", short[0].end() - 1)
    start = after_separator(passage.text, closing + 1)
    return names_a_body(passage.text[start : short[1].start()].strip())


def _until_background(lead: Place, places: Sequence[Place], *, body: bool) -> Iterator[Passage]:
    """Yield what follows the words that lead to the parties, up to the background or the next paragraph.

    Where there is no ``body``, a schedule on its own may name them.
    """
    level = _level(lead.passage.number)
    named = 0
    for place in places[:_REGION]:
        words = " ".join(place.passage.words.split())
        if (
            _END.match(words)
            or (place.role == "heading" and _begins_the_body(place.passage))
            or (body and _is_attached(place.passage))
            or (level and _level(place.passage.number) == level)
            or (named > 1 and _leads_to_others(place.passage))
        ):
            return
        named += is_party(place.passage)
        yield place.passage


def _leads_to_others(passage: Passage) -> bool:
    """Tell whether a passage leads to a list of something else than bodies: "has three annexes:"."""
    words = passage.words.rstrip()
    return not passage.label and words.endswith(":") and not _LEADS_TO_BODIES.search(words)


def _begins_the_body(passage: Passage) -> bool:
    """Tell whether a heading begins a clause, or a part of the body."""
    return passage.number[:1].isdigit() or passage.number.startswith("Part ")


def _level(number: str) -> str:
    """Return of what form a number is, "" if it does not count paragraphs: "#.#" of "2.1"."""
    return _DIGITS.sub("#", number) if number[:1].isdigit() else ""
