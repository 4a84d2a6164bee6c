"""The commands on the library that comes with clausekit: what they print, write and answer."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import click
import pytest

from clausekit.cli import cli
from clausekit.cli.lazy import LazyGroup
from clausekit.formats import FORMATS
from clausekit.library import find_library
from clausekit.library.copying import copy_library
from tests.command import Ended, clausekit

PROJECT = Path(__file__).parent.parent
EXAMPLE = PROJECT / "templates" / "section-75-agreement" / "examples" / "leicestershire-2019-20.yaml"
TEMPLATE = "section-75-agreement"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One cache for all the tests of this file, so that they are quick."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: str) -> Path:
    """The working folder, with the example as its parameter file."""
    monkeypatch.setenv("CLAUSEKIT_CACHE", cache)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "matter.yaml").write_bytes(EXAMPLE.read_bytes())
    return tmp_path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one's own, to be changed."""
    copy_library(find_library(PROJECT), tmp_path / "library")
    return tmp_path / "library"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def good(*arguments: str) -> Ended:
    """Run a command that must end well and say nothing on stderr."""
    ended = clausekit(*arguments)
    assert (ended.errors, ended.status) == ("", 0)
    return ended


# draft


def test_a_draft_is_a_word_file_and_a_lock_beside_the_parameter_file(folder: Path) -> None:
    said = good("draft", "matter.yaml").text
    assert said == "Wrote matter.docx (39 clauses; still blank: agreement.date).\n"
    assert names(folder) == ["matter.docx", "matter.lock.yaml", "matter.yaml"]
    with ZipFile("matter.docx") as word:
        assert "Leicestershire County Council" in word.read("word/document.xml").decode()


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_goes_to_a_file_and_to_the_screen_with_the_same_bytes(kind: str, folder: Path) -> None:
    good("draft", "matter.yaml", "--format", kind)
    on_screen = good("draft", "matter.yaml", "--format", kind, "-o", "-").output
    assert (folder / f"matter.{kind}").read_bytes() == on_screen


def test_the_ending_of_the_output_file_says_the_format(folder: Path) -> None:
    good("draft", "matter.yaml", "-o", "draft.html")
    assert Path("draft.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_json_on_the_screen_is_nothing_but_json() -> None:
    draft = json.loads(good("draft", "matter.yaml", "--format", "json", "-o", "-").output)
    assert draft["document"]["type"] == "Document"


def test_a_draft_on_the_screen_writes_no_file(folder: Path) -> None:
    good("draft", "matter.yaml", "--format", "txt", "-o", "-")
    assert names(folder) == ["matter.yaml"]


def test_a_warning_goes_to_stderr_and_leaves_the_screen_clean() -> None:
    ended = clausekit("draft", "matter.yaml", "--format", "json", "-o", "-", "--set", "term.end=2020-06-30")
    assert "warning: The term ends on 30 June 2020" in ended.errors
    assert json.loads(ended.output)
    assert ended.status == 0


def test_set_goes_before_the_parameter_file() -> None:
    text = good(
        "draft", "matter.yaml", "-o", "-", "--format", "txt", "--set", "council.name=Rutland Council"
    ).text
    assert "Rutland Council" in text
    assert "\nLeicestershire County Council\n" not in text


def test_as_at_chooses_the_clauses_of_that_day() -> None:
    said = good("draft", "matter.yaml", "--as-at", "2026-04-01", "-o", "-", "--format", "json").output
    versions = {clause["id"]: clause["version"] for clause in found(json.loads(said))}
    assert versions["definitions/section-75"].startswith("2.")


def found(node: object) -> Iterator[dict[str, str]]:
    """Yield every clause of a document in JSON."""
    if isinstance(node, dict):
        if node.get("type") == "Clause":
            yield node
        for inner in node.values():
            yield from found(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from found(inner)


def test_upgrade_tells_what_changes_and_locks_it(folder: Path) -> None:
    good("draft", "matter.yaml")
    before = Path("matter.lock.yaml").read_text(encoding="utf-8")
    ended = clausekit("draft", "matter.yaml", "--as-at", "2026-04-01", "--upgrade")
    assert re.search(r"^definitions/section-75 1\.0\.0 -> 2\.\d\.0 \(major\)$", ended.errors, re.MULTILINE)
    assert ended.status == 0
    assert Path("matter.lock.yaml").read_text(encoding="utf-8") != before


def test_notes_are_in_the_officers_copy_only() -> None:
    plain = good("draft", "matter.yaml", "--format", "txt", "-o", "-").text
    notes = good("draft", "matter.yaml", "--format", "txt", "-o", "-", "--notes").text
    assert "Give each body the name in its" not in plain
    assert "Give each body the name in its" in notes


def test_a_plain_word_file_has_no_content_controls(folder: Path) -> None:
    good("draft", "matter.yaml")
    good("draft", "matter.yaml", "--plain", "-o", "plain.docx")
    with ZipFile("matter.docx") as word, ZipFile("plain.docx") as plain:
        assert b"param:council.name" in word.read("word/document.xml")
        assert b"param:council.name" not in plain.read("word/document.xml")


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_input_makes_the_same_bytes(seed: str, folder: Path) -> None:
    good("draft", "matter.yaml")
    made = Path("matter.docx").read_bytes(), Path("matter.lock.yaml").read_bytes()
    Path("matter.docx").unlink()
    Path("matter.lock.yaml").unlink()
    subprocess.run(
        [sys.executable, "-m", "clausekit", "draft", "matter.yaml"],
        env={
            **os.environ,
            "PYTHONPATH": str(PROJECT),
            "PYTHONHASHSEED": seed,
            "CLAUSEKIT_CACHE": "/dev/null",
        },
        check=True,
        capture_output=True,
    )
    assert (Path("matter.docx").read_bytes(), Path("matter.lock.yaml").read_bytes()) == made


# whose file it is


def test_a_draft_that_someone_edited_is_left_alone_until_force_is_said() -> None:
    good("draft", "matter.yaml")
    made = Path("matter.docx").read_bytes()
    Path("matter.docx").write_bytes(b"my own words")
    refused = clausekit("draft", "matter.yaml")
    assert (refused.status, Path("matter.docx").read_bytes()) == (2, b"my own words")
    good("draft", "matter.yaml", "--force")
    assert Path("matter.docx").read_bytes() == made


def test_a_draft_that_nobody_edited_is_made_anew_when_a_value_changes() -> None:
    good("draft", "matter.yaml")
    made = Path("matter.docx").read_bytes()
    good("draft", "matter.yaml", "--set", "council.name=Rutland Council")
    assert Path("matter.docx").read_bytes() != made


@pytest.mark.parametrize("name", ["matter.yaml", "./matter.yaml", "link.docx", "matter.lock.yaml"])
def test_the_parameter_file_and_the_lock_are_never_overwritten(name: str, folder: Path) -> None:
    good("draft", "matter.yaml")
    Path("link.docx").symlink_to("matter.yaml")
    before = Path("matter.yaml").read_bytes(), Path("matter.lock.yaml").read_bytes()
    assert clausekit("draft", "matter.yaml", "-o", name, "--force").status == 2
    assert (Path("matter.yaml").read_bytes(), Path("matter.lock.yaml").read_bytes()) == before


# when something goes wrong half-way


def _killed(*_: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_draft_that_is_interrupted_leaves_the_old_file(
    step: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good("draft", "matter.yaml")
    before = {name: Path(name).read_bytes() for name in names(folder)}
    with monkeypatch.context() as patch:
        patch.setattr(step, _killed)
        assert clausekit("draft", "matter.yaml", "--set", "council.name=Rutland Council").status == 1
    assert {name: Path(name).read_bytes() for name in before} == before


def test_a_draft_whose_lock_could_not_be_written_is_put_right_by_the_same_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good("draft", "matter.yaml")
    replace = Path.replace

    def all_but_the_lock(path: Path, target: Path) -> Path:
        if target.suffix == ".yaml":
            raise OSError(28, os.strerror(28))
        return replace(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", all_but_the_lock)
        failed = clausekit("draft", "matter.yaml", "--set", "council.name=Rutland Council")
    assert failed.errors.startswith("matter.lock.yaml: error: The disk is full")
    assert names(folder) == ["matter.docx", "matter.lock.yaml", "matter.yaml"]
    good("draft", "matter.yaml", "--set", "council.name=Rutland Council")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_process_that_is_killed_while_it_writes_leaves_the_old_file(folder: Path) -> None:
    good("draft", "matter.yaml")
    before = Path("matter.docx").read_bytes()
    killer = (
        "import os, signal, sys; from clausekit.cli import main; "
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL); main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", killer, "draft", "matter.yaml", "--set", "council.name=Rutland Council"],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert Path("matter.docx").read_bytes() == before
    good("draft", "matter.yaml", "--set", "council.name=Rutland Council")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_stdout_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "clausekit", "clause", "list"],
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.stderr.decode().startswith("error: The output cannot be written: ")
    assert ended.returncode == 2


def test_a_fault_of_clausekits_own_is_called_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausekit.pipeline.make_draft", lambda *_, **__: 1 / 0)
    ended = clausekit("draft", "matter.yaml")
    assert "clausekit has a fault of its own (ZeroDivisionError at test_cli.py:" in ended.errors
    assert (ended.status, ended.output) == (3, b"")


# the surroundings


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": "/proc/nowhere", "XDG_CACHE_HOME": "", "CLAUSEKIT_CACHE": ""},
        {"CLAUSEKIT_CACHE": "/proc/nowhere"},
        {"CLAUSEKIT_CACHE": "matter.yaml"},
    ],
    ids=["a plain locale", "no home", "a cache that cannot be", "a file as cache"],
)
def test_the_surroundings_do_not_matter(surroundings: dict[str, str]) -> None:
    here = good("draft", "matter.yaml", "-o", "-", "--format", "txt").output
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), **surroundings}
    elsewhere = subprocess.run(
        [sys.executable, "-m", "clausekit", "draft", "matter.yaml", "-o", "-", "--format", "txt"],
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        check=False,
    )
    assert (elsewhere.stdout, elsewhere.stderr) == (here, b"")


def test_a_parameter_file_from_windows_makes_the_same_draft() -> None:
    here = good("draft", "matter.yaml", "-o", "-").output
    text = Path("matter.yaml").read_bytes()
    Path("windows.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert good("draft", "windows.yaml", "-o", "-").output == here


@pytest.mark.parametrize(
    "name",
    [
        "A*B_C [Ltd] | `x` ~ # > 1.",
        "{{ council }} {% if x %} {# y #}",
        "<w:p>&amp;</w:p> ]]> \\\\* MERGEFORMAT",
        "[[fund]] [#a] [^1] ::: signature",
        "Comhairle nan Eilean Siar, Ōtautahi, 議会, مجلس, 👩‍👩‍👧",
        "x" * 20_000,
    ],
    ids=["markdown", "jinja", "xml", "references", "scripts of the world", "long"],
)
@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_a_value_is_printed_and_never_read_as_markup(name: str, kind: str) -> None:
    Path("matter.yaml").write_text(
        EXAMPLE.read_text(encoding="utf-8").replace("name: Leicestershire County Council", f"name: '{name}'"),
        encoding="utf-8",
    )
    good("draft", "matter.yaml", "--format", kind)
    if kind == "txt":
        printed = Path("matter.txt").read_text(encoding="utf-8")
    else:
        with ZipFile("matter.docx") as word:
            xml = word.read("word/document.xml").decode()
        printed = re.sub(r"<[^>]+>", "", xml).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "".join(name.split()) in "".join(printed.split())


# the other commands


def test_init_copies_a_library_that_the_commands_then_use(folder: Path) -> None:
    assert good("init", "ours").text.startswith("Copied the library to ours.")
    (folder / "ours" / "matter.yaml").write_bytes(EXAMPLE.read_bytes())
    good("draft", "ours/matter.yaml")
    assert not list((folder / "ours").rglob("examples/*.docx"))


def test_new_prints_a_parameter_file_that_makes_a_draft_of_blanks(folder: Path) -> None:
    assert good("new", TEMPLATE, "-o", "new.yaml").text == "Wrote new.yaml.\n"
    assert good("new", TEMPLATE).text == (folder / "new.yaml").read_text(encoding="utf-8")
    assert "still blank: " in good("draft", "new.yaml").text


def test_schema_prints_the_json_schema_of_a_parameter_file() -> None:
    schema = json.loads(good("schema", TEMPLATE).output)
    assert schema["properties"]["council"]["properties"]["name"]["title"] == "Full legal name"


def test_template_list_and_show() -> None:
    assert TEMPLATE in good("template", "list").text
    assert "dispute-resolution/escalation-and-mediation" in good("template", "show", TEMPLATE).text


def test_clause_list_names_every_clause_or_those_of_a_family(library: Path) -> None:
    every = good("clause", "list", "--library", "library").text.splitlines()
    assert len(every) == len(list(library.glob("clauses/*/*/")))
    some = good("clause", "list", "dispute-resolution", "--library", "library").text.splitlines()
    siblings = library.glob("clauses/dispute-resolution/*/")
    assert [line.split()[0] for line in some] == sorted(f"dispute-resolution/{one.name}" for one in siblings)


def test_clause_show_prints_head_and_wording() -> None:
    text = good("clause", "show", "dispute-resolution/escalation-and-mediation@1.0.0").text
    assert text.startswith("clause")
    assert "\n# Dispute Resolution\n" in text


def test_clause_history_is_newest_first() -> None:
    text = good("clause", "history", "dispute-resolution/escalation-and-mediation").text
    assert re.findall(r"@([\d.]+),", text) == ["1.1.1", "1.1.0", "1.0.0"]


def test_clause_search_finds_words_and_says_so_if_there_are_none() -> None:
    assert "dispute-resolution/escalation-and-mediation" in good("clause", "search", "mediator").text
    nothing = clausekit("clause", "search", "zeppelin")
    assert (nothing.status, nothing.output, nothing.errors) == (1, b"", "No clause has these words.\n")


def test_clause_used_by_answers_for_a_clause_a_family_and_a_parameter() -> None:
    assert f"template {TEMPLATE}" in good("clause", "used-by", "vat/by-commissioner").text
    assert "clauses/" in good("clause", "used-by", "review").text
    assert "clauses/notices/" in good("clause", "used-by", "council.address").text
    assert clausekit("clause", "used-by", "council.adress").status == 2


def test_clause_verify_finds_an_approved_version_that_was_edited(library: Path) -> None:
    assert good("clause", "verify", "--record", "--library", "library").text.endswith("nothing found.\n")
    edited = library / "clauses" / "vat" / "by-commissioner" / "1.0.0.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    ended = clausekit("clause", "verify", "--library", "library")
    assert ended.status == 1
    assert "vat/by-commissioner@1.0.0 has been edited since it was approved." in ended.text


def test_clause_new_begins_a_clause_and_the_next_version_of_one(library: Path) -> None:
    good("clause", "new", "parking/shared", "--library", "library")
    good("clause", "new", "vat/by-commissioner", "--kind", "major", "--library", "library")
    assert (library / "clauses" / "parking" / "shared" / "1.0.0.md").is_file()
    shown = good("clause", "show", "vat/by-commissioner@2.0.0", "--library", "library").text
    assert re.search(r"^status +draft$", shown, re.MULTILINE)


# help


def commands(
    group: LazyGroup, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command, str]]:
    """Yield each command with its path and its line in the list of commands."""
    for name, lazy in group.table.items():
        command = group.get_command(click.Context(group), name)
        assert command is not None, name
        yield (*path, name), command, lazy.help
        if isinstance(command, LazyGroup):
            yield from commands(command, (*path, name))


COMMANDS = list(commands(cli))


@pytest.mark.parametrize(("path", "command", "line"), COMMANDS, ids=[" ".join(path) for path, *_ in COMMANDS])
def test_the_help_of_a_command_lists_its_options(
    path: tuple[str, ...], command: click.Command, line: str
) -> None:
    text = good(*path, "--help").text
    assert text.startswith(f"Usage: clausekit {' '.join(path)} ")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{parameter.name} has no help"
            assert parameter.opts[-1] in text
        else:
            assert parameter.human_readable_name in text
    assert line.endswith(".")


def test_the_list_of_commands_names_each_with_its_line() -> None:
    text = " ".join(good("--help").text.split())
    assert all(f"{name} {lazy.help}" in text for name, lazy in cli.table.items())


def test_the_version_is_told() -> None:
    assert re.fullmatch(r"clausekit, version \d+\.\d+\.\d+\n", good("--version").text)


def test_a_wrong_use_is_told_on_stderr_with_status_2() -> None:
    ended = clausekit("clause", "shwo")
    assert (ended.status, ended.output) == (2, b"")
    assert "No such command 'shwo'." in ended.errors


@pytest.mark.parametrize(
    "arguments",
    [
        ["draft", f"{'x' * 300}.yaml"],
        ["draft", "matter.yaml", "-o", f"{'x' * 300}.docx"],
        ["draft", "matter.yaml", "--library", "x" * 300],
        ["clause", "show", f"{'x' * 300}/y"],
        ["init", "x" * 300],
    ],
    ids=["matter", "output", "library", "clause", "folder"],
)
def test_a_name_that_the_system_does_not_take_is_told(arguments: list[str], folder: Path) -> None:
    ended = clausekit(*arguments)
    assert (ended.status, names(folder)) == (2, ["matter.yaml"])
    assert "xxxxx" in ended.errors
    assert "error: " in ended.errors
    assert "fault of its own" not in ended.errors
