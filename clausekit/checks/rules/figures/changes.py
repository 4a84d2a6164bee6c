"""CK-FIGURE-CHANGES: a sum that is another one elsewhere, in the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.party_counts import miscounted_parties
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._changes.counted_items import items_miscounted
from clausekit.checks.rules.figures._changes.defined_sums import defined_sums
from clausekit.checks.rules.figures._changes.divisions_counted import divisions_miscounted
from clausekit.checks.rules.figures._changes.how_often import meetings_as_often, often_told_twice
from clausekit.checks.rules.figures._changes.instalments_again import instalments_again
from clausekit.checks.rules.figures._changes.kinds_of_members import kinds_miscounted
from clausekit.checks.rules.figures._changes.levels_again import levels_again
from clausekit.checks.rules.figures._changes.limits import limits_again, limits_of_before
from clausekit.checks.rules.figures._changes.listed_things import listed_things
from clausekit.checks.rules.figures._changes.measures import measured_otherwise
from clausekit.checks.rules.figures._changes.meetings import meetings_again
from clausekit.checks.rules.figures._changes.members_listed import members_unlike_their_table
from clausekit.checks.rules.figures._changes.party_tables import parties_of_table_miscounted
from clausekit.checks.rules.figures._changes.present_shares import present_again
from clausekit.checks.rules.figures._changes.same_but_period import same_but_period
from clausekit.checks.rules.figures._changes.things_again import things_again
from clausekit.checks.rules.figures._changes.things_in_clauses import things_in_clauses
from clausekit.checks.rules.figures._changes.those_days import those_days
from clausekit.checks.rules.figures._changes.told_again import told_again, told_of_provisions
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.mistyped import mistyped
from clausekit.checks.rules.figures._sentences.named_sums import NamedSum, named_sums, sums_for
from clausekit.checks.rules.figures._sentences.restated import restated
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.statements import Statement, plain, statements
from clausekit.checks.rules.figures._sentences.telling import telling
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_STATES = pattern(r"\b(?:is|are|be|of|totals?|amounts? to|at|to)$|:$", re.IGNORECASE)
_QUANTITY = pattern(
    r"\b(?:contributions?|budget|costs?|fund(?:ing)?|grant|allocation|price|charges?|value|fee)\b",
    re.IGNORECASE,
)
_FOR = pattern(
    r"\b(?:budget|cost|fund|grant|allocation|price|fee|charge) (?:for|of) (?:the )?((?:[a-z-]+ ){1,3})is "
)
_OF_EACH_CLAUSE = pattern(
    r"\b(?:services?|schemes?|projects?|programmes?|years?|periods?|lots?|posts?|works?|this|these|such|it)\b"
)
_YEAR = pattern(r"\b20\d\d[/–-]\d\d")
_EMPTY_WORDS = pattern(
    r"the|a|an|of|for|to|in|shall|be|is|are|and|will|its|this|that|by|under|on|at|as|it|their|amount|sum"
)
_LEAST_WORDS = 2
_OF_A_PURPOSE = (
    "budget",
    "cost",
    "allocation",
    "fund",
    "pot",
    "funding",
    "charge",
    "fee",
    "grant",
    "contribution",
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    told: set[Words] = set()
    for found in (
        *_of_one_term(instrument),
        *_of_one_name(instrument),
        *_in_same_words(instrument),
        *_of_one_purpose(instrument),
        *_restated(instrument),
        *_told_again(instrument),
        *_mistyped(instrument),
        *_items_miscounted(instrument),
        *_parties_miscounted(instrument),
    ):
        if found.words not in told:
            told.add(found.words)
            yield found


def _restated(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each figure that is said to be that of a provision, which has another."""
    for one in restated(instrument):
        yield hit(
            one.stated,
            f"“{one.stated.text}” is “{one.right.text}” in the provision to which it refers.",
            "Put in what is meant in both places, or say it once.",
            confidence="likely",
            related=(one.right,),
        )


def _told_again(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each period, limit, level or number of members that is told elsewhere as another."""
    for one in (
        *told_of_provisions(instrument),
        *told_again(instrument),
        *limits_again(instrument),
        *limits_of_before(instrument),
        *meetings_again(instrument),
        *meetings_as_often(instrument),
        *often_told_twice(instrument),
        *levels_again(instrument),
        *present_again(instrument),
        *instalments_again(instrument),
        *same_but_period(instrument),
        *those_days(instrument),
        *measured_otherwise(instrument),
        *things_again(instrument),
    ):
        yield hit(
            one.stated,
            f"“{one.stated.text}” is “{one.right.text}” where the same is laid down elsewhere.",
            "Put in what is meant in both places, or say it once.",
            confidence="likely",
            related=(one.right,),
        )


def _mistyped(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that stands elsewhere in the text with two digits exchanged."""
    for one in mistyped(instrument):
        if one.in_text:
            yield _hit(one.stated, one.right, "with two digits exchanged", "elsewhere")


def _parties_miscounted(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number that is said of the parties and is not that of those who are named."""
    for one in miscounted_parties(instrument):
        if not one.pair:
            yield hit(
                one.stated,
                f"“{one.stated.text}” are counted here; the instrument names {one.number}.",
                "Put in their number, or name those that are meant.",
                confidence="likely",
            )


def _items_miscounted(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number of things that is not that of the list which sets them out."""
    for one in (
        *items_miscounted(instrument),
        *listed_things(instrument),
        *kinds_miscounted(instrument),
        *parties_of_table_miscounted(instrument),
        *members_unlike_their_table(instrument),
        *divisions_miscounted(instrument),
        *things_in_clauses(instrument),
    ):
        yield hit(
            one.stated,
            f"“{one.stated.text}” is not what the list has: that is {one.made:f}.",
            "Put in the number that is meant, or the item that is missing.",
            confidence="likely",
        )


def _of_one_term(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each figure that a text gives to a term, and its definition another."""
    for one in defined_sums(instrument):
        yield _hit(one.stated, one.right, f"as “{one.term}” is defined", "by its definition")


def _of_one_name(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each sum that has the name of an earlier one and is another: a slip of the pen, or one
    that stands directly beside its name in the body both times, without a word that tells them apart."""
    earlier: dict[str, list[NamedSum]] = {}
    for one in named_sums(instrument):
        before = [
            other for other in earlier.get(one.name, ()) if one.may_be(other) or one.is_exchanged(other)
        ]
        if before and not any(_same(one.figure, other.figure) for other in before):
            other = next(
                (other for other in before if is_slip(one.value, other.value)),
                next((other for other in before if one.is_plainly(other)), None),
            )
            if one.is_bare:
                other = next((other for other in before if one.is_exchanged(other)), None)
            if other is not None:
                yield _hit(one.figure, other.figure, f"with the same name, “{one.name}”")
        earlier.setdefault(one.name, []).append(one)


def _of_one_purpose(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each "evaluation budget of £23,000" where "£32,000 for evaluation" stands, by a slip of
    the pen."""
    by_purpose: dict[frozenset[str], list[Mention]] = {}
    for purpose, mention in sums_for(instrument):
        by_purpose.setdefault(purpose, []).append(mention)
    order = {mention: at for at, mention in enumerate(mentions(instrument))}
    for one in named_sums(instrument):
        *words, noun = one.name.split()
        others = by_purpose.get(telling(" ".join(words)), ()) if noun in _OF_A_PURPOSE and words else ()
        if not others or not all(_may_be_of_one(one.mention, other) for other in others):
            continue
        if all(is_slip(one.value, worth(other.figure)) for other in others):
            earlier, later = sorted((one.mention, others[0]), key=order.__getitem__)
            yield _hit(later.figure, earlier.figure, f"for the same thing, “{' '.join(words)}”")


def _may_be_of_one(one: Mention, other: Mention) -> bool:
    """Tell whether neither parties nor years tell two sums apart."""
    return (
        one.sentence != other.sentence
        and (not one.parties or not other.parties or bool(one.parties & other.parties))
        and (not one.years or not other.years or bool(one.years & other.years))
    )


def _in_same_words(instrument: Instrument) -> Iterator[Hit]:
    first: dict[tuple[frozenset[str], str, Passage | None], Statement] = {}
    for statement in statements(instrument):
        words = _said_of_it(statement)
        if len(words) < _LEAST_WORDS:
            continue
        place = instrument.place_of[statement.sentence.passage]
        anywhere = _YEAR.search(statement.sentence.text) or _names_a_thing(statement)
        clause = None if anywhere else place.clause
        before = first.setdefault((words, place.passage.division, clause), statement)
        if not _same(before.figure, statement.figure):
            yield _hit(statement.figure, before.figure, "in the same words")


def _hit(figure: Figure, before: Figure, how: str, where: str = "before") -> Hit:
    return hit(
        figure.at,
        f"“{figure.at.text}” is “{before.at.text}” {where}, {how}.",
        "Put in the figure that is meant in both places, or say it once.",
        confidence="likely",
        related=(before.at,),
    )


def _said_of_it(statement: Statement) -> frozenset[str]:
    """Return the words that say what a sum is, none if the sentence does not say what something costs."""
    text = statement.sentence.passage.text
    before = text[statement.sentence.start : statement.figure.at.start].strip()
    after = text[statement.figure.at.end : statement.sentence.end]
    if statement.figure.kind != "money" or not _STATES.search(before) or not _QUANTITY.search(before):
        return frozenset()
    words = plain(f"{before} {after}").split()
    return frozenset(word for word in words if not _EMPTY_WORDS.fullmatch(word))


def _names_a_thing(statement: Statement) -> bool:
    """Tell whether a sentence says for what a sum is, so that its clause does not matter."""
    found = _FOR.search(statement.sentence.text)
    return found is not None and not _OF_EACH_CLAUSE.search(found[1])


def _same(one: Figure, other: Figure) -> bool:
    """Tell whether two sums are the same, as exactly as each is written."""
    unit = max(_unit(one), _unit(other))
    return abs(worth(one) - worth(other)) <= unit / 2


def _unit(figure: Figure) -> Decimal:
    """Return the smallest step of a figure in millions or thousands, 0 for one in full."""
    if not figure.scale or figure.value is None:
        return Decimal(0)
    return Decimal(1).scaleb(int(figure.value.as_tuple().exponent))


RULE = Rule(
    id="CK-FIGURE-CHANGES",
    level="error",
    title="A sum, a period or a number of things that is another one elsewhere",
    why="A sum that is stated twice is often corrected once. If the two differ, the parties owe whichever a"
    " court picks.",
    fails="""
1. Equipment

1.1 The budget for equipment is £40,000. A Partner may ask for more.

1.2 The budget for equipment is ⟦£45,000⟧.

2. Charges

2.1 The Council is paid a management fee of £58,000 a year.

2.2 On termination the management fee of ⟦£85,000⟧ a year ceases.

3. Posts

3.1 The cost of the joint post is £62,400 a year. The ICB pays for the cost of the joint post (⟦£64,200⟧ a
year).

4. Limits

4.1 The liability of a Partner is subject to an annual limit of £250,000, and it answers a claim within 20
Working Days.

4.2 The annual limit of ⟦£200,000⟧ in clause 4.1 is reviewed each year, and the ⟦30 Working Days⟧ allowed by
clause 4.1 run from receipt.

4.3 The grant is £1,284,500. What is left of the ⟦£1,248,500⟧ is repaid.

5. Reserve

5.1 In this clause “**Risk Reserve**” means the sum of £150,000 which the Council holds.

5.2 The Risk Reserve of ⟦£105,000⟧ was built up over three years. The programme costs £96,000 for staff,
£22,000 for travel and £32,000 for evaluation.

5.3 The evaluation budget of ⟦£23,000⟧ is held by the ICB.

6. Reports and notice

6.1 The Pool Manager shall send the Board a report within 15 Working Days after the end of each quarter.

6.2 A Partner may leave by giving nine months' notice. No Partner bears more than £70,000 of an Overspend.

7. Board

7.1 The Board has eight members. Five of its ⟦nine⟧ members are a quorum.

7.2 The Quarterly Report is due within ⟦20 Working Days⟧ of the end of the quarter. A Partner which gives the
⟦six months⟧' notice that clause 6.2 requires pays until it leaves.

7.3 What a Partner bears of an Overspend is limited to ⟦£90,000⟧.
""",
    passes="""
1. Equipment

1.1 The budget for equipment is £40,000 in 2026/27. The budget for equipment is £45,000 in 2027/28.

2. Carers

2.1 The annual budget is £30,000.

3. Transport

3.1 The annual budget is £20,000. The management fee of £58,000 a year and a set-up fee of £5,000 are not
part of it.

4. Limits

4.1 The approval limit is £50,000 for revenue. The approval limit is £100,000 for capital.

4.2 In this clause “**Risk Reserve**” means the sum of £150,000. The Risk Reserve of £0.15m earns interest. In
2028/29 the Risk Reserve is £160,000.

4.3 The limit of £50,000 in clause 4.1 was increased from £40,000, and the £100,000 in clause 4.1 stands.

5. Reports and notice

5.1 The Pool Manager shall send the Board a draft report within 15 Working Days after the end of each quarter,
and the final report within 20 Working Days after the end of each quarter.

5.2 A Partner may leave by giving nine months' notice. If another is in breach, a Partner may end this
Agreement by one month's notice. No Partner bears more than £70,000 of an Overspend.

5.3 No Partner bears more than £90,000 of a claim.
""",
    check=_check,
    yields_to=("CK-FIGURE-DISAGREES", "CK-FIGURE-PARTS", "CK-FIGURE-WORDS", "CK-FIGURE-MALFORMED"),
)
