"""Outlines: what is read, and how each fault is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.library.versions import Version
from clausekit.outlines import Entry, ForEach, Title
from clausekit.problems import ClausekitError, Source, show
from clausekit.templates import (
    Template,
    load_numbering,
    load_template,
    schedule_names,
    template_names,
)
from tests.library.sample import write_files

ROOT = Path(__file__).parent.parent
HEAD = """\
title: Agreement under section 75
short_title: Section 75 agreement
summary: How partners pool funds.
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
    assert (party.kind, party.name, party.address) == ("clause", "parties/council", "parties")
    assert (party.version, party.when) == (None, None)
    assert party.source == Source("templates/nhs/template.yaml", 10, 7)
    assert party.excerpt == "    - parties/council"
    assert vat.version is not None
    assert (vat.version.matches(Version(1, 1, 0)), vat.version.matches(Version(2, 0, 0))) == (True, False)
    assert (vat.when, vat.omitted) == ("funds.pooled", "[Not used]")
    assert notices.for_each == ForEach("partner", "partners")
    assert (schedule.name, schedule.address) == ("finance-protocol", "schedule:finance-protocol")
    assert schedule.title == Title("Finance Protocol", Source("templates/nhs/template.yaml", 15, 36))


def test_the_same_template_comes_out_of_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    name = template_names(ROOT)[0]
    assert load_template(ROOT, name, cache) == load_template(ROOT, name, cache)


def test_every_template_of_the_library_is_sound_and_numbered_by_a_scheme_that_exists() -> None:
    for name in (*template_names(ROOT), *schedule_names(ROOT)):
        template = load_template(ROOT, name, Cache(None))
        numbered = {section.kind for section in template.outline} - {"cover", "execution"}
        assert numbered <= load_numbering(ROOT, template.numbering, Cache(None)).keys()


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
templates/nhs/template.yaml:9:3: error: There is no entry "clause" here.
    9 | clause:
  Did you mean clauses?""",
            id="unknown section",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, if: funds.pooled}",
            """\
templates/nhs/template.yaml:10:37: error: There is no entry "if" here.
   10 | - {clause: vat/by-commissioner, if: funds.pooled}
  There may be: clause, version, when, omitted, for_each.""",
            id="unknown entry",
        ),
        pytest.param(
            "  clauses:\n    - vat",
            """\
templates/nhs/template.yaml:10:7: error: "vat" is not the id of a clause.
   10 | - vat
  Write family and alternative, such as vat/by-commissioner.""",
            id="half an id",
        ),
        pytest.param(
            "  clauses:\n    - {clause: ../../secret}",
            """\
templates/nhs/template.yaml:10:7: error: "../../secret" is not the id of a clause.
   10 | - {clause: ../../secret}
  Write family and alternative, such as vat/by-commissioner.""",
            id="a path",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, version: newest}",
            """\
templates/nhs/template.yaml:10:37: error: "newest" says no versions; write 1.2.0, or 1.2, or >=1.1, <2.
   10 | - {clause: vat/by-commissioner, version: newest}""",
            id="no versions",
        ),
        pytest.param(
            "  clauses:\n    - {clause: vat/by-commissioner, omitted: x}",
            """\
templates/nhs/template.yaml:10:37: error: "omitted" is never printed: without "when" the clause is always in.
   10 | - {clause: vat/by-commissioner, omitted: x}""",
            id="omitted for no reason",
        ),
        pytest.param(
            "  clauses:\n    - {clause: notices/partner, for_each: partners}",
            """\
templates/nhs/template.yaml:10:33: error: "partners" does not say for which list.
   10 | - {clause: notices/partner, for_each: partners}
  Write a name for each of them, and the list: for_each: partner in partners""",
            id="for each of what?",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-commissioner\n    - audit/access\n    - vat/by-commissioner",
            """\
templates/nhs/template.yaml:12:7: error: "vat/by-commissioner" stands in the outline already, on line 10.
   12 | - vat/by-commissioner""",
            id="twice",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-commissioner\n    - {clause: vat/by-lead, when: commissioning.lead}",
            """\
templates/nhs/template.yaml:11:7: error: vat/by-lead and vat/by-commissioner (line 10) are alternatives: \
a document has one of them.
   11 | - {clause: vat/by-lead, when: commissioning.lead}
  Give each a condition, "when:", so that they exclude each other.""",
            id="two of a family",
        ),
        pytest.param(
            "  clauses:\n    - {schedule: finance-protocol, title: Finance Protocol}",
            """\
templates/nhs/template.yaml:10:7: error: A schedule belongs in the section schedules.
   10 | - {schedule: finance-protocol, title: Finance Protocol}""",
            id="a schedule among the clauses",
        ),
        pytest.param(
            "  schedules:\n    - {schedule: Finance, when: funds.pooled}",
            """\
templates/nhs/template.yaml:10:8: error: "Finance" cannot be the name of a schedule.
   10 | - {schedule: Finance, when: funds.pooled}
  A name has small letters and digits, with hyphens between them, such as finance-protocol.
templates/nhs/template.yaml:10:7: error: "title" is missing: the library has no \
schedules/Finance/schedule.yaml, which would say it.
   10 | - {schedule: Finance, when: funds.pooled}
  Give a title here; it prints with a line that the schedule is to be attached.""",
            id="a schedule without title",
        ),
        pytest.param(
            "  clauses: vat/by-commissioner",
            """\
templates/nhs/template.yaml:9:3: error: "clauses" must be a list, each line of it begun by "- ".
    9 | clauses: vat/by-commissioner""",
            id="no list",
        ),
        pytest.param(
            "  clauses:\n    - [vat/by-commissioner]",
            """\
templates/nhs/template.yaml:10:7: error: There must be entries here, such as clause: ...
   10 | - [vat/by-commissioner]""",
            id="a list in the list",
        ),
    ],
)
def test_a_fault_of_the_outline_is_told_with_its_line(tmp_path: Path, outline: str, message: str) -> None:
    assert told(tmp_path, f"{HEAD}outline:\n{outline}\n").startswith(message)


SCHEDULE = """\
title: Finance Protocol
summary: Contributions and payment.
kind: schedule
binding: true
numbering: schedule-alone
house_style: house-style.docx
outline:
"""
PARTS = """\
  parts:
    - part: statement
      title: Statement on Financial Arrangements
      clauses:
        - contributions/yearly
        - {clause: risk-share/by-percentage, when: funds.pooled}
    - {part: scheme, title: "{{ scheme.name }}", for_each: scheme in schemes, clauses: [scheme-fees/yearly]}
"""


def outline_of(template: Template) -> list[str]:
    """Return the addresses of a template's entries, each indented by how deep it stands."""

    def lines(entries: tuple[Entry, ...], indent: str) -> list[str]:
        return [
            line
            for entry in entries
            for line in (f"{indent}{entry.address}", *lines(entry.entries, f"{indent}  "))
        ]

    return [line for section in template.outline for line in lines(section.entries, "")]


def load_with_schedule(root: Path, outline: str, schedule: str, name: str = "nhs") -> Template:
    write_files(
        root,
        {
            "templates/nhs/template.yaml": f"{HEAD}outline:\n{outline}\n",
            "schedules/finance-protocol/schedule.yaml": f"{SCHEDULE}{schedule}",
        },
    )
    return load_template(root, name, Cache(None))


def test_a_schedule_brings_its_parts_and_clauses_and_its_title(tmp_path: Path) -> None:
    template = load_with_schedule(tmp_path, "  schedules:\n    - finance-protocol", PARTS)
    assert outline_of(template) == [
        "schedule:finance-protocol",
        "  schedule:finance-protocol/statement",
        "    contributions",
        "    risk-share",
        "  schedule:finance-protocol/scheme",
        "    scheme-fees",
    ]
    schedule, statement, contributions, risk_share, scheme, _ = template.entries
    assert schedule.title == Title(
        "Finance Protocol", Source("schedules/finance-protocol/schedule.yaml", 1, 1)
    )
    assert (statement.kind, statement.name) == ("part", "statement")
    assert contributions.source == Source("schedules/finance-protocol/schedule.yaml", 12, 11)
    assert risk_share.when == "funds.pooled"
    assert (scheme.title and scheme.title.text, scheme.for_each) == (
        "{{ scheme.name }}",
        ForEach("scheme", "schemes"),
    )


def test_a_title_in_the_template_goes_before_that_of_the_schedule(tmp_path: Path) -> None:
    entry = "  schedules:\n    - {schedule: finance-protocol, title: Money}"
    schedule, *_ = load_with_schedule(tmp_path, entry, PARTS).entries
    assert schedule.title == Title("Money", Source("templates/nhs/template.yaml", 10, 36))


def test_a_schedule_is_an_annex_where_the_template_says_so(tmp_path: Path) -> None:
    template = load_with_schedule(tmp_path, "  annexes:\n    - annex: finance-protocol", PARTS)
    assert outline_of(template)[:3] == [
        "annex:finance-protocol",
        "  annex:finance-protocol/statement",
        "    contributions",
    ]


def test_a_schedule_alone_is_a_template_of_its_own(tmp_path: Path) -> None:
    template = load_with_schedule(tmp_path, "  {}", PARTS, name="finance-protocol")
    assert (template.title, template.short_title, template.kind) == (
        "Finance Protocol",
        "Finance Protocol",
        "schedule",
    )
    assert (template.numbering, template.is_schedule) == ("schedule-alone", True)
    assert [section.kind for section in template.outline] == ["schedules"]
    assert outline_of(template)[0] == "schedule:finance-protocol"


def test_a_template_and_a_schedule_of_one_name_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"schedules/nhs/schedule.yaml": f"{SCHEDULE}{PARTS}"})
    with pytest.raises(ClausekitError) as error:
        load(tmp_path, f"{HEAD}outline:\n  clauses:\n    - vat/by-lead\n")
    assert show(error.value.findings[0]) == (
        'error: A template and a schedule are both called "nhs".\n'
        "  Give one of the folders templates/nhs and schedules/nhs another name."
    )


def test_sections_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    outline = (
        "outline:\n  schedules: []\n  clauses: [vat/by-lead]\n  annexes:\n  execution: [execution/by-party]\n"
    )
    template = load(tmp_path, f"{HEAD}{outline}")
    assert [section.kind for section in template.outline] == ["schedules", "clauses", "annexes", "execution"]


@pytest.mark.parametrize(
    ("schedule", "message"),
    [
        pytest.param(
            "  parts: []\n  clauses: []\n",
            """\
schedules/finance-protocol/schedule.yaml:7:1: error: A schedule is made of either clauses or parts.
    7 | outline:
  Write clauses or, if they stand in parts, parts with clauses.""",
            id="clauses and parts",
        ),
        pytest.param(
            "  sections: []\n",
            """\
schedules/finance-protocol/schedule.yaml:8:3: error: There is no entry "sections" here.
    8 | sections: []
  There may be: clauses, parts.
schedules/finance-protocol/schedule.yaml:7:1: error: A schedule is made of either clauses or parts.""",
            id="neither",
        ),
        pytest.param(
            "  parts:\n    - {part: statement, clause: [contributions/yearly]}\n",
            """\
schedules/finance-protocol/schedule.yaml:9:25: error: There is no entry "clause" here.
    9 | - {part: statement, clause: [contributions/yearly]}
  Did you mean clauses?
schedules/finance-protocol/schedule.yaml:9:7: error: "title" is missing.
    9 | - {part: statement, clause: [contributions/yearly]}
  "title" says the title of the part.
schedules/finance-protocol/schedule.yaml:9:7: error: "clauses" is missing.""",
            id="a part without title and clauses",
        ),
        pytest.param(
            "  clauses:\n    - {part: statement, title: Statement, clauses: [contributions/yearly]}\n",
            """\
schedules/finance-protocol/schedule.yaml:9:7: error: A part belongs in the outline of a schedule.""",
            id="a part among clauses",
        ),
        pytest.param(
            "  parts:\n    - contributions/yearly\n",
            """\
schedules/finance-protocol/schedule.yaml:9:7: error: Only parts belong here.""",
            id="a clause among parts",
        ),
        pytest.param(
            "  clauses:\n    - {clause: fees/a, for_each: fee in fees, when: fees, omitted: '[Not used]'}\n",
            """\
schedules/finance-protocol/schedule.yaml:9:59: error: A clause that is repeated cannot be "omitted": \
it stands once for each of the list.""",
            id="omitted how often?",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-commissioner\n",
            """\
schedules/finance-protocol/schedule.yaml:9:7: error: "vat/by-commissioner" stands in the outline already, \
on line 10 of templates/nhs/template.yaml.""",
            id="a clause of the body",
        ),
        pytest.param(
            "  clauses:\n    - vat/by-lead\n",
            """\
schedules/finance-protocol/schedule.yaml:9:7: error: vat/by-lead and vat/by-commissioner (line 10 of \
templates/nhs/template.yaml) are alternatives: a document has one of them.""",
            id="a family of the body",
        ),
    ],
)
def test_a_fault_of_a_schedule_is_told_with_its_line(tmp_path: Path, schedule: str, message: str) -> None:
    outline = "  clauses:\n    - vat/by-commissioner\n  schedules:\n    - finance-protocol"
    with pytest.raises(ClausekitError) as error:
        load_with_schedule(tmp_path, outline, schedule)
    assert "\n".join(map(show, error.value.findings)).startswith(message)


def test_a_schedule_that_was_misspelt_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(ClausekitError) as error:
        load_with_schedule(tmp_path, "  schedules:\n    - finance-protocal", PARTS)
    assert (
        show(error.value.findings[0])
        == """\
templates/nhs/template.yaml:10:7: error: "title" is missing: the library has no \
schedules/finance-protocal/schedule.yaml, which would say it.
   10 | - finance-protocal
  Did you mean finance-protocol?"""
    )


NUMBERING = """\
agreement:
  clauses: [{format: decimal, text: "%1", style: Clause}]
  recitals: [{format: upper-letter, text: "(%1)", style: Recital}]
memorandum:
  based_on: agreement
  clauses: [{format: decimal, text: "%1", style: Paragraph}]
letter: {based_on: agrement}
"""


def test_a_scheme_has_the_listings_of_the_one_that_it_is_based_on(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/numbering.yaml": NUMBERING})
    scheme = load_numbering(tmp_path, "memorandum", Cache(None))
    assert {listing: levels[0]["style"] for listing, levels in scheme.items()} == {
        "clauses": "Paragraph",
        "recitals": "Recital",
    }


def test_a_scheme_that_is_based_on_none_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"templates/numbering.yaml": NUMBERING})
    with pytest.raises(ClausekitError) as error:
        load_numbering(tmp_path, "letter", Cache(None))
    assert (
        show(error.value.findings[0])
        == """\
templates/numbering.yaml:7:10: error: There is no numbering scheme "agrement".
    7 | letter: {based_on: agrement}
  Did you mean agreement?"""
    )


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
    assert [entry.address for entry in template.entries] == ["vat", "vat"]


def test_all_faults_of_a_head_are_told_at_once(tmp_path: Path) -> None:
    text = "title: A\nkind: b\nbinding: maybe\nhouse_style: ../../other.docx\ncolour: red\noutline: {}\n"
    messages = [line for line in told(tmp_path, text).splitlines() if "error:" in line]
    assert [message.partition("error: ")[2] for message in messages] == [
        'There is no entry "colour" here.',
        '"short_title" is missing.',
        '"summary" is missing.',
        '"numbering" is missing.',
        '"binding" must be true or false.',
        '"house_style" must be the name of a file in templates/, without a folder.',
    ]
