"""References to paragraphs numbered by a letter and a figure, without a word before: "as in G3", "(F2)"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from clausekit.patterns import pattern
from clausekit.recognition.references import Mention

_CODE = r"[A-Z]\d{1,2}(?:\.\d{1,2})?"
_JOIN = r"(?:,[ \u00a0](?:and[ \u00a0])?|[ \u00a0](?:and|or|to)[ \u00a0]|[–-])"
_CITED = pattern(
    r"(?:(?<=\()|\b(?:[Ii]n|[Uu]nder|at|[Ss]ee|by|of|per|with|to|from|on|as)[ \u00a0])"
    rf"(?P<codes>{_CODE}(?:{_JOIN}{_CODE}){{0,6}})"
    r"(?=[).,;:’']|[ \u00a0](?:and|or|above|below|is|are|applies|apply|says|sets|but|if|where|when|for|as|to"
    r"|the|it|that|which)\b|[ \u00a0]\(|$)"
)
_EACH = pattern(_CODE)
_THROUGH = ("to", "–", "-")


def coded_mentions(text: str, start: int, letters: Set[str]) -> Iterator[Mention]:
    """Yield the references to paragraphs "A1", "A2", of which a text has those of some letters.

    >>> [one.number for one in coded_mentions("shared as in G3 and G4 (A4 paper)", 0, {"G"})]
    ['G3', 'G4']
    """
    if not letters:
        return
    for cited in _CITED.finditer(text, start):
        end = cited.start("codes")
        for code in _EACH.finditer(text, *cited.span("codes")):
            if code[0][0] in letters:
                through = text[end : code.start()].strip() in _THROUGH
                yield Mention(*code.span(), code.span(), "paragraph", code[0], through)
            end = code.end()
