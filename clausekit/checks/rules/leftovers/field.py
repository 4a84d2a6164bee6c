"""CK-LEFT-FIELD: a field of the word processor that failed or was not filled."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_FAILED = pattern(
    r"\b(?:Error|ERROR)(?:!|:(?=(?i: ?(?:Reference|Bookmark|No text of|Not a valid|Hyperlink))))"
    r"(?i: ?(?:Reference source not found|Bookmark not defined"
    r"|No text of specified style in document"
    r"|Unknown document property name"
    r"|Not a valid (?:link|bookmark|filename)|Hyperlink reference not valid|Filename not specified"
    r"|No table of (?:contents|figures) entries found))?\.?"
    r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)|\bMERGEFIELD\b|\{ ?(?:REF|PAGEREF|DOCPROPERTY|SEQ) [^{}]{1,60}\}"
    r"|\b(?:set out|referred to|described|specified|provided|stated|listed) (?:at|in|under|by) "
    r"(?P<zero>0)(?![\w%/:-]|[.,]\d| (?:per cent|degrees|to|or|and|°))",
)
"""What a word processor prints for a field that leads nowhere. It prints 0 for the number of a paragraph that
has none any more."""
_SIGNS = ("error", "#", "mergefield", "{", " 0")
_EVERYWHERE: tuple[Role, ...] = (
    "text", "cell", "heading", "note", "cover", "margin", "contents", "signature"
)  # fmt: skip


def _check(instrument: Instrument) -> Iterator[Hit]:
    for found, match in instrument.search(_FAILED, *_EVERYWHERE, signs=_SIGNS):
        words = found.part(*match.span("zero")) if match["zero"] else found
        yield hit(
            words,
            f"“{words.text}” stands where a number or a text should be: the field points to something that"
            f" is gone.",
            "Set the reference anew, to the provision that is meant.",
        )


RULE = Rule(
    id="CK-LEFT-FIELD",
    level="error",
    title="A field that failed, such as “Error! Reference source not found.”",
    why="The provision that was referred to is gone or was moved; what the clause means without it is"
    " anyone’s guess.",
    fails="""
1. Term

1.1 This agreement ends as clause ⟦Error! Reference source not found.⟧ provides.
""",
    passes="""
1. Term

1.1 This agreement ends as clause 2 provides. An error in an invoice is put right.
""",
    check=_check,
)
