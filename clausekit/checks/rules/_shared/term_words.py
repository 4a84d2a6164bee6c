"""The words of this field by which terms, posts and names are told apart."""

from __future__ import annotations

_THINGS = """
account agreement amount area arrangement asset benchmark blueprint breach budget buffer cap case ceiling
change charge checklist claim client complaint condition contract contractor contribution controller cost
criteria customer dashboard data date day decision default deficit deliverable demand discloser dispute
document element employee employer entity event expenditure facility factor fee floor forecast form formula
function fund goods guarantee guidance holder hour hub incident indemnity indicator information insurance
invoice item ladder lease ledger legislation level liability licence list loan location log loss manager
margin material matrix matter measure meeting member milestone model money month need notice objective
obligation offer officer operator option order organisation outcome overspend owner package part partner
party payment period person personnel plan playbook premises price principal priority procedure process
processor product profile project property proportion proposal provider purpose quarter rate receiver
recipient record referral register report representative request requirement reserve resource restriction
return right risk roadmap rota saving schedule scheme scope scorecard service share signatory specification
staff stage standard statement subcontractor subject sum supplier surplus system target tariff template term
test threshold tolerance tracker trajectory transfer trigger underspend undertaking user variation warranty
work workbook workstream year
"""
THINGS = frozenset(_THINGS.split())
"""What terms of agreements are about: the words they end with."""

_ALONE = """
alliance assessor asset authority board budget charge collaborative commissioner committee consortium
contingency contractor contribution council customer deliverable discloser dispute equipment facility fee
function fund group host law legislation loss nominee notice objective outcome overspend partner
partnership party premises price programme project protocol provider purpose quarter recipient record referrer
scheme secondee service staff supplier term trust underspend working
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
    "breach incident",
    "premises building centre site store property depot warehouse base",
    "user client customer patient recipient resident",
    "user person individual",
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

SITES = frozenset(("hub", "centre", "facility", "premises", "location"))
"""Where people are served: such a place has a name of its own, "the Carers’ Hub"."""

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

_OF_THE_AGREEMENT_WORDS = """
board committee act regulation order direction law legislation agreement contract deed memorandum schedule
date day month quarter year term period time contribution payment fund budget account partner party
commissioner provider authority council body organisation user patient client function service scheme
purpose objective outcome procedure process condition notice manager officer representative director
controller processor subject data information expenditure price tariff change default breach loss liability
overspend underspend allocation
"""
OF_THE_AGREEMENT = frozenset(_OF_THE_AGREEMENT_WORDS.split())
"""What the body of an agreement defines for its schedules: the last words of such terms."""

_MASS = """
expenditure legislation guidance information data staff equipment funding law commissioning material content
software documentation
"""
MASS = frozenset(_MASS.split())
"""Words without a plural: they need no article."""

OFFICES = {"manager": 2, "officer": 3, "representative": 3}
"""Offices that agreements make, and how often one is spoken of by name if this agreement makes it."""

_ACRONYMS = """
NHS GP GPs VAT UK EU GDPR IT ICT HR CQC NICE FOI FOIA EIR DPA PDF TUPE MP MPs UKGDPR HMRC BACS A&E CEO CIPFA
SORP IFRS OJEU DBS MRI HMCTS PC ID DVD USB CD URL SMS PO QC KC LLP PLC CIC OK AM PM BST GMT ISO IEC BS PSN
VPN CCTV HIV AIDS TB ADHD SEND SEN NMC GMC MoU MOU ToR AI API ASAP N3 HSCN ICO GAAP COVID USA BMA RCN UNISON
GMB NB TBC TBA RAG SMART SWOT CV XX XXX VCSE VCFSE VCS BAME LGBT ASC CHC DToC CEDR CSV JPEG TLS SSL DNS HTTP
ICANN WHOIS HTTPS HTML XML JSON UTC PIN WiFi Wi-Fi SIM LED
"""
ACRONYMS = frozenset((*_ACRONYMS.split(), "UK GDPR"))
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
monitoring returning medical nursing social finance operating information place ward care accounting section
electoral borough county city registered safeguarding council icb trust nhs system business legal human
political group opposition cabinet shadow vice co freedom caldicott board committee panel clinical duty team
service case project
"""
RANKS = frozenset(_RANKS_WORDS.split())
"""Words with which posts begin that bodies have anyhow."""

_GENERIC_IN_NAMES_WORDS = """
county council borough city district metropolitan unitary nh nhs integrated care board trust foundation
health healthcare community hospital service mental and of the partnership primary group clinical
commissioning limited social enterprise voluntary adult children london royal north south east west
university college authority wellbeing learning disability general practice federation association hospice
forum alliance data processor controller
"""
GENERIC_IN_NAMES = frozenset(_GENERIC_IN_NAMES_WORDS.split())
"""Words of the names of bodies that are no names of places."""

_ORDINARY_WORDS = """
ability accelerator acceptance access accident accountability accounting accreditation accumulated
acquisition action activity adaptation adjustment administration administrative admission adviser advisory
aftercare agenda aggregate agreed alert allocated allocation allowance alternative ambition amendment annex
annual appeal appointed appointment apportionment appraisal approval approved arbitration archive arrears
aspiration assessment assumption assurance attendance audit authorised available award backlog backstop
balance banding bank barrier base baseline basic bed benchmark benefit best bid blueprint board booking
branch bridge bridging briefing broker brokerage buffer bulletin bundle business calculation calendar call
callout cancellation candidate cap capability capacity capital care carry case casework catalogue ceiling
celebration central ceremony certificate certification certified challenge champion charging checklist
checkpoint chest chronology circular clawback clearance clearing client clinic clinical clock closing
closure cluster coaching code cohesion cohort collaboration collaborative collection collective command
commencement commercial commission commissioned commissioning committed common communication compact
comparison compendium compensation competence competency completion complex compliance composite concern
condition confidential connection consent consolidated constraint consultation consultative consumption
contact contestability contingency continuity contracting contractual contribution control convergence
cooperation coordination core corrective corridor cost costing counterpart coverage credential credit crisis
criterion cumulative custody customer cycle daily dashboard data database dataset deadline debrief debt
decision declaration dedicated deduction deferral deferred delay delegated delegation deliberation delivery
demand department deployment deposit description design designated desk destination detail deterioration
development diagnostic difference digital dilapidation direct direction directive directorate directory
discharge disclosure discontinuance discount discretionary disposal dispute disputed disruption distribution
diversion division donation door double downturn draft driver dual duplicate duty dynamic early earmarked
efficiency effort elected eligibility eligible emergency emerging enabling end endorsement engagement
enhanced enhancement enquiry entitlement entry envelope environment equality equipment escalation estate
estimate estimated evaluation event evidence exception exceptional excess exchange exclusion executive
exemption exercise existing exit expanded expansion expenditure expert explanation exploratory export
exposure extended extension external extra extract extraordinary face facilitation factor failure fair
fallback family fast feasibility feedback file final finance financial financing first fixed flag flagship
flexible float floor flow focus focused follow forecast formation formula forward founding framework free
freeze frequency front fulfilment full functional funded funding future gain gap gate gateway general goal
golden governance grace grade grading grant grid grievance ground growth guarantee guaranteed guardian guide
half handover harm headline headroom health held help helpdesk hierarchy high hire holding horizon host
hosted hosting hotline hub human idea identification immediate impact implementation import improved
improvement improving inbound incentive inception inclusion income incoming increment independent index
indexation individual induction inflation informal information initial innovation input inquiry insight
inspection instruction insurance intake integration integrity intelligence intensive intent interest
interface interim intermediate internal interruption intervention introduction introductory inventory
investigation investment invoicing issue itinerary job joint journal journey judgement junior key kit kitty
knowledge ladder landing large last latest launch layer lead leadership leaflet league learning leave ledger
legacy legal lessons letter level levy liaison library lifecycle light limited line link liquidity list live
load local log logic logistics long look lot low loyalty main maintained maintenance major majority making
managed management mandatory manifest manual map mapping margin mark market marketing material maximum
measurement measuring mechanism mediation member menu merit message method metric migration milestone
minimum minor minute mission mitigation mix mobile mobilisation model moderation module monetary monitoring
monthly moratorium motion movement multi mutual named national negotiated negotiation net network neutral
new next night nominated nomination non norm notice notification notified number obligation observation
occasional occupancy office officer offset onboarding ongoing open opening operating operation operational
opinion opportunity opt optimisation option ordinary organisational original outcome outline output outreach
outturn overall oversight overspend oversubscription overview owner ownership pack package paired panel
paper parallel parameter partial participation partner partnering partnership passport path pathway patient
pattern pause pay payment peak peer penalty pending people per performance periodic permission permitted
personal personnel perspective phase phasing picture pilot pipeline pivot placement planning playbook pledge
point policy pool pooled portal portfolio posted pot potential practice preferred prescribed presentation
prevention preventive price pricing principal prioritisation priority privileged probation problem
procurement production productivity professional profile programme progress prohibited project projection
promise promotion proof property proposed prospectus protected protection protective prototype provision
proximity proxy publication publicity purchasing purse qualification quality quarterly query question queue
quorum quota rapid rate ratio reablement readiness reallocation reason rebalancing rebasing rebate recall
receipt reception reciprocal recognition recommendation reconciliation recorded recovery recruitment
recurrent recycling redress reduced reduction redundancy reference referral reform refresh refund register
regular relations relationship release relevant reliance relief relocation remedial remediation reminder
remit removal remuneration renewal rent repair repayment replacement report reporting repository
representation reprovision request required rescue research reserved residual resilience resolution resource
respite response responsible restricted resumption retained retention retirement retrospective return reuse
revaluation revenue review revised reward rework right risk roadmap roll rolling rollout rota rotation round
route row rule running safe safety sample sanction satisfaction saving scale scan scenario schedule scheme
scope score scorecard scoring screening scrutiny search seasonal second secondary seconded secondment
secretariat secure security segment selection self senior sensitive separation sequence serious service
session set settlement shadow share shared sharing shift short shortfall shortlist sign signal signposting
single site sitting skill slippage slot small social soft solution source space special specialist
speciality specified spend spending split sponsor sponsorship spot spread spreadsheet stabilisation
stability staff stage stakeholder stand standard standby standing start starting statement statistic status
steering step stewardship stock stop storage storm strand stranded strategic strategy stress structural
study sub subsequent subsidy substitute substitution success suite summary supervision supplementary supply
support supporting surge surplus suspension sustainability swap switch synergy systemic table tactic
tactical tail takeover talent taper tapering target tariff task teaching team technical technology template
temporary tender tendering term termination test testing theme third three threshold ticket tie tier time
timeline timetable tolerance toll toolkit top topic total tour tracing tracker tracking trade traffic
training trajectory transaction transfer transferred transferring transformation transition transitional
translation transparency transport treasury treatment trend triage trial trigger trusted trustee turnaround
turnover twin two type ultimate unallocated unavoidable underspend understanding union unit unplanned
unresolved unspent update upgrade uplift upper urgent usage use user utilisation vacancy vacant validation
value variation vary vehicle venture verification vetting view violation virement visibility vision visit
vital volume voluntary volunteer voting voucher waiting waiver walk want warehouse warning warranty watch
wave weekend weekly weighted weighting welfare whole wider window winter withdrawal withheld work workbook
worked workforce working workplan workshop workstream workstreams write year
agent apartment applicant assignee assignor band bill brand buyer chargee chargor clear communal consumable
contributor copy damage debtor deed domain donee donor dwelling editor expiry flat foreground format
franchisee funder hard image kind learner lender lessee lesson lessor logo maintainer means medium mentee
mentor mortgagor name oral outage parcel patent peril photography plant plot pupil quote registrar registry
researcher reseller room scholar seller server sewer student studio surety tax teacher tenant title tool
transferee transferor uptime vendor verbal web week worker media
"""
ORDINARY = frozenset((*_ORDINARY_WORDS.split(), *THINGS, *GROUPS, *BOARDS, *GOVERNING, *POSTS, *MASS))
"""Words of the language of agreements, as against names of places and people."""
