"""Terms that running text defines in quotes: in brackets, before "means", as an abbreviation of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

QUOTED = pattern(r"“([^“”]{1,80})”|\"([^\"]{1,80})\"|(?<!\w)[‘']([^‘’']{1,60})[’'](?!\w)")
_BRACKETS = pattern(r"\(([^()]{1,240})\)")
_FIRST_IN_BRACKETS = pattern(r"\((?:the |an? )?$")
_SAYS_MORE = pattern(r"[,;]| (?:or|and)(?:,| (?:in|when|where|while|as)\b)")
_DEFINING = """
the a an each and or and/or together collectively jointly hereinafter hereafter herein referred to as called
known being in this agreement schedule part memorandum document protocol of them both all with which is are
shall be for purposes also individually severally respectively either any one abbreviated below defined
short such annex annexe appendix deed contract section here that capacity
"""
_DEFINING_WORDS = frozenset(_DEFINING.split())
"""What may stand beside the term in brackets that define: "(together the “Partners”)"."""
MEANS = r"(?:means?|shall mean|(?:has|have|shall have) the (?:same )?meanings?)\b"
MEANS_AFTER = pattern(rf"[,:]?[ \u00a0\t]*(?:\([^()]{{1,60}}\)[ \u00a0])?{MEANS}")
AND_QUOTED = r"(?:[ \u00a0](?:and|or)[ \u00a0][“\"‘'][^“”\"]{1,60}[”\"’'])?"
_INCLUDES_AFTER = pattern(rf"{AND_QUOTED}(?:{MEANS_AFTER.pattern}|[ \u00a0](?:includes?|refers? to)\b)")
_IS_AFTER = pattern(r"[ \u00a0](?:is|are)[ \u00a0]")
IS_BEFORE = pattern(r"\b(?:is|are|be) (?:(?:together|collectively|jointly|each) )?(?:an? |the )?$")
_COLLECTED_BEFORE = pattern(
    r"\b(?:each|each of them|together|collectively|jointly|known|called|referred to)"
    r"(?: in this \w+)? (?:as )?(?:an? |the )?$",
    re.IGNORECASE,
)
_TOGETHER_BEFORE = pattern(r"\b(?:together|collectively|jointly),? (?:being |as )?the $", re.IGNORECASE)
"""What stands before a name for all, outside of brackets: "by its name or, together, the “Bodies”"."""
CALLED_BEFORE = pattern(
    r"\b(?:(?:is|are|be|hereinafter) (?:together |collectively |jointly |each )?(?:called|known(?: here)? as)"
    r"|referred to (?:in this \w+ )?(?:together |collectively )?as) (?:an? |the )?$"
)
_EACH_BEFORE = pattern(r"\b[Ee]ach(?: of (?:them|us))? $")
_ANY_ONE = pattern(r"an? [A-Z]")
_FOR_AFTER = pattern(r",? (?:for|being) (?:the )?[A-Z]")
BEGINS = pattern(r"(?:^|[.;:] )(?:An? |The |References? to (?:an? |the )?)?$")
_ABBREVIATED = pattern(
    r"(?P<name>[A-Z][\w’'-]*(?:[ \u00a0](?:of|and|for|the|&|in|[A-Z][\w’'-]*)){1,9})[ \u00a0]"
    r"\((?P<short>[A-Z][A-Za-z&]{1,9})\)"
)
ARTICLE = pattern(r"(?:the|a|an|each|that)[ \u00a0](?=\S)", re.IGNORECASE)
_TITLED = pattern(
    r"\b(?:packages?|courses?|modules?|leaflets?|booklets?|articles?|papers?|letters?|(?:en)?titled) $"
)


def terms_in_brackets(passage: Passage) -> Iterator[tuple[Words, tuple[str, ...]]]:
    """Yield the terms that brackets in running text define; "or" between them makes variants of one."""
    for bracket in _BRACKETS.finditer(passage.text, passage.typed):
        quoted = list(QUOTED.finditer(passage.text, bracket.start() + 1, bracket.end() - 1))
        if not quoted or _is_a_title(passage, bracket, quoted[0]):
            continue
        if not _only_defines(QUOTED.sub(" ", bracket[1])):
            yield from ((words, ()) for words in _in_some_capacity(passage, bracket, quoted))
            continue
        terms = [_words(passage, match) for match in quoted]
        alternatives = len(terms) > 1 and re.fullmatch(
            r"[,;]?\s*(?:or|and/or)\s*(?:the|a|an)?\s*", passage.text[quoted[0].end() : quoted[1].start()]
        )
        if alternatives:
            yield terms[0], tuple(words.text for words in terms[1:])
        else:
            for words in terms:
                yield words, ()


def _in_some_capacity(
    passage: Passage, bracket: re.Match[str], quoted: Sequence[re.Match[str]]
) -> Iterator[Words]:
    """Yield the term with which brackets begin that say more of it, and what they call it besides:
    "(“Dale” or, as described in clause 4, the “Host”)"."""
    first, *others = quoted
    if _FIRST_IN_BRACKETS.match(passage.text, bracket.start(), first.start()) and _SAYS_MORE.match(
        passage.text, first.end()
    ):
        yield _words(passage, first)
        for other in others:
            if passage.text.endswith(" the ", 0, other.start()):
                yield _words(passage, other)


def _is_a_title(passage: Passage, bracket: re.Match[str], quoted: re.Match[str]) -> bool:
    """Tell whether quotes alone in brackets hold the title of what stands before them: a course, a form."""
    before = passage.text[max(passage.typed, bracket.start() - 30) : bracket.start()]
    return quoted.start() == bracket.start() + 1 and _TITLED.search(before) is not None


def terms_in_quotes(passage: Passage, *, in_parties: bool) -> Iterator[tuple[Words, tuple[str, ...]]]:
    """Yield the quoted terms that running text gives a meaning, or that it gives to something.

    “Loss” includes costs. A “Notice” is a letter. The Partner that sends it is a “Sender”. Of the parties it
    may say: each a “Partner” and together the “Partners”.
    """
    for match in QUOTED.finditer(passage.text, passage.typed):
        before = passage.text[max(passage.typed, match.start() - 40) : match.start()]
        defines = (
            _INCLUDES_AFTER.match(passage.text, match.end())
            or (_IS_AFTER.match(passage.text, match.end()) and BEGINS.search(before))
            or IS_BEFORE.search(before)
            or (in_parties and _COLLECTED_BEFORE.search(before))
            or CALLED_BEFORE.search(before)
            or _TOGETHER_BEFORE.search(before)
            or (not before and _FOR_AFTER.match(passage.text, match.end()))
            or (_EACH_BEFORE.search(before) and _ANY_ONE.match(passage.text, match.start() + 1))
        )
        words = _words(passage, match)
        if defines and words.text[:1].isupper():
            yield words, ()


def abbreviations_in(passage: Passage) -> Iterator[tuple[Words, Words]]:
    """Yield the abbreviations of names, with the name: letters of it, in order."""
    if "(" not in passage.text:
        return
    for match in _ABBREVIATED.finditer(passage.text, passage.typed):
        short = match["short"]
        letters = "".join(letter for letter in short if letter.isupper())
        if len(letters) < 2:
            continue
        name = Words(passage, match.start("name"), match.end("name"))
        initials = "".join(word[0] for word in re.findall(r"\w[\w’']*", name.text))
        if _is_spelt_in(letters.lower(), initials.lower()):
            yield Words(passage, match.start("short"), match.end("short")), name


def _is_spelt_in(letters: str, text: str) -> bool:
    """Tell whether letters come in this order in a text."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _only_defines(words: str) -> bool:
    return all(word in _DEFINING_WORDS for word in re.findall(r"[\w/]+", words.lower()))


def _words(passage: Passage, match: re.Match[str]) -> Words:
    group = next(number for number in (1, 2, 3) if match[number] is not None)
    text = match[group]
    article = ARTICLE.match(text)
    begin = match.start(group) + (article.end() if article else 0)
    return Words(passage, begin, match.start(group) + len(text.rstrip(" ,.;")))


def without_article(text: str) -> str:
    """Return the words of a term without an article before them or a mark after them."""
    article = ARTICLE.match(text)
    return text[article.end() if article else 0 :].rstrip(" ,.;")
