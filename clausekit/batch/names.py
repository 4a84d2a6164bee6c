"""File names: what a pattern comes to for a row, made safe on Windows, macOS and Linux.

A name says nothing about folders, is no name that a system keeps for itself, fits every file system, and has
no signs that cannot be seen. Two rows never get one name, in whatever capitals or accents it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from clausekit.batch.register import Register
from clausekit.cache import Cache
from clausekit.marks import LINE_CLOSE, LINE_OPEN, VALUE_CLOSE, VALUE_OPEN
from clausekit.parameters.values import BlankValue, Record, Series, TextValue, Value, WholeValue
from clausekit.problems import ClausekitError, Finding, Source, nearest
from clausekit.rendering.engine import Engine

ENDING = ".docx"
_PLACE = Source("--name")
_LONGEST = 255
"""Bytes in UTF-8 on Linux; on Windows and macOS as many units of UTF-16, which never are more."""

_LONGEST_LABEL = 80
_SEPARATORS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_VALUE = re.compile(f"{VALUE_OPEN}([0-9]+){VALUE_CLOSE}")
_LINE = re.compile(f"{LINE_OPEN}[0-9]+{LINE_CLOSE}")

_Asked: TypeAlias = "dict[str, _Asked]"
"""Names of parameters, each with those inside it that are wanted; without any, all are."""

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


class Names:
    """Gives each row of a run its file name, and remembers which were given.

    ``pattern`` is Jinja, such as "{{ specification.name }} {{ row }}": the parameters of the row, and its
    number as ``row``. Without one, a row's file has the row's label as its name. ``reserved`` are names in
    the same folder that no row may have; ``known`` the paths of all parameters, with [] for entries of lists.
    Raises ClausekitError if the pattern cannot be used.
    """

    def __init__(
        self, pattern: str | None, known: Iterable[str], cache: Cache, reserved: Iterable[str] = ()
    ) -> None:
        self._pattern = pattern.removesuffix(ENDING) if pattern is not None else None
        self._engine = Engine(cache)
        self._taken = Register()
        for name in reserved:
            self._taken.put(_folded(name), 0)
        self._asked: _Asked = {}
        if self._pattern is not None:
            used = self._engine.parameters_used(self._pattern)
            self._asked = _asked({path.partition("[")[0] for path in used})
            _refuse_separators(self._pattern)
            self._refuse_unknown(self._pattern, frozenset(known))

    def name(self, number: int, label: str, data: Mapping[str, Any], place: Source) -> str:
        """Return the file name of a row with that number, label and data.

        Raises ClausekitError if the pattern asks for what the row does not give, if nothing is left of the
        name, or if another row has the same one; the findings are at ``place``.
        """
        stem = _label_stem(number, label) if self._pattern is None else self._stem(number, data, place)
        name = safe_name(stem)
        if name is None:
            remedy = "Give the row a name of letters or figures, or another pattern with --name."
            raise ClausekitError(
                Finding("name-empty", "No file can have this row's name.", place, stem, remedy)
            )
        folded = _folded(name)
        other = self._taken.get(folded)
        if other is not None:
            raise ClausekitError(_twice(name, other, place))
        self._taken.put(folded, number)
        return name

    def _stem(self, number: int, data: Mapping[str, Any], place: Source) -> str:
        """Return what the pattern comes to, before it is made safe."""
        assert self._pattern is not None
        values = _record(data, "", self._asked)
        values["row"] = WholeValue(number, "row")
        rendered = self._engine.render(self._pattern, _PLACE.file, 1, values, lambda _: False)
        asked = [missing.path for missing in rendered.missing]
        asked += [value.parameter for value in rendered.filled if value.text is None]
        if asked:
            message = (
                f"The name of the file is made of {', '.join(dict.fromkeys(asked))}, which this row lacks."
            )
            remedy = "Fill it in, or give another pattern with --name."
            raise ClausekitError(Finding("name-blank", message, place, self._pattern, remedy))
        text = _LINE.sub("", rendered.text)
        return _VALUE.sub(lambda match: rendered.filled[int(match[1])].text or "", text)

    def _refuse_unknown(self, pattern: str, known: frozenset[str]) -> None:
        """Raise ClausekitError if the pattern is no Jinja, or asks for what is no parameter."""
        self._engine.render(pattern, _PLACE.file, 1, {}, lambda _: False)
        used = {path.removesuffix("[]") for path in self._engine.parameters_used(pattern)}
        unknown = sorted(used - known - {"row"})
        if unknown:
            meant = nearest(unknown[0], [*known, "row"])
            message = f'There is no parameter "{unknown[0]}".'
            remedy = f'Did you mean "{meant}"?' if meant else "clausekit new TEMPLATE shows the parameters."
            raise ClausekitError(Finding("name-pattern", message, _PLACE, pattern, remedy))


def safe_name(stem: str, ending: str = ENDING) -> str | None:
    """Return a stem as a name that every system takes, with its ending; None if nothing is left of it.

    >>> safe_name("2026/27: Reablement?"), safe_name("nul"), safe_name("..")
    ('2026-27- Reablement.docx', '_nul.docx', None)
    """
    stem = unicodedata.normalize("NFC", " ".join(stem.split()))
    stem = "".join(sign for sign in stem if unicodedata.category(sign) not in _UNSEEN)
    stem = _FORBIDDEN.sub("-", stem).lstrip(". ~")
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    stem = _cut(stem, _LONGEST - len(ending)).rstrip(". -")
    return f"{stem}{ending}" if any(sign.isalnum() for sign in stem) else None


def _label_stem(number: int, label: str) -> str:
    label = " ".join(label.split())
    if len(label) > _LONGEST_LABEL:
        label = label[:_LONGEST_LABEL].rpartition(" ")[0] or label[:_LONGEST_LABEL]
    return label or f"row {number}"


def _cut(stem: str, most: int) -> str:
    """Return as much of a stem as fits in so many bytes, without half a letter at its end."""
    return stem.encode()[:most].decode(errors="ignore")


def _folded(name: str) -> str:
    """Return what is the same for all names that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _twice(name: str, other: int, place: Source) -> Finding:
    whose = f"row {other}" if other else "another file of this run"
    message = f'The file "{name}" is already that of {whose}; capitals and accents make no difference.'
    remedy = "Give the rows different names, or a pattern with --name in which they differ."
    return Finding("name-twice", message, place, name, remedy)


def _refuse_separators(pattern: str) -> None:
    outside = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", pattern, flags=re.DOTALL)
    if _SEPARATORS.search(outside):
        message = "A pattern names files, all of them in one folder: it has no / or \\."
        remedy = "Take the folder out; --out names it. In a value, such a sign becomes a hyphen."
        raise ClausekitError(Finding("name-pattern", message, _PLACE, pattern, remedy))


def _asked(paths: Iterable[str]) -> _Asked:
    """Return the names that a pattern asks for, those in a group under it; if there are none, all of it."""
    inner: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        name, _, rest = path.partition(".")
        inner[name].add(rest)
    return {name: {} if "" in rests else _asked(rests) for name, rests in inner.items()}


def _record(data: Mapping[str, Any], path: str, asked: _Asked) -> Record:
    record = Record(path)
    for name in asked or data:
        if name in data:
            record[name] = _value(data[name], f"{path}.{name}" if path else name, asked.get(name, {}))
    return record


def _value(value: Any, path: str, asked: _Asked) -> Value:
    """Return plain data as the values that a pattern may ask for: dates and amounts as they are written."""
    if isinstance(value, dict):
        return _record(value, path, asked)
    if isinstance(value, list):
        series = Series(path)
        series.extend(_value(entry, f"{path}[{index}]", {}) for index, entry in enumerate(value))
        return series
    if value is None:
        return BlankValue(path)
    if isinstance(value, bool):
        return value
    return WholeValue(value, path) if isinstance(value, int) else TextValue(str(value), path)
