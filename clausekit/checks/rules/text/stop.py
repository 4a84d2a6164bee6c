"""CK-TEXT-STOP: a sentence without a full stop."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules.text._broken_off import broken_off
from clausekit.checks.rules.text._run_on import run_on
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.headings import reads_as_title

_VERB = pattern(
    r"\b(?:shall|must|may|will|is|are|has|have|had|was|were|can|cannot|does|do|should|would|could|means"
    r"|includes?"
    r"|agrees?|applies|apply|requires?|provides?|remains?|ends?|begins?|becomes?|takes?|gives?|pays?"
    r"|keeps?|holds?|bears?|meets?|makes?|acts?|receives?"
    r"|publishes|appoints|approves|advises|decides|oversees|considers|ensures|sends|submits|nominates"
    r"|chooses|elects|sets|employs|hosts|contributes|delegates|retains|monitors|prepares|maintains)\b"
)
_BEGINS_SENTENCE = pattern(r"(?:The|Each|Every|An?|Any|No|Either|Neither|Both)[ ]")
_UNENDED = pattern(r"(?<=\s)[(“\"]?[\w’'/-]*[^\W_][)”’\"]{0,3}\s*$")
_REFERS = pattern(
    r"(?<=\s)(?:[Cc]lauses?|[Pp]aragraphs?|[Ss]ections?|[Ss]chedules?|[Pp]arts?|[Aa]nnexe?|[Aa]ppendix) "
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Z])(?:\(\w{1,4}\)){0,3}\s*$"
)
_WITHOUT_MARK = pattern(r"[\w%)]\s*$")
_RELATES = pattern(r"(?:relating to|in relation to|in respect of|concerning|for the provision of)\b")
_LONGEST_END = 40
_ACRONYM = pattern(r"(?![IVXL]+$)[A-Z]{2,5}")
_LONE_NUMBER = pattern(r"\s*\d{1,3}\s*")
_FRAGMENT = pattern(r"\w\s*$")
_ATTESTS = pattern(
    r"(?:in|as) witness\b|this (?:agreement|deed|memorandum|contract) is (?:made|dated)\b"
    r"|.{0,80}\b(?:executed|signed|entered into|sealed)\b.{0,80}\b(?:date|day|beginning|written)\b",
    re.IGNORECASE,
)
"""The words before the signatures, and those with which an instrument opens, after which many put no stop."""
_AFTER_A_NUMBER = pattern(
    r"\b(?:in|under|by|with|to|of|from)[ ](?:[Cc]lauses?[ ]|[Pp]aragraphs?[ ]|[Ss]chedule[ ])?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+|(?<=[ce][ ])\d{1,2})[ ]"
    r"(?:The|This|These|Each|If|Where|Any|All|In|It|When|For)[ ][a-z]"
)
"""A number of a clause, and the beginning of the next sentence."""
_JOINED = pattern(
    r"\b(?:and|or|but|nor|of|the|a|an|as|to|in|for|by|with|from|on|at|its|their|which|that|such|this"
    r"|these|those|no"
    r"|any|(?<!for )each|every|(?<!\bat )(?<!\bin )(?<!\bthem )all|(?<!each )other|during|under|than"
    r"|between|into|upon|within|if|when|where|who|whose|is|are"
    r"|be|been"
    r"|shall|may|must|will|not|was|were|has|have|about|per|until|after|before|through|whether|because|one"
    r"|two|three"
    r"|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)\s*$"
)
"""Words with which no sentence ends: the rest of it was parted from it."""
_BROKEN = pattern(rf"{_JOINED.pattern}|\s\d{{1,3}}\s*$")
_FORMULA = pattern(r"^[^.;:]{0,80}\s=\s")
_FEWEST_WORDS = 6
_FEWEST_AFTER_ARTICLE = 5
_FEWEST_OF_LAST = 4
_FEWEST_WITHOUT_VERB = 8
_FEWEST_OF_PARAGRAPH = 12
_USUAL = 0.6
_FEWEST = 2
_MANY = 6
"""In an instrument in which so many others end, a paragraph of a rare sort should end too."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _sentences(instrument)
    yield from _lists(instrument)
    for words in broken_off(instrument):
        yield hit(
            words,
            f"The sentence breaks off after “{words.text}”.",
            "Put in the words that are missing.",
            confidence="likely",
        )
    for place in _cells_with_commas(instrument):
        text = place.passage.text.rstrip()
        yield hit(
            Words(place.passage, text.rfind(" ") + 1, len(text)),
            "What the cell says ends with a comma.",
            "Put in the words that are missing, or take the comma out.",
            confidence="likely",
        )
    for words in run_on(instrument):
        yield hit(
            words,
            f"A sentence seems to end with “{words.text}”, without a full stop.",
            "End it with a full stop, or add the words that are missing.",
            confidence="likely",
        )
    for words, match in instrument.search(_AFTER_A_NUMBER, "text", "note"):
        yield hit(
            words.part(*match.span("number")),
            f"A sentence seems to end with “{match['number']}”, without a full stop.",
            "End it with a full stop, or add the words that are missing.",
            confidence="likely",
        )


def _cells_with_commas(instrument: Instrument) -> Iterator[Place]:
    """Yield the long cells that end with a comma where no other of their column does: not those of broken
    rows."""
    columns: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for place in instrument.places:
        if place.role == "cell" and place.table is not None and place.passage.words.rstrip().endswith(","):
            columns[id(place.table), place.column].append(place)
    for (_, column), places in columns.items():
        passage = places[0].passage
        long = passage.words.count(" ") >= _FEWEST_WITHOUT_VERB and not passage.doubtful
        if len(places) == 1 and column and long:
            yield places[0]


def _lists(instrument: Instrument) -> Iterator[Hit]:
    """Yield the last items of lists that end no sentence, though the items before them are marked off."""
    for one in lists_of(instrument):
        last, before = one.items[-1], one.items[:-1]
        if last.mark or last.joined or not before or not all(item.mark or item.joined for item in before):
            continue
        goes_on = one.after is not None and (
            one.after.passage.words.lstrip(' (“"')[:1].islower() or one.after.definition is not None
        )
        text = last.last.text
        if not goes_on and last.last_word.text[-1:].isalnum() and not _BROKEN.search(text):
            sure = last.begins_small or last.passage.words.count(" ") >= _FEWEST_WORDS
            doubtful = last.passage.doubtful or last.last is instrument.breaks_off_in
            yield _hit(last.last_word, sure=sure and not doubtful)


def _sentences(instrument: Instrument) -> Iterator[Hit]:
    """Yield the paragraphs without a full stop, where others like them have one."""
    places = [place for place in instrument.places if place.role not in ("contents", "margin")]
    ended: Counter[str] = Counter()
    unended: list[tuple[str, Place, bool]] = []
    for at, place in enumerate(places):
        if not (sort := _sort(place)) or not _is_sentence(place):
            continue
        if not place.passage.label and _RELATES.match(place.passage.words):
            continue  # what a cover says below the title
        if place.passage.text.rstrip().endswith((".", ".”", '."', ".)", ".’")):
            ended[sort] += 1
        elif _lacks_stop(place, places[at + 1 : at + 2]) and _ends_in_sentence(instrument, place):
            about = [*places[max(0, at - 2) : at], *places[at + 1 : at + 3]]
            in_cells = _is_among_cells(places[max(0, at - 1) : at + 2 : 2]) or _stands_among_notes(about)
            unended.append((sort, place, in_cells or _may_go_on(place, places[at + 1 : at + 2])))
    missing = Counter(sort for sort, _, _ in unended)
    for sort, place, in_cells in unended:
        usual = ended[sort] >= _FEWEST and ended[sort] >= _USUAL * (ended[sort] + missing[sort])
        usual = usual or (missing[sort] == 1 and ended.total() >= _MANY)
        doubtful = in_cells or place.passage.doubtful or place.passage is instrument.breaks_off_in
        yield _hit(_last_word(place), sure=usual and not doubtful)


def _stands_among_notes(neighbours: Sequence[Place]) -> bool:
    """Tell whether most numbered paragraphs about a place end without a mark, as notes do."""
    bare = [
        _WITHOUT_MARK.search(one.passage.text[-_LONGEST_END:]) is not None
        for one in neighbours
        if one.role == "text" and one.passage.number
    ]
    return sum(bare) > 1 and 2 * sum(bare) > len(bare)


def _hit(words: Words, *, sure: bool) -> Hit:
    return hit(
        words,
        f"The sentence that ends with “{words.text}” has no full stop.",
        "End it with a full stop, or add the words that are missing.",
        confidence="likely" if sure else "doubtful",
    )


def _sort(place: Place) -> str:
    """Return with what a passage is compared: clauses, definitions or plain paragraphs; "" for none."""
    passage = place.passage
    if place.role != "text" or "(" in passage.number or (passage.label and not passage.number):
        return ""
    if not passage.number and _ATTESTS.match(passage.words):
        return ""
    if place.definition is not None:
        return "definition" if place.definition is passage else ""
    return "clause" if passage.number else "paragraph"


def _is_sentence(place: Place) -> bool:
    words = place.passage.words
    begins = words.lstrip(' “‘"([')[:1]
    fewest = _FEWEST_AFTER_ARTICLE if _BEGINS_SENTENCE.match(words) else _FEWEST_WORDS
    if not begins.isupper() or words.count(" ") < fewest - 1 or reads_as_title(words):
        return False
    if _VERB.search(words) is None:
        return bool(place.passage.number) and words.count(" ") >= _FEWEST_WITHOUT_VERB
    return bool(place.passage.number or place.definition) or words.count(" ") >= _FEWEST_OF_PARAGRAPH


def _ends_in_sentence(instrument: Instrument, place: Place) -> bool:
    """Tell whether the last sentence is one: a heading or a row of a table may be joined to others."""
    *_, last = instrument.sentences_of(place.passage)
    if last.start == place.passage.typed or not last.before.strip():
        return not last.text.endswith(")") or _VERB.search(last.text) is not None
    if _BEGINS_SENTENCE.match(last.text) and last.text.count(" ") >= _FEWEST_WITHOUT_VERB:
        return True
    return _VERB.search(last.text) is not None and last.text.count(" ") >= _FEWEST_OF_LAST - 1


def _lacks_stop(place: Place, following: Sequence[Place]) -> bool:
    """Tell whether a passage ends without a mark, and is neither broken nor leads to a list or a table."""
    text = place.passage.text
    found, refers = _UNENDED.search(text), _REFERS.search(text)
    if not refers and (not found or _is_no_end(found[0])):
        return False
    if _JOINED.search(text):
        return False
    if not following:
        return True
    after = following[0]
    signs = after.role == "signature" and not _ATTESTS.match(after.passage.words)
    if after.table is not None or (signs and not place.passage.number):
        return False
    if after.definition is place.passage:
        return False
    if _FORMULA.search(after.passage.text):
        return False
    goes_on = after.passage.words.lstrip(' (“"')[:1].islower()
    below = place.passage.number and after.passage.number.startswith(place.passage.number)
    return not goes_on and not below and not (after.passage.label and not after.passage.number)


def _is_no_end(word: str) -> bool:
    """Tell whether a last word may be no part of the sentence, as the number of a page is none."""
    letters = word.strip()
    capitals = letters.isupper() and not _ACRONYM.fullmatch(letters)
    return capitals or _LONE_NUMBER.fullmatch(word) is not None


def _is_among_cells(neighbours: Sequence[Place]) -> bool:
    """Tell whether neighbours are fragments, as where the cells of a table are printed as lines."""
    fragments = [
        place
        for place in neighbours
        if not place.passage.number and not place.definition and _FRAGMENT.search(place.passage.text)
    ]
    return len(fragments) > 1 or any(place.role == "text" for place in fragments)


def _may_go_on(place: Place, following: Sequence[Place]) -> bool:
    """Tell whether the paragraph that follows in a text may be the rest of a broken one."""
    if not following or not place.passage.line or not (place.passage.number or place.definition):
        return False
    after = following[0]
    return after.role == "text" and not after.passage.label and not after.passage.term


def _last_word(place: Place) -> Words:
    found = _REFERS.search(place.passage.text) or _UNENDED.search(place.passage.text)
    text = place.passage.text.rstrip()
    return Words(place.passage, found.start() if found else place.passage.typed, len(text))


RULE = Rule(
    id="CK-TEXT-STOP",
    level="warning",
    title="A sentence without a full stop",
    why="Where a sentence does not end, words may have been lost: a condition, an exception, the rest of"
    " a list.",
    fails="""
1. Costs

1.1 Each Partner bears its own costs.

1.2 The Partners share the costs of the pooled ⟦fund⟧

1.3 The Council pays the invoices.

1.4 Estimates are made as specified in ⟦1.1⟧ These are sent to the Board.
""",
    passes="""
1. Costs

1.1 Each Partner bears its own costs.

1.2 The Partners share the costs of the pooled fund:

(a) in equal shares; or

(b) as they agree.

1.3 The Council pays the invoices.
""",
    check=_check,
    yields_to=(
        "CK-BLANK-INSERT",
        "CK-BLANK-MARK",
        "CK-BLANK-TBC",
        "CK-LEFT-CHOICE",
        "CK-LEFT-DRAFT",
        "CK-LEFT-GUIDANCE",
    ),
)
