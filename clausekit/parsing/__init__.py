"""From the rendered text of a clause to the model.

``parse`` reads the text into a nested form that can be cached, ``build`` makes nodes of that form. How a text
is read does not depend on the values in it: the same choices give the same form, whatever is filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from clausekit.parsing.building import build
from clausekit.parsing.titles import title
from clausekit.problems import Finding

__all__ = ["FORMAT", "Parsed", "build", "parse", "title"]

FORMAT = 1
"""To be raised whenever the nested form of the same text changes."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A clause in the nested form (see ``building``), and what is wrong with its text."""

    heading: list[Any]
    blocks: list[Any]
    findings: tuple[Finding, ...]

    @property
    def nested(self) -> list[Any]:
        """What ``build`` takes, and what JSON can keep."""
        return [self.heading, self.blocks]


def parse(text: str, file: str) -> Parsed:
    """Read the text of a clause as ``Renderer.render`` returns it; never raises.

    ``findings`` holds all that the clause syntax (docs/clause-files.md) has no place for, in order of lines.
    """
    from clausekit.parsing.blocks import BlockReader  # markdown-it, not needed when the nested form is cached
    from clausekit.parsing.lines import Reporter, read_page
    from clausekit.parsing.markdown import tokens

    page = read_page(text)
    reporter = Reporter(page, file)
    heading, blocks = BlockReader(tokens(page.text), page, reporter).read()
    return Parsed(heading, blocks, reporter.findings())
