from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausekit.library import Library
from clausekit.library.usage import Mention, asks_for, references_to, uses_of_parameter
from clausekit.problems import Source
from tests.library.sample import clause_text, library_of

BODY = """\
# Audit

1.  [#records] Records are kept under [[vat#invoices]] and [[vat-relief]].
2.  {% if included("vat") %}See [[ vat | title ]].{% endif %}
{% for body in health_bodies %}
3.  {{ body.name }} pays {{ fees.audit }}.
{% endfor %}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        {"audit/access@1.0.0": clause_text(BODY), "vat/by-lead@1.0.0": clause_text("# VAT\n\n{{ fees }}\n")},
    )


def parameters_used(text: str) -> set[str]:
    """Stand in for the real finder: names in tags, and the one loop that the sample has."""
    return {name.replace("body.", "health_bodies[].") for name in re.findall(r"\{\{ ([\w.]+) \}\}", text)}


def test_references_to_a_family_are_found_line_by_line(library: Library) -> None:
    file = "clauses/audit/access/1.0.0.md"
    assert references_to(library.all(), "vat") == (
        Mention(
            "audit/access@1.0.0",
            Source(file, 8),
            "1.  [#records] Records are kept under [[vat#invoices]] and [[vat-relief]].",
        ),
        Mention(
            "audit/access@1.0.0",
            Source(file, 9),
            '2.  {% if included("vat") %}See [[ vat | title ]].{% endif %}',
        ),
    )
    assert references_to(library.all(), "records") == references_to(library.all(), "") == ()


@pytest.mark.parametrize(
    ("parameter", "places"),
    [
        ("fees.audit", ["audit/access@1.0.0:11"]),
        ("fees", ["audit/access@1.0.0:11", "vat/by-lead@1.0.0:8"]),
        ("health_bodies", ["audit/access@1.0.0:10"]),
        ("health_bodies[].name", ["audit/access@1.0.0:11"]),
        ("fee", []),
    ],
)
def test_uses_of_a_parameter_or_of_a_part_of_it_are_found(
    library: Library, parameter: str, places: list[str]
) -> None:
    mentions = uses_of_parameter(library.all(), parameter, parameters_used)
    assert [f"{mention.user}:{mention.source.line}" for mention in mentions] == places


@pytest.mark.parametrize(
    ("used", "parameter", "asked"),
    [
        ({"funds.pooled"}, "funds.pooled", True),
        ({"funds.pooled"}, "funds", True),
        ({"partners[].name"}, "partners", True),
        ({"funds"}, "funds.pooled", False),
        ({"funds_pooled", "council.funds"}, "funds", False),
        ((), "funds", False),
    ],
)
def test_who_uses_a_part_uses_the_whole(used: set[str], parameter: str, asked: bool) -> None:
    assert asks_for(used, parameter) is asked
