"""Blocks of signatures: for whom each is signed, its name put together again where lines divide it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import dropwhile, islice, takewhile
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.lexicon import is_misspelt
from clausekit.checks.rules._shared.parties import key_words
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_LEADS = pattern(
    r"\s*(?:signed|executed|sealed|given under|the (?:common |corporate |official )?seal|for and on behalf of"
    r"|on behalf of|for (?:the )?(?-i:[A-Z]))",
    re.IGNORECASE,
)
_COLUMN = pattern(r"(?:signature|signed|sign(?:ed)? (?:here|by|for)|signature and date)", re.IGNORECASE)
_NOT_SHOUTED = {"the": -1, "nhs": 1}
"""First words that do not tell whether a name is printed in capitals, and which word does."""
_TOKEN = pattern(r"\S+")
_END = pattern(
    r"(?:council|trust|board|group|icb|ccg|university|hospice|limited|ltd|authority|federation|plc|cic|llp"
    r"|company|association|college|agency|partnership|alliance|constabulary|charity|foundation|corporation)",
    re.IGNORECASE,
)
_LONGEST = 200
_LINES = 5
"""A block names who signs in so many lines at most."""
_CELLS = 3 * _LINES
"""Those lines may have cells beside them, for a brace and for who signs."""
_LONGEST_NAME = 16
_LONG = 4
_SHARED = 2
"""The name of who signs has so many words of that of a party at least."""


class Signed(NamedTuple):
    """For whom a block is signed: the words of the name, each where it stands, and all words of the block."""

    name: tuple[Words, ...]
    text: str

    @property
    def full(self) -> str:
        """The name as one."""
        return " ".join(word.text for word in self.name)

    def differing(self, right: str) -> Words:
        """Return the part of the name, within one line, that differs from what is right."""
        from difflib import SequenceMatcher  # few names differ

        own = [word.text.lower() for word in self.name]
        steps = SequenceMatcher(None, own, right.lower().split(), autojunk=False).get_opcodes()
        at = next((step[1] for step in steps if step[0] != "equal"), 0)
        passage = self.name[min(at, len(self.name) - 1)].passage
        line = [word for word in self.name if word.passage is passage]
        return Words(passage, line[0].start, line[-1].end)


def signed_in(instrument: Instrument) -> Iterator[Signed]:
    """Yield the blocks of signatures, each with the name of the body for which it is signed."""
    places = instrument.places
    names = [party.name.text.lower().removeprefix("the ") for party in instrument.parties.each]
    first = {name.partition(" ")[0] for name in names}
    for index, place in enumerate(places):
        if _leads(place):
            block = [place, *islice(_rest(places[index + 1 : index + _CELLS]), _LINES - 1)]
            for words in _each([word for one in block for word in _words(one)]):
                yield Signed(tuple(_name(words, first)), " ".join(word.text for word in words))
    yield from _in_tables(places)


def lines_to_be_signed(instrument: Instrument) -> Iterator[Place]:
    """Yield the first line to be signed, and those below it up to the next heading or number."""
    below = dropwhile(lambda place: place.role != "signature", instrument.places)
    return takewhile(
        lambda place: place.role in ("signature", "text", "margin") and not place.passage.number, below
    )


def _in_tables(places: Sequence[Place]) -> Iterator[Signed]:
    """Yield the rows of tables with a column for signatures, each with the body that its first cell names."""
    signed = {
        place.table for place in places if place.table and _COLUMN.fullmatch(place.passage.words.strip())
    }
    for place in places:
        if place.table in signed and place.table and not place.column and not _leads(place):
            words = list(_words(place))
            name = _up_to_its_end(_capitals(words))
            if len(name) > 1:
                yield Signed(tuple(name), " ".join(word.text for word in words))


def _each(words: Sequence[Words]) -> Iterator[Sequence[Words]]:
    """Yield the words of each block, where a table that was read by its columns, or lines that were put
    together, run several into one."""
    begin = 0
    for index in range(1, len(words) - 1):
        word, following = words[index].text, words[index + 1].text
        if (word == "For" and following[0].isupper()) or (
            word.lower() in ("signed", "executed") and following.lower() in ("for", "by", "on", "as")
        ):
            yield words[begin:index]
            begin = index
    yield words[begin:]


def _leads(place: Place) -> bool:
    """Tell whether a line says for whom those after it are signed."""
    words = place.passage.words.strip()
    if place.role in ("contents", "margin", "note", "cover") or len(words) > _LONGEST:
        return False
    return _LEADS.match(words) is not None and (words.endswith("...") or not words.endswith((".", ";")))


def _rest(places: Sequence[Place]) -> Iterator[Place]:
    """Yield the lines after one that leads to them; of a table with a column of braces, ")", its first."""
    braced = {place.table for place in places if place.table and place.passage.words.strip() == ")"}
    for place in places:
        if _leads(place) or (place.passage.number and place.role != "signature"):
            return
        if not (place.column and place.table in braced):
            yield place


def _words(place: Place) -> Iterator[Words]:
    """Yield the words of a line, without what is there to be written on."""
    passage = place.passage
    for match in _TOKEN.finditer(passage.text, passage.typed, passage.typed + _LONGEST):
        word = match[0].rstrip(',:;)”"._…')
        if word.startswith("(") and match[0].startswith(f"{word})"):
            word += ")"  # a part of the name: "(Services)"
        if word == "&" or any(map(str.isalnum, word)):
            yield Words(passage, match.start(), match.start() + len(word))


def _name(words: Sequence[Words], first: Set[str]) -> list[Words]:
    """Return the words after "for" or "seal of" that are a name, up to the last with which names end.

    One that ends otherwise is a name if it begins with the ``first`` word of one of the parties'.
    """
    for index, word in enumerate(words[:-1]):
        following = words[index + 1].text
        if word.text.lower() not in ("for", "of", "by") or not (following[0].isupper() or following == "the"):
            continue
        capitals = list(_capitals(words[index + 1 : index + 1 + _LONGEST_NAME]))
        found = _up_to_its_end(capitals)
        if len(found) > 1:
            return found
        line = [word for word in capitals if word.passage is words[index + 1].passage]
        if len(line) > 1 and line[0].text.lower() in first:
            return line
    return []


def _up_to_its_end(words: Iterable[Words]) -> list[Words]:
    """Return words up to the last with which names of bodies end."""
    found = list(words)
    while found and not _END.fullmatch(found[-1].text):
        found.pop()
    return found


def _capitals(words: Sequence[Words]) -> Iterator[Words]:
    """Yield words as long as they have capitals; a name all in capitals ends where that ends."""
    shouted = len(words) > 1 and _is_shouted(words)
    for place, word in enumerate(words):
        little = word.text in ("and", "of", "the", "for", "&", "The", "THE")
        if not little and (not word.text.lstrip("(")[:1].isupper() or (shouted and not word.text.isupper())):
            return
        if place or word.text.lower() != "the":
            yield word


def _is_shouted(words: Sequence[Words]) -> bool:
    """Tell whether a name is all in capitals; one may begin with letters only, "ABC Learning Trust"."""
    at = _NOT_SHOUTED.get(words[0].text.lower(), 0)
    following = words[at + 1].text if at >= 0 and at + 1 < len(words) else ""
    return words[at].text.isupper() and (not following[:1].isupper() or following.isupper())


def is_near(name: str, full: str) -> bool:
    """Tell whether who signs may be a party: its name differs by a slip, or by few of its words."""
    if _joined(name) == _joined(full):
        return name.lower().split() != full.lower().split()
    words, own = ({stem(word) for word in key_words(one)} for one in (name, full))
    extra, lacking = words - own, own - words
    if not extra and not lacking:
        return len(name.split()) == len(full.removeprefix("The ").removeprefix("THE ").split())
    if len(extra) == len(lacking) == 1 and is_slip(min(extra), min(lacking)):
        return True
    return len(words & own) >= _SHARED and max(len(extra), len(lacking)) <= 1 + (len(own) > _LONG)


def _joined(name: str) -> str:
    """Return the letters of a name, whatever parts its words."""
    return "".join(filter(str.isalnum, name.lower().removeprefix("the ")))


def is_slip(word: str, right: str) -> bool:
    """Tell whether a word of a name is another with a slip, be it in the last letter."""
    last = word[:-1] == right[:-1] and len(word) > _LONG and "s" not in (word[-1], right[-1])
    return last or is_misspelt(word, right)
