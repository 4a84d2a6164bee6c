"""The report as HTML: one page that needs nothing else, in which no words of a document are markup."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from clausekit.reports.checks import report
from tests.formats.page import Page, read
from tests.reports.checks.outcomes import hostile, nothing, outcome, sifted

AGREEMENT = report([outcome(), sifted()], "html")


def page() -> Page:
    return read(AGREEMENT)


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    (policy,) = page().all("meta", http_equiv="Content-Security-Policy")
    for tag in ("style", "script"):
        (element,) = page().all(tag)
        digest = b64encode(sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.attributes["content"]


def test_nothing_comes_from_elsewhere() -> None:
    for element in page().elements:
        assert not {"src", "style", "onclick"} & element.attributes.keys()
        assert element.attributes.get("href", "#").startswith("#")
    assert "url(" not in AGREEMENT
    assert "@import" not in AGREEMENT


def test_no_document_is_markup() -> None:
    told = report([hostile()], "html")
    assert "<script>alert" not in told
    assert len(read(told).all("script")) == 1
    assert len(read(told).all("article")) == 1
    assert not any(name.startswith("on") for one in read(told).elements for name in one.attributes)


def test_each_link_leads_somewhere_and_each_name_is_there_once() -> None:
    names = [element.attributes["id"] for element in page().elements if "id" in element.attributes]
    links = {element.attributes["href"][1:] for element in page().all("a")}
    assert len(names) == len(set(names))
    assert links <= set(names)


def test_each_finding_has_its_words_its_level_and_its_rule() -> None:
    articles = page().all("article")
    assert [one.attributes["data-level"] for one in articles] == ["error"] * 3 + ["warning", "info"]
    assert [one.text for one in page().all("mark")][:2] == ["31 April 2027", "30 February 2026"]
    assert articles[0].text.strip().split("\n")[0] == (
        "Error There is no such day as “31 April 2027”. CK-DATE-IMPOSSIBLE agreement.md:5"
    )
    assert "Remark (doubtful)" in articles[-1].text
    assert "See clause 1.1 (Term), agreement.md:5" in articles[-1].text


def test_the_place_is_the_heading_of_its_findings() -> None:
    headings = [one.text for one in page().all("h3")]
    assert headings[:4] == [
        "Clause 1.1 (Term)",
        "Clause 1.2 (Term)",
        "Clause 2.1 (Accounts)",
        "Clause 1.2 (Term)",
    ]


def test_each_level_and_rule_can_be_hidden_with_its_count_beside_it() -> None:
    labels = [" ".join(label.text.split()) for label in page().all("label")]
    assert labels == ["Error 3", "Warning 1", "Remark 1", "CK-DATE-IMPOSSIBLE 4", "CK-TEXT-DOUBLED 1"]


def test_what_needs_a_script_is_hidden_without_one() -> None:
    (controls,) = page().all("div", **{"class": "controls"})
    assert "hidden" in controls.attributes


def test_what_is_let_stand_has_its_reason_and_remarks_are_told() -> None:
    (main,) = page().all("main")
    assert "The day is in the old lease." in main.text
    assert "The order of the columns is not sure." in main.text


def test_the_rules_are_explained() -> None:
    assert [one.attributes["id"] for one in page().all("dt")] == ["CK-DATE-IMPOSSIBLE", "CK-TEXT-DOUBLED"]


def test_nothing_found_is_a_sentence_and_needs_no_script() -> None:
    told = read(report([nothing()], "html"))
    assert "Nothing was found in 2 clauses and 3 sentences, by 2 rules." in told.all("main")[0].text
    assert told.all("script") == []
