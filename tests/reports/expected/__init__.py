"""What the reports on the small comparisons are expected to be.

``python -m tests.reports.expected`` writes the files anew; read what changed before you commit it.
"""

from __future__ import annotations

from pathlib import Path

from clausekit.reports import report
from tests.reports import comparisons

FOLDER = Path(__file__).parent
MADE = {
    "nothing": comparisons.nothing,
    "agreement": comparisons.agreement,
    "returned": comparisons.returned,
}
FILES = tuple(f"{name}.{format_}" for name in MADE for format_ in ("text", "md"))


def files() -> dict[str, str]:
    """Return the reports by the name of the file that says what is expected."""
    return {file: report(MADE[file.partition(".")[0]](), file.partition(".")[2]) for file in FILES}


def expected(name: str) -> str:
    """Return what is expected."""
    return (FOLDER / name).read_text("utf-8")
