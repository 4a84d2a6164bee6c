"""Our own examples, printed to PDF and taken out of it as text in two ways: the rules find nothing there.

Blanks are told, since a text does not say that they are parameters still to be given, and so is the status of
a draft in its margins. With blanks where its figures stand a table can't be read as one: its numbers are let
pass.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from clausekit.batch.pdf import make_pdfs
from clausekit.checks.running import Options, run
from clausekit.pipeline import typeset
from clausekit.texts import read
from tests.checks.mutations.sources import EXAMPLES, day_of, library, made

WAYS = {"by columns": ("-layout",), "by lines": ()}
NAMES = tuple(f"{file.parent.parent.name}/{file.stem}" for file in EXAMPLES)

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice or Poppler is not there",
    ),
]


def test_an_example_from_a_pdf_has_no_error_and_no_warning_but_its_blanks(tmp_path: Path) -> None:
    texts = {
        f"{name}, {way}": _text(file, options)
        for name, file in _printed(tmp_path).items()
        for way, options in WAYS.items()
    }
    found = {of: _found(of.partition(",")[0], text) for of, text in texts.items()}
    assert {of: told for of, told in found.items() if told} == {}


def _printed(folder: Path) -> Mapping[str, Path]:
    """Return the PDF file of each example, by its name."""
    files = {name: folder / f"{name.replace('/', ' ')}.docx" for name in NAMES}
    for name, file in files.items():
        file.write_bytes(typeset(library(), made(name), "docx").data)
    assert make_pdfs(tuple(files.values()), known={}).findings == ()
    return {name: file.with_suffix(".pdf") for name, file in files.items()}


def _text(file: Path, options: tuple[str, ...]) -> str:
    """Return the text of a PDF file, as ``pdftotext`` takes it out."""
    command = ["pdftotext", *options, str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def _found(name: str, text: str) -> list[str]:
    ignore = ("CK-LEFT-DRAFT", *(("CK-BLANK", "CK-NUMBER-GAP") if "●" in text else ()))
    reading = read(text, f"{name}.txt", markdown=False).reading
    found = run(reading, Options(ignore=ignore, level="warning", as_at=day_of(name)), name=name)
    return [f"{one.rule} {one.place}: {one.excerpt.marked()}" for one in found]
