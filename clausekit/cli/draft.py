"""``clausekit draft``: one parameter file becomes an agreement."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option, output_option, read_day
from clausekit.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clausekit.lock import Upgrade
    from clausekit.pipeline import Made
    from clausekit.problems import Finding
    from clausekit.workshop import Workshop

_BLANKS_NAMED = 12


@click.command()
@click.argument("params", type=click.Path(path_type=Path))
@output_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE, else docx."
)
@click.option(
    "--as-at",
    callback=read_day,
    metavar="DATE",
    help="Take the clauses in force on this day. Default: as_at of PARAMS.",
)
@click.option(
    "--upgrade", is_flag=True, help="Leave the lock: take the newest clauses, and tell what changes."
)
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Give a parameter in place of the file's."
)
@click.option("--notes", is_flag=True, help="Print the drafting notes: the officer's copy.")
@click.option("--plain", is_flag=True, help="Leave out of the Word file all that ties it to its sources.")
@click.option(
    "--final",
    is_flag=True,
    help="Proofread the draft, and write nothing while it has errors or blanks. Without it: no proofreading.",
)
@click.option("--force", is_flag=True, help="Overwrite the file even if someone has edited it.")
@library_option
def draft(
    params: Path,
    output: Path | None,
    format_: str | None,
    as_at: date | None,
    upgrade: bool,
    settings: tuple[str, ...],
    notes: bool,
    plain: bool,
    final: bool,
    force: bool,
    library: Path | None,
) -> None:
    """Make a draft agreement from the parameter file PARAMS.

    Writes the draft beside PARAMS, and PARAMS's .lock.yaml, which names the clause versions used; the next
    draft is made from the same ones.
    """
    import gc

    # A draft builds some ten thousand small objects that all live to the end: collecting them is lost time.
    gc.disable()
    from clausekit.delivery import save
    from clausekit.pipeline import make_draft, typeset
    from clausekit.workshop import open_workshop

    kind = format_ or _format_of(output)
    workshop = open_workshop(library, near=params)
    made = make_draft(workshop, params, as_at=as_at, settings=settings, upgrade=upgrade)
    typed = typeset(workshop, made, kind, notes=notes, plain=plain)
    _tell(made, (*made.findings, *typed.findings), upgrade)
    if final:
        _proofread(workshop, params, made)
    if output is not None and str(output) == "-":
        click.echo(typed.data, nl=False)
        return
    target = output or params.with_suffix(f".{kind}")
    save(params, made.lock, target, typed.data, cache=workshop.cache, force=force)
    click.echo(f"Wrote {target} {_summary(made)}.")


def _format_of(output: Path | None) -> str:
    ending = output.suffix.lstrip(".") if output else ""
    return ending if ending in FORMATS else "docx"


def _tell(made: Made, findings: Iterable[Finding], upgrade: bool) -> None:
    """Print to stderr what the officer should know before the draft is used."""
    from clausekit.problems import show

    for finding in findings:
        click.echo(show(finding), err=True)
    if upgrade and not made.changes:
        click.echo("Nothing changes: every clause is at its newest approved version.", err=True)
    for change in made.changes:
        click.echo(_changed(change), err=True)


def _proofread(workshop: Workshop, params: Path, made: Made) -> None:
    """Print the warnings of a check; raise ClausekitError if there are errors, or blanks."""
    from clausekit.checking import check_final
    from clausekit.pipeline import typeset
    from clausekit.problems import ClausekitError, show

    findings = check_final(str(params), typeset(workshop, made, "docx").data, made.blanks)
    for finding in findings:
        if finding.level != "error":
            click.echo(show(finding), err=True)
    if errors := [finding for finding in findings if finding.level == "error"]:
        raise ClausekitError(errors)


def _changed(change: Upgrade) -> str:
    """Return one line on what the upgrade does to a clause, and its notes."""
    if change.old is None:
        line = f"{change.clause} {change.new} comes in"
    elif change.new is None:
        line = f"{change.clause} {change.old} goes out"
    else:
        kind = change.kind or "the same version, other wording"
        line = f"{change.clause} {change.old} -> {change.new} ({kind})"
    return "\n    ".join([line, *change.notes])


def _summary(made: Made) -> str:
    count = f"({made.clauses} clause{'' if made.clauses == 1 else 's'}"
    if not made.blanks:
        return f"{count}, no blanks)"
    named, more = made.blanks[:_BLANKS_NAMED], len(made.blanks) - _BLANKS_NAMED
    return f"{count}; still blank: {', '.join(named)}{f' and {more} more' if more > 0 else ''})"
