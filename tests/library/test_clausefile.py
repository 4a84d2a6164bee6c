"""Heads of clause files: what is read, and how each fault is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausekit.library.clausefile import Authority, digest_of
from clausekit.library.versions import Version
from clausekit.problems import Source, show
from tests.library.sample import BODY, changed, clause_text, faults_of, library_of

VAT = "vat/by-commissioner@1.0.0"


def test_a_clause_file_is_read_with_everything_that_its_head_says(tmp_path: Path) -> None:
    text = """\
---
title: Dispute resolution
summary: Disputes go to a mediator.
status: withdrawn
in_force: {from: 2019-04-01, to: 2022-06-30}
approved: {by: Head of Law, on: 2019-03-12}
authority: [{cite: National Health Service Act 2006 section 75, checked: 2026-11-01}]
reason: The mediator has retired.
replaced_by: dispute-resolution/adjudication
---
# Dispute Resolution

Text.
"""
    clause = library_of(tmp_path, {"dispute-resolution/mediation@1.0.0": text}).find(
        "dispute-resolution/mediation"
    )
    assert (clause.id, clause.family, clause.version) == (
        "dispute-resolution/mediation",
        "dispute-resolution",
        Version(1, 0, 0),
    )
    assert (clause.title, clause.summary) == ("Dispute resolution", "Disputes go to a mediator.")
    assert (clause.status, clause.reason) == ("withdrawn", "The mediator has retired.")
    assert (clause.in_force_from, clause.in_force_to) == (date(2019, 4, 1), date(2022, 6, 30))
    assert (clause.approved_by, clause.approved_on) == ("Head of Law", date(2019, 3, 12))
    assert clause.authority == (Authority("National Health Service Act 2006 section 75", date(2026, 11, 1)),)
    assert clause.replaced_by == "dispute-resolution/adjudication"
    assert (clause.body, clause.body_line) == ("# Dispute Resolution\n\nText.\n", 11)
    assert clause.file == "clauses/dispute-resolution/mediation/1.0.0.md"
    assert clause.source("approved.on") == Source(clause.file, 6, 29)


def test_the_change_says_from_which_version_and_how(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        {
            VAT: clause_text(),
            "vat/by-commissioner@1.1.0": clause_text(change=changed("1.0.0", "minor", "A limit.")),
        },
    )
    second = library.find("vat/by-commissioner")
    assert (second.change_from, second.change_kind, second.change_note) == (
        Version(1, 0, 0),
        "minor",
        "A limit.",
    )


def test_the_digest_covers_title_and_wording_only(tmp_path: Path) -> None:
    approved = library_of(tmp_path / "a", {VAT: clause_text()}).find(VAT)
    withdrawn = library_of(tmp_path / "b", {VAT: clause_text(status="withdrawn", reason="Old.")}).find(VAT)
    retitled = library_of(tmp_path / "c", {VAT: clause_text(title="VAT")}).find(VAT)
    reworded = library_of(tmp_path / "d", {VAT: clause_text(BODY.replace("6", "7"))}).find(VAT)
    assert approved.digest == withdrawn.digest == digest_of("Value added tax", BODY)
    assert len({approved.digest, retitled.digest, reworded.digest}) == 3


def test_line_ends_and_a_missing_last_line_end_make_no_other_text(tmp_path: Path) -> None:
    text = clause_text()
    library = library_of(
        tmp_path, {"vat/unix@1.0.0": text, "vat/windows@1.0.0": "", "vat/cut@1.0.0": text.rstrip()}
    )
    path = tmp_path / "clauses/vat/windows/1.0.0.md"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert len({library.find(name).digest for name in library.ids()}) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            clause_text(sumary="One line."),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:1: error: There is no entry "sumary" here.
    5 | sumary: One line.
  Did you mean summary?""",
            id="an unknown entry",
        ),
        pytest.param(
            clause_text(status=None),
            """\
clauses/vat/by-commissioner/1.0.0.md:2: error: "status" is missing.
  "status" says whether the version is draft, approved, on-hold or withdrawn.""",
            id="no status",
        ),
        pytest.param(
            clause_text(status="aproved"),
            """\
clauses/vat/by-commissioner/1.0.0.md:3:1: error: "status" cannot be "aproved".
    3 | status: aproved
  Did you mean approved?""",
            id="an unknown status",
        ),
        pytest.param(
            clause_text(approved=None),
            """\
clauses/vat/by-commissioner/1.0.0.md:2: error: "approved" is missing, but the status is approved.
  "approved" says who approved the version, and when: approved: {by: Head of Law, on: 2019-03-12}.""",
            id="approved by nobody",
        ),
        pytest.param(
            clause_text(approved="{by: Head of Law, on: 12 March 2019}"),
            """\
clauses/vat/by-commissioner/1.0.0.md:4:29: error: "on" must be a date.
    4 | approved: {by: Head of Law, on: 12 March 2019}
  Write year, month and day: on: 2019-04-01""",
            id="a date in words",
        ),
        pytest.param(
            clause_text(approved="{by: Head of Law, on: 2019-02-29}"),
            """\
clauses/vat/by-commissioner/1.0.0.md:4:29: error: "on" must be a date: February 2019 has no day 29.
    4 | approved: {by: Head of Law, on: 2019-02-29}
  Write year, month and day: on: 2019-04-01""",
            id="a date that there is not",
        ),
        pytest.param(
            clause_text(in_force="{from: 2020-04-01, to: 2019-03-31}"),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:30: error: The last day in force, 31 March 2019, is before the first, \
1 April 2020.
    5 | in_force: {from: 2020-04-01, to: 2019-03-31}""",
            id="in force for less than no time",
        ),
        pytest.param(
            clause_text(status="on-hold"),
            """\
clauses/vat/by-commissioner/1.0.0.md:2: error: "reason" is missing, but the status is on-hold.
  "reason" says why the version is on hold or withdrawn.""",
            id="on hold for no reason",
        ),
        pytest.param(
            clause_text(authority="[{cite: VAT Act 1994}]"),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:13: error: "checked" is missing.
    5 | authority: [{cite: VAT Act 1994}]
  "checked" says on which day it was last checked.""",
            id="an authority that nobody checked",
        ),
        pytest.param(
            clause_text(authority="VAT Act 1994"),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:1: error: "authority" must be a list, each line of it begun by "- ".
    5 | authority: VAT Act 1994""",
            id="an authority that is no list",
        ),
        pytest.param(
            clause_text(replaced_by="by-partner"),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:1: error: "by-partner" is not the id of a clause.
    5 | replaced_by: by-partner
  Write the id only, such as vat/by-commissioner.""",
            id="replaced by half an id",
        ),
        pytest.param(
            clause_text(change=changed("0.9.0", "major")),
            """\
clauses/vat/by-commissioner/1.0.0.md:5:10: error: There is no version 0.9.0.
    5 | change: {from: 0.9.0, kind: major, note: Better words.}
  There are: 1.0.0.""",
            id="made from nothing",
        ),
        pytest.param(
            clause_text("Each Partner shall pay.\n"),
            """\
clauses/vat/by-commissioner/1.0.0.md:6: error: The clause has no heading.
    6 | Each Partner shall pay.
  The first line below the head is the heading, such as: # Dispute Resolution""",
            id="no heading",
        ),
        pytest.param(
            BODY,
            """\
clauses/vat/by-commissioner/1.0.0.md:1: error: The file does not begin with a head.
    1 | # Value Added Tax
  A clause file begins with a head between two lines of three hyphens: ---""",
            id="no head",
        ),
        pytest.param(
            "---\ntitle: Value added tax\n# Value Added Tax\n",
            """\
clauses/vat/by-commissioner/1.0.0.md:1: error: The head has no end.
    1 | ---
  A clause file begins with a head between two lines of three hyphens: ---""",
            id="no end of the head",
        ),
    ],
)
def test_a_fault_of_the_head_is_told_with_place_and_remedy(tmp_path: Path, text: str, told: str) -> None:
    assert faults_of(tmp_path, {VAT: text}) == told


@pytest.mark.parametrize(
    "day", ["20190401", "2019-W14-1", "2019-4-1", "2019-04-01T00:00", "[2019-04-01]", "true"]
)
def test_a_date_has_one_spelling(tmp_path: Path, day: str) -> None:
    assert '"from" must be a date.' in faults_of(tmp_path, {VAT: clause_text(in_force=f"{{from: {day}}}")})


def test_all_faults_of_a_head_are_told_at_once(tmp_path: Path) -> None:
    text = clause_text("Text.\n", title=None, status="final", approved="{on: yesterday}", colour="red")
    library = library_of(tmp_path, {VAT: text})
    assert [(finding.rule, finding.source and finding.source.line) for finding in library.findings] == [
        ("unknown-entry", 4),
        ("wrong-entry", 2),
        ("wrong-date", 3),
        ("missing-entry", 2),
        ("missing-entry", 3),
        ("clause-heading", 6),
    ]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (None, 'error: "change" is missing, but 1.1.0 is not the first version.'),
        ("{kind: minor, note: Better.}", 'error: "from" is missing.'),
        ("{from: 1.0.0, note: Better.}", 'error: "kind" is missing.'),
        ("{from: 1.0.0, kind: minor}", 'error: "note" is missing.'),
        (changed("1.0.1", "minor"), "error: There is no version 1.0.1."),
        (changed("1.1.0", "minor"), "error: Version 1.1.0 cannot have been made from 1.1.0."),
        (changed("1.0", "minor"), 'error: "1.0" is not a version;'),
        (
            changed("1.0.0", "patch"),
            "error: The change is called patch, but from 1.0.0 to 1.1.0 is a minor step.",
        ),
        (changed("1.0.0", "small"), 'error: "kind" cannot be "small".'),
    ],
)
def test_a_later_version_must_say_truly_how_it_came_about(
    tmp_path: Path, change: str | None, told: str
) -> None:
    files = {VAT: clause_text(), "vat/by-commissioner@1.1.0": clause_text(change=change)}
    assert told in faults_of(tmp_path, files)


def test_yaml_faults_are_told_by_the_line_of_the_file(tmp_path: Path) -> None:
    [finding] = library_of(tmp_path, {VAT: "---\ntitle: VAT\ntitle: Tax\n---\n# VAT\n"}).findings
    assert show(finding).startswith("clauses/vat/by-commissioner/1.0.0.md:3:1: error:")


@pytest.mark.parametrize(
    ("entries", "on", "reason"),
    [
        ({}, date(2019, 4, 1), ""),
        ({"status": "draft"}, date(2019, 4, 1), "it is a draft"),
        (
            {"status": "on-hold", "reason": "A case is pending."},
            date(2019, 4, 1),
            "it is on hold (A case is pending)",
        ),
        (
            {"status": "withdrawn", "reason": "Law has changed"},
            date(2019, 4, 1),
            "it is withdrawn (Law has changed)",
        ),
        ({"in_force": "{from: 2019-04-01}"}, date(2019, 4, 1), ""),
        ({"in_force": "{from: 2019-04-02}"}, date(2019, 4, 1), "it is in force only from 2 April 2019"),
        ({"in_force": "{to: 2019-04-01}"}, date(2019, 4, 1), ""),
        ({"in_force": "{to: 2019-03-31}"}, date(2019, 4, 1), "it was in force only to 31 March 2019"),
    ],
)
def test_a_version_is_refused_for_its_status_or_its_days(
    tmp_path: Path, entries: dict[str, str], on: date, reason: str
) -> None:
    assert library_of(tmp_path, {VAT: clause_text(**entries)}).find(VAT).refusal(on) == reason
