"""Slips of the pen: doubled words, marks that are missing or too many, spelling."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from clausekit.checks.words import Words, whole
from tests.checks.mutations.editing import Fault, altered, one_for, put
from tests.checks.mutations.kinds import Kind, Plant, adding, altering, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_MISSPELT = {
    "receive": "recieve",
    "separate": "seperate",
    "responsible": "responsable",
    "necessary": "neccessary",
    "liaise": "liase",
    "agreement": "agreeement",
    "commissioning": "commissoning",
    "performance": "perfomance",
    "information": "infomation",
}
_AMERICAN = {
    "centre": "center",
    "behaviours": "behaviors",
    "defence": "defense",
    "honour": "honor",
    "labour": "labor",
    "fulfil": "fulfill",
    "favour": "favor",
    "instalments": "installments",
}


def _instead(words: dict[str, str]) -> Plant:
    """Plant by writing a word in another way."""
    return altering(rf"\b(?:{'|'.join(words)})\b", lambda match: words[match[0]])


def _without_stop(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    end = len(passage.text)
    changed = altered(passage, end - 1, end, "")
    last = re.search(r"\S+$", changed.text)
    assert last is not None
    return Fault(put(source.reading, {passage: (changed,)}), (Words(changed, *last.span()),))


def _without_and(source: Source, chance: Random) -> Fault | None:
    """Take "and" or "or" from the end of the last item but one."""
    passage = one_of((one for one in source.text if re.search(r"; (?:and|or)$", one.text)), chance)
    if passage is None:
        return None
    start = passage.text.rindex(";") + 1
    changed = altered(passage, start, len(passage.text), "")
    return Fault(put(source.reading, {passage: (changed,)}), (whole(changed),))


def _other_ending(source: Source, chance: Random) -> Fault | None:
    """End an item with a full stop where its fellows end with semicolons."""
    texts = list(source.text)
    items = [
        one
        for one, following in pairwise(texts)
        if one.text.endswith(";") and following.text.endswith((";", "; and", "; or")) and one.label
    ]
    passage = one_of(items, chance)
    if passage is None:
        return None
    end = len(passage.text)
    changed = altered(passage, end - 1, end, ".")
    return Fault(put(source.reading, {passage: (changed,)}), (whole(changed),))


def _drop(pattern: str) -> Plant:
    """Plant by leaving out a mark: the fault is the half that is left, wherever in the paragraph."""
    compiled = re.compile(pattern)

    def plant(source: Source, chance: Random) -> Fault | None:
        found = one_of(source.facts.search(compiled, "text"), chance)
        if found is None:
            return None
        words, _ = found
        changed = altered(words.passage, words.start, words.end, "")
        return Fault(put(source.reading, {words.passage: (changed,)}), (whole(changed),))

    return plant


def _doubled_mark(source: Source, chance: Random) -> Fault | None:
    passage = chance.choice(whole_paragraphs(source))
    end = len(passage.text)
    return one_for(source.reading, passage, end - 1, end, chance.choice(["..", ";.", ",."]))


KINDS = (
    Kind("a word as in America", ("CK-TEXT-AMERICAN",), _instead(_AMERICAN)),
    Kind(
        "a sentence as in America",
        ("CK-TEXT-AMERICAN",),
        adding("Each ⟦center⟧ is open all year.", "It is paid in four ⟦installments⟧."),
    ),
    Kind("a list without “and”", ("CK-TEXT-AND",), _without_and),
    Kind(
        "“an” for “a”",
        ("CK-TEXT-ARTICLE",),
        altering(r"(?<= )a (?=[bcdfgjklmnpqrtvw][a-z])", "⟦an⟧ "),
    ),
    Kind(
        "two small words left side by side",
        ("CK-TEXT-WORDS",),
        altering(r"(?<= )by (?=the [A-Z])", "⟦by of⟧ "),
    ),
    Kind(
        "“with” left out",
        ("CK-TEXT-WORDS",),
        altering(r"(?<= )in accordance with (?=the )", "⟦in accordance⟧ "),
    ),
    Kind("“a” for “an”", ("CK-TEXT-ARTICLE",), altering(r"(?<= )an (?=a[cdgr])", "⟦a⟧ ")),
    Kind("a bracket too many", ("CK-TEXT-BRACKETS",), altering(r"(?<= )the (?=[a-z]+ )", "⟦(⟧the ")),
    Kind("a bracket that is not closed", ("CK-TEXT-BRACKETS",), _drop(r"(?<=[a-z])\)(?= )")),
    Kind(
        "a word that stands twice",
        ("CK-TEXT-DOUBLED",),
        altering(r"(?<= )(the|of|and|to|in|shall|for) (?=[a-z])", lambda match: f"{match[1]} {match[1]} "),
    ),
    Kind("an item that ends otherwise", ("CK-TEXT-ENDINGS",), _other_ending),
    Kind("“it’s” for “its”", ("CK-TEXT-ITS",), altering(r"(?<= )its(?= [a-z])", "it’s")),
    Kind("a mark too many", ("CK-TEXT-MARKS",), _doubled_mark),
    Kind("a comma twice", ("CK-TEXT-MARKS",), altering(r"(?<=[a-z]),(?= [a-z])", ",,")),
    Kind("a quotation that is not closed", ("CK-TEXT-QUOTES",), _drop(r"(?<=[a-z])”(?= )")),
    Kind("two blanks", ("CK-TEXT-SPACES",), altering(r"(?<=[a-z]{3}) (?=[a-z]{3})", "  ")),
    Kind("a blank before a comma", ("CK-TEXT-SPACES",), altering(r"(?<=[a-z]{3}),(?= [a-z])", " ,")),
    Kind("a word that is misspelt", ("CK-TEXT-SPELLING",), _instead(_MISSPELT)),
    Kind("a sentence without its stop", ("CK-TEXT-STOP", "CK-TEXT-ENDINGS"), _without_stop),
    Kind(
        "a straight quotation mark", ("CK-TEXT-STYLES",), altering(r"“(\w+)”", lambda match: f'"{match[1]}"')
    ),
)
