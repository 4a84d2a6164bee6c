"""Rules on blanks and on what was left in: brackets, lines, and what only a Word file can hold."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from clausekit.reading import Comment, Look, Passage, Reading, Revision, Span, Tracked
from clausekit.texts import read
from tests.checks.instruments import hits
from tests.checks.test_rules_figures import found

_FAMILIES = ("CK-BLANK", "CK-LEFT")


def told(*passages: Passage, **of_reading: object) -> list[tuple[str, str, str]]:
    """Return rule, level and words of what is found in a Word file with some passages."""
    reading = Reading(body=passages, **of_reading)  # type: ignore[arg-type]  # the fields of a Reading
    return [(one.rule, one.level, one.words.text) for one in run(reading, Options(select=_FAMILIES))]


PLAIN, YELLOW = Look(), Look(highlight="yellow")


def passage(text: str, words: str = "", *, look: Look = PLAIN, parameter: str = "") -> Passage:
    """Return a passage of which some words look different or fill in a parameter."""
    start = text.index(words) if words else 0
    end = start + len(words)
    parts = [(0, start, Look(), ""), (start, end, look, parameter), (end, len(text), Look(), "")]
    return Passage(
        text, tuple(Span(a, b, how, parameter=name) for a, b, how, name in parts if a < b), number="1"
    )


def test_an_open_parameter_of_our_own_draft_is_a_remark_and_a_blank_of_others_an_error() -> None:
    ours = passage("The Council pays [●] a year.", "[●]", look=YELLOW, parameter="contributions.council")
    assert told(ours) == [("CK-BLANK-PARAMETER", "info", "[●]")]
    theirs = passage("The Council pays [●] a year.", "[●]", look=YELLOW)
    assert told(theirs) == [("CK-BLANK-MARK", "error", "[●]")]


def test_highlighted_words_are_told_but_not_ratings() -> None:
    assert told(passage("The Council is the host.", "Council", look=YELLOW)) == [
        ("CK-LEFT-HIGHLIGHT", "warning", "Council")
    ]
    assert told(passage("Rated: Amber", "Amber", look=YELLOW)) == []


def test_a_comment_is_told_at_its_words() -> None:
    host = passage("The Council is the host.")
    comment = Comment("A. Officer", "", "Does the ICB agree?", "the host", host)
    assert told(host, comments=(comment,)) == [("CK-LEFT-COMMENT", "warning", "the host")]


def test_tracked_changes_are_told_once_for_each_passage() -> None:
    host = passage("The Council is the host.")
    changes = tuple(
        Tracked(Revision(kind, "A. Officer"), text, host)  # type: ignore[arg-type]  # kinds of revision
        for kind, text in (("deleted", "Trust"), ("inserted", "Council"))
    )
    assert told(host, tracked=changes) == [("CK-LEFT-TRACKED", "error", "Council")]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The Council pays within [30] days.", "CK-LEFT-BRACKETS"),
        ("The [Council] OR [ICB] pays.", "CK-LEFT-CHOICE"),
        ("The Partner[s] pay.", "CK-LEFT-BRACKETS"),
        ("The host is [name of host].", "CK-BLANK-INSERT"),
        ("The host is [TBC].", "CK-BLANK-INSERT"),
        ("The host is [XX].", "CK-BLANK-MARK"),
        ("The host pays [Note: how much?].", "CK-LEFT-GUIDANCE"),
        ("The host pays the whole (Finance to confirm?).", "CK-LEFT-QUESTION"),
    ],
)
def test_each_kind_of_bracket_is_told_by_one_rule(sentence: str, rule: str) -> None:
    assert [id_ for id_, _, _ in told(passage(sentence))] == [rule]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The term is two years [(or as extended under clause 1)].", "CK-LEFT-BRACKETS"),
        ("The Council insures the site [and the car park] [and the garden].", "CK-LEFT-BRACKETS"),
        (
            "The lead is [the Council] OR [the Trust, for as long as it holds the lease of the site].",
            "CK-LEFT-CHOICE",
        ),
        ("The lead is the Council. [Explain the part of each body/partner in the work.]", "CK-LEFT-GUIDANCE"),
        ("It acts for [Customer name and address].", "CK-BLANK-INSERT"),
        ("It acts for the [CONTRACTOR].", "CK-BLANK-INSERT"),
        ("It holds a certificate [IF APPLICABLE - OTHERWISE REMOVE THIS LINE].", "CK-LEFT-GUIDANCE"),
        ("It pays each month (delete this row if not needed).", "CK-LEFT-GUIDANCE"),
        ("A member says so. (Check with the treasurer before issue.) It pays.", "CK-LEFT-GUIDANCE"),
        ("With effect from [18 May 2026] the Trust leads.", "CK-LEFT-BRACKETS"),
    ],
)
def test_what_words_in_brackets_ask_for(sentence: str, rule: str) -> None:
    """Words that go with the sentence are no choice, those that tell a drafter what to do no wording."""
    assert {one[0] for one in told(passage(sentence))} == {rule}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("This agreement is a template only, to help the Partners in their talks.", "CK-LEFT-GUIDANCE"),
        ("Warning: this is only a template and must be made to fit the place.", "CK-LEFT-GUIDANCE"),
        ("This version of the contract has drafting notes and clauses to choose from.", "CK-LEFT-GUIDANCE"),
        ("It is not capable of execution in its present form.", "CK-LEFT-GUIDANCE"),
        ("All subheadings for local determination and agreement.", "CK-LEFT-GUIDANCE"),
        ("The bodies are these (list all bodies that sign).", "CK-LEFT-GUIDANCE"),
        ("The opening hours are (Provider – please complete).", "CK-LEFT-GUIDANCE"),
        ("Insert any outcomes that were agreed locally.", "CK-BLANK-INSERT"),
        ("The lead organisation is insert name.", "CK-BLANK-INSERT"),
        ("The (name) is chaired by the Council.", "CK-BLANK-INSERT"),
        ("The Partner seconds <<name>> to it.", "CK-BLANK-INSERT"),
        ("The contract begins on Add Date.", "CK-BLANK-INSERT"),
        ("Need to check this with the Trust. The Host pays.", "CK-LEFT-GUIDANCE"),
        ("The Partners need to check this with the Trust.", ""),
        ("The Partners use the template in Schedule 2 and add notes to it.", ""),
        ("The Council shall insert names and dates in the register.", ""),
        ("The Host keeps the guidance notes; those that are out of date are archived.", ""),
        ("It may list the sites (the list is kept by the Host) before the agreement is signed.", ""),
        ("English law applies. *Delete this paragraph if there is no charity.*", "CK-LEFT-GUIDANCE"),
        ("The sums are paid. Remove these rows before signing.", "CK-LEFT-GUIDANCE"),
    ],
)
def test_a_template_that_speaks_without_brackets(sentence: str, rule: str) -> None:
    assert {one[0] for one in told(passage(sentence))} == ({rule} if rule else set())


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council followed R (Jones) v Dale [2019] EWCA Civ 12.",
        "The Plan is described in the report [1] and in the letter.[2]",
        "“[T]he Council” was meant.",
        "[Not used]",
        "[Intentionally left blank]",
        "The share is [A + B] / C.",
        "Urgent: [x] yes [ ] no",
        "The posts of Part XX of the Act are to be confirmed by the Board.",
        "The GP* refers the user.",
        "The aims are: ● to plan; ● to review.",
        "The Council may insert a new scheme, and shall issue guidance notes.",
        "The plan is at www.dale.example/plans/plan.pdf and in the Plan.",
        "Name: ______________",
        "Signed ............................ for the Council",
        "1. Services ................................ 3",
        "The Board may delete this paragraph if the Partners agree.",
    ],
)
def test_what_only_looks_left_over_is_left_alone(sentence: str) -> None:
    assert [one for one in told(passage(sentence)) if one[1] != "info"] == []


def test_blanks_of_a_form_are_remarks_at_most() -> None:
    text = """
1. Host

1.1 The Council hosts the fund for ⟦[ ]⟧ years.

# Schedule 1 Template Specification

1. Overview

1.1 The host is [ ], and the manager is [insert name].

1.2 Who manages the scheme?
"""
    text = text.replace("⟦", "").replace("⟧", "")
    assert found("CK-BLANK-MARK", text) == [("[ ]", "certain"), ("[ ]", "doubtful")]
    assert found("CK-BLANK-INSERT", text) == [("[insert name]", "doubtful")]
    assert [confidence for _, confidence in found("CK-LEFT-QUESTION", text)] == ["doubtful"]


def test_the_date_of_signature_may_be_blank() -> None:
    assert found("CK-BLANK-MARK", "1. Date\n\n1.1 This agreement is dated [ ] and ends on [ ].") == [
        ("[ ]", "doubtful"),
        ("[ ]", "certain"),
    ]


def test_a_file_that_is_named_in_a_sentence_is_a_remark() -> None:
    assert told(passage("The toolkit is the document called “Toolkit v2.pdf” of 2024.")) == [
        ("CK-LEFT-OBJECT", "info", "Toolkit v2.pdf")
    ]


def test_an_instruction_given_as_the_value_of_a_parameter_is_no_open_parameter() -> None:
    ours = passage("The host is [INSERT NAME] alone.", "[INSERT NAME]", parameter="host.name")
    assert told(ours) == [("CK-BLANK-INSERT", "error", "[INSERT NAME]")]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("It is reviewed by March 20XX.", [("CK-BLANK-TBC", "error", "20XX")]),
        ("It ends as Clause [22] provides.", [("CK-LEFT-BRACKETS", "warning", "[22]")]),
        ("It ends as the note says [22].", []),
        ("Dale Homes Limited (company number #) leads.", [("CK-BLANK-TBC", "error", "#")]),
        ("Its room is Number #12 of the list.", []),
        ("It pays as set out at 0 below.", [("CK-LEFT-FIELD", "error", "0")]),
        ("It is kept as stated at 0 degrees, and as described in 0.5 of them.", []),
        (
            "It ends as ERROR! BOOKMARK NOT DEFINED. says.",
            [("CK-LEFT-FIELD", "error", "ERROR! BOOKMARK NOT DEFINED.")],
        ),
    ],
)
def test_a_number_that_is_still_open(text: str, told_of: list[tuple[str, str, str]]) -> None:
    assert told(passage(text)) == told_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "1. Use\n\n1.1 The home is left out; is that still so for Weirside?\n",
            "is that still so for Weirside?",
        ),
        (
            "1. Use\n\n1.1 The Trust has a room at Mill House – has this moved? – and a car.\n",
            "has this moved?",
        ),
        ("1. Use\n\n1.1 The Board meets monthly. Or quarterly?\n", "Or quarterly?"),
        ("1. Use\n\n1.1 The Trust provides 12 beds (or 14?) at Weirside.\n", "(or 14?)"),
        ("1. Use\n\n| Post | Number |\n|---|---|\n| Nurse – are these in? | 2 |\n", "are these in?"),
        ("1. Use\n\n| Post | Base |\n|---|---|\n| Nurse | Is this still Dale? |\n", "Is this still Dale?"),
    ],
)
def test_a_question_behind_the_words_of_which_it_doubts(text: str, words: str) -> None:
    told_of = hits(load("CK-LEFT-QUESTION"), text)
    assert [(hit.words.text, hit.confidence) for hit in told_of] == [(words, "likely")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "An underspend is returned. NB Finance to confirm the treatment.",
            ["NB Finance to confirm the treatment."],
        ),
        ("It is returned. Finance to check before issue.", ["Finance to check before issue."]),
        ("The Council asks Finance to confirm the treatment of each sum.", []),
        ("NB the Council pays in arrears.", []),
    ],
)
def test_a_note_to_colleagues_at_the_end_of_a_clause(text: str, words: list[str]) -> None:
    told_of = hits(load("CK-LEFT-GUIDANCE"), f"1. Use\n\n1.1 {text}\n")
    assert [hit.words.text for hit in told_of] == words


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("[Trust’s solicitors would prefer three – to confirm before signature]", True),
        ("[Total cost – Council contribution]", False),
        ("[not yet agreed with the ICB]", True),
    ],
)
def test_a_remark_in_brackets_that_looks_like_a_formula(inside: str, found: bool) -> None:
    text = f"1. Use\n\n1.1 A Partner gives six months’ notice. {inside}\n"
    assert bool(hits(load("CK-LEFT-GUIDANCE"), text)) is found


def test_the_date_of_another_document_is_a_blank() -> None:
    text = "1. Use\n\n1.1 It is shared under the sharing agreement dated [●].\n\n1.2 It is dated [●].\n"
    assert [(hit.confidence) for hit in hits(load("CK-BLANK-MARK"), text)] == ["certain", "doubtful"]


def test_a_file_after_what_says_that_it_is_attached_is_left_over() -> None:
    text = "1. Items\n\n1.1 {} ICES_Catalogue_v7.xlsx\n"
    assert found("CK-LEFT-OBJECT", text.format("The Catalogue is attached:")) == [
        ("ICES_Catalogue_v7.xlsx", "certain")
    ]
    assert found("CK-LEFT-OBJECT", text.format("Returns are made in a file that is called")) == [
        ("ICES_Catalogue_v7.xlsx", "doubtful")
    ]


@pytest.mark.parametrize(
    ("paragraph", "rule"),
    [
        (
            "1.2 The fund is kept apart. (This clause is optional: delete if not required.)",
            "CK-LEFT-GUIDANCE",
        ),
        ("1.2 The fund is kept apart. (Note to the ICB: remove where not needed.)", "CK-LEFT-GUIDANCE"),
        ("1.2 The fund is £5,000. NB – finance to confirm the sum.", "CK-LEFT-GUIDANCE"),
        ("Awaiting confirmation from the auditors.", "CK-LEFT-GUIDANCE"),
        ("1.2 The fund is kept apart. Wording as per email from legal 12/5.", "CK-LEFT-GUIDANCE"),
        ("1.2 The fund is kept apart. See Ann’s email of 3 May.", "CK-LEFT-GUIDANCE"),
        ("Copy and paste the words that were agreed here.", "CK-LEFT-GUIDANCE"),
        ("Formatted: Font: Bold", "CK-LEFT-TRACKED"),
        ("1.2 The charges are those of “Charges v0.3 tracked.xlsx”, which the ICB has.", "CK-LEFT-OBJECT"),
    ],
)
def test_what_was_left_by_those_who_drafted(paragraph: str, rule: str) -> None:
    text = f"1. Fund\n\n1.1 The Council keeps the fund.\n\n{paragraph}\n\n1.3 The ICB pays its share.\n"
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-LEFT",)))
    assert [one.rule for one in found if one.level != "info"] == [rule]


@pytest.mark.parametrize(
    "paragraph",
    [
        "1.2 Staff who are awaiting approval of leave go on working.",
        "1.2 The parties note the ICB’s wish. The report (delete the copy when it is not needed) is kept.",
        "1.2 The charges are those of the Final Report.pdf, which the ICB has.",
        "1.2 A notice may be sent by email. Each email is kept, and the charge per email is nothing.",
    ],
)
def test_what_is_agreed_on_drafts_and_copies_is_left_alone(paragraph: str) -> None:
    text = f"1. Fund\n\n1.1 The Council keeps the fund.\n\n{paragraph}\n\n1.3 The ICB pays its share.\n"
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-LEFT",)))
    assert [one.rule for one in found if one.level != "info"] == []


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        ("1. What does it reach?\n\n2. What are the risks?\n\n3. Could less be shared?", []),
        ("The fund is kept. Who pays for it?", ["Who pays for it?"]),
    ],
)
def test_questions_in_a_list_are_there_to_be_asked(paragraphs: str, told: list[str]) -> None:
    text = f"Staff ask themselves:\n\n{paragraphs}\n\nThe Council keeps a note of what they answer.\n"
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-LEFT-QUESTION",)))
    assert [one.words.text for one in found if one.level != "info"] == told
