"""CK-LAW-STYLE: law that is cited in another manner than statutes themselves use."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.law._titles import plain, titles
from clausekit.patterns import pattern

_SPACED = pattern(
    r"\b([Ss]ections?|[Rr]egulations?|[Aa]rticles?) (\d+[A-Z]*) (\(\d{1,2}[A-Z]?\))(?= (?:of|to) the\b)"
)
_SHORT = pattern(r"\b[Ss]s?\.? ?(\d+[A-Z]*(?:\([^()\s]+\))*)(?= (?:of|to) (?:the|that)\b)")
_WITH_COMMA = pattern(r"\bAct, (?=(?:19|20)\d\d\b)")
_UNDATED = pattern(
    r"\b(?:[Tt]he|that) ((?:[A-Z][\w’]+ |and |of )*[A-Z][\w’]+ Act)\b(?! ?[\d(]|,? (?:19|20)\d\d)"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_SPACED, signs=("section", "regulation", "article")):
        yield hit(
            words,
            f"“{words.text}” has a space before the bracket.",
            f"Write “{match[1]} {match[2]}{match[3]}”.",
        )
    for words, match in instrument.search(_SHORT, signs=(" of the", " of that", " to the", " to that")):
        yield hit(words, f"“{words.text}” shortens the word section.", f"Write “section {match[1]}”.")
    for words, _ in instrument.search(_WITH_COMMA, signs=("act, ",)):
        yield hit(words, "“Act, ” has a comma before the year.", "Take the comma out.")
    for cited in instrument.citations:
        if "&" in cited.name and plain(cited.name) in titles():
            yield hit(
                cited.at,
                f"“{cited.name}” has “&” where the title has “and”.",
                f"Write “{cited.name.replace('&', 'and')}”.",
            )
    yield from _undated(instrument)


def _undated(instrument: Instrument) -> Iterator[Hit]:
    """Yield an Act that is cited without its year, unless that is what the instrument calls it."""
    terms = {definition.term for definition in instrument.definitions}
    years = {plain(cited.name) for cited in instrument.citations}
    for words, match in instrument.search(_UNDATED, signs=(" act",)):
        title = titles().get(plain(match[1]))
        if title and match[1] not in terms and plain(match[1]) not in years:
            start = words.start + match.start(1) - match.start()
            yield hit(
                words.part(start, words.end), f"“{match[1]}” is cited without its year.", f"Write {title}."
            )


RULE = Rule(
    id="CK-LAW-STYLE",
    level="info",
    title="Law that is cited in an unusual manner",
    why="One manner of citing, that of the statute book, lets a reader find law and a search find every"
    " place where it is cited.",
    fails="""
1. Powers

1.1 The Partners act under ⟦section 75 (2)⟧ of the National Health Service Act 2006.

1.2 Each Partner has regard to ⟦s.149⟧ of the Equality Act 2010, and to the ⟦Health & Social Care Act 2012⟧.

1.3 Each Partner also has regard to the ⟦Localism Act⟧.
""",
    passes="""
1. Powers

1.1 The Partners act under section 75(2) of the National Health Service Act 2006.

1.2 Each Partner has regard to section 149 of the Equality Act 2010, and to the Health and Social Care Act
2012.

1.3 Each Partner also has regard to the Localism Act 2011.
""",
    yields_to=("CK-LAW-TITLE", "CK-LAW-YEAR", "CK-LAW-REPEALED"),
    check=_check,
)
