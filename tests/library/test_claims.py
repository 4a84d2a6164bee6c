"""What a new version claims of itself: patch, minor or major, and what the words say."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.library.claims import check_claim
from clausekit.library.words import terms_of, tokens
from tests.library.sample import changed, clause_text, library_of

NUMBERS = {"patch": "1.0.1", "minor": "1.1.0", "major": "2.0.0"}


def claims(root: Path, kind: str, old: str, new: str) -> list[str]:
    """Return the messages on a change from one body to another, each without its beginning."""
    heading = "# Value Added Tax\n\n"
    files = {
        "vat/by-lead@1.0.0": clause_text(heading + old),
        f"vat/by-lead@{NUMBERS[kind]}": clause_text(heading + new, change=changed("1.0.0", kind)),
    }
    before, after = library_of(root, files).versions("vat/by-lead")
    findings = check_claim(before, after, {"Partner", "Pooled Fund", "Working Day"})
    return [finding.message.partition("but it ")[2] for finding in findings]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("The Partner recieves it.", "The Partner receives it.", [], id="a spelling"),
        pytest.param("The Partner pays it ,", "The Partner pays it,", [], id="a comma"),
        pytest.param("1.  It is so.\n2.  It is.", "7.  It is so.\n8.  It is.", [], id="the numbers typed"),
        pytest.param("It is\nso.", "It\nis so.", [], id="where the lines end"),
        pytest.param("{# a #}It is.", "It is.", [], id="a remark"),
        pytest.param("It is.\n\n> [!NOTE]\n> In 5 days.", "It is.\n", [], id="a note to officers"),
        pytest.param(
            "It is kept for 6 years.",
            "It is kept for 7 years.",
            ['touches a number: "6" is now "7".'],
            id="a number",
        ),
        pytest.param(
            "It is done by two people.",
            "It is done by three people.",
            ['touches a number: "two" is now "three".'],
            id="a number in words",
        ),
        pytest.param(
            "It begins on 1 April 2019.",
            "It begins on 1 April 2020.",
            ['touches a date: "1 April 2019" is now "1 April 2020".'],
            id="a date",
        ),
        pytest.param(
            "It is at most £1,000.50.",
            "It is at most £1,000,000.",
            ['touches an amount: "£1,000.50" is now "£1,000,000".'],
            id="an amount",
        ),
        pytest.param(
            "It is due under the Care Act 2014.",
            "It is due under the Care Act 2022.",
            ['touches a citation: "Care Act 2014" is now "Care Act 2022".'],
            id="an Act",
        ),
        pytest.param(
            "It is due under section 75(1) of the 2006 Act.",
            "It is due under section 75(2) of the 2006 Act.",
            ['touches a citation: "section 75(1)" is now "section 75(2)".'],
            id="a section",
        ),
        pytest.param(
            "It is paid to a Partner.",
            "It is paid to a Provider.",
            ['touches a capitalised term: "Partner" is now "Provider".'],
            id="a term",
        ),
        pytest.param(
            "Partners pay.",
            "Providers pay.",
            [],
            id="a first word that is no term",
        ),
        pytest.param(
            "Partner money is paid.",
            "Other money is paid.",
            ['touches a capitalised term: "Partner" is now "Other".'],
            id="a first word that is a term",
        ),
        pytest.param(
            "It is paid in {{ periods.short }}.",
            "It is paid in {{ periods.long }}.",
            ['touches a value: "{{ periods.short }}" is now "{{ periods.long }}".'],
            id="a value",
        ),
        pytest.param("It is paid in {{a}}.", "It is paid in {{ a }}.", [], id="blanks in a tag"),
        pytest.param(
            "{% if a %}It is.{% endif %}",
            "{% if b %}It is.{% endif %}",
            ['touches a condition: "{% if a %}" is now "{% if b %}".'],
            id="a condition",
        ),
        pytest.param(
            "As in [[#one]].",
            "As in [[#two]].",
            ['touches a reference: "[[#one]]" is now "[[#two]]".'],
            id="a reference",
        ),
        pytest.param(
            "The Partner shall pay.",
            "The Partner may pay.",
            ['touches a word on which the meaning turns: "shall" is now "may".'],
            id="shall",
        ),
        pytest.param(
            "The Partner pays.",
            "The Partner pays unless it objects.",
            ['touches a word on which the meaning turns: "unless it objects" is put in.'],
            id="unless",
        ),
        pytest.param(
            "It is, and it was.",
            "It is, or it was.",
            ['touches a word on which the meaning turns: "and" is now "or".'],
            id="and",
        ),
        pytest.param(
            "1.  It is so.\n2.  It is.",
            "1.  It is so.\n    1.  It is.",
            ['touches the division into provisions: "2." is now "1.".'],
            id="a level",
        ),
        pytest.param(
            'A notice (**"Short Notice"**) is one.',
            'A notice ("Short Notice") is one.',
            ['touches a defined term: "**"Short Notice"**" is now ""Short Notice"".'],
            id="a definition",
        ),
    ],
)
def test_a_patch_touches_plain_words_only(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    assert claims(tmp_path, "patch", f"{old}\n", f"{new}\n") == told


OLD = """\
1.  Each Partner shall keep a VAT invoice for 6 years.
2.  The Host Partner may ask for a copy, and the Partner that is asked must send it.
3.  This clause survives the end of this agreement.
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("6 years", "7 years", [], id="a figure"),
        pytest.param("keep a VAT invoice", "keep each VAT invoice safely", [], id="other words about a duty"),
        pytest.param("3.  This", "3.  The Host Partner shall report yearly.\n4.  This", [], id="a new duty"),
        pytest.param(
            "may ask",
            "shall ask",
            ['takes out or turns a duty or a power: "may" is now "shall".'],
            id="a power that becomes a duty",
        ),
        pytest.param(
            "shall keep",
            "shall not keep",
            ['turns a duty or a power: "shall" is now "shall not".'],
            id="a duty that becomes a ban",
        ),
        pytest.param(
            "The Host Partner may",
            "The Lead Partner may",
            [
                'changes who bears a duty or has a power: before "may" stood "Host Partner", '
                'and now "Lead Partner".'
            ],
            id="a power that passes to another",
        ),
        pytest.param(
            ", and the Partner that is asked must send it",
            "",
            [
                'takes out or turns a duty or a power: ", and the Partner that is asked must send it" '
                "is taken out."
            ],
            id="a duty that goes",
        ),
        pytest.param(
            "3.  This clause survives the end of this agreement.\n",
            "",
            ['takes out a provision: "3. This clause survives the end of this agreement.".'],
            id="a provision that goes",
        ),
    ],
)
def test_a_minor_change_leaves_duties_and_powers_as_they_were(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    assert claims(tmp_path, "minor", OLD, OLD.replace(old, new)) == told


def test_a_provision_that_becomes_a_list_is_no_more_than_minor(tmp_path: Path) -> None:
    old = (
        "1.  The Partners shall list the staff, premises and other resources that each Partner contributes.\n"
    )
    new = """\
1.  The Partners shall list the resources that each Partner contributes:
    1.  staff;
    2.  premises; and
    3.  other resources.
"""
    assert claims(tmp_path, "minor", old, new) == []


def test_a_duty_that_moves_in_its_sentence_is_no_more_than_minor(tmp_path: Path) -> None:
    old = "1.  The Partners shall list the staff for the management of the Services.\n"
    new = "1.  For the management of the Services, the Partners shall list the staff.\n"
    assert claims(tmp_path, "minor", old, new) == []


def test_a_provision_that_another_replaces_is_no_more_than_minor(tmp_path: Path) -> None:
    new = OLD.replace("This clause survives the end of this agreement.", "A copy is proof.")
    assert claims(tmp_path, "minor", OLD, new) == []


def test_a_duty_that_only_moves_is_no_more_than_minor(tmp_path: Path) -> None:
    first, second, third = OLD.splitlines(keepends=True)
    assert claims(tmp_path, "minor", OLD, second + third + first) == []


def test_a_major_change_may_do_anything(tmp_path: Path) -> None:
    assert claims(tmp_path, "major", OLD, "1.  Nothing is due.\n") == []


def test_a_finding_has_the_line_of_the_new_version_and_says_what_to_do(tmp_path: Path) -> None:
    files = {
        "vat/by-lead@1.0.0": clause_text(f"# VAT\n\n{OLD}"),
        "vat/by-lead@1.0.1": clause_text(
            f"# VAT\n\n{OLD.replace('must send', 'may send')}", change=changed("1.0.0", "patch")
        ),
    }
    before, after = library_of(tmp_path, files).versions("vat/by-lead")
    [finding] = check_claim(before, after, set())
    assert str(finding.source) == "clauses/vat/by-lead/1.0.1.md:10"
    assert (
        finding.excerpt
        == "2.  The Host Partner may ask for a copy, and the Partner that is asked may send it."
    )
    assert finding.message.startswith("Version 1.0.1 is called a patch of 1.0.0, but it touches a word on")
    assert finding.remedy == (
        "Such a change is at least minor: give the version another number and kind, "
        "or put the old words back."
    )


def test_terms_come_from_the_lists_of_definitions(tmp_path: Path) -> None:
    body = """\
# Definitions

Partner | Partners
:   means each party.

Pooled Fund
:   means money.

{{ boards.executive }}
:   means the board.

No term
- a bullet
"""
    assert terms_of(
        [library_of(tmp_path, {"definitions/all@1.0.0": clause_text(body)}).find("definitions/all")]
    ) == {
        "Partner",
        "Partners",
        "Pooled Fund",
    }


def test_what_counts_as_one_word() -> None:
    text = """\
# Heading of {{ council.name }}

1.  [#pay] Each Partner shall pay £1.5 million by 1 April 2019, under the
    National Health Service Act 2006 and [[vat#pay]].
"""
    assert [(token.kind, token.text) for token in tokens(text, {"Partner"})] == [
        ("word", "# Heading of"),
        ("value", "{{ council.name }}"),
        ("provision", "1."),
        ("anchor", "[#pay]"),
        ("operative", "each"),
        ("term", "Partner"),
        ("operative", "shall"),
        ("word", "pay"),
        ("amount", "£1.5 million"),
        ("word", "by"),
        ("date", "1 April 2019"),
        ("mark", ","),
        ("operative", "under"),
        ("word", "the"),
        ("citation", "National Health Service Act 2006"),
        ("operative", "and"),
        ("reference", "[[ vat#pay ]]"),
        ("mark", "."),
    ]
