"""What is made or given under a bargain only: no reader knows it unless the bargain says what it is."""

from __future__ import annotations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.terms import is_spoken_of, stem, stems
from clausekit.checks.rules.terms._explained import are_ordinary, is_explained
from clausekit.patterns import pattern

_COURSES_WORDS = """
exit transition mobilisation demobilisation decommissioning investment triage surge escalation recovery
contingency handover continuity implementation rectification remedial remediation step resourcing
"""
_COURSES = frozenset(_COURSES_WORDS.split())
"""What may happen in the course of a bargain."""
_FOR_A_COURSE = frozenset(
    ("plan", "strategy", "principle", "standard", "framework", "protocol", "procedure", "assumption", "model")
)
"""What says how it is to happen: "Exit Plan", "Business Continuity Plans"."""
_LISTED = pattern(r"[a-z]{3},[ \u00a0]$")
"""A comma in a sentence may stand between a verb and what it governs."""

_ANY_ONE = pattern(r"\b(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Nn]o) $")
_AGREEMENTS = frozenset(("agreement", "contract", "deed", "protocol", "undertaking", "licence"))
_PARTICULAR = pattern(r" (?:of|dated|between|with|made|entered|known|called|for|\() ?")
"""After an agreement that the words tell from others of its kind."""

_BY = pattern(
    r"\b(?:pursuant to|under|in accordance with|on receipt of|in response to) (?:an?|any|each|every) $"
)
_PAPERS = frozenset(
    ("Order", "Notice", "Request", "Referral", "Requisition", "Instruction", "Certificate", "Claim")
)
"""What one party gives another to act on."""

_STANDING = pattern(r"(?:Contract )?Standing (?:Orders|Financial Instructions)\b")
_THE = pattern(r"\b[Tt]he $")
"""Rules that each body has: "the Standing Orders" leaves it open whose they are."""

_AS = pattern(r"\b(?:act|acts|acting|serves?|serving) as (?:an? |the )?$")
_WHO = pattern(r"[A-Z][a-z]+(?:ers?|ors?)(?: (?:and|or) [A-Z][a-z]+(?:ers?|ors?))?")
"""Those who are called by what they do: "Referrer and Assessor"."""

EVENT = pattern(r"(?:Changes?|Breach|Breaches|Loss|Transfers?|Reductions?|Increases?) (?:in|of|to|on) [A-Z]")
"""What may happen to a party or to its work, in one name: "Change in Control"."""


def is_bargained(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words name what is made or given under a bargain, and nothing beside them says what it is:
    "the Exit Plan", "a Data Sharing Agreement", "pursuant to an Order", "acts as Referrer"."""
    if phrase.likeness in ("acronym", "party", "body"):
        return False
    return (
        _is_for_a_course(phrase, instrument)
        or _is_an_agreement(phrase, instrument)
        or _is_a_paper(phrase)
        or _is_who_acts(phrase)
        or _is_event(phrase, instrument)
        or _are_nobodys_rules(phrase)
    )


def _is_for_a_course(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words name the paper for what may happen in the course of a bargain."""
    words = stems(phrase.at.text)
    if words[-1] not in _FOR_A_COURSE or _COURSES.isdisjoint(words[:-1]):
        return False
    plural = phrase.at.text.split()[-1].lower() != words[-1]
    spoken = is_spoken_of(phrase.at) or (plural and _LISTED.search(phrase.at.shortly_before(6)))
    return bool(spoken) and are_ordinary(phrase.at, instrument) and not is_explained(phrase)


def _is_an_agreement(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words name a kind of agreement of which the parties are to make one."""
    words = stems(phrase.at.text)
    return (
        len(words) > 1
        and words[-1] in _AGREEMENTS
        and _ANY_ONE.search(phrase.at.shortly_before(6)) is not None
        and _PARTICULAR.match(phrase.at.shortly_after(9)) is None
        and are_ordinary(phrase.at, instrument)
    )


def _is_a_paper(phrase: Capitals) -> bool:
    """Tell whether a single word names a paper that one party gives another, which then has to act on it."""
    name = stem(phrase.at.text).capitalize()
    return name in _PAPERS and _BY.search(phrase.at.shortly_before(30)) is not None


def _is_who_acts(phrase: Capitals) -> bool:
    """Tell whether somebody acts as what the words name."""
    return _WHO.fullmatch(phrase.at.text) is not None and _AS.search(phrase.at.shortly_before(20)) is not None


def _is_event(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether words name what may happen to a party: "notice of a Change in Control"."""
    return (
        EVENT.match(phrase.at.text) is not None
        and _ANY_ONE.search(phrase.at.shortly_before(6)) is not None
        and are_ordinary(phrase.at, instrument)
    )


def _are_nobodys_rules(phrase: Capitals) -> bool:
    """Tell whether words name the rules of a body, and not of which one."""
    return (
        _STANDING.match(phrase.at.text) is not None and _THE.search(phrase.at.shortly_before(5)) is not None
    )
