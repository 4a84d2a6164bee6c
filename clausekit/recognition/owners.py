"""Whose provision a reference cites, by the words after it: "of this Agreement", "of the Act"."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from clausekit.patterns import pattern

Owner: TypeAlias = Literal["own", "law", "document", "unsaid"]
"""Whose provision it is: of the instrument itself by its own words ("of this Agreement"), of a statute or
the like, of another document ("clause 7 of the Lease"), or not said, which mostly means its own."""

_B = "[ \u00a0\n]"
_NAME = (
    rf"(?:[A-Z\d][\w’'/-]*|\([A-Z][^()]{{0,60}}\))"
    rf"(?:{_B}(?:of|and|for|the|in|to|on|[A-Z\d(][\w’'/()-]*)){{0,14}}|[a-z][\w-]*"
)
_OWNER = pattern(
    rf"(?:{_B}inclusive|{_B}\([a-z][^()]{{1,80}}\)|{_B}above|{_B}below)?{_B}(?P<link>of|to|in|under|from),?{_B}"
    rf"(?:(?P<which>this|the|that|those|these|its|their|each|any|an?|such)\b)?{_B}?(?P<name>{_NAME})?"
)
_SUSPENDED = pattern(
    rf"{_B}(?:of|to|in|under),{_B}(?:and|or){_B}[^.;]{{3,60}}?(?={_B}(?:of|to|in|under),{_B})"
)
"""What comes between a provision and its owner, which is said once for two: "section 2 of, and Schedule 1
to, the Act"."""
_CALLED_BY_ITS_SECTION = pattern(
    rf"{_B}(?:[Aa]greements?|[Aa]rrangements?|[Pp]artnerships?|[Pp]ooled|[Aa]fter-?{_B}?care|[Tt]ransfers?|[Gg]rants?"
    r"|[Nn]otices?|[Oo]fficers?|[Oo]bligations?|[Ss]econdments?|[Ee]nquir(?:y|ies)|[Dd]ut(?:y|ies))\b"
)
"""What is known by the section of the statute that it rests on: "a section 75 agreement"."""
_LAW = pattern(
    r"\b(?:Acts?|Regulations?|Orders?|Rules|Directives?|Directions|Measures?|Code|GDPR|Convention|Constitution|Treaty"
    r"|Statute)\b"
)
_ABBREVIATED = pattern(r"(?:UK )?[A-Z]{3,8}\b")
"""The name of a statute in short: "section 12 of FOIA"."""
_OF_IT = pattern(rf",?{_B}there(?:of|to|in|under)\b")
_ITSELF = pattern(
    r"(?:[\w’&/-]+[ \u00a0\n]){0,5}?"
    r"(?:agreement|memorandum|mou|deed|contract|protocol|schedule|document|part|annexe?|appendix|terms|lease|licence"
    r"|tenancy|undertaking|letter|policy|charter|addendum|statement|specification|framework|instrument|offer|code"
    r"|constitution|scheme|plan|conditions|rules|articles|clause|paragraph|standing[ \u00a0\n]orders)\b",
    re.IGNORECASE,
)
"""What "this" points to is the instrument itself, or a part of it: "this Data Processing Annex"."""
_OWN_NAMES = pattern(
    r"(?:agreement|memorandum|mou|deed|contract|protocol|schedules?|document|parts?|annex|appendix|clauses?|paragraphs?"
    r"|terms|definitions?)",
    re.IGNORECASE,
)
_MADE = pattern(
    r"[ \u00a0\n](?:which|that)?[ ]?(?:was |were )?(?:made|dated|entered into|concluded|signed)\b"
)
"""What is told of another agreement, "Schedule 3 to the agreement made on 1 April 2020"."""
_OTHER_INSTRUMENTS = pattern(
    r"agreements?|memorandum|deeds?|contracts?|lease|licence|protocol|documents?", re.IGNORECASE
)
"""What "that" points to is another than the instrument in which it stands."""
_GOES_ON = pattern(r"[ \u00a0\n](?:and|to|in|on)\b.*", re.DOTALL)
_OTHER_DOCUMENTS = frozenset(
    (
        "code",
        "policy",
        "guidance",
        "plan",
        "constitution",
        "framework",
        "strategy",
        "standing",
        "report",
        "lease",
    )
)


def owner_of(text: str, end: int, kind: str, *, unsaid: Owner) -> tuple[Owner, str]:
    """Return whose provision a reference that ends there says that it cites, and in which words.

    ``unsaid`` is what provisions of its kind are mostly where nothing is said.
    """
    if of_it := _OF_IT.match(text, end):
        return "document", of_it[0].strip()
    if kind == "section" and (named := _CALLED_BY_ITS_SECTION.match(text, end)):
        return "law", named[0].strip()
    if suspended := _SUSPENDED.match(text, end):
        end = suspended.end()
    after = _OWNER.match(text, end)
    if after is None or not (after["which"] or after["name"]):
        return unsaid, ""
    which, name = after["which"] or "", after["name"] or ""
    said = f"{which} {name}".strip()
    if which in ("this", "these") and (itself := _ITSELF.match(name)):
        return "own", f"{which} {itself[0]}"
    if _LAW.search(name) or (kind == "section" and _ABBREVIATED.match(name)):
        return "law", said
    if which in ("that", "those") and _OTHER_INSTRUMENTS.fullmatch(name.partition(" ")[0]):
        return "document", said
    own = _GOES_ON.sub("", name)
    if _OWN_NAMES.fullmatch(own) and which in ("this", "the", "that", "these", "those", ""):
        made = _MADE.match(text, after.start("name") + len(own))
        return ("document" if made else "own"), f"{which} {own}".strip()
    if which and name in _OTHER_DOCUMENTS:
        return "document", said
    if after["link"] == "to" and kind not in ("schedule", "annex", "appendix", "table"):
        return "unsaid", ""
    if which and (name[:1].isupper() or name[:1].isdigit() or which in ("its", "their")):
        return ("document" if after["link"] in ("of", "to") else "unsaid"), said
    return unsaid, ""
