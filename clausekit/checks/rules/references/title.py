"""CK-REF-TITLE: a reference whose title, or whose subject, is not that of what it points to."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._captions_at import captioned_elsewhere, shown_elsewhere
from clausekit.checks.rules.references._contents_entries import Entry, contents_at_fault
from clausekit.checks.rules.references._described import described_elsewhere
from clausekit.checks.rules.references._disputes_at import settled_elsewhere
from clausekit.checks.rules.references._ended_at import ended_elsewhere
from clausekit.checks.rules.references._headed_elsewhere import headed_elsewhere
from clausekit.checks.rules.references._lacking import lacking
from clausekit.checks.rules.references._led_back import led_back_from_elsewhere
from clausekit.checks.rules.references._led_from import led_from_elsewhere
from clausekit.checks.rules.references._meanings_at import meant_elsewhere
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.checks.rules.references._set_out_at import misplaced
from clausekit.checks.rules.references._shares_at import shares_elsewhere
from clausekit.checks.rules.references._spoken_of_elsewhere import spoken_of_elsewhere
from clausekit.checks.rules.references._tables_at import tables_elsewhere
from clausekit.checks.rules.references._termed_elsewhere import termed_elsewhere
from clausekit.checks.rules.references._titles_said import WronglyTitled, titled_wrongly
from clausekit.checks.rules.references._whereabouts import Whereabouts
from clausekit.checks.words import Words, whole

_LONGEST_NAME = 60


def _check(instrument: Instrument) -> Iterator[Hit]:
    for one in titled_wrongly(instrument):
        yield _hit(one)
    told: set[Words] = set()
    for reference, name, other in misplaced(instrument):
        told.add(reference.at)
        yield hit(
            reference.phrase,
            f"What is said to be in {reference.kind} {reference.number}, “{name[-_LONGEST_NAME:].strip()}”,"
            f" is the heading of {other.division}.",
            "Correct the number, or say what is there.",
            confidence="likely",
        )
    yield from _elsewhere(instrument, told)
    for fault in contents_at_fault(instrument):
        if fault.heading is not None:
            yield hit(
                fault.entry.title,
                f"The contents call {_named(fault.entry)} “{fault.entry.full}”; its heading is"
                f" “{fault.heading}”.",
                "Bring the contents up to date.",
                confidence="likely",
            )


def _elsewhere(instrument: Instrument, told: set[Words]) -> Iterator[Hit]:
    """Yield the references to a provision for what another one has, without those ``told`` already."""
    found: dict[Words, Elsewhere] = {}
    for one in (
        *settled_elsewhere(instrument),
        *ended_elsewhere(instrument),
        *described_elsewhere(instrument),
        *meant_elsewhere(instrument),
        *tables_elsewhere(instrument),
        *captioned_elsewhere(instrument),
        *shown_elsewhere(instrument),
        *shares_elsewhere(instrument),
        *headed_elsewhere(instrument),
        *termed_elsewhere(instrument),
        *lacking(instrument),
        *led_from_elsewhere(instrument),
        *led_back_from_elsewhere(instrument),
        *spoken_of_elsewhere(instrument),
    ):
        if one.reference.at not in told:
            found.setdefault(one.reference.at, one)
    whereabouts = instrument.once(Whereabouts) if found else None
    for one in found.values():
        of_another = whereabouts is not None and whereabouts.may_be_of_another(one.reference)
        yield hit(
            one.reference.at,
            one.lack,
            one.remedy,
            confidence="doubtful" if of_another else "likely",
            related=(whole(one.meant),) if one.meant else (),
        )


def _named(entry: Entry) -> str:
    words = entry.label.text.strip()
    return f"clause {words}" if words[:1].isdigit() else words


def _hit(one: WronglyTitled) -> Hit:
    reference, title, titled = one.reference, one.title, one.titled
    remedy = f"Write “({one.heading})”, or the number that is meant."
    if titled is not None:
        remedy = (
            f"“{title.text}” is the heading of {titled.number or titled.division}: correct one of the two."
        )
    return hit(
        one.words,
        f"“{title.text}” is not the heading of {reference.kind} {reference.number}, which is"
        f" “{one.heading}”.",
        remedy,
        confidence="certain" if titled is not None else "likely",
    )


RULE = Rule(
    id="CK-REF-TITLE",
    level="warning",
    title="A reference, or an entry of the contents, with a title or subject that its provision has not",
    why="The words in brackets are put there to make sure which provision is meant. Where they disagree"
    " with the number, one of the two is wrong, and the reader cannot tell which.",
    fails="""
1. Audit

1.1 The Council keeps records, subject to clause ⟦2 (Audit)⟧.

2. Confidentiality

2.1 A Partner keeps what it learns to itself, but for clause ⟦1 (Force Majeure)⟧.
""",
    passes="""
1. Audit

1.1 The Council keeps records, subject to clause 2 (Confidentiality).

2. Confidentiality and Records

2.1 A Partner keeps what it learns to itself, but for clause 1 (Audits).
""",
    check=_check,
)
