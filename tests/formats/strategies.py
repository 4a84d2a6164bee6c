"""Hostile words, and runs of inlines made of them, for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from clausekit.model import DefinedTerm, Emphasis, Footnote, Inline, Strong, Text, Value

SNIPPETS = (
    "<script>alert(1)</script>", "</style>", "<!--", "]]>", "&amp;", "&#42;", "&", "copy;", '"', "'", "`",
    "```", "*", "**", "_", "__", "~~", "|", "\\", "[", "]", "(x)", "](x)", "[^1]", "[^1]: ", "![", "!", "#",
    "# ", "1.", "1) ", "- ", "+ ", "> ", "---", "===", ":", ": ", "$x$", "\n", "\n\n", "    ", "\t", "\u00a0",
    "a", "9", "£", "“", "www.example.org", "http://example.org", "<http://example.org>", "{{ x }}",
)  # fmt: skip

words = st.lists(
    st.sampled_from(SNIPPETS) | st.text(st.characters(exclude_categories=("Cc", "Cs", "Co")), max_size=4),
    max_size=6,
).map("".join)
"""Words as a value may have them: anything but control and private-use characters."""

leaves: st.SearchStrategy[Inline] = st.builds(Text, words) | st.builds(Value, st.just("x.y"), words)

without_footnotes: st.SearchStrategy[Inline] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        *(st.builds(node, st.lists(inner, max_size=3).map(tuple)) for node in (Strong, Emphasis))
    ),
    max_leaves=5,
)

inlines = (
    without_footnotes | st.builds(Footnote, st.tuples(leaves)) | st.builds(DefinedTerm, st.tuples(leaves))
)

runs = st.lists(inlines, max_size=5).map(tuple)
