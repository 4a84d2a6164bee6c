"""What is said about sheets and their headings: place, what is wrong, what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausekit.batch.rows.groups import Column
from clausekit.batch.rows.headings import Headings
from clausekit.batch.rows.places import CellSource, letters
from clausekit.batch.rows.raw import as_text
from clausekit.batch.rows.spellings import Meaning, is_group, is_list_of_groups
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import Finding, Source, nearest

_NAMED = 5
"""How many of many rows or names a message tells."""


def empty_table(table: Table, heading_row: int | None = None) -> Finding:
    """Say that there are no rows, or not even headings."""
    what = "no headings and no rows" if heading_row is None else "headings, but no rows under them"
    remedy = "Put the headings in the first row and a row for each document below it."
    if table.sheet:
        remedy += " If the rows are in another sheet, name it with --sheet."
    return Finding("rows-empty", f"There are {what} here.", _sheet(table, heading_row), remedy=remedy)


def more_headings(source: Source) -> Finding:
    """Say that from here on headings were not looked at, since so many before were wrong."""
    message = "So many headings are wrong that those from this one on were not looked at."
    remedy = "Mend the others and try again, or name the sheet that has the rows with --sheet."
    return Finding("rows-headings", message, source, remedy=remedy)


def not_understood(source: Source, heading: str, meanings: Sequence[Meaning], headings: Headings) -> Finding:
    """Say why a heading stands for no one parameter, and what was probably meant."""
    if meanings:
        return _ambiguous(source, heading, meanings, headings)
    if path := headings.unlisted(heading):
        return _numberless(source, heading, path, headings)
    if group := headings.group_named(heading):
        message = f'"{heading}" is a group of parameters; a column gives one of them.'
        return Finding("rows-heading-group", message, source, heading, f"Write one of: {_some(group)}.")
    return _unknown(source, heading, headings.suggestion(heading))


def _unknown(source: Source, heading: str, meant: str | None) -> Finding:
    remedy = (
        f'Did you mean "{meant}"?' if meant else "Name the parameter that it gives, or delete the column."
    )
    message = f'No parameter is called "{heading}".'
    notes = ("clausekit batch --sheet-for prints a sheet with all headings.",)
    return Finding("rows-heading-unknown", message, source, heading, remedy, notes)


def _numberless(source: Source, heading: str, path: str, headings: Headings) -> Finding:
    spelt = headings.spelling_of(headings.first_in(path))
    name = path.rpartition(".")[2].replace("_", " ")
    remedy = f'Put a number in the heading, as in "{spelt}", '
    remedy += f'or give the entries a sheet of their own, called "{name}".'
    message = f'"{heading}" is about the entries of a list, and does not say which entry.'
    return Finding("rows-heading-list", message, source, heading, remedy)


def _ambiguous(source: Source, heading: str, meanings: Iterable[Meaning], headings: Headings) -> Finding:
    spelt = [f'"{headings.spelling(meaning.field, meaning.entries)}"' for meaning in meanings]
    message = f'"{heading}" can be several parameters.'
    return Finding("rows-heading-ambiguous", message, source, heading, f"Write one of: {_some(spelt)}.")


def how_to_give(path: str, headings: Headings) -> str:
    """Return what someone who fills in columns can do about a parameter that is missing; "" if nothing."""
    heading = headings.spelling_of(path)
    if heading is None:
        return ""
    schema = headings.schema_at(path) or {}
    is_one = not is_group(schema) and not is_list_of_groups(schema)
    columns = f'a column with the heading "{heading}"' if is_one else f'columns for it, such as "{heading}"'
    return f"Add {columns}, or say it for all rows in the file that --params names."


def duplicate_heading(source: CellSource, heading: str, earlier: int, other: str) -> Finding:
    """Say that two columns, or a column and a sheet, give the same parameter."""
    where = f"column {letters(earlier)} ({other})" if earlier else f"the column for {other}"
    message = f'"{heading}" gives the same as {where}.'
    remedy = "Keep the one that is right; two entries of a list need different numbers."
    return Finding("rows-heading-duplicate", message, source, heading, remedy)


def other_templates_heading(
    source: CellSource, heading: str, meaning: Meaning, templates: Sequence[str]
) -> Finding:
    """Say that only other templates ask for a parameter; its values are checked nevertheless."""
    whose = f"; {_some(templates)} {'does' if len(templates) == 1 else 'do'}" if templates else ""
    message = f'This template does not ask for "{heading}" ({meaning.field.path}){whose}.'
    remedy = "Delete the column if it is here by mistake: it changes nothing in these documents."
    return Finding("rows-heading-other", message, source, heading, remedy, level="warning")


def required_columns(
    table: Table, row: int, columns: Sequence[Column], headings: Headings
) -> Iterator[Finding]:
    """Yield a finding for each list whose entries lack the column of a field that they must have."""
    given: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for column in columns:
        group, dot, name = column.meaning.field.path.rpartition("[].")
        if dot:
            given.setdefault((group, column.meaning.entries), set()).add(name.partition(".")[0])
    fields = {field.path: field for field in headings.fields}
    for (group, entries), names in given.items():
        for name in headings.entry_schema(group).get("required", ()):
            field = fields.get(f"{group}[].{name}")
            if field is None or name in names or ("/" in entries[-1] and name == field.years[-1]):
                continue
            spelt = headings.spelling(field, entries)
            message = f'There is no column "{spelt}", though every entry of {group} must have it.'
            remedy = f'Add a column with the heading "{spelt}"; its cells may stay empty.'
            yield Finding("rows-column-missing", message, _sheet(table, row), remedy=remedy)


def merged_cells(table: Table, heading_row: int, width: int) -> Iterator[Finding]:
    """Yield a finding if cells of the table are merged: all but the first are empty then."""
    ours = [merged for merged in table.merged if merged.bottom >= heading_row and merged.left <= width]
    if ours:
        first = min(ours)
        cells = f"{letters(first.left)}{first.top}:{letters(first.right)}{first.bottom}"
        more = f", and so are those of {len(ours) - 1} other places" if len(ours) > 1 else ""
        message = f"The cells {cells} are merged{more}; only the first of them can hold anything."
        source = CellSource(table.file, first.top, first.left, table.sheet)
        yield Finding("rows-merged", message, source, remedy="Unmerge the cells and fill in each of them.")


def hidden_rows(table: Table, numbers: Sequence[int]) -> Finding:
    """Say that rows that are hidden count like all others."""
    rows = f"Row {numbers[0]} is" if len(numbers) == 1 else f"Rows {_some(map(str, numbers))} are"
    message = f"{rows} hidden, and rendered like all others."
    remedy = "Delete from the sheet what should not be rendered; a filter hides rows too."
    return Finding("rows-hidden", message, _sheet(table), remedy=remedy, level="warning")


def no_heading(table: Table, record: Record, columns: Sequence[int]) -> Finding:
    """Say that cells of a row stand under no heading."""
    source = CellSource(table.file, record.number, columns[0], table.sheet)
    more = f" Nor has column {_some([letters(column) for column in columns[1:]])}." if columns[1:] else ""
    message = f"There is something in this cell, but its column has no heading.{more}"
    remedy = "Give the column a heading, or empty the cell."
    return Finding("rows-no-heading", message, source, as_text(record.cells[columns[0] - 1]), remedy)


def wrong_width(table: Table, record: Record, width: int) -> Finding:
    """Say that a line has more or fewer values than there are headings."""
    source = CellSource(table.file, record.number, None, table.sheet)
    count = len(record.cells)
    message = f"This row has {count} value{'' if count == 1 else 's'}, but there are {width} headings."
    remedy = "Put a value that has the delimiter or a line break in it in double quotation marks."
    excerpt = " | ".join(as_text(cell) for cell in record.cells)
    return Finding("rows-width", message, source, excerpt, remedy)


def unread_sheet(table: Table, first: str) -> Finding:
    """Say that a sheet is left aside."""
    message = f"This sheet is not read: the rows are in {first}, and no list of this template has its name."
    remedy = "Name a sheet for the list whose entries it holds, or the sheet of the rows with --sheet."
    return Finding("rows-sheet-unread", message, _sheet(table), remedy=remedy, level="info")


def keyless_sheet(table: Table, headings: Iterable[str]) -> Finding:
    """Say that the entries in a second sheet belong to no row, for want of a key."""
    message = "The first column of this sheet does not say to which row of the first sheet an entry belongs."
    remedy = f"Give it the heading of the column that tells the rows apart: {_some(headings)}."
    return Finding("rows-key-missing", message, _sheet(table), remedy=remedy)


def key_twice(table: Table, column: int, heading: str, value: str, numbers: Sequence[int]) -> Finding:
    """Say that several rows have the key by which a second sheet names one of them."""
    source = CellSource(table.file, numbers[1], column, table.sheet, heading)
    rows = " and ".join(map(str, numbers[:_NAMED]))
    named = f'the same key, "{value}"' if value else "no key"
    message = f"Rows {rows} have {named}, so the other sheets cannot tell them apart."
    return Finding("rows-key-twice", message, source, value, "Give each row a key of its own.")


def homeless_entry(
    table: Table, row: int, heading: str, value: str, first: str, keys: Mapping[str, object]
) -> Finding:
    """Say that an entry names a row that is not there."""
    source = CellSource(table.file, row, 1, table.sheet, heading)
    meant = nearest(value, keys) if value else None
    message = f'No row of {first} has "{value}" under {heading}.' if value else f"{heading} is empty here."
    remedy = f"Write what stands under {heading} in {first}, or delete this row if that one is gone."
    if meant:
        remedy = f'Did you mean "{meant}"?'
    return Finding("rows-key-unknown", message, source, value, remedy)


def _sheet(table: Table, row: int | None = None) -> CellSource:
    return CellSource(table.file, row, None, table.sheet)


def _some(names: Iterable[str]) -> str:
    names = list(names)
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
