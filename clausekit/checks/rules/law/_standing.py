"""What is told of names whose standing has changed: each fault once, in the place where it is put right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Confidence, Hit, hit
from clausekit.checks.rules._shared.law import Mention, Row, mentions, numbers_in
from clausekit.checks.rules.law._history import is_history
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_PROVISION_BEFORE = pattern(
    r"\b((?:[Ss]ections?|ss?\.?|[Ss]chedules?)[ \u00a0]?\d+[A-Z]*\d*(?:\([^()\s]{1,4}\))*)"
    r",?[ \u00a0](?:(?:of|to|in|under)[ \u00a0])?(?:the[ \u00a0])?[“\"(]?$"
)
_LONGEST_PROVISION = 60
_NAMES_LAW = pattern(r"\b(?:Acts?|Regulations|Order|Rules)\b|\b(?:19|20)\d\d\b|^[A-Z]+[AR]s?$")
"""A term that is short for law: "the 1999 Act", "NHSA"; "ICB" is not."""
_PROVISION_AFTER = pattern(r"[”\"]?,? (?:\()?((?:sections?|ss?\.?|[Ss]chedules?) ?\d+[A-Z]*\d*)")
_AFTER_A_POST = pattern(r"^.*(?:\bthe |, )")
"""A post may stand before a name: "Clinical Chair of the CCG"."""
_ASKED_FOR = pattern(
    r"\[(?:insert |enter |add )?(?:the )?(?:full )?(?:name|title|logo)s?\b[^\]]*$", re.IGNORECASE
)
_TITLE_AFTER = pattern(
    r"\]? (?:\([^()]*\) )?(?:\([A-Z][\w ]+\) |Establishment )*(?:Order|Orders|Regulations|Directions)\b"
)
_PROSE = ("text", "cell", "note")
_FATES = {
    "abolished": "names a body that was abolished on",
    "renamed": "is a name that was given up on",
    "replaced": "names what was replaced on",
    "repealed": "was repealed on",
    "revoked": "was revoked on",
}
_IS_ONE = pattern(r"\b(?:is|being|constituted as|established as) an? (?:[a-z]+ )?$")
"""What says that somebody is such a body today: "the ICB is a clinical commissioning group"."""
_FORMER_TIMES = pattern(
    r"\b(?:former|succe|predecess|abolish|dissol|replac|transfer|until|was\b|were\b|had\b|means\b"
    r"|no longer)",
    re.IGNORECASE,
)
_SHORTLY = 40
_MANY = pattern(r"[Ss]ections\b|.*\b(?:Regulations|Acts)\b")


def gone(instrument: Instrument, kinds: Sequence[str], fates: Sequence[str]) -> Iterator[Hit]:
    """Yield the uses of names which stood no more on the day for which the instrument is judged."""
    for row, all_ in mentions(instrument).items():
        if row.kind in kinds and row.fate in fates and row.is_gone(instrument.as_at):
            for mention, others in told(all_, instrument):
                yield hit(
                    mention.at,
                    what_became(row, mention.at),
                    remedy(row),
                    confidence=_confidence(mention, instrument),
                    related=others,
                )


def told(all_: Sequence[Mention], instrument: Instrument) -> Iterator[tuple[Mention, tuple[Words, ...]]]:
    """Yield the mentions of a row that are told, each with the places that go with it.

    A use of a defined term is put right where the term is defined. A body with a place before its name is
    told once for all, and what it is called for short ("the CCG") with it; any other name once in a clause,
    and in a heading, on a cover or by a signature only if the text says nothing of it. A history of versions
    has the names of its time.
    """
    groups: dict[object, list[Mention]] = {}
    used = instrument.once(_uses)
    relevant = [
        one
        for each in all_
        if each.at.passage not in instrument.versions and not _is_in_a_title(each, instrument)
        for one in _with_provisions(each, instrument)
    ]
    relevant = [
        one for one in relevant if not any(_is_of_use(one, use) for use in used.get(one.at.passage, ()))
    ]
    named = {_clause(one, instrument) for one in relevant if _place_name(one)}
    with_name: dict[tuple[Row, Passage], object] = {}
    for one in relevant:
        name, clause = _place_name(one), _clause(one, instrument)
        aside = groups and instrument.place_of[one.at.passage].role not in _PROSE
        short = named and _AFTER_A_POST.sub("", one.at.text).rstrip("s").isupper()
        if name or not (clause in named or aside or short):
            again = with_name.setdefault((one.row, one.at.passage), name or clause) if name else clause
            groups.setdefault(again, []).append(one)
    for group in groups.values():
        plain = (one for one in group if not one.weak and not is_history(one, instrument))
        first = next(plain, group[0])
        yield first, tuple(one.at for one in group if one is not first)


def _is_of_use(mention: Mention, use: Words) -> bool:
    """Tell whether a mention is a use of a defined term: not "Sensitive Personal Data" of "Personal Data"."""
    at = mention.at
    covered = use.start <= at.start and at.end <= use.end
    return covered or (mention.row.kind != "expression" and at.overlaps(use))


def _is_in_a_title(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether a body is named in the title of a statute, which keeps its words, or where a form asks for
    its name."""
    if mention.row.kind not in ("body", "local"):
        return False
    at = mention.at
    titles = instrument.once(_titles).get(at.passage, ())
    asked_for = _ASKED_FOR.search(f"{at.shortly_before(_LONGEST_PROVISION)}{at.text}")
    return (
        asked_for is not None
        or _TITLE_AFTER.match(at.after) is not None
        or any(at.overlaps(title) for title in titles)
    )


def _titles(instrument: Instrument) -> Mapping[Passage, Sequence[Words]]:
    found: dict[Passage, list[Words]] = defaultdict(list)
    for cited in instrument.citations:
        found[cited.at.passage].append(cited.at)
    return found


def _uses(instrument: Instrument) -> Mapping[Passage, Sequence[Words]]:
    found: dict[Passage, list[Words]] = defaultdict(list)
    for use in instrument.uses:
        if use.at.passage is not use.definition.at.passage:
            found[use.at.passage].append(use.at)
    return found


def what_became(row: Row, at: Words) -> str:
    """Return the sentence that says what became of a name."""
    when = _in_words(row.until) if row.until else ""
    if row.kind == "expression":
        return f"“{at.text}” has been out of date since {when} ({row.authority})."
    fate = _FATES[row.fate]
    if fate.startswith("was") and _MANY.match(at.text):
        fate = fate.replace("was", "were", 1)
    return f"“{at.text}” {fate} {when} ({row.authority})."


def remedy(row: Row) -> str:
    """Return the sentence that says what there is now."""
    return f"What there is now: {row.now}."


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _confidence(mention: Mention, instrument: Instrument) -> Confidence:
    if _is_said_of_somebody(mention, instrument):
        return mention.row.certainty
    if mention.weak or is_history(mention, instrument):
        return "doubtful"
    return mention.row.certainty


def _is_said_of_somebody(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether somebody is said to be such a body, in a sentence that does not speak of former times."""
    if mention.row.kind != "local" or not _IS_ONE.search(mention.at.shortly_before(_SHORTLY)):
        return False
    return _FORMER_TIMES.search(instrument.sentence_of(mention.at).text) is None


def _clause(mention: Mention, instrument: Instrument) -> Passage | None:
    place = instrument.place_of[mention.at.passage]
    return place.clause or place.division


def _place_name(mention: Mention) -> str:
    """Return the place in the name of a local body: "Westmarch" of "NHS Westmarch CCG"."""
    if mention.row.kind != "local":
        return ""
    *words, _ = _AFTER_A_POST.sub("", mention.at.text).split()
    common = {word for name in mention.row.names for word in name.split()}
    return " ".join(
        word
        for word in words
        if word[0].isupper() and word not in ("NHS", "THE") and word.lower() not in common
    )


def _with_provisions(mention: Mention, instrument: Instrument) -> Iterator[Mention]:
    """Yield a mention with the provision that is cited, none if the row is about another one.

    Where the mention defines a short name, "the 1999 Act", provisions that are cited by that name follow.
    """
    row, at = mention.row, mention.at
    if not row.provision:
        yield mention
        return
    cited, after = _cited(at, instrument), _PROVISION_AFTER.match(at.after)
    if cited is not None and _is_about(cited.provision, row):
        start = at.before.lower().rfind(cited.provision.lower())
        yield replace(mention, at=at.part(at.passage.typed + start, at.end) if start >= 0 else at)
    elif (before := _PROVISION_BEFORE.search(at.before[-_LONGEST_PROVISION:])) and _is_about(
        before[1].lower(), row
    ):
        yield replace(mention, at=at.part(at.start - len(before[0]), at.end))
    elif after and _is_about(after[1].lower(), row):
        yield replace(mention, at=at.part(at.start, at.end + after.end()))
    terms = tuple(
        one.term
        for one in instrument.definitions
        if one.at.passage is at.passage and _NAMES_LAW.search(one.term)
    )
    for reference in instrument.references if terms else ():
        named = reference.owner == "law" and reference.of.endswith(terms)
        if named and _is_about(f"{reference.kind} {reference.number}", row):
            yield replace(mention, at=reference.phrase)


def _is_about(provision: str, row: Row) -> bool:
    return bool(set(numbers_in(provision)) & set(row.provision))


def _cited(at: Words, instrument: Instrument) -> Cited | None:
    return next((one for one in instrument.citations if one.at.overlaps(at)), None)
