"""A batch from its rows to its documents: what is there is passed over, the rest is given out and saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache, partial
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from clausekit.batch.basis import Basis
from clausekit.batch.extras import Extras
from clausekit.batch.failures import ERRORS, Failure, write_failures
from clausekit.batch.folder import Folder, foreign, open_folder
from clausekit.batch.index import INDEX, IndexEntry, entry_of
from clausekit.batch.joining import ParameterSource, joined, located
from clausekit.batch.journal import NAME, Journal, inputs_digest
from clausekit.batch.names import Names
from clausekit.batch.plan import Plan, Tally
from clausekit.batch.pool import Here, Place, available, processes, results
from clausekit.batch.rows import Headings, Row, Rows
from clausekit.batch.rows.messages import how_to_give
from clausekit.batch.work import Order, Outcome, draft_rows
from clausekit.files import read_bytes, sha256
from clausekit.pipeline import TOOL
from clausekit.problems import ClausekitError, Finding
from clausekit.workshop import Workshop

FEW = 100
"""For fewer documents one process is quicker than several, each of which has to load the library first."""

_CHUNK = 16
"""So many rows are given out at a time."""

_WINDOW = 4
"""So many chunks are under way for each process: it works on one, and the next are ready for it."""


_OF_ONE_VALUE = tuple(
    f"parameter-{what}" for what in ("choice", "count", "format", "limit", "pattern", "text", "type")
)
"""What rules say of a value by itself, and not of those that are missing."""


class _Task(NamedTuple):
    row: Row
    output: str
    inputs: str
    attaches: bool


def run(
    workshop: Workshop, plan: Plan, rows: Rows, headings: Headings, tally: Tally, show: Callable[[], None]
) -> None:
    """Make the documents of the rows, and keep the tally; ``show`` is called whenever it has changed.

    Raises ClausekitError with what keeps the whole batch from being made; what was done till then is kept.
    """
    if any(finding.level == "error" for finding in rows.findings):
        raise ClausekitError(rows.findings)
    tally.findings += rows.findings
    plan.wanted.check()
    open_folder(plan.out)
    with Journal(plan.out, plan.template) as journal:
        tally.findings += journal.findings
        columns = headings if rows.paths else None
        batch = _Batch(workshop, plan, columns, journal, tally, show)
        batch.make(rows)
        batch.finish()


class _Batch:
    def __init__(
        self,
        workshop: Workshop,
        plan: Plan,
        headings: Headings | None,
        journal: Journal,
        tally: Tally,
        show: Callable[[], None],
    ) -> None:
        self._workshop = workshop
        self._plan = plan
        self._headings = headings
        self._journal = journal
        self._tally = tally
        self._show = show
        self._told: set[tuple[str, str]] = set()
        self._entries: list[tuple[int, IndexEntry]] = []
        basis = Basis(workshop, plan.template, plan.common, plan.near, journal.as_at)
        self._basis = basis
        self._order = basis.order
        self._is_current = cache(lambda lock, as_at: basis.has(journal.clauses(lock), as_at))
        self._folder = Folder(plan.out, journal, force=plan.force)
        reserved = (NAME, ERRORS, INDEX)
        self._names = Names(plan.pattern, workshop.dictionary.paths(), workshop.cache, reserved)
        journal.begin(basis.order.as_at, TOOL)

    def make(self, rows: Rows) -> None:
        """Make what is to be made of the rows."""
        self._tally.total = rows.count
        tasks = self._tasks(rows)
        first = list(islice(tasks, FEW))
        with self._place(few=len(first) < FEW) as (executor, at_a_time):
            submit = partial(self._submit, executor)
            given_out = results(submit, _chunks(chain(first, tasks)), _WINDOW * at_a_time)
            for chunk, outcomes in given_out:
                for task, outcome in zip(chunk, outcomes, strict=True):
                    self._take(task, outcome)

    def _place(self, *, few: bool) -> AbstractContextManager[Place]:
        if self._plan.cluster:
            return _cluster(self._plan.cluster, self._order)
        return processes(self._order, self._plan.jobs or (1 if few else available()))

    def _submit(self, executor: Executor, chunk: Sequence[_Task]) -> Future[list[Outcome]]:
        if self._plan.cluster and any(task.attaches for task in chunk):
            executor = Here()  # the files are on this machine
        return executor.submit(draft_rows, self._order.identity, [task.row.data for task in chunk])

    def finish(self) -> None:
        """Tell of failures, make what is wanted beside the documents, and tidy up the journal."""
        plan, journal, tally = self._plan, self._journal, self._tally
        tally.failures.sort(key=lambda failure: failure.number)
        written = write_failures(plan.out, plan.data, tally.failures, known=journal.beside["failures"])
        journal.enter_beside("failures", written)
        tally.reports = tuple(written)
        tally.left_over = tuple(self._folder.left_over())
        if plan.wanted:
            extras = Extras(self._workshop, plan.template, plan.out, journal.beside["extras"], plan.force)
            entries = [entry for _, entry in sorted(self._entries, key=itemgetter(0))]
            tally.findings += extras.make(plan.wanted, entries)
            journal.enter_beside("extras", extras.digests)
        journal.compact()

    # rows

    def _tasks(self, rows: Rows) -> Iterator[_Task]:
        """Yield the rows of which a document must be made, and deal with the others."""
        for row in rows:
            try:
                task = self._task(row)
            except ClausekitError as error:
                self._fail(row, error.findings)
                continue
            if row.cannot_be_read:
                yield task  # what is wrong with its other values is told in the same run
                continue
            is_current = partial(self._is_current, as_at=str(row.data.get("as_at") or ""))
            match self._folder.state(task.output, task.inputs, is_current):
                case "to be made":
                    yield task
                case "as it was":
                    self._journal.keep(task.output)
                    self._tally.unchanged += 1
                    self._done(task)
                case "edited":
                    self._journal.keep(task.output)
                    self._tally.edited.append(task.output)
                    self._done(task)

    def _task(self, row: Row) -> _Task:
        """Return what is to be made of a row. Raises ClausekitError if that cannot be told."""
        data = joined(self._plan.common.data, row.data)
        attached = _attached(data, self._plan.near.parent)
        inputs = inputs_digest(self._basis.digest, row.data, attached)
        output = self._names.name(row.number, row.label, data, row.place)
        if not row.cannot_be_read:
            self._tell(row.findings)
        return _Task(row, output, inputs, bool(attached))

    def _take(self, task: _Task, outcome: Outcome) -> None:
        """Save what was made of a row, or note why nothing could be."""
        row, output, inputs, _ = task
        findings = tuple(self._in_the_terms_of(row, finding) for finding in outcome.findings)
        if row.cannot_be_read:
            findings = (*row.findings, *_of_other_values(findings, row))
        if outcome.data is None or row.cannot_be_read:
            self._journal.enter_failure(output, row.name, inputs)
            self._fail(row, findings)
        elif self._folder.save(output, row.name, inputs, outcome.clauses, outcome.data):
            self._tally.made += 1
            self._tell(findings)
            self._done(task)
        else:
            self._journal.keep(output)
            self._fail(row, (foreign(self._plan.out / output),))

    def _done(self, task: _Task) -> None:
        """Note that the document of a row is there."""
        if self._plan.wanted:
            data = joined(self._plan.common.data, task.row.data)
            entry = entry_of(data, self._workshop.dictionary, task.row.label, task.output)
            self._entries.append((task.row.number, entry))
        self._show()

    def _fail(self, row: Row, findings: tuple[Finding, ...]) -> None:
        self._tally.failures.append(Failure(row.number, row.place, findings))
        self._show()

    def _in_the_terms_of(self, row: Row, finding: Finding) -> Finding:
        """Return a finding as someone who fills in rows understands it."""
        source = finding.source
        if finding.rule == "parameter-missing" and isinstance(source, ParameterSource):
            remedy = self._headings and how_to_give(finding.message.partition(" ")[0], self._headings)
            finding = replace(finding, remedy=remedy or finding.remedy)
        return located(finding, row, self._plan.common)

    def _tell(self, findings: Iterable[Finding]) -> None:
        """Note what is worth knowing, once for all rows of which it holds in the same words."""
        for finding in findings:
            if (finding.rule, finding.message) not in self._told:
                self._told.add((finding.rule, finding.message))
                self._tally.findings.append(finding)


def _of_other_values(findings: Iterable[Finding], row: Row) -> Iterator[Finding]:
    """Yield what is wrong with the values of a row but for those that cannot be read: what depends on these
    is not known before they are mended."""
    unread = {finding.source for finding in row.findings}
    for finding in findings:
        if finding.rule in _OF_ONE_VALUE and finding.source not in unread:
            yield finding


def _attached(data: Mapping[str, Any], folder: Path) -> list[str]:
    """Return digests of the files that a row attaches, of those that can be read."""
    listed = data.get("attachments")
    entries = listed if isinstance(listed, list) else []
    files = [entry.get("file") for entry in entries if isinstance(entry, dict)]
    paths = [folder / file for file in files if isinstance(file, str)]
    return [sha256(read_bytes(path)) for path in paths if path.is_file()]


def _chunks(tasks: Iterable[_Task]) -> Iterator[list[_Task]]:
    tasks = iter(tasks)
    while chunk := list(islice(tasks, _CHUNK)):
        yield chunk


def _cluster(address: str, order: Order) -> AbstractContextManager[Place]:
    try:
        from clausekit.batch.cluster import cluster
    except ImportError:
        message = "Work on a cluster needs the package distributed, which is not installed."
        remedy = 'Install it with pip install "clausekit[cluster]", or leave --cluster out.'
        raise ClausekitError(Finding("batch-cluster", message, remedy=remedy)) from None
    return cluster(address, order)
