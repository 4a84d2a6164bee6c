"""What tells that a text is not finished: which draft it is, guidance that was to be deleted, questions."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT, hits

_AGREEMENT = """SECTION 75 AGREEMENT

{status}

1.      FUNDS

1.1     The Council keeps the fund. {words}

SCHEDULE 1 – FORM OF SPECIFICATION

{form}

1.      The Service is described here.
"""


def _found(status: str = "", words: str = "", form: str = "") -> list[tuple[str, str]]:
    text = _AGREEMENT.format(status=status, words=words, form=form)
    options = Options(select=("CK-LEFT",), as_at=AS_AT, level="warning")
    found = run(read(text, "example.txt", markdown=False).reading, options)
    return [(one.rule.removeprefix("CK-LEFT-"), one.words.text) for one in found]


@pytest.mark.parametrize(
    "status",
    [
        "Final draft v0.9",
        "Draft 4 for legal comment",
        "DRAFT v0.8",
        "Draft version 2.1",
        "Second draft, v0.3",
    ],
)
def test_a_line_on_top_that_says_which_draft_it_is(status: str) -> None:
    assert _found(status=status) == [("DRAFT", status)]


@pytest.mark.parametrize(
    "words", ["The ICB comments on draft 2 of the plan.", "A final draft is sent to it."]
)
def test_drafts_of_what_the_parties_write_are_left_alone(words: str) -> None:
    assert _found(words=words) == []


@pytest.mark.parametrize(
    "guidance",
    [
        "TEMPLATE SCHEDULE – delete guidance in italics before sign off",
        "Remove all drafting notes before signature",
        "Strip out the prompts once the scheme is agreed",
    ],
)
def test_guidance_that_was_to_be_deleted(guidance: str) -> None:
    assert [rule for rule, _ in _found(words=guidance)] == ["GUIDANCE"]


def test_guidance_that_calls_itself_so_is_left_in_a_form_too() -> None:
    guidance = "[Guidance: delete any heading that does not apply.]"
    assert _found(form=f"The scheme is told here. {guidance}") == [("GUIDANCE", guidance)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[Does the Trust pay as well? AH]", ("QUESTION", "[Does the Trust pay as well? AH]")),
        ("[Is this still right? – JB, 4 May]", ("QUESTION", "[Is this still right? – JB, 4 May]")),
        ("[Board chart v3.pptx]", ("OBJECT", "Board chart v3.pptx")),
    ],
)
def test_what_stands_in_brackets_is_told_once(words: str, found: tuple[str, str]) -> None:
    assert _found(words=words) == [found]


@pytest.mark.parametrize(
    ("paragraphs", "asked"),
    [
        (("Who may come?", "Adults of the town.", "What does it cost?", "Nothing at all."), []),
        (("Who may come?", "Adults of the town."), ["Who may come?"]),
        (("Who may come?", "What does it cost?", "Nothing at all."), ["Who may come?", "What does it cost?"]),
    ],
)
def test_a_text_that_goes_on_by_questions_and_answers(paragraphs: tuple[str, ...], asked: list[str]) -> None:
    told_of = _found(words="\n\n" + "\n\n".join(paragraphs))
    assert told_of == [("QUESTION", question) for question in asked]


def test_a_template_that_is_attached_to_nothing() -> None:
    assert _found(words="It claims by the form (see attached template) each month.") == [
        ("OBJECT", "(see attached template)")
    ]
    assert _found(words="It claims by the form (see the attached Schedule 1) each month.") == []


@pytest.mark.parametrize(("heading", "told_of"), [("[all lots]", []), ("[the Host]", ["[the Host]"])])
def test_the_lots_for_which_a_clause_is_meant_are_a_remark(heading: str, told_of: list[str]) -> None:
    text = _AGREEMENT.format(status="", words="", form="").replace("FUNDS", f"FUNDS {heading}")
    options = Options(select=("CK-LEFT-BRACKETS",), as_at=AS_AT, level="warning")
    found = run(read(text, "example.txt", markdown=False).reading, options)
    assert [one.words.text for one in found] == told_of


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("The limit is £2,500,000. JS to check with insurers.", "JS to check with insurers."),
        ("The limit is £2,500,000 – legal to advise.", "legal to advise."),
        ("The Council takes the chair. (AM: is this still agreed?)", "(AM: is this still agreed?)"),
        ("The plan is attached. (Jane – please check.)", "(Jane – please check.)"),
        ("The plan is attached. To be updated once the budget is set.",
         "To be updated once the budget is set."),
        ("The plan is attached (awaiting confirmation).", "(awaiting confirmation)"),
        ("The plan is attached. Query whether this is right.", "Query whether this is right."),
        ("The Mayor names it (wording to be agreed with the ICB).", "(wording to be agreed with the ICB)"),
        ("It is public. (NB: check with legal.)", "(NB: check with legal.)"),
        ("The Council pays (the sum to be agreed each year by the Board is a maximum).", None),
        ("The Council pays. It is for the ICB to confirm the sum.", None),
        ("The sum (VAT: still to be added) is paid. The duty is to be updated each year.", None),
        ("The Council asks the ICB to check the list, and awaits approval.", None),
        ("The Board (ICB: two members; Council: two members) meets.", None),
    ],
)  # fmt: skip
def test_remarks_between_the_sentences_are_told(said: str, remark: str | None) -> None:
    text = f"1. Money\n\n1.1 The ICB (integrated care board) pays. {said}\n"
    found = [hit.words.text for hit in hits(load("CK-LEFT-GUIDANCE"), text)]
    assert found == ([remark] if remark else [])


@pytest.mark.parametrize("dated", [True, False])
def test_a_dated_instrument_is_no_numbered_draft_any_longer(dated: bool) -> None:
    day = "DATED 30 October 2026" if dated else "October 2026"
    text = f"DRAFT 4\n\n{day}\n\n1. Money\n\n1.1 The ICB pays.\n"
    found = [(hit.words.text, hit.confidence) for hit in hits(load("CK-LEFT-DRAFT"), text)]
    assert found == [("DRAFT 4", "likely" if dated else "doubtful")]


@pytest.mark.parametrize(("other", "level"), [("EXECUTION VERSION", "likely"), ("Pooled fund", "doubtful")])
def test_a_page_of_a_final_text_is_no_draft(other: str, level: str) -> None:
    pages = "".join(
        f"{number}. Clause\n\n{number}.1 The Council pays.\n\n\n{foot}          Page {number} of 5\n\f"
        for number, foot in enumerate((other, other, "DRAFT (3) SUBJECT TO CONTRACT", other, other), 1)
    )
    reading = read(pages, "example.txt", markdown=False).reading
    found = load("CK-LEFT-DRAFT").check(Instrument(reading, "example.txt", AS_AT))
    assert [(hit.words.text, hit.confidence) for hit in found] == [("DRAFT (3) SUBJECT TO CONTRACT", level)]
