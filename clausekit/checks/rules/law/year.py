"""CK-LAW-YEAR: an Act or instrument cited with a year, or a number, that is not its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.law import Row, mentions
from clausekit.checks.rules.law._disagreeing import (
    numbers_of_the_eu,
    short_names_of_other_years,
    titles_of_two_years,
)
from clausekit.checks.rules.law._titles import Title, plain, short_titles, title_ending, titles
from clausekit.patterns import pattern

_SHORT = pattern(r"\b(?P<short>[A-Z]{3,5}s?|FOI Act),?[ \u00a0](?P<year>(?:19|20)\d\d)(?![\w/-])")
_NUMBER_AFTER = pattern(r"[”\"]?,? \(?(?:S\.?I\.? )(?:No\.? ?)?((?:19|20)\d\d/\d{1,4})\b")


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _in_full(instrument)
    for words, match in instrument.search(_SHORT, signs=(" 19", " 20", "\u00a019", "\u00a020")):
        title = short_titles().get(match["short"])
        year = int(match["year"])
        if title and year not in title.years and year <= instrument.as_at.year:
            yield hit(
                words,
                f"“{words.text}”: there is no {title.words} of {year}.",
                f"Write {title}, if that is meant.",
            )
    yield from _at_odds(instrument)


def _at_odds(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on law whose year or number is at odds with what else the text says of it."""
    gone = {
        mention.at
        for row, all_ in mentions(instrument).items()
        for mention in all_
        if _is_gone(row, instrument)
    }
    for found in short_names_of_other_years(instrument):
        if found.at in gone:
            continue  # CK-LAW-REPEALED tells of it
        yield hit(
            found.at,
            f"“{found.at.text}” goes by “{found.other}”: one of the two years is wrong.",
            "Look up the year, and put the other right.",
            confidence=found.confidence,
        )
    for found in titles_of_two_years(instrument):
        yield hit(
            found.at,
            f"“{found.at.text}” stands here, but “{found.other}” elsewhere.",
            "Look up the year, and put the other right.",
            confidence=found.confidence,
            related=found.related,
        )
    for words, name, right in numbers_of_the_eu(instrument):
        yield hit(
            words,
            f"“{words.text}” is not the number of {name}.",
            f"The number is {right}.",
            confidence="likely",
        )


def _is_gone(row: Row, instrument: Instrument) -> bool:
    return row.kind == "law" and not row.provision and row.is_gone(instrument.as_at)


def _in_full(instrument: Instrument) -> Iterator[Hit]:
    for cited in _whole_titles(instrument.citations):
        title = _title_of(cited)
        if title is None:
            continue
        if cited.year not in title.years:
            if cited.year <= instrument.as_at.year:
                yield hit(
                    cited.at,
                    f"“{cited.name}”: there is no {title.words} of {cited.year}.",
                    f"Write {title}, if that is meant.",
                )
            continue
        number = _NUMBER_AFTER.match(cited.at.after) if title.number else None
        if number and number[1] != title.number:
            start = cited.at.end + number.start(1)
            yield hit(
                cited.at.part(start, start + len(number[1])),
                f"“{number[1]}” is not the number of the {title}.",
                f"The number is SI {title.number}.",
            )


def _title_of(cited: Cited) -> Title | None:
    """Return the title by which law is cited, None if it is not known, or if its words go on before what was
    read: "Care Act 2012" of "Health and social Care Act 2012"."""
    title = titles().get(plain(cited.name)) if cited.year else None
    if title is None:
        return None
    text = cited.at.passage.text
    ending = title_ending(text, cited.at.start + text[cited.at.start : cited.at.end].rfind(f" {cited.year}"))
    return title if ending is None or ending[0] >= cited.at.start else ending[1]


def _whole_titles(all_: Sequence[Cited]) -> Iterator[Cited]:
    """Yield what is cited, with the Act that begins the title of some instruments as a part of it: "Care Act
    2014 (Commencement) Regulations 2015"."""
    before: Cited | None = None
    for cited in all_:
        whole = cited
        if before and cited.name.startswith("(") and before.at.passage is cited.at.passage:
            between = cited.at.passage.text[before.at.end : cited.at.start]
            if not between.strip():
                whole = replace(cited, name=f"{before.name} {cited.name}")
        yield _without_a_class(whole)
        before = cited


def _without_a_class(cited: Cited) -> Cited:
    """Return a citation without what stands before its title: "Class E of the Use Classes Order 1987"."""
    title = cited.name.rpartition(" of the ")[2]
    if title == cited.name or plain(cited.name) in titles() or plain(title) not in titles():
        return cited
    return replace(cited, name=title, at=cited.at.part(cited.at.end - len(title), cited.at.end))


RULE = Rule(
    id="CK-LAW-YEAR",
    level="error",
    title="An Act or instrument cited with a year or a number that is not its own",
    why="A year or a number that does not go with the title cites law that is not there, or other law than"
    " is meant.",
    fails="""
1. Powers

1.1 The Partners act under section 75 of the ⟦National Health Service Act 2009⟧.

1.2 The NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI ⟦2000/671⟧) apply.

1.3 Capacity is assessed under the ⟦MCA 2007⟧.

1.4 The Provider keeps to the Health and Social Care Act 2008 ⟦(Regulated Activities) Regulations 2012⟧.

1.5 It is a matter of the ⟦Pensions Act 2007⟧ (“the 2008 Act”), and of the General Data Protection Regulation
(EU) ⟦2016/697⟧.
""",
    passes="""
1. Powers

1.1 The Partners act under section 75 of the National Health Service Act 2006.

1.2 The NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617) apply.

1.3 Capacity is assessed under the MCA 2005, and aftercare is given (Mental Health Act 1983).

1.4 The Provider keeps to the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014.

1.5 It is a matter of the Pensions Act 2008 (“the 2008 Act”), and of the General Data Protection Regulation
(EU) 2016/679.
""",
    check=_check,
)
