"""CK-TEXT-ITS: "it's" for "its", and other apostrophes gone astray."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_APOSTROPHES = frozenset("’'")
_PERIOD_OF_NOTICE = pattern(
    r"\b(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears)(?=[ \u00a0](?:(?:prior|written|clear)[ \u00a0]){0,2}notice\b)"
)
_ASTRAY = pattern(
    r"(?<![\w’'])(?P<its>[Ii]t[’']s|[Ii]ts[’'])(?![\w])|(?<![\w’'])(?P<whose>[Tt]heir[’']s|[Yy]our[’']s"
    r"|[Oo]ur[’']s)(?!\w)|(?<![\w’'])(?P<plural>(?:ICB|CCG|PCT|KPI|SLA|GP|FTE|DPIA)[’']s)"
    r"(?=[ \u00a0](?:are|have|shall|must|may|will|were)\b)"
    r"|(?<![\w’'])(?P<people>(?:[Cc]hildren|[Ww]omen|[Mm]en)s[’'])(?!\w)"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_PERIOD_OF_NOTICE, "text", "note", signs=("notice",)):
        message = f"“{words.text}” has no apostrophe, though the notice is of that length."
        yield hit(words, message, f"Write “{words.text}’ notice”.", confidence="doubtful")
    passages = (one.passage for one in instrument.places if one.role in ("text", "cell", "note"))
    for passage in passages:
        if not _APOSTROPHES.isdisjoint(passage.text):
            yield from _astray(passage)


def _astray(passage: Passage) -> Iterator[Hit]:
    for match in _ASTRAY.finditer(passage.text, passage.typed):
        words = Words(passage, *match.span())
        right = f"{words.text[:-2]}’s" if match["people"] else re.sub("[’']", "", words.text)
        yield hit(
            words,
            f"“{words.text}” has an apostrophe that does not belong there.",
            f"Write “{right}”" + (", or “it is” in full." if match["its"] else "."),
            confidence="likely",
        )


RULE = Rule(
    id="CK-TEXT-ITS",
    level="warning",
    title="“It’s” for “its”, and other apostrophes gone astray",
    why="“It’s” stands for “it is”, which nobody writes so in an agreement; what is meant is “its”.",
    fails="""
1. Costs

1.1 Each Partner bears ⟦it’s⟧ own costs, and the ⟦ICB’s⟧ shall keep a record of
⟦childrens’⟧ services.
""",
    passes="""
1. Costs

1.1 Each Partner bears its own costs, and the ICB’s officers keep a record of the Partners’ shares and of
children’s services.
""",
    check=_check,
)
