from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.library import Library
from clausekit.library.history import facts, history_of
from clausekit.problems import ClausekitError
from tests.library.sample import changed, clause_text, library_of


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        {
            "vat/by-lead@1.0.0": clause_text(
                status="withdrawn", reason="Out of date.", in_force="{to: 2022-06-30}"
            ),
            "vat/by-lead@2.0.0": clause_text(
                change=changed("1.0.0", "major", "Boards replace groups."), in_force="{from: 2022-07-01}"
            ),
            "vat/by-commissioner@1.0.0": clause_text(
                status="draft",
                approved=None,
                summary="The commissioner pays.",
                authority="[{cite: Value Added Tax Act 1994, checked: 2026-11-01}]",
            ),
        },
    )


def test_a_history_tells_of_each_version_newest_first(library: Library) -> None:
    assert (
        "\n\n".join(history_of(library, "vat/by-lead"))
        == """\
vat/by-lead@2.0.0, major change of 1.0.0
    Boards replace groups.
    approved by Head of Law on 12 March 2019
    in force from 1 July 2022

vat/by-lead@1.0.0, first version
    withdrawn: Out of date.
    approved by Head of Law on 12 March 2019
    in force to 30 June 2022"""
    )


def test_a_family_has_the_histories_of_its_clauses(library: Library) -> None:
    assert [told.partition(",")[0] for told in history_of(library, "vat")] == [
        "vat/by-commissioner@1.0.0",
        "vat/by-lead@2.0.0",
        "vat/by-lead@1.0.0",
    ]


def test_an_unknown_clause_has_no_history(library: Library) -> None:
    with pytest.raises(ClausekitError, match='There is no clause "vta"'):
        history_of(library, "vta")


def test_the_facts_of_a_clause_are_what_its_head_says(library: Library) -> None:
    assert facts(library.find("vat/by-lead")) == (
        ("clause", "vat/by-lead@2.0.0"),
        ("title", "Value added tax"),
        ("status", "approved"),
        ("in force", "from 1 July 2022"),
        ("approved", "by Head of Law on 12 March 2019"),
        ("change", "major, from 1.0.0: Boards replace groups."),
        ("file", "clauses/vat/by-lead/2.0.0.md"),
    )
    assert facts(library.find("vat/by-commissioner"))[2:5] == (
        ("summary", "The commissioner pays."),
        ("status", "draft"),
        ("authority", "Value Added Tax Act 1994 (checked 1 November 2026)"),
    )
