"""Documents per CPU second of ``clausekit batch``, beside its peers filling a template of the same pages.

usage: python -m benchmarks.batch [ROUNDS]

The peers take turns, so that a machine whose speed drifts treats them alike; medians are printed. CPU time is
measured, since others may use the machine. Needs the extra ``test``; carbone and docxtemplater are installed
by npm in a folder that is removed afterwards, and left out where there is no npm.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple
from unittest.mock import patch

import docx
import psutil
from docxtpl import DocxTemplate

from benchmarks.batch_rows import COMMON, TEMPLATE, row, write_common, write_rows
from benchmarks.whole_process import CONTROL, ROOT, WORDS
from clausekit import rendition
from clausekit.batch import moulds
from clausekit.batch.work import Drafter, Order
from clausekit.formats.docx import mould
from clausekit.parameters.dictionary import Dictionary
from clausekit.rendering import Renderer
from clausekit.selection import Selection

COMMAND = [sys.executable, "-c", "from clausekit.__main__ import main; main()", "batch", TEMPLATE]
"""What the installed command ``clausekit batch scheme-specification`` does."""

NODE = """
const fs = require('fs');
const [kind, template, values, count] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(values, 'utf8'));
const one = kind === 'carbone'
  ? () => new Promise((done, fail) => {
      require('carbone').render(template, data, (error, file) => error ? fail(error) : done(file));
    })
  : async () => {
      const Docxtemplater = require('docxtemplater'), PizZip = require('pizzip');
      const document = new Docxtemplater(new PizZip(fs.readFileSync(template)));
      document.render(data);
      return document.getZip().generate({type: 'nodebuffer', compression: 'DEFLATE'});
    };
(async () => {
  for (let turn = 0; turn < 30; turn++) await one();
  const start = process.cpuUsage();
  for (let turn = 0; turn < count; turn++) await one();
  const used = process.cpuUsage(start);
  console.log(count / (used.user + used.system) * 1e6);
})();
"""

Measure = Callable[[], float]
"""Makes some documents and returns how many it made in a CPU second."""


def main(rounds: int = 7) -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ["CLAUSEKIT_CACHE"] = str(work / "cache")
        (work / "cache").mkdir(mode=0o700)
        drafter = Drafter(Order("", ROOT, TEMPLATE, COMMON, date(2026, 4, 1), work / "rows.csv"))
        document = drafter.draft(row(1)).data
        assert document is not None
        peers = {"clausekit": clausekit(drafter), **peers_of(document, work)}
        figures: dict[str, list[float]] = {name: [] for name in peers}
        for _ in range(rounds):
            for name, measure in peers.items():
                figures[name].append(measure())
        print("Documents per CPU second, one process, and the ratio to clausekit's:")
        for name, found in figures.items():
            ratio = median(own / other for own, other in zip(figures["clausekit"], found, strict=True))
            print(f"  {name:14} {median(found):6.0f}   {ratio:5.1f}")
        print("Where the time of a document goes:")
        for stage, share in shares(drafter).items():
            print(f"  {share:4.0%}  {stage}")
        whole_command(work)


STAGES = {
    "binding the values, and checking them": (Dictionary, "bind"),
    "choosing what is in": (Selection, "__init__"),
    "choosing the versions": (rendition, "resolve"),
    "rendering the clauses": (Renderer, "render"),
    "measuring the tables": (mould, "lay_out"),
    "writing the manifest": (mould, "manifest_part"),
    "compressing": (mould, "deflated"),
    "drafting by the ordinary stages": (moulds, "compose"),
}
"""The stages whose time is told apart, and the function of each."""


def shares(drafter: Drafter, count: int = 300) -> dict[str, float]:
    """Return the share of each stage in the CPU time of a document; the rest is what lies between them."""
    spent = dict.fromkeys((*STAGES, "all else"), 0.0)

    def clocked(stage: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            start = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[stage] += time.process_time() - start

        return call

    with ExitStack() as patches:
        for stage, (owner, name) in STAGES.items():
            patches.enter_context(patch.object(owner, name, clocked(stage, getattr(owner, name))))
        start = time.process_time()
        for number in range(count):
            drafter.draft(row(number))
        total = time.process_time() - start
    spent["all else"] = total - sum(spent.values())
    return {stage: seconds / total for stage, seconds in spent.items()}


def clausekit(drafter: Drafter, count: int = 160) -> Measure:
    """Everything on: values in content controls, references, contents, checks, manifest, digest."""
    rows = [row(number) for number in range(count)]
    for one in rows[:20]:
        drafter.draft(one)

    def measure() -> float:
        start = time.process_time()
        for one in rows:
            made = drafter.draft(one).data
            assert made is not None
            hashlib.sha256(made).hexdigest()
        return count / (time.process_time() - start)

    return measure


# peers


def peers_of(document: bytes, work: Path) -> dict[str, Measure]:
    """Return the peers that are there, each with a template of the same pages."""
    peers = {
        "docxtpl": docxtpl(*tagged(document, work / "docxtpl.docx", "{{{{ {} }}}}")),
        "python-docx": python_docx(document),
    }
    if npm_install(work):
        for name, tag in (("carbone", "{{d.{}}}"), ("docxtemplater", "{{{}}}")):
            template, values = tagged(document, work / f"{name}.docx", tag)
            (work / f"{name}.json").write_text(json.dumps(values), "utf-8")
            peers[name] = node(name, template, work)
    return peers


def tagged(document: bytes, template: Path, tag: str) -> tuple[Path, dict[str, str]]:
    """Make a template of a draft, a tag in the place of each value; return it, and the values by name."""
    values: dict[str, str] = {}

    def numbered(words: re.Match[str]) -> str:
        name = f"v{len(values)}"
        values[name] = words[2]
        return f"{words[1]}{tag.format(name)}{words[3]}"

    with (
        zipfile.ZipFile(io.BytesIO(document)) as source,
        zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = CONTROL.sub(lambda control: WORDS.sub(numbered, control[0]), data.decode()).encode()
            target.writestr(name, data)
    return template, values


def timed(make: Callable[[], object], count: int) -> Measure:
    """Measure a peer that is in this process."""
    make()

    def measure() -> float:
        start = time.process_time()
        for _ in range(count):
            make()
        return count / (time.process_time() - start)

    return measure


def docxtpl(template: Path, values: dict[str, str]) -> Measure:
    """docxtpl, as its manual says: a document is read, rendered and saved."""

    def make() -> None:
        document = DocxTemplate(template)
        document.render(values, autoescape=True)
        document.save(io.BytesIO())

    return timed(make, 10)


def python_docx(document: bytes) -> Measure:
    """python-docx building the same paragraphs, runs and tables, without controls, fields or numbers."""
    blocks = list(docx.Document(io.BytesIO(document)).element.body.iter("{*}p", "{*}tbl"))
    texts = ["".join(block.itertext()) for block in blocks]

    def make() -> None:
        made = docx.Document()
        for block, text in zip(blocks, texts, strict=True):
            if block.tag.endswith("}tbl"):
                rows = [
                    ["".join(cell.itertext()) for cell in row.iter("{*}tc")] for row in block.iter("{*}tr")
                ]
                table = made.add_table(len(rows), len(rows[0]))
                for cells, words in zip(table.rows, rows, strict=True):
                    for cell, word in zip(cells.cells, words, strict=True):
                        cell.text = word
            elif not any(one.tag.endswith("}tbl") for one in block.iterancestors()):
                made.add_paragraph().add_run(text)
        made.save(io.BytesIO())

    return timed(make, 5)


def npm_install(work: Path) -> bool:
    """Install the peers of Node in the folder; say whether that was possible."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("There is no npm: carbone and docxtemplater are left out.")
        return False
    packages = ["carbone", "docxtemplater", "pizzip"]
    install = [npm, "install", "--prefix", str(work), "--silent", "--no-audit", "--no-fund", *packages]
    done = subprocess.run(install, capture_output=True, check=False).returncode == 0
    if not done:
        print("npm cannot install carbone and docxtemplater: they are left out.")
    (work / "fill.js").write_text(NODE, "utf-8")
    return done


def node(kind: str, template: Path, work: Path, count: int = 60) -> Measure:
    """A peer of Node's, warm: it measures itself."""
    command = ["node", "fill.js", kind, str(template), f"{kind}.json", str(count)]
    return lambda: float(subprocess.run(command, cwd=work, check=True, capture_output=True, text=True).stdout)


# the whole command


def whole_command(work: Path) -> None:
    """Print what the whole command takes: rows read, files written, journal kept."""
    common = write_common(work / "common.yaml")
    print("The whole command, with the rows read (CSV), files and journal written:")
    for count, jobs in ((100, 1), (1_000, 1), (1_000, 2), (10_000, 1), (10_000, 2)):
        rows = write_rows(work / f"{count}.csv", count)
        out = work / f"{count}-{jobs}"
        arguments = ["--data", str(rows), "--params", str(common), "--out", str(out), "--library", str(ROOT)]
        used = run([*COMMAND, *arguments, "--jobs", str(jobs)])
        print(
            f"  {count:6} rows, {jobs} process{'es' if jobs > 1 else '  '}: "
            f"{count / used.wall:4.0f} a second, {count / used.cpu:4.0f} a CPU second; "
            f"peak {used.largest:.0f} MB in one process, {used.together:.0f} MB in all"
        )
        if count == 10_000:
            used = run([*COMMAND, *arguments])
            print(f"  {count:6} rows again, unchanged: {used.wall:.1f} s ({used.cpu:.1f} s of CPU)")
        shutil.rmtree(out)


class Used(NamedTuple):
    """What a command used: seconds, CPU seconds, and at its peak MB in its largest process and in all."""

    wall: float
    cpu: float
    largest: float
    together: float


def run(command: list[str]) -> Used:
    """Run a command, looking at its processes now and then, and return what it and they used."""
    before = os.times()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    largest = together = 0
    while process.poll() is None:
        with suppress(psutil.Error):
            sizes = [one.memory_info().rss for one in (process, *process.children(recursive=True))]
            largest, together = max(largest, *sizes), max(together, sum(sizes))
        time.sleep(0.02)
    assert process.returncode == 0
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Used(after.elapsed - before.elapsed, cpu, largest / 2**20, together / 2**20)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
