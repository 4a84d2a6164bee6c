"""Paragraphs from printed lines: which lines the width of a page broke, and which begin anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.signatures import (
    asks_to_fill_in,
    ends_in_filler,
    is_filler,
    is_sealed,
    is_signature,
    leads_to_signature,
    testifies,
)
from clausekit.texts.counts import Counts
from clausekit.texts.openings import Label, goes_on, has_ended, is_bullet, label_of, opens, refers_on
from clausekit.texts.printed import Printed, by_page, right_margin
from clausekit.texts.shapes import Paragraph, plain

_FULL = 0.85
"""A line is full if the next word would have ended beyond this share of the width of the page."""
_HALF = 0.55
"""Of a sentence that goes on with a small letter, a line of this share of the width is enough."""
_NARROWEST = 0.75
"""A page is at least so wide, as a share of all: short lines may be all that a page has."""
_FEW = 15
"""A page with fewer lines does not tell its width."""
_FIELD = pattern(r"[A-Z][A-Za-z /&]{1,30}:\s")
"""A line of a cover sheet: "Provider: Dale Hospice"."""
_BY_ITSELF = pattern(r"(?:and|or|between|-and-|-between-)")
_BLANKS = pattern(r"(?<=\S) {2,}(?=\S)")
_STRETCHED = 0.05
_LONGEST_WORD = 40
_FEWEST = 3
_PARTY = pattern(r"\(\d\)\s+[A-Z]")
"""How a party begins, whose name and address may be set in lines that are short of the width of the page."""
_INITIAL = pattern(r"[A-Z]\.")
"""The number of a list, or what a name begins with: "E. Sodders"."""
_NAME_BROKEN = pattern(r"[a-z,] (?:the )?[A-Z][a-z]+$")
_REST_OF_LAW = pattern(
    r"[A-Z][a-z]+(?: (?:and|of|in|for|to|the|\(?[A-Z][\w’']*\)?)){0,8} (?:Act|Regulations|Order) \d{4}\b"
)
_SEALS_BY = pattern(r"\b(?:affixing|by|of|under|the)$", re.IGNORECASE)
_REST_OF_LEAD = pattern(
    r"(?:was|is|were) (?:\w+ )?affixed\b|in the presence of|acting by|by (?:the )?affixing"
    r"|(?:under )?the (?:common |corporate )?seal of\b",
    re.IGNORECASE,
)
_SMALL_END = pattern(r" (?:this|about|over|for|from|by|of|at|with|under|than|every|per)$")
_UNDERLINE = pattern(r"={3,}|-{3,}")
_LEADS = frozenset(("WHEREAS", "RECITALS", "BACKGROUND", "BETWEEN", "PARTIES", "THE PARTIES", "AGREED TERMS"))
_UNSURE_NUMBER = "The number stands elsewhere on the page; it was put before the words that it fits best."
_WORD = pattern(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BROKEN = pattern(r"(?P<first>[A-Za-z]+)[-\u00ad]$")

_TITLED = pattern(r"(?:Appendix|Annexe?|Schedule) (?:\d{1,2}[a-z]?|[A-Z])[ ]?[–—:-][ ]?[A-Z][^.;:,()]{2,60}")
"""A line that is the label of a division with its title: "Appendix 4 – Secure data sharing"."""


def joined(lines: Sequence[Printed]) -> list[Paragraph]:
    """Return the paragraphs among lines."""
    return list(_Joiner(lines).paragraphs(lines))


class _Joiner:
    """Joins lines, knowing the widths of their pages, and the words that they use."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._width = right_margin(lines)
        least = self._width * _NARROWEST
        pages = (own for own in by_page(lines) if len(own) > _FEW)
        self._widths = {own[0].page: max(right_margin(own), least) for own in pages}
        self._vocabulary = _vocabulary(lines)
        self._hanging = _hangs(lines)
        self._justified = _is_justified(lines)
        self._counts = Counts()

    def paragraphs(self, lines: Sequence[Printed]) -> Iterator[Paragraph]:
        """Yield the paragraphs; a number at the beginning is parted from the words by a tab."""
        group: list[Printed] = []
        hang = 0
        underlined = list(_with_underlines(lines))
        followers = [*(line for line, _ in underlined[1:]), None]
        for (line, underline), following in zip(underlined, followers, strict=False):
            label = self._number(line, group)
            apart = self._is_title(line, following)
            if group and (underline or self._begins(group, hang, line, label, apart)):
                yield self._paragraph(group)
                group = []
            if underline:
                self._see(label)
                yield _heading(line, underline)
                continue
            if not group:
                self._see(label)
                hang = _hang(line, label)
            group.append(line)
        if group:
            yield self._paragraph(group)

    def _see(self, label: Label | None) -> None:
        if label is not None:
            self._counts.see_label(label.typed, is_division=label.is_division)

    def _number(self, line: Printed, group: Sequence[Printed]) -> Label | None:
        """Return the number of a line, if it is one for all that the line itself and its count tell."""
        label = label_of(line.text)
        if label is None or label.gap:
            return label
        if label.is_division:
            begins = not group or line.gap or self._may_end(group[-1], line) or _is_titled(line, group[-1])
            return label if begins else None
        number = label.typed
        if number is None or not number.bare:
            return label
        counts_things = label.rest[:1].islower() and bool(group) and not has_ended(group[-1].text)
        return label if self._counts.follows(number) and not counts_things else None

    def _may_end(self, before: Printed, line: Printed) -> bool:
        return has_ended(before.text) or _is_heading(before) or not self._is_full(before, line)

    # where a paragraph begins

    def _begins(
        self, group: Sequence[Printed], hang: int, line: Printed, label: Label | None, is_title: bool
    ) -> bool:
        before = group[-1]
        if is_filler(line.text) and asks_to_fill_in(before.text):
            return False
        if leads_to_signature(group[0].text) and _goes_on_signing(before, line):
            return False
        if "\t" in line.text or is_bullet(line.text) or is_signature(before.text) or _signs(line.text):
            return True
        if self._hanging and hang > group[0].indent and line.indent < hang - 1 and not label:
            return True
        if label is not None:
            return self._number_begins(group, hang, line, label)
        if _leads(line.text) or (_FIELD.match(before.text) and _FIELD.match(line.text)):
            return True
        if leads_to_signature(group[0].text) and before.text.isupper() and line.text.isupper():
            return False
        if _PARTY.match(group[0].text) and _hangs_at(group, hang, line) and not has_ended(before.text):
            return line.gap
        if refers_on(before.text) and not line.gap and not line.text[0].isalpha():
            return False
        small = line.text[0].islower() or line.text[0] in ",;.)" or _goes_on_with_figure(line.text)
        if line.gap:
            return not self._goes_on_after_gap(before, line, small)
        if has_ended(before.text):
            opening = opens(line.text) or testifies(line.text)
            return not small and (opening or is_title or not self._is_full(before, line))
        if _BY_ITSELF.fullmatch(before.text) or _BY_ITSELF.fullmatch(line.text):
            return not self._is_full(before, line)
        if goes_on(before.text) or _breaks_law(before.text, line.text):
            return False
        if _fills_its_cell(group, line):
            return False
        return not self._is_full(before, line, _HALF if small else _FULL)

    def _number_begins(self, group: Sequence[Printed], hang: int, line: Printed, label: Label) -> bool:
        """Tell whether a number begins a paragraph; it may stand in a sentence: "under clause", "7.3"."""
        before = group[-1]
        above = label_of(before.text)
        if has_ended(before.text) or (above is not None and above.is_division):
            return True
        if self._is_title_in_small_words(group, label):
            return True
        if refers_on(before.text) and not (line.gap and label.rest[:1].isupper()):
            return False
        if label.is_division and _is_titled(line, before):
            return True
        number = label.typed
        if number is not None and number.path and not line.gap and not _is_heading(before):
            return self._counts.follows(number) and not _hangs_at(group, hang, line)
        if line.gap or self._may_end(before, line):
            return True
        return number is not None and self._counts.follows(number) and not _hangs_at(group, hang, line)

    def _is_title_in_small_words(self, group: Sequence[Printed], label: Label) -> bool:
        """Tell whether a short line is the title of the clause that follows, though its end seems to ask for
        more: "Why we are doing this" before "4. Homes are cold." """
        words = group[0].text
        number = label.typed
        return (
            len(group) == 1
            and words[0].isupper()
            and _SMALL_END.search(words) is not None
            and group[0].end < self._widths.get(group[0].page, self._width) * _HALF
            and label_of(words) is None
            and number is not None
            and len(number.path) == 1
            and label.text.endswith(".")
            and label.rest[:1].isupper()
            and self._counts.follows(number)
        )

    def _goes_on_after_gap(self, before: Printed, line: Printed, small: bool) -> bool:
        """Tell whether a sentence goes on after an empty line: over the turn of a page, or in a full line."""
        if has_ended(before.text) or opens(line.text):
            return False
        if ends_in_filler(before.text) or leads_to_signature(before.text):
            return False
        if small:
            return line.turned or self._is_full(before, line)
        return line.turned and self._is_full(before, line)

    def _is_title(self, line: Printed, following: Printed | None) -> bool:
        """Tell whether a line is a heading without a number: by its capitals, or short before a number."""
        width = self._widths.get(line.page, self._width)
        if has_ended(line.text) or line.end >= width * _FULL:
            return False
        numbered = following is not None and label_of(following.text) is not None
        return reads_as_title(line.text) or (numbered and line.end < width * _HALF)

    def _is_full(self, before: Printed, line: Printed, share: float = _FULL) -> bool:
        width = self._widths.get(before.page, self._width)
        return before.end + 1 + len(line.text.partition(" ")[0]) >= width * share

    # what it says

    def _paragraph(self, group: Sequence[Printed]) -> Paragraph:
        pieces = [_labelled(group[0].text)]
        for line in group[1:]:
            pieces[-1], more = self._mended(pieces[-1], line.text)
            pieces.append(more)
        words = "".join(pieces)
        found = plain(_BLANKS.sub(" ", words) if self._justified else words, group[0])
        found.doubt = _UNSURE_NUMBER if group[0].unsure else ""
        return found

    def _mended(self, before: str, more: str) -> tuple[str, str]:
        """Return two lines as they are put together: with a blank between them, unless a word was broken."""
        if before.endswith("/"):
            return before, more
        broken, rest = _BROKEN.search(before[-_LONGEST_WORD:]), _WORD.match(more)
        if broken is None or rest is None:
            return f"{before} ", more
        if not more[0].islower() or self._is_compound(broken["first"], rest[0]):
            return f"{before[:-1]}-", more
        return before[:-1], more

    def _is_compound(self, first: str, second: str) -> bool:
        """Tell whether a hyphen at the end of a line belongs to the word: "cost-effective"."""
        one, other = first.lower(), second.lower()
        if f"{one}{other}" in self._vocabulary:
            return False
        return f"{one}-{other}" in self._vocabulary or {one, other} <= self._vocabulary


def _fills_its_cell(group: Sequence[Printed], line: Printed) -> bool:
    """Tell whether a line was broken for want of room in a narrow cell: its next word made it the longest."""
    longest = max((one.end for one in group[:-1]), default=0)
    return len(group) > 1 and group[-1].end <= longest < group[-1].end + 1 + len(line.text.partition(" ")[0])


def _is_titled(line: Printed, before: Printed) -> bool:
    """Tell whether a line is the label of a division with its title, after which no sentence goes on."""
    return _TITLED.fullmatch(line.text) is not None and not (goes_on(before.text) or refers_on(before.text))


def _breaks_law(before: str, text: str) -> bool:
    """Tell whether a line ends within the title of a law: "under the Local", "Government Act 1972"."""
    return _REST_OF_LAW.match(text) is not None and _NAME_BROKEN.search(before[-_LONGEST_WORD:]) is not None


def _is_heading(line: Printed) -> bool:
    """Tell whether a line reads as a heading, with a number or without."""
    label = label_of(line.text)
    return reads_as_title(label.rest if label else line.text)


def _leads(text: str) -> bool:
    """Tell whether a line in capitals leads to what stands below it: "PARTIES:", "IT IS AGREED:"."""
    return text.isupper() and (text.endswith(":") or text in _LEADS)


def _signs(text: str) -> bool:
    """Tell whether a line begins a block of signatures, or is one to be filled in."""
    return text[0].isupper() and (leads_to_signature(text) or is_signature(text))


def _goes_on_signing(before: Printed, line: Printed) -> bool:
    """Tell whether a line goes on saying for whom it is signed: "Executed as a deed by affixing", "the common
    seal of"."""
    if line.gap or is_signature(line.text):
        return False
    sealed = is_sealed(line.text) and _SEALS_BY.search(before.text) is not None
    return sealed or (line.text[0].islower() and _REST_OF_LEAD.match(line.text) is not None)


def _goes_on_with_figure(text: str) -> bool:
    """Tell whether a line begins with a figure that is no number of a clause, nor a term: "12 months"."""
    return text[0].isdigit() and not opens(text)


def _is_justified(lines: Sequence[Printed]) -> bool:
    """Tell whether lines were stretched with blanks, or have so many that they are a habit and no slip."""
    stretched = sum(_BLANKS.search(line.text.partition("\t")[2] or line.text) is not None for line in lines)
    return bool(lines and lines[-1].page) or stretched > _STRETCHED * len(lines)


def _vocabulary(lines: Sequence[Printed]) -> set[str]:
    """Return the words of lines, without the pieces of those that the end of a line may have broken."""
    found: set[str] = set()
    broken = False
    for line in lines:
        words = _WORD.findall(line.text)
        rest = words[1:] if broken else words
        broken = _BROKEN.search(line.text[-_LONGEST_WORD:]) is not None
        found.update(word.lower() for word in (rest[:-1] if broken else rest))
    return found


def _hang(line: Printed, label: Label | None) -> int:
    """Return the column at which the words of a paragraph begin that a line begins."""
    if label is not None:
        return line.end - len(label.rest)
    if is_bullet(line.text):
        return line.end - len(line.text[1:].lstrip())
    return line.indent


def _hangs_at(group: Sequence[Printed], hang: int, line: Printed) -> bool:
    """Tell whether a line stands below the words of a numbered paragraph, and so goes on with it."""
    return line.indent > group[0].indent and line.indent == hang


def _hangs(lines: Sequence[Printed]) -> bool:
    """Tell whether the words of numbered paragraphs hang: their lines stand below each other."""
    hanging = others = 0
    for line, after in pairwise(lines):
        label = label_of(line.text)
        numbered = label is not None and label.typed is not None and not label.alone
        if (
            not (numbered or is_bullet(line.text))
            or after.gap
            or label_of(after.text)
            or is_bullet(after.text)
        ):
            continue
        if after.indent == _hang(line, label):
            hanging += 1
        else:
            others += 1
    return hanging > _FEWEST and hanging > 2 * others


def _with_underlines(lines: Sequence[Printed]) -> Iterator[tuple[Printed, str]]:
    """Yield the lines, each with the line of dashes below it, if it is a heading, else ""."""
    before: Printed | None = None
    for line in lines:
        if _UNDERLINE.fullmatch(line.text) and before is not None and not line.gap:
            yield before, line.text
            before = None
            continue
        if before is not None:
            yield before, ""
        before = line
    if before is not None:
        yield before, ""


def _heading(line: Printed, underline: str) -> Paragraph:
    heading = plain(_labelled(line.text), line)
    heading.rank = 1 if underline[0] == "=" else 2
    return heading


def _labelled(text: str) -> str:
    """Return a line with a tab after its number, if more than a blank parts them, or it surely is one."""
    if is_bullet(text):
        return f"{text[0]}\t{text[1:].lstrip()}"
    label = label_of(text)
    if label is None or label.alone or "\t" in text[: len(text) - len(label.rest)]:
        return text
    sure = label.gap or (
        label.typed is not None and not label.typed.bare and not _INITIAL.fullmatch(label.text)
    )
    return f"{label.text}\t{label.rest}" if sure else text
