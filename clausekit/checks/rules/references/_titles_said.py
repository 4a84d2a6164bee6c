"""Titles with which references name what they point to: in brackets, after "headed" or a dash, before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_by_words, headings_of, plain_words
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_STEM = 5
"""Words that begin with the same letters are taken to be the same: "terminating", "termination"."""
_AFTER = pattern(r"(?P<sure>,? (?:headed|entitled|titled|called) )|,? ?[–—-] |: |, | \[(?=[A-Z])")
_TITLE = pattern(r"[“\"‘']?(?P<title>[A-Z][^“”\"‘.,;:()\[\]]{2,80}?)(?=[”\"’'.,;:()\[\]]|$)")
_BEFORE = pattern(
    r"\b(?:the|our|its) (?P<title>[A-Za-z][A-Za-z ’&,-]{2,60})"
    r" (?:clause|paragraph|section|schedule|provisions?)(?: \(|, | (?:in|at) )(?:see )?$"
)
"""What names a provision before its number: "the governing law clause (clause 21)"."""
_FARTHEST = 100
_FEWEST_WORDS = 2
"""What follows a dash is a title if it has so many words, and a heading has them all."""


class WronglyTitled(NamedTuple):
    """A reference with a title that its provision has not: with the heading that it has, and with the
    provision whose heading it is, if one has it."""

    reference: Reference
    title: Words
    heading: str
    titled: Passage | None

    @property
    def words(self) -> Words:
        """The number with the title, and the bracket that closes it."""
        at, text = self.reference.at, self.title.passage.text
        end = self.title.end + text.startswith((")", "]", "”", '"'), self.title.end)
        return Words(at.passage, min(at.start, self.title.start), max(at.end, end))


def titled_wrongly(instrument: Instrument) -> Iterator[WronglyTitled]:
    """Yield the references whose title is not that of what they point to."""
    headings, by_words = headings_of(instrument), headings_by_words(instrument)
    for reference in own_references(instrument):
        target = reference.target
        if target is None:
            continue
        above = instrument.place_of[target].clause
        own = [words for passage in (target, above) if passage and (words := headings.get(passage, ""))]
        if not own:
            continue
        said = [(reference.title, False)] if reference.title else _titles_without_brackets(reference)
        for title, sure in said:
            titled = by_words.get(plain_words(title.text))
            if titled is not None and (titled in (target, above) or titled.number == target.number != ""):
                continue
            if any(_stems(title.text) == _stems(words) for words in own):
                continue  # two headings of nearly the same words
            if reference.title is None:
                long = len(_stems(title.text)) >= _FEWEST_WORDS
                apart = not any(_agree(title.text, words) for words in own)
                titled = titled if (sure or long) and apart else None
            elif titled is None and title.text[0].islower():
                titled = _headed_alike(title.text, target, own, headings)
            tells = reference.title is not None and title.text[0].isupper() and target in headings
            if titled is None and (not tells or any(_agree(title.text, words) for words in own)):
                continue  # small letters may tell what it says: "clause 5 (a month's notice)"
            yield WronglyTitled(reference, title, headings.get(target) or own[0], titled)


def _titles_without_brackets(reference: Reference) -> Iterator[tuple[Words, bool]]:
    """Yield what may be a title beside a number, with whether it surely is one; captions have their own."""
    phrase = reference.phrase
    if reference.kind == "table" or not phrase.before.strip():
        return
    text = phrase.passage.text
    after = _AFTER.match(text, phrase.end) if phrase.end == reference.at.end else None
    if after and (found := _TITLE.match(text, after.end())):
        yield Words(phrase.passage, *found.span("title")), after["sure"] is not None
    start = max(0, phrase.start - _FARTHEST)
    if before := _BEFORE.search(text[start : phrase.start]):
        first, last = before.span("title")
        yield Words(phrase.passage, start + first, start + last), True


def _headed_alike(
    title: str, target: Passage, own: Sequence[str], headings: Mapping[Passage, str]
) -> Passage | None:
    """Return the only heading of the same words as a title in small letters, or of some of them, if what it
    points to has none of them: "clause 5 (payment of charges)" where "Charges and payment" is another."""
    said = _stems(title)
    if any(stem in target.text.lower() for stem in said) or any(said & _stems(words) for words in own):
        return None
    alike = [
        one
        for one, words in headings.items()
        if one.division == target.division and (stems := _stems(words)) and (stems <= said or said <= stems)
    ]
    return alike[0] if len(alike) == 1 else None


def _agree(title: str, heading: str) -> bool:
    """Tell whether two titles may be the same: one has more than half of the other's weighty words."""
    one, other = _stems(title), _stems(heading)
    if not one or not other:
        return True
    return 2 * len(one & other) > min(len(one), len(other))


def _stems(title: str) -> set[str]:
    return {word[:_STEM] for word in plain_words(title).split()}
