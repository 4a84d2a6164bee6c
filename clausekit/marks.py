"""Signs in rendered text: which words are values, and from which line of the clause file each line came.

They are private-use characters, which neither files nor values may contain. A value is a number between
``VALUE_OPEN`` and ``VALUE_CLOSE``, its place in the list of what was filled in; so the text, and the way it
is read, do not depend on what the values say.
"""

from __future__ import annotations

VALUE_OPEN = "\ue000"
VALUE_CLOSE = "\ue001"
LINE_OPEN = "\ue002"
LINE_CLOSE = "\ue003"


def value_mark(index: int) -> str:
    """Return the sign for the value with that place in the list of values."""
    return f"{VALUE_OPEN}{index}{VALUE_CLOSE}"


def line_mark(line: int) -> str:
    """Return the sign that begins a line which came from that line of the file."""
    return f"{LINE_OPEN}{line}{LINE_CLOSE}"
