"""Which rows and columns of a table a sentence names: by their labels, their numbers or references, or as the
only one that it can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.words import content, padded
from clausekit.checks.rules.figures._tables.labels import IN_FULL, QUARTER, Label, Labels, quarter_number
from clausekit.checks.rules.figures._tables.sheets import Line
from clausekit.patterns import pattern

ALL_OF_IT = pattern(
    r" (?:total|altogether|in all|as a whole|contribution|budget|cost|fund|sum|value|share|allocation"
    r"|payment|pay|contribute|bear|provide|charge|fee|price|post|wte|fte|amount|grant|make available"
    r"|put in|funding|commit|establishment|(?:whole|full) time equivalent) "
)
_TOTAL_IN_WORDS = pattern(r" (?:total|totalling|altogether|in all|as a whole|together) ")
_TIMES = {
    "annual": "year",
    "yearly": "year",
    "annum": "year",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
}
_CHANGES = pattern(
    r" (?:(?:ris|increas|grow|fall|reduc|decreas|go|goe|cut|rais|drop|lower)\w*|gone|went|rose|fell|up|down)"
    r"(?: up| down)?(?: in total| overall| altogether)? by $"
    r"|\b(?:increase|rise|growth|fall|reduction|decrease|cut|saving|change|uplift)(?: in [a-z ]{2,60})?"
    r" (?:of|is|comes to|amounts to) $"
)
"""How words end, before a figure, that say by how much something changes."""
_TARGET_FOR = pattern(
    r" target (?:for|in respect of|on) ((?:[\w’-]+ ){1,5}?)(?:is|of|be|shall be|will be|at|remain) $"
)
_KINDS_OF_BODIES = ("icb", "ccg", "pct", "council", "trust", "federation")
_ROW_NUMBER = pattern(
    r" (?P<noun>indicator|kpi|measure|metric|outcome|target|standard|objective|milestone|deliverable"
    r"|item|row|line|no|number|scheme|service|project|action|element|lot|priority|output)"
    r" (?:no |number )?(?P<number>[1-9]\d?)(?! (?:(?:and|to|or) )?[1-9]\d? ) "
)
"""How a row is named whose table numbers its rows: "indicator 3"."""
_IS_PAID = pattern(
    r" (?:withh\w+|retain\w*|retention|bonus|incentive|penalt\w+|deduct\w*|pay|paid|payable|payment|weight\w*"
    r"|point|tolerance|credit) "
)
_OF_ANY_ROW = frozenset(["item", "row", "line", "no", "number"])
_OTHER_NOUNS = {"kpi": "indicator", "metric": "indicator", "measure": "indicator"}
_AT_THE_END = pattern(r" (?:end of the(?: financial)? year|year end|31 march) ")
_NUMBERED = pattern(r"[a-z]+ \d{1,2}(?= |$)")
"""What begins a label as "Year 2" or "Phase 1" does."""
_NEXT_CODE = pattern(r"(?:and|or|to) (?:\d{1,2}|[a-z]) ")
_LEAST_LABEL = 3
_SHORTLY = 60
FEWEST = BOTH = 2


def says_change(mention: Mention) -> bool:
    """Tell whether a figure is by how much something changes: "the fee rises by £5"."""
    return _CHANGES.search(mention.lead) is not None


def rows_named_in_full(mention: Mention, labels: Labels, fewest: int = 2) -> list[Line]:
    """Return the rows of which a mention says the whole name, of several words."""
    named = named_labels(mention, labels.rows)
    return [
        line
        for line, label, said in zip(labels.sheet.rows, labels.rows, named, strict=True)
        if said and label.is_special and len(label.words) >= fewest
    ]


def rows_by_code(mention: Mention, labels: Labels) -> list[Line]:
    """Return the rows of a table that a mention names by their references, such as "H2"."""
    named = coded_labels(mention, labels.rows)
    if not any(named) and (at := row_by_number(mention, labels)):
        named = [number == at for number in range(1, len(labels.sheet.rows) + 1)]
    return [line for line, one in zip(labels.sheet.rows, named, strict=True) if one]


def row_by_number(mention: Mention, labels: Labels) -> int:
    """Return the number of the row of which a mention says that it is "indicator 3", where the table is one
    of indicators; 0 if it names none, or several, or says what is paid."""
    if not labels.sheet.counted or (mention.figure.kind == "percentage" and _IS_PAID.search(mention.text)):
        return 0
    text = mention.text if mention.alone else mention.own
    found = {
        int(one["number"])
        for one in _ROW_NUMBER.finditer(text)
        if one["noun"] in _OF_ANY_ROW or {one["noun"], _OTHER_NOUNS.get(one["noun"], "")} & labels.about
    }
    number = found.pop() if len(found) == 1 else 0
    return number if number <= len(labels.sheet.rows) else 0


def has_numbered_row(mention: Mention, labels: Labels) -> bool:
    """Tell whether a mention names a row of a table by its number."""
    return row_by_number(mention, labels) > 0


def coded_labels(mention: Mention, labels: Sequence[Label]) -> list[bool]:
    """Tell for each label whether a mention names its reference, by its own words or, if it is the only
    figure of its sentence, in that."""
    own = [_says_code(label, mention.own) for label in labels]
    if any(own) or not mention.alone:
        return own
    return [_says_code(label, mention.text) for label in labels]


def _says_code(label: Label, text: str) -> bool:
    """Tell whether a text names a row by its reference, and not several by theirs: "Schemes 2 and 3"."""
    at = text.find(label.code) if label.code else -1
    return at >= 0 and _NEXT_CODE.match(text, at + len(label.code)) is None


def named_labels(mention: Mention, labels: Sequence[Label]) -> list[int | None]:
    """Return how much a mention says of each label: None if it is about something else, 0 if it leaves it
    unsaid, 1 if it names it. A label whose words are part of another's that is named too is not meant."""
    own = _which_are_named(labels, mention)
    coded = coded_labels(mention, labels)
    if any(coded):
        return [1 if named else None for named in coded]
    if not any(own) and (target := _target_of(mention, labels)) is not None:
        return [BOTH if label is target else None for label in labels]
    if any(label.quarter for label in labels) and (quarter := _quarter_of(mention)):
        return [1 if label.quarter == quarter else None for label in labels]
    if not any(label.text or label.total or label.years for label in labels):
        return [0] * len(labels)
    if (body := _body_of_its_kind(mention, labels)) is not None:
        return [1 if label is body else None for label in labels]
    special = {label.text for label, named in zip(labels, own, strict=True) if named and label.is_special}
    longest = {
        one for one in special if not any(one != other and f" {one} " in f" {other} " for other in special)
    }
    measures = [
        label for label in labels if label.measure and label.fits and not label.party and not label.total
    ]
    found: list[int | None] = []
    for label, named in zip(labels, own, strict=True):
        if label.is_special:
            found.append(1 if named and label.text in longest else None)
        elif label.party:
            found.append(1 if named and not special else None)
        elif label.total and (
            special or label.no_total or (mention.parties and any(one.party for one in labels))
        ):
            found.append(None)
        else:
            found.append(_of_measure(label, measures, mention, some_total=any(one.total for one in labels)))
    return found


def _target_of(mention: Mention, labels: Sequence[Label]) -> Label | None:
    """Return the only label that has the words of a mention of "the target for collections"."""
    found = _TARGET_FOR.search(mention.lead) if mention.figure.kind == "percentage" else None
    asked = content(found[1]) if found else frozenset()
    having = [label for label in labels if asked and asked < label.words]
    return having[0] if len(having) == 1 else None


def _body_of_its_kind(mention: Mention, labels: Sequence[Label]) -> Label | None:
    """Return the only label that a mention of "the ICB" can mean, where that is the name of no party."""
    said = [kind for kind in _KINDS_OF_BODIES if f" the {kind} " in mention.own]
    if mention.parties or len(said) != 1:
        return None
    full = IN_FULL.get(said[0], said[0])
    found = [
        label for label in labels if {said[0], full} & {label.text[-len(said[0]) :], label.text[-len(full) :]}
    ]
    longer = len(found) == 1 and found[0].text not in (said[0], full)
    return found[0] if longer else None


def _quarter_of(mention: Mention) -> int:
    """Return the quarter of which a figure is said to be, 0 if none is named; what is to be reached by the
    end of the year is that of the last."""
    after = re.split(r"[.;£%]", mention.figure.at.shortly_after(_SHORTLY))[0]
    places = (mention.own, padded(after), mention.text if mention.alone else "")
    found = next((one for place in places if (one := QUARTER.search(place))), None)
    if found is None:
        return 4 if mention.figure.kind == "percentage" and _AT_THE_END.search(mention.text) else 0
    return quarter_number(found)


def _of_measure(label: Label, measures: Sequence[Label], mention: Mention, *, some_total: bool) -> int | None:
    if label.years and mention.years:
        return 1 if label.years & mention.years else None
    if label.total:
        if _TOTAL_IN_WORDS.search(mention.text):
            return 1
        return 0 if ALL_OF_IT.search(mention.text) or _quarter_of(mention) else None
    if some_total:
        return None
    if len(measures) == 1 or label.years or not any(one.text for one in measures):
        return 0
    others = {word for one in measures if one is not label for word in _measured(one.text)}
    telling = _measured(label.text) - others
    all_telling = {word for one in measures for word in _measured(one.text)}
    said = _measured(mention.own)
    return 1 if telling & (said if all_telling & said else _measured(mention.text)) else None


def _measured(text: str) -> frozenset[str]:
    return frozenset(_TIMES.get(word, word) for word in text.split())


def _which_are_named(labels: Sequence[Label], mention: Mention) -> list[bool]:
    """Tell for each label whether a mention names it: a party, or what its own words say, or if they say
    none of those with a number ("Year 2"), the sentence, if it has no other figure; what each party pays is
    about what its sentence is."""
    own = [_is_named(label, mention, mention.own) for label in labels]
    special = [label.is_special for label in labels]
    if not mention.alone and mention.parties and not any(map(min, own, special)):
        topic = [_is_named(label, mention, mention.topic) for label in labels]
        own = [said or (one and told) for said, one, told in zip(own, special, topic, strict=True)]
    if not mention.alone:
        return own
    numbered = any(said and _NUMBERED.search(label.text) for label, said in zip(labels, own, strict=True))
    return [
        said or (not (numbered and _NUMBERED.search(label.text)) and _is_named(label, mention, mention.text))
        for label, said in zip(labels, own, strict=True)
    ]


def _is_named(label: Label, mention: Mention, text: str) -> bool:
    if label.party:
        return label.party in mention.parties
    if len(label.text) < _LEAST_LABEL:
        return False
    if not label.words <= content(text):
        return False
    if f" {label.text} " in text:
        return True
    return len(label.words) > 1 and not _NUMBERED.fullmatch(label.text)
