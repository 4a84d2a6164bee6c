"""Verbs in the plain form where one acts, or in the form for one where several do: "what it owe".

Looked at are only verbs whose subject stands right before them: "it", a noun before "which" or "who", the
names of parties with which a sentence begins, and several things counted up there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules._shared.parties import plural
from clausekit.checks.rules.text._agreement import begin_a_sentence
from clausekit.checks.rules.text._verb_forms import PLAIN_VERBS, third
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MORE_VERBS = """
act believe belong buy carry collect deal depend disagree expect explain expire fail fall follow get go grow
hear hold intend know lack last lead learn lose mean meet occur owe own pay process propose reach rely run see
second sell serve share spend stand start stay store suffer tell think try turn use wish work
"""
_ONE_FROM_PLAIN = {verb: third(verb) for verb in (*PLAIN_VERBS, *_MORE_VERBS.split())} | {
    "have": "has",
    "do": "does",
    "go": "goes",
}
"""The form for one, by the plain form."""
_NOUNS_TOO_WORDS = """
act deal fall hold lack last lead process reach run second share stand start stay store take turn use work
"""
_NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())
"""Plain verbs that may be nouns: "decide which share each pays"."""
_PLAIN_FROM_ONE = {one: plain for plain, one in _ONE_FROM_PLAIN.items() if plain not in _NOUNS_TOO}
_NOUN_FROM_ONE = {one: plain for plain, one in _ONE_FROM_PLAIN.items() if plain in _NOUNS_TOO}
_PLAIN_FROM_ONE |= {"is": "are", "was": "were", "stays": "stay", "holds": "hold"}
_THIRDS = "|".join(sorted(_PLAIN_FROM_ONE))
_ALL_THIRDS = "|".join(sorted({*_PLAIN_FROM_ONE, *_ONE_FROM_PLAIN.values()}))
_ADVERBS = "also|jointly|together|then|now|hereby|further"
"""Between parties and what they do: after one there is a verb, not a thing of theirs."""
_OPENS_A_CLAUSE = (
    r"which|what|when|whenever|where|wherever|while|unless|because|after|once|since|although|if|how|data"
    r"|information|as soon as"
)
_PLAIN = "|".join(_ONE_FROM_PLAIN)
_IT = pattern(rf"\b(?:{_OPENS_A_CLAUSE}) (?P<before>it )(?P<verb>{_PLAIN})\b")
_IT_FIRST = pattern(rf"(?P<before>It )(?P<verb>{_PLAIN})\b")
_NAMES_OF_ONE = """
partner party member officer person individual employee patient manager practitioner provider contractor
supplier clause scheme agreement organisation carer adult commissioner volunteer worker councillor director
chair user
"""
_ONE = (*_NAMES_OF_ONE.split(), *_NAMES_OF_ONE.title().split())
"""Who acts, and is not a body that may be spoken of as several."""
_SURE = "|".join(verb for verb in _ONE_FROM_PLAIN if verb not in _NOUNS_TOO)
_ONE_WHO = pattern(
    r"(?:^|(?<=[.;:,] )|(?<=\t)|(?<=\bif )|(?<=\bwhere )|(?<=\bthat )|(?<=\bunless ))"
    r"(?P<before>(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Nn]o|[Aa]nother|[Tt]he)"
    rf"(?: other| such| new)? (?:{'|'.join(_ONE)}) (?:which|who|that) )(?P<verb>{_SURE}|hold)\b"
)
_SEVERAL_WHO = pattern(
    r"(?<!of )\b(?P<before>(?:[Tt]he|[Aa]ll|[Tt]hose|[Tt]hese|[Aa]ny|[Oo]ther)(?: other)?"
    rf" (?:{'|'.join(map(plural, _ONE))}) who )(?P<verb>{_THIRDS})\b"
)
_JOINS = (
    "of|for|in|on|to|by|with|from|at|under|about|concerning|regarding|between|against|into|over|within|without"
    "|including|that|which|who|as|than|per|but|except|besides"
)
_NO_NOUNS = (
    "Both|Each|Neither|Either|Between|How|What|Whether|Why|To|Nobody|Nothing|Everyone|Everybody|Anyone|Someone|Whoever"
    "|Whichever|One|Only"
)
_OF_ONE_THING = (
    "services|resources|premises|communications|operations|finances|affairs|works|relations|news|savings"
)
"""Plurals that may name one thing: "Housing and social services is one department"."""
_COUNTED_UP = pattern(
    rf"(?P<before>(?!(?:{_NO_NOUNS}|[A-Z][a-z]+ing)\b)[A-Z][a-z]+"
    rf"(?:(?:, | )(?!(?:{_JOINS}|[a-z]+(?:ing|ed))\b)[a-z]+){{0,4}},? and "
    rf"(?!(?:{_OF_ONE_THING}|[a-z]+ics)\b)[a-z]{{3,}}(?<!s)s )"
    rf"(?P<verb>{_THIRDS})\b"
)


_EACH_PARTY = pattern(
    r"(?P<before>(?:Each|Every|Neither|Either) (?:Partner|Party|Council|Member|Funder|party|partner|member) )"
    r"(?P<verb>account|pay|bear|keep|hold|appoint|agree|provide|act|make|give|have|send|take|meet|remain"
    r"|comply"
    r"|ensure|acknowledge|indemnify|contribute|retain|insure|name|employ|undertake|warrant|confirm|accept)"
    r"(?= (?:for|to|the|its|their|with|in|that|by|all|any|an?|on|each|such|responsible|one|two)\b)"
)
_THIRD = {"have": "has", "comply": "complies", "indemnify": "indemnifies"}
_SEVERAL_ARE = pattern(
    r"(?:(?<=\bthat )|(?<=\bwhether )|(?<=\bwhere )|(?<=\bunless )|(?<=\bonce ))"
    r"(?P<before>the (?:Services|Partners|Parties|Councils|Contributions|Schedules|Functions|Schemes"
    r"|Funders|ICBs)"
    r" )(?P<verb>is|was|has)(?= (?:not |also )?[a-z]+)"
)
_ARE = {"is": "are", "was": "were", "has": "have"}


def verbs_of_one_and_several(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield subjects of one or of several with the verb that goes with the other, each with how to write
    both."""
    anywhere = ((_IT, (" it ",)), (_ONE_WHO, (" which ", " who ", " that ")), (_SEVERAL_WHO, (" who ",)))
    at_the_beginning = [(_IT_FIRST, ("it ",)), (_COUNTED_UP, (" and ",))]
    if parties := _parties_together(instrument):
        at_the_beginning.append((parties, (" and ",)))
    for words, match in instrument.search(
        _EACH_PARTY, "text", "note", signs=("each ", "every ", "either ", "neither ")
    ):
        if begin_a_sentence(words) and not may_be_fragment(words.passage):
            verb = match["verb"]
            yield words, f"{match['before']}{_THIRD.get(verb, verb + 's')}"
    for words, match in instrument.search(_SEVERAL_ARE, "text", "note", signs=(" is ", " was ", " has ")):
        yield words, f"{match['before']}{_ARE[match['verb']]}"
    for found, signs in (*anywhere, *at_the_beginning):
        for words, match in instrument.search(found, "text", "note", signs=signs):
            begins = (found, signs) in anywhere or begin_a_sentence(words)
            if begins and not may_be_fragment(words.passage):
                at = words.part(match.start("before"), words.end)
                verb = match[0].rpartition(" ")[2]
                yield at, at.text.removesuffix(verb) + _other_form(verb)


def _other_form(verb: str) -> str:
    return _PLAIN_FROM_ONE.get(verb) or _ONE_FROM_PLAIN.get(verb) or _NOUN_FROM_ONE[verb]


def _parties_together(instrument: Instrument) -> re.Pattern[str] | None:
    """Return a pattern of the names of two or more parties with a verb for one after them."""
    names = "|".join(re.escape(short.term) for party in instrument.parties.each for short in party.short[:1])
    if not names:
        return None
    further = rf"(?:, (?:the )?(?:{names}))*,? and (?:the )?(?:{names})"
    after = rf"(?:(?:{_ADVERBS}|each|both|all) (?P<also>{_ALL_THIRDS})|(?P<verb>{_THIRDS}))"
    return re.compile(rf"(?P<before>The (?:{names}){further} ){after}\b")
