"""When a name of the past is in its place: where the text tells history, saves old law, or quotes a title."""

from __future__ import annotations

import re
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.law import Mention
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19|20)\d\d"
_FARTHEST_BEFORE, _FARTHEST_SOURCE = 90, 260


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


_ENDED = _any(
    "repeal(?:ed|s)?\\b",
    "revo(?:k|c)",
    "abolish",
    "abolition",
    "used to be",
    "dissol(?:ved|ution)",
    "disestablish",
    "ceased to (?:exist|have)",
    "superseded",
    "renamed",
    "merge[dr]\\b",
    "no longer (?:exist|in force|bind|appl|there)",
    "before (?:[\\w()]+ ){1,9}came into (?:force|effect|being)",
)
_FOLLOWED = _any(
    "predecessor",
    "succe(?:eded|eds|eding)\\b",
    "successors?(?: \\w+)?(?: in title)? (?:to|of)\\b",
    "(?:as|is|, its|the) (?:statutory |legal )?successor\\b(?! (?:bod|organi|legis|provis))",
    "replaced by",
    "in (?:the )?(?:place|stead) of",
    "(?:passed|vested|transferred|moved) from\\b",
    "(?:took|taken|takes) (?:over|on\\b|the place)",
    "inherit",
    "transfer scheme",
    "(?:now|then|subsequently|formally) known as",
    "re-enact(?:s|ing)\\b",
)
_SAVED = _any(
    "had effect",
    "under the law then",
    "(?:transitional|saving) (?:provision|arrangement)",
    "(?:saved|preserved) by",
    "re-enact(?:ed|ing) (?:in|by)",
    "while [^.;]{1,60} (?:was|were) in force",
    "immediately before",
    "prior to its",
    "before its",
    "accrued (?:against|to|by|under|from)",
)
_READ_AS = (
    r"references?\b[^.;]{0,140}\b(?:read|construed|treated|understood|taken)\b[^.;]{0,20}"
    r"\b(?:as|to)\b[^.;]{0,20}\breferences?"
)
_GOES_ON = pattern(
    r"\b(?:(?:continu\w+|still|go(?:es)? on|remains? to) (?:to )?(?:appl|govern|have effect|bind)"
    r"|(?<!staff )(?<!employees )(?<!officers )(?<!members )remains? "
    r"(?:subject to|governed by|bound by|in force)|preserves?\b)",
    re.IGNORECASE,
)
"""How the text says that law goes on for what began under it; a body cannot go on so."""
_PASSED_ON = pattern(r"[^.;]{0,90}\b(?:passed|vested|transferred|moved|novated) (?:to|in)\b")
_SAVED_IN_SENTENCE = pattern(rf"\b{_any(_ENDED, _FOLLOWED, _SAVED, _READ_AS)}", re.IGNORECASE)
_BOILERPLATE = pattern(
    r"\bsuccessors? (?:in title and|and (?:permitted )?assigns|legislation|statutes?|acts?|regulations)\b"
    r"|\b(?:or|and) (?:to )?(?:any|its|their|such|other|a)\b[^.;,)]{0,40}\bsuccessors?\b"
    r"(?: (?:bod\w+|organi\w+))?(?: (?:to|of) (?:it|them|either|any)\b)?"
    r"|\b(?:or|and) (?:to )?(?:any|its|their|such|other|another|a|whatever|whichever|the)\b[^.;,)]{0,40}\b"
    r"(?:(?:succeed|replac)(?:s|es|ing)|(?:may |shall |will )?(?:succeed|replace|inherit|supersede)s?"
    r"|(?:takes?|taking)(?: over| on\b| its place| the place)|inherits?|inheriting|supersed(?:es|ing))\b"
    r"(?: to)?(?: (?:it|them|its|their|any|those|the)\b)?"
    r"|\b(?:amended|modified|extended|re-enacted|consolidated|supplemented|varied|superseded|repealed)\b"
    r"[^.;]{0,60}\b(?:replaced|superseded|re-enacted|repealed)(?: by)?\b"
    r"|\b(?:replacing|superseding|succeeding|re-enacting) (?:it|them|any|the same)\b",
    re.IGNORECASE,
)
"""Words that every definition of law has, and that save nothing."""

_PAST_MARK = _any(
    "former(?:ly)?",
    "previous(?:ly)?",
    "legacy",
    "originally",
    "first (?:under|\\w+ed)",
    "replac(?:ed|es|ing)",
    "(?:until|before|prior to|up to(?! date))",
    "(?:was|were|had been|been) (?:\\w+ ){0,2}(?:made|entered into|awarded|procured|let|advertised)",
    "(?:commenced|begun|began|started|launched|advertised)",
    "repeal(?:s|ed)|revok(?:es|ed)",
)
_INSTRUMENTS = (
    r"(?:[Rr]egulations?|[Oo]rders?|[Dd]irections?|(?<!this )(?<!This )[Aa]greements?|[Dd]eeds?|[Rr]ules"
    r"|[Pp]artnerships?|[Aa]rrangements?)(?: \d{4})?,? (?:(?:originally|first|each) )?made under"
)
_MARKED_BEFORE = pattern(
    r"\b(?:former(?: [A-Z][\w’]*){1,5} and(?: the)?|"
    rf"(?:{_PAST_MARK}|{_INSTRUMENTS})(?: (?!shall\b|must\b|will\b|and\b|or\b)[\w’/()“”-]+){{0,5}})"
    r" ?[“‘(]?$",
)
_AFTER_A_PROCEDURE = pattern(
    r"\b(?:following|after|by|through) an? (?:\w+ ){0,3}(?:procedure|procurement|competition|tender|exercise"
    r"|process|call for competition)(?: (?:held|run|conducted|carried out))?"
    r" (?:under|in accordance with|pursuant to) (?:the )?$"
)
_DID = pattern(
    r"(?: of the [^.;,:]{0,60}?\b(?:Act|Regulations|Order) \d{4})?[”\"]?(?: \([^()]*\))?"
    r"(?:,? (?:and|or) [^.;,:]{0,80}?\b(?:Act|Regulations|Order) \d{4})?,? (?:then |first |also )*"
    r"(?:enabled|allowed|permitted|gave|introduced|created|established|abolished|empowered|brought|imposed"
    r"|made (?:it|new|changes?|provision)|set up|provided (?!that\b|by\b|in\b|to\b|it\b|such\b))"
)
"""What law did when it stood: "the Act of 1999 enabled councils and health bodies to pool their money"."""
_FOUNDED = pattern(
    r"\b(?:incorporated|formed|registered|constituted|established|set up|founded)\b[^.;]{0,60}"
    r"\b(?:under|by|pursuant to) (?:the )?[“\"]?$"
)
"""Before the law under which a company or a society came into being, which it bears for good."""
_SAVED_BEFORE = pattern(
    r"(?:\b(?:then|former|formerly|previously|once|late|ex|old|predecessor)(?: the| as)?"
    r"|\(?\b(?:was|were)(?: the)?|\bex-) ?[“‘(]?$",
    re.IGNORECASE,
)
_IN_BRACKETS = _any(
    "now",
    "then",
    "since",
    "as it (?:was|had)",
    "as then",
    "abolished",
    "repealed",
    "revoked",
    "which (?:was|were)",
)
_SAVED_AFTER = pattern(
    r"\)? (?:is|are|was|were|shall be) (?:deleted|omitted|removed|taken out)"
    rf"|[”’\"]?,? ?(?:\((?:{_IN_BRACKETS}|until|(?:(?:{_MONTH}) )?{_YEAR}\b)"
    r"|as it (?:had|then had|was)|as (?:then )?in force|now (?:part|known|called|merged|the|section)"
    rf"|,? (?:in )?\(?{_YEAR}\b"
    r"|[”\"] (?:there )?(?:(?:shall|will) be|(?:is|are) to be|(?:is|are)) (?:read|construed|replaced"
    r"|substituted|deleted|changed))",
    re.IGNORECASE,
)
_BEARS_A_DUTY = pattern(
    r",? ?(?:(?:which|who|and (?:it|they)) )?(?:shall|must|will|may|agrees? to)\b"
    r"(?! (?:(?:from|after|on|with effect from) [^.,;]{1,30} )?(?:now |then |still )?"
    r"(?:be (?:read|construed|treated|taken|understood|replaced|deleted|dissolved|abolished|merged|succeeded"
    r"|renamed|disestablished|wound up|superseded)"
    r"|continue|cease|remain|not appl))",
)
_DUTY = pattern(
    r"\b(?:shall|must|will|is to|are to|agrees? to|undertakes? to|complies|comply)\b", re.IGNORECASE
)
_TELLS_OF_THE_PAST = pattern(
    r"\b(?:(?<!have )(?<!has )had|was|were|until|originally|since"
    r"|(?:entered into|agreed|established|made|began|set up|ran)\b.{0,80}"
    rf"\b{_YEAR}(?! Act\b| Regulations\b)"
    rf"|[Ii]n {_YEAR}|[Ff]rom {_YEAR} to {_YEAR}|[Bb]etween {_YEAR} and {_YEAR}"
    rf"|(?:dated|[Oo]n) \d{{1,2}} [A-Z][a-z]+ {_YEAR})\b"
)
_WAS = pattern(r"\b(?:was|were|(?<!have )(?<!has )had)\b")
_IS = pattern(r"\b(?:is|are) (?:\w+ )?(?:held|paid|kept|used|spent|made|given|sent|met)\b")
_PROVISION_OF = (
    r"(?:the )?(?:(?:[Ss]ections?|[Ss]s?\.?) [\w.()]{1,10}(?: and \w+)? (?:of|to) )?(?:the )?[“\"]?$"
)
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:day of )?(?:{_MONTH}) {_YEAR}"
_MADE = r"(?:made|entered into|established|concluded|executed)"
_INSTRUMENT = r"(?:agreement|deed|arrangements?|memorandum|partnership)"
_UNDER = r"(?:under|pursuant to|by virtue of|in exercise of (?:the|their) powers? (?:in|of|under))"
_MADE_UNDER = pattern(
    rf"(?:\b{_INSTRUMENT} (?:dated|made on|entered into on|of)(?: the)? (?P<dated>{_DATE})"
    rf"(?:,? \([^()]*\))?,?(?: and)?(?: {_MADE})?(?: (?:between|by) [^.;]{{0,60}})?"
    rf"|\b(?:[Oo]n|dated) (?P<on>{_DATE}),? [^.;,]{{0,60}}\b(?:{_MADE}|signed) (?:an?|their|the)"
    rf" (?:\w+ ){{0,3}}{_INSTRUMENT})"
    rf",? {_UNDER} {_PROVISION_OF}"
)
"""An agreement with the day on which it was made, and the law under which."""
_MEANS_TODAY = pattern(
    r"\b(?:as defined (?:in|by)|(?:has|have|bears?) the (?:same )?meanings? (?:given|that|as|set out"
    rf"|in)\b[^.;]{{0,40}}|within the meaning of|is defined (?:in|by)) {_PROVISION_OF}"
)
_ACT_IN_NAME = pattern(r"\bAct\b")
_TIME = pattern(
    rf"\b(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH}),? "
    r"|(?:in|from|since|before|until|by|(?<!Act )(?<!Regulations )of|between|during|early|late) "
    rf"|the (?=\d{{4}} (?-i:[a-z]))(?!\d{{4}} (?:act|regulations)\b))(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_FROM_THEN = pattern(
    r"\b(?:on (?:or|and) after|after|from|since|with effect from|not before"
    r"|(?:begun|began|begins|commenced|started|launched|advertised|procured|awarded|tendered) (?:in|on)) $",
    re.IGNORECASE,
)
_OF_WHAT_IS_BEFORE = pattern(
    r"\b(?:before|until|prior|earlier|previous\w*|continu\w+|still|remain\w*|already)\b", re.IGNORECASE
)
_STILL_ACTS = pattern(
    r"\b(?:still|currently|nowadays|at present)\b(?! known| called)[^.;]{0,40}\b(?:by|to|with|of)(?: the)? $",
    re.IGNORECASE,
)
"""Before a body of which something is told as of today: "is still paid by"."""
_FINANCIAL_YEAR = pattern(r"[/–-]\d\d")
_OWN_DATE = pattern(
    r"\bthis (?:partnership |framework )?(?:agreement|deed|memorandum|contract|document)\b[^.;]{0,60}"
    r"\b(?:made|dated|entered|commence\w*|begins?|starts?)\b",
    re.IGNORECASE,
)
_RECITALS = pattern(r"\b(?:background|recitals?|introduction|history|context|whereas)\b", re.IGNORECASE)
_TELLS_OF_THE_FUTURE = pattern(
    r"\b(?:will|proposed|proposals?|expected|intended|bill|anticipated|planned|when|once|establishment of"
    r"|subject to|future|successors?|replaced?)\b",
    re.IGNORECASE,
)
_QUOTED = r"(?:[^“”‘’]|(?<=\w)’(?=\w))*"
_OPEN_QUOTE = pattern(rf"[“‘]{_QUOTED}$")
_CLOSE_QUOTE = pattern(rf"{_QUOTED}[”’]")
_PUT_IN = pattern(
    r"\b(?:substitut(?:e|ed|ing)|insert(?:ed|ing)?|add(?:ed|ing)?|replac(?:e|ed|ing) (?:it )?(?:with|by)"
    r"|read(?:s)?(?: as follows)?|following|to read)\b[^“”\"]{0,60}$",
    re.IGNORECASE,
)
_TAKEN_OUT = pattern(
    r"\b(?:delet|omit|remov|strik|substituted for|(?:for|in place of|instead of|replac\w+)(?: the)?"
    r"(?: words?| phrase| definition| references? to| expression)?:? *$|words?:? *$|references? to:? *$)",
    re.IGNORECASE,
)
_NAMES_A_PAPER = pattern(
    r"(?:’s?)? (?:[A-Z][\w-]+ |(?:and|for|of) ){0,4}"
    r"(?:Plan|Strategy|Report|Review|Framework|White Paper|Bill|Toolkit|Prospectus|Mandate|Manual|Handbook)\b"
)
"""What follows the name of a body in the title of what it published: "Public Health England Strategy"."""
_LONGEST_TITLE = 14
_OF_A_SENTENCE = pattern(r"\b(?:shall|must|will|may|means|is|are|has|have)\b")


def is_history(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether a name of the past may be right where it stands."""
    at, until = mention.at, mention.row.until
    sentence = _part_between_semicolons(at, sentence_of(at, instrument))
    around = _BOILERPLATE.sub("", sentence.text)
    before = at.passage.text[max(sentence.start, at.start - _FARTHEST_BEFORE) : at.start]
    place = instrument.place_of[at.passage]
    if mention.row.kind in ("body", "local"):
        if _NAMES_A_PAPER.match(at.after):
            return True
        if _STILL_ACTS.search(before) or (until is not None and _acted_too_late(sentence.text, until)):
            return False
    elif mention.row.kind == "guidance":
        return bool(_SAVED_IN_SENTENCE.search(around) or _SAVED_BEFORE.search(before))
    elif until is not None and (
        _is_of_what_began_later(around, until) or _is_source_since(mention, sentence.text, until)
    ):
        return False
    return bool(
        (_SAVED_IN_SENTENCE.search(around) and not _BEARS_A_DUTY.match(at.after))
        or (mention.row.kind == "law" and _GOES_ON.search(around))
        or _PASSED_ON.match(at.after)
        or _SAVED_AFTER.match(at.after)
        or _SAVED_BEFORE.search(before)
        or _MARKED_BEFORE.search(before)
        or (_AFTER_A_PROCEDURE.search(before) and not _DUTY.search(before))
        or (mention.row.kind == "law" and _DID.match(at.after) and not _DUTY.search(before))
        or (mention.row.kind == "law" and _FOUNDED.search(before) and not _DUTY.search(before))
        or (_WAS.search(around) and not _DUTY.search(around) and not _IS.search(around))
        or _is_quoted_as_past(at)
        or _tells_of_its_time(around, until, place, instrument)
        or (_is_recital(place) and _TELLS_OF_THE_PAST.search(around))
    )


def _is_of_what_began_later(text: str, until: date) -> bool:
    """Tell whether a sentence is about what begins when law stood no more, and of nothing before.

    "Procurements begun on or after 24 February 2025" are.
    """
    if _OF_WHAT_IS_BEFORE.search(text):
        return False
    times = list(_TIME.finditer(text))
    later = [day for day in times if _begins_on(day) and _day_of(day) >= until]
    return bool(later) and not any(_is_up_to(time, until) for time in times if time not in later)


def _is_source_since(mention: Mention, text: str, until: date) -> bool:
    """Tell whether an Act is told to be the source of what was made when it stood no more, or of a meaning
    that words have today: "by an agreement of 2021 under section 31 of the Act of 1999"."""
    before = mention.at.shortly_before(_FARTHEST_SOURCE)
    if not _ACT_IN_NAME.search(mention.at.text):
        return False
    if _MEANS_TODAY.search(before) and not _WAS.search(text):
        return True
    made = _MADE_UNDER.search(before)
    day = _TIME.search(made["dated"] or made["on"]) if made else None
    return day is not None and not _is_up_to(day, until)


def _begins_on(time: re.Match[str]) -> bool:
    """Tell whether something begins on a day: "on or after 24 February 2025"."""
    return time["month"] is not None and _FROM_THEN.search(time.string[: time.start()]) is not None


def _day_of(time: re.Match[str]) -> date:
    """Return the day that words give, the first of the month if they give none."""
    return date(int(time["year"]), MONTHS.index(time["month"].capitalize()) + 1, int(time["day"] or 1))


def _part_between_semicolons(at: Words, sentence: Words) -> Words:
    """Return the part of a sentence in which words stand: what it says of the past ends with a semicolon."""
    text = at.passage.text
    start = text.rfind("; ", sentence.start, at.start)
    end = text.find("; ", at.end, sentence.end)
    return sentence.part(start + 1 if start >= 0 else sentence.start, end if end >= 0 else sentence.end)


def is_prospect(at: Words, instrument: Instrument) -> bool:
    """Tell whether a name of what is to come may be right where it stands."""
    return bool(_TELLS_OF_THE_FUTURE.search(sentence_of(at, instrument).text))


def sentence_of(at: Words, instrument: Instrument) -> Words:
    """Return the sentence in which words stand."""
    sentences = instrument.sentences_of(at.passage)
    whole = Words(at.passage, at.passage.typed, len(at.passage.text))
    return next((one for one in sentences if one.start <= at.start and at.end <= one.end), whole)


def _tells_of_its_time(text: str, until: date | None, place: Place, instrument: Instrument) -> bool:
    """Tell whether a sentence gives a day or a year at which a name still stood.

    The date of the instrument itself does not count, nor do the dates in the clause that names the parties.
    """
    if until is None or place.passage in instrument.parties_clause or _OWN_DATE.search(text):
        return False
    return any(_is_up_to(time, until) for time in _TIME.finditer(text))


def _acted_too_late(text: str, until: date) -> bool:
    """Tell whether a sentence in the past gives none but days on which a body was there no more."""
    days = list(_TIME.finditer(text))
    return bool(days) and _WAS.search(text) is not None and not any(_is_up_to(day, until) for day in days)


def _is_up_to(time: re.Match[str], until: date) -> bool:
    year = int(time["year"])
    if _FINANCIAL_YEAR.match(time.string, time.end()) and not time["month"]:
        return date(year, 4, 1) < until
    if year != until.year or not time["month"]:
        return year <= until.year
    month = MONTHS.index(time["month"].capitalize()) + 1
    return (month, int(time["day"] or 1)) <= (until.month, until.day)


def _is_quoted_as_past(at: Words) -> bool:
    """Tell whether words stand between quotation marks as a title, or as words that are taken out.

    What a variation puts in between quotation marks is said anew.
    """
    opened, closed = _OPEN_QUOTE.search(at.before), _CLOSE_QUOTE.match(at.after)
    if opened and closed:
        lead, inside = at.before[: opened.start()], opened[0][1:] + at.text + closed[0][:-1]
        whole = not (opened[0][1:].strip() or closed[0][:-1].strip())
    else:
        before, after = at.before.split('"'), at.after.split('"')
        if len(before) % 2 or len(after) % 2:
            return False
        lead, inside = '"'.join(before[:-1]), before[-1] + at.text + after[0]
        whole = not (before[-1].strip() or after[0].strip())
    lead = lead[-_FARTHEST_BEFORE:]
    lead = lead[max(lead.rfind("”"), lead.rfind('"')) + 1 :]
    if _PUT_IN.search(lead):
        return False
    return _TAKEN_OUT.search(lead) is not None or (not whole and _is_title(inside))


def _is_title(quoted: str) -> bool:
    words = quoted.split()
    return len(words) <= _LONGEST_TITLE and quoted.strip()[:1].isupper() and not _OF_A_SENTENCE.search(quoted)


def _is_recital(place: Place) -> bool:
    return bool(_RECITALS.search(place.heading)) or _RECITALS.match(place.passage.words) is not None
