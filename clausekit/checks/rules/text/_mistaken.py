"""Words that are right in themselves, where those around them show that another is meant: "take affect"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rules._shared.spellings import small_words, spelt_like
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WRITTEN: tuple[Role, ...] = ("text", "cell", "note", "heading", "cover")
_MODALS = "shall|will|must|may"
_SAYS_SO = "agreement|deed|memorandum|contract|schedule|clause|document|which|that|it"
_TIME = r"\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)"
_OF_LAW = (
    "dut(?:y|ies)|functions?|guidance|provisions?|powers?|obligations?|requirements?|bod(?:y|ies)|instrument"
    "|officer|notice|limit|services?|responsibilit(?:y|ies)"
)
_AFFECTED = (
    "(?:the|any|its|their) (?:other )?(?:rights?|validity|liabilit(?:y|ies)|obligations?|performance"
    "|operation|quality|enforceability)"
)
_PEOPLE = "the (?:council|board|partners?|icb|trust|host|committee)|each|all|whether|patients|clients|them"
_OF_HEALTH = (
    "and (?:social|wellbeing|well|care|safety)|needs|visitors?|regulator|inequalit(?:y|ies)|scrutiny"
    "|protection|improvement|outcomes?|professionals?|econom(?:y|ies)|systems?|providers?"
)
_OF_THE_PUBLIC = (
    "health|bod(?:y|ies)|sector|funds?|funding|holidays?|interest|authorit(?:y|ies)|services?|procurement|law"
)
_CHIEF = (
    "(?:local )?authority|contract|office|council|deed|purpose|aim|objective|legislation"
    "|officer|social worker|commissioner|provider|partner|place of business|duties"
)
_BODIES = "council|board|icb|trust|host|partner|committee|provider|partners|authority"


@dataclass(frozen=True)
class _Mistake:
    """A word that stands for another: after one of some words, and before what an expression matches."""

    wrong: str
    right: str
    before: str = ""
    after: str = ""

    @property
    def signs(self) -> tuple[str, ...]:
        """What stands in a passage that has it, in small letters."""
        if not self.before:
            return (self.wrong,)
        return tuple(f"{one} {self.wrong}" for one in self.before.split("|"))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in its place."""
        stands = "|".join(rf"(?<=\b{re.escape(one)} )" for one in self.before.split("|"))
        begins = f"(?:{stands})" if self.before else r"\b"
        follows = rf"(?=[ ](?:{self.after})\b)" if self.after else r"\b"
        return pattern(rf"{begins}{self.wrong}{follows}", re.IGNORECASE)


_SHORTENED = ("do", "does", "is", "are", "did", "could", "should", "would", "has", "have", "was", "were")
"""What is written with "n’t" after it."""
_MISTAKES = (
    *(_Mistake(f"{verb}nt", f"{verb}n’t") for verb in _SHORTENED),
    _Mistake("advice", "advise", _MODALS, "on|upon|the|any|its"),
    _Mistake("advice", "advise", "to", _PEOPLE),
    _Mistake("advise", "advice", "legal|medical|clinical|professional|financial|specialist|expert|written"),
    _Mistake("advise", "advice", "of|take|taking|seek|seeking|obtain|obtaining"),
    _Mistake("advise", "advice", "provide|provides|providing|give|gives|giving|receive|offer"),
    _Mistake("affect", "effect", "take|takes|taking|took|full|immediate|no|an|into|have|has|having"),
    _Mistake("affect", "effect", "with", "from|on"),
    _Mistake("appraised", "apprised", "kept", "of"),
    _Mistake("annual", "annum", "per"),
    _Mistake("apart", "a part", "is|form|forms|forming", "of"),
    _Mistake("anytime", "any time", "at"),
    _Mistake("as", "has", _BODIES, "been|agreed (?:to|that)|resolved|decided to"),
    _Mistake("asses", "assess", after="the|each|any|its|their|needs|whether"),
    _Mistake("asset", "as set", after="out in|out at|out below|out above"),
    _Mistake("bare", "bear", "shall|will|to|each", "the|its|their|any|all"),
    _Mistake("bases", "basis", "on the|on a", "of|that"),
    _Mistake(
        "be", "by", "agreed|approved|made|provided|paid|signed|appointed|issued|set", "the|each|any|all|an?"
    ),
    _Mistake("born", "borne", "is|are|be|cost|costs|loss|risk", "by"),
    _Mistake("brake", "break", after="clause"),
    _Mistake("breech", "breach", "data|material|security"),
    _Mistake("breech", "breach", after="of"),
    _Mistake("breeches", "breaches", "data|security|any|all"),
    _Mistake(
        "buy", "by", "employed|provided|made|agreed|approved|paid|given|held|owned|signed|met|set|used|run"
    ),
    _Mistake("buy", "by", "hosted|commissioned|funded|appointed|led|borne|kept|required|delivered"),
    _Mistake(
        "by",
        "be",
        "must|shall|will|should",
        "(?:[a-z]{2,}ed|made|given|held|paid|kept|met|taken|sent|borne)"
        "(?=[.,;]| (?:by|to|in|at|for|on|from|within|before|after|under|with)\\b)",
    ),
    _Mistake("causal", "casual", after="vacanc(?:y|ies)"),
    _Mistake("compliment", "complement", "full|staff"),
    _Mistake("compliment", "complement", f"{_MODALS}|to|which", "each|the|existing|one"),
    _Mistake(
        "compliment", "complement", "services|schemes|which|that|plans|and", "those|the|each|existing|other"
    ),
    _Mistake("complimentary", "complementary", after="services?|therapies|provision|roles?"),
    _Mistake("contact", "contract", after="price|value|sum"),
    _Mistake("costumers", "customers"),
    _Mistake("counsel", "council", "county|city|borough|district|parish|town"),
    _Mistake("dependant", "dependent", after="on|upon"),
    _Mistake("discreet", "discrete", after="elements?|projects?|functions?"),
    _Mistake("does", "dose", "daily|missed|supervised|prescribed|weekly"),
    _Mistake("effect", "affect", "not|adversely|negatively|materially", _AFFECTED),
    _Mistake(
        "effect",
        "affect",
        _MODALS,
        "(?:any|the|an) (?:sum|rights?|claims?|liabilit(?:y|ies)|dut(?:y|ies)|accrued|validity|powers?)",
    ),
    _Mistake("effects", "affects", _SAYS_SO, f"{_AFFECTED}|the (?:duty|duties|powers?|functions?|statutory)"),
    _Mistake(
        "affective", "effective", after="use|delivery|management|working|implementation|way|manner|care"
    ),
    _Mistake("effected", "affected", "not be|likely to be|adversely|negatively|materially", "by"),
    _Mistake("fist", "first", "the", "instalment|year|instance|payment|meeting|quarter"),
    _Mistake(
        "shell", "shall", _BODIES, "be|pay|not|have|keep|make|give|provide|appoint|ensure|act|meet|send"
    ),
    _Mistake("find", "fund", "pooled"),
    _Mistake("forgoing", "foregoing", "the"),
    _Mistake("form", "from", after=rf"the date|time to time|\d{{1,2}} (?:{_MONTHS})|{_TIME}"),
    _Mistake(
        "form",
        "from",
        "support|help|funding|advice|received|obtained|excluded|apart|arising|transferred",
        "the|an?|its|any|all|local|other|each",
    ),
    _Mistake(
        "form",
        "from",
        "effect|made up|drawn|resulting|taken|paid|away|different|exempt|benefit|withdraw|withdrawn|recovered"
        "|starting|days|weeks|months|years|free|open|seconded|purchased|deducted|derived",
        rf"the|any|its|each|their|a|{_TIME}",
    ),
    _Mistake("formally", "formerly", after="known as"),
    _Mistake("formerly", "formally", "be|is|are", "approved|agreed|adopted|notified|recorded|reviewed"),
    _Mistake("excepts", "accepts", after="full|responsibility|liability|the terms|that"),
    _Mistake("fro", "for", after="the|a|an|each|any|all"),
    _Mistake("heath", "health", "public|mental"),
    _Mistake("heath", "health", after=_OF_HEALTH),
    _Mistake("in", "is", _BODIES, "responsible|liable|entitled|accountable|required to|able to|bound by"),
    _Mistake(
        "is", "its", "with|of|to|for|by|under|from|on", "obligations|duties|functions|own|staff|members"
    ),
    _Mistake("is", "in", "meet|meets|held|ends|ending|beginning|due|paid", f"(?:{_MONTHS})"),
    _Mistake("it", "is", _BODIES, "responsible|liable|entitled|accountable|able to|unable to|bound by"),
    _Mistake("it", "in", "meet|meets|held|ends|ending|beginning|paid", f"(?:{_MONTHS})"),
    _Mistake("ensure", "insure", _MODALS, "against"),
    _Mistake("inline", "in line", after="with"),
    _Mistake("insure", "ensure", after="that|compliance|effective|appropriate|continuity"),
    _Mistake("know", "known", "is|are|be|also|otherwise|hereafter|commonly", "as"),
    _Mistake("lead", "led", "is|be|been|was|were", "by"),
    _Mistake("lease", "liaise", "shall|will|must|to|should", "with"),
    _Mistake("lease", "least", "at", "one|two|three|four|once|annually|half|quarterly|monthly"),
    _Mistake("licence", "license", "shall|will|hereby", "the|any|its|a|each"),
    _Mistake("license", "licence", "a|the|any|no|this|its|their|such|product|software|premises"),
    _Mistake("loose", "lose", "shall|will|may|to", "its|the|their|any|all|funding|access"),
    _Mistake("manger", "manager"),
    _Mistake("mangers", "managers"),
    _Mistake(
        "maybe", "may be", after="[a-z]{2,}ed|made|paid|held|given|taken|withheld|sent|kept|shown|drawn|borne"
    ),
    _Mistake("moral", "morale", "staff"),
    _Mistake("morality", "mortality", after="from|rates?"),
    _Mistake("not", "note", "to", "the (?:report|contents|minutes|position|update)"),
    _Mistake("note", "not", "shall|may|must", "be|exceed|pay|disclose|have|apply|use|make|do"),
    _Mistake("of", "have", "should|could|would|must", r"been|had|[a-z]{2,}ed|taken|made|given"),
    _Mistake(
        "off",
        "of",
        "advised|informed|notified|part|because|number|instead|breach|copy|copies|respect|behalf|member|members"
        "|costs|purposes|one|some",
        "the|any|its|this|each|such|their",
    ),
    _Mistake("our", "out", "carry|carries|carrying|carried", "the|any|its|their|all|a|such"),
    _Mistake("our", "out", "set|sets|carry", "in|below|above"),
    _Mistake(
        "part", "party", "either|neither|third|no third|the defaulting", "(?:shall|may|must|will|is|has)"
    ),
    _Mistake(
        "part",
        "party",
        "each|every|any|the other|another|no",
        "(?:shall|may|must|will) (?:bear|pay|keep|terminate|give|indemnify|notify|ensure|comply|appoint|tell"
        "|contribute|withdraw|disclose|assign)",
    ),
    _Mistake("party", "part", "no|any|form|forms", "of (?:this|the) (?:agreement|deed|contract|memorandum)"),
    _Mistake("past", "passed", "be|been", "to|on"),
    _Mistake("practise", "practice", "best|good|gp|general|clinical|current|safe|of"),
    _Mistake("practises", "practices", "good|best|gp|general|the|working|employment|accounting|these"),
    _Mistake("principal", "principle", "agreed in|agree in"),
    _Mistake("principal", "principle", "matter of|point of|question of"),
    _Mistake("principle", "principal", "as|not as|each", "and not as|and not as agent"),
    _Mistake("principals", "principles", "guiding|following|core|key|agreed|accepted|established|general"),
    _Mistake("principle", "principal", after=_CHIEF),
    _Mistake("proceeding", "preceding", "the", "month|year|quarter|paragraph|clause|financial year|twelve"),
    _Mistake("pubic", "public", after=_OF_THE_PUBLIC),
    _Mistake("roll", "role", "the|their|its", "of (?:the )?(?:chair|host|lead)|as host|in the"),
    _Mistake("rolls", "roles", after="and responsibilities"),
    _Mistake("singed", "signed", after="by|on|for|and"),
    _Mistake("meet", "met", "be|been|is|are", "by|each|every|from|in|within"),
    _Mistake("spend", "spent", "is|are|be|been|was|were", "by|on|in|for|within|before"),
    _Mistake("stationary", "stationery", "office|printing and|postage and"),
    _Mistake("stationary", "stationery", after="costs|supplies|and postage|and printing"),
    _Mistake("statuary", "statutory", after=_OF_LAW),
    _Mistake("statue", "statute", after="or|and|law"),
    _Mistake(
        "that",
        "than",
        "more|less|fewer|greater|higher|lower|longer|shorter|later|earlier",
        r"£?\d[\d,.]*|one|two|three|four|five|six|seven|eight|ten|twelve|half",
    ),
    _Mistake("their", "there", after="is|are|was|were|has been|have been|shall be|will be|may be"),
    _Mistake("then", "than", "more|less|fewer|rather|higher|lower|greater|longer|shorter|no later"),
    _Mistake("there", "their", after="respective|own|obligations|duties|responsibilities|employees|powers"),
    _Mistake("there", "their", after="staff|members|employers|share|boards?|officers|contributions?"),
    _Mistake("thorough", "through", after="the|its|their|this|which|a"),
    _Mistake("through", "thorough", "a|and", "review|assessment|investigation|check|search|examination"),
    _Mistake("too", "to", after="be|the|ensure|provide|make|its|their|any"),
    _Mistake(
        "too", "to", "together|entitled|able|subject|liable|agree|agrees|wish|need|required|intend", "[a-z]+"
    ),
    _Mistake("tot", "to", after="he"),
    _Mistake("tow", "two", after="years|months|weeks|days|members|parties|partners|instalments"),
    _Mistake("trail", "trial", after="period|basis"),
    _Mistake("untied", "united", after="kingdom"),
    _Mistake("waver", "waiver", "a|no|any|such"),
    _Mistake("waver", "waiver", after="of"),
    _Mistake("weather", "whether", after="or not"),
    _Mistake("wether", "whether"),
    _Mistake("where", "were", "they|we"),
    _Mistake(
        "which",
        "with",
        "conjunction|accordance|co-operate|cooperate|connection|comply|complies|consult|liaise|consistent",
        "the|each|any|its|this|all|other|such|an?",
    ),
    _Mistake("wit", "with", after="the|an?|its|effect|each|any"),
)


def mistaken(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the words that stand for others, with those."""
    written = instrument.once(small_words)
    for one in _MISTAKES:
        if one.wrong in written:
            for words, match in instrument.search(one.pattern, *_WRITTEN, signs=one.signs):
                yield words, spelt_like(one.right, match[0])
