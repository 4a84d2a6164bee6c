"""The command line run in this process, through its own ``main``: what it prints and its exit status."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from clausekit.cli import main


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended: its exit status, and what it wrote to stdout and to stderr."""

    status: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        """What it wrote to stdout, as text."""
        return self.output.decode()


def clausekit(*arguments: str) -> Ended:
    """Run ``clausekit`` with the arguments; an exception other than its exit is the test's failure."""
    with _process(["clausekit", *arguments]) as (stdout, stderr):
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        for stream in (stdout, stderr):
            stream.flush()
        return Ended(status, stdout.buffer.getvalue(), stderr.buffer.getvalue().decode())


class _Stream(io.TextIOWrapper):
    """A text stream in memory, as stdout is one on a terminal."""

    buffer: io.BytesIO

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="\n")


@contextmanager
def _process(argv: list[str]) -> Iterator[tuple[_Stream, _Stream]]:
    """Give the command arguments and streams of its own; put back what a process may change in itself."""
    before = sys.argv, sys.stdout, sys.stderr
    sys.argv, sys.stdout, sys.stderr = argv, _Stream(), _Stream()
    try:
        yield sys.stdout, sys.stderr
    finally:
        sys.argv, sys.stdout, sys.stderr = before
        gc.enable()
