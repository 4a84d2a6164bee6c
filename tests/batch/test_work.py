"""A row joined to what all have in common, and what becomes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clausekit.batch.joining import joined, joined_file, located
from clausekit.batch.rows import Row
from clausekit.batch.work import Drafter, Order, accept, draft_rows
from clausekit.parameters.yamlfile import Data, load_yaml
from clausekit.problems import Finding, Source, show
from tests.batch.notes_library import notes_library, row
from tests.docx.word_files import part, words

COMMON = load_yaml("amount: £5\nstart: tomorrow\n", "common.yaml")


def row_at(place: Source, sources: dict[str, Source], data: dict[str, Any]) -> Row:
    return Row(5, "5", data, place, sources, {path: f"cell of {path}" for path in sources})


def test_a_row_says_it_before_the_common_file() -> None:
    common: dict[str, Data] = {
        "amount": "£5",
        "fund": {"host": "the Council", "pooled": True},
        "services": ["a", "b"],
    }
    data = joined(common, {"amount": "£6", "fund": {"host": "the ICB"}, "services": ["c"]})
    assert data == {"amount": "£6", "fund": {"host": "the ICB", "pooled": True}, "services": ["c"]}
    assert common["amount"] == "£5"


def test_an_empty_cell_gives_way_to_the_common_file_and_else_is_a_blank() -> None:
    assert joined({"amount": "£5"}, {"amount": None, "name": None}) == {"amount": "£5", "name": None}


def test_a_fault_is_told_where_it_is_in_the_row_or_in_the_common_file() -> None:
    cell, whole = Source("rows.csv", 5, 2), Source("rows.csv", 5)
    one = row_at(whole, {"name": cell}, {"name": "Falls"})
    file = joined_file(COMMON.data, one.data)

    def place(path: str) -> Source | None:
        return located(Finding("x", "y", file.source(path)), one, COMMON).source

    assert place("name") == cell
    assert place("start") == COMMON.source("start")
    assert place("services") == whole


@pytest.fixture
def drafter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drafter:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    library = notes_library(tmp_path / "library")
    order = Order("one", library, "note", {"start": "2027-01-01"}, date(2026, 4, 1), tmp_path / "rows.csv")
    accept(order)
    return Drafter(order)


def test_a_row_becomes_a_word_file_and_the_clauses_in_it(drafter: Drafter) -> None:
    outcome = drafter.draft(row(1))
    assert outcome.data is not None
    assert "from 1 January 2027" in words(part(outcome.data))
    assert [name for name, _ in outcome.clauses] == ["terms/a", "services/a"]
    assert outcome.findings == ()


def test_a_row_with_faults_becomes_findings(drafter: Drafter) -> None:
    outcome = drafter.draft({"amount": "lots", "services": []})
    assert outcome.data is None
    assert [finding.rule for finding in outcome.findings] == ["parameter-format", "parameter-missing"]


def test_a_row_of_another_template_is_refused(drafter: Drafter) -> None:
    (finding,) = drafter.draft(row(1, template="deed")).findings
    assert "made from deed, but the batch is made from note" in show(finding)


def test_a_row_may_have_a_day_of_its_own(drafter: Drafter) -> None:
    (finding,) = drafter.draft(row(1, as_at="soon")).findings
    assert finding.rule == "as-at"
    assert drafter.draft(row(1, as_at="2026-05-01")).data != drafter.draft(row(1)).data


def test_rows_are_worked_on_in_any_process_that_has_the_order(drafter: Drafter) -> None:
    first, second = draft_rows("one", [row(1), row(2)])
    assert [first.data, second.data] == [drafter.draft(row(1)).data, drafter.draft(row(2)).data]
