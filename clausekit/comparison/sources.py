"""What is known of where a text came from: its template, its clauses in their versions, its values."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from clausekit.reading import Reading

_TAG = re.compile(r"([a-z0-9-]+/[a-z0-9-]+)(?:@([0-9.]*[0-9]))?(?:#([0-9a-f]*))?")
_SHORTENED = re.compile(r"~([0-9a-f]{8})\Z")
_SHOWN_DIGEST = 8
"""So many signs of a clause's digest stand in a content control."""


class Version(NamedTuple):
    """A version of a clause: its number and the digest of its wording, or the beginning of that."""

    number: str
    digest: str

    def differs(self, other: Version) -> bool:
        """Whether the wording may differ: another number, or the same with another digest."""
        length = min(len(self.digest), len(other.digest))
        return self.number != other.number or self.digest[:length] != other.digest[:length]

    def step_to(self, later: Version) -> str:
        """Return the class of a change of version: major, minor or patch; "" if the number is the same."""
        parts = zip(self.number.split("."), later.number.split("."), strict=False)
        kinds = zip(("major", "minor", "patch"), parts, strict=False)
        return next((kind for kind, (one, other) in kinds if one != other), "")


class Origin(NamedTuple):
    """Which clause of the library a passage came from; the id is "" if nothing says so."""

    id: str
    version: Version

    @property
    def family(self) -> str:
        """The first part of the id."""
        return self.id.partition("/")[0]


UNKNOWN = Origin("", Version("", ""))


@dataclass(frozen=True, slots=True)
class Sources:
    """What a text was drafted from.

    ``clauses`` are the versions by id in the order of the outline, ``parameters`` the values of the parameter
    file as plain data. ``made`` says that the text was just drafted from them, so that nothing in it can have
    been written by hand since.
    """

    template: str = ""
    as_at: str = ""
    clauses: Mapping[str, Version] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    made: bool = False

    @classmethod
    def from_manifest(cls, manifest: Mapping[str, Any] | None, *, made: bool = False) -> Sources | None:
        """Return what a manifest says; None if there is none, or if it is not as clausekit writes it."""
        if manifest is None:
            return None
        clauses, parameters = manifest.get("clauses"), manifest.get("parameters")
        if not isinstance(clauses, list) or not isinstance(parameters, dict):
            return None
        versions: dict[str, Version] = {}
        for clause in clauses:
            if not isinstance(clause, dict) or not isinstance(clause.get("id"), str):
                return None
            versions[clause["id"]] = Version(str(clause.get("version")), str(clause.get("digest")))
        return cls(
            str(manifest.get("template", "")), str(manifest.get("as_at", "")), versions, parameters, made
        )

    def same(self, other: Sources) -> bool:
        """Whether both say the same, so that no difference of the texts can come from them."""
        return (
            self.template == other.template
            and list(self.clauses.items()) == list(other.clauses.items())
            and self.parameters == other.parameters
        )


def sources_of(reading: Reading) -> Sources | None:
    """Return what a file made by clausekit says of its making; None of any other."""
    return Sources.from_manifest(reading.manifest)


class Explain(Protocol):
    """The library, as far as the causes of edits are looked for in it."""

    def note(self, clause: str, old: str, new: str) -> str:
        """Return what the authors of a clause say of the steps from one version to another, if known."""

    def conditions(self, sources: Sources, name: str) -> frozenset[str]:
        """Return the parameters that decide whether and how often the outline has a clause, by its id, or a
        schedule or part, by its title."""

    def asks(self, clause: str, version: str) -> frozenset[str]:
        """Return the parameters that a version of a clause can ask for, in the way of ``schemes[].name``."""

    def redraft(self, sources: Sources) -> Mapping[str, tuple[str, ...]] | None:
        """Return the paragraphs that a draft from the sources has, by the ids of clauses.

        Under "" are those outside of clauses. They are ``plain``. None if the library cannot draft it any
        more.
        """


def origin(tag: str, sources: Sources | None) -> Origin:
    """Return the clause that a passage's tag names, ``family/alternative@1.0.0#digest``.

    A long tag ends in a digest of the whole; then the clauses of the sources tell which it is.
    """
    if not tag:
        return UNKNOWN
    if shortened := _SHORTENED.search(tag):
        whole = _whole(tag[: shortened.start()], shortened[1], sources)
        return _parsed(whole or tag[: shortened.start()])
    return _parsed(tag)


@lru_cache(maxsize=4096)
def _parsed(tag: str) -> Origin:
    match = _TAG.match(tag)
    return Origin(match[1], Version(match[2] or "", match[3] or "")) if match else UNKNOWN


def _whole(beginning: str, digest: str, sources: Sources | None) -> str:
    for name, version in sources.clauses.items() if sources else ():
        tag = f"{name}@{version.number}#{version.digest[:_SHOWN_DIGEST]}"
        if tag.startswith(beginning) and hashlib.sha256(f"clause:{tag}".encode()).hexdigest()[:8] == digest:
            return tag
    return ""
