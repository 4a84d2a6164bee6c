"""The headings for a template of a library: those it asks for, and those that others ask for."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.batch.rows.headings import Headings
from clausekit.enquiries import schema_for
from clausekit.parameters.binding import paths
from clausekit.problems import ClausekitError
from clausekit.templates import schedule_names, template_names
from clausekit.workshop import Workshop


def headings_for(workshop: Workshop, template: str) -> Headings:
    """Return the headings for the rows of a template or schedule. Raises ClausekitError as ``schema_for``."""
    dictionary = workshop.dictionary

    def asking(path: str) -> Iterator[str]:
        for name in (*template_names(workshop.root), *schedule_names(workshop.root)):
            try:
                if path in paths(schema_for(workshop, name)):
                    yield name
            except ClausekitError:  # a library that is half made: what is wrong shows when it is drafted from
                continue

    return Headings(schema_for(workshop, template), dictionary.part(dictionary.paths()), asking)
