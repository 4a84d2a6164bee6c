"""Sums, percentages and posts in a sentence that are others in the cell which it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, hit
from clausekit.checks.rules.figures._disagrees.other_sums import (
    NEAR_SHARE,
    SUPPOSED,
    WHOLE_STAFF,
    as_shown,
    is_about_something_else,
    is_other_sum,
    was_reached,
)
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions_in
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_exchange, is_slip, significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.agreement import (
    BOTH_LABELS,
    FARTHEST,
    adds_up_to,
    agree,
    is_multiple,
    is_near,
    is_share_of_it,
    makes_with_another,
    shares_told,
    stands_in,
    value_of,
)
from clausekit.checks.rules.figures._tables.labels import Labels
from clausekit.checks.rules.figures._tables.named_cells import (
    NamedCell,
    counts_staff_in,
    named_cells,
    row_of,
)
from clausekit.checks.rules.figures._tables.named_labels import (
    has_numbered_row,
    rows_by_code,
    rows_named_in_full,
    says_change,
)
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, words_of
from clausekit.checks.rules.figures._tables.which_table import (
    LIMIT,
    UP_TO,
    has_money,
    heads_of,
    not_opposed,
    only_one_here,
    tables_meant,
)
from clausekit.patterns import pattern

_SHARE_OF_IT = pattern(
    r"^ of (?!(?:which|this|that|these|it) |the (?:total|whole|sum|aggregate|pooled fund|fund|pool|pot) )"
)
_SHARE_OF_MONEY = pattern(
    r" of (?:the|its|their|an?|that|this|any) (?:[\w’-]+ ){0,4}?"
    r"(?:price|contribution|fee|sum|budget|payment|value|fund|charge|cost|grant|contract|total)s?\b"
)
_REASONED = pattern(r" (?:that is|being|i e|or|so|making|which is|equal to|amounting to) ")
"""How words begin that draw a figure from those before it, and do not restate one."""
_THRESHOLD = pattern(r" (?:falls?|fell|drops?|below|above|exceed\w*|worse|missed|trigger\w*) ")
_SHORT_OF = pattern(r" (?:if|(?<!no )(?<!not )(?:fewer|less) than|under|short of|otherwise|partly|half) ")
"""Words that tell another level of performance than the target."""
_NOT_BELOW = pattern(r" not (?:be )?(?:set |fall |drop |go |reduced )?(?:to )?below ")
_STAFF_OF = pattern(r"(?:[ ](?:WTE|FTE|wte|fte))? of ")
_A_SHARE = pattern(r"\d[ ]?(?:%|per cent) of\b[^.;,]*$")
_OF_ANY_SUM = frozenset(("sum", "budget", "amount", "allocation", "provision", "line"))
_LEAST_DIGITS = 2
_FEW_IF_NAMED = 3
_FARTHEST_CHANGE = Decimal(4)


def against_tables(
    mention: Mention, tables: Sequence[Sheet], instrument: Instrument, labels: Mapping[Sheet, Labels]
) -> Iterator[Hit]:
    """Yield a hit if the cells that a mention names are other figures, in the table that its sentence names
    or else in any; nothing if one of the tables agrees."""
    mention = as_shown(mention)
    tables = not_opposed(mention, tables, instrument)
    meant = (
        tables_meant(mention, tables, instrument)
        or _only_one_of_staff(mention, tables)
        or _of_its_limit(mention, tables, labels)
    )
    only = only_one_here(mention, tables, instrument)
    shares = shares_told(mention)
    wrong: list[tuple[NamedCell, Confidence]] = []
    for sheet in meant or tables:
        if _stands_where_it_may(mention, labels[sheet]) or is_share_of_it(mention, shares, sheet):
            return
        cells = list(named_cells(mention, labels[sheet]))
        if meant and not any(is_near(value_of(mention), cell.value, FARTHEST) for cell in cells):
            cells = [*_staff_in_all(mention, sheet)] or cells
        if any(
            agree(mention, cell)
            or adds_up_to(mention, cell, sheet)
            or makes_with_another(mention, cell, instrument)
            for cell in cells
        ):
            return
        sure = cells and (
            bool(meant)
            or sheet is only
            or _tells_its_row(mention, labels[sheet])
            or _is_among_others(mention, cells, sheet, instrument)
            or _is_row_here(mention, cells, sheet, instrument)
        )
        if found := _wrong(mention, cells, labels[sheet], sure=bool(sure)):
            wrong.append(found)
    for cell, confidence in wrong[:1]:
        yield hit(
            mention.figure.at,
            f"“{mention.figure.at.text}” is “{cell.cell.text}” in the table.",
            "Put in the figure that is meant in both places, or say it in the table only.",
            confidence=confidence,
            related=(words_of(cell.cell),),
        )


def _is_among_others(
    mention: Mention, cells: Sequence[NamedCell], sheet: Sheet, instrument: Instrument
) -> bool:
    """Tell whether another figure of the sentence is that of a cell in the row, or the column, of the one
    cell that a mention names; beside a percentage, a sum in its row."""
    if len(cells) != 1:
        return False
    percentage = mention.figure.kind == "percentage"
    others = [
        other
        for other in mentions_in(instrument, mention.sentence)
        if other.figure is not mention.figure and not (percentage and other.figure.kind == "percentage")
    ]
    lines = [
        line
        for line in (sheet.rows if percentage else sheet.lines)
        if any(entry.cell is cells[0].cell for entry in line.entries)
    ]
    factor = sheet.factor
    return any(
        agree(other, NamedCell(entry.cell, factor if other.figure.kind == "money" else 1, 1))
        for other in others
        for line in lines
        for entry in line.entries
        if entry.cell.number and (entry.cell.kind == "percentage") == (other.figure.kind == "percentage")
    )


def _is_row_here(mention: Mention, cells: Sequence[NamedCell], sheet: Sheet, instrument: Instrument) -> bool:
    """Tell whether a sum is of a row, and no more, of a table in its own schedule: "£5 for rent"."""
    own, division = mention.sentence.passage, sheet.place.passage.division
    here = bool(division) and instrument.place_of[own].passage.division == division
    named = content(mention.own) - _OF_ANY_SUM if mention.figure.kind == "money" else frozenset[str]()
    return here and len(cells) == 1 and bool(named) and named == content(row_of(cells[0], sheet))


def _stands_where_it_may(mention: Mention, labels: Labels) -> bool:
    """Tell whether a table has the figure of a mention, in a row that it names by a reference or tells, if
    there is one."""
    return stands_in(mention, labels.sheet) and stands_in(
        mention,
        labels.sheet,
        rows_by_code(mention, labels) or _rows_that_tell(mention, labels) or labels.sheet.rows,
    )


def _tells_its_row(mention: Mention, labels: Labels) -> bool:
    """Tell whether a mention names a row by its reference or, if it is a target, by its full name."""
    if rows_by_code(mention, labels):
        return True
    percentage = mention.figure.kind == "percentage" and not _SHORT_OF.search(mention.own)
    return percentage and bool(_rows_that_tell(mention, labels))


def _rows_that_tell(mention: Mention, labels: Labels) -> list[Line]:
    """Return the rows that a rounded sum, "£1.4 million", or a percentage names in full: in others it fits by
    chance, as targets often do."""
    if mention.figure.scale:
        return rows_named_in_full(mention, labels)
    if mention.figure.kind == "percentage":
        return rows_named_in_full(mention, labels, fewest=_FEW_IF_NAMED)
    return []


def _wrong(
    mention: Mention, cells: Sequence[NamedCell], labels: Labels, *, sure: bool
) -> tuple[NamedCell, Confidence] | None:
    """Return the cell that a mention should agree with, and how sure that is.

    A slip of the pen shows which cell is meant. Otherwise the table has to be the one that is meant, or both
    labels of the cell have to be named, and the sum must not be a limit, a part or a change.
    """
    sheet, value = labels.sheet, value_of(mention)
    if (
        not cells
        or SUPPOSED.search(mention.text)
        or was_reached(mention)
        or not mention.own.strip()
        or (_SHARE_OF_IT.match(mention.own) and mention.figure.kind == "money")
        or (
            mention.figure.kind == "percentage"
            and has_numbered_row(mention, labels)
            and _SHARE_OF_MONEY.match(mention.figure.at.shortly_after(NEAR_SHARE))
        )
        or (mention.counts_staff and _STAFF_OF.match(mention.figure.at.shortly_after(20)))
    ):
        return None
    other = is_other_sum(mention, sheet, cells)
    slips = [
        cell
        for cell in cells
        if significant(value) >= _LEAST_DIGITS
        and is_slip(value, cell.value, _FEW_IF_NAMED if cell.named and not other else FEW_DIGITS)
    ]
    if slips:
        return slips[0], "certain" if sure else "likely"
    if not other and (exchanged := _exchanged_in_row(mention, cells, sheet)):
        return exchanged, "likely"
    named = max((cell.named for cell in cells), default=0)
    if (
        _NOT_BELOW.search(mention.own)
        or len({cell.value for cell in cells}) != 1
        or (
            other
            and not (sure and mention.figure.kind == "percentage" and not _THRESHOLD.search(mention.own))
        )
    ):
        return None
    if (
        is_multiple(value, cells[0].value)
        or not is_near(value, cells[0].value, _FARTHEST_CHANGE if says_change(mention) else FARTHEST)
        or _REASONED.match(mention.own)
        or (mention.figure.kind == "money" and _A_SHARE.search(mention.figure.at.shortly_before(NEAR_SHARE)))
        or is_about_something_else(mention, cells[0], labels)
    ):
        return None
    whole_staff = mention.counts_staff and sure and WHOLE_STAFF.search(mention.text)
    if named >= BOTH_LABELS or (named and (sure or mention.counts_staff)) or whole_staff:
        return cells[0], "certain" if sure else "likely"
    return None


def _staff_in_all(mention: Mention, sheet: Sheet) -> Iterator[NamedCell]:
    """Yield the total of the posts in a table, if a mention says how many there are in all; below it may
    stand what costs money only."""
    if mention.counts_staff and WHOLE_STAFF.search(mention.text):
        for line in sheet.columns:
            if has_money(sheet) and not counts_staff_in(line, sheet):
                continue
            counted = [entry for entry in line.entries if entry.cell.number is not None]
            for entry in counted[-1:]:
                if entry.is_plain_total and entry.cell.kind == "number" and entry.cell.words:
                    yield NamedCell(entry.cell, 1, 1)


def _only_one_of_staff(mention: Mention, tables: Sequence[Sheet]) -> list[Sheet]:
    """Return the only table that may have the number of all posts, if a mention says that."""
    found = [
        sheet
        for sheet in tables
        if any(is_near(value_of(mention), cell.value, FARTHEST) for cell in _staff_in_all(mention, sheet))
    ]
    return found if len(found) == 1 else []


def _of_its_limit(mention: Mention, tables: Sequence[Sheet], labels: Mapping[Sheet, Labels]) -> list[Sheet]:
    """Return the tables of limits of which a mention of a limit names a row and a column."""
    if not UP_TO.search(mention.own):
        return []
    return [
        sheet
        for sheet in tables
        if LIMIT.search(heads_of(sheet))
        if any(cell.named >= BOTH_LABELS for cell in named_cells(mention, labels[sheet]))
    ]


def _exchanged_in_row(mention: Mention, cells: Sequence[NamedCell], sheet: Sheet) -> NamedCell | None:
    """Return the sum of a row that a mention names, in whatever column, which is the mentioned one but for
    digits exchanged."""
    named = {id(cell.cell) for cell in cells if cell.named}
    few = significant(value_of(mention)) < _FEW_IF_NAMED
    if mention.figure.kind != "money" or mention.figure.scale or few:
        return None
    return next(
        (
            NamedCell(entry.cell, sheet.factor, 1)
            for line in sheet.rows
            if any(id(entry.cell) in named for entry in line.entries)
            for entry in line.entries
            if entry.cell.words and entry.cell.number and entry.cell.kind != "percentage"
            if is_exchange(value_of(mention), entry.cell.number * sheet.factor)
        ),
        None,
    )
