"""Which tokens of two texts are the same, so that a reader sees what changed and little more.

The longest common subsequence marks the fewest tokens; then it is made readable without marking notably
more: a term or a citation gives way to its words where that says less, an insertion slides to where a
sentence begins, changes with only punctuation between become one, and a lone "the" between two rewritten
stretches is no match.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from clausekit.comparison.tokens import Token, plain_tokens

_SHORT_SOFT = 3
"""A term of so few words is replaced as a whole if by another term."""
_ISLAND = 2
_SHORES = 14
"""Around a coincidence: so many words marked, old and new, for each word between them."""
_SMALL_WORDS = frozenset(
    (
        *("a", "an", "and", "any", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or"),
        *("such", "that", "the", "this", "to", "with"),
    )
)
_SENTENCE_ENDS = frozenset(".;:")
_MOST_PAIRS = 25_000_000
"""So many pairs of tokens, of two texts of 5,000 each, are compared with each other, and no more."""
_PHRASE = 8
"""A phrase of so many tokens is hardly twice in a text by chance."""

Gap = tuple[int, int, int, int]
"""A stretch of old tokens and one of new ones."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one or more passages, and its tokens."""

    text: str
    tokens: list[Token]


@dataclass(slots=True)
class Run:
    """Tokens that are the same: so many from ``old`` and from ``new`` on."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where it ends among the old tokens."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where it ends among the new tokens."""
        return self.new + self.length


def common_runs(old: Text, new: Text) -> tuple[list[Run], list[Token], list[Token]]:
    """Return the runs of tokens that are the same, and the tokens of both texts that they are runs of.

    Those are the given ones, but for tokens of several words that were cut into their words.
    """
    olds, news = old.tokens, new.tokens
    runs = _longest(olds, news)
    gaps = list(_gaps(runs, len(olds), len(news)))
    old_cuts = [(i, i_end, news[j:j_end]) for i, i_end, j, j_end in gaps]
    new_cuts = [(j, j_end, olds[i:i_end]) for i, i_end, j, j_end in gaps]
    softer = _softened(old, old_cuts), _softened(new, new_cuts)
    if (len(softer[0]), len(softer[1])) != (len(olds), len(news)):
        olds, news = softer
        runs = _longest(olds, news)
    return _without_islands(_slid(runs, olds, news), olds, news), olds, news


def _longest(olds: Sequence[Token], news: Sequence[Token]) -> list[Run]:
    """Return the runs of a longest common subsequence; of very long texts those of a long one."""
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(token.key, len(numbers)) for token in olds]
    new = [numbers.setdefault(token.key, len(numbers)) for token in news]
    return list(_joined(_common(old, new, (0, len(old), 0, len(new)))))


def _common(old: Sequence[int], new: Sequence[int], gap: Gap, phrase: int = _PHRASE) -> Iterator[Run]:
    """Yield the runs of a longest common subsequence of two stretches.

    Where they are too long for that, they are parted by phrases that both have once, ever shorter ones.
    """
    start, end, new_start, new_end = gap
    if (end - start) * (new_end - new_start) > _MOST_PAIRS:
        parts = _between_phrases(old, new, gap, phrase) if phrase > 1 else _in_pieces(gap)
        for part in parts:
            yield from _common(old, new, part, phrase // 2)
        return
    for code in LCSseq.opcodes(old[start:end], new[new_start:new_end]):
        if code.tag == "equal":
            yield Run(start + code.src_start, new_start + code.dest_start, code.src_end - code.src_start)


def _between_phrases(old: Sequence[int], new: Sequence[int], gap: Gap, phrase: int) -> Iterator[Gap]:
    """Yield the first token of each phrase that both stretches have once, in the same order, and what is
    between."""
    start, end, new_start, new_end = gap
    olds, news = (_single_phrases(side, phrase) for side in (old[start:end], new[new_start:new_end]))
    pairs = [(start + i, new_start + news[one]) for one, i in olds.items() if one in news]
    i, j = start, new_start
    for i_next, j_next in _rising(pairs):
        yield i, i_next, j, j_next
        yield i_next, i_next + 1, j_next, j_next + 1
        i, j = i_next + 1, j_next + 1
    yield i, end, j, new_end


def _in_pieces(gap: Gap) -> Iterator[Gap]:
    """Yield halves of two stretches: what they have in common stands about as far on in both."""
    start, end, new_start, new_end = gap
    middle, new_middle = (start + end) // 2, (new_start + new_end) // 2
    yield start, middle, new_start, new_middle
    yield middle, end, new_middle, new_end


def _single_phrases(side: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    """Return where each phrase of so many tokens begins that the text has only once, in order."""
    found: dict[tuple[int, ...], int] = {}
    for at, phrase in enumerate(zip(*(side[shift:] for shift in range(length)), strict=False)):
        found[phrase] = -1 if phrase in found else at
    return {phrase: at for phrase, at in found.items() if at >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longest chain of pairs, given by their first members, in which the second ones rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        last[place : place + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with those joined that follow on each other in both texts."""
    last: Run | None = None
    for run in runs:
        if last is not None and (last.old_end, last.new_end) == (run.old, run.new):
            last.length += run.length
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _gaps(runs: Sequence[Run], old_length: int, new_length: int) -> Iterator[Gap]:
    """Yield what lies before, between and after the runs: ranges of old and new tokens, some empty."""
    i = j = 0
    for run in runs:
        yield i, run.old, j, run.new
        i, j = run.old_end, run.new_end
    yield i, old_length, j, new_length


def _softened(text: Text, cuts: Sequence[tuple[int, int, Sequence[Token]]]) -> list[Token]:
    """Return the tokens; those of several words that changed are cut, unless another takes their place.

    ``cuts`` are the ranges of tokens that changed, each with those that face it in the other text.
    """
    result: list[Token] = []
    done = 0
    for start, end, facing in cuts:
        result += text.tokens[done:start]
        for token in text.tokens[start:end]:
            result += [token] if _stays_whole(token, facing) else plain_tokens(token, text.text)
        done = end
    return result


def _stays_whole(token: Token, facing: Sequence[Token]) -> bool:
    """Tell whether a token of several words is put in, taken out, or replaced by another of its kind."""
    if token.words < 2 or not facing:
        return True
    if token.kind == "figure":
        return any(other.kind == "figure" for other in facing)
    return token.words <= _SHORT_SOFT and any(
        other.kind == "soft" and other.words <= _SHORT_SOFT for other in facing
    )


def _slid(runs: list[Run], olds: Sequence[Token], news: Sequence[Token]) -> list[Run]:
    """Return the runs with each pure insertion or deletion slid to where it reads best."""
    for left, right in pairwise(runs):
        if left.old_end == right.old:
            _slide(left, right, news, left.new_end, right.new)
        elif left.new_end == right.new:
            _slide(left, right, olds, left.old_end, right.old)
    return [run for run in runs if run.length]


def _slide(left: Run, right: Run, side: Sequence[Token], start: int, end: int) -> None:
    """Move tokens from one run to the other so that ``start`` to ``end`` of the side is cut out best."""
    back = 0
    while back < left.length and side[start - back - 1].key == side[end - back - 1].key:
        back += 1
    forth = 0
    while forth < right.length and side[start + forth].key == side[end + forth].key:
        forth += 1
    if not back and not forth:
        return
    shift = max(range(-back, forth + 1), key=lambda by: (_reads(side, start + by, end + by), -abs(by)))
    if back == left.length and not _ends_well(side, start + shift):
        shift = -back
    elif forth == right.length and not _ends_well(side, start + shift):
        shift = forth
    left.length += shift
    right.old, right.new, right.length = right.old + shift, right.new + shift, right.length - shift


def _reads(side: Sequence[Token], start: int, end: int) -> int:
    """Return how well a stretch can be cut out: whole paragraphs best, then sentences, then phrases."""
    before = side[start - 1].key if start else "\n"
    last = side[end - 1].key
    if last == before and side[end - 1].kind == "break":
        return 4
    if before in _SENTENCE_ENDS and last in _SENTENCE_ENDS:
        return 3
    return 1 if before == last == "," else 0


def _ends_well(side: Sequence[Token], start: int) -> bool:
    return start > 0 and side[start - 1].key in _SENTENCE_ENDS


def _without_islands(runs: list[Run], olds: Sequence[Token], news: Sequence[Token]) -> list[Run]:
    """Return the runs without those that are only punctuation or a coincidence between two changes."""
    kept: list[Run] = []
    gaps = list(_gaps(runs, len(olds), len(news)))
    before = _words(olds, gaps[0][0], gaps[0][1]) + _words(news, gaps[0][2], gaps[0][3])
    for run, (old_start, old_end, new_start, new_end) in zip(runs, gaps[1:], strict=True):
        after = _words(olds, old_start, old_end) + _words(news, new_start, new_end)
        island = olds[run.old : run.old_end]
        words = sum(token.words for token in island)
        if _is_island(island, words, before, after):
            before += 2 * words + after
        else:
            kept.append(run)
            before = after
    return kept


def _is_island(island: Sequence[Token], words: int, before: int, after: int) -> bool:
    if any(token.kind not in ("word", "mark") for token in island) or not before or not after:
        return False
    if not words:
        return len(island) <= _ISLAND and not any(token.key in _SENTENCE_ENDS for token in island)
    small = all(token.kind == "mark" or token.key in _SMALL_WORDS for token in island)
    return small and words <= _ISLAND and min(before, after) >= 4 and before + after >= _SHORES * words


def _words(side: Sequence[Token], start: int, end: int) -> int:
    return sum(token.words for token in side[start:end])
