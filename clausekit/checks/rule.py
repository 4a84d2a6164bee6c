"""What a rule is: its name, its reasons, its examples, and how it finds what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from clausekit.checks.words import Words
from clausekit.problems import Level
from clausekit.reading import Passage

if TYPE_CHECKING:
    from clausekit.checks.instrument import Instrument

Confidence: TypeAlias = Literal["certain", "likely", "doubtful"]
"""How sure a rule is of a hit. ``certain``: the text alone proves it. ``likely``: nine lawyers in ten would
agree. ``doubtful``: worth a look; it is reported at level info, whatever the rule's level."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found, and where.

    ``start`` and ``end`` are the very words at fault, offsets in the passage's text; 0 and 0 stand for the
    whole passage. ``message`` is a sentence that quotes them and says what is wrong, ``remedy`` one that says
    what would be right. ``related`` are other places that matter, such as the first of two definitions.
    """

    passage: Passage
    start: int
    end: int
    message: str
    remedy: str = ""
    confidence: Confidence = "certain"
    related: tuple[Words, ...] = ()

    @property
    def words(self) -> Words:
        """The words at fault."""
        if self.end:
            return Words(self.passage, self.start, self.end)
        return Words(self.passage, self.passage.typed, len(self.passage.text))


def hit(
    words: Words,
    message: str,
    remedy: str = "",
    *,
    confidence: Confidence = "certain",
    related: tuple[Words, ...] = (),
) -> Hit:
    """Return a hit on some words."""
    return Hit(words.passage, words.start, words.end, message, remedy, confidence, related)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of proofreading; its file is its help page and its test.

    ``title`` is what it finds, in a line; ``why`` why that matters, for a lawyer. ``fails`` is an example, a
    small agreement in Markdown, in which ⟦ ⟧ stand around the very words that the rule must hit; ``passes``
    is one in which it finds nothing. ``yields_to`` are rules which say the same fault better: where one of
    them hits the same words, or words that a hit of this one is related to, this one is silent.
    ``of_the_whole`` is set for a rule that misses something: it is doubtful of a text that breaks off.
    """

    id: str
    level: Level
    title: str
    why: str
    fails: str
    passes: str
    check: Callable[[Instrument], Iterator[Hit]]
    yields_to: tuple[str, ...] = ()
    of_the_whole: bool = False
