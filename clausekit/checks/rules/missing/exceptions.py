"""CK-MISSING-EXCEPTIONS: a duty of confidence without the exceptions that public bodies need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.missing._clauses import clauses, text_of
from clausekit.checks.words import whole
from clausekit.patterns import pattern

_CONFIDENTIALITY = pattern(r"\b(?:confidential(?:ity)?|non-disclosure)\b", re.IGNORECASE)
_BREACH = pattern(r"\b(?:breach|loss|incident|report)", re.IGNORECASE)
_DUTY = pattern(
    r"\b(?:shall|must|will|undertakes?|agrees?|may not|is to|are to)\b[^.]*\b(?:confiden|disclos|secret)",
    re.IGNORECASE,
)
_RULES = pattern(
    r"\b(?:codes?(?: of (?:conduct|practice))?|polic(?:y|ies)|protocols?|agreements?|undertakings?"
    r"|statements?)(?: (?:on|of|about|regarding))?(?: \w+){0,2} confidentiality"
    r"|\bconfidentiality (?:code|polic(?:y|ies)|protocol|agreement|undertaking|statement)s?",
    re.IGNORECASE,
)
"""What says elsewhere how secrets are kept, with its exceptions."""
_EXCEPTION = pattern(
    r"\b(?:except|unless|save (?:for|as|that|where|to)|other than|does not apply|do not apply|not apply to"
    r"|public domain"
    r"|required (?:by|under|to)|requires?\b|publicly|public knowledge|already (?:known|public|in)"
    r"|permitted|may (?:be )?disclose"
    r"|can be disclosed|subject to|freedom of information|FOIA|to the extent|court|statutory duty|lawfully"
    r"|not include"
    r"|excludes?|only (?:if|where|to|with|for)|without the (?:prior )?(?:written )?consent|clause \d"
    r"|schedule \d|authorised by)",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for heading, passages in clauses(instrument).items():
        words = heading.words
        if _CONFIDENTIALITY.search(words) and not _BREACH.search(words):
            text = text_of(passages)
            if _DUTY.search(_RULES.sub("", text)) and not _EXCEPTION.search(text):
                yield hit(
                    whole(heading),
                    f"“{words.strip()}” has a duty of confidence, but no exception to it.",
                    "Except at least what is public already, what was known before, and what the law"
                    " requires to be disclosed.",
                    confidence="likely",
                )


RULE = Rule(
    id="CK-MISSING-EXCEPTIONS",
    level="warning",
    title="A confidentiality clause without exceptions",
    why="A public body that promises to keep everything secret breaks either its promise or the law:"
    " requests for information, auditors, courts and regulators have to be answered.",
    fails="""
1. Services

1.1 The Council provides the services.

2. ⟦Confidentiality⟧

2.1 Each Partner shall keep confidential all information that it receives from another Partner.

2.2 Each Partner shall make sure that its staff keep the same secrets.
""",
    passes="""
1. Services

1.1 The Council provides the services.

2. Confidentiality

2.1 Each Partner shall keep confidential all information that it receives from another Partner.

2.2 This does not apply to information that is public already or that the law requires to be disclosed.
""",
    check=_check,
    of_the_whole=True,
)
