"""CK-TEXT-WORDS: small words that do not go together, or one that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._fragments import may_be_fragment
from clausekit.patterns import pattern

_MODALS = r"(?:shall|will|must|may|should|would|cannot)"
_APART = pattern(
    r"(?<![\w’'(-])(?:(?:[Tt]he|an?)[ ](?:the|an?|each|every|this|these|those|its|their|our)"
    r"|(?:by|for|with|from|at|under|within|to)[ ]of|within[ ]in|in[ ](?:within|above|below)"
    rf"|{_MODALS}[ ](?:{_MODALS}|is|are|was|were|has|had)"
    r"|(?:is|are|was|were)[ ](?:is|are|was|were|be)|and[ ]or)(?=[ ][A-Za-z])"
)
_SAME = pattern(r"(\w+)[ ](?i:\1)")
"""The same word twice is another fault: CK-TEXT-DOUBLED."""
_PROVISION = r"(?:(?:[Pp]art|[Ss]chedule|[Aa]nnexe?|[Aa]ppendix|[Cc]lause|[Pp]aragraph)s?[ ][\dA-Z])"
_LACKING = pattern(
    rf"\b(?P<in>(?:set[ ]out|listed|specified|described|contained|defined)(?=[ ]{_PROVISION}))"
    r"|\b(?P<with>in[ ](?:accordance|compliance|consultation|connection)"
    rf"(?=[ ](?:{_PROVISION}|(?:the|its|their|this|any)[ ])))"
    r"|\b(?P<to>(?:pursuant|subject|in[ ]relation|with[ ]regard|prior)"
    rf"(?=[ ](?:{_PROVISION}|(?:this|its|their|any)[ ])))"
    r"|\b(?P<of>(?:in[ ]respect|on[ ]behalf|by[ ]virtue|in[ ]lieu)(?=[ ](?:the|its|their|this|any|each)[ ]))"
)
_BEHALF = pattern(r"\b[Ff]or on behalf of\b")
_WITH = pattern(
    r"\b[Ww]ith(?=[ ](?:\d+|[a-z]+(?:-[a-z]+)?)(?:[ ]\(\d+\))?[ ]"
    r"(?:(?:[Ww]orking|[Bb]usiness|[Cc]alendar)[ ])?"
    r"(?:[Dd]ays|[Ww]eeks|[Mm]onths)[ ]"
    r"(?:of[ ](?:its|the|such|that|this|a|being|receipt|receiving)|after|from|following)\b)"
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
    for words, match in instrument.search(_LACKING, "text", "note"):
        if not may_be_fragment(words.passage):
            yield hit(
                words,
                f"“{match.lastgroup}” seems to be missing after “{words.text}”.",
                f"Write “{words.text} {match.lastgroup}”.",
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

1.3 A Partner shall answer ⟦with⟧ fourteen days of its receipt. A director signs ⟦for on behalf of⟧ the ICB.
""",
    passes="""
1. Costs

1.1 Notice goes to each Partner’s finance lead, who shall reply, as set out in Schedule 1 and in the
paragraphs above.

1.2 In that respect the Partners may, will and shall act together, subject to this agreement. It ends
with fourteen days of notice, signed for and on behalf of the ICB.
""",
    check=_check,
)
