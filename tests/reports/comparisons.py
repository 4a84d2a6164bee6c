"""Small comparisons made by hand, for the tests of the reports."""

from __future__ import annotations

from clausekit.comparison.edits import (
    Cause,
    ClauseRow,
    Comparison,
    Edit,
    FigureChange,
    Place,
    Side,
    Stale,
)
from clausekit.comparison.flow import (
    Anchor,
    Arrival,
    CellMatched,
    Change,
    Deleted,
    Departure,
    Flow,
    Flows,
    Inserted,
    Matched,
    Move,
    Op,
    Reformat,
    RowInserted,
    RowMatched,
    Same,
    TableMatched,
)
from clausekit.reading import Cell, Comment, Look, Passage, Reading, Row, Table

PLAIN = Reading(())
HOSTILE = '<script>alert(1)</script> & "x" | `y` [z](javascript:1) \x1b[31m \u202e **b** ~~d~~ # {+ -]'


def passage(
    text: str, label: str = "", *, heading: int = 0, level: int | None = None, term: str = ""
) -> Passage:
    return Passage(text, (), label=label, number=label, heading=heading, level=level, term=term)


def same(text: str, label: str = "", new_label: str | None = None, *, heading: int = 0) -> Matched:
    new = passage(text, label if new_label is None else new_label, heading=heading)
    ops = (Same(0, len(text), 0, len(text)),) if text else ()
    return Matched((passage(text, label, heading=heading),), (new,), ops)


def changed(*parts: str | tuple[str, str], label: str = "", term: str = "") -> Matched:
    """Return a paragraph made of parts: words that both texts have, or (words removed, words added)."""
    old = new = ""
    ops: list[Op] = []
    for part in parts:
        was, now = (part, part) if isinstance(part, str) else part
        place = (len(old), len(old) + len(was), len(new), len(new) + len(now))
        ops.append(Same(*place) if isinstance(part, str) else Change(*place))
        old, new = old + was, new + now
    return Matched((passage(old, label, term=term),), (passage(new, label, term=term),), tuple(ops))


def changes(step: Matched) -> list[Change]:
    return [op for op in step.ops if isinstance(op, Change)]


def comparison(flow: Flow, edits: dict[Edit, list[Anchor]], **more: object) -> Comparison:
    by_anchor = {anchor: edit for edit, anchors in edits.items() for anchor in anchors}
    return Comparison(
        Side("old.docx", "Agreement 2019/20", PLAIN),
        Side("new.docx", "Agreement 2020/21", PLAIN),
        Flows(flow),
        tuple(sorted(edits, key=lambda edit: edit.id)),
        by_anchor,
        **more,  # type: ignore[arg-type]  # the optional fields of a comparison, by name
    )


def nothing() -> Comparison:
    return comparison((same("Payment", "1", heading=2), same("The Partners shall pay.", "1.1")), {})


def agreement() -> Comparison:
    """Return a comparison with a change in each of many ways."""
    share = Place("2.1", "Risk share", "risk-share/fixed")
    risk = changed("The CCG bears ", ("45%", "50%"), " of any overspend.", label="2.1")
    note = changed(
        "Notice is given within ", ("thirty", "forty"), " days", ("", " in writing"), ".", label="3.1"
    )
    pool = changed("Pooled Fund", ": the fund that the ", ("CCG", "Host"), " keeps.", term="Pooled Fund")
    force = (
        Inserted(passage("Force majeure", "4", heading=2)),
        Inserted(passage("No Partner answers for what it cannot help.", "4.1")),
    )
    gone = Deleted(passage("The Council may vary this.", "3.2"))
    move = Move((same("Data", "5", "6", heading=2), same("Data is shared under the Act.", "5.1", "6.1")))
    amount = changed(("£1,000", "£2,000"))
    old_row = Row((Cell((passage("City"),)), Cell((amount.olds[0],))))
    new_row = Row((Cell((passage("City"),)), Cell((amount.news[0],))))
    head = Row((Cell((passage("Partner"),)), Cell((passage("Share"),))), header=True)
    row = RowInserted(Row((Cell((passage("County"),)), Cell((passage("£3,000"),)))))
    table = TableMatched(
        Table((head, old_row)),
        Table((head, new_row, row.row)),
        (
            RowMatched(
                head, head, tuple(CellMatched(cell, cell, (same(_text(cell)),)) for cell in head.cells)
            ),
            RowMatched(
                old_row,
                new_row,
                (
                    CellMatched(old_row.cells[0], new_row.cells[0], (same("City"),)),
                    CellMatched(old_row.cells[1], new_row.cells[1], (amount,)),
                ),
            ),
            row,
        ),
    )
    bold = Reformat(4, 12, 4, 12, Look(), Look(bold=True))
    looks = same("The Partners agree this.", "7.1")
    looks = Matched(looks.olds, looks.news, looks.ops, (bold,))
    library = Cause("library", "notices/plain", "1.0.0", "1.1.0", "minor", "Forty days, and in writing.")
    unknown = Cause("unknown")
    notices = Place("3.1", "Notices", "notices/plain")
    edits: dict[Edit, list[Anchor]] = {
        Edit(1, "definition", "replaced", unknown, Place("", "Definitions"), Place("", "Definitions"), "CCG",
             "Host", "the fund that the ", " keeps.", (Place("2.1"), Place("3.1"))): [*changes(pool)],
        Edit(2, "parameter", "replaced", Cause("parameter", "risk_share.ccg", "45%", "50%"), share, share,
             "45%", "50%", "The CCG bears ", " of any overspend."): [*changes(risk)],
        Edit(3, "wording", "replaced", library, notices, notices, "thirty", "forty"): [*changes(note)[:1]],
        Edit(4, "wording", "inserted", library, notices, notices, "", "in writing"): [*changes(note)[1:]],
        Edit(5, "wording", "deleted", unknown, Place("3.2", "Notices"), None,
             "The Council may vary this."): [gone],
        Edit(6, "clause", "inserted", Cause("template", "section-75-agreement"), None,
             Place("4", "Force majeure")): [*force],
        Edit(7, "order", "moved", unknown, Place("5", "Data"), Place("6", "Data")): [move],
        Edit(8, "table", "replaced", unknown, Place("7", "Money", cell="City, Share"),
             Place("7", "Money", cell="City, Share"), "£1,000", "£2,000"): [*changes(amount)],
        Edit(9, "table", "inserted", unknown, None, Place("7", "Money", cell="County"), "",
             "County £3,000"): [row],
        Edit(10, "formatting", "formatted", unknown, Place("7.1", "Money"), Place("7.1", "Money"), "Partners",
             "Partners"): [bold],
        Edit(11, "following", "renumbered", Cause("following", "4"), Place("4"), Place("5"), "4", "5"): [],
    }  # fmt: skip
    flow: Flow = (
        same("Definitions", "1", heading=2),
        pool,
        *(same(f"Other words {number}.") for number in range(5)),
        same("Risk share", "2", heading=2),
        risk,
        same("Notices", "3", heading=2),
        note,
        gone,
        *force,
        Departure(move),
        same("Audit", "4", "5", heading=2),
        same("Accounts are kept.", "4.1", "5.1"),
        same("Accounts are shown.", "4.2", "5.2"),
        Arrival(move),
        same("Money", "7", heading=2),
        table,
        looks,
    )
    return comparison(
        flow,
        edits,
        clauses=(
            ClauseRow(Place("1", "Definitions"), Place("1", "Definitions"), "changed", edits=(1,)),
            ClauseRow(Place("2", "Risk share"), Place("2", "Risk share"), "changed", edits=(2,)),
            ClauseRow(
                Place("3", "Notices"),
                Place("3", "Notices"),
                "changed",
                versions=("1.0.0", "1.1.0"),
                edits=(3, 4, 5),
            ),
            ClauseRow(None, Place("4", "Force majeure"), "inserted", edits=(6,)),
            ClauseRow(Place("4", "Audit"), Place("5", "Audit"), "same"),
            ClauseRow(Place("5", "Data"), Place("6", "Data"), "same", moved=True, edits=(7,)),
            ClauseRow(Place("7", "Money"), Place("7", "Money"), "changed", edits=(8, 9, 10)),
        ),
        concordance=(("1", "1"), ("2", "2"), ("4", "5"), ("4.1", "5.1")),
        figures=(
            FigureChange("percentage", "45%", "50%", share, 2),
            FigureChange("money", "£1,000", "£2,000", Place("7", "Money", cell="City, Share"), 8),
        ),
        stale=(Stale(Place("3.3", "Notices"), "clause 4", "Audit", "Force majeure"),),
        unread=("2 pictures",),
        remarks=("One footnote could not be paired.",),
    )


def returned() -> Comparison:
    """Return the comparison of a draft that came back, with a change that was not tracked."""
    step = changed("Within ", ("30", "60"), " days the Partners ", ("may", "shall"), " meet.", label="1.1")
    place = Place("1.1", "Meetings")
    silent, tracked = changes(step)
    who = Cause("tracked", "A. Partner", note="We cannot accept “may”.", date="2020-02-03T10:00:00Z")
    return comparison(
        (step,),
        {
            Edit(1, "hand", "replaced", Cause("silent"), place, place, "30", "60", "Within ", " days"): [
                silent
            ],
            Edit(2, "hand", "replaced", who, place, place, "may", "shall"): [tracked],
        },
        comments=(
            Comment("A. Partner", "", "We cannot accept “may”.", "may"),
            Comment("B. Other", "", "Please check.", "Partners"),
        ),
    )


def hostile() -> Comparison:
    """Return a comparison of texts that try to be markup wherever a report prints words."""
    step = changed(HOSTILE, (HOSTILE, f"x{HOSTILE}"), label=HOSTILE)
    place = Place(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    edit = Edit(
        1,
        "wording",
        "replaced",
        Cause("library", *[HOSTILE] * 6),
        place,
        place,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
    )
    found = comparison(
        (step,),
        {edit: [*changes(step)]},
        clauses=(ClauseRow(place, place, "changed", versions=(HOSTILE, HOSTILE), edits=(1,)),),
        concordance=((HOSTILE, "2"),),
        figures=(FigureChange("money", HOSTILE, HOSTILE, place, 1),),
        stale=(Stale(place, HOSTILE, HOSTILE, HOSTILE),),
        unread=(HOSTILE,),
        remarks=(HOSTILE,),
        comments=(Comment(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    )
    return Comparison(
        Side(HOSTILE, HOSTILE, PLAIN),
        Side(HOSTILE, f"{HOSTILE}2", PLAIN),
        found.flows,
        found.edits,
        found.by_anchor,
        found.clauses,
        found.concordance,
        found.figures,
        found.stale,
        found.unread,
        found.remarks,
        found.comments,
    )


def _text(cell: Cell) -> str:
    (block,) = cell.blocks
    assert isinstance(block, Passage)
    return block.text
