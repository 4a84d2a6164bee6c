"""CK-LAW-PROVISION: a provision of law that is cited for what another one deals with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.law._cited_provisions import CitedProvisions, cited_provisions, plain
from clausekit.checks.rules.law._ended_by import bodies_ended_otherwise
from clausekit.checks.rules.law._lawful_basis import public_bodies_with_interests
from clausekit.checks.rules.law._of_one_law import things_of_another_law
from clausekit.checks.rules.law._other_years import sections_of_other_years
from clausekit.checks.rules.law._provisions import PART, Law, Provision, laws
from clausekit.checks.rules.law._slips_of_numbers import meant_by_slip
from clausekit.patterns import pattern
from clausekit.reading import Passage

_LINKS = (
    r"(?:under|in|of|by|pursuant to|in accordance with|for the purposes of|within|within the meaning of"
    r"|as defined in|imposed by|given by|conferred by|set out in|required by|contained in)"
)
_DONE = (
    r"(?:made|carried out|provided|undertaken|conducted|given|held|done|completed|arranged|set up|started"
    r"|owed|required|due|imposed|offered|drawn up|kept|prepared|caused|triggered|begun|opened|established"
    r"|constituted|appointed|designated|published|produced|performed|discharged|exercised|entered into|issued"
    r"|obtained|requested|notified|reported|recorded|answered|met|respected|dealt with|decided)"
)
_SHORT_NAME = r"(?: \([“‘\"]?[\w’ -]{2,40}[”’\"]?\))?"
_IS_DONE = (
    r"(?: (?:that |which )?(?:is|are|was|were|be|to be|being|as|(?:has|have|had) been"
    r"|(?:may|shall|must|can|could|will|might|should|would|cannot)(?: not| then| also)? be)"
    rf"(?: {_DONE}){{0,2}}"
    rf"|(?: {_DONE}| services?| rules?| agreements?| decisions?| requirements?| exemptions?| duty| duties"
    r"| functions?| arrangements?| powers?| provision| process| work| it has| that it has"
    r"| that the \w+ (?:has|makes|owes)| by the \w+){0,3})"
)
_OF_SOMEBODY = (
    r"(?: (?:of|to|by|for) (?:the |an? |its |any |each |that )?(?:other )?"
    r"(?!functions?|dut(?:y|ies)|powers?|arrangements?|exercise|discharge|services|persons?|people)[\w’]+)?"
)
_LEADS = pattern(
    rf"[’”\"]?{_SHORT_NAME},?{_IS_DONE}{_OF_SOMEBODY},? \(?{_LINKS}"
    r"(?: the (?:duty|power|terms|provisions) (?:in|of|under))?$|[”\"]? ?[(–-]$"
)
"""From the subject to the citation: "after-care is provided under"."""
_THAT = pattern(r"[’”\"]?,? (?:that|which)$")
_REQUIRES = pattern(
    r" (?:requires?|demands?|imposes?|provides? for|allows?|gives?|calls? for|governs?|regulates?"
    r"|prescribes?)\b"
)
"""Around a citation: "the enquiries that section 42 requires"."""
_BESIDE = pattern(
    r"[ \u00a0]?[”\"]?[ \u00a0]?(?:is |are |, being |\((?:the )?|[–—-][ \u00a0]|:[ \u00a0])?(?:a |an |the )?"
)
_SAYS = pattern(
    r",?[ \u00a0](?:(?:which|that|and)[ \u00a0])?(?:deals? with|is about|are about|concerns?|provides? for"
    r"|governs?|regulates?|obliges?|requires?|imposes?|creates?|gives?|confers?|covers?|sets? out"
    r"|lays? down|protects?)[ \u00a0]"
)
_OUGHT = pattern(r"\b(?:duty|duties|power|powers|obligation)(?: (?:in|under|of|\w+ (?:in|by|under)))?$")
_TO = pattern(r",? to ")
"""Around a citation: "the duty in section 3 to promote integration"."""
_NEAR = 60
_MOST_NAMED = 3
_YEAR = len(" 2004")
_LINES_ABOVE = 3
_LONGEST_LINE = 60


def _check(instrument: Instrument) -> Iterator[Hit]:
    for cited in cited_provisions(instrument):
        cited = _with_the_cell_before(cited, instrument)
        here = [one for number in cited.numbers if (one := cited.law.containing(number))]
        all_known = all(cited.law.containing(number) for number in cited.numbers)
        if not _fits(here, cited):
            owners = _owners(cited, here, alone=not all_known) or _owners_above(cited, here, instrument)
            if owners:
                yield _told(cited, here, owners)
            elif meant := _of_another_law(cited) or _of_another_year(cited, instrument):
                yield _told_of_another_law(cited, *meant)
            elif slip := meant_by_slip(cited):
                yield _told(cited, here, [slip])
    yield from public_bodies_with_interests(instrument)
    for other in sections_of_other_years(instrument):
        number = other.law.called_by_number(other.provision.number)
        yield hit(
            other.cited.at,
            f"{_capital(number)} of the {other.law.title} deals with {other.provision.subject}; the text"
            f" cites the {other.cited.name}.",
            f"Write “{other.law.title}”, if that is meant.",
            confidence="likely",
        )
    yield from things_of_another_law(instrument)
    yield from bodies_ended_otherwise(instrument)


def _with_the_cell_before(cited: CitedProvisions, instrument: Instrument) -> CitedProvisions:
    """Return a citation that is all of a cell with the words of the cell before it in the row."""
    place = instrument.place_of[cited.at.passage]
    if place.role != "cell" or cited.before or cited.after.strip(" .;,") or cited.inner:
        return cited
    beside = " ".join(
        one.passage.words
        for one in instrument.places[max(0, place.order - _LINES_ABOVE) : place.order]
        if one.table is place.table and one.row == place.row and one.column == place.column - 1
    )
    return replace(cited, inner=plain(beside)) if len(beside) < _LONGEST_LINE else cited


def _fits(here: Sequence[Provision], cited: CitedProvisions) -> bool:
    """Tell whether something that a cited provision deals with stands beside the citation."""
    beside = (cited.before, cited.inner, cited.after)
    return any(one.fits and any(one.fits.search(text) for text in beside) for one in here)


def _owners(cited: CitedProvisions, here: Sequence[Provision], *, alone: bool) -> list[Provision]:
    """Return the other provisions of the law whose subject is named beside a citation.

    With ``alone`` only those count that no other provision may deal with.
    """
    groups = {one.group for one in here} or {PART if cited.numbers[0].startswith(PART) else ""}
    found = []
    beside = f"{cited.before} {cited.inner} {cited.after}"
    for one in cited.law.provisions.values():
        if not one.may_be_named(beside):
            continue
        names = one.names_alone if alone else one.names
        related = any(_is_part(one.number, number) for number in cited.numbers)
        if names and not related and one.group in groups and _is_named(names, cited):
            found.append(one)
    return found


def _of_another_law(cited: CitedProvisions) -> tuple[Law, Provision] | None:
    """Return the other law of which the provision with the same number has the subject that is named beside a
    citation: "child protection enquiries under section 47 of the Children Act 2004"."""
    beside = f"{cited.before} {cited.inner} {cited.after}"
    found = [
        (law, one)
        for law in laws().values()
        if law is not cited.law and law.kind == cited.law.kind and len(cited.numbers) == 1
        if (one := law.provisions.get(cited.numbers[0])) and one.names and one.may_be_named(beside)
        if _is_named(one.names, cited)
    ]
    return found[0] if len(found) == 1 else None


def _of_another_year(cited: CitedProvisions, instrument: Instrument) -> tuple[Law, Provision] | None:
    """Return the Act of the same title and another year of which the provision with the same number has the
    subject that the heading above names, where the one that is cited is not known to deal with anything."""
    name = cited.law.title[:-_YEAR]
    heading = plain(instrument.place_of[cited.at.passage].heading)
    if not heading or len(cited.numbers) != 1 or cited.law.containing(cited.numbers[0]):
        return None
    for law in laws().values():
        one = law.provisions.get(cited.numbers[0])
        if (
            law is not cited.law
            and law.title[:-_YEAR] == name
            and one
            and one.fits
            and one.fits.search(heading)
        ):
            return law, one
    return None


def _owners_above(
    cited: CitedProvisions, here: Sequence[Provision], instrument: Instrument
) -> list[Provision]:
    """Return the other provision for which a citation is by what is above it: "Assessments under section 9"
    after a line "Carers" and a sentence on carers.

    Both have to tell, and nothing in the paragraph may be in place beside what is cited.
    """
    passage = cited.at.passage
    text = plain(passage.text)
    if not here or not cited.before or any(one.fits and one.fits.search(text) for one in here):
        return []
    heading = plain(_heading_above(passage, instrument))
    sentence = instrument.sentence_of(cited.at)
    told = [one for one in instrument.sentences_of(passage) if one.end <= sentence.start]
    if not heading or not told:
        return []
    above = (heading, plain(told[-1].text))
    beside = f"{heading} {cited.before}"
    return [
        one
        for one in cited.law.provisions.values()
        if one.may_be_named(beside)
        and one.names
        and one not in here
        and all(_is_led_to(one.names, each, cited.before) for each in above)
    ]


def _is_led_to(names: re.Pattern[str], above: str, before: str) -> bool:
    """Tell whether a subject begins in what is above a sentence and ends right before its citation."""
    text = f"{above.rstrip(' .:')} {before}"
    start = len(text) - len(before)
    return any(
        one.start() < start < one.end() and _LEADS.fullmatch(text, one.end()) for one in names.finditer(text)
    )


def _heading_above(passage: Passage, instrument: Instrument) -> str:
    """Return the nearest line above a passage that is short and no sentence, or else its heading."""
    order = instrument.place_of[passage].order
    for place in reversed(instrument.places[max(0, order - _LINES_ABOVE) : order]):
        words = place.passage.words.strip()
        if len(words) < _LONGEST_LINE and not words.endswith((".", ";", ":", ",")):
            return words
    return instrument.place_of[passage].heading


def _is_part(one: str, other: str) -> bool:
    """Tell whether of two numbers one is part of the other, or both are the same."""
    return f"{one}(".startswith(f"{other}(") or f"{other}(".startswith(f"{one}(")


def _is_named(names: re.Pattern[str], cited: CitedProvisions) -> bool:
    """Tell whether a subject is what a citation is for: right before it, in brackets, or right after it."""
    if any(_LEADS.fullmatch(cited.before, one.end()) for one in names.finditer(cited.before)):
        return True
    if _REQUIRES.match(cited.after) and any(
        _THAT.fullmatch(cited.before, one.end()) for one in names.finditer(cited.before)
    ):
        return True
    if cited.inner and names.search(cited.inner):
        return True
    to_do = _TO.match(cited.after) if _OUGHT.search(cited.before) else None
    if to_do and names.match(cited.after, to_do.end()):
        return True
    beside = _BESIDE.match(cited.after)
    if beside and beside.end() and names.match(cited.after, beside.end()):
        return True
    says = _SAYS.match(cited.after)
    return says is not None and names.search(cited.after, says.end(), says.end() + _NEAR) is not None


def _told(cited: CitedProvisions, here: Sequence[Provision], owners: Sequence[Provision]) -> Hit:
    first = cited.law.called_by_number(cited.numbers[0])
    right = " or ".join(one.number for one in owners[:_MOST_NAMED])
    verb = "deal with" if len(owners) > 1 else "deals with"
    own = f"deals with {here[0].subject}" if here else "is not about that"
    return hit(
        cited.at,
        f"{_capital(cited.law.called_by_number(right))} of the {cited.law.title} {verb} {owners[0].subject};"
        f" {first} {own}.",
        f"Write “{cited.law.called_by_number(owners[0].number)}”, if that is meant.",
        confidence="likely",
    )


def _told_of_another_law(cited: CitedProvisions, law: Law, one: Provision) -> Hit:
    number = law.called_by_number(one.number)
    return hit(
        cited.at,
        f"{_capital(number)} of the {law.title} deals with {one.subject}; that of the"
        f" {cited.law.title} does not.",
        f"Write “{law.title}”, if that is meant.",
        confidence="likely",
    )


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


RULE = Rule(
    id="CK-LAW-PROVISION",
    level="warning",
    title="A provision of law cited for what another one deals with",
    why="A duty or a power is where the law puts it. Who looks up a provision that deals with something else"
    " finds no duty, and doubts the power.",
    fails="""
1. Law

1.1 The Partners provide after-care under section ⟦17⟧ of the Mental Health Act 1983, and the Council makes
the enquiries required by section ⟦47⟧ of the Care Act 2014.

1.2 The police act under Part ⟦4⟧ (law enforcement processing) of the Data Protection Act 2018.

1.3 The Council relies on Article ⟦6(1)(f)⟧ of the UK GDPR for its tasks.
""",
    passes="""
1. Law

1.1 The Partners provide after-care under section 117 of the Mental Health Act 1983, and the Council makes
the enquiries required by section 42 of the Care Act 2014.

1.2 The police act under Part 3 (law enforcement processing) of the Data Protection Act 2018.

1.3 The Council relies on Article 6(1)(e) of the UK GDPR for its tasks.
""",
    check=_check,
)
