"""One where several are meant, or several where one is: "four meeting", "each of the Partners are"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SINGLE = (
    r"member|meeting|partner|provider|organisation|copy|representative|officer|scheme|budget|instalment|patient|user"
    r"|resident|carer|school|practice|party|councillor|nurse|payment|quarter|function|objective"
)
"""Things of which there are several, and that seldom stand before another noun."""
_ENDS_A_NOUN = (
    r"(?=[.,;]|$| (?:of|in|to|from|by|per|each|a|with|who|that|which|are|have|will|shall|may|must|before"
    r"|after|at|for|on|under)\b)"
)
_SEVERAL = (
    r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Ss]everal|[Mm]any"
    r"|[Ff]ew|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll)"
)
_PLURALS = (
    r"services|facilities|costs|funds|payments|members|partners|parties|organisations|contributions|schemes"
    r"|budgets|arrangements|functions|officers|employees|patients|users|meetings|reports|records|policies"
    r"|procedures|documents|activities|provisions|objectives|outcomes|responsibilities|duties|obligations"
    r"|conditions|charges|invoices|amounts|providers|commissioners|representatives|Services|Members|Costs"
)
_ENDED = (". ", "; ", ": ", "\t")
"""What stands before a word with which a sentence begins, or an item."""
_A_PARTY = r"(?:Council|ICB|CCG|Trust|Provider|Commissioner|PCT|Authority|Foundation Trust|Charity|Hospice)"
_THING = (
    r"(?:Agreement|Schedule|Plan|Scheme|Fund|Service|Protocol|Appendix|Annex|Memorandum|Programme|Policy"
    r"|agreement|schedule|plan|scheme|fund|service|protocol|policy)"
)
_OF_ONE = {
    "consist": "consists", "include": "includes", "require": "requires", "provide": "provides",
    "apply": "applies", "cover": "covers", "describe": "describes", "contain": "contains",
    "remain": "remains", "form": "forms", "begin": "begins", "end": "ends", "commence": "commences",
    "continue": "continues", "set": "sets", "explain": "explains", "relate": "relates", "have": "has",
}  # fmt: skip
_OF_MANY = {"is": "are", "was": "were", "has": "have"}
_SINGULAR = {many: one for one, many in _OF_MANY.items()}


class _Clash(NamedTuple):
    """Words of which one is of one thing, and another of several; how they are written, by ``verb``.

    ``begins`` tells that they begin a sentence.
    """

    wrong: re.Pattern[str]
    signs: tuple[str, ...]
    verbs: dict[str, str]
    begins: bool = False


_MANY_IN_ONE = (
    r"(?:data|staff|team|group|board|committee|council|family|public|majority|means|series|and|or)\b"
)
_WHO = (
    r"(?:Data Subject|Data Controller|Data Processor|Controller|Processor|Provider|Supplier|Contractor"
    r"|Customer|Partner|Party|Manager|Recipient|Tenant|Landlord|Licensee|Licensor|Guarantor|Owner|Occupier"
    r"|Employee|Secondee|organisation|patient|client|pharmacist|contractor|provider|supplier|member"
    r"|manager|officer|service user)"
)
"""One body or person; a Council and a Board may be several."""
_MANY_THINGS = (
    "Disputes|Notices|Payments|Meetings|Invoices|Complaints|Decisions|Papers|Requests|Referrals|Reports|Charges"
    "|Contributions|Instalments|Resolutions|Appointments"
)
"""With what sentences begin that speak of all of a kind: "Disputes go first to the chair"."""
_ANY_THINGS = (
    "changes|disputes|underspends|overspends|Underspends|Overspends|costs|payments|notices|variations|amendments"
    "|queries|complaints|incidents|breaches|savings|decisions|requests|losses|disagreements|differences|concerns"
    "|conflicts|reports|claims|charges|proposals|meetings|members|documents|records|papers|funds"
)
"""With what sentences begin that speak of any of a kind: "Any changes are agreed"."""
_OFFICE = r"(?:Chair|Vice-Chair|Vice Chair|Deputy Chair|Secretary|Treasurer|Convenor|Clerk|Lead Officer|Host)"
_DOES = {
    "agree": "agrees", "consent": "consents", "acknowledge": "acknowledges", "undertake": "undertakes",
    "accept": "accepts", "ensure": "ensures", "provide": "provides", "comply": "complies",
    "maintain": "maintains", "confirm": "confirms", "require": "requires", "receive": "receives",
    "make": "makes", "take": "takes", "give": "gives", "keep": "keeps", "hold": "holds",
    "notify": "notifies", "pay": "pays",
}  # fmt: skip
_OF_NOTHING = {
    "affect": "affects", "limit": "limits", "prevent": "prevents", "exclude": "excludes", "oblige": "obliges",
    "require": "requires", "create": "creates", "constitute": "constitutes", "restrict": "restricts",
    "prejudice": "prejudices", "transfer": "transfers", "remove": "removes", "alter": "alters", "are": "is",
    "impose": "imposes", "relieve": "relieves", "confer": "confers", "fetter": "fetters", "make": "makes",
}  # fmt: skip
_BODIES = r"(?:partners|parties|members|organisations|providers|commissioners|councils|authorities|agencies)"
_CLASHES = (
    _Clash(
        pattern(
            rf"(?P<before>(?:(?:The|Its|All|Both)(?: other| such)? (?:{_BODIES}|Partners|Parties|Members)"
            rf"|[A-Z][a-z]+ {_BODIES}|Partners|Parties) )"
            rf"(?P<verb>{'|'.join(_DOES.values())})\b"
        ),
        ("s ",),
        {many: one for one, many in _DOES.items()},
        begins=True,
    ),
    _Clash(
        pattern(r"\b(?<!and )(?P<before>[Ee]ach of the (?:other )?[A-Z]?[a-z]+s )(?P<verb>are|were|have)\b"),
        ("each of the",),
        _SINGULAR,
    ),
    _Clash(
        pattern(rf"(?P<before>The {_A_PARTY} and (?:the )?{_A_PARTY} )(?P<verb>is|was|has)\b"),
        (" and ",),
        _OF_MANY,
        begins=True,
    ),
    _Clash(
        pattern(rf"(?P<before>(?:The|Its|Their)(?: other| such)? (?:{_PLURALS}) )(?P<verb>is|was|has)\b"),
        ("s is", "s was", "s has"),
        _OF_MANY,
        begins=True,
    ),
    _Clash(
        pattern(
            rf"(?P<before>(?:The|Its|Their) (?:{_PLURALS}) of (?:the|this|that|each|an?|its)"
            r" (?:(?!which\b|that\b|who\b|and\b|or\b|what\b)[A-Za-z’-]+ ){1,3}?)(?P<verb>is|was|has)\b"
        ),
        ("s of ",),
        _OF_MANY,
        begins=True,
    ),
    _Clash(
        pattern(
            r"(?P<before>(?:(?:The|All|Both)(?: other)? )?(?:Partners|Parties|Members|Councils|Trusts)"
            r" (?:have|are) (?:(?!is\b|was\b|which\b|that\b|it\b|a\b|an\b|the\b|its\b)[a-z]+ ){1,6}?and )"
            r"(?P<verb>is|was|has)\b"
        ),
        (" and is", " and was", " and has"),
        _OF_MANY,
        begins=True,
    ),
    _Clash(
        pattern(
            r"\b(?P<before>[Tt]he number of (?:(?!the )[a-z]+ )?(?!who|that|which)[a-z]+s )"
            r"(?P<verb>are|were|have)\b"
        ),
        ("the number of",),
        _SINGULAR,
    ),
    _Clash(
        pattern(rf"(?P<before>Th(?:e|is) {_THING} )(?P<verb>{'|'.join(_OF_ONE)})\b(?! to be\b)"),
        ("the ", "this "),
        _OF_ONE,
        begins=True,
    ),
    _Clash(
        pattern(rf"(?P<before>Th(?:is|at) (?!{_MANY_IN_ONE})[a-z]+ )(?P<verb>are|were|have)\b"),
        ("this ", "that "),
        _SINGULAR,
        begins=True,
    ),
    _Clash(
        pattern(rf"(?P<before>[TEY](?:he|ach|our) {_WHO} )(?P<verb>are|were|have)\b"),
        (" are", " were", " have"),
        _SINGULAR,
        begins=True,
    ),
    _Clash(
        pattern(
            rf"(?:(?<=[,;] )|(?<=that )|(?<=[Ii]f )|(?<=[Ww]here ))(?P<before>(?:each|every) {_WHO} )"
            r"(?P<verb>are|were|have)\b"
        ),
        ("each ", "every "),
        _SINGULAR,
    ),
    _Clash(
        pattern(rf"(?P<before>[TEY](?:he|ach|our) {_WHO} )(?P<verb>{'|'.join(_DOES)})\b"),
        ("the ", "each ", "your "),
        _DOES,
        begins=True,
    ),
    _Clash(
        pattern(rf"(?P<before>(?:{_MANY_THINGS}) )(?P<verb>is|was|has|goes|does)\b"),
        ("s is", "s was", "s has", "s goes", "s does"),
        _OF_MANY | {"goes": "go", "does": "do"},
        begins=True,
    ),
    _Clash(
        pattern(
            rf"(?P<before>Any (?:other |such |proposed |further )?(?:{_ANY_THINGS}) )(?P<verb>is|was|has)\b"
        ),
        ("any ",),
        _OF_MANY,
        begins=True,
    ),
    _Clash(
        pattern(rf"(?P<before>The {_OFFICE} )(?P<verb>are|were|have)\b"),
        (" are", " were", " have"),
        _SINGULAR,
        begins=True,
    ),
    _Clash(
        pattern(
            r"\b(?P<before>(?:Nothing|No provision) (?:in|of) (?:this|that|the) [A-Za-z]+"
            r"(?: [A-Z0-9][\w.]*)? )"
            rf"(?P<verb>{'|'.join(_OF_NOTHING)})\b"
        ),
        ("nothing ", "no provision "),
        _OF_NOTHING,
    ),
    _Clash(
        pattern(r"(?P<before>The (?:Board|Committee|Group|Panel) )(?P<verb>consist)\b"),
        ("consist",),
        _OF_ONE,
        begins=True,
    ),
)
_TOO_MANY = pattern(
    rf"\b(?P<before>[Aa]n? )(?P<noun>(?:{_SINGLE})s|parties|copies)"
    r"(?= (?:may|shall|will|must|is|has|who|of|to|from|in)\b)"
)
_TOO_FEW = (
    (pattern(rf"\b(?P<before>{_SEVERAL} (?:other )?)(?P<noun>{_SINGLE}){_ENDS_A_NOUN}"), _SINGLE.split("|")),
    (
        pattern(
            r"\b(?P<before>[Tt]he following )"
            r"(?P<noun>service|member|scheme|budget|organisation|area|document|principle|function"
            r"|definition|provision|clause|officer|post|role|person|item|charge|arrangement|condition|outcome"
            r"|objective|term|abbreviation)(?= (?:are|have|were|apply)\b)"
        ),
        ("following ",),
    ),
)


def clashes(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield words of one thing beside words of several, each with how to write them."""
    for clash in _CLASHES:
        for words, match in instrument.search(clash.wrong, "text", "note", signs=clash.signs):
            if not may_be_fragment(words.passage) and (not clash.begins or begin_a_sentence(words)):
                yield words, f"{match['before']}{clash.verbs[match['verb']]}"
    for wrong, signs in _TOO_FEW:
        for words, match in instrument.search(wrong, "text", "note", signs=signs):
            if not may_be_fragment(words.passage):
                yield words, f"{match['before']}{_several(match['noun'])}"

    for words, match in instrument.search(_TOO_MANY, "text", "note", signs=("a ", "an ")):
        if not may_be_fragment(words.passage):
            noun = match["noun"]
            yield words, match["before"] + (f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1])


def begin_a_sentence(words: Words) -> bool:
    """Tell whether words begin a sentence, or an item."""
    before = words.passage.text[: words.start]
    return words.start == words.passage.typed or before.endswith(_ENDED)


def _several(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeo" else f"{noun}s"
