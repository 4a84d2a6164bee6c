"""Uses of defined terms: where their words stand, in the singular or the plural, the longest term first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.places import Place
from clausekit.checks.ranges import Ranges
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import BEGINNERS, ends_like_a_body, names_a_body

Form: TypeAlias = Literal["term", "variant", "other number"]
_Forms: TypeAlias = tuple[list[tuple[str, Form]], list[tuple[str, Form]]]

_FIRST_WORD = pattern(r"\w+")
_NAME_BEFORE = pattern(r"((?:[A-Z][\w’'&-]*[ \u00a0]){1,6})$")
_NAME_AFTER = pattern(r"(?:[ \u00a0][A-Z][\w’'&-]*){1,6}")
_LONGEST_NAME = 80
_VERBS = frozenset(
    (
        "manage", "support", "provide", "deliver", "commission", "fund", "oversee", "run", "develop",
        "review", "monitor", "lead", "use", "ensure", "advise", "inform", "assist", "notify", "pay",
    )
)  # fmt: skip
"""Words with which the duties in a list begin."""
_IRREGULAR_PLURALS = {"Child": "Children", "child": "children"}
_OTHER_NUMBER = _IRREGULAR_PLURALS | {many: one for one, many in _IRREGULAR_PLURALS.items()}
_IRREGULAR = pattern(rf"\b(?:{'|'.join(_OTHER_NUMBER)})$")
_HEAD = pattern(r"^(\w[\w’-]*(?: \w[\w’-]*){0,4}?)( (?:of|in|to|for|from|under|at)\b.*)$")


class Use(NamedTuple):
    """A use of a defined term.

    ``form`` tells whether it is the term itself, a declared variant of it, or its plural or singular.
    ``own`` marks a use inside the term's own definition, ``strays`` one outside of where the term holds.
    """

    definition: Definition
    at: Words
    form: Form = "term"
    own: bool = False
    strays: bool = False


class _Meaning(NamedTuple):
    definition: Definition
    form: Form
    strays: bool


class Vocabulary:
    """The terms that hold in one division, ready to be found in text.

    Where two definitions have the same words, that of the part goes before that of the schedule, and that
    before the agreement's. Words that only another division defines are found too, as strays.
    """

    def __init__(self, forms: Mapping[Definition, _Forms], division: str) -> None:
        self._meanings: dict[str, _Meaning] = {}
        ranked = sorted(forms, key=lambda one: len(one.scope))
        for strays, derived in ((True, True), (True, False), (False, True), (False, False)):
            for definition in ranked:
                if definition.holds_in(division) is not strays:
                    for words, form in forms[definition][derived]:
                        self._meanings[words] = _Meaning(definition, form, strays)
        self._lengths = lengths_by_first_word(self._meanings)
        initials = re.escape("".join(sorted({word[0] for word in self._lengths}))) or "-"
        self._candidate = re.compile(rf"(?<![\w-])[{initials}]\w*")

    def find(self, passage: Passage, barred: Sequence[tuple[int, int]]) -> Iterator[tuple[Words, _Meaning]]:
        """Yield the uses in a passage; what is ``barred``, such as the name of an Act, is none."""
        text = passage.text
        position, names = passage.typed, Ranges(barred)
        for word in self._candidate.finditer(text, position):
            if word.start() < position or names.cover(word.start()):
                continue
            for length in self._lengths.get(word.group(), ()):
                end = word.start() + length
                meaning = self._meanings.get(text[word.start() : end]) if end <= len(text) else None
                if meaning and _ends_a_word(text, end):
                    yield Words(passage, word.start(), end), meaning
                    position = end
                    break


def lengths_by_first_word(terms: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Return by the first word of terms how long they are, the longest first: there may be very many."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for term in terms:
        if first := _FIRST_WORD.match(term):
            lengths[first.group()].add(len(term))
    return {first: sorted(each, reverse=True) for first, each in lengths.items()}


def uses_of(
    places: Sequence[Place],
    definitions: Sequence[Definition],
    barred: Callable[[Passage], Sequence[tuple[int, int]]],
) -> Iterator[Use]:
    """Yield the uses of defined terms in all passages but the contents, in order.

    The words with which a term is defined are no use of it.
    """
    defining: dict[Passage, list[tuple[int, int]]] = defaultdict(list)
    owners: dict[Passage, list[Definition]] = defaultdict(list)
    for definition in definitions:
        defining[definition.at.passage].append((definition.at.start, definition.at.end))
        if definition.kind in ("entry", "table"):
            for passage in definition.passages:
                owners[passage].append(definition)
    forms = {definition: _forms(definition) for definition in definitions}
    vocabularies: dict[str, Vocabulary] = {}
    for place in places:
        if place.role == "contents":
            continue
        passage = place.passage
        division = place.table.division if place.table else passage.division
        if division not in vocabularies:
            vocabularies[division] = Vocabulary(forms, division)
        own = frozenset(owners.get(place.definition or passage, []) + owners.get(passage, []))
        several = len(owners.get(passage, [])) > 1
        own_words, end = Ranges(defining.get(passage, ())), 0
        for words, meaning in vocabularies[division].find(passage, barred(passage)):
            if _is_in_a_name(words, end):
                continue
            end = words.end
            if not own_words.meet(words.start, words.end):
                is_own = meaning.definition in own and not (several and _is_beside(words, meaning.definition))
                yield Use(meaning.definition, words, meaning.form, is_own, meaning.strays)


def _is_beside(words: Words, definition: Definition) -> bool:
    """Tell whether words stand in the same paragraph as a definition, in that of another term."""
    same = words.passage is definition.at.passage is definition.meaning.passage
    return same and not definition.at.start <= words.start < definition.meaning.end


def by_definition(uses: Iterable[Use]) -> Mapping[Definition, tuple[Use, ...]]:
    """Return the uses of each term."""
    found: dict[Definition, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.definition].append(use)
    return {definition: tuple(each) for definition, each in found.items()}


def other_number(term: str) -> str:
    """Return a term in the plural if it is in the singular, and the other way round; "" if it has no other.

    >>> [other_number(term) for term in ("Partner", "Parties", "Change in Law", "Process", "Eligible Child")]
    ['Partners', 'Party', 'Changes in Law', 'Processes', 'Eligible Children']
    """
    head = _HEAD.match(term)
    if head:
        return other_number(head[1]) + head[2]
    if irregular := _IRREGULAR.search(term):
        return term[: irregular.start()] + _OTHER_NUMBER[irregular[0]]
    if re.search(r"(?:ss|sh|ch|x|us|is)$", term):
        return f"{term}es"
    if term.endswith("ies") and len(term) > 4:
        return f"{term[:-3]}y"
    if re.search(r"(?:sses|shes|ches|xes)$", term):
        return term[:-2]
    if term.endswith("s"):
        return term[:-1]
    if re.search(r"[^aeiou]y$", term):
        return f"{term[:-1]}ies"
    return f"{term}s" if term[-1:].isalpha() else ""


def _forms(definition: Definition) -> _Forms:
    """Return the words of a term and its variants as they are, then those in the other number."""
    words = (definition.term, *definition.variants)
    others: list[tuple[str, Form]] = [(other_number(one), "other number") for one in words]
    return [(one, "term" if one == definition.term else "variant") for one in words], others


def _is_in_a_name(words: Words, floor: int) -> bool:
    """Tell whether words are part of a longer name: the "Term" of "Medium Term Plan", or of a body.

    What stands before ``floor`` is a term of its own, and no part of a name.
    """
    text = words.passage.text
    start = max(floor, words.passage.typed, words.start - _LONGEST_NAME)
    found = _NAME_BEFORE.search(text[start : words.start])
    before = [word for word in found[1].split() if word not in BEGINNERS] if found else []
    after = _NAME_AFTER.match(text, words.end, words.end + _LONGEST_NAME)
    if not before and not after:
        return False
    if _begins_with_a_verb(words, before):
        return False
    if " " not in words.text and before and words.text[0].isupper():
        return True
    name = " ".join([*before, words.text + (after[0] if after else "")])
    return ends_like_a_body(name) if " " in words.text else names_a_body(name)


def _begins_with_a_verb(words: Words, before: Sequence[str]) -> bool:
    """Tell whether an acronym follows the first word of an item, no part of its name: "Manage CAMHS"."""
    item = words.passage.words[: len(before[0])] if len(before) == 1 else ""
    return bool(item) and item == before[0] and words.text.isupper() and item.lower() in _VERBS


def _ends_a_word(text: str, end: int) -> bool:
    """Tell whether a word ends there; a possessive may follow, a hyphen and a letter may not."""
    following = text[end : end + 2]
    return not (following[:1].isalnum() or (following[:1] == "-" and following[1:].isalpha()))
