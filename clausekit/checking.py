"""The order of the stages of a check: an input, its reading, what the rules find, what is let stand.

Raises ClausekitError wherever an input, a baseline or a file of suppressions cannot be used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import get_args

from clausekit.cache import user_cache
from clausekit.checks import baseline as baselines
from clausekit.checks import suppressions as standing
from clausekit.checks.finding import Finding
from clausekit.checks.instrument import Instrument
from clausekit.checks.outcome import Extent, Outcome
from clausekit.checks.running import Options, run_rules, selected
from clausekit.checks.suppressions import Suppression
from clausekit.files import read_text
from clausekit.patterncache import kept_patterns
from clausekit.problems import ClausekitError, Level, Source, attempt
from clausekit.problems import Finding as Problem
from clausekit.proofs import Proof, Word, day_of, open_proof, word_proof
from clausekit.reading import Passage, Reading

_ALL = Options()

_LEVELS: tuple[Level, ...] = get_args(Level)

_OF_WORDING = ("CK-TEXT", "CK-LAW")
"""The rules for a clause of the library: what others would miss or accuse, only a whole draft has."""

_BLANKS = "CK-BLANK"
_BLANKS_NAMED = 12

_AUTHOR = "clausekit"
_NO_DAY = "1980-01-01"

_INSTRUMENT = re.compile(
    r"\b(?:agreement|memorandum|deed|contract|protocol|terms of reference|specification|plan|licence|charter"
    r"|letter|framework|schedules?)\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"(?:this|dated|version|document control|index|(?:table of )?contents)\b", re.IGNORECASE)
"""How lines begin that stand among the first and are no title."""
_OPENING = 40
"""When comments were made on an agreement that does not say its day: the same file gets the same comments."""

_SUPPRESSIONS = {"suppressions": "what is let stand"}
_SUPPRESSION = {
    "rule": "the id of a rule, or the beginning of one",
    "words": "the words at fault",
    "place": "the beginning of the place, as a report names it",
    "reason": "why it may stand",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found in one input; ``word`` is the Word file that it is, or was drafted as."""

    outcome: Outcome
    word: Word | None = None


def check(
    names: Sequence[str],
    options: Options = _ALL,
    *,
    library: Path | None = None,
    suppressions: Sequence[Suppression] = (),
    baseline: Counter[str] | None = None,
) -> tuple[Checked, ...]:
    """Return what the rules find in inputs: Word files, texts, parameter files, clauses.

    A draft of ours is judged as at the day that it was made for, unless ``options`` say another. ``library``
    is the library's folder. What ``baseline`` has is counted, not told. Raises ClausekitError with all that
    is wrong with any input.
    """
    with kept_patterns(user_cache()):
        return _check(names, options, library, suppressions, baseline)


def _check(
    names: Sequence[str],
    options: Options,
    library: Path | None,
    suppressions: Sequence[Suppression],
    baseline: Counter[str] | None,
) -> tuple[Checked, ...]:
    ids = selected(options)
    problems: list[Problem] = []
    read = [attempt(problems, partial(open_proof, name, library, options.as_at)) for name in names]
    if problems:
        raise ClausekitError(dict.fromkeys(problems))
    left = Counter() if baseline is None else Counter(baseline)
    checked = [
        _checked(name, given, options, suppressions, left)
        for name, given in zip(names, read, strict=True)
        if given is not None
    ]
    used = [why for one in checked for _, why in one.outcome.stands]
    if checked and (stale := standing.stale(suppressions, used, ids)):
        last = checked[-1]
        outcome = replace(last.outcome, remarks=(*last.outcome.remarks, *stale))
        checked[-1] = replace(last, outcome=outcome)
    return tuple(checked)


def _checked(
    name: str,
    given: Proof,
    options: Options,
    suppressions: Sequence[Suppression],
    baseline: Counter[str],
) -> Checked:
    """Return what is to be told of an input; what it has of the baseline is taken out of that."""
    found, extent = _found(given, options)
    left, stands = standing.sift(found, suppressions)
    grave = [finding for finding in left if _LEVELS.index(finding.level) <= _LEVELS.index(options.level)]
    told = baselines.new(grave, baseline)
    outcome = Outcome(
        name,
        _title(given.reading, name),
        extent,
        told,
        stands,
        len(grave) - len(told),
        (*given.remarks, *_unread(given.file, given.reading)),
    )
    return Checked(outcome, given.word)


def _found(given: Proof, options: Options) -> tuple[tuple[Finding, ...], Extent]:
    """Return what the rules find in an input at any level, and how much of it they read."""
    if given.wording and not options.select:
        options = replace(options, select=_OF_WORDING)
    ids = selected(options)
    instrument = Instrument(given.reading, given.file, options.as_at or day_of(given.reading))
    found = run_rules(instrument, ids)
    if given.wording:
        # Its lines are those of the wording as it was put together, not of the file.
        found = tuple(replace(finding, line=0) for finding in found)
    clauses = {place.clause for place in instrument.places if place.clause and not place.clause.division}
    return found, Extent(len(clauses), len(instrument.sentences), len(ids))


def check_final(name: str, data: bytes, blanks: Sequence[str]) -> tuple[Problem, ...]:
    """Return what speaks against calling a draft of ours final: errors and blanks, and warnings to be read.

    ``data`` is the draft as a Word file, ``name`` its parameter file, ``blanks`` are the parameters that it
    leaves blank.
    """
    # A blank that a parameter leaves is told with the parameter's name.
    with kept_patterns(user_cache()):
        found, _ = _found(word_proof(data, name), Options(ignore=(_BLANKS,) if blanks else ()))
    problems = [_as_problem(finding) for finding in found if finding.level != "info"]
    return (*problems, _still_blank(name, blanks)) if blanks else tuple(problems)


def _still_blank(name: str, blanks: Sequence[str]) -> Problem:
    number, more = len(blanks), len(blanks) - _BLANKS_NAMED
    named = f"{', '.join(blanks[:_BLANKS_NAMED])}{f' and {more} more' if more > 0 else ''}"
    return Problem(
        "draft-blank",
        f"{number} value{' is' if number == 1 else 's are'} still blank: {named}.",
        Source(name),
        remedy="Give every value before the draft is called final.",
    )


def _as_problem(finding: Finding) -> Problem:
    return Problem(
        finding.rule,
        f"{finding.place}: {finding.message}" if finding.place else finding.message,
        Source(finding.file),
        finding.excerpt.marked("", "").strip(),
        finding.remedy,
        (finding.rule,),
        finding.level,
    )


# what is let stand


def read_baseline(path: Path) -> Counter[str]:
    """Return what a baseline has. Raises ClausekitError if the file is none."""
    return baselines.read(read_text(path), str(path))


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """Return the entries of a file of suppressions (``checks.suppressions`` says how it is written)."""
    from clausekit.library.fields import Fields
    from clausekit.parameters.yamlcache import read_yaml

    yaml = read_yaml(read_text(path), str(path), user_cache())
    problems: list[Problem] = []
    found: list[Suppression] = []
    for place, data in Fields(yaml, yaml.data, "", _SUPPRESSIONS, problems).items("suppressions"):
        entry = Fields(yaml, data, place, _SUPPRESSION, problems)
        entry.need("rule")
        entry.need("reason")
        for problem in _unknown_rule(entry.text("rule")):
            entry.fault(problem.rule, problem.message, "rule", problem.remedy)
        found.append(
            Suppression(
                entry.text("rule"),
                entry.text("reason"),
                entry.text("words"),
                entry.text("place"),
                yaml.source(place),
                yaml.excerpt(place),
            )
        )
    if problems:
        raise ClausekitError(problems)
    return tuple(found)


def _unknown_rule(rule: str) -> Sequence[Problem]:
    problems: list[Problem] = []
    if rule:
        attempt(problems, lambda: selected(Options(select=(rule,))))
    return problems


def _title(reading: Reading, name: str) -> str:
    """Return the heading that names the instrument, else its first heading, else the name of the file."""
    headings = [block for block in reading.body[:_OPENING] if isinstance(block, Passage) and block.heading]
    naming = (one for one in headings if _INSTRUMENT.search(one.words) and not _MADE.match(one.words))
    first = next(naming, next(iter(headings), None))
    return " ".join(first.words.split()) if first else Path(name).name


def _unread(file: str, reading: Reading) -> Iterator[Problem]:
    for what in reading.unread:
        yield Problem("check-unread", f"Not read: {what}.", Source(file), level="info")
    if not reading.structured:
        message = "No clauses were recognised here; what needs them was not looked for."
        yield Problem("check-no-clauses", message, Source(file), level="info")


# Word files


def commented(checked: Checked) -> bytes:
    """Return a copy of the Word file with a comment on the words of each finding; its text is untouched.

    Raises ClausekitError if the input was no Word file.
    """
    from clausekit.formats.docx.commented import Note, comment_on
    from clausekit.reports.checks import comment

    word = checked.word
    if word is None:
        raise ClausekitError(
            Problem(
                "check-no-word-file",
                "Only a Word file, or what is drafted as one, can have comments.",
                Source(checked.outcome.name),
                remedy="Write another report, such as -o checked.html.",
            )
        )
    notes = [
        Note(finding.words.passage, finding.words.start, finding.words.end, comment(finding))
        for finding in checked.outcome.findings
    ]
    day = day_of(word.file.reading) or _NO_DAY
    return comment_on(word.data, word.file, notes, author=_AUTHOR, date=f"{day}T00:00:00Z")


def summary(checked: Checked) -> bytes:
    """Return the summary of a check as a Word file of its own."""
    from clausekit.formats.docx.plain_document import write_plain
    from clausekit.pages import Heading
    from clausekit.reports.checks import title
    from clausekit.reports.checks.paper import summary_blocks

    name = title([checked.outcome])
    return write_plain((Heading(0, name), *summary_blocks([checked.outcome])), name)
