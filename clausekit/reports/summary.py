"""What a covering paper says of a comparison: found out once, printed by every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clausekit.comparison.edits import ClauseRow, Comparison, Edit, FigureChange, Layer, Stale
from clausekit.reading import Comment
from clausekit.reports.phrases import LAYERS, counted, listed, one_line
from clausekit.reports.statements import Statement, Teller

NO_DIFFERENCE = "The two texts are the same: no difference was found."

UNNAMED = "An unnamed author"


@dataclass(frozen=True, slots=True)
class TrackedBy:
    """What one author changed with tracking, each change with the comments on it."""

    author: str
    changes: tuple[tuple[Statement, str], ...]


@dataclass(frozen=True, slots=True)
class LayerCount:
    """How many edits a layer has."""

    layer: Layer
    count: int

    @property
    def title(self) -> str:
        """What the layer is called."""
        return LAYERS[self.layer]


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of a comparison, in the order in which they are told.

    ``opening`` says in a sentence or two how much changed. ``silent`` are changes of a returned draft that
    were not tracked, ``tracked`` those that were, ``key`` all others. ``comments`` are those that stand in
    the new file and on no tracked change. ``followed`` counts what merely follows.
    """

    opening: str
    silent: tuple[Statement, ...]
    tracked: tuple[TrackedBy, ...]
    key: tuple[Statement, ...]
    comments: tuple[Comment, ...]
    counts: tuple[LayerCount, ...]
    followed: int
    figures: tuple[FigureChange, ...]
    stale: tuple[Stale, ...]
    remarks: tuple[str, ...]
    unread: tuple[str, ...]
    changed_clauses: tuple[ClauseRow, ...]
    same_clauses: tuple[ClauseRow, ...]
    renumbered: tuple[tuple[str, str], ...]
    kept_numbers: int


def summarise(comparison: Comparison) -> Summary:
    """Return the facts that a summary of the comparison tells."""
    teller = Teller(comparison)
    silent = [edit for edit in comparison.headline if edit.cause.kind == "silent"]
    tracked = [edit for edit in comparison.headline if edit.cause.kind == "tracked"]
    others = [edit for edit in comparison.headline if edit.cause.kind not in ("silent", "tracked")]
    per_layer = Counter(edit.layer for edit in comparison.edits)
    followed = per_layer.pop("following", 0)
    notes = {edit.cause.note for edit in tracked}
    return Summary(
        opening=_opening(comparison, per_layer.total(), followed),
        silent=teller.statements(silent),
        tracked=_by_author(teller, tracked),
        key=teller.statements(others),
        comments=tuple(comment for comment in comparison.comments if comment.text not in notes),
        counts=tuple(LayerCount(layer, per_layer[layer]) for layer in LAYERS if per_layer[layer]),
        followed=followed,
        figures=comparison.figures,
        stale=comparison.stale,
        remarks=comparison.remarks,
        unread=comparison.unread,
        changed_clauses=tuple(row for row in comparison.clauses if _changed(row)),
        same_clauses=tuple(row for row in comparison.clauses if not _changed(row)),
        renumbered=comparison.renumbered,
        kept_numbers=len(comparison.concordance) - len(comparison.renumbered),
    )


def _opening(comparison: Comparison, changes: int, followed: int) -> str:
    follows = counted(followed, "number or reference", "numbers and references")
    if not changes:
        return f"Nothing changed but what merely follows: {follows}." if followed else NO_DIFFERENCE
    clauses = sum(map(_changed, comparison.clauses))
    found = f" in {counted(clauses, 'clause or schedule', 'clauses and schedules')}" if clauses else ""
    opening = f"There {'is' if changes == 1 else 'are'} {counted(changes, 'change')}{found}."
    return (
        f"{opening} Besides, {follows} merely follow{'s' if followed == 1 else ''}." if followed else opening
    )


def _changed(row: ClauseRow) -> bool:
    return row.change != "same" or row.moved


def _by_author(teller: Teller, tracked: Iterable[Edit]) -> tuple[TrackedBy, ...]:
    authors: dict[str, list[Edit]] = {}
    for edit in tracked:
        authors.setdefault(one_line(edit.cause.name) or UNNAMED, []).append(edit)
    return tuple(
        TrackedBy(author, tuple((teller.one(edit), edit.cause.note) for edit in edits))
        for author, edits in authors.items()
    )


def change_words(row: ClauseRow) -> str:
    """Return in a few words what became of a clause."""
    turns = {
        "same": "words unchanged",
        "changed": "changed",
        "inserted": "added",
        "deleted": "removed",
        "swapped": "swapped for an alternative",
    }
    words = ["moved"] if row.moved else []
    words.append(turns[row.change])
    if row.split:
        words.append(f"split; parts now in {listed([place.number or place.heading for place in row.split])}")
    if row.joined:
        words.append(f"joined with {listed([place.number or place.heading for place in row.joined])}")
    return one_line("; ".join(words))
