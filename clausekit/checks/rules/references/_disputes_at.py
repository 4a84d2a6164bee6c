"""Where a matter is said to be settled, though another clause than the one that is named settles disputes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headed_elsewhere import Headings, roots
from clausekit.checks.rules.references._headings import headings_of
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.patterns import pattern
from clausekit.reading import Passage

_UNDER = r"(?:under|in accordance with|pursuant to|by|as|in)(?: the procedure (?:in|of|set out in))?"
_IS_SETTLED = pattern(
    r"\b(?:dispute|disagreement|difference|matter|issue|question)s?\b[^.;]{0,80}"
    r"\b(?:resolved|settled|determined|resolution|referred(?! to (?:in|at|by|under)\b)|dealt with)\b"
    rf"[^.;]{{0,50}}\b{_UNDER} $"
    r"|\b(?:is|are|be) (?:treated|dealt with|regarded) as an? (?:dispute|disagreement)s?(?: to be settled)?"
    rf" {_UNDER} $"
    r"|\b(?:disputes?|disagreements?)(?: or (?:dispute|disagreement|difference)s?)?"
    r"(?: [\w’]+){0,3} (?:taken(?: up| forward)?|raised|pursued|handled|escalated|goes|go|brought|follows?)"
    rf"(?: to| {_UNDER})? $",
    re.IGNORECASE,
)
_NO_AGREEMENT = pattern(
    r"\b(?:failing|failure of|in default of|in the absence of|without|absent|if there is no)"
    r"(?: such| any| an| that| their)? (?:agreement|consensus|settlement)\b"
    r"|\b(?:cannot|can ?not|can[’']t|don[’']t|(?:do|does|have|has|is|are) not|fails? to|unable to)"
    r" (?:be |been |so )?(?:agreed?\b(?! (?:to|that)\b)|decided?\b(?! (?:to|that)\b)"
    r"|reach(?:ed)? (?:an )?(?:agreement|consensus|decision))"
    r"|\bif (?:they|the partners|the parties|[\w ]{3,30}) disagree\b",
    re.IGNORECASE,
)
"""What tells that the parties do not agree."""
_FAILING_THAT = pattern(
    r"(?:^|[.;:,] |\b(?:and|but|or),? )(?:failing (?:that|this|it)|if not|otherwise|in default"
    r"|if (?:there is|they reach) (?:none|no such \w+))\b[^.;]*$",
    re.IGNORECASE,
)
_WERE_TO_AGREE = pattern(
    r"\b(?:agree(?:d|ment|s)?|consensus|unanim(?:ous|ously|ity)|decides?|decisions?|majority|settled?)\b[^;]*$",
    re.IGNORECASE,
)
"""What tells that the parties do not agree, after a sentence that says they are to."""
_THEN = pattern(r"(?:, |\bthen |\bdays |\bmonths? |\bcase )$")
_APPLIES = pattern(
    r"\s?(?:shall |will |then |is to |must )?(?:appl(?:y|ies)|(?:is|be) (?:used|followed|invoked))\b"
)
"""What is said of the clause that comes to help then, before and after it."""
_IN_SENTENCE = pattern(r"[^.;]*$")
_SETTLES = pattern(r"\b(?:disput|disagree|differences\b|resolution\b|resolving\b|settl)", re.IGNORECASE)
_MAY_SETTLE = pattern(r"disput|disagree|escalat|mediat|expert|arbitrat|decid|determin", re.IGNORECASE)
_SMALL = """
the and then they have any both all not one two three six ten first within after cannot reach unable
failin defaul absenc disagr consen
"""
_SAYS_NOTHING = frozenset(_SMALL.split())
_KINDS = ("clause", "section", "paragraph")
_FAR = 180


def settled_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a clause that has nothing to do with disputes as the one under which they are
    settled, with the heading of the only clause that settles them."""
    headings = headings_of(instrument)
    settling = [one for one, title in headings.items() if not one.division and _SETTLES.search(title)]
    if len(settling) != 1:
        return
    clauses = _clauses(instrument)
    for reference in own_references(instrument):
        if reference.kind not in _KINDS or reference.target is None or reference.title or reference.this:
            continue
        above = instrument.place_of[reference.target].clause or reference.target
        if above is settling[0] or above.division or above not in headings:
            continue
        if any(_MAY_SETTLE.search(words) for words in clauses.get(above, ())):
            continue
        if _is_for_disputes(reference) or _is_for_want_of_agreement(reference, above, instrument):
            lack = f"Disputes are not settled under {reference.kind} {reference.number}, “{headings[above]}”."
            yield Elsewhere(reference, lack, settling[0])


def _is_for_disputes(reference: Reference) -> bool:
    """Tell whether a reference is to how disputes are settled: "the matter is resolved under clause 9"."""
    return _IS_SETTLED.search(reference.phrase.shortly_before(_FAR)) is not None


def _is_for_want_of_agreement(reference: Reference, clause: Passage, instrument: Instrument) -> bool:
    """Tell whether it is said to apply failing agreement, and has no word of what there is to agree upon:
    "if the sums are not agreed, clause 7 applies" may tell what is paid till then."""
    before = reference.phrase.shortly_before(_FAR)
    sentence = _IN_SENTENCE.search(before)
    if sentence is None or not (_THEN.search(before) and _APPLIES.match(reference.phrase.after)):
        return False
    failing = _FAILING_THAT.search(before)
    is_failing = failing is not None and _WERE_TO_AGREE.search(before[: failing.start()])
    if not is_failing and not _NO_AGREEMENT.search(sentence[0]):
        return False
    return instrument.once(Headings).words_in(clause).isdisjoint(roots(sentence[0]) - _SAYS_NOTHING)


def _clauses(instrument: Instrument) -> dict[Passage, list[str]]:
    """Return the words of each clause, by its heading."""
    found: dict[Passage, list[str]] = {}
    for place in instrument.places:
        if place.clause is not None:
            found.setdefault(place.clause, []).append(place.passage.text)
    return found
