"""CK-TEXT-MARKS: a punctuation mark twice, or two that cannot stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MARKS = pattern(
    r"(?<=\d)%%|(?=[,;:.])(?<=[\w)\]”’\"])"
    r"(?:,[ \u00a0]?,|;[ \u00a0]?[;,]|(?<!\.)(?<!not found)\.\.(?![.\d])|[,;:]\.(?!\d)|::|,;"
    r"|(?<!\.)\.[,;](?=\s|$)|(?<=[a-z]{4})(?<!not found)(?<!not defined)\.(?=[ ][a-z]{2,}[ ]))"
)
_AFTER_AND = pattern(r"\b(?:and|or|the)(?P<mark>;)(?= \w)")
_IN_THE_MIDDLE = pattern(
    r"(?<=[a-z]{4})\.(?= \((?!(?:[a-z]|[ivx]{1,5}|see\b[^()]*)\))[a-z]{2}[^().]{1,60}\)(?:[.,;]| [a-z]))"
    r"|(?:(?<=(?:lause|graph|edule|ction) \d)|(?<=(?:lause|graph|edule|ction) \d\d))\."
    r"(?= (?!(?:and|or|to|of|above|below|but|in|for|which|that)\b)[a-z]{2,} )"
)
_BEFORE_VERB = pattern(r"(?<=[\w”])(?P<mark>:)(?= (?:means?|includes?)\b)")
_BEGINS = pattern(r"\s*(?P<mark>[.,;:])\s+[A-Za-z]")
_MAY_ABBREVIATE = (".", ".,", ".;")
_ABBREVIATED = pattern(
    r"(?:\b(?:etc|approx|incl|para|paras|dept|govt|assoc|subs|depts|rd|ave|dr|sq|bldg|cent|ltd"
    r"|no|nos|plc|inc|corp|co|llp|seq"
    r"|e\.g|i\.e|al|viz|cf|\w\.\w|[A-Z]|St|[ap]\.m)"
    r"|\.\w)$",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words in _out_of_place(instrument):
        yield hit(
            words,
            f"“{words.text}” stands where no mark belongs.",
            "Take it out, or put in what is missing beside it.",
            confidence="doubtful" if may_be_fragment(words.passage) else "likely",
        )
    for words, match in instrument.search(_MARKS):
        if match[0] in _MAY_ABBREVIATE and _ABBREVIATED.search(words.shortly_before(8)):
            continue
        if match[0] == ".":
            yield hit(
                words,
                "A full stop stands in the middle of a sentence, or a small letter begins the next.",
                "Take the stop out, or begin the next sentence with a capital letter.",
                confidence="doubtful" if may_be_fragment(words.passage) else "likely",
            )
            continue
        yield hit(
            words,
            f"“{words.text}” is one punctuation mark too many.",
            "Keep the one that is meant.",
            confidence="likely" if match[0] in _MAY_ABBREVIATE or words.passage.doubtful else "certain",
        )


def _out_of_place(instrument: Instrument) -> Iterator[Words]:
    """Yield the marks behind "and", before brackets within a sentence, at the beginning of a
    clause, and a colon before "means" if that is no habit."""
    for words, match in instrument.search(_AFTER_AND, "text", signs=("and;", "or;", "the;")):
        yield words.part(*match.span("mark"))
    yield from (words for words, _ in instrument.search(_IN_THE_MIDDLE, "text", "note", signs=(". ",)))
    before_verbs = [words for words, _ in instrument.search(_BEFORE_VERB, signs=(": mean", ": include"))]
    yield from before_verbs if len(before_verbs) == 1 else ()
    for place in instrument.places:
        passage = place.passage
        if place.role == "text" and passage.number and (begins := _BEGINS.match(passage.text, passage.typed)):
            yield Words(passage, *begins.span("mark"))


RULE = Rule(
    id="CK-TEXT-MARKS",
    level="warning",
    title="A punctuation mark too many",
    why="Two marks side by side are often where words were taken out: what stood between them may be missed.",
    fails="""
1. Costs

1.1 The Council⟦,,⟧ or its agent, pays the costs⟦..⟧

1.2 Each Partner pays its share⟦;.⟧

1.3 The Trust supports the arrangement⟦.⟧ to align its budgets with it.

1.4 The partners are the Council; the Trust and⟦;⟧ the police.
""",
    passes="""
1. Costs

1.1 The Council pays approx. two thirds of the rent, interest etc., and what Trustees Ltd. asks for ... as
agreed.
""",
    check=_check,
    yields_to=("CK-LEFT-FIELD", "CK-BLANK-INSERT"),
)
