"""Rules on punctuation and slips of typing."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import hits, reading_of

_BEFORE = "1. Term\n\n1.1 This agreement begins on 1 April 2027.\n\n1.2 It ends on 31 March 2030.\n\n"


def _found(text: str, *, markdown: bool = True) -> list[tuple[str, str, str]]:
    reading = reading_of(text) if markdown else read(text, "example.txt", markdown=False).reading
    findings = run(reading, Options(select=("CK-TEXT",)))
    return [(one.rule.removeprefix("CK-TEXT-"), one.level, one.words.text) for one in findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council, which had had a fund, keeps it (as clause 1) either 1) held, or 2) lent.",
        "It pays an NHS body, a UK body, an SLA fee, a one-off fee and an 18-month fee within an hour.",
        "The fund (the “Fund”) bears rent, interest etc., and wages (see “Costs” below).",
        "The Partners partners do not become partners in law.",
        "A manager is named from time to time to run it day by day by the Council, over and over and well.",
        'The board called "the Board" is 12" wide.',
        "It is the Partners’ duty, and the ICB’s, to abide by the judgement of Trustees Ltd. in 2026-27.",
    ],
)
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert _found(f"{_BEFORE}1.3 {sentence}\n") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Council pays the the costs.", ("DOUBLED", "warning", "the the")),
        ("It means the means the yearly plan.", ("DOUBLED", "warning", "means the means the")),
        ("The Council says that that is so.", ("DOUBLED", "info", "that that")),
        ("The Council (or its agent pays the costs.", ("BRACKETS", "warning", "(")),
        ("The Council or its agent) pays the costs.", ("BRACKETS", "warning", ")")),
        ("The costs (the “Costs) are shared.", ("QUOTES", "warning", "“")),
        ("The Council pays the costs of the fund", ("STOP", "warning", "fund")),
        ("The Council pays the costs..", ("MARKS", "warning", "..")),
        ("The Council pays,, as agreed.", ("MARKS", "warning", ",,")),
        ("The Council pays the costs , as agreed.", ("SPACES", "info", "costs ,")),
        ("The Council shall liase with the Trust.", ("SPELLING", "warning", "liase")),
        ("The Council runs the center.", ("AMERICAN", "info", "center")),
        ("The Council pays a ICB.", ("ARTICLE", "warning", "a ICB")),
        ("The Council pays its share and it’s costs.", ("ITS", "warning", "it’s")),
    ],
)
def test_a_slip_is_found_once(sentence: str, found: tuple[str, str, str]) -> None:
    assert _found(f"{_BEFORE}1.3 {sentence}\n") == [found]


def test_a_bracket_may_begin_before_a_list_and_end_in_it() -> None:
    assert _found(f"{_BEFORE}1.3 It bears costs (namely:\n\n(a) rent; and\n\n(b) rates).\n") == []


def test_a_bracket_does_not_wait_for_one_in_another_sentence() -> None:
    found = _found(f"{_BEFORE}1.3 It bears (all costs.\n\n1.4 It pays rent) each month.\n")
    assert found == [("BRACKETS", "warning", "("), ("BRACKETS", "warning", ")")]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (("rent;", "rates; and", "tax."), []),
        (("rent;", "rates;", "tax."), [("AND", "warning", "rates;")]),
        (("rent,", "rates,", "tax."), [("AND", "warning", "rates,")]),
        (("rent;", "rates.", "tax;", "fees; and", "wages."), [("ENDINGS", "warning", "rates.")]),
        (("rent;", "rates; and", "tax"), [("STOP", "warning", "tax")]),
        (("rent", "rates", "tax"), []),
        (("Rent is paid.", "Rates are paid.", "Tax is paid."), []),
    ],
)
def test_the_items_of_a_list_end_alike_and_the_last_but_one_joins_the_last(
    items: tuple[str, ...], found: list[tuple[str, str, str]]
) -> None:
    listed = "\n\n".join(f"({letter}) {item}" for letter, item in zip("abcdef", items, strict=False))
    assert _found(f"{_BEFORE}1.3 It bears:\n\n{listed}\n") == found


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (("Paying rent;", "Paying rates;", "Paying tax."), [("AND", "warning", "rates;")]),
        (
            ("Paying rent;", "Paying rates; and", "Paying tax; and", "Paying fees."),
            [("AND", "warning", "and")],
        ),
        (("Paying rent;", "Paying rates; and", "Paying tax."), []),
        (("It pays rent.", "It pays rates.", "It pays tax."), []),
    ],
)
def test_numbered_items_with_capitals_are_a_list_if_they_end_as_one(
    items: tuple[str, ...], found: list[tuple[str, str, str]]
) -> None:
    listed = "\n\n".join(f"1.3.{number} {item}" for number, item in enumerate(items, start=1))
    assert _found(f"{_BEFORE}1.3 It does this:\n\n{listed}\n\n1.4 It keeps accounts.\n") == found


def test_where_no_list_has_and_the_lack_of_it_is_a_style() -> None:
    listed = "".join(f"1.{clause} It bears:\n\n(a) rent;\n\n(b) tax.\n\n" for clause in (3, 4, 5))
    assert {level for _, level, _ in _found(f"{_BEFORE}{listed}")} == {"info"}


def test_a_sentence_that_a_page_broke_lacks_no_full_stop() -> None:
    text = (
        "1. Term\n1.1 This agreement begins in April and it applies to the\nCouncil.\n1.2 It ends in March.\n"
    )
    assert not [one for one in _found(text, markdown=False) if one[0] == "STOP"]


def test_lines_of_a_table_are_no_sentences() -> None:
    text = (
        "1. Money\n1.1 The shares are:\nHealth and Wellbeing Board\n"
        "The board must approve them in each year and report to the\nExecutive\n"
    )
    assert not [one for one in _found(text, markdown=False) if one[1] != "info"]


def test_a_word_with_a_letter_too_few_is_found_beside_the_right_one() -> None:
    text = f"{_BEFORE}1.3 The Accession Date is 1 May 2027. It accedes on the Acession Date.\n"
    assert _found(text) == [("SPELLING", "warning", "Acession")]


def test_there_for_their_is_found() -> None:
    assert _found(f"{_BEFORE}1.3 They publish it on there websites.\n") == [("SPELLING", "warning", "there")]
    assert _found(f"{_BEFORE}1.3 A lack of there being rules helps nobody.\n") == []


def test_a_line_to_write_on_ends_no_sentence() -> None:
    assert _found(f"{_BEFORE}1.3 The contact details of the officer of the Council are: ________\n") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Board reads the service users treatment plan.", "service users"),
        ("The Trusts Chief Executive signs it.", "Trusts"),
        ("The Board keeps to the Partners respective standing orders.", "Partners"),
        ("It holds a Partners contribution until then.", "Partners"),
        ("The Council meets the Parties obligations under it.", "Parties"),
        ("It is told to the Information Commissioners Office.", "Commissioners"),
        ("The Council takes out Employers Liability insurance.", "Employers"),
        ("The Council runs childrens services.", "childrens"),
        ("The Council gives at least three month’s notice.", "month’s"),
        ("The Council gives one months’ notice.", "months’"),
        ("Its the intention of the Partners to meet.", "Its"),
        ("The Board has members who’s votes count.", "who’s"),
        ("The Board settles the KPI’s and the budget.", "KPI’s"),
    ],
)
def test_an_apostrophe_that_lacks_or_has_gone_astray_is_told(sentence: str, words: str) -> None:
    found = _found(f"{_BEFORE}1.3 {sentence}\n")
    assert [one for one in found if one[0] == "ITS"] == [("ITS", "warning", words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Trust gives the Partners records, and the Partners share the costs.",
        "The Partners needs to meet, and the Partners shares any of the costs.",
        "The Council gives three months’ notice, and one month’s notice of a visit.",
        "The Council keeps its share, its agreed part and an ICB’s.",
        "Each of the Partners and the members functions as a board.",
    ],
)
def test_words_that_own_nothing_need_no_apostrophe(sentence: str) -> None:
    assert "ITS" not in {rule for rule, *_ in _found(f"{_BEFORE}1.3 {sentence}\n")}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The Council pays within ten days of an invoice for that payment The Trust will say so.",
            ("STOP", "payment"),
        ),
        ("The sums are paid to the Council as set out in Schedule 1", ("STOP", "Schedule 1")),
        ("The partners are the Council; the Trust and; the police.", ("MARKS", ";")),
        ("If a Partner claims under this clause 1. the other one answers it.", ("MARKS", ".")),
        ("The Board settles the terms of the arrangement. (if any).", ("MARKS", ".")),
        (". The Council keeps the accounts.", ("MARKS", ".")),
        ("“Budget” : means the plan of the year.", None),
        ("The Board: means the board of the Council.", ("MARKS", ":")),
    ],
)
def test_marks_that_lack_or_stand_out_of_place(sentence: str, found: tuple[str, str] | None) -> None:
    told = [(rule, words) for rule, _, words in _found(f"{_BEFORE}1.3 {sentence}\n", markdown=False)]
    assert [one for one in told if one[0] in ("STOP", "MARKS")] == ([found] if found else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council tells The Trust, and The Trust tells the Board The Council may ask for.",
        "The Council pays (if any) what clause 1. and clause 2. require.",
        "The Council does so; the Trust (and, if asked, the police) sees to it.",
        "On the date The Council is asked it answers.",
    ],
)
def test_marks_and_capitals_of_good_sentences(sentence: str) -> None:
    told = {rule for rule, *_ in _found(f"{_BEFORE}1.3 {sentence}\n", markdown=False)}
    assert told.isdisjoint({"STOP", "MARKS"})


def test_a_name_that_stands_often_is_misspelt_once() -> None:
    often = " ".join("The Partnership Board meets." for _ in range(4))
    text = f"1. Board\n\n1.1 {often} The Partnership {{}} ends.\n"
    select = Options(select=("CK-TEXT-SPELLING",))
    assert [one.words.text for one in run(reading_of(text.format("Boad")), select)] == ["Boad"]
    assert not run(reading_of(text.format("Boards")), select)
    assert not run(reading_of(text.format("Group")), select)


def test_letters_doubled_in_the_wrong_place_are_a_slip() -> None:
    text = "1. Board\n\n1.1 It makes reccomendations. They are likely to be effected by the change.\n"
    found = run(reading_of(text), Options(select=("CK-TEXT-SPELLING",)))
    assert [one.words.text for one in found] == ["reccomendations", "effected"]


def _items(label: str, *items: str) -> list[tuple[str, str, str]]:
    listed = "\n".join(f"{label} {item}" for item in items)
    return _found(f"{_BEFORE}1.3 The Council keeps:\n\n{listed}\n\n1.4 It pays.\n", markdown=False)


def test_an_item_after_the_last_leaves_and_before_the_last_but_one() -> None:
    items = ("(a) the minutes;", "(b) the accounts; and", "(c) the reports;", "(d) the plans.")
    text = "\n\n".join(items)
    assert _found(f"{_BEFORE}1.3 The Council keeps:\n\n{text}\n") == [("AND", "warning", "and")]


def test_full_stops_within_a_list_that_goes_on_to_its_and() -> None:
    items = (
        "(a) rent;",
        "(b) rates;",
        "(c) wages;",
        "(d) heating.",
        "(e) light.",
        "(f) tax; and",
        "(g) cost.",
    )
    text = "\n\n".join(items)
    found = _found(f"{_BEFORE}1.3 The Council bears:\n\n{text}\n")
    assert [words for rule, _, words in found if rule == "ENDINGS"] == ["heating.", "light."]


def test_bullets_that_end_in_several_ways_are_only_doubted() -> None:
    found = _items("-", "the minutes;", "the accounts of the fund", "the plans,", "the lists;", "the rest.")
    assert ("ENDINGS", "info", "fund") in found


def test_a_bracket_that_a_bullet_leaves_open_is_told() -> None:
    found = _items("-", "the minutes (of the Board", "the accounts of the fund", "the plans")
    assert ("BRACKETS", "warning", "(") in found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Authority pays what theAuthority owes, and the Authority is told.", ["theAuthority"]),
        ("The Trust meets withthe Council for this, as setout in the plan.", ["withthe", "setout"]),
        ("The organisationis named in the plan.", ["organisationis"]),
        ("The Trust alters the provisions of itit.", ["itit"]),
        ("The Trust has its own governanance.", ["governanance"]),
        ("Therefore the theatre, thereof and forthwith, and the analysis on SharePoint, is right.", []),
    ],
)
def test_two_words_without_a_blank_are_told(sentence: str, words: list[str]) -> None:
    found = _found(f"{_BEFORE}1.3 {sentence}\n")
    assert [one for rule, level, one in found if rule == "SPELLING" and level == "warning"] == words


def test_a_text_that_is_glued_throughout_is_only_doubted() -> None:
    sentence = "The Council pays ofthe fund andthe sums tobe paid inthe year, whichis told bythe Trust."
    found = [level for rule, level, _ in _found(f"{_BEFORE}1.3 {sentence}\n") if rule == "SPELLING"]
    assert found == ["info"] * 6


@pytest.mark.parametrize(
    ("sentence", "slips"),
    [
        ("It shall take affect on 1 May, with affect from that day.", [("affect", "effect")] * 2),
        ("It will advice on the plan after legal advise.", [("advice", "advise"), ("advise", "advice")]),
        ("It is dependant on funding, under a license of the Trust.",
         [("dependant", "dependent"), ("license", "licence")]),
        ("It shall insure that good practise is kept.", [("insure", "ensure"), ("practise", "practice")]),
        ("It is lead by the Council no later then May.", [("lead", "led"), ("then", "than")]),
        ("It tells of a data breech, and no waver follows.", [("breech", "breach"), ("waver", "waiver")]),
        ("Its statuary duties are there own.", [("statuary", "statutory"), ("there", "their")]),
        ("The County Counsel should of been told.", [("Counsel", "Council"), ("of", "have")]),
        ("The proceeding month does not effect the rights of a Partner.",
         [("proceeding", "preceding"), ("effect", "affect")]),
        ("It may affect the rights of a Partner that has taken legal advice and is licensed to practise.",
         []),
        ("The lead partner is to license the film, to effect the transfer and to advise the Board.", []),
        ("The licence has a waiver of fees, and the dependants of staff are there in May.", []),
        ("The Council is lead for the hub. The ICB, which is lead for beds, pays.", []),
        ("Counsel for the county may lead by example, and more, then, is not asked of it.", []),
    ],
)  # fmt: skip
def test_a_word_that_stands_for_another(sentence: str, slips: list[tuple[str, str]]) -> None:
    found = hits(load("CK-TEXT-SPELLING"), f"1. Terms\n\n1.1 {sentence}\n")
    told = {(one.words.text, one.remedy.removeprefix("Write “").rstrip("”.")) for one in found}
    assert told == set(slips)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("suspend it for a period; or\n\nperiod; or\n\n(b) warn it.", ["period; or"]),
        ("suspend it for a period; or period; or\n\n(b) warn it.", ["period; or period; or"]),
        ("shall suspend it; or\n\n(b) warn it.", ["shall"]),
        ("suspend it for a period; or\n\n(b) warn it, or keep it for a period.", []),
    ],
)
def test_an_item_that_says_again_what_stands_before_it(paragraph: str, words: list[str]) -> None:
    found = hits(load("CK-TEXT-DOUBLED"), f"1. Terms\n\n1.1 The Board shall:\n\n(a) {paragraph}\n")
    assert [one.words.text for one in found] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("These costs is shared, under the control of that a Partner.", ["These costs is", "of that a"]),
        (
            "It tells the Board, with two months of any change. All records was kept.",
            ["All records was", "with"],
        ),
        ("It will resolved at once, and the terms there of are kept.", ["will resolved", "there of"]),
        ("Costs must not exceed 5%, or be indeed borne there by the Host where all agree.", []),
        ("The Scheme are reviewed within 14 day of the audit.", ["The Scheme are", "14 day"]),
        ("Users of the Scheme are told in a 14 day period, within 1 day or 2 to 3 days.", []),
        ("All access is logged. The cost of all services is shared, and these are of that kind.", []),
    ],
)
def test_small_words_that_do_not_agree(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-TEXT-WORDS"), f"1. Terms\n\n1.1 {sentence}\n")
    assert sorted(one.words.text for one in found) == sorted(words)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((";", "; and", "; and"), ["and"]),
        ((";", ";", "; and"), []),
        (("; and", "; and", "; and"), []),
    ],
)
def test_and_stands_once_in_a_list(ends: tuple[str, str, str], words: list[str]) -> None:
    items = zip(("plan", "pay", "report"), ends, strict=True)
    listed = "".join(f"({letter}) {verb}{end}\n\n" for letter, (verb, end) in zip("abc", items, strict=True))
    found = hits(load("CK-TEXT-AND"), f"1. Terms\n\n1.1 The Host shall:\n\n{listed}(d) tell the Board.\n")
    assert [one.words.text for one in found] == words


def test_definitions_are_no_list_that_and_joins() -> None:
    listed = "- “Hub” means a place;\n- “Lead” means an officer; and\n- “Plan” means a paper."
    for text in (listed, listed.replace("; and", ";")):
        assert hits(load("CK-TEXT-AND"), f"1. Words\n\n1.1 In this Agreement:\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("MHLCG pays it.", [("SPELLING", "warning", "MHLCG")]),
        ("MHLG pays it.", [("SPELLING", "warning", "MHLG")]),
        ("MHCLLG pays it.", [("SPELLING", "warning", "MHCLLG")]),
        ("MHCL pays MHCLGE.", []),
        ("The Local Group of Camden (MHLCG) pays it.", []),
        ("FORM A IS SENT TO MHLCG.", []),
    ],
)
def test_letters_of_a_short_name_in_another_order(sentence: str, found: list[tuple[str, str, str]]) -> None:
    usual = "".join(f"1.{number} MHCLG keeps a part.\n\n" for number in (3, 4, 5, 6))
    assert _found(f"{_BEFORE}{usual}1.7 {sentence}\n") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The hub is open form 8.30 am.", ("SPELLING", "warning", "form")),
        ("The hub is open from 8.30 am, and a form is signed.", None),
        ("Nothing here shall effect any sum that is due.", ("SPELLING", "warning", "effect")),
        ("The treasurer shall effect any payment in May.", None),
        ("Nothing in this agreement effects the duty of the Council.", ("SPELLING", "warning", "effects")),
        ("The side effects the duty doctor sees are noted.", None),
        ("The team carry’s on meanwhile.", ("WORDS", "warning", "carry’s")),
        ("The Boards task is to plan.", ("ITS", "warning", "Boards")),
        ("The Boards task officers with the work.", None),
        ("Disputes goes first to the chair.", ("WORDS", "warning", "Disputes goes")),
        ("Meetings of the panel and what it does is told to members.", None),
        ("They stay in their own councils employment.", ("ITS", "warning", "councils")),
        ("It may only be changed only in writing.", ("WORDS", "warning", "only be changed only")),
        ("It may only be changed, and only in writing.", None),
    ],
)
def test_slips_of_officers_in_a_hurry(sentence: str, found: tuple[str, str, str] | None) -> None:
    assert _found(f"{_BEFORE}1.3 {sentence}\n") == ([found] if found else [])
