"""Words of this field as they are misspelt, and American spellings, each with the right British one.

What is in use in Britain too is left out: "judgement", "co-operate", "organize", "program" of a computer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MISSPELT = """
adn=and ahve=have alos=also becasue=because beleive=believe cheif=chief completly=completely
dealth=dealt delt=dealt depatment=department eigth=eighth eihgt=eight fourty=forty hieght=height
inital=initial intial=initial lenght=length monht=month montly=monthly ninty=ninety nineth=ninth
oportunity=opportunity payed=paid peice=piece posible=possible poeple=people quartely=quarterly
quater=quarter shoud=should shoudl=should sholud=should sucess=success taht=that tihs=this thsi=this
tehir=their truely=truly twelth=twelfth whcih=which whihc=which wiht=with witht=with yaer=year
seperatly=separately agred=agreed aggreed=agreed budjet=budget buget=budget councel=council
councillers=councillors
accomodate=accommodate accomodation=accommodation accordence=accordance accounatble=accountable
accountabilty=accountability accoutable=accountable accross=across acheive=achieve acheived=achieved
acknowlege=acknowledge acommodation=accommodation acordance=accordance acountable=accountable adress=address
adressed=addressed ageement=agreement aggreement=agreement agreeement=agreement agreemnt=agreement
agrement=agreement allocaton=allocation amendement=amendment ammend=amend ammended=amended
ammendment=amendment ammendments=amendments anniversery=anniversary apendix=appendix appendicies=appendices
appropiate=appropriate approriate=appropriate aproval=approval aproved=approved aquire=acquire
aquired=acquired arangements=arrangements arbitraton=arbitration arrangment=arrangement
arrangments=arrangements asessment=assessment assesment=assessment assesments=assessments
assessement=assessment attatched=attached authorites=authorities authoritiy=authority authorty=authority
availble=available avaliable=available becuase=because begining=beginning benefical=beneficial
beneficary=beneficiary benificial=beneficial benificiary=beneficiary buisness=business bussiness=business
calender=calendar catagories=categories catagory=category comission=commission comissioned=commissioned
comissioner=commissioner comissioning=commissioning comittee=committee commencment=commencement
commision=commission commisioned=commissioned commisioner=commissioner commisioning=commissioning
commissiong=commissioning commissoning=commissioning commitee=committee committe=committee
committment=commitment committments=commitments complaince=compliance complience=compliance
concensus=consensus concious=conscious confidental=confidential confidentialty=confidentiality
consistant=consistent contarct=contract contibution=contribution contributiion=contribution
contributon=contribution contributons=contributions controled=controlled correspondance=correspondence
decison=decision decisons=decisions definate=definite definately=definitely delagate=delegate
delagated=delegated delegted=delegated desireable=desirable develope=develop developement=development
diffrent=different disclousre=disclosure discolsure=disclosure enviroment=environment
enviromental=environmental equipement=equipment equiptment=equipment existance=existence existant=existent
expediture=expenditure expendature=expenditure expenditue=expenditure explaination=explanation
facilites=facilities fianancial=financial finacial=financial financal=financial fuctions=functions
fufil=fulfil fullfil=fulfil funtion=function funtions=functions futher=further gaurantee=guarantee
govenance=governance govenment=government goverance=governance goverment=government governence=governance
guarentee=guarantee employes=employs harrassment=harassment heirarchy=hierarchy immediatly=immediately
implementaion=implementation implemention=implementation indemity=indemnity indemnifiy=indemnify
independant=independent independantly=independently infomation=information informaiton=information
saftey=safety caldicot=caldicott affilliation=affiliation calander=calendar irrecoverible=irrecoverable
adaquate=adequate expection=expectation febuary=february renumeration=remuneration soley=solely
juristiction=jurisdiction irregardless=regardless
infromation=information insurence=insurance integated=integrated intergrated=integrated
intergration=integration janurary=january legislaton=legislation liabilites=liabilities liabilty=liability
liablity=liability liase=liaise liasing=liaising liasion=liaison liason=liaison maintainance=maintenance
maintenence=maintenance managment=management mangement=management milennium=millennium minumum=minimum
monitering=monitoring monitior=monitor neccesary=necessary neccessary=necessary necesary=necessary
negociate=negotiate noticable=noticeable obligaton=obligation obligatons=obligations obtian=obtain
occassion=occasion occassionally=occasionally occured=occurred occurence=occurrence occuring=occurring
occurrance=occurrence omited=omitted ommission=omission ommitted=omitted oppertunity=opportunity
organistion=organisation organsiation=organisation orgnisation=organisation overal=overall pannel=panel
paralell=parallel parnter=partner parntership=partnership parrallel=parallel partener=partner
parternship=partnership parters=partners partership=partnership partnerhip=partnership
partnesrhip=partnership pateint=patient paymnet=payment perfomance=performance performace=performance
personel=personnel persuant=pursuant persue=pursue pertainent=pertinent posession=possession
possesion=possession preceed=precede preceeding=preceding prefered=preferred prejudical=prejudicial
privelege=privilege priviledge=privilege priviliged=privileged proceedure=procedure proceedures=procedures
profesional=professional professionnal=professional proffesional=professional proviously=previously
provison=provision provisons=provisions publically=publicly purposs=purpose pursuent=pursuant
questionaire=questionnaire reasonabley=reasonably reasonble=reasonable reccomend=recommend
reccommend=recommend receit=receipt reciept=receipt recieve=receive recieved=received recieves=receives
recomend=recommend recomendation=recommendation referal=referral referals=referrals refered=referred
refering=referring regulaton=regulation regulatons=regulations relavant=relevant relevent=relevant
repsonsible=responsible rescource=resource resorces=resources resouces=resources
responsability=responsibility responsable=responsible responsibilites=responsibilities
responsibilty=responsibility responsiblity=responsibility schdule=schedule scheudle=schedule
secretery=secretary seperate=separate seperately=separately seperation=separation serivce=service
serivces=services servcies=services serverance=severance severence=severance sevice=service shedule=schedule
signatorys=signatories similiar=similar stategic=strategic statory=statutory statuatory=statutory
statutary=statutory stautory=statutory strenghten=strengthen succesful=successful successfull=successful
successsor=successor sucessor=successor supercede=supersede superceded=superseded supercedes=supersedes
surplusses=surpluses suspention=suspension targetted=targeted teh=the termiate=terminate
terminaton=termination terminiation=termination thier=their threshhold=threshold tranfer=transfer
tranferred=transferred transfered=transferred transfering=transferring unanimus=unanimous
undertakeing=undertaking unforseen=unforeseen untill=until useable=usable varation=variation
variaton=variation vulnerible=vulnerable vunerable=vulnerable wheras=whereas whereever=wherever wich=which
withdrawel=withdrawal withdrawl=withdrawal withold=withhold witholding=withholding writen=written
writting=writing
"""
_AMERICAN = """
aging=ageing analyze=analyse analyzed=analysed analyzing=analysing anesthesia=anaesthesia
anesthetic=anaesthetic behavior=behaviour behavioral=behavioural canceled=cancelled canceling=cancelling
center=centre centers=centres color=colour counseling=counselling counselor=counsellor defense=defence
endeavor=endeavour endeavors=endeavours enrollment=enrolment esthetic=aesthetic favor=favour
favorable=favourable fueled=fuelled fulfill=fulfil fulfillment=fulfilment gynecology=gynaecology
hematology=haematology honor=honour installment=instalment installments=instalments labeled=labelled
labor=labour liter=litre maneuver=manoeuvre modeling=modelling neighbor=neighbour neighborhood=neighbourhood
offense=offence orthopedic=orthopaedic paralyze=paralyse pediatric=paediatric pediatrics=paediatrics
practiced=practised practicing=practising
pretense=pretence rigor=rigour rumor=rumour signaled=signalled skillful=skilful theater=theatre
totaled=totalled traveled=travelled traveling=travelling vigor=vigour willful=wilful
"""
_SHORTEST = 7
_LONG = pattern(rf"[A-Za-z]{{{_SHORTEST},30}}")
_SUFFERERS = ("ee", "ees")
"""The lessee is another word than the lease, the addressees than the addresses."""
_THRICE = 3
_TRIPLE = pattern(r"([a-z])\1{2,}")
_DOUBLE = pattern(r"([a-z])\1")
_LETTERS = pattern(r"[a-z]+")
_WORD = pattern(r"(?<![\w’'@./-])[A-Za-z]+(?![\w’'@-]|\.\w)")


def _pairs(words: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in words.split())


MISSPELT = _pairs(_MISSPELT)
AMERICAN = _pairs(_AMERICAN)
AMERICAN |= {
    f"{wrong}s": f"{right}s" for wrong, right in AMERICAN.items() if wrong.endswith(("or", "er", "ense"))
}


def found_in(
    instrument: Instrument, spellings: Mapping[str, str], *roles: Role
) -> Iterator[tuple[Words, str]]:
    """Yield the words in passages of some roles that are spelt so, each with the right spelling."""
    there = spellings.keys() & instrument.once(small_words)
    for place in instrument.places if there else ():
        text = place.passage.text
        if place.role not in roles or there.isdisjoint(_LETTERS.findall(text.lower())):
            continue
        for match in _WORD.finditer(text, place.passage.typed):
            if right := spellings.get(match[0].lower()):
                yield Words(place.passage, *match.span()), spelt_like(right, match[0])


def small_words(instrument: Instrument) -> frozenset[str]:
    """Return the words of an instrument in small letters."""
    return frozenset(_LETTERS.findall("\n".join(place.passage.text for place in instrument.places).lower()))


def long_words(instrument: Instrument) -> Counter[str]:
    """Return how often each long word stands in an instrument."""
    return instrument.once(_count)


def _count(instrument: Instrument) -> Counter[str]:
    return Counter(word for place in instrument.places for word in _LONG.findall(place.passage.text))


def undoubled(instrument: Instrument) -> dict[str, str]:
    """Return long words that stand once, each with the word of the same text that has a letter of it twice.

    "Acession" is a slip where "Accession" stands; hardly two words of such length differ so.
    """
    counted = Counter(word.lower() for word in long_words(instrument).elements() if len(word) > _SHORTEST)
    found: dict[str, str] = {}
    for right in counted:
        for match in _DOUBLE.finditer(right):
            wrong = right[: match.start()] + right[match.start() + 1 :]
            if counted.get(wrong) == 1 and right not in MISSPELT and not right.endswith(_SUFFERERS):
                found[wrong] = right
    return found


def tripled(instrument: Instrument) -> dict[str, str]:
    """Return long words in which a letter stands three times running, each with the word that has it twice.

    One that stands more often fills a blank: "xxxxxxxx".
    """
    return {
        word.lower(): _TRIPLE.sub(r"\1\1", word.lower())
        for word in long_words(instrument)
        if (found := _TRIPLE.search(word.lower())) and len(found[0]) == _THRICE and len(set(word.lower())) > 2
    }


def spelt_like(right: str, wrong: str) -> str:
    """Return the right spelling with the capitals of the wrong one.

    >>> spelt_like("separate", "Seperate"), spelt_like("schedule", "SHEDULE")
    ('Separate', 'SCHEDULE')
    """
    if wrong.isupper():
        return right.upper()
    return right.capitalize() if wrong[0].isupper() else right
