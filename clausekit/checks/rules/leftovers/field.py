"""CK-LEFT-FIELD: a field of the word processor that failed or was not filled."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_FAILED = pattern(
    r"\bError(?:!|:(?= ?(?:Reference|Bookmark|No text of|Not a valid"
    r"|Hyperlink))) ?(?:Reference source not found|Bookmark not defined"
    r"|No text of specified style in document"
    r"|Unknown document property name"
    r"|Not a valid (?:link|bookmark|filename)|Hyperlink reference not valid|Filename not specified"
    r"|No table of (?:contents|figures) entries found)?\.?"
    r"|#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?)|\bMERGEFIELD\b|\{ ?(?:REF|PAGEREF|DOCPROPERTY|SEQ) [^{}]{1,60}\}",
)
_SIGNS = ("error", "#", "mergefield", "{")
_EVERYWHERE: tuple[Role, ...] = (
    "text", "cell", "heading", "note", "cover", "margin", "contents", "signature"
)  # fmt: skip


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_FAILED, *_EVERYWHERE, signs=_SIGNS):
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
