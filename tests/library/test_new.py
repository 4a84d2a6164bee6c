"""New clause files."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.library.new import first_version, next_version
from clausekit.library.verify import verify
from clausekit.library.versions import ChangeKind
from clausekit.problems import ClausekitError, show
from tests.library.sample import changed, clause_text, library_of


def test_a_first_version_is_a_draft_to_be_filled_in(tmp_path: Path) -> None:
    library = library_of(tmp_path, {})
    path = first_version(library, "force-majeure/relief")
    assert path == tmp_path / "clauses/force-majeure/relief/1.0.0.md"
    assert (
        path.read_text(encoding="utf-8")
        == """\
---
title: Force majeure
summary: Say here in one line what the clause does.
status: draft
---
# Force Majeure

1.  Each Partner shall ...
"""
    )
    assert verify(Library(tmp_path, Cache(None))) == ()


def test_a_next_version_is_a_draft_with_the_wording_of_the_one_before(tmp_path: Path) -> None:
    body = "# VAT\n\n1.  It is “so”.\n"
    text = clause_text(
        body,
        title='"VAT: who pays"',
        summary="One line.",
        authority="[{cite: 'Value Added Tax Act 1994, section 41', checked: 2026-11-01}]",
        in_force="{from: 2019-04-01}",
    )
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": text})
    path = next_version(library, library.find("vat/by-lead"), "minor")
    assert (
        path.read_text(encoding="utf-8")
        == """\
---
title: "VAT: who pays"
summary: One line.
status: draft
change: {from: 1.0.0, kind: minor, note: Say here what changed and why.}
authority:
  - {cite: "Value Added Tax Act 1994, section 41", checked: 2026-11-01}
---
# VAT

1.  It is “so”.
"""
    )
    assert Library(tmp_path, Cache(None)).findings == ()


@pytest.mark.parametrize(
    ("start", "kind", "number"),
    [
        ("1.0.0", "patch", "1.0.2"),
        ("1.0.0", "minor", "1.2.0"),
        ("1.1.0", "patch", "1.1.1"),
        ("1.1.0", "minor", "1.2.0"),
        ("1.1.0", "major", "3.0.0"),
        ("2.0.0", "minor", "2.1.0"),
    ],
)
def test_the_next_number_is_one_that_is_free(
    tmp_path: Path, start: str, kind: ChangeKind, number: str
) -> None:
    library = library_of(
        tmp_path,
        {
            "vat/by-lead@1.0.0": clause_text(),
            "vat/by-lead@1.0.1": clause_text(change=changed("1.0.0", "patch")),
            "vat/by-lead@1.1.0": clause_text(change=changed("1.0.0", "minor")),
            "vat/by-lead@2.0.0": clause_text(change=changed("1.1.0", "major")),
        },
    )
    path = next_version(library, library.find(f"vat/by-lead@{start}"), kind)
    assert path.name == f"{number}.md"
    assert Library(tmp_path, Cache(None)).findings == ()


def test_a_clause_that_is_there_is_not_begun_again(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": clause_text()})
    with pytest.raises(ClausekitError) as error:
        first_version(library, "vat/by-lead")
    assert show(error.value.findings[0]) == (
        "error: The library has vat/by-lead already: 1.0.0.\n"
        "  To change it: clausekit clause new vat/by-lead --kind minor"
    )


def test_a_file_that_came_in_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": clause_text()})
    clause = library.find("vat/by-lead")
    path = next_version(library, clause, "minor")
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ClausekitError) as error:
        next_version(library, clause, "minor")
    assert show(error.value.findings[0]) == (
        "clauses/vat/by-lead/1.1.0.md: error: There is a file of this name; it is left as it is."
    )
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["vat", "vat/By Lead", "../outside/x", "vat/by-lead/x", "/etc/x"])
def test_what_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ClausekitError, match="cannot be the id of a clause"):
        first_version(library_of(tmp_path, {}), name)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    library = library_of(tmp_path, {})
    (tmp_path / "clauses/vat").write_text("a file", encoding="utf-8")
    with pytest.raises(ClausekitError, match="The folder for this file cannot be made"):
        first_version(library, "vat/by-lead")


@pytest.mark.parametrize(
    ("here", "named", "shown"),
    [
        ("ours", "{}/ours", "clauses/audit/access/1.0.0.md"),
        ("ours/templates", "{}/ours", "../clauses/audit/access/1.0.0.md"),
        ("", "ours", "ours/clauses/audit/access/1.0.0.md"),
        ("", "{}/ours", "{}/ours/clauses/audit/access/1.0.0.md"),
    ],
    ids=["in the library", "in a folder of it", "named from outside", "named in full"],
)
def test_the_path_is_told_from_where_the_user_stands_or_as_the_library_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, named: str, shown: str
) -> None:
    library_of(tmp_path / "ours", {})
    (tmp_path / "ours/templates").mkdir()
    monkeypatch.chdir(tmp_path / here)
    path = first_version(Library(Path(named.format(tmp_path)), Cache(None)), "audit/access")
    assert path == Path(shown.format(tmp_path))
    assert path.is_file()
