"""The index of a batch: a Word file with a table of its documents, with title, party, amount and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clausekit.draft import Draft
from clausekit.files import read_bytes
from clausekit.formats.docx.package import verify
from clausekit.formats.docx.writing import write
from clausekit.model import Clause, Document, Section, Table, Text
from clausekit.numbering import scheme_from
from clausekit.outlines import shown
from clausekit.parameters.dictionary import Dictionary
from clausekit.parameters.values import MoneyValue, read_value
from clausekit.problems import ClausekitError
from clausekit.templates import load_numbering, load_template
from clausekit.workshop import Workshop

INDEX = "index.docx"
_HEADER = ("No.", "Title", "Party", "Amount", "File")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index; ``party`` and ``amount`` are empty if the row does not say them."""

    title: str
    party: str
    amount: str
    file: str


def entry_of(data: Mapping[str, Any], dictionary: Dictionary, title: str, file: str) -> IndexEntry:
    """Return the line for a document with those parameters.

    The party is the first choice of one that the data make or, if they make none, the parties that they name.
    The amount is the total that they state; or the sum of the amounts, if all are entries of one list; or the
    only amount. Where several amounts are no sum, there is none.
    """
    values = [_Given(path, value, dictionary) for path, value in _values("", data)]
    chosen = [given.text for given in values if given.format == "party"]
    named = [given.text for given in values if given.is_name_of_party]
    party = chosen[0] if chosen else ", ".join(dict.fromkeys(named))
    return IndexEntry(title, party, _amount([given for given in values if given.format == "money"]), file)


def write_index(workshop: Workshop, template: str, entries: Iterable[IndexEntry]) -> bytes:
    """Return the index as a Word file in the house style of the template whose documents it lists.

    Raises ClausekitError if the template or its house style cannot be used.
    """
    outline = load_template(workshop.root, template, workshop.cache)
    title = f"Index: {shown(outline.title)}"
    scheme = scheme_from(load_numbering(workshop.root, outline.numbering, workshop.cache))
    table = Table(
        "index~table",
        ("right", "left", "left", "right", "left"),
        tuple((Text(words),) for words in _HEADER),
        tuple(_row(number, entry) for number, entry in enumerate(entries, 1)),
    )
    clause = Clause("index", "index/table", "1.0.0", "", (), (table,))
    document = Document(title, title, "", (Section("execution", (clause,)),))
    house_style = f"templates/{outline.house_style}"
    data = write(
        Draft(document, scheme, {}, {}),
        house_style=read_bytes(workshop.root / house_style, shown=house_style),
        house_style_file=house_style,
        manifest=None,
        notes=False,
        plain=True,
        cache=workshop.cache,
    )
    if findings := verify(data):
        raise ClausekitError(findings)
    return data


def _row(number: int, entry: IndexEntry) -> tuple[tuple[Text, ...], ...]:
    words = (str(number), entry.title, entry.party, entry.amount, entry.file)
    return tuple((Text(one),) if one else () for one in words)


class _Given:
    """A single value of some data, and what the dictionary says of it."""

    def __init__(self, path: str, value: Any, dictionary: Dictionary) -> None:
        entry = dictionary.entry(path)
        schema = entry.schema if entry else {}
        group, _, name = path.rpartition(".")
        around = dictionary.entry(group) if group and name == "name" else None
        self.list = path.rpartition("[")[0]
        self.text = str(value)
        self.format = schema.get("format", "")
        self.is_stated_total = "x-total-of" in schema
        self.is_name_of_party = around is not None and around.schema.get("x-def") == "party"


def _amount(amounts: list[_Given]) -> str:
    stated = [given for given in amounts if given.is_stated_total]
    if len(stated) == 1:
        amounts = stated
    elif len(amounts) > 1 and (not amounts[0].list or len({given.list for given in amounts}) > 1):
        return ""
    try:
        total = sum((_read(given.text) for given in amounts), Decimal(0))
    except ValueError:  # told where the document is drafted
        return ""
    return str(MoneyValue(total, "")) if amounts else ""


def _read(text: str) -> Decimal:
    value = read_value("money", text, "")
    assert isinstance(value, MoneyValue)
    return value


def _values(path: str, data: Any) -> Iterator[tuple[str, Any]]:
    """Yield all single values in some data with their paths."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield from _values(f"{path}.{name}" if path else str(name), value)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(f"{path}[{index}]", value)
    elif data is not None:
        yield path, data
