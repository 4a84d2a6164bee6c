"""The part of Markdown that clauses use, with our anchors ``[#a]`` and references ``[[a]]`` in it."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

_BLOCKS = ["blockquote", "heading", "list", "table", "paragraph"]
_INLINES = ["emphasis", "escape", "newline", "text"]

_REFERENCE = re.compile(r"\[\[([^\[\]]{0,300})\]\]")
_ANCHOR = re.compile(r"\[#([^\[\]\n]{0,100})\]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,100})\]")


def tokens(text: str) -> list[Token]:
    """Return the text as a flat list of markdown-it's tokens.

    All that the subset leaves out (HTML, code, links ...) is read as plain text, where ``inlines`` finds it.
    """
    return _markdown().parse(text, {})


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero")
    markdown.options["maxNesting"] = 40
    markdown.use(deflist_plugin)
    markdown.use(footnote_plugin, inline=False, move_to_end=False)
    markdown.use(container_plugin, "signature", validate=lambda words, _: words.strip() == "signature")
    for name, rule in (("anchor", _anchor), ("reference", _reference), ("footnote", _footnote)):
        markdown.inline.ruler.before("escape", name, rule)
    markdown.enable([*_BLOCKS, *_INLINES, "balance_pairs", "fragments_join"])
    # The plugin's marks of footnotes take a time that grows with the square of the text. text_join would hide
    # which signs were written with a backslash, and so are meant as they stand.
    return markdown.disable(["footnote_ref", "text_join"])


def _footnote(state: StateInline, silent: bool) -> bool:
    return _push(state, silent, "footnote", _FOOTNOTE.match(state.src, state.pos))


def _reference(state: StateInline, silent: bool) -> bool:
    return _push(state, silent, "reference", _REFERENCE.match(state.src, state.pos))


def _anchor(state: StateInline, silent: bool) -> bool:
    return _push(state, silent, "anchor", _ANCHOR.match(state.src, state.pos))


def _push(state: StateInline, silent: bool, kind: str, match: re.Match[str] | None) -> bool:
    if match is None:
        return False
    if not silent:
        state.push(kind, "", 0).content = match[1]
    state.pos = match.end()
    return True
