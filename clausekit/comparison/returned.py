"""The tracked changes of a returned draft, as edits by hand with author, date and comment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from clausekit.comparison.edits import Cause, Edit, EditKind
from clausekit.comparison.places import Places
from clausekit.comparison.spots import passages_in
from clausekit.reading import PARAGRAPH_MARK, Block, Passage, Reading, RevisionKind, Tracked

_KINDS: dict[RevisionKind, EditKind] = {
    "inserted": "inserted",
    "deleted": "deleted",
    "moved-from": "moved",
    "moved-to": "moved",
    "formatted": "formatted",
}
_OTHER_HALF: dict[RevisionKind, RevisionKind] = {"moved-from": "moved-to", "moved-to": "moved-from"}


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """A tracked change as an edit, and the passages in which it stands."""

    edit: Edit
    passages: tuple[Passage, ...]


def tracked_edits(reading: Reading, places: Places, first: int) -> Iterator[TrackedEdit]:
    """Yield the tracked changes of a file that was read with them kept, numbered from ``first``.

    Whole paragraphs that came or went together are one edit, and so is a move. A deletion and an insertion of
    one author that follow each other in a paragraph are a replacement. Of a file that was read with them
    accepted or rejected none is told: what they did is in the flows.
    """
    changes = _with_their_marks(reading) if is_kept(reading) else ()
    for number, together in enumerate(_together(changes), start=first):
        passages = tuple(change.passage for change in together if change.passage)
        yield TrackedEdit(_edit(number, together, places), passages)


def by_passage(tracked: Iterable[TrackedEdit]) -> dict[Passage, tuple[Edit, ...]]:
    """Return the edits that stand in each passage."""
    found: dict[Passage, tuple[Edit, ...]] = {}
    for one in tracked:
        for passage in dict.fromkeys(one.passages):
            found[passage] = (*found.get(passage, ()), one.edit)
    return found


def _with_their_marks(reading: Reading) -> tuple[Tracked, ...]:
    """Return the changes, words together with the marks of the paragraphs that came or went with them.

    Whole new paragraphs stand before the passage in which they were read; they belong to the one before that,
    which is of the same clause.
    """
    found: list[Tracked] = []
    for change in reading.tracked:
        last = found[-1] if found else None
        if (
            last
            and last.revision == change.revision
            and last.passage is change.passage
            and (last.text.endswith(PARAGRAPH_MARK) or change.text == PARAGRAPH_MARK)
        ):
            comments = (*last.comments, *change.comments)
            found[-1] = replace(last, text=last.text + change.text, comments=comments)
        else:
            found.append(change)
    before = {later: passage for passage, later in pairwise(passages_in(reading.body))}
    return tuple(
        replace(
            each,
            text=each.text.strip(PARAGRAPH_MARK) or each.text,
            passage=_passage_before(each, before),
        )
        for each in found
    )


def _passage_before(change: Tracked, before: Mapping[Passage, Passage]) -> Passage | None:
    passage, words = change.passage, change.text.strip(PARAGRAPH_MARK)
    is_new_paragraph = change.revision.kind in ("inserted", "moved-to") and words not in ("", change.text)
    return before.get(passage, passage) if passage is not None and is_new_paragraph else passage


def _together(changes: tuple[Tracked, ...]) -> Iterator[tuple[Tracked, ...]]:
    """Yield the changes, both halves of a move or of a replacement together, where the first stands."""
    partners = {**_halves_of_moves(changes), **_halves_of_replacements(changes)}
    told: set[int] = set()
    for place, change in enumerate(changes):
        if place not in told:
            other = partners.get(place)
            told |= {place} if other is None else {place, other}
            yield (change,) if other is None else (change, changes[other])


def _halves_of_moves(changes: tuple[Tracked, ...]) -> dict[int, int]:
    """Return for each half of a move the place of the other: that with the same words."""
    open_halves: dict[tuple[RevisionKind, str], list[int]] = defaultdict(list)
    halves: dict[int, int] = {}
    for place, change in enumerate(changes):
        kind = change.revision.kind
        if kind in _OTHER_HALF:
            if waiting := open_halves[_OTHER_HALF[kind], change.text]:
                other = waiting.pop(0)
                halves[place], halves[other] = other, place
            else:
                open_halves[kind, change.text].append(place)
    return halves


def _halves_of_replacements(changes: tuple[Tracked, ...]) -> dict[int, int]:
    """Return the places of deletions and insertions of one author that follow each other in a paragraph."""
    halves: dict[int, int] = {}
    for place, (one, other) in enumerate(pairwise(changes)):
        if (
            place not in halves
            and {one.revision.kind, other.revision.kind} == {"inserted", "deleted"}
            and one.revision.author == other.revision.author
            and one.passage is other.passage
            and PARAGRAPH_MARK not in one.text + other.text
        ):
            halves[place], halves[place + 1] = place + 1, place
    return halves


def is_kept(reading: Reading) -> bool:
    """Tell whether a text still has tracked changes in it: it was read with them kept."""
    stories = (reading.body, *reading.notes.values(), *reading.margins.values())
    return bool(reading.tracked) and any(_has_revisions(block) for story in stories for block in story)


def _has_revisions(block: Block) -> bool:
    if isinstance(block, Passage):
        return block.revision is not None or any(span.revision for span in block.spans)
    return any(
        row.revision is not None or any(_has_revisions(inner) for cell in row.cells for inner in cell.blocks)
        for row in block.rows
    )


def _edit(number: int, together: tuple[Tracked, ...], places: Places) -> Edit:
    old = next((each for each in together if each.revision.kind not in ("inserted", "moved-to")), None)
    new = next((each for each in together if each.revision.kind not in ("deleted", "moved-from")), None)
    kind = _KINDS[together[0].revision.kind]
    if len(together) > 1 and kind != "moved":
        kind = "replaced"
    revision = together[0].revision
    comments = dict.fromkeys(comment.text for each in together for comment in each.comments)
    return Edit(
        number,
        "hand",
        kind,
        Cause("tracked", revision.author, date=revision.date, note="\n".join(comments)),
        places.of_passage(old.passage) if old and old.passage else None,
        places.of_passage(new.passage) if new and new.passage else None,
        removed=old.text if old else "",
        added=new.text if new else "",
    )
