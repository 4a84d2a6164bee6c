"""Drafts to be set as Word files: one with numbers of every depth, one of about 40 pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clausekit.cache import Cache
from clausekit.draft import Draft
from clausekit.formats.docx.writing import write
from clausekit.model import (
    Blank,
    Block,
    Clause,
    Document,
    Inline,
    Item,
    ItemList,
    Part,
    Schedule,
    Section,
    Table,
    Use,
    Value,
)
from tests.builders import (
    annex,
    clause,
    definition,
    definitions,
    item,
    items,
    paragraph,
    part,
    reference,
    run,
    schedule,
)
from tests.docx.word_files import HOUSE_STYLE
from tests.formats.agreement import draft


def word(
    draft: Draft, *, notes: bool = False, plain: bool = False, manifest: Mapping[str, Any] | None = None
) -> bytes:
    """Return the draft as a Word file in the house style of the library."""
    return write(
        draft,
        house_style=HOUSE_STYLE.read_bytes(),
        manifest=manifest or {},
        notes=notes,
        plain=plain,
        cache=Cache(None),
    )


def every_depth() -> Draft:
    """Return a draft with a provision at every level of every listing, and a reference to each of them."""
    nested = {
        "recitals": _nest("recital", 3),
        "clauses": _nest("clause", 5),
        "definitions": _nest("definition", 2),
        "schedules": _nest("paragraph", 5),
        "parts": _nest("part", 5),
        "annexes": _nest("annex", 5),
    }
    earlier = definition("Duty", "means:", items(_nest("earlier", 2)), paragraph("of any kind."))
    term = definition("Law", "means:", items(nested["definitions"], _nest("more", 2)))
    letters = items(*(item(f"letter-{number}", f"letter {number};") for number in range(1, 31)))
    keys = ["parties#1", "letters", "schedule:first", "schedule:second", "second", "schedule:parts/two"]
    keys += ["two", "annex:parts", "annex:parts/two", "annex:plain", "schedule:services/service+2", "fees+2"]
    keys += [key for outermost in nested.values() for key in _keys(outermost)]
    keys += [f"letter-{number}" for number in (26, 27, 30)]
    pointing = [
        item(f"pointing-{place}", "See ", reference(key), " and ", reference(key, "number"), ".")
        for place, key in enumerate(keys)
    ]
    return draft(
        Document(
            "Numbers of every depth",
            "Numbers",
            "Draft",
            (
                Section("parties", (clause("parties", items(item("parties#1", "A party."))),)),
                Section("recitals", (clause("background", items(nested["recitals"], _nest("again", 2))),)),
                Section(
                    "clauses",
                    (
                        clause(
                            "definitions", items(item("d1", "In this agreement:", definitions(earlier, term)))
                        ),
                        clause("provisions", items(_nest("other", 5), nested["clauses"])),
                        clause("letters", items(item("l1", "one", items(item("l2", "two", letters))))),
                        clause("pointing", items(*pointing)),
                    ),
                ),
                Section(
                    "schedules",
                    (
                        schedule("first", clause("first", items(*_pointing_again(keys)))),
                        schedule("second", clause("second", items(_nest("a", 5), nested["schedules"]))),
                        _with_parts("schedule", nested["parts"]),
                        schedule("after", clause("after", items(_nest("b", 2)))),
                        schedule("services", *(_service(number) for number in (1, 2, 3))),
                    ),
                ),
                Section(
                    "annexes",
                    (
                        annex("plain", clause("plain", items(_nest("c", 2)))),
                        _with_parts("annex", nested["annexes"]),
                        annex("last", clause("last", items(_nest("d", 2)))),
                    ),
                ),
            ),
        )
    )


def _with_parts(kind: str, nested: Item) -> Schedule:
    """Return a schedule or annex of two parts; the second has a provision at every level."""
    name = "" if kind == "schedule" else "annex-"
    one = clause(f"{name}one", items(_nest(f"{name}p", 3)))
    two = (clause(f"{name}two", items(_nest(f"{name}q", 2), nested)), clause(f"{name}three"))
    return schedule("parts", part(f"{kind}:parts/one", one), part(f"{kind}:parts/two", *two), kind=kind)


def _service(number: int) -> Part:
    """Return a part as an outline repeats it for a list."""
    key = f"fees+{number}"
    text = paragraph("See ", reference(f"{key}#rate", scope=f"schedule:services/service+{number}"), ".")
    fees = clause(key, items(item(f"{key}#rate", "The rate."), item(f"{key}#time", "The time.", text)))
    return part(f"schedule:services/service+{number}", fees)


def _pointing_again(keys: list[str]) -> Iterator[Item]:
    """Yield provisions of a schedule that refer to the same provisions as those of the clauses do."""
    for place, key in enumerate(keys):
        yield item(f"pointing-again-{place}", "As ", reference(key), " says.")


def _nest(key: str, depth: int) -> Item:
    """Return two provisions, the second holding two more, and so on down; keys say how deep."""
    inner = (items(item(f"{key}-{depth}-first", "before;"), _nest(key, depth - 1)),) if depth > 1 else ()
    return item(f"{key}-{depth}", "text:", *inner)


def _keys(outermost: Item) -> Iterator[str]:
    yield outermost.key
    for block in outermost.blocks:
        if isinstance(block, ItemList):
            yield from _keys(block.items[1])


def forty_pages() -> Draft:
    """Return a draft of about 700 paragraphs with 400 values and 150 references."""
    clauses = [_long_clause(number) for number in range(35)]
    schedules = [
        schedule(f"s{number}", *(_long_clause(100 * number + part) for part in range(1, 3)))
        for number in range(1, 6)
    ]
    cover = clause("cover", paragraph("Dated ", Blank("agreement.date")), heading="A long agreement")
    return draft(
        Document(
            "A long agreement",
            "Long agreement",
            "Draft 1",
            (
                Section("cover", (cover,)),
                Section("clauses", tuple(clauses)),
                Section("schedules", tuple(schedules)),
            ),
        )
    )


def _long_clause(number: int) -> Clause:
    key = f"clause-{number}"
    provisions = [_provision(f"{key}#{place}", key, place) for place in range(4)]
    table = Table(
        f"{key}~table",
        ("left", "right"),
        (run("Partner"), run("Contribution")),
        ((run("The Council"), run(Value("money.council", "£60,267,168"))),),
    )
    blocks: list[Block] = [items(*provisions)]
    return clause(key, *([*blocks, table] if number % 7 == 0 else blocks), heading=f"Provisions no. {number}")


def _provision(key: str, clause_key: str, place: int) -> Item:
    words: list[str | Inline] = [
        "Each ",
        Use("Partner", "Partner"),
        " shall pay its contribution of ",
        Value(f"money.contribution[{place}]", "£1,234,567"),
        " to the ",
        Use("Pooled Fund", "Pooled Fund"),
        " within ",
        Value("payment.days", "20 Working Days"),
        " of the notice that the other ",
        Use("Partner", "Partners"),
        " give under ",
        reference(clause_key if place else "clause-1#0"),
        ", and shall keep for six years an account of each payment that it has made or received:",
    ]
    limbs = items(
        item(f"{key}-a", "in the form that the auditors ask for from time to time, with its vouchers; and"),
        item(f"{key}-b", "open to ", Value("council.name", "Westmarch County Council"), " at all times,"),
    )
    return item(key, *words, limbs, paragraph("whether or not the agreement has ended."))
