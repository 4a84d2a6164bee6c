"""Headings of divisions and clauses: by style, by outline, or by how a paragraph looks."""

from __future__ import annotations

import re
from typing import NamedTuple

from clausekit.patterns import pattern
from clausekit.recognition.lines import Line
from clausekit.recognition.references import ORDINALS

_DIVISION = pattern(
    r"(?P<kind>schedule|annexe?|appendix|attachment|part)\s+(?P<number>\d{1,3}[A-Za-z]?|[A-Za-z]|[ivxlIVXL]{1,6})\b"
    r"(?!\.\d)(?P<gap>[\s:.–—-]*)",
    re.IGNORECASE,
)
_PART_OF_IT = pattern(
    r"part\s+(?P<number>\d{1,3}[A-Za-z]?|[A-Z]|[ivxlIVXL]{1,6})\b(?P<gap>\s*[:.–—-]\s*|\s+(?=[A-Z])|\s*$)",
    re.IGNORECASE,
)
"""What follows the name of a schedule where both are told at once: "SCHEDULE 2 PART 2 – ACCOUNTS"."""
_ORDINAL_DIVISION = pattern(
    rf"(?:the\s+)?(?P<ordinal>{'|'.join(ORDINALS)})\s+(?P<kind>schedule|annexe?|appendix)(?P<gap>\s*[:.–—-]*\s*)",
    re.IGNORECASE,
)
"""A schedule counted in words: "THE FIRST SCHEDULE"."""
_REFERRED_TO = pattern(
    r"(?:(?:herein)?before|(?:herein)?above)?[ -]?(?:referred to|mentioned)[.:]?", re.IGNORECASE
)
"""What old drafting says after the name: "THE FIRST SCHEDULE above referred to"."""
_UNNUMBERED = pattern(r"(?P<kind>schedule|annexe?|appendix)\s*[:–—-]\s*(?=[A-Z])", re.IGNORECASE)
"""The only schedule or annex, which has no number: "Annex: Payment Terms"."""
_TITLES = frozenset(("Title", "Cover Title", "Schedule Title", "Subtitle"))
_LONGEST_HEADING, _LONGEST_BOLD = 120, 200
_LARGER = 4
"""By so many half-points a heading is larger than the text."""
_SMALL_WORDS = frozenset((
    "about", "above", "after", "against", "among", "arising", "before", "behalf", "being", "between",
    "beyond", "both", "during", "each", "from", "have", "including", "into", "made", "onto", "other",
    "outside", "over", "than", "that", "their", "them", "this", "those", "through", "under", "until",
    "upon", "where", "which", "with", "within", "without",
))  # fmt: skip
"""Words of four letters and more that have no capital in a title."""
_USUAL_HEADINGS = frozenset(
    ("parties", "background", "recitals", "introduction", "agreed terms", "operative provisions", "execution",
     "signatures", "whereas", "it is agreed", "the parties", "definitions", "contents", "foreword")
)  # fmt: skip
"""Headings without a number that most agreements have, and that need no sign but their words."""
_COUNTED = pattern(r"(?:section|clause|article|regulation|rule|condition|standing order)\s+", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_][\w’']*")
_SEPARATED = pattern(r"\t|[:–—-]| {2}")
_NOT_IN_TITLES = pattern(
    r"[“”\"]|[;,]\s(?:and|or)$|;\s(?:an?|the|and|or)\s|^(?i:(?:and )?whereas)\s(?=\S*[a-z])"
)
_SAYS = pattern(
    r"\b(?:is|are|was|were|has|have|may|can|does|do|sets?|shows?|lists?|gives?|contains?|describes?|applies|apply|and"
    r"|or|to|of|in|for|as)\s(?:the|an?|this|out|how|what|not|those|these|it|its|their|clauses?|[a-z]+ed)\b"
    r"|[,;(]"
)
"""What follows the name of a schedule in a sentence, not in a title."""
_IN_QUOTES = pattern(r"[“\"‘'][^“”\"]+[”\"’'][:.]?")
"""A term in capitals that is to be defined is no heading."""
_LETTER = pattern(r"[A-Z]")
"""The number of a clause that is counted by letters, "A. BACKGROUND"."""
_IN_ADDRESSES = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}$|(?:,[^,]+){3}")
_POSTCODE = pattern(r"(?:^|\s)[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}$")
_NOT_IN_HEADINGS = pattern(r"[.;:,]\s*$|\b(?:shall|means|must|will)\b")


class Division(NamedTuple):
    """The label with which a division begins: as printed, its name ("Schedule 2"), how long it is.

    ``schedule`` is that of which it is a part, if the label names it as well, else "". One that is not
    ``numbered`` is counted as the first of its kind.
    """

    label: str
    name: str
    length: int
    is_part: bool
    schedule: str = ""
    numbered: bool = True


def division_label(line: Line) -> Division | None:
    """Return the division that begins with a line, if one does."""
    if line.column is not None:
        return None
    found = _DIVISION.match(line.label or line.text)
    if found is None:
        return _ordinal_division(line) or _unnumbered_division(line)
    if line.label:
        return _division(found, 0) if found.end() == len(line.label) else None
    rest = line.text[found.end() :]
    if rest[:1] in (",", ";", ")"):
        return None  # "Part 1, paragraph 2": a reference in a table, say
    begins = rest[:1].isupper() or not rest[:1].isalpha() or _is_set_apart(line, found)
    if rest and not (_is_title_of_division(line, found) and begins):
        return None
    if not rest and len(line.text) > _LONGEST_HEADING:
        return None
    return _part_of_division(line, found) or _division(found, found.end())


def _part_of_division(line: Line, found: re.Match[str]) -> Division | None:
    """Return the part of a schedule that a line names after the schedule, if it does."""
    part = _PART_OF_IT.match(line.text, found.end())
    if part is None or found["kind"].lower() == "part":
        return None
    label = line.text[: part.end()].rstrip(" \t\n\u00a0:.–—-")
    return Division(
        label, f"Part {part['number'].upper()}", part.end(), is_part=True, schedule=_division(found, 0).name
    )


def _is_set_apart(line: Line, found: re.Match[str]) -> bool:
    """Tell whether a colon or a dash parts the label from a title without capitals: "Annex 1: the team".

    What is marked as a heading may have a tab instead.
    """
    is_heading = line.layout.outline is not None
    if is_heading and "\t" in found["gap"]:
        return True
    return (is_heading or line.layout.plain) and found["gap"].strip(" \t") in (":", "–", "—", "-")


def _ordinal_division(line: Line) -> Division | None:
    """Return the division that begins with a line such as "THE FIRST SCHEDULE"."""
    found = None if line.label else _ORDINAL_DIVISION.match(line.text)
    if found is None:
        return None
    end = found.end()
    if referred := _REFERRED_TO.fullmatch(line.text, end):
        end = referred.end()
    rest = line.text[end:]
    alone = not rest and not found["gap"].strip() and found["kind"][0].isupper()
    titled = rest[:1].isupper() and (found["gap"].strip() or found[0].isupper()) and looks_like_heading(line)
    if not (alone or titled):
        return None
    number = str(ORDINALS.index(found["ordinal"].lower()) + 1)
    name = f"{found['kind'].capitalize()} {number}"
    return Division(found[0].rstrip(" \t\n\u00a0:.–—-"), name, end, is_part=False)


def _unnumbered_division(line: Line) -> Division | None:
    """Return the division that begins with a line such as "Annex: Payment Terms"."""
    found = None if line.label else _UNNUMBERED.match(line.text)
    if found is None:
        return None
    rest = line.text[found.end() :]
    if not looks_like_heading(line) or (line.layout.plain and not (reads_as_title(rest) or rest.isupper())):
        return None
    label = found[0].rstrip(" \t\n\u00a0:.–—-")
    name = f"{found['kind'].capitalize()} 1"
    return Division(label, name, found.end(), is_part=False, numbered=False)


def _is_title_of_division(line: Line, found: re.Match[str]) -> bool:
    if looks_like_heading(line):
        return True
    if not line.layout.plain or len(line.text) > _LONGEST_HEADING or _NOT_IN_HEADINGS.search(line.text):
        return False
    return _SEPARATED.search(found["gap"]) is not None or not _SAYS.search(line.text)


def _division(found: re.Match[str], length: int) -> Division:
    kind, number = found["kind"].capitalize(), found["number"]
    label = found[0].rstrip(" \t\n\u00a0:.–—-")
    return Division(label, f"{kind} {number.upper() if number.isalpha() else number}", length, kind == "Part")


def heading_rank(line: Line, usual_size: int = 0) -> int:
    """Return the rank of a heading that begins no division: 1 title, 2 clause, 3 below; 0 if it is none.

    ``usual_size`` is the size of type of the text, 0 if it is not known.
    """
    layout = line.layout
    words = line.words.strip()
    if not words or line.column is not None:
        return 0
    if layout.style_name in _TITLES:
        return 1
    if layout.outline is not None:
        return 2 if layout.outline == 0 or _is_clause_number(line.label) else 3
    usual = not line.label and words.rstrip(":").casefold() in _USUAL_HEADINGS
    if usual and (layout.plain or looks_like_heading(line)):
        return 2
    stands_out = looks_like_heading(line) or _is_long_heading(line, words) or _is_larger(line, usual_size)
    if line.term or not stands_out:
        return 0
    of_clause = _is_clause_number(line.label) or _LETTER.fullmatch(line.number) is not None
    return 2 if of_clause or (not line.label and words.isupper()) else 3


def leads(line: Line, following: Line) -> bool:
    """Tell whether a numbered paragraph is a heading: short, no sentence, a level above the next."""
    words = line.words.strip()
    return (
        line.number.isdecimal()
        and line.division == following.division
        and following.number.startswith(f"{line.number}.")
        and 0 < len(words) <= _LONGEST_HEADING
        and not words[0].islower()
        and not _NOT_IN_HEADINGS.search(words)
    )


def _is_clause_number(label: str) -> bool:
    label = _COUNTED.sub("", label).strip(" .)\u00a0").removesuffix(".0")
    return label.isdecimal()


def _is_item(label: str) -> bool:
    """Tell whether a label is that of an item of a list, "(a)" or a bullet, rather than of a clause."""
    return label.startswith("(") or (label != "" and not any(map(str.isalnum, label)))


def looks_like_heading(line: Line) -> bool:
    """Tell whether a paragraph is short, and set apart by an outline level, bold type or capitals."""
    words = line.words.strip()
    if not words or len(words) > _LONGEST_HEADING:
        return False
    if line.layout.outline is not None:
        return True
    if _NOT_IN_HEADINGS.search(words) or not any(character.isalpha() for character in words):
        return False
    if words.isupper() and len(words) > 3:
        return not (_IN_QUOTES.fullmatch(words) or _POSTCODE.search(words))
    if line.layout.plain:
        return not _is_item(line.label) and reads_as_title(words)
    return _is_set_in_bold(line)


def _is_set_in_bold(line: Line) -> bool:
    """Tell whether all words of a line are in bold type or in capitals."""
    spans = [
        span for span in line.spans if span.end > line.typed and line.text[span.start : span.end].strip()
    ]
    return bool(spans) and all(span.look.bold or span.look.caps == "all" for span in spans)


def _is_larger(line: Line, usual_size: int) -> bool:
    """Tell whether a short line that is no sentence is set in larger type than the text."""
    words = line.words.strip()
    return (
        usual_size > 0
        and len(words) <= _LONGEST_HEADING
        and words[0].isupper()
        and not _NOT_IN_HEADINGS.search(words)
        and all(span.look.size >= usual_size + _LARGER for span in line.spans)
    )


def _is_long_heading(line: Line, words: str) -> bool:
    """Tell whether a line in bold type without a number or a stop is a heading, though it has a verb."""
    return (
        not (line.layout.plain or line.label)
        and len(words) <= _LONGEST_BOLD
        and words[0].isupper()
        and words[-1].isalnum()
        and _is_set_in_bold(line)
    )


def reads_as_title(words: str) -> bool:
    """Tell whether words read as a title, each word that carries weight with a capital: "Risk and Reward".

    A text does not show bold type; for want of it, the capitals tell.
    """
    if len(words) > _LONGEST_HEADING or _NOT_IN_HEADINGS.search(words) or _NOT_IN_TITLES.search(words):
        return False
    if _IN_ADDRESSES.search(words):
        return False
    weighty = [word for word in _WORD.findall(words) if len(word) > 3 and word not in _SMALL_WORDS]
    return bool(weighty) and words[0].isupper() and all(word[0].isupper() for word in weighty)
