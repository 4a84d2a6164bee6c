"""What the headings of columns mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.batch.rows import Headings
from clausekit.batch.rows.messages import how_to_give
from tests.batch.schemes import dictionary, headings, rows_of, sheet_findings


@pytest.mark.parametrize(
    ("heading", "path", "entries"),
    [
        # by name, by title, by group and field
        ("scheme.name", "scheme.name", ()),
        ("1 Name of the scheme", "scheme.name", ()),
        ("Name of the scheme", "scheme.name", ()),
        ("  NAME  of the\u00a0Scheme: ", "scheme.name", ()),
        ("The scheme: Number", "scheme.number", ()),
        ("scheme_start", "scheme.start", ()),
        ("Included", "scheme.included", ()),
        ("Area", "area", ()),
        # entries by number: from 1, or in brackets from 0 as in messages
        ("Services 1 name", "services[].name", ("1",)),
        ("Service 2 Price", "services[].price", ("2",)),
        ("services[1].price", "services[].price", ("2",)),
        ("Contributions 2: Contribution of the council", "contributions[].council", ("2",)),
        ("7 Contributions 2 council", "contributions[].council", ("2",)),
        ("Service 1 visit 3 day", "services[].visits[].day", ("1", "3")),
        # entries by financial year
        ("Contribution of the council 2026/27", "contributions[].council", ("2026/27",)),
        ("contribution of the NHS 2026-27", "contributions[].nhs", ("2026/27",)),
        ("Contributions 2026/2027 council", "contributions[].council", ("2026/27",)),
        # single values, all in one column or one in each
        ("Aims", "scheme.aims", ()),
        ("Aim 2", "scheme.aims[]", ("2",)),
    ],
)
def test_a_heading_names_a_parameter(heading: str, path: str, entries: tuple[str, ...]) -> None:
    (meaning,) = headings().meanings(heading)
    assert (meaning.field.path, meaning.entries) == (path, entries)


@pytest.mark.parametrize(
    "heading", ["Colour", "Services 2026/27 name", "Contribution 2026/27", "services", ""]
)
def test_what_names_no_parameter_means_nothing(heading: str) -> None:
    assert headings().meanings(heading) == ()


def test_every_heading_that_is_proposed_is_understood() -> None:
    known = headings()
    for field in known.fields:
        (meaning,) = known.meanings(known.spelling(field))
        assert meaning.field.path == field.path


def test_what_two_parameters_can_be_called_is_said_to_be_either() -> None:
    schema = {"type": "string", "title": "Lead"}
    group = {"type": "object", "title": "Scheme", "properties": {"lead": schema}}
    other = {"type": "object", "title": "Fund", "properties": {"lead": schema}}
    known = Headings({"properties": {"scheme": group, "fund": other}})
    assert [meaning.field.path for meaning in known.meanings("Lead")] == ["scheme.lead", "fund.lead"]
    assert [meaning.field.path for meaning in known.meanings("Fund: Lead")] == ["fund.lead"]


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        (
            "Nmae of the scheme",
            'No parameter is called "Nmae of the scheme". Did you mean "1 Name of the scheme"?',
        ),
        ("scheme.budgt", 'No parameter is called "scheme.budgt". Did you mean "scheme.budget"?'),
        (
            "Contribution 2026/27",
            'No parameter is called "Contribution 2026/27". Did you mean "Contribution of the NHS 2026/27"?',
        ),
        (
            "Colour",
            'No parameter is called "Colour". Name the parameter that it gives, or delete the column.',
        ),
        (
            "Scheme",
            '"Scheme" is a group of parameters; a column gives one of them. Write one of: scheme.name, '
            "scheme.number, scheme.telephone, scheme.lead, scheme.included and 9 more.",
        ),
        (
            "Services",
            '"Services" is about the entries of a list, and does not say which entry. '
            'Put a number in the heading, as in "Services 1: Name", '
            'or give the entries a sheet of their own, called "services".',
        ),
    ],
)
def test_a_heading_that_is_not_understood_is_told_with_what_was_probably_meant(
    tmp_path: Path, heading: str, message: str
) -> None:
    (finding,) = sheet_findings(tmp_path, ["Area", heading], ["Westmarch", "x"])
    assert finding == f"schemes.xlsx, sheet Schemes, row 1, column B ({heading}): {message}"


def test_a_heading_twice_in_other_capitals_or_words_is_told(tmp_path: Path) -> None:
    findings = sheet_findings(tmp_path, ["Area", "AREA ", "Number", "scheme.number"], ["a", "b", "c", "d"])
    assert [finding.partition(": ")[2].partition(".")[0] for finding in findings] == [
        '"AREA" gives the same as column A (Area)',
        '"scheme',
    ]


def test_a_parameter_of_another_template_is_told_and_does_no_harm(tmp_path: Path) -> None:
    (finding,) = sheet_findings(tmp_path, ["Area", "vat.rate"], ["Westmarch", "20%"])
    assert 'does not ask for "vat.rate" (vat.rate); vat-letter does.' in finding


def test_an_entry_without_the_column_of_what_it_must_have_is_told(tmp_path: Path) -> None:
    (finding,) = sheet_findings(tmp_path, ["Area", "Contribution of the NHS 2026/27"], ["Westmarch", 5])
    assert 'There is no column "Contribution of the council 2026/27"' in finding


def test_a_column_can_say_template_and_day_as_a_parameter_file_does(tmp_path: Path) -> None:
    table = ["Area", "Template", "as_at"], ["Westmarch", "note", "1 May 2026"], ["Dale", None, None]
    first, second = rows_of(tmp_path, *table)
    assert first.data == {"area": "Westmarch", "template": "note", "as_at": "2026-05-01"}
    assert second.data == {"area": "Dale", "template": None, "as_at": None}


def test_very_many_wrong_headings_are_not_all_told(tmp_path: Path) -> None:
    findings = sheet_findings(tmp_path, ["Area", *(f"no {n}" for n in range(16_000))], ["Westmarch"])
    assert len(findings) == 21
    assert "column V (no 20): So many headings are wrong" in findings[-1]


def test_the_heading_for_a_path_is_found() -> None:
    assert headings().spelling_of("services[1].price") == "Services 2: Price"
    assert headings().spelling_of("scheme.name") == "1 Name of the scheme"
    assert headings().spelling_of("scheme.colour") is None


def test_the_heading_for_a_group_or_a_list_is_that_of_the_first_value_in_it() -> None:
    assert headings().spelling_of("scheme") == "1 Name of the scheme"
    assert headings().spelling_of("services") == "Services 1: Name"
    assert headings().spelling_of("services[1].visits") == "services 2 visits 1 day"


def test_what_is_missing_can_be_given_in_a_column_or_for_all_rows() -> None:
    common = "or say it for all rows in the file that --params names."
    assert how_to_give("area", headings()) == f'Add a column with the heading "Area", {common}'
    assert how_to_give("services", headings()) == f'Add columns for it, such as "Services 1: Name", {common}'
    assert how_to_give("colour", headings()) == ""


def test_a_sheet_is_named_for_a_list_by_its_name_or_title_though_cut() -> None:
    known = dictionary().part(dictionary().paths())
    known["properties"]["services"]["title"] = "Services that the partners shall provide"
    assert Headings(known).list_named("Services that the partners shal") == "services"
    assert headings().list_named("7 Contributions") == "contributions"
    assert headings().list_named("Notes") is None
