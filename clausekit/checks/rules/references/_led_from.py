"""The provision in brackets behind the heading of a schedule, which should be the one that leads to it.

"Schedule 2 Contributions (clause 16)", while it is clause 6, Contributions, that names Schedule 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.misspelt import is_slip
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headed_elsewhere import roots
from clausekit.checks.rules.references._headings import headings_of
from clausekit.checks.rules.references._provisions import Elsewhere, whole_of
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

_RANGE = pattern(r"\bto\b|[–-]")


def led_from_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references in headings of schedules to a provision that does not speak of the schedule, with
    the one that does: it is headed alike, or numbered so nearly alike that the number may be a slip."""
    leading = [one for one in own_references(instrument) if one.target and one.target.heading == 1]
    for reference in own_references(instrument):
        heading, target = reference.at.passage, reference.target
        if heading.heading != 1 or target is None or target.heading == 1 or reference.kind not in PROVISIONS:
            continue
        if _RANGE.search(reference.phrase.text):
            continue
        leads = [one for one in leading if one.target is heading and one.at.passage is not heading]
        if not leads or _speaks_of(target, leads, instrument):
            continue
        meant = next((one for one in leads if _is_meant(reference, one, instrument)), None)
        if meant is not None:
            lack = f"{reference.kind.capitalize()} {reference.number} does not speak of {heading.division}."
            yield Elsewhere(reference, lack, meant.at.passage)


def _is_meant(reference: Reference, lead: Reference, instrument: Instrument) -> bool:
    """Tell whether it may be a provision that leads to a schedule which the heading of that should name."""
    leading = lead.at.passage
    clause = instrument.place_of[leading].clause
    numbers = {leading.number, clause.number if clause else ""} - {""}
    titles = headings_of(instrument)
    alike = roots(titles.get(reference.at.passage, "")) & roots(titles.get(clause, "") if clause else "")
    near = (one for one in numbers if max(len(one), len(reference.number)) > 1)
    return bool(alike) or any(is_slip(reference.number, one) for one in near)


def _speaks_of(target: Passage, leads: list[Reference], instrument: Instrument) -> bool:
    """Tell whether a provision, or what defines a term that it uses, refers to a schedule."""
    whole = set(whole_of(target, instrument))
    if any(one.at.passage in whole for one in leads):
        return True
    defined = {
        one
        for one in instrument.definitions
        for lead in leads
        if lead.at.passage is one.meaning.passage or lead.at.passage in one.passages
    }
    return any(use.at.passage in whole for one in defined for use in instrument.uses_of.get(one, ()))
