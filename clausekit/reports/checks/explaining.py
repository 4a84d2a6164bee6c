"""The help on rules: what one finds and why it matters, with its examples; all of them in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.checks.rule import Rule
from clausekit.reports.lines import wrapped

_WIDTH = 80
_INDENT = "    "


def explanation(rule: Rule) -> str:
    """Return the help on a rule as text."""
    heading = f"{rule.id} ({rule.level})"
    return "\n".join(
        (
            heading,
            "=" * len(heading),
            wrapped(f"{rule.title}.", _WIDTH),
            "",
            *(wrapped(sentence, _WIDTH) for sentence in reasons(rule)),
            "",
            "It finds what stands between ⟦ ⟧ here:",
            "",
            *_example(rule.fails),
            "",
            "It finds nothing here:",
            "",
            *_example(rule.passes),
        )
    )


def reasons(rule: Rule) -> Iterator[str]:
    """Yield why a rule matters, and where it leaves a fault to other rules."""
    yield rule.why
    if rule.yields_to:
        yield f"Words in which {' or '.join(sorted(rule.yields_to))} finds a fault are left to that rule."


def table_of_rules(rules: Iterable[Rule]) -> str:
    """Return a table of rules, one a line: id, level, what it finds."""
    rules = list(rules)
    widest = max((len(rule.id) for rule in rules), default=0)
    return "\n".join(f"{rule.id:<{widest}}  {rule.level:<7}  {rule.title}" for rule in rules)


def _example(text: str) -> Iterator[str]:
    for line in text.strip("\n").split("\n"):
        yield f"{_INDENT}{line}".rstrip()
