"""Who employs the holder of a post, as a sentence says, where a table of posts has another employer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.parties import Party
from clausekit.checks.rules._shared.parties import called, named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_POST = pattern(r"(?:post|role|job(?: title)?|staff|position)s?", re.IGNORECASE)
_EMPLOYER = pattern(r"(?:employ(?:er|ed by|ing (?:partner|party|body))|employing \w+)", re.IGNORECASE)
_EMPLOYS = r"(?:(?:shall|will|must) )?(?:employs?|continues? to employ)"
_CALLED = pattern(r"[^.;]{0,60}?\((?:together )?[“\"](?:the )?(?P<short>[^”\"]+)[”\"]\)")


class Employed(NamedTuple):
    """A party ``at`` that is told to employ the holder of a post, and the cell that has another employer."""

    at: Words
    post: str
    cell: Words


def employed_otherwise(instrument: Instrument) -> Iterator[Employed]:
    """Yield the parties that are told to employ those who by a table of posts are employed by another."""
    posts = [post for grid in instrument.grids for post in _posts(grid, instrument)]
    if not posts:
        return
    owners = {name: party for party in named_parties(instrument) for name in called(party)}
    if not owners:
        return
    names = "|".join(re.escape(name) for name in sorted(owners, key=len, reverse=True))
    sentence = re.compile(rf"\b(?P<who>{names}) {_EMPLOYS} (?:the |an? |all )?(?P<post>[^.;,()]{{3,60}})")
    for words, match in instrument.search(sentence, "text", "cell", signs=("employ",)):
        short = _CALLED.match(words.passage.text, match.start("post"))
        told = {match["post"].strip().lower(), short["short"].lower() if short else ""}
        rows = [(party, cell) for post, party, cell in posts if _is_told(post, told)]
        if rows and all(party is not owners[match["who"]] for party, _ in rows):
            yield Employed(words.part(*match.span("who")), match["post"].strip(), rows[0][1])


def _is_told(post: str, told: set[str]) -> bool:
    return any(post == one or f"{post}s" == one or one.startswith((f"{post} ", f"{post}s ")) for one in told)


def _posts(grid: Grid, instrument: Instrument) -> Iterator[tuple[str, Party, Words]]:
    """Yield the posts of a table, each with the party that employs its holder."""
    heads = [head.strip() for head in grid.heads]
    post = next((at for at, head in enumerate(heads) if _POST.fullmatch(head)), None)
    employer = next((at for at, head in enumerate(heads) if _EMPLOYER.fullmatch(head)), None)
    if post is None or employer is None:
        return
    employers = dict(grid.column(employer))
    for row, cell in grid.column(post):
        other = employers.get(row)
        for party in named_parties(instrument) if other and other.words else ():
            if other and other.words and other.text.strip().removeprefix("the ") in called(party):
                yield cell.text.strip().lower(), party, other.words
