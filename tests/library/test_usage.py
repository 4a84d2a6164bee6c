from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.library import Library
from clausekit.library.usage import Mention, asks_for, first_line_about, references_to
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
    ("parameter", "line"),
    [("fees.audit", 11), ("fees", 11), ("health_bodies", 10), ("health_bodies[].name", 11)],
)
def test_the_first_line_about_a_parameter_or_a_part_of_it_is_found(
    library: Library, parameter: str, line: int
) -> None:
    mention = first_line_about(library.all()[0], parameter)
    assert (mention.user, mention.source.line) == ("audit/access@1.0.0", line)


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
