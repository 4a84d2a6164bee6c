from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.library import Library
from clausekit.library.search import search
from tests.library.sample import changed, clause_text, library_of

FUND = """\
# Pooled Fund

1.  The Partners shall set up a pooled fund.
2.  The pooled fund is held by the Host Partner.
"""
AUDIT = "# Audit\n\n1.  The Host Partner shall arrange an audit of the accounts\n    of every pooled fund.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        {
            "pooled-fund/establishment@1.0.0": clause_text(FUND, title="Pooled fund"),
            "audit/access@1.0.0": clause_text(AUDIT, title="Audit", summary="Who may see the books."),
            "audit/access@1.1.0": clause_text(
                AUDIT.replace("accounts", "ledgers"), title="Audit", change=changed("1.0.0", "minor")
            ),
            "audit/access@2.0.0": clause_text(status="draft", change=changed("1.1.0", "major")),
            "vat/by-lead@1.0.0": clause_text(status="draft"),
        },
    )


def found(library: Library, *phrases: str) -> list[str]:
    return [hit.clause.name for hit in search(library.all(), phrases)]


def test_a_title_counts_more_than_the_wording(library: Library) -> None:
    assert found(library, "pooled fund") == ["pooled-fund/establishment@1.0.0", "audit/access@1.1.0"]


def test_all_phrases_must_occur_and_capitals_do_not_matter(library: Library) -> None:
    assert found(library, "POOLED", "host partner", "audit") == ["audit/access@1.1.0"]
    assert found(library, "pooled", "dragons") == []


def test_the_rarer_word_decides_and_endings_do_not_matter(tmp_path: Path) -> None:
    body = "# Heading\n\n1.  Of a pooled fund{}.\n"
    texts = {f"pooled-fund/{name}@1.0.0": clause_text(body.format(""), title="Pooled Fund") for name in "abc"}
    texts["pooled-fund/a@1.0.0"] = clause_text(body.format(" and an overspend"), title="Pooled Fund")
    texts["risk-share/overspends@1.0.0"] = clause_text(body.format(""), title="Overspends")
    texts |= {f"vat/{name}@1.0.0": clause_text() for name in "abcdef"}
    assert found(library_of(tmp_path, texts), "pooled funds overspend") == [
        "risk-share/overspends@1.0.0",
        "pooled-fund/a@1.0.0",
    ]


def test_signs_in_the_words_are_no_query_language(library: Library) -> None:
    assert found(library, 'audit" OR "pooled') == []
    assert found(library, "ledgers*", "NOT") == []


def test_a_phrase_is_found_across_the_end_of_a_line(library: Library) -> None:
    assert found(library, "ledgers of every") == ["audit/access@1.1.0"]


def test_the_newest_approved_version_is_searched_and_a_draft_only_where_there_is_no_other(
    library: Library,
) -> None:
    assert found(library, "accounts") == []
    assert found(library, "invoice") == ["vat/by-lead@1.0.0"]


def test_a_hit_shows_the_line_that_has_most_of_the_words(library: Library) -> None:
    [hit] = search(library.all(), ["fund", "held"])
    assert str(hit.source) == "clauses/pooled-fund/establishment/1.0.0.md:9"
    assert hit.excerpt == "2.  The pooled fund is held by the Host Partner."


def test_tags_are_no_wording(tmp_path: Path) -> None:
    body = "# VAT\n\n{% if funds.pooled %}\n1.  It is\n{% endif %}\n2.  It is pooled.\n"
    [hit] = search(library_of(tmp_path, {"vat/a@1.0.0": clause_text(body)}).all(), ["pooled"])
    assert (hit.source.line, hit.excerpt) == (11, "2.  It is pooled.")


def test_a_hit_in_the_title_alone_shows_the_summary_or_the_title(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        {
            "vat/a@1.0.0": clause_text(title="Excise", summary="Who pays it."),
            "vat/b@1.0.0": clause_text(title="Excise"),
        },
    )
    assert [hit.excerpt for hit in search(library.all(), ["excise"])] == ["Excise", "Who pays it."]


def test_a_long_line_is_cut_around_the_words_between_words(tmp_path: Path) -> None:
    body = f"# Long\n\n{'before ' * 40}needle {'after ' * 40}\n"
    [hit] = search(library_of(tmp_path, {"vat/a@1.0.0": clause_text(body)}).all(), ["needle"])
    assert hit.excerpt == (
        "… before before before before before needle "
        "after after after after after after after after after after after after …"
    )


def test_nothing_is_found_for_no_words(library: Library) -> None:
    assert found(library) == found(library, " ") == []
