"""Planted scripts: sources are changed on purpose, and each edit must have just that layer and that cause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clausekit.comparison.clauses import Outline
from clausekit.comparison.edits import Comparison
from clausekit.comparison.places import Places
from clausekit.comparison.printed import plain_passage
from clausekit.comparison.sources import sources_of
from clausekit.explaining import LibraryExplains
from clausekit.formats.docx.reader import read
from tests.comparison.planted import Bench, changed, copy_of_library, edited, told

AGREEMENT = "section-75-agreement/westmarch-2026-27"
SHARING = "information-sharing-agreement/westmarch-2026-27"
MEMORANDUM = "memorandum-of-understanding/cheshire-and-merseyside-2021"

FORCE_MAJEURE = (
    "included: false\nreview",
    "included: true\n  lasting: 30 days\n  notice: 20 days\nreview",
)
MEDIATION = "dispute-resolution/escalation-and-mediation"


@pytest.fixture(scope="module", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests make out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAUSEKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Return a bench with our own library."""
    return Bench(tmp_path_factory.mktemp("matters"))


@pytest.fixture(scope="module")
def agreement(bench: Bench) -> bytes:
    """Return the agreement as it was."""
    return bench.draft(AGREEMENT)


@pytest.fixture(scope="module")
def sharing(bench: Bench) -> bytes:
    """Return the information sharing agreement as it was."""
    return bench.draft(SHARING)


def headline(comparison: Comparison) -> list[str]:
    """Return what is told of the edits that count, each once."""
    return list(dict.fromkeys(map(told, comparison.headline)))


# one source at a time


def test_a_value_in_many_places(bench: Bench, agreement: bytes) -> None:
    new = bench.draft(
        AGREEMENT, ("executive: Integration and Commissioning Executive", "executive: Joint Executive")
    )
    comparison = bench.compare(agreement, new)
    assert headline(comparison) == [
        "parameter replaced: parameter boards.executive "
        "Integration and Commissioning Executive->Joint Executive"
    ]
    assert len(comparison.headline) == 19


def test_a_value_in_the_running_header(bench: Bench, agreement: bytes) -> None:
    new = bench.draft(AGREEMENT, ("status: Execution version", "status: Draft 2"))
    comparison = bench.compare(agreement, new)
    assert headline(comparison) == [
        "parameter replaced: parameter agreement.status Execution version->Draft 2"
    ]
    assert [str(edit.new) for edit in comparison.headline] == ["header"]


def test_an_amount_in_a_table_and_the_totals_that_it_is_part_of(bench: Bench, agreement: bytes) -> None:
    new = bench.draft(AGREEMENT, ("£31,480,250", "£31,580,250"), ("£50,558,473", "£50,658,473"))
    comparison = bench.compare(agreement, new)
    assert headline(comparison) == [
        "parameter replaced: parameter contributions.sources[0].shares[0].amount £31,480,250->£31,580,250"
    ]
    assert [edit.new.cell.rpartition(", ")[2] for edit in comparison.headline if edit.new] == [
        "NHS Westmarch and Dale Integrated Care Board",
        "Total",
        "NHS Westmarch and Dale Integrated Care Board",
        "Total",
    ]


def test_a_row_for_each_element_of_a_list(bench: Bench, agreement: bytes) -> None:
    row = "    - {name: Carers who receive a break in the year, set: Local, aim: More}\n"
    comparison = bench.compare(agreement, bench.draft(AGREEMENT, (row, "")))
    name = "Carers who receive a break in the year"
    assert headline(comparison) == [f"parameter deleted: parameter performance.metrics[3] {name}->"]


def test_an_element_put_in_before_others_is_the_only_one_that_changed(bench: Bench, agreement: bytes) -> None:
    first = "    - {name: Emergency admissions of people aged 65 or over"
    added = "    - {name: Falls at home, set: Local, aim: Fewer}\n"
    comparison = bench.compare(agreement, bench.draft(AGREEMENT, (first, added + first)))
    assert headline(comparison) == ["parameter inserted: parameter performance.metrics[0] ->Falls at home"]


def test_a_switch_brings_a_clause_in_and_words_elsewhere(bench: Bench, agreement: bytes) -> None:
    comparison = bench.compare(agreement, bench.draft(AGREEMENT, FORCE_MAJEURE))
    assert headline(comparison) == [
        "parameter inserted: parameter force_majeure.included false->true",
        "clause inserted: parameter force_majeure.included false->true",
    ]
    assert ("23.4", "24.4") in comparison.renumbered
    assert all(edit.cause.kind == "following" for edit in comparison.edits if edit.layer == "following")


def test_a_switch_takes_a_clause_out(bench: Bench, agreement: bytes) -> None:
    comparison = bench.compare(bench.draft(AGREEMENT, FORCE_MAJEURE), agreement)
    assert headline(comparison) == [
        "parameter deleted: parameter force_majeure.included true->false",
        "clause deleted: parameter force_majeure.included true->false",
    ]


def test_a_switch_brings_in_clauses_definitions_rows_and_parts(bench: Bench, agreement: bytes) -> None:
    comparison = bench.compare(agreement, bench.draft(AGREEMENT, ("lead: false", "lead: true")))
    assert {edit.cause.name for edit in comparison.headline} == {"commissioning.lead"}
    assert {edit.layer for edit in comparison.headline} == {"clause", "definition", "parameter"}


def test_a_switch_swaps_a_clause_for_its_alternative(bench: Bench, sharing: bytes) -> None:
    comparison = bench.compare(sharing, bench.draft(SHARING, ("indemnity: false", "indemnity: true")))
    assert headline(comparison) == ["clause swapped: parameter isa.indemnity false->true"]
    (row,) = (row for row in comparison.clauses if row.change != "same")
    assert row.change == "swapped"
    assert row.old
    assert row.new
    assert (row.old.clause, row.new.clause) == (
        "information-indemnity/as-main-agreement",
        "information-indemnity/full",
    )


def test_another_version_of_a_clause(bench: Bench, agreement: bytes) -> None:
    old = bench.draft(AGREEMENT, versions={MEDIATION: "1.0.0"})
    comparison = bench.compare(old, agreement)
    assert {(edit.layer, edit.cause.kind, edit.cause.name) for edit in comparison.headline} == {
        ("wording", "library", MEDIATION)
    }
    cause = comparison.headline[0].cause
    assert (cause.old, cause.new, cause.change) == ("1.0.0", "1.1.1", "minor")
    assert cause.note.startswith("1.1.0: The conditions for withdrawing from a mediation")


def test_another_version_of_the_definitions(bench: Bench, agreement: bytes) -> None:
    old = bench.draft(AGREEMENT, versions={"definitions/section-75": "2.0.0"})
    comparison = bench.compare(old, agreement)
    assert {(edit.layer, edit.cause.name) for edit in comparison.headline} == {
        ("definition", "definitions/section-75")
    }
    assert any(edit.affects for edit in comparison.headline)


# the template


def compare_templates(tmp_path: Path, matter: str, template: str, *changes: tuple[str, str]) -> Comparison:
    library = copy_of_library(tmp_path / "library")
    old = Bench(tmp_path, library).draft(matter)
    file = library / "templates" / template / "template.yaml"
    file.write_text(changed(file.read_text("utf-8"), *changes), "utf-8")
    bench = Bench(tmp_path, library)
    return bench.compare(old, bench.draft(matter))


def test_an_alternative_through_the_template(tmp_path: Path) -> None:
    comparison = compare_templates(
        tmp_path,
        SHARING,
        "information-sharing-agreement",
        (
            "    - {clause: information-indemnity/full, when: isa.indemnity}\n"
            "    - {clause: information-indemnity/as-main-agreement, when: not isa.indemnity}\n",
            "    - information-indemnity/full\n",
        ),
    )
    assert headline(comparison) == ["clause swapped: template information-sharing-agreement"]


def test_a_clause_put_in_by_the_template(tmp_path: Path) -> None:
    comparison = compare_templates(
        tmp_path,
        SHARING,
        "information-sharing-agreement",
        ("    - counterparts/sets\n", "    - entire-agreement/whole-bargain\n    - counterparts/sets\n"),
    )
    assert headline(comparison) == ["clause inserted: template information-sharing-agreement"]


def test_the_order_of_the_outline(tmp_path: Path) -> None:
    comparison = compare_templates(
        tmp_path,
        SHARING,
        "information-sharing-agreement",
        ("    - variation/signed-for-each\n", ""),
        ("    - governing-law/", "    - variation/signed-for-each\n    - governing-law/"),
    )
    assert headline(comparison) == ["order moved: template information-sharing-agreement"]
    assert [row.new.clause for row in comparison.clauses if row.moved and row.new] == [
        "variation/signed-for-each"
    ]


# by hand


def test_a_word_replaced_in_word(bench: Bench, agreement: bytes) -> None:
    new = edited(agreement, lambda xml: xml.replace("shall use reasonable", "shall use all reasonable", 1))
    comparison = bench.compare(agreement, new)
    assert headline(comparison) == ["hand inserted: silent"]


def test_formatting_by_hand(bench: Bench, agreement: bytes) -> None:
    run = '<w:r><w:t xml:space="preserve">The Partners shall work together'
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">The Partners shall work together'
    comparison = bench.compare(agreement, edited(agreement, lambda xml: xml.replace(run, bold, 1)))
    assert headline(comparison) == ["formatting formatted: silent"]


def test_a_file_edited_by_hand_and_then_overtaken_by_a_new_draft(bench: Bench, agreement: bytes) -> None:
    sent = edited(agreement, lambda xml: xml.replace("shall use reasonable", "shall use all reasonable", 1))
    new = bench.draft(AGREEMENT, FORCE_MAJEURE)
    assert headline(bench.compare(sent, new)) == [
        "parameter inserted: parameter force_majeure.included false->true",
        "hand deleted: silent",
        "clause inserted: parameter force_majeure.included false->true",
    ]


def test_a_hand_in_the_very_paragraph_of_a_changed_value(bench: Bench, agreement: bytes) -> None:
    value = ("mediation_starts: 20 working days", "mediation_starts: 25 working days")
    new = bench.draft(AGREEMENT, value)
    edit = ("The mediation must start", "The first mediation must start")
    comparison = bench.compare(agreement, edited(new, lambda xml: changed(xml, edit)))
    assert headline(comparison) == [
        "hand inserted: silent",
        "parameter replaced: parameter disputes.mediation_starts 20 working days->25 working days",
    ]


def test_a_hand_and_a_new_version_in_one_clause(bench: Bench, agreement: bytes) -> None:
    sent = bench.draft(AGREEMENT, versions={MEDIATION: "1.1.0"})
    edit = ("The mediation must start", "The first mediation must start")
    new = edited(agreement, lambda xml: changed(xml, edit))
    assert headline(bench.compare(sent, new)) == [
        "hand inserted: silent",
        f"wording replaced: library {MEDIATION} 1.1.0->1.1.1",
    ]


def test_a_paragraph_struck_out_by_hand_and_a_new_draft(bench: Bench, agreement: bytes) -> None:
    def strike(xml: str) -> str:
        paragraphs = xml.split("<w:p>")
        (place,) = (n for n, each in enumerate(paragraphs) if "presented its case in opening" in each)
        end = paragraphs[place].index("</w:p>") + len("</w:p>")
        rest = paragraphs.pop(place)[end:]
        paragraphs[place - 1] += rest
        return "<w:p>".join(paragraphs)

    new = bench.draft(
        AGREEMENT, ("resolution_meeting: 10 working days", "resolution_meeting: 12 working days")
    )
    assert headline(bench.compare(agreement, edited(new, strike))) == [
        "hand deleted: silent",
        "parameter replaced: parameter isa.resolution_meeting 10 working days->12 working days",
    ]
    assert headline(bench.compare(edited(agreement, strike), new)) == [
        "hand inserted: silent",
        "parameter replaced: parameter isa.resolution_meeting 10 working days->12 working days",
    ]


def test_a_clause_struck_out_by_hand(bench: Bench, sharing: bytes) -> None:
    def strike(xml: str) -> str:
        start = xml.index("<w:sdt>", xml.index('w:val="clause:information-officers') - 200)
        end = xml.index("<w:sdt><w:sdtPr>", xml.index('w:val="clause:information-officers') + 10)
        while not xml[end:].startswith('<w:sdt><w:sdtPr><w:tag w:val="clause:'):
            end = xml.index("<w:sdt>", end + 1)
        return xml[:start] + xml[end:]

    new = bench.draft(SHARING, ("suspension: 30 days", "suspension: 40 days"))
    comparison = bench.compare(sharing, edited(new, strike))
    assert headline(comparison) == [
        "hand deleted: silent",
        "parameter replaced: parameter isa.suspension 30 days->40 days",
    ]


@pytest.mark.parametrize("example", [AGREEMENT, MEMORANDUM, "heads-of-terms/southport-2021"])
def test_a_draft_made_anew_prints_what_the_file_does(bench: Bench, example: str) -> None:
    reading = read(bench.draft(example), "file.docx").reading
    sources = sources_of(reading)
    assert sources
    outline = Outline(reading, sources)
    texts = LibraryExplains(bench.workshop).redraft(sources)
    assert texts is not None
    for name, lines in texts.items():
        passages = Places(reading, outline).passages(name)
        assert [line for passage in passages if (line := plain_passage(passage))] == list(lines)


def test_a_clause_put_elsewhere_by_hand_in_a_new_draft(bench: Bench, sharing: bytes) -> None:
    def control(xml: str, clause: str) -> tuple[int, int]:
        start = xml.index("<w:sdt>", xml.index(f'w:val="clause:{clause}') - 200)
        return start, xml.index('<w:sdt><w:sdtPr><w:tag w:val="clause:', start + 10)

    def put_elsewhere(xml: str) -> str:
        start, end = control(xml, "variation")
        xml, clause = xml[:start] + xml[end:], xml[start:end]
        place, _ = control(xml, "governing-law")
        return xml[:place] + clause + xml[place:]

    new = bench.draft(SHARING, ("suspension: 30 days", "suspension: 40 days"))
    comparison = bench.compare(sharing, edited(new, put_elsewhere))
    assert headline(comparison) == [
        "parameter replaced: parameter isa.suspension 30 days->40 days",
        "hand moved: silent",
    ]


# several sources at once


def test_a_value_and_a_version_in_one_clause(bench: Bench, agreement: bytes) -> None:
    old = bench.draft(
        AGREEMENT,
        ("mediation_starts: 20 working days", "mediation_starts: 25 working days"),
        versions={MEDIATION: "1.0.0"},
    )
    comparison = bench.compare(old, agreement)
    assert {(edit.layer, edit.cause.kind, edit.cause.name) for edit in comparison.headline} == {
        ("wording", "library", MEDIATION),
        ("parameter", "parameter", "disputes.mediation_starts"),
    }
    by_parameter = [edit for edit in comparison.headline if edit.cause.kind == "parameter"]
    assert [edit.removed for edit in by_parameter] == ["25 Working Days"]


def test_two_switches_that_both_change_the_text(bench: Bench, agreement: bytes) -> None:
    new = bench.draft(AGREEMENT, FORCE_MAJEURE, ("non_pooled: false", "non_pooled: true"))
    comparison = bench.compare(agreement, new)
    causes = {
        (edit.new or edit.old, edit.cause.name) for edit in comparison.headline if edit.layer == "clause"
    }
    assert {(str(place), name) for place, name in causes} == {
        ("9 (Non-Pooled Funds)", "funds.non_pooled"),
        ("24 (Force Majeure)", "force_majeure.included"),
    }
    for edit in comparison.headline:
        about_funds = "align" in edit.added or "Non-Pooled" in edit.added
        assert edit.cause.name == ("funds.non_pooled" if about_funds else "force_majeure.included")


def test_everything_at_once(bench: Bench, agreement: bytes) -> None:
    old = bench.draft(AGREEMENT, versions={MEDIATION: "1.1.0", "definitions/section-75": "2.0.0"})
    new = bench.draft(
        AGREEMENT,
        FORCE_MAJEURE,
        ("notice: 6 months\ndisputes", "notice: 9 months\ndisputes"),
        ("lead: false", "lead: true"),
    )
    sent = edited(
        new, lambda xml: changed(xml, ("The mediation must start", "The first mediation must start"))
    )
    comparison = bench.compare(old, sent)
    told_of = {(edit.cause.kind, edit.cause.name) for edit in comparison.headline}
    assert told_of == {
        ("library", MEDIATION),
        ("library", "definitions/section-75"),
        ("parameter", "force_majeure.included"),
        ("parameter", "termination.notice"),
        ("parameter", "commissioning.lead"),
        ("silent", ""),
    }
    for edit in comparison.headline:
        words = f"{edit.removed} {edit.added}"
        if edit.cause.name == MEDIATION:
            assert "seperate" in words or "separate" in words
        if edit.cause.kind == "silent":
            assert edit.added.strip() in ("first", "The first")
        if "Force Majeure" in words:
            assert edit.cause.name == "force_majeure.included"
        if "Lead" in words:
            assert edit.cause.name == "commissioning.lead"


# the memorandum of a partnership, whose Annex 6 got one seat more and another closing paragraph


def test_annex_6(bench: Bench) -> None:
    old = bench.draft(MEMORANDUM)
    new = bench.draft(MEMORANDUM, versions={"board-seats/memorandum": "2.0.0"})
    comparison = bench.compare(old, new)
    assert [(edit.kind, str(edit.new or edit.old)) for edit in comparison.edits] == [
        ("inserted", "Annex 6, 1(viii) (Members)"),
        ("inserted", "Annex 6, 1 (Members)"),
        ("deleted", "Annex 6, 1 (Members)"),
    ]
    seat, closing, dialogue = comparison.edits
    assert seat.added.startswith("the chair of each CCG")
    assert closing.added.startswith(", and is at the same time a bridge")
    assert dialogue.removed.startswith("We are in dialogue with the CCGs")
    assert headline(comparison) == [
        "wording inserted: library board-seats/memorandum 1.0.0->2.0.0",
        "wording deleted: library board-seats/memorandum 1.0.0->2.0.0",
    ]
    assert comparison.renumbered == tuple(
        (f"Annex 6, 1({old})", f"Annex 6, 1({new})")
        for old, new in (("viii", "ix"), ("ix", "x"), ("x", "xi"), ("xi", "xii"))
    )
    assert [(str(row.new), row.versions) for row in comparison.clauses if row.change != "same"] == [
        ("Annex 6, 1 (Members)", ("1.0.0", "2.0.0"))
    ]


# without the library


def test_without_the_library_what_shows_is_told_and_the_rest_is_unknown(
    bench: Bench, agreement: bytes
) -> None:
    comparison = bench.compare(agreement, bench.draft(AGREEMENT, FORCE_MAJEURE), explained=False)
    assert headline(comparison) == ["wording inserted: unknown", "clause inserted: unknown"]
    value = ("mediation_starts: 20 working days", "mediation_starts: 25 working days")
    old = bench.draft(AGREEMENT, value, versions={MEDIATION: "1.1.0"})
    assert headline(bench.compare(old, agreement, explained=False)) == [
        "parameter replaced: parameter disputes.mediation_starts 25 working days->20 working days",
        f"wording replaced: library {MEDIATION} 1.1.0->1.1.1",
    ]
