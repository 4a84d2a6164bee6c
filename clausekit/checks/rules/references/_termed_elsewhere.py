"""Definitions that send the reader to a provision that has no word of the term, while another tells of it.

"Steering Group: the group described in paragraph 14.1", which is about breaches; 15.1 begins "The Steering
Group has eight members". "Closing Report: the report described in 6.2", which has no such word of any of its
reports; by 6.5 the Trust "sends a Closing Report".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._described import DONE, UNDER
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headed_elsewhere import Headings, roots
from clausekit.checks.rules.references._headings import term_in
from clausekit.checks.rules.references._provisions import Elsewhere, like
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

_SENDS = pattern(
    r"(?!period\b)(?P<noun>\b[A-Za-z][\w’'-]+) (?:(?:which|that|who) )?(?:(?:is|are) )?"
    rf"(?!named (?:in|at)\b|mentioned\b)(?:{DONE} (?:by (?:the |each |every )?[A-Z]\w+(?: [A-Z]\w+)? )?"
    rf"(?:in|by|at|{UNDER})"
    r"|(?:(?:whom|which|that) )?(?:each|the|every|a|we|they|you) (?:[A-Z]\w+ ){0,2}"
    r"(?:names?|appoints?|nominates?|chooses?|gives?|sets? up|keeps?|prepares?|makes?|sends?|agrees?)"
    r" (?:in|under)) $"
)
_MAKES = (
    r"\b(?:sends?|prepares?|writes?|makes?|keeps?|appoints?|sets? up|establish(?:es)?|produces?|submits?"
    r"|publish(?:es)?|gives?|draws? up|agrees?|adopts?|convenes?|holds?|names?|chooses?|maintains?|provides?"
    r"|runs?)"
    r"(?: (?:to )?the \w+)?(?: with)? (?:an?|each|the first)"
)
_LISTS = pattern(r"s?(?::| are\b| is\b)")
"""What stands after a term that a paragraph begins with to say who or what that is."""
_ATTACHED = ("schedule", "annex", "appendix")
_PART_OF = pattern(
    r"(?:[Pp]aragraphs?|[Pp]arts?|[Tt]ables?|[Rr]ows?|[Ii]tems?) [\w.()]+ (?:of|in|to) (?:the )?$"
)
"""What stands before a schedule of which a part is named."""
_FARTHEST = 120
_BEGINNING = 60


def termed_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references of definitions to a provision that has neither the term nor what is said to be
    there, with the first that begins with the term, if all such are in one clause, or the only one that
    brings it in."""
    below = instrument.once(Headings)
    told: set[Passage] = set()
    for reference in own_references(instrument):
        target = reference.target
        attached = reference.kind in _ATTACHED and not reference.within
        before = reference.phrase.shortly_before(_FARTHEST)
        sends = _SENDS.search(_PART_OF.sub("", before) if attached else before)
        if target is None or sends is None or reference.title:
            continue
        if not attached and reference.kind not in PROVISIONS:
            continue
        term = term_in(reference.at.passage, instrument)
        words = below.words_in(target)
        telling = roots(term) - roots(sends["noun"])
        if not telling or not words.isdisjoint(telling):
            continue
        if attached:
            titled = below.by(telling, target, reference.at.passage) if target.heading == 1 else None
            if titled is not None and reference.at.passage not in told:
                lack = f"“{term}” is said to be in {target.division}, which has no word of it."
                yield Elsewhere(reference, lack, titled)
            continue
        meant = _brought_in(term, target, instrument)
        if meant is None and words.isdisjoint(roots(sends["noun"])):
            meant = _begun(term, target, instrument)
        if meant is not None:
            told.add(reference.at.passage)
            lack = f"“{term}” is said to be in {reference.kind} {reference.number}, which has no word of it."
            yield Elsewhere(reference, lack, meant)


def _begun(term: str, target: Passage, instrument: Instrument) -> Passage | None:
    """Return the first paragraph that begins with a term, if all such are in one other clause."""
    begun = [one for one in _begun_with(term, instrument) if _top(one) != _top(target)]
    listing = [one for one in begun if _LISTS.match(one.words.strip().removeprefix(term))]
    begun = listing if len(begun) > 1 else begun
    return begun[0] if len({(one.division, _top(one)) for one in begun}) == 1 else None


def _brought_in(term: str, target: Passage, instrument: Instrument) -> Passage | None:
    """Return the only paragraph like the target that says there is to be one: "sends a Closing Report"."""
    brings = re.compile(rf"{_MAKES} {re.escape(term)}\b")
    found = [one for one in like(target, instrument) if brings.search(one.text) and not one.term]
    return found[0] if len(found) == 1 else None


def _begun_with(term: str, instrument: Instrument) -> Iterator[Passage]:
    """Yield the numbered paragraphs that begin with a term, and do not define it."""
    for place in instrument.places:
        passage = place.passage
        defines = passage.term or place.definition is not None
        begins = place.role == "text" and term in passage.words[:_BEGINNING]
        if begins and passage.number[:1].isalnum() and not defines:
            yield passage


def _top(passage: Passage) -> str:
    """Return the number of the clause in which a paragraph is."""
    return passage.number.partition(".")[0]
