"""The batch that is measured: scheme specifications of four pages, in rows that differ and branch."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clausekit.parameters.yamlfile import Data

TEMPLATE = "scheme-specification"
COMMON: dict[str, Data] = {
    "template": TEMPLATE,
    "as_at": "2026-04-01",
    "agreement": {"date": "2026-04-01", "status": "Draft 1"},
    "council": {
        "name": "Westmarch County Council",
        "short": "the Council",
        "address": "Shire House, Castle Street, Westmarch, WM1 1AA",
        "execution": "seal",
    },
    "health_bodies": [
        {
            "name": "NHS Westmarch and Dale Integrated Care Board",
            "short": "the ICB",
            "address": "Quay House, Wharf Road, Daleford, WM4 2BB",
            "execution": "seal",
        }
    ],
    "commissioning": {"lead": True, "integrated": True, "aligned": False},
    "funds": {"pooled": True, "non_pooled": False},
}
_TEXTS = {
    **{
        "background": 8,
        "aims": 7,
        "council_functions": 4,
        "nhs_functions": 4,
        "delegation": 3,
        "services": 8,
    },
    **{"beneficiaries": 4, "commissioning": 4, "contracts": 3, "contracting": 4, "access": 5, "audit": 3},
    **{"finance_changes": 2, "fund_management": 4, "financial_management": 6, "vat": 3, "governance": 3},
    **{"health_and_wellbeing_board": 3, "council_staff": 3, "nhs_staff": 3, "assurance": 5, "risk": 4},
    **{"council_approvals": 3, "nhs_approvals": 3, "regulation": 2, "information": 4, "communication": 4},
    **{"duration": 2, "ending": 4, "continuity": 2, "equipment": 2, "debts": 2, "continuing_contracts": 2},
    **{"liabilities": 2, "other": 2},
}
"""How many words each text has."""

_WORDS = (
    *("care", "home", "hospital", "discharge", "support", "reablement", "carers", "community", "team"),
    *("assessment", "service", "people", "district", "review", "joint", "planning", "equipment"),
    *("therapy", "nursing", "provider", "budget", "monthly", "report", "outcomes"),
)


def row(number: int) -> dict[str, Any]:
    """Return what a row says: one fund or two, everything else filled in once."""
    chance = random.Random(number)

    def words(count: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize()

    def money() -> str:
        return f"£{chance.randrange(10_000, 10_000_000):,}"

    def party() -> str:
        return chance.choice(["the Council", "the ICB"])

    funds = [f"Pooled Fund {letter}" for letter in "AB"[: 1 + number % 2]]
    arrangements = ("lead", "integrated", "pooled", "in_house")
    officer = {"address": "Shire House", "telephone": "01632 960201", "email": "office@westmarch.example"}
    return {
        "specification": {
            "name": f"{words(3)} {number}",
            **{name: words(count) for name, count in _TEXTS.items()},
            **{name: chance.choice(["Applies", "Does not apply"]) for name in arrangements},
            "funds": [{"name": fund, "host": party(), "manager": words(2)} for fund in funds],
            "contributions": [
                {"year": "2026/27", "fund": fund, "council": money(), "health": money()} for fund in funds
            ],
            "council_resources": [_resource("Premises", words(2), words(2))],
            "nhs_resources": [_resource("Staff", words(2), words(2))],
            "lead_officers": [
                {"party": short, "office": words(2), **officer} for short in ("the Council", "the ICB")
            ],
        }
    }


def write_common(path: Path) -> Path:
    """Write the parameter file of what all rows have in common: JSON is YAML too."""
    path.write_text(json.dumps(COMMON), "utf-8")
    return path


def write_rows(path: Path, count: int) -> Path:
    """Write so many rows as CSV."""
    cells = [dict(_cells(row(number))) for number in range(count)]
    headings = list(dict.fromkeys(heading for one in cells for heading in one))
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, headings)
        writer.writeheader()
        writer.writerows(cells)
    return path


def _resource(resource: str, details: str, comments: str) -> dict[str, str]:
    return {"resource": resource, "details": details, "charging": "Free of charge", "comments": comments}


def _cells(data: dict[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Yield each heading and what is in its cell."""
    for name, value in data.items():
        heading = f"{place}.{name}" if place else name
        if isinstance(value, dict):
            yield from _cells(value, heading)
        elif isinstance(value, list):
            for number, entry in enumerate(value, 1):
                yield from ((f"{heading} {number} {part}", cell) for part, cell in entry.items())
        else:
            yield heading, value
