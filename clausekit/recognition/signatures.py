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
    return bool(_LEADS.match(text)) and len(text) <= _LONGEST_LEAD and not text.endswith((".", ";"))


def is_filler(text: str) -> bool:
    """Tell whether a line is nothing but dots or dashes to write on."""
    return _ONLY_FILLER.fullmatch(text) is not None


def ends_in_filler(text: str) -> bool:
    """Tell whether a line ends with dots or dashes to write on."""
    return _ENDS_IN_FILLER.search(text) is not None


def asks_to_fill_in(text: str) -> bool:
    """Tell whether a line says what is to be written after it: "Signature", "Name:"."""
    return _TITLES.fullmatch(text) is not None
