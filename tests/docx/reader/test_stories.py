"""Notes, headers and footers, bookmarks, and what a file made by clausekit says of its making."""

from __future__ import annotations

from clausekit.formats.docx.reader import read
from clausekit.reading import NOTE_MARK, Block, Table
from tests.docx.reader.small_files import p, passages, reading, t, word_file
from tests.docx.samples import word
from tests.formats.agreement import agreement, draft

NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{t(" The first.")}</w:p></w:footnote>'
    f'<w:footnote w:id="7">{p(t("Nobody refers to it."))}</w:footnote>'
)


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(found.text for found in passages(blocks))


def test_notes_are_read_that_are_referred_to() -> None:
    body = p(t("See") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    found = reading(body, footnotes=NOTES)
    assert {key: words(blocks) for key, blocks in found.notes.items()} == {"footnote:1": " The first."}
    (passage,) = passages(found.body)
    assert passage.text == f"See{NOTE_MARK}"
    assert [span.note for span in passage.spans] == ["", "footnote:1"]


def section(references: str, more: str = "") -> str:
    return f"<w:sectPr>{references}{more}</w:sectPr>"


def reference(part: str, page: str = "default") -> str:
    return f'<w:headerReference w:type="{page}" r:id="{part}"/>'


def test_headers_are_those_that_are_printed_each_once() -> None:
    body = (
        p(t("cover"), section("", "<w:titlePg/>"))
        + p(t("one"), section(reference("header1") + reference("header2", "first")))
        + p(t("two"))
        + section(reference("header1") + reference("header2", "even"))
    )
    found = reading(body, header1=p(t("Draft")), header2=p(t("Not printed")))
    assert {key: words(blocks) for key, blocks in found.margins.items()} == {"2:header:default": "Draft"}


def test_first_and_even_pages_have_headers_of_their_own_if_the_file_says_so() -> None:
    references = reference("header1", "first") + reference("header2", "even")
    found = reading(
        p(t("x")) + section(references, "<w:titlePg/>"),
        header1=p(t("First")),
        header2=p(t("Even")),
        settings="<w:evenAndOddHeaders/>",
    )
    assert {key: words(blocks) for key, blocks in found.margins.items()} == {
        "1:header:first": "First",
        "1:header:even": "Even",
    }


def test_an_empty_paragraph_that_ends_a_section_is_no_paragraph() -> None:
    body = p(t("cover")) + p("", section("")) + p('<w:bookmarkStart w:id="1" w:name="a"/>' + t("text"))
    assert [found.text for found in passages(reading(body).body)] == ["cover", "text"]


def test_bookmarks_before_a_paragraph_or_a_field_begin_in_it() -> None:
    mark = '<w:bookmarkStart w:id="{0}" w:name="{0}"/>'
    body = mark.format("a") + p(mark.format("b") + t("text")) + p(t("more"))
    assert [found.bookmarks for found in passages(reading(body).body)] == [("a", "b"), ()]


def test_our_own_files_say_which_clause_and_parameter_a_text_came_from() -> None:
    made = draft(agreement())
    manifest = {"template": "agreement", "clauses": [], "parameters": {}}
    found = read(word(made, manifest=manifest), "agreement.docx").reading
    assert found.manifest == manifest
    clauses = {passage.clause for passage in passages(found.body)}
    assert any(clause.partition("@")[0] for clause in clauses)
    assert any(span.parameter for passage in passages(found.body) for span in passage.spans)
    assert all(block.clause for block in found.body if isinstance(block, Table))


def test_a_long_tag_is_made_whole_from_the_manifest() -> None:
    from clausekit.formats.docx.tags import tag

    clause = {
        "id": "information-standards/training-and-compliance-of-staff",
        "version": "1.0.0",
        "digest": "17dddf5e99",
    }
    name = f"{clause['id']}@1.0.0#17dddf5e"
    parameter = "council.officers[1].the_office_that_answers_for_the_information"
    manifest = {
        "clauses": [clause],
        "parameters": {"council": {"officers": [{}, {"the_office_that_answers_for_the_information": "x"}]}},
    }

    def control(kind: str, value: str, content: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="{tag(kind, value)}"/></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    body = control("clause", name, p(control("param", parameter, t("x"))))
    from clausekit.formats.docx.parts import manifest_part

    data = word_file(body, {"../customXml/item1.xml": b""})
    parts = read(data, "a.docx").parts | {"customXml/item1.xml": manifest_part(manifest).encode()}
    from clausekit.formats.docx.package import pack

    (found,) = passages(read(pack(parts), "a.docx").reading.body)
    assert (found.clause, found.spans[0].parameter) == (name, parameter)


def test_a_plain_file_reads_the_same_but_for_where_the_text_came_from() -> None:
    from tests.docx.reader.sameness import differences

    made = draft(agreement())
    ours = read(word(made), "a.docx").reading
    plain = read(word(made, plain=True), "a.docx").reading
    assert differences(ours, plain) == []
    assert not any(passage.clause for passage in passages(plain.body))
