from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.library.versions import Constraint, Version

numbers = st.integers(0, 999_999)
versions = st.builds(Version, numbers, numbers, numbers)


@given(versions)
def test_a_version_reads_back_as_it_is_written(version: Version) -> None:
    assert Version.parse(str(version)) == version


def test_versions_sort_by_number_and_not_by_letter() -> None:
    listed = ["1.10.0", "1.2.0", "2.0.0", "1.2.10", "1.2.9"]
    assert [str(v) for v in sorted(map(Version.parse, listed))] == [
        "1.2.0",
        "1.2.9",
        "1.2.10",
        "1.10.0",
        "2.0.0",
    ]


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "01.0.0", "v1.0.0", "1.0.0-draft", "1.-1.0", "१.०.०"]
)
def test_what_is_not_three_whole_numbers_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="is not a version"):
        Version.parse(text)


@pytest.mark.parametrize(
    ("constraint", "taken", "refused"),
    [
        ("1.2.0", ["1.2.0"], ["1.2.1", "1.20.0"]),
        ("1.2", ["1.2.0", "1.2.9"], ["1.3.0", "1.20.0"]),
        ("1", ["1.0.0", "1.9.9"], ["10.0.0", "2.0.0"]),
        (">=1.1, <2", ["1.1.0", "1.9.9"], ["1.0.9", "2.0.0"]),
        (">1.0", ["1.0.1"], ["1.0.0"]),
        ("<=1.0.1", ["1.0.1", "0.9.0"], ["1.0.2"]),
    ],
)
def test_a_constraint_takes_what_it_says(constraint: str, taken: list[str], refused: list[str]) -> None:
    parsed = Constraint.parse(constraint)
    assert [v for v in taken + refused if parsed.matches(Version.parse(v))] == taken


@pytest.mark.parametrize("text", ["", "latest", ">=", ">=1.0 <2", "1.x", "^1.1", "==1.0.0", "1.0,"])
def test_what_says_no_versions_is_no_constraint(text: str) -> None:
    with pytest.raises(ValueError, match="says no versions"):
        Constraint.parse(text)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [("1.0.0", "2.0.0", "major"), ("1.0.0", "1.3.1", "minor"), ("1.0.0", "1.0.4", "patch")],
)
def test_the_number_that_moves_first_says_the_kind_of_change(old: str, new: str, kind: str) -> None:
    assert Version.parse(new).step_from(Version.parse(old)) == kind
