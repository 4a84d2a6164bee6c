"""Words that tell of what a sum is: none of those by which sums of any kind are told."""

from __future__ import annotations

from clausekit.checks.rules.figures._sentences.words import content
from clausekit.patterns import pattern

_PLAIN = pattern(
    r"contribut\w*|pay|payable|paid|total\w*|amount|sum|set|out|shown?|given|table|schedule|annex"
    r"|appendix|part|clause"
    r"|paragraph|year|yearly|annual\w*|annum|therefore|accordingly|thus|then|so|namely|hence|agreed"
    r"|budget|fund|funding"
    r"|pooled|partner|party|organisation|respective\w*|mak\w+|being|provide|provision|cost|allocat\w+"
    r"|share|bear\w*|borne"
    r"|comes?|stands?|fixed|approved|planned|financial|period|expenditure|spend|spending|spent|value"
    r"|worth|have|ha|wa|has"
    r"|there|he|she|they|them|we|our|us|these|those|each|above|below|column|row|line|last|first|aggregate"
    r"|gross|net"
    r"|meet|met|receive\w*|grant|scheme|service|overspend|underspend|proportion|percentage|follow\w*"
    r"|first|per|cent|post"
    r"|wte|fte|whole|time|equivalent|staff|employ\w*|consist|comprise|up|made|together|altogether|would"
    r"|may|must|also|only|itself|themselves|own|alone"
    r"|current\w*|commit\w*|transfer\w*|fall|falls|apportion\w*|risk|cover|while|whilst|where|when|but"
    r"|not|i|e"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|quarterly"
    r"|monthly"
    r"|more|less|most|least|exceed\w*|limit|may|can|rise|increase|decrease|grow|go|goe|up|down|reduce"
    r"|take\w*|absorb\w*|line|largest|smallest|single|biggest|highest|lowest|reckoned|put\w*|find\w*|found"
    r"|together|jointly|between|them|aside|budgeted|go\w*|into|most|earmarked|reserved|require\w*|need\w*"
    r"|under|according|accordance|end|advance|arrears?|instalment|invoice|receipt|respect|twelve|four|on|before|no|later|than"
)
"""Words by which sums of any kind are told."""


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that are none of those by which sums of any kind are told."""
    return frozenset(
        word for word in content(text) if not _PLAIN.fullmatch(word) and not any(map(str.isdigit, word))
    )
