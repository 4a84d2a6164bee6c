"""What a check found in small agreements, to be reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clausekit.checks.finding import Finding, Related
from clausekit.checks.instrument import Instrument
from clausekit.checks.outcome import Extent, Outcome
from clausekit.checks.running import run_rules
from clausekit.checks.suppressions import Suppression
from clausekit.problems import Finding as Problem
from clausekit.problems import Source
from clausekit.texts import read

AGREEMENT = """\
# Agreement on a Fund

1. Term

1.1 This agreement ends on 31 April 2027, unless the Council and the Trust agree in writing before that
day on another.

1.2 It begins on 30 February 2026 and is reviewed on 31 June 2026.

2. Accounts

2.1 The Council shall keep the the accounts of the fund.
"""

HOSTILE = "</p><script>alert(1)</script>\x1b[31m\u202e [x](javascript:alert(1)) 100%,a:b"
"""Words that would be markup, a link, a colour or a command somewhere, if a report let them."""

RULES = ("CK-DATE-IMPOSSIBLE", "CK-TEXT-DOUBLED")

REMARK = Problem(
    "text-unsure", "The order of the columns is not sure.", Source("agreement.md", 3), level="info"
)


def outcome(text: str = AGREEMENT, name: str = "agreement.md", rules: Iterable[str] = RULES) -> Outcome:
    """Return what some rules find in an agreement in Markdown."""
    instrument = Instrument(read(text, name, markdown=True).reading, name, date(2026, 11, 1))
    found = run_rules(instrument, tuple(rules))
    return Outcome(name, "Agreement on a Fund", Extent(2, 3, 2), found)


def sifted() -> Outcome:
    """Return an outcome with one finding told, one let stand, one known, and a remark."""
    found = outcome()
    first, second, *_ = found.findings
    why = Suppression("CK-DATE", "The day is in the old lease.", source=Source("stands.yaml", 2))
    doubtful = replace(second, level="info", confidence="doubtful", related=_related(first))
    return replace(found, findings=(doubtful,), stands=((first, why),), known=1, remarks=(REMARK,))


def nothing() -> Outcome:
    """Return an outcome without any finding."""
    return outcome("# Agreement on a Fund\n\n1. Term\n\n1.1 It ends on 30 April 2027.\n")


def hostile() -> Outcome:
    """Return an outcome in which the name, the title, the words and the messages are hostile."""
    found = outcome()
    finding = found.findings[0]
    excerpt = replace(finding.excerpt, before=HOSTILE, words=HOSTILE, after=HOSTILE)
    worst = replace(
        finding,
        message=f"“{HOSTILE}” is wrong.",
        remedy=f"Write “{HOSTILE}”.",
        place=HOSTILE,
        heading=HOSTILE,
        file=f"{HOSTILE}.md",
        excerpt=excerpt,
    )
    why = Suppression("CK-DATE", HOSTILE)
    remark = replace(REMARK, message=f"{HOSTILE}.", excerpt=HOSTILE)
    return Outcome(f"{HOSTILE}.md", HOSTILE, Extent(1, 1, 1), (worst,), ((worst, why),), remarks=(remark,))


def _related(finding: Finding) -> tuple[Related, ...]:
    return (Related(finding.place, finding.file, finding.line, finding.excerpt, finding.words),)
