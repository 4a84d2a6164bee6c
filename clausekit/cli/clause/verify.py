"""``clausekit clause verify``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.option("--record", is_flag=True, help="Record the digests of approved versions that have none yet.")
@library_option
def verify(record: bool, library: Path | None) -> None:
    """Check that the library keeps its own rules.

    No approved version may have been edited since its digest was recorded; each new version must be of the
    kind that it claims (a patch may not touch a number, a date, shall, must, may or not, or a defined term);
    every head must be sound, and every wording ask for what the library has. Exit status 1 if something is
    found.
    """
    from clausekit.enquiries import unreadable_wording
    from clausekit.library.verify import record_digests
    from clausekit.library.verify import verify as verified
    from clausekit.problems import show
    from clausekit.workshop import open_workshop

    workshop = open_workshop(library)
    clauses = workshop.library
    if record:
        click.echo(f"Recorded {record_digests(clauses)} new digests.")
    findings = (*verified(clauses), *unreadable_wording(workshop))
    for finding in findings:
        click.echo(show(finding))
    if findings:
        raise SystemExit(1)
    click.echo(f"{len(clauses.all())} versions of {len(clauses.ids())} clauses: nothing found.")
