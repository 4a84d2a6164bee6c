"""Sentences that begin without the stop of the one before: "for that payment The Council will pay yearly"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_BEGINS = pattern(
    r"(?<=[a-z] )(?:The|Each|Every|Any|This|These|If|Where|All|Both)"
    r"(?= (?:[A-Za-z]+ ){1,4}(?:shall|will|may|must|agrees?|is|are|has|have)\b)"
)
_MARKED = pattern(r"(?<=[a-z,] )(?:The|Each|Every|Any|This|These|All|Both)(?= [A-Z])")
"""Capitals within a sentence, which some agreements give "The Council" wherever it stands."""
_NOUN = pattern(
    r"\b(?:(?:that|this|such|its|their|each|any) |(?:the|an?|of|for) (?!(?:event|basis|extent|case|date|day"
    r"|time|condition|ground|grounds|moment|way|manner|proviso|understanding|form|words?|terms?|title|part|whole"
    r"|amount|same)\b))(?P<last>[a-z]{3,}) $"
)
_VERB = pattern(r"\b(?:shall|will|may|must|is|are|has|have|was|were|pays?|agrees?|means)\b")
_PRINTED = pattern(r"(?:^|\s)\d{1,2}(?:\.\d{1,2})*\.? [A-Z]")
"""A number that stands in a paragraph begins another, whose heading has no stop."""
_SIGNS = (" the ", " each ", " every ", " any ", " this ", " these ", " if ", " where ", " all ", " both ")
_NEAR = 40


def run_on(instrument: Instrument) -> Iterator[Words]:
    """Yield the last words of sentences that another follows without a stop between."""
    if len(list(instrument.search(_MARKED, "text", "note", signs=_SIGNS))) > 1:
        return
    for words, _ in instrument.search(_BEGINS, "text", signs=_SIGNS):
        noun = _NOUN.search(words.shortly_before(_NEAR))
        start = words.start - len(noun["last"]) - 1 if noun else 0
        sentence = next(
            one for one in instrument.sentences_of(words.passage) if one.start <= words.start < one.end
        )
        before = words.passage.text[sentence.start : words.start]
        sure = _VERB.search(before) and not _PRINTED.search(before) and not may_be_fragment(words.passage)
        if noun and sure:
            yield words.part(start, words.start - 1)
