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
payment period person personnel plan premises price principal priority procedure process processor
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

_BOARDS_WORDS = """
board group committee team forum panel executive office desk secretariat taskforce senate
"""
BOARDS = frozenset(_BOARDS_WORDS.split())
"""Groups of people to which an agreement gives something to do, in its own words for them."""

_KINDS_OF_THINGS = (
    "group board committee team executive forum panel unit network",
    "manager officer lead director head coordinator accountant representative contact steward administrator",
    "agreement contract memorandum deed",
    "plan programme strategy schedule timetable",
    "protocol policy procedure process framework",
    "log register record list inventory",
    "report return statement summary",
    "fund budget pool account reserve contingency",
    "contribution payment charge cost fee sum price share",
    "service scheme provision offer",
    "service team hub",
    "date day",
    "period term year",
    "law legislation",
    "data information record",
    "premises building centre site store property depot warehouse base",
    "user client customer patient recipient resident",
    "target measure indicator objective outcome goal aim",
)
KINDS = tuple(frozenset(words.split()) for words in _KINDS_OF_THINGS)
"""Words for things of one kind: where all other words of a term are there, one is written for the other."""

ROLES = frozenset(
    [
        "authority",
        "partner",
        "organisation",
        "body",
        "party",
        "member",
        "council",
        "agency",
        "group",
        "team",
        "board",
        "lead",
        "officer",
    ]
)
"""What may be added to a term for whoever has a task: "Lead Commissioning Authority"."""

_PUBLIC_GROUPS_WORDS = """
nhs national government local statutory public cabinet council county borough city district england english
health wellbeing well being community neighbourhood parish children child adult people youth older young
safeguarding safety scrutiny overview audit standard governing governor corporate senior leadership
remuneration sub primary medical pharmaceutical dental research ethic education school academy college
university learning disability mental autism carer voluntary sector justice police crime resilience
prescribing formulary drug medicine urgent emergency hospital ward clinic general consultative union
licensing planning housing fire ambulance pension court royal parliamentary electoral healthwatch patient
parent family resident citizen home foreign cancer stroke maternity trust icb ccg regional system
integrated
"""
PUBLIC_GROUPS = frozenset(_PUBLIC_GROUPS_WORDS.split())
"""Words in the names of groups that councils and health bodies have anyhow."""

_PLACES_WORDS = """
room chamber house hall street road lane building hospital infirmary school clinic surgery church hotel ward
park library square suite floor court garden farm mill depot campus site book day act pathway pilot course
campaign approach
"""
PLACES = frozenset(_PLACES_WORDS.split())
"""What has a name of its own without being a thing of the agreement."""

_QUALIFIERS_WORDS = """
authorised approved relevant eligible nominated qualifying excluded permitted retained affected receiving
supplying requesting notified agreed specified material serious minor reserved defaulting transferring
outgoing incoming initial existing additional upper lower maximum minimum shared assigned allocated disputed
surplus proposed third recipient disclosing appointing withdrawing remaining continuing seconded
"""
QUALIFIERS = frozenset(_QUALIFIERS_WORDS.split())
"""Words by which drafters mark off what they mean: whatever follows one in capitals is a term."""

_OF_THE_PUBLIC_WORDS = """
strategy policy code guidance constitution programme initiative grant charter concordat review manual
handbook directive convention regulation rule direction order website newsletter paper guide toolkit
framework standard principle view
"""
OF_THE_PUBLIC = frozenset(_OF_THE_PUBLIC_WORDS.split())
"""Documents that are published for all more often than made for one bargain."""

OF_ONE_BARGAIN = frozenset(
    [
        "report",
        "statement",
        "return",
        "log",
        "register",
        "matrix",
        "certificate",
        "dashboard",
        "schedule",
        "form",
    ]
)
"""Papers that are made under a bargain more often than published."""

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
GMB NB TBC TBA RAG SMART SWOT CV XX XXX VCSE VCFSE VCS BAME LGBT ASC CHC DToC
"""
ACRONYMS = frozenset(_ACRONYMS.split())
"""Short forms that need no definition."""

_SHORT_NAMES = """
ICB ICP ICS LGA ADASS ADCS DHSC DLUHC MHCLG DWP ONS UKHSA OHID NHSE NHSI SHA PCT CCG CAMHS JSNA PHE
"""
SHORT_NAMES = frozenset(_SHORT_NAMES.split())
"""What everybody calls bodies and papers: none of them is a slip for another."""

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
manager officer lead practitioner representative coordinator ordinator administrator steward custodian deputy
expert adviser advisor facilitator assessor reviewer verifier evaluator sponsor owner nominee delegate leader
holder convenor convener chair chairman
"""
POSTS = frozenset(_POSTS_WORDS.split())
"""Those to whom an agreement gives something to do, by the name of a post."""

_RANKS_WORDS = """
chief deputy assistant interim executive associate managing corporate strategic acting senior principal head
monitoring returning medical nursing social finance operating information place clinical programme duty team
ward service project case care designated accountable accounting section electoral borough county city
registered approved safeguarding council icb trust nhs system business legal human political group
opposition cabinet shadow vice co freedom caldicott board committee panel
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

_ORDINARY_WORDS = """
ability acceptance access accident accountability accounting acquisition action activity adaptation
adjustment administration administrative admission adviser advisory aftercare agreed allocated allocation
allowance alternative amendment annual appeal appointed appointment approval approved archive assessment
assurance audit authorised available award balance base baseline basic benefit best bid board branch
briefing broker brokerage bundle business calculation call cap capacity capital care ceiling central
certificate certified challenge charging checklist circular clearance clinical closing closure code cohort
collaboration collaborative collection commercial commission commissioned commissioning committed common
communication completion compliance concern condition confidential consent consultation contact contingency
contracting contribution control coordination core corrective credit customer dashboard data database
dataset deadline decision dedicated delivery demand department design designated development digital direct
directive directorate directory discharge disclosure discretionary dispute distribution draft duty
efficiency eligibility eligible engagement enhanced equality equipment escalation estate estimate estimated
evaluation event evidence exceptional executive exemption existing exit expenditure expert export external
extra extract fair final finance financial financing first flexible forecast founding framework front full
funded funding future gain gateway governance grant grid growth guarantee guaranteed handover help helpdesk
high hire host hosted hosting hotline hub human implementation improvement income independent index
indexation induction information initial innovation inspection insurance intake integration intelligence
interim intermediate internal introductory inventory investment invoicing job joint key knowledge last lead
ledger legacy legal letter level liaison limited line liquidity list local log logistics long low main
maintenance management mandatory map mark market material maximum measurement mediation member method
milestone minimum minor minute mitigation mobilisation model module monitoring monthly mutual named national
negotiation net network new nominated non notice notified office officer ongoing open operating operation
operational option original outcome outline output outreach outturn overall oversight overspend owner pack
panel participation partner partnership pathway pattern payment peak peer penalty people performance
permitted personal personnel phase pilot placement planning point policy pool pooled portal portfolio
practice preferred prevention price pricing priority procurement professional profile programme progress
project promise property proposed prospectus protected protection provision proxy purchasing quality
quarterly question quorum quota rate ratio reablement rebasing rebate receipt reconciliation recovery
recurrent reduced redundancy reference referral register relevant relief remedial remediation remit
remuneration renewal rent repair replacement report reporting required research reserved resilience
resolution resource response responsible restricted retained retention revenue review revised risk rota
round route rule running safe sample saving scale schedule scheme scope score scoring screening seconded
secondment secretariat secure security segment senior service session set settlement share shared sharing
short single site skill slot small source specialist specified spending split sponsor spread staff stage
stakeholder standard standing start starting statement statistic steering step stewardship stock strategic
strategy structural sub subsidy success suite summary support supporting surge surplus swap table tactical
target tariff task team technical template temporary tender term termination third threshold tier timetable
tolerance toolkit topic total tour tracking training transfer transferred transferring transformation
transition transitional transport treatment trend triage trial trigger trusted turnaround unallocated
underspend union unspent uplift usage user utilisation vacancy validation value variation vehicle venture
visit volume voting voucher waiting waiver warning warranty weekly weighted window winter withdrawal work
workbook workforce working workstream workstreams year
"""
ORDINARY = frozenset((*_ORDINARY_WORDS.split(), *THINGS, *GROUPS, *BOARDS, *GOVERNING, *POSTS, *MASS))
"""Words of the language of agreements, as against names of places and people."""
