"""The summary of a check as a plain page, for the file: what was found, what is let stand and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausekit.checks.outcome import Outcome
from clausekit.pages import Block, Grid, Heading, Para, Run, grid, para
from clausekit.reports.checks.telling import LEVELS, excerpt, level, name, opening, place, remark
from clausekit.reports.phrases import one_line, quoted, sentence


def summary_blocks(outcomes: Sequence[Outcome]) -> tuple[Block, ...]:
    """Return the summary of what was found in some inputs, below the title."""
    return tuple(block for outcome in outcomes for block in _of_one(outcome, several=len(outcomes) > 1))


def _of_one(outcome: Outcome, *, several: bool) -> Iterator[Block]:
    if several:
        yield Heading(1, one_line(outcome.title) or name(outcome))
    yield para(f"{name(outcome)} was proofread.")
    yield Para((Run(sentence(opening(outcome)), bold=True),))
    if outcome.findings:
        yield Heading(2, "Findings")
        yield _findings(outcome)
        yield Heading(2, "By rule")
        yield rules_grid(outcome)
    yield from beside(outcome)


def beside(outcome: Outcome) -> Iterator[Block]:
    """Yield what is let stand, with its reasons, and the remarks on the input."""
    if outcome.stands:
        yield Heading(2, "Let stand")
        yield grid(
            ("Where", "Words", "Rule", "Why it may stand"),
            [
                (place(finding), quoted(finding.excerpt.words), finding.rule, one_line(standing.reason))
                for finding, standing in outcome.stands
            ],
        )
    if outcome.remarks:
        yield Heading(2, "To be known")
        yield from (para(one_line(remark(problem)), bullet=True) for problem in outcome.remarks)


def rules_grid(outcome: Outcome) -> Grid:
    """Return how many findings there are of each rule, the gravest and most frequent first."""
    found = Counter((finding.level, finding.rule) for finding in outcome.findings)
    order = list(LEVELS)
    rows = sorted(found.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1]))
    return grid(("Rule", "Level", "Findings"), [(rule, LEVELS[grade], f"{n:,}") for (grade, rule), n in rows])


def _findings(outcome: Outcome) -> Block:
    return grid(
        ("Where", "Words", "What is wrong", "Level and rule"),
        [
            (
                sentence(place(finding)),
                quoted(excerpt(finding).words),
                f"{one_line(finding.message)} {one_line(finding.remedy)}".strip(),
                f"{level(finding)}, {finding.rule}",
            )
            for finding in outcome.findings
        ],
    )
