"""CK-LEFT-QUESTION: a question in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.forms import forms, is_in_form
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_ASKS = pattern(
    r"[\s*•–(-]*(?:\d{1,2}[ ])?(?:who|what|which|when|where|why|how|whose|is|are|do|does|did|will|would"
    r"|shall|should|can|could|has|have|may|must)\b",
    re.IGNORECASE,
)
_DRAFTER_ASKS = pattern(
    r"[\s*•–(-]*(?:(?:do|does|should|shall|can|could|will|would|are|is|has|have) (?:we|this|that|it|legal"
    r"|finance|someone|anyone)\b|(?:who|which of us|what|when|where|how) (?:\w+ ){0,3}we\b)",
    re.IGNORECASE,
)
"""Whoever writes a form asks those who fill it in; "we" asks the other drafters."""
_ASIDE = pattern(r"\((?P<question>[^()?]{2,100}\?)\)")
_SIGNED = pattern(r"[^?]{4,300}\?[ ]*[(–-]*[ ]*(?:[A-Z]{2,3}|[A-Z][a-z]+)(?:,? [\d/. ]{1,9}\w*)?\)?\.?")
"""A question in square brackets with the initials, or the name, of who asks: "[Do they pay? AH]"."""
_SHORTEST_QUESTION = 8
_DOUBTED = pattern(r"(?:or |say |about |was |not )?[\w£][\w£,.%’' -]{0,30}\?", re.IGNORECASE)
_CHOICES = pattern(r"(?:y ?/ ?n|yes ?/ ?no|if any|how many|why)\b", re.IGNORECASE)
_TAIL = pattern(r"(?<=[\w)%’”])(?:[;:]|[ ]?[–—]|[ ]-)[ ](?P<question>[^.;:?–—“”\"]{4,120}\?)(?=$|[ ])")
"""A question that is put behind the words on which it bears: "for nights; is that still so?"."""
_TAIL_ASKS = pattern(
    r"(?:or|and|but|so)?[ ]?(?:who|what|which|when|where|why|how|is|are|do|does|did|will|would|shall|should"
    r"|can|has|have|was|were|must|isn[’']t|doesn[’']t|same|correct|right|agreed|still|ok|okay|check|confirm)\b",
    re.IGNORECASE,
)
_POINTS_BACK = pattern(
    r"(?:or|and|but|so)?[ ]?(?:is|are|was|do|does|did|has|have|should|will|can) "
    r"(?:this|that|it|these|those|they|we|there)\b",
    re.IGNORECASE,
)
_AFTER_THOUGHT = pattern(
    r"(?:or|same|still|correct|right|agreed|ok|okay|and what about|what about|how about|current|up to date)\b"
    r"[^?]{0,40}\?$",
    re.IGNORECASE,
)
"""What nobody asks but who doubts the words before it: "Or quarterly?", "Still needed?"."""
_TO_CHECK = pattern(
    r"\b(?:to|please|pls|must|should|needs? to) (?:confirm|check|advise|agree|decide|verify|provide)\b"
    r"|\b(?:ok|still|really|correct|right|current|confirmed|up to date|needed|required|relevant)\?$",
    re.IGNORECASE,
)
_ASKED_ON_PURPOSE = pattern(
    r"information|data|privacy|impact assessment|frequently|faq|test\b|conflict|interest|survey|interview",
    re.IGNORECASE,
)
_LONGEST_ANSWER = 80
_SHORT = 30
_A_LIST = 3
"""So many questions in a row are a list; two may both be left without an answer."""
_NEAR = 4
"""So many paragraphs apart two questions, each with its answer, stand at most."""
_ANSWERED = pattern(r"[ ]*(?:\[|☐|_{3}|\.{4}|yes\b|no\b)", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    tails = list(_tails(instrument, of_forms))
    for words in tails:
        yield _hit(words, "likely")
    for sentence in instrument.sentences:
        if any(words.overlaps(sentence) for words in tails):
            continue
        if sentence.text.rstrip(" ”’\"')]").endswith("?") and not _is_in_brackets(sentence, instrument):
            place = instrument.place_of[sentence.passage]
            listed = _is_one_of_several(sentence, place, instrument)
            yield _hit(sentence, "doubtful" if listed else _confidence(sentence, place, instrument, of_forms))
    for one in instrument.brackets:
        if one.depth == 0 and _SIGNED.fullmatch(one.inside.strip()):
            yield _hit(one.at, "likely")
    for words, match in instrument.search(_ASIDE, "text", "cell", "note"):
        if _is_doubt(match["question"]) and not is_in_form(instrument.place_of[words.passage], of_forms):
            yield _hit(words, "likely")


def _hit(words: Words, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{_short(words.text)}” asks; an agreement should answer.",
        "Write down the answer, or take the question out.",
        confidence=confidence,
    )


def _is_one_of_several(question: Words, place: Place, instrument: Instrument) -> bool:
    """Tell whether a paragraph is a question in a list of such, or stands twice: in the contents and as a
    heading."""
    text = question.passage.words.strip()
    by_a_drafter = len(text) < _SHORT and _DRAFTER_ASKS.match(text) is not None
    if question.text.strip() != text or by_a_drafter:
        return False
    around = instrument.places[max(0, place.order - _A_LIST + 1) : place.order + _A_LIST]
    asks = [one.passage.words.rstrip().endswith("?") for one in around]
    if any(all(asks[at : at + _A_LIST]) for at in range(len(asks) - _A_LIST + 1)):
        return True
    return any(one is not place and one.passage.words.startswith(text) for one in instrument.places)


def _is_doubt(aside: str) -> bool:
    """Tell whether a question in brackets is one of the drafters': "(does it cover hoists?)", "(or 14?)"."""
    if len(aside) >= _SHORTEST_QUESTION and (_ASKS.match(aside) or _TO_CHECK.search(aside)):
        return True
    return _DOUBTED.fullmatch(aside) is not None and not _CHOICES.match(aside)


def _tails(instrument: Instrument, of_forms: tuple[str, ...]) -> Iterator[Words]:
    """Yield the questions that stand behind other words of a sentence or a cell, of which they doubt."""
    for words, match in instrument.search(_TAIL, "text", "cell", "note", signs=("?",)):
        asked, place = match["question"], instrument.place_of[words.passage]
        lists = match[0][0] == ":" and not _POINTS_BACK.match(asked)
        if not _TAIL_ASKS.match(asked) or lists or is_in_form(place, of_forms):
            continue
        if _ASKED_ON_PURPOSE.search(place.heading) or "?" in words.before:
            continue
        yield words.part(*match.span("question"))
    for place in instrument.places:
        text = place.passage.words.strip()
        in_table = place.role == "cell" and place.row and place.column and text.endswith("?")
        asks = _POINTS_BACK.match(text) or _AFTER_THOUGHT.match(text)
        if in_table and asks and not is_in_form(place, of_forms):
            yield whole(place.passage)


def _confidence(
    sentence: Words, place: Place, instrument: Instrument, of_forms: tuple[str, ...]
) -> Confidence:
    """A question in a form, one with room for its answer, or of a text that tests itself by questions is
    asked on purpose."""
    if _asks_other_drafters(sentence):
        return "likely"
    if _heads(sentence, place, instrument) or _is_one_of_several_answered(sentence, place, instrument):
        return "doubtful"
    heads = f"{place.heading} {place.division.words if place.division else ''}"
    on_purpose = is_in_form(place, of_forms) or _ASKED_ON_PURPOSE.search(heads)
    if (
        _ANSWERED.match(sentence.passage.text, sentence.end)
        or _is_answered(sentence)
        or on_purpose
        or instrument.kind.name.startswith("information-sharing")
        or "“" in sentence.text
    ):
        return "doubtful"
    return "likely" if _ASKS.match(sentence.text) else "doubtful"


def _heads(sentence: Words, place: Place, instrument: Instrument) -> bool:
    """Tell whether a question stands alone above a numbered paragraph, as headings in plain English do."""
    passage = sentence.passage
    following = instrument.places[place.order + 1 : place.order + 2]
    alone = sentence.text == passage.words.strip() and not passage.number and not passage.label
    return alone and len(sentence.text) <= _LONGEST_ANSWER and any(one.passage.number for one in following)


def _is_one_of_several_answered(sentence: Words, place: Place, instrument: Instrument) -> bool:
    """Tell whether a question stands alone above its answer, and another near it does so too, as in a text
    that goes on by questions and answers."""
    if sentence.text != sentence.passage.words.strip():
        return False
    around = instrument.places[max(0, place.order - _NEAR) : place.order + _NEAR + 1]
    pairs = [one for one, answer in pairwise(around) if _answers(one, answer)]
    return place in pairs and len(pairs) > 1


def _answers(asked: Place, answer: Place) -> bool:
    """Tell whether a paragraph without a number answers the question in the paragraph before it."""
    bare = all(one.role == "text" and not one.passage.number for one in (asked, answer))
    question, reply = asked.passage.words.strip(), answer.passage.words.strip()
    return bare and len(question) <= _LONGEST_ANSWER and question.endswith("?") and reply.endswith(".")


def _asks_other_drafters(sentence: Words) -> bool:
    """Tell whether a question comes last, after what a clause provides, or after other words asks "us"."""
    follows = sentence.start > sentence.passage.typed
    if not follows or sentence.after.strip() or "“" in sentence.text:
        return False
    provides = (
        sentence.passage.number and sentence.before.rstrip().endswith(".") and "?" not in sentence.before
    )
    asks = _ASKS.match(sentence.text) or _AFTER_THOUGHT.match(sentence.text)
    return bool(provides and asks) or _DRAFTER_ASKS.match(sentence.text) is not None


def _is_answered(sentence: Words) -> bool:
    """Tell whether an answer that is no sentence stands beside a question, as in a table of two columns."""
    if sentence.start > sentence.passage.typed:
        return False
    answer = sentence.shortly_after(_LONGEST_ANSWER).strip()
    return 0 < len(answer) < _LONGEST_ANSWER - 1 and "?" not in answer and not answer.endswith(".")


def _is_in_brackets(sentence: Words, instrument: Instrument) -> bool:
    return any(one.at.overlaps(sentence) and "?" in one.inside for one in instrument.brackets)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"…{text[-70:]}"


RULE = Rule(
    id="CK-LEFT-QUESTION",
    level="warning",
    title="A question in the text of an agreement",
    why="Templates ask what has to be settled. A question that is still there was not answered, and binds"
    " nobody.",
    fails="""
1. Host

1.1 The Council hosts the fund. ⟦Who liaises with the auditors?⟧

1.2 The Council insures the equipment ⟦(does this include mattresses?)⟧.

1.3 The Council stores the equipment; ⟦is that still so for hoists?⟧

1.4 The Council insures the store. ⟦[Does the ICB pay a share of this? JB]⟧
""",
    passes="""
1. Host

1.1 The Council hosts the fund and liaises with the auditors.
""",
    check=_check,
    yields_to=("CK-LEFT-GUIDANCE", "CK-LEFT-COMMENT"),
)
