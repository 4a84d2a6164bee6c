"""Edits as people make them in agreements, one function each: what a redline has to show.

An edit changes an agreement in place; where it finds nothing to work on, it leaves it alone.
"""

from __future__ import annotations

from tests.docx.redline import look_edits, table_edits, text_edits
from tests.docx.redline.choosing import Edit

EDITS: tuple[Edit, ...] = (
    text_edits.insert_words,
    text_edits.delete_words,
    text_edits.replace_words,
    text_edits.double_a_space,
    text_edits.put_a_tab,
    text_edits.insert_paragraph,
    text_edits.append_paragraph,
    text_edits.delete_paragraph,
    text_edits.delete_last_block,
    text_edits.change_first_paragraph,
    text_edits.split_paragraph,
    text_edits.join_paragraphs,
    text_edits.move_paragraph,
    text_edits.repeat_paragraph,
    text_edits.insert_clause,
    text_edits.delete_clause,
    text_edits.move_clause,
    text_edits.move_and_edit_clause,
    text_edits.unwrap_clause,
    table_edits.insert_row,
    table_edits.delete_row,
    table_edits.move_row,
    table_edits.insert_column,
    table_edits.delete_column,
    table_edits.change_cell,
    table_edits.merge_cells,
    table_edits.insert_table,
    table_edits.delete_table,
    table_edits.leave_tables_adjacent,
    look_edits.change_looks,
    look_edits.change_style,
    look_edits.change_alignment,
    look_edits.change_list_level,
    look_edits.add_note,
    look_edits.remove_note,
    look_edits.change_note,
    look_edits.add_reference,
    look_edits.change_margin,
)
DESTRUCTIVE: tuple[Edit, ...] = (look_edits.empty, look_edits.replace_everything)
