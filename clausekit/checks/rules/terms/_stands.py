"""Which defined term words stand for that are no defined term themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import Use
from clausekit.checks.rules._shared.lexicon import LONGEST, OWNED, PUT_IN, Lexicon, Stand, last_piece
from clausekit.checks.rules._shared.term_words import ACRONYMS, GROUPS, SHORT_NAMES
from clausekit.checks.rules._shared.terms import (
    follows_a_determiner,
    is_listed,
    is_quoted,
    is_spoken_of,
    stem,
    stems,
)
from clausekit.checks.rules.terms._capitals import in_other_capitals
from clausekit.checks.rules.terms._explained import are_ordinary, aside, is_named_aside, is_told_of
from clausekit.checks.rules.terms._initials import in_letters
from clausekit.checks.rules.terms._national import is_national
from clausekit.checks.rules.terms._near import Distance, Near, content
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import names_a_body

_SLIPS = ("number", "spelling")
"""What differs so little that even the name of a body is not likely to be another's."""

_FULL_NAME = pattern(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:(?:and|of|for) )?[A-Z][\w’'-]*){1,5}) \([“\"‘']?(?:the |an? )?[“\"‘']?$"
)
_MEANS_THE = pattern(
    r"\s*the (?:[\w-]+ ){0,2}?(?P<what>[a-z]+)(?! (?:for|of) (?:a|an|each|any|that|which)\b)\b"
)
_MEANS_ONE = pattern(r"\s*(?:means )?the [a-z]")
_THE = pattern(r"\b[Tt]he $")
_SINGLE = frozenset(
    ("service", "fund", "board", "committee", "group", "team", "panel", "hub", "protocol", "reserve")
)
"""What an agreement has but one of, where it means "the" one."""
_THIS = pattern(
    r"\b[Tt]his (?P<name>Agreement|Contract|Deed|Undertaking|Licence|Lease|Memorandum|Protocol|Policy|Plan"
    r"|Scheme|Order|Framework|Constitution|Charter)\b"
    r"|\b[Tt]hese (?P<names>Conditions|Terms|Terms and Conditions|Regulations|Rules|Articles)\b"
)
_LETTERS = 3
_FEW = 2
_MADE_LARGER = frozenset((*GROUPS, "hub", "fund", "pool", "store", "manager", "protocol"))
"""What an agreement has but one of, so that a word put before it makes no other."""
_ADDED_WORDS = """
annual yearly agreed approved overall joint formal total aggregate applicable appropriate designated
authorised nominated named appointed responsible respective main dedicated lead shared
"""
_ADDED = frozenset(_ADDED_WORDS.split())
"""What drafters put before a term without making it another: "Annual Activity Plan"."""
_OF_SOMEBODY = pattern(r" (?:of|published|issued|made|agreed|set up|between|under) (?:the )?[A-Z]|,? \(")
"""After words that name what is another’s: "the Joint Activity Plan of the Trusts"."""
_OF_A_PARTY = pattern(r" of (?:the )?(?:Council|Borough|Authority|Trust|ICB|CCG|Company)\b")
"""What a body has for itself: "the Executive Board of the Council"."""
_KIND_OF_BODY = pattern(r"([A-Z&]{2,6})(CCG|ICB|PCT|NHSFT|FT|MBC|BC|CC|DC)")
_NEAR = 40
_PAIR = 2


def stands(instrument: Instrument) -> tuple[Stand, ...]:
    """Return the phrases in capitals that are no term, and stand for one."""
    return instrument.once(_stands)


def _stands(instrument: Instrument) -> tuple[Stand, ...]:
    return tuple(_each_stand(instrument))


def _each_stand(instrument: Instrument) -> Iterator[Stand]:
    lexicon = Lexicon(instrument.definitions)
    near = Near((*filter(_is_thing, instrument.definitions), *_named_in_full(instrument)))
    begins = {(use.at.passage, use.at.start): use for use in instrument.uses}
    letters = {
        words: one
        for one in instrument.definitions
        for words in (one.term, *one.variants)
        if words.isupper() and words.isalpha() and len(words) >= _LETTERS
    }
    yield from _several(instrument)
    yield from _apart(instrument)
    yield from in_letters(instrument)
    for phrase in instrument.capitals:
        if phrase.at.text.isupper() and phrase.at.shortly_before(1) == "[":
            continue  # a blank: "[START DATE]"
        use = begins.get((phrase.at.passage, phrase.at.end + 1))
        last = last_piece(phrase.at)
        if use and (_is_put_before(last, use) or _is_added(phrase, use, instrument)):
            whole = last.part(last.start, use.at.end)
            yield Stand(whole, use.definition, "lengthened")
            continue
        if phrase.likeness == "acronym":
            yield from _other_letters(phrase, letters)
        elif phrase.likeness != "party" and not is_quoted(phrase.at):
            found = [one for one in lexicon.stands(phrase) if _may_be_meant(one, phrase, instrument)]
            yield from found or _stands_near(phrase, near, instrument)


def _is_cut(stand: Stand, instrument: Instrument) -> bool:
    """Tell whether the passage before ends with the words that are missing: "the Pooled", "Fund Manager"."""
    at = stand.at
    if stand.deviation != "shortened" or at.start > at.passage.typed:
        return False
    before = instrument.once(_passage_before).get(at.passage)
    missing = stand.definition.term.removesuffix(at.text)
    return before is not None and before.words.rstrip().endswith(f" {missing.strip()}")


def _passage_before(instrument: Instrument) -> Mapping[Passage, Passage]:
    return {after.passage: before.passage for before, after in pairwise(instrument.places)}


def _may_be_meant(stand: Stand, phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a term may be meant: what looks like the name of a body is rather another's, and its own
    meaning may name it in full."""
    in_full = stand.deviation == "lengthened" and stand.at.overlaps(stand.definition.meaning)
    if stand.deviation == "shortened" and stand.at.text in instrument.once(_own_names):
        return False
    if in_full or _is_cut(stand, instrument) or _is_of_another_kind(stand):
        return False
    last = stems(stand.at.text)[-1]
    if stand.deviation == "synonym" and last in GROUPS and _OF_A_PARTY.match(stand.at.shortly_after(_NEAR)):
        return False
    if phrase.likeness != "body" or stand.deviation in _SLIPS or _is_of_a_role(stand):
        return True
    return last in GROUPS and are_ordinary(stand.at, instrument)


def _own_names(instrument: Instrument) -> frozenset[str]:
    """Return what the instrument calls itself: "this Contract", "these Conditions"."""
    found = instrument.search(_THIS, signs=("this", "these"))
    return frozenset(match["name"] or match["names"] for _, match in found)


def _is_of_another_kind(stand: Stand) -> bool:
    """Tell whether words cannot be short or long for a term: "Information" does not say what a "Request for
    Information" is, "Officers" are not the one whom a term means, and "Chief Executive Officer" is a name."""
    words, definition = stand.at.text, stand.definition
    if stand.deviation == "lengthened":
        return is_national(words)
    if stand.deviation != "shortened":
        return False
    several = words.endswith("s") and not definition.term.endswith("s")
    one = _MEANS_ONE.match(definition.meaning.text) is not None
    return (several and one) or re.search(
        rf" (?:for|of|in|to) {re.escape(words)}$", definition.term
    ) is not None


def _other_letters(phrase: Capitals, letters: Mapping[str, Definition]) -> Iterator[Stand]:
    """Yield the short form of which a phrase has all letters but one, the first among them."""
    words = phrase.at.text
    if (
        words in ACRONYMS
        or words in SHORT_NAMES
        or phrase.times > _FEW
        or not _THE.search(phrase.at.shortly_before(5))
    ):
        return
    near = {
        one
        for short, one in letters.items()
        if len(short) == len(words)
        and short[0] == words[0]
        and sum(a != b for a, b in zip(short, words, strict=True)) == 1
    }
    if len(near) == 1:
        yield Stand(phrase.at, near.pop(), "letter")


def _apart(instrument: Instrument) -> Iterator[Stand]:
    """Yield short names of bodies with a blank or a hyphen before the kind of body, "EW CCG" for "EWCCG",
    where all is in capitals, so that it is no phrase that has some."""
    for definition in instrument.definitions:
        parts = _KIND_OF_BODY.fullmatch(definition.term)
        if parts:
            written = re.compile(rf"(?<![\w&-]){re.escape(parts[1])}[ \u00a0-]{parts[2]}\b")
            for words, _ in instrument.search(written, signs=(parts[1].lower(),)):
                if not any(one.at.overlaps(words) for one in instrument.capitals):
                    yield Stand(words, definition, "apart")


def _is_thing(definition: Definition) -> bool:
    return definition.kind not in ("abbreviation", "party")


def _named_in_full(instrument: Instrument) -> Iterator[Definition]:
    """Yield the names for which the text gives a short form, as terms: "The Joint Board (“the Board”)"."""
    for definition in instrument.definitions:
        if definition.kind not in ("text", "abbreviation"):
            continue
        before = _FULL_NAME.search(definition.at.shortly_before(LONGEST))
        if before and not names_a_body(before["name"]):
            start = definition.at.start - len(before[0]) + before.start("name") - before.start()
            at = Words(definition.at.passage, start, start + len(before["name"]))
            yield replace(definition, term=before["name"], at=at)


def _stands_near(phrase: Capitals, near: Near, instrument: Instrument) -> Iterator[Stand]:
    """Yield what a phrase stands for that shares the distinguishing words of a term.

    Whose own it is ("the Trust’s Annual Plan"), and what is explained anywhere, is something else.
    """
    at = phrase.at
    if at.end - at.start > LONGEST or phrase.times > _FEW:
        return
    if not is_spoken_of(at) or OWNED.search(at.shortly_before(3)):
        return
    if phrase.likeness == "heading" or (phrase.likeness == "body" and not are_ordinary(at, instrument)):
        return
    words = content(at.text)
    found = near.to(words)
    if not found or words[:1] == ("nhs",) or (is_national(at.text) and not _is_put_in(words, *found)):
        return
    if not is_told_of(phrase) and not is_named_aside(phrase, instrument):
        definition, distance = found
        if definition.holds_in(at.passage.division):
            yield Stand(at, definition, distance)


def _is_put_in(words: Sequence[str], definition: Definition, distance: Distance) -> bool:
    """Tell whether what all know under its name is a defined term with one word put in: "Data Subject Access
    Request" for "Data Subject Request"."""
    term = content(definition.term)
    return distance == "lengthened" and len(words) == len(term) + 1 and words[-1] == term[-1]


def _several(instrument: Instrument) -> Iterator[Stand]:
    """Yield the uses in the plural of a term that means but one thing: "the Home First Services"."""
    for definition, uses in instrument.uses_of.items():
        others = [use for use in uses if use.form == "other number" and use.at.text.endswith("s")]
        if len(others) == 1 and len(uses) > _FEW and _means_but_one(definition):
            at = others[0].at
            if _THE.search(at.shortly_before(5)) and not at.passage.heading:
                yield Stand(at, definition, "several")


def _means_but_one(definition: Definition) -> bool:
    """Tell whether a term of three words means the one thing that its last word says: "the service"."""
    words = definition.term.split()
    means = _MEANS_THE.match(definition.meaning.text[:LONGEST])
    last = words[-1].lower()
    one = means is not None and means["what"] == last and last in _SINGLE
    return is_listed(definition) and len(words) > _PAIR and one


def _is_of_a_role(stand: Stand) -> bool:
    """Tell whether words have another form of a listed role that looks like a body's name."""
    same = stems(stand.at.text)[-1] == stems(stand.definition.term)[-1]
    return same and stand.deviation == "form" and is_listed(stand.definition)


def _is_put_before(words: Words, use: Use) -> bool:
    """Tell whether a word stands before a term, rather one for a group, as if it were part of it."""
    term = stems(use.definition.term)
    if words.text == "Key":
        return len(term) > 1
    return (
        len(term) > 1
        and term[-1] in _MADE_LARGER
        and stems(words.text)[-1:] == stems(words.text)
        and stems(words.text)[0] in PUT_IN
        and follows_a_determiner(words)
    )


def _is_added(phrase: Capitals, use: Use, instrument: Instrument) -> bool:
    """Tell whether a word is put before a listed term that says nothing new of it, once or twice only."""
    word = last_piece(phrase.at)
    if (
        stem(word.text) not in _ADDED
        or not is_listed(use.definition)
        or len(stems(use.definition.term)) < _PAIR
    ):
        return False
    whole = word.part(word.start, use.at.end)
    if not is_spoken_of(whole) or OWNED.search(word.shortly_before(3)):
        return False
    if _OF_SOMEBODY.match(whole.shortly_after(_NEAR)):
        return False
    others = instrument.once(_words_before_terms)[f"{word.text} {use.definition.term}"]
    return others <= _FEW and whole.text.lower() not in instrument.once(aside)


def _words_before_terms(instrument: Instrument) -> Counter[str]:
    """Return how often each word with a capital stands right before a term: "Annual Activity Plan"."""
    begins = {(use.at.passage, use.at.start): use.definition.term for use in instrument.uses}
    ends = ((last_piece(one.at), begins.get((one.at.passage, one.at.end + 1))) for one in instrument.capitals)
    return Counter(f"{word.text} {term}" for word, term in ends if term)


def stood_for(instrument: Instrument) -> frozenset[Definition]:
    """Return the definitions that are meant by words which differ from the term: the fault lies there."""
    meant = (one.definition for one in stands(instrument))
    return frozenset((*meant, *(one.definition for one in in_other_capitals(instrument))))
