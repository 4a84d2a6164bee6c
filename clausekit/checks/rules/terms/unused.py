"""CK-TERM-UNUSED: a term that is defined and never used."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.counting import quoted
from clausekit.checks.rules._shared.terms import is_defined_once, stem
from clausekit.checks.rules.terms._explained import in_small_letters
from clausekit.checks.rules.terms._lists import is_run_of_terms
from clausekit.checks.rules.terms._stands import stood_for
from clausekit.patterns import pattern
from clausekit.reading import Passage

_LANGUAGE = """
include includes included including person persons individual writing written month months day days week weeks
year years clause clauses paragraph schedule annex appendix part section table document singular plural gender
sterling pounds statute enactment holiday
"""
_OF_THE_LANGUAGE = frozenset((*_LANGUAGE.split(), "in writing", "in particular", "statutory provision"))
"""Words whose reading an agreement settles, whether they stand in it or not."""
_OF_A_FORM = pattern(
    r"\b(?:Declaration|Signature|Full Name)$"
    r"|^(?:Tenant|Landlord|Guarantor|Parent/Guardian|Witness|Signatory) Date$"
)
"""How the labels end beside which somebody signs."""
_IS = pattern(r"[”\"’'] (?:is|are)\b")
_NEAR = 200
_SMALL_TERM = pattern(
    r"[“\"‘'](?:(?!(?:the|an?|each) )[a-z][^“”\"’']{1,60}|[£%&])[”\"’'][ ]"
    r"(?:shall )?(?:means?|includes?|refers?|has)\b"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    unused = [one for one in instrument.definitions if not instrument.uses_of.get(one)]
    meant = stood_for(instrument) if unused else frozenset()
    for definition in unused:
        confidence = _confidence(definition, instrument)
        if confidence and definition not in meant and is_defined_once(definition, instrument):
            yield hit(
                definition.at,
                f"“{definition.term}” is defined, but used nowhere.",
                "Take the definition out, or use the term where it is meant.",
                confidence=confidence,
            )


def _explains_a_word(definition: Definition, instrument: Instrument) -> bool:
    """Tell whether a sentence says what a word in small letters is: "“Aftercare” is that given"."""
    is_so = _IS.match(definition.at.after) is not None
    return is_so and stem(definition.term) in instrument.once(in_small_letters)


def _confidence(definition: Definition, instrument: Instrument) -> Confidence | None:
    """Return how sure it is that a definition is there to be used.

    "“Person” includes a company" interprets a word that may stand in the text or not, a party may be called
    by its full name, an abbreviation may be there for those who know a thing by it, and a deed may put a
    definition into the agreement that it varies.
    """
    if (
        definition.term[:1].islower()
        or _OF_A_FORM.search(definition.term)
        or ", " in definition.term
        or is_run_of_terms(definition)
        or _interprets(definition, instrument)
        or _explains_a_word(definition, instrument)
    ):
        return None
    if definition.at.passage in quoted(instrument) or _spells_out(definition, instrument):
        return None
    if _SMALL_WORD.search(definition.term):
        return "doubtful"
    if definition.kind == "entry":
        return "certain"
    if definition.kind == "table":
        return "likely"
    if definition.kind == "text":
        if not _stands_in_brackets(definition):
            return None
        return "doubtful" if _names_a_name(definition) else "likely"
    return "doubtful"


_SMALL_WORD = pattern(r" [a-z]{4,}\b(?! [A-Z])")
"""A title with few capitals, which the text may give in others: "Applying for a grant"."""


def _interprets(definition: Definition, instrument: Instrument) -> bool:
    """Tell whether a definition says how to read a word of the language: “Including” means without limit.

    Such a word stands among others in small letters, or in its own meaning.
    """
    term, passage = definition.term.lower(), definition.at.passage
    if term in _OF_THE_LANGUAGE or passage in instrument.once(_with_small_terms):
        return True
    meaning = definition.meaning.text[:_NEAR]
    return " " not in term and meaning.lower().lstrip(" “”‘’\"'").startswith(f"{term} ")


def _spells_out(definition: Definition, instrument: Instrument) -> bool:
    """Tell whether a term stands where a table says what letters mean: "ALB", "Arms Length Body: a body"."""
    place = instrument.place_of[definition.at.passage]
    letters = "".join(word[0] for word in definition.term.split())
    return place.table is not None and any(
        one.term == letters
        and (beside := instrument.place_of[one.at.passage]).table is place.table
        and beside.row == place.row
        for one in instrument.definitions
    )


def _with_small_terms(instrument: Instrument) -> frozenset[Passage]:
    """Return the passages that define words in small letters."""
    defining = {one.at.passage for one in instrument.definitions}
    return frozenset(passage for passage in defining if _SMALL_TERM.search(passage.text))


def _stands_in_brackets(definition: Definition) -> bool:
    return "(" in definition.at.shortly_before(40) and ")" in definition.at.shortly_after(3)


def _names_a_name(definition: Definition) -> bool:
    """Tell whether brackets give a short name to what has a name: "Westmarch Constabulary (“the Police”)"."""
    before, _, bracket = definition.at.shortly_before(_NEAR).rpartition("(")
    words = before.split()
    return (
        bool(words)
        and not bracket.startswith(("a ", "an ", "each "))
        and (words[-1][0].isupper() or words[-1][0] in "[_…0123456789")
    )


RULE = Rule(
    id="CK-TERM-UNUSED",
    level="warning",
    title="A term that is defined and never used",
    why="A definition without a use is often the trace of a provision that was dropped, or of a term that"
    " is spelt in another way where it is used. Either deserves a look before signature.",
    fails="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** means the fund that the Partners keep together.

**⟦Quarter⟧** means three months.

2. Funds

2.1 The Partners shall keep the Pooled Fund apart from other money.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** means the fund that the Partners keep together.

2. Funds

2.1 The Partners shall keep each of the Pooled Funds apart from other money.

2.2 “Including” means including without limitation; “month” means calendar month.
""",
    check=_check,
    of_the_whole=True,
)
