"""What is told of each step, and of all: "1.2 days in Period 1 and 1.0 day in Period 2, 2.2 days in all",
"1,800 in the first year and 3,600 in the second, so 5,400 over the term"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_N = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?"
_THINGS = r"(?:[ ](?!in\b|for\b|and\b|or\b|over\b|at\b)[A-Za-z][\w’-]*){0,3}?"
_STEP = (
    r"[ ](?:in|for|during|over|by the end of)[ ](?:the[ ])?"
    r"(?:(?:first|second|third|fourth|last|final|other|next|remaining)(?:[ ][a-z]+)?"
    r"|(?:Period|Year|Phase|Stage|Quarter|Step|period|year|phase|stage|quarter)[ ]\d{1,2}"
    r"|20\d\d(?:[/–-]\d\d(?:\d\d)?)?|Q[1-4]|[A-Z][\w’-]+(?:[ ][A-Z][\w’-]+){0,2})"
)
_PART = rf"(?<![\w£.,/-])£?{_N}{_THINGS}{_STEP}"
_STEPS = pattern(
    rf"(?P<parts>{_PART}(?:,[ ]{_PART}){{0,3}},?[ ]and[ ]{_PART})"
    r"(?:,[ ](?:(?:so|making|giving|that is|being|or|i\.e\.|and so|thus|which (?:is|makes|comes to))[ ])?"
    r"|[ ]\((?:making[ ]|that is[ ])?|[ ]–[ ])"
    rf"£?(?P<whole>{_N})(?P<of>{_THINGS})"
    r"(?=[ ](?:in all|in total|altogether|overall|over[ ](?:the|all|both)|together"
    r"|for (?:the whole|both|all))\b)"
)
_A_PART = pattern(rf"(?<![\w.,/-])£?(?P<part>{_N})(?P<of>{_THINGS}){_STEP}")
_NO_SUM = pattern(
    r"\b(?:at least|at most|up to|more than|less than|from|(?:an|on) average|about|around|of which|cumulative"
    r"|total of|per cent|each|further)\b|%",
    re.IGNORECASE,
)
_NEAR = Decimal("1.3")
_SIGNS = (" in all", " in total", "altogether", "overall", " over ", "together", "for the whole", "for both")


def in_each_step(instrument: Instrument) -> Iterator[Counted]:
    """Yield what is told of all steps and is not what those make that are told one by one."""
    for words, found in instrument.search(_STEPS, "text", "note", "cell", signs=_SIGNS):
        sentence = instrument.sentence_of(words)
        parts = list(_A_PART.finditer(found["parts"]))
        whole, values = decimal(found["whole"]), [decimal(part["part"]) for part in parts]
        known = [value for value in values if value is not None]
        things = {plain(one["of"]) for one in (found, *parts)} - {""}
        if whole is None or not known or len(things) > 1 or _NO_SUM.search(sentence.text):
            continue
        made = sum(known, Decimal(0))
        less, more = sorted((whole, made))
        if less and less != more and whole > max(known) and (more <= less * _NEAR or is_slip(less, more)):
            yield Counted(words.part(*found.span("whole")), made)
