"""HTML: one page, whose every link leads somewhere and whose every word is only a word."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hypothesis import given

from clausekit.formats import html
from clausekit.model import Blank, DefinedTerm, Document, Footnote, Inline, SubHeading, Table, Use, Value
from clausekit.walk import plain_text
from tests.builders import (
    clause,
    definition,
    definitions,
    document,
    item,
    items,
    paragraph,
    part,
    reference,
    run,
    schedule,
)
from tests.formats import page as pages
from tests.formats.agreement import agreement, alone, draft, draft_of
from tests.formats.page import Page
from tests.formats.strategies import runs, words


def page(*inlines: str | Inline) -> Page:
    return pages.read(html.write(draft_of(*inlines), notes=False))


def test_every_link_leads_to_an_element_of_the_page_and_no_id_is_used_twice() -> None:
    elements = pages.read(html.write(draft(agreement()), notes=True)).elements
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    links = [unquote(element.attributes["href"]) for element in elements if "href" in element.attributes]
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


def test_the_page_needs_nothing_from_elsewhere_and_runs_no_script() -> None:
    written = html.write(draft(agreement()), notes=True)
    assert not re.search(r"url\(|@import|src=|https?:", written)
    assert "<script" not in written
    assert "default-src 'none'" in written


def test_the_page_says_that_it_is_in_british_english_and_what_it_is() -> None:
    read = pages.read(html.write(draft(agreement()), notes=False))
    assert [element.attributes for element in read.all("html")] == [{"lang": "en-GB"}]
    assert [title.text for title in read.all("title")] == ["Agreement under section 75"]
    assert [heading.text for heading in read.all("h1")] == ["Agreement under section 75"]


def test_headings_go_down_one_level_at_a_time() -> None:
    sub_heading = SubHeading("x", run("Accounts"))
    doc = document(
        clause("term", sub_heading),
        schedule("board", clause("quorum", sub_heading)),
        schedule("plan", part("schedule:plan/aims", clause("care", sub_heading))),
    )
    read = pages.read(html.write(draft(doc), notes=False))
    headings = [
        (element.tag, element.text) for element in read.elements if re.fullmatch("h[1-6]", element.tag)
    ]
    assert headings == [
        ("h1", "An agreement"),
        ("h2", "Contents"),
        ("h2", "1 Term"),
        ("h3", "Accounts"),
        ("h2", "Schedule\u00a01 Board"),
        ("h3", "1 Quorum"),
        ("h4", "Accounts"),
        ("h2", "Schedule\u00a02 Plan"),
        ("h3", "Part\u00a01 Aims"),
        ("h4", "1 Care"),
        ("h5", "Accounts"),
    ]


def test_a_schedule_that_stands_alone_is_the_page() -> None:
    read = pages.read(html.write(draft(alone(), "schedule-alone"), notes=False))
    headings = [(element.tag, element.text) for element in read.elements if element.tag in ("h1", "h2", "h3")]
    assert headings == [
        ("h1", "Information Sharing"),
        ("h2", "Contents"),
        ("h2", "Part\u00a01 Agreement of Westmarch County Council"),
        ("h3", "1 Purpose"),
        ("h2", "Part\u00a02 Protocol"),
        ("h3", "1 Tiers"),
    ]


def test_a_reference_is_a_link_that_reads_as_the_word_file_does() -> None:
    doc = document(
        clause("term", paragraph(reference("vat#rate"))), clause("vat", items(item("vat#rate", "x")))
    )
    read = pages.read(html.write(draft(doc), notes=False))
    assert [link.text for link in read.all("a", href="#vat.rate")] == ["clause\u00a02.1"]
    assert [target.text.strip() for target in read.all("li", id="vat.rate")] == ["2.1 x"]


def test_a_use_of_a_term_leads_to_its_definition() -> None:
    doc = document(
        clause("definitions", definitions(definition("the Fund", "means money."))),
        clause("term", paragraph("The ", Use("Fund", "Funds"), ".")),
    )
    read = pages.read(html.write(draft(doc), notes=False))
    assert [use.text for use in read.all("a", **{"class": "term", "href": "#term-the_Fund"})] == ["Funds"]
    assert [entry.text for entry in read.all("div", id="term-the_Fund")] == ["the Fund\nmeans money.\n"]


def test_a_use_of_a_term_that_is_defined_in_the_running_text_leads_there() -> None:
    read = page(
        "A notice (the ", DefinedTerm(run("First Notice")), "). Each ", Use("First Notice", "First Notice")
    )
    assert [term.text for term in read.all("dfn", id="term:First_Notice")] == ["First Notice"]
    assert [use.text for use in read.all("a", href="#term:First_Notice")] == ["First Notice"]


def test_in_a_schedule_its_own_definition_of_a_term_goes_first() -> None:
    own = definitions(definition("Board", "means the panel."))
    inside = clause("panel", paragraph(Use("Board", "Board"), DefinedTerm(run("Quorum"))))
    other = clause("finance", paragraph(Use("Board", "Board"), Use("Quorum", "Quorum")))
    doc = document(
        clause("terms", paragraph(DefinedTerm(run("Board")), DefinedTerm(run("Quorum")))),
        schedule("panel", clause("words", own), inside),
        schedule("finance", other),
    )
    read = pages.read(html.write(draft(doc), notes=False))
    uses = [(use.text, use.attributes["href"]) for use in read.all("a", **{"class": "term"})]
    assert uses == [("Board", "#term-Board"), ("Board", "#term:Board"), ("Quorum", "#term:Quorum")]
    assert read.all("dfn", id="schedule:panel/term:Quorum")


def test_a_term_of_a_glossary_that_is_a_schedule_is_found_everywhere() -> None:
    glossary = schedule("glossary", clause("definitions", definitions(definition("Fund", "means money."))))
    doc = document(clause("term", paragraph("The ", Use("Fund", "Fund"), ".")), glossary)
    read = pages.read(html.write(draft(doc), notes=False))
    assert [use.attributes["href"] for use in read.all("a", **{"class": "term"})] == ["#term-Fund"]


def test_values_and_blanks_say_which_parameter_they_come_from() -> None:
    read = page("By ", Value("council.name", "Westmarch"), " on ", Blank("agreement.date"))
    assert [value.text for value in read.all("span", data_parameter="council.name")] == ["Westmarch"]
    assert [blank.text for blank in read.all("mark", data_parameter="agreement.date")] == ["[●]"]


def test_a_footnote_and_its_mark_lead_to_each_other() -> None:
    read = page("One", Footnote(run("First.")), " two", Footnote(run("Second.")))
    assert [mark.text for mark in read.all("a", id="page:mark-2", href="#page:note-2")] == ["2"]
    assert [note.text for note in read.all("li", id="page:note-2")] == ["2 Second."]
    assert read.all("a", href="#page:mark-2")


def test_a_table_has_header_cells_and_figures_stand_to_the_right() -> None:
    table = Table("t", ("left", "right"), (run("Partner"), run("Sum")), ((run("Council"), run("£1,000")),))
    read = pages.read(html.write(draft_of(table), notes=False))
    assert [(cell.text, cell.attributes) for cell in read.all("th")] == [
        ("Partner", {"scope": "col"}),
        ("Sum", {"scope": "col", "class": "right"}),
    ]
    assert [(cell.text, cell.attributes) for cell in read.all("td")] == [
        ("Council", {}),
        ("£1,000", {"class": "right"}),
    ]


@given(words)
def test_no_value_breaks_out_of_its_element(text: str) -> None:
    harmless = page(Value("x.y", "harmless"))
    hostile = page(Value("x.y", text))
    assert hostile.tags() == harmless.tags()
    assert [value.text for value in hostile.all("span", data_parameter="x.y")] == [text]


@given(words, words)
def test_neither_a_title_nor_the_name_of_a_parameter_breaks_out(title: str, parameter: str) -> None:
    doc = Document(title, title, title, document(clause("term", paragraph(Blank(parameter)))).sections)
    read = pages.read(html.write(draft(doc), notes=False))
    assert [heading.text for heading in read.all("h1")] == [title]
    assert [blank.attributes for blank in read.all("mark")] == [{"data-parameter": parameter}]
    assert "script" not in read.tags()


def test_a_title_cannot_end_the_stylesheet() -> None:
    doc = Document("T", '</style>"} \\', "Draft", ())
    rule = html.write(draft(doc), notes=False).partition("@top-left { content: ")[2].partition(" }")[0]
    assert rule == r'"\00003c\00002fstyle\00003e\000022\00007d\000020\00005c"'


@given(runs)
def test_a_run_of_hostile_inlines_prints_its_words(run_: tuple[Inline, ...]) -> None:
    bare = tuple(inline for inline in run_ if not isinstance(inline, DefinedTerm | Footnote))
    (section,) = page("The ", *bare).all("section", id="term")
    assert section.text == f"\n1 Term\nThe {plain_text(bare)}\n"
