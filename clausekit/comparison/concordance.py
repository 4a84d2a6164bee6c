"""Old and new numbers side by side, and references by hand that no longer point to what they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clausekit.comparison.clauses import Outline
from clausekit.comparison.edits import Stale
from clausekit.comparison.flow import Matched, Same
from clausekit.comparison.places import Places, full_number
from clausekit.reading import PARAGRAPH_MARK, Passage

_REFERENCE = re.compile(
    r"\b(?P<what>[Cc]lauses?|[Pp]aragraphs?|[Ss]ections?)\s(?P<number>\d+(?:\.\d+)*(?:\([a-z]+\))*)(?!\w)"
    r"(?P<other>\s(?:of|to|in)\s(?:the|that)\s(?!(?:Agreement|Schedule|Memorandum|Deed)\b))?"
)
"""A reference; what has ``other`` after it may be one to another document ("section 75 of the 2006 Act")."""

_BEGINNING = 50
"""So many characters say which passage is meant."""

Answers = Mapping[Passage, Passage]
"""Which passage of the new text answers to one of the old."""


def answers(matched: Iterable[Matched]) -> dict[Passage, Passage]:
    """Return the new passage for each old one that has any; of several the first."""
    found: dict[Passage, Passage] = {}
    for step in matched:
        for place, old in enumerate(step.olds):
            found[old] = step.news[min(place, len(step.news) - 1)]
    return found


def concordance(old: Outline, answering: Answers) -> tuple[tuple[str, str], ...]:
    """Return the old and the new number of each numbered passage that both texts have, in old order."""
    pairs = (
        (full_number(passage), full_number(answering[passage]))
        for passage in old.passages
        if passage in answering and not passage.contents
    )
    return tuple(dict.fromkeys((one, other) for one, other in pairs if one and other))


def stale_references(
    matched: Iterable[Matched], old: tuple[Outline, Places], new: tuple[Outline, Places], answering: Answers
) -> Iterator[Stale]:
    """Yield the references typed by hand whose words stayed while another passage has that number now."""
    old_numbers, new_numbers = _by_number(old[0]), _by_number(new[0])
    for step in matched:
        text = PARAGRAPH_MARK.join(passage.text for passage in step.news)
        for match in _REFERENCE.finditer(text):
            if match["other"] or not _stayed(step, match.start("number"), match.end("number")):
                continue
            was = _target(step.olds[0], match, old_numbers)
            if was is None or was not in answering or _is_field(step, match.start("number")):
                continue
            if (now := _target(step.news[0], match, new_numbers)) is not answering[was]:
                words = f"{match['what']} {match['number']}"
                means = _described(now, new[1]) if now else ""
                yield Stale(new[1].of_passage(step.news[0]), words, _described(was, old[1]), means)


def _described(passage: Passage, places: Places) -> str:
    """Return the place of a passage and, unless it is a heading, how it begins."""
    place = str(places.of_passage(passage))
    if passage.heading:
        return place
    words = " ".join(passage.words.split())
    return f"{place}: {words if len(words) <= _BEGINNING else words[:_BEGINNING].rpartition(' ')[0] + ' …'}"


def _by_number(outline: Outline) -> dict[tuple[str, str], Passage]:
    numbers: dict[tuple[str, str], Passage] = {}
    for passage in outline.passages:
        if passage.number and not passage.contents:
            numbers.setdefault((passage.division, passage.number.rstrip(".")), passage)
    return numbers


def _target(
    passage: Passage, match: re.Match[str], numbers: Mapping[tuple[str, str], Passage]
) -> Passage | None:
    """Return what a reference points to: a clause is in the body, a paragraph in the same schedule."""
    divisions = ("", passage.division) if match["what"][0] in "cC" else (passage.division, "")
    found = (numbers.get((division, match["number"])) for division in divisions)
    return next((passage for passage in found if passage), None)


def _stayed(step: Matched, start: int, end: int) -> bool:
    return any(isinstance(op, Same) and op.new_start <= start and end <= op.new_end for op in step.ops)


def _is_field(step: Matched, place: int) -> bool:
    begin = 0
    for passage in step.news:
        for span in passage.spans:
            if span.reference and span.start + begin <= place < span.end + begin:
                return True
        begin += len(passage.text) + 1
    return False
