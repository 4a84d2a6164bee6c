"""Where a table is said to stand, though another provision than the one that is named has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._provisions import Elsewhere, whole_of
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TABLE_IN = pattern(
    r"\b(?:the|that|this|each|in|of) (?:(?:first|second|last|following) )?tables? "
    r"(?:(?:which|that) )?(?:(?:is|are) )?(?:(?:set out|shown|given|contained|included|printed) )?"
    r"(?:in|at|under|to) $",
    re.IGNORECASE,
)
_ROW = pattern(r"\b(?P<what>[A-Za-z]+) (?P<number>\w{1,3}) (?:of|in) $")
"""What names a row by its number: "step 3" of the table."""
_ATTACHED = ("schedule", "annex", "appendix")
_KINDS = ("clause", "section", "paragraph", "schedule", "annex", "appendix")
_FARTHEST = 60
_MAY_BE_A_TABLE = pattern(r"\t| {3}|\btables?\b", re.IGNORECASE)


def tables_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision in which a table is said to be, but is not: with the heading or the
    number above the only table in provisions of its kind, or the only one with the row that is named
    ("step 3 of the table in"), or with the table if it has a number; with none if several may be meant."""
    for reference in own_references(instrument):
        target = reference.target
        if reference.kind == "table" and target is not None and _is_said_to_be_apart(reference, instrument):
            kind, number = reference.within[-1]
            lack = f"Table {reference.number} is not in {kind.capitalize()} {number}."
            yield Elsewhere(reference, lack, target)
            continue
        if target is None or reference.kind not in _KINDS or reference.title or reference.through:
            continue
        before = reference.phrase.shortly_before(_FARTHEST)
        table_in = _TABLE_IN.search(before)
        if table_in is None or _may_have_one(target, instrument):
            continue
        tables = [place for place in instrument.places if place.table]
        above = list(dict.fromkeys(_above(place, target) for place in tables))
        named = above if len(above) == 1 else list(_with_row(before[: table_in.start()], target, instrument))
        meant = named[0] if len(named) == 1 else None
        top = _top(target, instrument)
        if meant is not top if meant else _has_none(target, tables, instrument):
            yield Elsewhere(reference, f"There is no table in {reference.kind} {reference.number}.", meant)


def _with_row(words: str, like: Passage, instrument: Instrument) -> Iterator[Passage | None]:
    """Yield what is above each table that has the row which the words before "the table" name."""
    row = _ROW.search(words)
    for grid in instrument.grids if row else ():
        heads = [cell.text.strip().lower() for cell in grid.rows[0] if cell]
        firsts = [cells[0].text.strip().rstrip(".") for cells in grid.rows if cells[0]]
        if grid.place and row and row["what"].lower() in heads and row["number"] in firsts:
            yield _above(grid.place, like)


def _is_said_to_be_apart(reference: Reference, instrument: Instrument) -> bool:
    """Tell whether a numbered table is said to be in a schedule that has none of that number."""
    kind, number = reference.within[-1] if reference.within else ("", "")
    target = reference.target
    if target is None or kind not in _ATTACHED or not reference.container:
        return False
    if not target.division.lower().startswith(f"{kind} "):
        return False  # what a deed puts in may have schedules of its own
    said = f"{kind.capitalize()} {number} "
    numbered = re.compile(rf"table\s{re.escape(reference.number)}\b", re.IGNORECASE)
    return not f"{target.division} ".startswith(said) and not any(
        f"{place.passage.division} ".startswith(said) and numbered.match(place.passage.words)
        for place in instrument.places
    )


def _above(place: Place, like: Passage) -> Passage | None:
    """Return the heading of what has a table: of its clause, or of its division if the like is one."""
    if like.heading == 1:
        return place.division
    return place.clause if place.passage.division == like.division else None


def _top(target: Passage, instrument: Instrument) -> Passage | None:
    return target if target.heading == 1 else instrument.place_of[target].clause


def _has_none(target: Passage, tables: Sequence[Place], instrument: Instrument) -> bool:
    """Tell whether a provision is sure to have no table: all that follow it are known to be of others, and
    it does not break off, as it does where a table was not read."""
    if not list(whole_of(target, instrument))[-1].words.rstrip().endswith("."):
        return False
    top, order = _top(target, instrument), instrument.place_of[target].order
    following = [one for one in tables if one.order > order and one.passage.division == target.division]
    return bool(tables) and all(_above(one, target) not in (top, None) for one in following)


def _may_have_one(target: Passage, instrument: Instrument) -> bool:
    return any(
        instrument.place_of[one].table is not None or _MAY_BE_A_TABLE.search(one.words)
        for one in whole_of(target, instrument)
    )
