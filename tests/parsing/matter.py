"""A small matter, and the outline in which tests show what a clause was read as."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from clausekit.cache import Cache
from clausekit.model import (
    BLANK,
    Blank,
    Block,
    DefinedTerm,
    DefinitionList,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    ItemList,
    Paragraph,
    Reference,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Text,
    Use,
    Value,
)
from clausekit.parameters.values import (
    BlankValue,
    DateValue,
    PartyValue,
    PeriodValue,
    Record,
    Series,
    TextValue,
    WholeValue,
    read_value,
)
from clausekit.parsing import Parsed, build, parse
from clausekit.rendering import Rendered, Renderer

RENDERER = Renderer(Cache(None))


def party(parameter: str, name: str, short: str) -> Record:
    record = Record(parameter)
    record["name"] = TextValue(name, f"{parameter}.name")
    record["short"] = TextValue(short, f"{parameter}.short")
    record["address"] = BlankValue(f"{parameter}.address")
    return record


def names() -> Record:
    """Return the parameters of the matter."""
    council = party("council", "Westmarch County Council", "the Council")
    strange = party("health_bodies[0]", "A*B_C [Ltd] | <b>", "the ICB")
    trust = party("health_bodies[1]", "Dale NHS Trust", "the Trust")
    health_bodies, partners, nobody = Series("health_bodies"), Series("partners"), Series("nobody")
    health_bodies += [strange, trust]
    partners += [council, strange, trust]
    funds, term = Record("funds"), Record("term")
    funds.update(pooled=True, aligned=False, count=WholeValue(2, "funds.count"))
    term["start"] = DateValue(date(2026, 4, 1), "term.start")
    term["notice"] = PeriodValue(12, "month", "term.notice")
    term["end"] = BlankValue("term.end")
    matter = Record("")
    matter.update(council=council, health_bodies=health_bodies, partners=partners, nobody=nobody)
    matter.update(funds=funds, term=term, contributions=contributions())
    return matter


def contributions() -> Record:
    """Return what each partner gives: the trust nothing."""
    record, rows = Record("contributions"), Series("contributions.rows")
    for index, (party, amount) in enumerate(
        [("the Council", "£60,000"), ("the ICB", "£1,234.50"), ("the Trust", "£0")]
    ):
        row = Record(f"contributions.rows[{index}]")
        row["party"] = PartyValue(party, f"{row.parameter}.party")
        row["amount"] = read_value("money", amount, f"{row.parameter}.amount")
        rows.append(row)
    record["rows"] = rows
    return record


def render(text: str, first_line: int = 1) -> Rendered:
    """Return the wording of a clause for the matter; the document has a pooled fund and nothing else."""
    return RENDERER.render(text, "clause.md", first_line, names(), lambda family: family == "pooled-fund")


def read(text: str) -> tuple[Parsed, str]:
    """Return what a clause is read as, and its outline."""
    rendered = render(text)
    parsed = parse(rendered.text, "clause.md")
    heading, blocks = build(parsed.nested, rendered.filled, "clause")
    return parsed, "\n".join([f"heading: {words(heading)}", *outline(blocks)])


def outline(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield a line for each block, what is inside it indented below."""
    for block in blocks:
        match block:
            case Paragraph():
                yield f"paragraph{anchor(block.key)}: {words(block.children)}"
            case SubHeading():
                yield f"sub-heading{anchor(block.key)}: {words(block.children)}"
            case ItemList():
                for item in block.items:
                    first, *others = item.blocks
                    assert isinstance(first, Paragraph)
                    kind = "item" if block.numbered else "bullet"
                    yield f"{kind}{anchor(item.key)}: {words(first.children)}"
                    yield from indented(tuple(others))
            case DefinitionList():
                for entry in block.entries:
                    yield f"definition: {' | '.join([words(entry.term), *entry.variants])}"
                    yield from indented(entry.blocks)
            case Table():
                yield f"table: {', '.join(block.alignments)}"
                for row in (block.header, *block.rows):
                    yield f"    row: {' | '.join(words(cell) for cell in row)}".rstrip()
            case DraftingNote():
                yield "note:"
                yield from indented(block.blocks)
            case SignatureBlock():
                yield "signature:"
                yield from indented(block.blocks)
                yield from (f"    line: {words(line)}" for line in block.lines)


def indented(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (f"    {line}" for line in outline(blocks))


def anchor(key: str) -> str:
    return f" {key.removeprefix('clause')}" if "#" in key else ""


def words(run: tuple[Inline, ...]) -> str:
    return "".join(map(word, run))


def word(inline: Inline) -> str:
    match inline:
        case Text() | Use():
            return inline.text
        case Value():
            return f"{{{inline.text}}}"
        case Blank():
            return BLANK
        case Strong():
            return f"**{words(inline.children)}**"
        case Emphasis():
            return f"*{words(inline.children)}*"
        case DefinedTerm():
            return f'**"{words(inline.children)}"**'
        case Reference():
            form = "" if inline.form == "full" else f" | {inline.form}"
            return f"[[{inline.target}{form}]]"
        case Footnote():
            return f"^({words(inline.children)})"
