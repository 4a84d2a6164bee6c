"""Sections, regulations and schedules with a number that is higher than that of the last one of their Act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.law._cited_provisions import cited_provisions
from clausekit.checks.rules.law._titles import plain, titles
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PARTS = r"[A-Z]{0,2}(?:\(\w{1,4}\))*"
_NUMBERS = rf"[1-9]\d*{_PARTS}(?:(?:,| ?[-–]| and| or| to)[ \u00a0]?\d+{_PARTS})*"
_CITED = rf"(?P<kind>[Ss]ections?|[Ss]chedules?|[Ss]ch\.?|ss?\.?)[ \u00a0]?(?P<numbers>{_NUMBERS})"
_BEFORE = pattern(
    rf"\b{_CITED}(?:[ \u00a0]\([^()]{{3,60}}\))?"
    r"(?:,?[ \u00a0](?:of|to|in|under)[ \u00a0](?:the[ \u00a0])?|(?P<bare>[ \u00a0]))[“\"‘]?$"
)
_AFTER = pattern(
    rf"[”\"’]?,?[ \u00a0](?P<inside>\()?{_CITED}(?![\w(])"
    r"(?!,?[ \u00a0](?:(?:of|to)[ \u00a0](?:the|that|this)\b|[A-Z]))"
)
"""What is cited after its Act, and is not of another law: "Local Government Act 2003, section 31". A schedule
without brackets may be one of the agreement, as it may without "of" or "to" before an Act."""
_BY_SHORT_NAME = pattern(
    rf"\b{_CITED}(?:,?[ \u00a0](?:of|to|in|under)[ \u00a0])(?:the[ \u00a0])?"
    r"(?P<law>that[ \u00a0]Act|same[ \u00a0]Act|said[ \u00a0]Act(?! of)|(?:19|20)\d\d[ \u00a0]Act"
    r"|[A-Z]{2,6}(?![\w ]*\d))\b"
)
_SPOKEN_OF_AGAIN = ("that", "same", "said")
_NUMBER = pattern(r"(?P<figures>\d+)[A-Z]{0,2}")
_BRACKETED = pattern(r"\([^)]*\)")
_FARTHEST = 110
_YEAR = len("2006")
_SHORTLY = 2
"""So many paragraphs back "that Act" may have been named."""


def beyond_the_end(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on sections and schedules that cannot be: "Schedule 9 to the Care Act 2014"."""
    for cited in instrument.citations:
        title = titles().get(plain(cited.name)) if cited.year else None
        if title is None:
            continue
        for at, match in _provisions_of(cited.at):
            schedule = _is_schedule(match)
            last = (title.schedules if schedule else title.sections).get(cited.year)
            yield from _too_high(
                at, match["numbers"], cited.name, last, "schedule" if schedule else "section"
            )
    yield from _by_short_names(instrument)
    yield from _regulations(instrument)


def _regulations(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on regulations that cannot be: "regulation 31 of the TUPE Regulations"."""
    for cited in cited_provisions(instrument):
        if cited.law.kind != "regulation" or cited.at.text == cited.law.title[-_YEAR:]:
            continue
        title = titles().get(plain(cited.law.title))
        last = title.sections.get(int(cited.law.title[-_YEAR:])) if title else None
        yield from _too_high(cited.at, cited.at.text, cited.law.title, last, "regulation")


def _by_short_names(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on those of an Act by its short name, or spoken of again: "section 140 of that Act"."""
    for words, match in instrument.search(_BY_SHORT_NAME, signs=("section", "schedule", " s.", " ss", "sch")):
        law = match["law"].replace("\u00a0", " ")
        again = law.startswith(_SPOKEN_OF_AGAIN)
        cited = _last_before(words, instrument) if again else _called(law, instrument)
        title = titles().get(plain(cited.name)) if cited and cited.year else None
        if title is None or cited is None:
            continue
        schedule = _is_schedule(match)
        last = (title.schedules if schedule else title.sections).get(cited.year)
        at = words.part(*match.span("numbers"))
        yield from _too_high(at, match["numbers"], cited.name, last, "schedule" if schedule else "section")


def _last_before(words: Words, instrument: Instrument) -> Cited | None:
    """Return the Act that is cited last before some words, or shortly before; None if it is other law."""
    place_of = instrument.place_of
    here = place_of[words.passage].order
    cited = [
        one
        for one in instrument.citations
        if here - _SHORTLY <= place_of[one.at.passage].order <= here
        and one.at.passage.division == words.passage.division
        and (one.at.passage is not words.passage or one.at.end <= words.start)
    ]
    last = max(cited, key=lambda one: (place_of[one.at.passage].order, one.at.start), default=None)
    return last if last is not None and last.kind == "Act" else None


def _called(name: str, instrument: Instrument) -> Cited | None:
    """Return the only Act to which an instrument gives a short name, by its year or by letters."""
    defined = {one.term: one for one in instrument.definitions}.get(name)
    if defined is None:
        return None
    at = defined.meaning
    near = [one for one in instrument.citations if one.at.passage is at.passage and one.kind == "Act"]
    fits = [one for one in near if not name[:4].isdecimal() or one.year == int(name[:4])]
    return fits[0] if len({(one.name, one.year) for one in fits}) == 1 else None


def _provisions_of(at: Words) -> Iterator[tuple[Words, re.Match[str]]]:
    """Yield what is cited directly before an Act, and directly after it, with the words of its numbers."""
    head = at.shortly_before(_FARTHEST)
    before = _BEFORE.search(head)
    if before and not (before["bare"] and _is_schedule(before)):
        start = at.start - len(head) + before.start("numbers")
        yield at.part(start, start + len(before["numbers"])), before
    after = None if before else _AFTER.match(at.after)
    if after and (after["inside"] or not _is_schedule(after)):
        start = at.end + after.start("numbers")
        yield at.part(start, start + len(after["numbers"])), after


def _is_schedule(match: re.Match[str]) -> bool:
    return match["kind"].lower().startswith("sch")


def _too_high(at: Words, numbers: str, act: str, last: int | None, kind: str) -> Iterator[Hit]:
    numbers = _BRACKETED.sub(lambda one: " " * len(one[0]), numbers)
    for number in _NUMBER.finditer(numbers) if last else ():
        if last and int(number["figures"]) > last:
            yield hit(
                at.part(at.start + number.start(), at.start + number.end()),
                f"“{number[0]}” cannot be a {kind} of the {act}: its last is {kind} {last}.",
                f"Look up the {kind} that is meant, and the Act.",
                confidence="likely",
            )
