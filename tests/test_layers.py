"""Imports go one way: the map of which module may use which, and which library is used where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "clausekit"

BASE = {"problems", "marks", "files", "cache"}
MAY_IMPORT = {
    "problems": set(),
    "marks": set(),
    "model": set(),
    "reading": set(),
    "pages": set(),
    "patterns": set(),
    "files": {"problems"},
    "cache": {"files", "problems"},
    "patterncache": {"cache", "patterns"},
    # from files to text
    "parameters": BASE,
    "library": BASE | {"parameters"},
    "outlines": BASE | {"parameters", "library"},
    "templates": BASE | {"parameters", "library", "outlines"},
    "lock": BASE | {"parameters", "library", "templates"},
    "rendering": BASE | {"parameters"},
    "selection": BASE | {"outlines", "templates", "rendering"},
    "workshop": BASE | {"parameters", "library"},
    "matter": BASE | {"parameters", "library", "templates", "lock", "workshop"},
    "enclosures": BASE | {"parameters"},
    "missing": BASE | {"parameters", "rendering"},
    "enquiries": BASE
    | {"parameters", "library", "outlines", "templates", "lock", "rendering", "workshop", "missing"},
    "delivery": BASE | {"lock", "matter"},
    "rendition": BASE
    | {"parameters", "library", "lock", "matter", "enclosures", "rendering", "selection", "workshop"},
    # from text to model, and facts about it
    "walk": {"model"},
    "parsing": {"problems", "marks", "model", "walk"},
    "assembly": {"problems", "model", "walk"},
    "numbering": {"problems", "model", "walk"},
    "definitions": {"problems", "model", "walk"},
    "references": {"problems", "model", "walk", "numbering"},
    "draft": {"model", "numbering", "references"},
    "composition": BASE
    | {"library", "templates", "rendering", "enclosures", "missing", "rendition"}
    | {"model", "walk", "parsing", "assembly", "numbering", "definitions", "references", "draft"},
    "formats": BASE
    | {"model", "walk", "numbering", "references", "draft", "reading", "recognition", "comparison", "pages"}
    | {"patterns"},
    # from two readings to what changed, and what is said of it
    "comparison": {"problems", "reading", "recognition"},
    "reports": {"problems", "reading", "comparison", "checks", "pages"},
    # what a paragraph is, whoever read it
    "recognition": {"problems", "reading", "patterns"},
    "checks": {"problems", "reading", "recognition", "patterns"},
    "texts": {"problems", "files", "pages", "reading", "recognition", "patterns"},
    "wording": {"library"},
    "explaining": BASE
    | {"parameters", "library", "outlines", "templates", "lock", "rendering", "workshop", "matter"}
    | {"model", "walk", "draft", "rendition", "composition", "comparison"},
    "unfilled": {"library", "lock", "outlines", "templates", "pages", "texts", "wording"},
    "sides": BASE
    | {"library", "lock", "templates", "workshop", "pages", "texts", "unfilled", "formats", "pipeline"},
    "proofs": BASE
    | {"parameters", "library", "workshop", "reading", "texts", "wording", "formats", "pipeline"},
}
"""Each part of the package and the parts that it may import; ``FREE`` ones may import any but ``cli``."""

FREE = {"pipeline", "diffing", "checking", "batch"}

ONLY_IN = {
    "click": {"cli", "__main__"},
    "rich": {"cli", "reports"},
    "distributed": {"batch"},
    "jinja2": {"rendering"},
    "yaml": {"parameters"},
    "lxml": {"formats"},
    "docx": {"formats"},
    "docxcompose": {"formats"},
    "markdown_it": {"parsing"},
    "mdit_py_plugins": {"parsing"},
}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def part(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_module_imports_only_what_is_below_it(file: Path) -> None:
    own = part(file)
    used = {name.split(".")[1] for name in imports(file) if name.startswith("clausekit.")} - {own}
    allowed = MAY_IMPORT.get(own)
    if allowed is None:
        assert own in {"__init__", "__main__", "cli", *FREE}, f"{own} is not on the map"
        assert own in {"__main__", "cli"} or "cli" not in used
    else:
        assert used <= allowed, f"{own} imports {sorted(used - allowed)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_each_library_is_used_in_its_own_room(file: Path) -> None:
    strangers = {
        library
        for name in imports(file)
        if part(file) not in ONLY_IN.get(library := name.split(".")[0], {part(file)})
    }
    assert strangers == set()


def test_the_model_imports_nothing_of_the_project() -> None:
    assert [name for name in imports(PACKAGE / "model.py") if name.startswith("clausekit")] == []
