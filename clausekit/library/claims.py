"""Tests what a new version of a clause claims of itself: that its changes are no more than minor, or a patch.

The version number tells readers how much to read, so a claim that is too small misleads them. Only what can
be told from the words is tested, and each test names the words that changed:

* A **patch** is a correction that anyone may take unread. It may not touch a number, a date, an amount, a
  citation, a capitalised term, a value, a condition, a reference or an anchor, put in or take out a
  provision, or change a word on which the meaning turns ("shall", "not", "or", "within" and their like).
* A **minor** change is read as marked-up text. It may put in provisions and duties, and change figures, which
  all stand out there. It may not take out a provision, or take out a duty or a power ("shall", "must",
  "may"), turn it into another or its contrary, or give it to someone else: the last term or value before that
  word in its sentence must stay the same. Text that only moves, or becomes a list, is still there.
* A **major** change may do anything.

Headings count as plain words, and remarks and drafting notes are not compared: none of them is operative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple, TypeAlias

from clausekit.library.clausefile import ClauseFile
from clausekit.library.words import DUTIES, Range, Token, provisions, sentence_at, tokens, words_of
from clausekit.problems import Finding, Source

Span: TypeAlias = tuple[str, int, int, int, int]
"""Kept, replaced, taken out or put in, as difflib says it: a range of old tokens, and one of new."""

_CALLED = {
    "value": "a value",
    "condition": "a condition",
    "reference": "a reference",
    "anchor": "an anchor",
    "definition": "a defined term",
    "provision": "the division into provisions",
    "date": "a date",
    "amount": "an amount",
    "citation": "a citation",
    "number": "a number",
    "term": "a capitalised term",
    "operative": "a word on which the meaning turns",
}


def check_claim(old: ClauseFile, new: ClauseFile, terms: Collection[str]) -> tuple[Finding, ...]:
    """Return what in ``new`` goes beyond the kind of change that it claims to be against ``old``.

    ``terms`` are the library's defined terms, which count as terms also where they begin a sentence.
    """
    change = _Change(old, new, terms)
    if new.change_kind == "patch":
        return tuple(change.beyond_patch())
    if new.change_kind == "minor":
        return tuple(change.beyond_minor())
    return ()


class _Duty(NamedTuple):
    """A duty or a power: the last term or value before it, its words ("shall not"), and the word after."""

    bearer: str
    words: str
    act: str


class _Change:
    """Two versions of a clause, compared token by token."""

    def __init__(self, old: ClauseFile, new: ClauseFile, terms: Collection[str]) -> None:
        self.old, self.new = old, new
        self.before = tokens(old.body, terms)
        self.after = tokens(new.body, terms)

    @cached_property
    def spans(self) -> Sequence[Span]:
        """What was kept, replaced, taken out and put in, as ranges of tokens."""
        matcher = SequenceMatcher(
            None, [t.same for t in self.before], [t.same for t in self.after], autojunk=False
        )
        return matcher.get_opcodes()

    def beyond_patch(self) -> Iterator[Finding]:
        """Find every change that touches more than plain words and marks."""
        for tag, i1, i2, j1, j2 in self.spans:
            if tag == "equal":
                continue
            old = [t.same for t in self.before[i1:i2] if t.kind in _CALLED]
            new = [t.same for t in self.after[j1:j2] if t.kind in _CALLED]
            if old != new:
                touched = [token for token in (*old, *new) if old.count(token) != new.count(token)]
                kind, _ = (touched or old)[0]
                what = f"touches {_CALLED[kind]}: {self._said(i1, i2, j1, j2)}"
                yield self._finding(what, j1, "minor")

    def beyond_minor(self) -> Iterator[Finding]:
        """Find every provision, duty and power that was taken out or became another one."""
        gone: set[int] = set()
        for first, last in self._lost_provisions():
            gone.update(range(first, last))
            words = self._words(self.old, self.before, first, last)
            yield self._finding(f'takes out a provision: "{words}"', self._place_of(first), "major")
        lost: list[tuple[int, Span]] = []
        put_in: Counter[_Duty] = Counter()
        for span in self.spans:
            _, i1, i2, j1, j2 = span
            old = [i for i in range(i1, i2) if self.before[i].text in DUTIES and i not in gone]
            new = [j for j in range(j1, j2) if self.after[j].text in DUTIES]
            if [self.before[i].text for i in old] == [self.after[j].text for j in new]:
                for i, j in zip(old, new, strict=True):
                    yield from self._changed_duty(i, j)
            else:
                lost += [(i, span) for i in old]
                put_in.update(_duty(self.after, j) for j in new)
        for i, (_, i1, i2, j1, j2) in lost:
            duty = _duty(self.before, i)
            if put_in[duty]:  # it only moved
                put_in[duty] -= 1
            else:
                what = f"takes out or turns a duty or a power: {self._said(i1, i2, j1, j2)}"
                yield self._finding(what, j1, "major")

    def _changed_duty(self, i: int, j: int) -> Iterator[Finding]:
        old, new = _duty(self.before, i), _duty(self.after, j)
        if old.words != new.words:
            yield self._finding(f'turns a duty or a power: "{old.words}" is now "{new.words}"', j, "major")
        if old.bearer != new.bearer:
            what = f'before "{new.words}" stood {old.bearer}, and now {new.bearer}'
            yield self._finding(f"changes who bears a duty or has a power: {what}", j, "major")

    def _lost_provisions(self) -> Iterator[Range]:
        """Yield the provisions in whose place there is none, and most of whose words are gone."""
        ranges = provisions(self.before)
        before = [words_of(self.before, bounds) for bounds in ranges]
        after = [words_of(self.after, bounds) for bounds in provisions(self.after)]
        gone = Counter(token.text for token in self.before) - Counter(token.text for token in self.after)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for _, i1, i2, j1, j2 in matcher.get_opcodes():
            lost = [i for i in range(i1, i2) if 2 * (Counter(before[i]) & gone).total() > len(before[i])]
            surplus = max(0, (i2 - i1) - (j2 - j1))
            yield from (ranges[i] for i in lost[:surplus])

    def _place_of(self, i: int) -> int:
        """Return where in the new version the old token stands, or would stand."""
        _, i1, _, j1, j2 = next(span for span in self.spans if span[1] <= i < span[2])
        return min(j1 + i - i1, max(j1, j2 - 1))

    def _said(self, i1: int, i2: int, j1: int, j2: int) -> str:
        old, new = self._words(self.old, self.before, i1, i2), self._words(self.new, self.after, j1, j2)
        if not old:
            return f'"{new}" is put in'
        return f'"{old}" is now "{new}"' if new else f'"{old}" is taken out'

    @staticmethod
    def _words(clause: ClauseFile, listed: Sequence[Token], first: int, last: int) -> str:
        if first == last:
            return ""
        words = " ".join(clause.body[listed[first].start : listed[last - 1].end].split())
        return words if len(words) <= 80 else f"{words[:60]} … {words[-17:]}"

    def _finding(self, what: str, j: int, needed: str) -> Finding:
        start = self.after[min(j, len(self.after) - 1)].start
        index = self.new.body.count("\n", 0, start)
        kind = "a patch" if self.new.change_kind == "patch" else f"a {self.new.change_kind} change"
        return Finding(
            "clause-claim",
            f"Version {self.new.version} is called {kind} of {self.old.version}, but it {what}.",
            Source(self.new.file, self.new.body_line + index),
            self.new.body.split("\n")[index],
            f"Such a change is {'at least ' if needed == 'minor' else ''}{needed}: give the version another "
            "number and kind, or put the old words back.",
        )


def _duty(listed: Sequence[Token], i: int) -> _Duty:
    first, last = sentence_at(listed, i)
    named = (t.text for t in reversed(listed[first:i]) if t.kind in ("term", "value", "definition"))
    bearer = next((f'"{text}"' for text in named), "no term")
    words, *after = (token.text for token in listed[i : min(last, i + 3)])
    if after and after[0] in ("not", "never", "only"):
        words = f"{words} {after.pop(0)}"
    return _Duty(bearer, words, after[0] if after else "")
