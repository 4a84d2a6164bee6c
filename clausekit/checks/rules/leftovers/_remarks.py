"""What whoever drafted told themselves or each other between the sentences: "JS to check with insurers."."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.term_words import ACRONYMS, SHORT_NAMES
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_DO = r"(?:check|confirm|advise|clarify|chase|amend|update|review|redraft|supply|speak|ask|resolve|revisit)"
_WHO = r"(?P<who>[A-Z]{2,3})"
_TEAM = r"(?:[Ff]inance|[Ll]egal|[Pp]rocurement|HR|IG|[Cc]omms|[Ee]states)(?: team| colleagues)?"
_WAITED_FOR = (
    r"(?:confirmation|approval|advice|instructions|figures|details|comments?|sign-off|information"
    r"|final wording)"
)
_SENTENCE = r"[^.;()?]{0,80}(?:[.?]|$)"
_REMARK = pattern(
    r"(?:(?:(?<=[.;] )|(?<=[–—-] ))"
    rf"(?:(?:{_WHO}|{_TEAM}) to {_DO}\b{_SENTENCE}"
    rf"|To be (?:updated|finalised|completed|inserted|added|redrafted|amended|populated)\b{_SENTENCE}"
    rf"|Awaiting {_WAITED_FOR}\b{_SENTENCE}"
    r"|(?:(?:Wording|Text|Figures?|Dates?|Clause) )?(?:[Aa]s per|[Pp]er|[Ss]ee)"
    rf" (?:the |my |your |our |\w+[’']s )?e-?mails?\b{_SENTENCE}"
    rf"|Note to self\b{_SENTENCE}|Query (?:whether|if)\b{_SENTENCE}"
    rf"|N\.?B\.?:? (?:{_DO}|need to)\b{_SENTENCE}|DN ?[:–-] {_SENTENCE})"
    rf"|\((?!NB\b)(?P<asks>[A-Z]{{2,3}}) ?[:–-] [^()]{{0,120}}(?:\?|\b{_DO}\b|\bstill\b|\btbc\b)"
    r"[^()]{0,60}\)"
    rf"|\((?:[A-Z][a-z]+ ?[,:–-] ?)?please (?:can (?:you|we) )?{_DO}\b[^()]{{0,80}}\)"
    rf"|\(N\.?B\.?:? (?:{_DO}|need to)\b[^()]{{0,100}}\)"
    r"|\((?:[a-z]+ )?(?:wording|text|drafting|figures?|percentages?) (?:still )?to be"
    r" (?:agreed|confirmed|updated|supplied|provided|checked|inserted|added|finalised)\b"
    r"(?![^()]*\b(?:each|every|annually|is|are|[Bb]oard|[Pp]artners|[Pp]arties)\b)[^()]{0,60}\)"
    rf"|\([Aa]waiting {_WAITED_FOR}\b[^()]{{0,60}}\))"
)
_TIMES_OF_DAY = {"AM", "PM"}
_SIGNS = (
    " to check", " to confirm", " to advise", " to clarify", " to chase", " to amend", " to update",
    " to review", " to redraft", " to supply", " to speak", " to ask", " to resolve", " to revisit", "to be ",
    "awaiting ", "note to self", "query ", "nb ", "nb:", "n.b", "dn:", "dn ", "please ", "?", "still", "tbc",
    "per email", "per e-mail", "see email", "see e-mail", "’s email", "’s e-mail", "'s email", " my email",
    " the email", " the e-mail", " your email", " our email",
)  # fmt: skip


def remarks(instrument: Instrument) -> Iterator[Words]:
    """Yield the remarks that stand as sentences of their own, or in brackets, among what is agreed."""
    known = {name for one in instrument.definitions for name in (one.term, *one.variants)}
    known |= (ACRONYMS | SHORT_NAMES) - _TIMES_OF_DAY
    for words, match in instrument.search(_REMARK, "text", "note", "cell", signs=_SIGNS):
        who = match["who"] or match["asks"]
        if who is None or who not in known:
            yield words
