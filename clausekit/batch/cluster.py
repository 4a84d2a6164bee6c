"""The work of a batch on a Dask cluster that is there already; needs the extra ``cluster``.

Each worker is sent the library once, and so is one that joins later or comes back after it was killed. The
cluster does again what a lost worker had under way; only this process writes files, so none is written twice,
and the workers need not share a disk with it. Rows that attach files are made in this process.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import distributed
from distributed import Client, KilledWorker, Worker, WorkerPlugin
from distributed.comm.core import CommClosedError

from clausekit import __version__
from clausekit.batch.pool import Place
from clausekit.batch.work import Order, accept
from clausekit.library import MARKER
from clausekit.problems import ClausekitError, Finding

Result = TypeVar("Result")

_FOLDERS = ("clauses", "templates", "schedules")
_WAIT = "10s"


@contextmanager
def cluster(address: str, order: Order) -> Iterator[Place]:
    """Give the cluster with that address, ready for the order.

    Raises ClausekitError if there is no cluster, or if it fails.
    """
    try:
        client = Client(address, timeout=_WAIT)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClausekitError(_no_cluster(address, error)) from None
    accept(order)
    try:
        _deliver(client, order, address)
        yield Place(Workers(client), sum(client.nthreads().values()) or 1)
    except (KilledWorker, CommClosedError, CancelledError) as error:
        raise ClausekitError(_failed(address, error)) from None
    finally:
        client.close()


class Workers(Executor):
    """Does tasks on the workers of a cluster.

    The executor that distributed has itself takes a result for an error if the worker that made it is lost
    before it is fetched; asking for the result lets the cluster make it again.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def submit(self, task: Callable[..., Result], /, *arguments: Any, **named: Any) -> Future[Result]:
        """Return the future of a task that is under way."""
        return _UnderWay(self._client.submit(task, *arguments, pure=False, **named))


class _UnderWay(Future[Result]):
    """What a worker will return; it is fetched when it is asked for."""

    def __init__(self, task: distributed.Future[Result]) -> None:
        super().__init__()
        self._task = task

    def result(self, timeout: float | None = None) -> Result:
        """Return what the worker has made, or raise its error."""
        made: Result = self._task.result(timeout)
        return made


def _deliver(client: Client, order: Order, address: str) -> None:
    try:
        others = set(client.run(version, "clausekit").values()) - {__version__}
    except ImportError:
        raise ClausekitError(_without_clausekit(address)) from None
    if others:
        raise ClausekitError(_other_version(address, others))
    client.register_plugin(Delivery(order), name=f"clausekit-{order.identity}")


class Delivery(WorkerPlugin):
    """Brings an order with its library to each worker."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._files = {
            path.relative_to(order.library).as_posix(): zlib.compress(path.read_bytes())
            for name in (MARKER, *_FOLDERS)
            for path in sorted(
                (order.library / name).rglob("*") if name in _FOLDERS else [order.library / name]
            )
            if path.is_file()
        }

    def setup(self, worker: Worker) -> None:
        """Unpack the library in the worker's own folder."""
        library = Path(worker.local_directory) / f"clausekit-{self._order.identity}"
        for name, data in self._files.items():
            path = library / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(zlib.decompress(data))
        accept(replace(self._order, library=library))


def _without_clausekit(address: str) -> Finding:
    return Finding(
        "batch-cluster",
        f"The workers of the cluster at {address} have no clausekit.",
        remedy="Install the same version there as here.",
    )


def _other_version(address: str, others: Iterable[str]) -> Finding:
    return Finding(
        "batch-cluster",
        f"Workers of the cluster at {address} have clausekit {', '.join(sorted(others))}; "
        f"this is {__version__}.",
        remedy="Install the same version there as here, so that all documents are made alike.",
    )


def _failed(address: str, error: BaseException) -> Finding:
    return Finding(
        "batch-cluster",
        f"The cluster at {address} could not do the work: {error}.",
        remedy="Look into the logs of its workers, then run the same command again: it goes on from here.",
    )


def _no_cluster(address: str, error: Exception) -> Finding:
    return Finding(
        "batch-cluster",
        f"There is no cluster at {address}: {error or 'it did not answer'}.",
        remedy="Check the address, for example tcp://scheduler:8786, and that the scheduler runs.",
    )
