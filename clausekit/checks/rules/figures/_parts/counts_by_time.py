"""Numbers of things for a time and for a longer one: "45 referrals a month, which is 540 a year"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.patterns import pattern

_N = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_MAKES = (
    r"(?:,?[ ](?:which[ ](?:is|makes)|that[ ]is|making|i\.e\.|or|so|being|equivalent[ ]to)[ ]"
    r"|[ ]\((?:that[ ]is[ ]|or[ ])?)"
)
_BY_TIME = pattern(
    rf"(?<![\w£.,/-])(?P<few>{_N})(?P<things>(?:[ ][a-z-]+){{0,3}}?)[ ](?:a|per|each|every)[ ]"
    rf"(?P<short>month|quarter)(?:{_MAKES}|,[ ](?:and[ ])?)(?P<many>{_N})(?P<of>(?:[ ][a-z-]+){{0,3}}?)[ ]"
    r"(?:a|per|each|every|in[ ]a|over[ ]a|in[ ]the|over[ ]the|for[ ]the)[ ]"
    r"(?:[Ff]inancial[ ]|full[ ]|whole[ ])?(?P<long>[Yy]ear|quarter)\b"
)
_IN_IT = {("month", "year"): 12, ("month", "quarter"): 3, ("quarter", "year"): 4}
_NEAR = 20


def counts_by_time(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers for a longer time that those for a shorter one do not make."""
    for words, found in instrument.search(_BY_TIME, "text", "note", "cell", signs=("month", "quarter")):
        times = _IN_IT.get((found["short"], found["long"].lower()))
        few, many = count_of(found["few"]), count_of(found["many"])
        rough = ROUGH.search(f"{words.shortly_before(_NEAR)}{found[0]}")
        if plain(found["of"]) not in ("", plain(found["things"])):
            continue  # it is another thing of which there are so many
        if times and few and many and many != few * times and not rough:
            yield Counted(words.part(*found.span("many")), few * times)
