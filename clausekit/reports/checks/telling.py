"""The words of reports on a check: how many findings, what was read, where a finding stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausekit.checks.finding import Excerpt, Finding, Related
from clausekit.checks.outcome import Outcome
from clausekit.problems import Finding as Problem
from clausekit.problems import Level, show
from clausekit.reports.phrases import clean, counted, listed, one_line, sentence

LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "remark"}
"""What findings of each level are called, the gravest first."""


def title(outcomes: Sequence[Outcome]) -> str:
    """Return the title of the report."""
    if len(outcomes) == 1:
        return f"What was found in {one_line(outcomes[0].title) or name(outcomes[0])}"
    return f"What was found in {counted(len(outcomes), 'text')}"


def name(outcome: Outcome) -> str:
    """Return the name of an input."""
    return one_line(outcome.name) or "a text without a name"


def counts(outcomes: Sequence[Outcome]) -> str:
    """Return how many findings there are of each level: "2 errors, 1 warning, 5 remarks"."""
    found = Counter(finding.level for outcome in outcomes for finding in outcome.findings)
    told = [counted(found[level], called) for level, called in LEVELS.items() if found[level]]
    return ", ".join(told) or "no findings"


def opening(outcome: Outcome) -> str:
    """Return what was found in an input, in how much text, and what is not told of it."""
    extent = outcome.extent
    clauses = [counted(extent.clauses, "clause")] if extent.clauses else []
    read = listed([*clauses, counted(extent.sentences, "sentence")])
    by = counted(extent.rules, "rule")
    found = counts([outcome]) if outcome.findings else "Nothing was found"
    return " ".join((f"{found} in {read}, by {by}.", *_untold(outcome)))


def _untold(outcome: Outcome) -> Iterator[str]:
    known, stands = outcome.known, len(outcome.stands)
    if stands:
        yield f"{counted(stands, 'finding is', 'findings are')} let stand for a reason."
    if known:
        yield f"{counted(known, 'finding is', 'findings are')} known from the baseline."


def level(finding: Finding) -> str:
    """Return what a finding is called, with a word on it if it is doubtful."""
    return f"{LEVELS[finding.level]}{' (doubtful)' if finding.confidence == 'doubtful' else ''}"


def place(found: Finding | Related) -> str:
    """Return where something stands: "clause 7.3 (Pooled Funds)"."""
    return one_line(found.place) or "the text before the first heading"


def address(found: Finding | Related) -> str:
    """Return file and line, "" where no line is known."""
    return f"{one_line(found.file)}:{found.line}" if found.line else ""


def excerpt(found: Finding | Related) -> Excerpt:
    """Return the words at fault with those around them, made harmless."""
    words = found.excerpt
    return Excerpt(clean(words.before), clean(words.words), clean(words.after))


def related(finding: Finding) -> Iterator[str]:
    """Yield each other place that matters to a finding, with its words."""
    for one in finding.related:
        at = f", {address(one)}" if address(one) else ""
        yield f"See {place(one)}{at}: {clean(one.excerpt.marked('“', '”')).strip()}"


def remark(problem: Problem) -> str:
    """Return a remark on an input as a person reads it."""
    return clean(show(problem))


def comment(finding: Finding) -> str:
    """Return what a comment on the words of a finding says, a line for each thing."""
    said = f"{sentence(level(finding))}: {one_line(finding.message)}"
    return "\n".join(filter(None, (said, one_line(finding.remedy), *related(finding), finding.rule)))
