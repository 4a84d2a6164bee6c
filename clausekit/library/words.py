"""The text of a clause as a reader of changes sees it: words, and what counts as one word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from clausekit.library.clausefile import ClauseFile

DUTIES = frozenset({"shall", "must", "may", "will"})
"""The words that lay a duty or give a power."""

_OPERATIVE = re.compile(
    "shall|must|may|will|can|cannot|should|not|no|none|nor|never|neither|only|solely|if|unless|except|"
    "when|where|whether|while|until|before|after|during|within|without|under|subject|despite|including|"
    "and|or|all|any|each|every|both|either|at|up|from|than|least|most|less|more|fewer|best|reasonable",
    re.IGNORECASE,
)
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety|"
    "hundred|thousand|million|half|third|quarter|once|twice|first|second|last"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TOKEN = re.compile(
    rf"""
    (?P<value>\{{\{{.*?\}}\}})
  | (?P<condition>\{{%.*?%\}})
  | (?P<reference>\[\[.*?\]\])
  | (?P<anchor>\[\#[^\]]*\])
  | (?P<definition>\*\*["“][^*]+["”]\*\*)
  | (?P<heading>^\#+\ [^\n{{]*)
  | (?P<provision>^\ *(?:[0-9]+[.)]|[-*+]|:)\ +)
  | (?P<date>[0-9]{{1,2}}\s+(?:{_MONTHS})(?:\s+[0-9]{{4}})?)
  | (?P<amount>£\s?[0-9](?:[0-9,.]*[0-9])?(?:\s+(?:thousand|million|billion))?)
  | (?P<citation>
      (?:[A-Z][\w’'-]*\s+(?:\([^)\n]*\)\s+|(?:and|of|the|for|in|to)\s+)*)+(?:Act|Regulations|Order|Rules)\s+[0-9]{{4}}
    | \b(?:section|regulation|article|paragraph|schedule|part|rule)s?\s+[0-9]+[A-Z]*(?:\([0-9a-z]+\))*
    )
  | (?P<number>[0-9]+(?:[.,/:][0-9]+)*\s?%?|\b(?i:{_NUMBERS})\b)
  | (?P<capital>[^\W\d_a-z][\w’'-]*)
  | (?P<word>[\w’'-]+)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_UNPRINTED = re.compile(r"\{#.*?#\}|^ *>[^\n]*", re.MULTILINE | re.DOTALL)
_DEFINED = re.compile(r"^(\S[^\n]*)\n:\s", re.MULTILINE)
_SENTENCE_ENDS = frozenset(".?!")


Range: TypeAlias = tuple[int, int]
"""From a first token to the one after the last."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or what counts as one: a date, an amount, a term, a tag."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def same(self) -> tuple[str, str]:
        """What makes two tokens equal."""
        return self.kind, self.text


def terms_of(clauses: Iterable[ClauseFile]) -> frozenset[str]:
    """Return the terms, with their variants, that the clauses' lists of definitions define."""
    heads = (head for clause in clauses for head in _DEFINED.findall(clause.body))
    return frozenset(term.strip() for head in heads for term in head.split("|") if "{" not in term)


def tokens(body: str, terms: Collection[str]) -> list[Token]:
    """Return the tokens of a clause's text; consecutive capitalised words are one term."""
    text = _UNPRINTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = _kind(match.lastgroup or "", match[0], found, terms)
        token = Token(kind, _plain(kind, match[0]), match.start(), match.end())
        if found and token.kind == found[-1].kind == "term" and text[found[-1].end : token.start].isspace():
            before = found.pop()
            token = Token("term", f"{before.text} {token.text}", before.start, token.end)
        found.append(token)
    return found


def sentence_at(listed: Sequence[Token], i: int) -> Range:
    """Return the sentence that has the token ``i``; each provision begins one."""
    first = next((n for n in range(i, 0, -1) if _ends_sentence(listed[n - 1])), 0)
    last = next((n for n in range(i, len(listed)) if _ends_sentence(listed[n])), len(listed))
    return first, last


def provisions(listed: Sequence[Token]) -> list[Range]:
    """Return the numbered provisions, bullets and meanings of terms, each without those inside it."""
    starts = [i for i, token in enumerate(listed) if token.kind == "provision"]
    return [bounds for bounds in _ranges(starts, len(listed)) if listed[bounds[0]].kind == "provision"]


def words_of(listed: Sequence[Token], bounds: Range) -> tuple[str, ...]:
    """Return the words in a range, without what only marks a provision."""
    first, last = bounds
    return tuple(token.text for token in listed[first:last] if token.kind not in ("provision", "anchor"))


def _kind(kind: str, text: str, before: Sequence[Token], terms: Collection[str]) -> str:
    if kind == "capital":
        if not _begins_sentence(before) or _is_term(text, terms):
            return "term"
        kind = "word"
    if kind == "word" and _OPERATIVE.fullmatch(text):
        return "operative"
    return "word" if kind == "heading" else kind


def _is_term(word: str, terms: Collection[str]) -> bool:
    return any(term == word or term.startswith(f"{word} ") for term in terms)


def _begins_sentence(before: Sequence[Token]) -> bool:
    previous = next((t for t in reversed(before) if t.kind not in ("condition", "anchor")), None)
    return previous is None or _ends_sentence(previous)


def _ends_sentence(token: Token) -> bool:
    return token.text in _SENTENCE_ENDS or token.kind == "provision" or token.text.startswith("#")


def _plain(kind: str, text: str) -> str:
    if kind == "provision":
        indent = len(text) - len(text.lstrip())
        marker = "1." if text.strip()[0].isdigit() else text.strip()
        return f"{' ' * indent}{marker}"
    if kind == "operative":
        return text.lower()
    if kind in ("value", "condition", "reference"):
        text = f"{text[:2]} {text[2:-2]} {text[-2:]}"
    return " ".join(text.split())


def _ranges(cuts: Sequence[int], length: int) -> list[Range]:
    edges = [0, *cuts, length]
    return [(first, last) for first, last in pairwise(edges) if first < last]
