"""CK-FIGURE-DISAGREES: a figure in the text that is another in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._labels import (
    Labels,
    has_changes,
    has_quarters,
    labels_of,
    without_quarter,
)
from clausekit.checks.rules._mentions import (
    Mention,
    counts,
    mentions,
    mentions_in,
    thing_counted,
)
from clausekit.checks.rules._mistyped import mistyped
from clausekit.checks.rules._named_cells import (
    NamedCell,
    counts_staff_in,
    has_telling_row,
    named_cells,
    row_of,
    said_besides,
)
from clausekit.checks.rules._named_labels import (
    has_numbered_row,
    rows_by_code,
    rows_named_in_full,
    says_change,
)
from clausekit.checks.rules._rounded_totals import rounded_otherwise
from clausekit.checks.rules._said_of_tables import said_of_tables
from clausekit.checks.rules._said_periods import said_periods
from clausekit.checks.rules._said_sums import figures_in, money_in, worth
from clausekit.checks.rules._sheets import Line, Sheet, sheets, words_of
from clausekit.checks.rules._slips import FEW_DIGITS, is_exchange, is_slip, significant
from clausekit.checks.rules._topics import budgets_misstated
from clausekit.checks.rules._words import content, padded
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TABLE = pattern(r"\b(?:Table|TABLE|table)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b")
_THIS_TABLE = pattern(r"\btable\b", re.IGNORECASE)
_DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix|Part)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b", re.IGNORECASE)
_OTHER_SUM = pattern(
    r" (?:up to|at least|at most|exceed\w*|more than|not more|less than|not less|over|above £\w*|below £\w*"
    r"|threshold|additional|further|extra|per|each|every|month|monthly|quarter\w*|instalment|increas\w+"
    r"|reduc\w+|raised?|rise|fall|limit\w*|remaining|remainder|balance|previous\w*|last|was|were|had"
    r"|maximum|minimum|if|unless|of which|includ\w+|about|approximately|around|deduct\w*|underspend"
    r"|overspend|variation|invoice|uplift|otherwise|only|(?:first|second)(?! (?:large|big|high|small))"
    r"|initial|kind) "
)
_OF_A_ROW = pattern(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]hat) (?P<name>(?:[\w’&-]+ ){1,6}?)"
    r"(?:(?:sum|budget|line|allowance|provision|cost|charge|fee|payment|grant|allocation) )?of $"
)
_SHOWN_IN = pattern(
    r"(?: a year| per annum)?,? ?\(?(?:(?:which|that|as) (?:is |are )?)?"
    r"(?:shown|set out|stated|given|listed|recorded|entered|named|identified|provided(?: for)?|allowed"
    r"|included|specified|allocated|made)?(?: for it| for this)? ?(?:in|by|under|at) (?:the )?"
    r"(?:Table|table|Part|Schedule|Annex|Appendix|budget in)\b"
)
"""How words go on that tell in which table a sum stands."""
_SUPPOSED = pattern(r" (?:would|suppose|example|illustration|illustrate|assume|assuming|were to) ")
_SHARE_OF_IT = pattern(
    r"^ of (?!(?:which|this|that|these|it) |the (?:total|whole|sum|aggregate|pooled fund|fund|pool|pot) )"
)
_SHARE_OF_MONEY = pattern(
    r" of (?:the|its|their|an?|that|this|any) (?:[\w’-]+ ){0,4}?"
    r"(?:price|contribution|fee|sum|budget|payment|value|fund|charge|cost|grant|contract|total)s?\b"
)
_RISES_TO = pattern(
    r" (?:is |be |wa )?(?:ris|increas|grow|go|fall|reduc|drop|rais|uplift|lower)\w* (?:up |down )?to "
)
_WHEN_PAID = pattern(
    r" (?:(?:which|and) )?(?:(?:is|shall be|will be) )?(?:payable|paid) (?:monthly|quarterly|annually|yearly)"
    r"(?: in (?:advance|arrears?))?"
)
_REASONED = pattern(r" (?:that is|being|i e|or|so|making|which is|equal to|amounting to) ")
"""How words begin that draw a figure from those before it, and do not restate one."""
_THRESHOLD = pattern(r" (?:falls?|fell|drops?|below|above|exceed\w*|worse|missed|trigger\w*) ")
_SHORT_OF = pattern(r" (?:if|(?<!no )(?<!not )(?:fewer|less) than|under|short of|otherwise|partly|half) ")
"""Words that tell another level of performance than the target."""
_NOT_BELOW = pattern(r" not (?:be )?(?:set |fall |drop |go |reduced )?(?:to )?below ")
_REACHED = pattern(
    r" (?:wa|were|had|ha been|have been|stood|reached|achieved|averaged|came|rose|fell|recorded) "
)
_WHOLE_YEAR = pattern(r"(?:(?:full |whole )?year|total|(?:year|annual) total|annual)", re.IGNORECASE)
_IN_THE_YEAR = pattern(
    r" (?:in|over|during|for|by) the (?:financial |whole |full |scheme |contract |funding )?year | a year "
)
_LIMIT = pattern(
    r"\b(?:limits?|maximum|minimum|thresholds?|ceilings?|caps?|up to|authority|delegations?)\b", re.IGNORECASE
)
_UP_TO = pattern(
    r"(?<= )(?:up to|at least|at most|exceed\w*|(?:not |no )?more than|not more|(?:not )?less than|not less"
    r"|over|limit\w*|maximum|minimum|threshold) "
)
"""Words about a limit, by which the figures of a table of limits are told."""
_STAFF_OF = pattern(r"(?:[ ](?:WTE|FTE|wte|fte))? of ")
_SHARE = pattern(r"(?<![\d.,])(\d{1,3}(?:\.\d{1,4})?)[ ]?(?:%|per cent\b)")
_WHOLE_STAFF = pattern(
    r" (?:establishment|team|service|staff|workforce|unit|complement|consist|comprise|made up|employ\w*"
    r"|total|provide for|post) "
)
"""Words of a sentence that says how many staff there are in all."""
_A_SHARE = pattern(r"\d[ ]?(?:%|per cent) of\b[^.;,]*$")
_NEAR_SHARE, _NEAR_TABLE = 120, 2
_CHANGE_BEFORE = 320
_LEAST_DIGITS = 2
_NEARLY_ONE = Decimal("0.999")
_OPPOSITES = (
    (" overspend ", " underspend "),
    (" revenue ", " capital "),
    (" income ", " expenditure "),
    (" adult ", " child "),
    (" cost ", " saving "),
)
_LONGEST_LIST = 15
_FEW_WORDS = 2
_INSTALMENTS = (2, 3, 4, 5, 6, 10, 12, 24, 26, 52)
_BOTH_LABELS = 2
_FEW_IF_NAMED = 3
_FARTHEST, _FARTHEST_CHANGE = Decimal("1.5"), Decimal(4)


def _check(instrument: Instrument) -> Iterator[Hit]:
    said = mentions(instrument)
    tables = list(sheets(instrument))
    labels = labels_of(instrument) if tables else {}
    told: set[Words] = set()
    for found in (
        *(one for each in said if tables for one in _against_tables(each, tables, instrument, labels)),
        *_beside_their_table(said, tables, instrument),
        *_counts_beside_their_table(tables, instrument),
        *_counts_against_tables(tables, instrument, labels),
        *_exchanged_in_flat_rows(said, tables),
        *_mistyped(instrument),
        *said_of_tables(instrument),
        *(_hit(figure.at, cell) for figure, cell in budgets_misstated(instrument)),
    ):
        if found.words not in told:
            told.add(found.words)
            yield found
    for period in said_periods(instrument):
        yield _hit(period.stated, period.right)
    for one in rounded_otherwise(instrument):
        yield hit(
            one.figure.at,
            f"“{one.figure.at.text}” is not the total of the table, rounded: that is £{one.rounded:f}m.",
            "Correct the figure.",
            confidence="likely",
        )


def _mistyped(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that only a table has, with two digits exchanged."""
    for one in mistyped(instrument):
        if not one.in_text:
            yield _hit(one.stated.at, one.right.at)


def _exchanged_in_flat_rows(said: Sequence[Mention], tables: Sequence[Sheet]) -> Iterator[Hit]:
    """Yield a hit for each sum that is one of the row it names with digits exchanged, in a table flattened to
    lines: what names the row may have the heads of the table before it."""
    flat = [sheet for sheet in tables if sheet.flat]
    for mention in said if flat else ():
        if (
            mention.figure.kind != "money"
            or significant(_value(mention)) < FEW_DIGITS
            or _SUPPOSED.search(mention.text)
            or any(_stands_in(mention, sheet) for sheet in tables)
        ):
            continue
        cells = (
            NamedCell(entry.cell, sheet.factor, 1)
            for sheet in flat
            for line in sheet.rows
            if _last_words(line.head) in mention.own
            for entry in line.entries
            if entry.cell.words and entry.cell.number and entry.cell.kind != "percentage"
        )
        if found := next((cell for cell in cells if is_exchange(_value(mention), cell.value)), None):
            yield _hit(mention.figure.at, words_of(found.cell))


def _last_words(head: str) -> str:
    return f" {' '.join(padded(head).split()[-_FEW_WORDS:])} "


def _beside_their_table(
    said: Sequence[Mention], tables: Sequence[Sheet], instrument: Instrument
) -> Iterator[Hit]:
    """Yield a hit for each sum directly before or after a table that is its total but for a slip."""
    order = {mention: instrument.place_of[mention.sentence.passage].order for mention in said}
    for sheet in tables:
        first, last = sheet.place.order, _end_of(sheet, instrument)
        totals = [
            NamedCell(entry.cell, sheet.factor, 0)
            for line in sheet.columns
            for entry in line.entries[-1:]
            if entry.is_plain_total and entry.cell.number and entry.cell.kind != "percentage"
        ]
        for mention in said:
            near = (
                first - _NEAR_TABLE <= order[mention] < first or last < order[mention] <= last + _NEAR_TABLE
            )
            if not near or mention.figure.kind != "money" or _stands_in(mention, sheet):
                continue
            value = _value(mention)
            slips = [cell for cell in totals if is_slip(value, cell.value)]
            if slips and significant(value) >= FEW_DIGITS and not _OTHER_SUM.search(mention.own):
                yield _hit(mention.figure.at, words_of(slips[0].cell))


def _counts_beside_their_table(tables: Sequence[Sheet], instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number directly after a table that is its total but for digits exchanged."""
    counts = [
        one
        for one in instrument.figures
        if one.kind == "number"
        and one.value
        and "," in one.at.text
        and instrument.place_of[one.at.passage].role == "text"
    ]
    for sheet in tables if counts else ():
        last = _end_of(sheet, instrument)
        cells = [entry.cell for line in sheet.columns for entry in line.entries]
        totals = [
            entry.cell
            for line in (*sheet.columns, *sheet.rows)
            for entry in line.entries
            if entry.is_plain_total
        ]
        for one in counts:
            near = last < instrument.place_of[one.at.passage].order <= last + _NEAR_TABLE
            if near and all(cell.number != one.value for cell in cells):
                slips = [cell for cell in totals if cell.number and is_exchange(worth(one), cell.number)]
                yield from (_hit(one.at, words_of(cell)) for cell in slips[:1])


def _counts_against_tables(
    tables: Sequence[Sheet], instrument: Instrument, labels: Mapping[Sheet, Labels]
) -> Iterator[Hit]:
    """Yield a hit for each number of people or things that is another one in the cell that its words name."""
    of_things = [sheet for sheet in tables if not (sheet.flat or _has_money(sheet))]
    done = _done(of_things)
    for mention in counts(instrument) if of_things else ():
        if _SUPPOSED.search(mention.text) or _REACHED.search(mention.own):
            continue
        mention = _with_what_is_done(mention, done)
        found = [(sheet, list(named_cells(mention, labels[sheet]))) for sheet in of_things]
        told = [
            (sheet, cell)
            for sheet, cells in found
            for cell in cells
            if _is_counted_in(mention, cell, labels[sheet])
        ]
        if any(_agree(mention, cell) or _stands_in(mention, sheet) for sheet, cell in told):
            continue
        sheet, cell = told[0] if len({cell.value for _, cell in told}) == 1 else (None, None)
        if (
            sheet is not None
            and cell is not None
            and not _is_other(replace(mention, text=mention.own), sheet, [cell])
            and not _is_multiple(_value(mention), cell.value)
            and _is_near(_value(mention), cell.value, _FARTHEST)
        ):
            yield _hit(mention.figure.at, words_of(cell.cell))


def _done(tables: Sequence[Sheet]) -> frozenset[str]:
    """Return what is done by the names of rows: "arranged" by "Breaks arranged"."""
    words = (word for sheet in tables for line in sheet.rows for word in content(line.head))
    return frozenset(word for word in words if word.endswith("ed"))


def _with_what_is_done(mention: Mention, done: Set[str]) -> Mention:
    """Return a mention whose own words have what its verb is in the names of rows: "shall arrange 640 breaks"
    is about "Breaks arranged"."""
    said = frozenset(mention.own.split())
    found = sorted(word for word in done if word[:-1] in said or word[:-2] in said)
    return replace(mention, own=f"{mention.own}{' '.join(found)} ") if found else mention


def _has_money(sheet: Sheet) -> bool:
    heads = " ".join(line.head for line in sheet.lines)
    return "£" in f"{sheet.caption} {heads}" or any(line.kind == "money" for line in sheet.lines)


def _is_counted_in(mention: Mention, cell: NamedCell, labels: Labels) -> bool:
    """Tell whether a cell counts what a mention does, which names its row, and its column if there are more:
    the row says so, or the head of the column, or what stands above the table."""
    sheet = labels.sheet
    row = row_of(cell, sheet)
    column = next(
        (line for line in sheet.columns if any(one.cell is cell.cell for one in line.entries)), None
    )
    coded = any(entry.cell is cell.cell for line in rows_by_code(mention, labels) for entry in line.entries)
    if column is None or not (coded or content(row) <= content(mention.own)):
        return False
    columns = sum(line.kind == "number" for line in sheet.columns)
    about = content(f"{row} {column.head} {sheet.caption} {sheet.place.heading}")
    of_the_year = _WHOLE_YEAR.fullmatch(column.head) and (
        mention.years & labels.years or _IN_THE_YEAR.search(mention.text)
    )
    return bool(content(thing_counted(mention)) & about) and (
        cell.named >= _BOTH_LABELS or columns == 1 or bool(of_the_year)
    )


def _end_of(sheet: Sheet, instrument: Instrument) -> int:
    cells = [entry.cell for line in sheet.columns for entry in line.entries if entry.cell.words]
    return max((instrument.place_of[words_of(cell).passage].order for cell in cells), default=0)


def _hit(at: Words, cell: Words, confidence: Confidence = "likely") -> Hit:
    return hit(
        at,
        f"“{at.text}” is “{cell.text}” in the table.",
        "Put in the figure that is meant in both places, or say it in the table only.",
        confidence=confidence,
        related=(cell,),
    )


def _against_tables(
    mention: Mention, tables: Sequence[Sheet], instrument: Instrument, labels: Mapping[Sheet, Labels]
) -> Iterator[Hit]:
    """Yield a hit if the cells that a mention names are other figures, in the table that its sentence names
    or else in any; nothing if one of the tables agrees."""
    mention = _as_shown(mention)
    tables = _not_opposed(mention, tables, instrument)
    meant = (
        _meant(mention, tables, instrument)
        or _only_one_of_staff(mention, tables)
        or _of_its_limit(mention, tables, labels)
    )
    only = _only_one_here(mention, tables, instrument)
    shares = _shares_told(mention)
    wrong: list[tuple[NamedCell, Confidence]] = []
    for sheet in meant or tables:
        if _stands_where_it_may(mention, labels[sheet]) or _is_share_of_it(mention, shares, sheet):
            return
        cells = list(named_cells(mention, labels[sheet]))
        if meant and not any(_is_near(_value(mention), cell.value, _FARTHEST) for cell in cells):
            cells = [*_staff_in_all(mention, sheet)] or cells
        if any(
            _agree(mention, cell)
            or _adds_up_to(mention, cell, sheet)
            or _makes_with_another(mention, cell, instrument)
            for cell in cells
        ):
            return
        sure = cells and (
            bool(meant)
            or sheet is only
            or _tells_its_row(mention, labels[sheet])
            or _is_among_others(mention, cells, sheet, instrument)
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
        _agree(other, NamedCell(entry.cell, factor if other.figure.kind == "money" else 1, 1))
        for other in others
        for line in lines
        for entry in line.entries
        if entry.cell.number and (entry.cell.kind == "percentage") == (other.figure.kind == "percentage")
    )


def _as_shown(mention: Mention) -> Mention:
    """Return a mention of which nothing is said but its name, if it is "the contingency of £5 shown in Part
    B": what its sentence says of limits or changes is not about it."""
    name = _OF_A_ROW.search(mention.figure.at.shortly_before(_NEAR_SHARE))
    if name is None or not _SHOWN_IN.match(mention.figure.at.shortly_after(_NEAR_SHARE)):
        return mention
    own = padded(name["name"])
    return replace(mention, own=own, lead=own, text=own)


def _stands_where_it_may(mention: Mention, labels: Labels) -> bool:
    """Tell whether a table has the figure of a mention, in a row that it names by a reference or tells, if
    there is one."""
    return _stands_in(mention, labels.sheet) and _stands_in(
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
    sheet, value = labels.sheet, _value(mention)
    if (
        not cells
        or _SUPPOSED.search(mention.text)
        or _was_reached(mention)
        or not mention.own.strip()
        or (_SHARE_OF_IT.match(mention.own) and mention.figure.kind == "money")
        or (
            mention.figure.kind == "percentage"
            and has_numbered_row(mention, labels)
            and _SHARE_OF_MONEY.match(mention.figure.at.shortly_after(_NEAR_SHARE))
        )
        or (mention.counts_staff and _STAFF_OF.match(mention.figure.at.shortly_after(20)))
    ):
        return None
    other = _is_other(mention, sheet, cells)
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
        _is_multiple(value, cells[0].value)
        or not _is_near(value, cells[0].value, _FARTHEST_CHANGE if says_change(mention) else _FARTHEST)
        or _REASONED.match(mention.own)
        or (mention.figure.kind == "money" and _A_SHARE.search(mention.figure.at.shortly_before(_NEAR_SHARE)))
        or _is_about_something_else(mention, cells[0], labels)
    ):
        return None
    whole_staff = mention.counts_staff and sure and _WHOLE_STAFF.search(mention.text)
    if named >= _BOTH_LABELS or (named and (sure or mention.counts_staff)) or whole_staff:
        return cells[0], "certain" if sure else "likely"
    return None


def _staff_in_all(mention: Mention, sheet: Sheet) -> Iterator[NamedCell]:
    """Yield the total of the posts in a table, if a mention says how many there are in all; below it may
    stand what costs money only."""
    if mention.counts_staff and _WHOLE_STAFF.search(mention.text):
        for line in sheet.columns:
            if _has_money(sheet) and not counts_staff_in(line, sheet):
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
        if any(_is_near(_value(mention), cell.value, _FARTHEST) for cell in _staff_in_all(mention, sheet))
    ]
    return found if len(found) == 1 else []


def _of_its_limit(mention: Mention, tables: Sequence[Sheet], labels: Mapping[Sheet, Labels]) -> list[Sheet]:
    """Return the tables of limits of which a mention of a limit names a row and a column."""
    if not _UP_TO.search(mention.own):
        return []
    return [
        sheet
        for sheet in tables
        if _LIMIT.search(_heads(sheet))
        if any(cell.named >= _BOTH_LABELS for cell in named_cells(mention, labels[sheet]))
    ]


def _heads(sheet: Sheet) -> str:
    """Return what stands above a table and heads its columns."""
    return " ".join((sheet.caption, sheet.place.heading, *(line.head for line in sheet.columns)))


def _exchanged_in_row(mention: Mention, cells: Sequence[NamedCell], sheet: Sheet) -> NamedCell | None:
    """Return the sum of a row that a mention names, in whatever column, which is the mentioned one but for
    digits exchanged."""
    named = {id(cell.cell) for cell in cells if cell.named}
    if mention.figure.kind != "money" or mention.figure.scale:
        return None
    return next(
        (
            NamedCell(entry.cell, sheet.factor, 1)
            for line in sheet.rows
            if any(id(entry.cell) in named for entry in line.entries)
            for entry in line.entries
            if entry.cell.words and entry.cell.number and entry.cell.kind != "percentage"
            if is_exchange(_value(mention), entry.cell.number * sheet.factor)
        ),
        None,
    )


def _makes_with_another(mention: Mention, cell: NamedCell, instrument: Instrument) -> bool:
    """Tell whether a sum makes what a cell has together with others of its sentence: it is part of that."""
    sentence = mention.sentence
    if mention.figure.kind != "money":
        return False
    others = [
        worth(one)
        for one in figures_in(money_in(instrument).get(sentence.passage, []), sentence)
        if one.at != mention.figure.at
    ]
    left = abs(cell.value) - _value(mention)
    return left > 0 and (left in others or sum(others) == left)


def _was_reached(mention: Mention) -> bool:
    """Tell whether a percentage is what was reached, and no target."""
    own = mention.own
    return (
        mention.figure.kind == "percentage"
        and _REACHED.search(own) is not None
        and not (" target " in own or " goal " in own)
    )


def _adds_up_to(mention: Mention, cell: NamedCell, sheet: Sheet) -> bool:
    """Tell whether a cell is a total whose parts make the sum that is said: then it is the total that is
    wrong, which another rule tells."""
    factor = sheet.factor
    for line in (*sheet.columns, *sheet.rows):
        if line.entries and line.entries[-1].cell is cell.cell:
            parts = [entry.value for entry in line.entries[:-1] if entry.is_part]
            if sum(part or 0 for part in parts) * factor == _value(mention):
                return True
    return False


def _is_near(one: Decimal, other: Decimal, farthest: Decimal) -> bool:
    """Tell whether two figures may be the same, one of them out of date or misheard: of a like size."""
    less, more = sorted((abs(one), abs(other)))
    return more <= less * farthest


def _is_multiple(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure may be an instalment of the other, or what it makes in some years."""
    less, more = sorted((abs(one), abs(other)))
    return bool(less) and more % less == 0 and more / less in _INSTALMENTS


def _is_about_something_else(mention: Mention, cell: NamedCell, labels: Labels) -> bool:
    """Tell whether the words about a figure say more than the table has; a target is told at length, and
    known by a label of several words or by a reference to the table."""
    sheet = labels.sheet
    besides = said_besides(mention, sheet, cell)
    if not besides or mention.figure.kind != "percentage":
        known = rows_by_code(mention, labels) or (mention.counts_staff and _WHOLE_STAFF.search(mention.text))
        return len(besides) > (_FEW_WORDS if known else 0)
    text = mention.sentence.text
    refers = (
        _TABLE.search(text)
        or _THIS_TABLE.search(text)
        or _DIVISION.search(text)
        or rows_by_code(mention, labels)
    )
    return not refers and (len(besides) > _FEW_WORDS or not has_telling_row(cell, sheet))


def _not_opposed(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> Sequence[Sheet]:
    """Return the tables that are not about the opposite of what a sentence, or the words that lead to it, is
    about, as overspends and underspends are."""
    said = f"{padded(_lead_of(mention, instrument))} {mention.own}"
    told = [pair for pair in _OPPOSITES if (pair[0] in said) != (pair[1] in said)]
    return [sheet for sheet in tables if not _are_opposed(said, sheet, told)] if told else tables


def _are_opposed(said: str, sheet: Sheet, told: Sequence[tuple[str, str]]) -> bool:
    heads = " ".join(line.head for line in sheet.lines)
    shown = padded(f"{sheet.place.heading} {sheet.caption} {heads}")
    return any(
        (ours in said) == (theirs in shown) and (theirs in said) == (ours in shown) for ours, theirs in told
    )


def _lead_of(mention: Mention, instrument: Instrument) -> str:
    """Return the words that lead to the list of which the passage of a mention is an item."""
    passage = mention.sentence.passage
    at = instrument.place_of[passage].order
    for place in reversed(instrument.places[max(0, at - _LONGEST_LIST) : at] if _is_item(passage) else ()):
        if not _is_item(place.passage):
            return place.passage.words
    return ""


def _is_item(passage: Passage) -> bool:
    return bool(passage.label) and not passage.label[0].isdecimal()


def _meant(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> list[Sheet]:
    """Return the tables that a sentence names by their number, by that of their schedule, or as the table
    that is nearest; none if it names none."""
    text = mention.sentence.text
    place = instrument.place_of[mention.sentence.passage]
    here = [one for one in tables if one.place.passage.division == place.passage.division]
    divisions = {name.lower() for name in _DIVISION.findall(text)}
    inside = [one for one in tables if divisions and _is_inside(one.place.passage.division, divisions)]
    if numbers := _numbers(text):
        found = [one for one in tables if numbers & _numbers(one.caption)]
        return [one for one in found if one in inside] or found
    if here and not inside and _THIS_TABLE.search(text):
        return [min(here, key=lambda one: abs(one.place.order - place.order))]
    return inside


def _is_inside(division: str, named: Set[str]) -> bool:
    """Tell whether a division, "Schedule 2 Part B", is among those that a sentence names, or in one."""
    own = [name.lower() for name in _DIVISION.findall(division)]
    if division.lower() in named or not own:
        return division.lower() in named
    part_named = any(name.startswith("part") for name in named)
    return own[0] in named and (own[-1] in named or not part_named)


def _numbers(text: str) -> set[str]:
    return {number.lower() for number in _TABLE.findall(text)}


def _only_one_here(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> Sheet | None:
    """Return the only table in the schedule, or the body, in which a mention stands."""
    division = instrument.place_of[mention.sentence.passage].passage.division
    here = [one for one in tables if one.place.passage.division == division]
    return here[0] if len(here) == 1 else None


def _is_other(mention: Mention, sheet: Sheet, cells: Sequence[NamedCell] = ()) -> bool:
    """Tell whether a sum is a limit, a change or a part of what the table has; when it is paid does not
    matter, nor what its row is called ("additional contribution"), nor, if its year is named, that it "rises
    to" what it is then."""
    text = mention.text if mention.alone else mention.own
    both = max((cell.named for cell in cells), default=0) >= _BOTH_LABELS
    rows = {row_of(cell, sheet) for cell in cells if cell.named}
    for row in rows if len(rows) == 1 else ():
        if content(row) <= content(mention.own):
            text = _up_to(mention) if mention.alone and mention.own != mention.text else text
            text = " ".join(word for word in text.split(" ") if word not in content(row))
    if both:
        text = _RISES_TO.sub(" ", text)
    if has_quarters(sheet):
        text = without_quarter(text)
    if has_changes(sheet) and says_change(mention):
        return False
    if _LIMIT.search(_heads(sheet)):
        text = _UP_TO.sub("", text)
    return _OTHER_SUM.search(_WHEN_PAID.sub("", text)) is not None


def _up_to(mention: Mention) -> str:
    """Return the words of a sentence that stand before a figure, and what after it is about it."""
    sentence = mention.sentence
    return f"{padded(sentence.passage.text[sentence.start : mention.figure.at.start])}{mention.own}"


def _stands_in(mention: Mention, sheet: Sheet, rows: Sequence[Line] = ()) -> bool:
    """Tell whether a table, or some rows of it, has a figure, in whatever cell."""
    farthest = max(Decimal(sheet.factor), _unit(mention.figure)) / 2
    if not sheet.has_between(_value(mention) - farthest, _value(mention) + farthest):
        return False
    return any(
        entry.cell.number is not None and _agree(mention, NamedCell(entry.cell, sheet.factor, 0))
        for line in rows or sheet.rows
        for entry in line.entries
    )


def _shares_told(mention: Mention) -> list[Decimal]:
    """Return what parts of a whole, in hundredths, a sum may be by the percentages of its sentence, or after
    an increase or cut that is told in it or shortly before."""
    if mention.figure.kind != "money":
        return []
    shares = [Decimal(share) for share in _SHARE.findall(mention.sentence.text)]
    told = [Decimal(share) for share in _SHARE.findall(mention.figure.at.shortly_before(_CHANGE_BEFORE))]
    parts = [*shares, *(100 + sign * share for share in told for sign in (1, -1))]
    return [part for part in parts if part > 0]


def _is_share_of_it(mention: Mention, shares: Sequence[Decimal], sheet: Sheet) -> bool:
    """Tell whether a sum is such a share of a figure of a table."""
    value = _value(mention)
    return any(
        sheet.has_between((value - _NEARLY_ONE) * 100 / share, (value + _NEARLY_ONE) * 100 / share)
        for share in shares
    )


def _agree(mention: Mention, cell: NamedCell) -> bool:
    """Tell whether a figure and a cell are the same, as exactly as each is written."""
    figure, decimals = mention.figure, cell.cell.decimals
    apart = abs(_value(mention) - abs(cell.value))
    if figure.kind == "percentage":
        return apart * 2 <= Decimal(1).scaleb(-min(figure.decimals, decimals))
    unit = max(_unit(figure), Decimal(cell.factor).scaleb(-decimals) if cell.factor > 1 else Decimal(0))
    return apart <= unit / 2


def _unit(figure: Figure) -> Decimal:
    """Return what the last digit of a figure that is in thousands or millions is worth, 0 for others."""
    value = abs(figure.value or Decimal(0))
    return Decimal(1).scaleb(int(value.as_tuple().exponent)) if figure.scale else Decimal(0)


def _value(mention: Mention) -> Decimal:
    return abs(mention.figure.value or Decimal(0))


RULE = Rule(
    id="CK-FIGURE-DISAGREES",
    level="error",
    title="A figure in the text that is another one in the table",
    why="A sum that is stated twice is corrected once. If the two differ, the parties owe whichever a court"
    " picks.",
    fails="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is ⟦£860,000⟧, as the table below shows.

2.2 The Council pays ⟦£580,000⟧ and the ICB £2,100,000, as the table shows.

| Source | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |

3. Targets

3.1 Items are delivered on time in ⟦95%⟧ of cases (K1), and in the third quarter the ICB pays ⟦£230,000⟧ as
the tables show.

| Ref | Indicator | Target |
|---|---|---|
| K1 | Urgent deliveries on time | 98% |
| K2 | Standard deliveries on time | 95% |

| Payment | ICB | Council |
|---|---|---|
| Q1 | £200,000 | £90,000 |
| Q2 | £210,000 | £91,000 |
| Q3 | £220,000 | £92,000 |

4. Changes

4.1 The contribution to the crisis house falls by ⟦£45,700⟧. A practitioner of Grade B may not release an
order of more than ⟦£1,750⟧.

| Scheme | Before | After | Change |
|---|---|---|---|
| Crisis house | £475,000 | £427,500 | (£47,500) |
| Carers | £500,000 | £540,000 | £40,000 |

| Grade | Who | Limit for an order |
|---|---|---|
| A | Nurses | £250 |
| B | Senior staff | £1,500 |

5. Records

5.1 Call recordings are kept for ⟦twelve months⟧.

| Item | Kept for |
|---|---|
| Call recordings | 6 months |
| Referral forms | 8 years |

6. Outcomes

6.1 The ⟦five⟧ outcomes set out in Table 9 are reviewed each year. The pilot and the follow-up together cost
⟦£46,000⟧, as Table 9 shows.

Table 9: outcomes

| Outcome | Evaluation (£) |
|---|---|
| Pilot | 25,000 |
| Follow-up | 20,000 |
| Survey | 12,000 |
| Workshop | 3,000 |
""",
    passes="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is £0.85 million, as the table below shows. The Disabled
Facilities Grant for 2025/26 was £800,000. Spending above £860,000 in total needs consent.

| Source in 2026/27 | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |

3. Measures

3.1 M1 was 61% in 2024/25. Call recordings are kept for half a year, referral forms for eight years.

| Ref | Measure | Target |
|---|---|---|
| M1 | People at home after 91 days | 66% |
| M2 | Reviews on time | 90% |

| Item | Kept for |
|---|---|
| Call recordings | 6 months |
| Referral forms | 8 years |

4. Outcomes

4.1 Of the four outcomes set out in Table 9 two are new. The pilot and the follow-up together cost £45,000.

Table 9: outcomes

| Outcome | Evaluation (£) |
|---|---|
| Pilot | 25,000 |
| Follow-up | 20,000 |
| Survey | 12,000 |
| Workshop | 3,000 |
""",
    check=_check,
    yields_to=("CK-FIGURE-PARTS", "CK-FIGURE-WORDS", "CK-FIGURE-MALFORMED"),
)
