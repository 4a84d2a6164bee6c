"""What must be done by when, kept how long or ended on what notice: the periods that sentences lay down.

Wording is brought to one form by a small lexicon of what partnership agreements lay down: what is done, with
what, and from when the time runs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._sentences.mentions import parties_in
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

DutyKind: TypeAlias = Literal["notice", "keeping", "deadline"]

_ACTS = pattern(
    r"\b(?:(?P<tell>notif(?:y|ies|ied)|notification|inform(?:s|ed)?|tells?|told|alert(?:s|ed)?"
    r"|reports?(?= (?:it|any|an?|the|each|every|such|to)\b)|(?:be|is|are) (?:reported|made known))"
    r"|(?P<pay>pay|pays|paid|payable|payment)"
    r"|(?P<give>gives?|given|sends?|sent|brings?|brought|submits?|submitted|provides?|provided|presents?"
    r"|presented|issues?|issued|circulates?|circulated|suppl(?:y|ies|ied)|produces?|produced|lays?|laid"
    r"|publish(?:es|ed)?|prepares?|prepared|delivers?|delivered|distributes?|distributed|due)"
    r"|(?P<answer>answers?|answered|responds?|responded|repl(?:y|ies|ied))"
    r"|(?P<acknowledge>acknowledges?|acknowledged)"
    r"|(?P<arrive>arrives?|reach(?:es)?|attends?|at the door|(?:be|is|are) (?:visited|seen|reached|attended))"
    r"|(?P<review>reviews?|reviewed)"
    r"|(?P<meet>meets?|met|(?:be|is|are) convened|convenes?)"
    r"|(?P<repay>repays?|repaid|refunds?|refunded))\b",
    re.IGNORECASE,
)
"""What is done, each group under one name."""
_SHALL = pattern(
    r"\b(?:shall|will|must|may|should|(?:is|are|has|have) to)"
    r"((?:[ ](?:also|then|promptly|be|not|first|only))*[ ][a-z]+(?:[ ][a-z]+){0,2})"
)
_THINGS = pattern(
    r"(?:\b(?P<kind>[a-z][\w-]+)[ ])?\b(?:(?P<incident>incident|breach)(?:es|s)?|(?P<invoice>invoice|bill)s?"
    r"|(?P<report>report|return)s?|(?P<papers>papers|agendas?)|(?P<minutes>minutes)|(?P<plan>plan)s?"
    r"|(?P<request>request|enquir(?:y|ies))s?|(?P<complaint>complaint)s?|(?P<dispute>dispute|disagreement)s?"
    r"|(?P<account>accounts?)|(?P<record>records?|files?|documents?|timesheets?|logs?)|(?P<claim>claim)s?"
    r"|(?P<overspend>overspend|underspend|variance)s?|(?P<assessment>assessment)s?|(?P<referral>referral)s?"
    r"|(?P<statement>statement)s?|(?P<vacancy>vacanc(?:y|ies))|(?P<certificate>certificate)s?"
    r"|(?P<data>data|information)|(?P<money>grants?|money|funding|balance|surplus))\b",
    re.IGNORECASE,
)
"""With what something is done, with the word before it."""
_RUNS = pattern(
    r"[’']?[ ](?P<way>of|after|from|following|before|prior to|preceding)\b(?P<when>[^.;:]{1,80})",
    re.IGNORECASE,
)
_WHEN = pattern(
    r"\b(?:(?:end|close) of (?:each|the|every|that|a) (?:Financial )?(?P<period>month|quarter|year)"
    r"|(?P<aware>aware|discover\w*|learn\w*|finding|identif\w+)|(?P<receipt>receipt|receiv\w+)"
    r"|(?P<month>months?)|(?P<quarter>quarters?)|(?P<year>years?)|(?P<call>calls?)|(?P<referral>referr\w+)"
    r"|(?P<meeting>meetings?)|(?P<request>request\w*)|(?P<invoice>invoice)|(?P<discharge>discharge\w*)"
    r"|(?P<admission>admission|admitted)|(?P<notice>notices?)|(?P<dispute>dispute|disagreement)"
    r"|(?P<start>commencement|starts?|beginning)|(?P<end>terminat\w+|expiry|expir\w+|ends?|ending))\b",
    re.IGNORECASE,
)
"""From when time runs."""
_DEADLINE = pattern(
    r"\b(?:within|in|no later than|not later than|not more than|at least|at the latest|no more than)[ ]"
    r"(?:a (?:maximum|period) of[ ]|a further[ ])?$",
    re.IGNORECASE,
)
_NOTICE_AFTER = pattern(
    r"[’']?s?[’']?[ ](?:(?:prior|advance|clear|formal|written|previous|of)[ ]){0,3}notice\b", re.IGNORECASE
)
_NOTICE_BEFORE = pattern(
    r"\bnotice\b(?:[ ](?:in writing|to (?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,4}|must|shall|is|be|of|given"
    r"|at least|not less than|no less than)){1,6}[ ]$"
)
_KEPT = pattern(
    r"\b(?:keeps?|kept|retain(?:s|ed)?|stores?|stored|preserves?|preserved)\b[^;]{0,160}\bfor[ ]"
    r"(?:at least[ ]|not less than[ ]|a (?:minimum )?(?:period )?of[ ](?:at least[ ])?)?$",
    re.IGNORECASE,
)
_WHAT = r"(?:this|the|a|an|any|its|their|your|each)[ ](?P<{}>[A-Za-z][\w-]*(?:[ ][A-Za-z][\w-]*){{0,2}}?)"
_WHERE_IT_STOPS = (
    r"(?=[ ](?:by|on|at|if|to|or|and|with|before|after|unless|upon|from|for|shall|may|must|will|in|without)\b"
    r"|[,;.’']|$)"
)
_ENDS = pattern(
    r"\b(?:(?:ends?|ended|terminates?|terminated|cancels?|determines?)"
    rf"[ ]{_WHAT.format('what')}{_WHERE_IT_STOPS}"
    rf"|(?:withdraws?|leaves?|withdrawal|resigns?)(?:[ ]from)?(?:[ ]{_WHAT.format('left')}{_WHERE_IT_STOPS})?"
    rf"|{_WHAT.format('ended')}[ ](?:may|can|shall|will)[ ]be[ ]"
    r"(?:ended|terminated|brought to|cancelled|withdrawn|determined)"
    rf"|(?:brings?|brought)[ ]{_WHAT.format('brought')}[ ]to[ ](?:an end|a close))",
    re.IGNORECASE,
)
"""What is ended on notice; it is the agreement where somebody withdraws or leaves, and no more is said."""
_AGREEMENT = pattern(
    r"(?:agreement|deed|memorandum|mou|arrangements?|partnership|contract|joint committee)", re.IGNORECASE
)
_SAME_THINGS = {"placement": "secondment"}
_CONDITION = pattern(
    r"\b(?:if|where|when|once|should|in the event|following|because|unless)\b", re.IGNORECASE
)
_NOT_UNLESS = pattern(r"\bnot\b[^.;]{0,120}\bunless\b")
"""What says on what terms something may be done, and not in what case: "shall not withdraw unless"."""
_APART = pattern(
    r"\b(?:urgent|emergency|routine|serious|major|material|minor|final|interim|draft|first|second|third"
    r"|initial|further|provisional|audited|unaudited|mediat\w+|standard|non-urgent|priority|critical"
    r"|extraordinary|special|electronic|paper|mid-year|half-year|year-end|20\d\d)\b",
    re.IGNORECASE,
)
"""Words that tell two duties apart which are alike else: at what stage, of what kind they are."""
_TO_WHOM = pattern(
    r"\b(?:commissioner|ombudsman|regulator|police|secretary of state|supplier|contractor|provider|persons?"
    r"|patients?|individuals?|data subjects?|famil(?:y|ies)|chief executives?|nhs england|press|public)\b",
    re.IGNORECASE,
)
"""To whom something is told or given that is no party."""
_NO_KIND = pattern(
    r"the|an?|any|each|every|from|after|following|its|their|that|this|such|all|of|to|by|in|for|on|and|or"
    r"|with|these|those|no|own"
    r"|proper|full|written|valid|said|whole|monthly|quarterly|annual|yearly|regular|personal|data|out"
    r"|likely|actual|projected|potential|possible|expected|anticipated"
)
"""What stands before "report" or "plan" and does not tell which."""
_A_VERB = pattern(r"shall|will|must|may|can|to|should|also|then")
"""What stands before "report" or "plan" if that is what somebody does."""
_AWARE = pattern(r"\b(?:becomes? aware|finds|discovers|learns|identifies)\b")
_OF_IT = pattern(r"[ ](?:it|that|then|them)\b")
_MAY = pattern(r"\b(?:may|can|shall|must|is entitled to)\b")
_BY = pattern(
    r"\bby[ ](?:the[ ]|either[ ])?[A-Z][^.;,]{0,60}?(?=[ ](?:on|by|giving|with|at|if|after|upon|to)\b|[.;,])"
)
_LONGEST_CLAUSE = 300
_LONGEST_SUBJECT = 50
_IT = pattern(r"(?:It|They|This|That|These|Each)[ ](?:is|are|shall|will|must|may)\b")
_HEADS = pattern(r"(?:[A-Z][\w’-]*(?: [\w’-]+){0,4}[.:](?= ))?")


class Duty(NamedTuple):
    """A period that a sentence lays down.

    ``acts`` is what is done, ``things`` with what, ``runs`` from when time runs, "" if that is not told.
    ``apart`` are the words that tell it from others that are alike, ``parties`` those whom it names.
    ``conditional`` tells that it holds in some cases only.
    """

    kind: DutyKind
    period: Period
    sentence: Words
    place: Place
    acts: frozenset[str]
    things: frozenset[str]
    runs: str
    apart: frozenset[str]
    parties: frozenset[str]
    conditional: bool


def duties(instrument: Instrument) -> tuple[Duty, ...]:
    """Return the periods that sentences lay down, in order."""
    return instrument.once(_duties)


def _duties(instrument: Instrument) -> tuple[Duty, ...]:
    by_passage: dict[Passage, list[Period]] = {}
    for one in instrument.periods:
        by_passage.setdefault(one.at.passage, []).append(one)
    return tuple(
        duty
        for passage, periods in by_passage.items()
        if instrument.place_of[passage].role in ("text", "note")
        for sentence in instrument.sentences_of(passage)
        for duty in _in_sentence(sentence, _inside(periods, sentence), instrument)
    )


def _inside(periods: Sequence[Period], sentence: Words) -> Sequence[Period]:
    first = bisect_left(periods, sentence.start, key=lambda one: one.at.start)
    return periods[first : bisect_left(periods, sentence.end, key=lambda one: one.at.start)]


def _in_sentence(sentence: Words, periods: Sequence[Period], instrument: Instrument) -> Iterator[Duty]:
    """Yield what a sentence lays down: each period with the words between the one before and the next."""
    starts = (sentence.start, *(one.at.end for one in periods))
    ends = (*(one.at.start for one in periods[1:]), sentence.end)
    for period, start, end in zip(periods, starts, ends, strict=False):
        own = sentence.part(
            max(start, period.at.start - _LONGEST_CLAUSE), min(end, period.at.end + _LONGEST_CLAUSE)
        )
        kind = _kind(period, own)
        if kind is not None:
            yield _duty(kind, period, own, sentence, instrument)


def _kind(period: Period, own: Words) -> DutyKind | None:
    before = own.passage.text[own.start : period.at.start]
    if _NOTICE_AFTER.match(period.at.after) or _NOTICE_BEFORE.search(before):
        return "notice"
    if _KEPT.search(before):
        return "keeping"
    if _DEADLINE.search(before) or _RUNS.match(period.at.after):
        return "deadline"
    return None


def _duty(kind: DutyKind, period: Period, own: Words, sentence: Words, instrument: Instrument) -> Duty:
    place = instrument.place_of[sentence.passage]
    text = own.text
    about = _told_in(_THINGS, f"{_meant_by_it(sentence, instrument)} {text}")
    acts = _acts(period, own) if kind == "deadline" else frozenset({kind})
    things = _ended(text) if kind == "notice" else frozenset(_named(*one) for one in about)
    condition = sentence if kind == "notice" else own.part(own.start, period.at.start)
    return Duty(
        kind,
        period,
        sentence,
        place,
        acts,
        things or frozenset(name for name, _ in _told_in(_THINGS, place.heading)),
        _runs(period, own),
        apart_words(f"{_lead(sentence)} {text}", to_whom="tell" in acts or "give" in acts),
        (kind == "notice" and _who_may(sentence, instrument)) or parties_in(sentence, instrument),
        _CONDITION.search(_NOT_UNLESS.sub("", condition.text)) is not None,
    )


def _who_may(sentence: Words, instrument: Instrument) -> frozenset[str]:
    """Return the parties that a sentence names as those who may do something: before its first "may", else
    after the "by" behind that."""
    text = sentence.passage.text
    found = _MAY.search(text, sentence.start, sentence.end)
    if found is None:
        return frozenset()
    by = _BY.search(text, found.end(), sentence.end)
    before = parties_in(sentence.part(sentence.start, found.start()), instrument)
    return before or (parties_in(sentence.part(*by.span()), instrument) if by else frozenset())


def _acts(period: Period, own: Words) -> frozenset[str]:
    """Return what is done within a period: by the verb after the last "shall" or the like before it, or after
    the first behind it; by all verbs if there is none such."""
    told = list(_SHALL.finditer(own.passage.text, own.start, own.end))
    before = [one for one in told if one.start() < period.at.start]
    verb = before[-1][1] if before else told[0][1] if told else own.text
    return frozenset(name for name, _ in _told_in(_ACTS, verb))


def apart_words(text: str, *, to_whom: bool) -> frozenset[str]:
    """Return the words of a text that tell a duty or a limit apart from others that are alike."""
    words = [*_APART.findall(text), *(_TO_WHOM.findall(text) if to_whom else ())]
    return frozenset(map(str.lower, words))


def _lead(sentence: Words) -> str:
    """Return the few words that head the paragraph of a sentence, "Urgent calls.", "" if none do."""
    found = _HEADS.match(sentence.passage.text, sentence.passage.typed)
    return found[0] if found else ""


def _meant_by_it(sentence: Words, instrument: Instrument) -> str:
    """Return how the sentence before begins, of which one speaks as "it"."""
    if not _IT.match(sentence.text):
        return ""
    before = [one for one in instrument.sentences_of(sentence.passage) if one.end <= sentence.start]
    return before[-1].text[:_LONGEST_SUBJECT] if before else ""


def _told_in(way: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    """Return what a lexicon finds in words: the name of each, and the word before it."""
    found = []
    for match in way.finditer(text):
        named = match.groupdict()
        kind = (named.pop("kind", None) or "").lower()
        if _NO_KIND.fullmatch(kind) or _ACTS.fullmatch(kind):
            kind = ""
        if not _A_VERB.fullmatch(kind):
            found += [(name, kind) for name, words in named.items() if words]
    return found


def _named(name: str, kind: str) -> str:
    return f"{kind} {name}".strip()


def _runs(period: Period, own: Words) -> str:
    """Return from when a period runs: "aware", "month", "before meeting", else in the words that tell it; ""
    if none do."""
    runs = _RUNS.match(own.passage.text, period.at.end, own.end)
    found = _WHEN.search(runs["when"]) if runs else None
    if runs is not None and _OF_IT.match(runs["when"]):
        *_, found = [None, *_WHEN.finditer(own.passage.text, own.start, period.at.start)]
    if runs is None:
        return "aware" if _AWARE.search(own.text) else ""
    if found is None:
        return plain(runs["when"])
    before = runs["way"].lower() in ("before", "prior to", "preceding")
    name = found["period"] or str(found.lastgroup)
    return f"before {name.lower()}" if before else name.lower()


def _ended(text: str) -> frozenset[str]:
    """Return what is ended on notice, as far as that is told."""
    found = _ENDS.search(text)
    if found is None:
        return frozenset()
    named = next((words.lower() for words in found.groupdict().values() if words), "agreement")
    if _AGREEMENT.fullmatch(named):
        named = "agreement"
    return frozenset({_SAME_THINGS.get(named, named)})
