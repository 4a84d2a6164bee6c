"""Outlines: what is read, and how each fault is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library.versions import Version
from clausekit.problems import ClausekitError, Source, show
from clausekit.templates import ForEach, Template, load_numbering, load_template, template_names
from tests.library.sample import write_files

ROOT = Path(__file__).parent.parent
HEAD = """\
title: Agreement under section 75
short_title: Section 75 agreement
kind: section-75-agreement
binding: true
numbering: agreement
house_style: house-style.docx
"""


def load(root: Path, text: str) -> Template:
    write_files(root, {"templates/nhs/template.yaml": text})
    return load_template(root, "nhs", Cache(None))


def told(root: Path, text: str) -> str:
    with pytest.raises(ClausekitError) as error:
        load(root, text)
    return "\n".join(map(show, error.value.findings))


def test_an_outline_is_read_in_its_order_with_the_place_of_each_entry(tmp_path: Path) -> None:
    template = load(
        tmp_path,
        HEAD
        + """\
outline:
  parties:
    - parties/council
  clauses:
    - {clause: vat/by-commissioner, version: ">=1.1, <2", when: funds.pooled, omitted: "[Not used]"}
    - {clause: notices/partner, for_each: partner in partners}
  schedules:
    - {schedule: finance-protocol, title: Finance Protocol, when: funds.pooled}
""",
    )
    assert (template.name, template.title, template.binding) == (
        "nhs",
        "Agreement under section 75",
        True,
    )
    assert (template.numbering, template.house_style) == ("agreement", "house-style.docx")
    assert [section.kind for section in template.outline] == ["parties", "clauses", "schedules"]
    party, vat, notices, schedule = template.entries
    assert (party.clause, party.key, party.version, party.when) == ("parties/council", "parties", None, None)
    assert party.source == Source("templates/nhs/template.yaml", 9, 7)
    assert party.excerpt == "    - parties/council"
    assert vat.version is not None
    assert (vat.version.matches(Version(1, 1, 0)), vat.version.matches(Version(2, 0, 0))) == (True, False)
    assert (vat.when, vat.omitted) == ("funds.pooled", "[Not used]")
    assert notices.for_each == ForEach("partner", "partners")
    assert (schedule.schedule, schedule.title, schedule.key) == (
        "finance-protocol",
        "Finance Protocol",
        "schedule:finance-protocol",
    )


def test_the_same_template_comes_out_of_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    name = template_names(ROOT)[0]
    assert load_template(ROOT, name, cache) == load_template(ROOT, name, cache)


def test_every_template_of_the_library_is_sound_and_numbered_by_a_scheme_that_exists() -> None:
    for name in template_names(ROOT):
        template = load_template(ROOT, name, Cache(None))
        assert {"parties", "recitals", "clauses", "schedules"} <= load_numbering(
            ROOT, template.numbering, Cache(None)
        ).keys()


def test_an_unknown_template_or_scheme_is_told_with_the_nearest_name() -> None:
    with pytest.raises(ClausekitError) as error:
        load_template(ROOT, "section-75-agrement", Cache(None))
    assert show(error.value.findings[0]) == (
        'error: There is no template "section-75-agrement".\n  Did you mean section-75-agreement?'
    )
    with pytest.raises(ClausekitError) as error:
        load_numbering(ROOT, "agrement", Cache(None))
    assert show(error.value.findings[0]) == (
        'templates/numbering.yaml: error: There is no numbering scheme "agrement".\n  Did you mean agreement?'
    )
    with pytest.raises(ClausekitError, match="There is no template"):
        load_template(ROOT, "../templates/section-75-agreement", Cache(None))


@pytest.mark.parametrize(
    ("outline", "message"),
    [
        pytest.param(
            "  clause:\n    - vat/by-commissioner",
            """\
templates/nhs/template.yaml:8:3: error: There is no entry "clause" here.
    8 | clause:
  Did you mean clauses?""",
            id="unknown section",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, if: funds.pooled}",
            """\
templates/nhs/template.yaml:9:37: error: There is no entry "if" here.
    9 | - {clause: vat/by-commissioner, if: funds.pooled}
  There may be: clause, version, when, omitted, for_each.""",
            id="unknown entry",
        ),
        pytest.param(
            "  clauses:\n    - vat",
            """\
templates/nhs/template.yaml:9:7: error: "vat" is not the id of a clause.
    9 | - vat
  Write family and alternative, such as vat/by-commissioner.""",
            id="half an id",
        ),
        pytest.param(
            "  clauses:\n    - {clause: ../../secret}",
            """\
templates/nhs/template.yaml:9:7: error: "../../secret" is not the id of a clause.
    9 | - {clause: ../../secret}
  Write family and alternative, such as vat/by-commissioner.""",
            id="a path",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, version: newest}",
            """\
templates/nhs/template.yaml:9:37: error: "newest" says no versions; write 1.2.0, or 1.2, or >=1.1, <2.
    9 | - {clause: vat/by-commissioner, version: newest}""",
            id="no versions",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, omitted: x}",
            """\
templates/nhs/template.yaml:9:37: error: "omitted" is never printed: without "when" the clause is always in.
    9 | - {clause: vat/by-commissioner, omitted: x}""",
            id="omitted for no reason",
        ),
        pytest.param(
            "  clauses:\n    - {clause: notices/partner, for_each: partners}",
            """\
templates/nhs/template.yaml:9:33: error: "partners" does not say for which list.
    9 | - {clause: notices/partner, for_each: partners}
  Write a name for each of them, and the list: for_each: partner in partners""",
            id="for each of what?",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-commissioner\n    - audit/access\n    - vat/by-commissioner",
            """\
templates/nhs/template.yaml:11:7: error: "vat/by-commissioner" stands in the outline already, on line 9.
   11 | - vat/by-commissioner""",
            id="twice",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-commissioner\n    - {clause: vat/by-lead, when: commissioning.lead}",
            """\
templates/nhs/template.yaml:10:7: error: vat/by-lead and vat/by-commissioner (line 9) are alternatives: \
a document has one of them.
   10 | - {clause: vat/by-lead, when: commissioning.lead}
  Give each a condition, "when:", so that they exclude each other.""",
            id="two of a family",
        ),
        pytest.param(
            "  clauses:\n    - {schedule: finance-protocol, title: Finance Protocol}",
            """\
templates/nhs/template.yaml:9:7: error: A schedule belongs in the section schedules.
    9 | - {schedule: finance-protocol, title: Finance Protocol}""",
            id="a schedule among the clauses",
        ),
        pytest.param(
            "  schedules:\n    - {schedule: Finance, when: funds.pooled}",
            """\
templates/nhs/template.yaml:9:7: error: "title" is missing.
    9 | - {schedule: Finance, when: funds.pooled}
  "title" says the title of the schedule.
templates/nhs/template.yaml:9:8: error: "Finance" cannot be the name of a schedule.
    9 | - {schedule: Finance, when: funds.pooled}""",
            id="a schedule without title",
        ),
        pytest.param(
            "  clauses: vat/by-commissioner",
            """\
templates/nhs/template.yaml:8:3: error: "clauses" must be a list, each line of it begun by "- ".
    8 | clauses: vat/by-commissioner""",
            id="no list",
        ),
        pytest.param(
            "  clauses:\n    - [vat/by-commissioner]",
            """\
templates/nhs/template.yaml:9:7: error: There must be entries here, such as clause: ...
    9 | - [vat/by-commissioner]""",
            id="a list in the list",
        ),
    ],
)
def test_a_fault_of_the_outline_is_told_with_its_line(tmp_path: Path, outline: str, message: str) -> None:
    assert told(tmp_path, f"{HEAD}outline:\n{outline}\n").startswith(message)


@pytest.mark.parametrize(
    ("written", "name", "expression"),
    [
        ("scheme in schemes", "scheme", "schemes"),
        ("s_1  in  plan.schemes[:2]", "s_1", "plan.schemes[:2]"),
        ("body in council.bodies if body in partners", "body", "council.bodies if body in partners"),
    ],
)
def test_a_clause_may_be_repeated_for_a_list(
    tmp_path: Path, written: str, name: str, expression: str
) -> None:
    entry = f"- {{clause: notices/partner, when: notices.given, for_each: '{written}'}}"
    [notices] = load(tmp_path, f"{HEAD}outline:\n  clauses:\n    {entry}\n").entries
    assert notices.for_each == ForEach(name, expression)
    assert notices.expressions == ("notices.given", expression)


@pytest.mark.parametrize(
    "written",
    ["partner", "in partners", "partner in", "not in partners", "a, b in c", "a.b in c", "_a in b", "A in b"],
)
def test_what_names_no_list_repeats_nothing(tmp_path: Path, written: str) -> None:
    text = f"{HEAD}outline:\n  clauses:\n    - {{clause: notices/partner, for_each: '{written}'}}\n"
    assert f'"{written}" does not say for which list.' in told(tmp_path, text)


def test_alternatives_of_one_family_may_stand_under_conditions(tmp_path: Path) -> None:
    template = load(
        tmp_path,
        HEAD
        + """\
outline:
  clauses:
    - {clause: vat/by-commissioner, when: not commissioning.lead}
    - {clause: vat/by-lead, when: commissioning.lead}
""",
    )
    assert [entry.key for entry in template.entries] == ["vat", "vat"]


def test_all_faults_of_a_head_are_told_at_once(tmp_path: Path) -> None:
    text = "title: A\nkind: b\nbinding: maybe\nhouse_style: ../../other.docx\ncolour: red\noutline: {}\n"
    messages = [line for line in told(tmp_path, text).splitlines() if "error:" in line]
    assert [message.partition("error: ")[2] for message in messages] == [
        'There is no entry "colour" here.',
        '"short_title" is missing.',
        '"numbering" is missing.',
        '"binding" must be true or false.',
        '"house_style" must be the name of a file in templates/, without a folder.',
    ]
