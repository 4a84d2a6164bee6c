"""What a batch is to do, and what has become of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from clausekit.batch.extras import Wanted
from clausekit.batch.failures import Failure
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a batch is to do: the options of the command.

    ``data`` is the file of rows; ``common`` the parameter file of what they have in common, which may be
    empty. Without ``jobs`` there are as many processes as are of use.
    """

    template: str
    data: Path
    common: YamlFile
    out: Path
    pattern: str | None = None
    jobs: int | None = None
    cluster: str | None = None
    force: bool = False
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def near(self) -> Path:
        """The file beside which the files are that rows attach: one in the folder, if data is a folder."""
        return self.data / "row.yaml" if self.data.is_dir() else Path(self.common.file or self.data)


@dataclass(slots=True)
class Tally:
    """What has become of the rows so far. ``total`` is None if nobody knows yet how many there are.

    ``findings`` tells what is worth knowing of files that were made; ``left_over`` are files in the folder
    that no row makes any more, ``reports`` those that tell of failures.
    """

    total: int | None = None
    made: int = 0
    unchanged: int = 0
    edited: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    left_over: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many rows are done with, in one way or another."""
        return self.made + self.unchanged + len(self.edited) + len(self.failures)
