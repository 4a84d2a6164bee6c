"""Runs rules over an instrument: findings in the order of the text, each fault once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clausekit.checks.finding import Finding, Related, finding, related_place
from clausekit.checks.hits import hits_of
from clausekit.checks.instrument import Instrument
from clausekit.checks.ranges import Ranges
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules import RULES, load
from clausekit.checks.words import Words
from clausekit.problems import ClausekitError, Level, nearest
from clausekit.problems import Finding as Problem
from clausekit.reading import Passage, Reading

_LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a check.

    ``select`` and ``ignore`` are ids of rules or what they begin with ("CK-TERM"); of two that fit a rule,
    the longer decides. Findings below ``level`` are left out. ``as_at`` is the day for which the instrument
    is judged, today without one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Level = "info"
    as_at: date | None = None


def run(reading: Reading, options: Options = Options(), *, name: str = "") -> tuple[Finding, ...]:
    """Return what the selected rules find in an instrument; ``name`` is that of its file.

    Raises ClausekitError if an id stands for no rule.
    """
    return run_rules(Instrument(reading, name, options.as_at), selected(options), options.level)


def run_rules(instrument: Instrument, ids: Sequence[str], level: Level = "info") -> tuple[Finding, ...]:
    """Return what the rules with some ids find in an instrument, in the order of the text."""
    hits = {load(id_): found for id_, found in hits_of(instrument, ids).items() if found}
    return findings_of(instrument, hits, level)


def findings_of(
    instrument: Instrument, hits: Mapping[Rule, Sequence[Hit]], level: Level = "info"
) -> tuple[Finding, ...]:
    """Return the findings that the hits of rules come to, in the order of the text, each fault once."""
    found = [
        finding(
            rule, hit, instrument.place_of[hit.passage], instrument.name, tuple(_related(hit, instrument))
        )
        for rule, hit in _heard(hits)
    ]
    found = [one for one in found if _LEVELS.index(one.level) <= _LEVELS.index(level)]
    order = instrument.place_of
    return tuple(
        sorted(
            found, key=lambda one: (order[one.words.passage].order, one.words.start, one.words.end, one.rule)
        )
    )


def selected(options: Options) -> tuple[str, ...]:
    """Return the ids of the rules that are asked for, in the order of the table."""
    unknown = [
        name for name in (*options.select, *options.ignore) if not any(_fits(name, id_) for id_ in RULES)
    ]
    if unknown:
        raise ClausekitError(_unknown(name) for name in unknown)
    return tuple(id_ for id_ in RULES if _is_asked_for(id_, options))


def _is_asked_for(id_: str, options: Options) -> bool:
    wanted = max(
        (len(name) for name in options.select if _fits(name, id_)), default=-1 if options.select else 0
    )
    unwanted = max((len(name) for name in options.ignore if _fits(name, id_)), default=-1)
    return wanted > unwanted


def _fits(name: str, id_: str) -> bool:
    """Tell whether an id is what a name stands for: itself, or a whole first part of it."""
    name = name.upper()
    return id_ == name or id_.startswith(f"{name.removesuffix('-')}-")


def _unknown(name: str) -> Problem:
    families = {"-".join(id_.split("-")[:2]) for id_ in RULES}
    near = nearest(name.upper(), (*families, *RULES))
    return Problem(
        "check-unknown-rule",
        f'There is no rule "{name}", and none whose id begins with it.',
        remedy=f"Did you mean {near}?" if near else "clausekit check --explain all lists the rules.",
    )


def _heard(hits: Mapping[Rule, Sequence[Hit]]) -> Iterator[tuple[Rule, Hit]]:
    """Yield the hits but for those of rules that yield to others which hit the same words.

    A rule yields too where another hits what its own hit is related to: that is the same fault.
    """
    by_place: dict[tuple[str, Passage], list[Words]] = defaultdict(list)
    for rule, found in hits.items():
        for hit in found:
            by_place[rule.id, hit.passage].append(hit.words)
    told = {place: _Told(words) for place, words in by_place.items()}
    for rule, found in hits.items():
        for hit in found:
            if not any(
                words in told[id_, words.passage]
                for id_ in rule.yields_to
                for words in (hit.words, *hit.related)
                if (id_, words.passage) in told
            ):
                yield rule, hit


class _Told:
    """The words of one passage that a rule has hit; in it are those and all that share words with them."""

    def __init__(self, hits: Sequence[Words]) -> None:
        self._very = frozenset((words.start, words.end) for words in hits)
        self._ranges = Ranges((words.start, words.end) for words in hits)

    def __contains__(self, words: Words) -> bool:
        very = (words.start, words.end)
        return very in self._very or (words.start < words.end and self._ranges.meet(*very))


def _related(hit: Hit, instrument: Instrument) -> Iterator[Related]:
    for words in hit.related:
        yield related_place(words, instrument.place_of[words.passage], instrument.name)
