"""Which references are an instrument's own."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference


def own_references(instrument: Instrument) -> Iterator[Reference]:
    """Yield the references to the instrument's own provisions; "section 5" only if it calls them sections."""
    sections = instrument.calls_clauses_sections
    for reference in instrument.references:
        if reference.is_own or (sections and reference.kind == "section" and reference.owner == "unsaid"):
            yield reference
