"""From what a cell holds to the value that a parameter file would give, by what the dictionary says it is.

A spreadsheet has numbers, dates, truth values and text; the dictionary says which of them a parameter may be.
Nothing is guessed: what a cell does not say plainly is refused, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from clausekit.batch.rows.raw import CellError, ExcelError, Raw, Uncomputed, called, exact, plain
from clausekit.files import refused_character
from clausekit.parameters.values import FORMATS, DateValue
from clausekit.parameters.yamlfile import Data

Schema: TypeAlias = dict[str, Any]


_ERROR_CODES = frozenset(
    {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_TRUTH = {
    **dict.fromkeys(("yes", "y", "true", "on"), True),
    **dict.fromkeys(("no", "n", "false", "off"), False),
}
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,17})?", re.ASCII)
_WHOLE = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})", re.ASCII)
_LONG_DATE = re.compile(r"([0-9]{1,2}) ([A-Za-z]{3,9}) ([0-9]{4})", re.ASCII)
_SLASHED_DATE = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})", re.ASCII)
_BETWEEN_ENTRIES = re.compile(r"[;\n]")
_PENNY_NOISE = Decimal("0.000001")
_PERCENT_DIGITS = 8


Reader: TypeAlias = Callable[[Raw], Data]


def reader(schema: Schema) -> Reader:
    """Return the function that reads the cells of a parameter with that schema.

    It returns null for a blank cell, and for a list of single values the list of what stands between
    semicolons or on lines of its own. It raises CellError.
    """
    if kind_of(schema) != "array":
        return _single_reader(schema)
    read = _single_reader(schema["items"])

    def read_entries(raw: Raw) -> Data:
        pieces = _BETWEEN_ENTRIES.split(raw) if isinstance(raw, str) else [raw]
        entries: list[Data] = [entry for piece in pieces if (entry := read(piece)) is not None]
        return entries or None

    return read_entries


def _single_reader(schema: Schema) -> Reader:
    given = format_of(schema)
    read = _READERS[given if given in _READERS else kind_of(schema)]
    choices = {choice.casefold(): choice for choice in schema.get("enum", ()) if isinstance(choice, str)}

    def read_single(raw: Raw) -> Data:
        if isinstance(raw, str):
            raw = _tidied(raw)
            if not raw:
                return None
        else:
            refuse_failed_formula(raw)
        value = read(raw, schema)
        return choices.get(value.casefold(), value) if choices and isinstance(value, str) else value

    return read_single


def _tidied(text: str) -> str:
    """Return a text without blanks around it; raise CellError if it has what cannot be printed."""
    text = text.strip()
    if not text.isprintable():  # quick, but refuses line ends and no-break spaces too
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if finding := refused_character(text, ""):
            raise CellError(finding.message, finding.remedy)
    if text in _ERROR_CODES:
        refuse_failed_formula(ExcelError(text))
    return text


def refuse_failed_formula(raw: Raw) -> None:
    """Raise CellError if a cell holds a formula that came to nothing."""
    if isinstance(raw, ExcelError):
        raise CellError(
            f"The formula in this cell failed: {raw.code}.", "Mend the formula, or type the value."
        )
    if isinstance(raw, Uncomputed):
        raise CellError(
            "The formula in this cell has no stored result.",
            "Open the file in Excel or LibreOffice and save it, or type the value.",
        )


def kind_of(schema: Schema) -> str:
    """Return the type that a schema names; beside null there is one."""
    kind = schema["type"]
    return kind if isinstance(kind, str) else str(next(one for one in kind if one != "null"))


def format_of(schema: Schema) -> str:
    """Return the format of a value, "" if it has none.

    That of a time is told by its pattern: JSON Schema means something else by it, so no schema says it.
    """
    is_time = schema.get("pattern") == FORMATS["time"].pattern.pattern
    return "time" if is_time else str(schema.get("format", ""))


def _text(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise _not_text(raw)
    number = exact(raw)
    example = next(iter(schema.get("examples", ())), "")
    if str(example).startswith("0"):
        raise CellError(
            f"This cell holds the number {plain(number)} where text is wanted; a zero at its front is lost.",
            f"Format the cell as text and type it again, for example {example}.",
        )
    if number != number.to_integral_value():
        raise CellError(
            f"This cell holds the number {plain(number)} where text is wanted; a zero at its end is lost.",
            "Format the cell as text and type it again as it should print.",
        )
    return plain(number)


def _not_text(raw: Raw) -> CellError:
    if isinstance(raw, date):
        printed = DateValue(raw, "")
        return CellError(
            f"This cell holds the date {printed} where text is wanted; "
            "the spreadsheet may have made it of something else.",
            f'Format the cell as text and type what should print, such as "{printed}".',
        )
    return CellError(
        f"This cell holds {called(raw)} where text is wanted.", "Format the cell as text and type it again."
    )


def _date(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, date):
        return raw.isoformat()[:10]  # of a moment, the day
    if isinstance(raw, str):
        return _written_date(raw)
    raise _wrong(raw, schema, "Format the cell as a date, or write it as 2026-04-01.")


def _written_date(text: str) -> str:
    """Return a date that was written out; of 04/05/2026 nobody can tell the day from the month."""
    if FORMATS["date"].pattern.match(text):
        return text
    if _SLASHED_DATE.fullmatch(text):
        raise CellError(
            f'"{text}" can be read as two dates: with the day first, or the month.',
            "Write the year first, as 2026-04-01, or the month in letters, as 1 April 2026; "
            "in a workbook, a cell formatted as a date says it too.",
        )
    if match := _LONG_DATE.fullmatch(text):
        day, month, year = match.groups()
        for form in ("%d %B %Y", "%d %b %Y"):
            try:
                return datetime.strptime(f"{day} {month} {year}", form).date().isoformat()
            except ValueError:
                continue
    return text


def _time(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, datetime):
        raw = raw.time()
    if isinstance(raw, timedelta) and timedelta(0) <= raw < timedelta(days=1):
        raw = (datetime.min + raw).time()
    if isinstance(raw, time):
        return raw.strftime("%H:%M")
    return _written(raw, schema)


def _money(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, str):
        if not _NUMBER.fullmatch(raw):
            return raw
        raw = Decimal(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise _wrong(raw, schema)
    amount = exact(raw)
    pence = round(amount, 2) + 0  # which has no negative nought
    if abs(amount - pence) > _PENNY_NOISE:
        raise CellError(
            f"The amount {plain(amount)} has fractions of a penny, though the cell may not show them.",
            "Round it in the spreadsheet, for example with =ROUND(..., 2), so that totals agree.",
        )
    return f"{pence:.0f}" if pence == pence.to_integral_value() else f"{pence:.2f}"


def _percentage(raw: Raw, schema: Schema) -> Data:
    """Return a percentage: a spreadsheet holds 45% as the number 0.45."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise _wrong(raw, schema)
    fraction = exact(raw)
    percent = fraction * 100
    if abs(fraction) > 1:
        meant = f"{plain(fraction)}%"
        raise CellError(
            f"The number {plain(fraction)} is {plain(percent)}% to a spreadsheet.",
            f"If {meant} is meant, format the cell as a percentage and type {meant} again.",
        )
    if percent != round(percent, _PERCENT_DIGITS):
        raise CellError(
            f"The percentage {plain(percent)}% has more than {_PERCENT_DIGITS} decimal places.",
            "Round it in the spreadsheet to what should print.",
        )
    return f"{plain(percent)}%"


def _year(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, date):
        meant = f"{raw.year}/{raw.month:02}"
        fits = raw.day == 1 and raw.month == (raw.year + 1) % 100
        raise CellError(
            f"The spreadsheet has made a date of this financial year: {DateValue(raw, '')}.",
            f"Format the cell as text and type it again: {meant if fits else '2026/27'}.",
        )
    return _written(raw, schema)


def _whole(raw: Raw, schema: Schema) -> Data:
    if isinstance(raw, str):
        return int(raw.replace(",", "")) if _WHOLE.fullmatch(raw) else raw
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise _wrong(raw, schema)
    number = exact(raw)
    if number != number.to_integral_value():
        raise CellError(f"{plain(number)} is not a whole number.", "Write a whole number.")
    return int(number)


def _truth(raw: Raw, _: Schema) -> Data:
    if isinstance(raw, bool):
        return raw
    said = _TRUTH.get(raw.casefold()) if isinstance(raw, str) else None
    if said is None:
        raise CellError(f"This must be yes or no; {called(raw)} is neither.", "Write yes or no.")
    return said


def _written(raw: Raw, schema: Schema) -> Data:
    """Return what can only be written as text, such as a period."""
    if isinstance(raw, str):
        return raw
    raise _wrong(raw, schema)


def _wrong(raw: Raw, schema: Schema, remedy: str = "") -> CellError:
    form = FORMATS.get(format_of(schema))
    wanted = form.called if form else "a whole number"
    example = next(iter(schema.get("examples", ())), form.example if form else "12")
    return CellError(f"This must be {wanted}, not {called(raw)}.", remedy or f"Write for example: {example}")


_READERS: Mapping[str, Callable[[Raw, Schema], Data]] = {
    "string": _text,
    "integer": _whole,
    "boolean": _truth,
    "date": _date,
    "time": _time,
    "money": _money,
    "percentage": _percentage,
    "financial-year": _year,
    "period": _written,
}
"""How a cell is read: by the format that the dictionary gives or, if it gives none of these, by the type."""
