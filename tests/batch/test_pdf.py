"""PDF files by LibreOffice: many in one process, none lost, a clear word if there is no LibreOffice."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import docx
import pytest

from clausekit.batch.pdf import make_pdfs
from clausekit.files import sha256
from clausekit.problems import ClausekitError
from tests.batch.schemes import told


def word_file(path: Path, words: str) -> Path:
    document = docx.Document()
    document.add_paragraph(words)
    document.save(str(path))
    return path


def fake(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called soffice, a script of the shell, before all others."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


CONVERTS = 'for f in "$@"; do case "$f" in *.docx) printf "%%PDF %%%%EOF" > "${f%.docx}.pdf";; esac; done'
COUNTS = 'echo run >> "$COUNTED"'


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of the Unix shell")
class TestWithAStandIn:
    def test_many_files_take_one_process(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COUNTED", str(tmp_path / "counted"))
        fake(tmp_path, monkeypatch, f"{COUNTS}\n{CONVERTS}")
        files = [word_file(tmp_path / f"--{n} a'b.docx", "x") for n in range(3)]
        made = make_pdfs(files, known={})
        assert made.findings == ()
        assert sorted(made.digests) == [f"--{n} a'b.pdf" for n in range(3)]
        assert (tmp_path / "counted").read_text() == "run\n"
        assert {file.name for file in tmp_path.glob("*.pdf")} == set(made.digests)

    def test_a_pdf_that_was_not_made_here_is_left_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake(tmp_path, monkeypatch, CONVERTS)
        file = word_file(tmp_path / "a.docx", "x")
        (tmp_path / "a.pdf").write_bytes(b"mine")
        made = make_pdfs([file], known={"a.pdf": "another digest"})
        assert told(made.findings) == [
            "a.pdf: There is a PDF file of this name that was not made here; it is left as it is. "
            "Move it away, or write over it with --force."
        ]
        assert (tmp_path / "a.pdf").read_bytes() == b"mine"
        assert make_pdfs([file], known={"a.pdf": sha256(b"mine")}).findings == ()
        assert make_pdfs([file], known={}, force=True).findings == ()

    def test_a_file_that_fails_leaves_the_others_alone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake(
            tmp_path,
            monkeypatch,
            f'{CONVERTS}\nfor f in "$@"; do case "$f" in */0.docx) rm "${{f%.docx}}.pdf";; esac; done',
        )
        files = [word_file(tmp_path / name, "x") for name in ("a.docx", "b.docx")]
        made = make_pdfs(files, known={})
        assert list(made.digests) == ["b.pdf"]
        assert told(made.findings)[0].startswith("a.docx: LibreOffice could not make a PDF of this file.")

    def test_libreoffice_has_only_so_much_time(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fake(tmp_path, monkeypatch, "sleep 100 & sleep 100")
        monkeypatch.setattr("clausekit.batch.pdf._SECONDS_TO_START", 0)
        monkeypatch.setattr("clausekit.batch.pdf._SECONDS_A_FILE", 0.2)
        made = make_pdfs([word_file(tmp_path / "a.docx", "x")], known={})
        assert "it took more than 0.2 seconds" in told(made.findings)[0]


def test_without_libreoffice_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("clausekit.batch.pdf._PROGRAM_FOLDERS", ())
    with pytest.raises(ClausekitError) as caught:
        make_pdfs([], known={})
    assert told(caught.value.findings) == [
        "--pdf: PDF files are made by LibreOffice, and it is not installed. "
        "Install it from libreoffice.org, or leave --pdf out: the Word files are made without it."
    ]


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_the_files(tmp_path: Path) -> None:
    files = [word_file(tmp_path / name, "Reablement") for name in ("a b.docx", "é.docx")]
    (tmp_path / "broken.docx").write_bytes(b"no Word file")
    made = make_pdfs([*files, tmp_path / "broken.docx"], known={})
    assert {"a b.pdf", "é.pdf"} <= set(made.digests)
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in ("a b.pdf", "é.pdf"))
