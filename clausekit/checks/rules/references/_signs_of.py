"""By which words one knows that a provision may have what sentences say is there: posts, sums, an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clausekit.patterns import pattern

_MONEY = (
    r"£|\d ?%|per ?cent|\bpence\b|pay|paid|contribut|cost|fund|fees?\b|charg|pric(?:e|ing)|\bsums?\b|amount"
    r"|financ|budget|spen[dt]|invoice|money|\brates?\b|debt|grant|share|expend|income|salar"
)
_STAFF = (
    r"\bposts?\b|staff|employ|officer|manager|worker|nurse|team|\bgrade|\bband\b|\bwte\b|\bfte\b|personnel"
    r"|second|\blead\b|director|practitioner|therapist|clinician|holder|co-?ordinator|whole[- ]time"
)
_BODY = r"board|group|committee|panel|forum|member|chair|meet|govern|council|steer|represent|assembly"
_DATE = (
    r"(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\b|uary|ch|il|ust|em|ober)"
    r"|\bday|month|date|week|year|quarter|\bq[1-4]\b|\d/\d"
)
_MEASURE = (
    r"measure|indicator|\bkpi|target|perform|\d ?%|per ?cent|within|number of|outcome|result|baseline"
    r"|threshold|standard|quality|metric|monitor|behav|conduct"
)
_ADDRESS = (
    r"\b(?:road|street|house|lane|address|civic|hall|court|square|avenue|way|place|yard|close|park|building"
    r"|centre|hospital|quay|drive|terrace|row|hill|green|gate|offices?)\b|@"
    r"|\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b"
)
_SIGNS = (
    (
        "sum amount payment fee charge price cost contribution budget funding money instalment invoice",
        _MONEY,
    ),
    (
        "share proportion",
        r"shar|portion|divi[ds]|split|half|halves|\bbear|borne|per ?cent|%|contribut|ratio|overspen|£",
    ),
    ("post staff employee team secondee holder", _STAFF),
    ("board group committee panel forum membership members quorum", rf"{_BODY}|quor|vot"),
    ("measure indicator kpi target threshold", _MEASURE),
    ("date day calendar", _DATE),
    ("period", rf"{_DATE}|hour|period|term\b|until|long|end|expir|time|last"),
    ("address", _ADDRESS),
    ("meeting agenda", r"meet|attend|agenda|quor|gather|annual|sits?\b"),
    (
        "notice",
        r"notice|notif|writ|tell|told|inform|months|days|terminat|withdraw|leav|\bend|serv|request|remed",
    ),
    (
        "report",
        r"report|account|statement|return|inform|monitor|summar|figures|review|tell|publish|send",
    ),
    ("training", r"train|course|learn|induct|skill|competen"),
    ("regulation", r"regulation|\d{4}/\d+|\border\b|rules|\bS\.?I\b|\bact\b|law|legisl|statut"),
    (
        "criterion criteria",
        r"criteri|condition|eligib|aged|adult|child|resident|years|\bwho\b|must|shall|\bif\b|only|need",
    ),
    (
        "retention",
        r"ret(?:ain|en)|keep|kept|delet|destroy|destruct|years|months|dispos|archiv|hold|held",
    ),
    ("register log", r"regist|\blogs?\b|record|list|enter|table|keep|kept|note"),
    (
        "review",
        r"review|apprais|evaluat|consider|examin|annual|monitor|assess|each year|look|report|negotiat",
    ),
    ("audit", r"audit|inspect|account|record|access|assur|examin"),
    ("insurance", r"insur|indemn|cover|resolution|liabil|claim"),
    ("vote voting", r"vot|major|decid|decision|unanim|consens|quor|resol"),
    ("extension", r"exten|continu|longer|further|renew|prolong|add"),
    ("warning", r"warn|tell|told|notif|report|inform|alert|soon|becom|forecast"),
    (
        "limit cap ceiling",
        r"limit|cap\b|capped|exceed|more than|max|up to|most|£|%|above|over\b|ceil|below|within",
    ),
    (
        "equipment",
        r"equip|item|device|suppl|stock|\baids?\b|goods|£|\bbed|chair|hoist|machine|laptop",
    ),
    (
        "premises property room accommodation",
        r"premis|propert|room|accommod|build|floor|office|site|centre|house|space|desk",
    ),
    ("appeal", r"appeal|challeng|review"),
    ("complaint", r"complain|concern|ombud|grievance"),
    ("consultation", r"consult|engag|\bask|view|public"),
    ("works", r"works|build|construct|repair|alter|install|refurb"),
    ("plan", r"\bplan|remed|recover|improv|propos|strateg|programme|prepar|steps|actions?\b|exit|continuity"),
    ("request", r"request|\bask|appl(?:y|ic)|right|access|\bcall|demand|enquir|information|requir"),
    ("dispute", r"disput|disagree|differ|agree|resol|escalat|mediat|expert|settl|refer|court|decid|determin"),
    (
        "exclusion exception",
        r"exclu|except|\bnot\b|\bno\b|nothing|save\b|unless|other than|outside|does|but\b",
    ),
    ("checklist", r"check|list|items?\b|tick|question|\byes\b"),
    ("assessment", r"assess|apprais|evaluat|screen|impact|review|needs?\b|eligib|examin"),
    (
        "change variation amendment",
        r"\bvar(?:y|ied|iat)|amend|chang|modif|alter|replac|\badd|review|updat|written agree"
        r"|agreed? in writing|increas|reduc",
    ),
    ("recovery", r"recover|repay|repaid|return|remed|deficit|overspen|debt|plan|claw"),
)
_SIGNS_OF_DEEDS = (
    (
        "divided",
        r"divi[ds]|shar|split|apportion|proportion|distribut|allocat|between|equal|half|halves",
    ),
    ("excluded", r"exclu|except|\bnot\b|\bno\b|nothing|save\b|unless|other than|outside|remain|reserv"),
    ("withheld", r"withh|retain|suspend|deduct|defer|stop|not pay|reduc|reten"),
    ("suspended", r"suspen|stop|paus|ceas|defer|withh|halt|exclu"),
    (
        "varied changed amended variation amendment",
        r"\bvar(?:y|ied|iat)|amend|chang|modif|alter|replac|\badd|review|updat|written agree"
        r"|agreed? in writing",
    ),
    ("seconded", r"second|staff|employ|loan|post|transfer|assign|host"),
    ("insured", r"insur|indemn|cover|resolution|scheme"),
    (
        "repaid recovered",
        r"rep(?:ay|aid)|recover|return|refund|claw|\bpa(?:y|id)|debt|owe|due\b|deduct|reimburs",
    ),
    ("delegated", r"deleg|exercis|function|power|author|perform|carry out|carries out|arrange|act\b"),
    ("destroyed deleted erased", r"destr|delet|eras|dispos|return|retention|retain|keep|kept|expir|wip"),
    ("trained", r"train|course|learn|induct|skill|competen"),
    (
        "set_up established constituted formed",
        r"\bset(?:s|ting)? up|establish|constitut|creat|form(?:s|ed|ing)?\b|there (?:is|are|shall be|will be)"
        r"|conven|appoint|hereby|consist|compris|members|represent",
    ),
    ("elected", r"elect|chair|vot|choos|chosen|appoint|nominat"),
    (
        "approved",
        r"approv|agree|consent|decid|decision|adopt|endors|authoris|accept|ratif|sign(?:s|ed|ing|-)",
    ),
    (
        "appointed nominated designated",
        r"appoint|nominat|\bnam(?:e|es|ed|ing)\b|designat|cho[os]|select|elect|\bacts? as\b|employ",
    ),
    ("notified", r"notif|notice|\btell|\btold|inform|report|writ"),
    (
        "paid payable",
        r"\bpa(?:y|id)|invoic|instal|£|\bsums?\b|cost|fund|contribut|charg|\bfees?\b|reimburs|bear|borne|meet|met\b",
    ),
    ("invoiced", r"invoic|bill|\bpa(?:y|id)|charg"),
    ("transferred", r"transf|\bmov|tupe|employ|assign|pass|hand"),
    ("audited inspected", r"audit|inspect|account|record|access|examin|verif"),
    (
        "calculated worked_out",
        r"calculat|formula|multipl|divid|proportion|shar|per cent|%|\brates?\b|\bsums?\b|£|work\w* out",
    ),
    ("published", r"publi|website|open|announc|press|avail|transparen"),
    (
        "leave leaves withdraw withdraws",
        r"leav|left\b|withdr|notice|\bend(?:s|ed|ing)?\b|terminat|exit|ceas|resign",
    ),
)


def _each(signs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for names, shown_by in signs:
        known = pattern(shown_by, re.IGNORECASE)
        for name in names.split():
            yield name.replace("_", " "), known


SIGNS: Mapping[str, re.Pattern[str]] = dict(_each(_SIGNS))
"""What shows that a text may have something, by the noun for it in the singular."""
SIGNS_OF_DEEDS: Mapping[str, re.Pattern[str]] = dict(_each(_SIGNS_OF_DEEDS))
"""What shows that a text may tell how something is done, by the word for that."""
OF_PERSONS = frozenset((
    "staff", "employee", "team", "secondee", "holder", "members",
    "board", "group", "committee", "panel", "forum",
))  # fmt: skip
"""Nouns for persons, to whom something may be done under a provision on another thing."""
CONCRETE = OF_PERSONS | {
    "post",
    "measure",
    "indicator",
    "kpi",
    "target",
    "address",
    "quorum",
    "meeting",
    "training",
}
"""Nouns for what a table or a schedule has many signs of, if it is on that."""
