"""Definitions of one term that meet in the same place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.terms import is_listed
from clausekit.patterns import pattern

_LAST_WORDS = 4
"""So many words before a bracket that defines are compared: what they name stands among them."""

_MEANS = pattern(r"[”\"’']?(?: in this \w+)? (?:shall )?means?\b")
_NAMES = pattern(r"[\w’&-]+")
_IN_THIS = pattern(
    r"\b(?:[Ii]n|[Ff]or the purposes? of) this (?:Schedule|Annex|Appendix|Part|[Cc]lause|[Pp]aragraph)"
    r"(?: [A-Z]?\d{1,2}[A-Z]?)?,? (?:the |an? )?"
    r"(?P<term>[A-Z][\w’'-]*(?: (?:of |and |for )?[A-Z][\w’'-]*){0,5})"
    r" (?:(?:shall |will )?means?|refers to)\b"
)
"""A meaning that a sentence gives without quotes: "In this Schedule Pool Manager means …"."""
_IN_BRACKETS = pattern(
    r"\b(?P<term>[A-Z][\w’'-]*(?: (?:of |and |for )?[A-Z][\w’'-]*){0,5}) \((?:meaning|which means)\b"
)
"""A meaning that brackets give where a term is used: "each Incident (meaning any loss)"."""
_LEADS_IN = pattern(r"(?:[\s:,;–—-]|[”\"’']|\b(?:shall|will|means?|is|are|the|an?)\b)+", re.IGNORECASE)
"""What stands between a term and the first word that says what it means."""
_SENTENCE_ENDS = pattern(r"[.;]\s+(?=[A-Z“])")
_RECITAL = pattern(r"\b(?:recitals?|background|above)\b", re.IGNORECASE)
_AGREED = pattern(
    r"\s*(?:IT IS (?:HEREBY )?AGREED|NOW (?:IT IS|THIS (?:AGREEMENT|DEED))"
    r"|THIS (?:AGREEMENT|DEED) (?:IS|is))\b"
)
"""What stands before the first clause of an agreement."""


class Pair(NamedTuple):
    """A definition, the ``second`` of the same term that should not be there, whether they say the same, and
    how sure that is."""

    first: Definition
    second: Definition
    same: bool
    confidence: Confidence


def pairs(instrument: Instrument) -> Iterator[Pair]:
    """Yield the definitions that come after one of the same term which holds in the same place; a list of
    definitions in a schedule may be apart, but not a meaning that its text gives."""
    known: dict[tuple[str, str], list[Definition]] = defaultdict(list)
    again = _begins_again(instrument)
    for definition in instrument.definitions:
        if again and instrument.place_of[definition.at.passage].order > again.order:
            known, again = defaultdict(list), None
        before = known[definition.term, definition.scope]
        around = before or (known[definition.term, ""] if _says_what_it_means(definition) else [])
        if around and (pair := _pair(around[-1], definition, instrument)):
            yield pair
        before.append(definition)
    yield from _given_again(instrument)


def _given_again(instrument: Instrument) -> Iterator[Pair]:
    """Yield the listed terms to which a sentence elsewhere gives a meaning without quotes."""
    listed = {one.term: one for one in instrument.definitions if is_listed(one) and not one.scope}
    known = {(one.term, one.at.passage) for one in instrument.definitions}
    for words, match in (
        *instrument.search(_IN_THIS, "text", signs=("mean", "refers")),
        *instrument.search(_IN_BRACKETS, "text", signs=("(mean", "(which means")),
    ):
        first = listed.get(match["term"])
        again = first and first.at.passage is not words.passage and (first.term, words.passage) not in known
        if first and again:
            start = words.start + match.start("term") - match.start()
            at = words.part(start, start + len(first.term))
            meaning = words.part(words.end, len(words.passage.text))
            second = replace(first, at=at, kind="text", meaning=meaning, passages=(words.passage,))
            yield Pair(first, second, _meaning(first) == _meaning(second), "likely")


def _begins_again(instrument: Instrument) -> Place | None:
    """Return where a second instrument begins in the same file, which has definitions of its own."""
    first = next((one for one in instrument.definitions if is_listed(one)), None)
    agreed = (one for one in instrument.places if one.role == "text" and _AGREED.match(one.passage.text))
    listed_at = instrument.place_of[first.at.passage].order if first else 0
    return next((one for one in agreed if first and one.order > listed_at), None)


def _pair(first: Definition, second: Definition, instrument: Instrument) -> Pair | None:
    """Return two definitions as a pair at fault, None if one of them helps the other.

    A list of definitions may point to where the meaning is, and may repeat what the parties clause or an
    abbreviation in brackets says.
    """
    if first.points_elsewhere != second.points_elsewhere:
        return None
    if is_listed(first) and is_listed(second):
        same = _plain(first) == _plain(second)
        return Pair(first, second, same, "certain")
    if first.kind == second.kind == "abbreviation":
        apart = not _is_said_again(_initials(first), _initials(second))
        return Pair(first, second, False, "likely") if apart else None
    if first.kind == second.kind == "party":
        apart = first.at.passage is not second.at.passage and not _names_the_same(first, second)
        return Pair(first, second, False, "certain") if apart else None
    if first.kind == second.kind == "text" and _in_brackets(first) and _in_brackets(second):
        same = _end(first) == _end(second)
        return Pair(first, second, same, "likely" if not same else "doubtful")
    in_list, in_text = (first, second) if is_listed(first) else (second, first)
    if is_listed(in_list) and _is_defined_in_brackets_too(in_list, in_text, instrument):
        return Pair(in_list, in_text, True, "likely")
    if is_listed(in_list) and _says_what_it_means(in_text):
        return Pair(in_list, in_text, _meaning(in_list) == _meaning(in_text), "likely")
    if {first.kind, second.kind} & {"text"} and (is_listed(first) or is_listed(second)):
        return Pair(first, second, True, "doubtful")
    return None


def _is_defined_in_brackets_too(in_list: Definition, in_text: Definition, instrument: Instrument) -> bool:
    """Tell whether brackets in a recital or clause define a listed term to which the list does not send;
    letters may stand in brackets after what they are short for."""
    if in_text.kind != "text" or not in_text.at.passage.number or not _in_brackets(in_text):
        return False
    if "[" in in_text.at.before:
        return False  # a party that is still a blank
    letters = in_text.term.isupper() and " " not in in_text.term
    meaning = " ".join((in_list.meaning.text, *(one.words for one in in_list.passages)))
    return not letters and not _names_place(meaning, instrument.place_of[in_text.at.passage].number)


def _names_place(meaning: str, number: str) -> bool:
    """Tell whether a meaning sends to a recital, or to the clause of a number: "set up under clause 7"."""
    clause = number.rpartition(", ")[2]
    numbers = {clause, clause.partition(".")[0]} if clause[:1].isdigit() else set()
    sends = any(re.search(rf"(?<![\w.]){re.escape(one)}(?!\w|\.\d)", meaning) for one in numbers)
    return sends or _RECITAL.search(meaning) is not None


def _says_what_it_means(definition: Definition) -> bool:
    """Tell whether a sentence or a numbered paragraph gives a term a meaning, and does not just name
    something."""
    in_text = definition.kind == "text" or (definition.kind == "entry" and definition.at.passage.number)
    return bool(in_text) and _MEANS.match(definition.at.after) is not None


def _plain(definition: Definition) -> list[str]:
    """Return the words of a definition, without the "and" that leads to the last one of a list."""
    words = [word for passage in definition.passages for word in _NAMES.findall(passage.words.lower())]
    return words[:-1] if words[-1:] == ["and"] else words


def _meaning(definition: Definition) -> list[str]:
    """Return the words that say what a term means, to the end of the sentence."""
    meaning = definition.meaning
    begin = definition.at.after if _says_what_it_means(definition) else meaning.text
    own = (definition.at.passage, meaning.passage)
    further = (one.words for one in definition.passages if one not in own)
    lead = _LEADS_IN.match(begin)
    words = " ".join((begin[lead.end() :] if lead else begin, *further))
    end = _SENTENCE_ENDS.search(words)
    found = _NAMES.findall((words[: end.start()] if end else words).lower())
    return found[:-1] if found[-1:] == ["and"] else found


def _initials(definition: Definition) -> str:
    return " ".join(_NAMES.findall(definition.meaning.text.lower()))


def _is_said_again(one: str, other: str) -> bool:
    """Tell whether an abbreviation is explained by the same words twice, if with more before them once: "EU
    General Data Protection Regulation"."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (" " in shorter and longer.endswith(f" {shorter}"))


def _end(definition: Definition) -> list[str]:
    before = definition.at.before.rpartition("(")[0]
    return _NAMES.findall(before.lower())[-_LAST_WORDS:]


def _names_the_same(first: Definition, second: Definition) -> bool:
    """Tell whether the same name stands before the brackets: the parties are listed twice."""
    return _in_brackets(first) and _in_brackets(second) and _end(first) == _end(second)


def _in_brackets(definition: Definition) -> bool:
    return "(" in definition.at.before[-40:] and ")" in definition.at.after[:3]
