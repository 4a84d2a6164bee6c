"""A small agreement that has every kind of node, and what each format makes of it (in ``expected/``).

``python -m tests.formats.agreement`` writes the expected files anew; read what changed before you commit it.
"""

from __future__ import annotations

from pathlib import Path

from clausekit.draft import Draft
from clausekit.formats import html, json, markdown, text
from clausekit.model import (
    Attachment,
    Blank,
    Block,
    Clause,
    DefinedTerm,
    Document,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    ItemList,
    Part,
    Schedule,
    Section,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Use,
    Value,
)
from clausekit.numbering import number
from clausekit.references import resolve
from tests.builders import (
    annex,
    clause,
    definition,
    definitions,
    document,
    item,
    items,
    paragraph,
    reference,
    run,
    schedule,
    scheme,
)

EXPECTED = Path(__file__).parent / "expected"


def draft(doc: Document, numbering: str = "agreement") -> Draft:
    """Return the draft of a document with its numbers, by a scheme of the library, and its references."""
    numbers = number(doc, scheme(numbering))
    references, findings = resolve(doc, numbers)
    assert findings == []
    return Draft(doc, scheme(numbering), numbers, references)


def draft_of(*inlines: str | Inline | Block) -> Draft:
    """Return the draft of one clause, "1 Term", with one paragraph, or with the blocks that are given."""
    blocks = [part for part in inlines if not isinstance(part, str | Inline)]
    words = [part for part in inlines if isinstance(part, str | Inline)]
    return draft(document(clause("term", *([paragraph(*words)] if words else []), *blocks)))


def agreement() -> Document:
    """Return an agreement with every kind of node."""
    return Document(
        "Agreement under section 75",
        "Section 75 agreement",
        "Draft 1",
        (
            Section("cover", (_cover(),)),
            Section("parties", (_parties(),)),
            Section("recitals", (_recitals(),)),
            Section("clauses", (_definitions(), _pooled_fund(), _not_used(), _disputes())),
            Section("execution", (_execution(),)),
            Section("schedules", (_finance_protocol(), _sharing(), _attached(), schedule("performance"))),
            Section("annexes", (annex("applicability", clause("matrix", paragraph("To all."))),)),
        ),
    )


def _cover() -> Clause:
    return clause(
        "cover",
        paragraph("Dated ", Blank("agreement.date")),
        paragraph(Strong(run(Value("council.name", "Westmarch County Council")))),
        heading="Agreement under section 75",
    )


def _parties() -> Clause:
    council = item(
        "parties#council",
        Strong(run(Value("council.name", "Westmarch County Council"))),
        " (",
        DefinedTerm(run("the Council")),
        "); and",
    )
    board = item("parties#board", Strong(run(Value("boards[0].name", "A*B_C [Ltd] & Sons"))), ".")
    return clause("parties", paragraph("This agreement is made between:"), items(council, board))


def _recitals() -> Clause:
    aims = items(item("background#one", "work together; and"), item("background#two", "pool funds."))
    return clause("background", items(item("background#aims", "The Partners wish to:", aims)))


def _definitions() -> Clause:
    fund = definition(
        "Pooled Fund",
        "means a fund that:",
        items(item("definitions#a", "the Partners set up; and"), item("definitions#b", "the Council hosts,")),
        paragraph("under ", reference("pooled-fund"), "."),
    )
    partner = definition("Partner", "means each party to this agreement.", variants=("Partners",))
    first = item("definitions#terms", "In this agreement:", definitions(partner, fund))
    second = item("definitions#law", "Headings do not affect the meaning of this agreement.")
    return clause("definitions", items(first, second), heading="Definitions")


def _pooled_fund() -> Clause:
    table = Table(
        "pooled-fund~table",
        ("left", "right", "centre"),
        (run("Partner"), run("Contribution"), run("Share")),
        (
            (run("The Council"), run(Value("money.council", "£60,267,168")), run("60%")),
            (run("The Board"), run("£40,178,112"), run("40%")),
        ),
    )
    contributions = item(
        "pooled-fund#contributions",
        "Each ",
        Use("Partner", "Partner"),
        " shall pay its contribution",
        Footnote(run("Net of ", Emphasis(run("VAT")), ".")),
        " to the ",
        Use("Pooled Fund", "Pooled Fund"),
        ":",
        table,
        paragraph("in twelve equal parts."),
    )
    host = items(
        item(
            "pooled-fund#host",
            "The ",
            Use("Council", "Council"),
            " shall:",
            items(
                item(
                    "pooled-fund#accounts",
                    "keep accounts of every payment into and out of the Pooled Fund; and",
                ),
                item(
                    "pooled-fund#report",
                    "report:",
                    items(item("x", "each month; and"), item("y", "each year,")),
                ),
            ),
            paragraph("as ", reference("schedule:finance-protocol", "title"), " says."),
        )
    )
    note = DraftingNote(
        "pooled-fund~note", (paragraph("Give the figures of ", Strong(run("this year")), "."),)
    )
    accounts = SubHeading("pooled-fund~accounts", run("Accounts"))
    return clause("pooled-fund", items(contributions), note, accounts, host, heading="Pooled Fund")


def _not_used() -> Clause:
    return Clause(
        "non-pooled-funds", "non-pooled-funds/x", "1.0.0", "0" * 64, run("[Not used]"), (), omitted=True
    )


def _disputes() -> Clause:
    steps = ItemList((item("disputes~1", "officers;"), item("disputes~2", "directors.")), numbered=False)
    return clause(
        "disputes",
        paragraph("A dispute under ", reference("pooled-fund#report"), " goes to:"),
        steps,
        heading="Disputes",
    )


def _execution() -> Clause:
    attestation = paragraph("Executed as a deed by ", Value("council.name", "Westmarch County Council"), ".")
    signature = SignatureBlock("execution~1", (attestation,), (run("Authorised signatory"), run("Name")))
    return clause("execution", signature)


def _finance_protocol() -> Schedule:
    budget = definition("Budget", "means the money for a year.")
    use = item("finance#budget", "The ", Use("Budget", "Budget"), " of each ", Use("Partner", "Partner"), ".")
    books = clause("finance", definitions(budget), items(use), heading="Budget")
    return Schedule("schedule:finance-protocol", run("Finance Protocol"), (books,))


def _sharing() -> Schedule:
    first, second = "schedule:sharing/agreement", "schedule:sharing/protocol"
    data = definition("Data", "means what is shared.")
    tier, own = reference("tiers#one", scope=first), reference("purpose", scope=first)
    text = paragraph("The ", Use("Data", "Data"), " of ", own, " are in the tiers of ", tier, ".")
    purpose = clause("purpose", definitions(data), text)
    about = SubHeading("tiers~about", run("About tiers"))
    tiers = clause("tiers", about, items(item("tiers#one", "Each tier has its own rules.")))
    parts = (
        Part(first, run("Agreement of ", Value("council.name", "Westmarch County Council")), (purpose,)),
        Part(second, run("Protocol"), (tiers,)),
    )
    return Schedule("schedule:sharing", run("Information Sharing"), parts=parts)


def _attached() -> Schedule:
    attachment = Attachment("schedule:plan/attachment", "attachments/plan-2026.docx")
    return Schedule("schedule:plan", run("The Plan"), attachment=attachment)


def alone() -> Document:
    """Return a schedule with parts that is a document of its own."""
    sharing = _sharing()
    return Document(
        "Information Sharing", "Information Sharing", "Draft 1", (Section("schedules", (sharing,)),)
    )


def without_stylesheet(page: str) -> str:
    """Return a page with the text of its stylesheet left out."""
    before, _, rest = page.partition("<style>")
    return before + rest.partition("</style>\n")[2]


def written() -> dict[str, str]:
    """Return what each format makes of the agreement, by the name of the expected file."""
    made = draft(agreement())
    return {
        "agreement.html": without_stylesheet(html.write(made, notes=True)),
        "agreement.md": markdown.write(made, notes=True),
        "agreement.txt": text.write(made, notes=True),
        "agreement.json": json.write(made, notes=True),
    }


if __name__ == "__main__":
    for name, content in written().items():
        (EXPECTED / name).write_text(content, "utf-8")
