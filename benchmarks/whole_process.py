"""Whole-process time of a draft, beside docxtpl filling a template of the same pages; printed as ratios.

usage: python -m benchmarks.whole_process [RUNS]

The peers take turns in one run, so that a machine whose speed drifts treats them alike; a ratio is taken pair
by pair, and its median is printed. Needs the extra ``test``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from clausekit.library.copying import copy_library

ROOT = Path(__file__).parent.parent
MATTER = ROOT / "templates" / "section-75-agreement" / "examples" / "leicestershire-2019-20.yaml"
COMMAND = [sys.executable, "-c", "from clausekit.__main__ import main; main()"]
"""What the installed command ``clausekit`` does."""
CONTROL = re.compile(r"<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*?param:.*?</w:sdt>", re.DOTALL)
WORDS = re.compile(r"(<w:t[^>]*>)([^<]*)(</w:t>)")


def main(runs: int = 15) -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        matter = work / MATTER.name
        matter.write_bytes(MATTER.read_bytes())
        (work / "cache").mkdir(mode=0o700)
        environment = {**os.environ, "CLAUSEKIT_CACHE": str(work / "cache"), "PYTHONPATH": str(ROOT)}
        draft = [*COMMAND, "draft", str(matter), "--library", str(ROOT)]
        seconds(draft, environment)
        fill = [sys.executable, str(ROOT / "benchmarks" / "docxtpl_fill.py")]
        fill += [*map(str, docxtpl_template(matter.with_suffix(".docx"), work)), str(work / "filled.docx")]
        seconds(fill, environment)
        compare("draft, from the second run on", draft, "docxtpl", fill, environment, runs)
        compare_first(draft, fill, environment, work, max(3, runs // 3))
        short = work / "body.yaml"
        short.write_bytes(MATTER.read_bytes())
        body = [*COMMAND, "draft", str(short), "--library", str(without_schedules(work / "library"))]
        seconds(body, environment)
        compare("draft with all schedules", draft, "the body alone", body, environment, runs)
        show_help = [*COMMAND, "--help"]
        click = [sys.executable, "-c", "import click"]
        compare("clausekit --help", show_help, "import click", click, environment, runs)


def docxtpl_template(docx: Path, work: Path) -> tuple[Path, Path]:
    """Make a docxtpl template of a draft, each value a tag; return it and the YAML of its values."""
    values: list[str] = []

    def tag(control: re.Match[str]) -> str:
        def numbered(words: re.Match[str]) -> str:
            values.append(words.group(2))
            return f"{words.group(1)}{{{{ v{len(values)} }}}}{words.group(3)}"

        return WORDS.sub(numbered, control.group())

    template = work / "template.docx"
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = CONTROL.sub(tag, data.decode()).encode()
            target.writestr(name, data)
    listing = work / "values.yaml"
    listing.write_text("".join(f'v{n}: "{value}"\n' for n, value in enumerate(values, 1)), "utf-8")
    print(f"The template of docxtpl has {len(values)} tags.")
    return template, listing


def without_schedules(folder: Path) -> Path:
    """Copy the library, leaving the section 75 agreement's schedules as slots, and return the copy."""
    copy_library(ROOT, folder)
    shutil.rmtree(folder / "schedules")
    template = folder / "templates" / "section-75-agreement" / "template.yaml"
    outline, _, schedules = template.read_text("utf-8").partition("  schedules:\n")
    names = re.findall(r"- (?:\{schedule: )?([a-z-]+)", schedules)
    slots = "".join(f"    - {{schedule: {name}, title: {name.capitalize()}}}\n" for name in names)
    template.write_text(f"{outline}  schedules:\n{slots}", "utf-8")
    return folder


def compare(
    name: str, ours: Sequence[str], peer: str, theirs: Sequence[str], environment: dict[str, str], runs: int
) -> None:
    """Time two commands in turn and print the median of their ratios."""
    pairs = [(seconds(ours, environment), seconds(theirs, environment)) for _ in range(runs)]
    report(name, peer, pairs)


def compare_first(
    ours: Sequence[str], theirs: Sequence[str], environment: dict[str, str], work: Path, runs: int
) -> None:
    """The same with a cache that is empty each time: a user's very first draft."""
    pairs = []
    for run in range(runs):
        cache = work / f"empty-{run}"
        cache.mkdir(mode=0o700)
        first = {**environment, "CLAUSEKIT_CACHE": str(cache)}
        pairs.append((seconds(ours, first), seconds(theirs, environment)))
    report("draft, the very first run", "docxtpl", pairs)


def report(name: str, peer: str, pairs: Sequence[tuple[float, float]]) -> None:
    """Print one line: the median ratio, and the medians that it comes from."""
    ratio = median(own / other for own, other in pairs)
    own, other = (median(side) * 1000 for side in zip(*pairs, strict=True))
    print(f"{name}: {ratio:.2f} of {peer}  ({own:.0f} ms to {other:.0f} ms, {len(pairs)} pairs)")


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Run a command to its end and return how long it took."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
