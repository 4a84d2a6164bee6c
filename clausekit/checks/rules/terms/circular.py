"""CK-TERM-CIRCULAR: terms that are defined by each other, or by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import Use
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.terms import listed, stems
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_BARE = 2
"""A meaning says nothing of its own if it has no more words than these beside a term and little words."""

_WORD = pattern(r"\w+")
_LITTLE_WORDS = """
a an the any each every of that its as which is are or and such same meaning given to in means those these
"""
_ALL_BUT = pattern(
    r"\b(?:(?:which|that|who) (?:is|are) not|not being|other than|except(?: for)?|apart from|excluding"
    r"|but not)(?: (?:an?|any|the))? $"
)
"""What stands before a term that is left out: "all Equipment which is not Special Equipment"."""
_OF_ALL_BUT = frozenset(
    ("all", "not", "being", "other", "than", "except", "for", "apart", "from", "excluding", "but")
)
_ARTICLE = pattern(r"[\s:,]*(?:means?\s)?(?:an?|any|the|each|every)\s")
_WHO = pattern(r"\s(?:being|who|which|that|for the time being|from time to time)\b")
_OF_THE_AGREEMENT = frozenset(("Party", "Parties", "Schedule", "Clause", "Partner", "Annex", "Appendix"))
"""What "any Party who" of an agreement is, everyone knows."""
_LITTLE = frozenset(_LITTLE_WORDS.split())
_NEAR = 30
_AS_IN_A_CLAUSE = pattern(
    r"[\s:,]*(?:means? )?the (?:period|time|term|duration)(?: [a-z]+){0,6} (?:in|by|under|at)"
    r" (?:(?:[Cc]lause|[Pp]aragraph|[Ss]ection) )?(?P<number>\d+(?:\.\d+)*(?:\(\d+\))?)"
)
_LASTS = pattern(
    r"\b(?:continues?|remains?|lasts?|runs?|in force|effect|subsists?|endures?)\b[^.;]{0,60}"
    r"\b(?:for|during|throughout) the $"
)
_ENDS = pattern(r"\b(?:until|ending|ends|expir\w+ on|to the end of|(?:Expiry|End) Date)\b")
_LONG = 120


def _check(instrument: Instrument) -> Iterator[Hit]:
    uses: dict[Passage, list[Use]] = defaultdict(list)
    for one in instrument.uses:
        uses[one.at.passage].append(one)
    leads = {one: use for one in listed(instrument) if (use := _leads_to(one, uses[one.meaning.passage]))}
    yield from _periods(instrument)
    told: set[Definition] = set()
    for definition in leads:
        circle = _circle(definition, leads)
        if circle and not told.intersection(circle):
            told.update(circle)
            yield _hit(circle, leads)
    for definition in listed(instrument):
        if definition not in told and (at := _begins_with_itself(definition)):
            yield hit(
                at,
                f"The meaning of “{definition.term}” begins with the term itself.",
                "Say what the term means without the term itself.",
                confidence="likely",
                related=(definition.at,),
            )


def _periods(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on a period that is the one told in a clause, which only says that it lasts for the period:
    "Term" is "the period in clause 2", and clause 2 says "This agreement continues for the Term"."""
    for definition, uses in instrument.uses_of.items():
        told = _AS_IN_A_CLAUSE.match(definition.meaning.text)
        for use in uses if told else ():
            if told and _is_within(use.at.passage.number, told["number"]) and _lasts_for(use, instrument):
                yield hit(
                    use.at,
                    f"“{definition.term}” is the period told here, and here nothing says how long that is.",
                    "Say how long it is, or when it ends.",
                    confidence="likely",
                    related=(definition.at,),
                )


def _is_within(number: str, clause: str) -> bool:
    return number == clause or number.startswith((f"{clause}.", f"{clause}("))


def _lasts_for(use: Use, instrument: Instrument) -> bool:
    """Tell whether a sentence says only that something lasts for a period, with no date and no length."""
    sentence = instrument.sentence_of(use.at)
    said = [*(one.at for one in instrument.dates), *(one.at for one in instrument.periods)]
    return (
        _LASTS.search(use.at.shortly_before(_LONG)) is not None
        and not _ENDS.search(sentence.text)
        and not any(at.passage is sentence.passage and at.overlaps(sentence) for at in said)
    )


def _begins_with_itself(definition: Definition) -> Words | None:
    """Return the term with which its own meaning begins: "Carer means any Carer who helps"."""
    if definition.term in _OF_THE_AGREEMENT:
        return None
    text, start = definition.meaning.passage.text, definition.meaning.start
    article = _ARTICLE.match(text, start)
    if article is None or not text.startswith(definition.term, article.end()):
        return None
    end = article.end() + len(definition.term)
    return Words(definition.meaning.passage, article.end(), end) if _WHO.match(text, end) else None


def _hit(circle: list[Definition], leads: Mapping[Definition, Use]) -> Hit:
    first, last = circle[0], circle[-1]
    at = leads[last].at
    if first is last:
        message = f"“{first.term}” is defined by itself."
    else:
        chain = ", ".join(f"“{one.term}” by “{leads[one].definition.term}”" for one in circle)
        message = f"The definitions go round in a circle: {chain}."
    return hit(at, message, "Say what the term means without the term itself.", related=(first.at,))


def _leads_to(definition: Definition, uses: Sequence[Use]) -> Use | None:
    """Return the use of the one term in which the whole meaning of another lies, if it does.

    "Fund means the Pooled Fund" leads to "Pooled Fund"; "Fund means the part of the Pooled Fund that is left
    for equipment" says something of its own, and so does "Schedule means a schedule to this Agreement". A
    term in its own meaning says nothing if but words of it stand there besides.
    """
    meaning = definition.meaning
    own = {definition.at.passage, meaning.passage}
    if not own.issuperset(definition.passages) or definition.points_elsewhere:
        return None
    used = [use for use in uses if use.at.start >= meaning.start]
    if used and _ALL_BUT.search(used[-1].at.shortly_before(_NEAR)):
        return used[-1] if _is_bare(meaning, used) else None
    if len(used) != 1:
        return None
    rest = f"{meaning.passage.text[meaning.start : used[0].at.start]} {used[0].at.after}"
    words = stems(" ".join(word for word in _WORD.findall(rest.lower()) if word not in _LITTLE))
    term = stems(definition.term)
    if used[0].definition is definition:
        return used[0] if set(term).issuperset(words) else None
    return used[0] if len(words) <= _BARE and not set(term).intersection(words) else None


def _is_bare(meaning: Words, used: Sequence[Use]) -> bool:
    """Tell whether a meaning says hardly more than that it is all of one term but what is of another."""
    rest = f"{meaning.passage.text[meaning.start : used[-1].at.start]} {used[-1].at.after}"
    words = {word for word in _WORD.findall(rest.lower()) if word not in _LITTLE | _OF_ALL_BUT}
    return len(set(stems(" ".join(words))).difference(*(stems(use.at.text) for use in used))) <= _BARE


def _circle(definition: Definition, leads: Mapping[Definition, Use]) -> list[Definition]:
    """Return the definitions from one back to itself, [] if it leads elsewhere."""
    chain = [definition]
    while (use := leads.get(chain[-1])) and use.definition not in chain:
        chain.append(use.definition)
    return chain if use and use.definition is definition else []


RULE = Rule(
    id="CK-TERM-CIRCULAR",
    level="error",
    title="Terms that are defined by each other, or a term by itself",
    why="Definitions that go round in a circle define nothing. Whatever depends on the term is then"
    " uncertain.",
    fails="""
1. Definitions

1.1 In this agreement:

**Budget** means the Allocation.

**Allocation** means the ⟦Budget⟧ for a year.

**Core Staff** means all staff other than Bank Staff.

**Bank Staff** means any staff who are not ⟦Core Staff⟧.

2. Money

2.1 The Council shall pay the Budget and the Allocation.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Budget** means the Allocation.

**Allocation** means the money that the Council sets aside for a year.

**Core Staff** means all staff other than Bank Staff.

**Bank Staff** means staff on the Trust’s register of temporary workers who are not Core Staff.

2. Money

2.1 The Council shall pay the Budget and the Allocation.
""",
    check=_check,
)
