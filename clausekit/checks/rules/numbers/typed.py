"""CK-NUMBER-TYPED: a number typed by hand after one that is there already."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import misread
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.typed_numbers import TypedNumber, typed_number

_LETTERED = pattern(r"[A-Z]{1,2}\d{1,2}")
_ITEM_BELOW = pattern(r"\W*(?:a|i|A|1)\W*")


def _check(instrument: Instrument) -> Iterator[Hit]:
    passed_over = misread(instrument)
    for place in instrument.places:
        passage = place.passage
        if place.role not in ("text", "heading") or passage in passed_over:
            continue
        if not any(map(str.isalnum, passage.label)):
            continue
        typed = typed_number(passage.words)
        if typed and _is_number(typed, passage) and not _begins_below(typed, passage):
            words = Words(passage, passage.typed, passage.typed + len(typed.label))
            yield hit(
                words,
                f"“{typed.label}” is a second number, after “{passage.label.strip()}”.",
                "Take out the number that was typed.",
                confidence="certain" if not passage.typed else "likely",
            )


def _is_number(typed: TypedNumber, passage: Passage) -> bool:
    """Tell whether it is a number beyond doubt: "2." or "7.3" before words, not "2 of" or "1.5 million"."""
    if _LETTERED.fullmatch(typed.label.rstrip(".")):
        return False  # "4.2 V1. Signed": the item of a table of which the clause speaks
    after = passage.words[len(typed.label) :]
    marked = after[:1] in (".", ")") or "." in typed.label or not typed.path
    return marked and after.lstrip(".) \t")[:1].isupper()


def _begins_below(typed: TypedNumber, passage: Passage) -> bool:
    """Tell whether it begins a list below the first number, as in "7.1 (a) The Council"."""
    if typed.path:
        return len(typed.path) > 1 and typed.label.startswith(f"{passage.label.strip(' .')}.")
    is_other = typed.label.strip("().") != passage.label.strip("(). ")
    in_brackets = typed.label.startswith("(") and "(" not in passage.label
    return bool(_ITEM_BELOW.fullmatch(typed.label)) and (is_other or in_brackets)


RULE = Rule(
    id="CK-NUMBER-TYPED",
    level="warning",
    title="A number typed by hand in a paragraph that has one",
    why="Where the word processor numbers a list, a number typed beside its own is the remnant of an"
    " older draft. The two soon differ, and references follow the one or the other.",
    fails="""
1. Funds

1.1 The Partners keep a pooled fund.

1.2 ⟦2.2⟧ The Council is its host.
""",
    passes="""
1. Funds

1.1 (a) The Partners keep a pooled fund.

(b) The Council is its host.

1.2 1.5 million pounds is paid in by each Partner.
""",
    check=_check,
)
