"""What nobody filled in: place-holders of content controls, empty form fields."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.blanks.insert import RULE
from tests.docx.reader.small_files import field, p, passages, reading, t


def control(text: str, mark: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{mark}<w:text/></w:sdtPr><w:sdtContent>{t(text)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "blank"),
    [
        (control("Click or tap here to enter text."), "Click or tap here to enter text."),
        (control("the provider"), "the provider"),
        (field("FORMTEXT", t("\u2002" * 5)), "\u2002" * 5),
        (control("Acme Limited", mark=""), ""),
        (control("Acme Limited", mark='<w:showingPlcHdr w:val="0"/>'), ""),
        (field("FORMTEXT", t("Acme Limited")), ""),
    ],
)
@pytest.mark.parametrize("is_block", [False, True])
def test_blanks_are_told(content: str, blank: str, is_block: bool) -> None:
    body = p(t("1.1 The name is ") + content + t("."))
    if is_block and "w:sdt" in content:
        body = content.replace("<w:sdtContent>", "<w:sdtContent><w:p>").replace(
            "</w:sdtContent>", "</w:p></w:sdtContent>"
        )
    hits = RULE.check(Instrument(reading(body)))
    assert [one.words.text for one in hits] == ([blank] if blank else [])


def test_a_blank_is_a_span_of_its_own() -> None:
    (passage,) = passages(reading(p(t("The ") + control("name") + t(" pays."))).body)
    assert [(passage.text[one.start : one.end], one.blank) for one in passage.spans] == [
        ("The ", False),
        ("name", True),
        (" pays.", False),
    ]
