"""Pairs of agreements of about 40 pages with edits planted in them, and the fewest words to be marked.

The agreement is the body of an example; the edits are those of a year: words and sentences, a clause put in,
another moved, rows and cells. Numbers and references follow, as Word would have them.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from benchmarks.whole_process import COMMAND, MATTER, ROOT, without_schedules
from clausekit.formats.docx.attachment_trees import PARAGRAPH_PROPERTIES, child, remove, unwrap, w
from clausekit.formats.docx.package import pack
from clausekit.formats.docx.reader import read
from clausekit.formats.docx.xml import W, run
from clausekit.reading import Passage
from tests.docx.redline.noise import fewest_words
from tests.docx.word_files import parts, words

BODY = "word/document.xml"
_CONTENTS = ("toc1", "toc2", "tocheading")
_PLANT = "planted"


@dataclass(frozen=True)
class Planted:
    """An old and a new agreement; ``fewest`` is how many words have to be marked, moves not counted."""

    old: bytes
    new: bytes
    fewest: int


class Agreement:
    """A Word file whose body is to be edited; each paragraph is known by a mark that is never written."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts(data)
        self.document = etree.fromstring(self.parts[BODY])
        for number, paragraph in enumerate(self.paragraphs()):
            paragraph.set(_PLANT, str(number))

    def copy(self) -> Agreement:
        """Return the same agreement, to be edited apart."""
        other = object.__new__(Agreement)
        other.parts, other.document = self.parts, deepcopy(self.document)
        return other

    def paragraphs(self) -> list[Element]:
        """Return all paragraphs of the body."""
        return list(self.document.iter(w("p")))

    def passages(self) -> Iterator[tuple[Element, Passage]]:
        """Yield the paragraphs with what is read of them: their numbers."""
        file = read(self.bytes(), "planted.docx")
        by_element = {
            elements[0]: passage
            for passage, elements in file.elements.items()
            if isinstance(passage, Passage)
        }
        for own, read_one in zip(self.paragraphs(), file.trees[BODY].iter(w("p")), strict=True):
            if read_one in by_element:
                yield own, by_element[read_one]

    def bytes(self) -> bytes:
        """Return the Word file."""
        written = deepcopy(self.document)
        etree.strip_attributes(written, _PLANT)
        return pack({**self.parts, BODY: etree.tostring(written, encoding="UTF-8", xml_declaration=True)})

    def texts(self) -> dict[str, list[str]]:
        """Return the words of each paragraph by its mark."""
        return {one.get(_PLANT, ""): words(one).split() for one in self.paragraphs()}


def forty_pages(folder: Path) -> Agreement:
    """Return the body of an example agreement as it is drafted, without its contents, with three tables."""
    matter = folder / "body.yaml"
    matter.write_bytes(MATTER.read_bytes())
    whole = folder / "whole.yaml"
    whole.write_bytes(MATTER.read_bytes())
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for file, library in ((matter, without_schedules(folder / "library")), (whole, ROOT)):
        command = [*COMMAND, "draft", str(file), "--library", str(library)]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    agreement = Agreement(matter.with_suffix(".docx").read_bytes())
    for paragraph in agreement.paragraphs():
        ends_section = next(paragraph.iter(w("sectPr")), None) is not None
        if style_of(paragraph).lower() in _CONTENTS and not ends_section:
            remove(paragraph)
    put_tables(agreement, Agreement(whole.with_suffix(".docx").read_bytes()))
    return Agreement(agreement.bytes())


def put_tables(agreement: Agreement, giver: Agreement, number: int = 3) -> None:
    """Put some large tables of another agreement between the clauses."""
    notes = w("footnoteReference")
    found = [
        table
        for table in giver.document.iter(w("tbl"))
        if len(table.findall(w("tr"))) >= 5 and next(table.iter(notes), None) is None
    ]
    clauses = agreement.document[0].findall(w("sdt"))
    for place, table in enumerate(found[-number:], start=1):
        for control in list(table.iter(w("sdt"))):
            unwrap_control(control)
        clauses[place * len(clauses) // (number + 1)].addnext(table)


def style_of(paragraph: Element) -> str:
    """Return the id of a paragraph's style."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


def unwrap_control(control: Element) -> None:
    """Leave the content of a control in its place."""
    for part in list(control):
        if part.tag == w("sdtContent"):
            unwrap(part)
        else:
            control.remove(part)
    unwrap(control)


# planting


def plant(base: Agreement, *, typed: bool, seed: int = 4) -> Planted:
    """Return the agreement before and after a year's edits, with Word's numbers or with typed ones."""
    old, new = base.copy(), base.copy()
    chance = random.Random(seed)
    _edit_words(new, chance)
    _edit_tables(new, chance)
    _insert_clause(new, chance)
    _move_clause(new)
    _follow(old, new)
    if typed:
        for one in (old, new):
            _type_numbers(one)
    before, after = old.texts(), new.texts()
    marks = dict.fromkeys((*before, *after))
    fewest = sum(fewest_words(before.get(mark, ()), after.get(mark, ())) for mark in marks)
    return Planted(old.bytes(), new.bytes(), fewest)


def _edit_words(agreement: Agreement, chance: random.Random) -> None:
    """Replace words, add sentences, delete stretches of words, in paragraphs of their own."""
    long = [
        text
        for text in agreement.document.iter(w("t"))
        if len((text.text or "").split()) > 12 and next(text.iterancestors(w("tbl")), None) is None
    ]
    chosen = chance.sample(long, 24)
    for text in chosen[:12]:
        had = (text.text or "").split(" ")
        had[chance.randrange(3, 9)] = f"otherwise{chance.randrange(100)}"
        text.text = " ".join(had)
    for text in chosen[12:18]:
        text.text = f"{(text.text or '').rstrip()} {_sentence(chance)} "
    for text in chosen[18:]:
        had = (text.text or "").split(" ")
        start = chance.randrange(1, 4)
        del had[start : start + chance.randrange(3, 8)]
        text.text = " ".join(had)


def _sentence(chance: random.Random) -> str:
    subject = chance.choice(("Each Partner", "The Host Partner", "The Board"))
    return (
        f"{subject} shall by {chance.randrange(1, 28)} April tell the auditors in writing what it has done."
    )


def _edit_tables(agreement: Agreement, chance: random.Random) -> None:
    """Put a row in, take another out, change three cells."""
    first, second, third = list(agreement.document.iter(w("tbl")))[-3:]
    copied = first.findall(w("tr"))[2]
    row = deepcopy(copied)
    for paragraph in row.iter(w("p")):
        _write(paragraph, f"added{chance.randrange(100)}")
        del paragraph.attrib[_PLANT]
        paragraph.set(_PLANT, f"row{id(paragraph)}")
    copied.addnext(row)
    remove(second.findall(w("tr"))[3])
    for place, row in enumerate(third.findall(w("tr"))[1:4]):
        cell = row.findall(w("tc"))[place % 2 + 1]
        _write(next(cell.iter(w("p"))), f"changed{chance.randrange(100)}")


def _write(paragraph: Element, text: str) -> None:
    for part in list(paragraph):
        if part.tag != w("pPr"):
            paragraph.remove(part)
    paragraph.extend(_runs(text))


def _runs(text: str) -> list[Element]:
    return list(etree.fromstring(f'<x xmlns:w="{W}">{run(text)}</x>'))


def _clauses(agreement: Agreement) -> list[Element]:
    return [
        control
        for control in agreement.document[0].findall(w("sdt"))
        if style_of(next(control.iter(w("p")))) == "Heading1"
    ]


def _insert_clause(agreement: Agreement, chance: random.Random) -> None:
    clauses = _clauses(agreement)
    clause = deepcopy(clauses[len(clauses) // 2])
    paragraphs = list(clause.iter(w("p")))
    for paragraph in paragraphs[4:]:
        remove(paragraph)
    for number, paragraph in enumerate(paragraphs[:4]):
        paragraph.set(_PLANT, f"clause{number}")
        _write(paragraph, f"Audit{chance.randrange(9)}" if number == 0 else _sentence(chance))
    next(clause.iter(w("tag"))).set(w("val"), "clause:audit/yearly@1.0.0#00000000")
    next(clause.iter(w("id"))).set(w("val"), "999001")
    clauses[len(clauses) // 2].addprevious(clause)


def _move_clause(agreement: Agreement) -> None:
    clauses = _clauses(agreement)
    clauses[-4].addnext(clauses[9])


# what follows


def _follow(old: Agreement, new: Agreement) -> None:
    """Let the references of the new agreement print its numbers."""
    was = {name: passage for _, passage in old.passages() for name in passage.bookmarks}
    now = {name: passage for _, passage in new.passages() for name in passage.bookmarks}
    for code, shown in _references(new.document):
        name = code.split()[1]
        before, after = was.get(name), now.get(name)
        if before is None or after is None:
            continue
        if shown.text == before.number:
            shown.text = after.number
        elif shown.text == before.label:
            shown.text = after.label


def _references(document: Element) -> Iterator[tuple[str, Element]]:
    """Yield the code of each reference and the text that it shows."""
    for code in document.iter(w("instrText")):
        if (code.text or "").split()[:1] == ["REF"]:
            later = next(code.iterancestors(w("r"))).itersiblings(w("r"))
            yield code.text or "", next(found for one in later for found in one.iter(w("t")))


def _type_numbers(agreement: Agreement) -> None:
    """Turn Word's numbers and references into typed ones, and leave no controls: a file without keys."""
    for paragraph, passage in list(agreement.passages()):
        if passage.label and not passage.typed:
            properties = child(paragraph, "pPr")
            number = child(properties, "numPr", PARAGRAPH_PROPERTIES)
            number[:] = list(etree.fromstring(f'<x xmlns:w="{W}"><w:numId w:val="0"/></x>'))
            properties.addnext(_runs(f"{passage.label}\t")[0])
    for control in list(agreement.document.iter(w("sdt"))):
        unwrap_control(control)
    for code in list(agreement.document.iter(w("instrText"))):
        if (code.text or "").split()[:1] == ["REF"]:
            remove(next(code.iterancestors(w("r"))))
    for mark in list(agreement.document.iter(w("fldChar"), w("bookmarkStart"), w("bookmarkEnd"))):
        remove(mark if mark.tag != w("fldChar") else next(mark.iterancestors(w("r"))))


# others


def many(base: Agreement, times: int) -> Agreement:
    """Return an agreement as long as so many, each with words of its own."""
    whole = base.copy()
    body = whole.document[0]
    section = body[-1]
    vocabulary = sorted({word for text in body.iter(w("t")) for word in (text.text or "").split()})
    blocks = [block for block in body if block is not section]
    for number in range(1, times):
        chance = random.Random(number)
        for block in blocks:
            section.addprevious(_varied(block, number, vocabulary, chance))
    return Agreement(whole.bytes())


def _varied(block: Element, number: int, vocabulary: list[str], chance: random.Random) -> Element:
    copied = deepcopy(block)
    for text in copied.iter(w("t")):
        had = (text.text or "").split(" ")
        text.text = " ".join(
            chance.choice(vocabulary) if one and chance.random() < 0.15 else one for one in had
        )
    for element in copied.iter(w("bookmarkStart"), w("bookmarkEnd"), w("id")):
        for name in (w("id"), w("val")):
            if element.get(name, "").isdigit():
                element.set(name, str(int(element.get(name, "")) + number * 100_000))
        if element.get(w("name")):
            element.set(w("name"), f"{element.get(w('name'))}_{number}")
    for code in copied.iter(w("instrText")):
        code.text = re.sub(r"(?<=REF )(\S+)", rf"\1_{number}", code.text or "")
    for section in list(copied.iter(w("sectPr"))):
        remove(section)
    return copied


def unrelated(base: Agreement) -> Agreement:
    """Return an agreement of the same length and vocabulary that shares no sentence with it."""
    other = base.copy()
    chance = random.Random(7)
    vocabulary = sorted({word for text in other.document.iter(w("t")) for word in (text.text or "").split()})
    for text in other.document.iter(w("t")):
        text.text = " ".join(chance.choices(vocabulary, k=len((text.text or "").split())))
    return other
