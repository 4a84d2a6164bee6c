"""CK-NUMBER-REPEATED: the same number twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.counting import tops_of, words_of
from clausekit.checks.rules._shared.misplaced import Fault
from clausekit.checks.rules._shared.numbering import faults, sure
from clausekit.checks.rules.numbers._captions import repeated_captions
from clausekit.checks.rules.numbers._codes import repeated_codes
from clausekit.checks.rules.numbers._roman_articles import miscounted_articles
from clausekit.checks.words import Words
from clausekit.reading import Passage

_MANY = 8
"""If more seem to be repeated, the numbers were not read as they are meant."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    found = list(faults(instrument, "repeated"))
    for fault in found:
        if _is_listed(fault, instrument):
            continue
        if fault.first and _is_followed_by_those_of_the_one_before(fault.first, instrument):
            yield hit(
                words_of(fault.first),
                f"There is a “{fault.first.number}” below, and what follows is of the number before.",
                "Number it as what follows it.",
                confidence=sure(instrument, "likely"),
                related=(words_of(fault.passage),),
            )
            continue
        number = fault.passage.number or tops_of(instrument).get(fault.passage, "") or fault.passage.division
        remedy = f"Number it {fault.missing}." if fault.missing else "Number it, and what follows, anew."
        yield hit(
            words_of(fault.passage),
            f"There is a “{number}” already.",
            remedy,
            confidence="doubtful" if len(found) > _MANY else sure(instrument, _confidence(fault, instrument)),
            related=(words_of(fault.first),) if fault.first else (),
        )
    yield from _joined(instrument)
    told = {fault.passage for fault in found}
    for code in repeated_codes(instrument):
        if code.passage not in told:
            yield hit(
                code,
                f"There is a “{code.text.strip()}” already.",
                "Number it, and what follows, anew.",
                confidence="likely",
            )
    for numeral in miscounted_articles(instrument, "repeated"):
        yield hit(numeral, f"There is an “{numeral.text}” already.", "Number it, and what follows, anew.")
    for second, first in repeated_captions(instrument):
        yield hit(
            second,
            f"There is a “{second.text}” already.",
            "Number it anew.",
            confidence="likely",
            related=(first,),
        )


def _is_listed(fault: Fault, instrument: Instrument) -> bool:
    """Tell whether the first of two is in a list of contents: the same heading follows it directly."""
    first, second = fault.first, fault.passage
    return (
        first is not None
        and first.heading == second.heading == 1
        and first.words == second.words
        and instrument.place_of[second].order - instrument.place_of[first].order == 1
    )


def _is_followed_by_those_of_the_one_before(heading: Passage, instrument: Instrument) -> bool:
    """Tell whether a heading "9." has 8.1 and 8.2 below it, as one that should be "8." has."""
    if not heading.number.isdecimal():
        return False
    following = instrument.places[instrument.place_of[heading].order + 1 :][:2]
    below = [f"{int(heading.number) - 1}.{count}" for count in (1, 2)]
    return [place.passage.number for place in following] == below


def _joined(instrument: Instrument) -> Iterator[Hit]:
    """Yield the second of two items with the same number, where it was read as part of the first."""
    for place in instrument.places:
        passage = place.passage
        if place.role == "text" and passage.typed and passage.label.startswith("("):
            again = re.compile(rf"(?:;|; and|; or|\.)[ \u00a0]({re.escape(passage.label)})[ \u00a0][a-zA-Z]")
            if found := again.search(passage.text, passage.typed):
                words = Words(passage, found.start(1), found.end(1))
                yield hit(
                    words, f"There is a “{passage.number}” already.", "Number it, and what follows, anew."
                )


def _confidence(fault: Fault, instrument: Instrument) -> Confidence:
    """Return how sure it is: of two clauses in a text, one without sub-clauses may be a row or a footnote."""
    if fault.first is None or not fault.passage.line or not fault.first.number.isdecimal():
        return "certain"
    tops = tops_of(instrument)
    following = instrument.places[instrument.place_of[fault.passage].order + 1 :][:1]
    if fault.missing and any(one.passage.number == f"{fault.missing}.1" for one in following):
        return "likely"
    return "certain" if (fault.first in tops) == (fault.passage in tops) else "doubtful"


RULE = Rule(
    id="CK-NUMBER-REPEATED",
    level="error",
    title="A number that two provisions share",
    why="A reference to that number fits both provisions, so that nobody can say with certainty which is"
    " meant.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.2 ⟦A Partner may end it sooner by notice.⟧

1.3 Notice is given in writing.
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027. It ends:

(a) on 31 March 2030; or

(b) when the Partners agree that it ends.

1.2 Notice is given:

(a) in writing; and

(b) by hand or by post.
""",
    check=_check,
)
