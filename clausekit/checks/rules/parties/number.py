"""CK-PARTY-NUMBER: a verb in the singular for parties in the plural, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import collectives, plural
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_IRREGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}
_REGULAR = """
accept acknowledge act aim agree allow appoint approve arrange ask assume believe bear choose commit
confirm consent consider consult contribute decide declare delegate deliver desire discuss employ ensure
enter establish expect fail fund give grant hold host intend keep lend make manage mean meet monitor need
nominate notify own pay plan promise propose provide publish receive recognise recognize remain report
represent require retain review run send share sign support take tell undertake understand use want
warrant wish work write
"""


def _singular(verb: str) -> str:
    """Return a verb in the third person: "wish", "wishes"; "notify", "notifies"."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies"
    return _IRREGULAR.get(verb) or verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s")


_VERBS = {_singular(verb): verb for verb in (*_IRREGULAR, *_REGULAR.split())}
_PLURALS = {plural: singular for singular, plural in _VERBS.items()}
_ADVERB = (
    r"(?:(?:hereby|each|jointly|also|both|all|now|further|mutually|together|severally|therefore|then) ){0,2}"
)
_BEFORE_A_SUBJECT = pattern(
    r"(?:^|[.,;:)]|\d|\b(?:and|that|which|where|if|when|because|until|unless|once|since|while|as|whether|so"
    r"|(?<!nobody )(?<!one )(?<!none )(?<!nothing )(?<!all )but|or))[ \t]*$",
    re.IGNORECASE,
)


_BEFORE_NO_SUBJECT = pattern(
    r"\b(?:of|by|between|among|amongst|to|for|with|from|than|on|upon|against|under|in|at|about|like|or|and"
    r"|(?:nobody|no[ -]one|none|nothing|all) (?:but|except|save)|including|[a-z]+ing|[a-z]+s)[ \t]*$",
    re.IGNORECASE,
)
"""What stands before parties of whom no verb after them speaks: "a meeting of the Partners is held"."""
_NEAR = 60
_TWO = 2
_KINDS = ("CCG", "ICB", "PCT", "Council", "Trust", "Hospice")
"""Short names of parties that are words for a kind of body."""
_SPEAKS_OF_ANYTHING = frozenset((*_IRREGULAR, *_IRREGULAR.values()))


def _check(instrument: Instrument) -> Iterator[Hit]:
    several = _in_any_letters(instrument)
    signs = tuple(dict.fromkeys(map(str.lower, _plurals(instrument))))
    single = "|".join(map(re.escape, collectives(instrument)))
    many = re.compile(
        rf"(?:\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Aa]ll the) |(?<=\b[Ii]f )|(?<=\b[Ww]here )|(?<=\b[Ww]hen ))"
        rf"(?:{several}) {_ADVERB}(?P<verb>{'|'.join(_VERBS)})\b"
    )
    one = re.compile(
        rf"\b(?:[Ee]ach|[Ee]very|[Tt]he Host|[Tt]he Lead) (?:{single}) {_ADVERB}"
        rf"(?P<verb>{'|'.join(_PLURALS)})\b"
    )
    of_one = ("each ", "every ", "the host ", "the lead ")
    for wrong, begins, verbs, number in (
        (many, signs, _VERBS, "plural"),
        (one, of_one, _PLURALS, "singular"),
    ):
        for words, match in instrument.search(wrong, signs=begins):
            if _is_subject(words, match["verb"]):
                yield hit(
                    words,
                    f"“{words.text}” has a verb in the wrong number: its subject is in the {number}.",
                    f"Write “{words.text.removesuffix(match['verb'])}{verbs[match['verb']]}”.",
                )

    for words, kind in _several_of_one(instrument):
        yield hit(
            words,
            f"“{words.text}” speaks of several, but the {kind} is the only one that is a party.",
            f"Write “the {kind}”, or name those that are meant.",
            confidence="likely",
        )
    each = re.compile(rf"\b(?:[Ee]ach|[Ee]very) (?P<several>{several})\b(?![’'&/-])")
    for words, match in instrument.search(each, signs=("each ", "every ")):
        right = words.text.removesuffix(match["several"]) + _one(match["several"])
        yield hit(
            words,
            f"“{words.text}” has the plural, where one of them is meant.",
            f"Write “{right}”, or “{right}’s” if something of it is meant.",
        )


def _several_of_one(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield where all of several bodies of a kind are spoken of though but one is a party, and its short name
    is the word for that kind: "each of the CCGs"."""
    known = {form for one in instrument.definitions for form in (one.term, *one.variants)}
    shorts = [short.term for party in instrument.parties.each for short in party.short]
    alone = [
        kind
        for kind in _KINDS
        if kind in shorts and f"{kind}s" not in known and sum(short.endswith(kind) for short in shorts) == 1
    ]
    if len(instrument.parties.each) < _TWO or not alone:
        return
    kinds = "|".join(alone)
    several = re.compile(
        r"\b(?:(?:[Ee]ach|[Ee]ither|[Nn]either|[Nn]one|[Aa]ny) of the|[Bb]oth(?: of)?(?: the)?"
        r"|[Aa]ll (?:of )?the)"
        rf" (?P<kind>{kinds})s\b(?![’']?\w| (?:in|of|within|that|which|who|named|listed|across|for|whose)\b)"
    )
    signs = tuple(f" {kind.lower()}s" for kind in alone)
    for words, match in instrument.search(several, "text", "cell", "note", signs=signs):
        yield words, match["kind"]


def _is_subject(words: Words, verb: str) -> bool:
    """Tell whether parties are what a verb after them speaks of; what only persons do is said of them."""
    before = words.shortly_before(_NEAR)
    if _BEFORE_A_SUBJECT.search(before):
        return True
    return verb not in _SPEAKS_OF_ANYTHING and not _BEFORE_NO_SUBJECT.search(before)


def _in_any_letters(instrument: Instrument) -> str:
    """Return the words for the parties in the plural, with a capital or without, as alternatives."""
    words = tuple(_plurals(instrument))
    return "|".join(map(re.escape, dict.fromkeys((*words, *map(str.lower, words)))))


def _one(several: str) -> str:
    return f"{several[:-3]}y" if several.endswith("ies") else several.removesuffix("s")


def _plurals(instrument: Instrument) -> Iterator[str]:
    yield from map(plural, collectives(instrument))
    yield from (party.short[0].term for party in instrument.parties.each if party.plural)


RULE = Rule(
    id="CK-PARTY-NUMBER",
    level="warning",
    title="A verb in the singular for parties in the plural",
    why="The slip betrays a provision that was written for one party and now binds several, or the"
    " reverse. Who owes the duty, each of them or all together, deserves a look.",
    fails="""
1. Aims

1.1 ⟦The Partners agrees⟧ to work together, and ⟦each Partner undertake⟧ to pay its share.

1.2 ⟦Each Partners⟧ has a vote, and the share of ⟦each partners⟧ contribution is in Schedule 2.
""",
    passes="""
1. Aims

1.1 The Partners agree to work together. Each of the Partners agrees to pay its share. A meeting of
the Partners is
held each month, and each Partner’s vote counts. If a decision of the Partners has to wait, each
Partner undertakes to say why.
""",
    check=_check,
)
