"""The report as text: place, words marked, message, remedy; the same for a terminal with colours."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from clausekit.checks.finding import Excerpt
from clausekit.reports.checks import counts, report
from clausekit.reports.checks.text import underlined
from tests.reports.checks.outcomes import HOSTILE, hostile, nothing, outcome, sifted

AGREEMENT = """\
agreement.md: Agreement on a Fund
=================================

Clause 1.1 (Term), agreement.md:5
  error: There is no such day as “31 April 2027”. CK-DATE-IMPOSSIBLE
      This agreement ends on 31 April 2027, unless the Council and the Trust
                             ^^^^^^^^^^^^^
      agree in writing before …
    April 2027 ends on day 30: write the day that is meant.

Clause 1.2 (Term), agreement.md:8
  error: There is no such day as “30 February 2026”. CK-DATE-IMPOSSIBLE
      It begins on 30 February 2026 and is reviewed on 31 June 2026.
                   ^^^^^^^^^^^^^^^^
    February 2026 ends on day 28: write the day that is meant.
  error: There is no such day as “31 June 2026”. CK-DATE-IMPOSSIBLE
      It begins on 30 February 2026 and is reviewed on 31 June 2026.
                                                       ^^^^^^^^^^^^
    June 2026 ends on day 30: write the day that is meant.

Clause 2.1 (Accounts), agreement.md:12
  warning: “the the” has the same word twice. CK-TEXT-DOUBLED
      The Council shall keep the the accounts of the fund.
                             ^^^^^^^
    Write “the” once, or the word that is meant.

3 errors, 1 warning in 2 clauses and 3 sentences, by 2 rules.
"""


def test_findings_stand_in_the_order_of_the_text_under_their_places() -> None:
    assert report([outcome()], "text") == AGREEMENT


def test_what_is_let_stand_or_known_is_counted_and_a_doubt_is_told() -> None:
    assert report([sifted()], "text").split("\n\n")[1:] == [
        "Clause 1.2 (Term), agreement.md:8\n"
        "  remark (doubtful): There is no such day as “30 February 2026”.\n"
        "    CK-DATE-IMPOSSIBLE\n"
        "      It begins on 30 February 2026 and is reviewed on 31 June 2026.\n"
        "                   ^^^^^^^^^^^^^^^^\n"
        "    February 2026 ends on day 28: write the day that is meant.\n"
        "    See clause 1.1 (Term), agreement.md:5: This agreement ends on “31 April\n"
        "    2027”, unless the Council and the Trust agree in writing before …",
        "agreement.md:3: info: The order of the columns is not sure.",
        "1 remark in 2 clauses and 3 sentences, by 2 rules. 1 finding is let stand for a\n"
        "reason. 1 finding is known from the baseline.\n",
    ]


def test_nothing_found_says_what_was_read() -> None:
    told = report([nothing()], "text")
    assert told.endswith("\n\nNothing was found in 2 clauses and 3 sentences, by 2 rules.\n")


def test_several_texts_end_with_a_sum() -> None:
    told = report([outcome(), nothing(), outcome()], "text")
    assert told.endswith("\n\n3 texts: 6 errors, 2 warnings.\n")
    assert counts([nothing()]) == "no findings"


def test_colours_stand_beside_the_same_words() -> None:
    coloured = report([outcome()], "text", colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == AGREEMENT
    assert "\x1b[1;31m31 April 2027\x1b[0m" in coloured


@pytest.mark.parametrize("width", [30, 41, 80, 200])
def test_carets_stand_below_the_words_at_every_width(width: int) -> None:
    lines = report([outcome()], "text", width=width).split("\n")
    marked = "".join(
        f" {above[place.start() : place.end()]}"
        for above, line in pairwise(lines)
        for place in re.finditer(r"\^+", line)
    )
    assert marked == " 31 April 2027 30 February 2026 31 June 2026 the the"


def test_words_that_go_over_lines_are_marked_on_each() -> None:
    words = Excerpt("It ends on ", "the last day of the month", " of May.")
    assert list(underlined(words, 24, "  ", "error")) == [
        "  It ends on \ue01ethe last\ue01f",
        "             \ue01e^^^^^^^^\ue01f",
        "  \ue01eday of the month\ue01f of",
        "  \ue01e^^^^^^^^^^^^^^^^\ue01f",
        "  May.",
    ]


def test_a_place_without_words_is_marked() -> None:
    assert list(underlined(Excerpt("It ends", "", " here"), 40, "", "info")) == [
        "It ends\ue022 \ue023here",
        "       \ue022^\ue023",
    ]


def test_a_word_longer_than_the_line_is_cut() -> None:
    marked = list(underlined(Excerpt("", "x" * 25, ""), 10, "", "error"))
    assert [line.strip("\ue01e\ue01f") for line in marked] == [
        "x" * 10, "^" * 10, "x" * 10, "^" * 10, "x" * 5, "^" * 5,
    ]  # fmt: skip


def test_no_words_of_a_document_steer_the_screen() -> None:
    told = report([hostile()], "text")
    assert not set(told) & set("\x1b\u202e")
    assert told.count("<script>alert(1)</script>") >= 5
    assert HOSTILE not in told
