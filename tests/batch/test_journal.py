"""The journal: what it knows after a run, after a kill, and after somebody has edited it."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from clausekit.batch.journal import NAME, Journal
from clausekit.library.versions import Version
from clausekit.lock import Locked
from clausekit.problems import ClausekitError

CLAUSES = (("terms/a", Locked(Version(1, 0, 0), "a" * 64)),)
DAY = date(2026, 4, 1)


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / NAME).read_text("utf-8").splitlines()]


def begun(folder: Path, template: str = "note") -> Journal:
    journal = Journal(folder, template)
    journal.begin(DAY, "clausekit 1")
    return journal


def test_it_knows_what_was_entered(tmp_path: Path) -> None:
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "inputs", CLAUSES, "digest")
        journal.enter_failure("b.docx", "6", "other")
        journal.enter_beside("failures", {"errors.csv": "report"})
    with Journal(tmp_path, "note") as again:
        made = again.made("a.docx")
        assert made is not None
        assert (made.inputs, made.digest) == ("inputs", "digest")
        assert again.clauses(made.lock) == {"terms/a": f"1.0.0 {'a' * 64}"}
        assert again.made("b.docx") is None
        assert again.as_at == DAY
        assert again.beside["failures"] == {"errors.csv": "report"}


def test_the_clauses_of_many_rows_are_entered_once(tmp_path: Path) -> None:
    with begun(tmp_path) as journal:
        for number in range(3):
            journal.enter(f"{number}.docx", str(number), "inputs", CLAUSES, "digest")
    assert sum("clauses" in line for line in lines(tmp_path)) == 1


@pytest.mark.parametrize("cut", range(1, 150, 13))
def test_a_last_line_that_was_cut_short_is_dropped(tmp_path: Path, cut: int) -> None:
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "inputs", CLAUSES, "digest")
        journal.enter("b.docx", "6", "inputs", CLAUSES, "digest")
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-cut])
    with Journal(tmp_path, "note") as again:
        assert again.findings == []
        assert again.made("a.docx")
        assert not again.made("b.docx")
        again.enter("c.docx", "7", "inputs", CLAUSES, "digest")
    with Journal(tmp_path, "note") as last:
        assert last.findings == []
        assert last.made("c.docx")


def test_a_file_is_ours_by_each_digest_that_was_entered(tmp_path: Path) -> None:
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "inputs", CLAUSES, "old")
        journal.enter("a.docx", "5", "changed", CLAUSES, "new")
    with Journal(tmp_path, "note") as again:
        assert again.is_ours("a.docx", "old")
        assert again.is_ours("a.docx", "new")
        assert not again.is_ours("a.docx", "edited")
        assert not again.is_ours("b.docx", "new")


def test_what_counts_no_more_is_left_out_at_the_end(tmp_path: Path) -> None:
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "inputs", CLAUSES, "old")
        journal.enter("b.docx", "6", "inputs", (), "digest")
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "changed", CLAUSES, "new")
        assert journal.left() == ("b.docx",)
        journal.enter_failure("c.docx", "7", "inputs")
        journal.compact()
    head, lock, done, failed = sorted(lines(tmp_path), key=lambda line: str(line.get("status", "")))
    assert head["template"] == "note"
    assert lock["clauses"] == {"terms/a": f"1.0.0 {'a' * 64}"}
    assert (done["output"], done["digest"], done["row"]) == ("a.docx", "new", "5")
    assert (failed["output"], failed["status"]) == ("c.docx", "failed")


def test_a_line_that_cannot_be_read_is_told_and_the_others_count(tmp_path: Path) -> None:
    with begun(tmp_path) as journal:
        journal.enter("a.docx", "5", "inputs", CLAUSES, "digest")
    path = tmp_path / NAME
    path.write_text(f"{{spoilt}}\n[1]\n{path.read_text('utf-8')}", "utf-8")
    with Journal(tmp_path, "note") as again:
        assert [(one.level, one.source and one.source.line) for one in again.findings] == [
            ("warning", 1),
            ("warning", 2),
        ]
        assert again.made("a.docx")


def test_the_folder_of_another_batch_is_refused(tmp_path: Path) -> None:
    begun(tmp_path, "deed").__exit__()
    with pytest.raises(ClausekitError, match="another batch, made from deed; this one is of note"):
        Journal(tmp_path, "note")


@pytest.mark.skipif(sys.platform == "win32", reason="no locks there")
def test_two_batches_do_not_work_in_one_folder(tmp_path: Path) -> None:
    with begun(tmp_path), pytest.raises(ClausekitError, match="Another batch is at work"):
        Journal(tmp_path, "note")
    with Journal(tmp_path, "note"):
        pass


def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, *_: int) -> int:
            return 0

        def write(self, data: bytes) -> int:
            return len(data) // 2

    with begun(tmp_path) as journal, monkeypatch.context() as patch:
        patch.setattr(journal, "_file", Full())
        with pytest.raises(ClausekitError, match="the disk is full"):
            journal.enter("a.docx", "5", "inputs", CLAUSES, "digest")
