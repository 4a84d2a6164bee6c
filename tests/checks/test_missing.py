"""Points that an instrument leaves open: told only of a whole instrument of a sure kind."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument.kinds import _KINDS
from clausekit.checks.rules import load
from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules.missing._contents import points
from tests.checks.instruments import hits

MOU = {
    "Parties": "This Memorandum is between Kestrel Council and Kestrel NHS Trust.",
    "Purpose": "Its purpose is to open a centre.",
    "Status": "Nothing in this Memorandum is legally binding.",
    "The centre": "The Council lets the Trust use the ground floor.",
    "Staff": "Each of them employs its own staff.",
    "Money": "Each of them bears its own costs.",
    "Publicity": "They agree press notices with each other.",
    "Oversight": "A steering group meets each month.",
    "Disagreements": "The two chief executives settle what the group cannot.",
    "Confidentiality": "Each of them shall keep what it learns confidential, unless the law asks for it.",
    "Length": "This Memorandum is reviewed each year.",
}


def instrument(clauses: dict[str, str], title: str = "Memorandum of Understanding") -> str:
    """Return an instrument in Markdown: a title, and clauses by their headings."""
    numbered = enumerate(clauses.items(), start=1)
    body = (f"## {number}. {heading}\n\n{number}.1 {text}\n" for number, (heading, text) in numbered)
    return f"# {title}\n\n" + "\n".join(body)


def without(*headings: str) -> dict[str, str]:
    return {heading: text for heading, text in MOU.items() if heading not in headings}


def messages(id_: str, text: str) -> list[str]:
    return [hit.message for hit in hits(load(id_), text)]


def test_a_whole_memorandum_passes() -> None:
    for id_ in ("CK-MISSING-CONTENT", "CK-MISSING-ADVISED", "CK-MISSING-STATUTORY"):
        assert messages(id_, instrument(MOU)) == []


def test_what_is_missing_is_told_on_the_title() -> None:
    [found] = hits(load("CK-MISSING-CONTENT"), instrument(without("Status")))
    assert found.words.text == "Memorandum of Understanding"
    assert found.message == "“Memorandum of Understanding” does not say whether it is legally binding."


def test_several_points_are_told_at_once() -> None:
    [message] = messages(
        "CK-MISSING-CONTENT", instrument(without("Status", "Length") | {"More": "It is new."})
    )
    assert "whether it is legally binding; nor how long it lasts, or when it is reviewed" in message


def test_a_reference_to_a_clause_does_not_stand_for_it() -> None:
    money = {"Money": "Costs are borne as clause 3 (Legally Binding Terms) says."}
    [message] = messages("CK-MISSING-CONTENT", instrument(without("Status") | money))
    assert "legally binding" in message


def test_what_may_stand_in_a_schedule_is_only_advised() -> None:
    text = instrument(without("Status")) + "\n# Schedule 1\n\n1.1 Paragraph 2 is legally binding.\n"
    assert messages("CK-MISSING-CONTENT", text) == []
    assert len(messages("CK-MISSING-ADVISED", text)) == 1


def test_an_extract_is_not_accused() -> None:
    few = dict(list(without("Status").items())[:5])
    assert messages("CK-MISSING-CONTENT", instrument(few)) == []
    assert messages("CK-MISSING-CONTENT", "1. Costs\n\n1.1 Each party bears its own costs.\n") == []
    assert messages("CK-MISSING-ADVISED", "# Schedule 2\n\n1. Costs\n\n1.1 Each bears its own.\n") == []


def test_an_instrument_of_no_known_kind_is_not_accused() -> None:
    assert messages("CK-MISSING-CONTENT", instrument(without("Status"), "Lease of a Centre")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Each of them shall keep what it learns confidential, except what is public.",
        "Each of them shall keep confidential what it learns. It may disclose what the law requires.",
        "This clause is subject to the Freedom of Information Act 2000; all else must stay confidential.",
        "Staff are told of the policy on confidential waste.",
    ],
)
def test_a_confidentiality_clause_with_exceptions_passes(text: str) -> None:
    assert (
        messages("CK-MISSING-EXCEPTIONS", instrument({"Purpose": "To work.", "Confidentiality": text})) == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Neither party indemnifies the other.",
        "Each party shall indemnify the other up to £1 million.",
        "Each party shall indemnify the other to the extent that it is at fault.",
    ],
)
def test_an_indemnity_with_a_limit_passes(text: str) -> None:
    assert messages("CK-MISSING-LIMIT", instrument({"Purpose": "To work.", "Liability": text})) == []


def test_consequences_may_stand_in_another_clause() -> None:
    clauses = {
        "Termination": "Either party may terminate this agreement by notice.",
        "Records": "After termination each party keeps its records.",
    }
    assert messages("CK-MISSING-CONSEQUENCES", instrument(clauses, "Agreement")) == []


def test_a_memorandum_need_not_share_out_anything() -> None:
    clauses = MOU | {"Termination": "Either of us may terminate this Memorandum by notice."}
    assert messages("CK-MISSING-CONSEQUENCES", instrument(clauses)) == []


def test_a_deed_without_a_block_to_sign_may_be_an_extract() -> None:
    assert (
        messages("CK-MISSING-DEED", instrument({"Variation": "Clause 9 is varied."}, "Deed of Variation"))
        == []
    )


def test_each_point_is_of_a_known_kind_and_force() -> None:
    kinds = {kind for line in table("contents.tsv") for kind in line["kind"].split()}
    assert kinds <= set(_KINDS)
    forces = {point.force for kind in kinds for point in points(kind)}
    assert forces == {"statutory", "expected", "advised"}


@pytest.mark.parametrize(
    ("money", "asked"), [("They keep a pooled fund.", True), ("They do not set up a pooled fund.", False)]
)
def test_what_an_agreement_says_not_to_have_it_need_not_settle(money: str, asked: bool) -> None:
    more = {f"Matter {number}": "It is so." for number in range(9)}  # it takes so many to be a whole one
    clauses = MOU | more | {"Powers": "It is made under section 75 of the National Health Service Act 2006."}
    text = instrument(clauses | {"Money": money}, "Section 75 Agreement")
    assert any("hosts the pooled fund" in one for one in messages("CK-MISSING-STATUTORY", text)) is asked
