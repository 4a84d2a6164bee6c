"""What a report tells: a hit of a rule with its place, its line and the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule
from clausekit.checks.words import Words
from clausekit.problems import Level

_AROUND = 60
"""So many characters before and after the words at fault stand in an excerpt, less the word that is cut."""

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words at fault with those around them, blanks as single spaces."""

    before: str
    words: str
    after: str

    def marked(self, start: str = "⟦", end: str = "⟧") -> str:
        """Return the excerpt as one line with the words at fault between two marks."""
        return f"{self.before}{start}{self.words}{end}{self.after}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that matters to a finding."""

    place: str
    file: str
    line: int
    excerpt: Excerpt
    words: Words


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    ``place`` is where it stands as a lawyer names it, "clause 7.3 (Pooled Funds)", of which ``number`` and
    ``heading`` are the parts; ``line`` that of a text file, 0 in others. ``level`` is the rule's, or "info"
    if the hit is doubtful. ``words`` are the very words in the reading, for who marks them in a copy.
    """

    rule: str
    level: Level
    message: str
    remedy: str
    confidence: Confidence
    place: str
    number: str
    heading: str
    file: str
    line: int
    excerpt: Excerpt
    words: Words
    related: tuple[Related, ...] = ()


def finding(rule: Rule, hit: Hit, place: Place, file: str, related: tuple[Related, ...]) -> Finding:
    """Return the finding that a hit comes to."""
    words = hit.words
    return Finding(
        rule.id,
        "info" if hit.confidence == "doubtful" else rule.level,
        hit.message,
        hit.remedy,
        hit.confidence,
        str(place),
        place.number,
        place.heading,
        file,
        line_of(words),
        excerpt_of(words),
        words,
        related,
    )


def related_place(words: Words, place: Place, file: str) -> Related:
    """Return another place of a finding."""
    return Related(str(place), file, line_of(words), excerpt_of(words), words)


def line_of(words: Words) -> int:
    """Return the line of a text file on which words stand, 0 if that is not known."""
    return words.passage.line


def excerpt_of(words: Words) -> Excerpt:
    """Return the words with those around them."""
    before, after = words.before, words.after
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    text = words.text
    if len(text) > _LONGEST_QUOTE:
        text = f"{text[:_LONGEST_QUOTE].rpartition(' ')[0]} …"
        after = ""
    return Excerpt(_on_one_line(before), _on_one_line(text), _on_one_line(after))


def _on_one_line(text: str) -> str:
    """Return a text with each blank, tab or line break as one space."""
    return "".join(" " if character.isspace() else character for character in text)
