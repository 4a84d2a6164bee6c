"""Glossaries whose terms and meanings stand on lines in turn: "Board", "the board set up in ..."."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.patterns import pattern
from clausekit.recognition.terms import heads_definitions
from clausekit.texts.openings import goes_on, has_ended, label_of
from clausekit.texts.printed import Printed

_TERM = pattern(r"[A-Z0-9][\w’'&/().-]*(?: (?:of|and|for|in|to|the|[A-Z0-9(][\w’'&/().-]*)){0,7}")
_MEANING = pattern(r"[a-z]|(?:The|An?|Each|Any|All|Those|Has|Means|As) ")
_LAST_BUT_ONE = ("; and", "; or")
_LONGEST_TERM, _LONGEST_TITLE = 60, 80
_FEWEST = 3


def with_terms_apart(lines: Sequence[Printed]) -> None:
    """Set the gaps before the terms of glossaries, so that none is taken for the end of a meaning."""
    terms: list[Printed] = []
    within = False
    for at, line in enumerate(lines):
        label = label_of(line.text)
        title = label.rest if label else line.text
        if len(title) < _LONGEST_TITLE and not has_ended(title) and heads_definitions(title):
            _part(terms)
            terms, within = [], True
        elif within and (label is None or line.text.isalpha()) and _is_term(lines, at):
            terms.append(line)  # "Parties", too, which elsewhere begins a division
        elif label is not None and label.is_division:
            within = False
    _part(terms)


def _part(terms: Sequence[Printed]) -> None:
    if len(terms) >= _FEWEST:
        for line in terms:
            line.gap = True


def _is_term(lines: Sequence[Printed], at: int) -> bool:
    """Tell whether a line is a term alone, with its meaning on the next, and no sentence runs on into it."""
    text = lines[at].text
    return (
        len(text) <= _LONGEST_TERM
        and _TERM.fullmatch(text) is not None
        and at + 1 < len(lines)
        and _MEANING.match(lines[at + 1].text) is not None
        and (lines[at - 1].text.endswith(_LAST_BUT_ONE) or not goes_on(lines[at - 1].text))
    )
