"""A library with one small schedule, "note", for tests of batches, and rows for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.builders import ROOT
from tests.library.sample import clause_text, write_files

PARAMETERS = """\
$schema: https://json-schema.org/draft/2020-12/schema
type: object
additionalProperties: false
properties:
  name: {title: Name of the scheme, type: string, examples: [Falls]}
  amount: {title: Contribution, type: string, format: money, examples: ["£1,000"]}
  start: {title: First day, type: string, format: date, default: 2026-04-01}
  pooled: {title: Whether the fund is pooled, type: boolean, default: true}
  services:
    title: Services
    type: array
    default: []
    items:
      title: A service
      type: object
      additionalProperties: false
      properties:
        name: {title: Name, type: string, examples: [Payroll]}
        fee: {title: Fee, type: string, format: money, default: null}
  attachments:
    title: Files that are attached
    type: array
    default: []
    items:
      title: A file
      type: object
      additionalProperties: false
      properties:
        schedule: {title: Schedule, type: string, examples: [note]}
        file: {title: File, type: string, examples: [map.docx]}
"""
SCHEDULE = """\
title: "Note on {{ name }}"
summary: For a test.
kind: test
binding: true
numbering: schedule-alone
house_style: house-style.docx
outline:
  clauses: [terms/a, services/a]
"""
TERMS = """\
# Terms of {{ name }}

1.  [#fee] The contribution to {{ name }} is {{ amount }}{% if pooled %}, which is pooled{% endif %}.
2.  [[#fee]] applies from {{ start }}[^1].

[^1]: Or later, if {{ name }} is late.
"""
SERVICES = """\
# Services

1.  As [[terms|title]] says, the services are:

    | Service | Fee |
    | --- | ---: |
{% for service in services %}
    | {{ service.name }} | {{ service.fee }} |
{% endfor %}
    | Total | {{ services | total("fee") | nil }} |
"""


def notes_library(root: Path, **clauses: str) -> Path:
    """Write the library into the folder; ``clauses`` are further clauses, or others, by family."""
    texts = {"terms": TERMS, "services": SERVICES, **clauses}
    write_files(
        root,
        {
            "clauses/parameters.yaml": PARAMETERS,
            "templates/numbering.yaml": (ROOT / "templates" / "numbering.yaml").read_text("utf-8"),
            "schedules/note/schedule.yaml": SCHEDULE,
            **{f"clauses/{family}/a/1.0.0.md": clause_text(text) for family, text in texts.items()},
        },
    )
    (root / "templates" / "house-style.docx").write_bytes(
        (ROOT / "templates" / "house-style.docx").read_bytes()
    )
    return root


def row(number: int, **values: Any) -> dict[str, Any]:
    """Return what a row says; rows differ in their values, and every third in its branches."""
    services = [{"name": f"Service {index}", "fee": f"£{number * 10 + index}"} for index in range(number % 3)]
    return {"name": f"Scheme {number}", "amount": f"£{1000 + number}", "services": services, **values}


def write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write the rows into a file of JSON lines."""
    path.write_text("".join(f"{json.dumps(one)}\n" for one in rows), encoding="utf-8")
    return path
