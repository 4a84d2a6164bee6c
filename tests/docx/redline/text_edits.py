"""Edits of words, paragraphs, clauses, looks, notes and margins, as people make them."""

from __future__ import annotations

from copy import deepcopy

from tests.docx.redline.agreements import (
    Agreement,
    Block,
    Clause,
    Para,
    Table,
    Words,
    containers,
    p,
    paragraphs,
)
from tests.docx.redline.choosing import Choice, a_place, some, standing, worded, words

# words


def insert_words(agreement: Agreement, choice: Choice) -> None:
    target = some(choice, worded(agreement))
    if target:
        had = target.text.split(" ")
        place = choice.number(0, len(had))
        target.text = " ".join([*had[:place], words(choice), *had[place:]])


def delete_words(agreement: Agreement, choice: Choice) -> None:
    target = some(choice, worded(agreement, 2))
    if target:
        had = target.text.split(" ")
        start = choice.number(0, len(had) - 1)
        end = choice.number(start + 1, len(had))
        target.text = " ".join([*had[:start], *had[end:]])


def replace_words(agreement: Agreement, choice: Choice) -> None:
    target = some(choice, worded(agreement))
    if target:
        had = target.text.split(" ")
        place = choice.number(0, len(had) - 1)
        had[place] = words(choice, 1, 3)
        target.text = " ".join(had)


def double_a_space(agreement: Agreement, choice: Choice) -> None:
    target = some(choice, worded(agreement, 2))
    if target:
        target.text = target.text.replace(" ", "  ", choice.number(1, 2))


def put_a_tab(agreement: Agreement, choice: Choice) -> None:
    target = some(choice, worded(agreement))
    if target:
        target.text = choice.one((f"\t{target.text}", f"{target.text}\t", target.text.replace(" ", "\t", 1)))


# paragraphs


def insert_paragraph(agreement: Agreement, choice: Choice) -> None:
    blocks, place = a_place(agreement, choice)
    style = choice.one(("BodyText", "Heading1", "Clause2", "Clause3", "ListBullet"))
    blocks.insert(place, p(words(choice, 0, 12), style=style))


def append_paragraph(agreement: Agreement, choice: Choice) -> None:
    agreement.blocks.append(p(words(choice, 1, 12)))


def delete_paragraph(agreement: Agreement, choice: Choice) -> None:
    found = some(choice, standing(agreement, Para))
    if found:
        blocks, place = found
        del blocks[place]


def delete_last_block(agreement: Agreement, choice: Choice) -> None:
    if len(agreement.blocks) > 1 and not isinstance(agreement.blocks[-2], Table):
        del agreement.blocks[-1]


def change_first_paragraph(agreement: Agreement, choice: Choice) -> None:
    if choice.number(0, 1):
        agreement.blocks.insert(0, p(words(choice)))
    elif len(agreement.blocks) > 1:
        del agreement.blocks[0]


def split_paragraph(agreement: Agreement, choice: Choice) -> None:
    found = [
        (blocks, place, block, at)
        for blocks in containers(agreement.blocks)
        for place, block in enumerate(blocks)
        if isinstance(block, Para)
        for at, piece in enumerate(block.pieces)
        if isinstance(piece, Words) and len(piece.text) > 1 and not (piece.link or piece.parameter)
    ]
    chosen = some(choice, found)
    if chosen:
        blocks, place, block, at = chosen
        whole = block.pieces[at]
        assert isinstance(whole, Words)
        cut = choice.one(_places_to_split(whole.text))
        second = deepcopy(block)
        second.name = ""
        second.pieces = [deepcopy(whole), *block.pieces[at + 1 :]]
        rest = second.pieces[0]
        assert isinstance(rest, Words)
        rest.text, whole.text = whole.text[cut:], whole.text[:cut]
        block.pieces = block.pieces[: at + 1]
        block.section = False
        blocks.insert(place + 1, second)


def _places_to_split(text: str) -> list[int]:
    """Return the places after a blank; if there are none, any place."""
    after_blanks = [at for at in range(1, len(text)) if text[at - 1] == " "]
    return after_blanks or list(range(1, len(text)))


def join_paragraphs(agreement: Agreement, choice: Choice) -> None:
    found = [
        (blocks, place)
        for blocks in containers(agreement.blocks)
        for place in range(len(blocks) - 1)
        if isinstance(blocks[place], Para) and isinstance(blocks[place + 1], Para)
    ]
    chosen = some(choice, found)
    if chosen:
        blocks, place = chosen
        first, second = blocks[place], blocks[place + 1]
        assert isinstance(first, Para)
        assert isinstance(second, Para)
        first.pieces += [Words(" "), *second.pieces]
        first.section = second.section
        del blocks[place + 1]


def move_paragraph(agreement: Agreement, choice: Choice) -> None:
    found = some(choice, standing(agreement, Para))
    if found:
        blocks, place = found
        moved = blocks.pop(place)
        there, new_place = a_place(agreement, choice)
        there.insert(new_place, moved)


def repeat_paragraph(agreement: Agreement, choice: Choice) -> None:
    found = deepcopy(choice.one(list(paragraphs(agreement.blocks))))
    found.name = ""
    found.section = False
    blocks, place = a_place(agreement, choice)
    blocks.insert(place, found)


# clauses


def _clause(choice: Choice) -> Clause:
    limbs: list[Block] = [p(words(choice, 2, 14), style="Clause2") for _ in range(choice.number(1, 3))]
    heading = p(words(choice, 1, 3), style="Heading1")
    return Clause(f"clause:new/standard@1.0.0#{choice.number(1, 10**6)}", [heading, *limbs])


def insert_clause(agreement: Agreement, choice: Choice) -> None:
    agreement.blocks.insert(choice.number(0, max(0, len(agreement.blocks) - 1)), _clause(choice))


def _top_clauses(agreement: Agreement) -> list[int]:
    last = len(agreement.blocks) - 1
    return [n for n, block in enumerate(agreement.blocks) if isinstance(block, Clause) and n < last]


def delete_clause(agreement: Agreement, choice: Choice) -> None:
    place = some(choice, _top_clauses(agreement))
    if place is not None:
        del agreement.blocks[place]


def move_clause(agreement: Agreement, choice: Choice) -> None:
    place = some(choice, _top_clauses(agreement))
    if place is not None:
        clause = agreement.blocks.pop(place)
        agreement.blocks.insert(choice.number(0, max(0, len(agreement.blocks) - 1)), clause)


def move_and_edit_clause(agreement: Agreement, choice: Choice) -> None:
    place = some(choice, _top_clauses(agreement))
    if place is not None:
        clause = agreement.blocks.pop(place)
        for _ in range(choice.number(1, 2)):
            choice.one((insert_words, delete_words, replace_words))(Agreement([clause]), choice)
        agreement.blocks.insert(choice.number(0, max(0, len(agreement.blocks) - 1)), clause)


def unwrap_clause(agreement: Agreement, choice: Choice) -> None:
    place = some(choice, _top_clauses(agreement))
    if place is not None:
        clause = agreement.blocks[place]
        assert isinstance(clause, Clause)
        agreement.blocks[place : place + 1] = clause.blocks
