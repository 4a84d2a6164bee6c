"""Verbs and nouns in a form that cannot stand where they stand."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read

_AGREEMENT = (
    "1. Hub\n\n1.1 The Council keeps the hub open.\n\n1.2 {}\n\n1.3 The ICB pays its share of the rent.\n"
)


def _found(sentence: str) -> list[tuple[str, str]]:
    reading = read(_AGREEMENT.format(sentence), "a.txt", markdown=False).reading
    found = run(reading, Options(select=("CK-TEXT",)))
    return [(one.rule, one.words.text) for one in found if one.level != "info"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Council may undertaking the works in the autumn.", "may undertaking"),
        ("The lease shall commences with the first frost.", "shall commences"),
        ("The ICB meets the school to agrees the rota.", "to agrees"),
        ("The staff will be manage by the Trust.", "be manage"),
        ("The rota may be amend by the school.", "be amend"),
        ("The hall is use for lessons.", "is use"),
        ("A copy is send to the school.", "is send"),
        ("The staff have underwent training.", "have underwent"),
        ("The books have to kept by the Council.", "have to kept"),
        ("It seems to placed on the list.", "seems to placed"),
        ("The meal is chair by nobody, and the meeting will be chair by the ICB.", "will be chair"),
        ("The ICB has provide the beds.", "has provide"),
        ("The rota is taken to been agreed.", "to been"),
        ("The school will to clean the hall.", "will to"),
        ("The ICB agrees pay its part.", "agrees pay"),
        ("The ICB has the right terminate the lease.", "right terminate"),
        ("The school works hard in order achieve its aims.", "in order achieve"),
        ("The nurse is responsible for manage the hall.", "for manage"),
        ("The Council may end it by given three months’ notice.", "by given"),
    ],
)
def test_a_verb_in_a_wrong_form_is_told(sentence: str, words: str) -> None:
    assert _found(sentence) == [("CK-TEXT-WORDS", words)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Each of the schools are paid in May.", "Each of the schools are"),
        ("The Council and the ICB has met in May.", "The Council and the ICB has"),
        ("The facilities is cleaned by the school.", "The facilities is"),
        ("The number of beds have grown.", "The number of beds have"),
        ("The Board consist of six people.", "The Board consist"),
        ("The Scheme require a nurse.", "The Scheme require"),
        ("It holds four meeting in each year.", "four meeting"),
        ("This work are under way.", "This work are"),
        ("In a vote, each member have one voice.", "each member have"),
        ("The Data Subject have rights.", "The Data Subject have"),
        ("Member organisations accepts the rota.", "Member organisations accepts"),
        ("The Partners agrees to pay.", "The Partners agrees"),
        ("Your organisation consent to this.", "Your organisation consent"),
        ("All Advisors is trained.", "All Advisors is"),
        ("A members may vote.", "A members"),
        ("All member of the Board vote.", "All member"),
        ("The following service are run in May.", "The following service"),
    ],
)
def test_one_where_several_are_meant_is_told(sentence: str, words: str) -> None:
    assert _found(sentence) == [("CK-TEXT-WORDS", words)]


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("The nurse is responsible of the beds.", "CK-TEXT-WORDS", "responsible of"),
        ("The school shall comply all rules.", "CK-TEXT-WORDS", "comply"),
        ("Costs arising out this lease are shared.", "CK-TEXT-WORDS", "arising out"),
        ("The rent excludes of the rates.", "CK-TEXT-WORDS", "excludes of"),
        ("The ICB acts in line with it duties.", "CK-TEXT-WORDS", "with it duties"),
        ("Neither Partner shall not leave.", "CK-TEXT-WORDS", "Neither Partner shall not"),
        ("The Council it will pay.", "CK-TEXT-WORDS", "The Council it will"),
        ("The Council, will pay for the beds.", "CK-TEXT-WORDS", "The Council, will"),
        ("The hall is warm through out the winter.", "CK-TEXT-WORDS", "through out"),
        ("It ends with out prejudice to other rights.", "CK-TEXT-WORDS", "with out"),
        ("The schools co operate.", "CK-TEXT-WORDS", "co operat"),
        ("All staffs are vetted.", "CK-TEXT-WORDS", "All staffs"),
        ("It asks an other school.", "CK-TEXT-WORDS", "an other"),
        ("It asks those whom shall pay.", "CK-TEXT-WORDS", "whom shall"),
        ("It asks those whose responsible for it.", "CK-TEXT-WORDS", "whose responsible"),
        ("The schools have has enough.", "CK-TEXT-WORDS", "have has"),
        ("It tells the worth of the such works.", "CK-TEXT-WORDS", "of the such"),
        ("It acts with respect the school.", "CK-TEXT-WORDS", "with respect"),
        ("It meets on a least one day.", "CK-TEXT-WORDS", "on a least"),
        (
            "It tells the Information Commissioner’s Officer.",
            "CK-TEXT-WORDS",
            "Information Commissioner’s Officer",
        ),
        ("It follows the practises of care.", "CK-TEXT-SPELLING", "practises"),
        ("It makes a through review.", "CK-TEXT-SPELLING", "through"),
        ("It acts thorough the schools.", "CK-TEXT-SPELLING", "thorough"),
        ("It answers with in the time set.", "CK-TEXT-WORDS", "with in"),
        ("It must of considered the case.", "CK-TEXT-SPELLING", "of"),
        ("It excepts full liability.", "CK-TEXT-SPELLING", "excepts"),
        ("The hall is meant too be open.", "CK-TEXT-SPELLING", "too"),
        ("They do there duties.", "CK-TEXT-SPELLING", "there"),
        ("It follows the accepted principals of care.", "CK-TEXT-SPELLING", "principals"),
        ("It moves money (‘virement) in May.", "CK-TEXT-QUOTES", "‘"),
        ("Gives informations to the school.", "CK-TEXT-WORDS", "informations"),
        ("The school shall pay for pay for the beds.", "CK-TEXT-DOUBLED", "pay for pay for"),
        ("The Councils contractors clean the hall.", "CK-TEXT-ITS", "Councils"),
        ("It gives one months notice.", "CK-TEXT-ITS", "months"),
        ("The Board met all CCG’s last year.", "CK-TEXT-ITS", "CCG’s"),
        ("The chair’s decision’s are final.", "CK-TEXT-ITS", "decision’s"),
        ("The Partner’s agree to meet.", "CK-TEXT-ITS", "Partner’s"),
        ("The affective use of beds is the aim.", "CK-TEXT-SPELLING", "affective"),
        ("It has support form local charities.", "CK-TEXT-SPELLING", "form"),
        ("Consent maybe withheld by the school.", "CK-TEXT-SPELLING", "maybe"),
        ("It takes more that 3 days.", "CK-TEXT-SPELLING", "that"),
        ("They take their daily does at the clinic.", "CK-TEXT-SPELLING", "does"),
        ("It gives advise to the school.", "CK-TEXT-SPELLING", "advise"),
        ("The report is, asset out in Part 1, yearly.", "CK-TEXT-SPELLING", "asset"),
        ("The Board is asked to not the report.", "CK-TEXT-SPELLING", "not"),
        ("The cost shall note exceed the sum.", "CK-TEXT-SPELLING", "note"),
        ("The school is workingin two places.", "CK-TEXT-SPELLING", "workingin"),
        ("The partners help eachother in winter.", "CK-TEXT-SPELLING", "eachother"),
        ("This Agreement are made in May.", "CK-TEXT-WORDS", "This Agreement are"),
        ("The school shall reviews the rota.", "CK-TEXT-WORDS", "shall reviews"),
        ("The school must not misses a meeting.", "CK-TEXT-WORDS", "must not misses"),
        ("The rent shall paid within a week.", "CK-TEXT-WORDS", "shall paid"),
        ("The school is required keep records.", "CK-TEXT-WORDS", "is required keep"),
        ("It gives back what it reasonably needs keep for a year.", "CK-TEXT-WORDS", "reasonably needs keep"),
        ("The costs of the hall is shared.", "CK-TEXT-WORDS", "The costs of the hall is"),
        (
            "The Partners have consulted widely and is content.",
            "CK-TEXT-WORDS",
            "The Partners have consulted widely and is",
        ),
    ],
)
def test_a_slip_in_a_phrase_is_told(sentence: str, rule: str, words: str) -> None:
    assert _found(sentence) == [(rule, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partners may, including by letter, vary the rota and will, during the year, keep it.",
        "The will to make peace is there; the duty to ensure that staff attend meetings is theirs.",
        "The services the Partners have include a hall. Those to whom it is due agree.",
        "The right to receive rent and the obligation to keep beds are given. It is to be made.",
        "Staff they pay for provide the meals. The year before includes a review.",
        "The ICB’s rules on gifts bind its staff. The Council’s are the same, the Trust’s are not.",
        "The school shall always discuss it, focus on it, pass it on and process it, and may sometimes pay.",
        "In no case shall costs exceed it, nor may members vote. It is told how will changes be made.",
        "The form is filled in within a week and sent in within two.",
        "Maybe it rains. It knows more that day than one did. Each does so daily. They agree to not pay.",
        "The Board shall note the report of workings, and beginning in May it meets more. That one is old.",
        "What the will needs is proof. The Partners are agreed that the fund is held and is spent.",
        "It has regard to the rota and had use of the hall, which is chaired by the ICB.",
        "There shall be review by the Board. There will be audit by an auditor, and support by staff.",
        "The hall is open to all. It is close to the river, separate from the town, and complete.",
        "Any person required by the school to give evidence does so. The test is: give it its due.",
        "All member schools, four partner bodies and both party leaders meet on these meeting days.",
        "The number of staff who are ill falls. The fund and the rent it brings has no end.",
        "The Board and the ICB’s chair are told. One of the Council and the ICB has the key.",
        "The Council, which keeps it, will pay, and the Council, if it can, shall stay.",
        "From time to time to come, case by case by the hour.",
        "It was dealt with in the time set. The ICB and the Provider have met.",
        "It ends if the Partner agree.",
        "This data are kept, that staff are told, this and other works are done, and this means are found.",
        "A services list and a members’ room; the (‘virement’) rules; it has to be kept and to make do.",
        "It pays all of whom are ill, those to whom it is due, a school whose responsible officer is away.",
        "It has what it has been given and insures the hall; a thorough review goes through the practice.",
        "All Saints is a church. There is more.",
        "The Board and each of the Councils have met. It complies with and applies the rules.",
        "The Council’s is the larger part, and the ICB’s the smaller. All ICBs’ boards are told.",
        "It pays in full without notice, through outside help, under takeover rules.",
    ],
)
def test_right_sentences_near_those_are_left_alone(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("If you don’t have one, it’s available from us, and it’s been free.", []),
        ("You don’t pay: the Council bears it’s own costs.", ["it’s"]),
        ("The Council finds it’s available.", []),
    ],
)
def test_it_is_shortened_where_a_text_speaks_so(sentence: str, words: list[str]) -> None:
    assert [told for _, told in _found(sentence)] == words


@pytest.mark.parametrize(
    "sentence",
    ["Where by reason of illness nobody comes, the 4 week and 12 week courses go on."],
)
def test_small_words_that_may_stand_together(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Each keeps the list which it hold in a safe.", "it hold"),
        ("The school sends what it owe by June.", "it owe"),
        ("It remain open in August.", "It remain"),
        ("A provider which fail to turn up is told.", "A provider which fail"),
        ("Any person that wish to stay shall say so.", "Any person that wish"),
        ("The officers who holds a key are named on the wall.", "The officers who holds"),
        ("Rota, meals and lessons stays with the school.", "Rota, meals and lessons stays"),
        ("Nurses and teachers has a key.", "Nurses and teachers has"),
    ],
)
def test_a_verb_goes_with_one_or_several(sentence: str, words: str) -> None:
    assert _found(sentence) == [("CK-TEXT-WORDS", words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Where it acts for the school it says so, and the ICB pays what it may owe.",
        "The Council asks that it be told, and knows what it cost last year.",
        "Housing and social services is one department.",
        "Everyone but nurses and teachers has a key.",
        "A team of nurses and teachers is on call, and managing keys and locks is for the school.",
        "Sorting keys and locks is for the school.",
        "One of the officers who holds a key opens the hall.",
        "The chair asks each provider which share it pays.",
        "It pays those employed by a provider who spend their time in the hall.",
        "Members who hold a key and officers who hold none are asked.",
    ],
)
def test_a_verb_goes_with_what_it_speaks_of(sentence: str) -> None:
    assert _found(sentence) == []


def test_two_parties_act_as_several() -> None:
    parties = "Between\n\n(1) Dale Council (“the Council”); and\n\n(2) Dale NHS Trust (“the Trust”).\n\n"
    text = parties + _AGREEMENT.format("The Council and the Trust agrees the rota.")
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-TEXT-WORDS",)))
    assert [one.words.text for one in found] == ["The Council and the Trust agrees"]
