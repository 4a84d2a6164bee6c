"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from clausekit.checks import hits

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``."""
    parser.addoption(
        "--accept", action="store_true", help="write what the commands print into tests/messages/README.md"
    )


@pytest.fixture(autouse=True, scope="session")
def _in_one_process() -> Iterator[None]:
    """Rules run in the process of the test: a second one, parted from it for each text, would have to import
    and compile anew what it needs. That two find what one finds is shown in tests/checks/test_hits.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hits, "_can_be_parted", lambda: False)
        yield
