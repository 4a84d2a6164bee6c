"""Law that is called by a short name which nobody gives it: "the 2006 Act", "the Regulations"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence
from clausekit.checks.rules._shared.terms import listed
from clausekit.checks.rules.terms._borrowed import is_borrowed, varies
from clausekit.checks.rules.terms._lists import has_doubtful_list
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_YEAR = r"(?:19|20)\d\d"
_SHORT = pattern(
    rf"\b[Tt]he (?P<name>{_YEAR} (?:Act|Regulations|Order)|(?:Act|Regulations|Order) of {_YEAR})\b"
)
_KIND_ALONE = pattern(
    r"\b[Tt]he (?P<name>Regulations)\b(?! ?\()"
    r"(?! (?:of|named|cited|made|mentioned|referred|for|relating|specified|governing|in force|under|then)\b)"
)
_SIGNS = ("act", "regulations", "order")
_QUOTED = pattern(r"[“‘\"*](?:[Tt]he )?(?P<name>[^“”‘’\"*]{3,40})[”’\"*]")
_MARKS = ("“", "‘", '"', "*")
_CHANGES = pattern(r"\b(?:substitut|replac|delet|omit|insert|remov)\w*")
_REGULATIONS = pattern(r"\bRegulations,? (?:19|20)\d\d\b")
_TERMS, _IN_BRACKETS = 5, 6
"""An agreement that defines so many gives short names to law, too, where it uses any."""
_TWICE = 2


def short_law(instrument: Instrument) -> Iterator[tuple[Words, Confidence]]:
    """Yield the first place of each short name of law that has none, and how sure that is a slip.

    Where one Act of that year is cited by its full title, any reader sees which is meant; in an agreement
    that defines its terms, what is called so again and again is missed all the same.
    """
    defines = instrument.once(_defines)
    full: dict[str, set[str]] = defaultdict(set)
    for cited in instrument.citations:
        full[f"{cited.year} {cited.kind}"].add(cited.name.lower())
        full[f"{cited.kind} of {cited.year}"].add(cited.name.lower())
    known = {words for one in instrument.definitions for words in (one.term, *one.variants)}
    for name, places in _places(instrument).items():
        if name in known:
            continue
        missed = defines and len(places) >= _TWICE and name not in instrument.once(_quoted)
        if " of " not in name:
            yield places[0], "doubtful" if len(full[name]) == 1 and not missed else "likely"
        elif missed and not full[name]:
            yield places[0], "likely"  # else "the Act of 2014" may be any Act of that year
    if defines and not any("Regulations" in one for one in known):
        alone = list(_called_by_kind(instrument))
        if len(alone) >= _TWICE and "Regulations" not in instrument.once(_quoted):
            yield alone[0], "likely"


def _places(instrument: Instrument) -> dict[str, list[Words]]:
    found: dict[str, list[Words]] = defaultdict(list)
    for words, match in instrument.search(_SHORT, signs=_SIGNS):
        if not _is_changed(words):
            found[match["name"]].append(words.part(match.start("name"), words.end))
    return found


def _called_by_kind(instrument: Instrument) -> Iterator[Words]:
    """Yield where Regulations are called so in a paragraph that cites none."""
    for words, match in instrument.search(_KIND_ALONE, "text", signs=_SIGNS[1:2]):
        if not (_REGULATIONS.search(words.passage.text) or is_borrowed(words, instrument)):
            yield words.part(match.start("name"), words.end)


def _is_changed(words: Words) -> bool:
    """Tell whether words are quoted from another agreement, in which they are changed: "for “the 2009
    Regulations” there is substituted"."""
    quoted = words.before.count("“") > words.before.count("”")
    return quoted and _CHANGES.search(words.passage.text.lower()) is not None


def _quoted(instrument: Instrument) -> frozenset[str]:
    """Return what stands in quotes or in bold: a definition of it may have lost its form."""
    return frozenset(match["name"] for _, match in instrument.search(_QUOTED, signs=_MARKS))


def _defines(instrument: Instrument) -> bool:
    """Tell whether an instrument defines the terms that it uses, so that what is not defined is missed."""
    if instrument.once(varies) or instrument.once(has_doubtful_list):
        return False
    in_text: Sequence[object] = [one for one in instrument.definitions if one.kind == "text"]
    return len(listed(instrument)) >= _TERMS or len(in_text) >= _IN_BRACKETS
