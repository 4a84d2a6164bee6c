"""What stands in square brackets: a blank, an instruction, a choice, a remark, or words that are not
agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.marks import Bracketed
from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern

Content: TypeAlias = Literal["blank", "insert", "choice", "remark", "words", "harmless"]

_BLANK = pattern(r"[\s._…●•■*?–—/#xX-]*")
_YES_OR_NO = pattern(r"yes ?/ ?no(?: ?/ ?n/?a)?|y ?/ ?n", re.IGNORECASE)
_TICK_BOX = pattern(r"[ ]*(?:yes|no|n/a|agreed?|approved?|not)\b", re.IGNORECASE)
_INSERT = pattern(
    r"(?:please |to be )?(?:insert(?:ed)?|enter|add|complete[d]?|state|specify|describe|set out|include"
    r"|provide|confirm(?:ed)?|agreed|advised|determined|fill in|delete|choose|select|tb[acd]|list)\b"
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
_TO_BE_SETTLED = pattern(
    r"\bto be (?:confirmed|agreed|advised|determined|inserted|completed|added|appointed|named|decided|set"
    r"|updated|supplied|provided|finalised)\b|\bto follow$",
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
    r"[–-] (?:[\w’&/]+ ){0,4}to (?:confirm|check|advise|agree)\b"
    r"|\b(?:before|prior to) (?:signature|signing|issue)\b|\bwould prefer\b"
    r"|\bnot yet (?:agreed|confirmed|settled)\b|\bawaiting (?:confirmation|instructions|advice)\b",
    re.IGNORECASE,
)
_QUESTION = pattern(r"[a-z]{2}[ ]?\?")
_CHOICE = pattern(r"(?<!\band)(?<=[\w%)])[ ]?/[ ]?(?=[\w£(])(?!or\b)|\b(?:OR|or)\b")
_LONGEST_CHOICE = 100
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
    if _SPEAKS_TO_DRAFTERS.search(inside):
        return "remark"
    if _is_harmless(one, inside):
        return "harmless"
    if _REMARK.match(inside) or _TO_BE_DONE.match(inside) or inside.endswith("?"):
        return "remark"
    if _INSERT.match(inside) or _TO_BE_SETTLED.search(inside):
        return "insert"
    if _CHOICE.search(inside) and len(inside) <= _LONGEST_CHOICE:
        return "choice"
    return "words"


def brackets_with(instrument: Instrument, content: Content) -> Iterator[tuple[Bracketed, Place]]:
    """Yield the outermost brackets with some content, but for those that signatories are to fill in."""
    for one in instrument.brackets:
        place = instrument.place_of[one.at.passage]
        if (
            one.depth == 0
            and place.role != "signature"
            and not one.at.passage.signature
            and content_of(one) == content
        ):
            yield one, place


def is_parameter(one: Bracketed) -> bool:
    """Tell whether a parameter of the library stands there, so that the file itself knows that it is open."""
    return any(
        span.parameter for span in one.at.passage.spans if span.start < one.at.end and one.at.start < span.end
    )


def _asks(inside: str) -> bool:
    """Tell whether words in brackets ask for something, whatever signs they have."""
    asks = _QUESTION.search(inside)
    return bool(asks or _REMARK.match(inside) or _TO_BE_DONE.match(inside) or _TO_BE_SETTLED.search(inside))


def _is_harmless(one: Bracketed, inside: str) -> bool:
    """Tell whether brackets stand as they do in good text: a citation, the mark of a note, "[Not used]",
    a letter changed in a quotation, a formula, a link."""
    before, after = one.at.shortly_before(2), one.at.after
    if before[-1:].isalpha() and inside.isalpha():
        return False
    if (
        after.startswith("(")
        or after[:1].isalpha()
        or (_FORMULA.search(inside) and not _asks(inside))
        or _YES_OR_NO.fullmatch(inside)
    ):
        return True
    if _NUMBER.fullmatch(inside):
        refers = _REFERRING.search(one.at.shortly_before(_LONGEST_REFERRING))
        return not (_COUNTED.match(after) or before.endswith(_CURRENCY) or refers)
    return _HARMLESS.fullmatch(inside) is not None
