"""Slips that a speller passes: words for others, small words lost, clauses that break off."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
from tests.checks.instruments import hits


def told(sentence: str, rule: str) -> list[str]:
    """Return the words that a rule tells in a clause, of which it is sure enough."""
    found = hits(load(rule), f"1. Duties\n\n1.1 {sentence}\n")
    return [hit.words.text for hit in found if hit.confidence != "doubtful"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Such losses are born by the Host.", "born"),
        ("It is a matter of principal for the Board.", "principal"),
        ("The schemes compliment those of the Trust.", "compliment"),
        ("Staff are employed buy the Council.", "buy"),
        ("All staff must by trained before they begin.", "by"),
        ("The Board is made up form the members.", "form"),
        ("The Host carries our the plan.", "our"),
        ("The Trust is advised off the change.", "off"),
        ("It is read in conjunction which the Schedule.", "which"),
        ("The Partners meet it September.", "it"),
        ("The Partners meet is September.", "is"),
        ("It shall comply with is obligations.", "is"),
        ("The Council it responsible for it.", "it"),
        ("The Council as agreed to it.", "as"),
        ("There staff are seconded.", "There"),
        ("Either part may end this Agreement.", "part"),
        ("Each part shall bear its own costs.", "part"),
        ("It may end at anytime.", "anytime"),
        ("The plan was agreed be the Board.", "be"),
        ("The Host shall lease with the Trust.", "lease"),
        ("The Host shall ensure against loss.", "ensure"),
        ("They work together too deliver it.", "too"),
        ("The budget is spend by March.", "spend"),
    ],
)
def test_a_word_that_stands_for_another(sentence: str, word: str) -> None:
    assert told(sentence, "CK-TEXT-SPELLING") == [word]


@pytest.mark.parametrize(
    "sentence",
    [
        "Each part of the plan may be read on its own, and each part shall stand.",
        "Children born by then are counted, and costs are borne by the Host.",
        "The guarantee is given as principal and not as surety.",
        "Staff buy the food, and they must by law be trained.",
        "A form of the plan is kept, and the fund it holds is that which it needs.",
        "It leases the hall, and shall lease it with the furniture.",
        "What the Council as host does is told, and what it is liable for too.",
        "There is one staff team, and the party of the first part pays.",
    ],
)
def test_words_in_their_place_are_left_alone(sentence: str) -> None:
    assert told(sentence, "CK-TEXT-SPELLING") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Partners are able agree it.", "able"),
        ("The Council shall be entitled terminate.", "entitled"),
        ("The Trust shall respond the request.", "respond"),
        ("The Board shall consist six members.", "consist"),
        ("The Council shall given notice of it.", "shall given"),
        ("It may end it if another is in breach and has put it right within 20 days.", "has put it right"),
        ("It may end it if another is in breach and has not put it right within 20 days.", ""),
        ("It may not end it for a breach that the other has remedied within 20 days.", ""),
        ("It is able staff and willing partners.", ""),
        ("The Board is required to meet, and the notice shall, given time, be sent.", ""),
    ],
)
def test_a_small_word_that_is_lost(sentence: str, words: str) -> None:
    assert told(sentence, "CK-TEXT-WORDS") == ([words] if words else [])


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("subject to", ["to"]),
        ("as is set out in", ["in"]),
        ("subject to Annex C.", []),
        ("for the following:\n\n(a) plans; and\n\n(b) maps.", []),
    ],
)
def test_a_clause_that_breaks_off(end: str, found: list[str]) -> None:
    sentence = (
        f"The Host deletes all records of the hub within 60 days, {end}\n\n2. Ending\n\n2.1 It ends then."
    )
    assert [words.strip() for words in told(sentence, "CK-TEXT-STOP")] == found


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("when the Board has", ["has"]),
        ("and keeps a copy for that", ["that"]),
        ("in the form which the", ["the"]),
        ("signed on behalf of.", ["on behalf of"]),
        ("which the Trust and the.", ["the"]),
        ("and tells any other The Board keeps a list.", ["other"]),
        ("and tells no other. The Board keeps a list.", []),
        ("in the places that they are kept in.", []),
        ("whatever the Trust is subject to in law.", []),
        ("so that they are the Trust’s, and no longer its own.", []),
        ("in the following cases and\n\n(a) for plans; and\n\n(b) for maps.", []),
    ],
)
def test_a_sentence_that_breaks_off(end: str, found: list[str]) -> None:
    sentence = f"The Host deletes all records of the hub within 60 days, {end}\n\n1.2 It ends then."
    assert [words.strip() for words in told(sentence, "CK-TEXT-STOP")] == found


def _told_in_lines(clause: str) -> list[str]:
    text = f"AGREEMENT\n\n1. DUTIES\n1.1 {clause}\n1.2 The Trust shall keep accounts of it.\n2. ENDING\n"
    instrument = Instrument(read(text, "example.txt", markdown=False).reading, "example.txt")
    return [hit.words.text for hit in load("CK-TEXT-STOP").check(instrument) if hit.confidence != "doubtful"]


def test_a_sentence_that_runs_into_the_next_number_breaks_off() -> None:
    assert _told_in_lines("When it ends the Host shall within three months prepare a") == ["a"]


def test_a_sentence_that_names_the_next_number_goes_on() -> None:
    assert (
        _told_in_lines("The Host shall pay what is due as provided in clause\n1.2 by the end of May.") == []
    )


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The plan limits a persons right to see it.", ["persons"]),
        ("Each individuals needs are assessed.", ["individuals"]),
        ("The persons right to be heard is kept.", ["persons"]),
        ("The persons named, and the adults, have a right to be heard.", []),
        ("It puts persons right to the door.", []),
    ],
)
def test_a_person_who_owns_something_has_an_apostrophe(sentence: str, words: list[str]) -> None:
    assert told(sentence, "CK-TEXT-ITS") == words
