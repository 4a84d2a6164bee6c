"""Which versions a draft takes, what is refused and why, and the lock."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.library.versions import Constraint
from clausekit.lock import Lock, Request, Resolution, Upgrade, dump, read_lock, resolve, upgrade_changes
from clausekit.problems import ClausekitError, Source, show
from tests.library.sample import BODY, changed, clause_text, library_of

DAY = date(2019, 4, 1)


def request(clause: str, constraint: str | None = None) -> Request:
    entry = f"- {clause}"
    return Request(clause, Constraint.parse(constraint) if constraint else None, Source("t.yaml", 9), entry)


def told(resolution: Resolution) -> str:
    return "\n".join(map(show, resolution.findings))


def chosen(resolution: Resolution) -> list[str]:
    return [clause.name for clause in resolution.clauses.values()]


def lock_of(resolution: Resolution, as_at: date = DAY) -> Lock:
    return Lock("agreement", as_at, resolution.locked(), {}, "0.1.0")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    before, after = "{to: 2022-06-30}", "{from: 2022-07-01}"
    return library_of(
        tmp_path,
        {
            "vat/by-commissioner@1.0.0": clause_text(in_force=before),
            "vat/by-commissioner@1.1.0": clause_text(
                in_force=before, change=changed("1.0.0", "minor", "A limit.")
            ),
            "vat/by-commissioner@2.0.0": clause_text(
                in_force=after, change=changed("1.1.0", "major", "Boards.")
            ),
            "vat/by-commissioner@2.1.0": clause_text(status="draft", change=changed("2.0.0", "minor")),
            "vat/by-lead@1.0.0": clause_text(status="on-hold", reason="A case is pending."),
            "audit/access@1.0.0": clause_text(),
            "audit/access@1.0.1": clause_text(
                status="withdrawn", reason="The comma was right.", change=changed("1.0.0", "patch")
            ),
            "waiver/none@1.0.0": clause_text(
                status="withdrawn", reason="Replaced.", replaced_by="waiver/no-waiver"
            ),
            "notices/methods@1.0.0": clause_text(status="draft"),
        },
    )


@pytest.mark.parametrize(
    ("as_at", "constraint", "version"),
    [
        (date(2019, 4, 1), None, "1.1.0"),
        (date(2022, 6, 30), None, "1.1.0"),
        (date(2022, 7, 1), None, "2.0.0"),
        (date(2019, 4, 1), "1.0", "1.0.0"),
        (date(2019, 4, 1), ">=1, <1.1", "1.0.0"),
    ],
)
def test_the_newest_approved_version_in_force_on_the_day_is_taken(
    library: Library, as_at: date, constraint: str | None, version: str
) -> None:
    resolution = resolve([request("vat/by-commissioner", constraint)], library, as_at)
    assert (chosen(resolution), told(resolution)) == ([f"vat/by-commissioner@{version}"], "")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param(
            request("vat/by-lead"),
            """\
t.yaml:9: error: vat/by-lead 1.0.0 cannot be used as at 1 April 2019: it is on hold: A case is pending.
    9 | - vat/by-lead
  Of the same family there can be used: vat/by-commissioner.""",
            id="on hold, with a sibling that would do",
        ),
        pytest.param(
            request("waiver/none"),
            """\
t.yaml:9: error: waiver/none 1.0.0 cannot be used as at 1 April 2019: it is withdrawn: Replaced.
    9 | - waiver/none
  Use waiver/no-waiver, which replaces it.""",
            id="withdrawn, with what replaces it",
        ),
        pytest.param(
            request("notices/methods"),
            """\
t.yaml:9: error: notices/methods 1.0.0 cannot be used as at 1 April 2019: it is a draft.
    9 | - notices/methods""",
            id="a draft, with nothing in its place",
        ),
        pytest.param(
            request("vat/by-commissioner", "2"),
            """\
t.yaml:9: error: vat/by-commissioner 2.1.0 cannot be used as at 1 April 2019: it is a draft.
    9 | - vat/by-commissioner
  Version 1.1.0 can be used.
  Nor can 2.0.0: it is in force only from 1 July 2022.""",
            id="a draft and one not yet in force, with an older version that would do",
        ),
        pytest.param(
            request("vat/by-commissioner", "3"),
            """\
t.yaml:9: error: vat/by-commissioner has no version 3.
    9 | - vat/by-commissioner
  There are: 1.0.0, 1.1.0, 2.0.0, 2.1.0.""",
            id="no such version",
        ),
        pytest.param(
            request("vat/by-comissioner"),
            """\
t.yaml:9: error: There is no clause "vat/by-comissioner" in the library.
    9 | - vat/by-comissioner
  Did you mean vat/by-commissioner?""",
            id="no such clause",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason_and_the_replacement(
    library: Library, asked: Request, message: str
) -> None:
    resolution = resolve([asked], library, DAY)
    assert (told(resolution), chosen(resolution)) == (message, [])


def test_all_problems_are_told_at_once_and_the_sound_clauses_are_there(library: Library) -> None:
    asked = [
        request(name) for name in ("vat/by-lead", "audit/acces", "vat/by-commissioner", "notices/methods")
    ]
    resolution = resolve(asked, library, DAY)
    assert [finding.rule for finding in resolution.findings] == [
        "clause-refused",
        "unknown-clause",
        "clause-refused",
    ]
    assert chosen(resolution) == ["vat/by-commissioner@1.1.0"]


def test_a_newer_version_that_was_stopped_is_mentioned(library: Library) -> None:
    resolution = resolve([request("audit/access")], library, DAY)
    assert chosen(resolution) == ["audit/access@1.0.0"]
    assert told(resolution) == (
        "t.yaml:9: info: audit/access 1.0.0 is used, since 1.0.1 cannot be: "
        "it is withdrawn: The comma was right.\n    9 | - audit/access"
    )


def test_a_broken_version_stops_the_choice_since_it_may_be_the_newest(tmp_path: Path) -> None:
    files = {"vat/by-lead@1.0.0": clause_text(), "vat/by-lead@1.1.0": clause_text(status="aproved")}
    resolution = resolve([request("vat/by-lead")], library_of(tmp_path, files), DAY)
    assert "clauses/vat/by-lead/1.1.0.md:3:1: error:" in told(resolution)
    assert chosen(resolution) == []


def test_with_a_lock_the_same_versions_are_taken_whatever_came_since(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0")], library, DAY))
    resolution = resolve([request("vat/by-commissioner")], library, DAY, lock)
    assert (chosen(resolution), told(resolution)) == (["vat/by-commissioner@1.0.0"], "")


def test_a_locked_version_is_taken_even_if_another_version_is_broken(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner")], library, DAY))
    (library.root / "clauses/vat/by-commissioner/2.0.0.md").write_text("broken", encoding="utf-8")
    resolution = resolve([request("vat/by-commissioner")], Library(library.root, Cache(None)), DAY, lock)
    assert (chosen(resolution), told(resolution)) == (["vat/by-commissioner@1.1.0"], "")


def change_file(library: Library, name: str, text: str) -> Library:
    """Write a clause file, and open the library anew."""
    return library_of(library.root, {name: text})


def test_a_changed_file_under_a_locked_version_is_an_error(library: Library) -> None:
    lock = lock_of(resolve([request("audit/access", "1.0.0")], library, DAY))
    library = change_file(library, "audit/access@1.0.0", clause_text(BODY.replace("6 years", "7 years")))
    resolution = resolve([request("audit/access")], library, DAY, lock)
    assert chosen(resolution) == []
    assert told(resolution) == (
        "clauses/audit/access/1.0.0.md: error: audit/access@1.0.0 is not the text that this draft "
        "was made from: its file has been changed.\n"
        "  Put the old text back: a change needs a new version (clausekit clause new). "
        "Run the command again with --upgrade to resolve the clauses anew; it prints what changes."
    )


def test_a_locked_version_that_was_put_on_hold_since_is_kept_with_a_warning(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0")], library, DAY))
    text = clause_text(status="on-hold", reason="A case is pending.")
    library = change_file(library, "vat/by-commissioner@1.0.0", text)
    resolution = resolve([request("vat/by-commissioner")], library, DAY, lock)
    assert chosen(resolution) == ["vat/by-commissioner@1.0.0"]
    assert told(resolution).startswith(
        "t.yaml:9: warning: The draft keeps to vat/by-commissioner 1.0.0 of its lock, but it is on hold: "
        "A case is pending.\n    9 | - vat/by-commissioner\n  Version 1.1.0 can be used. Run the command"
    )


def test_a_locked_version_whose_file_is_gone_is_an_error(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0"), request("audit/access")], library, DAY))
    (library.root / "clauses/vat/by-commissioner/1.0.0.md").unlink()
    for path in (library.root / "clauses/audit/access").iterdir():
        path.unlink()
    asked = [request("vat/by-commissioner"), request("audit/access")]
    resolution = resolve(asked, Library(library.root, Cache(None)), DAY, lock)
    assert "made from vat/by-commissioner 1.0.0, but the library has no such version.\n" in told(resolution)
    assert "There are: 1.1.0, 2.0.0, 2.1.0." in told(resolution)
    assert 'There is no clause "audit/access" in the library.' in told(resolution)


def test_a_template_that_now_asks_for_other_versions_than_the_lock_has_is_an_error(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0")], library, DAY))
    resolution = resolve([request("vat/by-commissioner", ">=1.1")], library, DAY, lock)
    assert told(resolution).startswith(
        "t.yaml:9: error: The template now asks for vat/by-commissioner >=1.1, but the draft was made from 1"
    )


def test_a_clause_that_the_lock_does_not_know_is_chosen_anew_and_told(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0")], library, DAY))
    resolution = resolve(
        [request("vat/by-commissioner"), request("audit/access", "1.0.0")], library, DAY, lock
    )
    assert chosen(resolution) == ["vat/by-commissioner@1.0.0", "audit/access@1.0.0"]
    assert told(resolution) == (
        "t.yaml:9: info: audit/access is not in the lock yet; version 1.0.0 was chosen.\n"
        "    9 | - audit/access"
    )


def test_another_day_than_the_lock_has_is_refused(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner")], library, DAY))
    source = Source("matter.yaml", 2)
    resolution = resolve([request("vat/by-commissioner")], library, date(2023, 4, 1), lock, source)
    assert told(resolution).startswith(
        "matter.yaml:2: error: The draft is to be as at 1 April 2023, but its lock is as at 1 April 2019.\n"
        "  Put as_at back to 2019-04-01, or run the command again with --upgrade."
    )


def test_a_lock_is_written_in_order_and_reads_back(library: Library, tmp_path: Path) -> None:
    resolution = resolve([request("vat/by-commissioner"), request("audit/access")], library, DAY)
    digests = [resolution.clauses[name].digest for name in ("audit/access", "vat/by-commissioner")]
    lock = Lock(
        "agreement", DAY, resolution.locked(), {"../b: 1.docx": "b" * 64, "a.docx": "a" * 64}, "0.1.0"
    )
    assert (
        dump(lock)
        == f"""\
# Made by clausekit: the versions of the clauses that this draft was made from. Keep it beside the parameter
# file, and leave it as it is; "clausekit draft --upgrade" makes it anew.
template: agreement
as_at: 2019-04-01
tool: "0.1.0"
clauses:
  audit/access: {{version: 1.0.0, digest: {digests[0]}}}
  vat/by-commissioner: {{version: 1.1.0, digest: {digests[1]}}}
outputs:
  "../b: 1.docx": {"b" * 64}
  "a.docx": {"a" * 64}
"""
    )
    path = tmp_path / "matter.lock.yaml"
    path.write_text(dump(lock), encoding="utf-8")
    assert read_lock(path, Cache(None)) == lock


def test_a_lock_without_clauses_and_outputs_reads_back(tmp_path: Path) -> None:
    lock = Lock("agreement", DAY, {}, {}, "0.1.0")
    path = tmp_path / "matter.lock.yaml"
    path.write_text(dump(lock), encoding="utf-8")
    assert read_lock(path, Cache(None)) == lock


def test_all_faults_of_a_lock_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "matter.lock.yaml"
    path.write_text(
        """\
template: agreement
as_at: 1 April 2019
clauses:
  vat/by-commissioner: {version: latest, digest: abc}
  audit/access: {version: 1.0.0}
outputs:
  matter.docx: abc
""",
        encoding="utf-8",
    )
    with pytest.raises(ClausekitError) as error:
        read_lock(path, Cache(None))
    assert [
        (finding.source and finding.source.line, finding.message) for finding in error.value.findings
    ] == [
        (1, '"tool" is missing.'),
        (2, '"1 April 2019" is not a date.'),
        (4, "This is not a digest: 64 digits from 0 to f."),
        (4, '"latest" is not a version; a version is three whole numbers, such as 1.2.0.'),
        (5, '"digest" is missing.'),
        (7, "This is not a digest: 64 digits from 0 to f."),
    ]


def test_an_upgrade_says_what_it_changes_and_why(library: Library) -> None:
    old = lock_of(resolve([request("vat/by-commissioner", "1.0"), request("audit/access")], library, DAY))
    later = date(2023, 4, 1)
    library = change_file(library, "waiver/no-waiver@1.0.0", clause_text())
    new = resolve([request("vat/by-commissioner"), request("waiver/no-waiver")], library, later)
    changes = upgrade_changes(old, new, library)
    assert [(c.clause, str(c.old), str(c.new), c.kind, c.notes) for c in changes] == [
        ("audit/access", "1.0.0", "None", None, ()),
        ("vat/by-commissioner", "1.0.0", "2.0.0", "major", ("1.1.0: A limit.", "2.0.0: Boards.")),
        ("waiver/no-waiver", "None", "1.0.0", None, ()),
    ]


def test_an_upgrade_tells_of_another_wording_under_the_same_version(library: Library) -> None:
    old = lock_of(resolve([request("audit/access")], library, DAY))
    library = change_file(library, "audit/access@1.0.0", clause_text(BODY.replace("6 years", "7 years")))
    new = resolve([request("audit/access")], library, DAY)
    version = new.clauses["audit/access"].version
    assert upgrade_changes(old, new, library) == (Upgrade("audit/access", version, version),)


def test_an_upgrade_that_changes_nothing_is_empty(library: Library) -> None:
    resolution = resolve([request("vat/by-commissioner"), request("audit/access")], library, DAY)
    assert upgrade_changes(lock_of(resolution), resolution, library) == ()
