"""Uses of defined terms: which passages changed in effect, though not in words."""

from __future__ import annotations

from clausekit.comparison.clauses import Outline
from clausekit.comparison.definitions import affected
from clausekit.comparison.places import Places
from tests.comparison.readings import reading_of

TEXT = """
    1 Terms
      1.1 In this agreement:
      Fund means the money of the Partners.
      Pooled Fund means a Fund that is pooled.
      Body means each of:
        (a) the Board, and
        (b) whoever holds the Fund.
      1.2 A Fund has no other meaning.
    2 Money
      2.1 The Council holds the Pooled Fund.
      2.2 Funds are audited, and refunds too.
      2.3 Funding is public, and so is each BodyShop.
      2.4 The Bodies and each Body of theirs agree.
"""


def places(*terms: str) -> dict[str, list[str]]:
    """Return where terms are used."""
    reading = reading_of(TEXT)
    outline = Outline(reading, None)
    found = affected(terms, outline, Places(reading, outline), ())
    return {term: list(map(str, of)) for term, of in found.items()}


def test_a_term_is_used_as_it_is_or_in_the_plural() -> None:
    assert places("Fund") == {"Fund": ["1.1 (Terms)", "1.2 (Terms)", "2.2 (Money)"]}


def test_a_longer_term_is_not_a_use_of_the_shorter() -> None:
    assert places("Pooled Fund") == {"Pooled Fund": ["2.1 (Money)"]}


def test_a_term_is_a_whole_word() -> None:
    assert places("Body") == {"Body": ["2.4 (Money)"]}


def test_a_definition_goes_on_to_the_next_number_at_its_margin() -> None:
    outline = Outline(reading_of(TEXT), None)
    of = {passage.words: term.term for passage, term in outline.definition_of.items()}
    assert of["whoever holds the Fund."] == "Body"
    assert "A Fund has no other meaning." not in of


def test_no_term_no_search() -> None:
    assert places("") == {}
