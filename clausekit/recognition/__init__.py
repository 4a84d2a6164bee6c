"""What a paragraph is, from its words and its place: a number, a heading, a definition, a signature.

It is the same for a paragraph of a Word file and for one of a plain text, and knows nothing of either.
"""
