"""Rows in YAML and JSON, and folders of parameter files."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.problems import ClausekitError
from tests.batch.schemes import opened, told


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


YAML = """\
# two schemes
- scheme:
    name: Reablement
    number: 007
  area: Westmarch
- scheme: {name: Telecare}
"""


def test_a_yaml_list_has_a_row_for_each_entry_with_its_lines(tmp_path: Path) -> None:
    rows = opened(written(tmp_path, "schemes.yaml", YAML))
    first, second = rows
    assert rows.count == 2
    assert first.data == {"scheme": {"name": "Reablement", "number": "007"}, "area": "Westmarch"}
    assert str(first.source("scheme.number")).endswith("schemes.yaml:4:5")
    assert (first.excerpt("scheme.number"), first.label) == ("    number: 007", "Reablement")
    assert (second.number, second.data) == (2, {"scheme": {"name": "Telecare"}})


def test_a_broken_entry_leaves_the_others_alone(tmp_path: Path) -> None:
    text = "- area: Westmarch\n- area: Dale\n  area: Quay\n- just words\n- area: Fell\n"
    first, second, third, fourth = opened(written(tmp_path, "schemes.yaml", text))
    assert 'schemes.yaml:3:3: "area" stands here twice' in told(second.findings)[0]
    assert "schemes.yaml:4:3: This file does not consist of lines" in told(third.findings)[0]
    assert (first.findings, fourth.findings, fourth.data) == ((), (), {"area": "Fell"})


@pytest.mark.parametrize("text", ["", "area: Westmarch\n", "words\n- area: Westmarch\n"])
def test_what_is_no_yaml_list_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ClausekitError) as caught:
        opened(written(tmp_path, "schemes.yaml", text))
    assert "This file is no list" in told(caught.value.findings)[0]


def test_a_json_list_is_nested_or_flat(tmp_path: Path) -> None:
    text = """[
      {"scheme": {"name": "Reablement", "budget": 1234567.89, "share": 0.45}, "template": "x"},
      {"Name of the scheme": "Telecare", "Contribution of the council 2026/27": 0.30000000000000004}
    ]"""
    first, second = opened(written(tmp_path, "schemes.json", text))
    assert first.data == {
        "template": "x",
        "scheme": {"name": "Reablement", "budget": "1234567.89", "share": "45%"},
    }
    assert second.data == {
        "scheme": {"name": "Telecare"},
        "contributions": [{"council": "0.30", "year": "2026/27"}],
    }
    assert str(second.source("contributions[0].council")).endswith("schemes.json:3")
    assert (second.label, second.excerpt("scheme.name")) == ("Telecare", "Telecare")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"area": "x"}', "schemes.json:1: This file is no list: it does not begin with a square bracket."),
        ('[{"area": "x"}\n {"area": "y"}]', "schemes.json:2: A comma is missing here."),
        ('[{"area": NaN}]', "schemes.json:1: This cannot be read as JSON: NaN is no number."),
        ('[{"area": "x"', "schemes.json:1: This cannot be read as JSON: Expecting ',' delimiter."),
        ("[" * 100_000, "schemes.json:1: This cannot be read as JSON: its brackets stand too deep"),
    ],
)
def test_what_is_no_json_list_is_told(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ClausekitError) as caught:
        opened(written(tmp_path, "schemes.json", text))
    assert told(caught.value.findings)[0].startswith(message)


def test_json_lines_are_read_one_by_one_and_each_fault_stays_in_its_line(tmp_path: Path) -> None:
    lines = [
        '\ufeff{"area": "Westmarch"}',
        "",
        "{oops",
        "[1]",
        '{"area": "a", "area": "b"}',
        '{"colour": "red"}',
        '{"scheme": {"budget": 1.234}}',
        '{"area": "\\ue000"}',
        '{"Area": "a", "area": "b"}',
        '{"Number": {"a": 1}}',
        '{"area": "Dale"}',
    ]
    rows = list(opened(written(tmp_path, "schemes.jsonl", "\n".join(lines))))
    faults = [told(row.findings)[0] for row in rows if row.findings]
    assert [fault.partition(": ")[0] for fault in faults] == [f"schemes.jsonl:{n}" for n in range(3, 11)]
    expected = (
        "This line is no JSON: Expecting property name",
        "This is no object, with names and values in curly brackets.",
        'This line is no JSON: "area" stands twice in one object.',
        'No parameter is called "colour".',
        "The amount 1.234 has fractions of a penny",
        "The character U+E000 cannot be printed",
        '"area" gives what this object has given already.',
        '"Number" is a single value, not a list or an object.',
    )
    for fault, start in zip(faults, expected, strict=True):
        assert fault.partition(": ")[2].startswith(start)
    assert [row.data for row in (rows[0], rows[-1])] == [{"area": "Westmarch"}, {"area": "Dale"}]


def test_a_folder_has_a_row_for_each_parameter_file(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml", "template: x\nas_at: 2026-04-01\narea: Westmarch\n")
    written(tmp_path, "a.yaml", "area: [\n")
    written(tmp_path, "b.lock.yaml", "x: y\n")
    written(tmp_path, "notes.txt", "ask the ICB")
    rows = opened(tmp_path)
    first, second = rows
    assert told(rows.findings)[0].endswith("Left aside, since they are no parameter files: notes.txt.")
    assert "The bracket that opens here is not closed" in told(first.findings)[0]
    assert (second.name, second.label) == ("b.yaml", "b")
    assert second.data == {"template": "x", "as_at": "2026-04-01", "area": "Westmarch"}
    assert str(second.source("area")).endswith("b.yaml:3:1")


def test_a_folder_without_parameter_files_is_told(tmp_path: Path) -> None:
    (finding,) = told(opened(tmp_path).findings)
    assert "There are no parameter files (.yaml) in this folder." in finding
