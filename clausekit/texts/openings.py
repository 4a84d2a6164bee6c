"""How paragraphs open: which words at the beginning of a line begin a paragraph of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.terms import opens_definition
from clausekit.recognition.typed_numbers import TypedNumber, typed_number
from clausekit.texts.printed import BULLET

_WIDE_GAP = pattern(r"^(\S{1,12})(?: {2,}|[ ]*\t\s*)(?=\S)")
_MARK = pattern(r"^(?:[.)]|:(?=[ \t]))?[ \t]*")
_CAPITALS = pattern(r"[IVXL]{1,5}|[A-Z]")
_DIVISION = pattern(
    r"(?P<label>(?:schedule|part|annexe?|appendix|attachment)\s+(?:\d{1,3}[A-Za-z]?|[A-Z]|[IVXL]{1,6})\b(?!\.\d)[.:]?)"
    r"(?P<gap>\s*(?:[–—:-]\s*)?)(?P<rest>.*)",
    re.IGNORECASE,
)
_REFERRING = frozenset((
    "clause", "clauses", "sub-clause", "sub-clauses", "subclause", "subclauses", "paragraph", "paragraphs",
    "sub-paragraph", "sub-paragraphs", "section", "sections", "schedule", "schedules", "regulation",
    "regulations", "article", "articles", "rule", "rules", "part", "parts", "annex", "annexes", "annexe",
    "appendix", "appendices", "condition", "conditions", "item", "items", "step", "steps", "line", "lines",
    "row", "rows", "table", "tables", "figure", "figures", "chapter", "chapters", "page", "pages",
    "version", "under", "than", "least", "within", "of", "the", "this", "a", "an", "with", "by", "from",
    "for", "at", "per", "about", "over", "every",
))  # fmt: skip
_LISTED = pattern(
    r"(?:\b(?:sub-?)?(?:clauses?|paragraphs?|sections?|regulations?)\s[\w.()]+(?:,\s[\w.()]+)*|\([a-z]{1,4}\)),?$",
    re.IGNORECASE,
)
_AN_AGE = pattern(r"\b\d{1,3}(?: years?)? (?:and|or) over$")
_LAST = 120
"""How a line ends is seen from its last characters."""
_GOES_ON = pattern(
    r"(?:\b(?:of|the|and|or|for|to|in|by|with|a|an|under|on|at|from|between|its|their|that|which)|,|[(“])$"
)
_CLOSING = "”\"’')]"
_ENDS = (".", ";", ":", "!", "?", "; and", "; or", "; and/or", ", and", ", or", ", and/or")


@dataclass(frozen=True, slots=True)
class Label:
    """A number at the beginning of a line, with the words after it ("" if it stands alone)."""

    text: str
    rest: str
    gap: bool
    typed: TypedNumber | None = None

    @property
    def is_division(self) -> bool:
        """Tell whether it is the label of a schedule, a part, or the like."""
        return self.typed is None and self.text != BULLET

    @property
    def alone(self) -> bool:
        """Tell whether nothing stands after it on its line."""
        return not self.rest


@lru_cache(maxsize=1 << 15)  # each stage asks again for the same lines
def label_of(text: str) -> Label | None:
    """Return the number with which a line begins, the label of a division, or a bullet that stands alone."""
    if text == BULLET:
        return Label(text, "", False)
    if _CAPITALS.fullmatch(text):
        alone = typed_number(f"{text}\t")
        return Label(text, "", False, replace(alone, bare=True)) if alone else None
    typed = typed_number(_WIDE_GAP.sub(r"\1\t", text))
    if typed is not None:
        rest = _MARK.sub("", text[len(typed.label) :])
        mark = text[: len(text) - len(rest)].rstrip()
        return Label(mark, rest, typed.tabbed, typed)
    division = _DIVISION.fullmatch(text)
    if division and (
        not division["rest"]
        or division["rest"][0].isupper()
        or division["rest"][0] == "["
        or ":" in division[0]
    ):
        return Label(division["label"].rstrip(".:"), division["rest"], len(division["gap"]) > 1)
    return None


def is_bullet(text: str) -> bool:
    """Tell whether a line is an item of a list without numbers."""
    return text.startswith((f"{BULLET} ", "- ", "– ", "* "))


def refers_on(text: str) -> bool:
    """Tell whether the end of a line asks for a number: "under clause"; a title does not: "Conditions", nor
    an age, "65 and over"."""
    before, _, last = text[-_LAST:].rpartition(" ")
    if last in ("and", "or", "to"):
        return _LISTED.search(before) is not None
    if last == "over" and _AN_AGE.search(text[-_LAST:]):
        return False
    return last.lower() in _REFERRING and not reads_as_title(text)


def has_ended(text: str) -> bool:
    """Tell whether a line ends a sentence, an item or what leads to items."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def goes_on(text: str) -> bool:
    """Tell whether the end of a line asks for more: "the", "and", a comma."""
    return _GOES_ON.search(text[-_LAST:]) is not None


def opens(text: str) -> bool:
    """Tell whether a line that follows the end of a sentence opens a paragraph by its words alone."""
    return is_bullet(text) or opens_definition(text)
