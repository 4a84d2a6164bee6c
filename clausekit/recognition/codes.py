"""References to paragraphs numbered by a letter and a figure, without a word before: "as in G3", "(F2)"."""

from __future__ import annotations

from collections.abc import Iterator, Set

from clausekit.patterns import pattern
from clausekit.recognition.references import Mention

_CODE = r"[A-Z]\d{1,2}(?:\.\d{1,2})?"
_ITEM = r"\([a-z]\)"
_JOIN = r"(?:,[ \u00a0](?:and[ \u00a0])?|[ \u00a0](?:and|or|to)[ \u00a0]|[–-])"
_CITED = pattern(
    r"(?:(?<=\()|\b(?:[Aa]nnex|[Aa]ppendix|[Ss]chedule)[ \u00a0]\w{1,2},[ \u00a0]"
    r"|\b(?:[Ii]n|[Uu]nder|at|[Ss]ee|by|of|per|with|to|from|on|as)[ \u00a0])"
    rf"(?P<codes>{_CODE}(?:{_ITEM})?(?:{_JOIN}(?:{_CODE}(?:{_ITEM})?|{_ITEM})){{0,6}})"
    r"(?=[).,;:’']|[ \u00a0](?:and|or|above|below|is|are|applies|apply|says|sets|allows|requires"
    r"|provides|describes|permits|explains|shows|lists|gives|tells|states|but|if|where|when|for|as|to"
    r"|the|it|that|which)\b|[ \u00a0]\(|$)"
)
_EACH = pattern(rf"(?P<code>{_CODE})(?P<item>{_ITEM})?|(?P<further>{_ITEM})")
_THROUGH = ("to", "–", "-")


def coded_mentions(text: str, start: int, letters: Set[str]) -> Iterator[Mention]:
    """Yield the references to paragraphs "A1", "A2" and their items, where a text has those of some letters.

    >>> [one.number for one in coded_mentions("as in G3 and G4(a) or (b) (A4 paper)", 0, {"G"})]
    ['G3', 'G4(a)', 'G4(b)']
    """
    if not letters:
        return
    for cited in _CITED.finditer(text, start):
        end, above = cited.start("codes"), ""
        for each in _EACH.finditer(text, *cited.span("codes")):
            above = each["code"] or above
            if above[0] in letters:
                through = text[end : each.start()].strip() in _THROUGH
                number = f"{above}{each['item'] or each['further'] or ''}"
                yield Mention(*each.span(), each.span(), "paragraph", number, through)
            end = each.end()
