"""What is said beside the text of each edit: its layer and cause, once, where it is met first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clausekit.comparison.edits import Edit
from clausekit.reports.phrases import explained, sentence


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on edits that stand together and have the same layer and cause."""

    edits: tuple[Edit, ...]
    text: str


@dataclass(slots=True)
class Remarks:
    """Gives the remarks of one report; ``told`` are the ids of the edits that have had theirs."""

    told: set[int] = field(default_factory=set)

    def on(self, edits: Sequence[Edit], looks: Sequence[tuple[int, str]] = ()) -> tuple[Remark, ...]:
        """Return the remarks on the edits of a block; ``looks`` say what became of its formatting."""
        texts: dict[str, list[Edit]] = {}
        for edit in edits:
            details = dict.fromkeys(words for number, words in looks if number == edit.id)
            if edit.id not in self.told or details:
                self.told.add(edit.id)
                texts.setdefault("; ".join((sentence(explained(edit)), *details)), []).append(edit)
        return tuple(Remark(tuple(found), text) for text, found in texts.items())
