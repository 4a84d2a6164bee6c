"""Where references lead, and which families may stand once only."""

from __future__ import annotations

from dataclasses import replace

from clausekit.assembly import Addresses, repeated_families
from tests.builders import clause, document, part, schedule

SERVICES = Addresses(
    [
        ("term", ("term",)),
        ("fees", ("services+1", "fees+1")),
        ("end", ("services+1", "end+1")),
        ("fees", ("services+2", "fees+2")),
        ("end", ("services+2", "end+2")),
    ]
)


def test_an_address_leads_to_what_stands_beside_it() -> None:
    assert SERVICES.key("fees", ("services+1", "end+1")) == "fees+1"
    assert SERVICES.key("fees", ("services+2", "end+2")) == "fees+2"
    assert SERVICES.key("fees", ("services+2", "fees+2")) == "fees+2"


def test_an_address_leads_from_everywhere_to_what_stands_once() -> None:
    assert SERVICES.key("term", ("services+2", "end+2")) == "term"
    assert Addresses([("fees", ("services+1", "fees+1"))]).key("fees", ("term",)) == "fees+1"


def test_an_address_of_several_or_of_nothing_leads_nowhere() -> None:
    assert SERVICES.key("fees", ("term",)) == "fees"
    assert SERVICES.key("vat", ("term",)) == "vat"


def test_two_alternatives_of_a_family_are_told() -> None:
    other = replace(clause("vat"), id="vat/by-lead")
    (finding,) = repeated_families(document(clause("vat"), schedule("finance", other)))
    assert (
        finding.message
        == "The document has more than one clause of the family vat: vat/standard, vat/by-lead."
    )


def test_what_an_outline_repeats_for_a_list_may_stand_again() -> None:
    fees = [part(f"schedule:s/p+{n}", replace(clause(f"fees+{n}"), id="fees/a")) for n in (1, 2)]
    assert list(repeated_families(document(schedule("s", *fees)))) == []
