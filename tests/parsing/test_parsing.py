from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausekit.marks import line_mark, value_mark
from clausekit.model import (
    Block,
    DefinitionList,
    Item,
    ItemList,
    Paragraph,
    Reference,
    SubHeading,
    Table,
    Value,
)
from clausekit.parsing import build, parse
from clausekit.problems import Source
from tests.parsing.matter import read, render


def keys(text: str) -> list[str]:
    """Return the keys of the provisions of a clause, in reading order."""
    rendered = render(text)
    _, blocks = build(parse(rendered.text, "clause.md").nested, rendered.filled, "claims")
    return list(_keys(blocks))


def _keys(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                found += [item.key, *_keys(item.blocks[1:])]
        elif isinstance(block, DefinitionList):
            found += [entry.key for entry in block.entries]
        else:
            found.append(block.key)
    return found


# keys


def test_a_new_provision_leaves_the_keys_of_all_others_as_they_were() -> None:
    before = keys("# Claims\n\n1.  First.\n2.  Second:\n    1.  inner.\n\nLast.\n")
    after = keys("# Claims\n\n1.  First.\n2.  New.\n3.  Second:\n    1.  new;\n    2.  inner.\n\nLast.\n")
    assert [key for key in after if key in before] == before
    assert len(after) == len(before) + 2


def test_an_anchor_is_the_key_of_its_provision() -> None:
    assert keys("# Claims\n\n1.  [#notice] First.\n\n[#rest] Rest.\n") == ["claims#notice", "claims#rest"]


def test_repeats_of_the_same_wording_have_keys_of_their_own() -> None:
    first, second, third = keys("# Claims\n\n1.  Same.\n2.  Same.\n3.  Same.\n")
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_keys_do_not_depend_on_values() -> None:
    council = keys("# Claims\n\n{{ council.name }} pays.\n\n{{ council.name }}\n:   means it.\n")
    trust = keys("# Claims\n\n{{ health_bodies[1].name }} pays.\n\n{{ term.end }}\n:   means it.\n")
    assert council == trust


def test_a_definition_has_its_term_as_key() -> None:
    text = "# D\n\nNHS Partner | NHS Partners\n:   means one.\n\n{{ council.short }}\n:   means two.\n"
    assert keys(text) == ["claims#term-nhs-partner", "claims#term-value"]


def test_a_key_has_eight_hexadecimal_digits() -> None:
    (key,) = keys("# Claims\n\nWords.\n")
    assert len(key.removeprefix("claims~")) == 8
    int(key.removeprefix("claims~"), 16)


def test_words_in_bold_keep_their_key() -> None:
    assert keys("# Claims\n\nr **bold** [[vat]]\n") == keys("# Claims\n\nr bold [[vat]]\n")


# places


def test_every_node_knows_its_line_in_the_clause_file() -> None:
    text = (
        "# Claims\n\n{% if funds.pooled %}\n1.  First:\n    1.  in.\n{% endif %}\n\n## Sub\n\nSee\n[[#a]].\n"
    )
    rendered = render(text, first_line=10)
    _, blocks = build(parse(rendered.text, "clause.md").nested, rendered.filled, "claims")
    provisions, sub_heading, paragraph = blocks
    assert isinstance(provisions, ItemList)
    assert isinstance(sub_heading, SubHeading)
    assert isinstance(paragraph, Paragraph)
    first = provisions.items[0]
    inner = first.blocks[1]
    assert isinstance(inner, ItemList)
    assert (first.line, inner.items[0].line, sub_heading.line, paragraph.line) == (13, 14, 17, 19)
    (reference,) = [inline for inline in paragraph.children if isinstance(inline, Reference)]
    assert reference == Reference("claims#a")
    assert reference.line == 20


def test_a_fault_shows_the_line_with_its_values_left_open() -> None:
    parsed = parse(
        render("# Claims\n\n{{ council.name }} is <b>bold</b>.\n", first_line=7).text, "a/1.0.0.md"
    )
    (finding,) = parsed.findings
    assert finding.source == Source("a/1.0.0.md", 9)
    assert finding.excerpt == "[…] is <b>bold</b>."


# the nested form


def test_the_nested_form_survives_json_and_makes_the_same_nodes() -> None:
    rendered = render(
        "# A\n\n1.  [#a] **{{ council.name }}** see [[#a]][^1].\n\n"
        "| A | B |\n| --- | ---: |\n| {{ term.end }} | 1 |\n"
        '\n[^1]: Note.\n\n> [!NOTE]\n> *Note.*\n\nTerm | Terms\n:   means **"this"**.\n'
    )
    nested = parse(rendered.text, "clause.md").nested
    assert build(json.loads(json.dumps(nested)), rendered.filled, "a") == build(nested, rendered.filled, "a")


def test_one_reading_serves_any_values() -> None:
    rendered = render("# Claims\n\n| {{ council.name }} |\n| --- |\n| one |\n")
    nested = parse(rendered.text, "clause.md").nested
    _, (table,) = build(nested, [("x", "a | *b*")], "claims")
    assert isinstance(table, Table)
    assert table.header == ((Value("x", "a | *b*"),),)


# whatever is written


PIECES = st.sampled_from(
    [
        *(
            "# Heading\n",
            "## Sub\n",
            "### x\n",
            "\n",
            "\n\n",
            "    ",
            "        ",
            " ",
            "\t",
            "words",
            "  \n",
            "\\\n",
        ),
        *("1.  ", "2. ", "10. ", "1)  ", "-   ", "- ", "* ", "+ ", "1.\n", "-\n", "999999999. "),
        *(
            "*",
            "**",
            "_",
            "__",
            "`",
            "```\n",
            "~~~",
            "\\",
            '"',
            "'",
            "’",
            "<b>",
            "</b>",
            "<!--",
            "&amp;",
            "---\n",
            "===\n",
        ),
        *(
            "[",
            "]",
            "[[",
            "]]",
            "[#a]",
            "[#a] ",
            "[#A]",
            "[[#a]]",
            "[[a#b | title]]",
            "[[a",
            "](x)",
            "![",
            "[^1]",
            "[^1]: ",
        ),
        *(
            "[^",
            "^[",
            "> ",
            ">",
            "> [!NOTE]\n",
            "[!NOTE]",
            "::: signature\n",
            ":::\n",
            "::::",
            ":::",
            ":   ",
            ": ",
            ":\n",
            "~ ",
        ),
        *(
            "|",
            " | ",
            "| a | b |\n",
            "| --- | ---: |\n",
            "|---|\n",
            "\\|",
            "Term\n:   means\n",
            "Term | Terms\n",
        ),
        *(
            value_mark(0),
            value_mark(1),
            line_mark(3),
            line_mark(12),
            "\u00a0",
            "—",
            "é",
            "\r",
            "\x00",
            "\u2028",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
FILLED = [("council.name", "Westmarch"), ("term.end", None)]


def first_blocks(blocks: tuple[Block, ...]) -> list[Item]:
    lists = [block for block in blocks if isinstance(block, ItemList)]
    return [item for block in lists for item in block.items]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_read_or_its_faults_are_told(text: str) -> None:
    parsed = parse(text, "clause.md")
    _, blocks = build(json.loads(json.dumps(parsed.nested)), FILLED, "claims")
    every_key = _keys(blocks)
    assert len(every_key) == len(set(every_key))
    for item in first_blocks(blocks):
        assert isinstance(item.blocks[0], Paragraph)
    for finding in parsed.findings:
        assert finding.source is not None
        assert finding.source.line is not None
        assert finding.message
        assert finding.remedy


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_words_below_a_heading_come_out_or_are_told(text: str) -> None:
    marked = "".join(f"{line_mark(n)}{line}\n" for n, line in enumerate(("# H", "", *text.split("\n")), 1))
    parsed = parse(marked, "clause.md")
    said = json.dumps(parsed.nested, ensure_ascii=False)
    assert parsed.findings or text.count("words") <= said.count("words")


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1.  ",
            "> ",
            "- ",
            "[[",
            "[#",
            "**a ",
            "*",
            "_a",
            "[^1]",
            "::: signature\n",
            ":   ",
            "|",
            "\\",
            "'",
            '"',
        ),
        *(
            "a\n:   b\n",
            "    ",
            "1.  a\n\n    ",
            "| a |\n| - |\n",
            "[^1]: x\n",
            "<",
            "`",
            "a\n: a\n\n  ",
            "1. a\n   ",
        ),
    ],
)
def test_endless_repeats_are_read_in_time(piece: str) -> None:
    text = "# Heading\n\n" + piece * (20_000 // len(piece))
    started = time.perf_counter()
    parse(text, "clause.md")
    assert time.perf_counter() - started < 5


def test_deep_nesting_is_told() -> None:
    text = "# Claims\n\n" + "".join(f"{'    ' * depth}1.  level\n" for depth in range(60))
    parsed, _ = read(text)
    assert {finding.rule for finding in parsed.findings} == {"list-deep"}
