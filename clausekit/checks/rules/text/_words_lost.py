"""Words that cannot stand next to each other because a small one between them is lost, as a preposition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules._shared.parties import collectives, plural
from clausekit.checks.rules.text._articles_lost import articles_lost
from clausekit.checks.rules.text._prepositions_lost import prepositions_lost
from clausekit.checks.rules.text._set_phrases import phrases_cut_short
from clausekit.checks.rules.text._verbs_without import verbs_without_their_words
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NEXT = r"(?:the|its|their|this|these|those|any|each|such|all|every|whichever)"
"""What begins a noun, to which a word that needs a preposition cannot lead without one."""
_THAT = r"that (?:[A-Z][a-z]+|(?:clause|paragraph|year|date|sum|amount|budget|plan|scheme|purpose)\b)"
_PROVISION = r"(?:(?:[Pp]art|[Ss]chedule|[Aa]nnexe?|[Aa]ppendix|[Cc]lause|[Pp]aragraph)s?[ ][\dA-Z])"
_OWN = rf"(?:{_PROVISION}|(?:this|its|their|any) )"
_AFTER_IS = "(?:" + "|".join(rf"(?<=\b{verb} )" for verb in ("be", "been", "is", "are", "was", "were")) + ")"
_IN_A_CLAUSE = pattern(
    r"\b(?:if|where|when|once|unless|until|while|as|because|since|(?:for|to|on|by|of|in|with) which|what)\b"
    r"[^,;.]*$",
    re.IGNORECASE,
)
"""What opens a clause after which another begins with its noun: "Where one is responsible the other"."""
_PREDICATES = frozenset(("to", "for", "on", "about"))
_WITHOUT_PREPOSITION = pattern(
    rf"\b(?:(?P<to>(?:prejudicial|detrimental|pursuant|contrary|according|attributable|ancillary|prior"
    rf"|{_AFTER_IS}(?:entitled|relevant|subject|committed))(?= (?:{_NEXT} |{_THAT}))"
    rf"|(?:pursuant|subject|in relation|with regard|prior)(?= {_OWN}))"
    rf"|(?P<for>(?:responsible|accountable|answerable)(?= {_NEXT} ))"
    rf"|(?P<with>(?:in (?:accordance|compliance|conjunction|consultation|conformity|connection)|consistent"
    rf"|inconsistent|compliant)(?= (?:{_PROVISION}|{_NEXT} |{_THAT})))"
    rf"|(?P<on>{_AFTER_IS}(?:based|dependent|reliant|contingent)(?= (?:{_NEXT} |{_THAT})))"
    rf"|(?P<about>{_AFTER_IS}open(?= {_NEXT} )(?! (?:all|every|each|the whole|both) (?:the )?"
    r"(?:year|(?:week|working |business )?days?|week|nights?|hours|summer|winter|months?|weekends?)\b))"
    rf"|(?P<of>(?:in (?:respect|lieu|pursuance)|on behalf|by (?:virtue|reason))"
    rf"(?= (?:(?:the|this|these|those|its|their|any|each) |{_THAT}))"
    rf"|for (?:the )?purposes(?= (?:this |{_THAT}|the (?:\d{{4}} )?(?:Act|Agreement|Regulations)\b)))"
    rf"|(?P<in>(?:set out|listed|specified|described|contained|defined)(?= {_PROVISION})"
    rf"|as (?:set out|specified|described|defined|contained)(?= (?:the|this|that|its|their) ))"
    rf"|(?P<for_>in order(?= {_NEXT} )))"
)
_SIGNS_OF_PREPOSITION = (
    "prejudicial", "detrimental", "committed ", "in relation", "with regard",
    "in connection", "open ", "set out", "listed", "specified", "described", "contained",
    "defined", "pursuant", "contrary", "according", "attributable", "ancillary", "prior ",
    "entitled", "relevant ", "subject ", "responsible", "accountable", "answerable", "in accordance",
    "in compliance", "in conjunction", "in consultation", "in conformity", "consistent", "compliant",
    "based", "dependent", "reliant", "contingent", "in respect", "in lieu", "in pursuance", "behalf",
    "by virtue", "by reason", "purpose", "in order ",
)  # fmt: skip
_QUALITIES = r"responsible|accountable|liable|entitled|eligible|unable|able|unlikely|likely"
_WITHOUT_BE = pattern(
    r"\b(?P<before>(?:this|which|who|they|there) (?:also |not )?)"
    rf"(?P<what>{_QUALITIES})(?= (?:to|for|that)\b)"
)
_MADE_OR_SO = (
    r"made|met|held|given|paid|kept|taken|borne|known|shown|drawn|sent|written|chosen|brought|bought"
    r"|sought|built|done"
    r"|seen|told|spent|sold|withdrawn|undertaken"
)
_MODAL_WITHOUT_BE = pattern(
    r"\b(?P<before>(?:shall|will|must|should|would|may) (?:not |also |each )?)"
    rf"(?P<what>(?:{_QUALITIES})(?= (?:to|for|the|under)\b)"
    rf"|(?:{_MADE_OR_SO})(?= (?:by|to|in|at|for|on|from|within|before|after|under|as|until|with|into|out|up"
    r"|only|each|every|monthly|quarterly)\b|[.,;])"
    r"|(?!(?:need|proceed|exceed|succeed|feed|heed|speed|embed|shed|seed|breed|bleed|indeed)\b)[a-z]{2,}ed\b)"
)
_WITHOUT_VERB = pattern(
    r"\b(?P<before>(?:[Tt]he|[Nn]o|[Ee]ach|[Ee]very|[Aa]|[Ee]ither) [A-Z]\w+(?: [A-Z]\w+)?"
    r" (?:shall|must|may)(?: not)?) (?=(?:the|an?|its|their|any)\b)"
)
_TURNED_ROUND = pattern(r"\b(?:nor|neither|than|only|as) ?$", re.IGNORECASE)
_BEFORE_A_NOUN = pattern(r"\b(?:the|an?|of|his|her|their) $")
_LONGEST_WORD = 12
_FAR = 120
_MODALS = ("shall ", "will ", "must ", "should ", "would ", "may ")
_OF_SEVERAL = (
    r"\b(?:[Oo]ne or more|[Aa]ny|[Ee]ach|[Ss]ome|[Aa]ll|[Nn]one|[Ee]ither|[Nn]either|[Bb]oth|[Mm]ost|[Oo]ne)"
    r" of (?:the|those|these) (?:other )?"
)
_AFTER_PARTIES = (
    r"(?=[.,;]|$| (?:to|in|of|shall|may|will|must|has|have|is|are|who|which|and|or|under|with|by|for|from"
    r"|before|after|until|on|at|if|when|as|that)\b)"
)


def words_lost(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words between or after which one is lost, with how to write them."""
    for words, right in (
        *_prepositions(instrument), *_verbs(instrument), *_plurals(instrument),
        *verbs_without_their_words(instrument), *articles_lost(instrument), *prepositions_lost(instrument),
        *phrases_cut_short(instrument),
    ):  # fmt: skip
        if not may_be_fragment(words.passage):
            yield words, right


def _prepositions(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    for words, match in instrument.search(_WITHOUT_PREPOSITION, "text", "note", signs=_SIGNS_OF_PREPOSITION):
        begins_another = match.lastgroup in _PREDICATES and _IN_A_CLAUSE.search(words.shortly_before(_FAR))
        if not begins_another and not words.shortly_after(2).endswith(("“", '"', "‘")):
            yield words, f"{words.text} {(match.lastgroup or '').rstrip('_')}"


def _verbs(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    signs = ("responsible", "accountable", "liable", "entitled", "eligible", "able", "likely")
    for words, match in instrument.search(_WITHOUT_BE, "text", "note", signs=signs):
        verb = "are" if match["before"].startswith("they") else "is"
        yield words, f"{match['before']}{verb} {match['what']}"
    for words, match in instrument.search(_MODAL_WITHOUT_BE, "text", "note", signs=_MODALS):
        if not _BEFORE_A_NOUN.search(words.shortly_before(_LONGEST_WORD)):
            yield words, f"{match['before']}be {match['what']}"
    for words, match in instrument.search(_WITHOUT_VERB, "text", "note", signs=_MODALS):
        if not _TURNED_ROUND.search(words.shortly_before(_LONGEST_WORD)):
            at = words.part(words.start, words.start + len(match["before"]))
            yield at, f"{match['before']} …"


def _plurals(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield "any of the other Partner": what is one of several is of them."""
    single = "|".join(map(re.escape, instrument.once(collectives)))
    one = re.compile(rf"{_OF_SEVERAL}(?P<one>{single}){_AFTER_PARTIES}")
    for words, match in instrument.search(one, "text", "note", signs=(" of the", " of those", " of these")):
        yield words, words.text.removesuffix(match["one"]) + plural(match["one"])
