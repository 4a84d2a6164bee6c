"""Whether a text breaks off: of an extract that ends within a sentence, much that is missing is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.reading import Passage

_JOINING = pattern(
    r"[a-z,] (?:and|or|but|of|the|an?|as|to|in|for|by|with|from|on|at|its|their|which|that|such|this|these"
    r"|any|each|every|all|other|under|than|between|into|upon|if|when|where|who|is|are|be|been|shall|may|must"
    r"|will|not|has|have)\s*$"
)
_FRAGMENT = pattern(r"(?:[a-z,;] |\))(?P<word>[A-Z]?[a-z]{1,2}|[a-z]{3,6}(?:[iuvjq]|[bcdfgkpt][rl]))\s*$")
"""What ends with so few letters, or with letters with which no word ends."""
_LONGEST_EXTRACT = 12_000
"""Characters: of a longer text so much is there that what is nowhere in it is rarely in the rest."""


def breaks_off_in(places: Sequence[Place]) -> Passage | None:
    """Return the last paragraph of a short text if it ends within a sentence or a word, otherwise none.

    Only what was read from lines can break off so: a Word file is whole.
    """
    body = [place for place in places if place.role not in ("contents", "note", "margin")]
    if not body or not body[-1].passage.line or body[-1].role not in ("text", "cell"):
        return None
    if sum(len(place.passage.text) for place in body) > _LONGEST_EXTRACT:
        return None
    last = body[-1].passage
    if _JOINING.search(last.text):
        return last
    fragment = _FRAGMENT.search(last.text)
    return last if fragment and not _stands_elsewhere(fragment["word"], body) else None


def _stands_elsewhere(word: str, body: Sequence[Place]) -> bool:
    """Tell whether a word stands more than once: it is no piece of another one, as a letter is."""
    if len(word) == 1:
        return False
    alone = re.compile(rf"(?<![\w’']){word}\b")
    return sum(len(alone.findall(place.passage.text)) for place in body) > 1
