"""Names: words with capitals that are nobody's defined terms, because they name something in the world."""

from __future__ import annotations

from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_SINGLE = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas England Wales Scotland Ireland
Britain UK EU Europe EEA London Westminster NHS Government Treasury Parliament Crown Cabinet Ofsted Monitor
Customs Healthwatch Ombudsman Ombudsmen Act Acts Regulations Chapter Part Parts Schedule Schedules Clause
Clauses First Second Third Fourth Fifth Sixth Seventh Eighth Paragraph Annex Annexes Appendix Appendices
Section Article Agreement Covid COVID Christian God Internet
"""
_SEVERAL = """
Christmas Day, Christmas Eve, Boxing Day, Good Friday, Easter Monday, New Year’s Day, Northern Ireland,
Great Britain, United Kingdom, European Union, European Economic Area, National Health Service, Secretary of
State, Secretaries of State, Her Majesty, His Majesty, Council Tax, HM Revenue, Revenue and Customs, Public
Health England, Information Commissioner, Local Government Association, Local Authorities, Local Authority,
Health and Wellbeing Board, Health and Wellbeing Boards, Office for National Statistics, Companies House,
Post Office, Royal Mail, Court of Appeal, Supreme Court, High Court, Act of Parliament
"""
_KNOWN = frozenset((*MONTHS, *_SINGLE.split(), *" ".join(_SEVERAL.split()).split(", ")))

_BEGINNERS = """
A An The This That These Those It If In On At As To Of For From By With Where When While Unless Until Upon
Under Any All Each Every Both Either Neither No None Nothing Not Such Subject Without Within Notwithstanding
Save Should Shall Once Only Other Or And But So Provided Following Before After During Between Except
Including Their Its There They He She We You Our Your His Her Which Who Whilst Having Being Further Also
However Therefore Whether What How Why Because Since Through Throughout Per Nor Signed Dated Please Note See
"""
BEGINNERS = frozenset(_BEGINNERS.split())
"""Words that have a capital only because they begin a sentence."""

_LAST = """
Council Councils Trust Trusts Commission Commissioner Authority Authorities Agency Department Ministry
Office Institute Association Federation University Hospital Hospitals College Faculty Ombudsman Tribunal
Court Courts Inspectorate Parliament Limited Ltd LLP plc PLC CIC England Wales Kingdom Street Road Lane
Avenue House Square Hall Park Town City County Borough CCG ICB Constabulary Police Partnership Healthwatch
Foundation Society Royal Embassy Church Hospice Alliance Consortium
"""
_ENDS_OF_BODIES = frozenset(_LAST.split())

_FIRST = """
NHS HM Royal Department Ministry University Office Faculty Institute National Secretary Minister City County
Borough London East West North South Northern Southern Eastern Western European British English Welsh Public
Saint St Mr Mrs Ms Dr Sir Professor
"""
_STARTS_OF_BODIES = frozenset(_FIRST.split())

_STATUTORY = pattern(
    r"(?:Health (?:and|&) Well-?[Bb]eing|Safeguarding(?: Children| Adults?| Children’s)?|Child Death Overview"
    r"|Overview (?:and|&) Scrutiny|Health Scrutiny|Scrutiny|Schools|Corporate Parenting|Youth Justice"
    r"|Licensing|Pension|Pensions|Community Safety|Adoption|Fostering)"
    r" (?:Board|Committee|Panel|Partnership|Forum|Commission)s?$"
)
"""How the groups are called that law or custom gives each place, whatever the place is."""

_NO_BODIES = frozenset(
    ("Function", "Functions", "Contribution", "Contributions", "Data", "Budget", "Budgets")
)  # fmt: skip
_ROLES = frozenset(
    ("Lead Commissioner", "Lead Commissioners", "Lead Authority", "Host Authority", "Host Commissioner",
     "Lead Council", "Host Council", "Lead Partnership", "Co-ordinating Commissioner")
)  # fmt: skip
"""What a body is made by an agreement, not its name."""

_RANKS = "Deputy|Assistant|Interim|Executive|Associate|Managing|Corporate|Strategic|Acting|Joint"
_HOLDERS = (
    "Director|Officer|Manager|Solicitor|Lead|Guardian|Accountant|Secretary|Chair|Chairman|Leader|Mayor|President"
    "|Minister|Nurse|Councillor|Member|Auditor|Treasurer|Clerk|Practitioner"
)
_OFFICE = pattern(
    rf"(?:(?:{_RANKS})[ ])*(?:Chief(?:[ ]\w+){{1,5}}|Directors?\b.*|Heads?[ ]of\b.*|Cabinet[ ]Member.*"
    rf"|(?:[A-Z]\w+[ ]){{0,3}}(?:{_HOLDERS})s?)"
)
_DOCUMENT = pattern(
    r"Strategy|Plans?|Policy|Policies|Framework|Protocol|Guidance|Guide|Code|Report|Review|Programme|Paper|Standards?"
    r"|Toolkit|Charter|Constitution|Manual|Statement|Principles|Handbook|Rules|Directions|Instructions|Orders"
    r"|Directive|Convention|Regulation|Procedures?|Newsletter|Website|View|Concordat|Specification|Agreement|Contract"
    r"|Memorandum|Scheme|Fund|Grant|Initiative|Register|Conditions"
)


def is_known_name(words: str) -> bool:
    """Tell whether words are a name that everyone knows: a month, a country, the Treasury.

    >>> is_known_name("Secretary of State"), is_known_name("Service User")
    (True, False)
    """
    return words in _KNOWN


def is_role(words: str) -> bool:
    """Tell whether words are what an agreement makes of a body.

    >>> is_role("Lead Commissioner"), is_role("Westmarch Council")
    (True, False)
    """
    return words in _ROLES


def names_a_body(words: str) -> bool:
    """Tell whether words look like the name of a body or a place, by their first word or their last ones.

    >>> names_a_body("Westmarch County Council"), names_a_body("Council"), names_a_body("Care Plan")
    (True, False, False)
    """
    several = _split(words)
    if len(several) < 2 or several[-1] in _NO_BODIES or words in _ROLES:
        return False
    statutory = _STATUTORY.search(words) is not None
    return statutory or ends_like_a_body(words) or several[0] in _STARTS_OF_BODIES


def ends_like_a_body(words: str) -> bool:
    """Tell whether the last of several words is one with which names of bodies and places end."""
    several = _split(words)
    return len(several) > 1 and several[-1] in _ENDS_OF_BODIES


def names_an_office(words: str) -> bool:
    """Tell whether words look like an office that someone holds.

    >>> names_an_office("Director of Adult Social Care"), names_an_office("Chief Executive")
    (True, True)
    """
    return _OFFICE.fullmatch(words) is not None


def names_a_document(words: str) -> bool:
    """Tell whether words look like the title of a document or a programme: its last word says so.

    >>> names_a_document("Five Year Forward View"), names_a_document("Plan")
    (True, False)
    """
    several = _split(words)
    return len(several) > 1 and _DOCUMENT.fullmatch(several[-1]) is not None


def _split(words: str) -> list[str]:
    return words.replace("\u00a0", " ").split(" ")
