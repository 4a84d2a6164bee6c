"""A period that is defined by a clause which tells it by the very term: "“Term” means the period described in
clause 2", where clause 2 says that the agreement "continues for the Term"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import term_in
from clausekit.checks.rules.references._provisions import whole_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_IS_PERIOD = pattern(
    r"\b(?:period|term|time|duration|length of time)\b[^.;]{0,50}\b(?:in|by|under|at)(?: the)? $",
    re.IGNORECASE,
)
_LASTS = r"(?:continues?|lasts?|runs?|endures?|remains? in force|be in force|have effect|subsists?)"
_TELLS_ITS_END = pattern(
    r"\b(?:until|till|ending|ends on|expir(?:es|ing|e)|up to|to the end|years?|months?|weeks?)\b|\d",
    re.IGNORECASE,
)
_FARTHEST = 120
_FIRST = 2
"""With its heading, and the paragraph that follows it, a clause says how long something lasts, if it does."""
_NUMBER = pattern(r"\b(?:clauses?|sections?|paragraphs?) [\d.()a-z]+", re.IGNORECASE)


class Circle(NamedTuple):
    """The reference of a definition of a period, and the words that tell the period by its own term."""

    reference: Reference
    term: str
    words: Words


def periods_told_by_their_terms(instrument: Instrument) -> Iterator[Circle]:
    """Yield the definitions of a period by a provision that says only that something lasts for the period."""
    for reference in own_references(instrument):
        target = reference.target
        if target is None or not _IS_PERIOD.search(reference.phrase.shortly_before(_FARTHEST)):
            continue
        term = term_in(reference.at.passage, instrument)
        if not term or reference.at.passage is target:
            continue
        lasts = re.compile(
            rf"\b{_LASTS}\b[^.;]{{0,60}}\b(?:for|during|throughout) (?:the (?:whole|duration|length) of )?the"
            rf" (?P<term>{re.escape(term)})\b"
        )
        for passage in islice(whole_of(target, instrument), _FIRST):
            found = lasts.search(passage.text, passage.typed)
            words = Words(passage, *found.span("term")) if found else None
            if words and not _tells_its_end(instrument.sentence_of(words)):
                yield Circle(reference, term, words)


def _tells_its_end(sentence: Words) -> bool:
    """Tell whether a sentence tells the end or the length of a period, which numbers of clauses do not."""
    text = sentence.passage.text[max(sentence.start, sentence.passage.typed) : sentence.end]
    return _TELLS_ITS_END.search(_NUMBER.sub("", text)) is not None
