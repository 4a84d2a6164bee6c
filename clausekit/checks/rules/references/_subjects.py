"""What sentences say of a provision to which they refer, and how headings and texts speak of the same."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from clausekit.patterns import pattern


class Subject(NamedTuple):
    """Something that agreements deal with in a provision of its own.

    ``said`` are the words with which a sentence speaks of it, ``title`` is found in the heading of what deals
    with it, ``told`` in the text of all that may deal with it, if only in passing.
    """

    said: str
    title: re.Pattern[str]
    told: re.Pattern[str]

    def heads(self, title: str) -> bool:
        """Tell whether it is the subject of a heading."""
        return self.title.search(title) is not None

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text may deal with it."""
        return self.told.search(text) is not None


class Noun(NamedTuple):
    """What a noun names, in small letters; it heads what deals with it: "Functions of the Board"."""

    noun: str

    @property
    def tells(self) -> bool:
        """Whether it tells what a provision is about."""
        return len(self.noun) >= _SHORTEST and GENERAL.isdisjoint((self.noun, self.noun.removesuffix("s")))

    @property
    def _stem(self) -> str:
        return self.noun[:_STEM] if len(self.noun) > _STEM else self.noun.removesuffix("s")

    def heads(self, title: str) -> bool:
        """Tell whether it is the subject of a heading."""
        words = _WORD.findall(title.lower())
        also = _HEADED_OTHERWISE.get(self.noun.removesuffix("s"), ())
        return any(
            (word.startswith(self._stem) and after in _AFTER_A_NOUN) or word.startswith(also)
            for word, after in pairwise([*words, ""])
        )

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text may deal with it."""
        return self._stem in text.lower()


_GENERAL_WORDS = """
procedure process provision arrangement rule requirement step mechanism term obligation duty duties right
notice agreement party parties part partner council trust authority authorities commissioner host provider
person people officer member amount sum date day month year period time case way manner purpose extent event
matter circumstance condition clause paragraph section schedule table list form detail particular other
proportion limit thing item those basis accordance line view order addition respect power action area money
"""
GENERAL = frozenset(_GENERAL_WORDS.split())
_AFTER_A_NOUN = ("", "and", "of", "for", "in")
_HEADED_OTHERWISE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("board", "group", "committee", "panel", "forum"), ("govern", "oversight", "manage", "structure")
    ),
    "manager": ("pool", "manage"),
    "contribution": ("financ", "funding", "money"),
}
"""How what some nouns name may be headed by other words."""
_STEM, _SHORTEST = 6, 4
_WORD = pattern(r"[^\W\d_]+")


def _subject(said: str, heads: str, treats: str = "") -> Subject:
    known = pattern(rf"\b(?:{heads})", re.IGNORECASE)
    return Subject(said, known, pattern(rf"\b(?:{heads}|{treats})", re.IGNORECASE) if treats else known)


SUBJECTS = {
    "definitions": _subject(
        r"definitions?(?: of [^.;]{2,40})?",
        r"defin|interpret|meaning|glossary|words|terms used",
        r"means?\b|called|known|express|\w+[”\"’']",
    ),
    "disputes": _subject(
        r"disputes?|disagreements?|disputed|referred for resolution",
        r"disput|disagree|difference|resolution|resolving|settl",
        r"escalat|mediat|expert|arbitrat|differ|resol|complain|decid|determin",
    ),
    "end": _subject(
        r"terminat(?:e|es|ed|ing|ion)|ended|ends?|expires|expiry|determined (?:sooner|earlier)",
        r"terminat|end(?:s|ing|ed)?\b|expir|exit|withdraw|leaving",
        r"determin|ceas|leav|notice|dissol|term\b|period|default|breach|remed|until|last|stop",
    ),
    "withdrawal": _subject(
        r"withdraw(?:s|al|ing|n)?|leav(?:e|es|ing)",
        r"withdraw|leav|terminat|end(?:s|ing)?\b|exit",
        r"notice|ceas|left",
    ),
    "variation": _subject(
        r"vari(?:ed|ation|ations|es)|vary|amend(?:ed|s|ment|ments)?",
        r"variation|varying|vary|amend|chang",
        r"vari|modif|alter|replac|agreed in writing|written agreement|update|review|add",
    ),
    "extension": _subject(
        r"exten(?:d|ds|ded|sion|sions)|prolong(?:ed)?|renew(?:ed|al)?|further (?:years?|periods?|terms?)",
        r"exten|term\b|duration|commencement|renew|period",
        r"continu|longer|further|vari|vary|amend",
    ),
    "review": _subject(
        r"reviews?|reviewed",
        r"review",
        r"apprais|evaluat|consider|examin|annual|monitor|assess|each year|look",
    ),
    "audit": _subject(r"audit(?:s|ed)?|auditors?", r"audit", r"inspect|account|record|access|assur"),
    "insurance": _subject(
        r"insurances?|insured", r"insur|indemn|liabilit", r"cover|NHS Resolution|NHSLA|schemes?"
    ),
    "indemnity": _subject(
        r"indemnit(?:y|ies)|indemnif(?:y|ied)|liabilit(?:y|ies)",
        r"indemn|liabilit|insur",
        r"liable|loss|claim|compensat|damage|negligen|responsib|respons|bear|pay",
    ),
    "confidentiality": _subject(
        r"confidential(?:ity)?|confidence", r"confiden|non-disclosure", r"secre|disclos|privacy|informat"
    ),
    "freedom of information": _subject(
        r"freedom of information|requests? for information|information requests?",
        r"freedom of information|foia?\b|requests|transparency",
        r"informat|request|disclos",
    ),
    "complaints": _subject(r"complaints?", r"complain", r"ombuds"),
    "conflicts": _subject(
        r"(?:conflicts?|declarations?|declared|register) of interests?|conflicts?",
        r"conflict|interest|standards|conduct",
        r"prevail|inconsisten",
    ),
    "overspends": _subject(
        r"overspends?|over-?spending|overspent",
        r"over[ -]?spen|under[ -]?spen|risk|varianc|underspend",
        r"exceed|excess|deficit|loss|shortfall|cost|more than",
    ),
    "underspends": _subject(
        r"underspends?|under-?spending|underspent|surplus(?:es)?",
        r"under[ -]?spen|over[ -]?spen|risk|varianc|saving|surplus|gain",
        r"balance|unspent|less than|spent|reserve|carried",
    ),
    "risk": _subject(
        r"risk[ -]shar(?:e|es|ing)|sharing of risks?|gain[ -]shar(?:e|ing)|risk",
        r"risk|gain",
        r"overspen|underspen|shar|proportion|loss|liab",
    ),
    "default": _subject(
        r"defaults?|remedied|remed(?:y|ies)|remediation",
        r"default|breach|remed|perform",
        r"fail|right|put",
    ),
    "exit": _subject(
        r"exit|consequences of (?:termination|expiry|ending)",
        r"exit|consequence|terminat|end(?:ing)?\b|withdraw|transfer",
        r"expir|ceas|wind|handover",
    ),
    "assignment": _subject(
        r"assign(?:s|ed|ment)?|sub-?contract(?:s|ed|ing)?|novat(?:e|ed|ion)",
        r"assign|sub-?contract|novat|transfer",
        r"deleg|contract",
    ),
    "force majeure": _subject(r"force majeure", r"force majeure", r"control|relief|affected"),
    "publicity": _subject(
        r"publicity|press releases?", r"public|press|communic|media|announce", r"statement"
    ),
    "retention": _subject(
        r"retention|retained",
        r"ret(?:ention|ain)|dispos|delet|keep|storage|kept",
        r"destroy|destruct|eras|archiv",
    ),
    "quorum": _subject(
        r"quorums?|quorate", r"quor|meeting|decision|procedure|proceedings|vot|governance", r"present|member"
    ),
    "votes": _subject(
        r"voting", r"vot|meeting|decision|quor|procedure|proceedings|governance", r"major|unanim|consens"
    ),
    "reports": _subject(
        r"(?:annual|quarterly|monthly|outturn|performance|finance|financial) reports?",
        r"report|monitor|perform|information",
        r"return|account|statement|summar",
    ),
    "contributions": _subject(
        r"(?:financial )?contributions",
        r"contribut|fund|budget|financ|pool|money|payment|cost|resources",
        r"£|pay|share|sum|amount|percent|%",
    ),
    "proportions": _subject(
        r"proportions|shares|percentages",
        r"risk|shar|contribut|financ|fund|split|apportion|cost|proportion",
        r"per ?cent|%|ratio|half|halves|equal|third|£",
    ),
    "incidents": _subject(
        r"(?:personal )?data breach(?:es)?|incidents?",
        r"breach|incident|secur",
        r"loss|lost|notif|report|unauthor",
    ),
    "access": _subject(
        r"subject access(?: requests?)?|rights of (?:data subjects|individuals|access)",
        r"access|subject|right|request|individual",
        r"erasure|rectif",
    ),
    "staff": _subject(
        r"secondments?|seconded",
        r"second|staff|employ|workforce|personnel|post|team|host",
        r"officer|person",
    ),
    "notice": _subject(
        r"notice|address(?:es)? for (?:service|notices?)",
        r"notice|terminat|withdraw|end(?:s|ing)?\b|leav|exit|default|breach",
        r"notif|writ|tell|inform|months|days|serv|request",
    ),
    "joining": _subject(
        r"joins?|joining|accession|accedes?|admitted", r"join|access|admi|new|member", r"further|becom|add"
    ),
    "tax": _subject(r"vat|value added tax", r"vat\b|value added|tax"),
}
_ENDS = r"terminat|end(?:s|ing|ed)?\b|expir|exit|withdraw|leaving"
_MAY_END = (
    r"determin|ceas|leav(?:es?|ing) (?:it|this|the (?:agreement|partnership|arrangement))|dissol|term\b|exten"
    r"|renew|continu|prolong"
)
END = _subject("", _ENDS, _MAY_END)
END_OR_EXTENSION = _subject("", _ENDS, rf"{_MAY_END}|condition|approv|consent")
