"""CK-NUMBER-GAP: a number left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import has_body
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules._shared.misplaced import Fault
from clausekit.checks.rules._shared.numbering import faults, sure
from clausekit.checks.rules._shared.restated import restated
from clausekit.checks.rules.numbers._lettered import left_out
from clausekit.checks.rules.numbers._roman_articles import miscounted_articles
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import Passage

_ITEM = pattern(r"(?:[;:,]|[;,] (?:and|or)|\b[a-z]+) \(([a-z])\) (?=[a-z])")
_PUTS_IN = pattern(
    r"\b(?:substitut|replac|revis|amend|new)\w*\b[^.;]{0,30}\b(?:schedule|annex|appendix)", re.IGNORECASE
)
_LINES_ABOVE = 3
_ENTRY = pattern(r"(?P<parent>(?:\d{1,2}\.)*)(?P<last>\d{1,2})\.?[\s\t]")
_MOST = 26
_END = pattern(r"[;.](?:\s|$)")


def _check(instrument: Instrument) -> Iterator[Hit]:
    alone = not has_body(instrument.places)
    for fault in faults(instrument, "gap"):
        if alone and fault.first is None and fault.passage.heading == 1:
            continue  # a schedule that was sent on its own
        if fault.passage.heading == 1 and _is_put_in(fault.passage, instrument):
            continue
        if fault.passage in restated(instrument):
            continue
        yield hit(
            words_of(fault.passage),
            _message(fault),
            "Number on without a gap, or put back what is missing.",
            confidence="doubtful" if _follows_definitions(fault, instrument) else sure(instrument),
        )
    yield from _lettered(instrument)
    for numeral in miscounted_articles(instrument, "gap"):
        yield hit(
            numeral,
            f"Before “{numeral.text}” an article is left out.",
            "Number on without a gap, or put back what is missing.",
        )
    yield from _inline(instrument)
    yield from _left_out_of_contents(instrument)


def _follows_definitions(fault: Fault, instrument: Instrument) -> bool:
    """Tell whether a count begins below a list of definitions, whose own number was left out or lost."""
    before = instrument.places[instrument.place_of[fault.passage].order - 1]
    return fault.first is None and (before.definition is not None or bool(before.passage.term))


def _left_out_of_contents(instrument: Instrument) -> Iterator[Hit]:
    """Yield the entries of the contents before which one is left out that the text has."""
    entries = [place.passage for place in instrument.places if place.role == "contents"]
    numbered = [
        (found["parent"], int(found["last"]), one) for one in entries if (found := _ENTRY.match(one.text))
    ]
    last: dict[str, int] = {}
    there = {place.passage.number for place in instrument.places if numbered and place.role != "cell"}
    for parent, count, passage in numbered:
        missing = f"{parent}{count - 1}"
        if last.get(parent) == count - 2 and missing in there:
            yield hit(
                words_of(passage),
                f"The contents leave out {missing}, which the text has.",
                "Put it into the contents.",
                confidence="likely",
            )
        last[parent] = count


def _lettered(instrument: Instrument) -> Iterator[Hit]:
    """Yield the paragraphs before which one is missing where letters count with figures: D4, D6, D7."""
    for one in left_out(instrument):
        if one.below is None:
            yield hit(
                words_of(one.after),
                f"“{one.before}” is followed by “{one.after.number}”: there is no {one.missing}.",
                "Number on without a gap, or put back what is missing.",
                confidence="likely",
            )


def _is_put_in(division: Passage, instrument: Instrument) -> bool:
    """Tell whether a deed sets out anew a schedule of another instrument: "Substituted Schedule 4"."""
    order = instrument.place_of[division].order
    above = instrument.places[max(0, order - _LINES_ABOVE) : order]
    return any(_PUTS_IN.search(place.passage.words) for place in above)


def _inline(instrument: Instrument) -> Iterator[Hit]:
    """Yield the items inside a paragraph before which one is missing: "(a) ...; (b) ...; (d) ..."."""
    for place in instrument.places:
        text = place.passage.text
        if place.role != "text" or "(a)" not in text:
            continue
        items = list(_ITEM.finditer(text, place.passage.typed))
        for number in range(len(items) - 2):
            if items[number][1] == "a" and _counts_on([one[1] for one in items[number : number + 4]]):
                yield from _gap_in(whole(place.passage), items[number : number + _MOST])


def _counts_on(letters: Sequence[str]) -> bool:
    """Tell whether a run of letters counts on from (a) but for one step at most."""
    steps = [ord(after) - ord(before) for before, after in pairwise(letters)]
    return (
        steps[0] == 1
        or (len(steps) > 1 and sum(steps) == len(steps) and steps[:2] == [2, 0])
        or (steps[:2] == [2, 1])
    )


def _gap_in(paragraph: Words, items: Sequence[re.Match[str]]) -> Iterator[Hit]:
    """Yield a hit if a run of items that counts by one skips one or two letters."""
    for before, after in pairwise(items):
        step = ord(after[1]) - ord(before[1])
        if step == 1:
            continue
        if step in (2, 3):
            missing = chr(ord(before[1]) + 1)
            yield hit(
                paragraph.part(after.start(1) - 1, _end(paragraph, after)),
                f"“({before[1]})” is followed by “({after[1]})”: there is no ({missing}).",
                "Letter on without a gap, or put back what is missing.",
                confidence="likely",
            )
        return


def _end(paragraph: Words, item: re.Match[str]) -> int:
    """Return where the words of an item end."""
    found = _END.search(paragraph.passage.text, item.end())
    return found.start() if found else len(paragraph.passage.text.rstrip())


def _message(fault: Fault) -> str:
    number = fault.passage.number or fault.passage.division
    if fault.first is None:
        return f"The count begins with “{number}”: there is no {fault.missing}."
    before = fault.first.number or fault.first.division
    return f"“{before}” is followed by “{number}”: there is no {fault.missing}."


RULE = Rule(
    id="CK-NUMBER-GAP",
    level="warning",
    title="A number that is left out",
    why="Where a number is missing a provision may be missing too, and a reader cannot tell whether it"
    " was taken out on purpose. References to what follows may have been made before the gap was.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.4 ⟦A Partner may end it sooner by notice.⟧

2. Funds

2.1 The Partners shall keep:

(a) a pooled fund;

(c) ⟦a record of what is spent.⟧
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.2A It may be renewed once.

1.3 [Not used]

1.4 A Partner may end it sooner by notice.
""",
    check=_check,
)
