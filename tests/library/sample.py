"""Small libraries for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.problems import show

BODY = "# Value Added Tax\n\n1.  Each Partner shall keep a VAT invoice for 6 years.\n"
_APPROVED = {
    "title": "Value added tax",
    "status": "approved",
    "approved": "{by: Head of Law, on: 2019-03-12}",
}


def clause_text(body: str = BODY, **entries: str | None) -> str:
    """Return a clause file: approved unless the entries say otherwise; None leaves an entry out."""
    lines = [f"{name}: {value}\n" for name, value in (_APPROVED | entries).items() if value is not None]
    return f"---\n{''.join(lines)}---\n{body}"


def changed(start: str, kind: str, note: str = "Better words.") -> str:
    """Return the entry ``change``."""
    return f"{{from: {start}, kind: {kind}, note: {note}}}"


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below ``root``, which becomes a library."""
    for name, text in {"clausekit.yaml": "name: sample\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def library_of(root: Path, clauses: Mapping[str, str], cache: Path | None = None) -> Library:
    """Return a library with these clauses: ``{"vat/by-commissioner@1.0.0": text}``."""
    paths = {f"clauses/{name.replace('@', '/')}.md": text for name, text in clauses.items()}
    (root / "clauses").mkdir(parents=True, exist_ok=True)
    return Library(write_files(root, paths), Cache(cache))


def faults_of(root: Path, clauses: Mapping[str, str]) -> str:
    """Return all findings of such a library as the user reads them."""
    return "\n".join(map(show, library_of(root, clauses).findings))
