"""The command line: one file a command; options, one call, print, exit status.

Exit status: 0 done and nothing found; 1 findings or differences where asked for; 2 the input is wrong; 3 a
fault of clausekit's own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from clausekit import __version__
from clausekit.cli.lazy import Lazy, LazyGroup

COMMANDS = {
    "init": Lazy("clausekit.cli.init:init", "Copy the library to a folder, to be edited."),
    "new": Lazy("clausekit.cli.new:new", "Print a commented parameter file to fill in."),
    "draft": Lazy("clausekit.cli.draft:draft", "Make a draft agreement from a parameter file."),
    "batch": Lazy("clausekit.cli.batch:batch", "Make a document for each row of a spreadsheet."),
    "diff": Lazy("clausekit.cli.diff:diff", "Tell what changed between two versions."),
    "check": Lazy("clausekit.cli.check:check", "Proofread an agreement."),
    "schema": Lazy("clausekit.cli.schema:schema", "Print what a template asks for, as JSON Schema."),
    "clause": Lazy("clausekit.cli.clause:clause", "Look into the library of clauses."),
    "template": Lazy("clausekit.cli.template:template", "Look at the templates."),
}

cli = LazyGroup(
    "clausekit",
    COMMANDS,
    help="""Draft partnership agreements between councils and the NHS from a versioned library of clauses.

    Start with: clausekit template list""",
)
cli = click.version_option(__version__, prog_name="clausekit")(cli)


def main() -> None:
    """Run the command line; whatever happens, end with a message and an exit status, never a traceback."""
    try:
        cli.main(prog_name="clausekit", standalone_mode=True)
    except Exception as error:
        _end_with(error)


def _end_with(error: Exception) -> NoReturn:
    from clausekit.problems import ClausekitError, show

    match error:
        case ClausekitError():
            _fail(2, *map(show, error.findings))
        case OSError():
            _fail(2, _os_fault(error))
        case _:
            _fail(3, _own_fault(error))


def _fail(status: int, *messages: str) -> NoReturn:
    for message in messages:
        click.echo(message, err=True)
    sys.exit(status)


def _os_fault(error: OSError) -> str:
    """Return what the system refused: a name that it does not take or, if it names no file, our output.

    Any other trouble with a file is a finding, and a reader that goes away ("| head") is click's business.
    """
    reason = error.strerror or str(error)
    if error.filename is None:
        return f"error: The output cannot be written: {reason}."
    return f"{error.filename}: error: This name cannot be used: {reason}."


def _own_fault(error: Exception) -> str:
    from traceback import extract_tb

    *_, last = extract_tb(error.__traceback__)
    place = f"{Path(last.filename).name}:{last.lineno}"
    return (
        f"error: clausekit has a fault of its own ({type(error).__name__} at {place}: {error}).\n"
        "  It is not your doing. Please report this line, and if you may the files with which it came about."
    )
