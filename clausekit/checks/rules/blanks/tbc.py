"""CK-BLANK-TBC: "TBC", "XX", "???" and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.forms import forms, is_in_form
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TO_COME = pattern(
    r"(?<![\w@.-])(?P<sign>(?:£[ ]?)?(?:T\.B\.[CADN]\.?|TB[CADN]|tb[cad]|Tb[cad])(?![\w@-])"
    r"(?! (?:Limited|Ltd|plc|LLP|CIC)\b)"
    r"|£[ ]?\?+(?![\w?])|£[ ]?[xX]{1,}(?:[,.][xX]+)*(?![a-z])"
    r"|£0{1,3}(?:,000)+(?![\w,])"
    r"|(?:19|20)(?:[xX]{2}|\d[xX])(?![\w-])|(?:19|20)_{2,}(?!\w)"
    r"|(?:(?<=or )|(?<=and ))%(?= |[.,;])|(?<!£)[xX]{2,}(?:[/,.-][xX]{2,})*(?![\w-])|\?{2,}|\(\?+\)"
    r"|[A-Z\d]{1,3}X{4,}(?!\w)|(?:DD|dd)[/.-](?:MM|mm)[/.-](?:(?:YY|yy){1,2}|20\d\d)\b"
    r"|(?:(?<=[Nn]umber )|(?<=NUMBER )|(?<=[Nn]o\. ))#+(?![\w#])"
    r"|#{1,4}[:/.]#{1,4}|£\.{2,3}(?!\.)|\b[xX]th\b|(?<=number )0{6,8}\b|(?<=[Nn]o\. )0{6,8}\b"
    r"|(?<=is )0{6,8}\b|\bA\.? ?N\.? Other\b|\b(?:Joe|Jane|Fred) Bloggs\b|\bwww\.x{3,}[\w.]*"
    r"|\b[\w.]+@(?:address|email|domain)(?:\.[a-z]+)+|(?<!\d)01234 ?567 ?890\b)"
    r"|(?<=[\w%.])(?P<doubt>\?{2,})"
)
_COUNTED = pattern(
    r"(?<![\w.'’-])(?P<sign>[xX]|\?|nn|NN)(?=[ ]?%|[ ](?:per cent|(?:working |business |calendar |clear )?"
    r"(?:hour|day|week|month|year)(?:s[’']?|[’']s)?)(?!\w))"
    r"|\b(?:[Cc]lause|[Pp]aragraph|[Ss]ection)[ \u00a0](?P<number>[xX])(?![\w.(-])"
)
_VARIABLE = pattern(r"(?:\bwhere[ ][xX]\b|\b[xX][ ](?:is|means|stands|=))")
_BRACKETED_TO_COME = pattern(
    r"\((?P<sign>(?:\w+ ){0,2}(?:to be (?:confirmed|advised|inserted|completed|notified|added)|to follow))\)",
    re.IGNORECASE,
)
_TWENTY_AND_THIRTY = ("XX", "XXX")
_ROMAN = pattern(
    r"\b(?:part|chapter|title|article|annex|appendix|volume|book|schedule|section)s?[ \u00a0]$", re.IGNORECASE
)
_PAPER = pattern(
    r"\b(?:reports?|minutes|papers?|presentation|agenda|document)\b[^.;()]{0,80}$", re.IGNORECASE
)
"""What an agenda says of a paper that is sent later: "a report of the director (to follow)"."""
_WORDS_ALONE = pattern(
    r"[(\[]?(?P<sign>to (?:be|follow)(?: (?:confirmed|agreed|advised|determined|inserted|completed|notified"
    r"|decided|defined|named|appointed|nominated|specified|finalised|settled|drafted|written|developed|added"
    r"|supplied|provided))?)(?: (?:at|by) (?:the|its) [\w ]{1,40}| in due course[\w ]{0,30})?[)\].]?",
    re.IGNORECASE,
)
_DETAIL_TO_COME = pattern(
    r"(?:,|\bof|\bat|:|–|\()[ ](?P<sign>(?:full |postal |e-?mail |registered )?"
    r"(?:names?|address(?:es)?|post ?codes?|telephone(?: numbers?)?|company numbers?|charity numbers?|dates?"
    r"|figures?|amounts?|details) (?:to follow|awaited|tb[ac]|to be (?:confirmed|advised|supplied|provided)))"
    r"(?=[ ]?[,.;()]|$)",
    re.IGNORECASE,
)
"""A detail that is to come: "a charity of Dale, address to follow"."""
_LAST_WORDS = pattern(
    r"(?:[:,–-][ ]|[(])(?P<sign>to be (?:confirmed|agreed|advised|determined|inserted|completed"
    r"|decided|defined|named|appointed|nominated|specified|finalised|settled))"
    r"(?=[.)]{0,2}(?:$|[ ]+[A-Z][\w ]{1,20}:))",
    re.IGNORECASE,
)


_SIGN = pattern(
    r"[xX£?#@%]|__|nn |NN |DD|dd[/.-]|000000|01234|Bloggs|Other|[tT]\.?[bB]|[tT]o (?:be|follow)\b"
    r"|TO (?:BE|FOLLOW)\b|awaited\b"
)
"""Letters of which some stand in every place-holder."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for place in instrument.places:
        if place.role in ("contents", "signature"):
            continue
        passage = place.passage
        if not _SIGN.search(passage.text, passage.typed):
            continue
        found = [
            match
            for match in _TO_COME.finditer(passage.text, passage.typed)
            if not _is_roman(match[0], passage.text, match.start())
        ]
        alone = _WORDS_ALONE.fullmatch(passage.text, passage.typed)
        if not _VARIABLE.search(passage.text):
            found += _COUNTED.finditer(passage.text, passage.typed)
        found += [
            match
            for match in _BRACKETED_TO_COME.finditer(passage.text, passage.typed)
            if not (match["sign"] == "to follow" and _PAPER.search(passage.text[: match.start()]))
        ]
        found += _DETAIL_TO_COME.finditer(passage.text, passage.typed)
        found += [
            match
            for match in (alone, *_LAST_WORDS.finditer(passage.text, passage.typed))
            if match and len(match["sign"]) > 5
        ]
        for start, end in sorted({match.span(match.lastgroup or 0) for match in found}):
            words = Words(passage, start, end)
            yield hit(
                words,
                f"“{words.text}” stands for something that is not settled.",
                "Put in what was settled.",
                confidence="doubtful" if is_in_form(place, of_forms) else "certain",
            )


def _is_roman(sign: str, text: str, start: int) -> bool:
    """Tell whether "XX" is twenty, as part of a name or among items that are counted so."""
    if sign in _TWENTY_AND_THIRTY and _ROMAN.search(text[:start]):
        return True
    return text[:start].endswith("(") and any(item in text for item in ("(xix)", "(xxi)", "(xxix)"))


RULE = Rule(
    id="CK-BLANK-TBC",
    level="error",
    title="A place-holder such as “TBC” or “XX”",
    why="It says that something was still to be settled. In a signed agreement it means that it never was.",
    fails="""
1. Officers

1.1 The Pooled Fund Manager is ⟦TBC⟧, with a budget of ⟦£XX⟧ from ⟦xx⟧ March
and a cap of ⟦£TBC⟧.

1.2 Notice of ⟦X⟧ days is given (⟦names to follow⟧), and the cap is ⟦£000,000⟧.

| Post | Holder |
|---|---|
| Host | ⟦To be confirmed⟧ |

Chair: ⟦to be defined⟧. Frequency: ⟦to be agreed⟧. Secretary: the Council.
""",
    passes="""
1. Officers

1.1 The appointment is to be confirmed by the Board under Part XX of the Act within 20 days. TBC Limited
pays X% of the costs, where X is its share.
""",
    check=_check,
    yields_to=("CK-BLANK-MARK", "CK-BLANK-INSERT"),
)
