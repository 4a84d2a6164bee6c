"""Files that hold text, and files that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.problems import ClausekitError
from clausekit.texts import open_text, read_file


def rules(path: Path) -> list[str]:
    with pytest.raises(ClausekitError) as caught:
        open_text(path)
    return [finding.rule for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "text-empty"),
        (b" \n\f\n", "text-empty"),
        (b"%PDF-1.7\n", "text-pdf"),
        (b"PK\x03\x04", "file-office"),
        (bytes(range(256)) * 8, "text-binary"),
    ],
)
def test_what_is_no_text_is_told_plainly(tmp_path: Path, data: bytes, rule: str) -> None:
    path = tmp_path / "agreement.txt"
    path.write_bytes(data)
    assert rules(path) == [rule]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert rules(tmp_path / "none.txt") == ["file-missing"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_the_usual_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "agreement.txt"
    path.write_bytes("The sum is £5 – “net”.\r\n".encode(encoding))
    assert open_text(path) == "The sum is £5 – “net”.\n"


def test_form_feeds_and_odd_bullets_are_read(tmp_path: Path) -> None:
    path = tmp_path / "agreement.txt"
    path.write_text("The Council pays.\f\uf0b7 The Board pays.\n", "utf-8")
    assert [getattr(block, "text", "") for block in read_file(path).reading.body] == [
        "The Council pays.",
        "•\tThe Board pays.",
    ]


def test_the_ending_tells_markdown(tmp_path: Path) -> None:
    path = tmp_path / "agreement.md"
    path.write_text("# Agreement\n", "utf-8")
    assert [getattr(block, "heading", 0) for block in read_file(path).reading.body] == [1]
