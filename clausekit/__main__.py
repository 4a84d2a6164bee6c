"""``python -m clausekit``, and the console script."""

import contextlib
import os
import sys

from clausekit import cli


def main() -> None:
    """Run the command line and end the process.

    It ends without taking apart what the process holds, which would take a tenth of the time of a draft and
    serve nobody: everything that is to be kept is written by then.
    """
    status = 0
    try:
        cli.main()
    except SystemExit as end:
        status = int(end.code or 0)
    for stream in (sys.stdout, sys.stderr):
        # Whoever read it has gone away.
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
