"""The example matters as a partner's lawyer would look at them, with every option on and off in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clausekit.enquiries import schema_for
from clausekit.formats.docx.package import verify
from clausekit.model import Clause, Document, Schedule, Use, Value
from clausekit.parameters.yamlfile import load_yaml
from clausekit.pipeline import Made, make_draft, typeset
from clausekit.walk import clauses, definitions, inline_runs, inlines, term_of
from clausekit.workshop import Workshop, open_workshop
from tests.docx.word_files import (
    complaints,
    needs_libreoffice,
    needs_validator,
    numbered_paragraphs,
    printed_by_libreoffice,
    with_stale_references,
)

ROOT = Path(__file__).parent.parent
EXAMPLES = [
    file for file in sorted((ROOT / "templates").glob("*/examples/*.yaml")) if ".lock." not in file.name
]
SECTION_75 = ROOT / "templates" / "section-75-agreement" / "examples"
LEICESTERSHIRE, WESTMARCH = SECTION_75 / "leicestershire-2019-20.yaml", SECTION_75 / "westmarch-2026-27.yaml"


@dataclass(frozen=True)
class Variant:
    """An example matter with some of its values changed."""

    example: Path
    settings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([self.example.parent.parent.name, self.example.stem, *self.settings])


@cache
def library() -> Workshop:
    """Return the library of the project."""
    return open_workshop(ROOT)


def variants() -> Iterator[Variant]:
    """Yield each example as it is, with each switch set to what it is not, and with all set to false."""
    for example in EXAMPLES:
        yield Variant(example)
        matter = load_yaml(example.read_text("utf-8"), example.name)
        values = library().dictionary.bind(matter).values
        switches = list(_switches(schema_for(library(), str(matter.data["template"]))))
        for switch in switches:
            group, _, name = switch.rpartition(".")
            record = values.get(group) if group else values
            now = record.get(name) if isinstance(record, dict) else None
            settings = [f"{switch}={'false' if now else 'true'}"]
            yield Variant(example, (*settings, *_needed(switch, values)))
        if switches:
            yield Variant(example, tuple(f"{switch}=false" for switch in switches))


def _switches(schema: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the parameters of a template that are true or false, but for those in lists and in forms."""
    for name, entry in schema.get("properties", {}).items():
        kinds = entry.get("type", ())
        if "boolean" in kinds and entry.get("default", False) is not None:
            yield f"{path}{name}"
        elif "object" in kinds:
            yield from _switches(entry, f"{path}{name}.")


def _needed(switch: str, values: Mapping[str, object]) -> tuple[str, ...]:
    """Return what a switch asks for when it is on, as far as the matter does not give it."""
    if switch == "supersedes" and not values.get("supersedes"):
        earlier = {"label": "Earlier Agreement", "start": "2015-04-01", "end": "2016-03-31"}
        return tuple(f"previous_agreement.{name}={value}" for name, value in earlier.items())
    if switch == "force_majeure.included":
        return ("force_majeure.lasting=60 days", "force_majeure.notice=14 days")
    return ()


VARIANTS = list(variants())
each_variant = pytest.mark.parametrize("variant", VARIANTS, ids=str)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAUSEKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_workshop(ROOT)


def drafted(workshop: Workshop, variant: Variant) -> Made:
    """Return the draft of a variant; the lock of the example, if it has one, is left aside."""
    return make_draft(workshop, variant.example, settings=variant.settings, upgrade=True)


@each_variant
def test_the_draft_has_no_problem_and_no_blank_but_what_is_null(workshop: Workshop, variant: Variant) -> None:
    made = drafted(workshop, variant)
    assert made.findings == ()
    nulls = tuple(_nulls(made.matter.yaml.data))
    assert [blank for blank in made.blanks if not blank.startswith(nulls)] == []


def _nulls(data: Any, path: str = "") -> Iterator[str]:
    """Yield the paths of what a parameter file says is null."""
    if data is None:
        yield path
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _nulls(value, f"{path}.{name}".lstrip("."))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _nulls(value, f"{path}[{index}]")


@each_variant
def test_the_word_file_is_sound_and_the_same_twice(workshop: Workshop, variant: Variant) -> None:
    made = drafted(workshop, variant)
    file = typeset(workshop, made, "docx").data
    assert verify(file) == ()
    assert typeset(workshop, drafted(workshop, variant), "docx").data == file


@each_variant
def test_every_defined_term_is_used_and_defined_once(workshop: Workshop, variant: Variant) -> None:
    """In each scope: the agreement's body, and each schedule or part with definitions of its own."""
    document = drafted(workshop, variant).draft.document
    nodes = [
        inline
        for clause in clauses(document)
        for run in inline_runs(clause.blocks)
        for inline in inlines(run)
    ]
    used = {node.term for node in nodes if isinstance(node, Use)}
    printed = " ".join(node.text for node in nodes if isinstance(node, Value))
    for scope in _scopes(document):
        defined = [term_of(entry.term) for clause in scope for entry in definitions(clause.blocks)]
        assert len(set(defined)) == len(defined)
        assert [term for term in defined if term not in used and term not in printed] == []


def _scopes(document: Document) -> Iterator[tuple[Clause, ...]]:
    """Yield the clauses of each scope of definitions."""
    children = [child for section in document.sections for child in section.children]
    yield tuple(child for child in children if isinstance(child, Clause))
    for child in children:
        if isinstance(child, Schedule):
            yield child.clauses
            yield from (part.clauses for part in child.parts)


@pytest.mark.validator
@needs_validator
@each_variant
def test_the_validator_finds_nothing(workshop: Workshop, variant: Variant, tmp_path: Path) -> None:
    assert complaints(typeset(workshop, drafted(workshop, variant), "docx").data, tmp_path) == []


@pytest.mark.libreoffice
@needs_libreoffice
@each_variant
def test_libreoffice_prints_our_numbers_and_references(
    workshop: Workshop, variant: Variant, tmp_path: Path
) -> None:
    made = drafted(workshop, variant)
    file = typeset(workshop, made, "docx").data
    printed = printed_by_libreoffice(with_stale_references(file), tmp_path)
    assert printed == list(numbered_paragraphs(made.draft, file))


def test_the_leicestershire_agreement_has_its_39_clauses_in_order(workshop: Workshop) -> None:
    made = drafted(workshop, Variant(LEICESTERSHIRE))
    (body,) = (section for section in made.draft.document.sections if section.kind == "clauses")
    numbers = [made.draft.numbers[clause.key].label for clause in body.children]
    assert numbers == [str(number) for number in range(1, 40)]
    assert body.children[22].key == "dispute-resolution"


def test_the_day_chooses_the_edition(workshop: Workshop) -> None:
    then, now = (drafted(workshop, Variant(example)) for example in (LEICESTERSHIRE, WESTMARCH))
    old, new = (typeset(workshop, made, "txt").data.decode() for made in (then, now))
    assert "Clinical Commissioning Group" in old
    assert "UK GDPR" not in old
    assert "UK GDPR" in new
    assert "CCG" not in new
