"""How far a batch has come: a bar where there is a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from clausekit.batch.plan import Tally

_SECONDS = 10
"""So often a line is printed where there is no terminal."""

Show = Callable[[], None]


@contextmanager
def progress(tally: Tally) -> Iterator[Show]:
    """Give a function that shows how far the tally has come; it may be called as often as one likes."""
    if sys.stderr.isatty():
        with _bar(tally) as show:
            yield show
    else:
        yield _lines(tally)


@contextmanager
def _bar(tally: Tally) -> Iterator[Show]:
    # rich takes 40 ms, of use on a terminal only
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    )
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=tally.total, rate="", failures="")

        def show() -> None:
            rate = tally.done / (time.monotonic() - start)
            failures = f"{len(tally.failures)} failed" if tally.failures else ""
            bar.update(task, completed=tally.done, total=tally.total, rate=f"{rate:.0f}/s", failures=failures)

        yield show


def _lines(tally: Tally) -> Show:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _SECONDS:
            last = now
            of = f" of {tally.total}" if tally.total else ""
            failures = f", {len(tally.failures)} failed" if tally.failures else ""
            print(f"{tally.done}{of} rows{failures}", file=sys.stderr, flush=True)

    return show
