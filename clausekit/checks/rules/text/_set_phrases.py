"""Set phrases of which a small word is lost or has changed its place: "as soon practicable", "not less four",
"co-operate with other", "submit a plan the Council within ten days", "its costs own"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_COMPARED = "less|fewer|more|later|earlier|longer|sooner"
_DONE = "exercised|provided|delivered|managed|commissioned|paid|spent|used|funded"
_NUMBER = r"(?:\d|£|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty)\b)"
_AS_POSSIBLE = pattern(
    r"\b(?P<before>as (?:close|near|early|soon|far|quickly|promptly|efficiently|effectively|closely|widely"
    r"|clearly|openly)(?: (?!(?:as|is|not|that|than)\b)[a-z]+){0,4}?)"
    r"(?= (?:reasonably )?(?:possible|practicable)\b)"
)
_FIRST_AS = pattern(
    r"\b(?P<before>(?:shall|must|will|may|should|is|are|be)(?: be (?:done|made|sent|given|paid|told))?)"
    r"(?= soon as (?:is )?(?:reasonably )?(?:possible|practicable)\b)"
)
_THAN = pattern(
    rf"\b(?P<before>(?:[Nn]ot|[Nn]o) (?:{_COMPARED}))(?= {_NUMBER})"
    r"(?! one of the| two of the)"
)
_LATER_THE = pattern(r"\b(?P<before>(?:[Nn]ot|[Nn]o) (?:later|earlier|less|fewer))(?= the [a-z])")
_EACH_OTHER = pattern(
    r"\b(?P<before>(?:co-?operate|work|consult|liaise|communicate|meet|engage|collaborate)s?"
    r"(?: (?:together|fully|openly|closely))? with)"
    r"(?= other(?: (?:in|to|on|and|at|about|as|so|for|throughout)\b|[.,;]))"
)
_AGREED_TO = pattern(
    r"\b(?P<before>(?:Partners|Parties|they|which|who|that) (?:have |has )?"
    r"(?:agreed?|agrees|undertakes?|wish(?:es)?|intends?|seeks?))"
    r"(?= (?:pool|withdraw|terminate|vary|amend|enter into|establish|delegate|appoint|provide|co-?operate"
    r"|co-?ordinate|collaborate|join|leave|continue|become|ensure|maintain|adopt"
    r"|work (?:together|with|in|towards))\b(?! (?:or|and) (?:not|otherwise)\b))"
)
_RELATIVE = pattern(r"\b(?:that|which|as|what|whom|if|where)(?: [a-z]+){0,3} $")
"""What opens a clause whose verb is not the last: "the terms which the Partners agreed continue"."""
_BODIES = r"(?:Council|ICB|Trust|Partners?|Part(?:y|ies)|Host(?: Partner)?|Board|Authority|Provider)"
_OF_PARTIES = pattern(
    r"\b(?P<before>(?:affects?|limits?|excludes?|prejudices?|without prejudice to|alters?|reduces?"
    r"|increases?) "
    r"(?:the |any |all |either |their )?(?:[a-z]+ )?"
    r"(?:liabilit(?:y|ies)|rights?|obligations?|duties|powers?|functions?|responsibilit(?:y|ies)))"
    rf"(?= (?:the|either|any|each) {_BODIES}(?: (?:to|under|in|or|and)\b|[.;,]))"
)
_BE_LAST = pattern(
    r"\b(?P<before>shall|must|will|may|should)"
    r" (?P<what>responsible|entitled|liable|required|accountable|able|eligible) be\b"
)
_OWN_LAST = pattern(
    r"\b(?P<before>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)"
    r" (?P<what>costs?|expenses|staff|funds|budgets?|employees|records|policies|premises|insurance|risk) own"
    r"(?= (?:in|of|for|and|arising|incurred|as)\b|[.,;])"
)
_THAT_FIRST = pattern(
    r"\b(?P<before>(?:recognis|acknowledg|agree|confirm|accept|understand|ensur|not|declar|consider)e?[sd]?)"
    r" (?P<what>they|it|we|each|both) that\b"
    r"(?! (?:they|it|we|is|are|was|were)\b)"
)
_NOT_TO = pattern(
    r"\b(?P<before>(?:shall|must|may|should|can) not) to\b"
    r"(?! (?:the|any|an?|that|this|those|its|their)\b| [A-Z])"
)
_FIRST_DAY = pattern(
    r"(?<=[a-z\d)] )(?P<before>(?:paid|payable|due|falls due|instalment|contribution|£[\d,.]+"
    rf"|pay (?:the )?{_BODIES}))"
    r"(?= the (?:first|last|\d{1,2}(?:st|nd|rd|th)) (?:[Ww]orking )?day of (?:each|every)\b)"
)
_BEHALF = pattern(
    r"\b(?P<before>(?!(?:on|upon|in|of|or|and|for|to|by|the|own|whose|its|their|our|his|her|your|my)\b)[a-z]+)"
    r"(?= behalf of\b)"
)
_SET_OUT = pattern(
    r"\b(?P<before>(?:address(?:es)?|details|terms|conditions|provisions|arrangements|services|functions"
    r"|procedure|roles|responsibilities|principles|objectives|(?:as|are|is)) set)"
    r"(?= in (?:Schedule|clause|paragraph|Part|Annex|Appendix|Table)\b)"
)
_MADE_UP = pattern(
    r"\b(?P<before>(?:is|are|be) made up)"
    r"(?= (?:the (?:following )?(?:members|representatives|people|persons|bodies|organisations)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:[a-z]+ )?"
    r"(?:members|representatives|people))\b)"
)
_FOR_PURPOSES = pattern(
    r"\b(?P<before>(?:be|are|is|been|was|were) (?:only )?(?:used|processed|shared|disclosed|collected|held"
    r"|kept|required|needed))"
    r"(?= (?:only )?the (?:sole )?purposes? (?:of|in|set|for|described|listed|stated)\b)"
)
_ARE_DONE = pattern(
    r"\b(?P<before>(?:in|by|for|from|to|on|under|through) which (?:the|those|these|its|their) (?:[a-z]+ )?"
    rf"(?!(?:was|is|has|does)\b)[a-z]+s) (?P<what>{_DONE})(?=[.;])"
)
_ARE_TRAINED = pattern(
    r"\b(?P<before>(?:ensures?|makes? sure) that (?:(?:all|any|its|their|the|such|these|those) )?(?:[a-z]+ )?"
    r"(?:staff|records|services|members|data|accounts|employees|equipment|information|volunteers|premises"
    r"|complaints)) (?P<what>trained|supervised|insured|vetted|kept|held|recorded|maintained|stored|informed"
    r"|checked|dealt with|handled|managed|protected)"
    r"(?=(?: (?:and|or) [a-z]+)?(?:[.;]| (?:securely|properly|safely|at all times|in accordance|promptly"
    r"|appropriately)\b))"
)
_OF_A_PAPER = pattern(
    r"\b(?P<before>(?:of|after|following) receipt)(?= (?:(?:an?|any|such an?|each) [a-z]+"
    r"|the (?:invoice|notice|report|claim|request|application)\b))"
)
_OF_A_REVIEW = pattern(
    r"\b(?P<before>(?:request|carry out|carries out|conduct|undertake|commission|arrange)s? an? (?:[a-z]+ )?"
    r"(?:review|audit|evaluation|assessment|inspection))(?= the )"
)
_PREJUDICE = pattern(r"\b(?P<before>[Ww]ithout prejudice)(?= (?:any|the|its|their|clause|paragraph|this)\b)")
_SUBJECT = pattern(r"(?<!\w )(?P<before>Subject)(?= (?:clause|paragraph|Schedule|Part|the provisions)\b)")
_HOURS = pattern(
    r"\b(?P<before>between (?:the hours of )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm))"
    r"(?= \d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b)"
)
_TO_THE = pattern(
    r"\b(?P<before>(?:sent|delivered|posted|addressed|paid|made|given) (?:by [a-z]+ )?to)"
    r"(?= (?:address|bank account|account|person|officer)s?"
    r" (?:in|set|given|named|shown|stated|listed|specified)\b)"
)
_INTEREST = pattern(r"\b(?P<before>interest)(?= (?:the|any) (?:late|overdue|unpaid|outstanding)\b)")
_LEADS_TO = (
    r"\b(?:submit|send|give|report|deliver|return|supply|present|refer|transfer|notify|forward|issue|repay|pay)s?"
    r"(?! (?:to|the {0})\b)[^.;:,]{{2,60}}?\b"
    r"(?P<before>(?!(?:to|of|for|by|with|from|in|on|at|and|or|that|which|as|than|if|when|where|between|against"
    r"|under|is|are|be|upon|after|before|until|towards|both|via|through|because|while|about|each|per|once|whom"
    r"|what)\b)[a-z]+)"
    r"(?= the {0} (?:within|by \d|before|no later|not later|each|every|as soon|on or before)\b)"
)
_LOST = (
    (_AS_POSSIBLE, "as", ("possible", "practicable")),
    (_FIRST_AS, "as", (" soon as ",)),
    (_THAN, "than", tuple(f"{no} {word} " for no in ("not", "no") for word in _COMPARED.split("|"))),
    (_LATER_THE, "than", ("later the ", "earlier the ", "less the ", "fewer the ")),
    (_EACH_OTHER, "each", ("with other",)),
    (_AGREED_TO, "to", ("agree", "undertake", "wish", "intend", "seek")),
    (_OF_PARTIES, "of", ("liabilit", "right", "obligation", "duties", "power", "function", "responsib")),
    (_FIRST_DAY, "on", ("day of each", "day of every")),
    (_BEHALF, "on", (" behalf of",)),
    (_SET_OUT, "out", (" set in ",)),
    (_MADE_UP, "of", ("made up",)),
    (_FOR_PURPOSES, "for", ("the purpose", "the sole purpose")),
    (_OF_A_PAPER, "of", (" receipt ",)),
    (_OF_A_REVIEW, "of", ("review the", "audit the", "evaluation the", "assessment the", "inspection the")),
    (_PREJUDICE, "to", ("prejudice ",)),
    (_SUBJECT, "to", ("subject ",)),
    (_HOURS, "and", ("between ",)),
    (_TO_THE, "the", (" to address", " to account", " to bank account", " to person", " to officer")),
    (_INTEREST, "on", ("interest the", "interest any")),
)
"""What a word is lost after, the word, and letters that stand in it."""
_TURNED = (
    (_BE_LAST, "{before} be {what}", ("ble be", "led be", "red be")),
    (_OWN_LAST, "{before} own {what}", (" own",)),
    (_THAT_FIRST, "{before} that {what}", ("they that", "it that", "we that", "each that", "both that")),
    (_NOT_TO, "{before}", (" not to ",)),
)
"""What is written otherwise, how, and letters that stand in it."""
_WITHOUT_BE = (
    (_ARE_DONE, "{before} are {what}", tuple(f"{one}{end}" for one in _DONE.split("|") for end in ".;")),
    (_ARE_TRAINED, "{before} are {what}", ("ensure", "make")),
)
_ENDS = ("within", "by ", "before", "no later", "not later", "each", "every", "as soon", "on or before")
_SHORTLY = 40


def phrases_cut_short(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words after which a small one is lost, with how to write them."""
    for way, lost, signs in _LOST:
        for words, match in instrument.search(way, "text", "note", signs=signs):
            if way is _AGREED_TO and _RELATIVE.search(words.shortly_before(_SHORTLY)):
                continue
            yield words.part(*match.span("before")), f"{match['before']} {lost}"
    for way, right, signs in _WITHOUT_BE:
        for words, match in instrument.search(way, "text", "note", signs=signs):
            yield words, right.format(**match.groupdict())
    yield from _led_to(instrument)


def phrases_turned_round(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words that have changed places, or have one too many, with how to write them."""
    for way, right, signs in _TURNED:
        for words, match in instrument.search(way, "text", "note", signs=signs):
            yield words, right.format(**match.groupdict())


def _led_to(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield "submit a plan the Council within ten days"."""
    short = {one.term for party in named_parties(instrument) for one in party.short if one.term.isalpha()}
    names = sorted({*short, "Host", "Partner", "Funder", "Board"})
    bodies = f"(?:{'|'.join(names)})"
    way = pattern(_LEADS_TO.format(bodies))
    signs = [f"{name.lower()} {end}" for name in names for end in _ENDS]
    for words, match in instrument.search(way, "text", "note", signs=signs):
        yield words.part(*match.span("before")), f"{match['before']} to"
