"""Where the work of a batch is done: in this process, in several, or on a cluster.

Each place is an executor of the shape of ``concurrent.futures``. What goes to it and comes back is bounded,
so that memory does not grow with the rows.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, NamedTuple, TypeVar

from clausekit.batch.work import Order, accept
from clausekit.problems import ClausekitError, Finding

Item = TypeVar("Item")
Result = TypeVar("Result")


class Place(NamedTuple):
    """Where work is done, and how many tasks at a time."""

    executor: Executor
    at_a_time: int


class Here(Executor):
    """Does each task in this process, when it is submitted."""

    def submit(self, task: Callable[..., Result], /, *arguments: Any, **named: Any) -> Future[Result]:
        """Return the future of a task that is done."""
        future: Future[Result] = Future()
        try:
            future.set_result(task(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def processes(order: Order, jobs: int) -> Iterator[Place]:
    """Give so many processes of their own, or this one alone, ready for the order.

    ClausekitError instead of the error that tells of a process which has ended.
    """
    if jobs == 1:
        accept(order)
        yield Place(Here(), 1)
        return
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _set_up, (order,))
    try:
        yield Place(pool, jobs)
    except BrokenExecutor:
        raise ClausekitError(_ended()) from None
    finally:
        pool.shutdown(cancel_futures=True)


def results(
    submit: Callable[[Item], Future[Result]], items: Iterable[Item], window: int
) -> Iterator[tuple[Item, Result]]:
    """Yield each item with its result, in their order; no more than ``window`` are under way at a time."""
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    for item in items:
        waiting.append((item, submit(item)))
        if len(waiting) >= window:
            first, future = waiting.popleft()
            yield first, future.result()
    while waiting:
        first, future = waiting.popleft()
        yield first, future.result()


def available() -> int:
    """Return how many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _set_up(order: Order) -> None:
    """Make a new process ready for an order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that gives out the work stops it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    accept(order)


def _end_with_parent() -> None:
    """End this process when the one that has started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _ended() -> Finding:
    return Finding(
        "batch-process",
        "A process that did part of the work has ended before its time, perhaps for want of memory.",
        remedy="Run the same command again: it goes on where this one stopped. With --jobs 1 it needs least.",
    )
