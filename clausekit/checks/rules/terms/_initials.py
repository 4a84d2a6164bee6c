"""Defined terms of which the first words, or all, are cut down to letters that nobody explains: "BCF Plan"
for "Better Care Fund Plan", "the JCB" for "Joint Commissioning Board"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.lexicon import Stand
from clausekit.checks.rules._shared.term_words import ACRONYMS, SHORT_NAMES
from clausekit.checks.rules._shared.terms import follows_a_determiner, is_listed, is_quoted
from clausekit.checks.rules.terms._letters import explained
from clausekit.patterns import pattern

_WORD = pattern(r"[^\W\d_][\w’']*")
_LITTLE = frozenset(("a", "an", "and", "for", "in", "of", "on", "or", "the", "to"))
_FEWEST, _FEWEST_ALONE = 2, 3
"""So many letters stand for words before another word, and so many for a whole term."""
_MOST = 2
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
    for form, meant in forms.items():
        letters = form.partition(" ")[0]
        if len({one.term for one in meant}) != 1 or form in defined or letters in known:
            continue
        if letters == form and (form in ACRONYMS or form in SHORT_NAMES):
            continue
        written = re.compile(rf"(?<![\w&/-]){re.escape(form)}(?![\w&/-])")
        found = [words for words, _ in instrument.search(written, signs=(form.lower(),))]
        if 0 < len(found) <= _MOST and not any(map(is_quoted, found)):
            definition = next(iter(meant))
            for at in found:
                if letters == form and not follows_a_determiner(at):
                    continue
                apart = _IN_A_NAME.search(at.shortly_before(30)) or _PART_OF_A_NAME.match(at.shortly_after(3))
                if (
                    not apart
                    and at.passage not in definition.passages
                    and definition.holds_in(at.passage.division)
                ):
                    yield Stand(at, definition, "initials")


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
