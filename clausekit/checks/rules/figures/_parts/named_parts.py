"""Parts of a sum, each after the name of who bears it: "£8,000 over would be City £2,400, County £3,600 and
ICB £2,000"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_N = r"£\d+(?:,\d{3})*(?:\.\d\d)?"
_NAME = r"(?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}"
_PARTS = pattern(
    rf"(?P<whole>{_N})(?! (?:each|per|a)\b)[^£.;%]{{0,40}}?(?:would be|will be|is|are|being|means|:|–) "
    rf"(?P<parts>{_NAME} {_N}(?:(?:, and |, | and ){_NAME} {_N}){{1,5}})(?=[.;)]|$)"
)
_SUM = pattern(_N)
_NOT_ALL = pattern(
    r"\b(?:up to|each|first|per|more than|at least|including|of which|over £|above £|further)\b"
)
_NEAR = Decimal("1.5")


def named_parts(instrument: Instrument) -> Iterator[Counted]:
    """Yield the sums that their parts, each told after a name, do not make."""
    for words, found in instrument.search(_PARTS, "text", "note", signs=("£",)):
        whole, parts = _value(found["whole"]), [_value(one) for one in _SUM.findall(found["parts"])]
        made = sum(parts, Decimal(0))
        less, more = sorted((made, whole))
        if _NOT_ALL.search(words.text) or ROUGH.search(words.text.replace(" over ", " ")):
            continue
        if less and less != more and more <= less * _NEAR:
            yield Counted(words.part(*found.span("parts")), made)


def _value(words: str) -> Decimal:
    return decimal(words.lstrip("£")) or Decimal(0)
