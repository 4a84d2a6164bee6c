"""``clausekit check``: proofread agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option, output_option, read_day
from clausekit.cli.output import refuse_existing, screen, write_file

if TYPE_CHECKING:
    from clausekit.checking import Checked
    from clausekit.checks.outcome import Outcome
    from clausekit.problems import Level

FORMATS = ("text", "json", "sarif", "html", "github", "docx")
_BY_ENDING = {"json": "json", "sarif": "sarif", "html": "html", "htm": "html", "docx": "docx"}


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@output_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), help="Default: by the ending of FILE, else text."
)
@click.option(
    "--as-at",
    callback=read_day,
    metavar="DATE",
    help="Judge by the law of this day. Default: the day a draft was made for, else today.",
)
@click.option(
    "--select", multiple=True, metavar="RULE", help="Run these rules only: an id, or how it begins."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules.")
@click.option(
    "--level",
    type=click.Choice(("error", "warning", "info")),
    default="info",
    show_default=True,
    help="Tell nothing that matters less.",
)
@click.option(
    "--suppressions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML file of what may stand, each with its reason.",
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Tell only what FILE does not have."
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write all findings as a baseline.",
)
@click.option("--explain", metavar="RULE", help="Show a rule, with examples; all: list the rules.")
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@library_option
def check(
    inputs: tuple[str, ...],
    output: Path | None,
    format_: str | None,
    as_at: date | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: Level,
    suppressions: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
    explain: str | None,
    force: bool,
    library: Path | None,
) -> None:
    """Proofread INPUT: Word files, texts, parameter files, or clauses of the library.

    Ends with status 1 if there is an error or a warning. A Word report (-o FILE.docx) is a copy of the one
    Word file with a comment on the very words, and a summary in a file beside it.
    """
    if explain is not None:
        _explain(explain)
        return
    if not inputs:
        raise click.UsageError(
            "Name what is to be checked: a Word file, a text, a parameter file or a clause."
        )
    import gc

    # A check builds many small objects that all live to the end: collecting them is lost time.
    gc.disable()
    from clausekit.checking import check as proofread
    from clausekit.checking import read_baseline, read_suppressions
    from clausekit.checks.running import Options

    kind = format_ or _BY_ENDING.get(output.suffix.lstrip(".").lower() if output else "", "text")
    if kind == "docx" and (output is None or len(inputs) > 1):
        raise click.UsageError("A Word report is of one input, and needs a file: -o checked.docx.")
    checked = proofread(
        inputs,
        Options(select, ignore, level, as_at),
        library=library,
        suppressions=read_suppressions(suppressions) if suppressions else (),
        baseline=read_baseline(baseline) if baseline and not write_baseline else None,
    )
    if write_baseline is not None:
        _write_baseline(checked, write_baseline, force=force)
        return
    if kind == "docx":
        assert output is not None
        _write_commented(checked[0], output, force=force)
    else:
        _write_report([one.outcome for one in checked], kind, output, force=force)
    if not all(one.outcome.is_clean for one in checked):
        click.get_current_context().exit(1)


def _explain(name: str) -> None:
    """Print a rule's help, or a table of all rules."""
    from clausekit.checks.rules import load
    from clausekit.checks.running import Options, selected
    from clausekit.reports.checks.explaining import explanation, table_of_rules

    if name == "all":
        click.echo(table_of_rules(map(load, selected(Options()))))
        return
    click.echo("\n\n".join(explanation(load(id_)) for id_ in selected(Options(select=(name,)))))


def _write_baseline(checked: Sequence[Checked], path: Path, *, force: bool) -> None:
    from clausekit.checks.baseline import dump

    findings = [finding for one in checked for finding in one.outcome.findings]
    write_file(path, dump(findings).encode(), force=force)
    click.echo(f"Wrote {path} ({len(findings)} finding{'' if len(findings) == 1 else 's'}).")


def _write_report(outcomes: Sequence[Outcome], kind: str, output: Path | None, *, force: bool) -> None:
    from clausekit.reports.checks import counts, report

    if output is None or str(output) == "-":
        colour, width = screen(output)
        text = report(outcomes, kind, colour=colour, width=width)
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_file(output, report(outcomes, kind).encode(), force=force)
    click.echo(f"Wrote {output} ({counts(outcomes)}).")


def _write_commented(checked: Checked, output: Path, *, force: bool) -> None:
    """Write the copy with comments, and the summary beside it; to the screen ("-") the copy alone."""
    from clausekit.checking import commented, summary
    from clausekit.reports.checks import counts

    data = commented(checked)
    if str(output) == "-":
        click.echo(data, nl=False)
        return
    beside = output.with_name(f"{output.stem}-summary.docx")
    for path in (output, beside):
        refuse_existing(path, force=force)
    write_file(output, data, force=force)
    write_file(beside, summary(checked), force=force)
    click.echo(f"Wrote {output} ({counts([checked.outcome])}) and {beside}.")
