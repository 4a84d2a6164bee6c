"""What is said of the provision to which a sentence refers, though it is another one that is headed by that.

"The Council may vary it under clause 12", which is headed Insurance, while clause 22 is headed Variation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of, plain_words, term_in
from clausekit.checks.rules.references._provisions import Elsewhere, provision
from clausekit.checks.rules.references._subjects import END, END_OR_EXTENSION, SUBJECTS, Noun, Subject
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

NEUTRAL = (
    r"this|that|the|these|those|any|each|every|its|their|his|an?|such|all|either|both|it|them|one"
    r"|of|by|for|from|with|to|on|at|or|and|through|is|are|be|been|being|shall|may|will|must|can|has|have"
    r"|only|early|earlier|sooner|otherwise|first|then|also|always|in writing|whether|in accordance with|under"
    r"|dealt|managed|treated|handled|made|given|served|taken|done|carried|out|borne|shared|met|settled|resolved"
    r"|referred|resolution|set|agreed|required|apply|applies|contained|described|established|up|appointed"
    r"|procedures?|process|provisions?|arrangements?|rules|requirements?|steps|mechanism|terms|obligations?"
    r"|duty|duties|rights?|notice|agreement|part(?:y|ner|ner’s)|parties|partners|council|trust"
)
_SAID = pattern(
    r"\b(?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{one.said})" for name, one in SUBJECTS.items())
    + rf")(?:,? (?:{NEUTRAL})\b){{0,9}}$",
    re.IGNORECASE,
)
DONE = (
    r"(?:set out|contained|described|listed|given|provided|specified|detailed|laid down|stated|found"
    r"|required|established|constituted|set up|maintained|held|kept|run|managed|appointed|nominated"
    r"|named|designated|prepared|drawn up|produced|made|referred to|mentioned|provided for|permitted"
    r"|allowed|imposed|conferred)"
)
UNDER = r"(?:under|in accordance with|pursuant to|by virtue of|in line with|according to)"
LEADS = pattern(
    r",?\s(?:(?:as|which|that|are|is|be|being|have been|has been|was|were|only|always)\s){0,3}"
    rf"(?:{UNDER}|{DONE}\s(?:in|by|under|at)"
    r"|(?:procedure|process|provisions|arrangements|rules|requirements|steps|mechanism|terms)\s(?:in|of|under|at)"
    r"|to which|in|see)\s$",
    re.IGNORECASE,
)
_BY = r"(?:by (?:the )?[A-Z]\w+(?: [A-Z]\w+)? )?"
_DESCRIBED = pattern(
    r"(?:(?<!\bof )(?<!\bfor )\b(?i:the|an?|those|its|their|our|any|each|all|other|means|and)|^) "
    r"(?:[A-Za-z-]+ ){0,2}?"
    rf"(?P<noun>[A-Za-z]+) (?:(?:which|that) )?(?:(?:is|are) )?(?:{DONE} {_BY}(?:in|by|at|{UNDER})|in) $"
)
"""What names directly before a reference what is there: "the board described in"."""
_MEANS = pattern(
    r"^.{0,60}?(?:\bmeans|\bmean|\bis|\bare|:)? ?\b(?:the|an?|those|what|such) (?:[\w-]+ ){0,3}?"
    r"(?:(?:(?:of|from) (?:the |each |an? )?[A-Z]\w+(?: [A-Z]\w+)? ){0,2}(?:from time to time )?"
    rf"{DONE} {_BY}(?:in|by|{UNDER})"
    rf"|(?:(?:which|that) )?(?:an?|the|each|any) [^,;.]{{3,80}} {UNDER}) $"
)
"""A definition that says no more than where the thing is dealt with."""
_IN_FORCE = pattern(
    r"\b(?:commence|take|begin|start|continue|last)s?\b[^.;]{0,140}\b"
    rf"(?:subject (?:always )?to(?: the provisions of)?|(?P<unless>unless [^.;]{{0,60}}{UNDER})) $",
    re.IGNORECASE,
)
"""What says from when an agreement is in force, unless it is ended or extended."""
_FARTHEST = 160
_ATTACHED = ("schedule", "annex", "appendix")
_KINDS = (*PROVISIONS, *_ATTACHED)


def described_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision that is headed by another subject, and says no word of the one for
    which the sentence names it, with the first heading that names that subject."""
    provisions, schedules = _Treated(instrument), _Schedules(instrument)
    for reference in own_references(instrument):
        target = reference.target
        if reference.kind not in _KINDS or target is None or reference.title or reference.this:
            continue
        treated = schedules if reference.kind in _ATTACHED else provisions
        if (reference.within or reference.of) and not target.division and reference.kind == "paragraph":
            continue
        title = plain_words(treated.title_above(target))
        if set(title.split()) & set(plain_words(term_in(reference.at.passage, instrument)).split()):
            continue  # "the group set up under clause 8", which is headed by the term, "Home Board"
        if title and title in plain_words(reference.phrase.shortly_before(_FARTHEST)):
            continue  # "The Home Board does its business under Schedule 4", headed "Home Board"
        for subject in _subjects(reference):
            other = treated.elsewhere(target, subject)
            if other is not None:
                named, title = f"{reference.kind} {reference.number}", treated.title_above(target)
                lack = f"What {named} is named for is not dealt with there: it is “{title}”."
                yield Elsewhere(reference, lack, other)
                break


def _subjects(reference: Reference) -> Iterator[Subject | Noun]:
    """Yield what a sentence names before a reference as what is dealt with there."""
    before = reference.phrase.shortly_before(_FARTHEST)
    leads = LEADS.search(before)
    said = _SAID.search(before[: leads.start()]) if leads else None
    if said and said.lastgroup:
        yield SUBJECTS[said.lastgroup.replace("_", " ")]
    if in_force := _IN_FORCE.search(before):
        yield END if in_force["unless"] else END_OR_EXTENSION
    described = _DESCRIBED.search(before)
    noun = Noun(described["noun"].lower() if described else "")
    term = reference.at.passage.term
    if not noun.tells and term and _MEANS.search(before):
        noun = Noun(term.split()[-1].lower())
    if noun.tells:
        yield noun


class _Treated:
    """Which provisions may deal with a subject: by their headings, and by their text."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._headings = {
            passage: title
            for passage, title in headings_of(instrument).items()
            if passage.heading and passage.heading != 1
        }

    @cached_property
    def _counted(self) -> Mapping[tuple[str, str], int]:
        """How often each number stands in its division."""
        return Counter((one.passage.division, one.passage.number) for one in self._instrument.places)

    def elsewhere(self, target: Passage, subject: Subject | Noun) -> Passage | None:
        """Return the first provision that is headed by a subject, if another one that says no word of it is
        named for it."""
        heading = self._heading_above(target)
        if heading is None:
            return None
        headed = [
            one
            for one, title in self._headings.items()
            if one.division == target.division and subject.heads(title)
        ]
        if not headed or heading in headed or self._may_be_in(target, subject):
            return None
        return headed[0] if self._counted[target.division, target.number] == 1 else None

    def title_above(self, target: Passage) -> str:
        """Return the heading of a provision, or of the clause in which it is."""
        heading = self._heading_above(target)
        return self._headings[heading] if heading else ""

    def _heading_above(self, passage: Passage) -> Passage | None:
        above = passage if passage in self._headings else self._instrument.place_of[passage].clause
        return above if above in self._headings else None

    def _may_be_in(self, passage: Passage, subject: Subject | Noun) -> bool:
        """Tell whether a provision, or what stands in it, or a heading above it speaks of a subject."""
        return bool(subject.may_be_in(self.title_above(passage))) or any(
            subject.may_be_in(one.text) for one in provision(passage, self._instrument)
        )


class _Schedules(_Treated):
    """Which schedules may deal with a subject."""

    def __init__(self, instrument: Instrument) -> None:
        super().__init__(instrument)
        self._titles = {
            passage: title
            for passage, title in headings_of(instrument).items()
            if passage.heading == 1 and title and " Part " not in passage.division
        }

    def elsewhere(self, target: Passage, subject: Subject | Noun) -> Passage | None:
        """Return the only schedule that is headed by a subject, if another one that says no word of it is
        named for it."""
        headed = [one for one, title in self._titles.items() if subject.heads(title)]
        if target not in self._titles or target in headed or len(headed) != 1:
            return None
        return None if subject.may_be_in(self._texts[target.division]) else headed[0]

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """All that stands in each schedule."""
        texts: dict[str, list[str]] = defaultdict(list)
        for place in self._instrument.places:
            if place.role != "contents":
                texts[place.passage.division.partition(" Part ")[0]].append(place.passage.text)
        return {name: "\n".join(each) for name, each in texts.items()}

    def title_above(self, target: Passage) -> str:
        """Return the title of a schedule."""
        return self._titles.get(target, "")
