"""Reading and writing files: every failure is one clear problem, and nothing is lost or left behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from clausekit.files import read_bytes, read_text, sha256, write_atomically
from clausekit.problems import ClausekitError, Finding, Source


def fault_of(path: Path, limit: int = 1000) -> Finding:
    with pytest.raises(ClausekitError) as caught:
        read_text(path, limit=limit)
    (finding,) = caught.value.findings
    return finding


def test_reads_text_with_line_ends_of_any_system_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_text(file) == "one\ntwo\nthree\n"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    fault = fault_of(tmp_path / "none.yaml")
    assert (fault.rule, fault.message) == ("file-missing", "There is no such file.")
    assert fault.source is not None
    assert fault.source.file == str(tmp_path / "none.yaml")


@pytest.mark.parametrize("read", [read_text, read_bytes])
def test_a_file_is_told_by_the_name_that_its_library_gives_it(
    tmp_path: Path, read: Callable[..., object]
) -> None:
    with pytest.raises(ClausekitError) as caught:
        read(tmp_path / "clauses" / "parameters.yaml", shown="clauses/parameters.yaml")
    assert caught.value.findings[0].source == Source("clauses/parameters.yaml")


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert fault_of(tmp_path / "a" / "b").rule == "file-missing"


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert fault_of(tmp_path).message == "This is a folder, not a file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert fault_of(tmp_path / "pipe").rule == "file-kind"


def test_a_name_that_no_system_takes_is_told() -> None:
    assert fault_of(Path("a\0b")).rule == "file-unreadable"


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert fault_of(file).message == "You are not permitted to read this file."


def test_a_file_at_the_limit_is_read_and_a_larger_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("x" * 1000)
    assert len(read_text(file, limit=1000)) == 1000
    file.write_text("x" * 1001)
    assert "1,000 bytes" in fault_of(file).message


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("eins\nPrämie\n".encode("latin-1"))
    fault = fault_of(file)
    assert fault.rule == "file-encoding"
    assert fault.source is not None
    assert fault.source.line == 2


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_word_file_is_told_apart_from_text(tmp_path: Path, beginning: bytes) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(beginning + b"and what else is in it")
    assert fault_of(file).message == "This is a file of Word or a similar program, not plain text."


@pytest.mark.parametrize(
    "character",
    ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ue000", "\uf8ff", "\ufffe", "\U000f0000"],
)
def test_a_character_that_cannot_be_printed_is_told_with_its_place(tmp_path: Path, character: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"one\ntw{character}o{character}\n", encoding="utf-8")
    fault = fault_of(file)
    assert fault.message.startswith(f"The character U+{ord(character):04X} cannot be printed")
    assert fault.source is not None
    assert (fault.source.line, fault.source.column) == (2, 3)
    assert fault.excerpt == "tw\ufffdo\ufffd"
    assert fault.notes == ("There is 1 more in this file.",)


def test_letters_of_any_language_and_tabs_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = "Cyngor Sîr Gâr\t£5 – “yes”\u00a0№ 漢字 👍\n"
    file.write_text(text, encoding="utf-8")
    assert read_text(file) == text


def test_writes_a_new_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.docx", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"new"


def test_replaces_a_file_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_writes_where_a_link_points(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def write_fault(path: Path) -> str:
    with pytest.raises(ClausekitError) as caught:
        write_atomically(path, b"new")
    (finding,) = caught.value.findings
    return finding.rule


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert write_fault(tmp_path / "none" / "a.docx") == "file-folder-missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_called_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:  # as /proc does
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(Path, "open", fail)
    assert write_fault(tmp_path / "a.docx") == "file-unwritable"


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    assert write_fault(tmp_path) == "file-folder"


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert write_fault(file) == "file-permission"
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (errno.ENOSPC, "file-disk-full"),
        (errno.EROFS, "file-unwritable"),
        (errno.EACCES, "file-permission"),
        (errno.EIO, "file-unwritable"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, rule: str
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    assert write_fault(file) == rule
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_the_digest_of_text_is_that_of_its_bytes() -> None:
    assert sha256("£") == sha256("£".encode())
    assert sha256(b"").startswith("e3b0c44298fc1c14")
