"""Verbs in a form that cannot stand where they stand: "may undertaking", "will be manage by", "to agrees"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_VERBS = """
achieve acknowledge agree allocate amend appoint apply approve arrange attend begin bring choose
commence comply consider consult continue convene decide define delegate deliver deploy determine
develop disclose discuss employ enable ensure enter establish evaluate exceed fulfil give identify
implement improve include incur indemnify inform invite involve keep maintain make manage negotiate
nominate notify obtain operate oversee participate perform prepare procure promote propose protect
provide publish pursue receive recover reduce reimburse remain remove repay replace represent require
resolve retain send settle submit take terminate undertake verify withdraw write
"""
"""Verbs of agreements of which the plain form is no noun, and no adjective."""
_IRREGULAR = {
    "begin": "begun", "bring": "brought", "choose": "chosen", "give": "given", "hold": "held", "keep": "kept",
    "make": "made", "oversee": "overseen", "pay": "paid", "repay": "repaid", "send": "sent", "spend": "spent",
    "take": "taken", "undertake": "undertaken", "withdraw": "withdrawn", "write": "written", "lead": "led",
}  # fmt: skip
_DOUBLES = ("submit", "incur", "fulfil")
"""Verbs of which the last letter is doubled before an ending."""
_SIMPLE_PASTS = {
    "underwent": "undergone", "took": "taken", "went": "gone", "began": "begun", "wrote": "written",
    "gave": "given", "became": "become", "chose": "chosen", "undertook": "undertaken", "arose": "arisen",
    "withdrew": "withdrawn", "saw": "seen", "fell": "fallen",
}  # fmt: skip
"""What "has" cannot stand before, with what it can."""
_OFTEN_NOUNS = (
    "amend audit chair charge fund host lead lease pay record report review share sign spend support use"
)
_MODAL = r"(?:shall|will|must|may|should|would|can)"
_BE = r"(?:is|are|was|were|be|been|being)"
_BETWEEN = r"(?:not |also |then |only |[a-z]+ly )?"
_AFTER_A_PARTICIPLE = r"(?= (?:by|to|in|with|on|from|at|for|as|of|into|under|within|before|after)\b|[.,;])"
_A_NOUN = r"(?= (?:the|its|their|any|all|an?|such|each|this|these|those|every|that)\b)"
_WILLING = (
    r"agrees?|wish(?:es)?|intends?|undertakes?|proposes?|seeks?|endeavours?|in order|right|obligation|duty"
    r"|failure|fails?|ability|opportunity|entitled|obliged|required|permitted|authorised"
)
"""Words after which a verb needs "to"."""


def _participle(verb: str) -> str:
    """Return the form of a verb after "has been": "agreed", "notified", "submitted", "sent"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ied"
    if verb in _DOUBLES:
        return f"{verb}{verb[-1]}ed"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _with_ing(verb: str) -> str:
    """Return the form of a verb in -ing: "agreeing", "making", "submitting"."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in (*_DOUBLES, "begin") else f"{verb}ing"


def third(verb: str) -> str:
    """Return the form of a verb after "it": "agrees", "applies", "discusses"."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"


PLAIN_VERBS = tuple(_VERBS.split())
_OF_ING = {_with_ing(verb): verb for verb in PLAIN_VERBS}
_OF_THIRD = {third(verb): verb for verb in PLAIN_VERBS}
_PARTICIPLES = {verb: _participle(verb) for verb in (*PLAIN_VERBS, "hold", "refer")}
_NOUN_PARTICIPLES = {verb: _participle(verb) for verb in _OFTEN_NOUNS.split()}


class _Form(NamedTuple):
    """A form out of place: where it stands after what is before it, and the right form of each verb."""

    wrong: re.Pattern[str]
    right: Mapping[str, str]
    between: str = ""


def _form(before: str, verbs: Mapping[str, str], after: str, between: str = "") -> _Form:
    return _Form(pattern(rf"\b(?P<before>{before})(?P<verb>{'|'.join(verbs)})\b{after}"), verbs, between)


_LEFT_TO_SAY = ("include", "require", "involve", "remain", "apply", "exceed")
"""Verbs before which "that" is often left out: "the services they have include a hub"."""
_SURE = {verb: verb for verb in PLAIN_VERBS if verb not in _LEFT_TO_SAY}
_FORMS = (
    _form(rf"(?<!the )(?<!at )(?<!a ){_MODAL} (?:not |also )?", _OF_ING | _OF_THIRD, ""),
    _form(
        r"(?<!up )(?<!due )(?<!as )to ",
        {
            third: verb
            for third, verb in _OF_THIRD.items()
            if verb not in ("begin", "approve", "make", "take")
        },
        "",
    ),
    _form(rf"{_BE} {_BETWEEN}", _PARTICIPLES, _AFTER_A_PARTICIPLE),
    _form(rf"(?:(?<!here ){_MODAL} (?:not )?be|to be|been) {_BETWEEN}", _NOUN_PARTICIPLES, r"(?= by\b)"),
    _form(rf"(?:is|are|was|were) {_BETWEEN}", {"use": "used"}, r"(?= (?:by|to|for)\b)"),
    _form(
        rf"(?:has|have|had) {_BETWEEN}",
        {verb: _PARTICIPLES[verb] for verb in _SURE},
        r"(?= (?:the|to|an?|its|their|any|that|with|all|such|each)\b)",
    ),
    _form(
        r"(?:agrees?|wish(?:es)?|intends?|undertakes?|proposes?) ",
        {verb: verb for verb in ("pay", "hold", "meet", "share", "support", "fund", "review", "use", "host")},
        r"(?= (?:the|its|their|any|all|an?|such|each|this|to|for)\b)",
        "to ",
    ),
    _form(
        r"(?:is|are|be|been|was|were) (?:not )?"
        r"(?:required|entitled|obliged|permitted|authorised|able|unable) ",
        _SURE,
        r"(?= [a-z])",
        "to ",
    ),
    _form(r"(?:it|he|she|who|reasonably) needs ", _SURE, r"(?= [a-z])", "to "),
    _form(
        r"(?:appears?|seems?|needs?|has|have|shall have|able|required|entitled|likely|intended|expected|it"
        r"|them) to ",
        {past: f"be {past}” or “{verb}" for verb, past in _PARTICIPLES.items()}
        | {"placed": "be placed” or “place"},
        r"(?= (?:by|to|the|in|for|on|at|with|you)\b|[.,;])",
    ),
    _form(r"(?:has|have|had) ", _SIMPLE_PASTS, ""),
    _form(
        rf"(?<!where )(?<!if )(?<!as )(?<!when )(?:{_WILLING}) ",
        _SURE,
        r"(?= (?:the|its|their|any|all|an?|such|each|this|with)\b)",
        "to ",
    ),
    _form(
        r"(?:(?<!pay )(?<!paid )(?<!look )[Ff]or|of|by|without|before|after) (?:the )?",
        {verb: ing for ing, verb in _OF_ING.items()},
        _A_NOUN,
    ),
)
_LONGEST_BEFORE = 28
"""So many letters at most stand before the verb of a form: "shall have to"."""
_WRONG_HERE = frozenset(verb for form in _FORMS for verb in form.right)
_HEAD_WORDS = """
shall will must may should would can is are was were be been being has have had to for For of by without
before after not also then only the order right obligation duty failure ability opportunity entitled obliged
required permitted authorised
"""
_HEADS = frozenset(_HEAD_WORDS.split())
"""Words of which one stands before a verb that is out of place; or one in "-ly", or one such as "agrees"."""
_ENDS_OF_HEADS = ("ly", "s", "ree", "ish", "tend")
_MODALS_BEEN = tuple(
    f"{modal} {no}been"
    for modal in ("shall", "will", "must", "may", "should", "would", "can")
    for no in ("", "not ")
)
_SAID = (
    (pattern(r"\bto been\b"), ("to been",), "to be” or “to have been"),
    (pattern(rf"\b{_MODAL} (?:not )?been\b"), _MODALS_BEEN, "be” or “have been"),
    (pattern(r"\b(?:has|have|had) be\b(?! it\b)"), ("has be ", "have be ", "had be "), "been"),
)
_MODAL_TO = pattern(
    r"(?P<before>\b\w+ )?\b(?P<modal>shall|will|must|should|would) to\b"
    r"(?= (?!which\b|whom\b|the extent\b|this end\b|that end\b)[a-z])"
)
_MODALS_TO = ("shall to ", "will to ", "must to ", "should to ", "would to ")
_MODAL_AND_THIRD = pattern(
    r"(?P<before>\b\w+ )?\b(?P<modal>shall|will|must|may|should|would|cannot)(?P<no> not)?"
    r" (?P<verb>[a-z]{2,}s)\b"
)
_MODALS = ("shall ", "will ", "must ", "may ", "should ", "would ", "cannot ")
_ENDS_NO_THIRD = ("ss", "us", "is", "as", "os")
_NO_THIRD_WORDS = """
always sometimes besides perhaps afterwards towards overseas upwards downwards onwards forwards backwards
times days weeks months years hours
"""
_NO_THIRDS = frozenset(_NO_THIRD_WORDS.split())
"""What ends as a verb does after "it", and is none."""
_TURNS = frozenset(("how", "when", "where", "what", "why", "which", "nor", "neither", "only", "never", "so"))
_TURNED = pattern(r"\b(?:nor|neither|never|only|in no \w+|at no time|under no \w+)\b[^.;,]*$", re.IGNORECASE)
"""Words that put the verb before whom the sentence is about."""
_BE_AFTER = pattern(r" be\b")
_FAR, _LETTERS_OF_BE = 60, 4
_GOES_BEFORE = ("the", "at", "of", "free", "good", "it", "a")
"""Before "will to" these show that it is a will, or that "to" belongs elsewhere."""


def _verbs_after_heads(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the verbs that may be out of place after the word before them, each with where it stands."""
    words = passage.text.split(" ")
    for at, verb in [(at, word.rstrip(".,;")) for at, word in enumerate(words)]:
        before = words[at - 1] if at and verb in _WRONG_HERE else ""
        if before in _HEADS or before.endswith(_ENDS_OF_HEADS):
            yield len(" ".join(words[:at])) + 1, verb


def _out_of_place(passage: Passage, start: int, verb: str) -> Iterator[tuple[Words, str]]:
    """Yield the verb at a place, with the words before it, if it has a form there that it cannot have."""
    begin, end = max(passage.typed, start - _LONGEST_BEFORE), start + len(verb) + _LONGEST_BEFORE
    for form in _FORMS:
        match = form.wrong.search(passage.text, begin, end) if verb in form.right else None
        if match and match.start("verb") == start:
            at = Words(passage, *match.span())
            yield at, f"{match['before']}{form.between}{form.right[match['verb']]}"
            return


def _plain(third: str) -> str:
    """Return the plain form of a verb that stands as after "it": "review" of "reviews"."""
    if third.endswith("ies"):
        return f"{third[:-3]}y"
    return third[:-2] if third.endswith(("sses", "shes", "ches", "xes")) else third[:-1]


def _thirds_after_modals(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the verbs that stand after "shall" as if they stood after "it": "shall reviews"."""
    for words, match in instrument.search(_MODAL_AND_THIRD, "text", "note", signs=_MODALS):
        verb, before = match["verb"], (match["before"] or "").strip().lower()
        at = words.part(match.start("modal"), match.end())
        if verb in _NO_THIRDS or verb.endswith(_ENDS_NO_THIRD) or verb in _OF_THIRD:
            continue
        if (
            before in _TURNS
            or _TURNED.search(at.shortly_before(_FAR))
            or _BE_AFTER.match(at.shortly_after(_LETTERS_OF_BE))
        ):
            continue  # "how will changes be made", "nor shall costs": it is whom the sentence is about
        if before not in _GOES_BEFORE or match["modal"] not in ("will", "may"):
            yield at, f"{match['modal']}{match['no'] or ''} {_plain(verb)}"


def verbs_out_of_place(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the verbs that stand in a wrong form, with the words before them, and how to write both."""
    for place in instrument.places:
        for start, verb in _verbs_after_heads(place.passage) if place.role in ("text", "note") else ():
            if not may_be_fragment(place.passage):
                yield from _out_of_place(place.passage, start, verb)
    for wrong, signs, right in _SAID:
        for words, match in instrument.search(wrong, "text", "note", signs=signs):
            if not may_be_fragment(words.passage):
                yield words, f"{match[0].partition(' ')[0]} {right}"
    for words, right in _thirds_after_modals(instrument):
        if not may_be_fragment(words.passage):
            yield words, right
    for words, match in instrument.search(_MODAL_TO, "text", "note", signs=_MODALS_TO):
        before = (match["before"] or "").strip().lower()
        if before not in _GOES_BEFORE and not may_be_fragment(words.passage):
            yield words.part(match.start("modal"), match.end()), match["modal"]
