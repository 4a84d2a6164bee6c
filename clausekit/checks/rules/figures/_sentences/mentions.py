"""Figures in running text, each with the words that say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_AFTER = pattern(
    r"(?:[ ](?:WTE|FTE|wte|fte))?(?:[ ](?:a|per|each)[ ](?:year|week|month|quarter|annum))?"
    r"(?P<named>[ ](?:\([^()%£]{2,60}\)"
    r"|(?:from|for|to|by|on|of|in respect of|towards|are|is|ha(?:s|ve) been|(?:will|shall) be|goes|go|posts?"
    r"|WTE|FTE)\b[^,;:.()£]{2,80}?"
    r"(?:(?:,[ ][a-z][\w’-]*(?:[ ][a-z][\w’-]*)?){1,3},?[ ]and[ ][a-z][\w’-]*(?:[ ][a-z][\w’-]*)?(?=[,;.(]|$)"
    r"|(?=[,;:.(]|[ ]and[ ]|[ ](?:is|are)[ ](?:made up|composed|split|divided|spent|paid)\b|$)))"
    r"(?:[ ]?\([A-Z]{1,4}[ .-]?\d{1,3}[a-z]?\))?)"
)
_AFTER_THINGS = pattern(
    r"(?P<named>[ ][A-Za-z][^,;:.()£%]{2,110}?)(?=[,;:.()£%]|[ ]and[ ][^,;:.()]{0,90}\d|$)"
)
_A_THING = pattern(
    r"[ ]((?!(?:and|or|of|to|in|per|for|at|by|on|from|million|thousand)\b)[A-Za-z][a-z-]+(?:[ ][a-z-]+){0,2})"
)
_LEAST_COUNT, _SHORTLY = 10, 60
_IN_A_YEAR = pattern(
    r"[ ](?:in|for|by)[ ](?:the )?(?:[Ff]inancial )?(?:[Yy]ear )?20\d\d[/–-]\d{2,4}(?![ ](?:the|an?|it)\b)"
)
_AND_THEN = pattern(r"[ ]?(?:,|,? and|,? then|,? and then|,? rising to|,? and to|,? to)[ ]")
_COUNTED = pattern(r"[ ](?:whole[ -]time|full[ -]time|WTE|FTE|wte|fte)\b")
_IT = pattern(
    r"\b[Ii]t (?:then |next |therefore )?(?:(?:shall|will) )?"
    r"(?:ris|increas|grow|go|fall|drop|reduc|becom|com|be (?:rais|increas|reduc)"
    r"|is (?:then )?(?:rais|increas|reduc)|stands|amounts|is|be)[a-z]* (?:up |down )?(?:to |at )?$"
)
_SUBJECT = pattern(
    r"((?:The|Its|Their) (?:[\w’-]+ ){0,8}?[\w’-]+) (?:is|are|was|shall|will|stays?|remains?|rises?|falls?"
    r"|does|stands?|starts?|begins?|increases?|grows?|comes?|amounts?)\b"
)
_THAT_OF = pattern(r"(?:That|Those) (?:of|for|from) ")
"""How a sentence begins that tells of each what the one before speaks of: "That of the Council is £5"."""
_IS = pattern(r" (?:is|are|was|were|shall|will|may|must) ")
_LONGEST = 400
_BREAK = pattern(r";|:(?=[ ])|\)[,.]?[ ]and[ ]|,[ ](?:and[ ])?so(?: that)?[ ](?=the\b|its\b)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence.

    ``own`` are the words next to it that are about it and no other figure, ``lead`` those of them that stand
    before it, ``text`` the whole sentence, all as ``padded`` makes them. ``parties`` are the parties that it
    names, ``years`` the financial years, its own or else those of the sentence. ``alone`` tells that the
    sentence has no other figure of its kind. ``topic`` is what stands before the first figure of the
    sentence, if it is not that one: "Equipment is paid for by the Council (£5) and the ICB (£6)".
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
    topic: str = ""


def mentions(instrument: Instrument) -> tuple[Mention, ...]:
    """Return the sums, percentages and numbers of staff that sentences give."""
    return instrument.once(_mentions)


def _mentions(instrument: Instrument) -> tuple[Mention, ...]:
    names = party_names(instrument)
    return tuple(mention for said in said_figures(instrument) for mention in _in_sentence(said, names))


def mentions_in(instrument: Instrument, sentence: Words) -> Sequence[Mention]:
    """Return the sums, percentages and numbers of staff that a sentence gives."""
    return instrument.once(_by_sentence).get(sentence, ())


def _by_sentence(instrument: Instrument) -> Mapping[Words, Sequence[Mention]]:
    found: dict[Words, list[Mention]] = {}
    for mention in mentions(instrument):
        found.setdefault(mention.sentence, []).append(mention)
    return found


def counts(instrument: Instrument) -> tuple[Mention, ...]:
    """Return the numbers of people or things that sentences give, such as "6,300 visits"."""
    return instrument.once(_counts)


def _counts(instrument: Instrument) -> tuple[Mention, ...]:
    names = party_names(instrument)
    return tuple(
        mention
        for said in said_figures(instrument)
        if any(map(_counts_things, said.figures))
        for mention in _in_sentence(said, names, things=True)
        if _counts_things(mention.figure)
    )


def _counts_things(figure: Figure) -> bool:
    return (
        figure.kind == "number"
        and (figure.value or 0) >= _LEAST_COUNT
        and not counts_staff(figure)
        and _A_THING.match(figure.at.shortly_after(_SHORTLY)) is not None
    )


def thing_counted(mention: Mention) -> str:
    """Return what a number counts: "visits", "occupied bed days"."""
    found = _A_THING.match(mention.figure.at.shortly_after(_SHORTLY))
    return found[1] if found else ""


def _in_sentence(said: SaidSums, names: Mapping[str, str], *, things: bool = False) -> Iterator[Mention]:
    """Yield the figures of a sentence: what follows one in brackets or after "for" is about it, else what
    stands between the one before and it. Of "the grant is £5 in 2025/26 and £6 in 2026/27" each has its year,
    and the second is about what the first is. What "it" is, the clause or sentence before tells."""
    sentence = said.sentence
    figures = [
        one
        for one in said.figures
        if one.kind != "number" or counts_staff(one) or (things and _counts_things(one))
    ]
    if not figures:
        return
    kinds = [one.kind for one in figures]
    whole = f"{_what_it_is_of(said)} {sentence.text}"
    start, text = sentence.start, padded(whole)
    told = frozenset((one.first, one.last) for one in years(whole))
    in_all = _parties(text, names)
    lead = ""
    topic = padded(sentence.passage.text[sentence.start : figures[0].at.start][-_LONGEST:])
    for figure in figures:
        before = sentence.passage.text[max(start, figure.at.start - _LONGEST) : figure.at.start]
        subject = _meant_by_it(before, said.before.sentence.text if said.before else "")
        before = _after_last_break(before)
        year = _IN_A_YEAR.match(sentence.passage.text, figure.at.end, sentence.end)
        after = _what_follows(figure, sentence, things=things) if year is None else None
        start = after.end() if after else figure.at.end
        year = year or _IN_A_YEAR.match(sentence.passage.text, start, sentence.end)
        if year:
            start = year.end()
            before = f"{lead}{before}" if lead and _AND_THEN.fullmatch(before) else before
        lead = before if year else ""
        own = padded(f"{subject} {before} {after['named'] if after else ''}")
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
            figure.kind == "number" and counts_staff(figure),
            topic if figure is not figures[0] else "",
        )


def _what_follows(figure: Figure, sentence: Words, *, things: bool) -> re.Match[str] | None:
    """Return the words after a figure that are about it."""
    way = _AFTER_THINGS if things and figure.kind == "number" else _AFTER
    return way.match(sentence.passage.text, figure.at.end, min(sentence.end, figure.at.end + _LONGEST))


def _what_it_is_of(said: SaidSums) -> str:
    """Return the subject of the sentence before one that begins "That of the Council is £5", else nothing."""
    if said.before is None or not _THAT_OF.match(said.sentence.text):
        return ""
    return _IS.split(said.before.sentence.text[:_LONGEST])[0]


def _after_last_break(text: str) -> str:
    """Return what stands after the last mark that begins something else; a label before a colon is kept:
    "Total: £5"."""
    ends = [0, *(found.end() for found in _BREAK.finditer(text.rstrip(": ")))]
    return text[ends[-1] :]


def _meant_by_it(text: str, sentence_before: str) -> str:
    """Return the subject of the clause, or the sentence, before one that says "it rises to"; "" if none."""
    it = _IT.search(text)
    if it is None:
        return ""
    clause = text[: it.start()].rpartition(";")[0] or sentence_before[:_LONGEST]
    subject = _SUBJECT.match(clause.strip())
    return subject[1] if subject else ""


def counts_staff(figure: Figure) -> bool:
    """Tell whether a number is one of whole-time equivalents."""
    return _COUNTED.match(figure.at.passage.text, figure.at.end) is not None


def party_names(instrument: Instrument) -> dict[str, str]:
    """Return the name of each party, by each of its names, as ``padded`` makes them."""
    found = {}
    for party in instrument.parties.each:
        own = padded(party.name.text)
        found.update({padded(name): own for name in (party.name.text, *(one.term for one in party.short))})
    return found


def parties_in(words: Words, instrument: Instrument) -> frozenset[str]:
    """Return the parties that some words name."""
    names = instrument.once(party_names)
    return _parties(padded(words.text), names) if names else frozenset()


def _parties(text: str, names: Mapping[str, str]) -> frozenset[str]:
    """Return the parties that a text names; one whose name is part of another's is not named by that."""
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            text = text.replace(name, f" {_MARK}{list(names).index(name)} ")
    order = list(names)
    return frozenset(names[order[int(found[1])]] for found in _MARKED.finditer(text))


_MARK = "§"
_MARKED = pattern(rf"{_MARK}(\d+)")
