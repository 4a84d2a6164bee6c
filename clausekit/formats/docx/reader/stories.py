"""The text of a file beside its body: notes, headers and footers, comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import r, w
from clausekit.formats.docx.reader.opening import Package
from clausekit.recognition.lines import BlockLines, lines_in

NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}

_KINDS = {w("headerReference"): "header", w("footerReference"): "footer"}
_SECTION = w("sectPr")


def note_keys(blocks: Iterable[BlockLines]) -> list[str]:
    """Return the keys of the notes whose marks stand in the text, in order."""
    return list(dict.fromkeys(span.note for line in lines_in(blocks) for span in line.spans if span.note))


def notes(package: Package) -> Mapping[str, Element]:
    """Return the notes of a file by key."""
    found: dict[str, Element] = {}
    for name, kind in NOTE_PARTS.items():
        tree = package.of_kind(kind)
        for note in tree.iterchildren(w(name)) if tree is not None else ():
            found.setdefault(f"{name}:{note.get(w('id'), '')}", note)
    return found


def margins(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the key and the part of each header and footer that is printed, section by section.

    A section that has none of its own continues those before it (ISO/IEC 29500-1, 17.10); these are not
    repeated.
    """
    settings = package.of_kind("settings")
    even = settings is not None and _is_on(settings.find(w("evenAndOddHeaders")))
    for number, section in enumerate(package.trees[package.main].iter(_SECTION), start=1):
        first = _is_on(section.find(w("titlePg")))
        for reference in section:
            kind = _KINDS.get(reference.tag)
            page = reference.get(w("type"), "default")
            if kind is None or (page == "first" and not first) or (page == "even" and not even):
                continue
            one = package.related.get(reference.get(r("id"), ""))
            if one is not None and one.target in package.trees:
                yield f"{number}:{kind}:{page}", one.target


def says_more(key: str, blocks: Sequence[BlockLines], before: dict[str, str]) -> bool:
    """Tell whether a header or footer says something else than the one before; keep what it says."""
    kind = key.partition(":")[2]
    words = "\n".join(line.text for line in lines_in(blocks)).strip()
    same = before.get(kind, "") == words
    before[kind] = words
    return bool(words) and not same


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in ("0", "false", "off")
