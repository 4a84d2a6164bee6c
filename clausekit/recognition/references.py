"""References typed in a text: "clauses 7.3 and 7.4(b)", "paragraph 2 of Part 1 of Schedule 3 (Finance)".

What a reference points to is not told here: that needs the instrument. What is told is all that its own
words say: kind, number, title in brackets, what it is part of, and whose provision it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clausekit.patterns import pattern

ReferenceKind: TypeAlias = Literal[
    "clause",
    "paragraph",
    "section",
    "schedule",
    "part",
    "annex",
    "appendix",
    "table",
    "recital",
    "regulation",
    "article",
]
Owner: TypeAlias = Literal["own", "law", "document", "unsaid"]
"""Whose provision it is: of the instrument itself by its own words ("of this Agreement"), of a statute or
the like, of another document ("clause 7 of the Lease"), or not said, which mostly means its own."""

_B = "[ \u00a0\n]"
_ITEMS = r"(?:\([a-z0-9]{1,5}\))+"
_COUNT = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
_NUMBER = (
    rf"(?:\d{{1,3}}[A-Z]{{0,2}}(?:\.\d{{1,3}}[A-Z]?)*(?:{_B}?{_ITEMS})?|{_ITEMS}|\([A-Z]\)"
    rf"|[IVX]{{1,5}}(?![\w'’])|[A-Z]\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\w'’])"
    rf"|[A-Z]\d{{0,2}}(?:-\d{{1,2}})?(?![\w'’])|{_COUNT})"
)
_NO_TITLE = rf"(?!(?:Part|Schedule|Annexe?|Appendix|Clause|Paragraph|Section)s?{_B}[\dA-Z])"
_TITLE = rf"(?:{_B}?\({_NO_TITLE}[A-Z][^()]{{2,110}}\))?"
_JOIN = rf"(?:,{_B}(?:and{_B}|or{_B})?|{_B}(?:and|or|to|and/or|&){_B}|{_B}?[–-]{_B}?)"
_UNITS = r"[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?|[Hh]ours?|per[ ]cent|million"
_NO_UNIT = rf"(?!{_B}(?:(?:[Ww]orking|[Bb]usiness|[Cc]alendar|[Cc]lear){_B})?(?:{_UNITS})\b)"
_AFTER = r"(?![\w%/]|\.\d)"
_ITEM = rf"{_NUMBER}{_AFTER}{_NO_UNIT}{_TITLE}"
_PROVISION = rf"(?:[Ss]ub-?{_B}?)?(?:[Cc]lauses?|[Pp]aragraphs?|[Pp]aras?\b\.?|[Ss]ections?)"
_ATTACHMENT = r"[Ss]chedules?|[Aa]nnexe?s?|[Aa]ppendi(?:x|ces)|[Pp]arts?|[Tt]ables?"
_REFERENCE = pattern(
    rf"(?<![\w-])(?P<this>[Tt]his{_B})?(?P<word>{_PROVISION}|{_ATTACHMENT}|[Rr]ecitals?|[Rr]egulations?|[Aa]rticles?"
    r"|CLAUSES?|SCHEDULES?|PARTS?|ANNEXE?S?|APPENDIX)"
    rf"{_B}(?P<numbers>{_ITEM}(?:{_JOIN}(?=[\d(A-Z]){_ITEM})*)"
)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_ORDINAL = pattern(
    rf"(?<![\w-])(?P<this>[Tt]his{_B})?"
    rf"(?P<number>(?P<ordinal>{'|'.join((*map(str.capitalize, ORDINALS), *map(str.upper, ORDINALS)))})"
    rf"{_B}(?P<word>Schedule|Annexe?|Appendix|SCHEDULE|ANNEXE?|APPENDIX))(?![\w-])"
)
"""A schedule counted in words: "the Third Schedule"."""
_BARE = pattern(
    r"\b(?:[Ss]ee(?: also)?|as (?:in|at|under)|(?:subject|pursuant) to|in accordance with|under"
    r"|(?:set out|described|provided|stated|defined|explained|mentioned|referred to) (?:in|at|under|by))"
    rf"{_B}(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?:\([a-z0-9]{{1,4}}\)){{0,3}})"
    rf"(?={_B}?(?:[.;:,)](?!\d)|$|(?:above|below)\b))"
)
"""A number without the word for what it counts: "(see 7.3)"."""
_ONE = pattern(rf"(?P<number>{_NUMBER})(?P<title>{_TITLE})")
_WITHIN = pattern(
    rf"(?:,?{_B}(?:of|to|in|under)|(?P<comma>,)){_B}(?:this{_B})?"
    r"(?P<word>[Pp]art|[Ss]chedule|[Aa]nnexe?|[Aa]ppendix|[Cc]lause|[Pp]aragraph)"
    rf"{_B}(?P<number>{_NUMBER}){_AFTER}{_TITLE}"
)
_NAME = (
    rf"(?:[A-Z\d][\w’'/-]*|\([A-Z][^()]{{0,60}}\))"
    rf"(?:{_B}(?:of|and|for|the|in|to|on|[A-Z\d(][\w’'/()-]*)){{0,14}}|[a-z][\w-]*"
)
_OWNER = pattern(
    rf"(?:{_B}inclusive|{_B}\(inclusive\)|{_B}above|{_B}below)?{_B}(?P<link>of|to|in|under|from),?{_B}"
    rf"(?P<which>this|the|that|those|these|its|their|each|any|an?|such)?{_B}?(?P<name>{_NAME})?"
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
_DEEPEST = 4
_DEPTH = {"schedule": 0, "annex": 0, "appendix": 0, "part": 1, "table": 2, "paragraph": 2, "clause": 2}


@dataclass(frozen=True, slots=True)
class Mention:
    """One number of a reference.

    ``start`` to ``end`` is the number as written, ``phrase`` the range of the whole reference of which it is
    one, from its word to the last number or title. ``number`` is what it means: the "(b)" of "7.3(a) and
    (b)" is 7.3(b). ``through`` marks the last of a range ("2 to 5"). ``title`` is the range of the words in
    brackets after it, empty if there are none. ``within`` is what it is part of, innermost first. ``this``
    tells that it says "this Schedule 7". ``of`` are the words that say whose it is.
    """

    start: int
    end: int
    phrase: tuple[int, int]
    kind: ReferenceKind
    number: str
    through: bool = False
    title: tuple[int, int] = (0, 0)
    within: tuple[tuple[ReferenceKind, str], ...] = ()
    this: bool = False
    owner: Owner = "unsaid"
    of: str = ""


def mentions(text: str, start: int = 0) -> Iterator[Mention]:
    """Yield the references typed in a text, number by number.

    >>> [(one.kind, one.number, one.within) for one in mentions("clause 7.3(a) and (b)")]
    [('clause', '7.3(a)', ()), ('clause', '7.3(b)', ())]
    >>> [(one.kind, one.number, one.within) for one in mentions("paragraph 2 of Schedule 3")]
    [('paragraph', '2', (('schedule', '3'),)), ('schedule', '3', ())]
    """
    found = (*_worded(text, start), *_in_ordinals(text, start), *_bare(text, start))
    yield from sorted(found, key=lambda one: one.start)


def _worded(text: str, start: int) -> Iterator[Mention]:
    """Yield the numbers that stand after a word such as "clause"."""
    before = mention = None
    for match in _REFERENCE.finditer(text, start):
        found = list(_numbers(match))
        within, end = _within(text, match.end(), found[0].kind)
        owner, of = _owner(text, end, within[-1][0] if within else found[0].kind)
        for mention in found:
            mention = replace(mention, within=within, owner=owner, of=of)
            if (
                before is not None
                and len(before.within) < _DEEPEST
                and not within
                and _goes_on(before, mention, text)
            ):
                outer = (before.kind, before.number)
                mention = replace(mention, within=(outer, *before.within))
            yield mention
        before = mention


def _in_ordinals(text: str, start: int) -> Iterator[Mention]:
    """Yield the references that count in words: "this Third Schedule"."""
    for match in _ORDINAL.finditer(text, start):
        kind = reference_kind(match["word"])
        owner, of = _owner(text, match.end(), kind)
        number = str(ORDINALS.index(match["ordinal"].lower()) + 1)
        this = bool(match["this"])
        yield Mention(*match.span("number"), match.span(), kind, number, this=this, owner=owner, of=of)


def _bare(text: str, start: int) -> Iterator[Mention]:
    """Yield the numbers that are referred to without a word for what they count."""
    for match in _BARE.finditer(text, start):
        span = match.span("number")
        yield Mention(*span, span, "clause", match["number"])


def reference_kind(word: str) -> ReferenceKind:
    """Return the kind that a word before a number tells: "sub-clauses" are clauses."""
    small = word.lower().removeprefix("sub").lstrip("- \u00a0\n")
    kinds: tuple[ReferenceKind, ...] = (
        "clause", "section", "schedule", "part", "table", "recital", "regulation", "article", "annex"
    )  # fmt: skip
    if small.startswith("para"):
        return "paragraph"
    return next((kind for kind in kinds if small.startswith(kind)), "appendix")


def _numbers(match: re.Match[str]) -> Iterator[Mention]:
    kind = reference_kind(match["word"])
    base, before, end = "", "", match.start("numbers")
    for one in _ONE.finditer(match.string, match.start("numbers"), match.end("numbers")):
        joined = match.string[end : one.start()].strip(" \u00a0\n")
        number = re.sub(r"\s", "", one["number"])
        if number.startswith("(") and base and "(" not in before:
            return  # "under clause 6.1, (b) ends": it counts what the sentence lists
        before = number
        if number.startswith("(") and base and kind != "recital":
            number = f"{base}{number}"
        base = number.partition("(")[0]
        title = (one.start("title") + one["title"].index("(") + 1, one.end() - 1) if one["title"] else (0, 0)
        yield Mention(
            one.start("number"),
            one.end("number"),
            match.span(),
            kind,
            number,
            joined in ("to", "–", "-"),
            title,
            this=bool(match["this"]),
        )
        end = one.end()


def _within(text: str, end: int, kind: ReferenceKind) -> tuple[tuple[tuple[ReferenceKind, str], ...], int]:
    """Return what a reference that ends there is part of, and where that ends."""
    found: list[tuple[ReferenceKind, str]] = []
    while len(found) < _DEEPEST and (step := _WITHIN.match(text, end)):
        outer = reference_kind(step["word"])
        if step["comma"] and (kind == "clause" or _DEPTH[outer] >= _DEPTH.get(kind, 0)):
            break
        found.append((outer, step["number"]))
        end, kind = step.end(), outer
    return tuple(found), end


def _owner(text: str, end: int, kind: ReferenceKind) -> tuple[Owner, str]:
    """Return whose provision a reference that ends there says that it cites, and in which words."""
    if of_it := _OF_IT.match(text, end):
        return "document", of_it[0].strip()
    if kind == "section" and (named := _CALLED_BY_ITS_SECTION.match(text, end)):
        return "law", named[0].strip()
    if suspended := _SUSPENDED.match(text, end):
        end = suspended.end()
    after = _OWNER.match(text, end)
    if after is None or not (after["which"] or after["name"]):
        return ("law" if kind in ("regulation", "article") else "unsaid"), ""
    which, name = after["which"] or "", after["name"] or ""
    said = f"{which} {name}".strip()
    if _LAW.search(name) or (kind == "section" and _ABBREVIATED.match(name)):
        return "law", said
    if which in ("that", "those") and _OTHER_INSTRUMENTS.fullmatch(name.partition(" ")[0]):
        return "document", said
    own = _GOES_ON.sub("", name)
    if _OWN_NAMES.fullmatch(own) and which in (
        "this",
        "the",
        "that",
        "these",
        "those",
        "",
    ):
        made = _MADE.match(text, after.start("name") + len(own))
        return ("document" if made else "own"), f"{which} {own}".strip()
    if which and name in _OTHER_DOCUMENTS:
        return "document", said
    if after["link"] == "to" and kind not in ("schedule", "annex", "appendix", "table"):
        return "unsaid", ""
    if which and (name[:1].isupper() or name[:1].isdigit() or which in ("its", "their")):
        return ("document" if after["link"] in ("of", "to") else "unsaid"), said
    return ("law" if kind in ("regulation", "article") else "unsaid"), ""


def _goes_on(before: Mention, after: Mention, text: str) -> bool:
    """Tell whether the second says more exactly what the first names: "Schedule 3, Part 1, paragraph 2"."""
    if text[before.phrase[1] : after.phrase[0]].strip(" \u00a0\n") not in ("", ",", "("):
        return False
    return _DEPTH.get(before.kind, 9) < _DEPTH.get(after.kind, -1) and before.kind != "table"
