"""Sections that are cited of an Act of the right title and another year: "the duty to refer in section 213B
of the Housing Act 2004"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rules.law._cited_provisions import plain
from clausekit.checks.rules.law._provisions import Law, Provision, laws
from clausekit.checks.rules.law._titles import plain as act
from clausekit.checks.rules.law._titles import titles
from clausekit.patterns import pattern

_SECTION = pattern(r"section (?P<number>[1-9]\d*[A-Z]{0,2}\d?)(?:\(\w{1,4}\))*$")
_YEAR = len(" 1996")
_NEAR, _LEAD = 60, 24


class OtherYear(NamedTuple):
    """A citation, and the Act of another year that deals in its section with what stands beside it."""

    cited: Cited
    law: Law
    provision: Provision


def sections_of_other_years(instrument: Instrument) -> Iterator[OtherYear]:
    """Yield the sections of Acts that the data do not know, whose subject is that of the same section of an
    Act with the same title."""
    known: dict[str, list[Law]] = defaultdict(list)
    for law in laws().values():
        known[law.title[:-_YEAR]].append(law)
    for cited in instrument.citations:
        section = _SECTION.match(cited.provision)
        title = titles().get(act(cited.name))
        there = title is not None and cited.year in title.years  # else CK-LAW-YEAR tells of it
        if cited.kind != "Act" or not section or cited.name in laws() or not there:
            continue
        for law in known.get(cited.name[:-_YEAR], ()):
            one = law.provisions.get(section["number"])
            if one is not None and _is_beside(one, cited):
                yield OtherYear(cited, law, one)
                break


def _is_beside(one: Provision, cited: Cited) -> bool:
    """Tell whether the subject of a provision stands just before a citation, or just after it."""
    at = cited.at
    before = plain(at.shortly_before(_NEAR + _LEAD)).rpartition(". ")[2]
    after = plain(at.shortly_after(_NEAR)).partition(". ")[0]
    return one.names is not None and any(one.names.search(text) for text in (before, after))
