"""What SARIF 2.1.0 asks of a log, as far as ours goes: its objects, what each must have, and may have."""

from __future__ import annotations

from typing import Any


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


TEXT = {"type": "string"}
LINE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _object("text", text=TEXT)
ARTIFACT = _object("uri", uri={"type": "string", "pattern": r"^(?:file:///)?[A-Za-z0-9._~/!$&'()*+,;=@%-]*$"})
REGION = _object("startLine", startLine=LINE, snippet=MESSAGE)
PHYSICAL = _object("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOGICAL = _object("fullyQualifiedName", fullyQualifiedName=TEXT, kind=TEXT)
LOCATION = _object(
    "physicalLocation",
    physicalLocation=PHYSICAL,
    logicalLocations=_list(LOGICAL),
    message=MESSAGE,
    id={"type": "integer", "minimum": 0},
)
RESULT = _object(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=_list(LOCATION, 1),
    relatedLocations=_list(LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=_list(_object("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT), 1),
    properties={"type": "object"},
)
RULE = _object(
    "id",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=_object("text", text=TEXT, markdown=TEXT),
    defaultConfiguration=_object("level", level=LEVEL),
)
NOTIFICATION = _object(
    "message",
    descriptor=_object("id", id=TEXT),
    level=LEVEL,
    message=MESSAGE,
    locations=_list(_object("physicalLocation", physicalLocation=PHYSICAL)),
)
RUN = _object(
    "tool results",
    tool=_object("driver", driver=_object("name", name=TEXT, version=TEXT, rules=_list(RULE))),
    invocations=_list(
        _object(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=_list(NOTIFICATION),
        )
    ),
    results=_list(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
)
LOG = _object("version runs", **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": _list(RUN)})
