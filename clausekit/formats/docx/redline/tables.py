"""Tables whose rows, cells and columns come and go (ISO/IEC 29500-1, 17.13.5.1 to 5 and 17.13.5.35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml.etree import _Element as Element

from clausekit.comparison.flow import (
    CellDeleted,
    CellInserted,
    CellMatched,
    Flow,
    RowDeleted,
    RowInserted,
    RowMatched,
    TableMatched,
)
from clausekit.formats.docx.attachment_trees import child, value, w
from clausekit.formats.docx.redline.changes import DEL, INS, made
from clausekit.formats.docx.redline.desk import Desk, Grid
from clausekit.formats.docx.redline.wholes import mark_whole
from clausekit.reading import Table

WriteFlow = Callable[[Flow, Desk, Element], None]

_ROW, _CELL, _PARAGRAPH = w("tr"), w("tc"), w("p")
_ROW_ORDER = ("tblPrEx", "trPr")
_CELL_PROPERTIES = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
    "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange",
)  # fmt: skip
_AFTER_ROW_MARKS = (w("trPrChange"),)


# whole tables


def inserted_table(table: Table, desk: Desk) -> Grid:
    """Mark a table that only the new text has."""
    (element,) = desk.new(table)
    for row in element.iter(_ROW):
        _mark_row(row, INS, desk)
    _mark_content(element, INS, desk)
    return Grid(element, None, table)


def deleted_table(table: Table, desk: Desk) -> Grid:
    """Return a table that only the old text has."""
    element = desk.old.copy(table)
    desk.old.take([element])
    for row in element.iter(_ROW):
        _mark_row(row, DEL, desk)
    _mark_content(element, DEL, desk)
    return Grid(element, table, None)


def _mark_row(row: Element, tag: str, desk: Desk) -> None:
    properties = child(row, "trPr", _ROW_ORDER)
    place = len(properties) - sum(1 for one in properties if one.tag in _AFTER_ROW_MARKS)
    properties.insert(place, desk.changes.mark(tag))


def _mark_content(element: Element, tag: str, desk: Desk) -> None:
    """Mark the words in a row or cell that comes or goes, as Word does beside marking the row."""
    for paragraph in list(element.iter(_PARAGRAPH)):
        for mark in mark_whole(paragraph, tag, desk.changes):
            if tag == INS:
                desk.notes.insert(mark)
        desk.changes.mark_paragraph(paragraph, tag)


# tables that stay


def write_table(step: TableMatched, desk: Desk, write: WriteFlow) -> Grid:
    """Write what changed in a table that stays."""
    (element,) = desk.new(step.new)
    before: Element | None = None
    waiting: list[Element] = []
    for row in step.rows:
        if isinstance(row, RowDeleted):
            gone = _deleted_row(row, desk)
            if before is None:
                waiting.append(gone)
            else:
                before.addnext(gone)
                before = gone
            continue
        now = desk.new(row.row if isinstance(row, RowInserted) else row.new)[0]
        for gone in waiting:
            now.addprevious(gone)
        waiting.clear()
        before = now
        if isinstance(row, RowInserted):
            _mark_row(now, INS, desk)
            _mark_content(now, INS, desk)
            _remark(row, now, INS, desk)
        else:
            _write_row(row, now, desk, write)
    element.extend(waiting)
    if any(not isinstance(row, RowMatched) or _has_columns_changed(row) for row in step.rows):
        _settle_grid(element, desk.old.element(step.old), desk)
    return Grid(element, step.old, step.new)


def _deleted_row(step: RowDeleted, desk: Desk) -> Element:
    row = desk.old.copy(step.row)
    desk.old.take([row])
    _mark_row(row, DEL, desk)
    _mark_content(row, DEL, desk)
    _remark(step, row, DEL, desk)
    return row


def _remark(
    anchor: RowInserted | RowDeleted | CellInserted | CellDeleted, element: Element, tag: str, desk: Desk
) -> None:
    paragraph = next(element.iter(_PARAGRAPH), None)
    if paragraph is not None:
        desk.comments.around(anchor, [], paragraph, tag)


def _write_row(step: RowMatched, row: Element, desk: Desk, write: WriteFlow) -> None:
    before: Element | None = None
    for one in step.cells:
        match one:
            case CellMatched():
                before = desk.new(one.new)[0]
                write(one.flow, desk, before)
                _change_cell(one, before, desk)
            case CellInserted():
                before = desk.new(one.cell)[0]
                _mark_cell(before, "cellIns", desk)
                _mark_content(before, INS, desk)
                _remark(one, before, INS, desk)
            case CellDeleted():
                gone = desk.old.copy(one.cell)
                desk.old.take([gone])
                _mark_cell(gone, "cellDel", desk)
                _mark_content(gone, DEL, desk)
                _remark(one, gone, DEL, desk)
                if before is None:
                    _first_cell(row).addprevious(gone)
                else:
                    before.addnext(gone)
                before = gone


def _first_cell(row: Element) -> Element:
    """Return the first cell of a row, or the control in which it stands."""
    cell = next(row.iter(_CELL))
    while (parent := cell.getparent()) is not None and parent is not row:
        cell = parent
    return cell


def _mark_cell(cell: Element, name: str, desk: Desk) -> None:
    properties = child(cell, "tcPr")
    earlier = {w(other) for other in _CELL_PROPERTIES[: _CELL_PROPERTIES.index(name)]}
    place = sum(1 for one in properties if one.tag in earlier)
    properties.insert(place, desk.changes.mark(w(name)))


def _change_cell(step: CellMatched, cell: Element, desk: Desk) -> None:
    """Say what a cell was if it is wider or narrower now, or merged with the one above, or no more so."""
    if (step.old.columns, step.old.merged) == (step.new.columns, step.new.merged):
        return
    properties = child(cell, "tcPr")
    change = desk.changes.mark(w("tcPrChange"))
    old = desk.old.element(step.old).find(w("tcPr"))
    former = made("tcPr") if old is None else deepcopy(old)
    for left in [one for one in former if one.tag in {w(n) for n in _CELL_PROPERTIES[-4:]}]:
        former.remove(left)
    change.append(former)
    properties.append(change)


# columns


def _has_columns_changed(step: RowMatched) -> bool:
    return any(
        not isinstance(cell, CellMatched) or cell.old.columns != cell.new.columns for cell in step.cells
    )


def _settle_grid(table: Element, old: Element, desk: Desk) -> None:
    """Let the grid be as wide as the widest row, with all that comes and goes; shorter rows end before it."""
    grid = table.find(w("tblGrid"))
    if grid is None:
        return
    columns = [one for one in grid if one.tag == w("gridCol")]
    rows = [row for row in table.iter(_ROW) if next(row.iterancestors(w("tbl"))) is table]
    widths = [_width(row) for row in rows]
    widest = max([len(columns), *widths])
    old_columns = list(old.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    if widest > len(columns) or len(old_columns) != len(columns):
        change = made("tblGridChange", id=desk.changes.next_id())
        former = made("tblGrid")
        former.extend([deepcopy(one) for one in old_columns])
        change.append(former)
        for place in range(len(columns), widest):
            last = old_columns[min(place, len(old_columns) - 1)] if old_columns else made("gridCol")
            grid.insert(place, deepcopy(last))
        grid.append(change)
    for row, width in zip(rows, widths, strict=True):
        if width < widest:
            _end_before(row, widest - width)


def _width(row: Element) -> int:
    properties = row.find(w("trPr"))
    aside = (
        [value(properties, name) for name in ("gridBefore", "gridAfter")] if properties is not None else []
    )
    spans = [value(cell.find(w("tcPr")), "gridSpan") for cell in _cells(row)]
    return sum(int(one or 0) for one in aside) + sum(max(1, int(span or 1)) for span in spans)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row)


def _end_before(row: Element, columns: int) -> None:
    properties = child(row, "trPr", _ROW_ORDER)
    after = properties.find(w("gridAfter"))
    if after is None:
        after = made("gridAfter", val="0")
        properties.insert(0, after)
    after.set(w("val"), str(int(after.get(w("val"), "0")) + columns))
