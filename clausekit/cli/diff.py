"""``clausekit diff``: what changed between two versions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option, output_option, read_day
from clausekit.cli.output import refuse_existing, screen, write_file

if TYPE_CHECKING:
    from clausekit.diffing import Changes, Compared

FORMATS = ("text", "md", "html", "json", "docx")
_BY_ENDING = {
    "txt": "text",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "json": "json",
    "docx": "docx",
}


def read_moment(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the moment that an option gives as 2026-04-01 or 2026-04-01T09:30, as Word writes it."""
    if value is None:
        return None
    try:
        return f"{datetime.fromisoformat(value).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    except ValueError:
        message = f'"{value}" is not a date. Write it as 2026-04-01, or as 2026-04-01T09:30.'
        raise click.BadParameter(message, ctx, param) from None


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@output_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE, else text."
)
@click.option(
    "--changes",
    type=click.Choice(("accepted", "rejected")),
    help="Read the tracked changes of the Word files as accepted or rejected. Default: accepted; those of "
    "NEW are kept in a Word report, and edits made without tracking are told apart from them.",
)
@click.option("--author", default="clausekit", show_default=True, help="Whose the tracked changes are.")
@click.option(
    "--date",
    "moment",
    callback=read_moment,
    metavar="DATE",
    help="When the tracked changes were made. Default: the day for which NEW was drafted.",
)
@click.option(
    "--no-comments", is_flag=True, help="Leave out the comments that say why each change came about."
)
@click.option("--ignore-spaces", is_flag=True, help="Pass over changes of blanks alone.")
@click.option(
    "--as-at",
    callback=read_day,
    metavar="DATE",
    help="Draft parameter files with the clauses in force on this day, whatever their locks say. Default: "
    "with their locks, or as_at of each.",
)
@click.option("--exit-code", is_flag=True, help="End with status 1 if anything changed.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@library_option
def diff(
    old: str,
    new: str | None,
    output: Path | None,
    format_: str | None,
    changes: Changes | None,
    author: str,
    moment: str | None,
    no_comments: bool,
    ignore_spaces: bool,
    as_at: date | None,
    exit_code: bool,
    force: bool,
    library: Path | None,
) -> None:
    """Tell what changed from OLD to NEW.

    Each is a parameter file, a lock, a Word file, a text, a clause (family/alternative@1.0.0) or a template;
    of one clause alone the last two versions are compared. A Word report (-o FILE.docx) is NEW with tracked
    changes, and a summary in a file beside it.
    """
    import gc

    # A comparison builds many small objects that all live to the end: collecting them is lost time.
    gc.disable()
    from clausekit.diffing import compare, open_sides
    from clausekit.problems import show

    kind = format_ or _format_of(output)
    if kind == "docx" and output is None:
        raise click.UsageError("A Word report needs a file to be written to, such as -o changes.docx.")
    sides = open_sides(old, new, library, as_at)
    compared = compare(*sides, library=library, changes=changes, ignore_spaces=ignore_spaces)
    for finding in compared.findings:
        click.echo(show(finding), err=True)
    if kind == "docx":
        assert output is not None
        _write_redline(compared, output, author, moment, comments=not no_comments, force=force)
    else:
        _write_report(compared, kind, output, force=force)
    if exit_code and compared.comparison.edits:
        click.get_current_context().exit(1)


def _format_of(output: Path | None) -> str:
    """Return the format of a report by the ending of its file; text if it has none."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    if ending and ending not in _BY_ENDING:
        raise click.UsageError(
            f'There is no report for "{output}". Let its name end in .docx, .html, .md, .json or .txt, or '
            "add --format."
        )
    return _BY_ENDING.get(ending, "text")


def _write_report(compared: Compared, kind: str, output: Path | None, *, force: bool) -> None:
    from clausekit.reports import report

    if output is None or str(output) == "-":
        colour, width = screen(output)
        text = report(compared.comparison, kind, colour=colour, width=width)
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_file(output, report(compared.comparison, kind).encode(), force=force)
    click.echo(f"Wrote {output} {_counts(compared)}.")


def _write_redline(
    compared: Compared, output: Path, author: str, moment: str | None, *, comments: bool, force: bool
) -> None:
    """Write the redline, and its summary beside it; to the screen ("-") the redline alone."""
    from clausekit.diffing import redline, summary

    data = redline(compared, author=author, date=moment, comments=comments)
    if str(output) == "-":
        click.echo(data, nl=False)
        return
    beside = output.with_name(f"{output.stem}-summary.docx")
    for path in (output, beside):
        refuse_existing(path, force=force)
    write_file(output, data, force=force)
    write_file(beside, summary(compared), force=force)
    click.echo(f"Wrote {output} {_counts(compared)} and {beside}.")


def _counts(compared: Compared) -> str:
    counted = len(compared.comparison.headline)
    followed = len(compared.comparison.edits) - counted
    follow = f"; {followed} number{'' if followed == 1 else 's'} and references follow" if followed else ""
    return f"({counted} change{'' if counted == 1 else 's'}{follow})"
