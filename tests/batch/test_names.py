"""File names that every system takes, and that no two rows share."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.batch.names import Names, safe_name
from clausekit.cache import Cache
from clausekit.problems import ClausekitError, Source
from tests.batch.schemes import dictionary, told

SCHEME = {"scheme": {"name": "Reablement", "number": "007", "start": "2026-04-01", "aims": ["rest", "play"]}}


def names(pattern: str | None = None, reserved: tuple[str, ...] = ()) -> Names:
    return Names(pattern, dictionary().paths(), Cache(None), reserved)


def named(pattern: str | None, data: dict[str, Any], number: int = 2, label: str = "") -> str:
    return names(pattern).name(number, label, data, Source("schemes.xlsx", number))


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{{ scheme.number }} {{ scheme.name }}.docx", "007 Reablement.docx"),
        ("{{ row }} {{ scheme.name }}", "2 Reablement.docx"),
        ("{{ scheme.start }}", "2026-04-01.docx"),
        ("{% for aim in scheme.aims %}{{ aim }} {% endfor %}", "rest play.docx"),
        ("{% if scheme.number %}yes{% endif %}", "yes.docx"),
    ],
)
def test_a_pattern_names_the_file_of_a_row(pattern: str, name: str) -> None:
    assert named(pattern, SCHEME) == name


def test_without_a_pattern_the_label_of_the_row_is_its_name_or_else_its_number() -> None:
    assert named(None, {}, label="Reablement") == "Reablement.docx"
    assert named(None, {}, 7) == "row 7.docx"
    assert named(None, {}, label="word " * 40) == f"{('word ' * 16).strip()}.docx"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("2026/27", "2026-27"),
        ("..\\..\\etc/passwd", "-..-etc-passwd"),
        ('a<b>c:d"e|f?g*h', "a-b-c-d-e-f-g-h"),
        ("CON", "_CON"),
        ("com1.draft", "_com1.draft"),
        ("LPT¹", "_LPT¹"),
        ("Console", "Console"),
        ("dots and blanks . . ", "dots and blanks"),
        (".hidden", "hidden"),
        ("~$lock", "$lock"),
        ("a\tb\r\nc\u00a0d", "a b c d"),
        ("\u202etxt\u200b.exe\x00", "txt.exe"),
        ("E\u0301cole", "École"),
    ],
)
def test_a_name_is_made_safe(stem: str, name: str) -> None:
    assert safe_name(stem) == f"{name}.docx"


@pytest.mark.parametrize("stem", ["", "...", " / ", "\u200b", "😀"])
def test_a_name_of_which_nothing_is_left_is_refused(stem: str) -> None:
    assert safe_name(stem) is None
    with pytest.raises(ClausekitError) as caught:
        named("{{ scheme.name }}", {"scheme": {"name": stem or "?"}})
    assert told(caught.value.findings)[0].startswith("schemes.xlsx:2: No file can have this row's name.")


@given(st.text())
def test_whatever_a_value_says_the_name_is_safe(stem: str) -> None:
    name = safe_name(stem)
    if name is not None:
        assert len(name.encode()) <= 255
        assert name == unicodedata.normalize("NFC", name)
        assert not set(name) & set('<>:"/\\|?*')
        assert name[0] not in ". ~"
        assert name.removesuffix(".docx")[-1] not in ". -"
        assert all(unicodedata.category(sign)[0] != "C" for sign in name)


@pytest.mark.parametrize("stem", ["x" * 400, "é" * 400, "a😀" * 400])
def test_a_long_name_is_cut_to_what_a_file_system_takes(stem: str) -> None:
    name = safe_name(stem)
    assert name is not None
    assert 250 <= len(name.encode()) <= 255
    assert name.endswith(".docx")


@pytest.mark.parametrize(
    ("one", "other"), [("Fund", "FUND"), ("École", "E\u0301cole"), ("a/b", "a:b"), ("x" * 300, "x" * 301)]
)
def test_two_rows_never_get_one_name(one: str, other: str) -> None:
    pattern = names("{{ area }}")
    pattern.name(2, "", {"area": one}, Source("schemes.xlsx", 2))
    with pytest.raises(ClausekitError) as caught:
        pattern.name(5, "", {"area": other}, Source("schemes.xlsx", 5))
    (message,) = told(caught.value.findings)
    assert message.startswith("schemes.xlsx:5: The file")
    assert "is already that of row 2; capitals and accents make no difference." in message


def test_a_row_cannot_have_the_name_of_another_file_of_the_run() -> None:
    with pytest.raises(ClausekitError) as caught:
        names(None, ("index.docx",)).name(2, "Index", {}, Source("schemes.xlsx", 2))
    assert "already that of another file of this run" in told(caught.value.findings)[0]


@pytest.mark.parametrize("data", [{}, {"scheme": {}}, {"scheme": {"name": None}}])
def test_a_row_that_lacks_what_the_pattern_asks_for_is_told(data: dict[str, Any]) -> None:
    with pytest.raises(ClausekitError) as caught:
        named("{{ scheme.name }}", data)
    assert told(caught.value.findings) == [
        "schemes.xlsx:2: The name of the file is made of scheme.name, which this row lacks. "
        "Fill it in, or give another pattern with --name."
    ]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("schemes/{{ scheme.name }}", "--name: A pattern names files, all of them in one folder"),
        ("{{ scheme.name", "--name:1: This tag cannot be read."),
        ("{{ scheme.nmae }}", '--name: There is no parameter "scheme.nmae". Did you mean "scheme.name"?'),
        ("{{ scheme.__class__ }}", "--name:1: "),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told_before_any_row(pattern: str, message: str) -> None:
    with pytest.raises(ClausekitError) as caught:
        names(pattern)
    assert told(caught.value.findings)[0].startswith(message)


def test_a_group_that_is_asked_for_as_a_whole_and_in_part_is_there_as_a_whole() -> None:
    pattern = "{% if scheme %}{{ scheme.name }}{% endif %}{% for aim in scheme.aims %} {{ aim }}{% endfor %}"
    assert named(pattern, SCHEME) == "Reablement rest play.docx"
    assert named("fixed", SCHEME) == "fixed.docx"
