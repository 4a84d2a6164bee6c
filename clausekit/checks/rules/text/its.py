"""CK-TEXT-ITS: "it's" for "its", and other apostrophes gone astray."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.text._possessives import unmarked
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_APOSTROPHES = frozenset("’'")
_SHORTENED = pattern(
    r"\b(?:do|does|can|wo|is|are|was|has|have|would|should)n[’']t\b|\b(?:we|you|they|I)[’'](?:re|ll|ve)\b"
)
"""Words run together as in speech: a text with such words writes "it’s" for "it is"."""
_IT_IS_MEANT = pattern(
    r" (?:been|not|also|an?|the|your|our|their|available|possible|important|necessary|rolled|set|up|only|just"
    r"|[a-z]+ing)\b"
)
_IT_IS_SURE = pattern(r" (?:been|not|an?|the|available|possible|important|necessary)\b")
"""After these "it’s" stands for "it is" or "it has" in any text."""
_PERIOD_OF_NOTICE = pattern(
    r"\b(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears)(?=[ \u00a0](?:(?:prior|written|clear)[ \u00a0]){0,2}notice\b)"
)
_OF_A_PERIOD = pattern(r"(?:day|week|month|year|hour)(?:[’']s|s[’'])(?!\w)", re.IGNORECASE)
"""A length of time that owns what follows: "three months’ notice"."""
_NUMBER_BEFORE = pattern(
    r"\b(?P<number>\d+|(?:(?:twenty|thirty|sixty|ninety)[- ])?(?:one|two|three|four|five|six|seven|eight"
    r"|nine)|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
    r"(?: \((?:\d+|[a-z -]+)\))?[ \u00a0-](?:(?:working|business|calendar|clear) )?$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 50
_SINGLE = ("one", "1", "01")
_IT_IS = pattern(
    r"(?<![\w’'])[Ii]ts (?=(?:the|a|an) [a-z])|(?<![\w’'])[Ii]ts (?=[a-z]+(?:ed|ant|ble|ood) that\b)"
)
_WHO_IS = pattern(r"(?<![\w’'])[Ww]ho[’']s\b")
_ASTRAY = pattern(
    r"(?<![\w’'])(?P<its>[Ii]t[’']s|[Ii]ts[’'])(?![\w])|(?<![\w’'])(?P<whose>[Tt]heir[’']s|[Yy]our[’']s"
    r"|[Oo]ur[’']s)(?!\w)|(?<![\w’'])(?P<plural>(?:ICB|CCG|PCT|KPI|SLA|GP|FTE|DPIA)[’']s)"
    r"(?=[ \u00a0](?:are|have|shall|must|may|will|were)\b)"
    r"|(?<![\w’'])(?P<things>(?:KPI|SLA|T[oO]R|FTE|DPIA|M[oO]U|SOP|PID|DSA|ISA|HRG|FAQ|LES)[’']s)"
    r"(?=\)?(?:[.,;:]|$|[ ](?:and|or|for|in|to|that|which|with|are|have|shall|must|may|will|were)\b))"
    r"|(?<=[Aa]ll )(?P<all>(?:the )?(?:ICB|CCG|PCT|GP)[’']s)(?!\w)"
    r"|(?<=\()(?P<in>(?:ICB|CCG|PCT|GP)[’']s)(?=\))"
    r"|(?<=[Aa]ll of the )(?P<of>(?:ICB|CCG|PCT|GP)[’']s)(?!\w)"
    r"|(?<![\w’'])(?P<many>[a-z]{4,}(?<!one)(?<!body)(?<!other)[’']s)(?= (?:are|were)\b)"
    r"|(?<=[Tt]he )(?P<some>(?:(?:Partner|Member|Organisation|Provider|Commissioner|Council|Trust)[’']s"
    r"(?= (?:agree|shall|must|have|wish|acknowledge)\b)"
    r"|(?:Partner|Member|Organisation|Provider|Commissioner)[’']s(?= are\b)))"
    r"|(?<![\w’'])(?P<people>(?:[Cc]hildren|[Ww]omen|[Mm]en)s[’'])(?!\w)"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_PERIOD_OF_NOTICE, "text", "note", signs=("notice",)):
        message = f"“{words.text}” has no apostrophe, though the notice is of that length."
        before = _NUMBER_BEFORE.search(words.shortly_before(_LONGEST_NUMBER))
        if before and before["number"].lower() in _SINGLE:
            yield hit(words, message, f"Write “{words.text[:-1]}’s notice”.", confidence="likely")
        else:
            yield hit(words, message, f"Write “{words.text}’ notice”.", confidence="doubtful")
    yield from _of_periods(instrument)
    for words, right, sure in unmarked(instrument):
        yield hit(
            words,
            f"“{words.text}” owns what follows, but has no apostrophe.",
            f"Write “{right}”.",
            confidence="likely" if sure else "doubtful",
        )
    for words, _ in instrument.search(_IT_IS, "text", "note", signs=("its ",)):
        its = words.part(words.start, words.end - 1)
        yield hit(
            its, f"“{its.text}” cannot stand before these words.", "Write “it is”.", confidence="likely"
        )
    for words, _ in instrument.search(_WHO_IS, "text", "note", signs=("who’s", "who's")):
        message = f"“{words.text}” stands for “who is”."
        yield hit(words, message, "Write “whose”, or “who is” in full.", confidence="likely")
    passages = [
        one.passage
        for one in instrument.places
        if one.role in ("text", "cell", "note") and not _APOSTROPHES.isdisjoint(one.passage.text)
    ]
    as_in_speech = any(_SHORTENED.search(one.text) for one in passages)
    for passage in passages:
        yield from _astray(passage, as_in_speech=as_in_speech)


def _of_periods(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on lengths of time with the apostrophe of another number: "three month’s", "one months’"."""
    for words, match in instrument.search(_OF_A_PERIOD, signs=("’", "'")):
        found = _NUMBER_BEFORE.search(words.shortly_before(_LONGEST_NUMBER))
        if found is None or (found["number"].lower() in _SINGLE) == match[0][-1].isalpha():
            continue
        noun, single = words.text[:-2], found["number"].lower() in _SINGLE
        yield hit(
            words,
            f"“{words.text}” does not go with “{found['number']}”.",
            f"Write “{noun}’s”." if single else f"Write “{noun}s’”.",
            confidence="likely",
        )


def _astray(passage: Passage, *, as_in_speech: bool) -> Iterator[Hit]:
    for match in _ASTRAY.finditer(passage.text, passage.typed):
        words = Words(passage, *match.span())
        if match["its"] and (_IT_IS_MEANT if as_in_speech else _IT_IS_SURE).match(words.after):
            continue
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

1.2 The ⟦Providers⟧ premises are open on three ⟦month’s⟧ notice.
""",
    passes="""
1. Costs

1.1 Each Partner bears its own costs, and the ICB’s officers keep a record of the Partners’ shares and of
children’s services, and gives the Partners records on three months’ notice.
""",
    check=_check,
)
