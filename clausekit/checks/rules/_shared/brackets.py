"""What stands in square brackets: a blank, an instruction, a choice, a remark, or words that are not
agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.marks import Bracketed
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.forms import is_filled_in_elsewhere
from clausekit.patterns import pattern

Content: TypeAlias = Literal["blank", "insert", "choice", "remark", "words", "harmless"]

_BLANK = pattern(r"[\s._…●•■*?–—/#xX-]*")
_YES_OR_NO = pattern(r"yes ?/ ?no(?: ?/ ?n/?a)?|y ?/ ?n", re.IGNORECASE)
_TICK_BOX = pattern(r"[ ]*(?:yes|no|n/a|agreed?|approved?|not)\b", re.IGNORECASE)
_INSERT = pattern(
    r"(?:please |to be |briefly )?(?:insert\w*|enter|add|complete[d]?|state|specify|describe|set out|include"
    r"|provide|confirm(?:ed)?|agreed|advised|determined|fill in|delete|choose|select|tb[acd]|list|give)\b"
    r"|.*\binsert (?:here|(?:the )?(?:full )?(?:names?|dates?|address|details|numbers?|titles?))\b"
    r"|d{1,2}[ /.-]m{1,3}[ /.-]y{2,4}"
    r"|(?:the )?(?:(?:full|short|relevant|legal|registered|job|contact|effective|scheme|provider|council|icb"
    r"|trust|host|partner|lead|officer|manager|start|end|commencement|service|project|email|phone|bank"
    r"|account|contract) ){0,2}(?:names?"
    r"|address(?:es)?|dates?|day|month|year|amounts?"
    r"|sum|numbers?|details?|titles?|e-?mail(?: address)?|telephone|fax|post ?code|percentage|figure|period"
    r"|postholder|role mailbox)"
    r"(?:[ ](?:of|for|in|to|and|number|address|here)\b.*)?$",
    re.IGNORECASE,
)
_STANDS_FOR = pattern(
    r"(?!(?:the|an?|and|or|in|at|by|to|for|of|on|with|from|as|if|any|all|each|every|both|such|that|this"
    r"|those|which|where|when|unless|until|except|excluding|including|other|no|not|plus|less|before|after"
    r"|within|under|per|subject|its|their|check|see|\d[\d,.]*)\b)(?:[\w’'&/.-]+,?[ ]){1,5}?"
    r"(?:names?|(?:e-?mail )?address(?:es)?|numbers?|dates?|references?|titles?|details|descriptions?"
    r"|post ?code|signature block|registered ?office)(?:[ ](?:and|of|for)\b.{0,60})?"
    r"|(?:registered ?office|descriptions? of .{1,60}|(?:[\w-]+[ ]){0,3}(?:local authority|organisation))",
    re.IGNORECASE,
)
"""What stands for a name, an address or the like of somebody: "Customer name and address"."""
_PARTY_IN_CAPITALS = pattern(
    r"(?:[A-Z]{2,}[ ]){0,3}(?:CONTRACTOR|SUPPLIER|PROVIDER|AUTHORITY|COUNCIL|TRUST|COMPANY|ORGANISATION"
    r"|PARTNER|PARTY|EMPLOYER|EMPLOYEE|SECONDEE|CLIENT|CUSTOMER|COMMISSIONER|HOST|CONSULTANT|PHARMACY"
    r"|PRACTICE|BODY|UNIVERSITY|LANDLORD|TENANT)(?:[ ][A-Z\d])?"
)
_NAMES_A_PARTY = pattern(
    r"\bname of (?:the )?"
    r"(?:local authority|authority|council|trust|icb|ccg|board|organisation|partner|party)\b",
    re.IGNORECASE,
)
_SAYS = pattern(r"\b(?:is|are|was|were|shall|must|may|will|has|have|should|can)\b")
_TO_BE_SETTLED = pattern(
    r"\bto be (?:confirmed|agreed|advised|determined|inserted|completed|added|appointed|named|decided|set"
    r"|updated|supplied|provided|finalised)\b|\bto (?:follow|be (?:developed|drafted|attached|appended))$",
    re.IGNORECASE,
)
_TO_BE_DONE = pattern(
    r"(?:[\w’&/]+[ ]){1,5}to (?:confirm|check|advise|agree|complete|provide|review|update|insert|supply|draft"
    r"|amend|discuss|consider)\b",
    re.IGNORECASE,
)
_REMARK = pattern(
    r"(?:(?:drafting|guidance|drafter[’']?s?|legal|explanatory|internal|finance)[ ]+)?(?:notes?|guidance"
    r"|comments?|query|nb|n\.b\.|q|dn|d\.n\.)\b[ :.–-]",
    re.IGNORECASE,
)
_SPEAKS_TO_DRAFTERS = pattern(
    r"[–-] (?:[\w’&/]+ ){0,4}to (?:confirm|check|advise|agree)\b|[–-] (?:please )?(?:check|confirm|query)$"
    r"|\b(?:before|prior to) (?:signature|signing|issue)\b|\bwould prefer\b"
    r"|\bnot yet (?:agreed|confirmed|settled)\b|\bawaiting (?:confirmation|instructions|advice)\b",
    re.IGNORECASE,
)
_INSTRUCTS = pattern(
    r"^(?:optional|if (?:applicable|required|relevant|needed))[ ]?[:.–-]"
    r"|\b(?:remove|delete|omit) (?:this|the|if|where|as)\b"
    r"|^(?:explain|consider|outline|ensure|amend|adapt|tailor|populate|remove|replace|use(?! of\b)|refer to"
    r"|identify|note that|detail (?:the|any|how|which|here))\b|\bplease\b"
    r"|\b(?:may|should|can|must|needs? to) be (?:inserted|deleted|removed|completed|adapted|tailored)\b"
    r"|\b(?:parties|partners|commissioners|authorities|users|drafters) (?:should|may wish to"
    r"|(?:will )?need to|are (?:asked|advised|encouraged) to)"
    r" (?:read|consider|complete|agree|insert|delete|refer|use|check|decide|set out|include|specify)\b"
    r"|\b(?:clauses?|text|words?|wording|sections?|passages?) in (?:yellow|red|blue|green|grey|italics)\b"
    r"|\bfor (?:guidance|illustration|illustrative) (?:purposes )?only\b",
    re.IGNORECASE,
)
"""How a template speaks to whoever uses it."""
_QUESTION = pattern(r"[a-z]{2}[ ]?\?")
_CHOICE = pattern(r"(?<!\band)(?<=[\w%)])[ ]?/[ ]?(?=[\w£(])(?!or\b)|(?<=[\w%)”’] )(?:OR|or)(?= )")
_LONGEST_CHOICE = 100
_JOINS = pattern(
    r"[\s,(]*(?:and|or|but|except|excluding|including|subject|unless|if|provided|other than|save|which|that"
    r"|whether|whose)\b"
)
"""How words begin that go with those before them, whichever "or" they have within."""
_DATE = pattern(
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ])?(?:of[ ])?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December),?[ ](?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{2,4}|(?:19|20)\d\d/\d{2,4}",
    re.IGNORECASE,
)
_HARMLESS = pattern(
    r"(?:sic|\.\.\.|…|(?:this (?:clause|paragraph|schedule|page) (?:is )?)?(?:intentionally\b.*"
    r"|not (?:in )?used?|omitted|deleted|reserved|spare"
    r"|left blank|withdrawn|repealed|revoked|redacted\b.*|emphasis added|signed|seal|l\.s\.|no longer\b.*"
    r"|confidential|exempt\b.*|signature page.*|end of\b.*|remainder of\b.*|page\b.*|space for\b.*"
    r"|continued|cont[’']?d|(?:the )?(?:rest|remainder|signature|signing|execution)\b.*"
    r"|(?:\w+ ){1,3}(?:redacted|omitted)|official(?:[ :–-]+sensitive.*)?|personal data)"
    r"|(?:[\w’&.-]+,? ){1,5}(?:19|20)\d\d|email\b.protected"
    r"|(?:see|cf\.?|as amended)\b.*|(?:18|19|20)\d\d|[ivx]{1,4}|[a-z])\.?",
    re.IGNORECASE,
)
_LINKED = pattern(r"\([^\s()]*[./#:@][^\s()]*\)")
_LONGEST_CHANGED_LETTERS = 3
_FORMULA = pattern(r"[+×÷=]|[ ][*x–-][ ]")
_NUMBER = pattern(r"\d{1,3}[a-z]?")
_COUNTED = pattern(
    r"[ \u00a0-]?(?:%|per cent|(?:working |business |calendar |clear )?(?:hours?|days?|weeks?|months?"
    r"|years?|quarters?)\b)",
    re.IGNORECASE,
)
_CURRENCY = ("£", "£ ")
_REFERRING = pattern(
    r"\b(?:clauses?|paragraphs?|sections?|schedules?|parts?|annex|appendix)[ \u00a0]$", re.IGNORECASE
)
_LONGEST_REFERRING = 12


def content_of(one: Bracketed) -> Content:
    """Tell what stands in a pair of brackets."""
    inside = " ".join(one.inside.split())
    if _BLANK.fullmatch(inside):
        return "harmless" if _TICK_BOX.match(one.at.after) else "blank"
    inside = inside.lstrip(".…_ ") or inside
    if inside[:6].lower() == "insert":
        return "insert"
    if _SPEAKS_TO_DRAFTERS.search(inside):
        return "remark"
    if _is_harmless(one, inside):
        return "harmless"
    if _REMARK.match(inside) or _TO_BE_DONE.match(inside) or inside.endswith("?"):
        return "remark"
    if _INSERT.match(inside) or _TO_BE_SETTLED.search(inside) or _stands_for_something(inside):
        return "insert"
    if _INSTRUCTS.search(inside):
        return "remark"
    return "choice" if _is_choice(inside) else "words"


def _stands_for_something(inside: str) -> bool:
    """Tell whether words are what somebody is to put a name, a date or the like in the place of."""
    if _PARTY_IN_CAPITALS.fullmatch(inside):
        return True
    return _STANDS_FOR.fullmatch(inside) is not None and not _SAYS.search(inside)


def _is_choice(inside: str) -> bool:
    """Tell whether words are alternatives; a date has strokes too, and what goes on with the sentence may say
    "or"."""
    if len(inside) > _LONGEST_CHOICE or _DATE.fullmatch(inside) or _JOINS.match(inside):
        return False
    return _CHOICE.search(inside) is not None


def brackets_with(instrument: Instrument, content: Content) -> Iterator[tuple[Bracketed, Place]]:
    """Yield the outermost brackets with some content, but for those that signatories are to fill in; and the
    blanks and instructions in brackets that stand around words.

    Who the parties are nobody is to fill in where they sign, if the instrument names them.
    """
    named = bool(instrument.parties.each) and not any("[" in one.name.text for one in instrument.parties.each)
    for one, found in instrument.once(_with_contents):
        place = instrument.place_of[one.at.passage]
        if (
            found == content
            and (one.depth == 0 or content in ("blank", "insert"))
            and (
                not _is_to_be_signed(one, place)
                or (named and _NAMES_A_PARTY.search(one.inside))
                or (content in ("blank", "insert") and is_filled_in_elsewhere(one.at, instrument))
            )
        ):
            yield one, place


def _with_contents(instrument: Instrument) -> Sequence[tuple[Bracketed, Content]]:
    """Return the outermost brackets, and those that stand in words that are not agreed, with what is in
    each."""
    found: list[tuple[Bracketed, Content]] = []
    around: Content | None = None
    for one in instrument.brackets:
        if one.depth == 0 or around == "words":
            found.append((one, content_of(one)))
        if one.depth == 0:
            around = found[-1][1]
    return found


def _is_to_be_signed(one: Bracketed, place: Place) -> bool:
    return place.role == "signature" or one.at.passage.signature


def is_parameter(one: Bracketed) -> bool:
    """Tell whether a parameter of the library stands there, so that the file itself knows that it is open."""
    return any(
        span.parameter for span in one.at.passage.spans if span.start < one.at.end and one.at.start < span.end
    )


def _asks(inside: str) -> bool:
    """Tell whether words in brackets ask for something, whatever signs they have."""
    tells = (_QUESTION.search, _INSTRUCTS.search, _REMARK.match, _TO_BE_DONE.match, _TO_BE_SETTLED.search)
    return any(tell(inside) for tell in tells)


def _is_harmless(one: Bracketed, inside: str) -> bool:
    """Tell whether brackets stand as they do in good text: a citation, the mark of a note, "[Not used]",
    a letter changed in a quotation, a formula, a link."""
    before, after = one.at.shortly_before(2), one.at.after
    if before[-1:].isalpha() and inside.isalpha():
        return False
    if (
        _LINKED.match(after)
        or (after[:1].isalpha() and len(inside) <= _LONGEST_CHANGED_LETTERS)
        or (_FORMULA.search(inside) and not _asks(inside))
        or _YES_OR_NO.fullmatch(inside)
    ):
        return True
    if _DATE.fullmatch(inside):
        return False
    if _NUMBER.fullmatch(inside):
        refers = _REFERRING.search(one.at.shortly_before(_LONGEST_REFERRING))
        return not (_COUNTED.match(after) or before.endswith(_CURRENCY) or refers)
    return _HARMLESS.fullmatch(inside) is not None
