"""Verbs without the small word that they need: "able agree", "respond the request", "shall given", and what a
Partner in breach "has remedied", where it must have "not" done so."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PLAIN = (
    "agree|terminate|end|act|appoint|pay|recover|use|give|make|take|provide|receive|enter|delegate|meet|decide"
    "|withdraw|claim|charge|attend|vote|require|exercise|share|spend|show|send|keep|obtain|continue"
)
_WITHOUT_TO = pattern(
    rf"\b(?:(?:is|are|be|been|was|were|being) (?:not |also |then )?)(?P<able>able|unable|entitled|obliged"
    rf"|willing|permitted|authorised|required)(?= (?:{_PLAIN})(?:[.,;]| (?:the|its|their|any|an?|all"
    r"|such|this|it|in|to|on|or|for)\b))"
)
_THINGS = r"(?= (?:the|its|their|any|this|such)\b)"
_WITHOUT_PREPOSITION = pattern(
    rf"\b(?:(?P<to>(?:respond|adhere|belong)s?){_THINGS}"
    rf"|(?P<with>(?:liaises?|interferes?)){_THINGS}"
    rf"|(?P<on>(?:rely|relies|depends?)){_THINGS}"
    r"|(?P<of>consists?)(?= (?:the|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|one)\b))"
)
_SIGNS = (
    "respond",
    "adhere",
    "belong",
    "compl",
    "liaise",
    "interfere",
    "rely",
    "relies",
    "depend",
    "consist",
)
_MODAL_PARTICIPLE = pattern(
    r"\b(?P<modal>(?:shall|must|will|may|should)(?: not)?)"
    r" (?P<done>given|taken|shown|written|chosen|borne|withdrawn|undertaken|driven|begun)\b"
)
_REMEDIED = pattern(
    r"\b(?:breach|default)\b[^.;]{0,60}?\b(?:and|which|that|but)(?: it)? (?P<has>has|have)(?: since| then)?"
    r" (?P<done>remedied|put (?:it|that|this|the breach|matters) right|rectified|corrected|cured)\b"
    r"(?=[^.;]{0,30}\b(?:within|after|in|by)\b)"
)
_ENDS_IT = pattern(r"\b(?:terminat\w+|ends?|ending|leave|withdraw|determine)\b")
_NEGATIVE = pattern(r"\b(?:not|unless|cannot|no|nor|without|until)\b")


def verbs_without_their_words(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words after which a small one is lost, with how to write them."""
    for words, match in instrument.search(_WITHOUT_TO, "text", "note", signs=("able ", "ed ", "willing ")):
        yield words.part(*match.span("able")), f"{match['able']} to"
    for words, match in instrument.search(_WITHOUT_PREPOSITION, "text", "note", signs=_SIGNS):
        yield words, f"{words.text} {match.lastgroup}"
    for words, match in instrument.search(_MODAL_PARTICIPLE, "text", "note", signs=("n ", "n.", "ne ")):
        yield words, f"{match['modal']} be {match['done']}"
    for words, match in instrument.search(_REMEDIED, "text", "note", signs=("breach", "default")):
        before = words.passage.text[instrument.sentence_of(words).start : match.start("has")]
        if _ENDS_IT.search(before) and not _NEGATIVE.search(before):
            yield words.part(match.start("has"), match.end("done")), f"{match['has']} not {match['done']}"
