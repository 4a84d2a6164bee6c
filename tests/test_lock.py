"""Which versions a draft takes, what is refused and why, and the lock."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from clausekit.cache import Cache
from clausekit.library import Library
from clausekit.library.versions import Constraint
from clausekit.lock import (
    Lock,
    Request,
    Resolution,
    Upgrade,
    dump,
    output_name,
    read_lock,
    resolve,
    template_finding,
    upgrade_changes,
)
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
            "waiver/no-waiver@1.0.0": clause_text(),
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
t.yaml:9: error: vat/by-lead 1.0.0 cannot be used as at 1 April 2019: it is on hold (A case is pending).
    9 | - vat/by-lead
  Of the same family there can be used: vat/by-commissioner.""",
            id="on hold, with a sibling that would do",
        ),
        pytest.param(
            request("waiver/none"),
            """\
t.yaml:9: error: waiver/none 1.0.0 cannot be used as at 1 April 2019: it is withdrawn (Replaced).
    9 | - waiver/none
  Use waiver/no-waiver, which replaces it.""",
            id="withdrawn, with what replaces it",
        ),
        pytest.param(
            request("notices/methods"),
            """\
t.yaml:9: error: notices/methods 1.0.0 cannot be used as at 1 April 2019: it is a draft.
    9 | - notices/methods
  Ask whoever keeps the library, or take the clause out of the template.""",
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


@pytest.mark.parametrize(
    ("replacements", "remedy"),
    [
        pytest.param({"b": "c", "c": ""}, "Use term/c, which replaces it.", id="replaced twice"),
        pytest.param({"b": "c", "c": "a"}, "", id="in a circle"),
        pytest.param({"b": "b"}, "", id="by itself"),
        pytest.param({}, "", id="by none"),
    ],
)
def test_what_replaces_a_clause_can_be_used_itself(
    tmp_path: Path, replacements: dict[str, str], remedy: str
) -> None:
    """``term/a`` is replaced by ``term/b``, and so on; what is replaced by nothing can be used."""
    clauses = {
        f"term/{name}@1.0.0": clause_text(status="withdrawn", reason="Old.", replaced_by=f"term/{by}")
        if by
        else clause_text()
        for name, by in {"a": "b", **replacements}.items()
    }
    resolution = resolve([request("term/a")], library_of(tmp_path, clauses), DAY)
    ask = "Ask whoever keeps the library, or take the clause out of the template."
    assert told(resolution).splitlines()[2] == f"  {remedy or ask}"


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
        "it is withdrawn (The comma was right).\n    9 | - audit/access"
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
        "  Put the old text back, and change it in a new version (clausekit clause new), or "
        "run the command again with --upgrade to choose the clauses anew; it prints what changes."
    )


def test_a_locked_version_that_was_put_on_hold_since_is_kept_with_a_warning(library: Library) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner", "1.0")], library, DAY))
    text = clause_text(status="on-hold", reason="A case is pending.")
    library = change_file(library, "vat/by-commissioner@1.0.0", text)
    resolution = resolve([request("vat/by-commissioner")], library, DAY, lock)
    assert chosen(resolution) == ["vat/by-commissioner@1.0.0"]
    assert told(resolution).startswith(
        "t.yaml:9: warning: The draft keeps to vat/by-commissioner 1.0.0 of its lock, but it is on hold "
        "(A case is pending).\n    9 | - vat/by-commissioner\n"
        "  Version 1.1.0 can be used. To move on, run the command again with --upgrade"
    )


def test_where_nothing_replaces_a_locked_version_the_officer_is_not_told_to_upgrade(library: Library) -> None:
    lock = lock_of(resolve([request("audit/access")], library, DAY))
    library = change_file(library, "audit/access@1.0.0", clause_text(status="on-hold", reason="A case."))
    resolution = resolve([request("audit/access")], library, DAY, lock)
    assert told(resolution).endswith("\n  Ask whoever keeps the library what to use instead.")


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


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (
            (Source("matter.yaml", 2), "as_at: 2023-04-01"),
            """\
matter.yaml:2: error: The draft is to be as at 1 April 2023, but its lock is as at 1 April 2019.
    2 | as_at: 2023-04-01
  Put as_at back to 2019-04-01, or run the command again with --upgrade.""",
        ),
        (
            (Source("--as-at"),),
            """\
--as-at: error: The draft is to be as at 1 April 2023, but its lock is as at 1 April 2019.
  Leave out --as-at, or run the command again with --upgrade.""",
        ),
        (
            (),
            """\
error: The draft is to be as at 1 April 2023, but its lock is as at 1 April 2019.
  Leave out --as-at, or run the command again with --upgrade.""",
        ),
    ],
    ids=["in the file", "as an option", "from nowhere"],
)
def test_another_day_than_the_lock_has_is_refused_and_nothing_is_judged_for_it(
    library: Library, place: tuple[Source, str], message: str
) -> None:
    lock = lock_of(resolve([request("vat/by-commissioner")], library, DAY))
    assert library.find("vat/by-commissioner@1.1.0").refusal(date(2023, 4, 1))
    resolution = resolve([request("vat/by-commissioner")], library, date(2023, 4, 1), lock, *place)
    assert (chosen(resolution), told(resolution)) == (["vat/by-commissioner@1.1.0"], message)


def test_a_lock_of_another_template_is_refused() -> None:
    lock = Lock("agreement", DAY, {}, {}, "0.1.0")
    assert template_finding(lock, "agreement", Source("matter.yaml", 1)) is None
    finding = template_finding(lock, "memorandum", Source("matter.yaml", 1), "template: memorandum")
    assert finding is not None
    assert (finding.rule, show(finding)) == (
        "lock-template",
        """\
matter.yaml:1: error: The draft is to be made from the template memorandum, but its lock is of agreement.
    1 | template: memorandum
  Put template back to agreement, or run the command again with --upgrade.""",
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


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("matters/a.docx", "a.docx"),
        ("drafts/2026/a.docx", "../drafts/2026/a.docx"),
        ("D:/a.docx", "../D:/a.docx"),
        ("matters/a: [b] #é “c”.docx", "a: [b] #é “c”.docx"),
        ("matters/a\a\n\u202e\udcff.docx", "a%0007%000A%202E%DCFF.docx"),
    ],
)
def test_a_draft_may_lie_anywhere_and_have_any_name(tmp_path: Path, file: str, name: str) -> None:
    folder = tmp_path / "matters"
    assert output_name(tmp_path / file, folder) == name
    lock = Lock("agreement", DAY, {}, {name: "a" * 64}, "0.1.0")
    folder.mkdir()
    (folder / "matter.lock.yaml").write_text(dump(lock), encoding="utf-8")
    assert read_lock(folder / "matter.lock.yaml", Cache(None)) == lock


def test_a_draft_on_another_drive_has_its_whole_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_drive(*_: object) -> NoReturn:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", other_drive)
    assert output_name(Path("/drafts/a.docx"), Path("/matters")) == "/drafts/a.docx"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "This file says nothing."),
        ("clauses:\n  audit/access: {version: 1.0.0, dig", "The bracket that opens here is not closed"),
        ("template: agreement\n", '"outputs" is missing.'),
    ],
    ids=["empty", "cut off", "half"],
)
def test_a_broken_lock_is_to_be_put_back_or_deleted_and_not_mended(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "matter.lock.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClausekitError, match=message) as error:
        read_lock(path, Cache(None))
    *before, last = error.value.findings
    assert last.remedy == "Put back the lock as it was or delete it; then the clauses are chosen anew."
    assert not any(finding.remedy for finding in before)


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
        (2, '"as_at" must be a date.'),
        (4, '"latest" is not a version; a version is three whole numbers, such as 1.2.0.'),
        (4, "This is not a digest: 64 digits from 0 to f."),
        (5, '"digest" is missing.'),
        (7, "This is not a digest: 64 digits from 0 to f."),
    ]


def test_an_upgrade_says_what_it_changes_and_why(library: Library) -> None:
    old = lock_of(resolve([request("vat/by-commissioner", "1.0"), request("audit/access")], library, DAY))
    later = date(2023, 4, 1)
    new = resolve([request("vat/by-commissioner"), request("waiver/no-waiver")], library, later)
    changes = upgrade_changes(old, new, library)
    assert [(c.clause, str(c.old), str(c.new), c.kind, c.notes) for c in changes] == [
        ("audit/access", "1.0.0", "None", None, ()),
        ("vat/by-commissioner", "1.0.0", "2.0.0", "major", ("1.1.0: A limit.", "2.0.0: Boards.")),
        ("waiver/no-waiver", "None", "1.0.0", None, ()),
    ]


def test_an_upgrade_to_an_earlier_day_says_what_is_given_up(library: Library) -> None:
    old = lock_of(resolve([request("vat/by-commissioner")], library, date(2023, 4, 1)))
    new = resolve([request("vat/by-commissioner", "1.0")], library, DAY)
    [change] = upgrade_changes(old, new, library)
    assert (str(change.old), str(change.new), change.kind) == ("2.0.0", "1.0.0", "major")
    assert change.notes == ("no longer 2.0.0: Boards.", "no longer 1.1.0: A limit.")


def test_an_upgrade_tells_only_of_versions_that_led_to_the_new_one(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        {
            "vat/by-lead@1.0.0": clause_text(),
            "vat/by-lead@1.1.0": clause_text(status="draft", change=changed("1.0.0", "minor", "An idea.")),
            "vat/by-lead@2.0.0": clause_text(change=changed("1.0.0", "major", "Boards.")),
        },
    )
    old = lock_of(resolve([request("vat/by-lead", "1.0.0")], library, DAY))
    [change] = upgrade_changes(old, resolve([request("vat/by-lead")], library, DAY), library)
    assert change.notes == ("2.0.0: Boards.",)


def test_an_upgrade_tells_of_another_wording_under_the_same_version(library: Library) -> None:
    old = lock_of(resolve([request("audit/access")], library, DAY))
    library = change_file(library, "audit/access@1.0.0", clause_text(BODY.replace("6 years", "7 years")))
    new = resolve([request("audit/access")], library, DAY)
    version = new.clauses["audit/access"].version
    assert upgrade_changes(old, new, library) == (Upgrade("audit/access", version, version),)


def test_an_upgrade_that_changes_nothing_is_empty(library: Library) -> None:
    resolution = resolve([request("vat/by-commissioner"), request("audit/access")], library, DAY)
    assert upgrade_changes(lock_of(resolution), resolution, library) == ()
