"""Where work is done: in order, never too much at a time, and no process outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest

from clausekit.batch.pool import Here, processes, results
from clausekit.batch.work import Order, draft_rows
from clausekit.problems import ClausekitError
from tests.batch.notes_library import notes_library, row


def order(folder: Path) -> Order:
    return Order("pool", notes_library(folder / "library"), "note", {}, date(2026, 4, 1), folder / "rows.csv")


def test_results_come_in_the_order_of_the_items_and_few_are_under_way() -> None:
    under_way: list[int] = []
    most = 0

    def submit(item: int) -> Future[int]:
        nonlocal most
        under_way.append(item)
        most = max(most, len(under_way))
        future: Future[int] = Future()
        future.set_result(item * item)
        return future

    def items() -> Iterator[int]:
        yield from range(50)

    for item, result in results(submit, items(), window=5):
        under_way.remove(item)
        assert result == item * item
    assert most == 5
    assert under_way == []


def test_this_process_does_a_task_when_it_is_submitted() -> None:
    assert Here().submit(divmod, 7, 2).result() == (3, 1)
    with pytest.raises(ZeroDivisionError):
        Here().submit(divmod, 7, 0).result()


def test_processes_make_what_this_one_makes(tmp_path: Path) -> None:
    own = order(tmp_path)
    rows = [row(number) for number in range(6)]
    with processes(own, 1) as (here, _):
        expected = here.submit(draft_rows, own.identity, rows).result()
    with processes(own, 2) as (pool, at_a_time):
        halves = [pool.submit(draft_rows, own.identity, half) for half in (rows[:3], rows[3:])]
        outcomes = [outcome for half in halves for outcome in half.result()]
    assert at_a_time == 2
    assert outcomes == expected
    assert all(outcome.data for outcome in outcomes)


def test_a_process_that_ends_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(ClausekitError, match="has ended before its time"),
        processes(order(tmp_path), 2) as (pool, _),
    ):
        pool.submit(os._exit, 1).result()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
def test_no_process_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = f"""
import os, time
from datetime import date
from pathlib import Path
from clausekit.batch.pool import processes
from clausekit.batch.work import Order
if __name__ == "__main__":
    order = Order("x", Path({str(tmp_path)!r}), "note", {{}}, date(2026, 4, 1), Path("rows.csv"))
    with processes(order, 2) as (pool, _):
        pids = {{pool.submit(os.getpid).result() for _ in range(20)}}
        print(*pids, flush=True)
        time.sleep(60)
"""
    (tmp_path / "parent.py").write_text(script, "utf-8")
    parent = subprocess.Popen([sys.executable, tmp_path / "parent.py"], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(pid) for pid in parent.stdout.readline().split()]
    assert children
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in children):
            return
        time.sleep(0.05)
    pytest.fail("a child process goes on")
