"""Edits of looks, notes, references, headers and footers, as people make them; and of everything."""

from __future__ import annotations

from copy import deepcopy

from tests.docx.redline.agreements import (
    Agreement,
    Note,
    Ref,
    Words,
    p,
    paragraphs,
)
from tests.docx.redline.choosing import ALIGNMENTS, Choice, some, words

# looks


def change_looks(agreement: Agreement, choice: Choice) -> None:
    found = [
        (one, at)
        for one in paragraphs(agreement.blocks)
        for at, piece in enumerate(one.pieces)
        if isinstance(piece, Words) and piece.text
    ]
    chosen = some(choice, found)
    if chosen:
        paragraph, at = chosen
        whole = paragraph.pieces[at]
        assert isinstance(whole, Words)
        start = choice.number(0, len(whole.text) - 1)
        end = choice.number(start + 1, len(whole.text))
        cuts = (whole.text[:start], whole.text[start:end], whole.text[end:])
        before, changed, after = (deepcopy(whole) for _ in range(3))
        before.text, changed.text, after.text = cuts
        look = choice.one(("bold", "italic", "underline"))
        setattr(changed, look, not getattr(changed, look))
        paragraph.pieces[at : at + 1] = [one for one in (before, changed, after) if one.text]


def change_style(agreement: Agreement, choice: Choice) -> None:
    paragraph = choice.one(list(paragraphs(agreement.blocks)))
    paragraph.style = choice.one(("BodyText", "Heading1", "Clause2", "Clause3", "Title", "ListBullet"))


def change_alignment(agreement: Agreement, choice: Choice) -> None:
    choice.one(list(paragraphs(agreement.blocks))).alignment = choice.one(ALIGNMENTS)


def change_list_level(agreement: Agreement, choice: Choice) -> None:
    choice.one(list(paragraphs(agreement.blocks))).list_level = choice.one((None, 0, 1, 2))


# notes, references, margins


def add_note(agreement: Agreement, choice: Choice) -> None:
    paragraph = choice.one(list(paragraphs(agreement.blocks)))
    paragraph.pieces.insert(choice.number(0, len(paragraph.pieces)), Note(words(choice)))


def remove_note(agreement: Agreement, choice: Choice) -> None:
    found = [one for one in paragraphs(agreement.blocks) if any(isinstance(x, Note) for x in one.pieces)]
    paragraph = some(choice, found)
    if paragraph:
        paragraph.pieces.remove(next(x for x in paragraph.pieces if isinstance(x, Note)))


def change_note(agreement: Agreement, choice: Choice) -> None:
    notes = [x for one in paragraphs(agreement.blocks) for x in one.pieces if isinstance(x, Note)]
    note = some(choice, notes)
    if note:
        note.text = choice.one((f"{note.text} {words(choice)}", words(choice)))


def add_reference(agreement: Agreement, choice: Choice) -> None:
    all_paragraphs = list(paragraphs(agreement.blocks))
    target = some(choice, [one for one in all_paragraphs if one.name])
    if target:
        paragraph = choice.one(all_paragraphs)
        paragraph.pieces.insert(choice.number(0, len(paragraph.pieces)), Ref(target.name))


def change_margin(agreement: Agreement, choice: Choice) -> None:
    text = choice.one(("", words(choice), f"{agreement.header} {words(choice, 1, 2)}"))
    if choice.number(0, 1):
        agreement.header = text
    else:
        agreement.footer = text


# everything


def empty(agreement: Agreement, choice: Choice) -> None:
    agreement.blocks = [p("")]


def replace_everything(agreement: Agreement, choice: Choice) -> None:
    agreement.blocks = [p(f"Entirely {n} other {words(choice)}") for n in range(choice.number(1, 6))]
