"""The catalogue of messages: runs each case of ``messages/README.md`` and compares what is printed.

A case is a heading with at least one ``console`` block. What stands under it is done in order:

- a name in backquotes and a colon, then a block: that file is written. "``x.yaml``, where ``☐`` stands for
  the character U+0007", "for the bytes ED A0 80" or "for 1,000 times ``[``": so it is in the file;
- "In ``x.yaml``, ``old`` becomes ``new``.": so it is edited;
- "There is no ``x.yaml``.": it is taken away; "``x`` is a folder.": it is made;
- "The library is the one that comes with clausekit.": the folder is no library any more;
- a sentence in ``CIRCUMSTANCES``: so it is for the commands that follow;
- a ``console`` block: the command is run, and must print just what stands there.

Every case begins with the files of the library at the top of the page, and is run twice, without a cache and
with what the first run left in it: the messages must be the same.
"""

from __future__ import annotations

import errno
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeAlias

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.command import Ended, clausekit

PROJECT = Path(__file__).parent.parent
PAGE = Path(__file__).parent / "messages" / "README.md"
LIBRARY = "The library of these cases"
OUR_LIBRARY = "The library is the one that comes with clausekit."

_FILE = re.compile(r"`(?P<name>[^`]+)`(?:, where `(?P<sign>.)` stands for (?P<meaning>[^:]+))?:")
_TIMES = re.compile(r"(?P<times>[0-9,]+) times `(?P<what>[^`]+)`")

# What the page says, and what is done


def _disk_is_full(patch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", full)


def _replacing_fails(patch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    patch.setattr(Path, "replace", refused)


CIRCUMSTANCES: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "The disk is full.": _disk_is_full,
    "Word has the file open, and lets nobody else write it.": _replacing_fails,
}


@dataclass(frozen=True, slots=True)
class Run:
    """A ``console`` block: the command, what it must print, and the lines of the page that say so."""

    command: str
    expected: str
    lines: tuple[int, int]


Step: TypeAlias = Callable[[Path], None] | str | Run


@dataclass(frozen=True, slots=True)
class Case:
    """A heading of the page and the steps under it."""

    title: str
    steps: tuple[Step, ...]

    @property
    def runs(self) -> list[Run]:
        """The commands of the case."""
        return [step for step in self.steps if isinstance(step, Run)]


# Reading the page


def read_page() -> list[Case]:
    """Return the headings of the page, each with its steps."""
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    heads = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    ends = [*heads[1:], len(tokens)]
    return [
        Case(tokens[head + 1].content, tuple(_steps(tokens[head + 3 : end])))
        for head, end in zip(heads, ends, strict=True)
    ]


def _steps(tokens: list[Token]) -> Iterator[Step]:
    above = ""
    for token in tokens:
        if token.type == "inline":
            above = " ".join(token.content.split())
            yield from _said(above)
        elif token.type == "fence" and token.info == "console":
            command, _, expected = token.content.partition("\n")
            first, last = token.map or (0, 0)
            yield Run(command.removeprefix("$ "), expected, (first, last))
        elif token.type == "fence":
            named = _FILE.fullmatch(above)
            assert named, f"line {token.map}: which file is this?"
            data = _unescaped(token.content.encode(), named["sign"], named["meaning"])
            yield partial(_write, name=named["name"], data=data)


def _said(paragraph: str) -> Iterator[Step]:
    """Yield what a paragraph asks for: most are there for people only."""
    if OUR_LIBRARY in paragraph:
        yield partial(_remove, name="clausekit.yaml")
    for sentence in CIRCUMSTANCES:
        if sentence in paragraph:
            yield sentence
    for pattern, step in _SENTENCES:
        for said in pattern.finditer(paragraph):
            yield partial(step, **said.groupdict())


def _unescaped(data: bytes, sign: str | None, meaning: str | None) -> bytes:
    if sign is None or meaning is None:
        return data
    if many := _TIMES.fullmatch(meaning):
        what = many["what"].encode() * int(many["times"].replace(",", ""))
    elif meaning.startswith("the bytes "):
        what = bytes.fromhex(meaning.removeprefix("the bytes "))
    else:
        what = chr(int(meaning.removeprefix("the character U+"), 16)).encode()
    return data.replace(sign.encode(), what)


def _write(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def _edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text()
    assert old in text, f"{name} has no {old}"
    (folder / name).write_text(text.replace(old, new))


def _remove(folder: Path, name: str) -> None:
    (folder / name).unlink()


def _make_folder(folder: Path, name: str) -> None:
    (folder / name).mkdir()


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[..., None]], ...] = (
    (re.compile(r"In `(?P<name>[^`]+)`, `(?P<old>[^`]+)` becomes `(?P<new>[^`]+)`\."), _edit),
    (re.compile(r"There is no `(?P<name>[^`]+)`\."), _remove),
    (re.compile(r"`(?P<name>[^`]+)` is a folder\."), _make_folder),
)


# Running a case


def _lay_library(folder: Path) -> None:
    for name in ("templates/numbering.yaml", "templates/house-style.docx"):
        _write(folder, name, (PROJECT / name).read_bytes())
    for step in _LIBRARY.steps:
        assert callable(step)
        step(folder)


def _printed(case: Case, folder: Path) -> list[str]:
    """Do the steps of a case in a new folder; return what its commands print."""
    folder.mkdir()
    _lay_library(folder)
    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for step in case.steps:
            if isinstance(step, str):
                CIRCUMSTANCES[step](patch)
            elif isinstance(step, Run):
                printed.append(_run(step.command, folder))
            else:
                step(folder)
    shutil.rmtree(folder)
    return printed


def _run(command: str, folder: Path) -> str:
    name, *arguments = shlex.split(command)
    assert name == "clausekit"
    before = _files(folder)
    ended = clausekit(*arguments)
    if ended.status == 2:
        assert _files(folder) == before, "a command that failed has changed a file, or left one"
        assert not ended.output, "an error belongs on stderr"
    return _as_on_page(ended)


def _as_on_page(ended: Ended) -> str:
    return f"{ended.errors}{ended.text}(exit status {ended.status})\n".replace(f"{Path.cwd()}/", "")


def _files(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def _accept(case: Case, printed: list[str]) -> None:
    """Write what a case prints into the page, as it is now."""
    lines = PAGE.read_text(encoding="utf-8").split("\n")
    (now,) = (other for other in read_page() if other.title == case.title)
    for run, output in reversed(list(zip(now.runs, printed, strict=True))):
        first, last = run.lines
        lines[first + 2 : last - 1] = output.removesuffix("\n").split("\n")
    PAGE.write_text("\n".join(lines), encoding="utf-8")


_PAGE = read_page()
(_LIBRARY,) = (case for case in _PAGE if case.title == LIBRARY)
_CASES = [case for case in _PAGE if case.runs]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.title)
def test_the_command_prints_what_the_page_says(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))
    printed = _printed(case, tmp_path / "case")
    again = _printed(case, tmp_path / "case")
    assert again == printed, "with what is in the cache, the messages are others"
    if request.config.getoption("--accept"):
        _accept(case, printed)
    else:
        assert printed == [run.expected for run in case.runs]


def test_no_two_cases_have_the_same_title() -> None:
    titles = [case.title for case in _CASES]
    assert sorted(titles) == sorted(set(titles))


_NOT_FOR_OFFICERS = re.compile(
    r"Traceback|None|'str'|'int'|\bdict\b|\btuple\b|Error\b|Exception|\.py\b|<class|object at|Errno|"
    r"fault of its own"
)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.title)
def test_a_message_has_no_words_of_programmers(case: Case) -> None:
    for run in case.runs:
        said = run.expected.replace("\nError: ", "\n")  # so click begins its messages
        assert not _NOT_FOR_OFFICERS.search(said)


@pytest.mark.parametrize("title", ["All is well", "Six different problems, and all are told"])
def test_a_process_of_its_own_says_the_same(title: str, tmp_path: Path) -> None:
    (case,) = (case for case in _CASES if case.title == title)
    _lay_library(tmp_path)
    for step in case.steps:
        if isinstance(step, Run):
            run = step
        elif callable(step):
            step(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-m", "clausekit", *shlex.split(run.command)[1:]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "CLAUSEKIT_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        check=False,
    )
    assert _as_on_page(Ended(ended.returncode, ended.stdout, ended.stderr.decode())) == run.expected
