"""``clausekit batch``: a document of a template for each row of data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option, output_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clausekit.batch.plan import Tally
    from clausekit.problems import Finding

_MOST_TOLD = 20
"""So many findings, or files, are told of one kind; the rest is counted."""


@click.command()
@click.argument("template", required=False)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="ROWS",
    help="The rows: a workbook (xlsx, xls, ods), CSV, YAML, JSON, or a folder of parameter files.",
)
@click.option(
    "--sheet", metavar="NAME", help="The sheet of the workbook that has the rows. Default: the first."
)
@click.option(
    "--params",
    type=click.Path(path_type=Path),
    metavar="COMMON",
    help="A parameter file with what all rows have in common.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="The folder for the documents.")
@click.option(
    "--name",
    "pattern",
    metavar="PATTERN",
    help='File names, such as "{{ specification.name }}". Default: the first column.',
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes work at it. Default: as many as are of use.",
)
@click.option("--cluster", metavar="ADDRESS", help="Work on the Dask cluster whose scheduler is there.")
@click.option(
    "--combine", type=click.Path(path_type=Path), metavar="FILE", help="Put all into one document too."
)
@click.option("--index", is_flag=True, help="Write index.docx too, a list of the documents.")
@click.option("--pdf", is_flag=True, help="Write a PDF beside each document too; needs LibreOffice.")
@click.option("--force", is_flag=True, help="Overwrite documents even if someone has edited them.")
@click.option(
    "--sheet-for",
    metavar="TEMPLATE",
    help="Write a workbook to fill in for a template, with -o, and make no documents.",
)
@output_option
@library_option
def batch(
    template: str | None,
    data: Path | None,
    sheet: str | None,
    params: Path | None,
    out: Path | None,
    pattern: str | None,
    jobs: int | None,
    cluster: str | None,
    combine: Path | None,
    index: bool,
    pdf: bool,
    force: bool,
    sheet_for: str | None,
    output: Path | None,
    library: Path | None,
) -> None:
    """Make a document of TEMPLATE for each row of the data, into the folder DIR.

    What is there already and would be the same is not made again, so the same command goes on where it was
    stopped, and after a correction makes only what has changed. Rows with faults are told in DIR/errors.csv.
    """
    if sheet_for is not None:
        _write_sheet(sheet_for, output, library)
        return
    if template is None or data is None or out is None:
        raise click.UsageError("Say what to make, of which rows, and where: TEMPLATE --data ROWS --out DIR.")
    from clausekit.batch.basis import read_common
    from clausekit.batch.extras import Wanted
    from clausekit.batch.plan import Plan, Tally
    from clausekit.batch.rows import open_rows
    from clausekit.batch.rows.asking import headings_for
    from clausekit.batch.running import run
    from clausekit.cli.progress import progress
    from clausekit.problems import ClausekitError
    from clausekit.workshop import open_workshop

    workshop = open_workshop(library, near=params or data)
    headings = headings_for(workshop, template)
    rows = open_rows(data, sheet=sheet, headings=headings)
    plan = Plan(
        template=template,
        data=data,
        common=read_common(params, workshop),
        out=out,
        pattern=pattern,
        jobs=jobs,
        cluster=cluster,
        force=force,
        wanted=Wanted(pdf, index, combine),
    )
    tally = Tally()
    try:
        with progress(tally) as show:
            run(workshop, plan, rows, headings, tally, show)
    except KeyboardInterrupt:
        _tell_stopped(tally)
        sys.exit(1)
    except ClausekitError:
        if tally.done:
            _tell_stopped(tally)
        raise
    _tell(tally, out)
    if tally.failures:
        sys.exit(1)


def _write_sheet(template: str, output: Path | None, library: Path | None) -> None:
    from clausekit.batch.sheet_for import sheet_for
    from clausekit.cli.output import refuse_existing
    from clausekit.files import write_atomically
    from clausekit.workshop import open_workshop

    if output is None:
        raise click.UsageError(f"Name the workbook: --sheet-for {template} -o {template}.xlsx.")
    refuse_existing(output)
    write_atomically(output, sheet_for(open_workshop(library, near=output), template))
    click.echo(f"Wrote {output}.")


def _tell_stopped(tally: Tally) -> None:
    click.echo(f"Stopped. {_counts(tally)} The same command goes on from here.", err=True)


def _tell(tally: Tally, out: Path) -> None:
    """Print what has become of the rows: findings to stderr, and a line or two on what is in the folder."""
    from clausekit.batch.failures import alike

    _tell_findings(tally.findings)
    _tell_findings(alike(tally.failures))
    _tell_files("edited since they were made, and left as they are (--force overwrites them)", tally.edited)
    _tell_files("of rows that are gone; delete them if nobody needs them", tally.left_over)
    click.echo(f"{_counts(tally)} The documents are in {out}.")
    if tally.failures:
        click.echo(f"What is wrong with which row stands in {' and '.join(tally.reports)} there.", err=True)


def _tell_findings(findings: Iterable[Finding]) -> None:
    from clausekit.problems import show

    told = list(findings)
    for finding in told[:_MOST_TOLD]:
        click.echo(show(finding), err=True)
    if len(told) > _MOST_TOLD:
        click.echo(f"... and {len(told) - _MOST_TOLD} more.", err=True)


def _tell_files(what: str, names: Iterable[str]) -> None:
    told = list(names)
    if told:
        more = f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
        click.echo(f"Files {what}: {', '.join(told[:_MOST_TOLD])}{more}.", err=True)


def _counts(tally: Tally) -> str:
    counts = (
        (tally.made, "made"),
        (tally.unchanged, "as they were"),
        (len(tally.edited), "edited"),
        (len(tally.failures), "failed"),
    )
    said = ", ".join(f"{count} {what}" for count, what in counts if count) or "none"
    return f"{tally.done} row{'' if tally.done == 1 else 's'}: {said}."
