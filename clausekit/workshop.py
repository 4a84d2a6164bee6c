"""A library opened for work: its clauses, its dictionary of parameters, and the user's cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clausekit.cache import Cache, user_cache
from clausekit.files import read_text
from clausekit.library import Library, find_library
from clausekit.parameters.dictionary import Dictionary, load_dictionary


@dataclass(frozen=True, slots=True)
class Workshop:
    """A library, its dictionary of parameters, and the cache: what many drafts share."""

    library: Library
    dictionary: Dictionary
    cache: Cache

    @property
    def root(self) -> Path:
        """The folder of the library."""
        return self.library.root


def open_workshop(given: Path | None = None, near: Path | None = None) -> Workshop:
    """Return the library that the user names, or the one found from ``near`` (a file or folder) upwards."""
    start = near if near and near.is_dir() else (near.parent if near else Path())
    root = find_library(start, given)
    cache = user_cache()
    dictionary_file = root / "clauses" / "parameters.yaml"
    dictionary = load_dictionary(
        read_text(dictionary_file, shown="clauses/parameters.yaml"), "clauses/parameters.yaml", cache
    )
    return Workshop(Library(root, cache), dictionary, cache)


def open_clauses(given: Path | None = None) -> Library:
    """Return the clauses of the library that the user names, or of the one found from the working folder."""
    return Library(find_library(Path(), given), user_cache())
