"""Text cut into the pieces that are compared: words, and what a reader takes as one.

A money figure, a percentage, a date, a period, a citation and an address on the web are one token each: no
one reads "£4,745,000" digit by digit. So is a term that either text defines ("Pooled Fund Manager"), and a
value that a parameter filled in. Punctuation is cut by character; blanks are what lies between tokens.

Where a term, a citation or a value only lost or gained a word, to mark the whole would say too much: such a
token is ``soft`` and gives way to its words where it is not the same on both sides (see ``words``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from clausekit.comparison.masks import Mask
from clausekit.reading import NOTE_MARK, OBJECT_MARK, PARAGRAPH_MARK, Passage

TokenKind = Literal["word", "figure", "soft", "mark", "number", "reference", "note", "object", "break"]
"""``figure`` also of dates, periods and percentages; ``mark`` of punctuation; ``break`` of tabs, line breaks
and paragraph marks."""

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COUNT = (
    r"(?:\d+(?:\.\d+)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven"
    r"|[Tt]welve|[Ee]ighteen|[Tt]wenty(?:[- ]one|[- ]eight)?|[Tt]hirty|[Ss]ixty|[Nn]inety)"
)
_S = r"[ \u00a0]+"
_FIGURE = "|".join(
    (
        r"£[ \u00a0]?\d[\d,]*(?:\.\d+)?(?:[ \u00a0]*(?:million|billion|thousand|bn|m|k)\b)?",
        r"\d+(?:\.\d+)?[ \u00a0]*(?:%|per[ \u00a0]*cent\b)",
        rf"\d{{1,2}}(?:st|nd|rd|th)?{_S}{_MONTH}{_S}\d{{4}}\b",
        rf"{_MONTH}{_S}\d{{4}}\b",
        r"\d{4}-\d\d-\d\d\b",
        r"\d{4}/\d{2}(?:\d\d)?\b",
        rf"{_COUNT}(?:{_S}\(\d+\)|{_S}\([a-z-]+\))?{_S}(?:(?:[Ww]orking|[Bb]usiness|[Cc]alendar|[Cc]lear){_S})?"
        r"(?:[Dd]ays?|[Ww]eeks?|[Mm]onths?|[Yy]ears?)\b",
    )
)
_CITED = r"\d+[A-Z]{0,2}(?:\(\w{1,4}\))*"
_CITATION = "|".join(
    (
        rf"(?:[Ss]ection|[Rr]egulation|[Aa]rticle)s?{_S}{_CITED}"
        rf"(?:{_S}of{_S}the{_S}(?:[A-Z][\w'’-]*{_S}|(?:of|and|for|the){_S}|\([^()]{{3,60}}\){_S}){{1,12}}\d{{4}}\b)?",
        r"S\.?I\.?[ \u00a0]\d{4}/\d+",
    )
)
_ADDRESS = r"https?://[^\s()]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WORD = r"\d+(?:[.,:]\d+)+|\w+(?:['’-]\w+)*"
_TOKEN = re.compile(
    rf"(?P<figure>{_FIGURE})|(?P<soft>{_CITATION})|(?P<word>{_ADDRESS}|{_WORD})|(?P<note>{NOTE_MARK})"
    rf"|(?P<object>{OBJECT_MARK})|(?P<break>[\t\n{PARAGRAPH_MARK}])|(?P<mark>\S)"
)
_PLAIN = re.compile(rf"(?P<word>{_WORD})|(?P<mark>\S)")
_LONGEST_VALUE = 6
"""A value of more words is prose, and compared as such."""

Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text; tokens with the same ``key`` are the same (or, if masked, may be) but for blanks.

    ``mask`` is what it hides, ``words`` the number of its words, ``passage`` that in which it stands.
    """

    start: int
    end: int
    key: str
    kind: TokenKind
    words: int = 0
    mask: Mask | None = None
    passage: Passage | None = None


def tokens(
    passage: Passage,
    hidden: Sequence[Mask],
    terms: Mapping[str, Sequence[Term]],
    notes: Mapping[str, str],
    offset: int = 0,
) -> list[Token]:
    """Return the tokens of the passage, which begins at ``offset`` of a text.

    ``terms`` are those of several words, by their first; ``notes`` gives by the key of a note what it has
    in common with its like in the other text.
    """
    found: list[Token] = []
    end = 0
    for masked in mask_tokens(passage, hidden):
        found += _cut(passage.text, end, masked.start)
        found.append(masked)
        end = masked.end
    found += _cut(passage.text, end, len(passage.text))
    found = _as_one(found, _ranges(passage, found, terms), passage.text)
    found = [_known(token, passage, notes) for token in found]
    return [_shifted(token, offset) for token in found] if offset else found


def mask_tokens(passage: Passage, hidden: Sequence[Mask]) -> list[Token]:
    """Return the tokens of what is masked: each may be the same as any other of its kind."""
    return [
        Token(mask.start, mask.end, mask.kind, mask.kind, int(mask.kind == "reference"), mask, passage)
        for mask in hidden
    ]


def plain_tokens(token: Token, text: str) -> list[Token]:
    """Return the words of a token that was taken as one."""
    return list(_matches(_PLAIN, text, token.start, token.end))


def terms_by_first_word(terms: Iterable[str]) -> dict[str, list[Term]]:
    """Return the terms of several words by their first word, the longest first."""
    found: dict[str, list[Term]] = {}
    for term in sorted({tuple(re.findall(_WORD, term)) for term in terms}, key=len, reverse=True):
        if len(term) > 1:
            found.setdefault(term[0], []).append(term)
    return found


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(re.findall(_WORD, text))


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Token]:
    for match in pattern.finditer(text, start, end):
        kind: TokenKind = match.lastgroup or "mark"  # type: ignore[assignment]  # groups are named for kinds
        key = match.group()
        words = 1 if kind == "word" else 0
        if kind in ("figure", "soft"):
            words, key = count_words(key), " ".join(key.split())
        yield Token(match.start(), match.end(), key, kind, words)


def _cut(text: str, start: int, end: int) -> Iterator[Token]:
    return _matches(_TOKEN, text, start, end)


def _ranges(
    passage: Passage, found: Sequence[Token], terms: Mapping[str, Sequence[Term]]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of tokens that are one: values, and terms of several words."""
    starts = {token.start: index for index, token in enumerate(found)}
    ends = {token.end: index + 1 for index, token in enumerate(found)}
    for span in passage.spans:
        if span.parameter and span.start in starts and span.end in ends:
            yield starts[span.start], ends[span.end]
    for index, token in enumerate(found):
        for term in terms.get(token.key, ()):
            if all(part.key == word for part, word in zip(found[index:], term, strict=False)):
                if index + len(term) <= len(found):
                    yield index, index + len(term)
                break


def _as_one(found: list[Token], ranges: Iterable[tuple[int, int]], text: str) -> list[Token]:
    merged: list[Token] = []
    done = 0
    for first, last in sorted(ranges, key=lambda pair: (pair[0], -pair[1])):
        parts = found[first:last]
        if first < done or len(parts) < 2 or len(parts) > 2 * _LONGEST_VALUE:
            continue
        if sum(part.words for part in parts) > _LONGEST_VALUE or any(
            part.mask or part.kind == "break" for part in parts
        ):
            continue
        merged += found[done:first]
        start, end = parts[0].start, parts[-1].end
        key = " ".join(text[start:end].split())
        merged.append(Token(start, end, key, "soft", sum(part.words for part in parts)))
        done = last
    return merged + found[done:]


def _known(token: Token, passage: Passage, notes: Mapping[str, str]) -> Token:
    """Return the token of a note or a picture with the identity of what it stands for."""
    if token.kind not in ("note", "object"):
        return token
    span = next((span for span in passage.spans if span.start <= token.start < span.end), None)
    identity = "" if span is None else notes.get(span.note, "") if token.kind == "note" else span.object
    return Token(token.start, token.end, token.key + identity, token.kind, passage=passage)


def _shifted(token: Token, offset: int) -> Token:
    return Token(
        token.start + offset,
        token.end + offset,
        token.key,
        token.kind,
        token.words,
        token.mask,
        token.passage,
    )
