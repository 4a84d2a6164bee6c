"""Figures in running text, each with the words that say what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.patterns import pattern
from clausekit.checks.rules._said_sums import said_figures
from clausekit.checks.rules._words import padded
from clausekit.checks.words import Words
from clausekit.recognition.calendar import years

_AFTER = pattern(
    r"(?:[ ](?:WTE|FTE|wte|fte))?(?:[ ](?:a|per|each)[ ](?:year|week|month|quarter|annum))?"
    r"(?P<named>[ ](?:\([^()%£]{2,60}\)"
    r"|(?:from|for|to|by|on|of|in respect of|towards|are|is|posts?|WTE|FTE)\b[^,;:.()£]{2,80}?"
    r"(?:(?:,[ ][a-z][\w’-]*(?:[ ][a-z][\w’-]*)?){1,3},?[ ]and[ ][a-z][\w’-]*(?:[ ][a-z][\w’-]*)?(?=[,;.(]|$)"
    r"|(?=[,;:.(]|[ ]and[ ]|$)))(?:[ ]?\([A-Z]{1,4}[ .-]?\d{1,3}[a-z]?\))?)"
)
_IN_A_YEAR = pattern(
    r"[ ](?:in|for|by)[ ](?:the )?(?:[Ff]inancial )?(?:[Yy]ear )?20\d\d[/–-]\d{2,4}(?![ ](?:the|an?|it)\b)"
)
_AND_THEN = pattern(r"[ ]?(?:,|,? and|,? then|,? and then|,? rising to|,? and to|,? to)[ ]")
_COUNTED = pattern(r"[ ](?:whole[ -]time|full[ -]time|WTE|FTE|wte|fte)\b")
_LONGEST = 400
_BREAK = pattern(r";|:(?=[ ])|\)[,.]?[ ]and[ ]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence.

    ``own`` are the words next to it that are about it and no other figure, ``lead`` those of them that stand
    before it, ``text`` the whole sentence, all as ``padded`` makes them. ``parties`` are the parties that it
    names, ``years`` the financial years, its own or else those of the sentence. ``alone`` tells that the
    sentence has no other figure of its kind.
    """

    figure: Figure
    sentence: Words
    own: str
    lead: str
    text: str
    parties: frozenset[str]
    years: frozenset[tuple[int, int]]
    alone: bool
    counts_staff: bool = False


def mentions(instrument: Instrument) -> tuple[Mention, ...]:
    """Return the sums, percentages and numbers of staff that sentences give."""
    return instrument.once(_mentions)


def _mentions(instrument: Instrument) -> tuple[Mention, ...]:
    names = party_names(instrument)
    return tuple(
        mention
        for said in said_figures(instrument)
        for mention in _in_sentence(said.sentence, said.figures, names)
    )


def _in_sentence(sentence: Words, figures: Sequence[Figure], names: Mapping[str, str]) -> Iterator[Mention]:
    """Yield the figures of a sentence: what follows one in brackets or after "for" is about it, else what
    stands between the one before and it. Of "the grant is £5 in 2025/26 and £6 in 2026/27" each has its year,
    and the second is about what the first is."""
    figures = [one for one in figures if one.kind != "number" or _counts_staff(one)]
    if not figures:
        return
    kinds = [one.kind for one in figures]
    start, text = sentence.start, padded(sentence.text)
    told = frozenset((one.first, one.last) for one in years(sentence.text))
    in_all = _parties(text, names)
    lead = ""
    for figure in figures:
        before = sentence.passage.text[max(start, figure.at.start - _LONGEST) : figure.at.start]
        before = _after_last_break(before)
        after = _AFTER.match(
            sentence.passage.text, figure.at.end, min(sentence.end, figure.at.end + _LONGEST)
        )
        start = after.end() if after else figure.at.end
        year = _IN_A_YEAR.match(sentence.passage.text, start, sentence.end)
        if year:
            start = year.end()
            before = f"{lead}{before}" if lead and _AND_THEN.fullmatch(before) else before
        lead = before if year else ""
        own = padded(f"{before} {after['named'] if after else ''}")
        parties = _parties(own, names)
        alone = kinds.count(figure.kind) == 1
        if not parties and alone and len(in_all) == 1:
            parties = in_all
        yield Mention(
            figure,
            sentence,
            own,
            padded(before),
            text,
            parties,
            frozenset((one.first, one.last) for one in years(year[0] if year else before)) or told,
            alone,
            figure.kind == "number",
        )


def _after_last_break(text: str) -> str:
    """Return what stands after the last mark that begins something else; a label before a colon is kept:
    "Total: £5"."""
    ends = [0, *(found.end() for found in _BREAK.finditer(text.rstrip(": ")))]
    return text[ends[-1] :]


def _counts_staff(figure: Figure) -> bool:
    return _COUNTED.match(figure.at.passage.text, figure.at.end) is not None


def party_names(instrument: Instrument) -> dict[str, str]:
    """Return the name of each party, by each of its names, as ``padded`` makes them."""
    found = {}
    for party in instrument.parties.each:
        own = padded(party.name.text)
        found.update({padded(name): own for name in (party.name.text, *(one.term for one in party.short))})
    return found


def _parties(text: str, names: Mapping[str, str]) -> frozenset[str]:
    """Return the parties that a text names; one whose name is part of another's is not named by that."""
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            text = text.replace(name, f" {_MARK}{list(names).index(name)} ")
    order = list(names)
    return frozenset(names[order[int(found[1])]] for found in _MARKED.finditer(text))


_MARK = "§"
_MARKED = pattern(rf"{_MARK}(\d+)")
