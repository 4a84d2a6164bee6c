"""The report as HTML: one page that needs nothing else, in which no words of a document are markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from clausekit.reports import report
from clausekit.reports.phrases import clean
from tests.formats.page import Page, read
from tests.reports import comparisons

AGREEMENT = report(comparisons.agreement(), "html")


def page() -> Page:
    return read(AGREEMENT)


def test_the_page_allows_its_own_style_and_script_and_nothing_else() -> None:
    (policy,) = page().all("meta", http_equiv="Content-Security-Policy")
    digests = {
        tag: b64encode(sha256(element.text.encode()).digest()).decode()
        for tag in ("style", "script")
        for element in page().all(tag)
    }
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digests['style']}'; "
        f"script-src 'sha256-{digests['script']}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_comes_from_elsewhere() -> None:
    for element in page().elements:
        assert not {"src", "style", "onclick"} & element.attributes.keys()
        assert element.attributes.get("href", "#").startswith("#")
    assert "url(" not in AGREEMENT
    assert "@import" not in AGREEMENT


def test_no_document_is_markup() -> None:
    hostile = read(report(comparisons.hostile(), "html"))
    assert len(hostile.all("script")) == 1
    (added,) = hostile.all("ins", data_layer="wording")
    assert added.text == f"x{clean(comparisons.HOSTILE)}"
    assert not any(name.startswith("on") for element in hostile.elements for name in element.attributes)


def test_each_link_leads_somewhere_and_each_name_is_there_once() -> None:
    names = [element.attributes["id"] for element in page().elements if "id" in element.attributes]
    links = {element.attributes["href"][1:] for element in page().all("a")}
    assert len(names) == len(set(names))
    assert links <= set(names)
    assert {f"edit-{number}" for number in range(1, 11)} <= set(names)


def test_each_change_has_its_sign_and_its_layer() -> None:
    assert [one.text for one in page().all("del", data_layer="parameter")] == ["45%"]
    assert [one.text for one in page().all("ins", data_layer="parameter")] == ["50%"]
    assert [one.text for one in page().all("mark", data_layer="formatting")] == ["Partners"]
    assert "4.2" in [one.text for one in page().all("del", data_layer="following")]
    assert len(page().all("p", **{"class": "heading numbered came"})) == 1


def test_each_layer_can_be_hidden_by_itself_with_its_count_beside_it() -> None:
    boxes = [box.attributes["data-shows"] for box in page().all("input", type="checkbox")]
    counts = [label.text.split() for label in page().all("label")]
    assert boxes[:3] == ["clause", "order", "wording"]
    assert counts[2] == ["wording", "3"]
    assert boxes[-1] == "following"


def test_what_needs_a_script_is_hidden_without_one() -> None:
    (controls,) = page().all("div", **{"class": "controls"})
    assert "hidden" in controls.attributes


def test_unchanged_text_is_folded_and_there() -> None:
    (fold, *_) = page().all("details", **{"class": "fold"})
    assert fold.text.split("\n")[0] == "4 paragraphs unchanged"
    assert "Other words 4." in fold.text


def test_the_keys_that_the_page_tells_are_those_that_the_script_knows() -> None:
    told = {key.text for key in page().all("kbd")}
    bound = re.search(r"const bound = \{(.*?)\};", AGREEMENT)
    assert bound is not None
    assert told == {name.strip(' "') for name in re.findall(r'("\?"|\w+):', bound[1])}


def test_no_difference_is_a_sentence_and_needs_no_script() -> None:
    same = read(report(comparisons.nothing(), "html"))
    assert "The two texts are the same: no difference was found." in same.all("main")[0].text
    assert same.all("script") == []
