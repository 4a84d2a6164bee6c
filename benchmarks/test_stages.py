"""The time of each stage of a draft on the example matter: ``pytest benchmarks``.

The whole process, beside its peers, is timed by ``python -m benchmarks.whole_process``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from clausekit.definitions import settle
from clausekit.formats import FORMATS
from clausekit.numbering import number
from clausekit.pipeline import Made, make_draft, typeset
from clausekit.references import resolve
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parent.parent
MATTER = ROOT / "templates" / "section-75-agreement" / "examples" / "leicestershire-2019-20.yaml"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAUSEKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_workshop(ROOT)


@pytest.fixture(scope="module")
def made(workshop: Workshop) -> Made:
    return make_draft(workshop, MATTER, upgrade=True)


def test_a_draft_with_a_warm_cache(benchmark: BenchmarkFixture, workshop: Workshop, made: Made) -> None:
    again = benchmark(make_draft, workshop, MATTER, upgrade=True)
    assert again.draft == made.draft


def test_finding_uses_and_definitions(benchmark: BenchmarkFixture, made: Made) -> None:
    settled, findings = benchmark(settle, made.draft.document)
    assert findings == []
    assert settled == made.draft.document


def test_numbering(benchmark: BenchmarkFixture, made: Made) -> None:
    assert benchmark(number, made.draft.document, made.draft.scheme) == made.draft.numbers


def test_resolving_references(benchmark: BenchmarkFixture, made: Made) -> None:
    references, _ = benchmark(resolve, made.draft.document, made.draft.numbers)
    assert references == made.draft.references


@pytest.mark.parametrize("kind", FORMATS)
def test_a_format(benchmark: BenchmarkFixture, workshop: Workshop, made: Made, kind: str) -> None:
    assert benchmark(typeset, workshop, made, kind)
