"""CK-FIGURE-PARTS: a sum in a sentence that is not what its parts make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from math import prod

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.said_sums import COUNT, figures_in, money_in, said_figures, worth
from clausekit.checks.rules.figures._parts.averages import averages
from clausekit.checks.rules.figures._parts.breakdowns import breakdowns
from clausekit.checks.rules.figures._parts.counts_divided import counts_divided
from clausekit.checks.rules.figures._parts.divided import divided
from clausekit.checks.rules.figures._parts.equations import equations
from clausekit.checks.rules.figures._parts.months_listed import months_listed
from clausekit.checks.rules.figures._parts.moved_sums import moved_sums
from clausekit.checks.rules.figures._parts.multiples import multiples
from clausekit.checks.rules.figures._parts.named_fractions import named_fractions
from clausekit.checks.rules.figures._parts.names_listed import names_listed
from clausekit.checks.rules.figures._parts.parts_by_shares import parts_by_shares
from clausekit.checks.rules.figures._parts.repeated_sums import repeated_sums
from clausekit.checks.rules.figures._parts.rest_paid import rest_paid
from clausekit.checks.rules.figures._parts.said_differences import said_differences
from clausekit.checks.rules.figures._parts.so_many_at import so_many_at
from clausekit.checks.rules.figures._parts.sums_in_labels import sums_in_labels
from clausekit.checks.rules.figures._parts.things_beside import things_beside
from clausekit.checks.rules.figures._parts.told_beside import told_beside
from clausekit.checks.rules.figures._parts.what_is_left import what_is_left
from clausekit.checks.rules.figures._sentences.implied import implied
from clausekit.checks.rules.figures._sentences.instalments import instalments
from clausekit.checks.rules.figures._sentences.members import miscounted
from clausekit.checks.rules.figures._sentences.mentions import counts_staff
from clausekit.checks.rules.figures._sentences.reckoning import Reckoned, reckoned, time_unit
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_exchange, is_slip, significant
from clausekit.checks.rules.figures._shares.said_shares import said_shares
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_MADE_OF = pattern(
    r"\b(?:being|compris(?:ing|ed|es?)|made up (?:of|as follows)|consist(?:s|ing|ed)? of"
    r"|composed of|namely"
    r"|that is|(?:is|are|be|equals?) the sum of|split as(?: follows)?|broken down as)\b|, is[ ]$"
    r"|\b(?:in|by) (?:[a-z0-9]+ ){1,2}(?:instalments|payments|stages|tranches)(?: of| as follows)?\b",
    re.IGNORECASE,
)
_MAKE = pattern(
    r"\b(?:making|giving|totall?ing|(?:a|the|in) total(?: of\b|\b(?! (?!is\b)[a-z]+s\b))|makes? a total"
    r"|in all(?!,? (?:and|but|with|plus)\b)"
    r"|amount(?:s|ing)? (?:in total )?to|add(?:s|ing)? up to"
    r"|together,? (?:(?:will|shall|would) )?(?:is|are|be|makes?|forms?|comes? to|costs?|totals?|amounts? to)"
    r"|together(?= $)|together (?:they|the (?:two|three)) (?:are|give|make|come to|pay|total|contribute)"
    r"|(?:the|a) (?:combined|joint|grand) (?:sum|total|cost|contribution|payment)"
    r"|(?:the |an? )(?:sum|aggregate|total)(?: of (?:which|these|those|the two|both))? (?:is|being)"
    r"|making up|makes? up"
    r"|stands at|comes? to)\b",
    re.IGNORECASE,
)
_IN_ALL = pattern(
    r",?[ ](?:a year |a month |a week |per annum )?(?:in (?:total|all|the aggregate|aggregate)|altogether"
    r"|together|between (?:them|the (?:two|three|four))|(?:for|from) (?:them )?(?:all|both)(?: of them)?\b"
    r"(?! the)|combined|taken together|all told"
    r"|over (?:the |all )?(?:two|three|four|five|\d) years)\b",
    re.IGNORECASE,
)
_OVER_THE_TERM = pattern(
    r",?[ ](?:(?:over|in|for|across|during) (?:the |all |both )?(?:two |three |four |five |\d )?years"
    r"(?: together)?"
    r"|(?:over|in|for|across|during|throughout) (?:the )?(?:whole|full|entire) (?:of the )?(?:[A-Z]\w+ )?"
    r"(?:term|period|life|duration|pilot|project|programme|agreement)"
    r"|(?:over|across) the (?:term|initial term|period of (?:the|this) agreement|life of the [a-z]+))\b",
    re.IGNORECASE,
)
_AND = pattern(r"\band $")
_NOT_ALL = pattern(
    r"\b(?:balance|remainder|rest|remaining|includ\w+|(?<!sum )(?<!total )of which"
    r"|(?<!add )(?<!adds )(?<!adding )up to|at least|exceed\w*|more than|less"
    r"|minus|per|each|every"
    r"|increas\w+|reduc\w+|from £|whichever"
    r"|or (?=more|less|[£\d]|if|such|any|another|an? )|limit\w*|between(?! them\b| the (?:two|three|four)\b)"
    r"|instead|previous\w*|last|not)\b",
    re.IGNORECASE,
)
_OF_WHICH = pattern(r",? of which\b", re.IGNORECASE)
_NEXT_PART = pattern(r"[^;]{1,80}(?:,|\band|, and)[ ]", re.IGNORECASE)
_SHARE_OF = pattern(r"(?:%|per cent|half|third|quarter|fifth|tenth)s? of (?:the [\w ]{1,40} of )?$")
_EACH = pattern(r"\b(?:each|every|per(?! ?cent))\b", re.IGNORECASE)
_ANOTHER = pattern(r"\b(?:further|additional|another|addition|plus|of that|of this)\b", re.IGNORECASE)
_AND_ONE_MORE = pattern(
    r",? (?:and|then) (?:an?|one|the) (?:last|final|second|third|[a-z]+th)(?: [a-z]+)? (?:of|at) £"
)
_SO_MANY_OF = pattern(
    rf"(?<![\w.,£])(?!one\b){COUNT} (?:[a-z-]+ ){{0,3}}[a-z]+s (?:each )?(?:of|at) $", re.IGNORECASE
)
"""What stands before a sum that is paid several times."""
_SHORTLY = 60
_LIST_OF_STAFF = pattern(
    r"(?:[^.;:()\d£]{0,80}(?:(?::|[ ][–—]|, (?:being|namely))[ ]|[ ]\())"
    r"(?P<parts>\d+(?:\.\d+)?[ ](?!day|hour|week|month)[A-Za-z][^.;:()\d£]{1,60}"
    r"(?:(?:,|,? and|;)[ ]\d+(?:\.\d+)?[ ](?!day|hour|week|month)[A-Za-z][^.;:()\d£]{1,60}){1,9})[.)]"
)
_STAFF_NUMBER = pattern(r"\d+(?:\.\d+)?")
_FEWEST = 3
_NEAR = Decimal("0.25")
_FEW_IN_TOTAL = 2
"""Among so many digits a wrong one tells as much of a total, which is often round, as of an odd part."""
_MOST_DIGITS = 3
"""That a sum stands elsewhere tells the more, the more digits of it tell something; one alone is chance."""

_NUMBER = pattern(r"(?<![\w.,/-])£?(\d[\d,]*(?:\.\d+)?)(?![\w/%])")
_IN_WORDS = pattern(rf"(?<![\w-])(?:{NUMBER_WORDS})(?![\w-])", re.IGNORECASE)
_MOST_NUMBERS = 8


def _check(instrument: Instrument) -> Iterator[Hit]:
    told: set[Words] = set()
    for found in (
        *_repeated(instrument),
        *_reckoned(instrument),
        *_made_of_parts(instrument),
        *_broken_down(instrument),
        *_miscounted(instrument),
        *_staff_in_parts(instrument),
        *_staff_listed(instrument),
    ):
        if found.words not in told:
            told.add(found.words)
            yield found


def _made_of_parts(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that its parts do not make."""
    money: dict[Passage, list[Figure]] = {}
    for figure in instrument.figures:
        if figure.kind == "money":
            money.setdefault(figure.at.passage, []).append(figure)
    for passage, figures in money.items():
        if len(figures) < _FEWEST or instrument.place_of[passage].role not in ("text", "note"):
            continue
        for sentence in instrument.sentences_of(passage):
            inside = figures_in(figures, sentence)
            if len(inside) < _FEWEST or any(one.value is None for one in inside):
                continue
            if any(map(_differs_from_the_last, inside)):
                continue
            if not _NOT_ALL.search(sentence.text, inside[0].at.start - sentence.start):
                yield from _in_sentence(sentence, inside, instrument)
            elif not _NOT_ALL.search(_OF_WHICH.sub("", sentence.text, count=1)):
                yield from _of_which(sentence, inside, instrument)


def _reckoned(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that a sentence reckons out wrongly."""
    for one in (
        *reckoned(instrument),
        *multiples(instrument),
        *instalments(instrument),
        *rest_paid(instrument),
        *averages(instrument),
        *so_many_at(instrument),
        *named_fractions(instrument),
        *what_is_left(instrument),
        *parts_by_shares(instrument),
        *moved_sums(instrument),
        *equations(instrument),
        *said_differences(instrument),
        *sums_in_labels(instrument),
        *told_beside(instrument),
        *things_beside(instrument),
    ):
        if (
            one.is_wrong
            and not _is_product(one.stated, instrument)
            and not _is_sum_with_others(one, instrument)
            and not _differs_from_the_last(one.stated)
        ):
            yield hit(
                one.stated.at,
                f"“{one.stated.at.text}” is not what the figures beside it make, {_as_stated(one)}.",
                "Correct the sum, or the figure that is wrong.",
                related=tuple(figure.at for figure in one.related),
            )


def _as_stated(one: Reckoned) -> str:
    """Return what a sum or a number should be, as it would be written."""
    return f"£{one.made:,.2f}" if one.stated.kind == "money" else f"{one.made:,f}"


def _differs_from_the_last(stated: Figure) -> bool:
    """Tell whether one more instalment has a sum of its own: "two instalments of £5 and a third of £4"."""
    return _AND_ONE_MORE.match(stated.at.shortly_after(_SHORTLY)) is not None


def _is_product(stated: Figure, instrument: Instrument) -> bool:
    """Tell whether a sum is what numbers of its sentence make: "46 beds at £1,725 a week for 52 weeks"."""
    sentences = instrument.sentences_of(stated.at.passage)
    text = next((one.text for one in sentences if one.start <= stated.at.start < one.end), "")
    told = [Decimal(found[1].replace(",", "")) for found in _NUMBER.finditer(text)]
    told += [Decimal(number_of(found[0]) or 1) for found in _IN_WORDS.finditer(text)]
    numbers = [one for one in told if one not in (1, worth(stated))][:_MOST_NUMBERS]
    return any(
        abs(prod(some, start=Decimal(1)) - (stated.value or 0)) < 1
        for size in (2, 3)
        for some in combinations(numbers, size)
    )


def _is_sum_with_others(one: Reckoned, instrument: Instrument) -> bool:
    """Tell whether a sum is what all sums before it in its sentence make, or what it should be makes with the
    others, each once or several times: "a first payment of £15 and three further ones of £45 make £150"."""
    sentences = instrument.sentences_of(one.stated.at.passage)
    sentence = next((each for each in sentences if each.start <= one.stated.at.start < each.end), None)
    if sentence is None:
        return False
    inside = figures_in(money_in(instrument).get(sentence.passage, []), sentence)
    before = [each for each in inside if each.at.end <= one.stated.at.start]
    others = [each for each in before if each not in one.related]
    if not others:
        return False
    left = worth(one.stated) - abs(one.made)
    if left > 0 and any(worth(each) and left % worth(each) == 0 for each in others):
        return True
    return worth(one.stated) in (sum(map(worth, before)), sum(map(worth, others)) + abs(one.made))


def _broken_down(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that what it is broken down into does not make."""
    for one in (*breakdowns(instrument), *divided(instrument)):
        if one.is_wrong:
            yield from _not_the_sum(one.whole, one.parts, one.made, instrument)


def _miscounted(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number of members or places that is not what is told of them one by one."""
    for one in (
        *miscounted(instrument),
        *counts_divided(instrument),
        *names_listed(instrument),
        *months_listed(instrument),
    ):
        yield hit(
            one.stated,
            f"“{one.stated.text}” is not the sum of its parts, which make {one.made:f}.",
            "Correct the number, or the part that is wrong.",
            confidence="likely",
        )


def _staff_in_parts(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for "12.5 WTE, consisting of 4.0 WTE nurses, 6.5 WTE carers and 3.0 WTE clerks"."""
    for said in said_figures(instrument):
        if len(said.figures) < _FEWEST or not all(map(counts_staff, said.figures)):
            continue
        whole, *parts = said.figures
        text = whole.at.passage.text
        made = sum(map(worth, parts), Decimal(0))
        if (
            _MADE_OF.search(text, whole.at.end, parts[0].at.start)
            and not _NOT_ALL.search(text, whole.at.start, parts[-1].at.end)
            and made != worth(whole)
        ):
            yield hit(
                whole.at,
                f"“{whole.at.text}” is not the sum of its parts, which make {made:f}.",
                "Correct the number, or the part that is wrong.",
                related=tuple(one.at for one in parts),
            )


def _staff_listed(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for "10.5 WTE: 4.0 nurses, 3.5 carers and 2.0 clerks"."""
    for said in said_figures(instrument):
        for whole in said.figures:
            if not counts_staff(whole):
                continue
            found = _LIST_OF_STAFF.match(said.sentence.passage.text, whole.at.end, said.sentence.end)
            if found is None or _NOT_ALL.search(found["parts"]):
                continue
            made = sum(map(Decimal, _STAFF_NUMBER.findall(found["parts"])), Decimal(0))
            if made != worth(whole) and abs(made - worth(whole)) <= made * _NEAR:
                yield hit(
                    whole.at,
                    f"“{whole.at.text}” is not the sum of its parts, which make {made:f}.",
                    "Correct the number, or the part that is wrong.",
                    related=(said.sentence.part(found.start("parts"), found.end("parts")),),
                )


def _repeated(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that its instalments, or its years, do not make."""
    for one in repeated_sums(instrument):
        made = one.count * (one.each.value or Decimal(0))
        stated = one.total.value or Decimal(0)
        last_place = Decimal(1).scaleb(-one.each.decimals)
        out = abs(stated - made) > max(_rounding((one.total, one.each)), last_place) * one.count
        if out and not _differs_from_the_last(one.each):
            first, second = one.in_order
            yield hit(
                second.at,
                f"“{one.each.at.text}” makes £{made:,f} if it is paid {one.count} times,"
                f" not “{one.total.at.text}”.",
                "Correct the sum, the number of payments or what each is.",
                related=(first.at,),
            )


def _of_which(sentence: Words, figures: Sequence[Figure], instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit if what a sum is said to include is more than the sum."""
    total, *parts = figures
    text = sentence.passage.text
    if (
        _OF_WHICH.match(text, total.at.end)
        and not _ANOTHER.search(sentence.text)
        and all(_NEXT_PART.fullmatch(text, one.at.end, next_.at.start) for one, next_ in pairwise(parts))
        and sum(map(worth, parts), Decimal(0)) > worth(total)
    ):
        yield from _compared(total, parts, instrument)


def _in_sentence(sentence: Words, figures: Sequence[Figure], instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit if the first sum of a sentence is said to be made of the others, or the last to be
    made by them, and is not."""
    first, second, *_ = figures
    *_, last_but_one, last = figures
    text = sentence.passage.text
    of_each = _EACH.search(text, sentence.start, first.at.start) is not None
    several = any(_SO_MANY_OF.search(one.at.shortly_before(_SHORTLY)) for one in figures)
    if _SHARE_OF.search(first.at.shortly_before(_SHORTLY)):
        return  # what follows is the share of the first
    if not of_each and _MADE_OF.search(text, first.at.end, second.at.start):
        yield from _compared(first, figures[1:], instrument)
    elif of_each or several or len({time_unit(one)[1] for one in figures[:-1]}) > 1:
        return
    elif _MAKE.search(text, last_but_one.at.end, last.at.start) or _IN_ALL.match(last.at.shortly_after(40)):
        yield from _compared(last, _joined_in(last, figures[:-1]), instrument)
    elif _OVER_THE_TERM.match(last.at.shortly_after(_SHORTLY)) and not _AND.search(last.at.shortly_before(5)):
        made = sum(map(worth, figures[:-1]), Decimal(0))
        if abs(worth(last) - made) <= made * _NEAR:
            yield from _compared(last, figures[:-1], instrument)


def _joined_in(total: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures that may be parts of a total that comes after them: those after the last one that is
    more than it, of which they may all be part."""
    more = [at for at, one in enumerate(figures) if worth(one) > worth(total)]
    return figures[more[-1] + 1 :] if more and len(figures) - more[-1] > _FEW_IN_TOTAL else figures


def _compared(total: Figure, parts: Sequence[Figure], instrument: Instrument) -> Iterator[Hit]:
    made = sum(map(worth, parts), Decimal(0))
    if abs(worth(total) - made) > _rounding((total, *parts)):
        yield from _not_the_sum(total, parts, made, instrument)


def _not_the_sum(
    total: Figure, parts: Sequence[Figure], made: Decimal, instrument: Instrument
) -> Iterator[Hit]:
    wrong = _to_blame(total, parts, made, instrument)
    yield hit(
        wrong.at,
        f"“{total.at.text}” is not the sum of its parts, which make £{made:,f}.",
        "Correct the sum, or the part that is wrong.",
        related=tuple(one.at for one in (total, *parts) if one is not wrong),
    )


def _to_blame(total: Figure, parts: Sequence[Figure], made: Decimal, instrument: Instrument) -> Figure:
    """Return which of a sum and its parts is wrong: a part that is not the share which it is said to be; else
    the figure for which most speaks, the sum if nothing does."""
    no_shares = {one.words for one in said_shares(instrument)}
    if wrong := [part for part in parts if part.at in no_shares]:
        return wrong[0]
    told = (total, *parts)
    excess = made - worth(total)
    rights = (made, *(worth(part) - excess for part in parts))
    against = [_speaks_against(one, right, told, instrument) for one, right in zip(told, rights, strict=True)]
    return told[against.index(max(against))]


def _speaks_against(figure: Figure, right: Decimal, told: Sequence[Figure], instrument: Instrument) -> int:
    """Return how much speaks for it that a figure is wrong and should be another: that stands elsewhere than
    in what is told together, or follows from what does, while the figure does not; or a slip of the pen makes
    it this one."""
    if right <= 0:
        return -2 * _MOST_DIGITS
    return (
        _how_known(right, told, instrument)
        - _how_known(worth(figure), told, instrument)
        + is_exchange(worth(figure), right)
        + is_slip(worth(figure), right, _FEW_IN_TOTAL if figure is told[0] else FEW_DIGITS)
    )


def _how_known(value: Decimal, told: Sequence[Figure], instrument: Instrument) -> int:
    """Return how much it tells that a sum stands elsewhere, or follows from others; 0 if it does not."""
    here = sum(worth(one) == value for one in told)
    known = _values(instrument)[value] > here or value in implied(instrument)
    return min(significant(value) - 1, _MOST_DIGITS) if known else 0


def _values(instrument: Instrument) -> Counter[Decimal]:
    """Return how often each sum or bare figure stands in the instrument."""
    return instrument.once(_count_values)


def _count_values(instrument: Instrument) -> Counter[Decimal]:
    return Counter(one.value for one in instrument.figures if one.value and one.kind != "percentage")


def _rounding(figures: Sequence[Figure]) -> Decimal:
    """Return by how much sums in thousands or millions may be out, none if all are in full."""
    units = [
        Decimal(1).scaleb({"m": 6, "million": 6, "bn": 9, "billion": 9}.get(one.scale, 3) - one.decimals)
        for one in figures
        if one.scale
    ]
    return max(units, default=Decimal(0)) * len(units) / 2


RULE = Rule(
    id="CK-FIGURE-PARTS",
    level="error",
    title="A sum in a sentence that is not what its parts make",
    why="A drawdown or a budget that is stated as a sum and again in its parts must come to the same, or"
    " one of the parts is not paid for.",
    fails="""
1. Drawdown

1.1 The first drawdown is ⟦£1,250,000⟧, being £1,300,000 for children’s outcomes and £50,000 for the network.

1.2 The Council pays £20,000 and the ICB £30,000, making a total of ⟦£60,000⟧.

1.3 The Council pays £180,000 a year in four instalments of ⟦£40,000⟧.

1.4 The Council pays in monthly payments of £90,000, that is ⟦£1,095,500⟧ a year.

1.5 The works cost ⟦£100,000⟧, of which £60,000 comes from the Council and £50,000 from the ICB.

1.6 The chair is paid for 24 days a year at £425 a day, ⟦£10,400⟧ in all, and a clerk £12,000 a quarter
(⟦£45,000⟧ a year).

1.7 Running costs of £58,000 are shared in equal parts of ⟦£14,000⟧.

1.8 The Council and the ICB shall each pay £32,500, that is ⟦£60,000⟧ in total, and £25,000 a year for three
years (⟦£70,000⟧ in all).

1.9 The Board has ⟦eight⟧ members: three from the Council, two from the ICB and two from the Trust.

1.10 The grant of £1,418,250 is spent as follows:

(a) mandatory grants: £1,150,000;

(b) discretionary help: £193,250; and

(c) minor adaptations: ⟦£57,000⟧.

1.11 The Discharge Grant is ⟦£300,000⟧.

1.12 Of the Discharge Grant, £120,000 is for beds, £110,000 for home care and £90,000 for equipment.

1.13 The choice is made by a panel of ⟦five⟧: two members named by the Council, two by the ICB, a carer and
one person who uses the service.

1.14 The Fund is £983,400 a year.

1.16 Of the increase of £277,750, the sum of £149,940 is paid by the Council and ⟦£128,710⟧ by the ICB. The
contribution of the Council rises from £3,030,900 to £3,180,840.

1.15 It is paid in four equal instalments of ⟦£254,850⟧.

1.17 In the twelve months to 31 March 2026 there were 3,120 visits, an average of ⟦240⟧ a month.

1.18 The Host opens ⟦237⟧ accounts, being 124 for the Council, 41 for the ICB and 108 for the Trust, in the
⟦two⟧ towns of the Area: Aldgate, Hensby and Northby.

1.19 Temporary workers were three in number. They cost £18,900 each, ⟦£57,600⟧ in all.

1.20 The Team Budget is £682,000. Three quarters of the Team Budget, namely ⟦£501,500⟧, is due.

1.21 Scheme 1 has spent £156,000 too much and Scheme 2 £76,000 too little, which leaves them ⟦£90,000⟧ over.
""",
    passes="""
1. Drawdown

1.1 The first drawdown is £1,350,000, being £1,300,000 for children’s outcomes and £50,000 for the network.

1.2 The Fund is £100,000, of which the Council pays £20,000 and the ICB £30,000. The cost is £1.4m, being
£1.3m and £52,000.

1.3 The Council pays £180,000 a year in four instalments of £45,000, and £60,000 in each of 2026/27 and
2027/28, being £120,000 over two years.

1.4 The chair is paid for 24 days a year at £425 a day, £10,200 in all, and a clerk £12,000 a quarter
(£48,000 a year). Stock on 31 March 2026 was valued at £684,300, that is, £512,900 for new stock and £171,400
for used stock.

1.5 The Council and the ICB shall each pay £32,500, that is £65,000 in total. The Board has seven members, of
whom two are elected every three years.

The Underspend is £120,000. Of that, £100,000 is carried forward and £20,000 is returned: £12,000 to the
Council and £8,000 to the ICB. Of the Budget, which is £900,000, the sum of £400,000 is for beds and £300,000
for staff.

In 2025/26 there were 3,120 visits, on average 60 a week, and 42 replies, of which 16 came from carers and 5
from staff. Six courses are run. Each costs £1,250, and together they cost £7,500. Two thirds of the Fund,
£66,700, is spent.

1.6 Spending of the £1,000,000 is approved as follows:

(a) up to £10,000, by the Manager; and

(b) up to £50,000, by the Director.
""",
    check=_check,
)
