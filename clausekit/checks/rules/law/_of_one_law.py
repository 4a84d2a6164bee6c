"""Things that one law alone has, told to be of another: "a safeguarding adults board under the Children Act".

The rows are kept in ``clausekit/checks/data/of_one_law.tsv``, whose head says what each column means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.law import Cited
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules._shared.law import day_of, several
from clausekit.checks.rules.law._provisions import phrases
from clausekit.checks.rules.law._titles import plain, titles
from clausekit.patterns import pattern

_LEAD = pattern(
    r"[”\"’]?,?(?: \([“‘\"]?[\w’ -]{2,40}[”’\"]?\))?(?:,? (?:is |are |was |were |be |been |as |that |which )?"
    r"(?:set out |set up |made |established |imposed |required |defined |constituted |provided |given |found "
    r"|laid down |conferred |duty |duties |run |conducted |prepared |issued |held |drawn up |maintained "
    r"|pursuant |in accordance |applied ){0,2}(?:under|in|of|by|to|with|within the meaning of)) "
    r"(?:(?:[Ss]ections?|ss?\.?|[Rr]egulations?|[Ss]chedules?|[Pp]arts?) ?[\w.()]{1,12}"
    r"(?:(?:,| and| to| or) ?\d[\w.()]{0,10}){0,3} (?:of|to) )?(?:the )?[“\"‘]?$"
)
"""From a thing to the law it is told to be of: "publication scheme required by section 19 of the"."""
_FARTHEST = 150


@dataclass(frozen=True)
class Things:
    """The things of one law: its title, what matches their names, and other laws in which they stand."""

    law: str
    names: re.Pattern[str]
    beside: tuple[str, ...]
    authority: str
    checked: date | None

    def are_of(self, cited: Cited) -> bool:
        """Tell whether the law that is cited is theirs, or one in which they stand too."""
        words = plain(cited.name)
        return any(words == plain(law) and str(cited.year) in law for law in (self.law, *self.beside))


@cache
def things() -> Sequence[Things]:
    """Return the rows of the data."""
    return tuple(_row(line) for line in table("of_one_law.tsv"))


def _row(line: Mapping[str, str]) -> Things:
    names = phrases(several(line["words"])) or re.compile(r"(?!)")
    return Things(line["law"], names, several(line["beside"]), line["authority"], day_of(line["checked"]))


def things_of_another_law(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on laws that are told to have what another law alone has; of a year in which there was no
    such law CK-LAW-YEAR tells."""
    for cited, name, one in things_of_laws(instrument):
        title = titles().get(plain(cited.name))
        if not one.are_of(cited) and (title is None or cited.year in title.years):
            yield hit(
                cited.at,
                f"“{name}” is of the {one.law}, not of the {cited.name}.",
                f"Write “{one.law}”, if that is meant.",
                confidence="likely",
            )


def things_of_laws(instrument: Instrument) -> Iterator[tuple[Cited, str, Things]]:
    """Yield the laws that are told to have one of the things, each with the name of it."""
    for cited in instrument.citations:
        before = cited.at.shortly_before(_FARTHEST).replace("\u00a0", " ") if cited.year else ""
        small = before.lower()
        for one in things() if small else ():
            named = [match for match in one.names.finditer(small) if _LEAD.fullmatch(before, match.end())]
            if named:
                yield cited, before[slice(*named[-1].span())], one
