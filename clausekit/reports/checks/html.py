"""The report as one page of HTML that needs nothing else: findings in the order of the text, to be sifted.

All that documents say is escaped wherever it stands. Without scripts the page is there in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from clausekit.checks.finding import Finding
from clausekit.checks.outcome import Outcome
from clausekit.checks.rules import load
from clausekit.reports.checks.explaining import reasons
from clausekit.reports.checks.paper import beside, rules_grid
from clausekit.reports.checks.telling import (
    LEVELS,
    address,
    counts,
    excerpt,
    level,
    name,
    opening,
    place,
    related,
    title,
)
from clausekit.reports.page import Blocks, escaped, head, own
from clausekit.reports.phrases import one_line, sentence


def write(outcomes: Sequence[Outcome]) -> str:
    """Return the report as a page of HTML."""
    found = [finding for outcome in outcomes for finding in outcome.findings]
    heading = title(outcomes)
    style, script = own("page.css") + own("checks/html.css"), own("checks/html.js")
    return "\n".join(
        [
            *head(heading, style, script),
            *_panel(outcomes, found),
            '<main id="main">',
            f"<h1>{escaped(heading)}</h1>",
            *(line for at, outcome in enumerate(outcomes, start=1) for line in _outcome(outcome, at)),
            *_rules(found),
            "</main>",
            *([f"<script>{script}</script>"] if found else []),
            "</body>",
            "</html>",
            "",
        ]
    )


# what stays in sight


def _panel(outcomes: Sequence[Outcome], found: Sequence[Finding]) -> Iterator[str]:
    """Yield how much was found, where to go, and what to show."""
    yield '<nav class="panel" aria-label="Report">'
    yield f'<p class="opening">{escaped(sentence(counts(outcomes)))}</p>'
    links = [(f"input-{at}", name(outcome)) for at, outcome in enumerate(outcomes, start=1)]
    links += [("rules", "The rules")] if found else []
    items = (f'<li><a href="#{target}">{escaped(words)}</a></li>' for target, words in links)
    yield f"<ul>{''.join(items)}</ul>"
    if found:
        levels = Counter(finding.level for finding in found)
        rules = Counter(finding.rule for finding in found)
        yield '<div class="controls" hidden>'
        yield from _boxes("Levels shown", "level", {one: levels[one] for one in LEVELS if levels[one]})
        yield from _boxes("Rules shown", "rule", dict(sorted(rules.items())))
        yield '<p><output aria-live="polite"></output></p></div>'
    yield "</nav>"


def _boxes(legend: str, kind: str, numbers: Mapping[str, int]) -> Iterator[str]:
    called: Mapping[str, str] = {grade: sentence(words) for grade, words in LEVELS.items()}
    yield f"<details open><summary>{legend}</summary><fieldset><legend>{legend}</legend>"
    for one, number in numbers.items():
        yield f'<label><input type="checkbox" checked data-{kind}="{one}"> {called.get(one, one)} '
        yield f"<span>{number:,}</span></label>"
    yield "</fieldset></details>"


# the findings


def _outcome(outcome: Outcome, at: int) -> Iterator[str]:
    page = Blocks(())
    yield f'<section id="input-{at}" aria-labelledby="input-{at}-heading">'
    yield f'<h2 id="input-{at}-heading">{escaped(name(outcome))}</h2>'
    yield f'<p class="summary"><strong>{escaped(sentence(opening(outcome)))}</strong></p>'
    if outcome.findings:
        yield from page.blocks((rules_grid(outcome),))
    for where, findings in groupby(outcome.findings, key=place):
        yield f'<section class="place"><h3>{escaped(sentence(where))}</h3>'
        yield from map(_finding, findings)
        yield "</section>"
    yield from page.blocks(tuple(beside(outcome)))
    yield "</section>"


def _finding(finding: Finding) -> str:
    words = excerpt(finding)
    at_fault = escaped(words.words) or '<span class="nothing">nothing</span>'
    source = f' <span class="source">{escaped(address(finding))}</span>' if address(finding) else ""
    lines = [
        f'<article class="{finding.level}" data-level="{finding.level}" data-rule="{finding.rule}">',
        f'<p><strong class="level">{sentence(level(finding))}</strong> {escaped(one_line(finding.message))}'
        f' <a class="rule" href="#{finding.rule}">{finding.rule}</a>{source}</p>',
        f"<blockquote>{escaped(words.before)}<mark>{at_fault}</mark>{escaped(words.after)}</blockquote>",
    ]
    if finding.remedy:
        lines.append(f'<p class="remedy">{escaped(one_line(finding.remedy))}</p>')
    if finding.related:
        lines.append(f"<ul>{''.join(f'<li>{escaped(one)}</li>' for one in related(finding))}</ul>")
    return "\n".join((*lines, "</article>"))


def _rules(found: Sequence[Finding]) -> Iterator[str]:
    """Yield what the rules look for that found something, and why that matters."""
    if not found:
        return
    yield '<section id="rules" aria-labelledby="rules-heading"><h2 id="rules-heading">The rules</h2><dl>'
    for id_ in sorted({finding.rule for finding in found}):
        rule = load(id_)
        yield f'<dt id="{id_}"><strong>{id_}</strong> {escaped(rule.title)}</dt>'
        yield f"<dd>{escaped(' '.join(reasons(rule)))}</dd>"
    yield "</dl></section>"
