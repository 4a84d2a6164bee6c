from __future__ import annotations

import pytest

from clausekit.comparison.masks import masked_text, masks
from clausekit.comparison.tokens import terms_by_first_word, tokens
from clausekit.reading import Passage, Span
from tests.comparison.readings import PLAIN, passage_of


def cut(text: str, *terms: str) -> list[str]:
    passage = passage_of(text)
    return [
        text[token.start : token.end]
        for token in tokens(passage, masks(passage), terms_by_first_word(terms), {})
    ]


@pytest.mark.parametrize(
    "token",
    [
        "£4,745,000",
        "£1.2 million",
        "£1.2\u00a0million",
        "£8m",
        "52.5%",
        "50 per cent",
        "1 April 2019",
        "April 2019",
        "2019-04-01",
        "2019/20",
        "three months",
        "20 Working Days",
        "thirty (30) days",
        "12 months",
        "section 75 of the National Health Service Act 2006",
        "regulation 10(2)",
        "SI 2000/617",
        "Partner’s",
        "co-operate",
        "1,000",
    ],
)
def test_what_a_reader_takes_as_one_is_one_token(token: str) -> None:
    assert cut(f"So {token} is.") == ["So", token, "is", "."]


def test_a_defined_term_is_one_token_and_the_longest_wins() -> None:
    text = "The Pooled Fund Manager holds the Pooled Fund."
    assert cut(text, "Pooled Fund", "Pooled Fund Manager", "Fund") == [
        *("The", "Pooled Fund Manager", "holds", "the", "Pooled Fund", ".")
    ]


def test_a_value_is_one_token_unless_it_is_prose() -> None:
    def filled(words: str) -> Passage:
        text = f"For {words} only"
        return Passage(
            text,
            (
                Span(0, 4, PLAIN),
                Span(4, 4 + len(words), PLAIN, parameter="council.name"),
                Span(4 + len(words), len(text), PLAIN),
            ),
        )

    def count(passage: Passage) -> int:
        return len(tokens(passage, (), {}, {}))

    assert count(filled("Westmarch County Council")) == 3
    assert count(filled("the county of Westmarch and the boroughs in it")) == 11


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Subject to clause 7.3(b), it ends.", "Subject to clause #, it ends."),
        ("Clauses 7 and 8.1 apply.", "Clauses # and # apply."),
        ("Paragraph 2 of Part 1 of Schedule 3 applies.", "Paragraph # of Part # of Schedule # applies."),
        ("See Annex B.", "See Annex #."),
        ("A Partner takes part.", "A Partner takes part."),
        ("Under section 75 of the 2006 Act.", "Under section # of the 2006 Act."),
        (
            "Under section 75 of the National Health Service Act 2006.",
            "Under section 75 of the National Health Service Act 2006.",
        ),
        ("Clause 50% of it.", "Clause 50% of it."),
    ],
)
def test_references_are_masked_by_their_numbers(text: str, masked: str) -> None:
    passage = passage_of(text)
    assert masked_text(passage, masks(passage)).replace("\ue001", "#") == masked


def test_a_line_of_contents_is_masked_but_for_its_heading() -> None:
    text = "7.1\tPooled Fund Management\t12"
    passage = Passage(text, (Span(0, len(text), PLAIN),), contents=True)
    assert masked_text(passage, masks(passage)) == "\tPooled Fund Management\t"
