"""Phrases of which a small word is another than is meant, is lost, or has the ending of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules._shared.parties import collectives, plural
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PROSE: tuple[Role, ...] = ("text", "note")
_EVERYWHERE: tuple[Role, ...] = ("text", "note", "cell", "signature")


class _Slip(NamedTuple):
    """A slip: how it is found, letters that stand in it, how it is written (groups by their numbers)."""

    wrong: re.Pattern[str]
    signs: tuple[str, ...]
    right: str
    roles: tuple[Role, ...] = _PROSE


_BASES = (
    r"(?:update|ensure|make|pay|attend|meet|give|keep|hold|take|carry|comply|act|contribute|provide|agree|approve"
    r"|notify|submit|appoint|consider|develop|maintain|manage|prepare|produce|send|share|inform|consult)"
)
_HEADS = (
    "unit",
    "role",
    "purpose",
    "aim",
    "objective",
    "remit",
    "scope",
    "length",
    "frequency",
    "status",
    "address",
)
_HEADS_OF_MANY = (
    "roles",
    "purposes",
    "aims",
    "objectives",
    "responsibilities",
    "functions",
    "duties",
    "members",
)
_OF_ONE = r"of (?:the |this |that )?[A-Za-z]+(?: [A-Z][a-z]+)?"
_MODALS = r"(?:shall|will|must|may|should|would|cannot)"
_KINDS = r"[Ss]ection|[Cc]lause|[Pp]aragraph|[Rr]egulation"
_SECTION = r"\d+[A-Z]*\d*(?:\(\w{1,4}\)){0,3}"
_TWO_WORDS = (
    "setup set up", "rollout roll out", "handover hand over", "takeover take over", "followup follow up",
    "signoff sign off",
)  # fmt: skip
_OF_AN_AGREEMENT = (
    r"(?:operation|purposes?|terms|duration|provisions|performance|requirements|conditions|life|validity"
    r"|interpretation|commencement|signing|variation|remainder)"
)
_AGREEMENT = r"(?= (?i:agreement|deed|schedule|contract|memorandum|clause)\b)"
_GOES_ON = (
    rf"{_AGREEMENT}(?! \w+ (?:shall|will|may|must|is|has|can|remains|ends|continues|becomes|requires|applies)"
    r"\b)"
)
_THING = "(?:Service|Agreement|Scheme|Fund|Programme|Project|Contract|Plan|Protocol|Memorandum|Pathway)"
"""What is one thing; "the Council are" is said too."""
_VERBS = (
    ("comply", "complies"), ("apply", "applies"), ("provide", "provides"), ("ensure", "ensures"),
    ("agree", "agrees"), ("require", "requires"), ("include", "includes"), ("receive", "receives"),
    ("establish", "establishes"), ("maintain", "maintains"), ("determine", "determines"),
)  # fmt: skip
_SLIPS = (
    _Slip(pattern(r"\b(shall|will|must|may) (?=£)"), ("l £", "t £", "y £"), r"\1 be"),
    _Slip(pattern(r"\bfrom with(?= (?:the|its|their|a|an|in|each|this)\b)"), ("from with",), "from within"),
    _Slip(
        pattern(r"\bonly ((?:be |have |\w+ed |made |given |paid |used |held ){1,3})only\b"),
        ("only ",),
        r"\1only",
    ),
    _Slip(pattern(r"\b(later|earlier|sooner) than by\b"), ("than by",), r"\1 than"),
    _Slip(
        pattern(
            r"\b((?:be|is|are|was|were) (?:expected|required|obliged|entitled|able|unable|invited"
            rf"|permitted|intended)) ({_BASES})(?= (?:the|its|their|any|all|an?|such|each|with|to|in|this)\b)"
        ),
        ("expected ", "required ", "obliged ", "entitled ", "able ", "invited ", "permitted ", "intended "),
        r"\1 to \2",
    ),
    _Slip(
        pattern(
            r"(?<!which )(?<!that )(?<!has )(?<!have )\b(defined|specified|contained|imposed|conferred)"
            r"(?= the (?:[A-Z][a-z]+ (?:and |of )?){1,6}(?:Act|Regulations) \d{4})"
        ),
        ("defined the", "specified the", "contained the", "imposed the", "conferred the"),
        r"\1 in (or by)",
    ),
    _Slip(
        pattern(r"\b(by|of|for|with|from|under) that (an?)(?= [A-Za-z])"),
        (" that a",),
        r"\1 \2",
    ),
    *(
        _Slip(
            pattern(
                r"(?:(?<=[.;:] )|(?<=\t)|^)((?:All|These|Those)(?: other| such)? (?:[a-z]+ )?"
                rf"(?!Saints)[A-Za-z][a-z]+(?<![siu])s) {one}\b"
            ),
            (f"s {one}",),
            rf"\1 {many}",
        )
        for one, many in (("is", "are"), ("was", "were"), ("has", "have"))
    ),
    *(
        _Slip(
            pattern(rf"(?:(?<=[.;:] )|(?<=\t)|^)(Th(?:e|is|at) {_THING}) {many}\b"),
            (f" {many}",),
            rf"\1 {one}",
        )
        for one, many in (("is", "are"), ("was", "were"), ("has", "have"))
    ),
    _Slip(
        pattern(
            r"(?<![\w.,/£-])((?:[2-9]|[1-9]\d+) (?:(?:working|calendar|clear|business) )?"
            r"(?:day|week|month|year))"
            r"(?= (?!(?:or|and) \d)(?:or|and|of|after|from|before|following)\b|[.,;])"
        ),
        (" day", " week", " month", " year"),
        r"\1s",
    ),
    _Slip(
        pattern(
            r"\b(carr|appl|rel|compl|suppl|notif|var)y[’']s\b"
            r"(?= (?:on|out|to|with|the|any|its|over|for)\b)"
        ),
        ("y’s ", "y's "),
        r"\1ies",
    ),
    _Slip(pattern(r"\b(set|carry|lay) outs\b"), (" outs",), r"\1s out"),
    _Slip(
        pattern(r"\b([Cc])ompris(e|es|ing) of\b"), ("prise of", "prises of", "prising of"), r"\1ompris\2"
    ),
    _Slip(pattern(r"\b([Ii])n regards to\b"), ("in regards to",), r"\1n regard to"),
    _Slip(pattern(r"\b([Tt]here) of(?= [a-z]|[.,;])"), ("there of",), r"\1of"),
    _Slip(
        pattern(r"\b([Ww]here) by(?= (?!reason|virtue|law|agreement|order|notice)[a-z])"),
        ("where by",),
        r"\1by",
    ),
    _Slip(pattern(r"\bresponsible of(?= (?:the|its|any|all)\b)"), ("responsible of",), "responsible for"),
    _Slip(
        pattern(
            r"\b([Cc]ompl(?:y|ies|ied|ying))"
            r"(?= (?:the|all|any|its|their|each|such|this|these|relevant|applicable)\b)"
        ),
        ("compl",),
        r"\1 with",
    ),
    _Slip(pattern(r"\b(aris(?:es?|ing)) out(?= (?:this|the|any|its|such)\b)"), (" out ",), r"\1 out of"),
    _Slip(pattern(r"\b(exclud(?:es|ing)) of\b"), ("excludes of", "excluding of"), r"\1"),
    _Slip(pattern(r"\b(any|no|the|for) lost of\b"), (" lost of",), r"\1 loss of"),
    _Slip(pattern(r"\b([Ii]n the event) that of\b"), ("that of",), r"\1 of"),
    _Slip(
        pattern(
            r"\b(of|with|in|for|to|under|from|by|perform|meet|discharge|accordance|out) it "
            r"(duties|obligations|functions|staff|employees|costs|powers|responsibilities|officers|own)\b"
        ),
        (" it ",),
        r"\1 its \2",
    ),
    _Slip(
        pattern(r"\b(Neither [A-Z]\w+|No [A-Z]\w+|Neither of the [A-Z]\w+) (shall|will|may|must) not\b"),
        ("neither ", "no "),
        r"\1 \2",
    ),
    _Slip(
        pattern(r"(?:(?<=[.;:] )|(?<=\t)|^)(The [A-Z]\w+) (?:it|they) (shall|will|may|must)\b"),
        (" it ", " they "),
        r"\1 \2",
    ),
    _Slip(
        pattern(r"(?:(?<=[.;:] )|(?<=\t)|^)(The [A-Z]\w+(?: [A-Z]\w+)?), (shall|will|must)(?= [a-z])"
            r"(?![^.;]*, )"
        ),
        (", shall", ", will", ", must"),
        r"\1 \2",
    ),
    _Slip(
        pattern(r"\b([Bb]y) given(?= (?:[\w’()]+ ){1,5}notice\b)"), ("by given",), r"\1 giving",
    ),
    _Slip(pattern(r"\bentitle(?= to\b)(?<=be entitle|is entitle)"), ("entitle to",), "entitled"),
    _Slip(
        pattern(
            r"(?<!of )(?<!to )(?<!by )(?<!with )(?<!for )(?<!from )(?<!on )(?<!in )(?<!upon )\bwhom"
            r" (is|are|shall|will|has|have|was|were|may|must)\b"
        ),
        ("whom ",),
        r"who \1",
    ),
    _Slip(
        pattern(
            r"\b([Ww]ho)se (responsible|accountable|liable|eligible|entitled|available|able)"
            r"(?= (?:for|to)\b)"
        ),
        ("whose ",),
        r"\1 is \2",
    ),
    _Slip(pattern(r"\b(of|for|by|to|in|with|on) the such\b"), ("the such",), r"\1 such"),
    _Slip(pattern(r"\b([Ww]ith respect)(?= (?:the|any|its|their|each)\b)"), ("with respect ",), r"\1 to"),
    _Slip(
        pattern(r"\b(?:on |for |in )?a least(?= (?:one|two|three|four|five|six|ten|twelve|\d|once|half)\b)"),
        ("a least ",),
        "at least",
    ),
    _Slip(
        pattern(r"\b(Information Commissioner[’']s) Officer\b"),
        ("commissioner’s officer", "commissioner's officer"),
        r"\1 Office",
        _EVERYWHERE,
    ),
    _Slip(
        pattern(
            r"\b([Aa]t risk)(?= (?:(?:significant|serious|domestic|further|financial|sexual|physical) )?"
            r"(?:abuse|neglect|harm|exploitation|self-neglect|hospital admission|homelessness)\b)"
        ),
        ("at risk ",),
        r"\1 of",
    ),
    _Slip(
        pattern(
            r"\b((?:inform|notif|advis)(?:s|es|ies|y|e|ing|ying)?"
            r" (?:the [A-Z]\w+(?: [A-Z]\w+)?|each other|them))"
            r"(?= (?:any|its|their|the|all|such) (?:[a-z]+ )?(?:changes?|breach(?:es)?|incidents?|concerns?"
            r"|decisions?|complaints?|claims?|variations?|loss(?:es)?|proposals?|intention|delays?|failure)\b)"
        ),
        ("inform", "notif", "advis"),
        r"\1 of",
    ),
    _Slip(pattern(r"\b([Ii]n accordance) to\b"), ("accordance to",), r"\1 with"),
    _Slip(pattern(r"\bhave has\b|\bhas have\b"), ("have has", "has have"), "has"),
    _Slip(pattern(r"\b([Aa]n) other(?= [a-z])"), ("an other",), r"\1other"),
    _Slip(
        pattern(
            r"(?<!dealt )(?<!deal )(?<!dealing )(?<!complied )(?<!comply )\b([Ww]ith) in"
            r"(?= (?:\d|the (?:time|period|limits?)|a reasonable))"
        ),
        ("with in",),
        r"\1in",
    ),
    _Slip(pattern(r"\b([Tt]hrough) out(?= (?:the|its|their|this|all)\b)"), ("through out",), r"\1out"),
    _Slip(pattern(r"\b([Ww]here|[Ww]hen|[Ww]hat) ever\b(?! the| an?\b)"), (" ever",), r"\1ever"),
    _Slip(
        pattern(r"\b([Ww]ith) out(?= (?:prejudice|limit|notice|delay|the prior)\w*\b)"),
        ("with out",),
        r"\1out",
    ),
    _Slip(
        pattern(r"\b([Uu]nder) (tak(?:e|es|en|ing))(?= (?:by|the|an?|its|any|all|this|such)\b)"),
        ("under tak",),
        r"\1\2",
    ),
    _Slip(pattern(r"\b([Cc]o) (operat|ordinat)(?=\w)"), ("co operat", "co ordinat"), r"\1-\2"),
    _Slip(
        pattern(r"\b(information|equipment|feedback|furniture|advice)s\b"),
        ("informations", "equipments", "feedbacks", "furnitures", "advices"),
        r"\1",
    ),
    _Slip(
        pattern(r"\b([Aa]ll|[Ii]ts|[Tt]heir) staffs(?= (?:are|who|shall|will|must|have|hold|work)\b)"),
        (" staffs",),
        r"\1 staff",
    ),
    _Slip(pattern(r"\bof behalf of\b"), ("of behalf of",), "on behalf of", _EVERYWHERE),
    _Slip(pattern(r"\b([Oo])n behalf on\b"), ("n behalf on",), r"\1n behalf of", _EVERYWHERE),
    _Slip(
        pattern(rf"\b(The (?:{'|'.join(_HEADS)}) {_OF_ONE}) (?:are|were)\b(?! (?:the )?(?:same|those)\b)"),
        tuple(f"the {head} of" for head in _HEADS),
        r"\1 is",
    ),
    _Slip(
        pattern(rf"\b(The (?:{'|'.join(_HEADS_OF_MANY)}) {_OF_ONE}) (?:is|was)\b"),
        tuple(f"the {head} of" for head in _HEADS_OF_MANY),
        r"\1 are",
    ),
    _Slip(
        pattern(rf"\b({_KINDS})s ({_SECTION})(?= of (?:the|this|that)\b)"),
        ("sections ", "clauses ", "paragraphs ", "regulations "),
        r"\1 \2",
    ),
    _Slip(
        pattern(
            rf"\b({_KINDS}) ({_SECTION} (?:and|to|&) {_SECTION})"
            r"(?= of (?:the|this|that)\b)"
        ),
        ("section ", "clause ", "paragraph ", "regulation "),
        r"\1s \2",
    ),
    _Slip(
        pattern(
            rf"\b(?P<it>The {_OF_AN_AGREEMENT}) (?P<this>this){_AGREEMENT}"
            rf"|\b(?P<its>(?:the|any|a) {_OF_AN_AGREEMENT}) (?P<such>this){_GOES_ON}"
        ),
        (" this ",),
        r"\g<it>\g<its> of \g<this>\g<such>",
    ),
    _Slip(pattern(r"\b([Ee]nter(?:s|ed|ing)?) in to\b"), (" in to",), r"\1 into"),
    *(
        _Slip(
            pattern(rf"\b(to|will|shall|may|must|can) {one}(?= (?:an?|the|its|their|any|such|this|and)\b)"),
            (one,),
            rf"\1 {two}",
        )
        for one, _, two in (each.partition(" ") for each in _TWO_WORDS)
    ),
    _Slip(
        pattern(r"\b([Nn])ot-for profit\b|\b([Nn])ot for-profit\b"),
        ("not-for profit", "not for-profit"),
        r"\1\2ot-for-profit",
        _EVERYWHERE,
    ),
    _Slip(
        pattern(r"\b([Mm])is-(conduct|management|understanding|representation|statement)\b"),
        ("mis-",),
        r"\1is\2",
        _EVERYWHERE,
    ),
    *(
        _Slip(pattern(rf"\b(?:{one} {third}|{third} {one})\b"), (f"{one} {third}", f"{third} {one}"), one)
        for one, third in _VERBS
    ),
)  # fmt: skip
_ENDS_SINGLE = r"(?=[.,;]|$| (?:to|in|shall|may|will|must|have|are|who|under|with|by|for|from|before|at)\b)"
_ENDS_PLURAL = r"(?= (?:shall|may|will|must|has|is|agrees?|can)\b|[.,;])"


def slips(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the phrases with a slip, each with how it is written."""
    for slip in _SLIPS:
        for words, match in instrument.search(slip.wrong, *slip.roles, signs=slip.signs):
            if not may_be_fragment(words.passage):
                yield words, match.expand(slip.right)
    yield from _numbers_of_parties(instrument)


def _numbers_of_parties(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield "all Partner" and "neither Parties": one of several, or several, with the ending of the other."""
    each = {*instrument.once(collectives), "Commissioner", "Provider"}
    single, several = "|".join(each), "|".join(map(plural, each))
    wrong = re.compile(
        rf"\b(?:[Aa]ll|[Bb]oth) (?:the )?(?:other )?(?P<single>{single}){_ENDS_SINGLE}"
        rf"|\b(?:[Nn]either|[Ee]ither|[Ee]ach|[Ee]very) (?:other )?(?P<several>{several}){_ENDS_PLURAL}"
    )
    signs = ("all ", "both ", "either ", "each ", "every ")
    singular = {plural(one): one for one in each}
    for words, match in instrument.search(wrong, "text", "note", signs=signs):
        if not may_be_fragment(words.passage):
            name = match["single"] or match["several"]
            right = plural(name) if match["single"] else singular[name]
            yield words, words.text.removesuffix(name) + right
