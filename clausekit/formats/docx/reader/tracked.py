"""The tracked changes and the comments that stand in a file (ISO/IEC 29500-1, 17.13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader.characters import PARAGRAPH_PROPERTIES, RUN, characters
from clausekit.formats.docx.reader.opening import Package
from clausekit.formats.docx.reader.spans import REVISIONS, revision
from clausekit.reading import PARAGRAPH_MARK, Comment, Passage, Revision, Tracked

_PARAGRAPH, _ROW, _CELL = w("p"), w("tr"), w("tc")
_ROW_PROPERTIES = w("trPr")
_FORMATS = frozenset((w("rPrChange"), w("pPrChange")))
_CHANGES = (*REVISIONS, *_FORMATS)
_START, _END, _REFERENCE = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
_ID = w("id")
_MARKED = frozenset((w("rPr"), w("trPr")))
_LONGEST_ANCHOR = 1_000
"""How many runs a comment is about at most."""

_COMMENTED_ON = (_START, _END, _REFERENCE, RUN)


@dataclass(slots=True, eq=False)
class Change:
    """A tracked change: the elements that state it, one after the other, its words, its paragraph."""

    revision: Revision
    elements: list[Element]
    text: str
    paragraph: Element | None


@dataclass(slots=True, eq=False)
class Remark:
    """A comment: the words that it is anchored to, the changes that these are in, its paragraph."""

    text: list[str] = field(default_factory=list)
    changes: set[Element] = field(default_factory=set)
    paragraph: Element | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """What others wrote into a file, taken down before anything is accepted or rejected."""

    changes: Sequence[Change]
    remarks: Mapping[str, Remark]
    notes: Mapping[str, Element]

    def __bool__(self) -> bool:
        return bool(self.changes or self.remarks)

    def comments(self, passages: Mapping[Element, Passage]) -> Mapping[str, Comment]:
        """Return the comments by id, each with the passage of its paragraph, if that is still there."""
        return {
            identity: Comment(
                self.notes[identity].get(w("author"), ""),
                self.notes[identity].get(w("date"), ""),
                "\n".join(_words(paragraph) for paragraph in self.notes[identity].iter(_PARAGRAPH)),
                "".join(remark.text),
                None if remark.paragraph is None else passages.get(remark.paragraph),
            )
            for identity, remark in self.remarks.items()
            if identity in self.notes
        }

    def tracked(
        self, passages: Mapping[Element, Passage], comments: Mapping[str, Comment]
    ) -> tuple[Tracked, ...]:
        """Return the tracked changes, in order."""
        about: dict[Element, list[str]] = {}
        for identity in comments:
            for element in self.remarks[identity].changes:
                about.setdefault(element, []).append(identity)
        return tuple(
            Tracked(
                change.revision,
                change.text,
                None if change.paragraph is None else passages.get(change.paragraph),
                tuple(
                    comments[identity]
                    for identity in dict.fromkeys(
                        identity for element in change.elements for identity in about.get(element, ())
                    )
                ),
            )
            for change in self.changes
        )


def annotations_of(package: Package) -> Annotations:
    """Return the tracked changes and comments of a package."""
    stories = package.stories
    comments = package.of_kind("comments")
    notes = {} if comments is None else {one.get(_ID, ""): one for one in comments.iterchildren(w("comment"))}
    changes = [change for story in stories for change in _changes(story)]
    remarks: dict[str, Remark] = {}
    if notes:
        for story in stories:
            _see_remarks(story, remarks)
    return Annotations(changes, remarks, notes)


def _changes(story: Element) -> Iterator[Change]:
    """Yield the changes of a story; what stands side by side and is alike is one change."""
    last: Change | None = None
    row: tuple[Element, Change] | None = None
    for element in story.iter(*_CHANGES):
        change = _change(element)
        if row is not None and row[1].revision == change.revision and row[0] in element.iterancestors(_ROW):
            row[1].elements.append(element)
            continue
        if _is_of_row(element):
            row = next(element.iterancestors(_ROW)), change
        if last is not None and _goes_on(last, change):
            last.elements += change.elements
            last.text += change.text
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _change(element: Element) -> Change:
    kind = REVISIONS.get(element.tag, "formatted")
    parent = element.getparent()
    owner = element
    text = ""
    if parent is not None and parent.tag in _MARKED:
        owner_of_mark = parent.getparent()
        owner = parent if owner_of_mark is None else owner_of_mark
        if owner.tag == PARAGRAPH_PROPERTIES and element.tag not in _FORMATS:
            text = PARAGRAPH_MARK
        elif owner.tag == RUN:
            text = _words(owner)
        elif owner.tag == _ROW:
            text = " | ".join(map(_words, owner.iterchildren(_CELL)))
            return Change(revision(kind, element), [element], text, next(owner.iter(_PARAGRAPH), None))
    elif parent is not None and element.tag in _FORMATS:
        text = _words(_paragraph_of(element))
    else:
        text = _words(element)
    return Change(revision(kind, element), [element], text, _paragraph_of(owner))


def _is_of_row(element: Element) -> bool:
    """Tell whether a change puts in a whole row or takes it out; what is in it goes with it."""
    parent = element.getparent()
    return parent is not None and parent.tag == _ROW_PROPERTIES and element.tag not in _FORMATS


def _goes_on(last: Change, change: Change) -> bool:
    """Tell whether a change follows directly on another that is alike."""
    if last.revision != change.revision or PARAGRAPH_MARK in (last.text, change.text):
        return False
    return _place(change.elements[0]).getprevious() is _place(last.elements[-1])


def _place(element: Element) -> Element:
    """Return what a change is about: itself, or the run that has the properties in which it stands."""
    if element.tag in _FORMATS:
        run = next(element.iterancestors(RUN), None)
        return element if run is None else run
    return element


def _see_remarks(story: Element, remarks: dict[str, Remark]) -> None:
    """Take down the words of a story that comments are anchored to, as far as anyone reads them."""
    around: dict[str, Remark] = {}
    for element in story.iter(*_COMMENTED_ON):
        identity = element.get(_ID, "")
        if element.tag == RUN:
            if around:
                words, changes = _words(element), list(element.iterancestors(*REVISIONS))
            for name, remark in list(around.items()):
                remark.text.append(words)
                remark.changes.update(changes)
                if len(remark.text) >= _LONGEST_ANCHOR:
                    del around[name]
        elif element.tag == _END:
            around.pop(identity, None)
        else:
            remark = remarks.setdefault(identity, Remark())
            if remark.paragraph is None:
                remark.paragraph = _paragraph_of(element)
            if element.tag == _START:
                around[identity] = remark


def _paragraph_of(element: Element | None) -> Element | None:
    return None if element is None else next(element.iterancestors(_PARAGRAPH), None)


def _words(element: Element | None) -> str:
    """Return the characters in an element, whether they were inserted or deleted."""
    if element is None:
        return ""
    runs = [element] if element.tag == RUN else element.iter(RUN)
    return "".join(characters(child) or "" for run in runs for child in run)
