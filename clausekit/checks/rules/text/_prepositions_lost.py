"""Prepositions, and small verbs, that are lost after a verb or its noun: "employed the Partner",
"signed both Partners", "repaid the Council", "within ten days receiving it"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_DONE_BY = (
    "employed|chaired|led|hosted|owned|managed|commissioned|overseen|delivered|borne|kept|issued|approved|signed"
    "|executed|nominated|governed|bound|covered|audited|prepared|monitored|maintained|convened|funded|published"
)
"""What is done by someone, and to none besides."""
_BE = r"(?:is|are|be|been|being|was|were|stays?|remains?|continues? to be)"
_WITHOUT_BY = pattern(
    rf"\b(?P<before>(?<!not )(?<!only ){_BE}(?: not| also| then| jointly)? (?:{_DONE_BY}))"
    r"(?= (?:the (?!same\b|day\b|month\b|week\b|year\b|following\b|next\b|previous\b|first\b)[A-Z][a-z]+"
    r"|(?:both|all|each)(?: of)?(?: the)? (?:Partners|Parties|parties|partners)\b))"
)
_GOVERNED = pattern(
    rf"\b(?P<before>{_BE}(?: not| also)? (?:governed|bound|chaired|led|hosted|employed|overseen|covered))"
    r"(?= (?:the|an?|its|their) (?!same\b|day\b|most\b|more\b|lot\b|year\b|way\b)[a-z])"
)
_REPORT = pattern(
    r"\b(?P<before>(?:shall|will|must|may|to) (?:also )?report)"
    r"(?= the (?:[A-Z]\w+ (?:and |of )?)*(?:Board|Partners|Parties|Committee|Council|Group|ICB"
    r"|Trust)\b(?! to\b))"
)
_MADE_BY = pattern(
    r"\b(?P<before>(?:in writing|a deed|document|instrument|a body|agreement),? (?:and )?(?:signed"
    r"|executed|made"
    r"|established|constituted))"
    r"(?= (?:(?:both|all|each)(?: of)?(?: the)? (?:Partners|Parties|parties|partners)|the [A-Z][A-Za-z]+)\b)"
)
_REGARD = pattern(
    r"\b(?P<before>(?:due|have|has|having|shall have) regard)(?= (?:the|its|any|their|such|all) )"
)
_NOTICE = pattern(
    r"\b(?P<before>(?:give|gives|given|giving|serve|serves)(?: [a-z’']+){0,4} notice(?: in writing)?)"
    r"(?= the [A-Z])"
)
_WITHIN = pattern(
    r"\b(?P<before>[Ww]ithin (?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: \(\d{1,3}\))? (?:[Ww]orking |[Bb]usiness "
    r"|calendar )?"
    r"(?:[Dd]ays|[Ww]eeks|[Mm]onths|hours))(?= (?:receiving|receipt|being|the (?:end|date|day|request"
    r"|receipt)\b))"
)
_TO_WHOM = (
    r"\b(?P<before>(?:sum|amount|instalment|contribution|fee|charge|payment|grant|price|balance|interest"
    r"|money"
    r"|share|excess|underspend)s?\b[^.;,]{{0,40}}? (?:shall be|will be|must be|is|are|is to be|be) "
    r"(?:paid|repaid|returned|credited|transferred|payable|owed|due))(?= the (?:{})\b)"
)
_WISH = pattern(
    r"\b(?P<before>(?:Partners|Parties|they|Council|ICB|Trust|Board|who|which) (?:wish|wishes|intend"
    r"|intends|decide"
    r"|decides|may decide|propose|proposes))"
    r"(?= (?:agree|work|act|pool|provide|enter|make|establish|share|delegate|meet|extend|end|continue|pay"
    r"|appoint|use|keep|set|commission|join)\b(?: the| its| their| an?| to| in| with| together| any| up"
    r"|[.,;]))"
)
_LACKS_IS = pattern(
    r"\b(?<!of )(?P<before>who|which) (?=(?:appointed|employed|made|given|held|sent|paid|agreed|approved"
    r"|provided"
    r"|nominated|issued|owned|required|set out) by (?:the|a|an|any|each|its)\b)"
)
_THERE = pattern(
    r"\b(?P<before>(?:acknowledges?|agrees?|considers?|accepts?|recognises?|confirms?|satisfied) that)"
    r" (?=(?:is|are) (?:an?|no) [a-z]+ (?:of|that|in|to|for)\b)"
)
_EACH_WHAT = pattern(
    r"\b(?P<before>(?:shall|must|will) (?:each|also)) (?=(?:an?|the) [a-z]+ (?:of|to|for|from)\b)"
)
_FIXED = (
    (_WITHOUT_BY, "by", tuple(f" {one} " for one in _DONE_BY.split("|"))),
    (
        _GOVERNED,
        "by",
        ("governed ", "bound ", "chaired ", "led ", "hosted ", "employed ", "overseen ", "covered "),
    ),
    (_REPORT, "to", ("report the",)),
    (_MADE_BY, "by", ("signed ", "executed ", "made ", "established ", "constituted ")),
    (_REGARD, "to", ("regard ",)),
    (_NOTICE, "to", ("notice ",)),
    (_WITHIN, "of", ("within ",)),
    (_WISH, "to", ("wish", "intend", "decide", "propose")),
    (_LACKS_IS, "is", ("who ", "which ")),
    (_THERE, "there", (" that is ", " that are ")),
    (_EACH_WHAT, "…", (" each ", " also ")),
)


_SIGNS_OF_PAYING = (
    "paid the", "repaid the", "returned the", "credited the", "transferred the", "payable the", "owed"
    " the", "due the",
)  # fmt: skip


def prepositions_lost(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words after which a small one is lost, with how to write them."""
    for way, lost, signs in _FIXED:
        for words, match in instrument.search(way, "text", "note", signs=signs):
            yield words.part(*match.span("before")), f"{match['before']} {lost}"
    names = {one.term for party in named_parties(instrument) for one in party.short if one.term.isalpha()}
    to_whom = pattern(_TO_WHOM.format("|".join(sorted({*names, "Host", "Partner", "Funder"}))))
    for words, match in instrument.search(to_whom, "text", "note", signs=_SIGNS_OF_PAYING):
        yield words.part(*match.span("before")), f"{match['before']} to"
