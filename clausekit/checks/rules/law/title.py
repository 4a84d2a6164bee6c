"""CK-LAW-TITLE: the title of an Act or of guidance that is misquoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.law import mentions
from clausekit.checks.rules.law._titles import (
    differ_in_little_words,
    garbled_title,
    nearest_title,
    plain,
    title_ending,
    title_of_other_kind,
    titles,
)
from clausekit.patterns import pattern

_DATED = pattern(
    r"\b(?P<kind>Act|Regulations|Order|Rules),?[ \u00a0](?P<year>(?:1[5-9]|20)\d\d)\b(?!/)", re.IGNORECASE
)
_SIGNS = ("act", "regulations", "order", "rules")
_WORD = pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _check(instrument: Instrument) -> Iterator[Hit]:
    known = [
        mention for row, all_ in mentions(instrument).items() if row.fate == "misquoted" for mention in all_
    ]
    for mention in known:
        yield hit(
            mention.at,
            f"“{mention.at.text}” is not the title.",
            f"Write {mention.row.now}.",
            confidence=mention.row.certainty,
        )
    in_wrong_letters = list(_in_wrong_letters(instrument))
    yield from in_wrong_letters
    told = [*(mention.at for mention in known), *(found.words for found in in_wrong_letters)]
    for cited in instrument.citations:
        if not any(cited.at.overlaps(words) for words in told) and plain(cited.name) not in titles():
            yield from _misquoted(cited)


def _in_wrong_letters(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on titles with small letters where the Act has capitals: "Health and social Care Act 2012".

    Only a mixture is a slip in a heading or a table; all letters small, or all but the first, may be meant.
    """
    for words, match in instrument.search(_DATED, "text", "cell", "note", "heading", signs=_SIGNS):
        ending = title_ending(words.passage.text, words.start + len(match["kind"]))
        if ending is None or int(match["year"]) not in ending[1].years or ending[0] < words.passage.typed:
            continue
        at, title = words.part(ending[0], words.end), ending[1]
        capitals = {word.lower() for word in _WORD.findall(title.words) if word[0].isupper()}
        own = [word for word in _WORD.findall(at.text) if word.lower() in capitals]
        if not any(word[0].islower() for word in own):
            continue
        mixed = any(word[0].isupper() for word in own[1:])
        prose = instrument.place_of[at.passage].role in ("text", "note")
        if mixed or (prose and own[0][0].isupper()):
            yield hit(
                at,
                f"“{at.text}” has a small letter where the title has a capital.",
                f"Write {title.words} {match['year']}.",
                confidence="likely",
            )


def _misquoted(cited: Cited) -> Iterator[Hit]:
    near, year = nearest_title(cited.name, cited.year), cited.year
    sure = near is not None and (
        _differs_by_a_letter(plain(cited.name), near.words) or differ_in_little_words(cited.name, near.words)
    )
    if not sure and (garbled := garbled_title(cited.name, year) or title_of_other_kind(cited.name, year)):
        near, sure = garbled, True
    if near:
        yield hit(
            cited.at,
            f"“{cited.name}” looks like a slip for {near.words} {year}.",
            f"Write {near.words} {year}, if that is meant.",
            confidence="likely" if sure else "doubtful",
        )


def _differs_by_a_letter(one: str, other: str) -> bool:
    """Tell whether two titles have as many words, of which all begin alike."""
    words, others = one.lower().split(), plain(other).lower().split()
    return len(words) == len(others) and all(a[:2] == b[:2] for a, b in zip(words, others, strict=True))


RULE = Rule(
    id="CK-LAW-TITLE",
    level="warning",
    title="The title of an Act that is misquoted",
    why="Law is cited by its short title as Parliament gave it. A slip in it makes a search for the Act"
    " fail, and shows that nobody looked the Act up.",
    fails="""
1. Law

1.1 Nothing here makes a partnership under the Partnership Act 1890 or the ⟦Limited Partnership Act 1907⟧.

1.2 The Council assesses needs under the ⟦Mental Capacities Act 2005⟧.

1.3 The accounts are audited under the ⟦Local Audit and Accounting Act 2014⟧, and answers are given under the
⟦Freedom of Access to Information Act 2000⟧. Staff pass under the
⟦Transfer of Undertakings (Protection of Employment) Act 2006⟧. Advice is given as the
⟦Health and social Care Act 2012⟧ asks.
""",
    passes="""
1. Law

1.1 Nothing here makes a partnership under the Partnership Act 1890 or the Limited Partnerships Act 1907.

1.2 The Council assesses needs under the Mental Capacity Act 2005.

1.3 The accounts are audited under the Local Audit and Accountability Act 2014, and answers are given under
the Freedom of Information Act 2000. The Local Government (Wales) Act 1994 does not apply.
""",
    yields_to=("CK-LAW-REPEALED",),
    check=_check,
)
