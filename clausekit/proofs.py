"""What can be proofread, as a reading: a Word file, a text, the draft of a parameter file, a clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.files import read_bytes
from clausekit.parameters.values import read_date
from clausekit.problems import Finding as Problem
from clausekit.reading import Reading

if TYPE_CHECKING:
    from clausekit.formats.docx.reader import WordFile

_LOCK_ENDING = ".lock.yaml"
_YAML_ENDINGS = (".yaml", ".yml")
_TEXT_ENDINGS = (".txt", ".text", ".md", ".markdown")
_WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot")
_FILE_ENDINGS = (*_YAML_ENDINGS, *_TEXT_ENDINGS, *_WORD_ENDINGS)
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Word:
    """A Word file as it came, and as it was read."""

    data: bytes
    file: WordFile


@dataclass(frozen=True, slots=True)
class Proof:
    """What is to be proofread.

    ``file`` is where it stands, ``remarks`` are about how it was made or read, ``word`` is the Word file that
    it is, or was drafted as. ``wording`` says that it is a clause of the library.
    """

    file: str
    reading: Reading
    remarks: tuple[Problem, ...] = ()
    word: Word | None = None
    wording: bool = False


def open_proof(name: str, library: Path | None, as_at: date | None) -> Proof:
    """Return what a name stands for: a file, else a clause of the library; a lock for its parameter file.

    ``library`` is the library's folder, ``as_at`` the day for which a draft is made. Raises ClausekitError if
    it cannot be used.
    """
    path = Path(name)
    ending = path.suffix.lower()
    if "/" in name and "\\" not in name and ending not in _FILE_ENDINGS and not path.exists():
        return _wording(name, library)
    if path.name.endswith(_LOCK_ENDING):
        path = path.with_name(f"{path.name.removesuffix(_LOCK_ENDING)}.yaml")
    if ending in _YAML_ENDINGS:
        return _draft(path, library, as_at)
    if ending in _TEXT_ENDINGS:
        return _text(path, library)
    data = read_bytes(path)
    if ending in _WORD_ENDINGS or data.startswith(_OFFICE):
        return word_proof(data, name)
    return _text(path, library)


def word_proof(data: bytes, name: str) -> Proof:
    """Return a Word file as what it says. Raises ClausekitError if it cannot be used."""
    from clausekit.formats.docx.reader import read

    file = read(data, name)
    return Proof(name, file.reading, word=Word(data, file))


def _draft(path: Path, library: Path | None, as_at: date | None) -> Proof:
    from clausekit.pipeline import make_draft, typeset
    from clausekit.workshop import open_workshop

    workshop = open_workshop(library, near=path)
    made = make_draft(workshop, path, as_at=as_at)
    typed = typeset(workshop, made, "docx")
    return replace(word_proof(typed.data, str(path)), remarks=(*made.findings, *typed.findings))


def _text(path: Path, library: Path | None) -> Proof:
    """Return a text; one that stands in a library as a version of a clause is taken as that."""
    from clausekit.texts import read_file

    if clause := _clause_in(path):
        return _wording(clause, library or path.absolute().parents[3])
    recovered = read_file(path)
    return Proof(str(path), recovered.reading, recovered.unsure)


def _clause_in(path: Path) -> str:
    """Return the clause that a file is a version of, ``family/alternative@1.0.0``, "" if it is none."""
    *above, folder, family, alternative, file = ("", "", "", *path.absolute().parts)
    is_clause = folder == "clauses" and path.suffix == ".md" and Path(*above, "clausekit.yaml").exists()
    return f"{family}/{alternative}@{Path(file).stem}" if is_clause else ""


def _wording(clause: str, library: Path | None) -> Proof:
    from clausekit.texts import read
    from clausekit.wording import wording_of
    from clausekit.workshop import open_clauses

    file = open_clauses(library).find(clause)
    recovered = read(wording_of(file), file.file, markdown=True)
    return Proof(file.file, recovered.reading, wording=True)


def day_of(reading: Reading) -> date | None:
    """Return the day for which a draft of ours was made; None if the file does not say one."""
    manifest = reading.manifest or {}
    try:
        return read_date(str(manifest.get("as_at", "")))
    except ValueError:
        return None
