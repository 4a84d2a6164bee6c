"""Edits planted in an agreement, of which it is known how few words can be marked.

An agreement is a list of items whose numbers are computed, native or typed by hand, so that what is put in
anywhere renumbers all that follows and every reference to it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from clausekit.reading import Look, Passage, Reading, Span
from tests.comparison.marking import count_words

NOVEL = (
    *("apricot", "bramble", "cobalt", "dahlia", "ember", "fennel", "garnet", "hazel", "indigo", "juniper"),
    *("kestrel", "lichen", "marble", "nectar", "orchid", "pebble", "quartz", "russet", "saffron", "thistle"),
)
"""Words that no agreement has."""

_REFERENCE = re.compile(r"«(\d+)»")
_STEPS = re.compile(r"[^.()]+")
_FIGURE = re.compile(r"«|\d|£|[Ww]orking|month|year|day")
_LONG = 12


@dataclass(frozen=True)
class Item:
    """A paragraph: its name, its level (-1: no number), its words with «name» for references, and whether it
    heads a schedule or a part ("Schedule", "Part") or a clause."""

    name: int
    level: int
    text: str
    division: str = ""
    heading: bool = False


def items_of(reading: Reading) -> list[Item]:
    """Return the paragraphs of a reading, without its contents, tables and notes."""
    passages = [block for block in reading.body if isinstance(block, Passage) and not block.contents]
    passages = [passage for passage in passages if passage.text.strip()]
    names = {mark: name for name, passage in enumerate(passages) for mark in passage.bookmarks}
    return [
        Item(
            name,
            len(_STEPS.findall(passage.number)) - 1 if passage.number[:1].isdigit() else -1,
            "".join(_piece(passage, span, names) for span in passage.spans),
            passage.label.replace("\u00a0", " ").partition(" ")[0] if passage.heading == 1 else "",
            passage.heading > 0,
        )
        for name, passage in enumerate(passages)
    ]


def _piece(passage: Passage, span: Span, names: dict[str, int]) -> str:
    return f"«{names[span.reference]}»" if span.reference in names else passage.text[span.start : span.end]


@dataclass
class _Numbering:
    """Counts items: 1, 1.1, 1.1.1, anew in each schedule and part."""

    counts: list[int] = field(default_factory=list)
    divisions: dict[str, int] = field(default_factory=dict)
    division: str = ""

    def next(self, item: Item) -> str:
        """Return the number of an item."""
        if item.division:
            self.divisions[item.division] = self.divisions.get(item.division, 0) + 1
            number = f"{item.division} {self.divisions[item.division]}"
            if item.division == "Part":
                self.division = f"{self.division.partition(' Part ')[0]} {number}"
            else:
                self.division, self.divisions["Part"] = number, 0
            self.counts = []
            return number
        if item.level < 0:
            return ""
        self.counts = [*self.counts, *[0] * (item.level + 1)][: item.level + 1]
        self.counts[-1] += 1
        return ".".join(str(count) for count in self.counts)


def agreement(items: Sequence[Item], *, typed: bool) -> Reading:
    """Return the reading of the items, numbered."""
    numbering = _Numbering()
    numbered = [(item, numbering.next(item), numbering.division) for item in items]
    numbers = {item.name: number for item, number, _ in numbered}
    return Reading(
        tuple(_passage(item, number, division, numbers, typed=typed) for item, number, division in numbered)
    )


def _passage(item: Item, number: str, division: str, numbers: dict[int, str], *, typed: bool) -> Passage:
    prefix = f"{number}\t" if typed and number else ""
    text, spans = prefix, [Span(0, len(prefix), Look())] if prefix else []
    for index, piece in enumerate(_REFERENCE.split(item.text)):
        reference = f"_Ref{piece}" if index % 2 and not typed else ""
        printed = numbers.get(int(piece), "[gone]") if index % 2 else piece
        if printed:
            spans.append(Span(len(text), len(text) + len(printed), Look(), reference=reference))
            text += printed
    return Passage(
        text,
        tuple(spans),
        style=f"Level {item.level}",
        level=item.level if item.level >= 0 else None,
        label=number,
        number=number,
        typed=len(prefix),
        division=division,
        heading=1 if item.division else 2 * item.heading,
        bookmarks=() if typed else (f"_Ref{item.name}",),
    )


class Script:
    """Edits planted at random, each in paragraphs of its own; ``fewest`` words can be marked of them."""

    def __init__(self, items: Sequence[Item], seed: int) -> None:
        self.items = list(items)
        self.fewest = 0
        self._random = random.Random(seed)
        self._touched: set[int] = set()
        self._name = max(item.name for item in items)

    def plant(self, count: int) -> Script:
        """Plant so many edits, some of each kind."""
        kinds: list[Callable[[int], None]] = [
            *[self.replace_words] * 5,
            *[self.insert_words] * 3,
            *[self.delete_words] * 2,
            self.add_sentence,
            self.split,
            self.join,
            self.add_paragraph,
            self.delete_paragraph,
            self.move_paragraph,
            self.add_clause,
            self.move_clause,
        ]
        for _ in range(count):
            free = [
                place
                for place, item in enumerate(self.items)
                if item.name not in self._touched and count_words(item.text) >= _LONG
            ]
            place = self._random.choice(free)
            self._touched.add(self.items[place].name)
            self._random.choice(kinds)(place)
        return self

    def replace_words(self, place: int) -> None:
        """Replace up to three words by as many new ones."""
        before, words, after = self._cut(place, 3)
        self._set(place, [*before, *self._novel(len(words)), *after])
        self.fewest += len(words) + count_words(" ".join(words))

    def insert_words(self, place: int) -> None:
        """Put in up to four new words."""
        before, words, after = self._cut(place, 4)
        self._set(place, [*before, *self._novel(len(words)), *words, *after])
        self.fewest += len(words)

    def delete_words(self, place: int) -> None:
        """Take out up to three words."""
        before, words, after = self._cut(place, 3)
        self._set(place, [*before, *after])
        self.fewest += count_words(" ".join(words))

    def add_sentence(self, place: int) -> None:
        """Put a sentence at the end."""
        self._set(place, [self.items[place].text, *self._sentence(6)])

    def split(self, place: int) -> None:
        """Make two paragraphs of one."""
        words = self.items[place].text.split(" ")
        at = self._random.randrange(4, len(words) - 4)
        item = self.items[place]
        self.items[place : place + 1] = [
            replace(item, text=" ".join(words[:at])),
            Item(self._new_name(), item.level, " ".join(words[at:])),
        ]

    def join(self, place: int) -> None:
        """Make one paragraph of two."""
        pair = self.items[place : place + 2]
        if (
            len(pair) == 2
            and pair[1].name not in self._touched
            and not pair[0].heading
            and not pair[1].heading
        ):
            self._touched.add(pair[1].name)
            self.items[place : place + 2] = [replace(pair[0], text=f"{pair[0].text} {pair[1].text}")]

    def add_paragraph(self, place: int) -> None:
        """Put in a paragraph."""
        self.items.insert(
            place, Item(self._new_name(), self.items[place].level, " ".join(self._sentence(12)))
        )

    def delete_paragraph(self, place: int) -> None:
        """Take out a paragraph."""
        self.fewest += count_words(_REFERENCE.sub("1", self.items.pop(place).text))

    def move_paragraph(self, place: int) -> None:
        """Move a paragraph to anywhere."""
        item = self.items.pop(place)
        self.items.insert(self._random.randrange(len(self.items)), item)

    def add_clause(self, place: int) -> None:
        """Put in a clause before another."""
        at = self._random.choice(self._clauses())
        clause = [Item(self._new_name(), 0, f"Sundry {self._novel(1)[0].title()}", heading=True)]
        clause += [Item(self._new_name(), 1, " ".join(self._sentence(10))) for _ in range(2)]
        self.fewest += count_words(clause[0].text)
        self.items[at:at] = clause

    def move_clause(self, place: int) -> None:
        """Move a clause to before another."""
        starts = self._clauses()
        which = self._random.randrange(len(starts) - 1)
        start, end = starts[which], starts[which + 1]
        if end - start <= 2 * _LONG and not any(item.division for item in self.items[start:end]):
            clause = self.items[start:end]
            del self.items[start:end]
            at = self._random.choice(self._clauses())
            self.items[at:at] = clause

    def _clauses(self) -> list[int]:
        """Return where the clauses of the body begin."""
        body = takewhile(lambda item: not item.division, self.items)
        return [place for place, item in enumerate(body) if item.level == 0]

    def _cut(self, place: int, most: int) -> tuple[list[str], list[str], list[str]]:
        """Return the words before, the words to be edited, and those after; no figure is cut."""
        words = self.items[place].text.split(" ")
        places = [
            (start, start + length)
            for length in range(1, most + 1)
            for start in range(1, len(words) - length)
            if not any(_FIGURE.search(word) for word in words[max(start - 2, 0) : start + length + 2])
        ]
        start, end = self._random.choice(places) if places else (1, 1)
        return words[:start], words[start:end], words[end:]

    def _set(self, place: int, words: Sequence[str]) -> None:
        self.items[place] = replace(self.items[place], text=" ".join(words))

    def _novel(self, count: int) -> list[str]:
        return self._random.sample(NOVEL, count)

    def _sentence(self, count: int) -> Iterator[str]:
        words = ["The", "Council", "shall", *self._novel(count), "in", "each", "case."]
        self.fewest += len(words)
        yield from words

    def _new_name(self) -> int:
        self._name += 1
        self._touched.add(self._name)
        return self._name
