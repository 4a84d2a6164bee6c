"""From a clause's text to its wording: Jinja fills in the parameters, in a sandbox, and marks each value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from types import CodeType, TracebackType

from jinja2 import Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from clausekit.cache import Cache
from clausekit.marks import LINE_CLOSE, LINE_OPEN
from clausekit.problems import ClausekitError, Finding
from clausekit.rendering.compiled import CompiledTemplates
from clausekit.rendering.faults import Script, syntax_fault
from clausekit.rendering.runtime import FILTERS, MAX_CHARACTERS, RUN, Filled, MissingParameter, Run

__all__ = ["Answer", "Filled", "MissingParameter", "Rendered", "Renderer"]

_USES_FORMAT = 1
"""To be raised whenever ``uses`` finds other parameters in the same text."""

_ANSWER = "answer"
_LINE_HEAD = re.compile(f"(?: *{LINE_OPEN}[0-9]+{LINE_CLOSE})+")
_LINE_MARK = re.compile(f"{LINE_OPEN}[0-9]+{LINE_CLOSE}")
_TOO_DEEP = (RecursionError, MemoryError, SyntaxError, OverflowError, ValueError)
"""What Python raises for code that is nested too deeply, or numbers that are too long."""

Included = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The wording of a clause.

    Each line of ``text`` begins with a line mark and each value is a value mark (see ``marks``), whose number
    is a place in ``filled``. ``missing`` holds each parameter that the clause asks for in vain, once a place.
    """

    text: str
    filled: tuple[Filled, ...]
    missing: tuple[MissingParameter, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression comes to, and the parameters that it asks for in vain."""

    value: object
    missing: tuple[MissingParameter, ...]


class Renderer:
    """Renders clauses, and answers a template's questions; compiled templates are kept in the cache."""

    def __init__(self, cache: Cache) -> None:
        self._environment = _environment()
        self._cache = cache
        self._compiled = CompiledTemplates(cache.folder_for("templates"))
        self._templates: dict[str, Template] = {}

    def render(
        self, text: str, file: str, first_line: int, names: Mapping[str, object], included: Included
    ) -> Rendered:
        """Return the wording of a clause whose body begins at ``first_line`` of the file.

        ``names`` are the parameters; ``included`` says whether the document has a clause of a family. Raises
        ClausekitError with all that is wrong with the template, or with what it does.
        """
        run = Run(Script(text, file, first_line))
        printed, _ = self._run(run, text, names, included)
        return Rendered(_one_mark_a_line(printed), tuple(run.filled), tuple(run.missing.values()))

    def test(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return whether a condition such as ``funds.pooled`` holds (``value``: a bool); raises as render."""
        answer = self._evaluate(expression, file, line, names, included)
        return Answer(bool(answer.value), answer.missing)

    def iterate(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        """Return the elements of a list such as ``schemes`` (``value``: a tuple); raises as render."""
        answer = self._evaluate(expression, file, line, names, included)
        if isinstance(answer.value, list | tuple):
            return Answer(tuple(answer.value), answer.missing)
        if answer.value:
            raise ClausekitError(Script(expression, file, line).finding("not-a-list", line, path=expression))
        return Answer((), answer.missing)

    def parameters_used(self, text: str, names: Mapping[str, str] | None = None) -> frozenset[str]:
        """Return the paths of the parameters that a template can ask for, whichever branches are taken.

        ``partners[].name`` is the name of each partner, ``partners[]`` a list that is only repeated for or
        counted. ``names`` are paths for names that are no parameters: ``{"scheme": "schemes[]"}``. A text
        that is no template has none; ``render`` says why it is none.
        """
        key = sha256(repr((_USES_FORMAT, text, sorted((names or {}).items()))).encode()).hexdigest()
        paths = self._cache.get("parameters-used", key)
        if paths is None:
            paths = sorted(self._find_uses(text, names or {}))
            self._cache.put("parameters-used", key, paths)
        return frozenset(paths)

    def _find_uses(self, text: str, names: Mapping[str, str]) -> set[str]:
        from clausekit.rendering.uses import Uses  # as for ``_compile``

        uses = Uses(names)
        with suppress(TemplateSyntaxError, *_TOO_DEEP):
            uses.visit(self._environment.parse(text))
        return uses.paths

    def _evaluate(
        self, expression: str, file: str, line: int, names: Mapping[str, object], included: Included
    ) -> Answer:
        run = Run(Script(expression, file, line))
        _, values = self._run(run, f"{{% set {_ANSWER} = {expression} %}}", names, included)
        return Answer(values.get(_ANSWER), tuple(run.missing.values()))

    def _run(
        self, run: Run, text: str, names: Mapping[str, object], included: Included
    ) -> tuple[str, Mapping[str, object]]:
        """Run a template; return what it prints and what it sets."""
        template = self._template(run.script, text)
        context = template.new_context({**names, "included": included, RUN: run})
        pieces: list[str] = []
        size = 0
        try:
            for piece in template.root_render_func(context):
                pieces.append(piece)
                size += len(piece)
                if size > MAX_CHARACTERS:
                    run.fault("too-much-text", run.script.first_line, limit=f"{MAX_CHARACTERS:,}")
                    break
        except (TypeError, ValueError, ArithmeticError) as error:
            line = _line_of(error.__traceback__, template) or run.script.first_line
            run.fault("not-comparable", line, reason=str(error))
        if run.findings:
            raise ClausekitError(run.findings)
        return "".join(pieces), context.vars

    def _template(self, script: Script, text: str) -> Template:
        key = f"{script.first_line} {text}"
        if key not in self._templates:
            code = self._compiled.code(key, lambda: self._compile(script, text))
            self._templates[key] = Template.from_code(self._environment, code, {})
        return self._templates[key]

    def _compile(self, script: Script, text: str) -> CodeType:
        from clausekit.rendering.language import (
            Translator,
            jinja_source,
            raw_tags,
        )  # not needed for kept code

        source = jinja_source(text, script.first_line)
        try:
            translator = Translator(script)
            tree = translator.translate(self._environment.parse(source))
            findings = [*raw_tags(script), *translator.findings]
            if findings:
                raise ClausekitError(findings)
            return self._environment.compile(tree, script.file)
        except TemplateSyntaxError as error:
            raise ClausekitError(_syntax_fault(script, error)) from None
        except _TOO_DEEP:
            raise ClausekitError(script.finding("too-deep", script.first_line)) from None


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = FILTERS
    return environment


def _syntax_fault(script: Script, error: TemplateSyntaxError) -> Finding:
    return syntax_fault(script, error.message or "", error.lineno)


def _line_of(traceback: TracebackType | None, template: Template) -> int | None:
    """Return the line of the template at which an error arose."""
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _one_mark_a_line(text: str) -> str:
    """Keep of each line's marks the last before its words: earlier ones are of lines that printed nothing."""
    return "\n".join(
        line if line.count(LINE_OPEN) == 1 else _with_one_mark(line) for line in text.split("\n")
    )


def _with_one_mark(line: str) -> str:
    head = _LINE_HEAD.match(line)
    if head is None:
        return line
    last = head[0].rindex(LINE_OPEN)
    return head[0][last:] + _LINE_MARK.sub("", line)
