"""What a sentence speaks of just before a reference to a provision that has no word of it, while the heading
of one other names it.

"The use of staff or premises is dealt with in clause 11", which is about insurance; clause 10 is headed
"Staff and premises". "The Trust completes the form in Appendix 1", which has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of, term_in
from clausekit.checks.rules.references._provisions import Elsewhere, like, whole_of
from clausekit.checks.rules.references._signs_of import SIGNS, SIGNS_OF_DEEDS
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

_KINDS = (*PROVISIONS, "article", "schedule", "annex", "appendix")
_NUMBERED = r"(?:clause|paragraph|section|article|schedule|annexe?|appendix|part|table)s?"
_BESIDE_ANOTHER = pattern(r"\b(?:and|or|to)\b|[,–-]", re.IGNORECASE)
_AND_ANOTHER = pattern(
    r"(?: \([^()]{1,60}\))?,? (?:and|or|to) (?:in |under |at |by |with )?(?:the )?"
    rf"(?:{_NUMBERED}\b|[A-Z]?\d)",
    re.IGNORECASE,
)
_AFTER_ANOTHER = pattern(
    rf"\b{_NUMBERED} [\w.()]+(?: (?:and|or|to|of|in)|,)(?: (?:in|under|by|at|with))?(?: the)? $"
    r"|\d(?: and|,| or) $|\b(?:and|or)(?: (?:in|under|by|at|with|to|of))?(?: the)? $",
    re.IGNORECASE,
)
"""Of two that are named together each may have a part of what is said to be there."""
_NOT_WHAT_IS_THERE = pattern(
    r"\b(?:subject(?: always)? to|except(?:ion of|ing)?(?: for| in| as)?|save(?: for| as| that)?|apart from"
    r"|other than|unless [^.;]*|including|provisions of|notwithstanding|(?:without prejudice|whatever"
    r"|to the extent) [^.;]*|beyond|despite|with|(?:breach(?:es)? of|proportions|shares|percentages|ratio"
    r"|prevails? over|part \w+ of)(?: \w+){0,3}"
    r"|(?:ended|extended|altered|varied|increased) (?:\w+ ){0,2}under)"
    r"(?: the provisions of)? $",
    re.IGNORECASE,
)
"""What stands before a provision that limits what is said, or is on something else than that."""
_BEGINS_ANEW = pattern(
    r"[;:.]\s|\b(?:unless|provided that|but|because|whether)\b|, (?:and|which|who|when|where|if)\b|\((?!s\))"
)
_MONEY_SAID = pattern(
    r"\b(?:sums?|contributions?|amounts?|prices?|pa(?:y|ys|id)|charges?|fees?|money|budgets?|costs?|funds?)\b",
    re.IGNORECASE,
)
_MONEY = pattern(r"£|%|per cent\b|\b(?:sum|contribution|amount|price|charge|fee|money|budget|cost)")
_DOERS = pattern(
    r"\b(?:from|to|by|with) (?:(?:the|each|any|its|their) )?(?:[A-Z][\w’-]+ ){1,3}"
    r"(?=(?:as |set out )?(?:under|in|by) $)"
)
"""Those by whom, or for whom, something is done under a provision."""
_NAMED = pattern(
    r"\b(?:the|its|their|those|these|any|each|every|all|an?|such) (?P<noun>[a-z]+)"
    r"(?: (?:set out|laid down|given|shown|held|kept|made|[a-z]+ed))? (?:in|under|by|at|of) $"
)
"""The noun that is said to be in a provision; those that tell little say nothing of what that is about."""
_OF_SOMETHING = pattern(
    r"\b(?P<noun>[A-Za-z]+) (?:for|of|on) [^,;]{2,80} (?:(?:is|are|shall be|will be) [a-z ]{2,24}|as) $"
)
"""A noun with what it is for, "the controls for each Scheme are set out in": it alone is said to be there."""
_DEFINES = pattern(r"defin|interpret|glossary|meaning", re.IGNORECASE)
_WORD = pattern(r"[A-Za-z][A-Za-z’'-]{2,}")
_SMALL_WORDS = """
the and for with from that this these those shall will may must can cannot could would should does did do
has have had been was were are is be being its their his her our your such not nor all any each every
either both other others another one two three four first second last they them who whom whose which what
when where while whether because unless until than then thus also only just into onto out upon after
before within without between among against across about over under above below more most less least same
here there thereof thereby accordingly accordance pursuant provision set sets aside part party partner
agreement clause section paragraph schedule annex appendix article council trust icb referred described
given give made make done subject deal dealt listed stated shown mentioned contained found kept keep held
hold appointed named specified detailed laid required requires established constituted maintained run
managed nominated designated prepared produced permitted allowed imposed conferred provided provides
agreed agree agrees decide decides decided reach reached anything something matter matters thing things
purpose purposes way case cases carry carries carried use used uses need needs take takes taken sure
still since already reason left brought resolved fixed added removed following act acts exercise notice
day days month months year years business working time period periods date dates cent per total annual
end ends ended ending cost costs pay pays paid payable amount amounts sum sums share shares proportion
proportions term terms refer refers reference references rate rates price holder person people commit
commits commitment mean means contract power powers
"""
_SMALL = frozenset(stem(word) for word in _SMALL_WORDS.split())
_LETTERS = 6
_FARTHEST = 160
_NEAR, _NEAREST, _SIGNED = 4, 2, 6
"""So many words before a reference tell what is there, and one of so many has to be there."""
_ENOUGH, _MUCH, _LEAD = 1.6, 2.8, 0.6
"""So much the words of another provision have to tell, and so much if it is not the nearest alone, and so
much more than those of the next."""


def spoken_of_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision that has no word of what is spoken of just before, with the one of
    its like that has them."""
    spoken = instrument.once(_Spoken)
    for reference in own_references(instrument):
        target = reference.target
        if target is None or not _can_be_judged(reference):
            continue
        clause = _clause_before(reference, instrument)
        said = _said(clause)
        if not spoken.heads_any(said[:_NEAREST]) or spoken.has_any(
            target, (*said, *_defined(reference, instrument))
        ):
            continue
        if spoken.has_signs(target, clause):
            continue
        meant = spoken.meant(said, reference, target)
        if meant is not None:
            named = f"{reference.kind.capitalize()} {reference.number}"
            yield Elsewhere(reference, f"{named} has no word of what the sentence names it for.", meant)


def _defined(reference: Reference, instrument: Instrument) -> Iterator[str]:
    """Yield the roots of the term that a reference helps to define."""
    return _roots_in(term_in(reference.at.passage, instrument))


def _can_be_judged(reference: Reference) -> bool:
    """Tell whether a reference stands alone, is to a whole provision, and says what is there."""
    phrase = reference.phrase
    if reference.kind not in _KINDS or reference.title or reference.this:
        return False
    if reference.within or reference.of or _BESIDE_ANOTHER.search(phrase.text):
        return False
    before = phrase.shortly_before(_FARTHEST)
    apart = _AFTER_ANOTHER.search(before) or _NOT_WHAT_IS_THERE.search(before)
    return not apart and not _AND_ANOTHER.match(phrase.after)


def _said(clause: str) -> Sequence[str]:
    """Return the roots of the last words of a clause, the last first, without those who act; none if it ends
    with a noun that tells little."""
    named = _NAMED.search(clause)
    if named and stem(named["noun"]) in _SMALL:
        return ()
    head = _OF_SOMETHING.search(clause)
    if head and (noun := list(_roots_in(head["noun"]))):
        return noun
    found: list[str] = []
    after_verb = False
    for word in reversed(_WORD.findall(_DOERS.sub("", clause))):
        if after_verb and word[0].isupper():
            break  # "the Board approves under clause 5": it says who acts
        found.extend(_roots_in(word))
        after_verb = word.islower() and word.endswith("s") and not word.endswith("ss")
    return list(dict.fromkeys(found))[:_NEAR]


def _roots_in(text: str) -> Iterator[str]:
    """Yield the first letters of the words of a text that tell something."""
    for word in _WORD.findall(text):
        single = stem(word)
        if single not in _SMALL:
            yield single[:_LETTERS]


def _clause_before(reference: Reference, instrument: Instrument) -> str:
    """Return the part of its sentence that stands before a reference."""
    phrase = reference.phrase
    start = max(instrument.sentence_of(phrase).start, phrase.start - _FARTHEST)
    before = phrase.passage.text[start : phrase.start]
    parted = list(_BEGINS_ANEW.finditer(before))
    if parted and parted[-1][0] == ", which" and not any(_roots_in(before[parted[-1].end() :])):
        parted.pop()  # "a variation, which clause 16 reserves to the Partners"
    return before[parted[-1].end() :] if parted else before


def _may_be_meant(one: Passage, target: Passage, reference: Reference, instrument: Instrument) -> bool:
    """Tell whether a provision is not the one that refers, nor above it, nor one that defines terms."""
    here, place = instrument.place_of[reference.at.passage], instrument.place_of[one]
    if one in (here.passage, here.clause):
        return False
    if one.heading == 1 and one.division in (here.passage.division, ""):
        return False
    if one.division.partition(" ")[0] != target.division.partition(" ")[0]:
        return False  # a part of the body is no schedule
    return not _DEFINES.search(one.words if one.heading == 1 else place.heading)


class _Spoken:
    """What provisions speak of."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._texts: dict[Passage, str] = {}
        self._roots: dict[Passage, frozenset[str]] = {}

    def heads_any(self, said: Sequence[str]) -> bool:
        """Tell whether any heading has one of some roots."""
        return not self._heading_roots.isdisjoint(said)

    @cached_property
    def _heading_roots(self) -> frozenset[str]:
        return frozenset(_roots_in(" ".join(headings_of(self._instrument).values())))

    def has_any(self, target: Passage, said: Sequence[str]) -> bool:
        """Tell whether a provision, or a heading above it, has one of some roots."""
        text = self._text(target).lower()
        return any(f" {root}" in text for root in said) or not self._in_all(target).isdisjoint(said)

    def _text(self, target: Passage) -> str:
        if target not in self._texts:
            self._texts[target] = " ".join(one.text for one in whole_of(target, self._instrument))
        return self._texts[target]

    def _in_all(self, target: Passage) -> frozenset[str]:
        if target not in self._roots:
            below = frozenset(_roots_in(self._text(target)))
            self._roots[target] = below | self._in_headings(target)
        return self._roots[target]

    def _in_headings(self, target: Passage) -> frozenset[str]:
        place = self._instrument.place_of[target]
        above = (
            target if target.heading else None,
            place.clause,
            place.division if target.division else None,
        )
        titles = headings_of(self._instrument)
        return frozenset(_roots_in(" ".join(titles.get(one, one.words) for one in above if one)))

    def has_signs(self, target: Passage, clause: str) -> bool:
        """Tell whether a provision may have in other words what a clause ends with: sums, or their signs."""
        text = self._text(target)
        if _MONEY_SAID.search(clause) and _MONEY.search(text):
            return True
        words = _WORD.findall(clause.lower())[-_SIGNED:]
        signs = [known for word in words if (known := SIGNS.get(stem(word)) or SIGNS_OF_DEEDS.get(word))]
        return any(known.search(text) for known in signs)

    def meant(self, said: Sequence[str], reference: Reference, target: Passage) -> Passage | None:
        """Return the one provision like the target that has of the words what tells enough, and more than
        all others."""
        words = {
            one: self._in_all(one)
            for one in like(target, self._instrument)
            if _may_be_meant(one, target, reference, self._instrument)
        }
        tells = {
            root: log((len(words) + 2) / (sum(root in each for each in words.values()) + 0.5))
            for root in said
        }
        found = []
        for one, each in words.items():
            shared = [root for root in said if root in each]
            headed = [root for root in shared if root in self._in_headings(one)]
            telling = sum(tells[root] for root in (*shared, *headed))
            leads = said[0] in shared or len(shared) > 1 or telling >= _MUCH
            if leads and not set(headed).isdisjoint(said[:_NEAREST]):
                found.append((telling, one))
        found.sort(key=lambda one: one[0], reverse=True)
        if not found or found[0][0] < _ENOUGH:
            return None
        near = [one for tells, one in found if found[0][0] - tells < _LEAD]
        clauses = {self._instrument.place_of[one].clause or one for one in near}
        return near[0] if len(clauses) == 1 else None
