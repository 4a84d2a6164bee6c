"""CK-BLANK-INSERT: an instruction to fill something in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import brackets_with
from clausekit.checks.rules._shared.forms import forms, is_filled_in_elsewhere, is_in_form, is_to_be_dated
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_IN_OTHER_BRACKETS = pattern(
    r"<<[^<>]{1,60}>>|\((?:please )?insert (?!in\b|into\b)[^()]{1,80}\)"
    r"|<(?:insert[^<>]{0,60}|[a-z]+(?: [a-z]+){1,4}"
    r"|names?|number|date|amount|(?:e-?mail )?address|e-?mail|post ?code|title|post|sum"
    r"|telephone|link|council|partner|provider|organisation|role|figure|trust|icb|x+|tb[acd])>"
    r"|\{\{?[^{}]{1,60}\}\}?|«[^«»]{1,60}»",
    re.IGNORECASE,
)
_BARE = pattern(
    r"\bINSERT(?: [A-Z]{2,}){0,6}\b|\b(?:DD|dd|XX) (?:Month|MONTH|month|MMM)\b"
    r"|(?<=[a-z] )(?:NAME|ADDRESS|DATE|TITLE|NUMBER) OF(?: [A-Z]{2,}){1,3}\b"
    r"|\b(?:[Cc]lick|[Tt]ap)(?: or tap)? (?:here )?to (?:enter|add"
    r"|choose|select) [a-z ]{3,20}"
    r"|\b(?:[Cc]hoose|[Ss]elect) an item\b|\b(?:insert|enter) (?:name|date|amount|number|details|address"
    r"|figure|text|sum|percentage)s? here\b|\bAdd (?:Date|Ref|Name|Address)\b"
    r"|(?:(?<=is )|(?<=are )|(?<=of )|(?<=the )|(?<=:)|(?<=: )|(?<=– )|(?<=- ))[Ii]nsert (?:the )?"
    r"(?:named? |full |relevant )?(?:names?|individuals?|dates?|amounts?|numbers?|details|address)\b"
    r"|(?:(?<=the )|(?<=The )|(?<= on )|(?<=from )|(?<=until ))\((?:name|date|amount|number|address)s?\)"
)
_SIGNS_OF_BRACKETS = ("(insert", "(please", "<", "{", "«")
_SIGNS_OF_BARE = (
    "insert", "click", "tap ", " here", "an item", "add ", "(name", "(date", "(amount", "(number", "(address",
    " month", " mmm", "name of", "address of", "date of", "title of", "number of",
)  # fmt: skip
_EMPTY_FIELD = pattern("\u2002{5}")
"""What a form field of Word holds until it is filled in: five blanks."""
_DATE_TO_COME = pattern(r"(?<![\w\[/])d{1,2}[ /.-]m{2,3}[ /.-]y{2,4}(?![\w\]/])", re.IGNORECASE)
_FORMAT = pattern(r"\b(?:format|written|style|entered|shown|expressed|typed|recorded)\b", re.IGNORECASE)
_OF_ANOTHER = pattern(
    r"\bdate of (?!(?:this |the |our )?(?:agreement|deed|signature|signing|execution|last)\b)", re.IGNORECASE
)
"""What asks for the date of another thing than the instrument, which is dated when it is signed."""
_OPENING = pattern(
    r"(?:Insert|Enter|Add) (?:the )?(?:full )?(?:names?|details|dates?|amounts?|text|descriptions?|address"
    r"|contact|scheme|figures?|numbers?|budget|information|tables?|charts?"
    r"|diagrams?|logos?|maps?|pictures?|images?)\b|Insert (?:any|here|your|locally|agreed)\b"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for one, place in brackets_with(instrument, "insert"):
        yield _hit(one.at, _confidence(one.at, place, of_forms))
    varies = instrument.kind.name == "deed-of-variation"
    for asks, signs in ((_IN_OTHER_BRACKETS, _SIGNS_OF_BRACKETS), (_BARE, _SIGNS_OF_BARE)):
        for words, _ in instrument.search(asks, "text", "cell", "note", "heading", "cover", signs=signs):
            if not any(one.at.overlaps(words) for one in instrument.brackets) and not _is_left_blank(words):
                yield _hit(words, _confidence(words, instrument.place_of[words.passage], of_forms))
    for words, _ in instrument.search(_IN_OTHER_BRACKETS, "signature", signs=_SIGNS_OF_BRACKETS):
        if not _is_left_blank(words) and is_filled_in_elsewhere(words, instrument):
            yield _hit(words, "certain")
    for words, _ in instrument.search(_DATE_TO_COME, "text", "cell", "note", "cover", signs=("yy",)):
        if not _FORMAT.search(words.passage.words):
            yield _hit(words, _confidence(words, instrument.place_of[words.passage], of_forms))
    for place in instrument.places:
        if (
            place.role in ("text", "cell")
            and not varies
            and _OPENING.match(place.passage.text, place.passage.typed)
        ):
            yield _hit(whole(place.passage), _confidence(whole(place.passage), place, of_forms))

    for place in instrument.places:
        yield from _left_blank(place, of_forms)


def _left_blank(place: Place, of_forms: tuple[str, ...]) -> Iterator[Hit]:
    """Yield what a content control or a form field of a Word file shows as long as nobody fills it in."""
    passage = place.passage
    for span in passage.spans:
        if span.blank and passage.text[span.start : span.end].strip():
            words = Words(passage, span.start, span.end)
            yield _hit(words, _confidence(words, place, of_forms))
    for field in _EMPTY_FIELD.finditer(passage.text) if "\u2002" in passage.text else ():
        words = Words(passage, *field.span())
        yield hit(
            words,
            "A form field was left empty.",
            "Fill it in, or take it out.",
            confidence=_confidence(words, place, of_forms),
        )


def _is_left_blank(words: Words) -> bool:
    return any(
        span.blank and span.start < words.end and words.start < span.end for span in words.passage.spans
    )


def _confidence(words: Words, place: Place, of_forms: tuple[str, ...]) -> Confidence:
    to_be_dated = is_to_be_dated(words.before) and not _OF_ANOTHER.search(words.text)
    return "doubtful" if is_in_form(place, of_forms) or to_be_dated else "certain"


def _hit(words: Words, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{words.text}” asks for something that is not there.",
        "Fill it in, or take it out.",
        confidence=confidence,
    )


RULE = Rule(
    id="CK-BLANK-INSERT",
    level="error",
    title="An instruction to fill something in, which nobody did",
    why="What the template left to be filled in is missing, and the words that ask for it have become part"
    " of the agreement.",
    fails="""
1. Contributions

1.1 The Council contributes £⟦[insert amount]⟧ by ⟦[date]⟧ to the account of ⟦[INSERT NAME OF HOST]⟧.

1.2 ⟦(insert details of the bank)⟧ and ⟦<name of bank>⟧ from ⟦dd/mm/yyyy⟧.
""",
    passes="""
1. Contributions

1.1 The Council contributes £10,000 and may insert a new paragraph in the Plan (inserted by the Board).
""",
    check=_check,
    yields_to=("CK-BLANK-MARK", "CK-LEFT-GUIDANCE"),
)
