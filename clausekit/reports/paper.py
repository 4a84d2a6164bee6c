"""The summary for a covering paper as a plain page: every format prints these same blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.edits import ClauseRow, Comparison, Place
from clausekit.pages import Block, Grid, Heading, Para, Run, Runs, grid, para
from clausekit.reports.phrases import FIGURES, clean, counted, numbers, one_line, quoted, where
from clausekit.reports.statements import Statement
from clausekit.reports.summary import NO_DIFFERENCE, Summary, change_words, summarise

_NONE = "–"


def title(comparison: Comparison) -> str:
    """Return the title of the report."""
    old, new = one_line(comparison.old.title), one_line(comparison.new.title)
    return f"What changed in {new}" if old == new else f"What changed from {old} to {new}"


def edit_link(number: int) -> str:
    """Return the name of the place where an edit is told in the text with changes."""
    return f"edit-{number}"


def summary_blocks(comparison: Comparison) -> tuple[Block, ...]:
    """Return the summary, the figures, the table of clauses and the concordance of numbers, below the title.

    A comparison that found no difference gives a sentence that says so, and what is to be known beside it.
    """
    summary = summarise(comparison)
    compared = f"{_name(comparison.old.name)} was compared with {_name(comparison.new.name)}."
    if summary.opening == NO_DIFFERENCE:
        return (Para((Run(NO_DIFFERENCE, bold=True),)), para(compared), *_beside(summary))
    return (
        para(compared),
        Heading(1, "Summary"),
        Para((Run(summary.opening, bold=True),)),
        *_silent(summary),
        *_tracked(summary),
        *_key(summary),
        *_beside(summary),
        *_counts(summary),
        *_figures(summary),
        *_clauses(summary),
        *_concordance(summary),
    )


def _name(name: str) -> str:
    return one_line(name) or "a text without a name"


# what changed


def _silent(summary: Summary) -> Iterator[Block]:
    if summary.silent:
        yield Heading(2, "Changed without tracking")
        changes = sum(len(statement.edits) for statement in summary.silent)
        was, it = ("was", "it") if changes == 1 else ("were", "them")
        warning = (
            f"{counted(changes, 'change')} {was} made without tracking; Word does not show {it} as such."
        )
        yield Para((Run("Warning: ", bold=True), Run(warning)))
        yield from map(_item, summary.silent)


def _tracked(summary: Summary) -> Iterator[Block]:
    if summary.tracked:
        yield Heading(2, "Tracked changes")
        for author in summary.tracked:
            yield Heading(3, f"{author.author}: {counted(len(author.changes), 'change')}")
            for statement, comment in author.changes:
                said = (Run(f" Comment: {quoted(comment, 600)}"),) if comment else ()
                yield Para((*_item(statement).runs, *said), bullet=True)


def _key(summary: Summary) -> Iterator[Block]:
    if summary.key:
        yield Heading(2, "Key changes")
        yield from map(_item, summary.key)


def _item(statement: Statement) -> Para:
    number = Run(f"({statement.numbered})", link=edit_link(statement.edits[0]))
    return Para((Run(f"{statement.text} "), number), bullet=True)


# what else is to be known


def _beside(summary: Summary) -> Iterator[Block]:
    if summary.comments:
        yield Heading(2, "Comments in the new text")
        for comment in summary.comments:
            anchor = f" on {quoted(comment.anchor, 80)}" if comment.anchor.strip() else ""
            author = one_line(comment.author) or "An unnamed author"
            yield para(f"{author}{anchor}: {quoted(comment.text, 600)}", bullet=True)
    if summary.stale or summary.remarks:
        yield Heading(2, "To check")
        for stale in summary.stale:
            yield para(
                f"{where(stale.place)[:1].upper()}{where(stale.place)[1:]} still says {quoted(stale.words)}, "
                f"which was {one_line(stale.was)} and is now {one_line(stale.now)}.",
                bullet=True,
            )
        yield from (para(clean(remark), bullet=True) for remark in summary.remarks)
    if summary.unread:
        yield Heading(2, "Not compared")
        yield from (para(one_line(words), bullet=True) for words in summary.unread)


def _counts(summary: Summary) -> Iterator[Block]:
    yield Heading(2, "Changes by layer")
    rows = [(count.title, f"{count.count:,}") for count in summary.counts]
    if summary.followed:
        rows.append(("Numbers and references that follow (not counted as changes)", f"{summary.followed:,}"))
    yield grid(("Layer", "Changes"), rows)


def _figures(summary: Summary) -> Iterator[Block]:
    if summary.figures:
        yield Heading(2, "Figures, periods and dates")
        rows = tuple(
            (
                _cell(FIGURES[figure.kind]),
                _cell(where(figure.place)),
                _cell(one_line(figure.old) or _NONE),
                _cell(one_line(figure.new) or _NONE),
                (Run(str(figure.edit), link=edit_link(figure.edit)),),
            )
            for figure in summary.figures
        )
        yield Grid(("Kind", "Where", "Was", "Is", "Change"), rows)


# tables of clauses and of numbers


def _clauses(summary: Summary) -> Iterator[Block]:
    if not summary.changed_clauses and not summary.same_clauses:
        return
    yield Heading(1, "Clause by clause")
    if summary.changed_clauses:
        yield _clause_table(summary.changed_clauses)
    if summary.same_clauses:
        same = [row.new or row.old or Place() for row in summary.same_clauses]
        yield para(f"Unchanged ({len(same):,}): {'; '.join(_drawn_together(same))}.")


def _clause_table(rows: Sequence[ClauseRow]) -> Grid:
    versioned = any(row.versions != ("", "") for row in rows)
    header = ("Was", "Is", "What became of it", *(("Library",) if versioned else ()), "Changes")
    return Grid(header, tuple(_clause_row(row, versioned) for row in rows))


def _clause_row(row: ClauseRow, versioned: bool) -> tuple[Runs, ...]:
    edits: Runs = (Run(_NONE),)
    if row.edits:
        edits = (Run(numbers(row.edits), link=edit_link(min(row.edits))),)
    old, new = (one_line(version) for version in row.versions)
    versions = f"{old} to {new}" if old and new and old != new else new or old or _NONE
    return (
        _cell(_clause_name(row.old)),
        _cell("the same" if _clause_name(row.old) == _clause_name(row.new) else _clause_name(row.new)),
        _cell(change_words(row)),
        *((_cell(versions),) if versioned else ()),
        edits,
    )


def _clause_name(place: Place | None) -> str:
    if place is None:
        return _NONE
    return f"{one_line(place.number)} {one_line(place.heading)}".strip() or _NONE


def _drawn_together(found: Sequence[Place]) -> Iterator[str]:
    """Yield the names of places, those of a division together and numbers in a row as a range."""
    divisions: dict[str, list[int]] = {}
    for place in found:
        division, _, inner = one_line(place.number).rpartition(", ")
        if inner.isdecimal():
            divisions.setdefault(division or "clauses", []).append(int(inner))
        else:
            divisions.setdefault(inner or one_line(place.heading), [])
    for name, inside in divisions.items():
        if name == "clauses" and inside:
            yield f"clause{'s' if len(inside) > 1 else ''} {numbers(inside)}"
        else:
            yield f"{name} ({numbers(inside)})" if inside else name


def _concordance(summary: Summary) -> Iterator[Block]:
    if not summary.renumbered and not summary.kept_numbers:
        return
    yield Heading(1, "Concordance of numbers")
    kept = counted(summary.kept_numbers, "number stays as it is", "numbers stay as they are")
    if summary.renumbered:
        yield para(f"{counted(len(summary.renumbered), 'number differs', 'numbers differ')}; {kept}.")
        yield grid(("Was", "Is"), [(one_line(old), one_line(new)) for old, new in summary.renumbered])
    else:
        yield para(f"All numbers stay as they are ({summary.kept_numbers:,}).")


def _cell(text: str) -> Runs:
    return (Run(text),)
