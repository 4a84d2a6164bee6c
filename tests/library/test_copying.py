"""A library of one's own, copied from another."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from clausekit.library.copying import copy_library
from clausekit.problems import ClausekitError, show
from tests.library.sample import clause_text, write_files


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {
        "clauses/vat/by-lead/1.0.0.md": clause_text(),
        "templates/nhs/template.yaml": "title: Agreement\n",
        "templates/nhs/examples/a.lock.yaml": "made: by clausekit\n",
        "pyproject.toml": "",
    }
    return write_files(tmp_path / "theirs", files)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def told(root: Path, folder: Path) -> str:
    with pytest.raises(ClausekitError) as error:
        copy_library(root, folder)
    return show(error.value.findings[0])


@pytest.mark.parametrize("made_before", [False, True])
def test_clauses_and_templates_are_copied_and_locks_and_all_else_are_not(
    root: Path, tmp_path: Path, made_before: bool
) -> None:
    folder = tmp_path / "ours"
    if made_before:
        folder.mkdir()
    copy_library(root, folder)
    assert files(folder) == ["clausekit.yaml", "clauses/vat/by-lead/1.0.0.md", "templates/nhs/template.yaml"]


def test_a_folder_that_has_something_in_it_is_left_as_it_is(root: Path) -> None:
    before = files(root)
    assert "There is something here already" in told(root, root / "templates")
    assert "There is something here already" in told(root, root / "pyproject.toml")
    assert files(root) == before


def test_a_library_is_not_copied_into_itself(root: Path) -> None:
    folder = root / "clauses" / "ours"
    assert told(root, folder) == (
        f"{folder}: error: This folder is in the library that is to be copied.\n  Name a folder outside it."
    )
    assert not folder.exists()


@pytest.mark.parametrize("made_before", [False, True])
def test_half_a_copy_is_taken_away_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_before: bool
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    folder = tmp_path / "ours"
    if made_before:
        folder.mkdir()
    monkeypatch.setattr(shutil, "copyfile", full)
    assert "The library cannot be copied here" in told(root, folder)
    assert (folder.exists(), files(folder)) == (made_before, [])
