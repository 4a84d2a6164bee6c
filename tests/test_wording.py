"""The wording of a clause before anything is filled in, as a reviewer reads it."""

from __future__ import annotations

from pathlib import Path

from clausekit.cache import Cache
from clausekit.library.clausefile import read_clause_file
from clausekit.library.versions import Version
from clausekit.wording import wording_of

HEAD = "---\ntitle: Term\nstatus: draft\n---\n"


def wording(tmp_path: Path, body: str) -> list[str]:
    """Return the lines of the wording that are not empty."""
    file = "clauses/term/yearly/1.0.0.md"
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(HEAD + body, "utf-8")
    clause, findings = read_clause_file(tmp_path, file, Cache(None), {Version(1, 0, 0)})
    assert clause is not None, findings
    return [line for line in wording_of(clause).split("\n") if line.strip()]


def test_values_and_questions_stand_in_brackets(tmp_path: Path) -> None:
    body = """\
# Term

1.  [#length] The term is {{ term.length | days }}.
{% if term.extended %}
2.  It may be extended under [[#length]].
{% else %}
2.  It ends on {{ term.end }}. {# for later #}
{% endif %}
"""
    assert wording(tmp_path, body) == [
        "# Term",
        "1 The term is [term.length | days].",
        "[If term.extended:]",
        "2 It may be extended under [[#length]].",
        "[Otherwise:]",
        "2 It ends on [term.end]. ",
        "[End]",
    ]


def test_items_are_numbered_by_their_place(tmp_path: Path) -> None:
    body = """\
# Term

1.  The Council shall:
    1.  keep accounts;
    1.  report.
        1.  each quarter
1.  The Board pays.
"""
    assert [line.strip() for line in wording(tmp_path, body)][1:] == [
        "1 The Council shall:",
        "1.1 keep accounts;",
        "1.2 report.",
        "1.2.1 each quarter",
        "2 The Board pays.",
    ]
