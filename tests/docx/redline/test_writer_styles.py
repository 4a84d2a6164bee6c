"""What old text needs of its styles and lists, where the new file has others."""

from __future__ import annotations

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.formats.docx.reader import read
from clausekit.formats.docx.redline import write_redline
from clausekit.formats.docx.redline.check import faults
from tests.docx.redline.agreements import Agreement, p
from tests.docx.redline.setting import word_file
from tests.docx.word_files import W, part, parts, with_part

KEPT = p("The Council hosts the fund.")
OLD = word_file(Agreement([KEPT, p("No interest accrues on it.", style="Clause3"), p("Signed.")]))
NEW = word_file(Agreement([KEPT, p("Signed.")]))


def replaced(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return a file with other words in its text, styles and lists."""
    for name in ("document", "styles", "numbering"):
        xml = parts(data)[f"word/{name}.xml"].decode()
        for before, after in pairs:
            xml = xml.replace(before, after)
        data = with_part(data, f"word/{name}.xml", xml.encode())
    return data


def redline(old: bytes, new: bytes) -> bytes:
    one, two = read(old, "old.docx"), read(new, "new.docx")
    flows = lay_side_by_side(one.reading, two.reading)
    data = write_redline(one, two, flows, author="Head of Law", date="2026-01-05T09:00:00Z", remarks=None)
    assert faults(data, one, two) == ()
    return data


def style_of(data: bytes, words: str) -> str | None:
    """Return the style of the deleted paragraph with these words."""
    for paragraph in part(data).iter(f"{W}p"):
        if "".join(text.text or "" for text in paragraph.iter(f"{W}delText")) == words:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            return None if style is None else style.get(f"{W}val")
    return None


def names(data: bytes) -> dict[str | None, str | None]:
    """Return the names of the styles of a file by their ids."""
    return {
        style.get(f"{W}styleId"): style[0].get(f"{W}val")
        for style in part(data, "word/styles.xml").iter(f"{W}style")
    }


def test_a_style_is_found_by_its_name() -> None:
    data = redline(replaced(OLD, ('"Clause3"', '"Klausel3"')), NEW)
    assert style_of(data, "No interest accrues on it.") == "Clause3"
    assert parts(data)["word/styles.xml"] == parts(NEW)["word/styles.xml"]


def test_a_style_that_the_new_file_lacks_comes_over_under_a_free_id() -> None:
    name = names(OLD)["Clause3"]
    data = redline(replaced(OLD, (f'w:name w:val="{name}"', 'w:name w:val="Council Clause"')), NEW)
    identity = style_of(data, "No interest accrues on it.")
    assert identity != "Clause3"
    assert names(data)[identity] == "Council Clause"


@pytest.mark.parametrize("rule", ["<w:b/>", "<w:i/>", '<w:u w:val="single"/>'])
def test_what_a_style_said_otherwise_is_stated_in_the_deleted_text(rule: str) -> None:
    old = word_file(Agreement([KEPT, p("No interest accrues on it."), p("Signed.")]))
    name = '<w:name w:val="Body Text"/>'
    data = redline(replaced(old, (name, f"{name}<w:rPr>{rule}</w:rPr>")), NEW)
    assert style_of(data, "No interest accrues on it.") == "BodyText"
    deleted = [run for run in part(data).iter(f"{W}r") if run.find(f"{W}delText") is not None]
    assert [run.find(f"{W}rPr/{W}{rule[3]}") is not None for run in deleted] == [True]
