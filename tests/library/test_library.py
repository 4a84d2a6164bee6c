"""The library as a folder: what is a clause in it, what is not, and what is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library import Library, find_library
from clausekit.problems import ClausekitError, show
from tests.library.sample import changed, clause_text, faults_of, library_of, write_files


def told(error: pytest.ExceptionInfo[ClausekitError]) -> str:
    return "\n".join(map(show, error.value.findings))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        {
            "vat/by-lead-partner@1.0.0": clause_text(),
            "vat/by-commissioner@1.0.0": clause_text(),
            "vat/by-commissioner@1.10.0": clause_text(change=changed("1.9.0", "minor")),
            "vat/by-commissioner@1.9.0": clause_text(change=changed("1.0.0", "minor")),
            "vat/by-commissioner@2.0.0": clause_text(status="draft", change=changed("1.10.0", "major")),
            "audit/access@1.0.0": clause_text(status="draft"),
        },
    )


def test_ids_are_family_and_alternative_in_alphabetical_order(library: Library) -> None:
    assert library.ids() == ("audit/access", "vat/by-commissioner", "vat/by-lead-partner")


def test_versions_come_oldest_first(library: Library) -> None:
    assert [str(v.version) for v in library.versions("vat/by-commissioner")] == [
        "1.0.0",
        "1.9.0",
        "1.10.0",
        "2.0.0",
    ]


def test_all_are_found_in_order_and_without_a_fault(library: Library) -> None:
    assert [clause.name for clause in library.all()] == [
        "audit/access@1.0.0",
        "vat/by-commissioner@1.0.0",
        "vat/by-commissioner@1.9.0",
        "vat/by-commissioner@1.10.0",
        "vat/by-commissioner@2.0.0",
        "vat/by-lead-partner@1.0.0",
    ]
    assert library.findings == ()


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("vat/by-commissioner", "vat/by-commissioner@1.10.0"),
        ("vat/by-commissioner@2.0.0", "vat/by-commissioner@2.0.0"),
        ("audit/access", "audit/access@1.0.0"),
    ],
)
def test_a_clause_is_found_by_id_as_its_newest_approved_version_or_by_version(
    library: Library, reference: str, found: str
) -> None:
    assert library.find(reference).name == found


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        (
            "vat/by-comissioner",
            'There is no clause "vat/by-comissioner" in the library.\n  Did you mean vat/by-commissioner?',
        ),
        (
            "vta/by-commissioner",
            'There is no clause "vta/by-commissioner" in the library.\n  Did you mean vat/',
        ),
        (
            "vat",
            'There is no clause "vat" in the library.\n'
            "  vat is a family; its clauses are: vat/by-commissioner, vat/by-lead-partner.",
        ),
        (
            "zzz",
            'There is no clause "zzz" in the library.\n  clausekit clause list shows the clauses',
        ),
        ("../../etc/passwd", 'There is no clause "../../etc/passwd" in the library.'),
        ("vat/..", 'There is no clause "vat/.." in the library.'),
        (
            "vat/by-commissioner@1.1.0",
            "There is no version 1.1.0 of vat/by-commissioner.\n  There are: 1.0.0, 1.9.0, 1.10.0, 2.0.0.",
        ),
        ("vat/by-commissioner@latest", '"latest" is not a version;'),
    ],
)
def test_what_is_not_there_is_told_with_what_there_is(library: Library, reference: str, message: str) -> None:
    with pytest.raises(ClausekitError) as error:
        library.find(reference)
    assert message in told(error)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("vat/by-commissioner/1.0.md", '1.0.md: error: "1.0.md" is not the name of a clause file.'),
        ("vat/by-commissioner/1.0.0.md.txt", '"1.0.0.md.txt" is not the name of a clause file.'),
        ("vat/1.0.0.md", 'clauses/vat/1.0.0.md: error: "1.0.0.md" is not the name of a clause file.'),
        ("VAT/by-lead/1.0.0.md", 'clauses/VAT: error: "VAT" cannot be the name of a family.'),
        ("vat/by_lead/1.0.0.md", 'clauses/vat/by_lead: error: "by_lead" cannot be the name of a clause.'),
    ],
)
def test_a_file_that_is_not_where_a_clause_belongs_is_told(tmp_path: Path, name: str, message: str) -> None:
    write_files(tmp_path, {f"clauses/{name}": clause_text()})
    assert message in faults_of(tmp_path, {})


def test_hidden_files_backups_and_the_library_s_own_notes_are_no_clauses(tmp_path: Path) -> None:
    names = ["STYLE.md", "parameters.yaml", ".git/x.md", "vat/by-lead/.DS_Store", "vat/by-lead/1.0.0.md~"]
    write_files(tmp_path, {f"clauses/{name}": "x" for name in names})
    assert faults_of(tmp_path, {}) == ""


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": clause_text(), "vat/by-lead@1.1.0": ""})
    (tmp_path / "clauses/vat/by-lead/1.1.0.md").write_bytes(b"\xff\xfe")
    assert [clause.name for clause in library.all()] == ["vat/by-lead@1.0.0"]
    assert [finding.rule for finding in library.findings] == ["file-encoding"]


@pytest.mark.parametrize("link", ["clauses/vat/by-lead/1.0.0.md", "clauses/vat/by-lead", "clauses/vat"])
def test_a_link_to_a_place_outside_the_library_is_not_followed(tmp_path: Path, link: str) -> None:
    write_files(tmp_path / "outside", {"by-lead/1.0.0.md": clause_text()})
    target = {"1.0.0.md": "by-lead/1.0.0.md", "by-lead": "by-lead", "vat": "."}[Path(link).name]
    path = tmp_path / "library" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "outside" / target)
    library = library_of(tmp_path / "library", {})
    assert library.all() == ()
    assert "This is a link to a place outside the library, and is not read." in [
        f.message for f in library.findings
    ]


def test_a_link_within_the_library_is_followed(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": clause_text()})
    (tmp_path / "clauses/vat/by-commissioner").symlink_to(tmp_path / "clauses/vat/by-lead")
    assert library.find("vat/by-commissioner").title == "Value added tax"


def test_one_clause_is_read_without_reading_its_neighbours(library: Library) -> None:
    (library.root / "clauses/vat/by-lead-partner/1.0.0.md").write_text("broken", encoding="utf-8")
    assert library.versions("vat/by-commissioner")
    assert library.faults("vat/by-commissioner") == ()
    assert [finding.rule for finding in library.findings] == ["clause-head"]


def test_a_warm_library_reads_files_anew_and_never_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"vat/by-lead@1.0.0": clause_text(), "audit/access@1.0.0": clause_text(title="Audit")}
    cold = library_of(tmp_path / "library", files, cache=tmp_path / "cache").all()
    monkeypatch.setattr("clausekit.parameters.yamlcache.load_yaml", None)
    path = tmp_path / "library/clauses/vat/by-lead/1.0.0.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n2.  More.\n", encoding="utf-8")
    warm = Library(tmp_path / "library", Cache(tmp_path / "cache")).all()
    assert [clause.title for clause in warm] == ["Audit", "Value added tax"]
    assert warm[0] == cold[0]
    assert warm[1].body.endswith("2.  More.\n")
    assert warm[1].digest != cold[1].digest


def test_the_library_is_the_nearest_folder_upwards(tmp_path: Path) -> None:
    write_files(tmp_path, {"inner/clausekit.yaml": "", "inner/matters/2019/a.yaml": "", "outer/b.yaml": ""})
    assert find_library(tmp_path / "inner/matters/2019") == tmp_path / "inner"
    assert find_library(tmp_path / "outer") == tmp_path


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("vats", "Did you mean vat?"),
        ("by-comissioner", "Did you mean vat/by-commissioner?"),
        ("vat", "vat is a family; its clauses are: vat/by-commissioner, vat/by-lead-partner."),
        ("vat/by-lead-parter", "Did you mean vat/by-lead-partner?"),
        ("vta/by-lead-partner", "Did you mean vat/by-lead-partner?"),
        ("vat/none", "The clauses of the family vat are: vat/by-commissioner, vat/by-lead-partner."),
        ("waiver/none", "clausekit clause list shows the clauses that there are."),
    ],
)
def test_an_unknown_clause_is_told_with_what_may_have_been_meant(
    library: Library, asked: str, told: str
) -> None:
    finding = library.unknown(asked)
    assert (finding.message, finding.remedy) == (f'There is no clause "{asked}" in the library.', told)


def test_a_library_that_is_named_is_taken_and_must_be_one(tmp_path: Path) -> None:
    write_files(tmp_path / "mine", {})
    (tmp_path / "empty").mkdir()
    assert find_library(tmp_path, tmp_path / "mine") == tmp_path / "mine"
    with pytest.raises(ClausekitError, match=r"empty is not a library: it has no file clausekit\.yaml"):
        find_library(tmp_path, tmp_path / "empty")


def test_without_a_library_of_one_s_own_ours_is_taken(tmp_path: Path) -> None:
    found = find_library(tmp_path)
    assert (found / "clauses/parameters.yaml").is_file()


def test_a_library_without_clauses_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClausekitError, match="has no folder clauses"):
        Library(write_files(tmp_path, {}), Cache(None))
