from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.cache import Cache
from clausekit.marks import LINE_CLOSE, LINE_OPEN, VALUE_CLOSE, VALUE_OPEN
from clausekit.parameters.values import (
    BlankValue,
    PartyValue,
    Record,
    Series,
    TextValue,
    Value,
    WholeValue,
    read_value,
)
from clausekit.problems import ClausekitError, Finding, Source
from clausekit.rendering import Filled, Rendered, Renderer
from clausekit.rendering.engine import Engine
from tests.parsing.matter import RENDERER, names, render


def printed(text: str) -> str:
    """Return what a clause prints: values in braces, blanks as [●], without line marks."""
    rendered = render(text)

    def value(mark: re.Match[str]) -> str:
        text = rendered.filled[int(mark[1])].text
        return "[●]" if text is None else f"{{{text}}}"

    words = re.sub(f"{LINE_OPEN}[0-9]+{LINE_CLOSE}", "", rendered.text)
    return re.sub(f"{VALUE_OPEN}([0-9]+){VALUE_CLOSE}", value, words)


def lines(text: str, first_line: int = 1) -> list[tuple[int, str]]:
    """Return each printed line with the line of the file that it came from."""
    marked = render(text, first_line).text.split("\n")
    found = []
    for line in marked:
        number, words = line.removeprefix(LINE_OPEN).split(LINE_CLOSE)
        found.append((int(number), words))
    return found


def rendered_or_told(text: str) -> tuple[str, tuple[Finding, ...]]:
    try:
        return render(text, first_line=3).text, ()
    except ClausekitError as error:
        return "", error.findings


def faults(text: str, first_line: int = 1) -> list[tuple[int | None, str, str]]:
    """Return the line, the rule and the message of each fault of a clause."""
    with pytest.raises(ClausekitError) as error:
        render(text, first_line)
    return [(f.source.line if f.source else None, f.rule, f.message) for f in error.value.findings]


# values


def test_a_value_is_marked_and_knows_its_parameter() -> None:
    rendered = render("The {{ council.name }} and {{ health_bodies[1].name }}.")
    assert rendered.text == "\ue0021\ue003The \ue0000\ue001 and \ue0001\ue001."
    assert rendered.filled == (
        Filled("council.name", "Westmarch County Council"),
        Filled("health_bodies[1].name", "Dale NHS Trust"),
    )


def test_the_wording_is_the_same_whatever_is_filled_in() -> None:
    text = "{% for partner in partners %}{{ partner.name }}, {% endfor %}{{ term.start }}"
    other = names()
    term = other["term"] = Record("term")
    term["start"] = BlankValue("term.start")
    rendered = RENDERER.render(text, "clause.md", 1, other, lambda family: False)
    assert rendered.text == render(text).text
    assert rendered.filled[-1] == Filled("term.start", None)


def test_a_value_in_a_loop_has_the_name_of_its_own_parameter() -> None:
    rendered = render("{% for one in health_bodies %}{{ one.short }}{% endfor %}")
    assert [value.parameter for value in rendered.filled] == [
        "health_bodies[0].short",
        "health_bodies[1].short",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("from {{ term.start }}", "from {1 April 2026}"),
        ("until {{ term.end }}", "until [●]"),
        ("{{ term.end.year.first }}", "[●]"),
        ('{{ "{{" }} stays', "{{ stays"),
        ('{{ "one" if funds.pooled else "two" }} {{ council.short if funds.aligned }}', "one "),
        ("{% set host = health_bodies[1] %}{{ host.short }}", "{the Trust}"),
        ('{% set word = "each" %}{{ word }} Partner', "each Partner"),
        (
            "{% for one in partners %}{{ loop.index }} of {{ loop.length }}; {% endfor %}",
            "1 of 3; 2 of 3; 3 of 3; ",
        ),
        ("{% for one in nobody %}x{% else %}none{% endfor %}", "none"),
        ("{% for one in term.end %}x {{ one.name }}{% endfor %}", "x [●]"),
        (
            '{% for one in partners if one.short != "the ICB" %}{{ one.short }} {% endfor %}',
            "{the Council} {the Trust} ",
        ),
        ('{% if included("pooled-fund") and not included("vat") %}yes{% endif %}', "yes"),
        ('{% if council.short in ["the Council", "x"] %}yes{% endif %}', "yes"),
        ("{% if health_bodies | length > 1 %}CCGs{% else %}CCG{% endif %}", "CCGs"),
        ("{% if funds.pooled + funds.aligned > 1 %}two{% else %}one{% endif %}", "one"),
        ("{% if council.fax is defined %}{{ council.fax }}{% else %}–{% endif %}", "–"),
        ("{% if council.address is defined %}{{ council.address }}{% endif %}", "[●]"),
        ('{% if term.notice.unit == "month" %}monthly{% endif %}', "monthly"),
        ("{# a remark #}words{# another #}", "words"),
    ],
)
def test_a_clause_prints(text: str, words: str) -> None:
    assert printed(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{ partners | plural("the other Partner", "the other Partners", less=1) }}', "the other Partners"),
        ('{{ health_bodies | plural("the other", "the others", less=1) }}', "the other"),
        ('{{ nobody | plural("one", "many") }}', "many"),
        (
            '{{ partners | listed("name") }}',
            "{Westmarch County Council}, {A*B_C [Ltd] | <b>} and {Dale NHS Trust}",
        ),
        ('{{ health_bodies | listed(part="short") }}', "{the ICB} and {the Trust}"),
        ("{{ nobody | listed }}.", "."),
        ("{{ funds.count | words }} copies", "{two} copies"),
        ("{{ term.end | words }} copies", "[●] copies"),
        ("{{ partners | length }}", "{3}"),
    ],
)
def test_a_filter_prints(text: str, words: str) -> None:
    assert printed(text) == words


def test_each_value_of_a_listed_list_keeps_its_parameter() -> None:
    rendered = render('{{ health_bodies | listed("short") }}')
    assert [value.parameter for value in rendered.filled] == [
        "health_bodies[0].short",
        "health_bodies[1].short",
    ]


def test_a_parameter_may_be_called_like_a_method_of_python() -> None:
    record = Record("plan")
    for name in ("items", "values", "keys", "get"):
        record[name] = TextValue(f"the {name}", f"plan.{name}")
    rendered = RENDERER.render(
        "{{ plan.items }} {{ plan.values }} {{ plan.keys }} {{ plan.get }}", "a", 1, {"plan": record}, bool
    )
    assert [value.text for value in rendered.filled] == ["the items", "the values", "the keys", "the get"]


def test_a_line_end_in_a_value_becomes_a_blank() -> None:
    rendered = RENDERER.render("{{ a }}", "a", 1, {"a": TextValue("one\ntwo", "a")}, bool)
    assert rendered.filled == (Filled("a", "one two"),)


def test_a_value_with_a_private_use_character_is_refused() -> None:
    with pytest.raises(ClausekitError, match=r"The value of a contains the character U\+E000"):
        RENDERER.render("{{ a }}", "a", 1, {"a": TextValue("one\ue000", "a")}, bool)


# lines


def test_each_line_knows_the_line_of_the_file_that_it_came_from() -> None:
    text = "# Heading\n\n{% if funds.pooled %}\nfirst\n{% endif %}\n{{ council.name }} second\n"
    assert lines(text, first_line=10) == [
        (10, "# Heading"),
        (11, ""),
        (13, "first"),
        (15, "\ue0000\ue001 second"),
        (16, ""),
    ]


def test_lines_of_a_loop_come_from_the_same_line() -> None:
    text = "{% for one in health_bodies %}\n1.  words\n    {# a remark #}\n{% endfor %}\nend"
    assert lines(text) == [(2, "1.  words"), (2, "1.  words"), (5, "end")]


def test_tags_inside_a_line_keep_its_indent_and_its_end() -> None:
    text = (
        "    {% if funds.pooled %}pooled{% endif %}\n    {% if funds.aligned %}\n    no\n    {% endif %}\nend"
    )
    assert lines(text) == [(1, "    pooled"), (5, "end")]


def test_a_tag_may_go_over_several_lines() -> None:
    text = "one\n{% if funds.pooled\n   and funds.aligned %}\nno\n{% else %}\nyes\n{% endif %}\nend"
    assert lines(text) == [(1, "one"), (6, "yes"), (8, "end")]


# what is missing


def test_all_missing_parameters_are_told_at_once_each_once_a_place() -> None:
    text = (
        "{{ council.adress }} {{ council.adress }}\n"
        "{% if scheme.lead.name %}x{% endif %}\n"
        "{% for one in schemes %}{{ one.name }}{% endfor %}\n"
        "{% for one in partners %}{{ one.telephone }}{% endfor %}\n"
        "{{ health_bodies[7].name }} {{ council.adress }} {{ term.end.year }}"
    )
    rendered = render(text, first_line=20)
    assert [(missing.path, missing.source.line) for missing in rendered.missing] == [
        ("council.adress", 20),
        ("scheme.lead.name", 21),
        ("schemes", 22),
        ("council.telephone", 23),
        ("health_bodies[0].telephone", 23),
        ("health_bodies[1].telephone", 23),
        ("health_bodies[7].name", 24),
        ("council.adress", 24),
    ]
    assert rendered.missing[1].source == Source("clause.md", 21)
    assert rendered.missing[1].excerpt == "{% if scheme.lead.name %}x{% endif %}"


def test_what_is_not_reached_is_not_missing() -> None:
    assert (
        render(
            "{% if funds.aligned %}{{ nothing }}{% endif %}{% if not funds.pooled and nothing %}{% endif %}"
        ).missing
        == ()
    )


# faults


@pytest.mark.parametrize(
    ("text", "line", "rule", "message"),
    [
        ("a\n{% iff x %}", 2, "tag-unknown", "There is no tag {% iff %}."),
        ("a\n{% if x %}\nb\n\n", 2, "tag-unclosed", "{% if %} is never closed."),
        ("{% for p in partners %}\n{% if x %}{% endif %}\n", 1, "tag-unclosed", "{% for %} is never closed."),
        ("a\n{% endif %}", 2, "tag-unopened", "{% endif %} stands where no tag that it belongs to is open."),
        (
            "{% if x %}\n{% endfor %}",
            2,
            "tag-unopened",
            "{% endfor %} stands where no tag that it belongs to is open; the tag that is open is {% if %}.",
        ),
        ("a\n{# b", 2, "remark-unclosed", "A remark is opened with {# and never closed."),
        ("a\n{{ council name }}", 2, "tag-unreadable", "This tag cannot be read: it stumbles at name."),
        ("{{ council. }}", 1, "tag-unreadable", "This tag cannot be read."),
        ("{{ 'a }}", 1, "tag-unreadable", "This tag cannot be read."),
        ("{% if %}x{% endif %}", 1, "tag-unreadable", "This tag cannot be read: it breaks off."),
        (
            "{{ council.name 'x' }}",
            1,
            "tag-unreadable",
            "This tag cannot be read: it stumbles at words in quotation marks.",
        ),
        ("{{ council.name | upper }}", 1, "filter-unknown", "There is no filter called upper."),
        (
            "{{ partners | plural('one') }}",
            1,
            "filter-misused",
            "The filter plural is not used as it is meant.",
        ),
        (
            "{{ partners | plural('a', council.name) }}",
            1,
            "filter-misused",
            "The filter plural is not used as it is meant.",
        ),
        ("{% include 'x' %}", 1, "not-in-language", "{% include %} is not part of the language of clauses."),
        (
            "{% import 'x' as y %}",
            1,
            "not-in-language",
            "{% import %} is not part of the language of clauses.",
        ),
        (
            "{% from 'x' import y %}",
            1,
            "not-in-language",
            "{% import %} is not part of the language of clauses.",
        ),
        ("{% extends 'x' %}", 1, "not-in-language", "{% extends %} is not part of the language of clauses."),
        (
            "{% block x %}{% endblock %}",
            1,
            "not-in-language",
            "{% block %} is not part of the language of clauses.",
        ),
        (
            "{% macro x() %}{% endmacro %}",
            1,
            "not-in-language",
            "{% macro %} is not part of the language of clauses.",
        ),
        (
            "{% raw %}{{ x }}{% endraw %}",
            1,
            "not-in-language",
            "{% raw %} is not part of the language of clauses.",
        ),
        (
            "{{ council.name.upper() }}",
            1,
            "not-in-language",
            "A call is not part of the language of clauses.",
        ),
        (
            "{{ funds.count * 2 }}",
            1,
            "not-in-language",
            "Calculating is not part of the language of clauses.",
        ),
        ("{{ 'x' * 10**9 }}", 1, "not-in-language", "Calculating is not part of the language of clauses."),
        ("{{ 1 / 0 }}", 1, "not-in-language", "Calculating is not part of the language of clauses."),
        ("{{ council.name ~ 'x' }}", 1, "not-in-language", '"~" is not part of the language of clauses.'),
        (
            "{% for i in range(10**9) %}x{% endfor %}",
            1,
            "not-in-language",
            "A call is not part of the language of clauses.",
        ),
        ("{{ ''.__class__ }}", 1, "name-underscore", "A name never begins with an underscore."),
        ("{{ council.__class__ }}", 1, "name-underscore", "A name never begins with an underscore."),
        ("{% set _x = council %}", 1, "name-underscore", "A name never begins with an underscore."),
        ("{% set loop = council %}", 1, "name-reserved", "The name loop has a meaning of its own."),
        ("{{ included }}", 1, "name-reserved", "The name included has a meaning of its own."),
        (
            "{{ partners[0:1] }}",
            1,
            "not-in-language",
            "A range in square brackets is not part of the language of clauses.",
        ),
        (
            "{{ partners[-1].name }}",
            1,
            "not-in-language",
            "This in square brackets is not part of the language of clauses.",
        ),
        (
            "{{ (council or term).name }}",
            1,
            "not-in-language",
            "A part of what is no parameter is not part of the language of clauses.",
        ),
        (
            "{{ partners[council] }}",
            1,
            "not-in-language",
            "This in square brackets is not part of the language of clauses.",
        ),
        (
            "{{ loop.index }}",
            1,
            "loop-outside",
            "{{ loop }} can only tell its place inside a {% for %}, as {{ loop.index }}.",
        ),
        (
            "{{ council }}",
            1,
            "not-printable",
            "council is a group of parameters, which cannot be printed as it is.",
        ),
        ("{{ partners }}", 1, "not-printable", "partners is a list, which cannot be printed as it is."),
        (
            "{{ funds.pooled }}",
            1,
            "not-printable",
            "funds.pooled is a yes/no choice, which cannot be printed as it is.",
        ),
        ("{% for one in council.name %}x{% endfor %}", 1, "not-a-list", None),
        (
            "a\n{{ council.name.first }}",
            2,
            "no-such-part",
            "council.name is a single value and has nothing called first.",
        ),
        (
            "a\nb {% if council.name > 3 %}x{% endif %}",
            2,
            "not-comparable",
            "Two values are compared that cannot be: they are not of one kind.",
        ),
        (
            '{% if "6 months" < term.notice %}x{% endif %}',
            1,
            "not-comparable",
            "Two values are compared that cannot be: "
            "term.notice (12 months) cannot be compared with 6 months.",
        ),
        (
            "{{ '\\ue000' }}",
            1,
            "wording-unprintable",
            "The quoted words contain a character that cannot be printed.",
        ),
        ("{{ " + "(" * 500 + "x" + ")" * 500 + " }}", 1, "too-deep", None),
        ("{% if x %}" * 150 + "{% endif %}" * 150, 1, "too-deep", None),
        ("{{ " + "9" * 5000 + " }}", 1, "too-deep", None),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, rule: str, message: str | None) -> None:
    (fault,) = faults(text)
    assert fault[:2] == (line, rule)
    assert message is None or fault[2] == message


def test_faults_of_a_clause_with_a_head_have_the_lines_of_the_file() -> None:
    assert faults("a\n{% iff %}", first_line=12)[0][0] == 13
    assert faults("a\n{{ council.name.x }}\n{{ partners }}", first_line=12) == [
        (13, "no-such-part", "council.name is a single value and has nothing called x."),
        (14, "not-printable", "partners is a list, which cannot be printed as it is."),
    ]


def test_all_that_the_language_has_no_place_for_is_told_at_once() -> None:
    told = faults("{{ a ~ b }}\n{{ c | uper }}\n{% include 'x' %}")
    assert [(line, rule) for line, rule, _ in told] == [
        (1, "not-in-language"),
        (2, "filter-unknown"),
        (3, "not-in-language"),
    ]


def test_a_fault_has_the_line_that_is_at_fault_and_a_remedy() -> None:
    with pytest.raises(ClausekitError) as error:
        render("a\nb {{ partners | lenth }}")
    (finding,) = error.value.findings
    assert finding.excerpt == "b {{ partners | lenth }}"
    assert (
        finding.remedy == "Did you mean length? The filters are length, listed, nil, plural, total and words."
    )


def test_loops_that_repeat_too_often_are_stopped() -> None:
    many = Series("many")
    many += [TextValue("x", f"many[{index}]") for index in range(1000)]
    text = "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}"
    started = time.perf_counter()
    with pytest.raises(ClausekitError, match="The loops of this clause repeat more than 100,000 times"):
        RENDERER.render(text, "a", 1, {"many": many}, bool)
    assert time.perf_counter() - started < 2


def test_a_clause_that_prints_too_much_is_stopped() -> None:
    many = Series("many")
    many += [TextValue("x", f"many[{index}]") for index in range(1000)]
    text = "{% for a in many %}" + "words " * 1000 + "{% endfor %}"
    with pytest.raises(ClausekitError, match="The clause prints more than 2,000,000 characters"):
        RENDERER.render(text, "a", 1, {"many": many}, bool)


PIECES = st.sampled_from(
    [
        *(
            "{{ ",
            " }}",
            "{% ",
            " %}",
            "{# ",
            " #}",
            "{%- ",
            " -%}",
            "{{-",
            "if ",
            "elif ",
            "else",
            "endif",
            "for x in ",
        ),
        *(
            "endfor",
            "set y = ",
            "council",
            ".name",
            ".address",
            "partners",
            "[0]",
            "[x]",
            "x",
            "x.name",
            "loop.index",
            "[",
        ),
        *(
            " | length",
            " | listed",
            ' | plural("a", "b")',
            " | words",
            " | ",
            "(",
            ")",
            "included(",
            '"pooled-fund"',
            "'",
        ),
        *(
            " and ",
            " or ",
            "not ",
            " == ",
            " > ",
            " in ",
            " + ",
            " is defined",
            " ~ ",
            " * ",
            " if ",
            " else ",
            "1",
            "1.5",
        ),
        *(
            "words",
            "\n",
            "    ",
            "raw",
            "endraw",
            "macro m()",
            "include 'x'",
            "_",
            "__class__",
            "é",
            "\\",
            ",",
            ":",
            "none",
        ),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80))
def test_any_text_is_rendered_or_its_faults_are_told(text: str) -> None:
    marked, told = rendered_or_told(text)
    assert all(line.startswith(LINE_OPEN) for line in marked.split("\n") if line)
    assert all(finding.source and finding.message and finding.remedy for finding in told)
    RENDERER.parameters_used(text)


# questions of a template


def test_a_condition_of_a_template_is_answered() -> None:
    matter = names()
    assert RENDERER.test("funds.pooled and not funds.aligned", "t.yaml", 4, matter, bool).value is True
    assert RENDERER.test('included("vat")', "t.yaml", 4, matter, lambda family: family == "vat").value is True
    missing = RENDERER.test("funds.poled", "t.yaml", 4, matter, bool)
    assert missing.value is False
    assert [(one.path, one.source, one.excerpt) for one in missing.missing] == [
        ("funds.poled", Source("t.yaml", 4), "when: funds.poled")
    ]


def test_a_list_of_a_template_is_returned() -> None:
    matter = names()
    answer = RENDERER.iterate("health_bodies", "t.yaml", 9, matter, bool)
    assert answer.value == tuple(matter["health_bodies"])  # type: ignore[arg-type]
    assert RENDERER.iterate("nobody", "t.yaml", 9, matter, bool).value == ()
    assert RENDERER.iterate("term.end", "t.yaml", 9, matter, bool).value == (BlankValue("term.end[0]"),)
    assert [one.path for one in RENDERER.iterate("shemes", "t.yaml", 9, matter, bool).missing] == ["shemes"]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("funds.", 'What stands after "when:" cannot be read.'),
        ("funds.pooled and", 'What stands after "when:" cannot be read: it breaks off.'),
        ("funds pooled", 'What stands after "when:" cannot be read: it stumbles at pooled.'),
        ("funds.pooled %}{% set y = z", 'What stands after "when:" cannot be read: it stumbles at %}.'),
        ("council.name.upper()", "A call is not part of the language of clauses."),
    ],
)
def test_a_condition_that_cannot_be_read_is_told_in_its_own_terms(expression: str, message: str) -> None:
    with pytest.raises(ClausekitError) as error:
        RENDERER.test(expression, "t.yaml", 7, names(), bool)
    (finding,) = error.value.findings
    assert (finding.message, finding.source) == (message, Source("t.yaml", 7))
    assert finding.excerpt == f"when: {expression}"
    assert "{%" not in finding.remedy


def test_what_is_repeated_for_must_be_a_list() -> None:
    with pytest.raises(ClausekitError, match=r"council\.name is not a list"):
        RENDERER.iterate("council.name", "t.yaml", 7, names(), bool)


# parameters that a clause can ask for


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        (
            "{{ council.name }}{% if funds.pooled %}{{ term.start }}{% endif %}",
            "council.name funds.pooled term.start",
        ),
        ("{% for p in partners %}{{ p.name }}{{ loop.index }}{% endfor %}", "partners[] partners[].name"),
        ("{% for m in notices.methods %}{{ m }}{% endfor %}{{ m }}", "notices.methods[] m"),
        ("{% for a in b %}{% for c in a.d %}{{ c.e }}{% endfor %}{% endfor %}", "b[] b[].d[] b[].d[].e"),
        ("{{ health_bodies[0].name }}", "health_bodies[].name"),
        ('{{ partners | plural("a", "b") }}', "partners[]"),
        ("{% if health_bodies | length > 1 %}{% endif %}", "health_bodies[]"),
        ('{{ partners | listed("name") }}{{ methods | listed }}', "partners[].name methods[]"),
        ("{{ copies | words }}", "copies"),
        ('{% if "email" in notices.methods %}{% endif %}', "notices.methods"),
        ('{% if included("vat") %}{% endif %}', ""),
        ("{% set host = health_bodies[0] %}{{ host.name }}", "health_bodies[] health_bodies[].name"),
        ("{% if council.fax is defined %}{{ council.fax }}{% endif %}", "council.fax"),
        ("{% if broken", ""),
    ],
)
def test_the_parameters_that_a_clause_can_ask_for_are_found(text: str, paths: str) -> None:
    assert RENDERER.parameters_used(text) == set(paths.split())


# the cache


def test_a_clause_whose_values_are_as_they_were_is_not_rendered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "{{ council.name }}{% for one in partners %}{{ one.short }}{% endfor %}"
    first = Renderer(Cache(tmp_path)).render(text, "clause.md", 4, names(), bool)
    monkeypatch.setattr(Engine, "render", None)
    assert Renderer(Cache(tmp_path)).render(text, "clause.md", 4, names(), bool) == first


@pytest.mark.parametrize("expression", ["health_bodies", "partners"])
def test_a_list_whose_values_are_as_they_were_is_not_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expression: str
) -> None:
    first = Renderer(Cache(tmp_path)).iterate(expression, "t.yaml", 9, names(), bool)
    monkeypatch.setattr(Engine, "iterate", None)
    again = Renderer(Cache(tmp_path)).iterate(expression, "t.yaml", 9, names(), bool)
    assert again.value == first.value
    assert len(again.value) > 0  # type: ignore[arg-type]  # a tuple


def test_what_is_missing_and_what_is_blank_is_asked_for_again(tmp_path: Path) -> None:
    renderer = Renderer(Cache(tmp_path))
    for _ in range(2):
        assert renderer.iterate("term.end", "t.yaml", 9, names(), bool).value == (BlankValue("term.end[0]"),)
        assert [one.path for one in renderer.iterate("shemes", "t.yaml", 9, names(), bool).missing] == [
            "shemes"
        ]


def test_a_clause_is_rendered_again_when_a_value_a_family_or_a_place_is_another(tmp_path: Path) -> None:
    renderer = Renderer(Cache(tmp_path))

    def render(name: str, families: set[str], line: int) -> Rendered:
        text = '{% if included("vat") %}{{ council.name }}{% endif %}'
        council = Record("council")
        council["name"] = TextValue(name, "council.name")
        return renderer.render(text, "clause.md", line, {"council": council}, families.__contains__)

    assert render("A", {"vat"}, 1).filled == (Filled("council.name", "A"),)
    assert render("B", {"vat"}, 1).filled == (Filled("council.name", "B"),)
    assert render("B", set(), 1).filled == ()
    assert render("B", {"vat"}, 1) != render("B", {"vat"}, 2)


def value_of(form: str, text: str) -> Value:
    return read_value(form, text, "x")


def choice_of(party: Record) -> PartyValue:
    choice = PartyValue("the Council", "x")
    choice.party = party
    return choice


def group(parameter: str, **values: Value) -> Record:
    record = Record(parameter)
    record.update(values)
    return record


def series(parameter: str, *values: Value) -> Series:
    elements = Series(parameter)
    elements += values
    return elements


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("{{ x }}", value_of("money", "£5"), value_of("money", "£5.00")),
        ("{{ x }}", value_of("date", "2026-04-01"), value_of("date", "2027-04-01")),
        ("{{ x }}", value_of("time", "08:00"), value_of("time", "20:00")),
        ("{{ x }}", TextValue("[●]", "x"), BlankValue("x")),
        ("{{ x }}", TextValue("a", "x"), TextValue("a", "y")),
        ("{{ x.unit }}", value_of("period", "12 months"), value_of("period", "12 weeks")),
        ("{{ x.unit }}", value_of("period", "5 days"), value_of("period", "5 working days")),
        ("{{ x.last_day }}", value_of("financial-year", "2019/20"), value_of("financial-year", "2020/21")),
        ("{{ x | words }}", WholeValue(2, "x"), TextValue("2", "x")),
        ("{% if x %}yes{% endif %}", True, False),
        ("{% if x %}yes{% endif %}", True, TextValue("", "x")),
        ("{{ x | length }}", series("x", True), series("y", True)),
        ("{{ x.a.b }}", group("x", a=group("x.a", b=WholeValue(1, "b"))), group("x", a=BlankValue("x.a"))),
        (
            "{{ x.name }}",
            choice_of(group("council", name=TextValue("A", "council.name"))),
            choice_of(group("council", name=TextValue("B", "council.name"))),
        ),
        ('{{ "}}" }}{{ x }}', TextValue("a", "x"), TextValue("b", "x")),
        ('{% if x == "%}" %}a{% else %}{{ x }}{% endif %}', TextValue("%}", "x"), TextValue("b", "x")),
        ('{% if "}}" == x %}a{% endif %}', TextValue("}}", "x"), TextValue("b", "x")),
    ],
)
def test_a_kept_clause_is_not_taken_for_other_values(
    tmp_path: Path, text: str, before: Value, after: Value
) -> None:
    fresh, kept = Renderer(Cache(None)), Renderer(Cache(tmp_path))
    rendered = [fresh.render(text, "clause.md", 1, {"x": value}, bool) for value in (before, after)]
    assert rendered[0] != rendered[1]
    assert [kept.render(text, "clause.md", 1, {"x": value}, bool) for value in (before, after)] == rendered


@pytest.mark.parametrize("question", ['included("vat")', "included ( 'vat' )", 'included("v" "at")'])
def test_a_kept_answer_is_not_taken_for_other_families(tmp_path: Path, question: str) -> None:
    renderer = Renderer(Cache(tmp_path))
    clause = f"{{% if {question} %}}yes{{% endif %}}"
    for families in ({"vat"}, {"pooled-fund"}, {"vat"}):
        included = families.__contains__
        assert renderer.test(question, "t.yaml", 1, {}, included).value is ("vat" in families)
        assert renderer.render(clause, "a", 1, {}, included).text.endswith("yes") is ("vat" in families)


def test_parties_may_choose_one_another(tmp_path: Path) -> None:
    to_board, to_council = PartyValue("B", "council.deputy"), PartyValue("C", "board.deputy")
    council = group("council", deputy=to_board, short=TextValue("C", "council.short"))
    board = group("board", deputy=to_council)
    to_board.party, to_council.party = board, council
    rendered = Renderer(Cache(tmp_path)).render(
        "{{ council.deputy.deputy.short }}", "a", 1, {"council": council, "board": board}, bool
    )
    assert rendered.filled == (Filled("council.short", "C"),)


def test_a_compiled_clause_is_kept_for_other_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "{{ council.name }}"
    Renderer(Cache(tmp_path)).render(text, "clause.md", 4, names(), bool)
    monkeypatch.setattr(Engine, "_compile", None)
    other = Record("council")
    other["name"] = TextValue("Other", "council.name")
    found = Renderer(Cache(tmp_path)).render(text, "clause.md", 4, {"council": other}, bool)
    assert found.filled == (Filled("council.name", "Other"),)


def test_the_same_words_at_another_line_are_another_template(tmp_path: Path) -> None:
    renderer = Renderer(Cache(tmp_path / "cache"))
    first = renderer.render("a {{ x }}", "clause.md", 4, {}, bool)
    second = renderer.render("a {{ x }}", "other.md", 9, {}, bool)
    assert [first.missing[0].source, second.missing[0].source] == [
        Source("clause.md", 4),
        Source("other.md", 9),
    ]


def test_spoilt_code_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    whole = kept.put_bytes
    monkeypatch.setattr(kept, "put_bytes", lambda kind, key, value: whole(kind, key, value[:40]))
    text = "{{ council.name }}"
    first = Renderer(kept).render(text, "clause.md", 1, names(), bool)
    assert Renderer(Cache(tmp_path)).render(text, "clause.md", 1, names(), bool) == first
