"""A batch on a Dask cluster: what a worker that is killed had under way is done by another, once."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from clausekit.batch.folder import Folder
from tests.batch.notes_library import notes_library, row, write_rows
from tests.builders import ROOT
from tests.command import Ended, clausekit

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed")

ROWS = 200


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    write_rows(tmp_path / "rows.jsonl", map(row, range(ROWS)))
    return notes_library(tmp_path / "library")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[LocalCluster]:
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path / "workers"),
        silence_logs=50,
    ) as running:
        yield running


def batch(library: Path, out: Path, *options: str) -> Ended:
    rows = os.path.relpath(library.parent / "rows.jsonl")
    return clausekit(
        "batch", "note", "--data", rows, "--out", str(out), "--name", "{{ name }}", "--library", str(library),
        *options,
    )  # fmt: skip


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.docx")}


def test_a_worker_that_is_killed_midway_costs_nothing(
    tmp_path: Path, library: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(library, tmp_path / "alone", "--jobs", "1")
    saved: list[str] = []
    save = Folder.save

    def save_and_kill(self: Folder, output: str, *rest: object) -> bool:
        saved.append(output)
        if len(saved) == ROWS // 4:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)
        return save(self, output, *rest)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr(Folder, "save", save_and_kill)
    ended = batch(library, tmp_path / "out", "--cluster", cluster.scheduler_address)
    assert ended.status == 0
    assert re.sub(r"\d+ rows\n", "", ended.errors) == ""  # how far it is, told where it takes long
    assert f"{ROWS} rows: {ROWS} made." in ended.text
    assert len(saved) == len(set(saved)) == ROWS
    assert documents(tmp_path / "out") == documents(tmp_path / "alone")


def test_faults_on_a_cluster_are_told_as_anywhere(
    tmp_path: Path, library: Path, cluster: LocalCluster
) -> None:
    write_rows(tmp_path / "rows.jsonl", [row(1), row(2, amount="lots")])
    ended = batch(library, tmp_path / "out", "--cluster", cluster.scheduler_address)
    assert ended.status == 1
    assert "rows.jsonl, row 2" in ended.errors or "rows.jsonl:2" in ended.errors
    assert '"lots" is not.' in ended.errors


def test_files_that_rows_attach_need_not_be_on_the_workers(
    tmp_path: Path, library: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The workers run elsewhere: what is named from this folder they do not find.
    monkeypatch.chdir(tmp_path)
    Path("map.docx").write_bytes((ROOT / "templates" / "house-style.docx").read_bytes())
    attachments = [{"schedule": "note", "file": "map.docx"}]
    write_rows(Path("rows.jsonl"), [row(1, attachments=attachments), *map(row, range(2, 40))])
    ended = batch(library, tmp_path / "out", "--cluster", cluster.scheduler_address)
    assert (ended.status, ended.errors) == (0, "")
    assert "39 rows: 39 made." in ended.text


def test_workers_with_another_clausekit_are_refused(
    tmp_path: Path, library: Path, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clausekit.batch.cluster.__version__", "99.0")
    ended = batch(library, tmp_path / "out", "--cluster", cluster.scheduler_address)
    assert ended.status == 2
    assert f"have clausekit {version('clausekit')}; this is 99.0." in ended.errors
    assert documents(tmp_path / "out") == {}


def test_a_cluster_that_is_not_there_is_told(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clausekit.batch.cluster._WAIT", "100ms")
    ended = batch(library, tmp_path / "out", "--cluster", "tcp://127.0.0.1:9")
    assert ended.status == 2
    assert "There is no cluster at tcp://127.0.0.1:9" in ended.errors
