"""What references point to, and whether two of them point to the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from clausekit.comparison.masks import Mask
from clausekit.comparison.tokens import Token
from clausekit.reading import Passage, Reading, passages_of
from clausekit.recognition import targets
from clausekit.recognition.references import reference_kind

_OF = re.compile(
    r"[ \u00a0]of[ \u00a0](?:this[ \u00a0])?(Part|Schedule|Annex|Appendix)[ \u00a0](\d+[A-Z]?|[A-Z])\b"
)


class Targets:
    """What the masked references of a reading point to."""

    def __init__(self, reading: Reading) -> None:
        self._body = reading.body

    @cached_property
    def _found(self) -> targets.Targets:
        return targets.Targets(passage for passage in passages_of(self._body) if not passage.contents)

    def of(self, token: Token) -> Passage | None:
        """Return the passage that a masked reference points to, None if there is none of that number."""
        mask, passage = token.mask, token.passage
        if mask is None or passage is None:
            return None
        if mask.bookmark:
            return self._found.bookmark(mask.bookmark)
        within = [(reference_kind(word), name) for word, name in _OF.findall(_tail(passage, mask))]
        number = passage.text[mask.start : mask.end]
        return self._found.find(reference_kind(mask.word), number, within, passage)


class SameTargets:
    """Whether two masked references, one of each reading, point to the same thing.

    ``partners`` are the passages of the new text that answer to one of the old.
    """

    def __init__(self, old: Reading, new: Reading, partners: Mapping[Passage, tuple[Passage, ...]]) -> None:
        self._old = Targets(old)
        self._new = Targets(new)
        self._partners = partners

    def __call__(self, old: Token, new: Token) -> bool:
        """Tell whether they do; fields with the same bookmark always, for it stays with its passage."""
        if old.mask and new.mask and old.mask.bookmark and old.mask.bookmark == new.mask.bookmark:
            return True
        target, other = self._old.of(old), self._new.of(new)
        return target is not None and other is not None and other in self._partners.get(target, ())


def _tail(passage: Passage, mask: Mask) -> str:
    """Return what follows a number as far as it says of what: " of Part 1 of Schedule 3"."""
    end = mask.end
    while step := _OF.match(passage.text, end):
        end = step.end()
    return passage.text[mask.end : end]
