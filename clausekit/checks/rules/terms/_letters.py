"""Abbreviations that nothing explains, where an instrument has a list of those that it uses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rules._shared.term_words import ACRONYMS, SHORT_NAMES
from clausekit.checks.rules._shared.terms import listed
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.names import BEGINNERS

_LETTERS = pattern(r"(?<![\w&/.@’'-])(?P<letters>[A-Z]{2,6}|[A-Z]{1,2}&[A-Z]{1,2})s?(?![\w&@’'-]|/\w|\.\w)")
_IN_BRACKETS = pattern(r"\([“\"‘']?(?:the )?[“\"‘']?(?P<letters>[A-Z][A-Z &/-]*[A-Z])s?\b")
_ACTS = pattern(
    r"(?:^The |(?:(?<=[.;:,] )|(?<=\t))(?:[Tt]he )?)(?P<letters>[A-Z]{3,6})[ \u00a0]"
    r"(?:shall|must|will|keeps|holds|provides|sends|pays|hosts|employs|manages|agrees|undertakes|appoints"
    r"|reports|invoices|prepares|chairs)\b"
)
_KNOWN_TO_ACT = frozenset((
    "DPO", "SIRO", "CFO", "COO", "CNO", "CMO", "SRO", "MHRA", "NAO", "HSE", "PHSO", "LGSCO", "LGO", "AMHP",
    "IMCA", "HWB", "SAB", "LSCB", "MASH", "NHSFT", "RBH", "BBC", "FCA", "HMG", "DVLA", "UKVI", "NCSC", "NHSX",
    "NHSBSA", "NHSBT", "HEE", "TDA", "WHO", "OPG", "IMHA", "SLT", "PMO", "CDOP",
))  # fmt: skip
"""Bodies and posts that those who work in this field know by their letters."""
_ANYWHERE: tuple[Role, ...] = ("text", "cell", "note", "heading", "cover", "signature")
_SELDOM = 3
"""What stands oftener is known to those who make the agreement."""
_ROMAN = pattern(r"[IVX]+")
_PARTS = pattern(r"[ /-]")
_NAME_BEFORE = pattern(r"(?<![\w’'/&-])(?P<word>[A-Z&][\w’'/&-]*)[ \u00a0]$")
_NAME_AFTER = pattern(r"[ \u00a0](?:&[ \u00a0])?[A-Z]")
_NEAR = 30
_A_LIST = 5
"""Whoever explains so many abbreviations in a list leaves the reader to look for all of them there."""
_FEWEST = 4
"""One of so many terms is an abbreviation where a list is one of abbreviations too."""
_OF_THE_FIELD = frozenset(("FOI", "EIR", "VCSE", "VCFSE", "VCS", "ASC", "CHC"))
"""Abbreviations that those know who work in this field, and that a list for all readers explains."""


def unexplained(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the places of each abbreviation that a list of abbreviations lacks."""
    terms_of_list = listed(instrument)
    letters_of_list = sum(_LETTERS.fullmatch(one.term) is not None for one in terms_of_list)
    if letters_of_list < max(_A_LIST, len(terms_of_list) / _FEWEST):
        return
    known = (ACRONYMS - _OF_THE_FIELD) | instrument.once(explained)
    terms = {(use.at.passage, use.at.end) for use in instrument.uses}
    found: dict[str, list[Words]] = defaultdict(list)
    for words, match in instrument.search(_LETTERS):
        letters = match["letters"]
        after_a_term = (words.passage, words.start - 1) in terms
        if letters in known or _ROMAN.fullmatch(letters) or _is_in_a_name(words, after_a_term=after_a_term):
            continue
        if instrument.place_of[words.passage].role != "cell" or words.text != words.passage.words.strip():
            found[letters].append(words)
    yield from found.values()


def acting(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the places of abbreviations that nothing explains, of which one says what they are to do: "WVCH
    keeps the records"; whoever reads this cannot know who is bound."""
    known = ACRONYMS | SHORT_NAMES | _KNOWN_TO_ACT | instrument.once(explained)
    named = {word for party in instrument.parties.each for word in party.name.text.split()}
    found: dict[str, Words] = {}
    for words, match in instrument.search(_ACTS, "text"):
        letters = match["letters"]
        if letters not in known and letters not in named and not _ROMAN.fullmatch(letters):
            found.setdefault(letters, words.part(*match.span("letters")))
    for letters, at in found.items():
        places = re.compile(rf"(?<![\w&/.@’'-]){re.escape(letters)}(?!\w)")
        everywhere = [words for words, _ in instrument.search(places, *_ANYWHERE)]
        if len(everywhere) <= _SELDOM:
            yield at, *(one for one in everywhere if not one.overlaps(at))


def _is_in_a_name(words: Words, *, after_a_term: bool) -> bool:
    """Tell whether letters are part of a name with other capitals beside them: "Hallow MBC"; the term in
    "Place ICP" is no part of it."""
    before = None if after_a_term else _NAME_BEFORE.search(words.shortly_before(_NEAR))
    if before and before["word"] not in BEGINNERS:
        return True
    return _NAME_AFTER.match(words.shortly_after(_NEAR)) is not None


def explained(instrument: Instrument) -> frozenset[str]:
    """Return the abbreviations that are defined, or stand in brackets after what they stand for: "long-acting
    contraception (LARC)"; of one that is joined to others, "LNG-IUS", the others too."""
    forms = {form for one in instrument.definitions for form in (one.term, *one.variants)}
    words = forms | {form.removesuffix("s") for form in forms}
    for _, match in instrument.search(_IN_BRACKETS, "text", "cell", "note", "heading", "cover"):
        words.update((match["letters"], *_PARTS.split(match["letters"])))
    return frozenset(words)
