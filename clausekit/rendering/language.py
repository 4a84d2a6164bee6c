"""The language of clauses: which of Jinja a clause may use, and what it is turned into before it is compiled.

Only what is listed here reaches the compiler. A clause reads parameters by their paths, never by Python's
attributes; it calls nothing but ``included``; it cannot calculate, define or load anything. So a template can
neither reach into the program nor run for ever; how often it repeats and how much it prints is counted as it
runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from clausekit.marks import line_mark
from clausekit.problems import Finding
from clausekit.rendering.faults import LANGUAGE, Script, did_you_mean

Path = tuple[str, tuple[str | int, ...]]

_PATH_NODES = (nodes.Name, nodes.Getattr, nodes.Getitem)
_LOOP_PARTS = frozenset({"index", "revindex", "first", "last", "length"})
RESERVED = frozenset({"loop", "included"})
_FIELD = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")


@dataclass(frozen=True, slots=True)
class _Filter:
    """What a filter takes: tests of its arguments by name, in order, and how many must be there.

    One that ``chooses`` takes values for fields besides, by their names: ``party=council.short``.
    """

    arguments: Mapping[str, Callable[[object], bool]]
    needed: int
    usage: str
    chooses: bool = False


def _is_text(argument: object) -> bool:
    return isinstance(argument, str)


def _is_whole(argument: object) -> bool:
    return type(argument) is int


def _is_field(argument: object) -> bool:
    return isinstance(argument, str) and _FIELD.fullmatch(argument) is not None


FILTERS = {
    "length": _Filter({}, 0, "{% if health_bodies | length > 1 %}"),
    "listed": _Filter({"part": _is_text}, 0, '{{ partners | listed("name") }}'),
    "nil": _Filter({}, 0, "{{ row.amount | nil }}"),
    "plural": _Filter(
        {"one": _is_text, "many": _is_text, "less": _is_whole},
        2,
        '{{ partners | plural("the other Partner", "the other Partners", less=1) }}',
    ),
    "total": _Filter(
        {"field": _is_field}, 1, '{{ rows | total("amount", party=council.short) }}', chooses=True
    ),
    "words": _Filter({}, 0, "{{ copies | words }}"),
}

_REFUSED: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Include: ("{% include %}", "Make the other text a clause of its own and name it in the template."),
    nodes.Import: ("{% import %}", "Write the words out in each clause."),
    nodes.FromImport: ("{% import %}", "Write the words out in each clause."),
    nodes.Extends: ("{% extends %}", "Copy the clause to a new alternative and change that."),
    nodes.Block: ("{% block %}", "Leave the tags out; a clause is one piece."),
    nodes.Macro: ("{% macro %}", "Write the words out where they are needed."),
    nodes.CallBlock: ("{% call %}", "Write the words out where they are needed."),
    nodes.FilterBlock: ("{% filter %}", "Write the words as they are to be printed."),
    nodes.AssignBlock: ("{% set %} with a text of its own", "Write the words out where they are needed."),
    nodes.With: ("{% with %}", "Use the parameter's own name."),
    nodes.Call: (
        "A call",
        'The only question to ask is included("family"); a parameter prints by its name alone.',
    ),
    nodes.Test: ('This question with "is"', "Ask {% if council.fax is defined %}, or compare with ==."),
    nodes.Concat: ('"~"', "Print the values one after another, {{ a }} {{ b }}."),
    nodes.Slice: ("A range in square brackets", "Name one element, as in health_bodies[0]."),
    nodes.Getitem: ("This in square brackets", "Name one element by its number, as in health_bodies[0]."),
    nodes.Getattr: ("A part of what is no parameter", "Name the parameter, as in council.name."),
    nodes.Dict: ("A group in curly brackets", "Make it a parameter."),
}
_CALCULATION = ("Calculating", "Make the result a parameter, so that it is seen and checked.")

_TAG = re.compile(r"\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}", re.DOTALL)
_LINE_OF_TAGS = re.compile(rf"^[ \t]*((?:(?:{_TAG.pattern})[ \t]*)+)(\n|\Z)", re.DOTALL | re.MULTILINE)
_RAW = re.compile(r"\{%[-+]?\s*raw\b")


def jinja_source(text: str, first_line: int) -> str:
    """Return the template for Jinja: its lines numbered as in the file, lines of nothing but tags taken out.

    The line end after a lone tag moves into the tag, where it prints nothing and is still counted.
    """
    lines_before = "{#" + "\n" * (first_line - 1) + "#}"
    return lines_before + _LINE_OF_TAGS.sub(_without_line_end, text)


def _without_line_end(line: re.Match[str]) -> str:
    tags = "".join(_TAG.findall(line[1]))
    return f"{tags[:-2]}{line[2]}{tags[-2:]}"


def raw_tags(script: Script) -> Iterator[Finding]:
    """Yield a finding for each ``{% raw %}``, which Jinja takes away before it parses."""
    for tag in _RAW.finditer(script.text):
        line = script.first_line + script.text.count("\n", 0, tag.start())
        yield script.finding(
            "not-in-language", line, what="{% raw %}", instead='Write {{ "{{" }} to print two curly brackets.'
        )


def path_of(node: nodes.Node | None) -> Path | None:
    """Return the name and the steps of a path such as ``health_bodies[0].name``; None if it is no path."""
    steps: list[str | int] = []
    while True:
        match node:
            case nodes.Name():
                return node.name, tuple(reversed(steps))
            case nodes.Getattr():
                steps.append(node.attr)
                node = node.node
            case nodes.Getitem(arg=nodes.Const(value=step)) if type(step) in (str, int):
                steps.append(step)
                node = node.node
            case _:
                return None


def written(path: Path) -> str:
    """Return a path as a clause writes it."""
    name, steps = path
    return name + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


class Translator:
    """Checks a parsed template against the language and turns it into what is compiled.

    Paths become calls of ``runtime.read``, what is printed a call of ``runtime.printed``, what is repeated
    for a call of ``runtime.each``; text gets a mark at the start of each line. ``findings`` holds what the
    language has no place for.
    """

    def __init__(self, script: Script) -> None:
        self.findings: list[Finding] = []
        self._script = script
        self._loops = 0

    def translate(self, template: nodes.Template) -> nodes.Template:
        """Return the template to compile; of no use if there are findings."""
        translated = nodes.Template(self._body(template.body), lineno=1)
        if template.environment is not None:
            translated.set_environment(template.environment)
        return translated

    # statements

    def _body(self, body: list[nodes.Node]) -> list[nodes.Node]:
        return [self._statement(node) for node in body]

    def _statement(self, node: nodes.Node) -> nodes.Node:
        match node:
            case nodes.Output():
                return nodes.Output([self._output(part) for part in node.nodes], lineno=node.lineno)
            case nodes.If():
                return self._choice(node)
            case nodes.For():
                return self._loop(node)
            case nodes.Assign():
                return nodes.Assign(
                    self._target(node.target), self._expression(node.node), lineno=node.lineno
                )
            case _:
                self._refuse(node)
                return nodes.Output([], lineno=node.lineno)

    def _choice(self, node: nodes.If) -> nodes.If:
        test, body = self._expression(node.test), self._body(node.body)
        branches = [self._choice(branch) for branch in node.elif_]
        return nodes.If(test, body, branches, self._body(node.else_), lineno=node.lineno)

    def _loop(self, node: nodes.For) -> nodes.For:
        if node.recursive:
            self._fault("not-in-language", node, what='"recursive"', instead=LANGUAGE)
        repeated = self._call("each", self._expression(node.iter), node, _path_in(node.iter))
        target = self._target(node.target)
        self._loops += 1
        test = self._expression(node.test) if node.test else None
        body = self._body(node.body)
        self._loops -= 1
        return nodes.For(target, repeated, body, self._body(node.else_), test, False, lineno=node.lineno)

    def _target(self, node: nodes.Node) -> nodes.Node:
        if not isinstance(node, nodes.Name):
            self._fault("not-in-language", node, what="More than one name at once", instead="Use one name.")
        else:
            self._check_names(node, (node.name, ()))
        return node

    # what is printed

    def _output(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.TemplateData():
                return nodes.TemplateData(_marked(node.data, node.lineno), lineno=node.lineno)
            case nodes.Const(value=str() | int() | float()) if not isinstance(node.value, bool):
                words = self._words(str(node.value), node)
                return nodes.TemplateData(_marked(words, node.lineno), lineno=node.lineno)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem() | nodes.Filter() | nodes.CondExpr():
                path = path_of(node)
                expression = self._expression(node)
                if path and path[0] == "loop":
                    return self._filter("wording", expression, [], node)
                return self._call("printed", expression, node, _path_in(node))
            case _:
                if type(node) not in _REFUSED and not isinstance(node, nodes.BinExpr):
                    self._fault(
                        "not-in-language",
                        node,
                        what="Printing the answer to a question",
                        instead="Choose words by it: {% if ... %} words {% endif %}.",
                    )
                else:
                    self._refuse(node)
                return nodes.TemplateData("", lineno=node.lineno)

    # expressions

    def _expression(self, node: nodes.Node) -> nodes.Expr:
        if path := path_of(node):
            return self._path(node, path)
        match node:
            case nodes.Const():
                return self._constant(node)
            case nodes.List() | nodes.Tuple():
                return nodes.Tuple(
                    [self._expression(item) for item in node.items], "load", lineno=node.lineno
                )
            case nodes.Not():
                return nodes.Not(self._expression(node.node), lineno=node.lineno)
            case nodes.And() | nodes.Or():
                return type(node)(
                    self._expression(node.left), self._expression(node.right), lineno=node.lineno
                )
            case nodes.Compare():
                operands = [
                    nodes.Operand(o.op, self._expression(o.expr), lineno=node.lineno) for o in node.ops
                ]
                return nodes.Compare(self._expression(node.expr), operands, lineno=node.lineno)
            case nodes.CondExpr():
                other = self._expression(node.expr2 or nodes.Const("", lineno=node.lineno))
                return nodes.CondExpr(
                    self._expression(node.test), self._expression(node.expr1), other, lineno=node.lineno
                )
            case nodes.Add():
                terms = [self._expression(node.right), nodes.Const(node.lineno)]
                return self._filter("added", self._expression(node.left), terms, node)
            case nodes.Filter():
                return self._user_filter(node)
            case nodes.Test(name="defined") if path := path_of(node.node):
                return self._path(node, path, "given")
            case nodes.Call() if _is_included(node):
                return node
            case _:
                self._refuse(node)
                return nodes.Const("", lineno=node.lineno)

    def _path(self, node: nodes.Node, path: Path, call: str = "read") -> nodes.Expr:
        name, steps = path
        if name == "loop":
            if not self._loops or len(steps) != 1 or steps[0] not in _LOOP_PARTS:
                self._fault("loop-outside", node)
            assert isinstance(node, nodes.Expr)
            return node
        self._check_names(node, path)
        arguments: list[nodes.Expr] = [nodes.Const(name), nodes.Const(steps), nodes.Const(node.lineno)]
        return self._filter(call, nodes.Name(name, "load", lineno=node.lineno), arguments, node)

    def _check_names(self, node: nodes.Node, path: Path) -> None:
        name, steps = path
        if any(str(step).startswith("_") for step in (name, *steps)):
            self._fault("name-underscore", node)
        elif name in RESERVED:
            self._fault("name-reserved", node, name=written(path))

    def _constant(self, node: nodes.Const) -> nodes.Expr:
        if not isinstance(node.value, str):
            return node
        return self._filter(
            "wording", nodes.Const(self._words(node.value, node), lineno=node.lineno), [], node
        )

    def _words(self, words: str, node: nodes.Node) -> str:
        if not words.replace("\u00a0", " ").isprintable():
            self._fault("wording-unprintable", node)
        return words

    def _user_filter(self, node: nodes.Filter) -> nodes.Expr:
        known = FILTERS.get(node.name)
        if known is None:
            guess = did_you_mean(node.name, FILTERS)
            self._fault("filter-unknown", node, name=node.name, guess=guess)
        elif node.node is None or not _fits(node, known):
            self._fault("filter-misused", node, name=node.name, usage=known.usage)
        else:
            for argument in (*node.args, *(pair.value for pair in node.kwargs)):
                if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                    self._words(argument.value, argument)
            by_name = self._choices(node) if known.chooses else node.kwargs
            return self._call(
                node.name, self._expression(node.node), node, _path_in(node), node.args, by_name
            )
        return nodes.Const("", lineno=node.lineno)

    def _choices(self, node: nodes.Filter) -> list[nodes.Pair]:
        """Return the values by which a filter chooses, each with the name of the field that must have it."""
        for pair in node.kwargs:
            self._check_names(node, (str(pair.key), ()))
        return [
            type(pair)(pair.key, self._expression(pair.value), lineno=node.lineno) for pair in node.kwargs
        ]

    # building blocks

    def _call(
        self,
        name: str,
        node: nodes.Expr,
        at: nodes.Node,
        path: str,
        args: list[nodes.Expr] | None = None,
        kwargs: list[nodes.Pair] | None = None,
    ) -> nodes.Filter:
        return self._filter(
            name, node, [nodes.Const(path), nodes.Const(at.lineno), *(args or [])], at, kwargs
        )

    def _filter(
        self,
        name: str,
        node: nodes.Expr,
        args: list[nodes.Expr],
        at: nodes.Node,
        kwargs: list[nodes.Pair] | None = None,
    ) -> nodes.Filter:
        return nodes.Filter(node, name, args, kwargs or [], None, None, lineno=at.lineno)

    def _refuse(self, node: nodes.Node) -> None:
        match node:
            case nodes.Getattr(attr=name) if name.startswith("_"):
                self._fault("name-underscore", node)
                return
            case nodes.Getitem(arg=nodes.Slice() as inner):
                node = inner
            case nodes.Getattr(node=inner) | nodes.Getitem(node=inner) if _is_at_fault(inner):
                self._refuse(inner)
                return
        calculation = isinstance(node, nodes.BinExpr | nodes.UnaryExpr)
        what, instead = _REFUSED.get(type(node)) or (_CALCULATION if calculation else ("This", LANGUAGE))
        self._fault("not-in-language", node, what=what, instead=instead)

    def _fault(self, rule: str, node: nodes.Node, **details: object) -> None:
        self.findings.append(self._script.finding(rule, node.lineno, **details))


def _marked(text: str, line: int) -> str:
    first, *others = text.split("\n")
    marked = [line_mark(line) + first, *(line_mark(line + n) + other for n, other in enumerate(others, 1))]
    return "\n".join(marked)


def _path_in(node: nodes.Node) -> str:
    """Return the first path in an expression; "This" if it has none, for messages."""
    paths = (path for child in (node, *node.find_all(_PATH_NODES)) if (path := path_of(child)))
    return next(map(written, paths), "This")


def _is_at_fault(node: nodes.Node) -> bool:
    """Return whether the language has no place for a node, and not only for asking for a part of it."""
    return type(node) in _REFUSED and path_of(node) is None


def _is_included(node: nodes.Call) -> bool:
    match node:
        case nodes.Call(node=nodes.Name(name="included"), args=[nodes.Const(value=str())], kwargs=[]):
            return node.dyn_args is None and node.dyn_kwargs is None
    return False


def _fits(node: nodes.Filter, known: _Filter) -> bool:
    """Say whether a filter is given constants of the right kinds, and nothing twice."""
    if node.dyn_args is not None or node.dyn_kwargs is not None or len(node.args) > len(known.arguments):
        return False
    given = dict(zip(known.arguments, node.args, strict=False))
    by_name = {str(pair.key): pair.value for pair in node.kwargs}
    repeated = given.keys() & by_name.keys() or len(by_name) < len(node.kwargs)
    if not known.chooses:
        given |= by_name
    return (
        not repeated
        and given.keys() <= known.arguments.keys()
        and given.keys() >= set(list(known.arguments)[: known.needed])
        and all(
            isinstance(value, nodes.Const) and known.arguments[name](value.value)
            for name, value in given.items()
        )
    )
