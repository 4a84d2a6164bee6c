"""What can be compared: each side of a comparison, whatever the user named, as a Word file.

A parameter file is drafted with its lock, a lock with the parameter file beside it. Clauses, templates, and
locks without a parameter file stand for the wording in the library, unfilled. Texts are set as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.files import read_bytes, read_text
from clausekit.pages import Block, FromClause
from clausekit.problems import ClausekitError, Finding, Source, attempt

if TYPE_CHECKING:
    from clausekit.library import Library
    from clausekit.workshop import Workshop

_LOCK_ENDING = ".lock.yaml"
_YAML_ENDINGS = (".yaml", ".yml")
_OUTLINE_FILES = ("template.yaml", "schedule.yaml")
_WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc")
_MARKDOWN_ENDINGS = (".md", ".markdown")
_TEXT_ENDINGS = (".txt", ".text")
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WHAT_CAN_BE_NAMED = (
    "Name a parameter file, a lock, a Word file, a text, a clause (family/alternative@1.0.0) or a template."
)


@dataclass(frozen=True, slots=True)
class Given:
    """A side as a Word file: its name as the user gave it, the bytes, and what to remark about it.

    ``made`` says that it was drafted just now, so that nobody can have edited it.
    """

    name: str
    data: bytes
    made: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens what the user names; the library is sought only for what needs it.

    ``library`` is the folder that the user names; ``as_at`` the day for which parameter files are drafted,
    whatever their locks say.
    """

    library: Path | None = None
    as_at: date | None = None

    def open_both(self, old: str, new: str) -> tuple[Given, Given]:
        """Return the sides that two names stand for.

        A lock without a parameter file beside it is drafted with that of the other side. Raises
        ClausekitError with all that is wrong with either.
        """
        findings: list[Finding] = []
        matter = _matter_of(old) or _matter_of(new)
        sides = [attempt(findings, partial(self._open, name, matter)) for name in (old, new)]
        match sides:
            case [Given() as first, Given() as second]:
                return first, second
            case _:
                raise ClausekitError(dict.fromkeys(findings))

    def _open(self, name: str, matter: Path | None) -> Given:
        """Return the side that a name stands for: a file, else a clause or a template of the library."""
        path = Path(name)
        if path.exists() or _is_file_name(path):
            return self._file(path, matter)
        from clausekit.templates import schedule_names, template_names
        from clausekit.unfilled import clause_page

        workshop = self.workshop(Path())
        if "/" in name and "\\" not in name:
            return _wording(name, [clause_page(workshop.library.find(name))])
        if name in (*template_names(workshop.root), *schedule_names(workshop.root)):
            return self._template(workshop, name, name)
        raise ClausekitError(_unknown(name, workshop))

    def last_two(self, clause: str) -> tuple[Given, Given]:
        """Return the last two versions of a clause. Raises ClausekitError if it has fewer, or is unknown."""
        library = self.workshop(Path()).library
        numbers = library.numbers(clause)
        if not numbers:
            raise ClausekitError(_one_side_only(clause, library))
        if len(numbers) == 1:
            raise ClausekitError(
                Finding(
                    "diff-one-version",
                    f"{clause} has one version only, {numbers[0]}: there is nothing to compare it with.",
                    remedy=f"Name two: clausekit diff {clause}@{numbers[0]} OTHER/CLAUSE",
                )
            )
        old, new = (f"{clause}@{number}" for number in numbers[-2:])
        return self.open_both(old, new)

    def workshop(self, near: Path) -> Workshop:
        """Return the library for a file, or for the working folder."""
        from clausekit.workshop import open_workshop

        return open_workshop(self.library, near=near)

    def _file(self, path: Path, matter: Path | None) -> Given:
        ending = path.suffix.lower()
        if path.name.endswith(_LOCK_ENDING):
            return self._lock(path, matter)
        if path.name in _OUTLINE_FILES:
            return self._template_file(path)
        if ending in _YAML_ENDINGS:
            return self._draft(path)
        data = read_bytes(path)
        if ending in _WORD_ENDINGS or data.startswith(_OFFICE):
            return Given(str(path), data)
        from clausekit.texts import blocks, open_text

        return _page(str(path), blocks(open_text(path), markdown=ending in _MARKDOWN_ENDINGS))

    def _draft(self, path: Path, lock: Path | None = None) -> Given:
        from clausekit.pipeline import make_draft, typeset

        workshop = self.workshop(path)
        day = self.as_at if lock is None else None
        made = make_draft(workshop, path, as_at=day, lock_file=lock, upgrade=day is not None)
        typed = typeset(workshop, made, "docx")
        return Given(str(lock or path), typed.data, True, (*made.findings, *typed.findings))

    def _lock(self, path: Path, matter: Path | None) -> Given:
        if matter is not None:
            return self._draft(_matter_of(str(path)) or matter, lock=path)
        from clausekit.lock import read_lock
        from clausekit.templates import load_template
        from clausekit.unfilled import outline_page

        workshop = self.workshop(path)
        lock = read_lock(path, workshop.cache)
        template = load_template(workshop.root, lock.template, workshop.cache)
        return _wording(str(path), outline_page(template, workshop.library, lock))

    def _template_file(self, path: Path) -> Given:
        """Return a template by its file: it and its clauses are those of the library that the file is in."""
        from clausekit.workshop import open_workshop

        read_text(path)  # says what is wrong with the name
        folder = path.absolute().parent
        workshop = open_workshop(folder.parent.parent, near=path)
        return self._template(workshop, folder.name, str(path))

    def _template(self, workshop: Workshop, template: str, name: str) -> Given:
        from clausekit.templates import load_template
        from clausekit.unfilled import outline_page

        loaded = load_template(workshop.root, template, workshop.cache)
        return _wording(name, outline_page(loaded, workshop.library, None))


def _matter_of(name: str) -> Path | None:
    """Return the parameter file that a name stands for: itself, or the one beside a lock; None if none."""
    path = Path(name)
    if path.name in _OUTLINE_FILES or path.suffix.lower() not in _YAML_ENDINGS:
        return None
    if path.name.endswith(_LOCK_ENDING):
        path = path.with_name(f"{path.name.removesuffix(_LOCK_ENDING)}.yaml")
    return path if path.exists() else None


def _is_file_name(path: Path) -> bool:
    return path.suffix.lower() in (*_YAML_ENDINGS, *_WORD_ENDINGS, *_MARKDOWN_ENDINGS, *_TEXT_ENDINGS)


def _page(name: str, blocks: Iterable[Block]) -> Given:
    from clausekit.formats.docx.plain_document import write_plain

    return Given(name, write_plain(blocks, Path(name).name))


def _wording(name: str, blocks: Iterable[Block | FromClause]) -> Given:
    """Return wording of the library as a Word file that says which clauses it is made of."""
    from clausekit.formats.docx.plain_document import write_plain

    pieces = tuple(blocks)
    names = [piece.name for piece in pieces if isinstance(piece, FromClause)]
    clauses = [dict(zip(("id", "version", "digest"), re.split("[@#]", one), strict=True)) for one in names]
    return Given(name, write_plain(pieces, name, {"clauses": clauses, "parameters": {}}), made=True)


def _unknown(name: str, workshop: Workshop) -> Finding:
    from clausekit.library.fields import did_you_mean
    from clausekit.templates import schedule_names, template_names

    names = (*template_names(workshop.root), *schedule_names(workshop.root), *workshop.library.ids())
    return Finding(
        "diff-unknown",
        f'"{name}" is no file, and no clause or template of the library.',
        remedy=did_you_mean(name, names) or _WHAT_CAN_BE_NAMED,
    )


def _one_side_only(name: str, library: Library) -> Finding:
    is_version = "@" in name and bool(library.numbers(name.partition("@")[0]))
    if Path(name).exists() or "/" not in name or is_version:
        return Finding(
            "diff-one-side",
            f'There is nothing to compare "{name}" with.',
            Source(name) if Path(name).exists() else None,
            remedy="Name the older and the newer one: clausekit diff OLD NEW",
        )
    return library.unknown(name)
