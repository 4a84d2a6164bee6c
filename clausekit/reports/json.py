"""The report as JSON for other programs; ``diff.schema.json`` beside this file says what is in it."""

from __future__ import annotations

import json
from typing import Any

from clausekit.comparison.edits import ClauseRow, Comparison, Edit, Place, Side
from clausekit.reports.statements import Statement
from clausekit.reports.summary import Summary, summarise

FORMAT = "clausekit-diff"
VERSION = 1


def write(comparison: Comparison) -> str:
    """Return the report as JSON."""
    text = json.dumps(to_json(comparison), ensure_ascii=False, indent=1) + "\n"
    # A file's name may hold half characters, which no encoding can write.
    return text.encode("utf-8", "replace").decode()


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return the report as data."""
    summary = summarise(comparison)
    return {
        "format": FORMAT,
        "version": VERSION,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "summary": _summary(summary),
        "edits": [_edit(edit) for edit in comparison.edits],
        "clauses": [_clause(row) for row in comparison.clauses],
        "concordance": [{"old": old, "new": new} for old, new in comparison.concordance],
        "figures": [
            {
                "kind": figure.kind,
                "old": figure.old,
                "new": figure.new,
                "place": _place(figure.place),
                "edit": figure.edit,
            }
            for figure in comparison.figures
        ],
        "stale": [
            {"place": _place(stale.place), "words": stale.words, "was": stale.was, "now": stale.now}
            for stale in comparison.stale
        ],
        "comments": [
            {"author": comment.author, "date": comment.date, "text": comment.text, "anchor": comment.anchor}
            for comment in comparison.comments
        ],
        "unread": list(comparison.unread),
        "remarks": list(comparison.remarks),
    }


def _side(side: Side) -> dict[str, str]:
    return {"name": side.name, "title": side.title}


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "opening": summary.opening,
        "changes": sum(count.count for count in summary.counts),
        "following": summary.followed,
        "layers": {count.layer: count.count for count in summary.counts},
        "key": [_statement(statement) for statement in summary.key],
        "silent": [_statement(statement) for statement in summary.silent],
        "tracked": [
            {
                "author": tracked.author,
                "changes": [
                    _statement(statement) | {"comment": comment} for statement, comment in tracked.changes
                ],
            }
            for tracked in summary.tracked
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {"text": statement.text, "edits": list(statement.edits)}


def _edit(edit: Edit) -> dict[str, Any]:
    cause = edit.cause
    return {
        "id": edit.id,
        "layer": edit.layer,
        "kind": edit.kind,
        "cause": {
            "kind": cause.kind,
            "name": cause.name,
            "old": cause.old,
            "new": cause.new,
            "change": cause.change,
            "note": cause.note,
            "date": cause.date,
        },
        "old": _place_or_none(edit.old),
        "new": _place_or_none(edit.new),
        "removed": edit.removed,
        "added": edit.added,
        "before": edit.before,
        "after": edit.after,
        "affects": [_place(place) for place in edit.affects],
    }


def _clause(row: ClauseRow) -> dict[str, Any]:
    return {
        "old": _place_or_none(row.old),
        "new": _place_or_none(row.new),
        "change": row.change,
        "moved": row.moved,
        "versions": {"old": row.versions[0], "new": row.versions[1]},
        "edits": list(row.edits),
        "split": [_place(place) for place in row.split],
        "joined": [_place(place) for place in row.joined],
    }


def _place_or_none(place: Place | None) -> dict[str, str] | None:
    return _place(place) if place else None


def _place(place: Place) -> dict[str, str]:
    return {
        "number": place.number,
        "heading": place.heading,
        "clause": place.clause,
        "cell": place.cell,
        "part": place.part,
    }
