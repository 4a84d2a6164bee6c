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
from clausekit.recognition.owners import Owner, owner_of

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
    "rule",
    "condition",
    "standing order",
]
CALLED_OTHERWISE: tuple[ReferenceKind, ...] = (
    "regulation", "article", "rule", "condition", "standing order"
)  # fmt: skip
"""What mostly is of a statute or of another document, but is an instrument's own where its provisions are
called so: the articles of a company, the standing orders of a council."""
PROVISIONS: tuple[ReferenceKind, ...] = ("clause", "paragraph", "section", *CALLED_OTHERWISE)
"""What has a number in the text itself, unlike what is attached to it."""
_B = "[ \u00a0\n]"
_ITEMS = r"(?:\((?:[a-z]{1,2}|[ivxl]{3,6}|\d{1,3}[A-Za-z]?)\))+"
_HALF = rf"{_B}(?:[a-z]|[ivx]{{2,4}})\)"
_HALVES = rf"{_HALF}(?:(?:,|{_B}(?:and|or|to)){_HALF})*"
"""Letters with half a bracket: "31 a), b) and c)"."""
_COUNT = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:[a-z](?=[^\w’'(]|$)|[A-Z]{{0,2}})(?:\.\d{{1,3}}[A-Z]?)*(?:(?:\.|{_B})?{_ITEMS})?|{_ITEMS}|\([A-Z]\)"
    rf"|[IVX]{{1,5}}(?![\w'’])|[A-Z]\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\w'’])"
    rf"|[A-Z]\d{{0,2}}(?:-\d{{1,2}})?(?![\w'’])|{_COUNT})"
)
_NO_TITLE = rf"(?!(?:Part|Schedule|Annexe?|Appendix|Clause|Paragraph|Section)s?{_B}[\dA-Z])"
_NO_SMALL_TITLE = (
    r"(?!(?:as|if|or|and|but|other|except|excluding|save|includ\w+|inclusive|which|where|whether|when|being|to|in"
    r"|on|by|for|so|see|that|not|both|with|without|above|below|together|each|any|all|an?|now|then|formerly"
    r"|subject|whichever|unless|until|provided|only|notwithstanding|it|this|these|such|among|through)\b)"
)
"""With what words in brackets begin that are no title: "clause 5 (as varied)"."""
_SMALL_TITLE = rf"{_NO_SMALL_TITLE}[a-z][a-z ,’'&/-]{{2,60}}"
_TITLE = rf"(?:{_B}?\((?:{_NO_TITLE}[A-Z][^()]{{2,110}}|{_SMALL_TITLE})\))?"
_JOIN = (
    rf"(?:,{_B}(?:and{_B}|or{_B})?|{_B}(?:and|or|to|through|and/or|&){_B}|{_B}?[–-]{_B}?"
    rf"|/(?=\()|;{_B}(?=\d{{1,2}}\.\d))"
)
_UNITS = r"[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?|[Hh]ours?|per[ ]cent|million"
_NO_UNIT = rf"(?!{_B}(?:(?:[Ww]orking|[Bb]usiness|[Cc]alendar|[Cc]lear){_B})?(?:{_UNITS})\b)"
_AFTER = r"(?![\w%]|/(?!\()|\.\d)"
_ITEM = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*{_HALVES}|{_NUMBER}{_AFTER}){_NO_UNIT}{_TITLE}"
_PROVISION = (
    rf"(?:[Ss]ub-?{_B}?)?(?:[Cc]lauses?|[Pp]aragraphs?|[Pp]aras?\b\.?|[Ss]ections?)"
    rf"|(?<!\d{_B})[Cc]ls?\b\.?(?={_B}?\d)"
)
_ATTACHMENT = r"[Ss]chedules?|[Aa]nnexe?s?|[Aa]ppendi(?:x|ces)|[Pp]arts?|[Tt]ables?"
_OTHERWISE = (
    rf"[Rr]egulations?|[Aa]rticles?"
    rf"|(?:[Ss]ub-)?(?:[Rr]ules?|[Cc]onditions?|[Ss]tanding{_B}[Oo]rders?|ARTICLES?|REGULATIONS?|RULES?|CONDITIONS?"
    rf"|STANDING{_B}ORDERS?)(?={_B}(?:[Nn]o\.?{_B}|[Nn]umber{_B})?\d)"
    rf"|[A-Z]?(?:SO|FR|PR)s?(?={_B}\d)"
)
_IN_SHORT: dict[str, ReferenceKind] = {"so": "standing order", "fr": "regulation", "pr": "rule"}
"""How the names of standing orders, financial regulations and procedure rules end in short: "CSO 9.1"."""
_REFERENCE = pattern(
    rf"(?<![\w-])(?P<this>[Tt]his{_B})?(?P<word>{_PROVISION}|{_ATTACHMENT}|[Rr]ecitals?|{_OTHERWISE}"
    r"|CLAUSES?|SCHEDULES?|PARTS?|ANNEXE?S?|APPENDIX)"
    rf"(?:{_B}(?:(?:[Nn]os?\b\.?|[Nn]umbers?\b){_B}?)?|(?<=[a-z.])(?=\d{{1,2}}\.\d))(?P<numbers>{_ITEM}(?:{_JOIN}(?=[\d(A-Z]){_ITEM})*)"
)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_COUNTED = (
    rf"(?P<ordinal>{'|'.join((*map(str.capitalize, ORDINALS), *map(str.upper, ORDINALS)))})"
    rf"{_B}(?P<attached>Schedule|Annexe?|Appendix|SCHEDULE|ANNEXE?|APPENDIX)(?![\w-])"
)
_ORDINAL = pattern(rf"(?<![\w-])(?P<this>[Tt]his{_B})?(?P<number>{_COUNTED})(?P<title>{_TITLE})")
"""A schedule counted in words: "the Third Schedule"."""
_ATTACHED = ("Schedule", "Annex", "Appendix", "SCHEDULE", "ANNEX", "APPENDIX")
_DOTTED = r"\d{1,2}(?:\.\d{1,2}){1,3}(?:\([a-z0-9]{1,4}\)){0,3}"
_DOTTED_NUMBER = pattern(r"\d\.\d")
_BARE = pattern(
    r"\b(?:[Ss]ee(?: also)?|[Cc]f\.?|[Aa]s (?:in|at|under)|[Uu]nder"
    r"|(?P<sure>(?:[Ss]ubject|[Pp]ursuant|[Ww]ithout prejudice) to|[Ii]n accordance with|[Nn]otwithstanding"
    r"|comply with|by virtue of|breach of|as per|in line with|(?:purposes?|terms|case) of"
    r"|(?:provisions|requirements|obligations|terms|arrangements|procedure) (?:of|in|under)"
    r"|(?:set out|described|provided|stated|defined|explained|mentioned|listed|given|shown|specified"
    r"|referred to) (?:in|at|under|by)"
    r"|(?:(?:is|are|time|date|period|limit|term|that|those|as) set|fixed|allowed|permitted|required|imposed"
    r"|established|set up) (?:in|under|by)))"
    rf"{_B}(?P<numbers>{_DOTTED}(?:(?:,{_B}|{_B}(?:and|or|to){_B}|{_B}?[–-]{_B}?){_DOTTED}){{0,8}})"
    rf"(?={_B}?(?:[.;:,)](?!\d)|$|(?:above|below)\b)"
    rf"|(?(sure){_B}(?:in full|shall|may|will|must|is|are|applies|apply|survives?|remains?|the|which"
    r"|an?|it|this|unless|if)\b"
    r"|(?!)))"
)
"""A number without the word for what it counts: "(see 7.3)", "subject to 11.6 the fee is paid"."""
_AS_IT_SAYS = pattern(
    rf"\b(?:[Aa]s|[Ww]here|[Ii]f|[Ww]hen|[Uu]nless|[Tt]hat|[Ee]xcept|[Tt]hough){_B}(?P<numbers>{_DOTTED})"
    rf"(?:{_B}(?:above|below))?{_B}"
    r"(?:requires?|provides?|says?|allows?|sets? out|states?|describes?|appl(?:y|ies)|does not apply)\b"
)
"""A bare number that says something: "as 2.8 requires", "where 3.5 applies"."""
_EACH_DOTTED = pattern(_DOTTED)
_ONE = pattern(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*{_HALF}|(?<={_B})(?:[a-z]|[ivx]{{2,4}})\)|{_NUMBER})(?P<title>{_TITLE})"
)
_HALF_BRACKET = pattern(r"(?P<above>[\d.]*)(?P<item>[a-z]+)\)")
_WITHIN = pattern(
    rf"(?:{_B}\(?inclusive\)?)?(?:,?{_B}(?:of|to|in|under)|(?P<comma>,)){_B}(?:this{_B})?(?:(?:the{_B})?{_COUNTED}"
    r"|(?P<word>[Pp]art|[Ss]chedule|[Aa]nnexe?|[Aa]ppendix|[Cc]lause|[Pp]aragraph|[Aa]rticle|[Rr]egulation|[Rr]ule"
    rf"|[Cc]ondition|[Ss]tanding{_B}[Oo]rder)"
    rf"{_B}(?P<number>{_NUMBER}){_AFTER}){_TITLE}"
)
_DIVISIONS = ("schedule", "annex", "appendix")
_CODE = pattern(r"[A-Z]\d")
_DEEPEST, _FAR = 4, 160
_LONGEST_SHORT = 3
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
        if not found:
            continue
        within, end = _within(text, match.end(), found[0].kind)
        owner, of = _owner(text, end, within[-1][0] if within else found[0].kind)
        thereof = _thereof(before, found[0], of, text)
        if thereof:
            within, owner, of = thereof, "unsaid", ""
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
    if not any(word in text for word in _ATTACHED):
        return
    for match in _ORDINAL.finditer(text, start):
        kind, number = _counted(match)
        owner, of = _owner(text, match.end(), kind)
        title, this = _title_in(match), bool(match["this"])
        yield Mention(
            *match.span("number"), match.span(), kind, number, title=title, this=this, owner=owner, of=of
        )


def _counted(match: re.Match[str]) -> tuple[ReferenceKind, str]:
    """Return what is counted in words: "schedule", "3" for "Third Schedule"."""
    return reference_kind(match["attached"]), str(ORDINALS.index(match["ordinal"].lower()) + 1)


def _title_in(match: re.Match[str]) -> tuple[int, int]:
    """Return the range of the words between the brackets of a title."""
    words = match["title"]
    return (match.start("title") + words.index("(") + 1, match.end("title") - 1) if words else (0, 0)


def _bare(text: str, start: int) -> Iterator[Mention]:
    """Yield the numbers that are referred to without a word for what they count."""
    if not _DOTTED_NUMBER.search(text, start):
        return
    for match in (*_BARE.finditer(text, start), *_AS_IT_SAYS.finditer(text, start)):
        for number in _EACH_DOTTED.finditer(text, *match.span("numbers")):
            yield Mention(*number.span(), number.span(), "clause", number[0])


def reference_kind(word: str) -> ReferenceKind:
    """Return the kind that a word before a number tells: "sub-clauses" are clauses."""
    small = word.lower().removeprefix("sub").lstrip("- \u00a0\n")
    kinds: tuple[ReferenceKind, ...] = (
        "clause", "section", "schedule", "part", "table", "recital", "annex", *CALLED_OTHERWISE
    )  # fmt: skip
    if small.startswith("para"):
        return "paragraph"
    if small.startswith("standing"):
        return "standing order"
    if small.rstrip(".") in ("cl", "cls"):
        return "clause"
    if len(small) <= _LONGEST_SHORT:
        return _IN_SHORT.get(small.removesuffix("s")[-2:], "appendix")
    return next((kind for kind in kinds if small.startswith(kind)), "appendix")


def _numbers(match: re.Match[str]) -> Iterator[Mention]:
    kind = reference_kind(match["word"])
    base, before, end = "", "", match.start("numbers")
    for one in _ONE.finditer(match.string, match.start("numbers"), match.end("numbers")):
        joined = match.string[end : one.start()].strip(" \u00a0\n")
        number = re.sub(r"\s|\.(?=\()", "", one["number"])
        if half := _HALF_BRACKET.fullmatch(number):
            number = f"{half['above']}({half['item']})"
        if kind in PROVISIONS and number[0].isdigit() and number[-1].islower():
            continue  # "clause 2a" may be 2(a), or a clause put in after 2; "Appendix 2a" is an appendix
        if number.startswith("(") and base and "(" not in before:
            return  # "under clause 6.1, (b) ends": it counts what the sentence lists
        if kind == "table" and joined == "," and number.count(".") > before.count("."):
            return  # "of the posts in Table 1A, 28.5 are nurses"
        if kind in _DIVISIONS and joined == "," and _CODE.match(number) and not _CODE.match(before):
            return  # "Appendix 1, A2(b)": a paragraph of it
        before = number
        if number.startswith("(") and base and kind != "recital":
            number = f"{base}{number}"
        base = number.partition("(")[0]
        yield Mention(
            one.start("number"),
            one.end("number"),
            match.span(),
            kind,
            number,
            joined in ("to", "through", "–", "-"),
            _title_in(one),
            this=bool(match["this"]),
        )
        end = one.end()


def _within(text: str, end: int, kind: ReferenceKind) -> tuple[tuple[tuple[ReferenceKind, str], ...], int]:
    """Return what a reference that ends there is part of, and where that ends."""
    found: list[tuple[ReferenceKind, str]] = []
    while len(found) < _DEEPEST and (step := _WITHIN.match(text, end)):
        outer, number = _counted(step) if step["ordinal"] else (reference_kind(step["word"]), step["number"])
        if step["comma"] and (kind == "clause" or _DEPTH.get(outer, 2) >= _DEPTH.get(kind, 0)):
            break
        found.append((outer, number))
        end, kind = step.end(), outer
    return tuple(found), end


def _owner(text: str, end: int, kind: ReferenceKind) -> tuple[Owner, str]:
    return owner_of(text, end, kind, unsaid="law" if kind in CALLED_OTHERWISE else "unsaid")


def _thereof(
    before: Mention | None, part: Mention, of: str, text: str
) -> tuple[tuple[ReferenceKind, str], ...]:
    """Return the schedule of which "Part 2 thereof" is a part: that named before in the sentence."""
    if before is None or of != "thereof" or part.kind not in ("part", "paragraph", "table"):
        return ()
    between = text[before.end : part.phrase[0]]
    if before.owner not in ("own", "unsaid") or "." in between or len(between) >= _FAR:
        return ()
    return ((before.kind, before.number), *before.within) if before.kind in _DIVISIONS else before.within


def _goes_on(before: Mention, after: Mention, text: str) -> bool:
    """Tell whether the second says more exactly what the first names: "Schedule 3, Part 1, paragraph 2"."""
    if text[before.phrase[1] : after.phrase[0]].strip(" \u00a0\n") not in ("", ",", "("):
        return False
    return _DEPTH.get(before.kind, 9) < _DEPTH.get(after.kind, -1) and before.kind != "table"
