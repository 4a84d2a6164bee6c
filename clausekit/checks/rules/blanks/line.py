"""CK-BLANK-LINE: dots or underscores to write on, in the middle of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.forms import forms, is_in_form, is_label, is_overdue, is_to_be_dated
from clausekit.checks.rules.blanks._unfilled import labels_without_value
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.signatures import is_signature

_SIGNS = ("__", "£_", "£ _", "...", "…", ". .")
_COUNTED = (
    r"(?=[ ]?%|[ ](?:per cent|pounds|(?:working |business |calendar |clear )?(?:hours|days|weeks|months"
    r"|years)|(?:January|February|March|April|May|June|July|August|September|October|November|December))\b)"
)
_LINE = pattern(
    r"(?=[£_.…])(?P<line>(?:£[ ]?)?(?:_{3,}|\.{4,}|…\.{2,}|(?:…[ ]?){2,}|(?:\.[ ]){4,})"
    rf"|£[ ]?(?:__?|…)(?![\w_])|(?:^|(?<=[ (]))(?:__|…){_COUNTED})"
)
_FILLER = pattern(r"[\s._…]{3,}")
_FILLED_IN = pattern(r"[A-Z][\w’'()/ -]{0,40}:[ \t]*[\w£].*")
_LABEL = pattern(r"(?:[A-Z(][\w’'()/ -]{0,40}:?)?")
_ASKS = pattern(
    r"(?:^|[\s._…])(?:(?:[Pp]rint(?:ed)? )?[Nn]ame"
    r"|(?<!Commencement )(?<!Effective )(?<!Expiry )(?<!Start )(?<!End )[Dd]ated?"
    r"|[Ss]igned|[Ss]ignature|Position"
    r"|(?:Job )?[Tt]itle|Role|Post|Designation|Capacity|Witness|Address|Occupation|E-?mail|Telephone"
    r"|Organisation|Initials|Time)[ ]?:?\s*$"
)
"""What a form asks for, wherever its lines have run together."""
_ASKED = pattern(r"(?:Name|(?<!Commencement )(?<!Expiry )Dated?|Signed|Signature|Position)[ ]?:?\s*[._…]{3,}")
_BEGUN = pattern(r"[^:]{3,60}:[ ]\w[^:]{5,}[,;]")
_LED_TO_PAGES = pattern(r"[._…]{4,}[ ]?\d{1,3}(?=[ ]|$)|…{2,}[. ]{0,4}\d{1,3}(?=[ ]|$)")
_ROWS = 2
_MONTH_OF_A_DAY = pattern(r"[_.…]{3,} day of $")
"""What stands before the second line of a date, "the ____ day of ____", which is told with the first."""
_LONGEST_DAY = 60
_NEAR = 4
_MONTH = r"[ ](?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_LACKS = pattern(rf"(?:_{{2,}}|…|\.{{3,}}){_MONTH}\b")
_DATED = pattern(rf"\d{{1,2}}(?:st|nd|rd|th)?{_MONTH} \d{{4}}")
_RUNS_ON = pattern(r"[ ]?,?[ ](?:or|and|until|after|before|at|by|from|to|in)[ ](?:[a-z]\w*[ ,]+){2}")
"""How a sentence goes on after a line, which no form has."""
_BLOCK = 20
"""So many paragraphs and cells a block of signatures may have."""
_PAGE_AFTER = pattern(r"[._… ]*\d{1,3}[ ]*$")
_SIGNING = pattern(r"\b(?:sign(?:ed|ature)|witness|seal|print name|on behalf of)\b", re.IGNORECASE)

_BRACE = pattern(r"(?:^|[\s)])\)[^()\w]*$")
"""The brace beside a block of signatures, which is typed as a row of closing brackets."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for words, match in instrument.search(_LINE, "cover", signs=_SIGNS):
        if is_label(words.before) and not _ASKS.search(words.before[-40:]) and not words.after.strip():
            yield hit(
                words.part(*match.span("line")),
                "A line to write on stands on the cover, and nothing is written on it.",
                "Fill it in, or take it out.",
                confidence="likely",
            )
    for words in labels_without_value(instrument):
        if not is_in_form(instrument.place_of[words.passage], of_forms):
            yield hit(
                words,
                f"Nothing stands after “{words.text}”.",
                "Fill it in, or take it out.",
                confidence="likely",
            )
    for words, match in instrument.search(_LINE, "text", "cell", "heading", signs=_SIGNS):
        confidence = _confidence(words, instrument, of_forms)
        if confidence is not None and not _MONTH_OF_A_DAY.search(words.before[-_LONGEST_DAY:]):
            yield hit(
                words.part(*match.span("line")),
                "A line to write on stands in the text, and nothing is written on it.",
                "Fill it in, or take it out.",
                confidence=confidence,
            )


def _confidence(words: Words, instrument: Instrument, of_forms: tuple[str, ...]) -> Confidence | None:
    """Return how sure it is that a line is a blank: it stands in a sentence, or for a figure among
    others; lines of forms, of signatures and of their dates ("__/__/__") are as they should be, and those
    before a page number lead the eye."""
    passage = words.passage
    place = instrument.place_of[passage]
    if is_in_form(place, of_forms) or passage.signature or _leads_to_page(words):
        return None
    if words.text == passage.words.strip():
        return "certain" if _has_sums(place, instrument) else None
    if _is_the_one_undated(place, instrument):
        return "likely"
    if _is_below_signatures(place, instrument):
        return None
    before = words.before
    runs_on = _RUNS_ON.match(words.after) is not None
    if is_label(before) and runs_on and passage.number:
        return "likely"
    in_text = passage.number or runs_on or not _ASKS.search(before[-40:])
    if in_text and is_label(before) and _is_alone(place, instrument):
        return "likely"
    if (
        _BRACE.search(before)
        or is_signature(passage.words)
        or _SIGNING.search(passage.words)
        or _ASKED.search(passage.words)
        or is_label(before)
        or _ASKS.search(before[-40:])
    ):
        return None
    if before.rstrip(" ").endswith("/") or words.after.lstrip(" ").startswith("/"):
        return None
    if _begun(before):
        return "certain"
    if not before.strip(" ._…") or (not passage.number and _is_for_filling_in(words)):
        return None
    if is_to_be_dated(before):
        return "likely" if is_overdue(words, instrument) else "doubtful"
    return "certain"


def _is_alone(place: Place, instrument: Instrument) -> bool:
    """Tell whether a label with a line stands below a numbered paragraph, or below another label that is
    filled in, with no other line around it: it is no part of a form."""
    around = instrument.places[max(0, place.order - _NEAR) : place.order + _NEAR + 1]
    others = [one.passage for one in around if one is not place and one.role != "margin"]
    before = instrument.places[place.order - 1].passage if place.order else None
    follows = before and (before.number or _FILLED_IN.fullmatch(before.text))
    return bool(follows) and not any(_LINE.search(one.text) for one in others)


def _is_below_signatures(place: Place, instrument: Instrument) -> bool:
    """Tell whether words that lead to signatures stand shortly before: a line below is to sign on."""
    before = instrument.places[max(0, place.order - _BLOCK) : place.order]
    return any(one.role == "signature" and _SIGNING.search(one.passage.text) for one in before)


def _is_the_one_undated(place: Place, instrument: Instrument) -> bool:
    """Tell whether a cell lacks its day, while the others of its column, below their title, are dated."""
    if place.table is None or not _DAY_LACKS.match(place.passage.words.strip()):
        return False
    column = [one for one in instrument.places if (one.table, one.column) == (place.table, place.column)]
    others = [one.passage.words.strip() for one in column if one is not place]
    dated = sum(_DATED.fullmatch(words) is not None for words in others)
    return dated >= _ROWS and dated >= len(others) - 1


def _leads_to_page(words: Words) -> bool:
    """Tell whether a line leads the eye to the number of a page: in a row of the contents, or in several that
    ran together; the last may have lost its page."""
    if _PAGE_AFTER.fullmatch(words.after):
        return True
    alone = not words.after.strip(" ._…") and reads_as_title(words.before.strip(" ._…"))
    return alone or len(_LED_TO_PAGES.findall(words.passage.text)) >= _ROWS


def _begun(before: str) -> bool:
    """Tell whether a line is the rest of what somebody began to fill in: "For the Trust: the Director, "."""
    *_, last = _FILLER.split(before.rstrip(" ._…")) or [""]
    return _BEGUN.fullmatch(last) is not None


def _has_sums(place: Place, instrument: Instrument) -> bool:
    """Tell whether a cell stands in a table of money or percentages."""
    grid = next((grid for grid in instrument.grids if grid.table is place.table), None)
    cells = (cell for row in grid.rows for cell in row) if grid is not None else ()
    return any(cell is not None and cell.kind in ("money", "percentage") for cell in cells)


def _is_for_filling_in(words: Words) -> bool:
    """Tell whether a passage is made of labels, each with a line after it, or of words with a line at the
    end."""
    return not words.after.strip(" .;,:") or all(map(_LABEL.fullmatch, _FILLER.split(words.passage.words)))


RULE = Rule(
    id="CK-BLANK-LINE",
    level="error",
    title="A dotted or underscored line in the text with nothing written on it",
    why="It was meant to be filled in by hand or later. Without it the provision lacks a sum, a date or a"
    " name.",
    fails="""
1. Contributions

1.1 The Council contributes ⟦£_______⟧ in the first year and the ICB ⟦..........⟧ pounds.
""",
    passes="""
1. Contributions

1.1 The Council contributes £10,000.

Signed for the Council: ....................

Date: ____________
""",
    check=_check,
    yields_to=("CK-BLANK-MARK",),
)
