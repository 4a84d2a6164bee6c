"""CK-PARTY-NUMBER: a verb in the singular for parties in the plural, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._parties import collectives, plural

_IRREGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}
_REGULAR = """
accept acknowledge agree appoint assume believe bear commit confirm consent consider contribute decide declare
delegate desire ensure enter establish expect fail grant intend keep make need nominate own pay propose
provide recognise recognize remain represent require retain share support undertake understand use warrant
wish work
"""


def _singular(verb: str) -> str:
    """Return a verb in the third person: "wish", "wishes"."""
    return _IRREGULAR.get(verb) or verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s")


_VERBS = {_singular(verb): verb for verb in (*_IRREGULAR, *_REGULAR.split())}
_PLURALS = {plural: singular for singular, plural in _VERBS.items()}
_ADVERB = (
    r"(?:(?:hereby|each|jointly|also|both|all|now|further|mutually|together|severally|therefore|then) ){0,2}"
)
_BEFORE_A_SUBJECT = re.compile(
    r"(?:^|[.,;:]|\b(?:and|that|which|where|if|when|because|until|unless|once|since|while|as|whether|so"
    r"|but|or))[ \t]*$",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    several = "|".join(map(re.escape, _plurals(instrument)))
    single = "|".join(map(re.escape, collectives(instrument)))
    many = re.compile(
        rf"\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Aa]ll the) (?:{several}) {_ADVERB}(?P<verb>{'|'.join(_VERBS)})\b"
    )
    one = re.compile(
        rf"\b(?:[Ee]ach|[Ee]very|[Tt]he Host|[Tt]he Lead) (?:{single}) {_ADVERB}"
        rf"(?P<verb>{'|'.join(_PLURALS)})\b"
    )
    for pattern, verbs, number in ((many, _VERBS, "plural"), (one, _PLURALS, "singular")):
        for words, match in instrument.search(pattern):
            if _BEFORE_A_SUBJECT.search(words.before):
                yield hit(
                    words,
                    f"“{words.text}” has a verb in the wrong number: its subject is in the {number}.",
                    f"Write “{words.text.removesuffix(match['verb'])}{verbs[match['verb']]}”.",
                )


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
""",
    passes="""
1. Aims

1.1 The Partners agree to work together. Each of the Partners agrees to pay its share. A meeting of
the Partners is
held each month. If a decision of the Partners has to wait, each Partner undertakes to say why.
""",
    check=_check,
)
