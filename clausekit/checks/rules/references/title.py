"""CK-REF-TITLE: a reference whose title, or whose subject, is not that of what it points to."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._captions_at import captioned_elsewhere
from clausekit.checks.rules.references._contents_entries import Entry, contents_at_fault
from clausekit.checks.rules.references._described import described_elsewhere
from clausekit.checks.rules.references._disputes_at import settled_elsewhere
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_by_words, headings_of, plain_words
from clausekit.checks.rules.references._meanings_at import meant_elsewhere
from clausekit.checks.rules.references._provisions import Elsewhere
from clausekit.checks.rules.references._set_out_at import misplaced
from clausekit.checks.rules.references._tables_at import tables_elsewhere
from clausekit.checks.rules.references._whereabouts import Whereabouts
from clausekit.checks.words import Words, whole
from clausekit.reading import Passage

_LONGEST_NAME = 60
_STEM = 5
"""Words that begin with the same letters are taken to be the same: "terminating", "termination"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    headings, by_words = headings_of(instrument), headings_by_words(instrument)
    for reference in own_references(instrument):
        target = reference.target
        if reference.title is None or target is None:
            continue
        above = instrument.place_of[target].clause
        own = [words for passage in (target, above) if passage and (words := headings.get(passage, ""))]
        titled = by_words.get(plain_words(reference.title.text))
        if titled is not None and (titled in (target, above) or titled.number == target.number != ""):
            continue
        if any(_stems(reference.title.text) == _stems(words) for words in own):
            continue  # two headings of nearly the same words
        if not own or (titled is None and any(_agree(reference.title.text, words) for words in own)):
            continue
        if titled is not None or target in headings:
            yield _hit(reference, reference.title, headings.get(target) or own[0], titled)
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
        *described_elsewhere(instrument),
        *meant_elsewhere(instrument),
        *tables_elsewhere(instrument),
        *captioned_elsewhere(instrument),
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
            related=(whole(one.meant),),
        )


def _named(entry: Entry) -> str:
    words = entry.label.text.strip()
    return f"clause {words}" if words.isdigit() else words


def _hit(reference: Reference, title: Words, heading: str, titled: Passage | None) -> Hit:
    words = Words(title.passage, reference.at.start, title.end + 1)
    remedy = f"Write “({heading})”, or the number that is meant."
    if titled is not None:
        remedy = (
            f"“{title.text}” is the heading of {titled.number or titled.division}: correct one of the two."
        )
    return hit(
        words,
        f"“{title.text}” is not the heading of {reference.kind} {reference.number}, which is “{heading}”.",
        remedy,
        confidence="certain" if titled is not None else "likely",
    )


def _agree(title: str, heading: str) -> bool:
    """Tell whether two titles may be the same: one has more than half of the other's weighty words."""
    one, other = _stems(title), _stems(heading)
    if not one or not other:
        return True
    return 2 * len(one & other) > min(len(one), len(other))


def _stems(title: str) -> set[str]:
    return {word[:_STEM] for word in plain_words(title).split()}


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
