"""Lines to be filled in by who signs: "Signature: ..........", "Name ______"."""

from __future__ import annotations

import re

from clausekit.patterns import pattern

_FILLER = r"[._…\t ]"
_LINE = pattern(
    r"(?:by|sign(?:ed|ature)?(?: (?:by|of|for|on behalf of)\b.{0,120})?"
    r"|(?:printed |print |full |block )?names?(?: of \w+)?"
    r"|position|office(?: held)?|(?:job )?title|role|designation|dated?|(?:in the )?presence of"
    r"|witness(?:ed by)?|address(?: of \w+)?|occupation(?: of \w+)?|organisation|capacity"
    r"|(?:authorised )?signatory"
    r"|(?:signed )?(?:for|by|on behalf of)\b.{0,160}\b(?:signatory|authorised officer))"
    rf"[ ]?:?(?=.*(?:\.{{3}}|_{{3}}|…|\t)){_FILLER}+",
    re.IGNORECASE,
)
_ONLY_FILLER = pattern(rf"(?={_FILLER}*(?:\.{{5}}|_{{5}}|…{{2}})){_FILLER}+")
_ENDS_IN_FILLER = pattern(r"(?:\.{5}|_{5}|…{2})$")
_LEADS = pattern(r"(?:signed|executed|sealed|in witness whereof|for and on behalf of)\b", re.IGNORECASE)
_LONGEST_LEAD = 120
_SEALED = pattern(
    r"THE (?:COMMON |CORPORATE |OFFICIAL )?SEAL(?: OF\b| of\b|$)"
    r"|[Tt]he (?:(?:[Cc]ommon|[Cc]orporate|[Oo]fficial) )?[Ss]eal of\b.{0,160}\b(?:was|is|has been)\b"
    r".{0,40}\baffixed\b"
    r"|The (?:Common |Corporate |Official )?Seal of(?: (?:[A-Z][\w’'&-]*|of|and|for|the|in))+$"
)
"""How it is told for whom a deed is sealed, which no mere mention of a seal is."""
_DEED = pattern(r"(?:executed|signed)(?: and delivered)? as a deed\b", re.IGNORECASE)
_LONGEST_SEALED = 250
_TESTIMONIUM = pattern(
    r"(?:in|as) witness (?:whereof|of which)\b"
    r"|this (?:deed|document|agreement) has been (?:executed|signed)\b",
    re.IGNORECASE,
)
_OFFICE = pattern(
    r"(?:(?:[Tt]he |[Ii]ts |[Aa]n? )?(?:[Dd]uly )?[Aa]uthori[sz]ed (?i:signatory|officer|representative)"
    r"|(?:[Tt]he |[Ii]ts )?(?:[A-Z][\w’'&-]*,? |(?:of|for|and|&) ){0,8}"
    r"(?:Chief|Executive|Officer|Director|Secretary|Solicitor|Signatory|Mayor|Leader|Chair(?:man|woman|person)?"
    r"|Treasurer|Clerk|Councillor|Head|Lawyer|Attorney|Trustee|President|Principal|Manager|Guardian)"
    r"(?:,? \(?(?:[A-Z][\w’'&-]*\)?|of|for|and|the|to|in|&|section 151 [Oo]fficer)){0,10}\)?"
    r"|(?:[Ss]ection 151|[Aa]ccountable|[Mm]onitoring|[Pp]roper) [Oo]fficer)"
)
_FILLED_IN = pattern(
    r"(?:print(?:ed)? )?(?:names?|signature|position|(?:job )?title|role|dated?|office|organisation|witness"
    r"|address)"
    r"(?::| (?=names?\b|signature|dated?\b|position)).{0,90}",
    re.IGNORECASE,
)
"""A line that was filled in, or the titles of several: "Date: 24 March 2025", "Name Signature Date"."""
_BODY = pattern(
    r"(?:[Tt]he )?(?:(?:of|and|for|in|on|upon|&|[A-Z][\w’'&.-]*) ){1,10}"
    r"(?:(?i:council|trust|care board|health board|icb|university|hospice|limited|ltd|authority|plc|cic|llp"
    r"|federation))"
    r"|[Ff]or (?:and on behalf of )?the [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5}"
)
"""The name of a body; what is "of the Council" is none, but the heading of a clause."""
_LONGEST_OFFICE = 90
_DOTS_BEHIND = pattern(r"(?<=:)[ \t]*[._…]{4,}$")
_DOTS = pattern(rf"^{_FILLER}{{4,}}(?=[A-Z])|(?<=[a-z]){_FILLER}{{4,}}$")
_TITLES = pattern(
    r"(?:signed|signature|(?:print(?:ed)? |full )?name|position|office|(?:job )?title|date|witness|address"
    r"|occupation|authorised (?:signatory|officer)|director|(?:company )?secretary|mayor"
    r"|(?:signature|name|address|occupation) of witness)\s?:?",
    re.IGNORECASE,
)


def is_signature(text: str) -> bool:
    """Tell whether a paragraph is a line to be filled in by who signs.

    >>> is_signature("Signature: ............"), is_signature("The date of signature is 1 April.")
    (True, False)
    """
    return bool(_LINE.fullmatch(text) or _ONLY_FILLER.fullmatch(text))


def leads_to_signature(text: str) -> bool:
    """Tell whether a paragraph says for whom the lines after it are signed, and is no whole sentence."""
    words = _DOTS_BEHIND.sub("", text)
    if words.endswith((".", ";")):
        return False
    longest = _LONGEST_SEALED if _DEED.match(words) else _LONGEST_LEAD
    return (bool(_LEADS.match(words)) and len(words) <= longest) or is_sealed(words)


def is_sealed(text: str) -> bool:
    """Tell whether a line says for whom a deed is sealed.

    >>> is_sealed("THE COMMON SEAL of DALE COUNCIL was affixed in the presence of:")
    True
    >>> is_sealed("The common seal of the Council is kept by the Clerk"), is_sealed("The Seal of the Council")
    (False, True)
    """
    return len(text) <= _LONGEST_SEALED and _SEALED.match(text) is not None


def testifies(text: str) -> bool:
    """Tell whether words begin the sentence with which a deed ends: "In witness whereof ..."."""
    return _TESTIMONIUM.match(text) is not None


def says_who_signs(text: str) -> bool:
    """Tell whether a line is such as stands below "Signed by": an office, or the name of a body.

    >>> says_who_signs("Director of Law and Governance"), says_who_signs("Dale Borough Council")
    (True, True)
    >>> says_who_signs("Background"), says_who_signs("Duties of the Council")
    (False, False)
    """
    words = _DOTS.sub("", text)
    return len(words) <= _LONGEST_OFFICE and any(one.fullmatch(words) for one in (_OFFICE, _BODY, _FILLED_IN))


def is_filler(text: str) -> bool:
    """Tell whether a line is nothing but dots or dashes to write on."""
    return _ONLY_FILLER.fullmatch(text) is not None


def ends_in_filler(text: str) -> bool:
    """Tell whether a line ends with dots or dashes to write on."""
    return _ENDS_IN_FILLER.search(text) is not None


def asks_to_fill_in(text: str) -> bool:
    """Tell whether a line says what is to be written after it: "Signature", "Name:"."""
    return _TITLES.fullmatch(text) is not None
