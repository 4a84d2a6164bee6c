"""Law whose year or number is at odds with what the same text calls it elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Confidence
from clausekit.checks.rules.law._titles import plain, titles
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SHORT_BEFORE = pattern(
    r"(?P<short>\b(?:[A-Z]{2,7} (?P<of>(?:19|20)\d\d)"
    r"|(?P<year>(?:19|20)\d\d) (?:Act|Regulations|Order|Rules)))"
    r"[”\"’)*]*(?:[:\t|]| [–-]| means| is)[ \t*]*(?:the )?[“\"*]*$"
)
_SHORT_AFTER = pattern(
    r"[”\"]?(?: \((?:c\.|as )[^()]{0,40}\))?,? \((?:the |in this \w+ |together )*[“\"‘*]*(?:the )?"
    r"(?P<short>[A-Z]{2,7} (?P<of>(?:19|20)\d\d)(?![/\w])"
    r"|(?P<year>(?:19|20)\d\d) (?:Act|Regulations|Order|Rules)\b)"
)
_SHORT = pattern(
    r"(?:the )?(?P<short>(?:[A-Z]{2,7} (?P<of>(?:19|20)\d\d)|(?P<year>(?:19|20)\d\d) (?:Act|Regulations)))"
)
_FARTHEST = 60
_LEAD = 5
_LONGEST_AFTER = 120
_CALLED_ALIKE = pattern(
    r"\((?:Scotland|Wales|Northern Ireland|Amendment|Miscellaneous Provisions|No\. ?\d)\)"
)
"""Parts of titles that one Act after another has."""
_FEWEST_WORDS = 3
_WORD = pattern(r"\b[A-Z][\w’-]+")
_NEAR_YEARS = 3
_EU_NUMBER = pattern(
    r"(?:\((?:EU|EC|EEC)\)|\b(?:Directive|Regulation))[ \u00a0](?:No\.?[ ]?)?"
    r"(?P<number>\d{2,4}/\d{1,4})(?!\d)"
)
_EU_LAW = (
    (
        "2016/679",
        "the General Data Protection Regulation",
        pattern(r"\bGDPR\b|General Data Protection|natural"),
    ),
    ("95/46", "the Data Protection Directive", pattern(r"[Dd]ata [Pp]rotection|[Pp]ersonal [Dd]ata")),
    ("2002/58", "the Directive on privacy", pattern(r"[Pp]rivacy|[Ee]lectronic [Cc]ommunications")),
    ("2014/24", "the Directive on public procurement", pattern(r"[Pp]rocurement|[Pp]ublic [Cc]ontract")),
    (
        "2001/23",
        "the Acquired Rights Directive",
        pattern(r"Acquired Rights|[Tt]ransfers? of [Uu]ndertakings"),
    ),
    ("2003/88", "the Working Time Directive", pattern(r"[Ww]orking [Tt]ime")),
)
"""The numbers of law of the EU that agreements cite, what it is called, and what a text that means it has."""
_EU_OTHERS = frozenset(
    ("2016/680", "2016/681", "2004/18", "2014/23", "2014/25", "2002/21", "2002/22", "93/104")
)
"""Numbers of other law that are like those."""


class Disagreement(NamedTuple):
    """A citation, what stands elsewhere for it, and how sure it is that one of the two is a slip."""

    at: Words
    other: str
    confidence: Confidence = "likely"
    related: tuple[Words, ...] = ()


def short_names_of_other_years(instrument: Instrument) -> Iterator[Disagreement]:
    """Yield Acts with a year that the short name beside them has otherwise: "Planning Act 1991 (“1990 Act”)".

    The short name may mean another Act of the paragraph: "the Act of 1986 as amended by the Act of 2002".
    """
    terms = [(one.meaning, found) for one in instrument.definitions if (found := _SHORT.fullmatch(one.term))]
    for cited in instrument.citations:
        found = (
            _SHORT_BEFORE.search(cited.at.shortly_before(_FARTHEST))
            or _SHORT_AFTER.match(cited.at.shortly_after(_LONGEST_AFTER))
            or _short_in_a_table(cited, terms)
        )
        if not found or not cited.year:
            continue
        year = int(found["of"] or found["year"])
        years = {one.year for one in instrument.citations if one.at.passage is cited.at.passage}
        title = titles().get(plain(cited.name))
        told = title is not None and cited.year not in title.years
        if year not in years and not told:
            yield Disagreement(cited.at, found["short"])


def _short_in_a_table(cited: Cited, tables: Iterable[tuple[Words, re.Match[str]]]) -> re.Match[str] | None:
    """Return the term, one of those that have a year, whose meaning begins with a citation."""
    at = cited.at
    return next(
        (
            term
            for meaning, term in tables
            if meaning.passage is at.passage and 0 <= at.start - meaning.start <= _LEAD
        ),
        None,
    )


def titles_of_two_years(instrument: Instrument) -> Iterator[Disagreement]:
    """Yield an Act that the data do not know, cited once with a year that is near the one it else has."""
    found: dict[str, dict[int, list[Cited]]] = defaultdict(lambda: defaultdict(list))
    for cited in instrument.citations:
        name = plain(cited.name)
        if cited.kind == "Act" and cited.year and name not in titles() and not _CALLED_ALIKE.search(name):
            found[name][cited.year].append(cited)
    for name, years in found.items():
        if len(years) != 2 or len(_WORD.findall(name)) <= _FEWEST_WORDS:
            continue
        (rare, once), (_, others) = sorted(years.items(), key=lambda pair: (len(pair[1]), pair[0]))
        other = others[0]
        if len(once) == 1 and once[0].at.passage is not other.at.passage:
            near = abs(rare - other.year) <= _NEAR_YEARS or _differ_by_a_slip(str(rare), str(other.year))
            yield Disagreement(once[0].at, other.name, "likely" if near else "doubtful", (other.at,))


def numbers_of_the_eu(instrument: Instrument) -> Iterator[tuple[Words, str, str]]:
    """Yield numbers of EU law that are slips for those the paragraph means: its name and its number."""
    for words, match in instrument.search(
        _EU_NUMBER, signs=("(eu)", "(ec)", "(eec)", "directive", "regulation")
    ):
        number = match["number"]
        if number in _EU_OTHERS or any(number == right for right, *_ in _EU_LAW):
            continue
        for right, name, subject in _EU_LAW:
            if _differ_by_a_slip(number, right) and subject.search(words.passage.text):
                yield words.part(*match.span("number")), name, right
                break


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Tell whether one figure is another, or two have changed places.

    >>> _differ_by_a_slip("2016/697", "2016/679"), _differ_by_a_slip("2017/678", "2016/679")
    (True, False)
    """
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 or (len(differing) == 2 and differing[0] == differing[1][::-1])
