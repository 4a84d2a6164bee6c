"""Figures that are none of those which a table has: a limit, a change, a part, or what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.words import content, padded
from clausekit.checks.rules.figures._tables.agreement import BOTH_LABELS
from clausekit.checks.rules.figures._tables.labels import (
    Labels,
    has_changes,
    has_quarters,
    names_and_numbers,
    without_quarter,
)
from clausekit.checks.rules.figures._tables.named_cells import (
    NamedCell,
    has_telling_row,
    row_of,
    said_besides,
)
from clausekit.checks.rules.figures._tables.named_labels import rows_by_code, says_change
from clausekit.checks.rules.figures._tables.sheets import Sheet
from clausekit.checks.rules.figures._tables.which_table import (
    DIVISION,
    LIMIT,
    TABLE,
    THIS_TABLE,
    UP_TO,
    heads_of,
)
from clausekit.patterns import pattern

OTHER_SUM = pattern(
    r" (?:up to|at least|at most|exceed\w*|more than|not more|less than|not less|over|above £\w*|below £\w*"
    r"|threshold|additional|further|extra|per|each|every|month|monthly|quarter\w*|instalment|increas\w+"
    r"|reduc\w+|raised?|rise|fall|limit\w*|remaining|remainder|rest|balance|previous\w*|last|was|were|had"
    r"|maximum|minimum|if|unless|of which|includ\w+|about|approximately|around|deduct\w*|underspend"
    r"|overspend|variation|invoice|uplift|otherwise|only|(?:first|second)(?! (?:large|big|high|small))"
    r"|initial|kind) "
)
_OF_A_ROW = pattern(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[Tt]hat) (?P<name>(?:[\w’&-]+ ){1,6}?)"
    r"(?:(?:sum|budget|line|allowance|provision|cost|charge|fee|payment|grant|allocation) )?of $"
)
_SHOWN_IN = pattern(
    r"(?: a year| per annum)?,? ?\(?(?:(?:which|that|as) (?:is |are )?)?"
    r"(?:shown|set out|stated|given|listed|recorded|entered|named|identified|provided(?: for)?|allowed"
    r"|included|specified|allocated|made)?(?: for it| for this)? ?(?:in|by|under|at) (?:the )?"
    r"(?:Table|table|Part|Schedule|Annex|Appendix|budget in)\b"
)
"""How words go on that tell in which table a sum stands."""
SUPPOSED = pattern(r" (?:would|suppose|example|illustration|illustrate|assume|assuming|were to) ")
_RISES_TO = pattern(
    r" (?:is |be |wa )?(?:ris|increas|grow|go|fall|reduc|drop|rais|uplift|lower)\w* (?:up |down )?to "
)
_WHEN_PAID = pattern(
    r" (?:(?:which|and) )?(?:(?:is|shall be|will be) )?(?:payable|paid) (?:monthly|quarterly|annually|yearly)"
    r"(?: in (?:advance|arrears?))?"
)
REACHED = pattern(
    r" (?:wa|were|had|ha been|have been|stood|reached|achieved|averaged|came|rose|fell|recorded) "
)
WHOLE_STAFF = pattern(
    r" (?:establishment|team|service|staff|workforce|unit|complement|consist|comprise|made up|employ\w*"
    r"|total|provide for|post) "
)
"""Words of a sentence that says how many staff there are in all."""
NEAR_SHARE = 120
FEW_WORDS = 2


def as_shown(mention: Mention) -> Mention:
    """Return a mention of which nothing is said but its name, if it is "the contingency of £5 shown in Part
    B": what its sentence says of limits or changes is not about it."""
    name = _OF_A_ROW.search(mention.figure.at.shortly_before(NEAR_SHARE))
    if name is None or not _SHOWN_IN.match(mention.figure.at.shortly_after(NEAR_SHARE)):
        return mention
    own = padded(name["name"])
    return replace(mention, own=own, lead=own, text=own)


def was_reached(mention: Mention) -> bool:
    """Tell whether a percentage is what was reached, and no target."""
    own = mention.own
    return (
        mention.figure.kind == "percentage"
        and REACHED.search(own) is not None
        and not (" target " in own or " goal " in own)
    )


def is_about_something_else(mention: Mention, cell: NamedCell, labels: Labels) -> bool:
    """Tell whether the words about a figure say more than the table has; a target is told at length, and
    known by a label of several words or by a reference to the table."""
    sheet = labels.sheet
    besides = said_besides(mention, sheet, cell)
    if not besides or mention.figure.kind != "percentage":
        coded = [row for row in rows_by_code(mention, labels) if not names_and_numbers(row)]
        known = coded or (mention.counts_staff and WHOLE_STAFF.search(mention.text))
        return len(besides) > (FEW_WORDS if known else 0)
    text = mention.sentence.text
    refers = (
        TABLE.search(text)
        or THIS_TABLE.search(text)
        or DIVISION.search(text)
        or rows_by_code(mention, labels)
    )
    return not refers and (len(besides) > FEW_WORDS or not has_telling_row(cell, sheet))


def is_other_sum(mention: Mention, sheet: Sheet, cells: Sequence[NamedCell] = ()) -> bool:
    """Tell whether a sum is a limit, a change or a part of what the table has; when it is paid does not
    matter, nor what its row is called ("additional contribution"), nor, if its year is named, that it "rises
    to" what it is then."""
    text = mention.text if mention.alone else mention.own
    both = max((cell.named for cell in cells), default=0) >= BOTH_LABELS
    rows = {row_of(cell, sheet) for cell in cells if cell.named}
    for row in rows if len(rows) == 1 else ():
        if content(row) <= content(mention.own):
            text = _up_to(mention) if mention.alone and mention.own != mention.text else text
            text = " ".join(word for word in text.split(" ") if word not in content(row))
    if both:
        text = _RISES_TO.sub(" ", text)
    if has_quarters(sheet):
        text = without_quarter(text)
    if has_changes(sheet) and says_change(mention):
        return False
    if LIMIT.search(heads_of(sheet)):
        text = UP_TO.sub("", text)
    return OTHER_SUM.search(_WHEN_PAID.sub("", text)) is not None


def _up_to(mention: Mention) -> str:
    """Return the words of a sentence that stand before a figure, and what after it is about it."""
    sentence = mention.sentence
    return f"{padded(sentence.passage.text[sentence.start : mention.figure.at.start])}{mention.own}"
