"""Redlines of drafts that came back: what the other side tracked stays, what it did silently is marked."""

from __future__ import annotations

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.flow import Change, Flows, Matched, Same
from clausekit.formats.docx.reader import read
from clausekit.formats.docx.redline import write_redline
from clausekit.formats.docx.redline.check import faults
from tests.docx.redline.agreements import Agreement, Block, Para, Words, p
from tests.docx.redline.markup import markup
from tests.docx.redline.setting import word_file
from tests.docx.word_files import W, part, parts, with_part

THEIRS = 'w:id="90" w:author="Their lawyer" w:date="2025-12-24T10:00:00Z"'


def returned(*blocks: Block, **replaced: str) -> bytes:
    """Return a file in which words were replaced by XML; the words name the replacement."""
    data = word_file(Agreement(list(blocks)))
    xml = parts(data)["word/document.xml"].decode()
    for words, instead in replaced.items():
        run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        assert run in xml
        xml = xml.replace(
            run, instead.replace("<w:ins>", f"<w:ins {THEIRS}>").replace("<w:del>", f"<w:del {THEIRS}>")
        )
    return with_part(data, "word/document.xml", xml.encode())


def redline(sent: bytes, back: bytes) -> bytes:
    old, new = read(sent, "sent.docx"), read(back, "returned.docx", "kept")
    flows = lay_side_by_side(old.reading, new.reading)
    data = write_redline(old, new, flows, author="Head of Law", date="2026-01-05T09:00:00Z", remarks=None)
    assert faults(data, old, new) == ()
    return data


def authors(data: bytes, name: str) -> list[str | None]:
    return [change.get(f"{W}author") for change in part(data).iter(f"{W}{name}")]


def test_their_changes_stay_theirs_and_silent_ones_are_marked() -> None:
    sent = word_file(Agreement([p("The Council hosts the fund and keeps its accounts.")]))
    back = returned(
        p("The Board hosts the fund and keeps", Words("MARK"), " its accounts."),
        MARK='<w:ins><w:r><w:t xml:space="preserve"> all</w:t></w:r></w:ins>',
    )
    data = redline(sent, back)
    assert markup(data) == "The [-Council-][+Board+] hosts the fund and keeps[+ all+] its accounts."
    assert authors(data, "ins") == ["Head of Law", "Their lawyer"]
    assert authors(data, "del") == ["Head of Law"]


def test_what_they_put_in_silently_and_then_deleted_is_gone_either_way() -> None:
    sent = word_file(Agreement([p("The Council hosts the fund and keeps its accounts.")]))
    back = returned(
        p("The Council hosts the fund ", Words("MARK"), "and keeps its accounts."),
        MARK='<w:del><w:r><w:delText xml:space="preserve">gladly </w:delText></w:r></w:del>',
    )
    data = redline(sent, back)
    assert markup(data) == "The Council hosts the fund [+[-gladly -]+]and keeps its accounts."
    assert authors(data, "del") == ["Their lawyer"]


def test_a_silent_change_within_a_deletion_parts_it() -> None:
    sent = word_file(Agreement([p("The Council hosts the fund and keeps its accounts.")]))
    back = returned(
        p("The Council ", Words("MARK"), "."),
        MARK="<w:del><w:r><w:delText>hosts the pool and keeps its accounts</w:delText></w:r></w:del>",
    )
    data = redline(sent, back)
    assert markup(data) == ("The Council [-hosts the -][-fund-][+[-pool-]+][- and keeps its accounts-].")
    identities = [change.get(f"{W}id") for change in part(data).iter(f"{W}ins", f"{W}del")]
    assert len(identities) == len(set(identities))


def test_words_within_a_field_that_cannot_be_told_apart_go_and_come_as_a_whole() -> None:
    """A flow that cuts a reference is refused word by word, and written paragraph by paragraph."""
    field = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>12</w:t></w:r></w:fldSimple>'
    old = read(
        returned(p("There are ", Words("MARK"), " pages."), MARK=field.replace("NUMPAGES", "DOCPROPERTY a")),
        "a",
    )
    new = read(
        returned(p("There are ", Words("MARK"), " pages."), MARK=field.replace("NUMPAGES", "DOCPROPERTY a")),
        "b",
    )
    (one,), (two,) = old.reading.body, new.reading.body
    assert one.text == "There are 12 pages."  # type: ignore[union-attr]  # a paragraph, not a table
    ops = (Same(0, 11, 0, 11), Change(11, 11, 11, 12), Change(11, 12, 12, 12), Same(12, 19, 12, 19))
    flows = Flows((Matched((one,), (two,), ops),))  # type: ignore[arg-type]  # as before
    data = write_redline(old, new, flows, author="Head of Law", date="2026-01-05T09:00:00Z", remarks=None)
    assert markup(data) == "[-There are 12 pages.-][+There are 12 pages.+]"
    assert faults(data, old, new) == ()


def test_where_they_changed_the_last_paragraph_their_change_goes_back_to_what_was_sent() -> None:
    """Its mark cannot go, and can hold one change of properties only."""
    sent = word_file(
        Agreement([p("The Council hosts the fund."), p("It keeps accounts.", style="ListBullet")])
    )
    data = word_file(Agreement([p("The Council hosts the fund."), Para([], alignment="right")]))
    theirs = f"<w:pPrChange {THEIRS}><w:pPr/></w:pPrChange></w:pPr>"
    before, _, after = parts(data)["word/document.xml"].decode().rpartition("</w:pPr>")
    back = with_part(data, "word/document.xml", f"{before}{theirs}{after}".encode())
    made = redline(sent, back)
    assert authors(made, "pPrChange") == ["Their lawyer"]
