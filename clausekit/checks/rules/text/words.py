"""CK-TEXT-WORDS: small words that do not go together, or one that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules.text._agreement import clashes
from clausekit.checks.rules.text._number_of_verbs import verbs_of_one_and_several
from clausekit.checks.rules.text._set_phrases import phrases_turned_round
from clausekit.checks.rules.text._small_words import slips
from clausekit.checks.rules.text._verb_forms import verbs_out_of_place
from clausekit.checks.rules.text._words_lost import words_lost
from clausekit.patterns import pattern

_MODALS = r"(?:shall|will|must|may|should|would|cannot)"
_APART = pattern(
    r"(?<![\w’'(-])(?:(?:[Tt]he|an?)[ ](?:the|an?|each|every|this|these|those|its|their|our)"
    r"|(?:by|for|with|from|at|under|within|to)[ ]of|within[ ]in|in[ ](?:above|below)"
    r"|(?<!filled )(?<!handed )(?<!sent )(?<!brought )(?<!called )(?<!logged )in[ ]within"
    rf"|{_MODALS}[ ](?:{_MODALS}|is|are|was|were|has|had)"
    r"|(?:is|are|was|were)[ ](?:is|are|was|were|be)|and[ ]or)(?=[ ][A-Za-z])"
)
_SAME = pattern(r"(\w+)[ ](?i:\1)")
"""The same word twice is another fault: CK-TEXT-DOUBLED."""
_BEHALF = pattern(r"\b[Ff]or on behalf of\b")
_WITH = pattern(
    r"\b[Ww]ith(?=[ ](?:\d+|[a-z]+(?:-[a-z]+)?)(?:[ ]\(\d+\))?[ ]"
    r"(?:(?:[Ww]orking|[Bb]usiness|[Cc]alendar)[ ])?"
    r"(?:[Dd]ays|[Ww]eeks|[Mm]onths)[ ]"
    r"(?:of[ ](?:its|the|such|that|this|an?|any|each|being|receipt|receiving|issue|referral)|after|from"
    r"|following)\b)"
)
"""A deadline: "with fourteen days of its receipt"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_APART, "text", "note"):
        if not _SAME.fullmatch(match[0]) and not may_be_fragment(words.passage):
            yield hit(
                words,
                f"“{words.text}”: these words do not go together.",
                "Take out the one that is too many, or put in what is missing between them.",
                confidence="likely",
            )
    for words, right in words_lost(instrument):
        yield hit(
            words,
            f"A word seems to be lost in or after “{words.text}”.",
            f"Write “{right}”, if that is meant.",
            confidence="likely",
        )
    for words, right in (
        *slips(instrument),
        *verbs_out_of_place(instrument),
        *phrases_turned_round(instrument),
        *clashes(instrument),
        *verbs_of_one_and_several(instrument),
    ):
        yield hit(
            words,
            f"“{words.text}”: these words do not go together.",
            f"Write “{right}”, if that is meant.",
            confidence="likely",
        )
    for words, _ in instrument.search(_WITH, "text", "note", signs=("with ",)):
        message = f"“{words.text}” begins a deadline."
        yield hit(words, message, "Write “within”.", confidence="likely")
    for words, _ in instrument.search(_BEHALF, "text", "note", "signature", "cell", signs=("for on",)):
        yield hit(words, f"“and” is missing in “{words.text}”.", "Write “for and on behalf of”.")


RULE = Rule(
    id="CK-TEXT-WORDS",
    level="warning",
    title="Small words that do not go together, or one that is missing",
    why="Where “the each” stands, or “as set out Schedule 1”, a word was taken out or left behind when the"
    " sentence was changed, and sometimes more than that word.",
    fails="""
1. Costs

1.1 Notice goes to ⟦the each⟧ Partner’s finance lead, who ⟦shall must⟧ reply, as ⟦set out⟧ Schedule 1.

1.2 The accounts are kept ⟦in accordance⟧ the rules of the Council and the sums mentioned ⟦in above⟧ tables.

1.4 A Partner ⟦which likely⟧ to fail tells ⟦any of the other Partner⟧, and ⟦shall responsible⟧ for what
follows. What has ⟦been agree⟧ by the Board is written down.

1.3 A Partner shall answer ⟦with⟧ fourteen days of its receipt. A director signs ⟦for on behalf of⟧ the ICB.

1.5 The fee ⟦shall ⟧£200 and is due no ⟦later than by⟧ May, under ⟦section 75 and 76⟧ of the Care Act 2014.
""",
    passes="""
1. Costs

1.1 Notice goes to each Partner’s finance lead, who shall reply, as set out in Schedule 1 and in the
paragraphs above.

1.2 In that respect the Partners may, will and shall act together, subject to this agreement. It ends
with fourteen days of notice, signed for and on behalf of the ICB.
""",
    check=_check,
    yields_to=("CK-PARTY-NUMBER",),
)
