"""Numbers of people or things that are told one by one: "354 accounts, being 124 for the Council and ...", a
number of members of whom each party appoints so many, several numbers that make one in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import named_parties
from clausekit.checks.rules._shared.said_sums import COUNT, SaidSums, count_of, said_figures, worth
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.mentions import parties_in
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TIME = r"(?:working |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?)"
_NO_TIME = rf"(?!(?:{_TIME}|pounds|per|million|thousand)\b)"
_WORDS_OF_THING = (
    r"(?:(?!(?:and|or|than|to|with|by|if|is|are|has|have|each|every|from|at|below"
    r"|above)\b)[A-Za-z’-]+[ ]){0,5}?"
)
_NAMED = r"[ ]\((?:the|an?)[ ][A-Z][^()]{1,40}\)"
"""The term that a sentence gives them by the way: "(the Voting Members)"."""
_DIVIDED = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ]{_NO_TIME}{_WORDS_OF_THING}"
    r"(?P<things>[A-Za-z]+s|people|staff|children|men|women)"
    r"(?P<more>(?:[ ](?:in all|in total|altogether|at the outset|a year|of [a-z]+s?"
    r"|(?:(?:now|currently|already|still)[ ])?(?:for|in|from|on|at|with)[ ][^,;:.()£%\d]{2,40})"
    r"|(?:[ ](?!shall\b|must\b|may\b|will\b|to\b|each\b|every\b)[A-Za-z’-]+){1,6}"
    rf"(?=:|{_NAMED}:))?)(?:{_NAMED}(?=:))?"
    r"(?P<lead>,?[ ](?:being|comprising|consisting of|made up of|composed of|namely|that is(?: to say)?,?"
    r"|broken down as)[ ]|,[ ](?=the[ ][A-Z][\w’-]*(?:[ ][A-Z][\w’-]*){0,4}[ ]"
    r"(?:appoint|nominat|nam|provid)ing[ ])"
    r"|,[ ](?P<of>of (?:which|whom|these|them))[ ]|:[ ]|[ ]?[–—][ ]|[ ]\((?=[^()]*\)))"
)
_OF_SO_MANY = pattern(
    rf"Of (?:the|all|these) (?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?(?:,(?!\d)|[ ]{_NO_TIME}{_WORDS_OF_THING}"
    r"(?:[A-Za-z]+s|people|staff|children|men|women)"
    r"(?:[ ](?:in|of|for|on|at)[ ][^,;:.()£%\d]{2,40})?(?:,|(?=[ ](?:we|it|they)[ ])))[ ]"
    r"(?:(?:we|it is|they) (?:expect|expected|plan|planned|estimate|estimated)(?: that)?[ ])?"
)
"""How a sentence begins that tells what makes a number: "Of the eleven nurses, seven ... and four ..."."""
_LEADS = ("being", "compris", "consist", "made up", "composed", "namely", "that is", "broken", ", of ")
_SIGNS = (*_LEADS, "ing ", ": ", "–", "—", " (")
_A_COUNT = pattern(rf"(?<![\w£.,/(–-])(?P<count>{COUNT})(?![\w%/–-]|[.,]\d)", re.IGNORECASE)
_SEPARATOR = pattern(r";[ ](?:and[ ])?|,[ ](?:and[ ])?|[ ]and[ ]")
_SINGLE = pattern(r"(?:an?|the|its|their)[ ]", re.IGNORECASE)
_ONE_LAST = pattern(r",?[ ]and[ ]an?[ ][a-z][^,;]*$")
"""One that is told last of all, which cannot belong to the words of what stands before it: "and a clerk"."""
_BODY = pattern(
    r"the[ ][A-Z][\w’&-]*(?:[ ](?:and[ ]|of[ ]|the[ ])*[A-Z][\w’&-]*){0,5}[ ](?:(?:shall|may|is to)[ ])?"
    r"(?:(?:appoint|name|nominate)(?:s|ing)?[ ])?"
)
"""A body before the number of those that it appoints: "the Council four"."""
_APPOINTS = pattern(r"\b(?:appoint|nominat|nam(?=e|in)|provid|send|employ(?=ed|s))\w*\b")
_OTHERS = pattern(
    r"\b(?:independent\w*|co-opt\w*|additional\w*|further|others?|besides|also|lay)\b", re.IGNORECASE
)
"""Who may be a member though no party appoints them."""
_MORE_SAID = pattern(
    r",[ ](?:who|which|whose|as|with|in each|so that|but|all|none|unless|to be)\b.*|;[ ](?!and ).*|[ ]–[ ].*"
)
"""What a sentence says of the last part, or of all."""
_GRADE = pattern(
    r"(?<=[ ])(?:Grade|Band|Level|Tier|Phase|Lot|Step|Stage|Ward|band|grade|level|tier)s?[ ]\d{1,2}\b"
)
_BRACKETED = pattern(r"[ ]?\([^()]*\)")
_NO_PARTS = pattern(
    r"[£%]|\b(?:at least|at most|up to|includ\w+|one of (?:whom|which|them)|each|either"
    r"|or(?![ ](?!more|fewer|less|over|under|so|about)[a-z]+[ ][a-z])|not more|more than"
    rf"|fewer|less|per cent|{_TIME}|quorum|votes?"
    r"|clauses?|paragraphs?|schedules?|table|annex|section|another|further|both|all"
    r"|of (?:whom|which|these|those))\b",
    re.IGNORECASE,
)
_NO_WHOLE = pattern(
    r"\b(?:at least|at most|up to|not more than|any|fewer than|more than|each of the|every|within|about|some"
    r"|around|nearly|over|clause|paragraph|section|table|schedule|annex|part|part of|\d to|\d and"
    r"|between)[ ]$",
    re.IGNORECASE,
)
_ALL_TOLD = pattern(r"\b(?:elsewhere|the (?:rest|others|remainder|other)|remaining)\b", re.IGNORECASE)
_NO_SUM = pattern(
    r"\b(?:at least|at most|up to|includ\w+|each|either|not more|more than|fewer|less|from|between|another"
    r"|further"
    r"|of which|of whom|if|days?|weeks?|months?|hours?|minutes?|times|average)\b",
    re.IGNORECASE,
)
_BY_EACH = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ]{_WORDS_OF_THING}[A-Za-z]+s"
    r"(?P<lead>,?[ ]?(?:of whom |:[ ]|[–—][ ]|comprising |being |made up of |\(|))"
    rf"(?:each[ ](?:of[ ]the[ ])?(?P<bodies>{COUNT}[ ])?(?P<body>[A-Z][a-z]+)s?[ ](?:shall |may |will "
    rf"|is to |to )?"
    rf"(?:appoints?|names?|nominates?|sends?|provides?|chooses?|elects?)[ ](?P<each>{COUNT})"
    rf"|(?P<so_many>{COUNT})[ ](?:(?:members?|representatives?)[ ])?(?:appointed |named |nominated |chosen "
    rf"|drawn )?"
    rf"(?:from|by|of|for)[ ]each[ ](?:of[ ]the[ ](?P<of_bodies>{COUNT})[ ])?(?P<by_body>[A-Z][a-z]+)s?)"
    r"(?P<end>[.;,)]|$|[ ]and\b)"
)
_APPOINTING = ("whom each", "from each", "by each", ": each", "for each", "of each", "ing each")
_PARTNERS = pattern(r"(?:Partner|Party|Parties|Organisation|Member|Authority|Body|Council)", re.IGNORECASE)
_OF_ALL = pattern(r"(?:Partner|Party|Parties)", re.IGNORECASE)
_MAKING = pattern(
    r"(?:,?[ ](?:or|making|giving|totalling|together|which (?:is|makes|together make)|(?:making )?a total of"
    r"|in all)|:)"
    r"(?:[ ](?:up|a total of|in all))?,?[ ]$"
)
_ALTOGETHER = pattern(r"(?:[ ](?!and\b|or\b)[a-z-]+){0,3}?[ ](?:in all|in total|altogether)\b")
_NEXT_PART = pattern(r"[^.;:£%]{0,90}?(?:,|[ ]and|,[ ]and)[ ](?:[^.;:£%,]{0,40}[ ])?")
_LONGEST, _SHORTLY, _FEWEST, _LAST_SEPARATOR = 500, 24, 2, 6
_FARTHEST, _NEARLY = Decimal(2), Decimal("0.25")


def counts_divided(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers that are not what is told of them one by one."""
    for words, found in instrument.search(_DIVIDED, "text", "note", signs=_SIGNS):
        stated = words.part(found.start("count"), found.end("count"))
        count = count_of(found["count"])
        if count is None or count < _FEWEST or _NO_WHOLE.search(stated.shortly_before(_SHORTLY)):
            continue
        least, most = made_of_list(_told(words, found, instrument))
        of_which = (
            found["of"] is not None
            and not _ALL_TOLD.search(_told(words, found, instrument))
            and not told_of_all_parties(_rest(words, found, instrument), instrument)
        )
        near = most and most <= count * _FARTHEST and count <= most * _FARTHEST
        if near and _is_out(count, least, most, of_which=of_which):
            yield Counted(stated, most)
    yield from _appointed_by_each(instrument)
    yield from _of_so_many(instrument)
    for said in said_figures(instrument):
        yield from _in_all(said)


def told_of_all_parties(words: Words, instrument: Instrument) -> bool:
    """Tell whether a text tells how many members each of the parties appoints, or how many staff it employs,
    and of no others in what it says there."""
    parties = len(named_parties(instrument))
    return (
        parties > 1
        and _APPOINTS.search(words.text) is not None
        and not _OTHERS.search(words.passage.text)
        and len(parties_in(words, instrument)) == parties
    )


def _rest(words: Words, found: re.Match[str], instrument: Instrument) -> Words:
    """Return what a sentence tells after a number."""
    return Words(words.passage, found.end(), instrument.sentence_of(words).end)


def _told(words: Words, found: re.Match[str], instrument: Instrument) -> str:
    """Return what a sentence, or a bracket of it, tells of a number, without remarks."""
    text = words.passage.text
    sentence = next(
        (one for one in instrument.sentences_of(words.passage) if one.start <= words.start < one.end), words
    )
    end = text.index(")", found.end()) if found["lead"].endswith("(") else sentence.end
    told = _GRADE.sub("", _BRACKETED.sub("", text[found.end() : end][:_LONGEST])).rstrip(".;, ")
    return _MORE_SAID.sub("", told)


def made_of_list(told: str) -> tuple[Decimal, Decimal]:
    """Return what the numbers of a list make, at least and at most: "the Head" among them may be one more, or
    belong to what stands before it. 0 if it is no such list."""
    nothing = (Decimal(0), Decimal(0))
    parts = [*_A_COUNT.finditer(told)]
    counts = [count for part in parts if (count := count_of(part["count"])) is not None]
    if len(parts) < _FEWEST or len(counts) < len(parts) or _NO_PARTS.search(told):
        return nothing
    if any(mark.isdigit() for mark in _A_COUNT.sub("", told)):
        return nothing
    first, least = _told_first(told[: parts[0].start()])
    single = first
    ends = [*(part.start() for part in parts[1:]), len(told)]
    for part, end in zip(parts, ends, strict=True):
        between = told[part.end() : end]
        separated = [*_SEPARATOR.finditer(between)]
        if part is not parts[-1] and not separated:
            return nothing
        single += sum(
            _SINGLE.match(between, one.end()) is not None
            and not (part is not parts[-1] and _BODY.fullmatch(between, one.end()))
            for one in separated
        )
    least += _ONE_LAST.search(told, parts[-1].end()) is not None
    return sum(counts, Decimal(least)), sum(counts, Decimal(single))


def _told_first(text: str) -> tuple[int, int]:
    """Return how many persons or things are told one by one before the first number, "a director, two
    managers", and how many of them are surely no words about others."""
    each = [one for one in _SEPARATOR.split(text) if one]
    if not text or not _SEPARATOR.search(text[-_LAST_SEPARATOR:]) or not all(map(_SINGLE.match, each)):
        return 0, 0
    return len(each), sum(one.lower().startswith("a") for one in each)


def _is_out(count: Decimal, least: Decimal, most: Decimal, *, of_which: bool) -> bool:
    """Tell whether a number is none that a list may make; if that may leave some out, whether it makes more
    or the number but for a slip."""
    if least <= count <= most:
        return False
    return least > count or not of_which or is_slip(count, most, 3)


def _of_so_many(instrument: Instrument) -> Iterator[Counted]:
    """Yield "Of the eleven nurses, seven are employed by the Trust and three by the Council"."""
    for sentence in instrument.sentences:
        found = _OF_SO_MANY.match(sentence.passage.text, sentence.start, sentence.end)
        count = count_of(found["count"]) if found else None
        told = sentence.passage.text[found.end() : sentence.end].rstrip(".;, ") if found else ""
        if found is None or count is None or _ALL_TOLD.search(told):
            continue
        least, most = made_of_list(told)
        if most and (least > count or count - most == 1):
            yield Counted(sentence.part(found.start("count"), found.end("count")), most)


def _appointed_by_each(instrument: Instrument) -> Iterator[Counted]:
    """Yield "eleven members, of whom each Partner appoints four" and "nine members, two from each of the four
    Councils"."""
    for words, found in instrument.search(_BY_EACH, "text", "note", signs=_APPOINTING):
        stated = words.part(found.start("count"), found.end("count"))
        count, each = count_of(found["count"]), count_of(found["each"] or found["so_many"])
        told = found["bodies"] or found["of_bodies"]
        bodies = (
            count_of(told.strip()) or Decimal(0)
            if told
            else number_of_bodies(found["body"] or found["by_body"], instrument)
        )
        if count is None or each is None or not bodies or _NO_WHOLE.search(stated.shortly_before(_SHORTLY)):
            continue
        made = bodies * each
        all_told = "of whom" not in found["lead"] and found["end"] in (".", ";", ")", "")
        if made > count or (made < count and all_told):
            yield Counted(stated, made)


def number_of_bodies(each: str, instrument: Instrument) -> Decimal:
    """Return how many "each Partner" means, by that word; 0 if it is not known."""
    if not _OF_ALL.fullmatch(each):
        return Decimal(0)
    parties = instrument.parties.each
    return Decimal(0 if any(one.plural for one in parties) else len(parties))


def _in_all(said: SaidSums) -> Iterator[Counted]:
    """Yield "20 beds at Fell House and 16 at Beck House, 38 in all"."""
    numbers = [one for one in said.figures if one.kind == "number"]
    if len(numbers) <= _FEWEST or len(numbers) < len(said.figures) or _NO_SUM.search(said.sentence.text):
        return
    *parts, whole = numbers
    text = said.sentence.passage.text
    apart = [
        at
        for at, (one, other) in enumerate(pairwise(parts), start=1)
        if not _NEXT_PART.fullmatch(text, one.at.end, other.at.start)
    ]
    parts = parts[apart[-1] :] if apart else parts
    joined = len(parts) >= _FEWEST
    between = text[parts[-1].at.end : whole.at.start]
    made = [sum(map(worth, parts[at:]), Decimal(0)) for at in range(len(parts) - 1)]
    if (
        joined
        and (_MAKING.search(between) or _ALTOGETHER.match(whole.at.shortly_after(_LONGEST)))
        and worth(whole) not in made
        and abs((near := min(made, key=lambda one: abs(one - worth(whole)))) - worth(whole)) <= near * _NEARLY
    ):
        yield Counted(whole.at, near, tuple(one.at for one in parts))
