"""What is wrong with the numbers of an instrument, each fault once.

A number that is missing, one that stands twice and one that is out of place may come from one slip. So they
are told apart here, in one pass over each sequence, and each rule reports its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.labels import Label
from clausekit.checks.instrument.labels import Sequence as LabelSequence
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.counting import (
    misread,
    own_number,
    quotations,
    quoted,
    step_text,
    tops_of,
)
from clausekit.checks.rules._shared.fragments import is_printed_in
from clausekit.checks.rules._shared.misplaced import Fault, FaultKind, of_another_count, out_of_place
from clausekit.checks.rules._shared.running_on import gaps_between_parts
from clausekit.patterns import pattern
from clausekit.reading import Passage

_QUOTED_NUMBER = pattern(r"[“\"]?(\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)+)\.?\s")
_DEEPEST = 12
"""So many lists at most stand one in another."""
_FIRST_PLACES = 100
"""In so many passages before the first number that is seen, one before it may stand in a table or a line."""
_APART = 0.1
"""If the extraction set this share of the sub-clauses’ numbers apart from their words, none is sure."""
_WIDEST_GAP = 3
"""So many numbers after the last are a gap in a count, more another count."""
_STEP = pattern(r"\d+|\([^()]+\)")
_MANY_COUNTED_ON = 4
_LETTERS = 26
"""So many letters there are: "(aa)" is the next one."""
_MOST_FAULTS, _LARGEST_SHARE = 15, 0.06


def faults(instrument: Instrument, kind: FaultKind) -> Iterator[Fault]:
    """Yield the faults of one kind."""
    return (fault for fault in all_faults(instrument) if fault.kind == kind)


def sure(instrument: Instrument, confidence: Confidence = "certain") -> Confidence:
    """Return how sure a fault of numbers is, given how sure it is where they stand before their words."""
    astray = instrument.once(_stand_apart) or instrument.once(_are_unread)
    return "doubtful" if astray else confidence


def _stand_apart(instrument: Instrument) -> bool:
    """Tell whether the numbers of a text had to be put before their words again, page by page."""
    numbered = [place.passage for place in instrument.places if "." in place.passage.number]
    return sum(passage.doubtful for passage in numbered) > _APART * len(numbered)


def _are_unread(instrument: Instrument) -> bool:
    """Tell whether so many numbers are at fault that a converter has lost how the text is numbered."""
    numbered = sum(place.passage.number != "" for place in instrument.places)
    return len(all_faults(instrument)) > max(_MOST_FAULTS, _LARGEST_SHARE * numbered)


@lru_cache(maxsize=1)
def all_faults(instrument: Instrument) -> tuple[Fault, ...]:
    """Return what is wrong with numbers, one fault for one slip; several rules ask for it."""
    if not instrument.reading.structured:
        return ()
    analysis = _Analysis(instrument)
    for fault in _twice_in_quotations(instrument):
        analysis.add(fault)
    for fault in (*out_of_place(instrument), *analysis.mixed()):
        analysis.take(fault)
    told = {fault.passage for fault in analysis.found}
    for fault in of_another_count(instrument):
        if fault.passage not in told:
            analysis.add(fault)
    for fault in gaps_between_parts(instrument):
        analysis.add(fault)
    inner_first = sorted(analysis.sequences(), key=lambda one: -len(one.parent))
    for sequence in inner_first:
        for fault in analysis.faults_of(sequence):
            analysis.add(fault)
    return tuple(_distinct(analysis.found))


def _distinct(found: Sequence[Fault]) -> Iterator[Fault]:
    """Yield the faults but for those below a number at fault itself: 3.2.1 after a 3.2 numbered 3.1."""
    told = {(fault.passage.division, fault.missing) for fault in found if fault.kind in ("repeated", "order")}
    for fault in found:
        if fault.kind != "level" or (fault.passage.division, fault.missing) not in told:
            yield fault


def _twice_in_quotations(instrument: Instrument) -> Iterator[Fault]:
    """Yield the second of two provisions with one number that are quoted together."""
    for group in instrument.once(quotations):
        first: dict[str, Passage] = {}
        for passage in group:
            begins = _QUOTED_NUMBER.match(passage.text)
            if begins is None:
                continue
            if begins[1] in first:
                yield Fault("repeated", passage, "", first[begins[1]])
            first.setdefault(begins[1], passage)


def _counted_on(sequences: Sequence[LabelSequence], order: Mapping[Passage, int]) -> frozenset[Passage]:
    """Return the passages with which lists within clauses begin that go on where the last one ended, if most
    of the later ones do: what a converter did, not who drafted."""
    ended: dict[tuple[str, int], int] = {}
    begun_anew = 0
    found = set()
    for one in sorted(sequences, key=lambda each: order[each.labels[0].passage]):
        first, last = one.labels[0], one.labels[-1]
        if not one.parent or first.value is None or last.value is None:
            continue
        kind = one.counting, len(_STEP.findall(one.parent))
        if ended.get(kind) == first.value - 1 and first.value > 1:
            found.add(first.passage)
        begun_anew += first.value == 1 and kind in ended
        ended[kind] = last.value
    return frozenset(found) if len(found) >= _MANY_COUNTED_ON and len(found) > begun_anew else frozenset()


class _Analysis:
    """Looks through sequences, knowing all numbers that there are."""

    def __init__(self, instrument: Instrument) -> None:
        self.found: list[Fault] = []
        self._repeated: set[Passage] = set()
        self._instrument = instrument
        self._misplaced: dict[Passage, str] = dict.fromkeys((*misread(instrument), *quoted(instrument)), "")
        self._places = instrument.places
        self._order = {place.passage: place.order for place in instrument.places}
        self._tops = tops_of(instrument)
        self._numbers = {
            (place.passage.division, place.passage.number)
            for place in instrument.places
            if place.passage.number and place.role not in ("contents", "margin", "cell")
        }
        self._numbers |= {("", _schedule(place.passage.division)) for place in instrument.places}
        self._parents = {(one.division, one.parent) for one in instrument.sequences}
        self._counted_on = _counted_on(instrument.sequences, self._order)
        counted = Counter((passage.division, number) for passage, number in self._tops.items())
        self._twice = {number for number, count in counted.items() if count > 1}

    def mixed(self) -> Iterator[Fault]:
        """Yield the items of another style than their neighbours."""
        for sequence in self._instrument.sequences:
            if fault := self._mixed(sequence):
                yield fault

    def add(self, fault: Fault) -> None:
        """Add what was found."""
        self.found.append(fault)
        if fault.kind == "repeated":
            self._repeated.add(fault.passage)

    def take(self, fault: Fault) -> None:
        """Take note of a number that is out of its sequence; it stands in the place of another there."""
        self.add(fault)
        stands_in = fault.passage.number.rpartition("(")[0].rpartition("(")[0]
        self._misplaced[fault.passage] = stands_in if fault.kind == "mixed" else fault.missing

    def sequences(self) -> Iterator[LabelSequence]:
        """Yield the sequences, those of clauses with headings whose number only sub-clauses tell."""
        added: dict[str, list[Label]] = {}
        for passage, number in self._tops.items():
            if not passage.number:
                added.setdefault(passage.division, []).append(Label(passage, number, int(number), typed=True))
        for sequence in self._instrument.sequences:
            more = added.pop(sequence.division, []) if _counts_clauses(sequence) else []
            labels = sorted((*sequence.labels, *more), key=lambda label: self._order[label.passage])
            yield LabelSequence(sequence.division, sequence.parent, sequence.counting, tuple(labels))

    def faults_of(self, sequence: LabelSequence) -> Iterator[Fault]:
        """Yield what is wrong with a sequence."""
        if sequence.counting == "other":
            return
        if self._skips_a_level(sequence):
            yield Fault("level", sequence.labels[0].passage, sequence.parent)
            return
        labels = [label for label in sequence.labels if label.passage not in self._misplaced]
        if sequence.counting in ("letter", "LETTER") and all(label.value != _LETTERS for label in labels):
            # statutes count "(aa)" and "(bb)" below "(ix)"
            labels = [label for label in labels if (label.value or 0) < _LETTERS]
        for run in self._runs(sequence, labels):
            kept = in_order([(label.value or 0, label.suffix) for label in run])
            yield from self._strays(sequence, run, kept)
            yield from self._gaps(sequence, run, kept)

    def _runs(self, sequence: LabelSequence, labels: Iterable[Label]) -> list[list[Label]]:
        """Return the counts in a sequence: a list in a clause may begin at 1 again, sub-clauses may not."""
        strict = sequence.parent[-1:].isdigit() and sequence.counting == "decimal"
        strict = strict and (sequence.division, sequence.parent) not in self._twice
        strict = strict or (sequence.parent == "Part" and self._is_one_schedule(sequence.division))
        runs: list[list[Label]] = []
        going: list[list[Label]] = []
        for label in labels:
            if label.value is None:
                continue
            place = _carried_on(going, label)
            if place is not None:
                del going[place + 1 :]
            elif not going or (label.value == 1 and not strict and not self._is_miscounted(going[-1], label)):
                del going[:-_DEEPEST]
                going.append([])
                runs.append(going[-1])
                place = -1
            going[_nearest(going, label) if place is None else place].append(label)
        return runs

    def _is_one_schedule(self, name: str) -> bool:
        """Tell whether a name is that of one schedule only: the parts of another are counted anew."""
        headings = (place.passage for place in self._places if place.role == "heading")
        return name != "" and sum(one.heading == 1 and one.number == name for one in headings) < 2

    def _is_miscounted(self, run: Sequence[Label], label: Label) -> bool:
        """Tell whether a 1 is a slip: it follows directly a first 1, or a first 2, or both are headings."""
        if len(run) != 1 or run[0].value not in (1, 2):
            return False
        adjacent = self._order[label.passage] - self._order[run[0].passage] == 1
        headed = run[0].value == 1 and label.passage in self._tops and run[0].passage in self._tops
        return adjacent or headed

    def _strays(self, sequence: LabelSequence, run: list[Label], kept: set[int]) -> Iterator[Fault]:
        first = {(run[at].value, run[at].suffix): run[at] for at in sorted(kept, reverse=True)}
        twins = [None if at in kept else first.get((one.value, one.suffix)) for at, one in enumerate(run)]
        for at, label in enumerate(run):
            twin = twins[at]
            if at in kept or (twin and at and twins[at - 1] and run[at - 1].value == (label.value or 0) - 1):
                continue  # the second of two clauses with one number repeats those below it in turn
            before = run[at - 1] if at else None
            due = (before.value or 0) + 1 if before else 1
            there = any(other.value == due for other in run)
            instead = "" if there else self._named(sequence, due, label)
            if twin:
                yield Fault("repeated", label.passage, instead, twin.passage)
            else:
                yield Fault("order", label.passage, instead, before.passage if before else None)

    def _gaps(self, sequence: LabelSequence, run: list[Label], kept: set[int]) -> Iterator[Fault]:
        places = sorted(kept)
        if places and places[0] == 0 and (run[0].value or 0) > 1 and not self._begins_late(sequence, run):
            yield from self._gap(sequence, None, run[0])
        for one, other in pairwise(places):
            if other == one + 1:
                yield from self._gap(sequence, run[one], run[other])

    def _gap(self, sequence: LabelSequence, before: Label | None, after: Label) -> Iterator[Fault]:
        if after.suffix and (before is None or before.suffix):
            return  # a deed puts in 9A and 14A, each where it belongs
        last = (before.value or 0) if before else 0
        for value in range(last + 1, after.value or 0):
            named = self._named(sequence, value, after)
            if value > last + 3 or not self._is_gap(sequence, named, value, before, after):
                return
            yield Fault("gap", after.passage, named, before.passage if before else None)
            return

    def _is_gap(
        self, sequence: LabelSequence, named: str, value: int, before: Label | None, after: Label
    ) -> bool:
        """Tell whether a number is missing: not lost in another paragraph, nor told by another fault."""
        end = self._order[after.passage]
        start = self._order[before.passage] if before else max(0, end - _FIRST_PLACES)
        between = [place.passage for place in self._places[start:end]]
        # Each definition may have an item (b) of its own, each form a paragraph 6: one elsewhere is another.
        near = {(one.division, one.number) for one in between}
        anew = named[0] == "(" or sum(label.value == 1 for label in sequence.labels) > 1
        if (sequence.division, named) in (near if anew else self._parents | self._numbers):
            return False
        if any(self._misplaced.get(one) == sequence.parent or one in self._repeated for one in between):
            return False
        step = step_text(sequence.counting, value)
        if "(" not in named[len(sequence.parent) :]:
            return not is_printed_in(between, named)
        return not (is_printed_in(between, f"({step})") or is_printed_in(between, f"{step})"))

    def _begins_late(self, sequence: LabelSequence, run: list[Label]) -> bool:
        """Tell whether a count that begins after 1 is none, that of an extract, or one of several that a
        converter counted on: each where the last one of its kind ended."""
        if run[0].passage in self._counted_on:
            return True
        return (not sequence.parent and run[0].passage.heading != 1) or len(run) == 1 or run[0].value is None

    def _mixed(self, sequence: LabelSequence) -> Fault | None:
        """Return an item of another style than its neighbours: "(ii)" after "(a)" is read as below it."""
        first = sequence.labels[0]
        above = sequence.parent[-1:] == ")" and sequence.parent.rpartition("(")[2][:-1]
        if not above or len(sequence.labels) > 1 or first.value in (None, 1):
            return None
        if _count_of(above) + 1 != first.value or first.text.isdigit():
            return None
        due = step_text("letter" if not _is_roman(above) or above == "h" else "roman", first.value or 0)
        if due in self._fellows(sequence, first.passage):
            return None
        return Fault("mixed", first.passage, f"({due})", None)

    def _fellows(self, sequence: LabelSequence, first: Passage) -> set[str]:
        """Return the items of the list of which a list is part."""
        before = reversed(self._places[: self._order[first]])
        above = next((place.passage for place in before if place.passage.number == sequence.parent), None)
        lists = (one.labels for one in self._instrument.sequences)
        return {
            label.text
            for labels in lists
            if any(label.passage is above for label in labels)
            for label in labels
        }

    def _skips_a_level(self, sequence: LabelSequence) -> bool:
        """Tell whether numbers such as 3.2.1 stand where there is no 3.2, but a 3.1."""
        clause, dot, _ = sequence.parent.rpartition(".")
        first, known = sequence.labels[0].passage, self._numbers
        if not dot or not sequence.parent[-1].isdigit() or first in self._misplaced:
            return False
        if (sequence.division, sequence.parent) in known or (sequence.division, f"{clause}.1") not in known:
            return False
        end = self._order[first]
        before = [place.passage for place in self._places[max(0, end - _FIRST_PLACES) : end]]
        return not is_printed_in(before, sequence.parent)

    def _named(self, sequence: LabelSequence, value: int, like: Label) -> str:
        """Return a number of a sequence in full."""
        step = step_text(sequence.counting, value)
        if like.passage.heading == 1:
            return f"{sequence.division} {sequence.parent} {step}".strip()
        if "(" in own_number(like.passage, sequence.parent):
            return f"{sequence.parent}({step})"
        return f"{sequence.parent}.{step}" if sequence.parent else step


def in_order(values: Sequence[tuple[int, str]]) -> set[int]:
    """Return the places of the values that are in order, without those that break it.

    >>> sorted(in_order([(1, ""), (2, ""), (4, ""), (3, ""), (5, ""), (5, "")]))
    [0, 1, 2, 4]
    >>> sorted(in_order([(1, ""), (2, ""), (8, ""), (3, ""), (4, "")]))
    [0, 1, 3, 4]
    """
    kept: list[int] = []
    for place, value in enumerate(values):
        if not kept or value > values[kept[-1]]:
            kept.append(place)
            continue
        goes_on = place + 1 == len(values) or values[place + 1] > values[kept[-1]]
        if not goes_on and value != values[kept[-1]] and (len(kept) == 1 or value > values[kept[-2]]):
            kept[-1] = place
    return set(kept)


def _schedule(division: str) -> str:
    """Return the schedule of a part: "Schedule 2" of "Schedule 2 Part 1"."""
    return division.partition(" Part ")[0]


def _counts_clauses(sequence: LabelSequence) -> bool:
    return (
        not sequence.parent
        and sequence.counting == "decimal"
        and "(" not in sequence.labels[0].passage.number
    )


def _carried_on(going: Sequence[Sequence[Label]], label: Label) -> int | None:
    """Return the place of the count that a number carries on, innermost first."""
    for place in range(len(going) - 1, -1, -1):
        last = going[place][-1]
        if label.value == (last.value or 0) + 1 or (label.value == last.value and label.suffix > last.suffix):
            return place
    return None


def _nearest(going: Sequence[Sequence[Label]], label: Label) -> int:
    """Return the place of the count to which a number that carries on none is nearest: rather one that it may
    go on with a gap than one in which it stands already."""
    steps = [(label.value or 0) - (count[-1].value or 0) for count in going]
    return min(
        range(len(going)), key=lambda place: (not 0 < steps[place] <= _WIDEST_GAP, abs(steps[place]), -place)
    )


def _count_of(step: str) -> int:
    return (
        ord(step[0].lower()) - 96
        if len(step) == 1 and step.isalpha() and step not in "ivx"
        else {"i": 1}.get(step, -9)
    )


def _is_roman(step: str) -> bool:
    return step in ("i", "v", "x")
