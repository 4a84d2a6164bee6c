"""What a sentence names before a reference, though it is the heading of another provision that has the word.

"Goods are returned as set out in clause 9", which is headed Training and says nothing of goods or of returns,
while clause 12 is headed Returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.references._described import LEADS, NEUTRAL
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of
from clausekit.checks.rules.references._provisions import Elsewhere, provision
from clausekit.checks.rules.references._subjects import GENERAL
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.references import PROVISIONS

_ATTACHED = ("schedule", "annex", "appendix")
_WORD = pattern(r"[A-Za-z][A-Za-z’'-]{2,}")
_SKIPPED = pattern(rf"(?:{NEUTRAL}|as|so|far|any|upon|after|before|shown|thereby|thereof|remaining)")
_ENDED = (";", ":", ".", ")", ",")
_BEGINS_ANOTHER = frozenset(
    (
        "unless",
        "if",
        "when",
        "where",
        "which",
        "who",
        "that",
        "because",
        "while",
        "although",
        "whether",
        "than",
    )
)
"""What begins another part of the sentence, in which something else may be named."""
_OPENS = pattern(r" \((?:see |in )?$")
"""What stands between a thing and the provision on it in brackets: "its share (clause 4)"."""
_AS = pattern(r",?\s(?:(?:only|just|always|exactly)\s)?as\s$")
_IT_SAYS = pattern(
    r"\s(?:allows?|requires?|provides?|describes?|permits?|says?|sets? out|explains?|tells?|states?"
    r"|lays? down)\b"
)
"""What stands around the provision by which something is done: "engages others only as B3 allows"."""
_BESIDE = pattern(
    r"\b(?:to|into|from|by|with|in|on|at|for|of|between|against)"
    r"(?: (?:the|an?|each|any|every|all|its|their|that|this))*(?:(?: [\w-]+){1,3} (?:and|or)(?: an?| the)?)?$"
)
"""What stands before a name that something else is done to or with: that is what the provision is about."""
_FARTHEST = 160
_LETTERS = 6
"""Words that begin with so many letters alike are taken for forms of one."""
_WORDS_RUN_IN = 4
"""A heading that runs into its text has no more words."""
_NAMES = 2
"""So many words before a reference name what it is to."""
_MEANT = 2
"""Two headings may speak of one thing, "Term" and "End of the Term"; of more, none is meant."""
_COMMON, _COMMON_SHARE = 3, 4
"""A word in more than so many provisions, and in a quarter of them, tells none of them from others."""
_LITTLE = """
service scheme what new change general start first fund group board work plan joint financial data
information agreed made given paid use used need follow meaning mean place team
added decision decide
"""
_SAYS_LITTLE = GENERAL | frozenset(_LITTLE.split())


def headed_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references of which a word just before is in the heading of one other provision, while the
    one they point to does not have it, with that heading."""
    headed = instrument.once(Headings)
    for reference in own_references(instrument):
        target = reference.target
        if target is None or reference.title or reference.this or reference.within or reference.of:
            continue
        in_text = instrument.place_of[reference.at.passage].role == "text"
        if not in_text or reference.kind not in (*PROVISIONS, *_ATTACHED):
            continue
        names = _names(reference)
        if not names or not headed.has(names) or not names.isdisjoint(headed.words_in(target)):
            continue
        meant = headed.by(names, target, reference.at.passage)
        above = instrument.place_of[target].heading
        if above and above.lower() in reference.phrase.shortly_before(_FARTHEST).lower():
            continue  # "The Home Board does its business under Schedule 4", headed "Home Board"
        if meant is not None and meant.number != reference.number:
            told = f": it is “{above}”." if above else "."
            named = f"{reference.kind} {reference.number}"
            yield Elsewhere(reference, f"What {named} is named for is not dealt with there{told}", meant)


def _names(reference: Reference) -> Set[str]:
    """Return the roots of the words by which a sentence names what it refers to, at most two."""
    before = reference.phrase.shortly_before(_FARTHEST)
    is_sentence = reference.at.passage.words.rstrip().endswith((".", ";"))
    leads = LEADS.search(before) or (_OPENS.search(before) if is_sentence else None)
    if leads is None and _IT_SAYS.match(reference.phrase.after):
        leads = _AS.search(before)
    words = before[: leads.start()].split() if leads else []
    found: list[str] = []
    verb = False
    while words and len(found) < _NAMES:
        word = words[-1]
        if word.endswith(_ENDED) or word in _BEGINS_ANOTHER or (verb and word[:1].isupper()):
            break  # "the Board approves under clause 5": it says who acts
        if not _SKIPPED.fullmatch(word.lower()):
            found += list(roots(word)) or [""]
            verb = word.islower() and word.endswith("s")
        elif found and word not in ("and", "or"):
            break
        words.pop()
    return frozenset() if _BESIDE.search(" ".join(words)) else frozenset(found) - {""}


def roots(text: str) -> frozenset[str]:
    """Return the first letters of the words of a text that say what it is about."""
    words = (stem(word) for word in _WORD.findall(text))
    return frozenset(word[:_LETTERS] for word in words if word not in _SAYS_LITTLE)


class Headings:
    """The words of headings, and those of what stands below them."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._words: dict[Passage, frozenset[str]] = {}

    @cached_property
    def _headings(self) -> Mapping[Passage, frozenset[str]]:
        return {
            passage: roots(title)
            for passage, title in headings_of(self._instrument).items()
            if passage.heading or title.count(" ") < _WORDS_RUN_IN
        }

    @cached_property
    def _common(self) -> Set[str]:
        """The roots that stand in so many provisions that they tell none from the others."""
        tops = [passage for passage in self._headings if passage.heading in (1, 2)]
        counted = Counter(root for passage in tops for root in self.words_in(passage))
        most = max(_COMMON, len(tops) // _COMMON_SHARE)
        return {root for root, count in counted.items() if count > most}

    def has(self, names: Set[str]) -> bool:
        """Tell whether any heading has one of some roots."""
        return not self._all.isdisjoint(names)

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset().union(*self._headings.values())

    def by(self, names: Set[str], target: Passage, at: Passage) -> Passage | None:
        """Return the heading of a provision like the target that has one of some roots, the first of two."""
        own = {target, self._instrument.place_of[target].clause, self._instrument.place_of[at].clause}
        telling = names - self._common
        found = [
            passage
            for passage, named in self._headings.items()
            if telling & named and passage not in own and _are_alike(passage, target)
        ]
        return found[0] if 0 < len(found) <= _MEANT else None

    def words_in(self, target: Passage) -> frozenset[str]:
        """Return the roots of all that stands in a provision, and in the headings above it."""
        if target not in self._words:
            place = self._instrument.place_of[target]
            above = [one.words for one in (place.clause, place.division) if one is not None]
            self._words[target] = roots("\n".join((*above, *self._texts(target))))
        return self._words[target]

    def _texts(self, target: Passage) -> Iterator[str]:
        if target.heading != 1:
            yield from (one.text for one in provision(target, self._instrument))
            return
        for place in self._instrument.places:
            if place.passage.division == target.division or place.passage.division.startswith(
                f"{target.division} "
            ):
                yield place.passage.text


def _are_alike(one: Passage, other: Passage) -> bool:
    """Tell whether two are both schedules, not one of them a part of the other, or both stand in one."""
    if other.heading == 1:
        return one.heading == 1 and not one.division.startswith(other.division)
    return one.heading != 1 and one.division == other.division
