"""Whether a reference that seems to point to nothing does so in truth, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place, has_body
from clausekit.checks.instrument.references import Reference
from clausekit.checks.instrument.unnumbered import UNNUMBERED
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.fragments import numbers_printed_in
from clausekit.checks.rules.references._counted import is_next_of_codes, next_after
from clausekit.checks.rules.references._divisions import unused_divisions
from clausekit.checks.rules.references._found import is_numbered, word_of_the_body
from clausekit.checks.rules.references._headings import headings_by_words, plain_words
from clausekit.checks.rules.references._provisions import whole_of
from clausekit.checks.rules.references._titles_of_divisions import begin_like_divisions, parts_told_of
from clausekit.checks.rules.references._varied import Varied, varies
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import CALLED_OTHERWISE, PROVISIONS

_ELSEWHERE = pattern(
    r"[ \u00a0](?:(?:of|to)[ \u00a0](?:the|its|their|that|an?|each|any)|in[ \u00a0](?:the|its|their|that))"
    r"[ \u00a0](?!agreement|parties|(?:same )?(?:form|manner|way|case|event|order)\b)[a-z]"
)
_TO_COME = pattern(
    r"\b(?:added|inserted|appended|annexed|attached|issued|published|circulated)\b[^.;]{0,60}\bas"
    r"(?: an?)?(?: new)?"
    r"(?:[ \u00a0](?:Tables?|Schedules?|Annexe?s?|Append(?:ix|ices)|Parts?)[ \u00a0][\w, ]{1,20}?"
    r"(?:and|or|,))?[ \u00a0]$"
)
"""What stands before a table or a schedule that will be there: "are added to this Schedule as Table 2A"."""
_LAW = pattern(r"\b(?:Act|Regulations|Order|Directive|GDPR|Code)\b")
_OF_LAW = pattern(
    r"\b(?:Act|Regulations|Order|Directive|GDPR)(?:[ \u00a0]\d{4})?,?[ \u00a0](?:and|or)"
    r"(?:[ \u00a0](?:to|in|of|under))?[ \u00a0]$"
)
_OF_A_REPORT = pattern(
    r"\b(?:to|in|of|with) (?:the|an?|its|their) (?:[\w’-]+ ){0,3}(?:report|paper|agenda|minutes)\b"
    r"[^.;()]{0,20}[(,] ?(?:at |in |as |see )?$"
)
"""What stands before what is attached to a report: "attached to the report (Appendix 2)"."""
_RECORD = pattern(
    r"(?:draft )?(?:minutes|agenda|report (?:to|of|for|by)|(?:cabinet|committee|board|council|officer) report"
    r"|record of|decision (?:record|notice|report)|briefing)\b|[\w’ &-]{3,60}\bminutes$",
    re.IGNORECASE,
)
"""The title of what tells of an instrument: its clauses are those of that one."""
_CAPTION = pattern(
    r"[ \u00a0]?(?:(?:[:–—]|- )[ \u00a0]?[A-Z]|:[ \u00a0](?:how|what|who|where|when|which|the) )"
)
"""What comes after the number of a table in its caption, or in a list of tables."""
_ITEM = pattern(r"\([a-zA-Z]{1,5}\)$")
_STEP = pattern(r"\.\d+|\([^()]+\)")
_LATER_NUMBER = pattern(r"[2-9]|\d{2}|[B-Z]")
_SEVERAL, _MUCH = 2, 6
_LETTERED = pattern(r"[A-Z]\d{1,2}\b")
_DOCUMENT = pattern(
    r"\b(?:code|guidance|policy|plan|report|framework|manual|constitution|specification|toolkit|standard)\b",
    re.IGNORECASE,
)
_OTHER_DOCUMENT = pattern(
    rf"{_DOCUMENT.pattern}|\b(?:cases?|papers?|letters?|statements?|agreements?)\b", re.IGNORECASE
)
_NEAR = 60
_FARTHEST_TO_COME = 120
_LONGEST_CITING = 16
_NEARBY = 3
"""So many paragraphs before it may count the items that a paragraph refers to."""
_SAID = pattern(r"\b(?:said|such|aforesaid|aforementioned) $", re.IGNORECASE)
_FIRST_TITLES = 4
_ATTACHMENT_LAST = pattern(r"(?:Schedule|Annex|Appendix) ([\w-]+)(?: Part [\w-]+)?$")
_ATTACHED = ("schedule", "annex", "appendix")
_OF_THIS_PART = pattern(r"this part", re.IGNORECASE)


class Whereabouts:
    """What the numbers of an instrument tell of a reference that points to nothing."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._parents = {(one.division, one.parent) for one in instrument.sequences}
        self._with_items = {
            (one.division, one.parent)
            for one in instrument.sequences
            if one.labels[0].passage.number.endswith(")")
        }
        self._counted = {
            division for division, parent in self._parents if not parent or parent[-1:].isdigit()
        }
        self._numbers = {
            (place.passage.division, place.passage.number)
            for place in instrument.places
            if place.passage.number
        }
        self._begun = Counter(
            place.passage.number for place in instrument.places if place.passage.heading == 1
        )
        self._of_the_body = set(_divisions_of_the_body(instrument))
        self._titles = set(begin_like_divisions(instrument.places))
        self._by_title = headings_by_words(instrument)
        self._kinds = {
            place.passage.division.partition(" ")[0].lower()
            for place in instrument.places
            if place.passage.division
        }
        self._kinds |= {found[1].lower() for place in instrument.places if (found := _unnumbered(place))}
        self._varied = Varied(instrument, self._kinds) if varies(instrument) else None

    def has(self, reference: Reference) -> bool:
        """Tell whether it is there in parts."""
        if reference.apart:
            return False
        number = reference.number.rstrip(".")
        if reference.kind in (*_ATTACHED, "part", "table"):
            named = f"{reference.kind.capitalize()} {number}"
            if reference.kind in _ATTACHED and _OF_THIS_PART.fullmatch(reference.of):
                return self._begun[named] > 1
            if (parts := parts_told_of(reference, self._instrument)) is not None:
                return number.lower() in parts
            of_a_deed = (
                self._varied is not None and self._instrument.place_of[reference.at.passage].role != "cell"
            )
            return named.lower() in (self._titles_outside_tables if of_a_deed else self._titles)
        if self._stands_in_line(reference) or number in self._lettered:
            return True
        if reference.kind != "paragraph" and any(
            (division, number) in self._numbers for division in self._of_the_body
        ):
            return True
        numbers = {(division, number) for division in self._divisions(reference)}
        return not numbers.isdisjoint(self._parents)

    def is_of_the_body_by_chance(self, reference: Reference) -> bool:
        """Tell whether "paragraph 6" in a schedule with paragraphs only finds clause 6 of the body."""
        division, target = reference.at.passage.division, reference.target
        return (
            reference.kind == "paragraph"
            and is_numbered(reference)
            and not reference.within
            and bool(division)
            and division in self._counted
            and target is not None
            and not target.division
            and word_of_the_body(self._instrument) == "clause"
        )

    def _stands_in_line(self, reference: Reference) -> bool:
        """Tell whether an item of a list is counted inside a sentence: "if (i) it ends or (ii) it fails"."""
        found = _ITEM.search(reference.number)
        if found is None:
            return False
        above = reference.number[: found.start()]
        passage = reference.at.passage
        if above:
            target = self._instrument.targets.find(reference.kind, above, reference.within, passage)
            around = [target] if target else []
        else:
            order = self._instrument.place_of[passage].order
            nearby = self._instrument.places[max(0, order - _NEARBY) : order + 1]
            around = [place.passage for place in nearby]
        item = re.compile(rf"(?<![\w)]){re.escape(found[0])}(?=[ \u00a0]\w)")
        return any(
            (one, match.start()) not in self._cited
            for one in around
            for match in item.finditer(one.text, one.typed)
        )

    def confidence(self, reference: Reference) -> Confidence:
        """Return how sure it is that it must be there.

        Parts and tables may stand in what is attached; a deed of variation speaks of the clauses of what it
        varies; "paragraph 4 of the code of conduct" is of another document, though without a name.
        """
        if _TO_COME.search(reference.phrase.shortly_before(_FARTHEST_TO_COME)):
            return "doubtful"
        if reference.apart:
            return "likely"
        if self.may_be_of_another(reference) or _ELSEWHERE.match(reference.phrase.after):
            return "doubtful"
        if reference.kind == "recital" and reference.number.strip("()").isalpha():
            return "likely" if self._has_lettered_recitals else "doubtful"
        if _SAID.search(reference.phrase.shortly_before(_LONGEST_CITING)) or not self._counts_like(reference):
            return "doubtful"
        if self._is_joined(reference) or (
            reference.kind != "clause"
            and "." not in reference.number
            and _OF_LAW.search(reference.phrase.shortly_before(40))
        ):
            return "doubtful"
        if reference.phrase == reference.at and _DOCUMENT.search(reference.phrase.shortly_before(_NEAR)):
            return "doubtful"  # "the Code of Practice (see 7.3)"
        if _OF_A_REPORT.search(reference.phrase.shortly_before(_NEAR)):
            return "doubtful"
        if reference.kind in ("clause", "section", *CALLED_OTHERWISE):
            if "." in reference.number and not self._has_digits:
                return "doubtful"  # a record with "i.", "ii." that speaks of its report
            if self._is_record:
                return "doubtful"
            in_parts = not self._of_the_body.isdisjoint(self._counted)
            return "certain" if "" in self._counted or in_parts else "doubtful"
        if reference.kind in _ATTACHED:
            if reference.owner not in ("own", "unsaid"):
                return "doubtful"
            if not has_body(self._instrument.places):
                return self._confidence_in_schedule(reference)
            if self._kinds - {"part"}:
                return "certain"
            return "likely" if self._is_sole(reference) else "doubtful"
        if reference.kind == "table":
            listed = _CAPTION.match(reference.phrase.after) is not None
            return "likely" if self._instrument.targets.has_tables() and not listed else "doubtful"
        if reference.kind == "part":
            return "likely" if "part" in str(self._kinds) or reference.within else "doubtful"
        if reference.kind == "paragraph":
            if is_next_of_codes(reference, self._numbers):
                return "likely"
            if reference.within and reference.within[0][0] in PROVISIONS:
                return "likely" if self._is_of_one_with_items(reference) else "doubtful"
            if "." not in reference.number and not reference.within and _LAW.search(reference.phrase.before):
                return "doubtful"
            where = self._divisions(reference)
            counted = self._counted.intersection(where if reference.within else where[-1:])
            return "likely" if counted or self._is_of_one_without_numbers(reference) else "doubtful"
        return "doubtful"

    def _is_of_one_with_items(self, reference: Reference) -> bool:
        """Tell whether a clause has items, of which "paragraph (d) of clause 2.1" is to be one."""
        (kind, number), *outer = reference.within
        above = self._instrument.targets.find(kind, number, outer, reference.at.passage)
        return above is not None and (above.division, above.number) in self._with_items

    def _is_of_one_without_numbers(self, reference: Reference) -> bool:
        """Tell whether a paragraph is to be in a schedule in which nothing begins with its number, though
        there is much in it, and the paragraphs of two other schedules were recognised."""
        if not reference.within or reference.within[0][0] not in _ATTACHED:
            return False
        (kind, number), *outer = reference.within
        schedule = self._instrument.targets.find(kind, number, outer, reference.at.passage)
        others = [one for one in self._counted if one and not one.startswith("Part ")]
        if schedule is None or schedule.heading != 1 or len(others) < _SEVERAL:
            return False
        inside = list(whole_of(schedule, self._instrument))
        begins = re.compile(rf"\s*\(?{re.escape(reference.number.strip('()'))}\b")
        return len(inside) > _MUCH and not any(begins.match(one.text) for one in inside[1:])

    @cached_property
    def _is_record(self) -> bool:
        """Whether it is a report, or the minutes of a meeting, by its title."""
        begin = [one for one in self._instrument.places if one.role in ("cover", "heading")][:_FIRST_TITLES]
        return any(_RECORD.match(one.passage.words.strip()) for one in begin if not one.passage.number)

    @cached_property
    def _has_digits(self) -> bool:
        """Whether provisions are counted with digits at all."""
        return any(number[:1].isdigit() for _, number in self._numbers)

    @cached_property
    def _has_lettered_recitals(self) -> bool:
        """Whether recitals are counted with letters, as "(A)" and "(B)" before the first clause."""
        find = self._instrument.targets.find
        at = self._instrument.places[0].passage
        return all(find("recital", letter, (), at) is not None for letter in "AB")

    def _confidence_in_schedule(self, reference: Reference) -> Confidence:
        """Return how sure it is that a schedule on its own must have an appendix or an annex."""
        if self._is_next_of_its_own(reference):
            return "certain"
        document = _OTHER_DOCUMENT.search(reference.phrase.shortly_before(_NEAR))
        may_have = self._kinds and reference.kind not in ("schedule", *self._kinds)
        sole = self._is_sole(reference, ("annex", "appendix"))
        return "likely" if may_have and not document and sole else "doubtful"

    def _is_next_of_its_own(self, reference: Reference) -> bool:
        """Tell whether a schedule on its own, with two or more attachments of a kind, speaks of the next one:
        "Appendix C" where there are A and B."""
        named = {
            found[1]
            for place in self._instrument.places
            if (found := _ATTACHMENT_LAST.search(place.passage.division))
            and found[0].lower().startswith(reference.kind)
        }
        outer = self._instrument.places[0].passage.division.lower().startswith(reference.kind)
        return len(named) > 1 and not outer and reference.number in next_after(named)

    def _is_sole(self, reference: Reference, kinds: Sequence[str] = _ATTACHED) -> bool:
        """Tell whether it is the second or later attachment, in an instrument that has and names no other.

        If several are named, or the first, they are kept in another file.
        """
        named = {
            (one.kind, one.number.lower())
            for one in self._instrument.references
            if one.kind in kinds and one.owner in ("own", "unsaid") and not one.within
        }
        plain = _LATER_NUMBER.fullmatch(reference.number) and not reference.within
        by_law = _LAW.search(reference.phrase.shortly_before(_NEAR))
        return len(named) == 1 and bool(plain) and not by_law

    def _counts_like(self, reference: Reference) -> bool:
        """Tell whether items are counted where a bare "paragraph (b)" stands."""
        if not reference.number.startswith("(") or reference.within:
            return True
        passage = reference.at.passage
        number = passage.number
        around = {number, *(number[: step.start()] for step in _STEP.finditer(number))}
        return any((passage.division, parent) in self._with_items for parent in around)

    def may_be_of_another(self, reference: Reference) -> bool:
        """Tell whether a reference may be to what a deed varies: it stands where the deed says how."""
        return self._varied is not None and self._varied.may_have(reference)

    def remedy(self, reference: Reference) -> str:
        """Return what would be right: the clause that has the heading in brackets, if one has."""
        titled = self._by_title.get(plain_words(reference.title.text)) if reference.title else None
        if titled is not None and (titled.number or titled.division):
            return (
                f"“{reference.title.text if reference.title else ''}” is {titled.number or titled.division}."
            )
        if len(self._unused) == 1 and self._unused[0].lower().startswith(reference.kind):
            return f"Perhaps {self._unused[0]} is meant, to which nothing refers."
        return "Put in the number of the provision that is meant, or take the reference out."

    def _divisions(self, reference: Reference) -> tuple[str, ...]:
        scope = " ".join(f"{kind.capitalize()} {number}" for kind, number in reversed(reference.within))
        if not scope:
            at = reference.at.passage
            own = "" if at.heading == 1 and not reference.is_of_its_schedule else at.division
            return (own,) if reference.is_of_its_schedule else ("", own)
        inner = f" {scope}"
        parts = f"{scope} Part "
        return (
            scope,
            *sorted(one for one in self._counted if one.endswith(inner) or one.startswith(parts)),
        )

    def _is_joined(self, reference: Reference) -> bool:
        """Tell whether the number stands inside a paragraph, so that it only seems to be missing."""
        printed = self._printed.get(reference.number, frozenset())
        if self.is_of_the_body_by_chance(reference) and self._is_near_its_last(reference):
            return reference.at.passage.division in printed
        if reference.within or reference.is_of_its_schedule:
            return not printed.isdisjoint(self._divisions(reference))
        return bool(printed)

    def _is_near_its_last(self, reference: Reference) -> bool:
        """Tell whether a number with a point, "6.3", is of a paragraph of the schedule, or of the next."""
        first, point, _ = reference.number.partition(".")
        division = reference.at.passage.division
        own = [number.partition(".")[0] for where, number in self._numbers if where == division]
        last = max((int(number) for number in own if number.isdecimal()), default=0)
        return bool(point) and first.isdecimal() and int(first) <= last + 1

    @cached_property
    def _titles_outside_tables(self) -> Set[str]:
        """The titles of divisions but for those in tables, where a deed tells what of another it varies."""
        return set(begin_like_divisions(one for one in self._instrument.places if one.role != "cell"))

    @cached_property
    def _lettered(self) -> set[str]:
        """The numbers such as "B1" with which paragraphs or rows of tables begin."""
        found = (_LETTERED.match(place.passage.text) for place in self._instrument.places)
        return {one[0] for one in found if one}

    @cached_property
    def _cited(self) -> set[tuple[Passage, int]]:
        """Where the last item of the number of each reference stands: the "(b)" of "clause 7.3(b)"."""
        found = set()
        for one in self._instrument.references:
            item = _ITEM.search(one.at.text)
            if item:
                found.add((one.at.passage, one.at.start + item.start()))
        return found

    @cached_property
    def _printed(self) -> Mapping[str, Set[str]]:
        """The numbers that stand before words inside of paragraphs, each with the divisions of those."""
        found: dict[str, set[str]] = defaultdict(set)
        for place in self._instrument.places:
            if place.role in ("text", "heading", "cell"):
                for number in numbers_printed_in([place.passage]):
                    found[number].add(place.passage.division)
        return found

    @cached_property
    def _unused(self) -> list[str]:
        return [one.division for one in unused_divisions(self._instrument)]


def _unnumbered(place: Place) -> re.Match[str] | None:
    """Return the word of a heading that is no more than "The Schedule"."""
    return UNNUMBERED.fullmatch(place.passage.words.strip()) if place.role == "heading" else None


def _divisions_of_the_body(instrument: Instrument) -> Iterator[str]:
    """Yield the divisions whose numbers go on from the body's: parts of it, or what seemed a schedule."""
    for sequence in instrument.sequences:
        begins = sequence.labels[0].value or 1
        if (
            sequence.division
            and not sequence.parent
            and (begins > 1 or sequence.division.startswith("Part "))
        ):
            yield sequence.division
