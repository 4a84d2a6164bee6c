"""Tracked changes and comments of other people: accepted, rejected, or left where they are."""

from __future__ import annotations

import pytest

from clausekit.formats.docx.reader import Changes, read
from clausekit.formats.docx.reader.characters import pieces
from clausekit.formats.docx.revisions import has_revisions
from clausekit.reading import PARAGRAPH_MARK, Passage, Reading, Revision, Table
from tests.docx.reader.small_files import field, p, passages, reading, t, word_file

BY = 'w:id="1" w:author="A. Solicitor" w:date="2026-03-01T10:00:00Z"'
AUTHOR = ("A. Solicitor", "2026-03-01T10:00:00Z")


def ins(content: str) -> str:
    return f"<w:ins {BY}>{content}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


SENTENCE = p(t("Within ") + deleted("14") + ins(t("28")) + t(" days"))
SPLIT = p(t("First. "), mark("ins")) + p(t("Second."))
JOINED = p(t("First. "), mark("del")) + p(t("Second."))
WHOLE = p(t("One")) + p(ins(t("Two")), mark("ins")) + p(t("Three"))
BOTH = p(t("a") + ins(deleted("b")) + t("c"))
IN_FIELD = p(field("REF x", deleted("7") + ins(t("8"))))


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (SENTENCE, ["Within 28 days"], ["Within 14 days"]),
        (SPLIT, ["First. ", "Second."], ["First. Second."]),
        (JOINED, ["First. Second."], ["First. ", "Second."]),
        (WHOLE, ["One", "Two", "Three"], ["One", "Three"]),
        (BOTH, ["ac"], ["ac"]),
        (IN_FIELD, ["8"], ["7"]),
    ],
)
def test_changes_are_accepted_or_rejected_or_kept_and_read_as_rejected(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert texts(body, "accepted") == accepted
    assert texts(body, "rejected") == rejected
    assert texts(body, "kept") == rejected


def texts(body: str, changes: Changes) -> list[str]:
    return [found.text for found in passages(reading(body, changes).body)]


@pytest.mark.parametrize("body", [SENTENCE, SPLIT, JOINED, WHOLE, BOTH, IN_FIELD])
def test_kept_changes_stay_in_the_trees_and_each_run_has_its_piece(body: str) -> None:
    file = read(word_file(body), "a.docx", "kept")
    assert has_revisions(file.trees)
    for found in passages(file.reading.body):
        assert "".join(piece.text for piece in pieces(file.elements[found], "kept")) == found.text
    assert not has_revisions(read(word_file(body), "a.docx").trees)


def test_a_paragraph_that_was_joined_has_the_properties_of_the_last() -> None:
    centred = '<w:jc w:val="center"/>'
    body = p(t("First. "), mark("ins")) + p(t("Second."), centred)
    file = read(word_file(body), "a.docx", "kept")
    (found,) = passages(file.reading.body)
    assert (found.alignment, len(file.elements[found])) == ("centre", 2)


def test_kept_formatting_is_read_as_it_was() -> None:
    change = f"<w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    layout = f'<w:jc w:val="right"/><w:pPrChange {BY}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    body = p(t("words", change), layout)
    looks = {
        changes: (found.spans[0].look.bold, found.spans[0].look.italic, found.alignment)
        for changes in ("accepted", "rejected", "kept")
        for found in passages(reading(body, changes).body)
    }
    assert looks == {
        "accepted": (True, False, "right"),
        "rejected": (False, True, "centre"),
        "kept": (False, True, "centre"),
    }


def test_rows_that_were_inserted_or_deleted() -> None:
    def row(text: str, change: str = "") -> str:
        tracked = f"<w:trPr><w:{change} {BY}/></w:trPr>" if change else ""
        return f"<w:tr>{tracked}<w:tc><w:tcPr/>{p(t(text))}</w:tc></w:tr>"

    body = f"<w:tbl><w:tblPr/><w:tblGrid/>{row('a')}{row('b', 'ins')}{row('c', 'del')}</w:tbl>{p('')}"
    assert texts(body, "accepted") == ["a", "b", ""]
    assert texts(body, "kept") == texts(body, "rejected") == ["a", "c", ""]
    table = reading(body, "kept").body[0]
    assert isinstance(table, Table)
    assert [row.revision for row in table.rows] == [None, Revision("deleted", *AUTHOR)]


def test_a_row_is_one_change_with_all_that_is_in_it() -> None:
    cells = "".join(f"<w:tc><w:tcPr/>{p(deleted(text), mark('del'))}</w:tc>" for text in ("Trust", "£300"))
    row = f"<w:tr><w:trPr><w:del {BY}/></w:trPr>{cells}</w:tr>"
    (change,) = reading(f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>{p('')}", "kept").tracked
    assert (change.revision.kind, change.text) == ("deleted", "Trust | £300")
    assert change.passage is not None
    assert change.passage.text == "Trust"


@pytest.mark.parametrize("changes", ["accepted", "rejected", "kept"])
def test_every_change_is_listed_with_its_author_and_date(changes: Changes) -> None:
    body = SENTENCE + p(t("One ") + ins(t("two ")) + ins(t("three")), mark("ins")) + p(t("End"))
    tracked = reading(body, changes).tracked
    assert [(one.revision, one.text) for one in tracked] == [
        (Revision("deleted", *AUTHOR), "14"),
        (Revision("inserted", *AUTHOR), "28"),
        (Revision("inserted", *AUTHOR), PARAGRAPH_MARK),
        (Revision("inserted", *AUTHOR), "two three"),
    ]
    assert tracked[0].passage is not None
    assert tracked[0].passage.text.startswith("Within ")


def test_a_change_of_formatting_is_listed_once_with_its_words() -> None:
    change = f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"
    tracked = reading(p(t("the "), "") + p(t("Pooled ", change) + t("Fund", change))).tracked
    assert [(one.revision.kind, one.text) for one in tracked] == [("formatted", "Pooled Fund")]


COMMENTS = (
    '<w:comment w:id="5" w:author="B. Officer" w:date="2026-03-02T09:00:00Z">'
    f"{p(t('Too short?'))}{p(t('Ask them.'))}</w:comment>"
)


def commented(content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="5"/>{content}<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )


def test_comments_are_read_with_the_words_that_they_are_about() -> None:
    found = reading(p(t("Within ") + commented(t("14 days"))), comments=COMMENTS)
    (comment,) = found.comments
    assert (comment.author, comment.date) == ("B. Officer", "2026-03-02T09:00:00Z")
    assert (comment.text, comment.anchor) == ("Too short?\nAsk them.", "14 days")
    assert comment.passage is next(passages(found.body))
    assert comment.passage.text == "Within 14 days"


def test_a_comment_goes_with_the_change_that_it_is_about() -> None:
    body = p(t("Within ") + commented(ins(t("28"))) + deleted("14") + t(" days"))
    found: Reading = reading(body, comments=COMMENTS)
    assert [[comment.author for comment in one.comments] for one in found.tracked] == [["B. Officer"], []]


def test_what_is_tracked_is_said_of_the_span_and_the_passage() -> None:
    found: list[Passage] = list(passages(reading(SENTENCE + JOINED, "kept").body))
    assert [span.revision and span.revision.kind for span in found[0].spans] == [None, "deleted", None]
    assert [one.revision and one.revision.kind for one in found] == [None, "deleted", None]
