"""Values given on the command line: where they go, and what is told of those that cannot."""

from __future__ import annotations

import pytest

from clausekit.parameters.settings import with_settings
from clausekit.parameters.yamlfile import Data, YamlFile, load_yaml
from clausekit.problems import ClausekitError, Source

MATTER = """\
template: short
council: {name: Westmarch Council, kind: council}
health_bodies:
  - {name: the ICB}
  - {name: the Trust}
term:
"""


def matter(*settings: str) -> YamlFile:
    return with_settings(load_yaml(MATTER, "matter.yaml"), settings)


@pytest.mark.parametrize(
    ("setting", "path", "value"),
    [
        ("council.name=Eastmarch", ["council", "name"], "Eastmarch"),
        ("health_bodies[1].name=the Hospital", ["health_bodies", 1, "name"], "the Hospital"),
        ("term.start=2026-04-01", ["term", "start"], "2026-04-01"),
        ("plan.year.first=2019", ["plan", "year", "first"], 2019),
        ("funds.pooled=true", ["funds", "pooled"], True),
        ("council.name=", ["council", "name"], None),
        ("council={name: X}", ["council"], {"name": "X"}),
        ("notices.methods=[hand, post]", ["notices", "methods"], ["hand", "post"]),
        ("council.name='# and #'", ["council", "name"], "# and #"),
        ("council.name=C#", ["council", "name"], "C#"),
        ("council.name=it's", ["council", "name"], "it's"),
    ],
)
def test_a_setting_takes_the_place_of_a_value(setting: str, path: list[str | int], value: object) -> None:
    found: Data = matter(setting).data
    for step in path:
        found = found[step]  # type: ignore[index]  # the paths above fit the data
    assert found == value


def test_the_file_itself_stays_as_it_was() -> None:
    file = load_yaml(MATTER, "matter.yaml")
    with_settings(file, ["council.name=Eastmarch", "health_bodies[0].name=X"])
    assert file == load_yaml(MATTER, "matter.yaml")


def test_what_is_set_has_its_place_on_the_command_line_and_nothing_else_has() -> None:
    changed = matter("council={name: X}")
    assert changed.source("council") == changed.source("council.name") == Source("--set")
    assert changed.excerpt("council.name") == ""
    assert changed.source("template") == Source("matter.yaml", 1, 1)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("term", "This is not NAME=VALUE."),
        ("Term.start=1", "This is not NAME=VALUE."),
        ("health_bodies[2].name=x", "The parameter file has no place for health_bodies[2].name."),
        ("council[0]=x", "The parameter file has no place for council[0]."),
        ("council.name.first=x", "The parameter file has no place for council.name.first."),
        ("council.name=a\nb: c", "There is a line break in this value."),
        ("council.name=a\rb: c", "There is a line break in this value."),
        ("council.name=#x", '"#" begins a remark here: what follows would be left out.'),
        ("council.name=a #b", '"#" begins a remark here: what follows would be left out.'),
        (
            "council.name=a: b",
            "A colon followed by a blank stands inside this value, or the line is indented too far.",
        ),
        ("council.name=[a", "The bracket that opens here is not closed, or a comma is missing in it."),
        ("council.name=\udc80", "The character U+DC80 cannot be printed, so it may not stand here."),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_as_it_was_typed(setting: str, message: str) -> None:
    with pytest.raises(ClausekitError) as caught:
        matter(setting)
    (finding,) = caught.value.findings
    assert (finding.message, finding.source, finding.excerpt) == (message, Source("--set"), setting)
    assert finding.remedy


def test_all_settings_that_cannot_be_used_are_told_at_once() -> None:
    with pytest.raises(ClausekitError) as caught:
        matter("term", "council.name=[", "funds.pooled=true", "council[0]=x")
    assert [finding.excerpt for finding in caught.value.findings] == [
        "term",
        "council.name=[",
        "council[0]=x",
    ]
