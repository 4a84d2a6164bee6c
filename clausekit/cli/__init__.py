"""The command line: one file a command; options, one call, print, exit status.

Exit status: 0 done and nothing found; 1 findings or differences where asked for; 2 the input is wrong.
"""

from __future__ import annotations

import os
import sys

import click

from clausekit import __version__
from clausekit.cli.lazy import Lazy, LazyGroup

COMMANDS = {
    "init": Lazy("clausekit.cli.init:init", "Copy the library to a folder, to be edited."),
    "new": Lazy("clausekit.cli.new:new", "Print a commented parameter file to fill in."),
    "draft": Lazy("clausekit.cli.draft:draft", "Make a draft agreement from a parameter file."),
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
    from clausekit.problems import ClausekitError, show

    try:
        cli.main(prog_name="clausekit", standalone_mode=True)
    except ClausekitError as error:
        for finding in error.findings:
            click.echo(show(finding), err=True)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output went away (as "| head" does); point stdout at nothing so that Python's own
        # flush at exit does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
