"""Content that is missing: each paragraph that makes a point says something else instead."""

from __future__ import annotations

import re
from random import Random

from clausekit.checks.words import Words, whole
from clausekit.reading import Passage
from tests.checks.mutations.editing import Fault, altered, marked, put
from tests.checks.mutations.kinds import Kind, Plant, adding
from tests.checks.mutations.sources import Source

_SIGNED_ONLY = (
    (r"Executed as a deed by affixing the common seal of", "Signed for and on behalf of"),
    (r"Executed as a deed for and on behalf of", "Signed for and on behalf of"),
    (r", who attests the seal", ""),
    (r"have executed this document as a deed\. It is delivered", "have signed this document. It has effect"),
)
_CONFIDENCE = ("public", "memorandum")


def _silent(**points: str) -> Plant:
    """Plant by making an instrument silent on a point; each is named by an example and tells the words that
    make it."""

    def plant(source: Source, chance: Random) -> Fault | None:
        found = [point for name, point in points.items() if source.name.startswith(name.replace("_", "-"))]
        if not found:
            return None
        spoken = re.compile(chance.choice(found), re.IGNORECASE)
        change = {
            place.passage: (_neutral(source, place.passage),)
            for place in source.facts.places
            if place.role in ("text", "heading", "cell")
            and place.definition is None
            and spoken.search(f"{place.heading}\n{place.passage.words}")
        }
        return Fault(put(source.reading, change), _titles(source)) if change else None

    return plant


def _neutral(source: Source, passage: Passage) -> Passage:
    """Return a paragraph that says nothing to the point, but uses the same terms as before."""
    terms = sorted(
        {
            use.definition.term
            for use in source.facts.uses
            if use.at.passage is passage and use.definition.kind == "entry"
        }
    )
    words = f"They work together as to the {', the '.join(terms)}." if terms else "They work together."
    if passage.heading:
        words = "Working Together"
    return marked(passage, passage.typed, len(passage.text), words)[0]


def _titles(source: Source) -> tuple[Words, ...]:
    """Return the words of titles and headings: that is where a whole instrument, or a clause, is at fault."""
    return tuple(whole(place.passage) for place in source.facts.places if place.role in ("cover", "heading"))


def _no_deed(source: Source, chance: Random) -> Fault | None:
    """Sign a deed as if it were a simple contract."""
    change: dict[Passage, tuple[Passage, ...]] = {}
    for place in source.facts.places:
        words = place.passage.text
        for executed, signed in _SIGNED_ONLY:
            words = re.sub(executed, signed, words)
        if words != place.passage.text:
            change[place.passage] = (altered(place.passage, 0, len(place.passage.text), words),)
    return Fault(put(source.reading, change), _titles(source)) if change else None


def _no_exceptions(source: Source, chance: Random) -> Fault | None:
    """Leave of a clause of confidentiality the duty alone."""
    heads = [
        place.passage
        for place in source.facts.places
        if place.role == "heading" and re.fullmatch(r"Confidential(?:ity| Information)", place.passage.words)
    ]
    if not heads:
        return None
    texts = [
        place.passage for place in source.facts.places if place.clause is heads[0] and place.role == "text"
    ]
    first, *others = texts
    duty, _ = marked(
        first,
        first.typed,
        len(first.text),
        "Each of them shall keep the Confidential Information of the others secret.",
    )
    reading = put(source.reading, {first: (duty,), **{one: (_neutral(source, one),) for one in others}})
    return Fault(reading, (whole(heads[0]),))


KINDS = (
    Kind(
        "a point that has to be settled",
        ("CK-MISSING-CONTENT",),
        _silent(
            terms_of_reference=r"\bquorum",
            deed=r"\bEffect of this Deed\b|continues? in|remains? in|unchanged|in full force",
        ),
        ("terms", "deed"),
    ),
    Kind(
        "a point that is usually settled",
        ("CK-MISSING-ADVISED",),
        _silent(terms_of_reference=r"\breport|\baccountab", public=r"\bliab|\binsur|\bindemn"),
        ("terms", "public"),
    ),
    Kind(
        "a point that the law asks for",
        ("CK-MISSING-STATUTORY",),
        _silent(information_sharing_agreement=r"\bsecur|\bencrypt|\bpassword|\blocked"),
        ("sharing-agreement/leicestershire",),
    ),
    Kind("a deed that is only signed", ("CK-MISSING-DEED",), _no_deed, ("deed",)),
    Kind("a duty of confidence without exceptions", ("CK-MISSING-EXCEPTIONS",), _no_exceptions, _CONFIDENCE),
    Kind(
        "what follows from the end",
        ("CK-MISSING-CONSEQUENCES",),
        _silent(
            public=r"consequence|surviv|accrued|continues to bind|exit|wind"
            r"|(?:on|upon|after|when|if|once|where)\b.{0,40}(?:terminat|expir|\bend)"
        ),
        ("public",),
    ),
    Kind(
        "an indemnity without a limit",
        ("CK-MISSING-LIMIT",),
        adding(
            "Each of them ⟦shall indemnify⟧ the others against all claims that arise from this.",
            unless=r"limit|cap|exceed|maximum|up to|more than|only|extent|except|proportion|mitigat|so far",
        ),
        ("protocol", "deed", "terms", "memorandum"),
    ),
)
