"""Comments in a copy of a Word file: on the very words, and nothing else in the file is touched."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from clausekit.formats.docx.commented import Note, comment_on
from clausekit.formats.docx.package import unpack
from clausekit.formats.docx.reader import Changes, read
from clausekit.reading import Comment, Reading
from tests.docx.reader.small_files import field, p, passages, t, word_file

DATE = "2026-11-01T00:00:00Z"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def commented(data: bytes, *words: str) -> bytes:
    """Return the file with a comment on each of these words, which says them; "" is the first paragraph."""
    word_file = read(data, "ours.docx")
    notes = [_note(word_file.reading, one) for one in words]
    return comment_on(data, word_file, notes, author="clausekit", date=DATE)


def _note(reading: Reading, words: str) -> Note:
    blocks = (reading.body, *reading.notes.values(), *reading.margins.values())
    found = [passage for block in blocks for passage in passages(block)]
    passage = next(one for one in found if words in one.text)
    start = passage.text.index(words)
    return Note(passage, start, start + len(words), words)


def texts(data: bytes, changes: Changes) -> list[str]:
    reading = read(data, "ours.docx", changes).reading
    blocks = (reading.body, *reading.notes.values(), *reading.margins.values())
    return [passage.text for block in blocks for passage in passages(block)]


def comments(data: bytes) -> Sequence[Comment]:
    return read(data, "ours.docx").reading.comments


def anchors(data: bytes) -> list[tuple[str, str]]:
    return [(comment.text, comment.anchor) for comment in comments(data)]


def assert_untouched(data: bytes, copy: bytes) -> None:
    """Assert that the copy says the same, and that all parts but those with comments have their bytes."""
    for changes in ("accepted", "rejected"):
        assert texts(data, changes) == texts(copy, changes)
    old, new = unpack(data, "old"), unpack(copy, "new")
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed <= {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert set(old) <= set(new)


def bare(data: bytes) -> list[tuple[str, str]]:
    """Return the runs of the text with their looks, neighbours that look alike as one, without comments."""
    found: list[tuple[str, str]] = []
    tree = etree.fromstring(unpack(data, "x")["word/document.xml"])
    for run in tree.iter(f"{W}r"):
        if run.find(f"{W}commentReference") is not None:
            continue
        properties = run.find(f"{W}rPr")
        look = "" if properties is None else ",".join(child.tag for child in properties)
        text = "".join(child.text or "" for child in run.iter(f"{W}t"))
        if found and found[-1][0] == look:
            found[-1] = (look, found[-1][1] + text)
        else:
            found.append((look, text))
    return found


PLAIN = word_file(p(t("The term ends on ") + t("31 April", "<w:b/>") + t(" 2027.")) + p(t("It is renewed.")))


@pytest.mark.parametrize(
    "words",
    ["31 April 2027", "The", "term ends", "2027.", "31 April", "The term ends on 31 April 2027.", "e"],
)
def test_a_comment_is_on_the_very_words(words: str) -> None:
    copy = commented(PLAIN, words)
    assert anchors(copy) == [(words, words)]
    assert_untouched(PLAIN, copy)
    assert bare(copy) == bare(PLAIN)


def test_comments_say_who_and_when() -> None:
    (comment,) = comments(commented(PLAIN, "term"))
    assert (comment.author, comment.date) == ("clausekit", DATE)


@pytest.mark.parametrize(
    "words",
    [
        ("The term ends", "ends on 31", "31 April 2027"),
        ("31 April 2027", "31 April 2027"),
        ("term ends on 31 April", "ends", "end", "n"),
        ("2027.", "renewed", "The"),
    ],
)
def test_comments_may_overlap(words: tuple[str, ...]) -> None:
    copy = commented(PLAIN, *words)
    assert sorted(anchors(copy)) == sorted((one, one) for one in words)
    assert_untouched(PLAIN, copy)


def test_comments_that_end_together_stand_in_their_order() -> None:
    copy = etree.fromstring(
        unpack(commented(PLAIN, "April 2027", "2027", "31 April 2027"), "x")["word/document.xml"]
    )
    marks = [mark.get(f"{W}id") for mark in copy.iter(f"{W}commentReference")]
    assert marks == sorted(marks, key=str)


def test_a_comment_can_be_on_a_whole_paragraph_or_on_an_empty_one() -> None:
    data = word_file(p(t("One.") + t("Two.")) + p("", '<w:jc w:val="left"/>') + p(t("Three.")))
    read_file = read(data, "ours.docx")
    first, empty, _ = passages(read_file.reading.body)
    notes = [Note(first, 0, 0, "whole"), Note(empty, 0, 0, "empty")]
    copy = comment_on(data, read_file, notes, author="clausekit", date=DATE)
    assert anchors(copy) == [("whole", "One.Two."), ("empty", "")]
    assert_untouched(data, copy)


def test_what_cannot_be_cut_is_commented_on_as_a_whole() -> None:
    data = word_file(p(t("See clause ") + field("REF _Ref1", t("12.34")) + t(" below.")))
    copy = commented(data, "2.3")
    assert anchors(copy) == [("2.3", "12.34")]
    assert_untouched(data, copy)


def test_words_in_links_and_controls_are_commented_on_where_they_are() -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="param:x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    link = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
    data = word_file(
        p(t("Pay ") + control.format(t("five pounds")) + t(" as ") + link.format(t("set out here")))
    )
    copy = commented(data, "five", "Pay five", "pounds as set", "out")
    assert sorted(anchors(copy)) == [(one, one) for one in ("Pay five", "five", "out", "pounds as set")]
    assert_untouched(data, copy)


def test_a_control_of_one_text_is_commented_on_from_outside() -> None:
    control = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    data = word_file(p(t("Pay ") + control.format(t("five pounds")) + t(" now.")))
    copy = commented(data, "five")
    tree = etree.fromstring(unpack(copy, "x")["word/document.xml"])
    (content,) = tree.iter(f"{W}sdtContent")
    assert {child.tag for child in content} == {f"{W}r"}
    assert anchors(copy) == [("five", "five pounds")]


def test_a_comment_on_a_note_stands_at_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p(t("Ends on 31 April."))}</w:footnote>'
    data = word_file(p(t("The term") + mark + t(" is fixed.")), footnotes=notes)
    copy = commented(data, "31 April")
    assert [text for text, _ in anchors(copy)] == ["In the note: 31 April"]
    tree = etree.fromstring(unpack(copy, "x")["word/document.xml"])
    (start,) = tree.iter(f"{W}commentRangeStart")
    following = start.getnext()
    assert following is not None
    assert following.find(f"{W}footnoteReference") is not None
    assert_untouched(data, copy)


def test_a_comment_on_a_header_stands_on_the_first_paragraph() -> None:
    section = '<w:sectPr><w:headerReference r:id="header1" w:type="default"/></w:sectPr>'
    data = word_file(p(t("The term.")) + p(t("More.")) + section, header1=p(t("Draft of 31 April")))
    copy = commented(data, "31 April")
    assert anchors(copy) == [("In a header or footer: 31 April", "The term.")]
    assert_untouched(data, copy)


OTHERS = f'<w:comment w:id="5" w:author="Ann" w:date="2026-01-01T00:00:00Z">{p(t("Why?"))}</w:comment>'


def test_comments_of_others_stay() -> None:
    around = (
        '<w:commentRangeStart w:id="5"/>{}<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )
    data = word_file(p(t("The ") + around.format(t("term ends")) + t(" soon.")), comments=OTHERS)
    copy = commented(data, "ends soon", "The term")
    assert sorted(anchors(copy)) == [
        ("The term", "The term"),
        ("Why?", "term ends"),
        ("ends soon", "ends soon"),
    ]
    assert {comment.author for comment in comments(copy)} == {"Ann", "clausekit"}
    assert_untouched(data, copy)
    identities = [
        comment.get(f"{W}id") for comment in etree.fromstring(unpack(copy, "x")["word/comments.xml"])
    ]
    assert len(set(identities)) == 3


def _tracked(kind: str, content: str, number: int) -> str:
    return f'<w:{kind} w:id="{number}" w:author="Ann" w:date="2026-01-01T00:00:00Z">{content}</w:{kind}>'


def test_tracked_changes_stay_and_words_are_those_of_the_text_with_them() -> None:
    gone = "<w:r><w:delText>March</w:delText></w:r>"
    data = word_file(
        p(t("Ends on 31 ") + _tracked("del", gone, 1) + _tracked("ins", t("April 20"), 2) + t("27."))
    )
    copy = commented(data, "31 April 2027", "April", "2027")
    assert_untouched(data, copy)
    found = dict(anchors(copy))
    assert (found["April"], found["2027"]) == ("April", "2027")
    assert found["31 April 2027"] in ("31 April 2027", "31 MarchApril 2027")
    tree = etree.fromstring(unpack(copy, "x")["word/document.xml"])
    assert len(list(tree.iter(f"{W}del"))) == 1
    assert (
        "".join(text.text or "" for mark in tree.iter(f"{W}ins") for text in mark.iter(f"{W}t")) == "April 20"
    )


def test_words_of_paragraphs_that_a_tracked_change_joins_are_found() -> None:
    goes = _tracked("del", "", 1).replace("></w:del>", "/>")
    data = word_file(p(t("Ends on 31 "), f"<w:rPr>{goes}</w:rPr>") + p(t("April 2027.")) + p(t("More.")))
    copy = commented(data, "31 April", "2027")
    assert_untouched(data, copy)
    assert dict(anchors(copy))["2027"] == "2027"
    assert len(list(etree.fromstring(unpack(copy, "x")["word/document.xml"]).iter(f"{W}p"))) == 3


def test_the_same_file_gets_the_same_comments() -> None:
    assert commented(PLAIN, "ends", "31 April 2027") == commented(PLAIN, "ends", "31 April 2027")


def test_without_comments_the_copy_says_the_same() -> None:
    copy = commented(PLAIN)
    assert_untouched(PLAIN, copy)
    assert "word/comments.xml" not in unpack(copy, "x")


def test_words_in_tables_are_commented_on() -> None:
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p(t('£4,745,00 a year'))}</w:tc></w:tr></w:tbl>"
    data = word_file(p(t("Sums")) + table + p(t("End")))
    copy = commented(data, "£4,745,00")
    assert anchors(copy) == [("£4,745,00", "£4,745,00")]
    assert_untouched(data, copy)


def test_hostile_words_are_text_in_a_comment() -> None:
    read_file = read(PLAIN, "ours.docx")
    passage = next(passages(read_file.reading.body))
    note = Note(passage, 0, 3, "</w:t><w:p>& more\nsecond line")
    copy = comment_on(PLAIN, read_file, [note], author="clausekit", date=DATE)
    assert [text for text, _ in anchors(copy)] == ["</w:t><w:p>& more\nsecond line"]
