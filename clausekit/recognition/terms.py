"""Definitions: which term a paragraph defines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.recognition.lines import CellLines, Line, TableLines

_QUOTED = pattern(r"[“\"]{1,2}([^“”\"]{1,120})[”\"]")
_OF_TERM = r"(?:of|and|the|for|in|to|or|on|by|with|[A-Z0-9(&][\w’'&/()-]*)"
_LOST_OPENING = pattern(rf"(?P<term>[A-Z0-9][\w’'&/()-]*(?: {_OF_TERM}){{0,8}})[”\"](?![\w.])")
_LOST_CLOSING = pattern(
    rf"[“\"](?P<term>[A-Z0-9][\w’'&/()-]*(?: {_OF_TERM}){{0,8}})"
    r"(?=:?\s+(?:shall\s+)?(?:means?|(?:has|have)\s+the)\b)"
)
_QUOTED_ALONE = pattern(r"[“\"][A-Z0-9][^“”\".,;]{1,60}[”\"]?:?|[A-Z0-9][\w’'& /().-]{1,60}[”\"]:?")
_MEANS = pattern(
    r"[,:]?\s*(?:\([^)]{1,40}\)\s*)?(?:(?:shall\s+)?(?:means?|mean|has|have|includes?)|is|are|refers?\s+to)\b",
    re.IGNORECASE,
)
_WITH_ANOTHER = pattern(r"^,?\s+(?:or|and/or)\s+(?:the )?[“\"]?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}[”\"]?")
_DEFINES = pattern(r"(?:means?|has|have|is|are|the|an?)\b", re.IGNORECASE)
_PLAIN = pattern(
    r"(?!(?:The|This|That|These|It|If|In|Nothing|Where|Which|Such|What|Each|Every|Any|For|And|Or|A|An)\s)"
    r"(?!\d{1,2}[.)]\s)"
    r"(?P<term>[A-Z0-9][\w’'&/().-]*(?: (?:of|and|the|for|in|to|or|on|by|with|[A-Z0-9(&][\w’'&/().-]*)){0,9})"
    r":?\s+(?:(?:shall\s+)?means?|(?:shall\s+)?(?:has|have)\s+the\s+(?:same\s+)?meanings?"
    r"|(?:is|are)\s+as\s+defined\s+in)\b"
)
_COLON = pattern(
    r"(?P<term>[A-Z0-9][\w’'&/().-]*(?: (?:of|and|the|for|in|to|or|on|by|with|[A-Z0-9(&][\w’'&/().-]*)){0,9})"
    r": (?:the|an?|any|each|all|every|those|that|has|means|as|in)\b.{15,}[.;:]$",
    re.DOTALL,
)
_LONGEST_TERM = 120
_TERMS = pattern(
    r"(?:defined )?(?:terms?|words?|expressions?|phrases?|abbreviations?|acronyms?|definitions?)"
    r"(?:(?: or | and |/)(?:terms?|words?|expressions?|phrases?|abbreviations?|acronyms?))?"
    r"(?: (?:we )?used?(?: here| in this \w+)?)?",
    re.IGNORECASE,
)
_MEANINGS = pattern(
    r"(?:meanings?|definitions?|explanations?|interpretations?|descriptions?)"
    r"|(?:its |the )?(?:meaning|definition)\b.{0,40}|.{0,40}\bmeans?\b.{0,20}",
    re.IGNORECASE,
)
_LEADS = pattern(
    r"\b(?:following|these)\b.{0,120}\bmeanings?\b"
    r"|\bmeanings? (?:given|set out|shown|stated) (?:below|opposite|in the table)\b"
    r"|\bmean\w*\b[^.;]{0,40}\b(?:on the right|in the right|opposite|beside|alongside|against)\b"
    r"|\b(?:definitions|meanings) (?:below )?apply\b|\bdefined (?:below|as follows)\b"
    r"|\bin this \w+[^.;]{0,60}:$",
    re.IGNORECASE | re.DOTALL,
)
_LEADING_SIGNS = ("mean", "defin", ":")
"""What stands in whatever leads to definitions."""
_HEADS = pattern(
    r"\b(?:definitions?|interpretation|glossary|defined terms|terms used|meanings?|terminology"
    r"|abbreviations)\b",
    re.IGNORECASE,
)
_LONGEST_KEY = 5
_TERM_ALONE = pattern(r"[“\"]?[A-Z0-9][\w’'&/().-]*(?:,? [\w’'&/().-]+){0,10}[”\"]?:?")
_PARTED = pattern(r"[ ]?[:–—\t][ \t]*(?=[a-z])|[ ]-[ ]+(?=[a-z])")
_NAMES = pattern(r"[ ]?[:–—][ \t]*[A-Z][\w’'&-]*(?: [\w’'&,-]+)+\.\s*")
"""What parts a term from the name of a body that it is short for, in a sentence that has no verb."""
_EXPLAINS = pattern(r"[ \t]*(?=[a-z(])")
_LONGEST_PARTED = 8
_QUOTES = ' “”":\u00a0'
_SINGLE_QUOTES = "‘’'"
_CLOSING = "”\"’'"
_IN_SINGLE_QUOTES = pattern(r"[‘’']([^‘']{1,120}?)[’']:?")


def term_of(line: Line, *, announced: bool, within_quotes: bool = False) -> str:
    """Return the term that a line defines: quoted or in bold at its beginning, before a verb of defining.

    ``announced`` tells that definitions are to be expected there, so that a colon may do for the verb;
    ``within_quotes`` that the line before opened a quotation mark, so that the term may have begun there.
    """
    text = line.words
    quoted = _QUOTED.match(text)
    if quoted and _MEANS.match(text, quoted.end()):
        return quoted[1]
    if (half := _half_quoted(text)) and not (within_quotes and text[0] not in '“"'):
        return half
    if line.layout.plain:
        return _plain_term(text, announced=announced)
    bold = _bold_beginning(line)
    term = _unquoted(bold)
    if not term or len(term) > _LONGEST_TERM:
        return ""
    after = text[len(bold) :].lstrip(_CLOSING)
    if (
        _MEANS.match(_WITH_ANOTHER.sub("", after, count=1))
        or (line.layout.style_name == "Definition" and after.strip())
        or (announced and not line.typed and _is_explained(bold, after))
    ):
        return term
    return ""


def _is_explained(bold: str, after: str) -> bool:
    """Tell whether quotes, a colon or a dash part a term from what it means: "**Share**: the part of ..."."""
    if bold.count(" ") > _LONGEST_PARTED:
        return False
    closed = bold.rstrip().endswith((":", *_CLOSING))
    parted = closed and _EXPLAINS.match(after) is not None
    named = _NAMES.fullmatch(after) is not None or (
        closed and _NAMES.fullmatch(f": {after.lstrip()}") is not None
    )
    return parted or named or _PARTED.match(after) is not None


def opens_definition(text: str) -> bool:
    """Tell whether a text begins with a definition, its term in quotes or, for want of bold type, bare.

    A term in quotes may have a line for itself, above its meaning.
    """
    quoted = _QUOTED.match(text)
    return bool(
        (quoted and _MEANS.match(text, quoted.end()))
        or _QUOTED_ALONE.fullmatch(text)
        or _half_quoted(text)
        or _plain_term(text, announced=True)
    )


def _half_quoted(text: str) -> str:
    """Return the term before "means" that has lost one of its quotation marks: “Grant Period means."""
    found = _LOST_CLOSING.match(text)
    if found is None:
        found = _LOST_OPENING.match(text)
        if found is None or not _MEANS.match(text, found.end()):
            return ""
    return found["term"]


def _plain_term(text: str, *, announced: bool) -> str:
    """Return the term that stands bare before "means" or a colon, where the text does not show it in bold."""
    found = _PLAIN.match(text) or (_COLON.match(text) if announced else None)
    return found["term"].rstrip(".") if found else ""


def _bold_beginning(line: Line) -> str:
    end = line.typed
    for span in line.spans:
        if span.end <= line.typed:
            continue
        if not span.look.bold and line.text[span.start : span.end].strip(_QUOTES + _SINGLE_QUOTES):
            break
        end = span.end
    return line.text[line.typed : end]


def leaves_quotes_open(text: str) -> bool:
    """Tell whether a quotation mark that a text opens is not closed in it."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def leads_to_definitions(text: str) -> bool:
    """Tell whether a paragraph says that definitions follow: "the following words have these meanings:"."""
    small = text.lower()
    return any(sign in small for sign in _LEADING_SIGNS) and _LEADS.search(text) is not None


def heads_definitions(heading: str) -> bool:
    """Tell whether definitions stand under a heading."""
    return _HEADS.search(heading) is not None


def table_terms(table: TableLines, *, announced: bool = False) -> None:
    """Set the terms that a table of two columns defines, if it is one of definitions.

    ``announced`` tells that the text before it says that definitions follow.
    """
    if table.rows and (headed := _headed_definitions(table.rows[0].cells)) is not None:
        for row in table.rows[1:]:
            line = _only_line(row.cells[headed]) if len(row.cells) > headed else None
            if line is not None and line.text.strip():
                line.term = _unquoted(line.text)
        return
    rows = [(row.cells[0], row.cells[1]) for row in table.rows if len(row.cells) == 2]
    found = [(line, term) for line, term in (_in_cells(*cells) for cells in rows) if line and term]
    if announced and len(found) * 2 <= len(table.rows):
        found = [(line, term) for line, term in (_opposite(*cells) for cells in rows) if line and term]
        if len(found) <= _LONGEST_KEY and not any(" " in term for _, term in found):
            return  # the key to a chart: Red, Amber, Green
    if len(found) * 2 > len(table.rows):
        for line, term in (*found, *_likewise(rows, found)):
            line.term = term


def _likewise(
    rows: Sequence[tuple[CellLines, CellLines]], found: Sequence[tuple[Line, str]]
) -> Iterator[tuple[Line, str]]:
    """Yield the other terms of a table of definitions, in bold as those found are."""
    known = {id(line) for line, _ in found}
    for cells in rows:
        line, term = _opposite(*cells)
        if (
            line
            and term
            and id(line) not in known
            and _is_bold(line)
            and all(_is_bold(one) for one, _ in found)
        ):
            yield line, term


def _is_bold(line: Line) -> bool:
    return bool(line.spans) and all(span.look.bold for span in line.spans)


def _headed_definitions(cells: Sequence[CellLines]) -> int | None:
    """Return the column of the terms, if the titles of two columns side by side say that they define."""
    columns = (at for at, pair in enumerate(pairwise(cells)) if _heads_definitions(*pair))
    return next(columns, None)


def _heads_definitions(left: CellLines, right: CellLines) -> bool:
    """Tell whether the first row of a table says that it defines: "Term", "Meaning"."""
    first, second = _only_line(left), _only_line(right)
    return bool(first and second and title_definitions(first.text.strip(), second.text.strip()))


def title_definitions(first: str, second: str) -> bool:
    """Tell whether two titles stand above terms and what they mean: "Term", "Meaning"."""
    return _TERMS.fullmatch(first) is not None and _MEANINGS.fullmatch(second) is not None


def is_term_alone(text: str) -> bool:
    """Tell whether a line may be a term and nothing else: “Agreed Costs”."""
    words = text.strip()
    return len(words) <= _LONGEST_TERM and (
        _TERM_ALONE.fullmatch(words) is not None or _QUOTED_ALONE.fullmatch(words) is not None
    )


def _in_cells(left: CellLines, right: CellLines) -> tuple[Line | None, str]:
    first, second = _only_line(left), _first_line(right)
    if first is None or second is None or not first.text.strip():
        return None, ""
    words = first.text.strip()
    quoted = _QUOTED.fullmatch(words) or _IN_SINGLE_QUOTES.fullmatch(words)
    if quoted:
        return first, quoted[1]
    if first.layout.plain:
        return (first, _unquoted(first.text)) if _MEANS.match(second.text) else (None, "")
    return (first, _unquoted(first.text)) if _is_bold(first) and _DEFINES.match(second.text) else (None, "")


def _opposite(left: CellLines, right: CellLines) -> tuple[Line | None, str]:
    """Return the term that stands beside its meaning, with nothing to part the two but the table."""
    first, second = _only_line(left), _first_line(right)
    if first is None or second is None or not _TERM_ALONE.fullmatch(first.text.strip()):
        return None, ""
    return (first, _unquoted(first.text)) if second.text.strip() else (None, "")


def _unquoted(text: str) -> str:
    """Return a term without its quotes, of which one may stand elsewhere; an apostrophe at its end is its
    own."""
    words = text.strip(_QUOTES)
    single = _IN_SINGLE_QUOTES.fullmatch(words)
    return single[1].strip(_QUOTES) if single else words.lstrip(_SINGLE_QUOTES)


def _only_line(cell: CellLines) -> Line | None:
    return cell.blocks[0] if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Line) else None


def _first_line(cell: CellLines) -> Line | None:
    return cell.blocks[0] if cell.blocks and isinstance(cell.blocks[0], Line) else None
