"""Parties: who makes the instrument, and what it calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from clausekit.checks.instrument.definitions import Definition, in_title_case
from clausekit.checks.instrument.named_bodies import (
    NAME_ALONE,
    NAME_ENDS,
    after_separator,
    name_it_means,
    name_of,
)
from clausekit.checks.instrument.places import Place, has_body
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage, Table
from clausekit.recognition.names import names_a_body

_BEGIN = pattern(
    r"^(?:the )?(?:parties|partners|signatories)(?: to this \w+)?:?$|\bbetween:?$|\bbetween\b[^.]{0,60}:$"
    r"|^(?:made )?by:?$|\b(?:made|dated|entered into)\b[^.]{0,60}\bby:$"
    r"|\b(?:parties|partners|organisations|signatories|members|bodies)\b[^.]{0,60}\bare:$|^we are:$",
    re.IGNORECASE,
)
_FLOWS_BETWEEN = pattern(
    r"\b(?:is|are|be|was|were|been) (?:\w+ ){0,2}(?:shared|exchanged|transferred|sent|passed|divided|split)"
    r" (?:\w+ ){0,4}between:?$|\b(?:flows?|differences?|links?|interfaces?|liaison) (?:\w+ ){0,3}between:?$",
    re.IGNORECASE,
)
_COLON_AND_DASH = pattern(r":[ ]?[-–—]$")
"""How old drafting leads to what stands below: "BETWEEN:-"."""
_LEADS_TO_BODIES = pattern(
    r"\b(?:between|among|amongst|part(?:y|ies)|partners|organisations|bodies|signatories|members|authorities"
    r"|councils|agencies|they are|these are|made (?:up )?(?:of|by)|brings? together)\b[^.;]*:[-–—]?\s*$",
    re.IGNORECASE,
)
"""What leads to a list of those who make an instrument, or who are joined by it."""
_OPENS = pattern(
    r"(?:(?:this |an )?(?:agreement|deed|memorandum(?: of understanding)?|protocol|contract|agreed|made"
    r"|signed"
    r"|entered into|set up)(?: is)?(?: made)? )?(?:by and between|by and among|between|among|amongst|by):?",
    re.IGNORECASE,
)
_SHORT_NAME = pattern(
    r"\((?:(?:(?:hereinafter|hereafter|called|known as|referred to as|in this \w+),? ?){0,4}(?:the )?[“\"‘']"
    r"|[A-Z]{2,8}\)|the [A-Z]\w+\))"
)
_IN_ONE_SENTENCE = pattern(
    r"\b(?:between|among|amongst|(?:[Ww]e|[Pp]arties|[Pp]artners|[Oo]rganisations) are):?[ \u00a0]"
    r"(?:\(?(?:1|a|i)\)[ \u00a0])?(?:the[ \u00a0])?(?=[A-Z])"
)
_END = pattern(
    r"(?:the )?(?:(?:table of )?contents|background|recitals?|introduction|whereas|preamble|agreed|operative"
    r"|definitions|interpretation|purpose|context|it is (?:hereby )?agreed|now it is"
    r"|the parties (?:have )?agree)\b",
    re.IGNORECASE,
)
_OF_A_COMPANY = pattern(r"[a-z][A-Z]")
"""A name with a capital within: "CareLinks"."""
_FIELD = pattern(
    r"(?:[\w’'/-]+ ){0,3}(?:name|address|number|no\.?|registration|contact|person|e-?mail|telephone|phone"
    r"|postcode|website|officer|signatory|role|title|position)(?: \([^()]{1,30}\))?:",
    re.IGNORECASE,
)
"""What a line of the details of a party begins with: "Registered address:"."""
_PARTY_NUMBER = pattern(r"[•●◦▪*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5}|[IVX]{1,4})\)?\.?")
_NAME_AND_SHORT_NAME = pattern(r"[A-Z][\w’'&,.-]*(?: [\w’'&,.-]+){1,12} \([^()]{2,40}\)[;,.]?(?: and)?")
_LONGEST_LINE = 160
_LISTED = pattern(r"\bthe [A-Z]")
_PARTY_WORDS = frozenset(("Council", "Authority", "Trust", "ICB", "CCG", "PCT"))
_TOGETHER = frozenset(("Partner", "Partners", "Party", "Parties", "Signatory", "Signatories"))
"""What the parties are called together."""
_JOIN = pattern(r"\b(?:have|agree|wish|are|intend|set up|established?)\b")
_DIGITS = pattern(r"\d+")
_SAYS = pattern(r"\b(?:means?|will|shall|must|may|does?)\b")
_SENTENCE = pattern(
    r"(?:The|They|This|Each|Together|It|In|For|All|Both|These|Those|If|Where|When|Any|We) .*"
    r"\b(?:is|are|was|were|has|have|agrees?|wish(?:es)?|delegates?|consulted|remains?|intends?|runs?)\b"
)
"""What says something of the parties, and names none of them."""
_ONE_CAPITAL = pattern(r"[A-Z][a-z’']*(?: [a-z’']+)*")
"""The heading of a clause, not a name: "About this agreement"."""
_ENDED = pattern(r"(?:[;.:]|\)[;,.]?)(?: and)?\s*$|\band\s*$")
"""How a line ends that names a party, or the brackets with its short name."""
_SHORTEST_NAME = 5
_TWO = 2
_NAME_BESIDE = pattern(
    r"[“\"]?[Tt]he [“\"]?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}[”\"]?|[“\"][A-Z]{2,6}[”\"]"
)
_FIRST_CELLS = 120
"""A table that names the parties is among so many first passages."""
_FIRST = 60
"""Who the parties are is said in so many first passages."""

_REGION = 40
"""A parties clause is at most so many passages long."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its full ``name``, its short names ("the Council") as defined, and the passage that names it.

    ``plural`` tells that its short name is in the plural ("the Councils").
    """

    name: Words
    short: tuple[Definition, ...]
    passage: Passage

    @property
    def plural(self) -> bool:
        """Whether it is spoken of in the plural; the name of a company may end as a plural does."""
        return any(
            one.term.endswith("s")
            and not one.term.endswith("ss")
            and not one.term.isupper()
            and not _OF_A_COMPANY.search(one.term)
            and not re.match(rf"{re.escape(one.term)} (?:Ltd|Limited|plc|LLP|CIC)\b", self.name.text)
            for one in self.short[:1]
        )


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties, each on its own, and what they are called together ("the Partners")."""

    each: tuple[Party, ...] = ()
    together: tuple[Definition, ...] = ()


def parties_clause(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the passages of the parties clause, none if it is not found."""
    texts = [place for place in places if place.role in ("text", "heading", "cover")][:400]
    bare: tuple[Passage, ...] = ()
    body = has_body(places)
    for index, place in enumerate(texts if body else texts[:_FIRST]):
        if body and _is_attached(place.passage):
            break
        words = _COLON_AND_DASH.sub(":", " ".join(place.passage.words.split()))
        if (_OPENS.fullmatch if place.role == "cover" else _begins_parties)(words):
            found = tuple(_until_background(place, texts[index + 1 :], body=body))
            named = any(_is_party(passage) or _names_several(passage.text) for passage in found)
            if named and (body or sum(map(_begins_with_a_name, found)) > 1):
                return found
            bare = bare or tuple(filter(_is_name, found))
    return (
        tuple(_in_one_sentence(texts))
        or (bare if len(bare) > 1 else ())
        or _in_a_table(places)
        or _in_a_list(texts[:_FIRST])
        or _on_the_cover(places)
    )


def _begins_parties(words: str) -> bool:
    """Tell whether words lead to the parties, and not to those between whom something flows."""
    return _BEGIN.search(words) is not None and not _FLOWS_BETWEEN.search(words)


def _in_a_list(texts: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the items of an early list of bodies, each with a short name in brackets."""
    for index, place in enumerate(texts):
        if place.role == "text" and _LEADS_TO_BODIES.search(place.passage.text):
            named = tuple(takewhile(_is_body_with_short_name, (one.passage for one in texts[index + 1 :])))
            if len(named) > 1 and sum(map(_begins_with_a_name, named)) > 1:
                return named
    return ()


def _is_body_with_short_name(passage: Passage) -> bool:
    """Tell whether an item of a list names a body and what it is called."""
    return bool(passage.label) and _is_party(passage) and _SHORT_NAME.search(passage.text) is not None


def _on_the_cover(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the lines of the cover that are a name, each with a short one in brackets."""
    covers = [place.passage for place in places[:_REGION] if place.role == "cover"]
    named = [one for one in covers if _is_party(one) and _SHORT_NAME.search(one.text)]
    return tuple(named) if len(named) > 1 else ()


def _is_attached(passage: Passage) -> bool:
    """Tell whether a passage stands in a schedule or annex; the parts of the body are none."""
    return bool(passage.division) and not passage.division.startswith("Part ")


def _in_a_table(places: Sequence[Place]) -> tuple[Passage, ...]:
    """Return the cells of an early table that name the parties, with a short name in them or in their row."""
    cells = [place for place in places[:_FIRST_CELLS] if place.role == "cell"]
    with_short_name = {
        (place.table, place.row)
        for place in cells
        if _SHORT_NAME.search(place.passage.text) or _NAME_BESIDE.fullmatch(place.passage.text.strip())
    }
    columns: dict[tuple[Table | None, int], list[Passage]] = {}
    for place in cells:
        if (place.table, place.row) in with_short_name:
            columns.setdefault((place.table, place.column), []).append(place.passage)
    named = (tuple(each) for each in columns.values() if sum(map(_begins_with_a_name, each)) > 1)
    return next(named, ())


def _begins_with_a_name(passage: Passage) -> bool:
    """Tell whether a passage begins with the name of a body, ended by an address or by brackets."""
    name = in_title_case(name_of(passage).text)
    return names_a_body(name.removeprefix("The ").removeprefix("the "))


def _in_one_sentence(texts: Sequence[Place]) -> Iterator[Passage]:
    """Yield the passage that says between whom the instrument is made, each with a short name in brackets."""
    for place in texts[:_FIRST]:
        text = place.passage.text
        begin = _IN_ONE_SENTENCE.search(text)
        if begin and place.role in ("text", "cover") and _names_several(text[begin.end() :]):
            yield place.passage
            return
        if place.role == "text" and _JOIN.search(text) and _begins_with_two_names(place.passage):
            yield place.passage
            return


def _begins_with_two_names(passage: Passage) -> bool:
    """Tell whether a sentence begins with two bodies, each with a short name in brackets after it."""
    short = list(_SHORT_NAME.finditer(passage.text, passage.typed))
    if len(short) < _TWO or not names_a_body(passage.text[passage.typed : short[0].start()].strip()):
        return False
    closing = passage.text.find(")", short[0].end() - 1)
    start = after_separator(passage.text, closing + 1)
    return names_a_body(passage.text[start : short[1].start()].strip())


def _names_several(text: str) -> bool:
    """Tell whether a text has several names, each with a short one in brackets after it."""
    return len(_SHORT_NAME.findall(text)) > 1


def parties_of(clause: Sequence[Passage], definitions: Sequence[Definition]) -> Parties:
    """Return the parties that a parties clause names."""
    known = [one for one in definitions if one.kind == "party"]
    each = []
    for passage, rest in _with_lines_below(clause):
        if _is_party(passage):
            lines = (passage, *rest)
            short = tuple(one for one in known if one.at.passage in lines and not _is_collective(one))
            each.append(Party(name_of(passage), short, passage))
    if not each:
        each = [party for passage in clause for party in _named_in_turn(passage, known)]
    beside = {one.meaning.passage for one in known}
    names = [
        passage
        for passage in clause
        if passage in beside or _is_name(passage) or _begins_with_a_name(passage)
    ]
    if 2 * len(each) <= len(names) and not any(party.short for party in each):
        each = [Party(name_of(passage), (), passage) for passage in names]
    if not any(party.short for party in each):
        each = [replace(party, short=tuple(_given_later(party, each, definitions))) for party in each]
    if not each:
        each = list(_defined(definitions))
    own = {id(one) for party in each for one in party.short}
    return Parties(tuple(each), tuple(one for one in known if id(one) not in own))


def _with_lines_below(clause: Sequence[Passage]) -> Iterator[tuple[Passage, Sequence[Passage]]]:
    """Yield the passages of a parties clause, each with the lines below that go on with it, where those were
    not put together: "(1) Dale Council of the Hall,", "Dale DA1 1AA (“the Council”);"."""
    index = 0
    while index < len(clause):
        passage = clause[index]
        index += 1
        rest: list[Passage] = []
        while passage.label and index < len(clause) and _goes_on(clause[index], [passage, *rest][-1]):
            rest.append(clause[index])
            index += 1
        yield passage, rest


def _goes_on(line: Passage, above: Passage) -> bool:
    """Tell whether a line is the rest of the one above, which ends neither a sentence nor an item."""
    ended = _ENDED.search(above.words) is not None
    return not (ended or line.label or line.heading or _begins_with_a_name(line))


def _defined(definitions: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties that definitions alone name: "“Council” means Dale County Council", one of those of
    which the definition of a partner speaks, or called as parties are."""
    for together in definitions:
        if together.term not in _TOGETHER:
            continue
        said = " ".join(passage.text for passage in together.passages)
        found = [
            (one, name)
            for one in definitions
            if one.term not in _TOGETHER and re.search(rf"\b{re.escape(one.term)}\b", said)
            if (name := name_it_means(one))
        ]
        if len(found) > 1 or len(_LISTED.findall(together.meaning.text)) > 1:
            yield from (Party(name, (one,), one.at.passage) for one, name in found if len(found) > 1)
            return
    bare = [
        (one, name)
        for one in definitions
        if one.kind in ("entry", "table") and one.term in _PARTY_WORDS
        if (name := name_it_means(one)) and one.meaning.text.strip(" .;") == name.text
    ]
    yield from (Party(name, (one,), one.at.passage) for one, name in bare if len(bare) > 1)


def _given_later(
    party: Party, others: Sequence[Party], definitions: Sequence[Definition]
) -> Iterator[Definition]:
    """Yield the short names that some passage after the list of names gives a party, and no other, or the
    cell beside its name."""
    for definition in definitions:
        lower = " ".join(definition.at.passage.text.lower().split())
        named = [one for one in others if " ".join(one.name.text.lower().split()) in lower]
        alone = named == [party] or definition.meaning.passage is party.passage
        meant = name_it_means(definition)
        told = (alone and definition.kind in ("text", "party")) or (
            meant is not None and meant.text.lower() == party.name.text.lower()
        )
        if told and not _is_collective(definition):
            yield definition


def _named_in_turn(passage: Passage, known: Sequence[Definition]) -> Iterator[Party]:
    """Yield the parties that one sentence names, each before the brackets with its short name."""
    begin = _IN_ONE_SENTENCE.search(passage.text)
    start = begin.end() if begin else passage.typed
    for definition in known:
        if (
            definition.at.passage is passage
            and definition.at.start > start
            and not _is_collective(definition)
        ):
            bracket = passage.text.rfind("(", start, definition.at.start)
            if bracket > start:
                ends = NAME_ENDS.search(passage.text, start, bracket)
                name = passage.text[start : ends.start() if ends else bracket].rstrip()
                if name and not name[0].islower():
                    yield Party(Words(passage, start, start + len(name)), (definition,), passage)
            closing = passage.text.find(")", definition.at.end)
            start = after_separator(passage.text, closing + 1 if closing >= 0 else definition.at.end)


def _until_background(lead: Place, places: Sequence[Place], *, body: bool) -> Iterator[Passage]:
    """Yield what follows the words that lead to the parties, up to the background or the next paragraph.

    Where there is no ``body``, a schedule on its own may name them.
    """
    level = _level(lead.passage.number)
    for place in places[:_REGION]:
        words = " ".join(place.passage.words.split())
        if (
            _END.match(words)
            or (place.role == "heading" and _begins_the_body(place.passage))
            or (body and _is_attached(place.passage))
            or (level and _level(place.passage.number) == level)
        ):
            return
        yield place.passage


def _begins_the_body(passage: Passage) -> bool:
    """Tell whether a heading begins a clause, or a part of the body."""
    return passage.number[:1].isdigit() or passage.number.startswith("Part ")


def _level(number: str) -> str:
    """Return of what form a number is, "" if it does not count paragraphs: "#.#" of "2.1"."""
    return _DIGITS.sub("#", number) if number[:1].isdigit() else ""


def _is_party(passage: Passage) -> bool:
    """Tell whether a passage of the parties clause names a party.

    It has a number or a bullet and begins with a name, or is a name with a short one in brackets after it.
    """
    words = passage.words.strip().removeprefix("the ")
    label = passage.label.strip()
    if not label:
        named = len(words) <= _LONGEST_LINE and _NAME_AND_SHORT_NAME.fullmatch(words) is not None
        return named or (_begins_with_a_name(passage) and len(_SHORT_NAME.findall(words)) == 1)
    if not _PARTY_NUMBER.fullmatch(label) or len(words) <= _SHORTEST_NAME or _FIELD.match(words):
        return False
    if (label[0].isdigit() and _ONE_CAPITAL.fullmatch(words)) or _SAYS.search(words):
        return False
    if _SENTENCE.match(passage.words.strip()[:_LONGEST_LINE]) and not _SHORT_NAME.search(words):
        return False
    return words[:1].isupper() or words[:1] in "[…_"


def _is_name(passage: Passage) -> bool:
    """Tell whether a passage is the name of a body and nothing else, as on the cover."""
    words = passage.words.strip(" ,;")
    return names_a_body(in_title_case(words)) and NAME_ALONE.fullmatch(words) is not None


def _is_collective(definition: Definition) -> bool:
    """Tell whether words such as "together" stand before a name in its brackets."""
    before = definition.at.before.rpartition("(")[2].lower()
    return any(
        word in before for word in ("together", "collectively", "jointly", "each a", "each of", "both")
    )
