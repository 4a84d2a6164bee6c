"""The text of a draft as the body of a Word document: sections, clauses, schedules and their blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import assert_never

from clausekit.draft import Draft
from clausekit.formats._common import attached, lead
from clausekit.formats.docx import attachments
from clausekit.formats.docx import styles as names
from clausekit.formats.docx.columns import LayOut
from clausekit.formats.docx.contents import ContentsEntry, write_contents
from clausekit.formats.docx.house_style import HouseStyle
from clausekit.formats.docx.inlines import InlineWriter
from clausekit.formats.docx.references import CrossReferences, bookmark, contents_bookmark
from clausekit.formats.docx.tables import write_table
from clausekit.formats.docx.xml import indent, paragraph, run
from clausekit.model import (
    Block,
    Clause,
    DefinitionEntry,
    DefinitionList,
    DraftingNote,
    Item,
    ItemList,
    Paragraph,
    Part,
    Schedule,
    Section,
    SignatureBlock,
    SubHeading,
    Table,
)
from clausekit.walk import sole_schedule

Blocks = tuple[Block, ...]

_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_MARKED = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>'
_HOLD = "<w:keepNext/>"
_LET_GO = '<w:keepNext w:val="0"/>'
_LONGEST_LABEL = 34
"""A longer label reaches beyond the place where the lines begin; its line follows it directly."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How text without a number stands in some place: the name of its style, and its indent from the left."""

    style: str
    left: int


class BodyWriter:
    """Writes the body of one draft; afterwards ``footnotes`` holds those that it met."""

    def __init__(self, draft: Draft, house: HouseStyle, lay_out: LayOut, *, notes: bool, plain: bool) -> None:
        self._document = draft.document
        self._numbers = draft.numbers
        self._definition = draft.scheme.definitions[0].style
        self._house = house
        self._styles = house.styles
        self._lay_out = lay_out
        self._notes = notes
        self._references = CrossReferences(draft)
        self._inlines = InlineWriter(draft, house.styles, self._references, controls=not plain)
        self._bookmark_ids = count(1)
        self._contents: list[ContentsEntry] = []

    @property
    def footnotes(self) -> str:
        """The footnotes met so far, as elements of the footnotes part."""
        return "".join(self._inlines.footnotes)

    def write(self) -> str:
        """Return the content of the body.

        An instrument with a cover has the contents after it. Cover, contents and text are each a section of
        Word's: the cover is without header and footer, the text has those of the contents. The heading of the
        cover's clause is the title.
        """
        cover: list[str] = []
        text: list[str] = []
        for section in self._document.sections:
            (cover if section.kind == "cover" else text).extend(self._section(section))
        if not cover:
            # The heading of a schedule that stands alone is the title.
            alone = sole_schedule(self._document)
            title = "" if alone else self._paragraph(names.TITLE, run(self._document.title))
            return "".join((title, *text, self._section_end(running=True)))
        end_of_cover = self._paragraph(names.COVER_TEXT, "", self._section_end())
        contents = write_contents(self._contents, self._styles, self._section_end(running=True))
        return "".join((*cover, end_of_cover, contents, *text, self._section_end()))

    def _section_end(self, *, running: bool = False) -> str:
        """Return the properties of a section; ``running`` begins the header and footer."""
        references = "".join(
            f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
            for kind in ("header", "footer")
            if running and self._house.has(kind)
        )
        return f"<w:sectPr>{references}{self._house.page}</w:sectPr>"

    # sections, clauses, schedules

    def _section(self, section: Section) -> Iterator[str]:
        for child in section.children:
            if isinstance(child, Schedule):
                yield from self._schedule(child)
            elif section.kind == "cover":
                title = self._paragraph(names.COVER_TITLE, self._inlines.write(child.heading))
                blocks = self._blocks(child.blocks, self._setting(names.COVER_TEXT))
                yield self._controlled(child, (title, *blocks))
            else:
                yield self._clause(child)

    def _clause(self, clause: Clause) -> str:
        number = self._numbers.get(clause.key)
        if number is None:
            heading = self._heading(clause, names.SECTION_HEADING) if clause.heading else ""
            setting = self._setting(names.BODY_TEXT)
        else:
            heading = self._heading(clause, number.level.style)
            setting = self._setting(names.text_style(number.level.style))
        blocks: Blocks = () if clause.omitted else clause.blocks
        return self._controlled(clause, (heading, *self._blocks(blocks, setting)))

    def _controlled(self, clause: Clause, content: tuple[str, ...]) -> str:
        name = f"{clause.id}@{clause.version}#{clause.digest[:8]}"
        inner = "".join(content)
        return self._inlines.controlled("clause", name, inner) if inner else ""

    def _schedule(self, schedule: Schedule) -> Iterator[str]:
        style = self._numbers[schedule.key].level.style
        yield self._heading(schedule, style)
        for part in schedule.parts:
            yield self._heading(part, self._numbers[part.key].level.style)
            yield from map(self._clause, part.clauses)
        yield from map(self._clause, schedule.clauses)
        if schedule.attachment is not None or not schedule.contents:
            words = run(attached(schedule.attachment), _MARKED)
            if schedule.attachment:
                words = self._bookmarked(attachments.place(schedule.attachment.key), words)
            yield self._paragraph(names.text_style(style), words)

    def _heading(self, node: Clause | Schedule | Part, style: str) -> str:
        words = node.heading if isinstance(node, Clause) else node.title
        content = self._inlines.write(words)
        number = self._numbers.get(node.key)
        if number is None or number.depth == 0 or isinstance(node, Part):
            name = contents_bookmark(node.key)
            label = number.label if number else ""
            level = 2 if isinstance(node, Part) else 1
            self._contents.append(ContentsEntry(name, label, self._inlines.plain(words), level))
            content = self._bookmarked(name, content)
        return self._paragraph(style, self._target(node.key, content))

    # blocks

    def _blocks(self, blocks: Blocks, setting: Setting) -> Iterator[str]:
        for place, block in enumerate(blocks, start=1):
            match block:
                case Paragraph():
                    content = self._inlines.write(block.children)
                    yield self._text(setting.style, setting.left, content, _held(blocks[place:]))
                case SubHeading():
                    yield self._text(names.SUB_HEADING, setting.left, self._inlines.write(block.children))
                case ItemList():
                    for item in block.items:
                        yield from self._item(item, setting)
                case DefinitionList():
                    for entry in block.entries:
                        yield from self._definition_entry(entry)
                case Table():
                    yield write_table(block, setting.left, self._lay_out, self._inlines, self._styles)
                case DraftingNote():
                    if self._notes:
                        yield from self._note(block)
                case SignatureBlock():
                    yield from self._signature(block)
                case _:
                    assert_never(block)

    def _item(self, item: Item, setting: Setting) -> Iterator[str]:
        """Yield a numbered item; one that the scheme gives no number is a bullet under the text around it."""
        first, rest = self._first_paragraph(item.blocks)
        number = self._numbers.get(item.key)
        if number is None:
            bullet = self._styles.indent(names.BULLET)
            left = setting.left + bullet.hanging
            yield self._text(names.BULLET, left, first, _held(rest), bullet.hanging)
            yield from self._blocks(rest, Setting(setting.style, left))
        else:
            yield self._paragraph(number.level.style, self._target(item.key, first), _held(rest))
            yield from self._blocks(rest, self._setting(names.text_style(number.level.style)))

    def _definition_entry(self, entry: DefinitionEntry) -> Iterator[str]:
        first, rest = self._first_paragraph(entry.blocks)
        term = self._inlines.write(entry.term, bold=True)
        meaning = run(" ") + first if first else ""
        yield self._paragraph(self._definition, self._target(entry.key, term + meaning), _held(rest))
        yield from self._blocks(rest, self._setting(names.text_style(self._definition)))

    def _first_paragraph(self, blocks: Blocks) -> tuple[str, Blocks]:
        """Return the runs of the paragraph that the blocks begin with, and the other blocks."""
        words, below = lead(blocks)
        return self._inlines.write(words), below

    def _note(self, note: DraftingNote) -> Iterator[str]:
        first, rest = self._first_paragraph(note.blocks)
        yield self._paragraph(names.DRAFTING_NOTE, run("Drafting note: ", _BOLD) + first)
        yield from self._blocks(rest, self._setting(names.DRAFTING_NOTE))

    def _signature(self, block: SignatureBlock) -> Iterator[str]:
        """Yield the attestation and the lines; their styles keep them on one page, up to the last."""
        yield from self._blocks(block.blocks, self._setting(names.SIGNATURE_TEXT))
        for place, label in enumerate(block.lines, start=1):
            tabs = "<w:tab/>" if len(self._inlines.plain(label)) > _LONGEST_LABEL else "<w:tab/><w:tab/>"
            content = f"{self._inlines.write(label)}<w:r>{tabs}</w:r>"
            last = _LET_GO if place == len(block.lines) else ""
            yield self._paragraph(names.SIGNATURE_LINE, content, last)

    # paragraphs

    def _setting(self, style: str) -> Setting:
        return Setting(style, self._styles.indent(style).left)

    def _text(self, style: str, left: int, content: str, held: str = "", hanging: int = 0) -> str:
        """Return a paragraph at an indent, which is stated only where the style itself has another."""
        own = "" if left == self._styles.indent(style).left else indent(left, hanging)
        return self._paragraph(style, content, held + own)

    def _paragraph(self, style: str, content: str, properties: str = "") -> str:
        return paragraph(self._styles.id(style), content, properties)

    def _target(self, key: str, content: str) -> str:
        """Return the content with a bookmark around it if a reference points to it."""
        return self._bookmarked(bookmark(key), content) if self._references.is_target(key) else content

    def _bookmarked(self, name: str, content: str) -> str:
        identity = next(self._bookmark_ids)
        return (
            f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{identity}"/>'
        )


def _held(following: Blocks) -> str:
    """Return what keeps a paragraph on the page of what follows, if it leads into a list or a table."""
    return _HOLD if following and isinstance(following[0], ItemList | DefinitionList | Table) else ""
