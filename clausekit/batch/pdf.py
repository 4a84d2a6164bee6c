"""PDF files of Word files, by LibreOffice: many files in one process, with a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clausekit.files import read_bytes, sha256, write_atomically
from clausekit.problems import ClausekitError, Finding, Source

_PROGRAMS = ("soffice", "libreoffice")
_PROGRAM_FOLDERS = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
)
_AT_A_TIME = 100
"""Files for one process: it starts in a second or two, and grows with each file that it converts."""

_SECONDS_TO_START, _SECONDS_A_FILE = 60, 20


@dataclass(frozen=True, slots=True)
class PdfsMade:
    """The digests of the PDF files that were written, by name, and what could not be."""

    digests: Mapping[str, str]
    findings: tuple[Finding, ...]


def make_pdfs(files: Sequence[Path], *, known: Mapping[str, str], force: bool = False) -> PdfsMade:
    """Write beside each Word file a PDF of the same name.

    ``known`` are the digests of the PDF files made before, by name; one that is there and is no such file is
    left as it is, unless ``force`` is given. A file that fails has a finding, and the others go on. Raises
    ClausekitError if LibreOffice is not installed.
    """
    libre_office = program()
    digests: dict[str, str] = {}
    findings: list[Finding] = []
    wanted: list[Path] = []
    for file in files:
        if force or not _is_someones(_pdf_of(file), known):
            wanted.append(file)
        else:
            findings.append(_edited(_pdf_of(file)))
    for start in range(0, len(wanted), _AT_A_TIME):
        some = wanted[start : start + _AT_A_TIME]
        for file, data in _converted(libre_office, some):
            if isinstance(data, Finding):
                findings.append(data)
            else:
                write_atomically(_pdf_of(file), data)
                digests[_pdf_of(file).name] = sha256(data)
    return PdfsMade(digests, tuple(findings))


def program() -> str:
    """Return the program that makes the PDF files; raise ClausekitError if it is not installed."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    for path in _PROGRAM_FOLDERS:
        if path.is_file():
            return str(path)
    message = "PDF files are made by LibreOffice, and it is not installed."
    remedy = "Install it from libreoffice.org, or leave --pdf out: the Word files are made without it."
    raise ClausekitError(Finding("pdf-program", message, Source("--pdf"), remedy=remedy))


def _pdf_of(file: Path) -> Path:
    return file.with_name(f"{file.stem}.pdf")


def _is_someones(pdf: Path, known: Mapping[str, str]) -> bool:
    return pdf.exists() and known.get(pdf.name) != sha256(read_bytes(pdf, limit=1_000_000_000))


def _edited(pdf: Path) -> Finding:
    return Finding(
        "file-edited",
        "There is a PDF file of this name that was not made here; it is left as it is.",
        Source(str(pdf)),
        remedy="Move it away, or write over it with --force.",
    )


def _converted(libre_office: str, files: Sequence[Path]) -> Iterator[tuple[Path, bytes | Finding]]:
    """Yield for each file its PDF, or why there is none.

    The files are converted in a folder of their own, under names without meaning: none can be taken for an
    option, and no half-made file ever stands beside them.
    """
    with TemporaryDirectory(prefix="clausekit-pdf-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        copies = {file: place / f"{number}.docx" for number, file in enumerate(files)}
        for file, copy in copies.items():
            copy.write_bytes(read_bytes(file))
        reason = _run(libre_office, place, list(copies.values()))
        for file, copy in copies.items():
            pdf = copy.with_suffix(".pdf")
            made = pdf.read_bytes() if pdf.is_file() else b""
            yield file, made if made.rstrip().endswith(b"%%EOF") else _failed(file, reason)


def _run(libre_office: str, folder: Path, files: Sequence[Path]) -> str:
    """Convert files in their folder; return what went wrong, empty if LibreOffice did not say."""
    command = [
        libre_office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)),
        *map(str, files),
    ]
    seconds = _SECONDS_TO_START + _SECONDS_A_FILE * len(files)
    quiet: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    try:
        process = subprocess.Popen(command, start_new_session=True, **quiet)
    except OSError as error:
        return (error.strerror or str(error)).rstrip(".")
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return f"it took more than {seconds} seconds"
    finally:
        _end(process)
    return ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started, if it still runs: after its time, or when the user stops us."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _failed(file: Path, reason: str) -> Finding:
    why = f": {reason}" if reason else ""
    message = f"LibreOffice could not make a PDF of this file{why}."
    remedy = "Run the command again, or open the file in Word and save it as PDF."
    return Finding("pdf-failed", message, Source(str(file)), remedy=remedy)
