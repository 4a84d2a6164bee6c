"""From the text of a YAML file to its data, and to a finding for each thing in it that we do not take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from clausekit.files import refused_character
from clausekit.parameters.yamlfile import Data
from clausekit.problems import ClausekitError, Finding, Source

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEPTH = 50
_WHOLE_NUMBER = re.compile(r"(?:0|-?[1-9][0-9]{0,17})\Z", re.ASCII)
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAB_INDENTATION = re.compile(r" *\t")
_AMOUNT = re.compile(r"-?£?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?")


def read(text: str, file: str, first_line: int) -> tuple[dict[str, Data], dict[str, Source]]:
    """Return the data and the place of every value by path. Raises ClausekitError as ``load_yaml`` says."""
    lines = tuple(text.split("\n"))
    builder = _Builder(file, lines, first_line)
    if finding := refused_character(text, file, first_line):
        raise ClausekitError(finding)
    try:
        data = builder.build(yaml.parse(text, Loader=_LOADER))
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: PyYAML's chr(0x99999999)
        raise ClausekitError([*builder.findings, *_syntax_findings(error, file, lines, first_line)]) from None
    if builder.findings:
        raise ClausekitError(builder.findings)
    return data, builder.sources


class _Builder:
    """Makes data of YAML's events, noting places and problems."""

    def __init__(self, file: str, lines: tuple[str, ...], first_line: int) -> None:
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {"": Source(file, first_line)}
        self._file = file
        self._lines = lines
        self._first_line = first_line
        self._events: Iterator[Any] = iter(())

    def build(self, events: Iterator[Any]) -> dict[str, Data]:
        self._events = events
        data: dict[str, Data] = {}
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._find(
                        "yaml-documents",
                        "A second YAML document begins here; a file holds one.",
                        event.start_mark,
                        'Delete the line "---", or move what follows into a file of its own.',
                    )
            elif isinstance(event, yaml.NodeEvent):
                top = self._top(event)
                data = top if documents == 1 else data
        if not documents:
            self._find_empty()
        return data

    def _top(self, event: Any) -> dict[str, Data]:
        value = self._node(event, "", 1)
        if isinstance(value, dict):
            return value
        if value is None:
            self._find_empty()
        else:
            self._find(
                "yaml-top",
                'This file does not consist of lines such as "name: value".',
                event.start_mark,
                'Write a name, a colon and a blank before each value, for example "template: x".',
            )
        return {}

    def _find_empty(self) -> None:
        self.findings.append(
            Finding(
                "yaml-empty",
                "This file says nothing.",
                Source(self._file),
                remedy='Fill it in with lines such as "template: section-75-agreement".',
            )
        )

    def _node(self, event: Any, path: str, depth: int) -> Data:
        self._refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth > _DEPTH:
            self._find(
                "yaml-depth",
                f"More than {_DEPTH} levels stand inside each other here.",
                event.start_mark,
                "Write it flatter.",
            )
            raise ClausekitError(self.findings)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, depth)
        return self._mapping(path, depth)

    def _list(self, path: str, depth: int) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item = f"{path}[{len(items)}]"
            self.sources[item] = self._source(event.start_mark)
            items.append(self._node(event, item, depth + 1))
        return items

    def _mapping(self, path: str, depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        prefix = f"{path}." if path else ""
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._name(event, depth)
            entry = f"{prefix}{name}"
            if name in data:
                self._find_duplicate(name, entry, event.start_mark)
                self._node(next(self._events), f"{entry} (again)", depth + 1)
                continue
            self.sources[entry] = self._source(event.start_mark)
            value = self._node(next(self._events), entry, depth + 1)
            if name is not None:
                data[name] = value
        return data

    def _name(self, event: Any, depth: int) -> str | None:
        """Return the name that an entry begins with; None after noting that it is no name."""
        if amount := self._amount_around(event.start_mark):
            self._find_cut_amount(amount, event.start_mark.line)
            return None
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            self._find(
                "yaml-merge",
                'The sign "<<" takes over the entries of another place; this file may not use it.',
                event.start_mark,
                "Write the entries out.",
            )
            return None
        name = self._node(event, "", depth + 1)
        if isinstance(name, str) and name:
            return name
        if not isinstance(event, yaml.AliasEvent):
            self._find(
                "yaml-name",
                "What stands before a colon must be a name.",
                event.start_mark,
                "Write a name there or, if it is one, put it in quotation marks.",
            )
        return None

    def _amount_around(self, mark: Any) -> re.Match[str] | None:
        """Return the amount inside which a name seems to begin: in {total: £1,000} a comma ends the value."""
        amounts = _AMOUNT.finditer(self._lines[mark.line])
        return next((amount for amount in amounts if amount.start() < mark.column < amount.end()), None)

    def _find_cut_amount(self, amount: re.Match[str], line: int) -> None:
        finding = Finding(
            "yaml-comma",
            "A comma inside curly brackets ends a value, so this amount is cut in pieces.",
            Source(self._file, line + self._first_line, amount.start() + 1),
            excerpt=self._lines[line],
            remedy=f'Put the value in quotation marks: "{amount.group()}".',
        )
        if finding not in self.findings:  # each comma after the first would tell it again
            self.findings.append(finding)

    def _scalar(self, event: Any) -> Data:
        text: str = event.value
        if event.implicit[0]:
            if text in _WORDS:
                return _WORDS[text]
            return int(text) if _WHOLE_NUMBER.match(text) else text
        if refused_character(text, self._file):
            self._find(
                "yaml-character",
                "This text spells a character that cannot be printed.",
                event.start_mark,
                'Take out what begins with "\\"; in single quotation marks it would be plain text.',
            )
        return text

    def _refuse_extras(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._find(
                "yaml-alias",
                f'"*{event.anchor}" stands for another place in YAML; this file may not use that.',
                event.start_mark,
                "Write the value out or, if it begins with an asterisk, put it in quotation marks.",
            )
            return
        if event.anchor is not None:
            self._find(
                "yaml-anchor",
                f'"&{event.anchor}" names a place for later use in YAML; this file may not use that.',
                event.start_mark,
                'Delete it or, if the value begins with "&", put it in quotation marks.',
            )
        if event.tag is not None:
            self._find(
                "yaml-tag",
                f'"{event.tag}" declares a type in YAML; this file may not use that.',
                event.start_mark,
                "Delete it or, if the value begins with an exclamation mark, put it in quotation marks.",
            )

    def _find_duplicate(self, name: str, entry: str, mark: Any) -> None:
        self._find(
            "yaml-duplicate",
            f'"{name}" stands here twice; the first time was in line {self.sources[entry].line}.',
            mark,
            "Keep the one that is right.",
        )

    def _find(self, rule: str, message: str, mark: Any, remedy: str) -> None:
        self.findings.append(
            Finding(rule, message, self._source(mark), excerpt=self._lines[mark.line], remedy=remedy)
        )

    def _source(self, mark: Any) -> Source:
        return Source(self._file, mark.line + self._first_line, mark.column + 1)


@dataclass(frozen=True, slots=True)
class _Syntax:
    """A breach of YAML's grammar: words by which both parsers speak of it, then ours."""

    said: tuple[str, ...]
    message: str
    remedy: str
    at_beginning: bool = False  # show where the construct begins, not where it breaks off


_SYNTAX = (
    _Syntax(
        ("invalid Unicode character escape", "chr() arg not in range", "too large to convert"),
        "This text spells a character that does not exist.",
        'Take out what begins with "\\"; in single quotation marks it would be plain text.',
    ),
    _Syntax(
        ("unknown escape character",),
        "After a backslash inside double quotation marks only certain letters may follow.",
        "Write \\\\ for a backslash, or use single quotation marks.",
    ),
    _Syntax(
        ("mapping values are not allowed",),
        "A colon followed by a blank stands inside this value, or the line is indented too far.",
        "Put the value in quotation marks; entries of one group begin in the same column.",
    ),
    _Syntax(
        ("while scanning a quoted scalar",),
        "The quotation mark that opens here is not closed.",
        'Close it; inside double quotation marks write \\" for a quotation mark.',
        at_beginning=True,
    ),
    _Syntax(
        ("while scanning a simple key",),
        "This line is neither an entry nor part of one.",
        'Write a name, a colon and a blank before the value, for example "name: value".',
        at_beginning=True,
    ),
    _Syntax(
        (
            "cannot start any token",
            "sequence entries are not allowed",
            "while scanning a block scalar",
            "while scanning an a",  # an alias, an anchor
            "while scanning a tag",
            "while parsing a tag",
        ),
        "A value cannot begin like this.",
        "Put the value in quotation marks.",
    ),
    _Syntax(
        ("while parsing a flow",),
        "The bracket that opens here is not closed, or a comma is missing in it.",
        "Close it or, if the value begins with a bracket, put it in quotation marks.",
        at_beginning=True,
    ),
    _Syntax(
        ("while parsing a block", "expected <document start>"),
        "This line does not fit in with the lines above it.",
        "Begin all entries of a group in the same column; put the whole of a value in quotation marks.",
    ),
    _Syntax(
        ("maximum nesting depth",),
        f"More than {_DEPTH} levels stand inside each other here.",
        "Write it flatter.",
    ),
)


def _syntax_findings(
    error: Exception, file: str, lines: tuple[str, ...], first_line: int
) -> Iterator[Finding]:
    """Say in plain words where and why YAML's grammar broke off: tabs if there are any up to there."""
    breach, opening = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    last = breach.line if breach else 0
    tabs = [index for index, line in enumerate(lines) if _TAB_INDENTATION.match(line)]
    if tabs and tabs[0] <= last:
        for index in tabs:
            yield Finding(
                "yaml-tab",
                "This line is indented with a tab.",
                Source(file, index + first_line, lines[index].index("\t") + 1),
                excerpt=lines[index],
                remedy="Indent with blanks, two for each level.",
            )
        return
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}".strip()
    syntax = next((one for one in _SYNTAX if any(words in said for words in one.said)), None)
    mark: Any = opening if opening and syntax and syntax.at_beginning else breach
    index = min(mark.line, len(lines) - 1) if mark else 0
    yield Finding(
        "yaml-syntax",
        syntax.message if syntax else f"YAML cannot read this line: {said}.",
        Source(file, index + first_line, mark.column + 1 if mark else None),
        excerpt=lines[index],
        remedy=syntax.remedy if syntax else "Compare it with the lines above it.",
    )
