"""Redlines of about 40 pages beside those of docxodus: time, memory, noise, exactness; then longer ones.

usage: python -m benchmarks.redlines [RUNS]

Both run as whole processes and take turns, so that a machine whose speed drifts treats them alike; a ratio is
taken pair by pair, and its median is printed. Noise is the words that a redline marks, to the fewest that it
has to; words in moves count for neither. Needs the extras ``test`` and ``benchmark``, and Linux.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.planted import Planted, forty_pages, many, plant, unrelated
from benchmarks.whole_process import COMMAND, ROOT
from tests.docx.redline.acceptance import differences
from tests.docx.redline.noise import marked_words

PEER = "docxodus"
_CALL_OF_PEER = """
import sys
from pathlib import Path
from python_redlines.engines import DocxodusEngine
old, new, target = sys.argv[1:]
redline, _, _ = DocxodusEngine().run_redline("Legal", old, new, detect_moves=True)
Path(target).write_bytes(redline)
"""


_REFUSED = "2"

# A process counts as its own the memory of the one that starts it: so that one has to be small.
_LAUNCHER = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Run:
    """A process that has ended: how long it took, and the most memory that it or a child of it had.

    ``refused`` if it made no redline, since the files have nothing in common.
    """

    seconds: float
    megabytes: float
    refused: bool


def main(runs: int = 7) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        base = forty_pages(work)
        native, typed = plant(base, typed=False), plant(base, typed=True)
        beside_the_peer("native numbers", native, work, runs)
        beside_the_peer("typed numbers", typed, work, runs)
        print_ratio("typed numbers to native ones", typed, native, work, runs)
        long = plant(many(base, 10), typed=False)
        print_ratio("400 pages to 40", long, native, work, max(3, runs // 2))
        other = Planted(native.old, unrelated(base).bytes(), 0)
        print_ratio("an unrelated agreement to an edited one", other, native, work, max(3, runs // 2))


def beside_the_peer(name: str, pair: Planted, work: Path, runs: int) -> None:
    """Print time, memory, noise and exactness of both."""
    ours, theirs = commands(pair, work)
    measured = [(run(ours), run(theirs)) for _ in range(runs)]
    ratio = median(own.seconds / other.seconds for own, other in measured)
    print(f"{name}: {ratio:.2f} of the time of {PEER}")
    for maker, command, all_runs in zip(
        ("clausekit", PEER), (ours, theirs), zip(*measured, strict=True), strict=True
    ):
        redline = Path(command[-1]).read_bytes()
        faults = differences(redline, pair.old, pair.new)
        marked = marked_words(redline)
        print(
            f"  {maker}: {median(one.seconds for one in all_runs):.2f} s, "
            f"{max(one.megabytes for one in all_runs):.0f} MB, "
            f"noise {marked / pair.fewest:.2f} ({marked} words to {pair.fewest}), "
            f"{'not exact: ' + faults[0][:200] if faults else 'exact'}"
        )


def print_ratio(name: str, one: Planted, other: Planted, work: Path, runs: int) -> None:
    """Print how much longer one of our own redlines takes than another."""
    measured = []
    for _ in range(runs):
        first = run(commands(one, work)[0])
        measured.append((first, run(commands(other, work)[0])))
    ratio = median(first.seconds / second.seconds for first, second in measured)
    seconds, memory = (
        median(getattr(first, what) for first, _ in measured) for what in ("seconds", "megabytes")
    )
    refused = ", refused" if measured[0][0].refused else ""
    print(f"{name}: {ratio:.2f} times the time ({seconds:.2f} s, {memory:.0f} MB{refused})")


def commands(pair: Planted, work: Path) -> tuple[list[str], list[str]]:
    """Return the commands that make a redline, ours and the peer's; the last word is the file they make."""
    old, new = work / "old.docx", work / "new.docx"
    old.write_bytes(pair.old)
    new.write_bytes(pair.new)
    ours = [
        *COMMAND,
        "diff",
        str(old),
        str(new),
        "--format",
        "docx",
        "--force",
        "-o",
        str(work / "ours.docx"),
    ]
    theirs = [sys.executable, "-c", _CALL_OF_PEER, str(old), str(new), str(work / "theirs.docx")]
    return ours, theirs


def run(command: Sequence[str]) -> Run:
    """Run a command to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    launched = [sys.executable, "-c", _LAUNCHER, *command]
    done = subprocess.run(launched, env=environment, check=True, capture_output=True, text=True)
    seconds, kilobytes, status = done.stdout.split()
    if status not in ("0", _REFUSED):
        raise subprocess.CalledProcessError(int(status), command, stderr=done.stderr)
    return Run(float(seconds), int(kilobytes) / 1024, status == _REFUSED)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
