"""Fields: text that the word processor computes from a code (ISO/IEC 29500-1, 17.16)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w

CONTENTS = frozenset(("TOC", "TOA", "INDEX", "BIBLIOGRAPHY"))

_REFERENCES = frozenset(("REF", "PAGEREF", "NOTEREF"))
_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
# Links have text of the author's own; so have the fields of a form.
_OF_TEXT = CONTENTS | {"HYPERLINK", "FORMTEXT"}

_RUN = w("r")
_CHARACTER = w("fldChar")
_CODE = frozenset((w("instrText"), w("delInstrText")))
_TYPE = w("fldCharType")


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its code, and where in the leaves of its paragraph it begins, its result begins, it ends."""

    code: str
    begin: int = 0
    result: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """What it does: ``REF``."""
        words = self.code.split(None, 1)
        return words[0].upper() if words else ""

    @property
    def reference(self) -> str:
        """The bookmark that it refers to, if it prints the number or the page of one."""
        words = self.code.split()
        return words[1] if len(words) > 1 and self.name in _REFERENCES else ""

    @property
    def atomic(self) -> bool:
        """Whether its result stands or falls as a whole, being computed and not written by anyone."""
        return self.name not in _OF_TEXT

    @property
    def constant(self) -> str:
        """What stands for a result that is another on every page."""
        return "#" if self.name in _PAGES else ""


def fields_in(runs: Sequence[Element]) -> Mapping[int, Field]:
    """Return the fields that begin and end in one paragraph, by where they begin among its runs.

    Other elements that stand between the runs may be among them.
    """
    found: dict[int, Field] = {}
    opened: list[_Opened] = []
    for place, run in enumerate(runs):
        if run.tag != _RUN or not len(run):
            continue
        last = run[-1]
        if last.tag == _CHARACTER:
            kind = last.get(_TYPE)
            if kind == "begin":
                opened.append(_Opened(place))
            elif opened and kind == "separate":
                opened[-1].result = place + 1
            elif opened and kind == "end":
                field = opened.pop()
                found[field.begin] = Field("".join(field.code), field.begin, field.result or place, place + 1)
        elif last.tag in _CODE and opened and not opened[-1].result:
            opened[-1].code.append(last.text or "")
    return found


@dataclass(slots=True)
class _Opened:
    """A field that has begun: where, the parts of its code, where its result begins."""

    begin: int
    code: list[str] = dataclass_field(default_factory=list)
    result: int = 0
