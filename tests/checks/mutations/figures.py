"""Faults of figures, dates and periods."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from clausekit.checks.words import Words, whole
from clausekit.reading import Table
from tests.checks.mutations.editing import Fault, cell, marked, one_for, paragraph, put, table
from tests.checks.mutations.kinds import Kind, adding, altering, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source

_DATE = r"\b\d{1,2} (?:April|March|February|July|October) (20\d\d)\b"
_MONEY = r"£\d{1,3}(?:,\d{3})+\b(?!\.\d)"


def _broken_sum(source: Source, chance: Random) -> Fault | None:
    """Change an amount in a table with totals: a total in its row or its column is wrong then."""
    cells = [
        (row, number, one)
        for grid in source.facts.grids
        if grid.total_rows or grid.total_columns
        for row in [*grid.rows[grid.header_rows :]]
        for number, one in enumerate(row)
        if one is not None and one.words and one.number and one.kind == "money"
    ]
    chosen = one_of(cells, chance)
    if chosen is None:
        return None
    row, number, amount = chosen
    assert amount.words is not None
    passage = amount.words.passage
    digit = amount.words.start + amount.words.text.index("£") + 1
    other = str(int(passage.text[digit]) % 9 + 1)
    changed, at = marked(passage, digit, digit + 1, other)
    grid = next(one for one in source.facts.grids if one.table is source.facts.place_of[passage].table)
    fellows = [*row, *(one[number] for one in grid.rows)]
    others = tuple(whole(one.words.passage) for one in fellows if one and one.words and one is not amount)
    return Fault(put(source.reading, {passage: (changed,)}), (at, *others))


def _share(source: Source, chance: Random) -> Fault:
    """Put in a table in which the shares are not those of the amounts."""
    sums = [chance.randrange(2, 9) * 50_000 for _ in range(2)]
    right = round(100 * sums[0] / sum(sums))
    wrong = right + chance.choice([-9, -4, 5, 8])
    planted = table(
        ("Body", "Forecast cost", "Share"),
        ("Westmarch", f"£{sums[0]:,}", f"{wrong}%"),
        ("Dale", f"£{sums[1]:,}", f"{100 - right}%"),
        ("Total", f"£{sum(sums):,}", "100%"),
    )
    return _with_table(source, chance, planted, tuple(cell(planted, row, 2) for row in (1, 2, 3)))


def _hundred(source: Source, chance: Random) -> Fault:
    """Put in a table of shares that do not make 100."""
    shares = [chance.randrange(20, 40), chance.randrange(20, 40)]
    last = 100 - sum(shares) - chance.choice([3, 5, 10, -10])
    planted = table(
        ("Body", "Share"),
        ("Westmarch", f"{shares[0]}%"),
        ("Dale", f"{shares[1]}%"),
        ("Northmoor", f"{last}%"),
        ("Total", "100%"),
    )
    return _with_table(source, chance, planted, tuple(cell(planted, row, 1) for row in (1, 2, 3, 4)))


def _with_table(source: Source, chance: Random, planted: Table, at: tuple[Words, ...]) -> Fault:
    """Put a table with a line of its own before it after a paragraph."""
    passage = chance.choice(whole_paragraphs(source))
    lead = paragraph(passage, "The shares are in this table:")
    return Fault(put(source.reading, {passage: (passage, lead, planted)}), at)


def _two_sums(source: Source, chance: Random) -> Fault | None:
    """Say a sum in one paragraph of a clause, and another one in the same words in the next."""
    texts = whole_paragraphs(source)
    clause = {one: source.facts.place_of[one].clause for one in texts}
    pairs = [(one, other) for one, other in pairwise(texts) if clause[one] is clause[other]]
    chosen = one_of(pairs, chance)
    if chosen is None:
        return None
    first, second = chosen
    one, _ = marked(first, len(first.text), len(first.text), " The budget for equipment is £40,000.")
    other, at = marked(second, len(second.text), len(second.text), " The budget for equipment is £45,000.")
    return Fault(put(source.reading, {first: (one,), second: (other,)}), (at, whole(one)))


def _against_the_table(source: Source, chance: Random) -> Fault | None:
    """Say a total in the paragraph before a table that is another one in the table."""
    totals = [
        (grid.caption, one.words)
        for grid in source.facts.grids
        if grid.caption is not None and grid.caption.text.endswith((".", ":"))
        for row in grid.total_rows
        for one in grid.rows[row][-1:]
        if one is not None and one.words and one.number
    ]
    chosen = one_of(totals, chance)
    if chosen is None:
        return None
    caption, words = chosen
    digit = words.text.index("£") + 1
    other = f"£{int(words.text[digit]) % 9 + 1}{words.text[digit + 1 :]}"
    start = caption.typed
    changed, at = marked(caption, start, start, f"The total in the table below is ⟦{other}⟧. ")
    return Fault(put(source.reading, {caption: (changed,)}), (at,))


def _year_heading(source: Source, chance: Random) -> Fault | None:
    """Write two financial years in two ways in a heading."""
    headings = [
        place.passage
        for place in source.facts.places
        if place.role == "heading" and place.passage.heading in (2, 3) and len(place.passage.words) > 8
    ]
    passage = chance.choice(headings)
    end = len(passage.text)
    return one_for(source.reading, passage, end, end, " for 2026-27 and ⟦2027/28⟧")


KINDS = (
    Kind("a day that no month has", ("CK-DATE-IMPOSSIBLE",), altering(_DATE, lambda m: f"31 April {m[1]}")),
    Kind(
        "30 February",
        ("CK-DATE-IMPOSSIBLE",),
        adding("This is reviewed on ⟦30 February 2027⟧.", "A report is due on ⟦31 November 2026⟧."),
    ),
    Kind(
        "a time that ends before it begins",
        ("CK-DATE-ORDER",),
        adding(
            "The pilot runs from 1 October 2026 to ⟦30 September 2025⟧.",
            "This applies from 1 April 2027 until ⟦31 March 2027⟧.",
        ),
    ),
    Kind(
        "a time that ends a day early",
        ("CK-DATE-TERM",),
        adding(
            "The pilot runs from 1 April 2026 to ⟦30 March 2027⟧.",
            "The pilot lasts for 12 months from 1 July 2026 to ⟦30 September 2027⟧.",
        ),
    ),
    Kind("a date that reads in two ways", ("CK-DATE-TWO-WAYS",), altering(_DATE, lambda m: f"03/04/{m[1]}")),
    Kind(
        "a weekday that is not the date’s",
        ("CK-DATE-WEEKDAY",),
        adding("The first meeting is on ⟦Monday 1 April 2026⟧.", "A report is due on ⟦Friday 3 March 2026⟧."),
    ),
    Kind(
        "a financial year of two years",
        ("CK-DATE-YEAR",),
        altering(r"\b20(\d\d)/(\d\d)\b", lambda m: f"20{m[1]}/{int(m[2]) + 1}", "text", "cell"),
        ("section-75", "information-sharing-agreement", "public"),
    ),
    Kind(
        "working days that nothing defines",
        ("CK-DATE-WORKING-DAYS", "CK-TERM-UNDEFINED"),
        adding("Each of them answers within ten ⟦Working Days⟧.", "It is paid within 20 ⟦working days⟧."),
        ("deed", "terms", "protocol"),
    ),
    Kind("two manners of years in a heading", ("CK-DATE-YEAR-STYLE",), _year_heading),
    Kind("a sum that changes", ("CK-FIGURE-CHANGES",), _two_sums),
    Kind(
        "a total that is not the table’s",
        ("CK-FIGURE-DISAGREES",),
        _against_the_table,
        ("public", "section-75"),
    ),
    Kind(
        "shares that do not make 100",
        ("CK-FIGURE-HUNDRED",),
        adding(
            "The Council bears 60% and the ICB ⟦45%⟧ of an overspend.",
            "Of the costs the Council bears 30% and the ICB ⟦60%⟧.",
        ),
        ("westmarch",),
    ),
    Kind(
        "malformed money",
        ("CK-FIGURE-MALFORMED",),
        altering(_MONEY, lambda m: m[0][:-1], "text", "cell"),
        ("public", "section-75"),
    ),
    Kind(
        "malformed money in a sentence",
        ("CK-FIGURE-MALFORMED",),
        adding("The cost of this is at most ⟦£4,745,00⟧ a year.", "It costs ⟦£1.234.567⟧ in all."),
    ),
    Kind(
        "a sum that its parts do not make",
        ("CK-FIGURE-PARTS",),
        adding(
            "Of this ⟦£1,250,000⟧ is paid at first, being £1,300,000 for care and £50,000 for equipment.",
            "The Council pays £20,000 and the ICB £30,000, making a total of ⟦£60,000⟧.",
        ),
        ("westmarch",),
    ),
    Kind(
        "a range or a limit the wrong way round",
        ("CK-FIGURE-RANGE",),
        adding(
            "A visit takes ⟦between 90 and 60 minutes⟧ each time.",
            "The fee ⟦rises from £500 to £450⟧ in May.",
            "The panel has ⟦at least six and no more than four members⟧ in all.",
        ),
    ),
    Kind("a share beside other amounts", ("CK-FIGURE-SHARE", "CK-FIGURE-HUNDRED"), _share),
    Kind("shares in a table that do not make 100", ("CK-FIGURE-HUNDRED",), _hundred),
    Kind(
        "large sums in two ways",
        ("CK-FIGURE-STYLE",),
        adding("The budget is ⟦£5.5m⟧, of which £2,250,000 is for care."),
        ("deed", "information"),
    ),
    Kind("a column that does not add up", ("CK-FIGURE-SUM",), _broken_sum, ("public", "section-75")),
    Kind(
        "words and figures that differ",
        ("CK-FIGURE-WORDS",),
        altering(
            r"\b(?:ten|five|two|three|twenty|six|30|20|14) (?=(?:days|months|Working Days)\b)",
            "⟦thirty (13)⟧ ",
        ),
    ),
    Kind(
        "a percentage in words that differs",
        ("CK-FIGURE-WORDS",),
        adding("It bears ⟦ten per cent (15%)⟧ of the cost.", "Notice of ⟦twelve (21)⟧ weeks is enough."),
    ),
)
