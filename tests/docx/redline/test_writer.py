"""What a redline shows where: words, paragraphs and their marks, moves, tables, notes."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from clausekit.comparison.align import lay_side_by_side
from clausekit.formats.docx.reader import read
from clausekit.formats.docx.redline import Remarks, write_redline
from tests.docx.redline.agreements import Agreement, Block, Cell, Clause, Note, Para, Ref, Table, Words, p
from tests.docx.redline.markup import markup
from tests.docx.redline.setting import word_file
from tests.docx.word_files import W, part, parts

DATE = "2026-01-05T09:00:00Z"


def redline(old: Agreement, new: Agreement, remarks: Remarks | None = None) -> bytes:
    one, two = read(word_file(old), "old.docx"), read(word_file(new), "new.docx")
    flows = lay_side_by_side(one.reading, two.reading)
    return write_redline(one, two, flows, author="Head of Law", date=DATE, remarks=remarks)


def agreement(*blocks: Block, header: str = "") -> Agreement:
    return Agreement(list(blocks), header)


def shown(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    return markup(redline(agreement(*old), agreement(*new))).splitlines()


def table(*rows: tuple[str, ...]) -> Table:
    return Table([[Cell([p(words, style="TableText")]) for words in row] for row in rows])


# words


def test_a_note_that_went_from_behind_a_reference_stands_behind_it() -> None:
    target = Para([Words("The Partners.")], style="Clause2", name="partners")
    old: list[Block] = [target, p("They are named in clause ", Ref("partners"), Note("As they then were."))]
    new: list[Block] = [target, p("They are named in clause ", Ref("partners"))]
    made = redline(agreement(*old), agreement(*new))
    assert markup(made).splitlines()[1].endswith("1.1[-^1-]")


def test_words_are_spliced_where_they_changed() -> None:
    old = [p("The Council shall pay the invoice within ten days of receipt.")]
    new = [p("The Council shall pay the invoice within ten days of delivery.")]
    assert shown(old, new) == [
        "The Council shall pay the invoice within ten days of [-receipt-][+delivery+]."
    ]


def test_what_did_not_change_is_not_marked() -> None:
    blocks: list[Block] = [p("The Council shall pay."), table(("Fund", "£1")), p("The end.")]
    assert redline(agreement(*blocks), agreement(*blocks)).count(b"Head of Law") == 0
    assert shown(blocks, blocks) == ["The Council shall pay.", "|Fund |£1 |", "The end."]


def test_a_value_changes_within_its_content_control() -> None:
    old = [p("The fund is ", Words("£1,000", parameter="money.council"), " a year for the whole term.")]
    new = [p("The fund is ", Words("£2,000", parameter="money.council"), " a year for the whole term.")]
    document = part(redline(agreement(*old), agreement(*new)))
    control = document.find(f".//{W}sdtContent")
    assert control is not None
    assert [child.tag for child in control] == [f"{W}del", f"{W}ins"]


def test_looks_that_changed_are_marked_once() -> None:
    old = [p("The Council shall pay without delay.")]
    new = [p("The Council shall pay ", Words("without delay", bold=True), ".")]
    assert shown(old, new) == ["The Council shall pay ~without delay~."]


# paragraphs


def test_a_paragraph_put_in_and_one_taken_out() -> None:
    first, last = p("The Council hosts the fund."), p("The Partners review it yearly.")
    assert shown([first, last], [first, p("No interest accrues."), last]) == [
        "The Council hosts the fund.",
        "[+No interest accrues.+] ¶+",
        "The Partners review it yearly.",
    ]
    assert shown([first, p("No interest accrues."), last], [first, last])[1] == "[-No interest accrues.-] ¶-"


def test_the_last_mark_stays_where_the_last_paragraph_goes() -> None:
    first, last = p("The Council hosts the fund."), p("The Partners review it yearly.", style="Title")
    assert shown([first, last], [first]) == [
        "The Council hosts the fund. ¶-",
        "[-The Partners review it yearly.-] ~",
    ]
    assert shown([first], [first, last]) == [
        "The Council hosts the fund. ¶+",
        "[+The Partners review it yearly.+] ~",
    ]


def test_a_table_put_in_at_the_end_lets_the_paragraph_before_it_stay_in_both_texts() -> None:
    old: list[Block] = [p("The Council hosts the fund.")]
    new = [*old, table(("Fund", "£1")), p("Signed by the Partners on the day above.")]
    assert shown(old, new) == [
        "[+The Council hosts the fund.+] ¶+",
        "|[+Fund+] ¶+ |[+£1+] ¶+ |+",
        "[-The Council hosts the fund.-][+Signed by the Partners on the day above.+]",
    ]


def test_a_paragraph_split_marks_its_seam_only() -> None:
    start = "The Council shall host the fund for the Partners"
    end = "It shall keep separate accounts of it for each of the Partners."
    assert shown([p(f"{start}. {end}"), p("End.")], [p(f"{start}."), p(end), p("End.")]) == [
        f"{start}.[- -] ¶+",
        end,
        "End.",
    ]
    assert shown([p(f"{start}."), p(end), p("End.")], [p(f"{start}. {end}"), p("End.")]) == [
        f"{start}. ¶-",
        f"[+ +]{end}",
        "End.",
    ]


# clauses and moves


def clause(name: str, *sentences: str) -> Clause:
    heading = p(name.capitalize(), style="Heading1")
    return Clause(
        f"clause:{name}/standard@1.0.0#{name[:2]}", [heading, *(p(one, style="Clause2") for one in sentences)]
    )


RISK = clause("risk", "The Partners share all risks of the fund equally.", "Overspends are reported at once.")
AUDIT = clause("audit", "The auditors may inspect the accounts of the fund.", "Books are kept for six years.")
VAT = clause("vat", "The Council recovers value added tax where it can.", "The rate is that of the day.")
END = p("Signed by the Partners.")


def test_a_deleted_clause_stands_between_the_controls_of_its_neighbours() -> None:
    document = part(redline(agreement(RISK, AUDIT, VAT, END), agreement(RISK, VAT, END)))
    body = document.find(f"{W}body")
    assert body is not None
    assert [child.tag.removeprefix(W) for child in body] == ["sdt", "p", "p", "p", "sdt", "p", "sectPr"]


def test_a_deleted_paragraph_stays_within_its_clause() -> None:
    shorter = Clause(AUDIT.tag, AUDIT.blocks[:-1])
    document = part(redline(agreement(AUDIT, VAT, END), agreement(shorter, VAT, END)))
    content = document.find(f".//{W}sdtContent")
    assert content is not None
    assert len(content.findall(f"{W}p")) == 3


def test_a_control_that_is_new_is_tracked_too() -> None:
    document = part(redline(agreement(RISK, END), agreement(RISK, AUDIT, END)))
    assert document.find(f".//{W}customXmlInsRangeStart") is not None


def test_a_moved_clause_is_one_move_with_a_name() -> None:
    data = redline(agreement(RISK, AUDIT, VAT, END), agreement(AUDIT, VAT, RISK, END))
    lines = markup(data).splitlines()
    texts = ("Risk", "The Partners share all risks of the fund equally.", "Overspends are reported at once.")
    assert lines[:3] == [f"[<{text}<] ¶<" for text in texts]
    assert lines[-4:-1] == [f"[>{text}>] ¶>" for text in texts]
    document = part(data)
    names = [document.findall(f".//{W}move{way}RangeStart")[0].get(f"{W}name") for way in ("From", "To")]
    assert names == ["move1", "move1"]
    assert len(document.findall(f".//{W}moveToRangeEnd")) == 1


def test_what_was_edited_on_the_way_is_deleted_there_and_inserted_here() -> None:
    edited = clause(
        "risk", "The Partners share all risks of the fund fairly.", "Overspends are reported at once."
    )
    lines = shown([RISK, AUDIT, VAT, END], [AUDIT, VAT, edited, END])
    assert "[<The Partners share all risks of the fund <][-equally-][<.<] ¶<" in lines
    assert "[>The Partners share all risks of the fund >][+fairly+][>.>] ¶>" in lines


# tables


def test_rows_and_cells() -> None:
    head = ("Fund", "Council")
    old: list[Block] = [table(head, ("Equipment", "£100"), ("Advice", "£200")), END]
    assert shown(old, [table(head, ("Equipment", "£150"), ("Advice", "£200")), END])[1] == (
        "|Equipment |[-£100-][+£150+] |"
    )
    assert shown(old, [table(head, ("Advice", "£200")), END])[1] == "|[-Equipment-] ¶- |[-£100-] ¶- |-"
    wider = table((*head, "Board"), ("Equipment", "£100", "£1"), ("Advice", "£200", "£2"))
    assert shown(old, [wider, END])[1] == "|Equipment |£100 |[+£1+] ¶+ |+"


def test_the_grid_holds_all_columns_that_come_and_go() -> None:
    old: list[Block] = [table(("Fund", "Council"), ("Equipment", "£100")), END]
    new: list[Block] = [table(("Fund",), ("Equipment",)), END]
    document = part(redline(agreement(*old), agreement(*new)))
    grid = document.find(f".//{W}tblGrid")
    assert grid is not None
    assert len(grid.findall(f"{W}gridCol")) == 2
    assert len(grid.findall(f"{W}tblGridChange/{W}tblGrid/{W}gridCol")) == 2


# notes and margins


def test_a_note_goes_with_its_mark() -> None:
    data = redline(
        agreement(p("The Council pays", Note("On the first of the month."), " each month in arrears.")),
        agreement(p("The Council pays", " each month in arrears.")),
    )
    assert markup(data) == "The Council pays[-^1-] each month in arrears."
    assert "[- On the first of the month.-]" in markup(data, "word/footnotes.xml")


def test_a_note_that_stays_is_changed_in_its_place() -> None:
    def pays(note: str) -> Agreement:
        return agreement(p("The Council pays", Note(note), " each month in arrears."))

    data = redline(pays("On the first day of the month."), pays("On the second day of the month."))
    assert "[" not in markup(data)
    assert " On the [-first-][+second+] day of the month." in markup(data, "word/footnotes.xml")


def test_a_header_that_only_the_old_file_has_is_there_as_deleted() -> None:
    data = redline(agreement(END, header="Draft"), agreement(END))
    assert "[-Draft-]" in markup(data, "word/header.xml")


# the package


def test_parts_without_a_change_keep_their_bytes() -> None:
    new = word_file(agreement(p("The Council shall pay at once."), END, header="Draft"))
    data = redline(
        agreement(p("The Council shall pay."), END, header="Draft"),
        agreement(p("The Council shall pay at once."), END, header="Draft"),
    )
    changed = {name for name, content in parts(new).items() if parts(data)[name] != content}
    assert changed == {"word/document.xml"}
    assert list(parts(data)) == list(parts(new))


def test_the_same_files_give_the_same_bytes() -> None:
    pair = agreement(RISK, AUDIT, END), agreement(AUDIT, RISK, p("New."), END)
    assert redline(*pair) == redline(*pair)


def test_one_comment_for_each_edit_goes_with_its_words() -> None:
    old = agreement(p("The Council pays ten pounds and keeps ten copies of the accounts for the auditors."))
    new = Agreement(
        [p("The Council pays nine pounds and keeps nine copies of the accounts for the auditors.")]
    )
    data = redline(old, new, remarks=lambda anchor: ("one edit", "Wording changed."))
    assert markup(data).count("(") == 1
    (comment,) = part(data, "word/comments.xml")
    assert etree.tostring(comment, method="text", encoding="unicode") == "Wording changed."
    assert comment.get(f"{W}author") == "Head of Law"


def test_ids_are_unique() -> None:
    data = redline(
        agreement(RISK, AUDIT, END), agreement(AUDIT, RISK, END), remarks=lambda one: (id(one), "x")
    )
    tree = part(data)
    tracked = [
        one.get(f"{W}id") for one in tree.iter() if one.get(f"{W}author") or one.tag == f"{W}bookmarkStart"
    ]
    comments = [one.get(f"{W}id") for one in part(data, "word/comments.xml")]
    assert len(set(tracked + comments)) == len(tracked + comments)
