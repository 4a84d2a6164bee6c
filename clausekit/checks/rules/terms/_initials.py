"""Defined terms of which the first words, or all, are cut down to letters that nobody explains: "BCF Plan"
for "Better Care Fund Plan", "the JCB" for "Joint Commissioning Board"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.lexicon import Stand
from clausekit.checks.rules._shared.term_words import ACRONYMS, SHORT_NAMES
from clausekit.checks.rules._shared.terms import follows_a_determiner, is_listed, is_quoted
from clausekit.checks.rules.terms._letters import explained
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_WORD = pattern(r"[^\W\d_][\w’']*")
_LITTLE = frozenset(("a", "an", "and", "for", "in", "of", "on", "or", "the", "to"))
_FEWEST, _FEWEST_ALONE = 2, 3
"""So many letters stand for words before another word, and so many for a whole term."""
_MOST, _NEAR = 2, 30
"""What stands oftener is a name by which everybody knows the thing."""
_PART_OF_A_NAME = pattern(r"(?:[\w’'&@/-]|\.\w|[ \u00a0](?!I\b)[A-Z(&])")
_IN_A_NAME = pattern(r"(?:[\w’'&.@/-]|\b(?!The\b|Each\b|Any\b|No\b|A\b|If\b)[A-Z][\w’'-]*[ \u00a0])$")


def in_letters(instrument: Instrument) -> Iterator[Stand]:
    """Yield the places, once or twice in all, where letters stand for words of a term."""
    forms: dict[str, set[Definition]] = defaultdict(set)
    for definition in instrument.definitions:
        if is_listed(definition) or definition.kind == "text":
            for form in _forms(definition.term):
                forms[form].add(definition)
    defined = {form for one in instrument.definitions for form in (one.term, *one.variants)}
    known = instrument.once(explained)
    meanings = {
        form: next(iter(meant))
        for form, meant in forms.items()
        if len({one.term for one in meant}) == 1
        and form not in defined
        and form.partition(" ")[0] not in known
        and not (form in ACRONYMS or form in SHORT_NAMES)
    }
    for form, places in _places(instrument, meanings).items():
        if len(places) <= _MOST and not any(map(is_quoted, places)):
            definition = meanings[form]
            yield from (Stand(at, definition, "initials") for at in places if _stands_for(at, definition))


def _places(instrument: Instrument, forms: Collection[str]) -> Mapping[str, Sequence[Words]]:
    """Return where each of some forms stands."""
    found: dict[str, list[Words]] = defaultdict(list)
    if forms:
        longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
        written = re.compile(rf"(?<![\w&/-])(?:{longest_first})(?![\w&/-])")
        for words, match in instrument.search(written, signs=[form.lower() for form in forms]):
            found[match[0]].append(words)
    return found


def _stands_for(at: Words, definition: Definition) -> bool:
    """Tell whether letters stand for a term there: outside its own definition, and in no other name."""
    if " " not in at.text and not follows_a_determiner(at):
        return False
    in_a_name = _IN_A_NAME.search(at.shortly_before(_NEAR)) or _PART_OF_A_NAME.match(at.shortly_after(_NEAR))
    own = at.passage in definition.passages
    return not in_a_name and not own and definition.holds_in(at.passage.division)


def _forms(term: str) -> Iterator[str]:
    """Yield a term with the letters of its first words in their place, and with those of all."""
    words = [match for match in _WORD.finditer(term) if match[0].lower() not in _LITTLE]
    if not all(match[0][0].isupper() for match in words) or any(match[0].isupper() for match in words):
        return
    letters = "".join(match[0][0] for match in words)
    for size in range(_FEWEST, len(words)):
        yield f"{letters[:size]} {term[words[size].start() :]}"
    if len(letters) >= _FEWEST_ALONE:
        yield letters
