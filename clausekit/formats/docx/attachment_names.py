"""Bookmarks, what refers to them, and other names and ids of an attachment: made its own in the draft."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_fields import Field, fields
from clausekit.formats.docx.attachment_foreign import Foreign, Loss
from clausekit.formats.docx.attachment_trees import A, elements, local, r, remove, unwrap, w
from clausekit.formats.docx.package import relationships

_REVISIONS = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "cellIns",
    "cellDel", "cellMerge",
)  # fmt: skip
_RANGES = (
    "bookmark", "moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
    "customXmlMoveFromRange", "customXmlMoveToRange",
)  # fmt: skip
_LONGEST_BOOKMARK = 40
_NAMING_A_BOOKMARK = ("REF", "PAGEREF", "NOTEREF", "FTNREF", "GOTOBUTTON", "SET", "ASK")
_OF_THE_FILE = frozenset(
    {
        "AUTHOR", "COMMENTS", "CREATEDATE", "DOCPROPERTY", "DOCVARIABLE", "EDITTIME", "FILENAME", "FILESIZE",
        "INFO", "KEYWORDS", "LASTSAVEDBY", "NUMCHARS", "NUMWORDS", "PRINTDATE", "REVNUM", "SAVEDATE",
        "SUBJECT", "TEMPLATE", "TITLE",
    }
)  # fmt: skip
"""Fields that print a property of their file; in the draft they would print one of the agreement."""

_OF_ALL_TEXT = frozenset({"TOC", "TOA", "INDEX", "BIBLIOGRAPHY"})
"""Fields that gather something from all of the text; in the draft they would gather it from the agreement."""

_ADDRESS = r"(?:[^\s<>\"{}|\\^`#%]|%[0-9A-Fa-f]{2})"
_SAFE_LINK = re.compile(rf"(https?://|ftp://|mailto:|tel:){_ADDRESS}+(#{_ADDRESS}*)?", re.IGNORECASE)
_WORD = re.compile(r'"[^"]*"|\S+')
_NAME = re.compile(r"[^\W\d]\w*")

_LINKS = Loss(
    "A link of {file} to a file or a program was taken out; its words stay.",
    "{number} links of {file} to files or programs were taken out; their words stay.",
)
_DANGLING = Loss(
    "A reference of {file} leads nowhere; it is plain text now.",
    "{number} references of {file} lead nowhere; they are plain text now.",
)
_PROPERTIES = Loss(
    "A field of {file} that prints a property of its file is plain text now.",
    "{number} fields of {file} that print properties of their file are plain text now.",
)
_CONTENTS = Loss(
    "A table of contents or index of {file} stays as it is; Word no longer renews it.",
    "{number} tables of contents or indexes of {file} stay as they are; Word no longer renews them.",
)


def rename(foreign: Foreign, styles: Mapping[str, str]) -> None:
    """Rename the bookmarks of an attachment, and let all that refers to them follow.

    ``styles`` are the new names of styles by the old ones, for fields that name one. A reference or a link
    that leads nowhere, or nowhere safe, becomes plain text.
    """
    names = _rename_bookmarks(foreign)
    adopted = _Adopted(foreign, names, styles)
    for tree in foreign.stories.values():
        for field in fields(tree):
            adopted.field(field)
        for link in elements(tree, "hyperlink"):
            _follow(foreign, link, names)
    for part, tree in foreign.stories.items():
        _drop_unsafe_links(foreign, part, tree)


# bookmarks


def _rename_bookmarks(foreign: Foreign) -> dict[str, str]:
    """Rename the bookmarks, drop halves of them and second ones of a name; return new names by old ones."""
    names: dict[str, str] = {}
    for tree in foreign.stories.values():
        for start in _whole_bookmarks(tree):
            old = start.get(w("name"), "")
            if old.lower() in names:
                _drop_bookmark(tree, start)
                continue
            names[old.lower()] = _own_name(old, foreign.label)
            start.set(w("name"), names[old.lower()])
    for tree in foreign.stories.values():
        for field in fields(tree):
            if field.name in ("SET", "ASK") and len(field.words) > 1:
                names.setdefault(field.words[1].lower(), _own_name(field.words[1], foreign.label))
    return names


def _whole_bookmarks(tree: Element) -> Iterator[Element]:
    """Yield the starts of bookmarks that have an end; take out halves."""
    starts: dict[str, Element] = {}
    whole: dict[str, Element] = {}
    for element in elements(tree, "bookmarkStart", "bookmarkEnd"):
        identity = element.get(w("id"), "")
        if local(element) == "bookmarkStart" and identity not in starts:
            starts[identity] = element
        elif local(element) == "bookmarkEnd" and identity in starts and identity not in whole:
            whole[identity] = starts[identity]
        else:
            remove(element)
    for identity in starts.keys() - whole.keys():
        remove(starts[identity])
    yield from (start for identity, start in starts.items() if identity in whole)


def _drop_bookmark(tree: Element, start: Element) -> None:
    for end in elements(tree, "bookmarkEnd"):
        if end.get(w("id")) == start.get(w("id")):
            remove(end)
    remove(start)


def _own_name(old: str, label: str) -> str:
    """Return the name of a bookmark in the draft; one that is hidden (it begins with ``_``) stays so."""
    hidden = "_" if old.startswith("_") else ""
    name = f"{hidden}{label}_{old.removeprefix('_')}"
    if len(name) > _LONGEST_BOOKMARK or not re.fullmatch(r"\w+", old):
        return f"{hidden}{label}_{hashlib.sha256(old.lower().encode()).hexdigest()[:16]}"
    return name


# what refers to them


@dataclass(frozen=True, slots=True)
class _Adopted:
    """Gives the fields of an attachment the new names of bookmarks and styles, by the old ones."""

    foreign: Foreign
    names: Mapping[str, str]
    styles: Mapping[str, str]

    def field(self, field: Field) -> None:
        """Give a field the new names, or make it plain text."""
        words = field.words
        argument = words[1].lower() if len(words) > 1 else ""
        if field.name in _OF_THE_FILE:
            self._unlink(field, _PROPERTIES)
        elif field.name in _OF_ALL_TEXT:
            self._unlink(field, _CONTENTS)
        elif field.name == "EMBED":
            field.unlink()  # the object itself was left out, and told
        elif field.name == "HYPERLINK":
            self._link(field)
        elif field.name in _NAMING_A_BOOKMARK:
            self._name(field, self.names.get(argument))
        elif field.name == "STYLEREF":
            style = f"heading {argument}" if argument.isdigit() else argument
            self._name(field, f'"{self.styles[style]}"' if style in self.styles else None)
        elif field.name == "SEQ" and argument:
            self._name(field, f"{self.foreign.label}_{words[1]}")
        elif field.name.startswith("="):
            field.put(_NAME.sub(lambda found: self.names.get(found[0].lower(), found[0]), field.code))
        elif field.name.lower() in self.names:
            place = _WORD.search(field.code)
            rest = field.code[place.end() :] if place else ""
            field.put(f" REF {self.names[field.name.lower()]}{rest}")

    def _name(self, field: Field, new: str | None) -> None:
        """Put another name in the place of a field's first argument; without one the field leads nowhere."""
        if new is None:
            self._unlink(field, _DANGLING)
            return
        _, place, *_ = _WORD.finditer(field.code)
        field.put(f"{field.code[: place.start()]}{new}{field.code[place.end() :]}")

    def _link(self, field: Field) -> None:
        address, bookmark = _parts_of_link(field.code)
        if address:
            if not _SAFE_LINK.fullmatch(address):
                self._unlink(field, _LINKS)
            return
        name = bookmark[0].strip('"').lower() if bookmark else ""
        if bookmark and name in self.names:
            before, after = field.code[: bookmark.start()], field.code[bookmark.end() :]
            field.put(f'{before}"{self.names[name]}"{after}')
        elif name != "_top":
            self._unlink(field, _DANGLING)

    def _unlink(self, field: Field, loss: Loss) -> None:
        self.foreign.lose(loss)
        field.unlink()


def _parts_of_link(code: str) -> tuple[str, re.Match[str] | None]:
    """Return the address in the code of a HYPERLINK field, "" for none, and where it names a bookmark."""
    address = switch = ""
    bookmark = None
    for word in list(_WORD.finditer(code))[1:]:
        if re.fullmatch(r"\\\w", word[0]):
            switch = word[0].lower()
        elif switch == "\\l":
            bookmark, switch = word, ""
        elif switch in ("\\o", "\\t"):
            switch = ""
        else:
            address = address or word[0].strip('"')
    return address, bookmark


def _follow(foreign: Foreign, link: Element, names: Mapping[str, str]) -> None:
    """Let a link to a bookmark follow it. An anchor beside an address is a place in another document."""
    anchor = link.get(w("anchor"))
    if anchor is None or link.get(r("id")) is not None or anchor.lower() == "_top":
        return
    if anchor.lower() in names:
        link.set(w("anchor"), names[anchor.lower()])
    else:
        foreign.lose(_DANGLING)
        unwrap(link)


def _drop_unsafe_links(foreign: Foreign, part: str, tree: Element) -> None:
    unsafe = {
        one.id
        for one in relationships(foreign.parts, part)
        if one.kind == "hyperlink" and not (one.external and _SAFE_LINK.fullmatch(one.target))
    }
    for link in list(tree.iter(w("hyperlink"), f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover")):
        if link.get(r("id")) in unsafe:
            foreign.lose(_LINKS)
            unwrap(link) if link.tag == w("hyperlink") else remove(link)


# ids


def renumber(foreign: Foreign, marks: Iterator[int], controls: Iterator[int]) -> None:
    """Give bookmarks and tracked changes, and content controls, ids from these counters."""
    ends = {f"{name}{end}": name for name in _RANGES for end in ("Start", "End")}
    for tree in foreign.stories.values():
        pairs: dict[tuple[str, str], str] = {}
        for element in tree.iter(*(w(name) for name in (*ends, *_REVISIONS))):
            name = local(element)
            if name not in ends:
                element.set(w("id"), str(next(marks)))
                continue
            pair = (ends[name], element.get(w("id"), ""))
            if pair not in pairs:
                pairs[pair] = str(next(marks))
            element.set(w("id"), pairs[pair])
        for control in tree.iter(w("sdtPr")):
            for identity in control.iterchildren(w("id")):
                identity.set(w("val"), str(next(controls)))
