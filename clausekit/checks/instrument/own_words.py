"""What an instrument calls its own provisions besides clauses: the articles of a company, standing orders.

"Article 6" is mostly one of the UK GDPR. It is the instrument's own if this is headed "Articles of
Association" and speaks of "these Articles", or numbers its provisions "Article 1", "Article 2".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import CALLED_OTHERWISE, Mention, ReferenceKind

_SEVERAL = r"articles|regulations|rules|conditions|standing[ \u00a0\n]orders"
_TITLE = pattern(rf"\b(?:{_SEVERAL})\b", re.IGNORECASE)
_SELF = pattern(
    rf"\b(?:these (?:[\w’&-]+ ){{0,4}}?|this )"
    rf"(?P<word>{_SEVERAL}|article|regulation|rule|condition|standing[ \u00a0\n]order)\b",
    re.IGNORECASE,
)
_NAMES_ITSELF = pattern(rf"(?:these|this|the) (?P<before>(?:[\w’&-]+ )*?)(?P<word>{_SEVERAL})", re.IGNORECASE)
_CALLS_ITSELF = pattern(
    r"\b[Tt]his (?P<name>(?:[A-Z][\w’&/-]*[ \u00a0\n]){1,4}?(?:Agreement|Annexe?|Appendix|Schedule|Addendum"
    r"|Deed|Contract|Protocol|Policy|Charter|Statement|Specification|Framework|Code|Undertaking|Licence|Lease|Terms))\b"
)
_LABEL = pattern(r"(?:article|regulation|rule|condition|standing[ \u00a0\n]order)\b", re.IGNORECASE)
_WORD = pattern(r"[\w’'-]+")
_KNOWN_BY_IT = pattern(
    r"[ \u00a0](?:rights?|directions?|notices?|powers?|dut(?:y|ies)|requests?|bod(?:y|ies))\b"
)
"""What is known by an article of law: "Article 8 rights", "an Article 4 direction"."""
_NEARBY = pattern(r"[ \u00a0\n](?:above|below)\b")
_NAMES_ANOTHER = pattern(r"\b(?:Rules|Regulations|Orders|Articles|Conditions|Code|Act|Policy|Protocol)\b")
"""What stands in brackets after a number of another document: "Rule 8 (Scrutiny Procedure Rules)"."""
_SHORT = pattern(r"(?P<letters>[A-Z]{2,3})s? ")
"""A name in short, whose letters begin words of the title: "CSO 9.1"."""
_BODIES = frozenset(("council", "county", "city", "company", "committee", "college", "club"))
_BEFORE = pattern(r"(?P<words>(?:[A-Z][\w’'-]*[ \u00a0\n]){0,4})(?P<last>[\w’'-]+)[ \u00a0\n]$")
_LONGEST_NAME = 60
_OF_OTHERS = frozenset((
    "model", "draft", "former", "previous", "old", "existing", "standard", "general", "special", "national",
    "particular", "statutory", "planning", "financial", "procedure", "procedural", "contract", "contracts",
    "court", "insolvency", "club", "league", "scheme", "building", "service", "core", "additional", "eu",
    "licence", "permit",
))  # fmt: skip
"""Words before "article", "rule" and the like that make it one of another document, unless its title has
them."""
_LEADING = frozenset((
    "under", "in", "subject", "see", "this", "these", "and", "or", "by", "to", "with", "from", "if", "where",
    "when", "per", "as", "both", "for", "notwithstanding", "of", "nothing", "breach", "unless", "while",
))  # fmt: skip
_LAW: Mapping[ReferenceKind, re.Pattern[str]] = {
    "article": pattern(
        r"\b(?:GDPR|Convention|Treaty|Directives?|Charter|Protocol|Order \d{4}|Regulation \(|EU\b"
        r"|[Mm]odel [Aa]rticles)"
    ),
    "regulation": pattern(r"\bRegulations (?:19|20)\d\d|\bTable A\b|\bGDPR\b|\bDirective|\bPCR\b|\bTUPE\b"),
    "rule": pattern(r"\bRules (?:19|20)\d\d|\b[Mm]odel [Rr]ules|\b(?:Civil|Criminal|Family) Procedure"),
    "condition": pattern(r"\b(?:[Pp]lanning [Pp]ermission|[Ll]icen[cs]e|[Pp]ermit|Act|Regulations)\b"),
    "standing order": pattern(r"\b[Mm]odel [Ss]tanding"),
}
"""What has provisions of a kind, too: where it is named near by, a number may be of that."""
_FIRST_PASSAGES, _LONGEST_TITLE = 25, 120
_OFTEN, _FEWEST_LABELS = 3, 2
_REACH: Mapping[ReferenceKind, int] = {
    "regulation": 20, "article": 60, "rule": 60, "condition": 30, "standing order": 90
}  # fmt: skip
"""So far beyond its last provision an instrument's own one may be numbered by mistake, or half as far again
as that."""


class OwnWords:
    """The kinds of provisions that are an instrument's own, though they mostly are of others."""

    def __init__(self, places: Sequence[Place]) -> None:
        titles = list(_titles(places))
        said = [found for place in places for found in _SELF.finditer(place.passage.text)]
        self._names = _names(places)
        self._kinds = frozenset(_kinds(places, titles, said))
        names = (*titles, *(found[0] for found in said if _kind(found[0]) in self._kinds))
        self._title_words = {word.lower() for name in names for word in _WORD.findall(name)}
        numbers = (place.passage.number.partition(".")[0] for place in places if self._kinds)
        self._last = max((int(number) for number in numbers if number.isdecimal()), default=0)

    def known(self, mention: Mention, passage: Passage) -> Mention:
        """Return a mention of an own provision as such: "Article 5", "article 5 of these Articles"."""
        if mention.owner != "own" and self._is_name(mention.of, passage):
            return replace(mention, owner="own")
        if mention.owner != "law" or mention.of:
            return mention
        if mention.within and mention.within[-1][0] in self._kinds:
            return replace(mention, owner="own")
        if mention.kind not in self._kinds:
            return mention
        return replace(mention, owner="own") if self._may_be_own(mention, passage.text) else mention

    def _is_name(self, of: str, passage: Passage) -> bool:
        """Tell whether words name the instrument: "these Articles", "the Financial Regulations", or "the Data
        Annex" where it calls itself "this Data Annex"."""
        if passage.division in self._names.get(of.lower().removeprefix("the "), ()):
            return True
        found = _NAMES_ITSELF.fullmatch(of)
        if found is None or _kind(found["word"]) not in self._kinds:
            return False
        return self._are_in_title(set(found["before"].lower().split()))

    def are_doubtful(self, mention: Mention, text: str) -> bool:
        """Tell whether an own provision that is not there may be one of a statute, or of another document."""
        if mention.kind not in self._kinds or self._is_qualified(mention, text):
            return False
        first = re.split(r"[.(]", mention.number)[0]
        far = first.isdecimal() and int(first) > self._last + max(_REACH[mention.kind], self._last // 2)
        return far or _LAW[mention.kind].search(text) is not None

    def _may_be_own(self, mention: Mention, text: str) -> bool:
        if not mention.number[:1].isdigit() or _KNOWN_BY_IT.match(text, mention.phrase[1]):
            return False
        title = text[slice(*mention.title)]
        if _NAMES_ANOTHER.search(title) and not self._are_in_title(set(title.lower().split())):
            return False
        before = _BEFORE.search(text, max(0, mention.phrase[0] - _LONGEST_NAME), mention.phrase[0])
        short = _SHORT.match(text, mention.phrase[0])
        if short and not set(short["letters"].lower()) <= {word[0] for word in self._title_words - _BODIES}:
            return False
        if before is None:
            return True
        names = {word.lower() for word in before["words"].split()} - _LEADING
        last = before["last"]
        if not self._are_in_title(names):
            return last.lower() in _LEADING
        if last.lower() in _LEADING or self._are_in_title({last.lower()}):
            return True
        begins = text[: before.start()].rstrip()[-1:] in ("", ".", ";", ":")
        return last.lower() not in _OF_OTHERS and (begins or last.islower())

    def _are_in_title(self, words: Set[str]) -> bool:
        return {word.removesuffix("s") for word in words} <= {
            word.removesuffix("s") for word in self._title_words
        }

    def _is_qualified(self, mention: Mention, text: str) -> bool:
        """Tell whether it has the instrument's own name, "Financial Regulation 17", "this Article", or says
        that it is near: "Regulation 51 above"."""
        if mention.this or mention.kind == "standing order" or _NEARBY.match(text, mention.phrase[1]):
            return True
        before = _BEFORE.search(text, max(0, mention.phrase[0] - _LONGEST_NAME), mention.phrase[0])
        return before is not None and before["last"].lower() in self._title_words - _LEADING


def _names(places: Sequence[Place]) -> Mapping[str, Set[str]]:
    """Return what the instrument, or a schedule of it, calls itself in small letters, and in which divisions
    it does."""
    names: dict[str, set[str]] = defaultdict(set)
    for place in places:
        for found in _CALLS_ITSELF.finditer(place.passage.text):
            names[found["name"].lower()].add(place.passage.division)
    return names


def _titles(places: Sequence[Place]) -> Iterator[str]:
    """Yield the headings with which an instrument begins that name what it is."""
    begin = [place for place in places if place.role != "contents"][:_FIRST_PASSAGES]
    margins = (place for place in places if place.role == "margin")
    for place in (*begin, *margins):
        words = place.passage.words.strip()
        heads = place.role in ("cover", "heading", "margin") and not place.passage.number
        if heads and len(words) <= _LONGEST_TITLE and _TITLE.search(words):
            yield words


def _kinds(
    places: Sequence[Place], titles: Sequence[str], said: Sequence[re.Match[str]]
) -> Iterator[ReferenceKind]:
    """Yield the kinds by which a title and the text, the text alone or numbers name the provisions; ``said``
    is where the text speaks of "these Articles"."""
    named = {_kind(found[0]) for found in said}
    capitals = Counter(_kind(found[0]) for found in said if found["word"][0].isupper())
    titled = {_kind(found[0]) for title in titles for found in _TITLE.finditer(title)}
    labels = (_LABEL.match(place.passage.label) for place in places)
    labelled = Counter(_kind(found[0]) for found in labels if found)
    for kind in CALLED_OTHERWISE:
        if kind in named & titled or capitals[kind] >= _OFTEN or labelled[kind] >= _FEWEST_LABELS:
            yield kind


def _kind(words: str) -> ReferenceKind | None:
    """Return the kind of which words speak: "these Financial Regulations"."""
    plain = " ".join(words.lower().split())
    return next((kind for kind in CALLED_OTHERWISE if kind in plain), None)
