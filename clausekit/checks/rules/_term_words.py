"""The words of this field by which terms, posts and names are told apart."""

from __future__ import annotations

_THINGS = """
account agreement amount area arrangement asset breach budget case change charge claim client complaint
condition contract contractor contribution controller cost criteria customer data date day decision default
deficit deliverable demand discloser dispute document element employee employer entity event expenditure
facility fee forecast form function fund goods guarantee guidance holder hour hub incident indemnity
indicator information insurance invoice item lease legislation level liability licence list loan location
log loss manager material matter measure meeting member milestone model money month need notice objective
obligation offer officer operator option order organisation outcome overspend owner package part partner party
pathway payment period person personnel plan premises price principal priority procedure process processor
product profile project property proportion proposal provider purpose quarter rate receiver recipient record
referral register report representative request requirement reserve resource restriction return right risk
saving schedule scheme scope service share signatory specification staff stage standard statement
subcontractor subject sum supplier surplus system target tariff term test threshold transfer trigger
underspend undertaking user variation warranty work workstream year
"""
THINGS = frozenset(_THINGS.split())
"""What terms of agreements are about: the words they end with."""

_ALONE = """
service term provider project programme party partner fund contribution premises staff function loss record
protocol dispute scheme quarter overspend underspend budget deliverable purpose recipient discloser
equipment asset customer contractor supplier objective outcome charge fee price notice law legislation
working partnership consortium alliance collaborative board committee group council trust authority
commissioner facility
"""
ALONE = frozenset(_ALONE.split())
"""Words that are terms on their own, as most agreements of this kind have it."""

_PARTIES = """
partner party council trust authority commissioner icb ccg
"""
PARTIES = frozenset(_PARTIES.split())
"""Words for parties: they say nothing where the clause that names the parties was not recognised."""

_GROUPS = """
group board committee team executive forum network partnership service panel centre unit
"""
GROUPS = frozenset(_GROUPS.split())
"""Words with which names of bodies end too: used again and again, such a name should be defined."""

_MASS = """
expenditure legislation guidance information data staff equipment funding law commissioning
"""
MASS = frozenset(_MASS.split())
"""Words without a plural: they need no article."""

OFFICES = {"manager": 2, "officer": 3, "representative": 3}
"""Offices that agreements make, and how often one is spoken of by name if this agreement makes it."""

_ACRONYMS = """
NHS GP GPs VAT UK EU GDPR IT ICT HR CQC NICE FOI FOIA EIR DPA PDF TUPE MP MPs UKGDPR HMRC BACS A&E CEO CIPFA
SORP IFRS OJEU DBS MRI HMCTS PC ID DVD USB CD URL SMS PO QC KC LLP PLC CIC OK AM PM BST GMT ISO IEC BS PSN
VPN CCTV HIV AIDS TB ADHD SEND SEN NMC GMC MoU MOU ToR AI API ASAP N3 HSCN ICO GAAP COVID USA BMA RCN UNISON
GMB NB TBC TBA RAG SMART SWOT CV XX XXX
"""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Short forms that need no definition."""

NATIONAL = frozenset(
    (
        "Accountable Officer",
        "Agenda for Change",
        "Approved Mental Health Professional",
        "Audit Committee",
        "Caldicott Guardian",
        "Cabinet Member",
        "Data Security and Protection Toolkit",
        "Designated Clinical Officer",
        "Designated Medical Officer",
        "Education, Health and Care Plan",
        "Local Government Pension Scheme",
        "Minimum Income Guarantee",
        "NHS Payment Scheme",
        "Responsible Officer",
        "Senior Information Risk Owner",
        "Accounting Officer",
        "Adult Social Care Discharge Fund",
        "Authorised Signatory",
        "Better Care Fund",
        "Care Plan",
        "Chief Executive",
        "Chief Executive Officer",
        "Chief Finance Officer",
        "Chief Officer",
        "Chief Operating Officer",
        "Consumer Prices Index",
        "Data Protection Impact Assessment",
        "Data Protection Officer",
        "Equality Impact Assessment",
        "Freedom of Information Request",
        "Subject Access Request",
        "Disabled Facilities Grant",
        "Discharge Fund",
        "Disclosure and Barring Service",
        "Improved Better Care Fund",
        "Joint Strategic Needs Assessment",
        "Monitoring Officer",
        "NHS Standard Contract",
        "National Living Wage",
        "Personal Health Budget",
        "Public Health Grant",
        "Retail Prices Index",
        "Social Care Grant",
        "Winter Pressures Grant",
    )
)
"""What has its name, and its capitals, all over the country."""

_GOVERNING_WORDS = """
protocol matrix framework plan procedure template register specification standard criteria policy form
methodology mechanism formula process checklist timetable
"""
GOVERNING = frozenset(_GOVERNING_WORDS.split())
"""Documents that a bargain leans on: what they say, it says."""

_PUBLIC_WORDS = """
nhs national local government forward long five ten corporate winter system operational operating strategic
joint health wellbeing community neighbourhood medium market digital estate green people workforce
population better integrated county city borough district council england english uk statutory home ageing
carer housing learning public safeguarding financial commissioning business annual care code sustainability
transformation equality reward standards cabinet
"""
PUBLIC = frozenset(_PUBLIC_WORDS.split())
"""Words with which the titles of plans and policies begin that bodies publish for all."""

PLANS = frozenset(("plan", "framework", "standard", "register"))
"""What bodies publish for all more often than a bargain makes its own."""

_BODIES_WORDS = """
nhs national government england english uk statutory public cabinet council county borough city district
corporate code reward standards local joint
"""
BODIES = frozenset(_BODIES_WORDS.split())
"""Words with which the title of a policy begins that belongs to a body, not to a bargain."""

_POSTS_WORDS = """
manager officer lead practitioner representative coordinator co-ordinator administrator
"""
POSTS = frozenset(_POSTS_WORDS.split())
"""Those to whom an agreement gives something to do, by the name of a post."""

_RANKS_WORDS = """
chief deputy assistant interim executive associate managing corporate strategic acting senior principal head
monitoring returning medical nursing social finance operating information place clinical programme duty team
ward service project case care designated accountable accounting section electoral borough county city
"""
RANKS = frozenset(_RANKS_WORDS.split())
"""Words with which posts begin that bodies have anyhow."""

_GENERIC_IN_NAMES_WORDS = """
county council borough city district metropolitan unitary nh nhs integrated care board trust foundation
health healthcare community hospital service mental and of the partnership primary group clinical
commissioning limited social enterprise voluntary adult children london royal north south east west
university college authority wellbeing learning disability general practice federation association hospice
forum alliance
"""
GENERIC_IN_NAMES = frozenset(_GENERIC_IN_NAMES_WORDS.split())
"""Words of the names of bodies that are no names of places."""
