"""CK-LAW-FORM: a provision or a number of law that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.law._beyond_the_end import beyond_the_end
from clausekit.patterns import pattern

_JOINED = pattern(
    r"\b([Ss]ections?|[Rr]egulations?|[Ss]chedules?|[Aa]rticles?)(\d+[A-Z]?)\b(?=[^\n]{0,40}\b(?:Act"
    r"|Regulations|\d{4})\b)"
)
_JOINED_SIGNS = tuple(
    f"{kind}{end}{figure}"
    for kind in ("section", "regulation", "schedule", "article")
    for end in ("", "s")
    for figure in range(10)
)
_LETTER_ALONE = pattern(
    r"(?<![\w(/])(?P<kind>s|ss|sch|reg|art)\.?(?P<number>\(\d{1,3}\))(?:\(\w{1,4}\))*"
    r"(?=[^.;]{0,40}\b(?:Act|Regulations|GDPR|Order)\b)"
)
"""A section whose number stands in brackets, "s(8)(d)", as if it were a subsection."""
_BRACKET_FIRST = pattern(
    r"\b(?P<kind>[Ss]ections?|[Rr]egulations?|[Aa]rticles?|[Ss]s?\.)[ \u00a0]?"
    r"(?P<part>\((?:\d{1,3}|[a-z])\))(?P<number>[1-9]\d{0,2}[A-Z]{0,2}\b|[ \u00a0][1-9]\d{0,2}[A-Z]{0,2}"
    r"(?=[ \u00a0](?:of|to)[ \u00a0](?:the|that)\b))(?![.,]\d)"
)
_TITLE_WORD = r"(?:\(?[A-Z][\w’',()-]*|and|of|etc\.?|for|in|to|at|the|&)"
_TITLE = (
    rf"{_TITLE_WORD}(?:[ \u00a0]{_TITLE_WORD}){{0,12}}[ \u00a0]Act[ \u00a0](?:1[89]|20)\d\d"
    r"(?! (?:Code|[Gg]uidance|[Ee]xplanatory))|[A-Z]{3,6}[ \u00a0](?:19|20)\d\d\b"
)
_LAW_BEGINS = pattern(rf"{_TITLE}|(?:19|20)\d\d Act\b")
_SHORT_FOR_LAW = pattern(rf"(?:the )?(?:{_TITLE})")
_OF_LAW = (
    r"(?:(?:,| and| or)[ \u00a0](?:[Ss]ections?[ \u00a0])?\d[\w.()]{0,12}){0,4}"
    r"[ \u00a0](?:of|to)[ \u00a0](?:the[ \u00a0])?(?P<law>[^.;:\n]{0,90})"
)
_PARTED_OTHERWISE = pattern(
    r"\b(?P<kind>[Ss]ections?[ \u00a0]|[Ss]\.?[ \u00a0]?)(?P<number>[1-9]\d{0,2}[A-Z]{0,2})"
    rf"[.:](?P<part>\d{{1,2}}[A-Z]?)(?P<more>(?:\(\w{{1,4}}\))*)(?={_OF_LAW})"
)
"""A subsection after another mark than a bracket, as clauses have it: "section 56.4 of the Act"."""
_BARE_ITEM = pattern(
    r"\b(?:[Ss]ections?[ \u00a0]|[Ss]\.?[ \u00a0]?)(?P<subsection>[1-9]\d{0,2}[A-Z]{0,2}\(\d{1,2}[A-Z]?\))"
    rf"(?P<item>[a-z])(?![\w/-])(?={_OF_LAW})"
)
"""An item without its brackets: "section 75(2)a of the Act"."""
_SMALL_LETTER = pattern(
    r"\b(?P<kind>[Ss]ections?[ \u00a0]|[Ss]\.?[ \u00a0]?)(?P<number>[1-9]\d{0,2})(?P<letter>[a-z])(?![\w/-])"
    rf"(?=(?:\(\w{{1,4}}\)){{0,3}}{_OF_LAW})"
)
_TORN = pattern(
    r"\b(?:[Ss]ections?[ \u00a0]|[Ss]\.?[ \u00a0]?)(?P<number>[1-9]\d{0,2}"
    r"(?:[ \u00a0.-][A-Z]{1,2}\d{1,3}|[A-Z]{1,2}[ \u00a0.-]\d{1,3}|[A-Z]{0,2}[.-][A-Z]{1,2})[A-Z]?)(?![\w/])"
    rf"(?=(?:\(\w{{1,4}}\)){{0,3}}{_OF_LAW})"
)
"""The number of an added section that something parts: "section 14.Z25"."""
_STOPPED = pattern(
    r"\b(?P<kind>[Ss]ections?[ \u00a0]|[Ss]\.?[ \u00a0]?|[Rr]egulations?[ \u00a0]|[Aa]rticles?[ \u00a0])"
    r"(?P<number>[1-9]\d{0,2}[A-Z]{0,2}\d{0,2})"
    r"(?P<part>\.[ \u00a0]?\(\.?\w{1,3}\.?\)|\(\w{1,3}\.\)|\(\.\w{1,3}\))"
    rf"(?=(?:\(\w{{1,4}}\)){{0,3}}{_OF_LAW})"
)
"""A subsection with a full stop that no number of law has: "section 56.(1)", "section 56(1.)"."""
_TURNED = pattern(r"\bS\.?I\.? (?:No\.? ?)?(\d{1,4})/((?:19|20)\d\d)\b")
_ITEM_OF_ARTICLE = pattern(r"\b(?P<article>5\(1\)|6\(1\)|9\(2\))\((?P<letter>[a-z])\)")
_LAST_ITEMS = {"5(1)": "f", "6(1)": "f", "9(2)": "j"}
"""How far the principles, the lawful bases and the conditions for special categories go (UK GDPR)."""
_GDPR = pattern(r"\bGDPR\b|\bGeneral Data Protection Regulation\b")
_BEYOND_ALL = pattern(
    r"\b[Ss]ections?[ \u00a0](?P<number>(?!1[0-3]\d\d\b)[1-9]\d{3,}[A-Z]?)\b(?=[^.;]{0,60}\bAct\b)"
)
"""The longest Act has some 1,300 sections (Companies Act 2006)."""
_ARTICLE_OF_GDPR = pattern(
    r"\b[Aa]rticles?[ \u00a0](?P<number>\d{3,})(?:\(\w{1,3}\))*"
    r"[ \u00a0](?:of|in|under)[ \u00a0](?:the[ \u00a0])?(?:UK[ \u00a0])?"
    r"(?:GDPR|General Data Protection Regulation)"
)
"""The UK GDPR ends with Article 99; articles that were added have letters."""
_BETWEEN = pattern(r"[ \u00a0.-]")
_SECTION_SIGNS = ("section", " s.", " s ", "s\u00a0", *(f" s{figure}" for figure in range(1, 10)))


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_JOINED, signs=_JOINED_SIGNS):
        yield hit(words, f"“{words.text}” has no space in it.", f"Write “{match[1]} {match[2]}”.")
    for words, match in instrument.search(_LETTER_ALONE, signs=("s(", "s.(", "g(", "g.(", "h(", "t(")):
        number = match["number"].strip("()")
        yield hit(
            words,
            f"“{words.text}” has the number of a provision in brackets, as that of a part of one.",
            f"Write “{match['kind']} {number}” and, in brackets, the part of it that is meant.",
            confidence="likely",
        )
    for words, match in instrument.search(_TURNED, signs=("si ", "s.i", "si.")):
        if not 1900 < int(match[1]) < 2100:
            yield hit(
                words,
                f"“{words.text}” has the number before the year.",
                f"Write “SI {match[2]}/{match[1]}”.",
            )
    for words, match in instrument.search(_BEYOND_ALL, signs=("section",)):
        yield hit(
            words.part(*match.span("number")),
            f"No Act has a section {match['number']}.",
            "Look up the section that is meant.",
            confidence="likely",
        )
    for words, match in instrument.search(_ARTICLE_OF_GDPR, signs=("article",)):
        yield hit(
            words.part(*match.span("number")),
            f"“{match['number']}” cannot be an article of the UK GDPR: its last is Article 99.",
            "Look up the article that is meant.",
            confidence="likely",
        )
    yield from _out_of_order(instrument)
    yield from beyond_the_end(instrument)
    yield from _beyond_the_last_item(instrument)


def _out_of_order(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on sections whose number and whose subsection are not written as numbers of law are."""
    for words, match in instrument.search(_BRACKET_FIRST, signs=(" (", "s(", "n(")):
        yield hit(
            words,
            f"“{words.text}” has the subsection before the section.",
            f"Write “{match['kind']} {match['number'].strip()}{match['part']}”, if that is meant.",
            confidence="likely",
        )
    for words, match in instrument.search(_PARTED_OTHERWISE, signs=_SECTION_SIGNS):
        if _names_law(match["law"], instrument):
            yield hit(
                words,
                f"“{words.text}” has the subsection without brackets.",
                f"Write “{match['kind']}{match['number']}({match['part']}){match['more']}”.",
                confidence="likely",
            )
    for words, match in instrument.search(_STOPPED, signs=(*_SECTION_SIGNS, "regulation", "article")):
        if _names_law(match["law"], instrument):
            part = match["part"].replace(".", "").strip()
            yield hit(
                words,
                f"“{words.text}” has a full stop in the number of a provision.",
                f"Write “{match['kind']}{match['number']}{part}”.",
                confidence="likely",
            )
    for words, match in instrument.search(_TORN, signs=_SECTION_SIGNS):
        are_several = words.text.lower().startswith(("sections", "ss"))
        if _names_law(match["law"], instrument) and not (are_several and "-" in match["number"]):
            yield hit(
                words.part(*match.span("number")),
                f"“{match['number']}” is no number of a section.",
                f"Write “{_BETWEEN.sub('', match['number'])}”, if that is meant.",
                confidence="likely",
            )
    for words, match in instrument.search(_BARE_ITEM, signs=_SECTION_SIGNS):
        if _names_law(match["law"], instrument):
            yield hit(
                words.part(match.start("subsection"), words.end),
                f"“{match['subsection']}{match['item']}” has an item without brackets.",
                f"Write “{match['subsection']}({match['item']})”.",
                confidence="likely",
            )
    for words, match in instrument.search(_SMALL_LETTER, signs=_SECTION_SIGNS):
        if _names_law(match["law"], instrument):
            yield hit(
                words,
                f"“{words.text}” has a small letter: that of an added section is a capital, that of an item"
                " stands in brackets.",
                f"Write “{match['kind']}{match['number']}{match['letter'].upper()}”, if that is meant.",
                confidence="likely",
            )


def _names_law(words: str, instrument: Instrument) -> bool:
    """Tell whether words begin with a title of law, or with a term that is short for one."""
    if _LAW_BEGINS.match(words):
        return True
    return any(
        words.startswith(one.term) and _SHORT_FOR_LAW.match(one.meaning.text.lstrip())
        for one in instrument.definitions
    )


def _beyond_the_last_item(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on items of articles of the UK GDPR which do not go so far, "6(1)(h)"."""
    if not any(_GDPR.search(place.passage.text) for place in instrument.places):
        return
    for words, match in instrument.search(_ITEM_OF_ARTICLE, "text", "cell", "note", signs=tuple(_LAST_ITEMS)):
        last = _LAST_ITEMS[match["article"]]
        if match["letter"] > last and not words.passage.text.startswith(" of Schedule", words.end):
            yield hit(
                words,
                f"There is no Article {words.text} of the UK GDPR: {match['article']} ends with ({last}).",
                "Look up the item that is meant.",
                confidence="likely",
            )


RULE = Rule(
    id="CK-LAW-FORM",
    level="warning",
    title="A section or a number of law that cannot be",
    why="A provision that cannot be found gives no power and imposes no duty.",
    fails="""
1. Powers

1.1 The Partners act under ⟦section75⟧ of the National Health Service Act 2006 and section ⟦751⟧ of the
Care Act 2014.

1.2 The Regulations are ⟦SI 617/2000⟧.

1.3 Works begin as ⟦section (4)56⟧ of the Town and Country Planning Act 1990 has it, and ⟦section 2.1⟧ and
⟦section 5b⟧ of the Mental Capacity Act 2005 apply.

1.4 Information is shared under Article ⟦6(1)(h)⟧ and Article ⟦122⟧ of the UK GDPR and ⟦s(8)(d)⟧ of the
Data Protection Act 2018.
""",
    passes="""
1. Powers

1.1 The Partners act under section 75 of the National Health Service Act 2006 and section 75 of the Care
Act 2014.

1.2 The Regulations are SI 2000/617.

1.3 Works begin as section 56(4) of the Town and Country Planning Act 1990 has it, and section 2(1) of the
Mental Capacity Act 2005, section 5B of the Care Act 2014 and section 2.1 of this Schedule apply.

1.4 Information is shared under Articles 6(1)(e) and 9(2)(h) of the UK GDPR and s 8(d) of the Data
Protection Act 2018, and the Partner(s) keep to that Act.
""",
    check=_check,
)
