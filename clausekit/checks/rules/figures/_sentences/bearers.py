"""Bodies to which a figure of a sentence belongs: "60% by the Council", "the Council (£60)"."""

from __future__ import annotations

from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NAME = r"[A-Z][\w’&-]*(?: (?:and |of )?[A-Z][\w’&-]*){0,6}"
_BODY = rf"(?:[Tt]he )?({_NAME})"
BEARER_BEFORE = pattern(
    rf"(?:[Tt]he )?({_NAME}|\b[Ii]t\b)(?:’s|'s)?(?: (?:share|part|portion|proportion|contribution))?[ :,–-]*"
    r"(?:(?:shall|will|must|to) )?(?:(?:therefore|thus|accordingly|then|so) )?(?:be )?"
    r"(?:(?:bears?|pays?|contributes?|meets?|funds?|takes?|receives?|has|is|owns?|keeps?|gets?|provides?|finds?"
    r"|supply|supplies|brings?|gives?"
    r"|entitled|liable|responsible) )?"
    r"(?:as to |with |at |by |is |to |for |\()?(?:the (?:remaining|other|balance of|rest, ) ?)?$"
)
"""The name of a body directly before its figure."""
_IS = r"(?: (?:is|are|falls?|goes|shall go|comes?|is borne|to be borne|lies?|live))?"
BEARER_AFTER = pattern(rf"(?: of [a-z ]{{1,40}})?{_IS}(?: \(|,? (?:to|by|for|from|on|with) | ){_BODY}")
"""The name of a body directly after its figure."""
BEARER_WHERE = pattern(rf"{_IS} (?:in|at|on|by|to|for|from|with) {_BODY}")
"""The same for the parts of a number of people or things, which are those of a place, too."""
_FAR = 120


def have_bearers(figures: list[Words]) -> bool:
    """Tell whether each of some figures stands beside the name of a body, always before or always after."""
    before = [BEARER_BEFORE.search(one.shortly_before(_FAR)) for one in figures]
    after = [BEARER_AFTER.match(one.shortly_after(_FAR)) for one in figures]
    return any(all(found) and len({match[1] for match in found if match}) > 1 for found in (before, after))
