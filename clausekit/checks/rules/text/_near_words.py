"""Words that stand once and differ by one letter from one that the same text uses: "quorem", "Caldecott".

What is an English word of its own is no slip: those near the words of the field are kept in
``lookalikes.txt``. A name that is not of the field is only a slip of another if the same words stand beside
both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.misspelt import is_slip, lookalikes, short_words, words
from clausekit.checks.rules._shared.spellings import AMERICAN, small_words
from clausekit.patterns import pattern

_LIGATURE = pattern(r"f[fil]")
"""Letters that touch: text from a PDF that has none of them has lost them."""
_MANY = 8
"""A text with so many slips was spoilt by whatever took it from its page."""
_OFTEN = 4
"""A name that stands so often is that of a place or a body: few people are named more than twice."""
_LAST_OF_FORMS = frozenset("sdryne")
"""Letters with which forms of a word end: "provided", "provider"."""
_SHORTEST, _SHORT_WORD, _LONG_NAME, _LONG_WORD = 5, 6, 8, 7
_HALF = 2
_LOST, _VERY_LONG = 2, 9
_TWO_WAYS = ("ative", "ated")
"""How words end that are also written without "at": "preventative", "orientated"."""


def slips_of_words(instrument: Instrument) -> Mapping[str, str]:
    """Return the words that stand once and are a slip of another, in small letters, each with that."""
    written = instrument.once(small_words)
    unknown = [word for word in written - words_known() if len(word) >= _SHORTEST - 1]
    near = _Near(written)
    meant = {
        wrong: rights for wrong in unknown if (rights := [*near.slips(wrong)] or [*_of_the_field(wrong)])
    }
    text = _Counted(instrument, {word for wrong, rights in meant.items() for word in (wrong, *rights)})
    found = {wrong: right for wrong, rights in meant.items() if (right := _meant(wrong, rights, text))}
    if len(found) >= _MANY:
        return {}
    if any(map(_LIGATURE.search, written)):
        return found
    return {wrong: right for wrong, right in found.items() if not _LIGATURE.search(right)}


@cache
def words_known() -> frozenset[str]:
    """Return the words that are none's slip: those of the field, those that look like them, American ones."""
    return words() | short_words() | lookalikes() | AMERICAN.keys()


class _Near:
    """Words of five letters and more, by the first one: of a slip it is seldom the wrong one."""

    def __init__(self, each: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in each:
            if len(word) >= _SHORTEST:
                self._by_first[word[0]].append(word)

    def slips(self, wrong: str) -> Iterator[str]:
        """Yield the words of which one is a slip, and no other form: they begin or end as it does."""
        begins, ends, length = wrong[:_HALF], wrong[-_HALF:], len(wrong)
        for right in self._by_first[wrong[0]]:
            near = abs(len(right) - length) <= 1 and (right[:_HALF] == begins or right[-_HALF:] == ends)
            slips = near and not _is_form(right, wrong) and is_slip(right, wrong)
            if slips or lacks_letters_of(right, wrong):
                yield right


def lacks_letters_of(right: str, wrong: str) -> bool:
    """Tell whether a long word is another without two letters in its middle, and is no other form of it.

    >>> lacks_letters_of("rehabilitation", "rehabilition"), lacks_letters_of("preventative", "preventive")
    (True, False)
    """
    if len(right) - len(wrong) != _LOST or len(wrong) < _VERY_LONG or right.endswith(_TWO_WAYS):
        return False
    places = range(_LOST + 1, len(right) - 2 * _LOST)
    return any(right[:at] + right[at + _LOST :] == wrong for at in places)


def _is_form(right: str, wrong: str) -> bool:
    """Tell whether two words may be forms of one, by the last letter, in which alone they differ."""
    if right[:-1] == wrong[:-1]:
        return wrong[-1] in _LAST_OF_FORMS
    longer = max(right, wrong, key=len)
    return longer[:-1] in (right, wrong) and longer[-1] in _LAST_OF_FORMS


def _of_the_field(wrong: str) -> Iterator[str]:
    """Yield the words of the field, used by the text or not, of which one is a slip."""
    if len(wrong) >= _SHORTEST:
        yield from _field().slips(wrong)


@cache
def _field() -> _Near:
    return _Near(word for word in short_words() | words() if _SHORT_WORD <= len(word) <= _LONG_WORD)


class _Counted:
    """How often some words stand in a text, in any letters (``often``) and with those they have there
    (``forms``)."""

    def __init__(self, instrument: Instrument, each: Iterable[str]) -> None:
        self._whole = "\n".join(place.passage.text for place in instrument.places) if each else ""
        one = "|".join(sorted(each))
        found = re.compile(rf"(?<![\w’'@./-])(?<!-[\n ])(?:{one})(?![\w@-]|[’'](?!s\b)|\.\w)", re.IGNORECASE)
        self.forms = Counter(found.findall(self._whole)) if each else Counter[str]()
        self.often: Counter[str] = Counter()
        for form, times in self.forms.items():
            self.often[form.lower()] += times

    def have_neighbours_alike(self, one: str, other: str) -> bool:
        """Tell whether a name stands somewhere before or after the one another name stands beside."""
        return not self._beside(one).isdisjoint(self._beside(other))

    def _beside(self, name: str) -> set[str]:
        beside = re.compile(rf"\b([A-Z][a-z]+ )?{name}\b( [A-Z][a-z]+\b)?")
        pairs = beside.findall(self._whole)
        return {before for before, _ in pairs if before} | {after for _, after in pairs if after}


def _meant(wrong: str, rights: Iterable[str], text: _Counted) -> str:
    """Return the word that was meant by one that is not known, if it is just one."""
    written = [form for form in (wrong, wrong.capitalize()) if text.forms[form]]
    if text.often[wrong] == 1 and written:
        meant = [right for right in rights if _is_meant(written[0], right, text)]
        if meant:
            return meant[0] if len(meant) == 1 else ""
    return ""


def _is_meant(form: str, right: str, text: _Counted) -> bool:
    """Tell whether a word of the text is what a form that stands once was to be."""
    as_name, wrong = right.capitalize(), form.lower()
    is_name = form[0].isupper()
    if is_name and not text.forms[as_name]:
        return False
    if lacks_letters_of(right, wrong):
        return True
    if right in words() or right in short_words():
        return text.often[right] > 1 or len(right) >= _SHORT_WORD
    if text.often[right] < 2 or right[-_HALF:] != wrong[-_HALF:] or right in words_known():
        return False
    if not is_name:
        return len(wrong) >= _LONG_WORD and not text.forms[as_name]
    often = text.forms[as_name] >= _OFTEN and len(form) >= _LONG_NAME
    return len(form) >= _SHORT_WORD and (often or text.have_neighbours_alike(form, as_name))
