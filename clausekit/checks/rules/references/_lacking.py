"""What is said to be in a provision, of which nothing there shows that it is.

"The posts listed in Schedule 2", which tells of meetings, while Schedule 3 has posts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.references._described import DONE, UNDER
from clausekit.checks.rules.references._found import own_references, word_of_the_body
from clausekit.checks.rules.references._provisions import Elsewhere, like, whole_of
from clausekit.checks.rules.references._signs_of import CONCRETE, OF_PERSONS, SIGNS, SIGNS_OF_DEEDS
from clausekit.patterns import pattern
from clausekit.reading import Passage

_BY = r"(?:by (?:the )?[A-Z]\w+(?: [A-Z]\w+)? )?"
_BEGINS = pattern(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]hose|[Aa]ny|[Ee]ach|[Ee]very|[Ii]ts|[Tt]heir|[Aa]ll|[Ww]hose|[Ii]n"
    r"|answer(?:s|ing)?|settl(?:e|es|ing)|resolv(?:e|es|ing)|receiv(?:e|es|ing)|submit(?:s|ting)?|send(?:s|ing)?"
    r"|prepar(?:e|es|ing)|handl(?:e|es|ing)"
    r"|approv(?:e|es|ing)|consider(?:s|ing)?|recommend(?:s|ing)?|propos(?:e|es|ing)|mak(?:e|es|ing))(?= )"
    r"|^(?=[A-Z][a-z]+ [a-z])"
)
_FOR_WHOM = r"(?: (?:of|for|to) (?:the |each |an? |any |its |that |every )?[\w’/'-]+(?: [A-Z][\w’-]+)?)"
_WHICH = r"(?: (?:which|that) (?:the |a |each )?[A-Z]?\w+(?: is| are)?(?: to)? \w+)"
_DONE = rf"(?:{DONE}|cited|outlined|calculated|shown|explained|payable|due|recorded|defined|those)"
_AGAINST = (
    r"(?: (?:set |shown )?(?:opposite|against) (?:it|each|its name|their names|the name of \w+|that \w+))"
)
_LEADS = (
    rf"(?:,? (?:(?:as|which|that) )?(?:(?:is|are|was|were) )?{_DONE}{_AGAINST}? {_BY}(?:in|by|at|of|{UNDER})"
    rf"|{_AGAINST}? in| under| (?:is|are) in| \((?:see )?(?:in )?)"
)
_SAID = pattern(
    rf"\w+(?: [\w’'-]+){{0,3}}? (?P<noun>[A-Za-z-]+){_FOR_WHOM}{{0,2}}{_WHICH}?{_LEADS} ?(?:the )?$"
)
_TELLS = pattern(
    r"(?: \([^()]{1,60}\))?(?: (?:of|to) (?:the [A-Z]\w+ Schedule|(?:Schedule|Annex|Appendix) \w{1,3}))?,? "
    r"(?:(?:which|that|also|below|above) )?"
    r"(?:sets? out|shows?|lists?|contains?|describes?|states?|specif(?:y|ies)|explains?|deals? with"
    r"|tells?(?: \w+)?|says) "
    r"(?P<words>(?:(?!(?:of|for|to|that|which|in|at|by|is|are|as|with|we|they|you|it|each"
    r"|[Pp]art(?:y|ies|ners?))\b)[\w’'-]+(?: |(?=[.,;:)]|$))){1,6})"
)
"""What a reference is followed by where it says what the provision tells: "Table 4 shows the instalments"."""
_PARTY_SHOWN = pattern(
    r"\b(?:[Tt]he|[Ee]ach|[Aa]ny|[Aa]) (?P<noun>[Pp]art(?:y|ner))"
    r" (?:(?:which|that) is )?(?:shown|named|stated|listed|given|specified|set out)"
    r"(?: (?:as (?:such|[\w’ ]{3,30})|(?:against|beside|opposite) [\w’ ]{2,30}))? in (?:the )?$"
)
"""What says that a table or a schedule shows which party does something: "the Partner shown in"."""
_IS_ABOUT_THEM = pattern(
    r"\b(?:described|constituted|established|set up|named|listed|defined) (?:in|at|by) $"
)
"""What stands between persons and the provision that says who they are, whatever is done by them."""
_DONE_UNDER = pattern(
    rf"\b(?P<deed>{'|'.join(SIGNS_OF_DEEDS)}) (?:by (?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,2}} )?"
    rf"(?:(?:early|sooner|only|always) )?(?:{UNDER}|by|as) $"
)
_GIVEN_TO = pattern(r"\b(?:to|from|by|with|between|against|on) $")
"""What stands before those with whom something is done under a provision: it is not on them."""
_TERMS_OF_REFERENCE = pattern(r"\bterms of reference (?:[\w ]{1,30} )?(?:in|at|as) (?:the )?$")
_ONE_OF_SEVERAL = pattern(r"\b(?:and|or|to)\b|[,–-]")
_AND_ANOTHER = pattern(
    r"(?: \([^()]{1,60}\))?,? (?:and|or) (?:in |under |at |by )?(?:the )?"
    r"(?:clause|paragraph|section|schedule|annex|append|part|table|[A-Z]?\d)",
    re.IGNORECASE,
)
"""Of two that are named together each may have a part of what is said to be there."""
_SET_ASIDE = pattern(r"\b(?:not used|reserved|to follow|attached|separate(?:ly)?|published|tbc)\b")
_KINDS = ("clause", "section", "paragraph", "schedule", "annex", "appendix", "part", "table")
_FARTHEST = 140
_TABULAR = ("table", "schedule", "annex", "appendix", "part")
_MANY_SIGNS = 4
_MEANT = 3
_STEM = 6
_LONG = 120
_FEWEST = 3
"""What has less than so many lines is not filled in, or was not read as a table."""


class _Said(NamedTuple):
    """What a sentence says is there, or is done there: in the singular, its first letters, its signs.

    ``thing`` are the first letters of what it is done to: a heading that has them tells enough.
    """

    word: str
    root: str
    signs: re.Pattern[str]
    thing: str = ""

    def is_named_in(self, text: str) -> bool:
        return self.root in text.lower()

    def may_be_in(self, text: str) -> bool:
        return self.is_named_in(text) or self.signs.search(text) is not None

    def hardly_is_in(self, text: str) -> bool:
        """Tell whether a text has only one sign, which may be there by chance, of what is concrete."""
        return self.word in CONCRETE and not self.is_named_in(text) and len(self.signs.findall(text)) == 1

    def fills(self, text: str) -> bool:
        """Tell whether a text names it and has many signs of it."""
        return self.is_named_in(text) and len(self.signs.findall(text)) >= _MANY_SIGNS


def lacking(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision without any sign of what is said to be there, with what of its like
    has it; nothing if several have."""
    texts = instrument.once(_Texts)
    meant = {at: stem(one.term) for one in instrument.definitions for at in one.passages}
    for reference in own_references(instrument):
        target = reference.target
        said = _said_of_parties(reference, texts.parties) or _said(reference)
        if target is None or said is None or not texts.can_be_judged(reference):
            continue
        if said.thing and said.thing in texts.headings(target):
            continue
        at = reference.at.passage
        if at in meant and meant[at] in texts.headings(target):
            continue
        alike = [one for one in like(target, instrument) if one is not at]
        if said.may_be_in(texts.of(target)):
            if reference.kind in _TABULAR and said.hardly_is_in(texts.of(target)):
                full = [one for one in alike if said.fills(texts.of(one))]
                if len(full) == 1:
                    lack = f"{reference.kind.capitalize()} {reference.number} has nothing on “{said.word}”."
                    yield Elsewhere(reference, lack, full[0])
            continue
        others = [one for one in alike if said.may_be_in(texts.of(one))]
        named = [one for one in others if said.is_named_in(texts.of(one))]
        headed = [one for one in named if said.is_named_in(one.words)]
        best = headed or named or others
        if best:
            lack = f"{reference.kind.capitalize()} {reference.number} has nothing on “{said.word}”."
            yield Elsewhere(reference, lack, best[0] if len(best) <= _MEANT else None)


def _said(reference: Reference) -> _Said | None:
    """Return what a sentence says is in a provision, or done under it, if there are signs of that."""
    phrase = reference.phrase
    if reference.kind not in _KINDS or reference.title or reference.this:
        return None
    if _ONE_OF_SEVERAL.search(phrase.text) or _AND_ANOTHER.match(phrase.after):
        return None
    before = phrase.shortly_before(_FARTHEST)
    if _TERMS_OF_REFERENCE.search(before):
        return _Said("membership", "terms of reference", SIGNS["membership"])
    done = _DONE_UNDER.search(before)
    if done:
        deed, thing = done["deed"], before[: done.start()].split()[-1:]
        return _Said(deed, deed[:_STEM], SIGNS_OF_DEEDS[deed], stem("".join(thing))[:_STEM])
    for begins in reversed(list(_BEGINS.finditer(before))):
        said = _SAID.match(before, begins.start())
        noun = said["noun"].lower() if said else ""
        single = noun if noun in SIGNS else stem(noun)
        if single in SIGNS:
            is_given = before.endswith(" under ") or _GIVEN_TO.search(before[: begins.start()])
            is_on_them = single not in OF_PERSONS or not is_given or _IS_ABOUT_THEM.search(before)
            return _Said(single, single[:_STEM], SIGNS[single]) if is_on_them else None
    return _told_by(reference)


def _said_of_parties(reference: Reference, parties: re.Pattern[str] | None) -> _Said | None:
    """Return what a sentence says of a table or a schedule that is to show which party does something."""
    if parties is None or reference.kind not in _TABULAR or reference.title or reference.this:
        return None
    shown = _PARTY_SHOWN.search(reference.phrase.shortly_before(_FARTHEST))
    several = _ONE_OF_SEVERAL.search(reference.phrase.text) or _AND_ANOTHER.match(reference.phrase.after)
    return _Said(shown["noun"].lower(), shown["noun"].lower(), parties) if shown and not several else None


def _told_by(reference: Reference) -> _Said | None:
    """Return what the words after a reference say that the provision tells: "Part 2 lists the posts"."""
    tells = _TELLS.match(reference.phrase.after)
    words = tells["words"].split() if tells else []
    single = next((noun for word in words if (noun := stem(word.lower())) in SIGNS), "")
    return _Said(single, single[:_STEM], SIGNS[single]) if single else None


def _is_of_a_schedule(reference: Reference) -> bool:
    return bool(reference.within or reference.of or reference.at.passage.division)


class _Texts:
    """What stands in provisions, and whether that can be judged."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._known: dict[Passage, str] = {}

    @cached_property
    def parties(self) -> re.Pattern[str] | None:
        """What shows that a text may tell which party does something; None if no two parties are known."""
        short = {one.term for party in self._instrument.parties.each for one in party.short}
        named = "|".join(map(re.escape, sorted(short)))
        return (
            pattern(rf"\b(?:{named}|part(?:y|ies|ners?)|employer|lead|host)\b", re.IGNORECASE)
            if len(short) > 1
            else None
        )

    def of(self, target: Passage) -> str:
        """Return all that stands in a provision, and in the headings above it."""
        if target not in self._known:
            is_table = target in self._instrument.targets.tables()
            below = [one.text for one in whole_of(target, self._instrument)]
            self._known[target] = "\n".join(("" if is_table else self.headings(target), *below))
        return self._known[target]

    def headings(self, target: Passage) -> str:
        """Return the headings above a provision, in small letters."""
        place = self._instrument.place_of[target]
        above = (target if target.heading else None, place.clause, place.division)
        return "\n".join(one.words.lower() for one in above if one)

    def can_be_judged(self, reference: Reference) -> bool:
        """Tell whether it is clear what is meant by a number, and there is more than a heading."""
        target = reference.target
        if target is None or self._counted[target.division, target.number] > 1:
            return False
        apart = reference.kind == "paragraph" and not target.division and _is_of_a_schedule(reference)
        if apart and word_of_the_body(self._instrument) != "paragraph":
            return False
        below = sum(1 for _ in whole_of(target, self._instrument))
        if below < _FEWEST and (target.heading or reference.kind == "table"):
            return False
        text = self.of(target)
        return len(text) > _LONG or not _SET_ASIDE.search(text)

    @cached_property
    def _counted(self) -> Counter[tuple[str, str]]:
        """How often each number stands in its division."""
        places = self._instrument.places
        return Counter(
            (one.passage.division, one.passage.number)
            for one in places
            if one.role != "contents" and one.passage.number and one.passage.heading != 1
        )
