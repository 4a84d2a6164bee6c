"""Whole-process time of a check of some 60 pages, beside what it may take; its stages, its slowest rules.

usage: python -m benchmarks.checks [RUNS]

Time on the clock counts what else the machine does; time of the processor does not. Needs Linux or macOS.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from benchmarks.whole_process import COMMAND, ROOT

if TYPE_CHECKING:
    from clausekit.checks.rule import Rule

MATTER = ROOT / "templates" / "section-75-agreement" / "examples" / "westmarch-2026-27.yaml"
ALLOWED = 1.0
"""So many seconds may a check of 60 pages take."""
SLOWEST = 10

Result = TypeVar("Result")


def main(runs: int = 9) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "draft.docx"
        subprocess.run(
            [*COMMAND, "draft", str(MATTER), "--library", str(ROOT), "-o", str(word)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        whole(word, runs)
        stages(word)


def whole(word: Path, runs: int) -> None:
    """Print how long the command takes from its start to its end, and whether it says the same each time."""
    command = [*COMMAND, "check", str(word), "--format", "json"]
    told: set[bytes] = set()
    first, *later = [timed(command, told, word.parent / "cache") for _ in range(runs + 1)]
    same = "the same bytes each time" if len(told) == 1 else f"{len(told)} different outputs"
    clock, processor = (median(each) for each in zip(*later, strict=True))
    print(f"clausekit check: {clock:.2f} s on the clock, {processor:.2f} s of the processor")
    print(f"  of {ALLOWED:.1f} s allowed; {runs} runs, {same}")
    print(f"  before them, the first with nothing in the cache: {first[0]:.2f} s, {first[1]:.2f} s")


def timed(command: list[str], told: set[bytes], cache: Path) -> tuple[float, float]:
    """Run a command; return its time on the clock and of the processor, and keep what it wrote."""
    setting = {**os.environ, "PYTHONPATH": str(ROOT), "CLAUSEKIT_CACHE": str(cache)}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, env=setting, capture_output=True)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    told.add(done.stdout)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stages(word: Path) -> None:
    """Print how long each stage takes in this process, and which rules take longest; no pattern is kept."""
    rules = stage("importing the rules", _rules)
    reader = stage("importing the reader", partial(import_module, "clausekit.formats.docx.reader"))
    reading = stage("reading the file", partial(reader.read, word.read_bytes(), word.name)).reading
    from clausekit.checks.instrument import Instrument

    facts = Instrument(reading, word.name)
    stage("finding the facts that most rules share", lambda: [getattr(facts, name) for name in _FACTS])
    each = {}
    for rule in rules:
        start = time.process_time()
        list(rule.check(facts))
        each[rule.id] = time.process_time() - start
    print(f"  {1000 * sum(each.values()):6.1f} ms  running {len(each)} rules, of which the slowest:")
    for name, seconds in sorted(each.items(), key=lambda one: -one[1])[:SLOWEST]:
        print(f"    {1000 * seconds:6.1f} ms  {name}")


_FACTS = (
    "places",
    "sentences",
    "definitions",
    "uses",
    "references",
    "capitals",
    "figures",
    "sequences",
    "parties",
)


def stage(name: str, do: Callable[[], Result]) -> Result:
    """Do something, print how long it took, and return what came of it."""
    start = time.process_time()
    result = do()
    print(f"  {1000 * (time.process_time() - start):6.1f} ms  {name}")
    return result


def _rules() -> list[Rule]:
    from clausekit.checks.rules import RULES, load

    return [load(id_) for id_ in RULES]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
