"""YAML as a person means it: what is kept as typed, what is refused, and where."""

from __future__ import annotations

import textwrap
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausekit.parameters import yamlreader
from clausekit.parameters.yamlfile import load_yaml, parent
from clausekit.problems import ClausekitError, Finding, Source


def findings_of(text: str) -> tuple[Finding, ...]:
    with pytest.raises(ClausekitError) as caught:
        load_yaml(textwrap.dedent(text), "matter.yaml")
    return caught.value.findings


def told(text: str) -> list[str]:
    """Return line, column and message of each problem."""
    return [
        f"{f.source.line}:{f.source.column} {f.message}" if f.source else f.message for f in findings_of(text)
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ("12", 12),
        ("-12", -12),
        ("0", 0),
        ("010", "010"),
        ("-0", "-0"),
        ("+5", "+5"),
        ("1.10", "1.10"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("08:00", "08:00"),
        ("2019-04-01", "2019-04-01"),
        ("2019/20", "2019/20"),
        ("1" * 30, "1" * 30),
        ("٣", "٣"),
        ('"5"', "5"),
        ("£5", "£5"),
        ("it's", "it's"),
        ("[hand, post]", ["hand", "post"]),
        ("{a: 1}", {"a": 1}),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
    ],
)
def test_a_value_is_what_was_typed(written: str, meant: object) -> None:
    value = load_yaml(f"value: {written}", "matter.yaml").data["value"]
    assert value == meant
    assert type(value) is type(meant)


def test_every_value_has_its_place() -> None:
    matter = load_yaml("council:\n  name: X\nhealth_bodies:\n  - name: Y\n  - {name: Z}\n", "m.yaml")
    assert {path: (place.line, place.column) for path, place in matter.sources.items()} == {
        "": (1, None),
        "council": (1, 1),
        "council.name": (2, 3),
        "health_bodies": (3, 1),
        "health_bodies[0]": (4, 5),
        "health_bodies[0].name": (4, 5),
        "health_bodies[1]": (5, 5),
        "health_bodies[1].name": (5, 6),
    }


def test_what_is_not_there_has_the_place_of_the_group_around_it() -> None:
    matter = load_yaml("a: 1\ncouncil:\n  name: X\n", "m.yaml")
    assert matter.source("council.address.town") == Source("m.yaml", 2, 1)
    assert matter.excerpt("council.address") == "council:"
    assert matter.source("term.start") == Source("m.yaml", 1)
    assert matter.excerpt("term.start") == ""


def test_text_that_stands_further_down_in_its_file_has_the_places_of_the_file() -> None:
    head = load_yaml("title: X\nstatus: draft\n", "1.0.0.md", first_line=2)
    assert head.source("status") == Source("1.0.0.md", 3, 1)
    assert head.excerpt("status") == "status: draft"
    with pytest.raises(ClausekitError) as caught:
        load_yaml("a: 1\na: 2\n", "1.0.0.md", first_line=2)
    (finding,) = caught.value.findings
    assert finding.source == Source("1.0.0.md", 3, 1)
    assert finding.message == '"a" stands here twice; the first time was in line 2.'


def test_all_problems_are_told_at_once() -> None:
    assert told(
        """\
        base: &base {x: 1}
        copy: *base
        <<: *base
        run: !!python/object/apply:os.system [ls]
        name: A
        name: B
        1: one
        ? [a]
        : list
        """
    ) == [
        '1:7 "&base" names a place for later use in YAML; this file may not use that.',
        '2:7 "*base" stands for another place in YAML; this file may not use that.',
        '3:1 The sign "<<" takes over the entries of another place; this file may not use it.',
        '3:5 "*base" stands for another place in YAML; this file may not use that.',
        '4:6 "tag:yaml.org,2002:python/object/apply:os.system" declares a type in YAML; '
        "this file may not use that.",
        '6:1 "name" stands here twice; the first time was in line 5.',
        "7:1 What stands before a colon must be a name.",
        "8:3 What stands before a colon must be a name.",
    ]


def test_problems_before_a_breach_of_grammar_are_told_with_it() -> None:
    assert told("a: 1\na: 2\nb: c: d\n") == [
        '2:1 "a" stands here twice; the first time was in line 1.',
        "3:5 A colon followed by a blank stands inside this value, or the line is indented too far.",
    ]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlreader, "_LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "label: Agreement: the first\n",
            "1:17 A colon followed by a blank stands inside this value, or the line is indented too far.",
        ),
        ("name: 'A\nb: 1\n", "1:7 The quotation mark that opens here is not closed."),
        ('name: "A" Ltd\n', "1:11 This line does not fit in with the lines above it."),
        (
            "methods: [hand, post\nb: 1\n",
            "1:10 The bracket that opens here is not closed, or a comma is missing in it.",
        ),
        ("share: %5\n", "1:8 A value cannot begin like this."),
        ("email: @council\n", "1:8 A value cannot begin like this."),
        ("methods: - hand\n", "1:10 A value cannot begin like this."),
        ("name: *\n", "1:8 A value cannot begin like this."),
        ("a: 1\nb\n", "2:1 This line is neither an entry nor part of one."),
        ("a:\n  - 1\n b: 2\n", "3:2 This line does not fit in with the lines above it."),
        ("a: 1\n}\n", "2:1 This line does not fit in with the lines above it."),
        ("- a\n- b\n", '1:1 This file does not consist of lines such as "name: value".'),
        ("just words\n", '1:1 This file does not consist of lines such as "name: value".'),
        ("a: 1\n---\nb: 2\n", "2:1 A second YAML document begins here; a file holds one."),
        ("", "None:None This file says nothing."),
        ("# a remark\n", "None:None This file says nothing."),
        (
            "a: {b: '\ue000'}\n",
            "1:9 The character U+E000 cannot be printed, so it may not stand here.",
        ),
        ('a: "\\ue000"\n', "1:4 This text spells a character that cannot be printed."),
        ("[" * 40 + "{a: " * 20, "1:81 More than 50 levels stand inside each other here."),
    ],
)
def test_each_breach_is_told_in_plain_words(text: str, problem: str) -> None:
    assert told(text) == [problem]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("escape", ["\\ud800", "\\U99999999"])
def test_an_escape_that_stands_for_no_character_is_told(escape: str) -> None:
    (finding,) = findings_of(f'name: "{escape}"\n')
    assert finding.message in (
        "This text spells a character that does not exist.",
        "This text spells a character that cannot be printed.",
    )
    assert finding.remedy == (
        'Take out what begins with "\\"; in single quotation marks it would be plain text.'
    )


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("fund: {total: £60,267,168, share: 40%}", {15: "£60,267,168"}),
        ("fund: {total: 1,234.50}", {15: "1,234.50"}),
        ("fund: {total: -£1,000, least: £2,000,000}", {15: "-£1,000", 31: "£2,000,000"}),
    ],
)
def test_an_amount_that_its_commas_cut_in_pieces_is_told_once(text: str, amounts: dict[int, str]) -> None:
    findings = findings_of(text)
    assert {finding.rule for finding in findings} == {"yaml-comma"}
    assert {finding.source.column: finding.remedy for finding in findings if finding.source} == {
        column: f'Put the value in quotation marks: "{amount}".' for column, amount in amounts.items()
    }


@pytest.mark.usefixtures("_either_parser")
def test_an_escape_that_yaml_does_not_know_is_told() -> None:
    (finding,) = findings_of('path: "C:\\q"\n')
    assert (
        finding.message == "After a backslash inside double quotation marks only certain letters may follow."
    )
    assert finding.remedy == "Write \\\\ for a backslash, or use single quotation marks."


@pytest.mark.usefixtures("_either_parser")
def test_every_line_that_is_indented_with_a_tab_is_told() -> None:
    assert told("council:\n\tname: X\n\tshort: Y\n") == [
        "2:1 This line is indented with a tab.",
        "3:1 This line is indented with a tab.",
    ]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_endless_nesting_is_refused_at_once(opening: str) -> None:
    start = time.perf_counter()
    assert "levels" in told("a:\n  " + opening * 20_000)[0]
    assert time.perf_counter() - start < 2


def test_aliases_that_would_grow_beyond_all_bounds_are_refused_unexpanded() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    rows += [
        f"{b}: &{b} [{', '.join(f'*{a}' for _ in range(9))}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    findings = findings_of("\n".join(rows))
    assert {finding.rule for finding in findings} == {"yaml-anchor", "yaml-alias"}
    assert len(findings) == 9 + 8 * 9


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`?, \n\t<~1."), max_size=40))
def test_any_text_gives_data_or_findings(text: str) -> None:
    findings: tuple[Finding, ...] = ()
    data: object = None
    try:
        data = load_yaml(text, "m.yaml").data
    except ClausekitError as error:
        findings = error.findings
    assert isinstance(data, dict) != bool(findings)
    assert all(finding.source for finding in findings)


@pytest.mark.parametrize(
    ("path", "around"), [("a.b[0].c", "a.b[0]"), ("a.b[0]", "a.b"), ("a.b", "a"), ("a", ""), ("", "")]
)
def test_the_path_of_the_group_around_a_value(path: str, around: str) -> None:
    assert parent(path) == around
