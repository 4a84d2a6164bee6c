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


def tokens(text: str) -> list[Token]:
    """Return the text as a flat list of markdown-it's tokens.

    All that the subset leaves out (HTML, code, links ...) is read as plain text, where ``inlines`` finds it.
    """
    return _markdown().parse(text, {})


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero")
    markdown.options["maxNesting"] = 40
    for plugin in (deflist_plugin, _footnotes, _signatures):
        markdown.use(plugin)
    markdown.inline.ruler.before("escape", "anchor", _anchor)
    markdown.inline.ruler.before("escape", "reference", _reference)
    plugins = ["deflist", "footnote_def", "footnote_ref", "container_signature", "anchor", "reference"]
    # text_join would hide which signs were written with a backslash, and so are meant as they stand
    return markdown.enable([*_BLOCKS, *_INLINES, *plugins, "balance_pairs", "fragments_join"]).disable(
        "text_join"
    )


def _footnotes(markdown: MarkdownIt) -> None:
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)


def _signatures(markdown: MarkdownIt) -> None:
    container_plugin(markdown, "signature", validate=lambda words, _: words.strip() == "signature")


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
