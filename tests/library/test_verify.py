"""``clause verify``: recorded digests, replacements and claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.library.verify import record_digests, verify
from clausekit.problems import ClausekitError, show
from tests.library.sample import BODY, changed, clause_text, library_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        {
            "vat/by-lead@1.9.0": clause_text(),
            "vat/by-lead@1.10.0": clause_text(change=changed("1.9.0", "minor")),
            "audit/access@1.0.0": clause_text(status="draft"),
        },
    )


def told(library: Library) -> str:
    """Return what is found in the library, opened anew."""
    return "\n".join(map(show, verify(Library(library.root, Cache(None)))))


def test_an_approved_version_without_a_record_is_found_and_a_draft_needs_none(library: Library) -> None:
    assert (
        told(library)
        == """\
clauses/vat/by-lead/1.9.0.md:3:1: error: vat/by-lead@1.9.0 is approved, but its digest is not recorded.
  Record it: clausekit clause verify --record
clauses/vat/by-lead/1.10.0.md:3:1: error: vat/by-lead@1.10.0 is approved, but its digest is not recorded.
  Record it: clausekit clause verify --record"""
    )


def test_recording_adds_what_is_missing_in_order_of_version_and_then_nothing_is_found(
    library: Library,
) -> None:
    assert record_digests(library) == 2
    lines = (library.root / "clauses/digests.yaml").read_text(encoding="utf-8").splitlines()
    assert [line.partition(": ")[0] for line in lines if not line.startswith("#")] == [
        "vat/by-lead@1.9.0",
        "vat/by-lead@1.10.0",
    ]
    assert told(library) == ""
    assert record_digests(library) == 0


def test_an_edited_version_is_found_and_recording_does_not_hide_it(library: Library) -> None:
    record_digests(library)
    edited = library_of(library.root, {"vat/by-lead@1.9.0": clause_text(BODY.replace("keep", "hold"))})
    assert record_digests(edited) == 0
    assert (
        told(edited)
        == """\
clauses/vat/by-lead/1.9.0.md: error: vat/by-lead@1.9.0 has been edited since it was approved.
  Put the old text back, and change it in a new version: \
clausekit clause new vat/by-lead@1.9.0 --kind minor"""
    )


def test_a_version_may_be_withdrawn_without_counting_as_edited(library: Library) -> None:
    record_digests(library)
    assert (
        told(library_of(library.root, {"vat/by-lead@1.9.0": clause_text(status="withdrawn", reason="Old.")}))
        == ""
    )


def test_a_record_without_its_file_is_found(library: Library) -> None:
    record_digests(library)
    (library.root / "clauses/vat/by-lead/1.10.0.md").unlink()
    assert (
        told(library)
        == """\
clauses/digests.yaml: error: vat/by-lead@1.10.0 was approved, but there is no such file any more.
      | vat/by-lead@1.10.0
  Put the file back; to take it out of use, give it the status withdrawn."""
    )


def test_a_record_that_is_no_digest_is_found_and_not_overwritten(library: Library) -> None:
    path = library.root / "clauses/digests.yaml"
    path.write_text("vat/by-lead@1.9.0: abc\n", encoding="utf-8")
    assert "clauses/digests.yaml:1:1: error: vat/by-lead@1.9.0 has no digest here." in told(library)
    with pytest.raises(ClausekitError):
        record_digests(library)
    assert path.read_text(encoding="utf-8") == "vat/by-lead@1.9.0: abc\n"


def test_a_record_of_comments_only_is_empty(library: Library) -> None:
    (library.root / "clauses/digests.yaml").write_text("# Nothing yet.\n", encoding="utf-8")
    assert record_digests(library) == 2


def test_a_replacement_that_does_not_exist_is_found(tmp_path: Path) -> None:
    text = clause_text(status="withdrawn", reason="Old.", replaced_by="vat/by-commisioner")
    library = library_of(tmp_path, {"vat/by-lead@1.0.0": text, "vat/by-commissioner@1.0.0": clause_text()})
    record_digests(library)
    assert (
        told(library)
        == """\
clauses/vat/by-lead/1.0.0.md:6:1: error: vat/by-lead@1.0.0 is replaced by "vat/by-commisioner", \
but there is no such clause.
    6 | vat/by-commisioner
  Did you mean vat/by-commissioner?"""
    )


def test_a_claim_that_is_too_small_is_found(library: Library) -> None:
    text = clause_text(BODY.replace("6", "7"), change=changed("1.10.0", "patch"))
    library = library_of(library.root, {"vat/by-lead@1.10.1": text})
    record_digests(library)
    assert (
        told(library)
        == """\
clauses/vat/by-lead/1.10.1.md:9: error: Version 1.10.1 is called a patch of 1.10.0, but it touches a number: \
"6" is now "7".
    9 | 1.  Each Partner shall keep a VAT invoice for 7 years.
  Such a change is at least minor: give the version another number and kind, or put the old words back."""
    )


def test_faults_of_files_are_found_with_all_else(library: Library) -> None:
    library = library_of(library.root, {"vat/by-lead@1.11.0": clause_text(status="aproved")})
    assert [finding.rule for finding in verify(library)] == [
        "clause-unrecorded",
        "clause-unrecorded",
        "wrong-entry",
        "missing-entry",
    ]


def test_what_is_found_is_told_file_by_file(library: Library) -> None:
    record_digests(library)
    edited = clause_text(BODY.replace("6", "8"), status="withdrawn", reason="Old.", replaced_by="vat/by-none")
    files = {
        "vat/by-lead@1.9.0": edited,
        "vat/by-lead@1.10.0": clause_text(BODY.replace("6", "9"), change=changed("1.9.0", "minor")),
        "vat/by-lead-too@1.0.0": "",
        "audit/access@1.0.0": "",
    }
    lines = told(library_of(library.root, files)).splitlines()
    assert [line.split(":")[0] for line in lines if line.startswith("clauses/")] == [
        "clauses/audit/access/1.0.0.md",
        "clauses/vat/by-lead/1.9.0.md",
        "clauses/vat/by-lead/1.9.0.md",
        "clauses/vat/by-lead/1.10.0.md",
        "clauses/vat/by-lead-too/1.0.0.md",
    ]


def test_every_file_of_our_library_is_sound() -> None:
    assert "\n".join(map(show, Library(ROOT, Cache(None)).findings)) == ""
