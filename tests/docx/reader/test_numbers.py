"""Numbers: those that Word gives, those typed by hand, and both in full."""

from __future__ import annotations

import pytest

from clausekit.draft import Draft
from clausekit.formats.docx.reader import read
from clausekit.formats.docx.reader.style_names import known_name
from clausekit.pipeline import make_draft, typeset
from clausekit.reading import Passage
from tests.docx.reader.small_files import (
    level,
    lines,
    numbered,
    numbering,
    p,
    passages,
    reading,
    style,
    t,
    with_typed_numbers,
)
from tests.docx.samples import every_depth, forty_pages, word
from tests.formats.agreement import agreement, alone, draft
from tests.test_examples import EXAMPLES, library

SAMPLES = {
    "every depth": every_depth(),
    "every kind of node": draft(agreement()),
    "forty pages": forty_pages(),
    "a schedule alone": draft(alone(), "schedule-alone"),
}
each_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())


@each_sample
def test_numbers_in_full_are_those_that_were_computed(sample: Draft) -> None:
    numbers = list(sample.numbers.values())
    styles = {known_name(number.level.style) for number in numbers}
    found = passages(read(word(sample), "agreement.docx").reading.body)
    assert [(one.label, one.number) for one in found if one.style in styles] == [
        (number.label, number.full.replace("\u00a0", " ")) for number in numbers
    ]


@each_sample
@pytest.mark.parametrize("gap", ["\t", " "], ids=["tab", "blank"])
def test_typed_numbers_are_read_as_native_ones(sample: Draft, gap: str) -> None:
    file = word(sample)
    native = passages(read(file, "agreement.docx").reading.body)
    typed = passages(read(with_typed_numbers(file, gap), "agreement.docx").reading.body)
    for one, other in zip(native, typed, strict=True):
        if one.label != "•":
            assert _read(one) == _read(other)


def _read(found: Passage) -> tuple[object, ...]:
    return found.label, found.number, found.division, found.heading, found.words, found.term, found.contents


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", "1 2 3"),
        ("lowerLetter", "a b c"),
        ("upperRoman", "I II III"),
        ("decimalZero", "01 02 03"),
        ("ordinal", "1st 2nd 3rd"),
        ("cardinalText", "One Two Three"),
        ("ordinalText", "First Second Third"),
        ("none", "  "),
        ("chicago", "* † ‡"),
        ("arabicAbjad", "1 2 3"),
    ],
)
def test_formats_of_numbers(form: str, labels: str) -> None:
    found = reading("".join(numbered("x") for _ in range(3)), numbering=numbering(level(0, "%1", form)))
    assert [one.label for one in passages(found.body)] == labels.split(" ")


TWO = (level(0, "%1.", "upperRoman"), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


@pytest.mark.parametrize(
    ("levels", "more", "places", "labels"),
    [
        (TWO, "", [0, 1, 1, 0, 1], "I. I.1 I.2 II. II.1"),
        (TWO, "", [1, 0, 2], "I.1 I. (a)"),
        ((TWO[0], level(1, "%1.%2", more="<w:isLgl/>")), "", [0, 0, 1], "I. II. 2.1"),
        ((TWO[0], level(1, "%2", more='<w:lvlRestart w:val="0"/>')), "", [0, 1, 0, 1], "I. 1 II. 2"),
        (
            (level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')),
            "",
            [0, 1, 2, 1, 2, 0, 2],
            "1 1 1 2 2 2 1",
        ),
    ],
    ids=[
        "levels",
        "level before its upper one",
        "all decimal",
        "no restart",
        "restart after the first level",
    ],
)
def test_levels_of_lists(levels: tuple[str, ...], more: str, places: list[int], labels: str) -> None:
    body = "".join(numbered("x", depth) for depth in places)
    found = reading(body, numbering=numbering(*levels, more=more))
    assert [one.label for one in passages(found.body)] == labels.split()


def test_a_clause_that_is_printed_with_a_nought_is_the_clause() -> None:
    body = "".join(numbered("x", depth) for depth in (0, 1, 0, 1, 1))
    found = list(passages(reading(body, numbering=numbering(level(0, "%1.0"), level(1, "%1.%2"))).body))
    assert [one.label for one in found] == ["1.0", "1.1", "2.0", "2.1", "2.2"]
    assert [one.number for one in found] == ["1", "1.1", "2", "2.1", "2.2"]


def test_lists_that_count_together_and_one_that_starts_anew() -> None:
    others = "".join(
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="1"/>{override}</w:num>'
        for identity, override in (
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
        )
    )
    body = "".join(numbered("x", number=number) for number in (1, 1, 2, 3, 3))
    found = reading(body, numbering=numbering(level(0, "%1"), more=others))
    assert [one.label for one in passages(found.body)] == ["1", "2", "3", "7", "8"]


def test_a_list_that_a_style_carries_and_one_that_another_list_defines() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="OurList"/>'
        f"{level(0, '%1', style='Clause')}"
        f"{level(1, '%1.%2', style='Sub')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="OurList"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    carried = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = (
        style("Clause", carried)
        + style("Sub", carried)
        + style("OurList", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    )
    body = "".join(p(t("x"), f'<w:pStyle w:val="{name}"/>') for name in ("Clause", "Sub", "Sub", "Clause"))
    found = reading(body, styles=styles, numbering=lists)
    assert [(one.label, one.level) for one in passages(found.body)] == [
        ("1", 0),
        ("1.1", 1),
        ("1.2", 1),
        ("2", 0),
    ]


def numbers(*texts: str) -> list[str]:
    """Return the number in full that each typed paragraph has, "-" for none."""
    return [found.number or "-" for found in passages(reading(lines(*texts)).body)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1. Term", "1.1 The term", "(a) begins", "(b) ends", "1.2 Notice", "2. Funds"],
         "1 1.1 1.1(a) 1.1(b) 1.2 2"),
        (["7.\tFunds", "7.3\tThe Partners", "(h)\th", "(i)\ti", "(j)\tj"], "7 7.3 7.3(h) 7.3(i) 7.3(j)"),
        (["1. Funds", "(a) first", "(i) under", "(ii) also", "(b) second"], "1 1(a) 1(a)(i) 1(a)(ii) 1(b)"),
        (["1. x", "(a) a", "(b) b", "(c) c", "(d) d", "(e) e", "(f) f", "(g) g", "(h) h", "(i) i", "(j) j"],
         "1 1(a) 1(b) 1(c) 1(d) 1(e) 1(f) 1(g) 1(h) 1(i) 1(j)"),
        (["1. x", "(a) a", "(b) b", "(c) c", "(d) d", "(e) e", "(f) f", "(g) g", "(h) h", "(i) x", "(ii) y"],
         "1 1(a) 1(b) 1(c) 1(d) 1(e) 1(f) 1(g) 1(h) 1(h)(i) 1(h)(ii)"),
        (["A. The Council", "B. The CCG", "1. Term"], "A B 1"),
        (["1. x", "(a) a", "(b) b", "And:", "(a) a", "(b) b"], "1 1(a) 1(b) - 1(a) 1(b)"),
        (["(1)\tThe Council", "(2)\tThe CCG", "BACKGROUND", "(A)\tThey agree."], "(1) (2) - (A)"),
        (["1(a) one", "1(b) two"], "1(a) 1(b)"),
        (["7.3(b)\tThe fund"], "7.3(b)"),
        (["1) one", "2) two", "a) x", "b) y"], "1 2 2(a) 2(b)"),
    ],
)  # fmt: skip
def test_typed_numbers(texts: list[str], expected: str) -> None:
    assert numbers(*texts) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "2019 was the first year of the plan.",
        "1 April 2019 is the day on which it begins.",
        "12 months after that day it ends.",
        "1 month before that day notice is given.",
        "(a) or (b) applies.",
        "E. coli is a bacterium.",
        "1.5 million pounds are paid.",
        "3 Partners agree.",
        "I agree.",
        "A fund is kept.",
        "£5 is paid.",
        "9.30 am is the time.",
        "5% is withheld.",
        "i.e. the Council",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == ["-"]
    assert numbers("1. Term", "1.1 The term", text) == ["1", "1.1", "-"]


def test_levels_of_typed_numbers() -> None:
    read = passages(reading(lines("1. Term", "1.1 The term", "(a) begins", "(i) or ends", "1.2 Notice")).body)
    assert [one.level for one in read] == [0, 1, 2, 3, 1]


def test_how_much_of_a_text_is_its_number() -> None:
    found = next(passages(reading(lines("1.\tTerm")).body))
    assert (found.text, found.label, found.typed, found.words) == ("1.\tTerm", "1.", 3, "Term")


def test_an_item_of_another_list_counts_under_the_clause_above_it() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1">' + level(0, "%1.") + level(1, "%1.%2") + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2">' + level(0, "(%1)", "lowerLetter") + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    body = numbered("x", 0) + numbered("x", 1) + numbered("x", 0, 2) + numbered("x", 0, 2) + numbered("x", 1)
    found = reading(body, numbering=lists)
    assert [one.number for one in passages(found.body)] == ["1", "1.1", "1.1(a)", "1.1(b)", "1.2"]


def test_the_numbers_of_the_example_matters_are_those_that_were_computed() -> None:
    for example in EXAMPLES:
        made = make_draft(library(), example, upgrade=True)
        computed = list(made.draft.numbers.values())
        styles = {known_name(number.level.style) for number in computed}
        found = passages(read(typeset(library(), made, "docx").data, example.name).reading.body)
        assert [one.number for one in found if one.style in styles] == [
            number.full.replace("\u00a0", " ") for number in computed
        ]


def test_typed_numbers_go_on_after_a_list_that_word_counts() -> None:
    parties = "".join(numbered(f"Party {count}") for count in range(1, 5))
    body = lines("1. Parties") + parties + lines("2. Definitions", "2.1 These words have meanings.")
    found = list(passages(reading(body, numbering=numbering(level(0, "%1."))).body))
    assert [one.number for one in found] == ["1", "1", "2", "3", "4", "2", "2.1"]
