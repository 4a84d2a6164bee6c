"""The provisions that an instrument cites of the laws that the data know, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.law._provisions import PART, Law, laws, subjects_of_one
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_NUMBER = r"[1-9]\d{0,2}[A-Z]{0,2}\d{0,2}[A-Z]?(?:\(\w{1,4}\))*"
_KIND = r"(?:[Ss]ections?|[Ss]s?\.?|[Rr]egulations?|[Rr]egs?\.?|[Aa]rticles?|[Aa]rts?\.?|[Pp]arts?)"
_CITED = pattern(
    rf"\b(?P<kind>{_KIND})[ \u00a0]?(?P<numbers>{_NUMBER}"
    rf"(?:(?:,? ?(?:and|or|to|&|–|,)) ?(?:with )?(?:{_KIND}[ \u00a0]?)?{_NUMBER}(?![\w%£]))*)(?![\w/%])"
    r"(?P<inner>[ \u00a0]\([^()]{3,90}\))?"
)
_SIGNS = (
    "section", "regulation", "article", "part ", "parts ", "part\u00a0", " s.", "(s.", " ss", " s ", "reg.",
    "reg ", "art.", "art ", *(f" s{figure}" for figure in range(1, 10)),
)  # fmt: skip
_ONE = pattern(rf"(?P<through>(?:to|–) ?(?:{_KIND}[ \u00a0]?)?)?(?<![\w(.])(?P<number>{_NUMBER})")
_OF = pattern(r",?[ \u00a0](?:of|to|in)[ \u00a0](?:the[ \u00a0])?|,?[ \u00a0](?:the[ \u00a0])?")
_BACK = pattern(r"(?:that|the same|the said|said|same)[ \u00a0](?:Act|Regulations)\b")
_BY_YEAR = pattern(
    r"(?P<year>(?:19|20)\d\d)[ \u00a0](?P<kind>Act|Regulations)\b|Act[ \u00a0]of[ \u00a0](?P<of>\d{4})\b"
)
_TITLE_BEFORE = pattern(r"[”\"’)]?(?: \([“\"'‘][^()]{1,60}[”\"'’]\))?[ \u00a0]?[,:(–-]?[ \u00a0]?$")
_BOUND = pattern(r"[;:!?•\n\t|]|\.(?=[ \u00a0]|$)(?<!\bs\.)(?<!\bss\.)(?<!\bArt\.)(?<!\breg\.)(?<!\be\.g\.)")
_GDPR = pattern(r"\bGDPR\b|General Data Protection Regulation")
_NO_GDPR = pattern(
    r"[ \u00a0](?:\([^()]*\)[ \u00a0])?(?:of|to|in)[ \u00a0](?!the UK GDPR|the GDPR)(?:the|that|this|its)\b"
    r"|[ \u00a0](?:of the )?(?:ECHR|TFEU|EU GDPR)\b"
)
_LAW_LATER = pattern(r"(?: [\w’-]+){1,3} (?:under|of|in)(?: the)? ")
"""What may stand between a number and its law: "a section 42 enquiry under the Care Act 2014"."""
_LONGER_TITLE = pattern(r"(?:\b[A-Z][\w’-]*|\band|&|\))[ \u00a0]$")
_OF_ANOTHER = pattern(r"(?:[ \u00a0]\([^()]*\))?,?[ \u00a0](?:of|to|in)[ \u00a0]")
_LONGEST = 160
_FARTHEST = 110
_FOLLOWING = 40


@dataclass(frozen=True, slots=True)
class CitedProvisions:
    """One citation: the provisions that it names together, and the words of its clause before and after it.

    ``numbers`` are as the data write them; ``at`` are the words of the first number, ``inner`` those in
    brackets after the number; ``before`` and ``after`` reach to the next citation or mark, in small letters.
    """

    law: Law
    numbers: tuple[str, ...]
    at: Words
    before: str
    inner: str
    after: str


@dataclass(frozen=True, slots=True)
class _Found:
    match: re.Match[str]
    law: Law
    start: int
    end: int


def cited_provisions(instrument: Instrument) -> Sequence[CitedProvisions]:
    """Return the citations of provisions of laws that the data know."""
    return instrument.once(_cited_provisions)


def _cited_provisions(instrument: Instrument) -> Sequence[CitedProvisions]:
    return tuple(_each_cited(instrument))


def _each_cited(instrument: Instrument) -> Iterator[CitedProvisions]:
    names = _names_here(instrument)
    gdpr = any(_GDPR.search(place.passage.text) for place in instrument.places)
    passages: dict[Passage, list[re.Match[str]]] = {}
    for words, match in instrument.search(_CITED, "text", "cell", "note", "heading", signs=_SIGNS):
        passages.setdefault(words.passage, []).append(match)
    for passage, matches in passages.items():
        found = list(_all_found(matches, passage, names, gdpr, instrument))
        spans = [match.span() for match in matches] + [(one.start, one.end) for one in found]
        for one in found:
            yield _with_words_beside(one, passage, spans)


def _names_here(instrument: Instrument) -> Mapping[str, Law]:
    """Return the names that laws have in an instrument: those of the data, and its own short ones."""
    names = dict(_names())
    for one in instrument.definitions:
        meaning = one.meaning.text[:_LONGEST].lstrip().removeprefix("the ").removeprefix("The ")
        law = next((law for title, law in laws().items() if meaning.startswith(title)), None)
        if law is not None:
            names[one.term.removeprefix("the ").removeprefix("The ")] = law
    return names


@cache
def _names() -> Mapping[str, Law]:
    return {name: law for law in laws().values() for name in (law.title, *law.called)}


def _all_found(
    matches: list[re.Match[str]],
    passage: Passage,
    names: Mapping[str, Law],
    gdpr: bool,
    instrument: Instrument,
) -> Iterator[_Found]:
    """Yield the citations of a passage; one without a law is of that before it: "and under section 20"."""
    last: _Found | None = None
    for match in matches:
        one = _found(match, passage, names, gdpr, instrument)
        goes_on = last is not None and not _is_named_for_its_own(match, passage.text)
        if one is None and last is not None and goes_on and _goes_on(last, match, passage, instrument):
            one = _Found(match, last.law, match.start(), match.end())
        if one is not None:
            yield one
        last = one


def _goes_on(last: _Found, match: re.Match[str], passage: Passage, instrument: Instrument) -> bool:
    """Tell whether a number without a law stands in the sentence of another, and means the same law."""
    text = passage.text
    between = text[last.end : match.start()]
    return (
        match["kind"][0].lower() == last.match["kind"][0].lower()
        and not _BOUND.search(between)
        and not _OF_ANOTHER.match(text, match.end())
        and not any(one.at.start >= last.end for one in instrument.citations if one.at.passage is passage)
        and not instrument.calls_clauses_sections
    )


def _found(
    match: re.Match[str], passage: Passage, names: Mapping[str, Law], gdpr: bool, instrument: Instrument
) -> _Found | None:
    """Return a citation with its law: that named after it, before it, or spoken of again; None if unknown."""
    text = passage.text
    link = _OF.match(text, match.end())
    after = link.end() if link else match.end()
    name = _name_at(text, after, names) if link else None
    if name:
        law: Law | None = names[name]
        end = after + len(name)
    elif link and (back := _BACK.match(text, after)):
        law, end = _law_before(match.start(), passage, instrument), back.end()
    elif link and (by_year := _BY_YEAR.match(text, after)):
        law = _law_of_year(int(by_year["year"] or by_year["of"]), by_year["kind"] or "Act", instrument)
        end = by_year.end()
    elif (later := _LAW_LATER.match(text, match.end())) and (name := _name_at(text, later.end(), names)):
        law, end = names[name], match.end()
    else:
        law, end = _name_before(text, match.start(), names), match.end()
        if law is None and match["kind"][0] in "aA" and gdpr and not _NO_GDPR.match(text, match.end()):
            law = laws()["UK GDPR"]
        elif law is None and match["kind"][0] in "sS":
            law = _law_of_what_follows(match, text, instrument)
    if law is None or not _is_kind_of(match["kind"], law):
        return None
    return _Found(match, law, match.start(), end)


def _is_kind_of(word: str, law: Law) -> bool:
    """Tell whether "section", "reg." or "article" is what a provision of a law is called; any has parts."""
    return word[0].lower() in (law.kind[0].lower(), "p")


def _name_at(text: str, start: int, names: Mapping[str, Law]) -> str | None:
    """Return the longest name of a law that stands at a place in a text, whole."""
    here = [name for name in names if text.startswith(name, start)]
    name = max(here, key=len, default=None)
    if name is None or text[start + len(name) : start + len(name) + 1].isalnum():
        return None
    year = text[start + len(name) + 1 : start + len(name) + 5]
    return None if year.isdigit() and not name[-4:].isdigit() else name


def _name_before(text: str, end: int, names: Mapping[str, Law]) -> Law | None:
    """Return the law whose name stands directly before a place: "Care Act 2014, section 9"."""
    head = text[max(0, end - _LONGEST) : end]
    link = _TITLE_BEFORE.search(head)
    head = head[: link.start()] if link else head
    name = max((name for name in names if head.endswith(name)), key=len, default=None)
    if name is None or _LONGER_TITLE.search(head[: -len(name)]):
        return None
    return names[name]


def _law_of_what_follows(match: re.Match[str], text: str, instrument: Instrument) -> Law | None:
    """Return the law whose subject alone follows a number without a law: "section 117 after-care".

    None if the instrument does not cite that law or has sections itself, or if a provision of that number in
    any other law may be meant.
    """
    after = plain(text[match.end() + 1 : match.end() + _FOLLOWING])
    if not subjects_of_one().match(after) or _has_sections(instrument):
        return None
    number = match["numbers"]
    if any(one.fits and one.fits.match(after) for law in laws().values() if (one := law.containing(number))):
        return None
    owners = [
        law
        for law in laws().values()
        if any(one.names_alone and one.names_alone.match(after) for one in law.provisions.values())
    ]
    cited = {one.name for one in instrument.citations}
    return owners[0] if len(owners) == 1 and owners[0].title in cited else None


def _is_named_for_its_own(match: re.Match[str], text: str) -> bool:
    """Tell whether what follows a number is what the provision of that number in some law alone deals with:
    "section 117 after-care", whatever law is named before."""
    after = plain(text[match.end() + 1 : match.end() + _FOLLOWING])
    known = (law.containing(match["numbers"]) for law in laws().values())
    return any(one is not None and one.names_alone and one.names_alone.match(after) for one in known)


def _has_sections(instrument: Instrument) -> bool:
    """Tell whether a text may call its own provisions sections."""
    return instrument.calls_clauses_sections or any(
        one.kind == "section" and one.owner == "own" for one in instrument.references
    )


def _law_before(end: int, passage: Passage, instrument: Instrument) -> Law | None:
    """Return the law that a passage cited last before a place; None if the data do not know it."""
    cited = [one for one in instrument.citations if one.at.passage is passage and one.at.end <= end]
    return laws().get(cited[-1].name) if cited else None


def _law_of_year(year: int, kind: str, instrument: Instrument) -> Law | None:
    """Return the only Act, or Regulations, of a year that the instrument cites; None if there are several, or
    none known."""
    names = {one.name for one in instrument.citations if one.year == year and one.kind == kind}
    return laws().get(names.pop()) if len(names) == 1 else None


def _with_words_beside(found: _Found, passage: Passage, spans: list[tuple[int, int]]) -> CitedProvisions:
    """Return a citation with the words of its clause that stand between it and the citations beside it."""
    text, match = passage.text, found.match
    floor = max((end for _, end in spans if end <= match.start()), default=passage.typed)
    ceiling = min((start for start, _ in spans if start >= match.end()), default=len(text))
    before = text[max(floor, match.start() - _FARTHEST) : match.start()]
    for bound in _BOUND.finditer(before):
        before_start = bound.end()
        before = " " * before_start + before[before_start:]
    after = text[found.end : min(max(ceiling, found.end), found.end + _FARTHEST)]
    stop = _BOUND.search(after)
    after = after[: stop.start()] if stop and stop.start() > 1 else after
    if before.endswith("(") and after.startswith(")"):
        after = ""
    number = _ONE.search(match["numbers"])
    start = match.start("numbers") + (number.start("number") if number else 0)
    at = Words(passage, start, start + len(number["number"]) if number else match.end("numbers"))
    return CitedProvisions(
        found.law,
        tuple(_numbers(match)),
        at,
        plain(before.strip()),
        plain(match["inner"] or ""),
        plain(after),
    )


def plain(text: str) -> str:
    """Return a text as the words of the data are sought in it: in small letters, with one apostrophe."""
    return text.lower().replace("'", "’").replace("‘", "’")


def _numbers(match: re.Match[str]) -> Iterator[str]:
    """Yield the numbers of a citation as the data write them; of a range all that lie in it."""
    prefix = PART if match["kind"].lower().startswith("p") else ""
    last = ""
    for one in _ONE.finditer(match["numbers"]):
        number = one["number"]
        if one["through"] and last.isdigit() and (bare := number.partition("(")[0]).isdigit():
            yield from (f"{prefix}{each}" for each in range(int(last) + 1, int(bare)))
        yield f"{prefix}{number}"
        last = number.partition("(")[0]
