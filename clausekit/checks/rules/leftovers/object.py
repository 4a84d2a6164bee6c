"""CK-LEFT-OBJECT: the name of a file or of an embedded object where its content should be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ENDING = pattern(r"\.(?:xls[xm]?|doc[xm]?|pptx?|pdf|msg|csv|vsdx?|zip|rtf)\b(?![\w/@])", re.IGNORECASE)
_ENDINGS = (".xl", ".doc", ".pp", ".pdf", ".msg", ".csv", ".vsd", ".zip", ".rtf")
_NAME = pattern(r"[\w(][\w ()&’',+.-]*$")
_LONGEST_NAME = 100
_OBJECT = pattern(
    r"\b(?:embedded (?:document|object|file|spreadsheet|worksheet|pdf)|Microsoft (?:Office )?(?:Excel|Word"
    r"|PowerPoint|Visio)"
    r"(?: [\d-]{2,7})? (?:Macro-Enabled )?(?:Worksheet|Document|Presentation|Drawing|Slide|Chart)"
    r"|(?:Adobe )?Acrobat Document"
    r"|Outlook Item|Packager Shell Object|Package Object|double[- ]click (?:here |the icon )?to open)\b",
    re.IGNORECASE,
)
_SEE_ATTACHED = pattern(
    r"\((?:please )?see (?:the )?(?:attached|embedded|enclosed) (?:[\w-]+ ){0,2}(?:templates?|spreadsheets?"
    r"|documents?|files?|attachments?)\)",
    re.IGNORECASE,
)
"""A pointer to something that was sent with the text, but has no place in it."""
_ATTACHED = pattern(
    r"\b(?:attached|embedded|enclosed|appended|inserted|below|here)\b[^.;]{0,30}:\s*$", re.IGNORECASE
)
_WORKING_COPY = pattern(
    r"(?:\b|_)(?:v ?0\.\d|(?-i:FINAL)|draft|tracked|clean|amended|comments)(?![a-z])",
    re.IGNORECASE,
)
"""What the name of a file says that is still worked on: nobody can tell which version was agreed."""
_SIGNS = ("embedded", "microsoft", "acrobat", "outlook", "packager", "package object", "click")
_PREPOSITION = pattern(
    r".*\b(?:in|see|as|the|is|called|file|document|named|at|of|from|and|to|with|by)\b[ :]+(?=[A-Z\d(])"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for ending, _ in instrument.search(_ENDING, "text", "cell", "heading", "note", signs=_ENDINGS):
        name = _name(ending)
        if name is not None:
            yield _hit(name, _confidence(name))
    for words, _ in instrument.search(_OBJECT, "text", "cell", "heading", "note", signs=_SIGNS):
        alone = len(words.passage.words) < len(words.text) + 40
        yield _hit(words, "certain" if alone or words.text[0].isupper() else "doubtful")
    for words, _ in instrument.search(_SEE_ATTACHED, "text", "cell", "heading", "note", signs=("see ",)):
        yield hit(
            words,
            f"“{words.text}” points to something that is not part of the text.",
            "Put it into a schedule and refer to that, or take the words out.",
            confidence="likely",
        )


def _name(ending: Words) -> Words | None:
    """Return the name of a file by its ending, without the words of the sentence before it; None if it
    is the address of a page."""
    before = ending.shortly_before(_LONGEST_NAME)
    start = _NAME.search(before)
    if start is None or "/" in before or "www." in before:
        return None
    name = ending.part(ending.start - len(start[0]), ending.end)
    sentence = _PREPOSITION.match(name.text)
    return name.part(name.start + sentence.end(), name.end) if sentence else name


def _confidence(name: Words) -> Confidence:
    """A name alone, in brackets or after "attached:" is what an embedded object left; in a sentence it may be
    meant."""
    if name.before.endswith("[") and name.after.startswith("]"):
        return "certain"
    led_to = name.before.rstrip().endswith(":") and not name.after.strip(" .;")
    if led_to and _ATTACHED.search(name.before) and not _quoted(name):
        return "certain"
    if _WORKING_COPY.search(name.text):
        return "likely"
    around = f"{name.before}{name.after}".strip(" .:;()[]-–\ufffc")
    return "certain" if len(around) < len(name.text) and not _quoted(name) else "doubtful"


def _quoted(words: Words) -> bool:
    return words.before.rstrip().endswith(("“", '"', "‘", "'"))


def _hit(words: Words, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{words.text}” is the name of a file or object that is not part of the text.",
        "Put its content into a schedule, or say where it can be read and which version is meant.",
        confidence=confidence,
    )


RULE = Rule(
    id="CK-LEFT-OBJECT",
    level="error",
    title="The name of an embedded file where its content should be",
    why="An embedded file does not survive printing, signing or conversion: the parties agreed to something"
    " that nobody can read.",
    fails="""
1. Schemes

1.1 The schemes are listed here.

⟦BCF Expenditure Plan 2019-20.xls⟧

⟦Microsoft Excel Worksheet⟧
""",
    passes="""
1. Schemes

1.1 The schemes are those of the Plan at www.westmarch.example/plan.pdf, listed in Schedule 1.
""",
    check=_check,
)
