"""Paragraphs that ran together: headings glued to the sentence after them, numbers lost in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clausekit.pages import Run
from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.typed_numbers import TypedNumber, typed_number
from clausekit.texts.openings import has_ended, refers_on
from clausekit.texts.shapes import Paragraph, Shape

_BEGINS_SENTENCE = pattern(
    r"\s(?=(?:The|Each|This|If|Where|Subject|Any|No|In|All|Nothing|Neither|It|When|For|Except|A|An|Unless|These|"
    r"Without|On|At|Both|Every|Save)\s)"
)
_VERB = pattern(r"\b(?:shall|must|may|will|is|are|has|have|means|includes?|applies|apply)\b")
_CAPITALS = pattern(r"(?P<title>[A-Z][A-Z’'&,/() -]{3,80}(?<! )[A-Z)])\s(?=[A-Z][a-z]+\s|A\s)")
_HEADED = pattern(
    r"(?P<title>[A-Z][^\W\d_][^.:;\d]{2,80})[.:]?[ ]"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})?\.1)\.?[ \t](?=[A-Z][a-z]*[ ])"
)
"""A heading without its number, glued to the clauses below it: "POOLED FUND. 8.1 The Council shall"."""
_LONGEST_TITLE = 80
_LONGEST_NAME = 8
"""A heading that a stop ends has fewer blanks."""
_LAST_LETTER = 26
_FEWEST_WORDS = 4
"""A paragraph with fewer is none, but a name in a list: "1. Dr. A. Smith 2. Ms. B. Jones"."""
_GLUED = "A heading and a sentence ran together here; they were parted where the sentence seems to begin."


def parted(shapes: Iterable[Shape], titles: Sequence[str]) -> Iterator[Shape]:
    """Yield shapes with those paragraphs parted that ran together.

    ``titles`` are the headings in the table of contents: where one of them begins a paragraph, it ends it.
    """
    known = {title.casefold() for title in titles}
    above: tuple[int, ...] = ()
    for shape in shapes:
        if isinstance(shape, Paragraph) and not shape.contents and len(shape.runs) == 1:
            for piece in _at_numbers(shape, above):
                number = typed_number(piece.text)
                above = number.path if number and number.path else above
                yield from _heading_and_sentence(piece, known)
        else:
            yield shape


def _at_numbers(paragraph: Paragraph, above: tuple[int, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs of one in which the next number, or the first below, stands after a sentence.

    ``above`` is the number of the clause to which an item belongs.
    """
    headed = _HEADED.match(paragraph.text)
    if headed and (reads_as_title(headed["title"]) or _is_title_with_stop(paragraph.text, headed)):
        yield replace(paragraph, runs=(Run(headed["title"]),), doubt=_GLUED)
        rest = paragraph.text[headed.end() :]
        paragraph = replace(paragraph, runs=(Run(f"{headed['number']}\t{rest}"),), rank=0)
    while (at := _next_number(paragraph.text, above)) is not None:
        text = paragraph.text
        yield replace(paragraph, runs=(Run(text[:at]),))
        label, _, rest = text[at + 1 :].partition(" ")
        paragraph = replace(paragraph, runs=(Run(f"{label}\t{rest}"),), rank=0)
    yield paragraph


def _is_title_with_stop(text: str, headed: re.Match[str]) -> bool:
    """Tell whether a stop ends words that say nothing: "Termination of the scheme. 9.2.1 The ..."."""
    title = headed["title"]
    return text[len(title)] == "." and title.count(" ") < _LONGEST_NAME and not _VERB.search(title)


def _next_number(text: str, above: tuple[int, ...]) -> int | None:
    """Return where in a numbered paragraph the number stands that comes next, if it begins another."""
    number = typed_number(text)
    path = number.path or above if number else ()
    if number is not None and number.shape == "()":
        return _next_item(text, number) or _next_below(text, number, path)
    return _next_below(text, number, path) if number is not None else None


def _next_item(text: str, number: TypedNumber) -> int | None:
    """Return where in an item, "(b)", the next one stands after its end: "(c)"."""
    counts = [count for kind, count in number.readings if kind == "letter" and count < _LAST_LETTER]
    for count in counts:
        label = f"({chr(ord('a') + count)})"
        at = text.find(f" {label} ", number.length)
        if at > 0 and has_ended(text[number.length : at]) and not refers_on(text[number.length : at]):
            return at
    return None


def _next_below(text: str, number: TypedNumber, path: tuple[int, ...]) -> int | None:
    """Return where after a decimal number, or in an item below one, the next decimal number stands."""
    if number.items or not path:
        return None
    below = [(*path, 1)] if number.path else []
    following = [*below, *((*path[: end - 1], path[end - 1] + 1) for end in range(2, len(path) + 1))]
    labels = [".".join(map(str, one)) for one in following]
    if len(path) == 1 and number.path:
        labels.append(f"{path[0] + 1}.")
    found = []
    for label in labels:
        at = text.find(f" {label} ", number.length)
        if at > 0 and _may_end(text[number.length : at], label, text[at + len(label) + 2 :]):
            found.append(at)
    return min(found, default=None)


def _may_end(words: str, label: str, rest: str) -> bool:
    """Tell whether words before a number are a whole sentence or item, or a heading below which it stands."""
    if label.endswith("."):
        return words.endswith((".", ".”", '."')) and words.count(" ") > _FEWEST_WORDS and rest[:1].isupper()
    if words.endswith("."):
        return rest[:1].isupper()
    return has_ended(words) or (label.endswith(".1") and reads_as_title(words))


def _heading_and_sentence(paragraph: Paragraph, known: set[str]) -> Iterator[Paragraph]:
    """Yield a paragraph, or the heading and the sentence of which it consists."""
    number = typed_number(paragraph.text)
    if number is None or len(number.path) != 1 or paragraph.rank:
        yield paragraph
        return
    words = paragraph.text[number.length :]
    at = _end_of_title(words, known)
    if not at:
        yield paragraph
        return
    yield replace(paragraph, runs=(Run(paragraph.text[: number.length + at]),), doubt=_GLUED)
    yield replace(paragraph, runs=(Run(words[at:].lstrip()),), indent=0)


def _end_of_title(words: str, known: set[str]) -> int:
    """Return the length of a heading that a sentence follows, 0 if there is none."""
    capitals = _CAPITALS.match(words)
    if capitals:
        return capitals.end("title")
    for begin in _BEGINS_SENTENCE.finditer(words[: _LONGEST_TITLE + 20]):
        title, rest = words[: begin.start()], words[begin.end() :]
        if title.casefold() in known:
            return len(title)
        if (
            len(title) <= _LONGEST_TITLE
            and reads_as_title(title)
            and _VERB.search(rest)
            and rest.endswith((".", ":", ";"))
        ):
            return len(title)
    return 0
