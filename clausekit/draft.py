"""A draft: the document with the facts computed beside it. It is what a format is handed."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.model import Document
from clausekit.numbering import Numbers, Scheme
from clausekit.references import References


@dataclass(frozen=True, slots=True)
class Draft:
    """A document, its numbers by key, and what its references print."""

    document: Document
    scheme: Scheme
    numbers: Numbers
    references: References
