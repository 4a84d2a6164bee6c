"""References: what each points to in the instrument, whether a field prints it or it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from clausekit.checks.instrument.named_schedules import NamedSchedules
from clausekit.checks.instrument.own_words import OwnWords
from clausekit.checks.instrument.places import Place, has_body
from clausekit.checks.instrument.unnumbered import UnnumberedSchedules
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage, Span
from clausekit.recognition.codes import coded_mentions
from clausekit.recognition.owners import Owner
from clausekit.recognition.references import CALLED_OTHERWISE, Mention, ReferenceKind, mentions
from clausekit.recognition.targets import Targets

_THIS = pattern(
    r"\b[Tt]h(?:is|ese) (?:(?-i:[A-Z][a-z]+) ){0,3}"
    r"(agreement|deed|letter|memorandum|mou|contract|lease|licence|protocol|addendum|supplement"
    r"|notice|order|variation|call-off|statement|schedule|annexe?|appendix|volume|specification|document"
    r"|terms of reference|plan|framework)\b",
    re.IGNORECASE,
)
_WHOLE = frozenset(("agreement", "contract", "memorandum", "deed", "lease", "licence", "protocol", "mou"))
_PARTS = frozenset(("schedule", "annex", "annexe", "appendix"))
_TOLD_OF = pattern(
    r"\b(?:an?|the) (?:[\w-]+ ){0,4}agreement\b[^.;]{0,250}?\bdated\b[^.;]{0,120}?"
    r"\((?:the )?[“\"‘'](?:the )?(?P<name>Agreement)[”\"’']\)"
)
"""What names another agreement: "an agreement under section 75, dated 27 March 2024 (“the Agreement”)"."""
_OFTEN = 2
"""So often at least an instrument calls itself "this letter"."""
_FEW = 3
"""So many of a kind may be missing though none is there."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One number of a reference; "clauses 7.3 and 8" are two.

    ``at`` is the number as printed, ``phrase`` the whole reference of which it is one. ``number`` is what it
    means ("(b)" after "7.3(a) and" is 7.3(b)), ``within`` what it is part of, innermost first, ``title`` the
    words in brackets after it, or None. ``through`` marks the end of a range, ``this`` the form "this
    Schedule 7". ``owner`` tells whose provision it is by its own words: "own", "law", "document" or
    "unsaid"; ``of`` are those words. ``bookmark`` is set if a field prints it.
    ``target`` is the passage it points to: None if the instrument has none, or if it is not its own.
    ``container`` tells that what it is part of is there (true if it is part of nothing): if not, the fault
    is that of the reference to the container, which is a reference of its own. ``apart`` tells that it is of
    "this Schedule", or "the Schedule", whose heading has no number: what the body counts is not meant.
    """

    at: Words
    phrase: Words
    kind: ReferenceKind
    number: str
    within: tuple[tuple[ReferenceKind, str], ...] = ()
    title: Words | None = None
    through: bool = False
    this: bool = False
    owner: Owner = "unsaid"
    of: str = ""
    bookmark: str = ""
    target: Passage | None = None
    container: bool = True
    apart: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it refers to the instrument itself, as far as its words tell.

        A bare "section 75" does only if the instrument's own clauses are called sections: see
        ``Instrument.calls_clauses_sections``.
        """
        return self.owner == "own" or (
            self.owner == "unsaid" and self.kind not in ("section", *CALLED_OTHERWISE)
        )

    @property
    def is_of_its_schedule(self) -> bool:
        """Whether it says that it refers to the schedule in which it stands: "paragraph 2 of this Schedule",
        "paragraph 2 below"."""
        if self.apart or not self.at.passage.division:
            return self.apart
        near = self.kind == "paragraph" and not self.of and _NEARBY.match(self.phrase.after)
        return bool(near) or _OF_THIS_SCHEDULE.match(self.of) is not None


def references_of(places: Sequence[Place], targets: Targets) -> Iterator[Reference]:
    """Yield the references of all passages but the contents, in order; of the heading of a division, those in
    brackets at its end."""
    found = list(_found(places, targets))
    unread = _sorts_unread(found)
    for reference in found:
        yield replace(reference, owner="law", target=None) if _sort(reference) in unread else reference


def _found(places: Sequence[Place], targets: Targets) -> Iterator[Reference]:
    others = _other_instruments(places)
    own = OwnWords(places)
    schedules = UnnumberedSchedules(places)
    named_schedules = NamedSchedules(places)
    letters = _letters_of_codes(places)
    alone = not has_body(places)
    for place in places:
        passage = place.passage
        if place.role == "contents":
            continue
        fields = [span for span in passage.spans if span.reference and span.end > span.start]
        start = _brackets_at_the_end(passage.text) if passage.heading == 1 else passage.typed
        found = (*mentions(passage.text, start), *coded_mentions(passage.text, start, letters))
        known = map(named_schedules.known, sorted(found, key=lambda one: one.start))
        named = (own.known(mention, passage) for mention in known)
        for mention in _with_owners(named, others):
            field = next(
                (span for span in fields if span.start < mention.end and mention.start < span.end), None
            )
            if field is not None:
                fields.remove(field)
            from_where = passage if passage.heading != 1 else _above(passage)
            reference = _reference(mention, passage, from_where, field, targets)
            bare = reference.kind in ("clause", "paragraph") and not reference.within
            if bare and (numbers := schedules.numbers(reference.of, passage)):
                reference = replace(reference, target=numbers.get(reference.number), apart=True)
            elif bare and reference.kind == "paragraph" and not reference.of:
                beside = schedules.beside(reference.number, passage)
                reference = replace(reference, target=beside, apart=True) if beside else reference
            if reference.target is None and own.are_doubtful(mention, passage.text):
                reference = replace(reference, owner="law")
            yield replace(reference, owner="document") if alone and _is_outside(reference) else reference
        for field in fields:
            yield _bare_field(field, passage, targets)


def _letters_of_codes(places: Sequence[Place]) -> Set[str]:
    """Return the letters by which paragraphs are numbered: "B" of "B1", "B2" below "B. Aims", or of at least
    three of them."""
    numbers = {place.passage.number for place in places}
    first = {one[0] for one in numbers if one[:1].isupper() and one[1:] == "1"}
    return {one for one in first if one in numbers or {f"{one}2", f"{one}3"} <= numbers}


def _sort(reference: Reference) -> tuple[ReferenceKind, bool]:
    """Return the kind of a reference, and whether it is to an item: "standing order 3(e)"."""
    return reference.kind, "(" in reference.number


def _sorts_unread(references: Sequence[Reference]) -> Set[tuple[ReferenceKind, bool]]:
    """Return the sorts, articles or items of rules, of which far fewer are there than not: those are of other
    texts, or were not recognised."""
    own = [one for one in references if one.kind in CALLED_OTHERWISE and one.owner == "own"]
    missing = Counter(_sort(one) for one in own if one.target is None)
    there = Counter(_sort(one) for one in own if one.target is not None)
    return {sort for sort, count in missing.items() if count > max(_FEW, 2 * there[sort])}


def _is_outside(reference: Reference) -> bool:
    """Tell whether schedules on their own speak of a clause or a schedule of the agreement."""
    bare = reference.kind == "clause" and reference.owner == "unsaid"
    return reference.target is None and (bare or reference.of.lower() == "the agreement")


_LED_FROM = pattern(
    r"[(\[] ?(?:see |from |under |referred to in )?(?:clause|paragraph|section|schedule|annex|appendix)"
    r"(?:[^()\[\]]|\([^()]*\))*[)\]]\s*$",
    re.IGNORECASE,
)
"""Brackets behind the heading of a schedule that name the provision which leads to it: "(clause 7.2)"."""
_NEARBY = pattern(r" (?:below|above)\b")
_OF_THIS_SCHEDULE = pattern(r"this (?:[\w’&-]+ ){0,5}?(?:schedule|annexe?|appendix)\b", re.IGNORECASE)


def _other_instruments(places: Sequence[Place]) -> frozenset[str]:
    """Return what others are called by a text that names itself otherwise: "the Agreement" in a letter."""
    calls = Counter(found[1].lower() for place in places for found in _THIS.finditer(place.passage.text))
    body = has_body(places)
    whole = any(calls[name] for name in _WHOLE)
    own = {
        name for name, count in calls.items() if count >= _OFTEN and not (body and whole and name in _PARTS)
    }
    if own - _WHOLE or (own and calls.total() > _OFTEN):
        return _WHOLE - set(calls)
    if calls["agreement"] or calls["deed"]:
        return frozenset()
    told = (_TOLD_OF.search(place.passage.text) for place in places)
    return frozenset(found["name"].lower() for found in told if found)


def _with_owners(found: Iterator[Mention], others: frozenset[str]) -> Iterator[Mention]:
    """Yield the mentions of a passage, those of another instrument as such.

    What it has been said to be of, a number is of also where that is not said again.
    """
    named: set[tuple[ReferenceKind, str]] = set()
    for mention in found:
        if mention.owner == "own" and mention.of.lower().removeprefix("the ") in others:
            mention = replace(mention, owner="document")
            named.add((mention.kind, mention.number))
        elif mention.owner == "unsaid" and (mention.kind, mention.number) in named:
            mention = replace(mention, owner="document")
        yield mention


def _brackets_at_the_end(heading: str) -> int:
    """Return where the brackets "(clause 7.2)" begin with which a heading ends, or where it ends."""
    brackets = _LED_FROM.search(heading)
    return brackets.start() if brackets else len(heading)


def _above(heading: Passage) -> Passage:
    """Return the heading of a schedule as if it stood in the body, that of a part as if in its schedule."""
    return replace(heading, division=heading.division.rpartition(" Part ")[0])


def _reference(
    mention: Mention, passage: Passage, from_where: Passage, field: Span | None, targets: Targets
) -> Reference:
    target, container = None, True
    if mention.owner in ("own", "unsaid"):
        target = targets.find(mention.kind, mention.number, mention.within, from_where)
        if target is None and mention.within:
            (kind, number), *outer = mention.within
            container = targets.find(kind, number, outer, from_where) is not None
    if field is not None:
        target = targets.bookmark(field.reference) or target
    found = Reference(
        Words(passage, mention.start, mention.end),
        Words(passage, *mention.phrase),
        mention.kind,
        mention.number,
        mention.within,
        Words(passage, *mention.title) if mention.title[1] else None,
        mention.through,
        mention.this,
        mention.owner,
        mention.of,
        field.reference if field else "",
        target,
        container,
    )
    if target is not None and found.is_of_its_schedule and not target.division:
        return replace(found, target=None)  # a clause of that number is no paragraph of the schedule
    return found


def _bare_field(field: Span, passage: Passage, targets: Targets) -> Reference:
    """Return the reference of a field without a word before it that tells its kind."""
    words = Words(passage, field.start, field.end)
    target = targets.bookmark(field.reference)
    kind: ReferenceKind = "schedule" if target and target.heading == 1 else "clause"
    return Reference(words, words, kind, words.text, owner="own", bookmark=field.reference, target=target)
