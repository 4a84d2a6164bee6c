"""``clausekit batch`` as its user runs it: what it makes, makes again, leaves alone and tells."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clausekit.batch.folder import Folder
from clausekit.problems import ClausekitError, Finding
from tests.batch.notes_library import TERMS, notes_library, row, write_rows
from tests.builders import ROOT
from tests.command import Ended, clausekit
from tests.docx.word_files import part, parts, words
from tests.library.sample import clause_text

Batch = Callable[..., Ended]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return notes_library(tmp_path / "library")


@pytest.fixture
def batch(tmp_path: Path, library: Path) -> Batch:
    """Return a function that runs a batch of the given rows into the folder ``out``."""

    def run(rows: list[dict[str, Any]], *options: str) -> Ended:
        data = write_rows(tmp_path / "rows.jsonl", rows)
        return clausekit(
            "batch", "note", "--data", str(data), "--out", str(tmp_path / "out"),
            "--name", "{{ name }}", "--library", str(library), *options,
        )  # fmt: skip

    return run


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in the folder but the journal."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.jsonl"}


ROWS = [row(number) for number in (1, 2, 3)]


def test_each_row_becomes_a_document(tmp_path: Path, batch: Batch) -> None:
    ended = batch(ROWS)
    assert (ended.status, ended.errors) == (0, "")
    assert ended.text == f"3 rows: 3 made. The documents are in {tmp_path / 'out'}.\n"
    made = files(tmp_path / "out")
    assert sorted(made) == ["Scheme 1.docx", "Scheme 2.docx", "Scheme 3.docx"]
    assert "The contribution to Scheme 2 is £1,002" in words(part(made["Scheme 2.docx"]))


def test_a_second_run_makes_only_what_has_changed(tmp_path: Path, batch: Batch) -> None:
    batch(ROWS)
    assert "3 rows: 3 as they were." in batch(ROWS).text
    assert "4 rows: 2 made, 2 as they were." in batch([row(9), row(1), row(2, amount="£7"), row(3)]).text
    assert "is £7, which" in words(part(files(tmp_path / "out")["Scheme 2.docx"]))


def test_a_document_that_is_gone_or_empty_is_made_again(tmp_path: Path, batch: Batch) -> None:
    batch(ROWS)
    before = files(tmp_path / "out")
    (tmp_path / "out" / "Scheme 1.docx").unlink()
    (tmp_path / "out" / "Scheme 2.docx").write_bytes(b"")
    assert "2 made, 1 as they were" in batch(ROWS).text
    assert files(tmp_path / "out") == before


def test_new_clauses_and_a_new_dictionary_make_the_rows_anew(
    tmp_path: Path, batch: Batch, library: Path
) -> None:
    batch(ROWS)
    text = clause_text(
        TERMS.replace("contribution", "payment"), change="{from: 1.0.0, kind: minor, note: X.}"
    )
    (library / "clauses" / "terms" / "a" / "1.1.0.md").write_text(text, "utf-8")
    assert "3 rows: 3 made." in batch(ROWS).text
    assert "The payment to Scheme 2" in words(part(files(tmp_path / "out")["Scheme 2.docx"]))
    (library / "clauses" / "unused" / "a").mkdir(parents=True)
    (library / "clauses" / "unused" / "a" / "1.0.0.md").write_text(clause_text(), "utf-8")
    assert "3 as they were" in batch(ROWS).text
    dictionary = library / "clauses" / "parameters.yaml"
    dictionary.write_text(dictionary.read_text("utf-8").replace("2026-04-01}", "2026-05-01}"), "utf-8")
    assert "3 rows: 3 made." in batch(ROWS).text


def test_what_somebody_has_edited_is_left_alone(tmp_path: Path, batch: Batch) -> None:
    batch(ROWS)
    mine = tmp_path / "out" / "Scheme 2.docx"
    mine.write_bytes(b"mine")
    for rows in (ROWS, [row(1), row(2, amount="£7"), row(3)]):
        ended = batch(rows)
        assert ended.status == 0
        assert "3 rows: 2 as they were, 1 edited." in ended.text
        assert "edited since they were made, and left as they are" in ended.errors
        assert "Scheme 2.docx" in ended.errors
        assert mine.read_bytes() == b"mine"
    assert "1 made, 2 as they were" in batch(ROWS, "--force").text
    assert mine.read_bytes() != b"mine"


def test_a_file_that_no_batch_has_made_is_left_alone(tmp_path: Path, batch: Batch) -> None:
    (tmp_path / "out").mkdir()
    mine = tmp_path / "out" / "Scheme 1.docx"
    mine.write_bytes(b"mine")
    ended = batch(ROWS)
    assert ended.status == 1
    assert "There is a file of this name that no batch has made; it is left as it is." in ended.errors
    assert mine.read_bytes() == b"mine"
    assert "3 rows: 1 made, 2 as they were." in batch(ROWS, "--force").text


def test_a_lost_journal_costs_time_only(tmp_path: Path, batch: Batch) -> None:
    batch(ROWS)
    (tmp_path / "out" / "manifest.jsonl").unlink()
    assert "3 rows: 3 made." in batch(ROWS).text
    assert "3 rows: 3 as they were." in batch(ROWS).text


def test_documents_whose_row_is_gone_are_told_until_somebody_deletes_them(
    tmp_path: Path, batch: Batch
) -> None:
    batch(ROWS)
    for _ in range(2):
        ended = batch(ROWS[:1])
        assert "Files of rows that are gone" in ended.errors
        assert "Scheme 2.docx, Scheme 3.docx" in ended.errors
    assert len(files(tmp_path / "out")) == 3
    (tmp_path / "out" / "Scheme 2.docx").unlink()
    (tmp_path / "out" / "Scheme 3.docx").unlink()
    assert batch(ROWS[:1]).errors == ""


def test_a_fault_stays_in_its_row(tmp_path: Path, batch: Batch) -> None:
    ended = batch([row(1), row(2, amount="lots"), {"name": "Scheme 3", "services": []}])
    assert ended.status == 1
    assert "3 rows: 1 made, 2 failed." in ended.text
    assert 'amount must be an amount of money; "lots" is not.' in ended.errors
    assert "amount is missing (Contribution)." in ended.errors
    assert sorted(files(tmp_path / "out")) == ["Scheme 1.docx", "errors.csv"]
    statuses = [line.get("status") for line in journal(tmp_path / "out")]
    assert sorted(filter(None, statuses)) == ["done", "failed", "failed"]
    assert batch(ROWS).status == 0
    assert "errors.csv" not in files(tmp_path / "out")


def test_all_that_is_wrong_with_a_row_is_told_in_one_run(tmp_path: Path, library: Path) -> None:
    data = tmp_path / "rows.csv"
    head = "Name of the scheme,Contribution,First day,Whether the fund is pooled"
    data.write_text(f"{head}\nFalls,lots,2026-02-31,perhaps\nCarers,,2026-04-01,perhaps\n", "utf-8")
    ended = clausekit(
        "batch", "note", "--data", str(data), "--out", str(tmp_path / "out"), "--library", str(library)
    )
    assert ended.status == 1
    told = [
        line.split(",")[:4] for line in (tmp_path / "out" / "errors.csv").read_text("utf-8-sig").split("\n")
    ]
    assert sorted(line[2] for line in told if line[1:2] == ["2"]) == ["B", "C", "D"]
    assert [line[2] for line in told if line[1:2] == ["3"]] == ["D"]
    statuses = [line.get("status") for line in journal(tmp_path / "out")]
    assert list(filter(None, statuses)) == ["failed", "failed"]


def test_what_several_rows_lack_is_told_once_with_the_column_that_would_give_it(
    tmp_path: Path, library: Path
) -> None:
    data = tmp_path / "rows.csv"
    data.write_text(
        "".join(["Name of the scheme\n", *(f"Scheme {number}\n" for number in range(14))]), "utf-8"
    )
    ended = clausekit(
        "batch", "note", "--data", str(data), "--out", str(tmp_path / "out"), "--library", str(library)
    )
    assert ended.status == 1
    assert ended.errors.count("amount is missing") == 1
    assert 'Add a column with the heading "Contribution", or say it for all rows' in ended.errors
    assert "The same goes for row 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more." in ended.errors
    assert (tmp_path / "out" / "errors.csv").read_text("utf-8-sig").count("amount is missing") == 14


def test_an_empty_template_or_day_of_a_row_is_that_of_the_batch(tmp_path: Path, batch: Batch) -> None:
    rows = [row(1, template=None, as_at=None), row(2, template="note", as_at="2026-05-01")]
    assert "2 rows: 2 made." in batch(rows).text


def test_the_common_file_says_what_rows_do_not(tmp_path: Path, batch: Batch) -> None:
    common = tmp_path / "common.yaml"
    common.write_text("template: note\nas_at: 2026-04-01\namount: £5\npooled: false\n", "utf-8")
    ended = batch([{"name": "Falls", "services": []}, row(2)], "--params", str(common))
    assert ended.status == 0
    made = files(tmp_path / "out")
    assert "The contribution to Falls is £5." in words(part(made["Falls.docx"]))
    assert "The contribution to Scheme 2 is £1,002." in words(part(made["Scheme 2.docx"]))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("amount: lots", "common.yaml:1:1: error: amount must be an amount of money"),
        ("template: deed", "common.yaml:1:1: error: The file is of deed, but the batch is made from note."),
    ],
)
def test_a_fault_of_the_common_file_is_told_once_and_nothing_is_made(
    tmp_path: Path, batch: Batch, line: str, told: str
) -> None:
    (tmp_path / "common.yaml").write_text(f"{line}\n", "utf-8")
    ended = batch(ROWS, "--params", str(tmp_path / "common.yaml"))
    assert ended.status == 2
    assert ended.errors.count("error:") == 1
    assert told in ended.errors
    assert not list((tmp_path / "out").glob("*.docx")) if (tmp_path / "out").exists() else True


def test_the_day_of_the_first_run_is_kept(tmp_path: Path, batch: Batch) -> None:
    batch(ROWS)
    path = tmp_path / "out" / "manifest.jsonl"
    day = str(journal(tmp_path / "out")[0]["as_at"])
    path.write_text(path.read_text("utf-8").replace(day, "2026-02-03", 1), "utf-8")
    batch(ROWS)
    assert journal(tmp_path / "out")[0]["as_at"] == "2026-02-03"


def test_a_row_may_have_a_day_of_its_own_and_is_made_once(tmp_path: Path, batch: Batch) -> None:
    rows = [row(1, as_at="2026-05-01"), row(2)]
    batch(rows)
    assert b"2026-05-01" in parts(files(tmp_path / "out")["Scheme 1.docx"])["customXml/item1.xml"]
    assert "2 rows: 2 as they were." in batch(rows).text


def test_a_folder_of_parameter_files_becomes_what_each_is_drafted_to(tmp_path: Path, library: Path) -> None:
    matters = tmp_path / "matters"
    matters.mkdir()
    for number, template in ((1, "note"), (2, "note"), (3, "deed")):
        text = json.dumps({"template": template, "as_at": f"2026-05-0{number}", **row(number)})
        (matters / f"{number}.yaml").write_text(text, "utf-8")
    arguments = ("--out", str(tmp_path / "out"), "--library", str(library))
    ended = clausekit("batch", "note", "--data", str(matters), *arguments)
    assert ended.status == 1
    assert "made from deed, but the batch is made from note" in ended.errors
    for number in (1, 2):
        clausekit("draft", str(matters / f"{number}.yaml"), "--library", str(library))
        drafted = (matters / f"{number}.docx").read_bytes()
        assert (tmp_path / "out" / f"{number}.docx").read_bytes() == drafted


def test_files_that_a_folder_of_parameter_files_attaches_are_beside_them(
    tmp_path: Path, library: Path
) -> None:
    matters = tmp_path / "matters"
    matters.mkdir()
    (matters / "map.docx").write_bytes((ROOT / "templates" / "house-style.docx").read_bytes())
    attachments = [{"schedule": "note", "file": "map.docx"}]
    given = {"template": "note", "as_at": "2026-05-01", **row(1), "attachments": attachments}
    (matters / "1.yaml").write_text(json.dumps(given), "utf-8")
    arguments = ("--out", str(tmp_path / "out"), "--library", str(library))
    assert clausekit("batch", "note", "--data", str(matters), *arguments).status == 0
    clausekit("draft", str(matters / "1.yaml"), "--library", str(library))
    assert (tmp_path / "out" / "1.docx").read_bytes() == (matters / "1.docx").read_bytes()


def test_several_processes_make_what_one_makes(tmp_path: Path, batch: Batch) -> None:
    rows = [row(number) for number in range(40)]
    batch(rows, "--jobs", "1")
    one = files(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "one")
    batch(rows, "--jobs", "2")
    assert files(tmp_path / "out") == one


def test_an_output_that_is_a_file_is_refused(tmp_path: Path, batch: Batch) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    ended = batch(ROWS)
    assert ended.status == 2
    assert "This is a file, not a folder" in ended.errors
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_disk_that_fills_stops_the_batch_and_loses_nothing(tmp_path: Path, library: Path) -> None:
    data = write_rows(tmp_path / "rows.jsonl", ROWS)
    arguments = command(tmp_path, library, data)
    limit = 9_000  # less than a document, more than the journal's first lines: as if the disk ended there

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    (tmp_path / "cache").mkdir(mode=0o700)
    ended = subprocess.run(arguments, preexec_fn=small_disk, capture_output=True, text=True)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "error:" in ended.stderr
    assert list((tmp_path / "out").glob("*.docx")) == []
    assert list((tmp_path / "out").glob(".*")) == []
    again = subprocess.run(arguments, capture_output=True, text=True)
    assert (again.returncode, again.stderr) == (0, "")
    assert "3 rows: 3 made" in again.stdout


def test_a_batch_that_cannot_go_on_says_what_is_done(
    tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = Folder.save

    def save_until_the_disk_is_full(self: Folder, output: str, *rest: object) -> bool:
        if output == "Scheme 3.docx":
            raise ClausekitError(Finding("file-full", "The disk is full."))
        return save(self, output, *rest)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr(Folder, "save", save_until_the_disk_is_full)
    ended = batch(ROWS)
    assert ended.status == 2
    assert "Stopped. 2 rows: 2 made. The same command goes on from here." in ended.errors
    assert "The disk is full." in ended.errors


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(tmp_path: Path, library: Path) -> None:
    data = write_rows(tmp_path / "rows.jsonl", (row(number) for number in range(3_000)))
    arguments = command(tmp_path, library, data, "--jobs", "2")
    running = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What a shell starts in the background ignores Ctrl+C, and so would all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    wait_for(lambda: len(list((tmp_path / "out").glob("*.docx"))) > 20)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Stopped." in errors
    assert "The same command goes on from here." in errors
    assert "Traceback" not in errors
    made = len(list((tmp_path / "out").glob("*.docx")))
    assert sum(line.get("status") == "done" for line in journal(tmp_path / "out")) in (made, made + 1)
    assert made < 3_000


def test_what_to_make_must_be_said() -> None:
    ended = clausekit("batch", "note")
    assert ended.status == 2
    assert "TEMPLATE --data ROWS --out DIR" in ended.errors


def test_a_workbook_to_fill_in_is_written_once(tmp_path: Path, library: Path) -> None:
    arguments = ("batch", "--sheet-for", "note", "--library", str(library), "-o", str(tmp_path / "note.xlsx"))
    assert clausekit(*arguments).text == f"Wrote {tmp_path / 'note.xlsx'}.\n"
    assert clausekit(*arguments).status == 2
    assert clausekit("batch", "--sheet-for", "note", "--library", str(library)).status == 2


def journal(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines()]


def command(tmp_path: Path, library: Path, data: Path, *options: str) -> list[str]:
    return [
        sys.executable, "-m", "clausekit", "batch", "note", "--data", str(data),
        "--out", str(tmp_path / "out"), "--name", "{{ name }}", "--library", str(library), *options,
    ]  # fmt: skip


def wait_for(holds: Callable[[], bool]) -> None:
    for _ in _ticks():
        if holds():
            return
    pytest.fail("it takes too long")


def _ticks() -> Iterator[None]:
    import time

    for _ in range(1200):
        yield
        time.sleep(0.05)
