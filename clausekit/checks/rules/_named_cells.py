"""Cells of tables that a sentence names: by the labels of their row and column, or by what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._mentions import Mention
from clausekit.checks.rules._sheets import Line, Sheet
from clausekit.checks.rules._words import content, padded
from clausekit.patterns import pattern
from clausekit.recognition.amounts import AmountKind
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
_ALL_OF_IT = pattern(
    r" (?:total|altogether|in all|as a whole|contribution|budget|cost|fund|sum|value|share|allocation"
    r"|payment|pay|contribute|bear|provide|charge|fee|price|post|wte|fte|amount|grant|make available"
    r"|put in|funding|commit|establishment|(?:whole|full) time equivalent) "
)
_TOTAL_IN_WORDS = pattern(r" (?:total|totalling|altogether|in all|as a whole|together) ")
_TOGETHER = pattern(r" (?:together|jointly|between them|in all|in total) ")
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
_TIMES = {
    "annual": "year",
    "yearly": "year",
    "annum": "year",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
}
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
_CHANGE = pattern(
    r"\b(?:changes?|increases?|decreases?|differences?|movements?|uplift|rise|reduction|growth|variance)\b",
    re.IGNORECASE,
)
"""How a column is called that holds by how much others differ."""
_CHANGES = pattern(
    r" (?:(?:ris|increas|grow|fall|reduc|decreas|go|goe|cut|rais|drop|lower)\w*|gone|went|rose|fell|up|down)"
    r"(?: up| down)?(?: in total| overall| altogether)? by $"
    r"|\b(?:increase|rise|growth|fall|reduction|decrease|cut|saving|change|uplift)(?: in [a-z ]{2,60})?"
    r" (?:of|is|comes to|amounts to) $"
)
"""How words end, before a figure, that say by how much something changes."""
_IN_FULL = {
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
_TARGET_FOR = pattern(
    r" target (?:for|in respect of|on) ((?:[\w’-]+ ){1,5}?)(?:is|of|be|shall be|will be|at|remain) $"
)
_KINDS_OF_BODIES = ("icb", "ccg", "pct", "council", "trust", "federation")
_ROW_NUMBER = pattern(
    r" (?P<noun>indicator|kpi|measure|metric|outcome|target|standard|objective|milestone|deliverable"
    r"|item|row|line|no|number|scheme|service|project|action|element|lot|priority|output)"
    r" (?:no |number )?(?P<number>[1-9]\d?)(?! (?:(?:and|to|or) )?[1-9]\d? ) "
)
"""How a row is named whose table numbers its rows: "indicator 3"."""
_IS_PAID = pattern(
    r" (?:withh\w+|retain\w*|retention|bonus|incentive|penalt\w+|deduct\w*|pay|paid|payable|payment|weight\w*"
    r"|point|tolerance|credit) "
)
_OF_ANY_ROW = frozenset(["item", "row", "line", "no", "number"])
_OTHER_NOUNS = {"kpi": "indicator", "metric": "indicator", "measure": "indicator"}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTER = pattern(rf" (?:q([1-4])|quarter ([1-4])|({'|'.join(_QUARTERS)}|[1-4](?:st|nd|rd|th)) quarter) ")
_AT_THE_END = pattern(r" (?:end of the(?: financial)? year|year end|31 march) ")
_STAFF = pattern(
    r"\b(?:WTE|FTE|(?:whole|full)[ -]time|establishment|posts?|staff(?:ing)?|headcount)\b(?![^|]*£)",
    re.IGNORECASE,
)
_NUMBERED = pattern(r"[a-z]+ \d{1,2}(?= |$)")
"""What begins a label as "Year 2" or "Phase 1" does."""
_LEAST_LABEL = 3
_SHORTLY = 60
_FEWEST = _BOTH = 2
_OF_ANY_TITLE = pattern(
    r"table|annex|schedule|appendix|part|set|out|below|follow\w*|as|for|year|shown?|made|up|compris\w+|consist\w*"
    r"|contribution|source|funding|scheme|service|partner|organisation|item|heading|\W*|.*\d.*|£|[a-z]"
)
_PLAIN = pattern(
    r"contribut\w*|pay|payable|paid|total\w*|amount|sum|set|out|shown?|given|table|schedule|annex"
    r"|appendix|part|clause"
    r"|paragraph|year|yearly|annual\w*|annum|therefore|accordingly|thus|then|so|namely|hence|agreed"
    r"|budget|fund|funding"
    r"|pooled|partner|party|organisation|respective\w*|mak\w+|being|provide|provision|cost|allocat\w+"
    r"|share|bear\w*|borne"
    r"|comes?|stands?|fixed|approved|planned|financial|period|expenditure|spend|spending|spent|value"
    r"|worth|have|ha|wa|has"
    r"|there|he|she|they|them|we|our|us|these|those|each|above|below|column|row|line|last|first|aggregate"
    r"|gross|net"
    r"|meet|met|receive\w*|grant|scheme|service|overspend|underspend|proportion|percentage|follow\w*"
    r"|first|per|cent|post"
    r"|wte|fte|whole|time|equivalent|staff|employ\w*|consist|comprise|up|made|together|altogether|would"
    r"|may|must|also|only|itself|themselves|own|alone"
    r"|current\w*|commit\w*|transfer\w*|fall|falls|apportion\w*|risk|cover|while|whilst|where|when|but"
    r"|not|i|e"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|quarterly"
    r"|monthly"
    r"|more|less|most|least|exceed\w*|limit|may|can|rise|increase|decrease|grow|go|goe|up|down|reduce"
    r"|take\w*|absorb\w*|line|largest|smallest|single|biggest|highest|lowest|reckoned|put\w*|find\w*|found"
    r"|together|jointly|between|them|aside|budgeted|go\w*|into|most|earmarked|reserved|require\w*|need\w*"
    r"|under|according|accordance|end|advance|arrears?|instalment|invoice|receipt|respect|twelve|four|on|before|no|later|than"
)
"""Words by which sums of any kind are told."""


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell that a sentence may be about; ``named`` counts the labels of it that the sentence says."""

    cell: GridCell
    factor: int
    named: int

    @property
    def value(self) -> Decimal:
        """What it is worth, in pounds if it is money."""
        assert self.cell.number is not None
        return self.cell.number * self.factor


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a row or column: the name of a party, a year, a measure, a total, or something of its own.

    ``fits`` tells that figures of the kind in question may stand in its column. ``code`` is the reference by
    which a row is known, such as "H2", ``quarter`` the one that it is about, or 0.
    """

    text: str
    party: str
    years: frozenset[tuple[int, int]]
    total: bool
    measure: bool
    no_total: bool
    fits: bool = True
    code: str = ""
    quarter: int = 0
    change: bool = False


def named_cells(mention: Mention, sheet: Sheet, names: Mapping[str, str]) -> Iterator[NamedCell]:
    """Yield the cells of a table that a mention may be about."""
    told = years_above(sheet)
    if len(mention.parties) >= _BOTH and _TOGETHER.search(mention.own):
        mention = replace(mention, parties=frozenset())
    if mention.years and told and not mention.years & told and not _years_across(sheet):
        return
    factor = factor_of(sheet) if mention.figure.kind == "money" else 1
    labels = _row_labels(sheet, names)
    if by_number := _row_by_number(mention, sheet):
        rows: list[int | None] = [1 if row == by_number else None for row in range(1, len(labels) + 1)]
    else:
        rows = _named(mention, labels)
    heads = [
        replace(_label(line.head, names), fits=_may_hold(line, mention.figure.kind)) for line in sheet.columns
    ]
    columns = _columns(mention, heads)
    if by_number and any(columns):
        columns = [named or None for named in columns]
    if sheet.flat:
        return
    if not any(named and _is_special(label) for named, label in zip(rows, labels, strict=True)):
        of_party = list(_of_party(mention, sheet, names, factor, columns))
        if of_party:
            yield from of_party
            return
    least = int(_names_title(mention, sheet))
    for row, line in enumerate(sheet.rows):
        for column, entry in enumerate(line.entries):
            named = _both(rows[row], columns[column])
            if named is not None and _is_of_kind(entry.cell, sheet.columns[column], sheet, mention):
                yield NamedCell(entry.cell, factor, max(named, least))


def _columns(mention: Mention, heads: Sequence[_Label]) -> list[int | None]:
    """Return how much a mention says of each column: of what something changes by, a column of changes tells,
    and the only one that holds sums need not be named, nor the total of what the parties pay."""
    if says_change(mention) and any(head.change and head.fits for head in heads):
        return [1 if head.change and head.fits else None for head in heads]
    named = _named(mention, heads)
    sums = [at for at, head in enumerate(heads) if head.fits and mention.figure.kind == "money"]
    if (
        len(sums) == 1
        and named[sums[0]] is None
        and _is_special(heads[sums[0]])
        and not heads[sums[0]].change
    ):
        named[sums[0]] = 0
    if not mention.parties and not any(named) and any(head.party for head in heads):
        return [
            0 if one is None and head.total and head.fits and not head.no_total else one
            for one, head in zip(named, heads, strict=True)
        ]
    return named


def says_change(mention: Mention) -> bool:
    """Tell whether a figure is by how much something changes: "the fee rises by £5"."""
    return _CHANGES.search(mention.lead) is not None


def has_changes(sheet: Sheet) -> bool:
    """Tell whether a column of a table holds by how much others differ."""
    return any(_CHANGE.search(line.head) for line in sheet.columns)


def rows_named_in_full(
    mention: Mention, sheet: Sheet, names: Mapping[str, str], fewest: int = 2
) -> list[Line]:
    """Return the rows of which a mention says the whole name, of several words."""
    labels = _row_labels(sheet, names)
    named = _named(mention, labels)
    return [
        line
        for line, label, said in zip(sheet.rows, labels, named, strict=True)
        if said and _is_special(label) and len(content(label.text)) >= fewest
    ]


def rows_by_code(mention: Mention, sheet: Sheet) -> list[Line]:
    """Return the rows of a table that a mention names by their references, such as "H2"."""
    named = _coded(mention, [_code_of(sheet, number) for number in range(len(sheet.rows))])
    if not any(named) and (at := _row_by_number(mention, sheet)):
        named = [number == at for number in range(1, len(sheet.rows) + 1)]
    return [line for line, one in zip(sheet.rows, named, strict=True) if one]


def _code_of(sheet: Sheet, row: int) -> str:
    head = sheet.rows[row].head
    if _KIND_OF_ROW.fullmatch(sheet.named_by) and _LETTER.fullmatch(head):
        return padded(f"{sheet.named_by.removesuffix('s')} {head}")
    return padded(head) if _CODE.fullmatch(head) else ""


def _row_by_number(mention: Mention, sheet: Sheet) -> int:
    """Return the number of the row of which a mention says that it is "indicator 3", where the table is one
    of indicators; 0 if it names none, or several, or says what is paid."""
    if not sheet.counted or (mention.figure.kind == "percentage" and _IS_PAID.search(mention.text)):
        return 0
    text = mention.text if mention.alone else mention.own
    about = content(f"{sheet.caption} {sheet.place.heading} {' '.join(line.head for line in sheet.columns)}")
    found = {
        int(one["number"])
        for one in _ROW_NUMBER.finditer(text)
        if one["noun"] in _OF_ANY_ROW or {one["noun"], _OTHER_NOUNS.get(one["noun"], "")} & about
    }
    number = found.pop() if len(found) == 1 else 0
    return number if number <= len(sheet.rows) else 0


def has_numbered_row(mention: Mention, sheet: Sheet) -> bool:
    """Tell whether a mention names a row of a table by its number."""
    return _row_by_number(mention, sheet) > 0


def _coded(mention: Mention, codes: Sequence[str]) -> list[bool]:
    """Tell for each reference whether a mention names it, by its own words or, if it is the only figure of
    its sentence, in that."""
    own = [bool(code) and code in mention.own for code in codes]
    if any(own) or not mention.alone:
        return own
    return [bool(code) and code in mention.text for code in codes]


def _row_labels(sheet: Sheet, names: Mapping[str, str]) -> list[_Label]:
    """Return the labels of the rows: of one that has a reference, that and the words that follow it."""
    labels: list[_Label] = []
    for number, line in enumerate(sheet.rows):
        code = _code_of(sheet, number)
        texts = sheet.texts[number] if code and number < len(sheet.texts) else ()
        told = next((text for text in texts if text != line.head), "")
        labels.append(replace(_label(told or line.head, names), code=code))
    return labels


def _names_title(mention: Mention, sheet: Sheet) -> bool:
    """Tell whether a mention has all words of the title of a table: "the Programme Budget"."""
    said = content(mention.own)
    titles = (content(text) for text in (sheet.place.heading, sheet.caption))
    kept = ({word for word in title if not _OF_ANY_TITLE.fullmatch(word)} for title in titles)
    return any(len(title) >= _FEWEST and title <= said for title in kept)


def _of_party(
    mention: Mention, sheet: Sheet, names: Mapping[str, str], factor: int, columns: Sequence[int | None]
) -> Iterator[NamedCell]:
    """Yield what the rows make in which a column names the one party that a mention is about."""
    bearers = [_party_in(texts, names) for texts in sheet.texts]
    if (
        len(mention.parties) != 1
        or len(set(filter(None, bearers))) < _FEWEST
        or all(
            padded(line.head) in names for line, bearer in zip(sheet.rows, bearers, strict=False) if bearer
        )
        or not _ALL_OF_IT.search(mention.text)
    ):
        return
    for column, line in enumerate(sheet.columns):
        if columns[column] is None:
            continue
        cells = [
            entry.cell
            for entry, bearer in zip(line.entries, bearers, strict=False)
            if bearer in mention.parties and entry.is_part and entry.cell.number is not None
        ]
        if cells and all(_is_of_kind(cell, line, sheet, mention) for cell in cells):
            made = sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
            yield NamedCell(replace(cells[0], text=f"{made:,f}", number=made), factor, 1)


def _party_in(texts: Sequence[str], names: Mapping[str, str]) -> str:
    """Return the party that a cell of a row names and nothing else, "" if none or several do."""
    found = {names[name] for text in texts if (name := padded(text)) in names}
    return found.pop() if len(found) == 1 else ""


def said_besides(mention: Mention, sheet: Sheet, cell: NamedCell) -> frozenset[str]:
    """Return the words about a figure that neither the table nor its title has, and that are none of those
    by which any sum is told."""
    row = row_of(cell, sheet)
    heads = " ".join(line.head for line in sheet.columns)
    known = content(f"{sheet.caption} {sheet.place.heading} {row} {heads} {' '.join(mention.parties)}")
    return telling(without_quarter(mention.own)) - known


def telling(text: str) -> frozenset[str]:
    """Return the words of a text that are none of those by which sums of any kind are told."""
    return frozenset(
        word for word in content(text) if not _PLAIN.fullmatch(word) and not any(map(str.isdigit, word))
    )


def years_of(text: str) -> frozenset[tuple[int, int]]:
    """Return the financial years of a text."""
    return frozenset((one.first, one.last) for one in years(text))


def years_above(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """Return the financial years that stand above a table, told as such or by their first and last days."""
    by_days = _BY_DAYS.findall(sheet.caption)
    return years_of(sheet.caption) | {(int(first), int(last)) for first, last in by_days}


def _years_across(sheet: Sheet) -> bool:
    return any(years_of(line.head) for line in sheet.lines)


def factor_of(sheet: Sheet) -> int:
    """Return by what the figures of a table are to be multiplied."""
    text = " ".join((sheet.caption, *(line.head for line in sheet.columns))).lower()
    if re.search(r"£[ ]?0{3}|[’']0{3}|£k\b|thousands", text):
        return 1_000
    return 1_000_000 if re.search(r"£[ ]?m(?:illions?)?\b", text) else 1


def _may_hold(column: Line, kind: AmountKind) -> bool:
    return (column.kind == "percentage") == (kind == "percentage")


def has_telling_row(cell: NamedCell, sheet: Sheet) -> bool:
    """Tell whether the row of a cell is named by several words."""
    return len(content(row_of(cell, sheet))) >= _FEWEST


def row_of(cell: NamedCell, sheet: Sheet) -> str:
    """Return what names the row of a cell, with what else that says."""
    for number, line in enumerate(sheet.rows):
        if any(entry.cell is cell.cell for entry in line.entries):
            texts = sheet.texts[number] if number < len(sheet.texts) else ()
            return " ".join((line.head, *texts))
    return ""


def _label(head: str, names: Mapping[str, str]) -> _Label:
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
    quarter = _QUARTER.fullmatch(rest, 0, len(rest))
    return _Label(
        " ".join(rest.split()),
        party,
        told,
        total=total and (bool(party) or words <= _MEASURES),
        measure=words <= _MEASURES,
        no_total=_NO_TOTAL.search(head) is not None,
        quarter=_quarter(quarter) if quarter else 0,
        change=_CHANGE.search(text) is not None,
    )


def _in_full(text: str, names: Mapping[str, str]) -> str:
    """Return a label with what it shortens in the name of a party written out: "NHS Westmarch ICB"."""
    full = text
    for short, long in _IN_FULL.items():
        full = full.replace(f" {short} ", f" {long} ")
    return full if any(name in full for name in names.values()) else text


def _without(text: str, party: str, names: Mapping[str, str]) -> str:
    for name in sorted((name for name, own in names.items() if own == party), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def _named(mention: Mention, labels: Sequence[_Label]) -> list[int | None]:
    """Return how much a mention says of each label: None if it is about something else, 0 if it leaves it
    unsaid, 1 if it names it. A label whose words are part of another's that is named too is not meant."""
    own = _which_are_named(labels, mention)
    coded = _coded(mention, [label.code for label in labels])
    if any(coded):
        return [1 if named else None for named in coded]
    if not any(own) and (target := _target_of(mention, labels)) is not None:
        return [_BOTH if label is target else None for label in labels]
    if any(label.quarter for label in labels) and (quarter := _quarter_of(mention)):
        return [1 if label.quarter == quarter else None for label in labels]
    if not any(label.text or label.total or label.years for label in labels):
        return [0] * len(labels)
    if (body := _body_of_its_kind(mention, labels)) is not None:
        return [1 if label is body else None for label in labels]
    special = {label.text for label, named in zip(labels, own, strict=True) if named and _is_special(label)}
    longest = {
        one for one in special if not any(one != other and f" {one} " in f" {other} " for other in special)
    }
    measures = [
        label for label in labels if label.measure and label.fits and not label.party and not label.total
    ]
    found: list[int | None] = []
    for label, named in zip(labels, own, strict=True):
        if _is_special(label):
            found.append(1 if named and label.text in longest else None)
        elif label.party:
            found.append(1 if named and not special else None)
        elif label.total and (
            special or label.no_total or (mention.parties and any(one.party for one in labels))
        ):
            found.append(None)
        else:
            found.append(_of_measure(label, measures, mention, some_total=any(one.total for one in labels)))
    return found


def _target_of(mention: Mention, labels: Sequence[_Label]) -> _Label | None:
    """Return the only label that has the words of a mention of "the target for collections"."""
    found = _TARGET_FOR.search(mention.lead) if mention.figure.kind == "percentage" else None
    asked = content(found[1]) if found else frozenset()
    having = [label for label in labels if asked and asked < content(label.text)]
    return having[0] if len(having) == 1 else None


def _body_of_its_kind(mention: Mention, labels: Sequence[_Label]) -> _Label | None:
    """Return the only label that a mention of "the ICB" can mean, where that is the name of no party."""
    said = [kind for kind in _KINDS_OF_BODIES if f" the {kind} " in mention.own]
    if mention.parties or len(said) != 1:
        return None
    full = _IN_FULL.get(said[0], said[0])
    found = [
        label for label in labels if {said[0], full} & {label.text[-len(said[0]) :], label.text[-len(full) :]}
    ]
    longer = len(found) == 1 and found[0].text not in (said[0], full)
    return found[0] if longer else None


def _quarter_of(mention: Mention) -> int:
    """Return the quarter of which a figure is said to be, 0 if none is named; what is to be reached by the
    end of the year is that of the last."""
    after = re.split(r"[.;£%]", mention.figure.at.shortly_after(_SHORTLY))[0]
    places = (mention.own, padded(after), mention.text if mention.alone else "")
    found = next((one for place in places if (one := _QUARTER.search(place))), None)
    if found is None:
        return 4 if mention.figure.kind == "percentage" and _AT_THE_END.search(mention.text) else 0
    return _quarter(found)


def has_quarters(sheet: Sheet) -> bool:
    """Tell whether rows or columns of a table are quarters."""
    return any(_QUARTER.match(padded(line.head)) for line in sheet.lines)


def without_quarter(text: str) -> str:
    """Return a text, as ``padded`` makes it, without the quarters that it names."""
    return _QUARTER.sub(" ", text)


def _quarter(found: re.Match[str]) -> int:
    told = next(filter(None, found.groups()))
    return _QUARTERS.get(told) or int(told[0])


def _of_measure(
    label: _Label, measures: Sequence[_Label], mention: Mention, *, some_total: bool
) -> int | None:
    if label.years and mention.years:
        return 1 if label.years & mention.years else None
    if label.total:
        if _TOTAL_IN_WORDS.search(mention.text):
            return 1
        return 0 if _quarter_of(mention) or _ALL_OF_IT.search(mention.text) else None
    if some_total:
        return None
    if len(measures) == 1 or label.years or not any(one.text for one in measures):
        return 0
    others = {word for one in measures if one is not label for word in _measured(one.text)}
    telling = _measured(label.text) - others
    all_telling = {word for one in measures for word in _measured(one.text)}
    said = _measured(mention.own)
    return 1 if telling & (said if all_telling & said else _measured(mention.text)) else None


def _measured(text: str) -> frozenset[str]:
    return frozenset(_TIMES.get(word, word) for word in text.split())


def _is_special(label: _Label) -> bool:
    return not (label.party or label.total or label.measure)


def _which_are_named(labels: Sequence[_Label], mention: Mention) -> list[bool]:
    """Tell for each label whether a mention names it: a party, or what its own words say, or if they say
    none of those with a number ("Year 2"), the sentence, if it has no other figure; what each party pays is
    about what its sentence is."""
    own = [_is_named(label, mention, mention.own) for label in labels]
    special = [_is_special(label) for label in labels]
    if not mention.alone and mention.parties and not any(map(min, own, special)):
        topic = [_is_named(label, mention, mention.topic) for label in labels]
        own = [said or (one and told) for said, one, told in zip(own, special, topic, strict=True)]
    if not mention.alone:
        return own
    numbered = any(said and _NUMBERED.search(label.text) for label, said in zip(labels, own, strict=True))
    return [
        said or (not (numbered and _NUMBERED.search(label.text)) and _is_named(label, mention, mention.text))
        for label, said in zip(labels, own, strict=True)
    ]


def _is_named(label: _Label, mention: Mention, text: str) -> bool:
    if label.party:
        return label.party in mention.parties
    if len(label.text) < _LEAST_LABEL:
        return False
    if f" {label.text} " in text:
        return True
    words = content(label.text)
    return len(words) > 1 and words <= content(text) and not _NUMBERED.fullmatch(label.text)


def _both(row: int | None, column: int | None) -> int | None:
    """Return how many labels of a cell are named, None if one is about something else."""
    return None if row is None or column is None else row + column


def _is_of_kind(cell: GridCell, column: Line, sheet: Sheet, mention: Mention) -> bool:
    """Tell whether a cell holds what a mention speaks of: a bare number is money, unless its head says
    otherwise."""
    if cell.number is None or cell.words is None:
        return False
    if cell.kind != "number" or mention.figure.kind == cell.kind:
        return cell.kind == mention.figure.kind and mention.counts_staff == counts_staff_in(column, sheet)
    return (column.kind == "percentage") == (mention.figure.kind == "percentage") and not (
        counts_staff_in(column, sheet) or mention.counts_staff
    )


def counts_staff_in(column: Line, sheet: Sheet) -> bool:
    """Tell whether a column counts staff, as its head or the title of its table says, and not what they
    cost."""
    if any(entry.cell.kind == "money" for entry in column.entries) or "£" in column.head:
        return False
    return _STAFF.search(f"{sheet.caption} {column.head}") is not None
