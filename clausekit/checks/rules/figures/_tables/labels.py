"""Labels of the rows and columns of a table: a party, a year, a quarter, a measure, a total or a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.mentions import party_names
from clausekit.checks.rules.figures._sentences.words import content, padded
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_UNIT = pattern(r"\(?£(?:[ ]?(?:0{3}s?|k|m|millions?))?\)?|\([^()]{0,3}\d[\d.]*[ ]?%\)|[’']0{3}s?|%")
_YEARS = pattern(r"\(?(?:19|20)\d\d[ ]?[/–-][ ]?(?:(?:19|20)?\d\d)\)?")
_BY_DAYS = pattern(r"\b1(?:st)? April (20\d\d) ?(?:to|until|–|-) ?31(?:st)? March (20\d\d)\b")
_TOTAL = pattern(
    r"\b(?:(?:sub|grand|overall)-?[ ]?)?totals?\b|\ball\b|\b(?:both|together|net|sum)\b", re.IGNORECASE
)
_NO_TOTAL = pattern(
    r"\b(?:of which|less|cumulative|average|share|per cent|percentage|proportion|prior|previous|actual|change"
    r"|variance|uplift|forecast|outturn|estimated?|row|no|number of)\b|%",
    re.IGNORECASE,
)
_MEASURES = frozenset(
    [
        "amount",
        "cost",
        "budget",
        "contribution",
        "sum",
        "value",
        "annual",
        "yearly",
        "year",
        "fee",
        "charge",
        "price",
        "share",
        "payment",
        "funding",
        "fund",
        "allocation",
        "financial",
        "agreed",
        "planned",
        "gross",
        "rate",
        "tariff",
        "weekly",
        "week",
        "month",
        "monthly",
        "quarter",
        "quarterly",
        "first",
        "second",
        "third",
        "2nd",
        "1st",
        "instalment",
        "to",
        "p",
        "a",
        "pa",
        "per",
        "annum",
        "figure",
        "limit",
        "money",
        "wte",
        "fte",
        "number",
        "due",
        "payable",
        "partner",
        "party",
        "organisation",
        "spend",
        "expenditure",
        "income",
        "grant",
        "target",
        "goal",
    ]
)
_CODE = pattern(r"[A-Z]{1,4}[ .-]?\d{1,3}[a-z]?|\d{1,2}[A-Z]")
"""A reference of a row, such as "H2" or "4A"."""
_KIND_OF_ROW = pattern(
    r"(?:grade|band|tier|level|lot|zone|category|class|phase|stage|group|option|part|pathway|priority|type|year"
    r"|project|scheme|workstream|programme|theme|package|cohort|element|objective|indicator|measure|outcome"
    r"|service|site|stream)s?",
    re.IGNORECASE,
)
"""What rows are of which each is known by a letter or a number: "Grade B"."""
_LETTER = pattern(r"[A-Z]{1,2}\d?|\d{1,2}[a-z]?|[IVX]{1,4}")
_NUMBER_AND_NAME = pattern(r"(\d{1,2}|[A-Z])(?:[.):]|[ ][–—-])?[ ](?=[A-Z][a-z])")
_KIND_AND_NUMBER = pattern(
    rf"({_KIND_OF_ROW.pattern})[ ](\d{{1,2}}|[A-Z])(?=[ ]?[:–—-]|[ ]\(|[ ][A-Z][a-z])", re.IGNORECASE
)
"""How a row begins that has its number and its name in one cell: "2. Reablement", "Scheme 2: Reablement"."""
_CHANGE = pattern(
    r"\b(?:changes?|increases?|decreases?|differences?|movements?|uplift|rise|reduction|growth|variance)\b",
    re.IGNORECASE,
)
"""How a column is called that holds by how much others differ."""
IN_FULL = {
    "icb": "integrated care board",
    "ccg": "clinical commissioning group",
    "pct": "primary care trust",
    "ft": "foundation trust",
    "nhsft": "nhs foundation trust",
    "cc": "county council",
    "bc": "borough council",
    "mbc": "metropolitan borough council",
    "lbc": "london borough council",
    "dc": "district council",
    "ltd": "limited",
    "cic": "community interest company",
}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
QUARTER = pattern(rf" (?:q([1-4])|quarter ([1-4])|({'|'.join(_QUARTERS)}|[1-4](?:st|nd|rd|th)) quarter) ")

_OF_ANY_TITLE = pattern(
    r"table|annex|schedule|appendix|part|set|out|below|follow\w*|as|for|year|shown?|made|up|compris\w+|consist\w*"
    r"|contribution|source|funding|scheme|service|partner|organisation|item|heading|\W*|.*\d.*|£|[a-z]"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a row or column: the name of a party, a year, a measure, a total, or something of its own.

    ``fits`` tells that figures of the kind in question may stand in its column. ``code`` is the reference by
    which a row is known, such as "H2", ``quarter`` the one that it is about, or 0. ``words`` are those of its
    text that name something.
    """

    text: str
    words: frozenset[str]
    party: str
    years: frozenset[tuple[int, int]]
    total: bool
    measure: bool
    no_total: bool
    fits: bool = True
    code: str = ""
    quarter: int = 0
    change: bool = False

    @property
    def is_special(self) -> bool:
        """Whether it names something of its own."""
        return not (self.party or self.total or self.measure)


@dataclass(frozen=True, eq=False)
class Labels:
    """What a table calls its rows and columns and says above them, found once for all that a text says.

    ``of_sums`` are the labels of its columns where a sum is looked for, ``of_shares`` where a percentage is.
    ``bearers`` are the parties that its rows name beside their labels, "" where they name none, ``years`` the
    financial years above it, ``titles`` the words of its titles that tell it from others, ``about`` all that
    stands above it and heads its columns.
    """

    sheet: Sheet
    rows: tuple[Label, ...]
    of_sums: tuple[Label, ...]
    of_shares: tuple[Label, ...]
    bearers: tuple[str, ...]
    years: frozenset[tuple[int, int]]
    years_across: bool
    titles: tuple[frozenset[str], ...]
    about: frozenset[str]
    has_party_rows: bool


def has_changes(sheet: Sheet) -> bool:
    """Tell whether a column of a table holds by how much others differ."""
    return any(_CHANGE.search(line.head) for line in sheet.columns)


def _code_of(sheet: Sheet, row: int) -> str:
    """Return the reference by which a row is known, "" if it has none."""
    head = sheet.rows[row].head
    if numbered := _KIND_AND_NUMBER.match(head):
        return padded(numbered[0])
    if (numbered := _NUMBER_AND_NAME.match(head)) and _KIND_OF_ROW.fullmatch(sheet.named_by):
        return padded(f"{sheet.named_by.removesuffix('s')} {numbered[1]}")
    if _KIND_OF_ROW.fullmatch(sheet.named_by) and _LETTER.fullmatch(head):
        return padded(f"{sheet.named_by.removesuffix('s')} {head}")
    return padded(head) if _CODE.fullmatch(head) else ""


def names_and_numbers(row: Line) -> bool:
    """Tell whether the label of a row has its number and its name: "2. Beds", "Scheme 2: Beds"."""
    return (_NUMBER_AND_NAME.match(row.head) or _KIND_AND_NUMBER.match(row.head)) is not None


def labels_of(instrument: Instrument) -> Mapping[Sheet, Labels]:
    """Return the labels of each table of figures."""
    return instrument.once(_labels_of)


def _labels_of(instrument: Instrument) -> Mapping[Sheet, Labels]:
    names = party_names(instrument)
    return {sheet: _labels(sheet, names) for sheet in sheets(instrument)}


def _labels(sheet: Sheet, names: Mapping[str, str]) -> Labels:
    heads = [(label_of(line.head, names), line.kind == "percentage") for line in sheet.columns]
    bearers = tuple(_party_in(texts, names) for texts in sheet.texts)
    titles = (content(text) for text in (sheet.place.heading, sheet.caption))
    kept = (frozenset(word for word in title if not _OF_ANY_TITLE.fullmatch(word)) for title in titles)
    return Labels(
        sheet,
        tuple(_row_labels(sheet, names)),
        of_sums=tuple(replace(head, fits=not of_shares) for head, of_shares in heads),
        of_shares=tuple(replace(head, fits=of_shares) for head, of_shares in heads),
        bearers=bearers,
        years=years_above(sheet),
        years_across=any(years_of(line.head) for line in sheet.lines),
        titles=tuple(title for title in kept if len(title) >= _FEWEST),
        about=content(
            f"{sheet.caption} {sheet.place.heading} {' '.join(line.head for line in sheet.columns)}"
        ),
        has_party_rows=all(
            padded(line.head) in names for line, bearer in zip(sheet.rows, bearers, strict=False) if bearer
        ),
    )


def _row_labels(sheet: Sheet, names: Mapping[str, str]) -> Iterator[Label]:
    """Yield the labels of the rows: of one that has a reference, that and the words that follow it."""
    for number, line in enumerate(sheet.rows):
        code = _code_of(sheet, number)
        alone = bool(code) and not names_and_numbers(line)
        texts = sheet.texts[number] if alone and number < len(sheet.texts) else ()
        told = next((text for text in texts if text != line.head), "")
        yield replace(label_of(told or line.head, names), code=code)


def _party_in(texts: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the party that a cell of a row names, with or without "the", "" if none or several do."""
    found = {names[name] for text in texts if (name := padded(text).removeprefix(" the")) in names}
    return found.pop() if len(found) == 1 else ""


def years_of(text: str) -> frozenset[tuple[int, int]]:
    """Return the financial years of a text."""
    return frozenset((one.first, one.last) for one in years(text))


def years_above(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """Return the financial years that stand above a table, told as such or by their first and last days."""
    by_days = _BY_DAYS.findall(sheet.caption)
    return years_of(sheet.caption) | {(int(first), int(last)) for first, last in by_days}


def label_of(head: str, names: Mapping[str, str]) -> Label:
    """Return what heads a row or a column as a label."""
    told = years_of(head)
    text = _UNIT.sub(" ", _YEARS.sub(" ", head))
    total = _TOTAL.search(text) is not None
    rest = padded(_TOTAL.sub(" ", text))
    if names:
        rest = _in_full(rest, names)
    party = next((names[name] for name in sorted(names, key=len, reverse=True) if name in rest), "")
    if party and not content(_without(rest, party, names)) <= _MEASURES:
        party = ""
    words = content(rest)
    quarter = QUARTER.fullmatch(rest, 0, len(rest))
    return Label(
        " ".join(rest.split()),
        words,
        party,
        told,
        total=total and (bool(party) or words <= _MEASURES),
        measure=words <= _MEASURES,
        no_total=_NO_TOTAL.search(head) is not None,
        quarter=quarter_number(quarter) if quarter else 0,
        change=_CHANGE.search(text) is not None,
    )


def _in_full(text: str, names: Mapping[str, str]) -> str:
    """Return a label with what it shortens in the name of a party written out: "NHS Westmarch ICB"."""
    full = text
    for short, long in IN_FULL.items():
        full = full.replace(f" {short} ", f" {long} ")
    return full if any(name in full for name in names.values()) else text


def _without(text: str, party: str, names: Mapping[str, str]) -> str:
    for name in sorted((name for name, own in names.items() if own == party), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def has_quarters(sheet: Sheet) -> bool:
    """Tell whether rows or columns of a table are quarters."""
    return any(QUARTER.match(padded(line.head)) for line in sheet.lines)


def without_quarter(text: str) -> str:
    """Return a text, as ``padded`` makes it, without the quarters that it names."""
    return QUARTER.sub(" ", text)


def quarter_number(found: re.Match[str]) -> int:
    """Return the number of the quarter that words name."""
    told = next(filter(None, found.groups()))
    return _QUARTERS.get(told) or int(told[0])
